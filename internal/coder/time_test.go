package coder

import (
	"testing"

	"demarche"
)

// TestDatesOfEvents: what is counted from an act dates the act from its other end, and
// what has happened does not lie after its report.
func TestDatesOfEvents(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2023-03-10")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		kind demarche.EventType
		want string
	}{
		{"Kenya and Somalia agreed on Friday to restore ties, seven years after Kenya had broken off relations with Somalia.", "break_relations", "2016"},
		{"Kenya and Somalia agreed on Friday to restore ties, seven years after Kenya had broken them off, and to reopen their embassies within two months.", "open", ""},
		{"Kenya on Tuesday blamed Somalia for an explosion at its embassy on March 2, 2019.", "accuse", "2023-03-07"},
		{"Kenya expelled two Somali diplomats on March 2.", "expel", "2023-03-02"},
	} {
		found := false
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}) {
			if e.Type != tc.kind {
				continue
			}
			found = true
			if got := e.Date.String(); got != tc.want {
				t.Errorf("%s: %s on %q, want %q", tc.text, tc.kind, got, tc.want)
			}
			if tc.kind == "open" && (e.Status != demarche.Planned || e.Deadline.String() != "2023-05-10") {
				t.Errorf("%s: %s %s by %s, want planned by 2023-05-10", tc.text, tc.kind, e.Status, e.Deadline)
			}
		}
		if !found {
			t.Errorf("%s: no %s", tc.text, tc.kind)
		}
	}
}
