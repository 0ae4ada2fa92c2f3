package score

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// shared has the judge that the codebook names, and gold. It is no part of the
// repository.
const shared = "../../../shared/eval"

// TestAgainstTheScript: the figures are those of the script, to the last letter.
func TestAgainstTheScript(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("the script needs python3: ", err)
	}
	script := filepath.Join(shared, "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("the script is not at hand: ", err)
	}
	for _, set := range []string{"seeds", "dev"} {
		gold := readFile(t, filepath.Join(shared, set, "gold.jsonl"))
		rng := rand.New(rand.NewPCG(3, 1))
		for round := range 4 {
			found := disturbed(rng, gold.Events)
			if round == 0 {
				found = nil
			}
			path := filepath.Join(t.TempDir(), "found.jsonl")
			if err := os.WriteFile(path, jsonLines(found), 0o666); err != nil {
				t.Fatal(err)
			}
			inside, outside := gold.Of(found)
			j := Judge(gold.Events, inside)
			for _, c := range []struct {
				flags  []string
				figure func([]byte) []byte
				groups []Group
			}{
				{[]string{"--json"}, j.AppendJSON, nil},
				{[]string{"--by", "type"}, j.AppendText, j.ByType()},
				{[]string{"--by", "report"}, j.AppendText, j.ByReport()},
				{[]string{"--by", "status"}, j.AppendText, j.ByStatus()},
			} {
				got := c.figure(nil)
				if outside > 0 && c.groups != nil {
					got = fmt.Appendf(got, "left out: %d found events of reports that the gold file does not have\n", outside)
				}
				for _, g := range c.groups {
					got = g.AppendText(got)
				}
				cmd := exec.Command(python, append([]string{script, filepath.Join(shared, set, "gold.jsonl"), path}, c.flags...)...)
				cmd.Stderr = os.Stderr
				want, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
					t.Errorf("%s, round %d, %v: %s", set, round, c.flags, diff)
				}
			}
		}
	}
}

// readFile reads a file of events.
func readFile(t *testing.T, path string) *File {
	t.Helper()
	r, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	f, err := Read(path, r)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func jsonLines(events []demarche.Event) (out []byte) {
	for _, e := range events {
		out = append(demarche.Coded{Event: e}.AppendJSON(out), '\n')
	}
	return out
}

// disturbed is events as a bad coder would find them: some are left out, told
// twice, of another report, or have another event's fields.
func disturbed(rng *rand.Rand, events []demarche.Event) (found []demarche.Event) {
	for _, e := range events {
		other := events[rng.IntN(len(events))]
		switch rng.IntN(12) {
		case 0:
			continue
		case 1:
			found = append(found, e)
		case 2:
			e.Report = "nowhere"
		case 3:
			e.Actor, e.Recipient = e.Recipient, e.Actor
		case 4:
			e.Status = other.Status
		case 5:
			e.Count, e.Deadline = other.Count, other.Deadline
		case 6:
			e.Object, e.Place = other.Object, strings.ToUpper(e.Place)+" "
		case 7:
			e.Date, e.SpeakerState = other.Date, other.SpeakerState
		case 8:
			e.Type = other.Type
		case 9:
			e.Actor = append(slices.Clone(e.Actor), e.Actor...)
		}
		found = append(found, e)
	}
	rng.Shuffle(len(found), func(i, j int) { found[i], found[j] = found[j], found[i] })
	return found
}

// event is an event of few kinds, so that many match.
func event(t *rapid.T) demarche.Event {
	one := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	e := demarche.Event{
		Report: demarche.ReportID(one("report", "a", "b")), Type: demarche.EventType(one("type", "expel", "consult", "accuse")),
		Actor: []demarche.Code{demarche.Code(one("actor", "USA", "RUS"))}, Recipient: []demarche.Code{demarche.Code(one("recipient", "USA", "RUS"))},
		Status: demarche.Status(one("status", "actual", "denied")), Object: one("object", "", "staff"), Place: one("place", "", "Kyiv", " kyiv"),
	}
	if rapid.Bool().Draw(t, "counted") {
		e.Count = demarche.Quantity{N: rapid.IntRange(1, 2).Draw(t, "n"), Cmp: "="}
	}
	return e
}

// TestOrderDoesNotCount: in whichever order the events come, as many are found;
// and each event of gold and each found is in a pair or left over.
func TestOrderDoesNotCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := rapid.SliceOfN(rapid.Custom(event), 0, 20)
		gold, found := events.Draw(t, "gold"), events.Draw(t, "found")
		j := Judge(gold, found)
		other := Judge(rapid.Permutation(gold).Draw(t, "gold again"), rapid.Permutation(found).Draw(t, "found again"))
		if j.Event != other.Event {
			t.Errorf("%+v, and in another order %+v", j.Event, other.Event)
		}
		types, others := j.ByType(), other.ByType()
		for i, g := range types {
			if g.Name != others[i].Name || g.Event != others[i].Event {
				t.Errorf("%s: %+v, and in another order %s: %+v", g.Name, g.Event, others[i].Name, others[i].Event)
			}
		}
		back := Judge(found, gold).Event
		if back.P != j.Event.R || back.R != j.Event.P || back.F1 != j.Event.F1 {
			t.Errorf("%+v, and with gold and found exchanged %+v", j.Event, back)
		}
		n := j.Event
		if n.Hit != len(j.Pairs) || n.Gold != n.Hit+len(j.Missed) || n.Found != n.Hit+len(j.Spurious) || j.Strict.Hit > n.Hit || j.Status.Of != n.Hit {
			t.Errorf("%+v of %d pairs, %d missed, %d spurious", n, len(j.Pairs), len(j.Missed), len(j.Spurious))
		}
	})
}

// TestGoldIsPerfect: what is judged against itself is all right.
func TestGoldIsPerfect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold := rapid.SliceOfN(rapid.Custom(event), 1, 20).Draw(t, "gold")
		j := Judge(gold, slices.Clone(gold))
		if j.Event.F1 != 1 || j.Strict.F1 != 1 || j.Status.Accuracy != 1 || len(j.Missed)+len(j.Spurious)+len(j.Slips()) > 0 {
			t.Errorf("%+v, slips %v", j.Score, j.Slips())
		}
	})
}

func TestJudge(t *testing.T) {
	const text = `
		{"report":"r","type":"expel","actor":["USA"],"recipient":["RUS"],"status":"actual","count":{"n":27,"cmp":">="},"deadline":"2022-01-30","place":"Kyiv"}
		{"report":"r","type":"expel","actor":["USA"],"recipient":["RUS"],"status":"planned","count":{"n":10}}
		{"report":"r","type":"consult","actor":["USA"],"recipient":["RUS"],"status":"actual"}
		{"report":"r","type":"accuse","actor":["RUS"],"recipient":["USA"],"status":"actual","speaker_state":"RUS"}
		{"report":"r","type":"accuse","actor":["RUS"],"recipient":["USA"],"status":"actual"}
		{"report":"r","type":"close","actor":["RUS"],"recipient":["USA"],"status":"actual"}
	`
	const coded = `
		{"report":"r","type":"expel","actor":["USA"],"recipient":["RUS"],"status":"planned","count":{"n":27},"place":"KYIV"}
		{"report":"r","type":"consult","actor":["RUS"],"recipient":["USA"],"status":"actual"}
		{"report":"r","type":"accuse","actor":["RUS"],"recipient":["USA"],"status":"actual"}
		{"report":"r","type":"close","actor":["USA"],"recipient":["RUS"],"status":"actual"}
	`
	read := func(s string) []demarche.Event {
		f, err := Read("it", strings.NewReader(s))
		if err != nil {
			t.Fatal(err)
		}
		return f.Events
	}
	j := Judge(read(text), read(coded))
	if want := (PRF{P: 0.75, R: 0.6, F1: 0.6667, Hit: 3, Found: 4, Gold: 5}); j.Event != want {
		t.Errorf("%+v, want %+v", j.Event, want)
	}
	if want := (PRF{P: 0.5, R: 0.4, F1: 0.4444, Hit: 2, Found: 4, Gold: 5}); j.Strict != want {
		t.Errorf("strict %+v, want %+v", j.Strict, want)
	}
	var slips []string
	for _, s := range j.Slips() {
		slips = append(slips, s.String())
	}
	// Of gold's two expulsions the first has the place that was found, but the
	// second the status, and that weighs more. Of the accusations the first counts.
	if diff := cmp.Diff([]string{
		"slot r accuse speaker_state: gold RUS found nothing",
		"slot r expel count: gold 10 found 27",
		"slot r expel place: gold nothing found kyiv",
	}, slips); diff != "" {
		t.Error(diff)
	}
	if len(j.Missed) != 2 || j.Missed[0].Status != demarche.Actual || len(j.Spurious) != 1 || j.Spurious[0].Type != "close" {
		t.Errorf("missed %v, spurious %v", j.Missed, j.Spurious)
	}
	var names []string
	for _, g := range j.ByStatus() {
		names = append(names, fmt.Sprint(g.Name, " ", g.Event.Hit, " of ", g.Event.Gold))
	}
	if diff := cmp.Diff([]string{"actual 2 of 4", "planned 1 of 1"}, names); diff != "" {
		t.Error(diff)
	}
}
