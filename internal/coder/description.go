package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/who"
)

// backOf looks backwards for an organisation with one of some codes.
func (sc *scene) backOf(head int, codes []demarche.Code, exclude []demarche.Code) ref {
	for k := sc.from[sc.at+1] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if e.sentence == sc.at && e.first >= head || !overlap(e.codes, codes) || overlap(e.codes, exclude) {
			continue
		}
		return ref{kind: state, codes: e.codes, name: sc.describe(head), spoken: true}
	}
	return ref{}
}

// ofRegion gives the State that a noun stands for by the region where it lies, or by a body of
// which it is a member: "the West African nation", "the EU country".
func (sc *scene) ofRegion(head int, exclude []demarche.Code) ref {
	const longest = 3 // words of a region
	w := &sc.s.Words[head]
	if w.UPOS != "NOUN" && w.UPOS != "PROPN" || w.XPOS == "NNS" || w.XPOS == "NNPS" || !sc.c.vocabulary.has(countries, w.Lemma) || !sc.isDefinite(head) {
		return ref{}
	}
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if k > head && sc.entityAt(k) != nil {
			return ref{} // "the Gulf state of Oman" is named
		}
	}
	for n := min(longest, head); n > 0; n-- {
		if codes, ok := sc.c.descriptions.regions[strings.ToLower(sc.words(head-n, head))]; ok {
			return sc.backOf(head, codes, exclude)
		}
	}
	if e := sc.entityAt(max(head-1, 0)); e != nil && e.kind == state && len(e.codes) == 1 && isOrganisation(e.codes[0]) {
		var members []demarche.Code
		for c, year := range sc.c.bodies[e.codes[0]] {
			if year <= sc.report.Date.Year {
				members = append(members, c)
			}
		}
		return sc.backOf(head, members, exclude)
	}
	return ref{}
}

// isOrganisation says whether a code is one of the codebook's own for a body of
// States.
func isOrganisation(c demarche.Code) bool {
	return slices.Contains(organisations, c)
}

// organisations are the codebook's own codes for bodies of States.
var organisations = []demarche.Code{"UNO", "EUR", "NAT", "OSC", "IAE", "OPC", "COE", "AFU", "ARL", "GCC", "ASE", "OAS"}

// described finds what a phrase without a State of its own stands for: "the
// ministry", "the two countries", "the envoy", "European nations".
func (sc *scene) described(head int, lemma string, exclude []demarche.Code, own *entity) ref {
	s := &sc.s
	w := &s.Words[head]
	definite, count := false, 0
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		switch x := &s.Words[k]; {
		case x.Rel == "det":
			switch strings.ToLower(x.Form) {
			case "the", "this", "that", "these", "those":
				definite = true
			case "both", "each", "either", "neither":
				count = 2
			}
		case x.Rel == "nummod" && strings.EqualFold(x.Form, "two"), x.Rel == "cc:preconj" && strings.EqualFold(x.Form, "both"):
			count = 2
		}
	}
	classes := sc.c.objects.of(s, head)
	country := slices.Contains(classes, "country") || slices.Contains(classes, "group")
	if country && (count == 2 || lemma == "side" && w.XPOS == "NNS" || lemma == "party" && w.XPOS == "NNS") {
		return sc.pairOf(head, lemma, exclude)
	}
	if w.XPOS == "NNS" && sc.typed.IsSymmetric() && sc.c.vocabulary.has(chiefs, lemma) && sc.isTwo(head) {
		return sc.pairOf(head, lemma, exclude)
	}
	if (lemma == "pair" || lemma == "duo") && definite && sc.typed.IsSymmetric() {
		return sc.pairOf(head, lemma, exclude)
	}
	if lemma == "pair" || lemma == "duo" {
		return ref{}
	}
	if q := s.Quantity(head); q.N > 2 && (country || w.UPOS == "NUM" || definite) {
		if g := sc.groupOf(q.N); g != nil {
			return ref{kind: state, codes: without(g, exclude), spoken: true}
		}
	}
	if codes, ok := sc.c.descriptions.words[lemma]; ok && definite {
		if r := sc.backOf(head, codes, exclude); r.ok() {
			return r
		}
	}
	if lemma == "department" {
		if a, b := sc.leading(); a == "USA" || b == "USA" {
			return ref{kind: state, codes: []demarche.Code{"USA"}, name: sc.describe(head), spoken: true}
		}
	}
	if own != nil && own.class == who.Body && w.XPOS == "NNS" && (lemma == "authority" || lemma == "official") {
		return sc.back(head, exclude, state)
	}
	if country && definite && w.XPOS == "NNS" && head > 0 && strings.EqualFold(s.Words[head-1].Form, "member") {
		// "the member states": of the organisation named last
		if r := sc.backOf(head, organisations, exclude); r.ok() {
			return r
		}
	}
	if w.XPOS == "NNS" && sc.c.vocabulary.has(countries, lemma) && sc.takesUpList(head) {
		if codes := sc.listTold(head); len(without(codes, exclude)) > 1 {
			return ref{kind: state, codes: without(codes, exclude), name: sc.describe(head), spoken: true}
		}
	}
	if country && w.XPOS == "NNS" {
		if codes := sc.listedBehind(head); len(without(codes, exclude)) > 1 {
			return ref{kind: state, codes: without(codes, exclude), name: sc.describe(head)}
		}
		if sc.hasBefore(head, "government", domestic) {
			return ref{} // "local governments" are no States
		}
		return ref{kind: others, codes: []demarche.Code{demarche.Other}, name: sc.describe(head)}
	}
	if country && definite && lemma != "side" {
		// "the kingdom", "the island", "the country": the State named last.
		return sc.back(head, exclude, state)
	}
	class := who.Class(0)
	if own != nil {
		class = own.class
	}
	if class == 0 && sc.c.vocabulary.has(papers, lemma) {
		if f := sc.focusAt(nil, exclude, head); f != nil {
			return ref{kind: state, codes: f, name: sc.describe(head), spoken: true}
		}
	}
	if class == 0 && lemma != "department" && sc.kindOf(head) != people && sc.kindOf(head) != mission {
		return ref{}
	}
	if w.UPOS == "NUM" {
		return sc.back(head, exclude, people)
	}
	if e := sc.lastLike(head, class, definite, own, exclude); e != nil {
		return ref{kind: e.kind, codes: e.codes, host: e.host, name: sc.full(e), spoken: true}
	}
	if class == who.Body || class == who.Head || class == who.Minister || class == who.Speaker {
		if f := sc.focusAt(own, exclude, head); f != nil {
			return ref{kind: own.kind, codes: f, name: sc.describe(head), spoken: true}
		}
	}
	return ref{}
}

// listedBehind gives the States that a list behind a noun for several names: "two Arab
// countries, Egypt and Jordan,".
func (sc *scene) listedBehind(head int) []demarche.Code {
	const reach, dash = 6, 12 // words on, the stop before the list
	for t := head + 1; t < min(head+dash, len(sc.s.Words)-1); t++ {
		switch f := sc.s.Words[t].Form; f {
		case ",", "-", "--", "–", "—", ":", "(":
			if (f == "," || f == "(") && t >= head+reach {
				break
			}
			if e := sc.entityAt(t + 1); e != nil && e.first == t+1 && e.kind == state && e.class == 0 && !e.adjective {
				return sc.alsoNamed(sc.at, e)
			}
		}
		if sc.s.IsVerb(t) && sc.s.Words[t].Rel != "acl" {
			return nil
		}
	}
	return nil
}

// lastLike gives whom a phrase without a State of its own takes up: who was named last by
// its word, else by one of its class. "The president" is the one who was called so, though
// a prime minister was named since.
func (sc *scene) lastLike(head int, class who.Class, definite bool, own *entity, exclude []demarche.Code) *entity {
	w := &sc.s.Words[head]
	envoy := (class == who.Envoy || class == who.Diplomat) && w.XPOS == "NN" && definite
	var like *entity
	for k := sc.from[sc.at+1] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if e.sentence == sc.at && e.first >= head || e == own || len(e.codes) == 0 || overlap(e.codes, exclude) {
			continue
		}
		word := strings.EqualFold(sc.form(e.sentence, e.end-1), w.Form)
		if e.kind == person && e.class == 0 && e.end-e.first > 1 {
			word = strings.EqualFold(sc.form(e.sentence, e.first), w.Form) // "King Gyanendra ... the King"
		}
		switch {
		case word && (e.kind == state || e.kind == mission || e.kind == person):
			return e
		case like != nil:
		case envoy && e.class == who.Ambassador, class != 0 && e.class == class && class != who.Speaker:
			like = e
		}
	}
	return like
}

// full gives the name of an entity.
func (sc *scene) full(e *entity) string {
	if m, ok := sc.cast[e.name]; ok {
		return m.full
	}
	return sc.textOf(e)
}
