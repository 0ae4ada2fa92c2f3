package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/phrase"
	"demarche/internal/sense"
	"demarche/internal/table"
	"demarche/internal/text"
	"demarche/internal/who"
)

// gateFile holds the gate's words. Its head tells how the points are counted.
const gateFile = "lexicon/gate.tsv"

// reference is the type of the words that may take up a State named before.
const reference = "reference"

const (
	bar      = 4 // the points that open a sentence
	maxNames = 2 // an act has two sides; more of them add nothing
	besides  = 1 // for a sentence after one that opens by itself
	within   = 2 // for a sentence in a report about diplomacy
	// A report is about diplomacy when so many in a hundred of its sentences open
	// by themselves.
	portion = 25
	// Where so many in a hundred do, and so many have a word that opens alone, every
	// sentence is read: "Canada followed suit."
	whole   = 20
	dispute = 2
)

// Gate tells from names and words alone which sentences could hold an event: by points,
// and where it is given one, by a network that weighs all words of a sentence beside them.
// Any number of goroutines may use one.
type Gate struct {
	names  *who.Gazetteer
	words  phrase.Trie
	points []int // of each phrase of words; 0 for a reference
	net    *sense.Net
}

// From which chance on that it holds an event a sentence is opened, and from which on one
// that its points open: chosen on reports held out from the training, so that about as many
// of a feed's words stand in open sentences as by points alone (docs/sense.md).
const (
	openAt = 0.02
	stayAt = 0.001
)

// Weigh gives the gate its network; nil takes it away, and points decide alone.
func (g *Gate) Weigh(net *sense.Net) { g.net = net }

// LoadGate reads the words of the gate. It fails, with the file, the line and
// what to do, on columns, points and types that are none, and on a form that
// stands twice.
func LoadGate(files fs.FS, names *who.Gazetteer) (*Gate, error) {
	rows, err := table.Read(files, gateFile, "type", "points", "forms")
	if err != nil {
		return nil, err
	}
	g := &Gate{names: names}
	var lines []int // where each phrase of words was read
	for _, r := range rows {
		p := slices.Index([]string{"-", "1", "2", "3", "4"}, r.Cells[1])
		if p < 0 || (p == 0) != (r.Cells[0] == reference) {
			return nil, r.Errorf("points of %q are %q: write 1 to 4, or - for the type %s", r.Cells[0], r.Cells[1], reference)
		}
		forms, err := r.Forms(2)
		if err != nil {
			return nil, err
		}
		for _, form := range forms {
			id, added := g.words.Add(form)
			if !added {
				return nil, r.Errorf("%q stands at line %d already: delete one of the two", form, lines[id])
			}
			g.points = append(g.points, p)
			lines = append(lines, r.Line)
		}
	}
	return g, nil
}

// Select says of each sentence of a report whether it could hold an event. The
// sentences must be all of the report, in order, since one lends weight to the
// next. The answer is written over open where that has room.
func (g *Gate) Select(report string, sentences []text.Sentence, open []bool) []bool {
	open = slices.Grow(open[:0], len(sentences))[:len(sentences)]
	for i, v := range g.Judge(report, sentences) {
		open[i] = v.Open
	}
	return open
}

// Verdict says whether the gate lets a sentence through, and the points that
// count for it.
type Verdict struct {
	Open    bool
	Word    demarche.Span // the word or phrase with the most points; empty for none
	Points  int           // of that word
	Names   int           // for the States and organisations named, or taken up from the sentence before
	Company int           // for the sentence before, or for the report; 0 where it opens by itself
	Chance  float64       // that it holds an event, by the network
	Weighed bool          // a network was asked

	refers bool // it has a word that may take up a name
	named  int  // Names, but for what is taken up
	alone  bool // it opens by itself, without a network
}

// Judge gives the verdict on each sentence of a report, given as to
// [Gate.Select].
func (g *Gate) Judge(report string, sentences []text.Sentence) []Verdict {
	out := make([]Verdict, len(sentences))
	openers, strong := 0, 0
	for i, s := range sentences {
		out[i] = g.weigh(report, s)
		out[i].named = out[i].Names
		if out[i].alone = out[i].Points > 0 && out[i].Points+out[i].Names >= bar; out[i].alone {
			openers++
		}
		if out[i].Points >= bar {
			strong++
		}
	}
	named := false // the sentence before names a State or organisation itself
	for i := range out {
		v, before := &out[i], named
		named = v.Names > 0
		if v.alone {
			v.Open = true
			continue
		}
		if i > 0 && out[i-1].alone {
			v.Company = besides
		}
		if openers*100 >= portion*len(out) {
			v.Company = within
		}
		if v.refers && !named && before {
			v.Names = 1
		}
		v.Open = v.Company > 0 && v.Points+v.Names+v.Company >= bar || strong >= dispute && openers*100 >= whole*len(out)
	}
	if g.net != nil {
		var room sense.Room
		var chances []float32
		g.describe(report, sentences, out, func(i int, x *sense.Features) {
			v := &out[i]
			chances = g.net.Score(x, &room, chances)
			v.Chance, v.Weighed = float64(chances[1]), true
			v.Open = v.Chance >= openAt || v.Open && (v.Chance >= stayAt || v.Points >= bar)
		})
	}
	return out
}

// Describe gives what the network of the gate is asked of each sentence of a report, given
// as to [Gate.Select].
func (g *Gate) Describe(report string, sentences []text.Sentence) (all []sense.Features) {
	g.describe(report, sentences, g.Judge(report, sentences), func(_ int, x *sense.Features) { all = append(all, x.Clone()) })
	return all
}

// describe hands on the features of each sentence: its words, by ones and twos, and how
// its points came about beside those of the sentences about it and of the report.
func (g *Gate) describe(report string, sentences []text.Sentence, verdicts []Verdict, ask func(int, *sense.Features)) {
	alone := func(i int) string {
		switch {
		case i < 0 || i >= len(verdicts):
			return "none"
		case verdicts[i].alone:
			return "open"
		}
		return "closed"
	}
	openers := 0
	for i := range verdicts {
		if verdicts[i].alone {
			openers++
		}
	}
	share := digit(8 * openers / max(1, len(verdicts)))
	one, two := sense.Mark("word"), sense.Mark("words")
	var x sense.Features
	for i, s := range sentences {
		v := &verdicts[i]
		x.Reset()
		before := "" // the word before
		for _, t := range s.Tokens {
			w := t.In(report)
			x.Marks = append(x.Marks, sense.MarkFolded(one, w))
			if before != "" {
				x.Marks = append(x.Marks, sense.MarkFolded(sense.MarkFolded(two, before), w))
			}
			before = w
		}
		points, names := digit(v.Points), digit(v.named)
		x.Add("points", points)
		x.Add("names", names)
		x.Add("both", points, names)
		x.Add("share", share)
		x.Add("all", points, names, share)
		x.Add("place", digit(min(i, 3)))
		x.Add("before", alone(i-1))
		x.Add("after", alone(i+1))
		x.Add("alone", alone(i))
		x.Add("length", digit(min(len(s.Tokens)/8, 6)))
		if i > 0 {
			x.Add("names before", digit(verdicts[i-1].named))
		}
		if v.refers {
			x.Add("refers")
		}
		ask(i, &x)
	}
}

// weigh counts what a sentence holds itself.
func (g *Gate) weigh(report string, s text.Sentence) (v Verdict) {
	var matches [32]phrase.Match
	for _, m := range g.words.Find(report, s.Tokens, matches[:0]) {
		points := g.points[m.ID]
		v.refers = v.refers || points == 0
		if points > v.Points {
			v.Points = points
			v.Word = demarche.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.End-1].End}
		}
	}
	var mentions [16]who.Mention
	var first who.Code
	person := false
	for _, m := range g.names.Find(report, s.Tokens, mentions[:0]) {
		kind, code := m.Senses[0].Kind, m.Senses[0].Code
		switch {
		case kind.IsPlace() || code == demarche.Other: // neither is a side of its own
		case kind.IsPerson():
			person = true
		case v.Names == 0:
			v.Names, first = 1, code
		case code != first:
			v.Names = maxNames
		}
	}
	if v.Names == 0 && person {
		v.Names = 1 // who acts for a State counts where none is named
	}
	return v
}

// Reason tells in words how a verdict comes about, given the report: "6 points of 4:
// “expelled” 4, names 2; chance 0.97 of 0.02".
func (v Verdict) Reason(report string) string {
	var parts []string
	if v.Points > 0 {
		parts = append(parts, fmt.Sprintf("“%s” %d", strings.Join(strings.Fields(v.Word.In(report)), " "), v.Points))
	}
	if v.Names > 0 {
		parts = append(parts, fmt.Sprintf("names %d", v.Names))
	}
	if v.Company > 0 {
		parts = append(parts, fmt.Sprintf("company %d", v.Company))
	}
	why := "no points"
	if parts != nil {
		why = fmt.Sprintf("%d points of %d: %s", v.Points+v.Names+v.Company, bar, strings.Join(parts, ", "))
	}
	if v.Weighed {
		why += fmt.Sprintf("; chance %.2f of %.2f", v.Chance, openAt)
	}
	return why
}
