package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// toured gives the States that a journey takes one to, of those who meet: all that stand in
// a list behind its word, else all others than the first where a rule for visits found it.
func (sc *scene) toured(f *candidate) []demarche.Code {
	lemma := strings.ToLower(sc.s.Words[f.head].Lemma)
	visit := strings.HasPrefix(string(f.Rule), "consult/visit")
	if f.Type != "consult" || !visit && !sc.c.vocabulary.has(journeys, lemma) && !sc.c.vocabulary.has(travels, lemma) && !sc.leavesFor(f.head) {
		return nil
	}
	for k := sc.s.Kid(f.head); k >= 0 && f.noun; k = sc.s.Next(k) {
		// "cancelled visits by Danish, Dutch and Austrian ministers": each comes by himself.
		if sc.s.Case(k) != "by" {
			continue
		}
		if goers := sc.resolveAll(k, nil).codes; len(goers) > 1 && overlap(goers, union(f.Actor, f.Recipient)) {
			if len(without(union(f.Actor, f.Recipient), goers)) > 0 {
				return goers
			}
			return nil
		}
	}
	const reach = 8 // words on, the first of the list
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if e.first <= f.head || e.first > f.head+reach || e.adjective || e.class != 0 || e.kind != state && e.kind != place {
			continue
		}
		if hosts := sc.alsoNamed(sc.at, e); len(hosts) > 1 && overlap(hosts, union(f.Actor, f.Recipient)) {
			if goer := sc.goerOf(f.head); len(goer) == 1 && goer[0] != demarche.Other && slices.Contains(union(f.Actor, f.Recipient), goer[0]) && !slices.Contains(hosts, goer[0]) && !sc.goTogether(f.head) {
				f.Actor, f.Recipient = goer, hosts // nobody whom the sentence names elsewhere goes with him
			}
			if len(without(union(f.Actor, f.Recipient), hosts)) > 0 {
				return hosts
			}
			if goer := without(sc.goerOf(f.head), hosts); len(goer) == 1 {
				f.Actor, f.Recipient = goer, hosts
				return hosts
			}
			return nil
		}
	}
	if visit {
		return f.Recipient
	}
	return nil
}

// leavesFor says whether a verb is of one who leaves for a journey: "left on Monday for a
// tour of Africa".
func (sc *scene) leavesFor(verb int) bool {
	if !sc.c.vocabulary.has(leaving, sc.s.Words[verb].Lemma) {
		return false
	}
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if c := sc.s.Case(k); (c == "for" || c == "on") && sc.c.vocabulary.has(journeys, sc.s.Words[k].Lemma) {
			return true
		}
	}
	return false
}

// goerOf gives the States of who makes a journey by the verb over its noun: "left for a tour
// of Kenya and Peru", whose own word names but those who are toured.
func (sc *scene) goerOf(journey int) []demarche.Code {
	v := sc.verbOver(journey)
	if v == proposition.None || !sc.s.IsNoun(journey) {
		return nil
	}
	var p proposition.Proposition
	sc.s.Read(v, sc.c.lexicon, &p)
	if p.Agent.Head == proposition.None {
		return nil
	}
	return sc.resolve(p.Agent.Head, nil).codes
}

// touredBefore gives the State that meets several others where a journey to each of them
// was told shortly before, or "": "will hold talks with the presidents of all three".
func (sc *scene) touredBefore(f *candidate) demarche.Code {
	all := union(f.Actor, f.Recipient)
	if f.Type != "consult" || len(all) < 3 || f.tabled {
		return ""
	}
	for _, hub := range all {
		hosts := without(all, []demarche.Code{hub})
		met := 0
		for _, host := range hosts {
			if slices.ContainsFunc(sc.recent, func(g candidate) bool {
				return g.Type == "consult" && g.sentence < sc.at && len(g.Actor) == 1 && len(g.Recipient) == 1 && len(without([]demarche.Code{hub, host}, union(g.Actor, g.Recipient))) == 0
			}) {
				met++
			}
		}
		if met == len(hosts) {
			return hub
		}
	}
	return ""
}
