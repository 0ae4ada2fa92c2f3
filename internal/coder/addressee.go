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
		if s.Words[verb].Rel != "ccomp" || !s.IsBound(verb) {
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

// reproached finds whom a pronoun stands for within what is held against somebody who is named
// right before: "impose sanctions on Haiti for its refusal to do what the text asks of it".
func (sc *scene) reproached(head int, exclude []demarche.Code) ref {
	s := &sc.s
	switch strings.ToLower(s.Words[head].Form) {
	case "it", "its", "they", "their", "them":
	default:
		return ref{}
	}
	for n := head; n >= 0; n = s.Words[n].Head {
		if !s.IsNoun(n) || s.Case(n) != "for" && s.Case(n) != "over" || !sc.pronounOwner(n) {
			continue
		}
		first, _ := s.Subtree(n)
		e := sc.entityAt(first - 1)
		if e == nil || e.end != first || len(e.codes) == 0 || e.kind == place || e.adjective || overlap(e.codes, exclude) {
			return ref{}
		}
		return ref{kind: e.kind, codes: e.codes, host: e.host, name: sc.full(e), spoken: true}
	}
	return ref{}
}

// isPronoun says whether the word on which a side was found is a pronoun.
func (sc *scene) isPronoun(head int) bool {
	return head != proposition.None && sc.s.Words[head].UPOS == "PRON"
}
