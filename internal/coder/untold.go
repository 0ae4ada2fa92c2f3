package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// grievance gives the sides of a deed that an envoy or a ministry complains of without a
// name: who was accused before by the State whose word it is, and that State. "The source
// urged the US to stop. He added that the talks would cover the expulsion of diplomats."
func (sc *scene) grievance(p *proposition.Proposition, st *proposition.Stance) (actor, recipient []demarche.Code) {
	if !p.Noun || !sc.isPointedAt(p.Head) {
		return nil, nil
	}
	speaker := sc.voice(p, st, nil)
	if len(speaker.codes) != 1 || isOrganisation(speaker.codes[0]) || speaker.all {
		return nil, nil
	}
	for c, by := range sc.accusers {
		if !overlap(by, speaker.codes) || c == demarche.Other || isOrganisation(c) {
			continue
		}
		if actor != nil {
			return nil, nil // it has a quarrel with several
		}
		actor = []demarche.Code{c}
	}
	if actor == nil {
		return nil, nil
	}
	return actor, speaker.codes
}

// isPointedAt says whether an event noun is told as one that all know of, and of one
// side: "the expulsion", "these closures", not "expulsions" or "the mutual expulsions".
func (sc *scene) isPointedAt(noun int) bool {
	s := &sc.s
	known := false
	for k := s.Kid(noun); k >= 0 && k < noun; k = s.Next(k) {
		switch w := &s.Words[k]; w.Rel {
		case "det":
			known = known || slices.Contains([]string{"the", "The", "this", "This", "these", "These", "such", "Such"}, w.Form)
		case "amod", "compound":
			switch w.Lemma {
			case "mutual", "reciprocal", "tit", "tat", "tit-for-tat":
				return false
			}
		}
	}
	return known
}

// sameActor gives who did the act of a type that was told last, where a passive without
// agent goes on: "The German envoy was called in as well".
func (sc *scene) sameActor(t demarche.EventType, p *proposition.Proposition, recipient []demarche.Code) []demarche.Code {
	if !p.Passive || !sc.isAlso(p.Head) {
		return nil
	}
	for i := len(sc.recent) - 1; i >= 0; i-- {
		if f := &sc.recent[i]; f.Type == t && len(f.Actor) > 0 && !overlap(f.Actor, recipient) {
			return f.Actor
		}
	}
	return nil
}

// isAlso says whether a verb tells one thing more of a sort: "was called in as well".
func (sc *scene) isAlso(verb int) bool {
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "also", "too", "well", "likewise":
			return true
		case "as":
			if k+1 < len(sc.s.Words) && sc.s.Words[k+1].Form == "well" {
				return true
			}
		}
	}
	return false
}
