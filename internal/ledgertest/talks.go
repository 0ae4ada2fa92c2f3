package ledgertest

import (
	"strings"
	"testing"

	"demarche"
	"demarche/internal/brief"
	"demarche/internal/desk"
	"github.com/google/go-cmp/cmp"
)

// parleys is reports of talks, before and after them.
const parleys = `{"id":"t0","date":"2021-10-01","text":"Russian Deputy Foreign Minister Anatoly Bortnov said on Friday that the United States had expelled ten Russian diplomats."}
{"id":"t1","date":"2021-11-30","text":"Bortnov held talks on visas and property with the United States in Vienna on Monday."}
{"id":"t2","date":"2021-12-01","text":"Russia and the United States held talks in Vienna on Monday. There was no progress at the talks, Foreign Minister Sergei Lavrov said."}
{"id":"t3","date":"2021-12-02","text":"The talks in Vienna between the United States and Russia were constructive, U.S. State Department spokesman Ned Price said."}
`

// talksTold: the brief tells the level and topics of talks, and what each side says of
// them, as was known, and the same from the record as from the reports themselves.
func talksTold(t *testing.T, open Opener) {
	r := Record(t, open)
	Add(t, r, Lines(parleys), desk.Adding{Jobs: 1})
	var g desk.Gathering
	for _, err := range Desk(t).Gather(t.Context(), Lines(parleys), 2, &g) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for knownBy, want := range map[string][]string{
		"2021-11-30": {"held", "Level: deputy ministers", "[t0]", "Topics: visas; property"},
		"2021-12-01": {"held", "Level: deputy ministers", "Topics: visas; property", "says Sergei Lavrov (RUS): “no progress”"},
		"2021-12-30": {"says Sergei Lavrov (RUS): “no progress”", "says Ned Price (USA): “constructive”"},
	} {
		v := desk.View{KnownBy: day(knownBy)}
		kept, err := r.Brief(t.Context(), "RUS", "USA", v)
		if err != nil {
			t.Fatal(err)
		}
		made := g.Brief("RUS", "USA", v, demarche.Day{})
		text := string(kept.AppendText(nil, brief.Layout{}))
		if diff := cmp.Diff(string(made.AppendText(nil, brief.Layout{})), text); diff != "" {
			t.Errorf("by %s from the reports and from the record: %s", knownBy, diff)
		}
		_, text, _ = strings.Cut(text, "\nTALKS\n")
		text, _, _ = strings.Cut(text, "\nCLAIMS")
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("by %s %q is not in\n%s", knownBy, w, text)
			}
		}
		if knownBy == "2021-12-01" && strings.Contains(text, "Price") {
			t.Errorf("what was said later is known before:\n%s", text)
		}
	}
}
