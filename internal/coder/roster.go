package coder

import (
	"strings"

	"demarche"
)

// attendees gives the States of three or more who are told one by one as those who come to a
// meeting, behind its noun or before the verb of its clause, or nil.
func (sc *scene) attendees(head int, noun bool) []demarche.Code {
	if roll := sc.rollBehind(head, noun); roll != nil {
		return roll
	}
	return sc.rollBefore(head, noun)
}

// rollBefore gives the States by which the words before the verb of a meeting spell out who
// "the countries" are that meet, whatever the tree makes of so long a subject: "ministers of
// the member states -- Kenya, Uganda and Tanzania -- met", "envoys of Asian nations,
// including Japan, Laos and Nepal, attended the forum".
func (sc *scene) rollBefore(head int, noun bool) (roll []demarche.Code) {
	s := &sc.s
	verb := head
	if noun {
		rel, c := s.Words[head].Rel, s.Case(head)
		if rel != "obj" && !(strings.HasPrefix(rel, "obl") && (c == "in" || c == "at" || c == "for")) {
			return nil
		}
		verb = s.Words[head].Head
	}
	if verb < 0 || !s.IsVerb(verb) || sc.meetsOther(verb, head) {
		return nil
	}
	const reach = 6 // from "states" to what spells them out
	states := -1
	for t := range verb {
		w := &s.Words[t]
		if w.Head != verb && (w.UPOS == "AUX" || w.XPOS == "VBD" || w.XPOS == "VBP" || w.XPOS == "VBZ") {
			if !sc.c.lexicon.IsSaying(w.Lemma) {
				return nil // of another clause
			}
			states, roll = -1, nil
		}
		if w.XPOS == "NNS" && sc.c.vocabulary.has(countries, w.Lemma) {
			states = t
			continue
		}
		if states < 0 || t-states > reach {
			continue
		}
		switch w.Form {
		case "-", "--", "–", "—", ":", "(", "including", "namely":
		default:
			continue
		}
		if list := sc.rollAt(t + 1); len(list) > 2 && roll == nil {
			roll = list
		}
	}
	return roll
}

// meetsOther says whether those who meet are told to meet somebody besides: "met the Pope",
// "held talks with the Pope".
func (sc *scene) meetsOther(verb, word int) bool {
	s := &sc.s
	for _, h := range []int{verb, word} {
		for k := s.Kid(h); k >= 0; k = s.Next(k) {
			if k > h && (s.Words[k].Rel == "obj" && verb == word || s.Case(k) == "with") {
				return true
			}
		}
	}
	return false
}
