package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestElsewhere: a figure that another sentence tells opens at the words there, and one that
// the act's own sentence tells opens at that.
func TestElsewhere(t *testing.T) {
	day, err := demarche.ParseDay("2021-04-21")
	if err != nil {
		t.Fatal(err)
	}
	c := weighed(t)
	for _, x := range []struct {
		text, field, words string
	}{
		{"Peru expelled Bolivian diplomats on Tuesday. The three Bolivian diplomats were expelled by Peru for spying.", "count", "The three Bolivian diplomats were expelled by Peru"},
		{"Peru expelled three Bolivian diplomats on Tuesday. They were given until Friday to leave.", "deadline", "They were given until Friday to leave"},
		{"Peru expelled three Bolivian diplomats on Tuesday and gave them until Friday to leave.", "deadline", ""},
		{"Peru expelled three Bolivian diplomats on Tuesday.", "count", ""},
	} {
		events := c.Code(&demarche.Report{ID: "r", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}})
		i := slices.IndexFunc(events, func(e demarche.Event) bool { return e.Type == "expel" })
		if i < 0 {
			t.Errorf("%s: no expulsion among %v", x.text, events)
			continue
		}
		at, elsewhere := events[i].At(x.field)
		if elsewhere != (x.words != "") || at.In(x.text) != x.words {
			t.Errorf("%s: the %s is told at “%s”, want “%s”", x.text, x.field, at.In(x.text), x.words)
		}
	}
}
