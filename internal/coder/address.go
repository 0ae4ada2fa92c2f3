package coder

import (
	"strings"

	"demarche/internal/proposition"
)

// isAddress says whether those who spoke did so to a gathering, each by himself, and not to one
// another: "both presidents addressed the assembly", "spoke at the conference".
func (sc *scene) isAddress(f *candidate, p *proposition.Proposition) bool {
	s := &sc.s
	v := p.Head
	if p.Noun && sc.namesStage(v, v+1) {
		v = sc.verbOver(v)
	}
	if f.convened || v == proposition.None || s.Words[v].Lemma != "speak" || p.With("with") != proposition.None || p.With("to") != proposition.None {
		return false
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if k < v || !strings.HasPrefix(s.Words[k].Rel, "obl") {
			continue
		}
		switch s.Case(k) {
		case "with", "to":
			return false
		case "by", "over", "about":
			return false // "spoke by telephone"
		case "at", "on", "before", "during":
			if first, end := s.Subtree(k); sc.namesStage(first, end) {
				return true
			}
		}
	}
	return false
}

// namesStage says whether among some words is one for where speeches are held before many.
func (sc *scene) namesStage(first, end int) bool {
	stage := false
	for t := first; t < end; t++ {
		switch l := strings.ToLower(sc.s.Words[t].Lemma); l {
		case "sideline", "margin", "fringe", "edge", "occasion":
			return false
		default:
			stage = stage || sc.c.vocabulary.has(stages, l)
		}
	}
	return stage
}

// isTrafficking says whether exchanges are those of goods, money, students or the like, in which
// nobody meets: "cultural exchanges between Oman and Kuwait".
func (sc *scene) isTrafficking(p *proposition.Proposition) bool {
	if !p.Noun || sc.s.Words[p.Head].Lemma != "exchange" || p.Head == 0 {
		return false
	}
	return sc.c.vocabulary.has(traffics, sc.s.Words[p.Head-1].Lemma)
}

// isPersuasion says whether one talks others into or out of something: "talked the king out of it".
func (sc *scene) isPersuasion(p *proposition.Proposition) bool {
	s := &sc.s
	if p.Noun || s.Words[p.Head].Lemma != "talk" || p.Patient.Head == proposition.None {
		return false
	}
	_, end := s.Subtree(p.Head)
	for t := p.Patient.Head + 1; t < end; t++ {
		if f := s.Words[t].Form; f == "into" || f == "out" && t+1 < end && s.Words[t+1].Form == "of" {
			return true
		}
	}
	return false
}

// isKnowledge says whether talks are but what somebody knows or tells something about: "information
// on the Omani border talks", "leaked details of the negotiations with Oman".
func (sc *scene) isKnowledge(p *proposition.Proposition) bool {
	s := &sc.s
	if !p.Noun || sc.hasPronoun(p.Head) {
		return false
	}
	for k := s.Kid(p.Head); k > 0 && k < p.Head; k = s.Next(k) {
		if s.Words[k].Rel != "case" {
			continue
		}
		switch c := s.Words[k].Form; s.Words[k-1].Lemma {
		case "information", "intelligence":
			return c == "on" || c == "about"
		case "detail", "secret", "knowledge", "transcript":
			return c == "on" || c == "about" || c == "of"
		}
	}
	return false
}
