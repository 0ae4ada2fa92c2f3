package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/when"
)

// later finds the term of an expulsion or a closure that one of the few sentences
// before told without one: it gives the act again, with its term, beside now. The
// departure of those who were told to go is no further act until they have gone.
func (sc *scene) later(now []candidate) []candidate {
	for i := range now {
		f := &now[i]
		if f.Type == "depart" && f.Status != demarche.Actual && !f.Deadline.IsZero() {
			for k := len(sc.recent) - 1; k >= 0; k-- {
				if m := &sc.recent[k]; m.Type == "expel" && sc.isOpen(m) && len(without(union(f.Actor, f.Recipient), union(m.Actor, m.Recipient))) == 0 && (f.Object == "" || f.Object == m.Object) && f.Count.IsZero() {
					g := *f
					g.Type, g.Rule, g.Object, g.Count, g.Status = m.Type, m.Rule, m.Object, m.Count, m.Status
					g.Actor, g.Recipient, g.Inferred, g.Date = m.Actor, m.Recipient, m.Inferred, m.Date
					now[i] = g
					return now
				}
			}
		}
		if !f.Deadline.IsZero() {
			return now // the term is its own
		}
	}
	var term when.Time
	dated := false
	for _, t := range sc.times[sc.at] {
		if day := sc.isDeadlineDay(t); (isTerm(t) || day) && t.Months < 12 && term.End == 0 {
			term, dated = t, day
		}
	}
	if term.End == 0 {
		return now
	}
	for i := len(sc.recent) - 1; i >= 0; i-- {
		f := &sc.recent[i]
		words := leaving
		switch f.Type {
		case "expel":
		case "close":
			words = ceasing
		default:
			continue
		}
		if !sc.isOpen(f) {
			continue
		}
		said := term.End - 1 // the word that the term hangs on
		for said >= 0 && !dated && !sc.c.vocabulary.has(words, sc.s.Words[said].Lemma) && !(f.Type == "expel" && sc.isOut(said)) && !(f.Type == "expel" && sc.isAllTheyHave(term, said)) {
			said = sc.s.Words[said].Head
		}
		if said < 0 {
			continue
		}
		g := sc.like(f, &entity{codes: f.Actor, first: said, end: said + 1, head: said}, f.Count)
		g.Inferred = f.Inferred
		g.Date, g.Place = f.Date, f.Place
		g.Deadline = sc.deadline(term, &g.Event)
		if term.Kind == when.Span {
			g.term = term
		}
		if !g.Deadline.IsZero() && !g.Deadline.From.Before(sc.report.Date.Plus(-31)) {
			return append(now, g)
		}
	}
	return now
}

// isDeadlineDay says whether a day is told as that of a deadline: "the deadline is
// March 15", "a deadline that expires on Friday".
func (sc *scene) isDeadlineDay(t when.Time) bool {
	if t.Kind != when.Point || t.Direction != when.At || t.Ahead.IsZero() {
		return false
	}
	s := &sc.s
	n := sc.headOf(t)
	is := func(word int) bool {
		return word >= 0 && (s.Words[word].Lemma == "deadline" || s.Words[word].Lemma == "ultimatum")
	}
	over := s.Words[n].Head
	if is(over) {
		return true
	}
	for _, head := range []int{n, over} {
		if head < 0 {
			continue
		}
		for k := s.Kid(head); k >= 0; k = s.Next(k) {
			if strings.HasPrefix(s.Words[k].Rel, "nsubj") && is(k) {
				return true
			}
		}
	}
	return false
}

// isOut says whether a word is the place that people are to be out of, or what they are
// told it by: "told to be out of the country".
func (sc *scene) isOut(word int) bool {
	for k := sc.s.Kid(word); k >= 0; k = sc.s.Next(k) {
		switch w := &sc.s.Words[k]; {
		case k < word && strings.EqualFold(w.Form, "out"):
			return true
		case w.Rel == "xcomp" && (sc.c.vocabulary.has(leaving, w.Lemma) || sc.isOut(k)):
			return true
		}
	}
	return false
}

// isAllTheyHave says whether a word is the verb by which people have a length of time
// and nothing else: "They have one week."
func (sc *scene) isAllTheyHave(term when.Time, verb int) bool {
	s := &sc.s
	n := sc.headOf(term)
	if w := &s.Words[verb]; term.Kind != when.Span && term.Direction != when.Until || !s.IsVerb(verb) || w.Lemma != "have" && w.Lemma != "give" && w.Lemma != "get" || s.Words[n].Head != verb {
		return false
	}
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if rel := s.Words[k].Rel; (rel == "nsubj" || rel == "nsubj:pass") && k < verb {
			l := strings.ToLower(s.Words[k].Lemma)
			return l == "they" || l == "he" || l == "she" || l == "all" || l == "each" || l == "both" || sc.kindOf(k) == people
		}
	}
	return false
}

// isOpen says whether the term of an act may still be told.
func (sc *scene) isOpen(f *candidate) bool {
	return sc.at > f.sentence && sc.at-f.sentence <= reach && f.Deadline.IsZero() && (f.Status == demarche.Actual || f.Status == demarche.Planned)
}

// handOn gives acts that are kept what another account tells of them that is dropped,
// as a rule because it tells nothing else: "gave them 48 hours", "They must be gone by
// Sunday".
func (sc *scene) handOn(told, kept []candidate) {
	for i := range told {
		f := &told[i]
		if f.Deadline.IsZero() || slices.ContainsFunc(kept, func(g candidate) bool { return g.Type == f.Type && g.Trigger == f.Trigger }) {
			continue
		}
		for k := len(kept) - 1; k >= 0; k-- {
			m := &kept[k]
			if m.Trigger.Start > f.Trigger.Start || f.sentence-m.sentence > reach {
				continue
			}
			if sc.takesTerm(m, f) {
				m.Deadline, m.term = f.Deadline, f.term
				if m.term.Kind != 0 && m.Date.Days() == 1 {
					m.Deadline = m.term.Resolve(m.Date.From)
				}
				break
			}
		}
	}
}

// takesTerm says whether the term of an account that is dropped can be that of an act
// told shortly before.
func (sc *scene) takesTerm(m, f *candidate) bool {
	switch {
	case f.Deadline.IsZero() || !m.Deadline.IsZero() || m.Status != demarche.Actual && m.Status != demarche.Planned:
		return false
	case f.Type == m.Type && (m.Type == "expel" || m.Type == "close" || m.Type == "limit_staff"):
	case f.Type == "depart" && m.Type == "expel" && f.Status != demarche.Actual:
	default:
		return false
	}
	if len(without(union(f.Actor, f.Recipient), union(m.Actor, m.Recipient))) > 0 {
		return false
	}
	return m.Date.IsZero() || !f.Deadline.From.Before(m.Date.From)
}
