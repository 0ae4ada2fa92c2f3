package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/syntax"
	"demarche/internal/when"
)

// lot is a part of those whom an act takes, with a term of its own.
type lot struct {
	count demarche.Quantity
	rest  bool // all whom the others leave: "the rest by May"
	term  when.Time
	from  int // the word that tells it
}

// shares gives acts whose people have terms of their own part by part, for two terms make two
// acts: "ordered 50 of them out, four within ten days and the other 46 by July 1". Of what a
// number leaves the whole tells more than "the rest", and keeps the term of these.
func (sc *scene) shares(found []candidate) []candidate {
	var out []candidate
	for i := range found {
		f := &found[i]
		parts := sc.sharesOf(f)
		if len(parts) == 1 && sc.isTermOfPart(f, parts) {
			whole := *f
			whole.Deadline, whole.term = demarche.Period{}, when.Time{}
			out = append(out, whole, sc.portionOf(f, parts[0]))
			continue
		}
		if len(parts) < 2 {
			out = append(out, *f)
			continue
		}
		told, before := 0, len(out)
		for _, p := range parts {
			told += p.count.N
		}
		rest := slices.ContainsFunc(parts, func(p lot) bool { return p.rest })
		whole := sc.wholeNumber(f, parts)
		if !rest && whole != told && whole != 0 {
			out = append(out, *f)
			continue
		}
		for k, p := range parts {
			if k > 0 && p.rest {
				if m := wholeOfParts(out[:before], f, told); m != nil {
					m.term, m.Deadline = p.term, opened(p.term, sc.deadline(p.term, &m.Event))
					continue // "expelled ten, giving two of them a day and the others a week"
				}
			}
			g := sc.portionOf(f, p)
			if k == 0 {
				g.head, g.Trigger, g.Span, g.Object = f.head, f.Trigger, f.Span, f.Object
			}
			if p.rest && g.Count.IsZero() && whole > told {
				g.Count = demarche.Quantity{N: whole, Cmp: "="}
			}
			out = append(out, g)
		}
	}
	return out
}

// portionOf gives the act of which some have a term of their own for these alone.
func (sc *scene) portionOf(f *candidate, p lot) candidate {
	g := *f
	tokens := sc.sentences[sc.at].Tokens
	g.head, g.Trigger = p.from, spanOf(tokens, p.from, p.from+1)
	g.Span = spanOf(tokens, p.from, p.term.End)
	if c := sc.c.objects.of(&sc.s, p.from+1); len(c) > 0 && sc.s.IsNoun(p.from+1) {
		g.Object = c[0] // "the ambassador 48 hours and two attachés a week"
	}
	g.Count, g.term = p.count, p.term
	g.Deadline = opened(p.term, sc.deadline(p.term, &g.Event))
	return g
}

// isTermOfPart says whether the only term of an act is that of some of those whom it takes:
// "told 50 of them to go, four within ten days". The number stands right before the term.
func (sc *scene) isTermOfPart(f *candidate, parts []lot) bool {
	p := parts[0]
	if p.from == f.head || p.count.N >= f.Count.N || sc.wholeNumber(f, parts) != f.Count.N {
		return false
	}
	for k := p.from + 1; k < p.term.First; k++ {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "of", "them", "whom", "these":
		default:
			return false
		}
	}
	return true
}

// wholeOfParts gives the act of which another tells parts, if it has no other term than these,
// or nil.
func wholeOfParts(told []candidate, part *candidate, n int) *candidate {
	for i := len(told) - 1; i >= 0; i-- {
		if m := &told[i]; m.Type == part.Type && m.Count.N > n && sides(&m.Event, &part.Event) && (m.Deadline.IsZero() || m.Deadline == part.Deadline) {
			return m
		}
	}
	return nil
}

// sharesOf gives the parts of an act that have a number and a term each, or nil.
func (sc *scene) sharesOf(f *candidate) (parts []lot) {
	switch f.Type {
	case "expel", "recall", "close", "limit_staff":
	default:
		return nil
	}
	at := f.head + 1
	for _, t := range sc.times[sc.at] {
		if t.First <= f.head {
			continue
		}
		if !isTerm(t) || !hasDeadline(&f.Event, t) {
			return nil
		}
		p := lot{term: t, from: proposition.None}
		for k := at; k < t.First; k++ {
			w := &sc.s.Words[k]
			if e := sc.entityAt(k); e != nil && k == e.first && len(e.codes) > 0 && e.kind != place && !overlap(e.codes, union(f.Actor, f.Recipient)) {
				return nil // those of another State
			}
			switch q := sc.s.Quantity(k); {
			case w.UPOS == "NUM" && !q.IsZero():
				p.count, p.from = q, k
			case len(parts) > 0 && sc.c.vocabulary.has(remainders, strings.ToLower(w.Form)):
				p.rest, p.from = true, k
			}
		}
		if p.rest && !p.count.IsZero() {
			p.rest = false // "the other 46"
		}
		if p.from == proposition.None && len(parts) == 0 && f.Count.N > 0 {
			p.count, p.from = f.Count, f.head // "Four must leave within ten days"
		}
		if p.from == proposition.None {
			return nil
		}
		parts = append(parts, p)
		at = t.End
	}
	return parts
}

// wholeNumber gives how many an act takes that is told part by part, or 0 where only the parts
// tell it: "ordered 50 out, four within ten days".
func (sc *scene) wholeNumber(f *candidate, parts []lot) int {
	if parts[0].from == f.head {
		return 0
	}
	for k := f.head + 1; k < parts[0].from; k++ {
		if q := sc.s.Quantity(k); sc.s.Words[k].UPOS == "NUM" && !q.IsZero() {
			return q.N
		}
	}
	if f.Count.N > parts[0].count.N {
		return f.Count.N // "Fifty were told to leave, four within ten days"
	}
	return 0
}

// restGoing gives the word of those whom a sentence tells to be what others leave, if a term is theirs
// and they are a subject: "The other 46 have until July 1", "The rest must be gone by May". It
// gives None otherwise.
func (sc *scene) restGoing(term when.Time) int {
	s := &sc.s
	v := sc.verbOver(sc.headOf(term))
	if v == proposition.None {
		return proposition.None
	}
	k := sc.subjectOf(v)
	if k == proposition.None || k > term.First {
		return proposition.None
	}
	switch w := s.Words[k]; {
	case w.UPOS == "NUM", sc.c.vocabulary.has(remainders, strings.ToLower(w.Form)), sc.isOfMission(k):
	default:
		return proposition.None
	}
	if !sc.isOut(v) && !sc.isAllTheyHave(term, v, "expel") && !sc.c.vocabulary.has(leaving, s.Words[v].Lemma) && sc.isTimeTo(v, term) == proposition.None && s.Words[v].Lemma != "have" {
		return proposition.None
	}
	if first, _ := s.Subtree(k); slices.ContainsFunc(s.Words[first:k+1], func(w syntax.Word) bool { return sc.c.vocabulary.has(remainders, strings.ToLower(w.Form)) }) {
		return k
	}
	return proposition.None
}

// restBy adds the act on those whom a part of them with a term of its own, told shortly before,
// leaves: of their number, or else on the whole, if the report tells no number for them.
func (sc *scene) restBy(term when.Time, rest int, now []candidate) []candidate {
	var q demarche.Quantity
	first, _ := sc.s.Subtree(rest)
	for k := first; k <= rest; k++ {
		if sc.s.Words[k].UPOS == "NUM" && q.IsZero() {
			q = sc.s.Quantity(k)
		}
	}
	for i := len(sc.recent) - 1; i >= 0; i-- {
		f := &sc.recent[i]
		if f.Type != "expel" || f.Status != demarche.Actual || sc.at == f.sentence || sc.at-f.sentence > reach || q.IsZero() && !f.Deadline.IsZero() {
			continue
		}
		g := sc.like(f, &entity{codes: f.Actor, first: rest, end: rest + 1, head: rest}, f.Count)
		g.Inferred, g.Date = f.Inferred, f.Date
		g.takes("date", f)
		if !q.IsZero() {
			g.Count = q
		}
		g.Deadline, g.term = opened(term, sc.deadline(term, &g.Event)), term
		return append(now, g)
	}
	return now
}
