package coder

import "strings"

// placesOfMeeting adds the city of a meeting that the words around it tell: where those
// who meet are for it, and where the gathering is held at which they do: "was in Moscow
// for talks", "on the margins of a summit in Jakarta".
func (sc *scene) placesOfMeeting(head int, found *[]string) {
	s := &sc.s
	if over := s.Words[head].Head; over >= 0 && (strings.HasPrefix(s.Words[head].Rel, "obl") || s.Words[head].Rel == "nmod") && s.Case(head) == "for" {
		switch s.Case(over) {
		case "in", "at":
			sc.addPlace(over, found)
		}
		for k := s.Kid(over); k >= 0; k = s.Next(k) {
			if c := s.Case(k); strings.HasPrefix(s.Words[k].Rel, "obl") && k < head && (c == "in" || c == "at" || c == "to") {
				sc.addPlace(k, found)
			}
		}
	}
	if len(*found) > 0 {
		return
	}
	_, end := s.Subtree(head)
	for t := head + 1; t < end; t++ {
		if s.IsVerb(t) {
			return
		}
		if s.IsNoun(t) && sc.c.vocabulary.has(gatherings, strings.ToLower(s.Words[t].Lemma)) {
			sc.placesUnder(t, 1, found)
		}
	}
}

// placesOfTravel adds the city to which somebody goes to meet another, or where he is for
// it: "flew to Jeddah to see the king", "was in Mekele to meet", "during a stay in Hanoi".
func (sc *scene) placesOfTravel(head int, found *[]string) {
	s := &sc.s
	phrases := func(verb int) {
		for k := s.Kid(verb); k >= 0; k = s.Next(k) {
			if !strings.HasPrefix(s.Words[k].Rel, "obl") {
				continue
			}
			switch c := s.Case(k); {
			case verb != head && (c == "in" || c == "at" || c == "to"), c == "for" && verb != head && (s.Words[verb].Lemma == "leave" || s.Words[verb].Lemma == "depart" || s.Words[verb].Lemma == "head"):
				sc.addPlace(k, found)
			case (c == "during" || c == "on") && sc.c.vocabulary.has(journeys, s.Words[k].Lemma):
				sc.placesUnder(k, 1, found)
				for n := s.Kid(k); n >= 0; n = s.Next(n) {
					if n > k && s.Case(n) == "to" {
						sc.addPlace(n, found)
					}
				}
			}
		}
	}
	phrases(head)
	over := s.Words[head].Head
	if len(*found) > 0 || over < 0 {
		return
	}
	switch rel := s.Words[head].Rel; {
	case (rel == "advcl" || rel == "xcomp" || rel == "acl") && s.Mark(head) == "to" && s.Words[over].XPOS != "NN":
		if c := s.Case(over); c == "in" || c == "at" {
			sc.addPlace(over, found) // "was in Mekele"
		}
		if s.IsVerb(over) {
			phrases(over)
		}
	case strings.HasPrefix(rel, "obl") && s.Case(head) == "for" && s.IsVerb(over):
		phrases(over)
	}
}
