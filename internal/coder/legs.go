package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// legs gives the further visits of a journey on which a State's people were told to go to
// another: "will fly to Mali before he heads to Chad", "visited Peru on a tour that includes
// Chile", each of them as one event.
func (sc *scene) legs(f *candidate, found []candidate) (more []candidate) {
	if f.Type != "consult" || f.tabled || f.convened || f.all || len(f.Actor) != 1 || len(f.Recipient) != 1 {
		return nil
	}
	goer := sc.travellerOf(f)
	if goer == "" {
		return nil
	}
	told := func(host demarche.Code) bool {
		return slices.ContainsFunc(slices.Concat(found, more), func(g candidate) bool {
			return g.Type == f.Type && !sc.isSensed(&g) && overlap(union(g.Actor, g.Recipient), []demarche.Code{host})
		})
	}
	for _, stop := range sc.nextStops(f.head) {
		for _, host := range stop.hosts {
			if host == goer || host == demarche.Other || isOrganisation(host) || told(host) {
				continue
			}
			one := *f
			one.head, one.noun = stop.word, false
			one.Actor, one.Recipient = []demarche.Code{goer}, []demarche.Code{host}
			if one.Place = ""; f.Date.Days() <= 1 || sc.s.IsVerb(stop.word) && sc.s.Words[stop.word].Rel != "acl:relcl" {
				one.Date = demarche.Period{} // that of the first stop
			}
			one.Trigger = spanOf(sc.sentences[sc.at].Tokens, stop.word, stop.word+1)
			one.Span = demarche.Span{Start: min(f.Span.Start, one.Trigger.Start), End: max(f.Span.End, one.Trigger.End)}
			more = append(more, one)
		}
	}
	return more
}

// travellerOf gives the State whose person is told to make the journey of a meeting, or to
// meet another on it: the one who acts in its clause, or "".
func (sc *scene) travellerOf(f *candidate) demarche.Code {
	var p proposition.Proposition
	v := sc.clauseOf(f.head)
	if v < 0 {
		return ""
	}
	sc.s.Read(v, sc.c.lexicon, &p)
	if p.Passive || p.Agent.Head == proposition.None {
		return ""
	}
	x := sc.resolve(p.Agent.Head, nil)
	if sc.sortOf(p.Agent.Head, x) != "person" || len(x.codes) != 1 || !slices.Contains(union(f.Actor, f.Recipient), x.codes[0]) {
		return ""
	}
	return x.codes[0]
}

// stop is where a journey goes on to, and the word that says so.
type stop struct {
	word  int
	hosts []demarche.Code
}

// nextStops gives the words that take a traveller on from where a word of a sentence has him
// meet, each with the States to which it does.
func (sc *scene) nextStops(word int) (stops []stop) {
	s := &sc.s
	v := sc.clauseOf(word)
	for t := v + 1; t < len(s.Words); t++ {
		switch {
		case s.IsVerb(t) && sc.c.vocabulary.has(onwards, s.Words[t].Lemma) && sc.travelsOn(t, v):
			if hosts := sc.destinations(t); hosts != nil {
				stops = append(stops, stop{t, hosts})
			}
		case sc.c.vocabulary.has(journeys, s.Words[t].Lemma) && s.IsNoun(t):
			if n, hosts := sc.stopsOf(t); hosts != nil {
				stops = append(stops, stop{n, hosts})
			}
		}
	}
	return stops
}

// travelsOn says whether a verb tells what the one who acts by another does before or after it:
// "before heading to", "and then goes to".
func (sc *scene) travelsOn(verb, after int) bool {
	s := &sc.s
	at := verb
	for range 3 { // "before heading to Peru and flying to Chile"
		rel, _, _ := strings.Cut(s.Words[at].Rel, ":")
		if rel != "conj" && !(rel == "advcl" && (s.Mark(at) == "before" || s.Mark(at) == "after")) {
			return false
		}
		for k := s.Kid(at); k >= 0 && k < at; k = s.Next(k) {
			if strings.HasPrefix(s.Words[k].Rel, "nsubj") && !sc.isHe(k) {
				return false
			}
		}
		if at = s.Words[at].Head; at == after {
			return true
		}
		if at < 0 {
			return false
		}
	}
	return false
}

// isHe says whether a word is a pronoun for one person.
func (sc *scene) isHe(word int) bool {
	f := strings.ToLower(sc.s.Words[word].Form)
	return f == "he" || f == "she"
}

// destinations gives the States to which a verb takes somebody.
func (sc *scene) destinations(verb int) []demarche.Code {
	s := &sc.s
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		rel, _, _ := strings.Cut(s.Words[k].Rel, ":")
		away := sc.c.vocabulary.has(quitting, s.Words[verb].Lemma)
		switch c := s.Case(k); {
		case k < verb:
		case rel == "obj" && !away, rel == "obl" && (c == "for" || c == "to" && !away):
			if hosts := sc.visitedAt(k); hosts != nil {
				return hosts
			}
		}
	}
	return nil
}

// stopsOf gives the States that a journey is told to take one to besides, and the word that
// says so: "a tour which included Peru and Chile", "with a stop in Peru".
func (sc *scene) stopsOf(journey int) (int, []demarche.Code) {
	s := &sc.s
	for k := s.Kid(journey); k >= 0; k = s.Next(k) {
		if k < journey {
			continue
		}
		switch rel, _, _ := strings.Cut(s.Words[k].Rel, ":"); rel {
		case "acl":
			if !sc.c.vocabulary.has(takingIn, s.Words[k].Lemma) {
				continue
			}
			for n := s.Kid(k); n >= 0; n = s.Next(n) {
				if n > k && (s.Words[n].Rel == "obj" || s.Case(n) == "to") {
					if hosts := sc.visitedAt(n); hosts != nil {
						return k, hosts
					}
				}
			}
		case "nmod":
			if c := s.Case(k); c == "in" && s.Case(journey) == "with" || c == "including" {
				if hosts := sc.visitedAt(k); hosts != nil {
					return journey, hosts
				}
			}
		}
	}
	return 0, nil
}

// visitedAt gives the States that a word and those joined to it name as places to go to.
func (sc *scene) visitedAt(word int) []demarche.Code {
	e := sc.entityAt(word)
	if e == nil || e.adjective || e.class != 0 || e.kind != state && e.kind != place {
		return nil
	}
	return sc.alsoNamed(sc.at, e)
}
