package ledger

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The days that the laws are tried on.
const first, last Time = 0, 7

func entries(t *rapid.T) []Entry[int] {
	log := make([]Entry[int], rapid.IntRange(0, 8).Draw(t, "n"))
	for i := range log {
		day := func(name string) Time { return Time(rapid.IntRange(int(first), int(last)).Draw(t, name)) }
		from := day("from")
		log[i] = Entry[int]{
			Verb: rapid.SampledFrom(Verbs).Draw(t, "verb"), Valid: Span{from, from + Time(rapid.IntRange(0, 4).Draw(t, "length"))},
			Value: i + 1, At: day("at"), Nth: rapid.IntRange(0, 2).Draw(t, "nth"), By: fmt.Sprint(i),
		}
		if rapid.IntRange(0, 3).Draw(t, "open") == 0 {
			log[i].Valid.To = Never
		}
	}
	return log
}

// said is the law, word for word: at a time, as known by another, the last entry
// that was known and that speaks of that time decides; and what was erased at any
// time was never said before.
func said(log []Entry[int], asOf, knownBy Time) int {
	log = slices.Clone(log)
	slices.SortStableFunc(log, order)
	value := 0
	for i, e := range log {
		speaks := e.Valid.Has(asOf) || e.Verb == End && asOf >= e.Valid.From
		erased := slices.ContainsFunc(log[i+1:], func(l Entry[int]) bool { return l.Verb == Erase && l.Valid.Has(asOf) })
		if e.At > knownBy || !speaks || erased {
			continue
		}
		switch e.Verb {
		case Assert, Correct:
			value = e.Value
		default:
			value = 0
		}
	}
	return value
}

func TestRowsSayWhatTheLogSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := entries(t)
		rows := Rows(log)
		for asOf := first - 1; asOf <= last+6; asOf++ {
			for knownBy := first - 1; knownBy <= last+1; knownBy++ {
				if got, _ := At(rows, asOf, knownBy); got != said(log, asOf, knownBy) {
					t.Fatalf("at %d as known by %d: %d, want %d\nlog %+v\nrows %+v", asOf, knownBy, got, said(log, asOf, knownBy), log, rows)
				}
			}
		}
	})
}

// TestOneRowAtMost: rows do not overlap, and none is empty.
func TestOneRowAtMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := Rows(entries(t))
		for i, r := range rows {
			if r.Valid.IsEmpty() || r.Known.IsEmpty() {
				t.Fatalf("empty: %+v", r)
			}
			for _, s := range rows[:i] {
				if !r.Valid.meet(s.Valid).IsEmpty() && !r.Known.meet(s.Known).IsEmpty() {
					t.Fatalf("%+v and %+v", r, s)
				}
			}
		}
	})
}

// TestOrderOfWriting: it does not matter in which order entries are written down.
func TestOrderOfWriting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := entries(t)
		mixed := rapid.Permutation(log).Draw(t, "mixed")
		if diff := cmp.Diff(Rows(log), Rows(mixed)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestThePastStays: what is known later changes nothing of what was known before,
// unless it is erased.
func TestThePastStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := slices.DeleteFunc(entries(t), func(e Entry[int]) bool { return e.Verb == Erase })
		day := Time(rapid.IntRange(int(first), int(last)).Draw(t, "day"))
		before := slices.DeleteFunc(slices.Clone(log), func(e Entry[int]) bool { return e.At > day })
		all, some := Rows(log), Rows(before)
		for asOf := first; asOf <= last+4; asOf++ {
			x, _ := At(all, asOf, day)
			y, _ := At(some, asOf, day)
			if x != y {
				t.Fatalf("at %d: %d, and %d by what was known on day %d", asOf, x, y, day)
			}
		}
	})
}

// TestStory tells the verbs by a case.
func TestStory(t *testing.T) {
	log := []Entry[string]{
		{Verb: Assert, Valid: Span{10, Never}, Value: "ambassador", At: 12, By: "r1"},
		{Verb: End, Valid: Span{From: 40}, At: 41, By: "r2"},
		{Verb: Correct, Valid: Span{10, 20}, Value: "chargé d'affaires", At: 50, By: "Jane Roe"},
		{Verb: Retract, Valid: Span{30, 40}, At: 60, By: "Jane Roe"},
	}
	for _, c := range []struct {
		asOf, knownBy Time
		want          string
	}{
		{11, 11, ""}, {11, 12, "ambassador"}, {45, 40, "ambassador"}, {45, 41, ""}, {15, 49, "ambassador"}, {15, 50, "chargé d'affaires"},
		{25, 99, "ambassador"}, {35, 59, "ambassador"}, {35, 60, ""},
	} {
		if got, _ := At(Rows(log), c.asOf, c.knownBy); got != c.want {
			t.Errorf("at %d as known by %d: %q, want %q", c.asOf, c.knownBy, got, c.want)
		}
	}
	log = append(log, Entry[string]{Verb: Erase, Valid: Span{Ever, Never}, At: 70, By: "court"})
	if rows := Rows(log); len(rows) > 0 {
		t.Errorf("left after all was erased: %v", rows)
	}
}
