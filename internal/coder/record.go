package coder

import (
	"slices"
	"strings"
)

// isRecord says whether a noun only ranks an act told in its sentence, or in one of the two
// before, among its like: "told 60 of them to leave, in the largest expulsion in its history",
// "It was the first closure of a consulate since 1979."
func (sc *scene) isRecord(f *candidate, found []candidate) bool {
	if !f.noun || f.Type.IsSpeech() || f.Type.IsSymmetric() || !sc.isRanked(f.head) {
		return false
	}
	is := func(of candidate) bool {
		return of.Type == f.Type && (of.sentence != sc.at || of.head != f.head && !of.noun) && sc.at-of.sentence <= 2 && (f.Count.IsZero() || f.Count == of.Count) &&
			(len(f.Recipient) == 0 || overlap(f.Recipient, of.Recipient)) && (len(f.Actor) == 0 || overlap(f.Actor, of.Actor) || slices.Contains(f.Inferred, "actor"))
	}
	return slices.ContainsFunc(found, is) || slices.ContainsFunc(sc.recent, is)
}

// isRanked says whether a noun stands with a superlative or an ordinal: "the largest
// expulsion", "the most sweeping expulsion", "the second such closure".
func (sc *scene) isRanked(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		w := &sc.s.Words[k]
		if w.Rel == "amod" && (w.XPOS == "JJS" || w.Lemma == "first" || w.Lemma == "second" || w.Lemma == "third") {
			return true
		}
		for m := sc.s.Kid(k); m >= 0 && m < k; m = sc.s.Next(m) {
			if strings.EqualFold(sc.s.Words[m].Form, "most") {
				return true
			}
		}
	}
	return false
}
