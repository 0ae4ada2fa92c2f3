package coder

import (
	"slices"

	"demarche"
	"demarche/internal/syntax"
	"demarche/internal/text"
)

// Reading is a report as it was read: its sentences and the trees of those that
// could hold an event.
type Reading struct {
	Report    *demarche.Report
	Sentences []text.Sentence
	Open      []bool        // for each sentence whether the gate let it through
	Trees     []syntax.Tree // for each sentence its tree, without words where it is not open
	States    [][]int16     // for each open sentence what the encoder made of its words
}

// copied gives the reading with trees of its own.
func (r *Reading) copied() *Reading {
	words := 0
	for _, t := range r.Trees {
		words += len(t.Words)
	}
	all := make([]syntax.Word, 0, words)
	out := *r
	out.Trees = slices.Clone(r.Trees)
	for i := range out.Trees {
		from := len(all)
		all = append(all, out.Trees[i].Words...)
		out.Trees[i].Words = all[from:len(all):len(all)]
	}
	return &out
}

// Reader reads reports into sentences and trees. It keeps scratch space, so each
// goroutine needs its own.
type Reader struct {
	gate   *Gate
	parser *syntax.Parser
}

// NewReader gives a reader. Without a gate every sentence is parsed.
func NewReader(model *syntax.Model, gate *Gate) *Reader {
	return &Reader{gate, model.NewParser()}
}

// Read reads one report.
func (r *Reader) Read(report *demarche.Report) Reading {
	out := Reading{Report: report, Sentences: text.Split(report.Text, report.Body)}
	out.Open = make([]bool, len(out.Sentences))
	if r.gate == nil {
		for i := range out.Open {
			out.Open[i] = true
		}
	} else {
		out.Open = r.gate.Select(report.Text, out.Sentences, out.Open)
	}
	words := 0
	for i, s := range out.Sentences {
		if out.Open[i] {
			words += len(s.Tokens)
		}
	}
	all := make([]syntax.Word, 0, words)
	states := make([]int16, 0, words*r.width())
	out.States = make([][]int16, len(out.Sentences))
	out.Trees = make([]syntax.Tree, len(out.Sentences))
	for i, s := range out.Sentences {
		out.Trees[i].Span = s.Span
		if !out.Open[i] {
			continue
		}
		from := len(all)
		for _, t := range s.Tokens {
			all = append(all, syntax.Word{Span: t, Form: t.In(report.Text)})
		}
		tree := all[from:len(all):len(all)]
		r.lowerHeadline(report.Text, out.Sentences, i, tree)
		r.parser.Parse(tree)
		at := len(states)
		states = append(states, r.parser.States()...)
		out.States[i] = states[at:len(states):len(states)]
		out.Trees[i].Words = tree
	}
	return out
}

// width is how many numbers the encoder makes of a word.
func (r *Reader) width() int { return r.parser.Width }

// vector appends the vector of a word in small letters.
func (r *Reader) vector(dst []int16, word string) []int16 { return r.parser.Vector(dst, word) }
