package coder

import "demarche/internal/proposition"

// swaps says whether a predicate has two do to each other what it tells, by its word alone:
// "will exchange ambassadors with Kosovo".
func (sc *scene) swaps(p *proposition.Proposition) bool {
	switch sc.s.Words[p.Head].Lemma {
	case "exchange", "swap", "trade":
		return true
	}
	return false
}

// isBroughtToEnd says whether a measure is what somebody ends: "ended its blockade of Nepal",
// where whoever ends talks has held them.
func (sc *scene) isBroughtToEnd(p *proposition.Proposition) bool {
	if !p.Noun || p.Carrier == proposition.None || sc.s.Words[p.Head].Rel != "obj" || sc.s.Words[p.Head].Head != p.Carrier {
		return false
	}
	switch sc.s.Words[p.Carrier].Lemma {
	case "end", "terminate", "conclude", "finish":
		return true
	}
	return false
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
