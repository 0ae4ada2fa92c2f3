package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// threatener finds who speaks of himself as the one to act unless it is done: "told Lima to pay,
// or it would close the port".
func (sc *scene) threatener(head int, exclude []demarche.Code, left int) ref {
	s := &sc.s
	v := s.Words[head].Head
	switch strings.ToLower(s.Words[head].Form) {
	case "it", "he", "she", "they":
	default:
		return ref{}
	}
	if s.Words[head].Rel != "nsubj" || v < 0 || !s.IsVerb(v) || !s.IsOrElse(v) {
		return ref{}
	}
	for h := s.Words[v].Head; h >= 0; h = sc.verbOver(h) {
		if !sc.c.lexicon.IsSaying(s.Words[h].Lemma) && !sc.c.lexicon.Is(s.Words[h].Lemma, "demand") && !sc.c.lexicon.Is(s.Words[h].Lemma, "threat") {
			continue
		}
		var p proposition.Proposition
		if s.Read(h, sc.c.lexicon, &p); p.Agent.Head == proposition.None || p.Agent.Head == head {
			return ref{}
		}
		r := sc.resolveAt(p.Agent.Head, exclude, left)
		r.spoken = true
		return r
	}
	return ref{}
}
