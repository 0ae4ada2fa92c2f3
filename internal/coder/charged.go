package coder

import (
	"slices"

	"demarche"
)

// charged are those who were accused together, or of whom something was asked together.
type charged struct {
	sentence int
	codes    []demarche.Code
}

// chargedReach is how many sentences on those who were accused together are "both".
const chargedReach = 2

// chargedTogether gives those who were accused together a short while ago, for a noun or a
// pronoun by which all of them turn that down: "accused Iran and Syria of arming them, charges
// that both countries deny".
func (sc *scene) chargedTogether(head int, exclude []demarche.Code) ref {
	c := &sc.charged
	if !sc.rebutting || len(c.codes) < 2 || sc.at-c.sentence > chargedReach || overlap(c.codes, exclude) {
		return ref{}
	}
	w := &sc.s.Words[head]
	if w.UPOS == "NOUN" && (w.XPOS != "NNS" || !sc.c.objects.has(&sc.s, head, "country") && !sc.c.objects.has(&sc.s, head, "group") || !sc.isDefinite(head) && !sc.hasBoth(head)) {
		return ref{}
	}
	if w.UPOS == "NOUN" && (sc.saysWhose(head) || sc.isMovement(head)) {
		return ref{}
	}
	return ref{kind: state, codes: c.codes, name: sc.describe(head), spoken: true}
}

// chargeBefore gives the charge that an organ of no State's name turns down, where that was taken
// for the accuser's: "Lome accused Ghana of spying. A Foreign Ministry spokesman denied it." Nobody
// denies what he has said.
func (sc *scene) chargeBefore(denier *party) *candidate {
	if denier.source != "agent" || !sc.isOfNobody(denier.head) {
		return nil
	}
	for k := len(sc.recent) - 1; k >= 0; k-- {
		f := &sc.recent[k]
		if sc.at-f.sentence > chargedReach {
			return nil
		}
		if f.Type != "accuse" || f.sentence == sc.at || len(f.Actor) != 1 || len(f.Recipient) != 1 {
			continue
		}
		if slices.Equal(f.Recipient, denier.codes) || !slices.Equal(f.Actor, denier.codes) {
			return nil
		}
		return f
	}
	return nil
}

// isOfNobody says whether an office or organ is told without a State, or the name of anybody whose
// State is known: "a Foreign Ministry spokesman".
func (sc *scene) isOfNobody(head int) bool {
	own := sc.entityAt(head)
	if own == nil || own.class == 0 || sc.saysWhose(head) {
		return false
	}
	first, end := sc.s.Subtree(head)
	list := sc.in(sc.at)
	return !slices.ContainsFunc(list, func(e entity) bool {
		return e.first >= first && e.end <= end && e.class == 0 && len(e.codes) > 0 && e.kind != place
	})
}

// onGround gives whose a deed is that is the ground of a measure, by the State that the measure
// is told to be against: "imposed sanctions on Haiti for its refusal".
func (sc *scene) onGround(head int, exclude []demarche.Code) ref {
	s := &sc.s
	deed := s.Words[head].Head
	if s.Words[head].Rel != "nmod:poss" || deed < 0 {
		return ref{}
	}
	if c := s.Case(deed); c != "for" && c != "over" && c != "because of" {
		return ref{}
	}
	v := s.Words[deed].Head
	for v >= 0 && !s.IsVerb(v) && s.Words[v].Head >= 0 {
		v = s.Words[v].Head
	}
	if v < 0 {
		return ref{}
	}
	for t := deed - 1; t > v; t-- {
		if r := s.Words[t].Rel; r != "nmod" && r != "obl" {
			continue
		}
		if c := s.Case(t); c != "on" && c != "against" && c != "upon" {
			continue
		}
		if r := sc.resolve(t, nil); r.kind == state && r.ok() && !r.spoken && !overlap(r.codes, exclude) {
			r.spoken = true
			return r
		}
	}
	return ref{}
}
