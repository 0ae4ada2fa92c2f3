package ledgertest

import (
	"testing"

	"demarche"
	"demarche/internal/desk"
)

// overviews: what is new and what is ahead in the whole record, seen from a day.
func overviews(t *testing.T, open Opener) {
	r := Record(t, open)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	Add(t, r, desk.Reports([]desk.Sent{{Name: "../b1.txt", Text: []byte("Poland on Monday ordered three Belarusian diplomats to leave within ten days.")}}, demarche.Day{Year: 2026, Month: 11, Date: 24}), desk.Adding{Jobs: 1})
	o, err := r.Overview(t.Context(), 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Newest) != 3 || o.Newest[0].Tellings[0].Report == "" || o.Newest[0].Actor[0] != "POL" {
		t.Errorf("newest %+v", o.Newest)
	}
	if len(o.Ahead) != 1 || desk.Due(&o.Ahead[0]).String() != "2026-12-03" {
		t.Errorf("ahead %+v", o.Ahead)
	}
	if later, err := r.On(Today.Plus(30)).Overview(t.Context(), 3); err != nil || len(later.Ahead) != 0 {
		t.Errorf("a month later %+v, %v", later.Ahead, err)
	}
	if o.Pairs[[2]demarche.Code{"USA", "RUS"}] < 2 || o.Pairs[[2]demarche.Code{"POL", "RUS"}] != 0 || o.From.String() != "2018-03-27" {
		t.Errorf("pairs %v since %v", o.Pairs, o.From)
	}
}

// undone: the last correction of a field is taken back, and nothing else.
func undone(t *testing.T, open Opener) {
	r := Record(t, open)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	because := desk.Because{Name: "Ada", Reason: "misread"}
	versions, err := r.Report(t.Context(), "a4", desk.View{})
	if err != nil {
		t.Fatal(err)
	}
	id := versions[0].Events[0].ID
	if err := r.Undo(t.Context(), id, "count", because); err == nil {
		t.Error("what was never corrected was undone")
	}
	for _, n := range []string{"59", ">=60"} {
		if err := r.Change(t.Context(), id, "count", n, because); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"59", ">=60"} { // to undo an undoing is to have it again
		if err := r.Undo(t.Context(), id, "count", because); err != nil {
			t.Fatal(err)
		}
		versions, err := r.Report(t.Context(), "a4", desk.View{})
		if err != nil {
			t.Fatal(err)
		}
		if got := desk.Value(&versions[0].Events[0].Event, "count"); got != want {
			t.Errorf("count %s, want %s", got, want)
		}
	}
	if err := r.Undo(t.Context(), "none", "count", because); !desk.IsMissing(err) {
		t.Errorf("an event that is not there: %v", err)
	}
}
