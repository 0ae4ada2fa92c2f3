package desk

import (
	"fmt"
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
)

// TestHeld: an office is held from the first report that tells it until one tells
// another, in whatever order reports came.
func TestHeld(t *testing.T) {
	start := demarche.Day{Year: 2021, Month: 1, Date: 1}
	tenure := func(report string, after int, office string) demarche.Tenure {
		return demarche.Tenure{Name: "Ana Rojas", State: "PER", Office: office, Report: demarche.ReportID(report), Known: start.Plus(after)}
	}
	var got []string
	for _, h := range held([]demarche.Tenure{tenure("a", 0, "Deputy Minister"), tenure("b", 10, "deputy minister"), tenure("c", 20, "Foreign Minister"), tenure("d", 30, "Foreign Minister")}) {
		got = append(got, fmt.Sprintf("%s %v %v %v", h.Office, h.From, h.Until, h.Reports))
	}
	want := []string{"Deputy Minister 2021-01-01 2021-01-21 [a b]", "Foreign Minister 2021-01-21  [c d]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestResolve: a bare surname gets its full name only where one person has it.
func TestResolve(t *testing.T) {
	known := map[string][]demarche.Tenure{
		"Rojas": {{Name: "Ana Rojas", State: "PER"}, {Name: "Ana Rojas", State: "PER"}, {Name: "Eva Rojas", State: "CHL"}},
		"Silva": {{Name: "Ana Silva", State: "PER"}, {Name: "Eva Silva", State: "PER"}},
	}
	for speaker, want := range map[string]string{"Rojas": "Ana Rojas", "Silva": "Silva", "Eva Rojas": "Eva Rojas", "source": "source", "Perez": "Perez"} {
		acts := []demarche.Act{{Tellings: []demarche.Telling{{Event: demarche.Event{Speaker: speaker, SpeakerState: "PER"}}}}}
		if err := resolve(acts, func(s string) ([]demarche.Tenure, error) { return known[s], nil }); err != nil {
			t.Fatal(err)
		}
		told := acts[0].Tellings[0]
		if told.Speaker != want || (len(told.Inferred) > 0) != (want != speaker) {
			t.Errorf("%s: %s, inferred %v", speaker, told.Speaker, told.Inferred)
		}
	}
}
