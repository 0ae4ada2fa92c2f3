package coder

import "demarche/internal/proposition"

// isWhatFor says whether a condition tells what somebody is to do something for, so that it is
// asked of him all the same: "must free them if it wants better ties".
func (sc *scene) isWhatFor(condition int) bool {
	if condition == proposition.None || sc.s.Mark(condition) != "if" {
		return false
	}
	switch sc.s.Words[condition].Lemma {
	case "want", "wish", "hope", "seek", "expect":
		return true
	}
	return false
}
