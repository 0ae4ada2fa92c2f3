package main

import (
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

// coding is a report with events of its text.
func coding(t *testing.T, text string, events ...demarche.Event) *desk.Coding {
	t.Helper()
	return &desk.Coding{Report: &demarche.Report{ID: "r-1", Date: demarche.Day{Year: 2021, Month: 11, Date: 30}, Text: text}, Events: events}
}

// at is where words stand in a text.
func at(t *testing.T, text, words string) demarche.Span {
	t.Helper()
	start := strings.Index(text, words)
	if start < 0 {
		t.Fatalf("%q does not stand in %q", words, text)
	}
	return demarche.Span{Start: start, End: start + len(words)}
}

// dispute is a report with three events, one of them in words of two lines.
func dispute(t *testing.T) *desk.Coding {
	const text = "At least 27 more\nRussian diplomats, \"and families\", were expelled <by the US>. Moscow will respond, Sergei Ryabkov said. They met."
	return coding(t, text,
		demarche.Event{
			ID: "a1", Report: "r-1", Type: "expel", Actor: []demarche.Code{"USA"}, Recipient: []demarche.Code{"RUS"}, Status: demarche.Actual,
			Object: "diplomats", Count: demarche.Quantity{N: 27, Cmp: ">="}, Deadline: demarche.On(demarche.Day{Year: 2022, Month: 1, Date: 30}),
			Span: at(t, text, text[:strings.Index(text, ". Moscow")]), Trigger: at(t, text, "expelled"), Sentence: at(t, text, text[:strings.Index(text, " Moscow")]),
			Rule: "expel/by-verb", Confidence: 0.9,
		},
		demarche.Event{
			ID: "b2", Report: "r-1", Type: "respond", Actor: []demarche.Code{"RUS"}, Status: demarche.Threatened,
			Speaker: "Sergei Ryabkov", SpeakerState: "RUS", Span: at(t, text, "Moscow will respond"), Trigger: at(t, text, "respond"),
			Rule: "respond/will", Confidence: 0.5, Inferred: []string{"recipient", "actor"},
		},
		demarche.Event{
			ID: "c3", Report: "r-1", Type: "consult", Actor: []demarche.Code{"RUS", "USA"}, Recipient: []demarche.Code{"GBR"}, Status: demarche.Actual,
			Place: "Vienna", Date: demarche.MonthOf(2021, 11), Rule: "consult/meet", Confidence: 1,
		})
}

func TestReportOnPage(t *testing.T) {
	const want = `r-1  2021-11-30
  expel    USA → RUS        actual      at least 27 diplomats · by 2022-01-30
           “At least 27 more Russian diplomats, "and families", were expelled <by the US>”
  respond  RUS → ?          threatened  says Sergei Ryabkov (RUS) · inferred: recipient, actor
           “Moscow will respond”
  consult  RUS ↔ USA ↔ GBR  actual      in Vienna · in 2021-11

`
	if diff := cmp.Diff(want, string(page{width: plainWidth}.appendReport(nil, dispute(t)))); diff != "" {
		t.Error(diff)
	}
	narrow := string(page{width: 51, bold: true}.appendReport(nil, dispute(t)))
	if !strings.Contains(narrow, "\n           “… families\", were \x1b[1mexpelled\x1b[22m <by the US>”\n") {
		t.Error(narrow)
	}
	if got := (page{}).appendReport(nil, coding(t, "Snow fell.")); got != nil {
		t.Errorf("a report without events is shown as %q", got)
	}
}

// TestQuoteFits: the words stay within their line unless the trigger alone is
// longer, they hold the trigger, and a terminal can show them.
func TestQuoteFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringMatching(`( ?[a-zé"\n\t外]{1,9}){0,12}`)
		before, word, after := words.Draw(t, "before"), rapid.StringMatching(`[a-z]{1,12}`).Draw(t, "word"), words.Draw(t, "after")
		e := demarche.Event{Span: demarche.Span{Start: 0, End: len(before + word + after)}, Trigger: demarche.Span{Start: len(before), End: len(before + word)}}
		width := rapid.IntRange(0, 60).Draw(t, "width")
		quote := string(page{}.appendQuote(nil, before+word+after, &e, width))
		least := uniseg.StringWidth("“… " + word + " …”")
		if got := uniseg.StringWidth(quote); got > max(width, least) {
			t.Errorf("%q has %d columns, not %d", quote, got, width)
		}
		if !strings.Contains(quote, word) || strings.ContainsAny(quote, "\n\t") {
			t.Errorf("%q does not show %q", quote, word)
		}
		if wide := string(page{}.appendQuote(nil, before+word+after, &e, 1000)); wide != "“"+onOneLine(before+word+after)+"”" {
			t.Errorf("%q with all the room is %q", before+word+after, wide)
		}
	})
}

func TestCounted(t *testing.T) {
	for _, c := range []struct {
		object string
		n      int
		cmp    string
		want   string
	}{
		{"diplomats", 0, "", "diplomats"}, {"", 0, "", ""}, {"diplomats", 1, "=", "1 diplomat"}, {"diplomats", 27, ">=", "at least 27 diplomats"},
		{"embassy", 2, "=", "2 embassies"}, {"ambassador", 1, "=", "1 ambassador"}, {"staff", 755, "~", "about 755 staff"}, {"", 3, ">", "more than 3"},
		{"headcount", 455, "<=", "headcount of up to 455"}, {"diplomats", 0, "=", "0 diplomats"},
	} {
		if got := counted(c.object, demarche.Quantity{N: c.n, Cmp: c.cmp}); got != c.want {
			t.Errorf("%s, %d, %s: %q, want %q", c.object, c.n, c.cmp, got, c.want)
		}
	}
	for object := range counts {
		if err := (&demarche.Event{Report: "r", Type: "expel", Status: demarche.Actual, Object: object}).Validate(); err != nil {
			t.Error(err)
		}
	}
	for sign := range comparisons {
		if !slices.Contains(demarche.Comparisons, sign) {
			t.Errorf("%q is no comparison", sign)
		}
	}
}
