package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// adopted fills an agreement of those who sit at a meeting of many, who are not told one by
// one: "leaders at the Busan summit adopted a declaration", "the plan of action endorsed at a
// conference in Lima". Its sides are those of the meeting, of which the clause or the report
// before it tells.
func (sc *scene) adopted(p *proposition.Proposition, cand *candidate) bool {
	many, of := sc.isOfThoseMeeting(p)
	if !many || !sc.isText(p) || len(of) > 0 {
		return false // ministers of the Union settle its own affairs
	}
	for _, noun := range sc.meetingsOf(p) {
		var q proposition.Proposition
		sc.s.Read(noun, sc.c.lexicon, &q)
		if sc.conference(&q, cand) {
			return true
		}
		codes := sc.seatOf(&q)
		if codes == nil {
			codes = sc.seatAbout(p)
		}
		if len(codes) == 1 && sc.isMeetingOfMany(&q) {
			return sc.sit(cand, union(codes, []demarche.Code{demarche.Other}), false)
		}
	}
	if sc.table != nil && p.Agent.Head != proposition.None {
		return sc.sit(cand, sc.table, false)
	}
	if a := p.Agent.Head; a != proposition.None && sc.areOfStates(a) {
		if codes := sc.seatAbout(p); len(codes) == 1 {
			return sc.sit(cand, union(codes, []demarche.Code{demarche.Other}), false)
		}
	}
	return false
}

// seat keeps who sits at a meeting of many that was told, for what they agree on later.
func (sc *scene) seat(f *candidate) {
	all := union(f.Actor, f.Recipient)
	if f.Type == "consult" && slices.Contains(all, demarche.Other) && (f.convened || sc.c.vocabulary.has(assemblies, strings.ToLower(sc.s.Words[f.head].Lemma)) && !sc.isStrife("side")) {
		sc.table = all
	}
}

// seatAbout gives the State in which a clause tells something to be done.
func (sc *scene) seatAbout(p *proposition.Proposition) []demarche.Code {
	if codes := sc.placeUnder(p.Head, 1); codes != nil {
		return codes
	}
	first, end := sc.s.Clause(p.Head)
	for t := first; t < end; t++ {
		if sc.s.Words[t].Form == "here" {
			return sc.home
		}
	}
	return nil
}

// isMeetingOfMany says whether the noun of a meeting is one of many by what describes it or
// who is there.
func (sc *scene) isMeetingOfMany(p *proposition.Proposition) bool {
	of, many := sc.manySided(p)
	return many && !sc.isOfBodyAtHome(of)
}

// isText says whether what is done is done to a text that States agree on.
func (sc *scene) isText(p *proposition.Proposition) bool {
	if p.Patient.Head == proposition.None {
		return false
	}
	lemma := strings.ToLower(sc.s.Words[p.Patient.Head].Lemma)
	return sc.c.vocabulary.has(treaties, lemma) || sc.c.vocabulary.has(adoptedTexts, lemma)
}

// isOfThoseMeeting says whether it may be all who meet who adopt a text: nobody is told to do
// so, or the meeting itself is, or people of no one State: "the ministers", "participants".
// It gives the listed organisations whose people they are.
func (sc *scene) isOfThoseMeeting(p *proposition.Proposition) (many bool, of []demarche.Code) {
	a := p.Agent.Head
	if a == proposition.None {
		return p.Passive, nil
	}
	w := &sc.s.Words[a]
	lemma := strings.ToLower(w.Lemma)
	if w.UPOS == "PRON" {
		return strings.EqualFold(w.Form, "they") || strings.EqualFold(w.Form, "which"), nil
	}
	if sc.c.vocabulary.has(assemblies, lemma) {
		return true, nil
	}
	plural := w.XPOS == "NNS" && (sc.c.vocabulary.has(chiefs, lemma) || sc.c.vocabulary.has(countries, lemma) || sc.c.vocabulary.has(groups, lemma))
	if !plural || sc.s.IsDescribed(a, "two", "both") {
		return false, nil
	}
	first, end := sc.s.Phrase(a)
	for t := first; t < end; t++ {
		e := sc.entityAt(t)
		if sc.isInHouse(t) {
			return false, nil
		}
		if sc.c.vocabulary.has(assemblies, strings.ToLower(sc.s.Words[t].Lemma)) {
			break // whose name may have that of a State: "the Ibero-American summit"
		}
		if e == nil || e.kind == place || len(e.codes) == 0 || t > first && sc.s.Words[t-1].Form == "-" {
			continue
		}
		own := without(e.codes, []demarche.Code{demarche.Other})
		if len(own) > 0 && !isOrganisation(own[0]) {
			return false, nil // "leaders of Chad and Mali" sign for themselves
		}
		of = union(of, own)
	}
	return true, of
}

// areOfStates says whether a phrase names those of many States: "ministers of the Andean
// Community", "leaders of 12 countries".
func (sc *scene) areOfStates(head int) bool {
	first, end := sc.s.Phrase(head)
	for t := first; t < end; t++ {
		if sc.isOfStates(t) {
			return true
		}
	}
	return false
}

// meetingsOf gives the words for meetings at which a clause tells something to be done, or
// that do it.
func (sc *scene) meetingsOf(p *proposition.Proposition) (nouns []int) {
	s := &sc.s
	add := func(n int) {
		if s.IsNoun(n) && sc.c.vocabulary.has(assemblies, strings.ToLower(s.Words[n].Lemma)) && !slices.Contains(nouns, n) {
			nouns = append(nouns, n)
		}
	}
	if p.Agent.Head != proposition.None {
		add(p.Agent.Head)
		for k := s.Kid(p.Agent.Head); k >= 0; k = s.Next(k) {
			if c := s.Case(k); c == "at" || c == "in" || c == "of" {
				add(k) // "leaders at the summit"
			}
		}
	}
	for _, a := range p.Preps {
		switch a.Word {
		case "at", "during", "by", "after", "following":
		default:
			continue
		}
		add(a.Head)
		for k := s.Kid(a.Head); k >= 0; k = s.Next(k) {
			if s.Case(k) == "of" {
				add(k) // "at the close of a conference"
			}
		}
	}
	return nouns
}
