package proposition

import "strings"

// isTooMuch says whether an act that nobody has told of before is not to come, since it would be
// too much: "a meeting with the king was too risky", but not "the meeting was too short".
func (s *Sentence) isTooMuch(noun, adjective int) bool {
	switch s.Words[adjective].Lemma {
	case "complicated", "risky", "early", "dangerous", "difficult", "sensitive", "costly":
	default:
		return false
	}
	a := s.find(adjective, "advmod")
	return a >= 0 && a < adjective && s.Words[a].Lemma == "too" && !s.isGiven(noun)
}

// fails says whether a verb tells that its subject came to nothing before its end: "the talks broke
// down", "collapsed", but not "broke up", as every meeting does.
func (s *Sentence) fails(verb int) bool {
	switch l := s.Words[verb].Lemma; l {
	case "collapse", "founder", "unravel":
		return s.find(verb, "obj") < 0
	case "break", "fall":
		if verb+1 >= len(s.Words) || s.Words[verb+1].Head != verb {
			return false
		}
		next := s.Words[verb+1].Form
		return l == "break" && (next == "off" || next == "down") || l == "fall" && (next == "through" || next == "apart")
	}
	return false
}

// isWithout says whether a noun is what somebody does not have: "does not have any plans to".
func (s *Sentence) isWithout(noun int) bool {
	w := &s.Words[noun]
	if w.Rel != "obj" || w.Head < 0 || s.Words[w.Head].Lemma != "have" || !s.isNegated(w.Head) || s.isNegated(noun) || s.find(noun, "nmod:poss") >= 0 {
		return false
	}
	d := s.find(noun, "det")
	return d < 0 || !strings.EqualFold(s.Words[d].Form, "the")
}

// hasOwnTo says whether an adjective has the "to" of the infinitive behind it, as trees have it
// with "due to resume".
func (s *Sentence) hasOwnTo(h int) bool {
	return s.Words[h].UPOS == "ADJ" && h+1 < len(s.Words) && s.Words[h+1].Form == "to" && s.Words[h+1].Head == h
}

// isSetFor says whether what is set is so for a time or for what is to come: "talks are set to
// resume", "are set for Monday", but not "the talks were set back".
func (s *Sentence) isSetFor(verb int) bool {
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if k > verb && (s.Mark(k) == "to" || s.Case(k) == "for") {
			return true
		}
	}
	return false
}

// isReply says whether a verb is a reply, for which to be prepared is to promise it: "it is prepared
// to respond to the expulsion".
func (s *Sentence) isReply(v int) bool {
	switch s.Words[v].Lemma {
	case "respond", "retaliate", "reply", "answer", "react":
		return true
	}
	return false
}
