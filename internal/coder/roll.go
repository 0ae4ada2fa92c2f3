package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// isRoll says whether those who are told to take part in a meeting are its whole roll: two or
// more named in a list, and no "others" or "leaders" beside them. "The United States, Japan
// and Norway opened a conference."
func (sc *scene) isRoll(p *proposition.Proposition, named []demarche.Code) bool {
	const two = 2
	if len(named) < two {
		return false
	}
	heads := []int{p.Agent.Head}
	if p.Noun {
		heads = append(heads, p.With("by"))
	}
	var told []demarche.Code
	for _, n := range heads {
		if n == proposition.None {
			continue
		}
		first, end := sc.s.Phrase(n)
		for t := first; t < end; t++ {
			if sc.isOfStates(t) || sc.s.Words[t].Lemma == "other" {
				return false // "Hu and leaders of 47 African countries"
			}
			if e := sc.entityAt(t); e != nil {
				told = union(told, e.codes)
			}
		}
	}
	return len(without(named, told)) == 0
}

// isOrganOf says whether a meeting is told to be that of a standing organ of an organisation,
// which sits by itself: "the AU's peace and security council meeting".
func (sc *scene) isOrganOf(noun int) bool {
	s := &sc.s
	first, _ := s.Subtree(noun)
	for t := first; t < sc.nameEnd(noun+1); t++ {
		if sc.c.vocabulary.has(organs, strings.ToLower(s.Words[t].Lemma)) {
			return true
		}
	}
	return false
}
