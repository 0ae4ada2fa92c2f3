package coder

import (
	"demarche"
	"demarche/internal/proposition"
)

// feuding gives the two States whose quarrel is what somebody asks to be settled, and of whom he
// asks it therefore: "urged restraint in the Chad-Sudan dispute".
func (sc *scene) feuding(p *proposition.Proposition, actor []demarche.Code) []demarche.Code {
	const reach = 12
	s := &sc.s
	for t := p.Head + 1; t < min(p.Head+reach, len(s.Words)); t++ {
		if s.IsVerb(t) && s.Words[t].XPOS != "VBG" || s.Words[t].Form == ";" {
			break
		}
		if !sc.c.vocabulary.has(quarrels, s.Words[t].Lemma) || !s.Within(t, p.Head) {
			continue
		}
		if two := sc.dyadBefore(t); len(two) == 2 && !overlap(two, actor) {
			return two
		}
	}
	return nil
}
