package coder

import (
	"slices"

	"demarche"
)

// tellsAt notes where another sentence than its own tells a field of an act, so that the
// figure opens there.
func (f *candidate) tellsAt(field string, at demarche.Span) {
	f.forget(field)
	f.Elsewhere = append(f.Elsewhere, demarche.Elsewhere{Field: field, Span: at})
}

// takes notes that a field of an act was taken from another account of it.
func (f *candidate) takes(field string, from *candidate) {
	at, elsewhere := from.At(field)
	if !elsewhere {
		at = from.Span
	}
	if f.forget(field); f.Sentence.Start <= at.Start && at.End <= f.Sentence.End {
		return
	}
	f.tellsAt(field, at)
}

// forget drops what was noted of where a field is told. Accounts that began as copies of
// one share their notes, and so what is left is a list of its own.
func (f *candidate) forget(field string) {
	f.Elsewhere = slices.DeleteFunc(slices.Clone(f.Elsewhere), func(x demarche.Elsewhere) bool { return x.Field == field })
}

// elsewhere gives the notes of the fields that an event has in the end, in one order, and
// that its own sentence does not tell.
func elsewhere(e *demarche.Event) (all []demarche.Elsewhere) {
	told := map[string]bool{"object": e.Object != "", "count": !e.Count.IsZero(), "place": e.Place != "", "date": !e.Date.IsZero(), "deadline": !e.Deadline.IsZero()}
	for _, field := range demarche.TellableElsewhere {
		if at, ok := e.At(field); ok && told[field] && (at.End <= e.Sentence.Start || e.Sentence.End <= at.Start) {
			all = append(all, demarche.Elsewhere{Field: field, Span: at})
		}
	}
	return all
}
