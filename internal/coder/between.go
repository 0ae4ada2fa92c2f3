package coder

import (
	"strings"

	"demarche/internal/proposition"
)

// isByGoBetweens says whether an agreement was given to those who brought it about between others,
// and are no parties to it: "Norway and Cuba brokered the deal", "Egypt and Qatar helped forge
// the truce".
func (sc *scene) isByGoBetweens(cand *candidate, p *proposition.Proposition) bool {
	const up = 3 // words over the agreement
	verb, helped, made := p.Head, false, false
	for left := up; left > 0 && verb >= 0 && !helped; left-- {
		w := &sc.s.Words[verb]
		if made = made || sc.s.IsVerb(verb) && sc.c.vocabulary.has(brokering, strings.ToLower(w.Form)); made && w.Rel != "xcomp" {
			break
		}
		if r := w.Rel; r != "obj" && r != "xcomp" {
			break
		}
		verb = w.Head
		helped = verb >= 0 && sc.s.Words[verb].Lemma == "help"
	}
	if verb < 0 || !helped && !made {
		return false
	}
	var q proposition.Proposition
	sc.s.Read(verb, sc.c.lexicon, &q)
	if q.Passive || q.Agent.Head == proposition.None {
		return false
	}
	by := sc.resolveAll(q.Agent.Head, nil)
	return by.ok() && overlap(by.codes, cand.Actor) && (overlap(by.codes, cand.Recipient) || len(by.codes) == 1)
}
