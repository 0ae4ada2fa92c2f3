package ledgertest

import (
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"github.com/google/go-cmp/cmp"
)

// acts is the acts between the busy pair, as JSON lines.
func acts(t *testing.T, r *desk.Record, v desk.View, wordsSince demarche.Day) string {
	t.Helper()
	found, err := r.ActsOf(t.Context(), Busy, v, wordsSince)
	if err != nil {
		t.Fatal(err)
	}
	return lines(found)
}

func lines(acts []demarche.Act) string {
	var out []byte
	for i := range acts {
		out = append(acts[i].AppendJSON(out), '\n')
	}
	return string(out)
}

// merged is the acts that merging all that was told between the busy pair by a day
// makes.
func merged(t *testing.T, r *desk.Record, knownBy demarche.Day) string {
	t.Helper()
	all, err := r.Events(t.Context(), Busy, desk.Page{View: desk.View{KnownBy: knownBy}, Limit: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	var told []demarche.Telling
	seen := map[demarche.EventID]bool{} // one may be in the list as a deed and as words
	for _, e := range all {
		goes := func(a, b demarche.Code) bool { return slices.Contains(e.Actor, a) && slices.Contains(e.Recipient, b) }
		if !seen[e.ID] && (goes("RUS", "USA") || goes("USA", "RUS")) {
			told = append(told, e)
		}
		seen[e.ID] = true
	}
	return lines(desk.Acts(told))
}

// kept: a record that has read of a pair before says the same as one that reads it
// now, whatever another program has changed meanwhile, and of whatever day it is
// asked; and the counts that are kept are those of the rows.
func kept(t *testing.T, open Opener) {
	db, dialect := open(t)
	r, other := reopen(t, db, dialect, Today), reopen(t, db, dialect, Today)
	if err := r.Load(t.Context(), Generate(3, 800)); err != nil {
		t.Fatal(err)
	}
	days := []demarche.Day{{}, day("1994-12-31"), day("1999-04-05"), day("2010-01-31"), day("2024-05-06"), Today}
	compare := func(after string) {
		t.Helper()
		now := reopen(t, db, dialect, Today)
		for _, knownBy := range days {
			for _, since := range []demarche.Day{{}, day("2003-03-01")} {
				fresh := acts(t, now, desk.View{KnownBy: knownBy}, since)
				if diff := cmp.Diff(fresh, acts(t, r, desk.View{KnownBy: knownBy}, since)); diff != "" {
					t.Fatalf("after %s, known by %v, words since %v: %s", after, knownBy, since, diff)
				}
			}
		}
		// What was known by a day is what merging all that was told by then makes.
		for _, knownBy := range days[1 : len(days)-1] { // before analysts tied events
			if diff := cmp.Diff(merged(t, r, knownBy), acts(t, r, desk.View{KnownBy: knownBy}, demarche.Day{})); diff != "" {
				t.Fatalf("after %s, known by %v: %s", after, knownBy, diff)
			}
		}
		reports, events, all, err := r.Sizes(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var rows [3]int64
		for i, query := range []string{`SELECT COUNT(*) FROM report`, `SELECT COUNT(*) FROM event WHERE known_to <> ''`, `SELECT COUNT(*) FROM act`} {
			if err := db.QueryRowContext(t.Context(), query).Scan(&rows[i]); err != nil {
				t.Fatal(err)
			}
		}
		if got := [3]int64{reports, events, all}; got != rows {
			t.Fatalf("after %s: counts %v of rows %v", after, got, rows)
		}
		dyads, err := r.Dyads(t.Context(), desk.View{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range dyads {
			var acts, events int64
			if err := db.QueryRowContext(t.Context(), `SELECT (SELECT COUNT(*) FROM dyad_act WHERE dyad = $1), (SELECT COUNT(*) FROM dyad_event WHERE dyad = $1)`, d.Name).Scan(&acts, &events); err != nil {
				t.Fatal(err)
			}
			if d.Acts != acts || d.Events != events {
				t.Fatalf("after %s: %+v has %d acts and %d events", after, d, acts, events)
			}
		}
	}
	compare("loading")
	stamp := func() string {
		t.Helper()
		s, err := r.Stamp(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	told, err := r.Events(t.Context(), Busy, desk.Page{Limit: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	pick := func(nth int, types ...demarche.EventType) demarche.Telling {
		t.Helper()
		for i := range told {
			if slices.Contains(types, told[i].Type) {
				if nth--; nth < 0 {
					return told[i]
				}
			}
		}
		t.Fatalf("there are too few of %v", types)
		return demarche.Telling{}
	}
	because := desk.Because{Name: "Ada", Reason: "misread"}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"adding", func() error { Add(t, other, Lines(feed), desk.Adding{Jobs: 1}); return nil }},
		{"rejecting", func() error { return other.Reject(t.Context(), pick(3, "expel").ID, because) }},
		{"correcting a figure", func() error { return other.Change(t.Context(), pick(5, "expel").ID, "count", "3", because) }},
		{"taking an event to other parties", func() error { return other.Change(t.Context(), pick(9, "consult").ID, "recipient", "FRA", because) }},
		{"making a deed of words", func() error { return other.Change(t.Context(), pick(2, "accuse").ID, "type", "summon", because) }},
		{"making words of a deed", func() error { return other.Change(t.Context(), pick(2, "sanction").ID, "type", "accuse", because) }},
		{"joining", func() error { return other.Join(t.Context(), pick(11, "expel").ID, pick(30, "expel").ID, because) }},
		{"accepting again", func() error { return other.Accept(t.Context(), pick(3, "expel").ID, because) }},
		{"another version", func() error {
			of := pick(20, "expel")
			Add(t, other, Lines(`{"id":"`+string(of.Report)+`","date":"`+of.Known.String()+`","text":"The United States on Monday expelled 44 Russian diplomats."}`+"\n"), desk.Adding{Jobs: 1, Replace: true})
			return nil
		}},
		{"coding anew", func() error { _, err := other.Recode(t.Context(), Desk(t), nil); return err }}, // most of the made-up texts tell nothing
	} {
		before := stamp()
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		after := stamp()
		if after == before {
			t.Errorf("after %s the record looks as before", step.name)
		}
		if _, _, err := r.Search(t.Context(), "expelled", desk.Page{Limit: 1}); err != nil || stamp() != after {
			t.Errorf("a search changes the record: %v", err)
		}
		compare(step.name)
	}
	if left := acts(t, r, desk.View{}, demarche.Day{}); !strings.Contains(left, `"n":60`) {
		t.Errorf("what the feed tells is not there: %s", left)
	}
}

// longAgo: a deadline that was set long ago, and is still ahead, is not buried under
// what became known since.
func longAgo(t *testing.T, open Opener) {
	r := Record(t, open)
	set := demarche.Event{
		ID: "old", Report: "old", Type: "limit_staff", Actor: []demarche.Code{"RUS"}, Recipient: []demarche.Code{"USA"}, Status: demarche.Actual, Object: "staff",
		Deadline: demarche.On(Today.Plus(40)), Rule: "limit_staff/made-up", Confidence: 0.9,
	}
	report := demarche.Report{ID: "old", Date: day("1994-01-01"), Text: "x"}
	if err := r.Load(t.Context(), slices.Values([]desk.Coding{{Report: &report, Events: []demarche.Event{set}}})); err != nil {
		t.Fatal(err)
	}
	if err := r.Load(t.Context(), Generate(1, 2500)); err != nil {
		t.Fatal(err)
	}
	o, err := r.Overview(t.Context(), 3)
	if err != nil || len(o.Ahead) != 1 || o.AllAhead != 1 || o.Ahead[0].Tellings[0].Report != "old" || len(o.Newest) != 3 {
		t.Errorf("%d ahead, %+v, %v", o.AllAhead, o.Ahead, err)
	}
	if all, err := r.Ahead(t.Context()); err != nil || len(all) != 1 || desk.Due(&all[0]) != Today.Plus(40) {
		t.Errorf("ahead %+v, %v", all, err)
	}
	// However many acts are wanted, they are found.
	if o, err = r.Overview(t.Context(), 1<<20); err != nil || int64(len(o.Newest)) != o.Acts {
		t.Errorf("%d newest of %d acts, %v", len(o.Newest), o.Acts, err)
	}
}
