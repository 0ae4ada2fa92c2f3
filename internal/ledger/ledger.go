// Package ledger is the algebra of a record that is kept in two times: when
// something holds in the world, and since when the record could say so.
//
// A ledger is a log of entries on one matter. Nothing in the log is ever changed;
// what held at a time, as known by another, follows from it. So the order in which
// entries are written down does not matter, only when they were known.
//
// There are five verbs. Assert: we learned that something holds. End: the world
// changed. Correct: we had it wrong. Retract: it should never have been said.
// Erase: the law wants it forgotten; the entry that says so stays.
package ledger

import (
	"cmp"
	"math"
	"slices"
)

// Time is a day, counted from any fixed one.
type Time int

// Ever and Never bound all times.
const (
	Ever  Time = math.MinInt32
	Never Time = math.MaxInt32
)

// Span is a half-open range of times.
type Span struct{ From, To Time }

// Has says whether the time lies in the span.
func (s Span) Has(t Time) bool { return s.From <= t && t < s.To }

// IsEmpty says whether no time lies in the span.
func (s Span) IsEmpty() bool { return s.To <= s.From }

// meet is the times that lie in both spans.
func (s Span) meet(t Span) Span { return Span{max(s.From, t.From), min(s.To, t.To)} }

// Verb is what an entry does.
type Verb string

// The verbs, in the order in which those of one day count: the last decides.
const (
	Assert  Verb = "assert"
	End     Verb = "end"
	Correct Verb = "correct"
	Retract Verb = "retract"
	Erase   Verb = "erase"
)

// Verbs are all of them, in that order.
var Verbs = []Verb{Assert, End, Correct, Retract, Erase}

// Entry is a line of the log.
type Entry[V any] struct {
	Verb  Verb
	Valid Span   // when it holds; of an end, from when it does no more
	Value V      // of an assertion or a correction
	At    Time   // when it was known
	Nth   int    // the place among what one hand wrote on one day
	By    string // who says so: a report, or a person; orders entries of one verb and day
}

// Row is a value with when it holds, and from when to when the record said so.
type Row[V any] struct {
	Valid, Known Span
	Value        V
	By           string
}

// order is the order in which entries count, whatever that of writing was.
func order[V any](a, b Entry[V]) int {
	return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Nth, b.Nth), cmp.Compare(slices.Index(Verbs, a.Verb), slices.Index(Verbs, b.Verb)), cmp.Compare(a.By, b.By),
		cmp.Compare(a.Valid.From, b.Valid.From), cmp.Compare(a.Valid.To, b.Valid.To))
}

// Rows gives what the log says as rows that do not overlap: at any time, as known
// by any other, one row at most. They are ordered by when they were known, then by
// when they hold.
func Rows[V any](log []Entry[V]) []Row[V] {
	log = slices.Clone(log)
	slices.SortStableFunc(log, order)
	var open, done []Row[V] // rows the record still says, and those it said
	for _, e := range log {
		switch e.Verb {
		case Erase:
			open, done = without(open, e.Valid), without(done, e.Valid)
			continue
		case End:
			e.Valid.To = Never
		}
		if e.Valid.IsEmpty() {
			continue
		}
		open, done = cut(open, done, e)
		if e.Verb == Assert || e.Verb == Correct {
			open = append(open, Row[V]{e.Valid, Span{e.At, Never}, e.Value, e.By})
		}
	}
	rows := append(done, open...)
	slices.SortFunc(rows, func(a, b Row[V]) int {
		return cmp.Or(cmp.Compare(a.Known.From, b.Known.From), cmp.Compare(a.Valid.From, b.Valid.From), cmp.Compare(a.Known.To, b.Known.To))
	})
	return rows
}

// cut takes the entry's time out of the open rows. What was cut goes to done, as
// said until the entry was known.
func cut[V any](open, done []Row[V], e Entry[V]) (left, said []Row[V]) {
	for _, r := range open {
		if r.Valid.meet(e.Valid).IsEmpty() {
			left = append(left, r)
			continue
		}
		if r.Known.From < e.At {
			old := r
			old.Known.To = e.At
			done = append(done, old)
		}
		for _, rest := range []Span{{r.Valid.From, e.Valid.From}, {e.Valid.To, r.Valid.To}} {
			if !rest.IsEmpty() {
				left = append(left, Row[V]{rest, Span{max(r.Known.From, e.At), Never}, r.Value, r.By})
			}
		}
	}
	return left, done
}

// without takes a time out of rows as if it had never been said.
func without[V any](rows []Row[V], valid Span) []Row[V] {
	var left []Row[V]
	for _, r := range rows {
		if r.Valid.meet(valid).IsEmpty() {
			left = append(left, r)
			continue
		}
		for _, rest := range []Span{{r.Valid.From, valid.From}, {valid.To, r.Valid.To}} {
			if !rest.IsEmpty() {
				left = append(left, Row[V]{rest, r.Known, r.Value, r.By})
			}
		}
	}
	return left
}

// At gives what held at a time, as known by another.
func At[V any](rows []Row[V], asOf, knownBy Time) (value V, ok bool) {
	for _, r := range rows {
		if r.Valid.Has(asOf) && r.Known.Has(knownBy) {
			return r.Value, true
		}
	}
	return value, false
}
