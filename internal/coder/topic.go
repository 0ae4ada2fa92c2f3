package coder

import (
	"slices"
	"strings"

	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// tellsTopic says whether a meeting is told with what it is about: "talks on visas",
// "met to discuss", "a dispute was raised with".
func (sc *scene) tellsTopic(r *rule.Rule, p *proposition.Proposition) bool {
	s := &sc.s
	if sc.isDiscussing(p.Head) {
		if sc.isTopic(p.Patient.Head) || p.Content != proposition.None {
			return true
		}
	}
	if !slices.Contains(r.Recipient, "on") { // "called on the minister"
		for _, a := range p.Preps {
			if isAbout(a.Word) && sc.isTopic(a.Head) {
				return true
			}
		}
	}
	root := p.Head
	if p.Carrier != proposition.None {
		root = p.Carrier
	} else if h := s.Words[root].Head; p.Noun && h >= 0 && s.IsVerb(h) && s.Words[root].Rel == "nsubj" {
		root = h
	}
	_, end := s.Subtree(root)
	for t := p.Head + 1; t < end; t++ {
		switch w := &s.Words[t]; {
		case w.Form == ";":
			return false
		case w.Head < 0 || !s.Within(t, root):
		case s.IsVerb(t) && sc.isDiscussing(t):
			for k := s.Kid(t); k >= 0; k = s.Next(k) {
				switch s.Words[k].Rel {
				case "obj", "nsubj:pass", "ccomp":
					if s.Words[k].Rel == "ccomp" || sc.isTopic(k) {
						return true
					}
				}
			}
		case sc.c.vocabulary.has(dealings, w.Lemma):
			for k := s.Kid(t); k >= 0; k = s.Next(k) {
				if isAbout(s.Case(k)) && sc.isTopic(k) {
					return true
				}
			}
		}
	}
	return false
}

// isDiscussing says whether a verb tells what is talked about as its object.
func (sc *scene) isDiscussing(verb int) bool {
	return sc.s.IsVerb(verb) && sc.c.vocabulary.has(discussing, sc.s.Words[verb].Lemma)
}

// isAbout says whether a preposition tells what talks are about.
func isAbout(word string) bool {
	switch word {
	case "on", "about", "over", "concerning", "regarding", "covering":
		return true
	}
	return false
}

// isTopic says whether a word can be what is talked about, rather than when, where and
// how it is talked.
func (sc *scene) isTopic(word int) bool {
	if word == proposition.None || sc.inTime(word) || !sc.s.IsNoun(word) {
		return false
	}
	if e := sc.entityAt(word); e != nil && (e.kind == place || e.kind == person) {
		return false
	}
	return !sc.c.vocabulary.has(occasional, strings.ToLower(sc.s.Words[word].Lemma))
}
