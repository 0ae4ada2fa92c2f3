package coder

import (
	"slices"
	"strings"

	"demarche/internal/when"
)

// termOfBoth gives the term that those of two sides have together to either side's order,
// where each has told the other's people to go: "Mali and Chad expelled each other's
// ambassadors. Both must leave by Sunday."
func (sc *scene) termOfBoth(now []candidate) []candidate {
	for i := range now {
		f := &now[i]
		if f.Type != "expel" || f.Deadline.IsZero() || f.sentence != sc.at || !sc.isOfBoth(f.head) {
			continue
		}
		for k := len(sc.recent) - 1; k >= 0; k-- {
			m := &sc.recent[k]
			if m.Type != f.Type || !sc.isOpen(m) || !overlap(m.Actor, f.Recipient) || !overlap(m.Recipient, f.Actor) {
				continue
			}
			g := sc.like(m, &entity{codes: m.Actor, first: f.head, end: f.head + 1, head: f.head}, m.Count)
			g.Inferred, g.Date, g.Place, g.filled = m.Inferred, m.Date, m.Place, withoutTerm(m.filled)
			g.takes("date", m)
			g.takes("place", m)
			g.takes("deadline", f)
			if g.Deadline, g.term = f.Deadline, f.term; g.term.Kind != 0 {
				g.countTerm()
			}
			return append(now, g)
		}
	}
	return now
}

// isOfBoth says whether those who do what a verb tells are both of two who were named
// before: "both have 72 hours", "each ambassador must leave".
func (sc *scene) isOfBoth(verb int) bool {
	s := &sc.s
	for at := verb; at >= 0; at = s.Words[at].Head {
		for k := s.Kid(at); k >= 0 && k < at; k = s.Next(k) {
			if !strings.HasPrefix(s.Words[k].Rel, "nsubj") {
				continue
			}
			if isBoth(s.Words[k].Form) {
				return true
			}
			for d := s.Kid(k); d >= 0 && d < k; d = s.Next(d) {
				if isBoth(s.Words[d].Form) {
					return true
				}
			}
			return false
		}
		if rel := s.Words[at].Rel; rel != "xcomp" && rel != "advcl" && rel != "acl" && rel != "obj" {
			break
		}
	}
	return false
}

// isBoth says whether a word takes up two at once.
func isBoth(form string) bool {
	return strings.EqualFold(form, "both") || strings.EqualFold(form, "each")
}

// isOfRest says whether a term is that of those whom an act's number leaves, and so of all
// that were told of before: "Two must leave within a week and the rest by May 31."
func (sc *scene) isOfRest(t when.Time, part *candidate) bool {
	if !isTerm(t) || part.Count.IsZero() || !slices.ContainsFunc(sc.recent, func(whole candidate) bool {
		return whole.Type == part.Type && sc.isOpen(&whole) && whole.Count.N > part.Count.N && sides(&whole.Event, &part.Event)
	}) {
		return false
	}
	for k := t.First - 1; k > part.head; k-- {
		if sc.c.vocabulary.has(remainders, strings.ToLower(sc.s.Words[k].Form)) {
			return true
		}
		if slices.ContainsFunc(sc.times[sc.at], func(u when.Time) bool { return u.End == k+1 }) {
			return false // another term comes between
		}
	}
	return false
}

// termsOfOthers gives the times of the sentence that another act of a type that has them
// between other sides is told with, in a clause in which the act i does not stand: "Mali
// expelled one, a day after Chad gave two a week".
func (sc *scene) termsOfOthers(owners []int, found []candidate, i int) (others []when.Time) {
	for k, t := range sc.times[sc.at] {
		if owners[k] < 0 || owners[k] == i || !isTerm(t) {
			continue
		}
		of := &found[owners[k]]
		if of.Type != found[i].Type || of.noun || sides(&of.Event, &found[i].Event) {
			continue
		}
		for at := sc.headOf(t); at >= 0; at = sc.s.Words[at].Head {
			if sc.s.Within(of.head, at) {
				if !sc.s.Within(found[i].head, at) {
					others = append(others, t)
				}
				break
			}
		}
	}
	return others
}
