package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// hosted puts the State where a conference is held beside those who meet there and are not
// told one by one, unless a State is told to take part: of "a ministerial meeting in
// Cancun, Mexico" it is the host, whoever was named last.
func (sc *scene) hosted(e *demarche.Event, p *proposition.Proposition) {
	if !sc.c.vocabulary.has(gatherings, strings.ToLower(sc.s.Words[p.Head].Lemma)) {
		return // talks are held in many a place by those who are at odds
	}
	if all := union(e.Actor, e.Recipient); len(all) != 2 || !slices.Contains(all, demarche.Other) {
		return
	} else if party := without(all, []demarche.Code{demarche.Other}); sc.takesPart(party, p) {
		return
	}
	if host := sc.heldIn(p); len(host) == 1 && host[0] != demarche.Other {
		e.Actor, e.Recipient = host, []demarche.Code{demarche.Other}
		e.Inferred = sc.untold(e)
	}
}

// takesPart says whether a State does something in the sentence under the eye, or stands
// with a preposition of those who meet.
func (sc *scene) takesPart(codes []demarche.Code, p *proposition.Proposition) bool {
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if !overlap(e.codes, codes) || e.kind == place {
			continue
		}
		if e.kind == person || e.subject && e.head != p.Head && !e.capital {
			return true
		}
		switch sc.s.Case(e.head) {
		case "between", "among", "with", "by":
			return true
		}
	}
	return false
}

// heldIn gives the State of the place where a meeting is told to be held, by its own word
// or the verb over it, or before it: "the Hong Kong ministerial meeting".
func (sc *scene) heldIn(p *proposition.Proposition) []demarche.Code {
	s := &sc.s
	heads := []int{p.Head}
	if v := s.Words[p.Head].Head; v >= 0 && p.Noun && s.IsVerb(v) {
		heads = append(heads, v)
	}
	for _, h := range heads {
		for k := s.Kid(h); k >= 0; k = s.Next(k) {
			w := &s.Words[k]
			if strings.EqualFold(w.Form, "here") && w.Rel == "advmod" {
				return sc.home
			}
			c := s.Case(k)
			held := (strings.HasPrefix(w.Rel, "obl") || w.Rel == "nmod") && (c == "in" || c == "at")
			if !held && !(h == p.Head && k < h && w.Rel == "compound") {
				continue
			}
			first, end := s.Subtree(k)
			list := sc.in(sc.at)
			for i := range list {
				if e := &list[i]; e.first >= first && e.end <= end && len(e.codes) == 1 && e.class == 0 && (e.kind == place || e.capital || held && e.kind == state) {
					return e.codes
				}
			}
		}
	}
	return nil
}

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

// metNext parts the meetings that a clause tells together, the verb of the later ones left
// out, by the day that each has of its own: "will meet Egypt's Amr Moussa on Wednesday and
// Israel's David Levy on Thursday".
func (sc *scene) metNext(f *candidate) (meetings []candidate) {
	if f.Type != "consult" || f.tabled {
		return nil
	}
	hub := union(f.Actor, f.Recipient)
	end := -1 // the token after the day of the meeting before
	var last *entity
	for _, t := range sc.times[sc.at] {
		if t.First <= f.head || t.Kind != when.Point || t.Past.Days() != 1 {
			continue
		}
		with := sc.endingAt(t.First, f.head)
		if end >= 0 {
			with = sc.joinedAt(end, t.First)
			if end+1 < len(sc.s.Words) && sc.s.Words[end].Lemma == "and" && sc.s.Words[end+1].Lemma == "again" {
				with = last // "and again in Paris on Thursday"
			}
		}
		if last = with; with == nil {
			break
		}
		one := *f
		one.Recipient, one.Date = with.codes, t.Past
		if f.Status != demarche.Actual {
			one.Date = t.Ahead
		}
		if end >= 0 {
			one.Place = ""
		}
		hub, end = without(hub, with.codes), t.End
		meetings = append(meetings, one)
	}
	if len(meetings) < 2 || len(hub) != 1 || meetings[0].Date == meetings[1].Date {
		return nil
	}
	for k := range meetings {
		meetings[k].Actor = hub
	}
	return meetings
}

// joinedAt gives the person who stands between "and" at a token and the time before which
// another token stands, with nothing but his title and a preposition, or nil.
func (sc *scene) joinedAt(and, before int) *entity {
	words := sc.s.Words
	if and < len(words) && words[and].Form == "," {
		and++
	}
	if and >= before || words[and].Lemma != "and" && words[and].Lemma != "then" {
		return nil
	}
	var last *entity
	for t := and + 1; t < before; t++ {
		e := sc.entityAt(t)
		switch w := &words[t]; {
		case e != nil && e.kind == person && len(e.codes) > 0:
			last = e
		case e != nil && e.kind == state && e.adjective, w.UPOS == "PROPN", w.UPOS == "ADJ", w.UPOS == "PART", w.Form == "'s", w.UPOS == "ADP" && (last == nil || t >= last.end), w.UPOS == "DET":
		case e != nil && e.kind != place:
		default:
			return nil
		}
	}
	return last
}

// endingAt gives the person named last between two words, or nil.
func (sc *scene) endingAt(before, after int) *entity {
	var last *entity
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.first > after && e.end <= before && e.kind == person && len(e.codes) > 0 {
			last = e
		}
	}
	return last
}
