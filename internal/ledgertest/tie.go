package ledgertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"github.com/google/go-cmp/cmp"
)

// splitAndMerged: some events of an act become an act of their own, two acts become
// one, and each can be taken back, so that it is as it was before.
func splitAndMerged(t *testing.T, open Opener) {
	r := Record(t, open)
	var lines strings.Builder
	for i, n := range []int{60, 60, 58, 58} {
		fmt.Fprintf(&lines, `{"id":"s%d","date":"2018-04-0%d","text":"Russia expelled %d American diplomats on March 29."}`+"\n", i, i+1, n)
	}
	Add(t, r, Lines(lines.String()+feed), desk.Adding{Jobs: 1})
	because := desk.Because{Name: "Ada", Reason: "two lists"}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	id := func(report demarche.ReportID) demarche.EventID {
		versions, err := r.Report(t.Context(), report, desk.View{})
		must(err)
		return versions[0].Events[0].ID
	}
	told := func(report demarche.ReportID) (all []demarche.ReportID) {
		a, err := r.Act(t.Context(), demarche.ActID(id(report)))
		must(err)
		for _, x := range a.Tellings {
			all = append(all, x.Report)
		}
		slices.Sort(all)
		return all
	}
	// state is the record now, which must be what putting it together anew gives.
	state := func() string {
		t.Helper()
		now := dump(t, r, desk.View{})
		if diff := cmp.Diff(now, dump(t, r, desk.View{KnownBy: Today})); diff != "" {
			t.Errorf("put together anew it is otherwise: %s", diff)
		}
		return now
	}
	wantTold := func(report demarche.ReportID, want string) {
		t.Helper()
		if got := fmt.Sprint(told(report)); got != want {
			t.Errorf("the act of %s is told by %s, want %s", report, got, want)
		}
	}
	const whole, mine, others = "[a3 a4 s0 s1 s2 s3]", "[s2 s3]", "[a3 a4 s0 s1]"
	wantTold("s0", whole)
	first := state()
	must(r.Split(t.Context(), []demarche.EventID{id("s2"), id("s3")}, because))
	wantTold("s3", mine)
	wantTold("a4", others)
	split := state()

	must(r.Merge(t.Context(), id("s1"), id("s3"), desk.Because{Name: "Zoe", Reason: "one list"}))
	wantTold("s2", whole)
	if diff := cmp.Diff(first, state()); diff != "" {
		t.Errorf("merged again: %s", diff)
	}
	ties := func() []desk.Tie {
		a, err := r.Act(t.Context(), demarche.ActID(id("s2")))
		must(err)
		_, ties, err := r.Corrections(t.Context(), &a)
		must(err)
		return ties
	}
	i := slices.IndexFunc(ties(), func(x desk.Tie) bool { return x.Name == "Zoe" })
	if i < 0 {
		t.Fatalf("what Zoe decided is not told: %+v", ties())
	}
	must(r.Untie(t.Context(), ties()[i].Pairs, because))
	if diff := cmp.Diff(split, state()); diff != "" {
		t.Errorf("the merging is taken back: %s", diff)
	}
	for _, x := range ties() {
		must(r.Untie(t.Context(), x.Pairs, because))
	}
	if diff := cmp.Diff(first, state()); diff != "" {
		t.Errorf("the splitting is taken back: %s", diff)
	}
	if left := ties(); len(left) > 0 {
		t.Errorf("ties are left: %+v", left)
	}

	// What nobody would take for one act is one where an analyst says so.
	const all = "[a1 a2 a3 a3 a4 s0 s1 s2 s3]"
	must(r.Merge(t.Context(), id("s0"), id("a1"), because))
	wantTold("a1", all)
	state()
	must(r.Split(t.Context(), []demarche.EventID{id("a1")}, because))
	wantTold("a1", "[a1]")
	state()

	for _, c := range []struct {
		err  error
		want string
	}{
		{r.Split(t.Context(), nil, because), "no event was chosen"},
		{r.Split(t.Context(), []demarche.EventID{id("s0"), id("a5")}, because), "does not tell the act"},
		{r.Merge(t.Context(), id("s0"), id("a5"), because), "between other parties"},
		{r.Split(t.Context(), []demarche.EventID{id("a1")}, because), "all events of the act were chosen"},
		{r.Split(t.Context(), []demarche.EventID{id("s0")}, desk.Because{Name: "Ada"}), "needs a reason"},
		{r.Merge(t.Context(), id("s0"), id("s1"), because), "tell one act already"},
		{r.Merge(t.Context(), id("s0"), "none", because), `no event "none"`},
		{r.Untie(t.Context(), [][2]demarche.EventID{{id("s0"), id("a5")}}, because), "nothing to undo"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%v, want %s", c.err, c.want)
		}
	}
}
