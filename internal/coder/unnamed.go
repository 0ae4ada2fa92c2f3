package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// unnamed finds whom a noun in the plural stands for that tells several States or parties
// by no name: "donors", "the warring factions", "foreign forces", "other members of the
// European Union". It is nobody for nouns of another sort, and for a body's members where
// they are all of them, so that the body is meant.
func (sc *scene) unnamed(head int, exclude []demarche.Code) ref {
	if w := &sc.s.Words[head]; w.XPOS != "NNS" {
		return ref{}
	}
	if own := sc.possessorOf(head); own != nil && sc.hasBoth(head) && sc.s.IsDescribed(head, "warring") {
		return ref{kind: others, codes: union(own.codes, []demarche.Code{demarche.Other}), name: sc.describe(head), all: true} // "Chad's two warring sides"
	}
	if !sc.areParties(head) && !sc.areSome(head, exclude) {
		return ref{}
	}
	if codes := without(sc.listedBehind(head), exclude); len(codes) > 1 {
		return ref{kind: state, codes: codes, name: sc.describe(head)} // "two donors, Norway and Japan,"
	}
	if lemma := sc.s.Words[head].Lemma; lemma == "party" || lemma == "side" {
		if codes := without(sc.landOf(head), exclude); len(codes) > 0 {
			return ref{kind: state, codes: codes, name: sc.describe(head)} // "all parties in Sierra Leone"
		}
	}
	return ref{kind: others, codes: []demarche.Code{demarche.Other}, name: sc.describe(head)}
}

// areParties says whether a noun in the plural stands for parties of no State that is told: by
// itself, as "donors" do, or by the words that describe it, as in "foreign forces", "aid
// agencies" and "all relevant parties".
func (sc *scene) areParties(head int) bool {
	if sc.hasBoth(head) {
		return false // "the two warring parties" were named
	}
	if sc.s.IsDescribed(head, "political", "coalition", "business", "junior") || sc.bodyOf(head) != nil {
		return false // at home, or of an organisation
	}
	if e := sc.entityAt(head + 1); e != nil && e.first == head+1 && e.kind != place {
		return false // "its neighbours Iran and Syria"
	}
	form := strings.ToLower(sc.s.Words[head].Form)
	noun := inSingular(form) // the tree knows no "troop"
	for _, words := range sc.c.vocabulary.forms[collectives] {
		last := len(words) - 1
		if (words[last] == noun || words[last] == form) && !slices.ContainsFunc(words[:last], func(w string) bool { return !sc.s.IsDescribed(head, w) }) {
			return true
		}
	}
	return (noun == "party" || noun == "side") && sc.concerned(head)
}

// landOf gives the State in which what a noun stands for is told to be right behind it, or
// nil: "all parties in the election in Congo".
func (sc *scene) landOf(head int) []demarche.Code {
	for t := head + 1; t < len(sc.s.Words); t++ {
		if w := &sc.s.Words[t]; w.UPOS == "VERB" || w.UPOS == "PART" || w.Form == "," {
			return nil
		}
		if e := sc.entityAt(t); e != nil && t == e.head && sc.s.Case(t) == "in" && e.kind == state && e.class == 0 && !e.adjective {
			return e.codes
		}
	}
	return nil
}

// isWorlds says whether a noun stands for all States of the world: "the international
// community", "world opinion", and of what one calls for, "international action", which all
// are asked for.
func (sc *scene) isWorlds(head int) bool {
	switch lemma := sc.s.Words[head].Lemma; {
	case lemma == "community" || lemma == "opinion" || lemma == "society":
	case sc.typed == "demand" && sc.c.vocabulary.has(joint, lemma):
	case sc.typed == "demand" && lemma == "world":
		return sc.s.Words[head].XPOS == "NN" && sc.isDefinite(head) && sc.bareOf(head)
	default:
		return false
	}
	return sc.isDescribedBy(head, worldwide)
}

// bareOf says whether no "of" makes a noun a part of something: not "the world of sport".
func (sc *scene) bareOf(head int) bool {
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if sc.s.Case(k) == "of" {
			return false
		}
	}
	return true
}

// inFray gives those who fight, where a demand is that the fighting end: between whom it is
// told to be, else parties that are not told.
func (sc *scene) inFray(head int) ref {
	if sc.typed != "demand" || !sc.c.vocabulary.has(frays, sc.s.Words[head].Lemma) {
		return ref{}
	}
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if sc.s.Case(k) == "between" {
			return sc.resolveAll(k, nil)
		}
	}
	return ref{kind: others, codes: []demarche.Code{demarche.Other}, name: sc.describe(head)}
}

// isDescribedBy says whether a word of a sort stands before a noun and describes it.
func (sc *scene) isDescribedBy(head int, words sort) bool {
	for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
		if sc.c.vocabulary.has(words, strings.ToLower(sc.s.Words[k].Form)) {
			return true
		}
	}
	return false
}

// hasBoth says whether a noun stands with "both" or a "two".
func (sc *scene) hasBoth(head int) bool {
	for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "both", "two":
			return true
		}
	}
	return false
}

// concerned says whether a noun is followed by what makes it all whom a matter touches:
// "the parties concerned", "parties to the conflict".
func (sc *scene) concerned(head int) bool {
	t := head + 1
	if t >= len(sc.s.Words) {
		return false
	}
	switch strings.ToLower(sc.s.Words[t].Form) {
	case "concerned", "involved":
		return true
	}
	return false
}

// areSome says whether a noun stands for some members of an organisation, and not for all:
// "other NATO member states", "four members of the European Union", or for those to whom
// the organisation itself speaks.
func (sc *scene) areSome(head int, exclude []demarche.Code) bool {
	if e := sc.entityAt(head); !sc.c.objects.has(&sc.s, head, "group") && (e == nil || e.class != who.Head && e.class != who.Minister) {
		return false
	}
	body := sc.bodyOf(head)
	if body == nil {
		return false
	}
	return overlap(body, exclude) || sc.isDescribedBy(head, partial) || sc.isNumbered(head)
}

// isNumbered says whether a noun has a number with no article before it: "four member
// states", but not "the four", nor "all 27".
func (sc *scene) isNumbered(head int) bool {
	number := false
	first, _ := sc.s.Phrase(head)
	for t := first; t < head; t++ {
		if sc.s.Words[t].UPOS == "DET" {
			return false
		}
		number = number || sc.s.Words[t].UPOS == "NUM"
	}
	return number
}

// bodyOf gives the organisation whose members or leaders a noun stands for, or nil: "NATO
// member states", "members of the European Union", "EU foreign ministers".
func (sc *scene) bodyOf(head int) []demarche.Code {
	s := &sc.s
	if codes := sc.officeOfBody(head); codes != nil {
		return codes
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if k > head && (s.Words[k].Rel != "nmod" || s.Case(k) != "of") {
			continue
		}
		if codes := sc.officeOfBody(k); codes != nil {
			return codes
		}
		for j := s.Kid(k); j >= 0 && k < head && j < k; j = s.Next(j) {
			if codes := sc.officeOfBody(j); codes != nil {
				return codes // where NATO hangs on "member"
			}
		}
	}
	return nil
}

// officeOfBody gives the organisation that a word names or whose office it is, or nil.
func (sc *scene) officeOfBody(word int) []demarche.Code {
	if e := sc.entityAt(word); e != nil && len(e.codes) == 1 && isOrganisation(e.codes[0]) {
		return e.codes
	}
	return nil
}

// fighting gives the State and the movement that are at odds in what was told last, when no
// other State was: "both sides" after "fighting between the army and Tamil rebels".
func (sc *scene) fighting(head int, exclude []demarche.Code) []demarche.Code {
	const reach = 2 // sentences back
	for at := sc.at; at >= max(0, sc.at-reach); at-- {
		var codes []demarche.Code
		list := sc.in(at)
		for k := range list {
			if e := &list[k]; e.kind != place && !(at == sc.at && e.first >= head) {
				codes = union(codes, without(e.codes, exclude))
			}
		}
		switch {
		case len(codes) == 2 && slices.Contains(codes, demarche.Other):
			return codes
		case len(codes) > 1:
			return nil
		}
	}
	return nil
}

// ofMany gives XXX where an adjective before a word of speech or a measure tells that many
// States, of a part of the world or of all of it, say or take it: "Western sanctions",
// "international criticism". What an organisation of all States takes is international too,
// so that a measure is left to whoever the report tells of.
func (sc *scene) ofMany(noun int) []demarche.Code {
	said := sc.c.vocabulary.has(utterances, sc.s.Words[noun].Lemma)
	if !said && !sc.c.vocabulary.has(embargoes, sc.s.Words[noun].Lemma) {
		return nil
	}
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		w := &sc.s.Words[k]
		if w.Rel == "amod" && (sc.c.vocabulary.has(regions, w.Form) || said && sc.c.vocabulary.has(worldwide, strings.ToLower(w.Form))) {
			return []demarche.Code{demarche.Other}
		}
	}
	return nil
}

// withdrawn gives the word for the withdrawal that one calls for, if it tells whose it is:
// where they are to go from is asked nothing, as in "called for the withdrawal of Syrian
// troops from Lebanon".
func (sc *scene) withdrawn(p *proposition.Proposition) int {
	for _, n := range [...]int{p.With("for"), p.Patient.Head} {
		if n != proposition.None && sc.c.vocabulary.has(withdrawals, sc.s.Words[n].Lemma) && len(sc.ownerOf(n, nil, 4)) > 0 {
			return n
		}
	}
	return proposition.None
}
