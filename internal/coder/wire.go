package coder

import (
	"slices"
	"strings"

	"demarche/internal/syntax"
)

// isByWire says whether those who meet only speak to each other from afar, as far as the
// sentence tells.
func (sc *scene) isByWire(f *candidate) bool {
	switch f.Rule {
	case "consult/call", "consult/by-telephone", "consult/speak":
		return true
	}
	return sc.isFromAfar(f.head) || slices.ContainsFunc(sc.s.Words, func(w syntax.Word) bool { return sc.isWire(w.Lemma) })
}

// isFromAfar says whether a word tells of people who speak to each other and do not come
// together, so that no city can be where they met: "telephoned", "a phone call", "spoke by
// video link", "held talks over the phone".
func (sc *scene) isFromAfar(head int) bool {
	s := &sc.s
	w := &s.Words[head]
	if sc.isWire(w.Lemma) || s.IsNoun(head) && w.Lemma == "call" {
		return true
	}
	by := func(over int) bool {
		for k := s.Kid(over); k >= 0; k = s.Next(k) {
			if !sc.isWire(s.Words[k].Lemma) && !(s.IsNoun(k) && sc.hasWire(k)) {
				continue
			}
			switch rel, _, _ := strings.Cut(s.Words[k].Rel, ":"); rel {
			case "compound", "amod":
				return over == head
			case "obl", "nmod":
				switch s.Case(k) {
				case "by", "over", "via", "on", "through":
					return true
				}
			}
		}
		return false
	}
	return by(head) || s.IsNoun(head) && w.Rel == "obj" && by(w.Head)
}

// hasWire says whether a noun is told by a means of speaking from afar: "by video link".
func (sc *scene) hasWire(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "compound" && sc.isWire(sc.s.Words[k].Lemma) {
			return true
		}
	}
	return false
}

// isWire says whether a noun is a means of speaking from afar.
func (sc *scene) isWire(lemma string) bool { return sc.c.vocabulary.has(wires, lemma) }
