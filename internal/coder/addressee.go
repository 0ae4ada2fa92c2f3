package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// addressee finds whom a pronoun stands for that is the subject of what somebody is told that
// he must do, or in direct speech of whatever he is told: "told Turkey that it must withdraw its
// troops", "“You have to wait,” he told Kenya".
func (sc *scene) addressee(head int, exclude []demarche.Code, left int) ref {
	s := &sc.s
	w := &s.Words[head]
	if !strings.HasPrefix(w.Rel, "nsubj") {
		return ref{}
	}
	verb := w.Head
	switch strings.ToLower(w.Form) {
	case "it", "he", "she", "they":
		if s.Words[verb].Rel != "ccomp" || !s.IsBound(verb) && !sc.c.lexicon.Undergoes(s.Words[verb].Lemma) {
			return ref{}
		}
	case "you":
	default:
		return ref{}
	}
	tell := sc.verbOver(verb)
	if tell < 0 || !s.IsVerb(tell) || !sc.c.lexicon.IsSaying(s.Words[tell].Lemma) {
		return ref{}
	}
	for k := s.Kid(tell); k >= 0; k = s.Next(k) {
		if r := s.Words[k].Rel; r != "iobj" && r != "obj" || k < tell || sc.isPress(k) {
			continue
		}
		if r := sc.resolveAt(k, exclude, left); r.ok() && r.kind != place {
			r.spoken = true
			return r
		}
	}
	return ref{}
}

// isPronoun says whether the word on which a side was found is a pronoun.
func (sc *scene) isPronoun(head int) bool {
	return head != proposition.None && sc.s.Words[head].UPOS == "PRON"
}
