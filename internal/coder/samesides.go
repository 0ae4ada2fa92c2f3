package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// goesOn gives the sides of an act on people of whom its clause does not say whose they are,
// by the measure on a mission or its people that was told last: "Moldova ordered the Russian
// embassy to shrink. Forty employees must leave", "Mali expelled the French envoy. He had
// been called in by the minister in May". Sides that the clause names stay. It says whether it gave any.
func (sc *scene) goesOn(r *rule.Rule, object int, actor, recipient *party) bool {
	if object == proposition.None || r.Type != "expel" && r.Type != "summon" || recipient.ok() && !recipient.spoken && recipient.source != "other" {
		return false
	}
	one, ok := sc.isUnowned(object)
	if !ok {
		return false
	}
	by, of := sc.measureBefore(one)
	if of == nil {
		return false
	}
	named := actor.ok() && !actor.spoken && actor.source != "other"
	says := actor.source == "speaker" || actor.source == "teller" // who announces it answers the measure
	if (named || says) && overlap(actor.codes, of) || sc.isNamedHere(object, recipient.codes) {
		return false
	}
	*recipient = party{ref: ref{kind: people, codes: of, spoken: true}, head: object, source: "owner"}
	if !named {
		*actor = party{ref: ref{kind: state, codes: by, spoken: true}, head: actor.head, source: "agent"}
	}
	return true
}

// isNamedHere says whether some States stand before a word in its sentence, where it takes up
// their people: "The Americans were declared unwelcome; they had a week to pack".
func (sc *scene) isNamedHere(word int, codes []demarche.Code) bool {
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.end <= word && e.kind != place && overlap(e.codes, codes) {
			return true
		}
	}
	return false
}

// isUnowned says whether a word stands for people without telling whose, and whether for
// one: "he", "they", "45 employees", "a dozen staff".
func (sc *scene) isUnowned(word int) (one, ok bool) {
	w := &sc.s.Words[word]
	if w.UPOS == "PRON" {
		switch strings.ToLower(w.Form) {
		case "he", "she", "him", "her":
			return true, true
		case "they", "them", "all", "both":
			return false, true
		}
		return false, false
	}
	return false, (w.XPOS == "NNS" || sc.c.vocabulary.has(mass, w.Lemma)) && sc.s.Quantity(word).N > 1 && sc.entityAt(word) == nil && !sc.saysWhose(word) && len(sc.hostOf(word)) == 0
}

// measureBefore gives who took the last measure on envoys or their staff, in one of the
// sentences before, and whose they are; of one alone, if it was on an envoy.
func (sc *scene) measureBefore(one bool) (by, of []demarche.Code) {
	for k := len(sc.recent) - 1; k >= 0; k-- {
		f := &sc.recent[k]
		switch f.Object {
		case "ambassador", "attache", "diplomats":
			if one && f.Count.N > 1 {
				return nil, nil
			}
		case "staff", "headcount":
			if one {
				return nil, nil
			}
		default:
			continue
		}
		switch f.Type {
		case "expel", "summon", "limit_staff", "deny_visa":
			return f.Actor, f.Recipient
		case "recall", "appoint", "depart":
			return f.Recipient, f.Actor
		}
	}
	return nil, nil
}
