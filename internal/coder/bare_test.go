package coder

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche"

	"github.com/google/go-cmp/cmp"
)

// TestBare: whom a report names without his State, and what follows once that is known.
func TestBare(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, gate(t), k)
	day := demarche.Day{Year: 2021, Month: 11, Date: 30}
	for _, x := range []struct {
		text  string
		bare  string
		known Known
		want  string // events
	}{
		{"Bortnov said that the United States had expelled ten diplomats.", "Bortnov", Known{"Bortnov": "RUS"}, "expel [USA] [RUS] said by RUS inferred [recipient speaker_state]"},
		{"Mr. Bortnov said that the United States had expelled ten Russian diplomats.", "Bortnov", Known{"Bortnov": "RUS"}, "expel [USA] [RUS] said by RUS inferred [speaker_state]"},
		{"Anatoly Bortnov met the Austrian ambassador in Oslo.", "Anatoly Bortnov", Known{"Anatoly Bortnov": "RUS"}, "consult [RUS] [AUT] inferred [actor]"},
		{"Russian Deputy Foreign Minister Anatoly Bortnov said that the United States had expelled ten Russian diplomats. Bortnov said that he was sorry.", "", Known{"Bortnov": "UKR"}, "expel [USA] [RUS] said by RUS"},
		{"Sergei Lavrov said that the United States had expelled ten Russian diplomats.", "", nil, "expel [USA] [RUS] said by RUS"},
		{"The weather in Ruritania was fine, Bortnov said.", "", nil, ""},
		{"Iran and Saudi Arabia agreed to restore ties seven years after Riyadh broke them off, and to reopen embassies.", "", nil, "agree [IRN] [SAU]; restore_relations [IRN] [SAU]; break_relations [SAU] [IRN]"},
	} {
		r := &demarche.Report{ID: "r", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}}
		reading := c.Read(r)
		plain := c.CodeReading(&reading)
		if diff := cmp.Diff(c.Read(r).Trees, reading.Trees); diff != "" {
			t.Errorf("%q is read another way after it was coded: %s", x.text, diff)
		}
		if got := strings.Join(c.Bare(), " "); got != x.bare {
			t.Errorf("%q: bare %q, want %q", x.text, got, x.bare)
		}
		if diff := cmp.Diff(plain, c.CodeKnowing(&reading, plain, nil)); diff != "" {
			t.Errorf("%q with nobody known: %s", x.text, diff)
		}
		var got []string
		for _, e := range c.CodeKnowing(&reading, plain, x.known) {
			s := fmt.Sprintf("%s %v %v", e.Type, e.Actor, e.Recipient)
			if e.SpeakerState != "" {
				s += " said by " + string(e.SpeakerState)
			}
			if len(e.Inferred) > 0 {
				s += fmt.Sprint(" inferred ", e.Inferred)
			}
			got = append(got, s)
			if same := slices.ContainsFunc(plain, func(p demarche.Event) bool { return p.ID == e.ID }); !same && x.bare == "" {
				t.Errorf("%q: %s is new", x.text, s)
			}
		}
		if diff := cmp.Diff(x.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q: %s", x.text, diff)
		}
	}
}
