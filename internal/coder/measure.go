package coder

import (
	"demarche"
	"demarche/internal/proposition"
)

// swaps says whether a predicate has two do to each other what it tells, by its word alone:
// "will exchange ambassadors with Kosovo".
func (sc *scene) swaps(p *proposition.Proposition) bool {
	switch sc.s.Words[p.Head].Lemma {
	case "exchange", "swap", "trade":
		return true
	}
	return false
}

// whenEased gives the status of a measure that is what somebody ends or lessens: "ended its blockade
// of Nepal", where whoever ends talks has held them, "lowered its tariffs", "agreed to cut tariffs".
func (sc *scene) whenEased(p *proposition.Proposition) demarche.Status {
	w := &sc.s.Words[p.Head]
	if !p.Noun || w.Rel != "obj" || w.Head < 0 {
		return demarche.Actual
	}
	verb := w.Head
	switch sc.s.Words[verb].Lemma {
	case "end", "terminate", "conclude", "finish":
		if p.Carrier == verb {
			return demarche.Ended
		}
		return demarche.Actual
	case "relax", "loosen", "soften":
	default:
		if !sc.c.vocabulary.has(reducing, sc.s.Words[verb].Lemma) {
			return demarche.Actual
		}
	}
	switch {
	case sc.s.IsInfinitive(verb):
		return demarche.Planned
	case sc.s.HasModal(verb) || sc.s.Words[verb].XPOS == "VBG" && !sc.s.HasAuxiliary(verb):
		return demarche.Actual // "will not hear of loosening its embargo"
	}
	return demarche.Ended
}

// payConsultations marks the consultations for which an envoy is called home, at whatever
// remove, since they are told with his recall: "back for a week of consultations".
func (sc *scene) payConsultations(verb int, paid map[int]bool) {
	_, end := sc.s.Subtree(verb)
	for t := verb + 1; t < end; t++ {
		if sc.s.Words[t].Lemma == "consultation" && sc.verbOver(t) == verb {
			paid[t] = true
		}
	}
}
