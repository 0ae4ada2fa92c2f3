package coder

import (
	"strings"

	"demarche/internal/proposition"
	"demarche/internal/who"
)

// isOwnAffair says whether an organ of an organisation, or those of its members who meet,
// agree among themselves, which makes no party of the State that it is about: "the Security
// Council agreed to extend the mission in Haiti", "ministers of the Union failed to agree".
func (sc *scene) isOwnAffair(f *candidate) bool {
	if f.noun {
		return false
	}
	var p proposition.Proposition
	sc.s.Read(f.head, sc.c.lexicon, &p)
	a := p.Agent.Head
	if a == proposition.None || sc.hasConjunct(a) {
		return false
	}
	e := sc.entityAt(a)
	own := e != nil && e.class == who.Body && len(e.codes) == 1 && isOrganisation(e.codes[0])
	if !own {
		_, of := sc.isOfThoseMeeting(&p)
		own = len(of) > 0
	}
	return own && !sc.namesPartner(f.head)
}

// namesPartner says whether the clause of an agreement names with whom it is made.
func (sc *scene) namesPartner(head int) bool {
	first, end := sc.s.Clause(head)
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if e.head < first || e.head >= end || len(e.codes) == 0 {
			continue
		}
		for at, up := e.head, 0; at >= first && up < 3; at, up = sc.s.Words[at].Head, up+1 {
			switch sc.s.Case(at) {
			case "with", "between":
				return true
			}
		}
	}
	return false
}

// isTalkedAbout says whether an act is but what talks are about or a step is aimed at: "talks
// on restoring ties", "a dialogue aimed at normalising relations".
func (sc *scene) isTalkedAbout(word int) bool {
	const far = 3 // words up
	s := &sc.s
	for at, up := word, 0; up < far; up++ {
		h := s.Words[at].Head
		if h < 0 {
			return false
		}
		switch s.Case(at) + s.Mark(at) {
		case "on", "over", "about", "at", "for":
			w := &s.Words[h]
			if s.IsNoun(h) && sc.c.vocabulary.has(dealings, strings.ToLower(w.Lemma)) || w.Rel == "acl" && w.XPOS == "VBN" && sc.c.vocabulary.has(pursuits, w.Lemma) {
				return true
			}
		}
		at = h
	}
	return false
}
