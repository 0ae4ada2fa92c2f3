package coder

import (
	"slices"
	"strings"

	"demarche/internal/proposition"
)

// isNobodys says whether what is judged or denied is nobody's, or belongs to whoever judges it,
// so that a State that stands near it is not its author: "denied rumours that it had sold the
// island to Chad", "called the situation alarming", "condemned the murder", "the president
// criticised his minister".
func (sc *scene) isNobodys(cand *candidate, p *proposition.Proposition) bool {
	thing := sc.judged(cand, p)
	if thing == proposition.None {
		return false
	}
	if cand.Type == "reject" && sc.isHearsay(thing) {
		return true
	}
	if !slices.Contains(cand.Inferred, "recipient") {
		return false
	}
	if x := sc.entityAt(thing); x != nil && !cand.predicate && len(x.codes) > 0 && !x.adjective && x.kind != place && len(without(x.codes, cand.Actor)) == 0 {
		return true
	}
	if cand.Type != "accuse" || sc.isLaid(thing) {
		return false
	}
	l := sc.s.Words[thing].Lemma
	return sc.c.vocabulary.has(matters, l) || sc.c.vocabulary.has(deeds, l)
}

// judged gives what somebody speaks of: what his verb is done to, or what the predicate is said
// of; a pronoun stands for the deed that the clause before it names.
func (sc *scene) judged(cand *candidate, p *proposition.Proposition) int {
	thing := p.Patient.Head
	if cand.predicate {
		thing = sc.s.Predicated(cand.head).Head
	}
	for _, a := range p.Preps {
		if thing == proposition.None && p.Noun && (a.Word == "at" || a.Word == "over" || a.Word == "of" || a.Word == "against") {
			thing = a.Head // "outrage at the murder"
		}
	}
	if thing == proposition.None || sc.s.Words[thing].UPOS != "PRON" {
		return thing
	}
	if f := strings.ToLower(sc.s.Words[thing].Form); f != "it" && f != "this" {
		return thing
	}
	for t := thing - 1; t >= 0; t-- {
		if sc.s.Words[t].UPOS == "NOUN" && sc.c.vocabulary.has(deeds, sc.s.Words[t].Lemma) {
			return t
		}
	}
	return thing
}

// isHearsay says whether a noun tells what is said by nobody in particular: "rumours", "fears
// that", "media reports". What has somebody's name on it is his: "American fears".
func (sc *scene) isHearsay(noun int) bool {
	s := &sc.s
	if sc.isLaid(noun) {
		return false
	}
	for _, words := range sc.c.vocabulary.forms[hearsay] {
		last := len(words) - 1
		if words[last] == s.Words[noun].Lemma && !slices.ContainsFunc(words[:last], func(w string) bool { return !s.IsDescribed(noun, w) }) {
			return true
		}
	}
	return s.Words[noun].Lemma == "report" && s.Words[noun].XPOS == "NNS" && !sc.isDefinite(noun)
}
