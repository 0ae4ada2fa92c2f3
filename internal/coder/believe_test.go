package coder

import (
	"testing"

	"demarche"
)

// TestBelievedByForm: what the form of a clause makes sure is believed at a low chance too: that
// two accused each other, and that a time was given to do something.
func TestBelievedByForm(t *testing.T) {
	const low = 0.12
	model, k := knowledge(t)
	sc := &NewCoder(model, nil, k).scene
	term := on(t, "2019-03-12").Date
	for _, tc := range []struct {
		name string
		f    candidate
		want bool
	}{
		{"accused each other", candidate{Event: demarche.Event{Type: "accuse", Rule: "accuse/accuse"}, mutual: true}, true},
		{"accused another", candidate{Event: demarche.Event{Type: "accuse", Rule: "accuse/accuse"}}, false},
		{"gave a week", candidate{Event: demarche.Event{Type: "demand", Rule: "demand/hours", Deadline: demarche.On(term)}, told: [2]bool{true, true}}, true},
		{"gave no term", candidate{Event: demarche.Event{Type: "demand", Rule: "demand/hours"}, told: [2]bool{true, true}}, false},
	} {
		if got := sc.isBelieved(&tc.f, low); got != tc.want {
			t.Errorf("%s: believed %v, want %v", tc.name, got, tc.want)
		}
	}
}
