package coder

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"demarche"
	"demarche/internal/intake"

	"github.com/google/go-cmp/cmp"
)

// examples are the reports that come with the program.
func examples(t testing.TB) (reports []demarche.Report) {
	t.Helper()
	paths, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no examples: ", err)
	}
	for r, err := range intake.Read(paths, intake.Options{Open: func(p string) (fs.File, error) { return os.Open(p) }}) {
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, r)
	}
	return reports
}

// TestCodeIsTheSame: a report gives the same events whatever was coded before it, and
// however many coders work side by side on one knowledge.
func TestCodeIsTheSame(t *testing.T) {
	model, k := knowledge(t)
	g := gate(t)
	reports := examples(t)
	code := func(c *Coder, r *demarche.Report) string { return fmt.Sprintf("%+v", c.Code(r)) }
	want := make([]string, len(reports))
	c := NewCoder(model, g, k)
	for i := range reports {
		want[i] = code(NewCoder(model, g, k), &reports[i])
		if got := code(c, &reports[i]); got != want[i] {
			t.Errorf("%s: a coder that was used gives\n%s\nand a fresh one\n%s", reports[i].ID, got, want[i])
		}
	}
	var crew sync.WaitGroup
	for n := range 8 {
		crew.Go(func() {
			c := NewCoder(model, g, k)
			for i := range reports {
				i = (i + n) % len(reports)
				if got := code(c, &reports[i]); got != want[i] {
					t.Errorf("%s: beside seven others it gives\n%s\nwant\n%s", reports[i].ID, got, want[i])
				}
			}
		})
	}
	crew.Wait()
}

// TestEvents: every event is of the codebook, stands in its sentence, holds its
// trigger, and has an id of its own; there is one at least in each example.
func TestEvents(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, gate(t), k)
	ids := map[demarche.EventID]bool{}
	for _, r := range examples(t) {
		events := c.Code(&r)
		if len(events) == 0 {
			t.Errorf("%s: no events", r.ID)
		}
		for _, e := range events {
			if err := e.Validate(); err != nil {
				t.Error(err)
			}
			if e.Trigger.Len() == 0 || e.Span.Start < e.Sentence.Start || e.Span.End > e.Sentence.End || e.Sentence.End > len(r.Text) {
				t.Errorf("%s: trigger %v, words %v, sentence %v", e.ID, e.Trigger, e.Span, e.Sentence)
			}
			if k.book.Rule(e.Rule) == nil {
				t.Errorf("%s: no rule %q", e.ID, e.Rule)
			}
			if ids[e.ID] {
				t.Errorf("the id %s stands twice", e.ID)
			}
			ids[e.ID] = true
		}
	}
}

// TestNothingToCode: what holds no event, and no words, gives none.
func TestNothingToCode(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, nil, k)
	for _, text := range []string{"", " ", "Snow fell.", ".", "\x00\xff", "— “”", "Russia", strings.Repeat("a", 5000)} {
		r := demarche.Report{ID: "r", Date: exampleDay, Text: text, Body: demarche.Span{End: len(text)}}
		if got := c.Code(&r); len(got) > 0 {
			t.Errorf("%q gives %+v", text, got)
		}
	}
}

// TestWalk: a walk tells the rule that made an event, what the clause says, who stands
// where, and why another rule did not.
func TestWalk(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, nil, k)
	var w Walk
	c.Record(&w)
	text := "Peru will expel two Chilean diplomats by Friday. It expelled a student."
	events := c.Code(&demarche.Report{ID: "r", Date: exampleDay, Text: text, Body: demarche.Span{End: len(text)}})
	if len(events) != 1 {
		t.Fatalf("%+v", events)
	}
	try := w.Of(&events[0])
	if try == nil {
		t.Fatalf("no try made %+v", events[0])
	}
	if diff := cmp.Diff([]demarche.Code{"PER"}, try.Actor.Codes); diff != "" || try.Actor.Source != "agent" || try.Actor.Spoken {
		t.Errorf("actor %+v", try.Actor)
	}
	if diff := cmp.Diff([]demarche.Code{"CHL"}, try.Recipient.Codes); diff != "" || try.Recipient.Source != "owner" {
		t.Errorf("recipient %+v", try.Recipient)
	}
	if len(try.Stance.Steps) != 1 || try.Stance.Steps[0].Status != demarche.Planned {
		t.Errorf("steps %+v", try.Stance.Steps)
	}
	if len(w.Times) != 2 || len(w.Times[0]) != 1 {
		t.Errorf("times %+v", w.Times)
	}
	refused := slices.IndexFunc(w.Tries, func(x Try) bool { return x.Sentence == 1 && x.Rule.ID == "expel/expel" })
	if refused < 0 || !strings.HasPrefix(w.Tries[refused].Why, "no object of its classes") {
		t.Errorf("the student: %+v", w.Tries)
	}
	// A walk is of one report.
	c.Code(&demarche.Report{ID: "s", Date: exampleDay, Text: "Snow fell.", Body: demarche.Span{End: 10}})
	if len(w.Tries) != 0 {
		t.Errorf("%d tries of nothing", len(w.Tries))
	}
}
