package proposition

import "demarche"

// setsAside reads what a noun is said to be as an offer that stands or not, and says whether it
// does: "sanctions are not on the table", "talks are off the table", "a recall is out of the
// question", "a ban is no option".
func (s *Sentence) setsAside(h int, st *Stance) bool {
	open := true
	switch s.Words[h].Lemma {
	case "table", "cards":
		switch s.Case(h) {
		case "on":
		case "off":
			open = false
		default:
			return false
		}
	case "option", "possibility":
	case "question":
		if s.find(h, "case") < 0 || s.Words[s.find(h, "case")].Lemma != "out" {
			return false
		}
		open = false
	default:
		return false
	}
	switch {
	case st.Status != demarche.Actual && st.Status != demarche.Ended:
	case open != s.isNegated(h):
		s.raise(h, "possible", demarche.Possible, st)
	default:
		st.step(h, "deny", demarche.Denied)
	}
	return true
}
