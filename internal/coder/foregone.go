package coder

import (
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// foregone gives the clause that a word stands in if that tells what came before or comes
// later than the rest of its sentence, "flew home on Monday, days after he was expelled", or
// None: what it tells has another day than the clause over it.
func (sc *scene) foregone(word int) int {
	s := &sc.s
	for at := word; at >= 0; at = s.Words[at].Head {
		if s.Words[at].Rel == "advcl" && isApartInTime(s.Mark(at)) {
			return at
		}
	}
	return proposition.None
}

// isApartInTime says whether a conjunction or a preposition puts what it opens at another time.
func isApartInTime(word string) bool {
	switch word {
	case "after", "before", "since", "until":
		return true
	}
	return false
}

// isDayApart says whether a time of the sentence under the eye is that of something before or
// after an act: the two stand in clauses that are apart in time, or it is told of a noun that the
// act is counted from.
func (sc *scene) isDayApart(t when.Time, act int) bool {
	if sc.opensClause(t) {
		return false // "a month after Chad expelled two"
	}
	n := sc.headOf(t)
	for _, clause := range []int{sc.foregone(act), sc.foregone(n)} {
		if clause != proposition.None && sc.s.Within(act, clause) != sc.s.Within(n, clause) {
			return true
		}
	}
	bound := sc.boundOf(t)
	return bound != proposition.None && !sc.s.Within(act, bound)
}

// boundOf gives the noun that an act is counted from if a time is told of it, whatever the tree
// hangs it on, or None: "has expelled two since the coup in 2006". What is done after something
// is done in its time as often.
func (sc *scene) boundOf(t when.Time) int {
	s := &sc.s
	isBound := func(noun int) bool {
		return noun < t.First && s.IsNoun(noun) && s.Case(noun) != "after" && isApartInTime(s.Case(noun))
	}
	for before := t.First - 1; before >= max(0, t.First-2); before-- {
		if s.Words[before].UPOS != "ADP" {
			if isBound(before) {
				return before
			}
			break
		}
	}
	for at := s.Words[sc.headOf(t)].Head; at >= 0 && s.IsNoun(at); at = s.Words[at].Head {
		if isBound(at) {
			return at
		}
	}
	return proposition.None
}
