package ledgertest

import (
	"testing"

	"demarche"
	"demarche/internal/desk"
	"github.com/google/go-cmp/cmp"
)

// filed: what is filed of a busy pair says the same as the rows, whatever was changed
// since it was filed; a change takes out no more than it must; and what was read before
// a change is not filed after it.
func filed(t *testing.T, open Opener) {
	db, dialect := open(t)
	other := reopen(t, db, dialect, Today)
	if err := other.Load(t.Context(), Generate(3, 3000)); err != nil {
		t.Fatal(err)
	}
	months := func() (n int) {
		t.Helper()
		if err := db.QueryRowContext(t.Context(), `SELECT COUNT(*) FROM filed WHERE dyad = $1`, Busy).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	// said is all that a record opened now says of the pair; its end files what it read.
	said := func() string {
		t.Helper()
		r := reopen(t, db, dialect, Today)
		all := acts(t, r, desk.View{}, day("2003-03-15"))
		for _, knownBy := range []demarche.Day{{}, day("2010-01-31")} {
			all += acts(t, r, desk.View{KnownBy: knownBy}, demarche.Day{})
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		return all
	}
	compare := func(after string) (before string) {
		t.Helper()
		before = said()
		if _, err := db.ExecContext(t.Context(), `DELETE FROM filed`); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(said(), before); diff != "" {
			t.Fatalf("after %s the file says other than the rows: %s", after, diff)
		}
		return before
	}
	if n := months(); n != 0 {
		t.Fatalf("%d months are filed that nobody has read", n)
	}
	last := compare("loading")
	all := months()
	if all < 100 {
		t.Fatalf("only %d months are filed", all)
	}
	told, err := other.Events(t.Context(), Busy, desk.Page{Limit: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	expelled := func(nth int) demarche.Telling {
		t.Helper()
		for _, e := range told {
			if e.Type == "expel" && e.Count.N > 0 {
				if nth--; nth < 0 {
					return e
				}
			}
		}
		t.Fatal("there are too few expulsions")
		return demarche.Telling{}
	}
	because := desk.Because{Name: "Ada", Reason: "misread"}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"adding", func() error { Add(t, other, Lines(feed), desk.Adding{Jobs: 1}); return nil }},
		{"rejecting", func() error { return other.Reject(t.Context(), expelled(3).ID, because) }},
		{"correcting a figure", func() error { return other.Change(t.Context(), expelled(5).ID, "count", "777", because) }},
		{"taking an event to other parties", func() error { return other.Change(t.Context(), expelled(9).ID, "recipient", "FRA", because) }},
		{"making words of a deed", func() error { return other.Change(t.Context(), expelled(12).ID, "type", "accuse", because) }},
		{"joining", func() error { return other.Join(t.Context(), expelled(11).ID, expelled(30).ID, because) }},
		{"another version", func() error {
			of := expelled(20)
			Add(t, other, Lines(`{"id":"`+string(of.Report)+`","date":"`+of.Known.String()+`","text":"The United States on Monday expelled 44 Russian diplomats."}`+"\n"), desk.Adding{Jobs: 1, Replace: true})
			return nil
		}},
	} {
		early := reopen(t, db, dialect, Today) // it reads before, and ends after the change
		if _, err := db.ExecContext(t.Context(), `DELETE FROM filed WHERE month % 2 = 0`); err != nil {
			t.Fatal(err)
		}
		acts(t, early, desk.View{}, demarche.Day{})
		before := months()
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		early.Close()
		if left := months(); left > before || left < before-12 {
			t.Errorf("after %s %d months are filed of %d", step.name, left, before)
		}
		now := compare(step.name)
		if now == last {
			t.Errorf("%s has changed nothing", step.name)
		}
		last = now
	}
	// Most of the made-up texts tell nothing.
	if _, err := other.Recode(t.Context(), Desk(t), nil); err != nil {
		t.Fatal(err)
	}
	compare("coding anew")
}
