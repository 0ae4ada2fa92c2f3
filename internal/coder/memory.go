package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// aimed gives the State that measures of a type were taken against before in the
// report.
func (sc *scene) aimed(t demarche.EventType) []demarche.Code { return sc.targets[t] }

// besides says whether a sentence names a State that is neither of one side nor
// of those aimed at before, in the object's place: after the predicate.
func (sc *scene) besides(side []demarche.Code, head int, target []demarche.Code) bool {
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.first > head && e.kind == state && len(e.codes) > 0 && !isOrganisation(e.codes[0]) && !overlap(e.codes, side) && !(e.capital && sc.isPlaceAt(e)) {
			// "Denmark is kicking out 15, Sweden three": another actor of a list.
			if e.end < len(sc.s.Words) && sc.s.Words[e.end].UPOS == "NUM" {
				continue
			}
			return true
		}
	}
	return false
}

// learn remembers the State of a person whom an act tells and no title did: an
// ambassador who is summoned is the other side's, one who is recalled the own.
func (sc *scene) learn(f *candidate) {
	if f.object == proposition.None || f.Object != "ambassador" && f.Object != "diplomats" {
		return
	}
	codes := f.Recipient
	switch f.Type {
	case "recall", "appoint", "depart":
		codes = f.Actor
	case "expel", "summon":
	default:
		return
	}
	s := &sc.s
	for k := s.Kid(f.object); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; w.UPOS == "PROPN" && (strings.HasPrefix(w.Rel, "flat") || w.Rel == "appos") {
			name := k
			for j := s.Kid(k); j >= 0; j = s.Next(j) {
				if strings.HasPrefix(s.Words[j].Rel, "flat") {
					name = j
				}
			}
			if e := sc.entityAt(name); e == nil || e.kind == person && len(e.codes) == 0 {
				sc.remember(s.Words[name].Form, member{codes: codes, full: sc.words(min(k, name), max(k, name)+1), class: who.Ambassador, at: sc.at})
			}
		}
	}
}

// note remembers who stands opposite to whom.
func (sc *scene) note(e *demarche.Event) {
	for side, codes := range [2][]demarche.Code{e.Actor, e.Recipient} {
		for _, c := range codes {
			t := sc.told[c]
			t[side]++
			sc.told[c] = t
		}
	}
	if len(e.Recipient) > 0 && !e.Type.IsSymmetric() && !e.Type.IsSpeech() && !only(e.Recipient, demarche.Other) {
		if !slices.Contains(e.Inferred, "recipient") || sc.targets[e.Type] == nil {
			sc.targets[e.Type] = e.Recipient
		}
	}
	if len(e.Inferred) > 0 || len(e.Actor) == 0 || len(e.Recipient) == 0 {
		return
	}
	switch e.Type {
	case "expel", "close", "limit_staff", "limit_term", "limit_movement", "seize", "deny_visa":
		sc.topic = [][]demarche.Code{e.Actor, e.Recipient}
	}
	for _, c := range e.Actor {
		if c != demarche.Other {
			sc.partners[c] = e.Recipient
		}
	}
	for _, c := range e.Recipient {
		if c != demarche.Other {
			sc.partners[c] = e.Actor
		}
	}
}

// accused remembers who accused a State or asked something of it last, if the text tells
// both.
func (sc *scene) accused(e *demarche.Event) {
	if e.Type != "accuse" && e.Type != "demand" || len(e.Inferred) > 0 || len(e.Actor) == 0 {
		return
	}
	for _, c := range e.Recipient {
		sc.accusers[c] = e.Actor
	}
}

// answered gives those whose charge or demand one side rejects, where it does not say
// whose: who accused it last, or asked something of it.
func (sc *scene) answered(side []demarche.Code) []demarche.Code {
	if !sc.rebutting || len(side) == 0 {
		return nil
	}
	if a := sc.accusers[side[0]]; len(a) > 0 && !overlap(a, side) {
		return a
	}
	return nil
}
