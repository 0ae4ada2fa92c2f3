package coder

import "demarche"

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
