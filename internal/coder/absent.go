package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// companyReach is how far behind its word a meeting may tell with whom it is.
const companyReach = 14

// fetchAbsent adds to a meeting or an agreement of which only the company is told, "the
// talks with Russia and Nepal ended", the side that has it: nobody who is met along with
// others is the other side of these.
func (sc *scene) fetchAbsent(f *candidate) {
	all := union(f.Actor, f.Recipient)
	if !f.Type.IsSymmetric() || f.tabled || f.convened || f.all || len(all) < 2 {
		return
	}
	var p proposition.Proposition
	sc.s.Read(f.head, sc.c.lexicon, &p)
	company := sc.companyOf(&p, all)
	if company == nil {
		return
	}
	side, told := sc.absentee(&p, company)
	if side = without(side, company); len(side) == 0 || only(side, demarche.Other) {
		return
	}
	f.Actor, f.Recipient = side[:1:1], union(side[1:], company)
	f.Inferred = nil
	if !told {
		f.Inferred, f.fetched = sc.untold(&f.Event), true
	}
}

// companyOf gives all those of whom some are told, by one phrase, as those with whom
// somebody meets: not as those who do it.
func (sc *scene) companyOf(p *proposition.Proposition, some []demarche.Code) []demarche.Code {
	s := &sc.s
	from := p.Head + 1
	if n := p.Patient.Head; p.Passive && n != proposition.None {
		from = min(from, n+1) // "talks with Bulgaria and Romania will be held"
	}
	for t := from; t < min(p.Head+companyReach, len(s.Words)); t++ {
		if low := strings.ToLower(s.Words[t].Form); low == "between" || low == "among" {
			return nil
		}
		met := t == p.Patient.Head && !p.Noun && !p.Passive && sc.sortOf(t, sc.resolve(t, nil)) == "person" // "contacted the leaders of Peru and Chile"
		if !met && s.Case(t) != "with" || !s.IsNoun(t) && s.Words[t].UPOS != "ADJ" {
			continue
		}
		codes := sc.resolveAll(t, nil).codes
		if len(codes) < 2 || len(without(some, codes)) > 0 {
			continue
		}
		first, _ := s.Subtree(t)
		if slices.ContainsFunc(sc.in(sc.at), func(e entity) bool { return e.head < first && e.subject && overlap(e.codes, some) }) {
			return nil
		}
		return codes
	}
	return nil
}

// absentee gives the side of a meeting that stands apart from its company: who does it or
// whose it is, for whom it is told, who tells of it, and else whom the report is about. It
// says whether the sentence tells it.
func (sc *scene) absentee(p *proposition.Proposition, all []demarche.Code) (codes []demarche.Code, told bool) {
	for _, n := range []int{p.Agent.Head, p.Possessor, sc.goer(p.Head), sc.travellerOver(p.Head), sc.subjectOver(p.Head)} {
		if n == proposition.None || n == p.Head {
			continue
		}
		x := sc.resolveAll(n, all)
		if !x.ok() || x.kind == place {
			continue
		}
		if left := without(x.codes, all); len(left) > 0 || n == p.Agent.Head {
			return left, true // his own ministers may sit at the table of a host
		}
	}
	st := sc.s.Stance(p, sc.c.lexicon)
	if st.Speaker != proposition.None {
		if x := sc.resolve(st.Speaker, all); x.ok() && x.kind != place {
			return x.codes, true
		}
	}
	a, b := sc.leading()
	switch {
	case a != "" && !slices.Contains(all, a):
		return []demarche.Code{a}, false
	case len(sc.home) == 1 && !overlap(sc.home, all):
		return sc.home, false
	case b != "" && !slices.Contains(all, b):
		return []demarche.Code{b}, false
	}
	return nil, false
}

// subjectOver gives who does what the clause tells in which a meeting is but the time or
// the occasion: "after a meeting with Thai and Lao officials, the director said".
func (sc *scene) subjectOver(word int) int {
	s := &sc.s
	v := sc.verbOver(word)
	if v < 0 {
		return proposition.None
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "nsubj" && k != word && !s.Within(word, k) {
			return k
		}
	}
	return proposition.None
}
