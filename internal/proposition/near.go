package proposition

import "strings"

// isNear says whether what a word tells was only come close to: "is close to signing", "on the
// verge of a break", "had almost reached an accord". What is known, "close to the talks", is
// not, and talks almost concluded were held: own says that the word tells the act itself.
func (s *Sentence) isNear(n int, own bool, lexicon *Lexicon) bool {
	if s.IsVerb(n) && s.isAllBut(n) && (own || lexicon.of(s, n)&finish == 0) {
		return true
	}
	if s.IsNoun(n) {
		if d := s.find(n, "det"); d >= 0 && strings.EqualFold(s.Words[d].Form, "the") || s.find(n, "nmod:poss") >= 0 {
			return false
		}
	} else if s.Words[n].XPOS != "VBG" {
		return false
	}
	first, _ := s.Phrase(n)
	for t := first; t <= n; t++ {
		w := &s.Words[t]
		if w.Head != n || base(w.Rel) != "case" && base(w.Rel) != "mark" {
			continue
		}
		switch strings.ToLower(w.Form) {
		case "near":
			return s.IsNoun(n)
		case "to", "of", "from":
			return t > 0 && lexicon.of(s, t-1)&near != 0
		}
	}
	return false
}

// isAllBut says whether an adverb right before a verb says that its act was not done in full:
// "almost signed", "all but concluded".
func (s *Sentence) isAllBut(verb int) bool {
	if verb == 0 {
		return false
	}
	switch strings.ToLower(s.Words[verb-1].Form) {
	case "almost", "nearly":
		return true
	case "but":
		return verb > 1 && strings.EqualFold(s.Words[verb-2].Form, "all")
	}
	return false
}

// isOnlyWay says whether a noun with "no" before it leaves but one thing to do, which is not
// denied: "has no choice but to close it", "no option other than".
func (s *Sentence) isOnlyWay(noun int) bool {
	switch s.Words[noun].Lemma {
	case "choice", "option", "alternative", "recourse", "way":
	default:
		return false
	}
	if noun+1 >= len(s.Words) {
		return false
	}
	switch strings.ToLower(s.Words[noun+1].Form) {
	case "but", "other", "except", "save":
		return true
	}
	return false
}

// isForced says whether a verb tells the one thing that somebody has left to do, in the present:
// "has no choice but to expel them", but not "had no choice but to".
func (s *Sentence) isForced(verb int) bool {
	const near = 4 // words between
	for t := verb - 1; t > 0 && t >= verb-near; t-- {
		if !s.isOnlyWay(t) {
			continue
		}
		for h := t - 1; h >= 0 && h >= t-near; h-- {
			if w := &s.Words[h]; w.Lemma == "have" || w.Lemma == "leave" || w.Lemma == "see" || w.Lemma == "be" {
				return w.XPOS == "VBZ" || w.XPOS == "VBP" || w.XPOS == "VB"
			}
		}
	}
	return false
}
