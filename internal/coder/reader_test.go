package coder

import (
	"testing"

	"demarche"
	"demarche/data"
	"demarche/internal/syntax"
	"demarche/internal/who"
)

// What the gate lets through has a tree whose words are the report's own bytes;
// the rest has none, unless all is asked for.
func TestOnlyOpenSentencesGetTrees(t *testing.T) {
	model, err := syntax.Read(data.Model)
	if err != nil {
		t.Fatal(err)
	}
	names, err := who.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	gate, err := LoadGate(data.Files, names)
	if err != nil {
		t.Fatal(err)
	}
	text := "Russia expelled two Austrian diplomats on Monday. The weather was fine. It rained later. Shops stayed open."
	report := demarche.Report{ID: "r", Text: text, Body: demarche.Span{End: len(text)}}
	for _, c := range []struct {
		gate *Gate
		open int
	}{{gate, 1}, {nil, 4}} {
		r := NewReader(model, c.gate).Read(&report)
		open := 0
		for i, tree := range r.Trees {
			if (len(tree.Words) > 0) != r.Open[i] || tree.Span != r.Sentences[i].Span {
				t.Errorf("sentence %d: open %v, %d words in its tree", i+1, r.Open[i], len(tree.Words))
			}
			if r.Open[i] {
				open++
			}
			for _, w := range tree.Words {
				if w.Form != w.In(text) || w.UPOS == "" {
					t.Errorf("word %+v is not what stands at its place", w)
				}
			}
		}
		if open != c.open {
			t.Errorf("%d sentences are open, should be %d", open, c.open)
		}
	}
}
