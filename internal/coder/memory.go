package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/who"
)

// aimed gives the State that measures of a type were taken against before in the
// report.
func (sc *scene) aimed(t demarche.EventType) []demarche.Code { return sc.targets[t] }

// besides says whether a sentence names a State that is neither of one side nor
// of those aimed at before, in the object's place: after the predicate.
func (sc *scene) besides(side []demarche.Code, head int, target []demarche.Code) bool {
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.first > head && e.kind == state && len(e.codes) > 0 && !isOrganisation(e.codes[0]) && !overlap(e.codes, side) && !(e.capital && sc.isPlaceAt(e)) {
			// "Denmark is kicking out 15, Sweden three": another actor of a list.
			if e.end < len(sc.s.Words) && sc.s.Words[e.end].UPOS == "NUM" {
				continue
			}
			return true
		}
	}
	return false
}

// learn remembers the State of a person whom an act tells and no title did: an
// ambassador who is summoned is the other side's, one who is recalled the own.
func (sc *scene) learn(f *candidate) {
	if f.object == proposition.None || f.Object != "ambassador" && f.Object != "diplomats" {
		return
	}
	codes := f.Recipient
	switch f.Type {
	case "recall", "appoint", "depart":
		codes = f.Actor
	case "expel", "summon":
	default:
		return
	}
	s := &sc.s
	for k := s.Kid(f.object); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; w.UPOS == "PROPN" && (strings.HasPrefix(w.Rel, "flat") || w.Rel == "appos") {
			name := k
			for j := s.Kid(k); j >= 0; j = s.Next(j) {
				if strings.HasPrefix(s.Words[j].Rel, "flat") {
					name = j
				}
			}
			if e := sc.entityAt(name); e == nil || e.kind == person && len(e.codes) == 0 {
				sc.remember(s.Words[name].Form, member{codes: codes, full: sc.words(min(k, name), max(k, name)+1), class: who.Ambassador, at: sc.at})
			}
		}
	}
}

// note remembers who stands opposite to whom.
func (sc *scene) note(e *demarche.Event) {
	for side, codes := range [2][]demarche.Code{e.Actor, e.Recipient} {
		for _, c := range codes {
			t := sc.told[c]
			t[side]++
			sc.told[c] = t
		}
	}
	if len(e.Recipient) > 0 && !e.Type.IsSymmetric() && !e.Type.IsSpeech() && !only(e.Recipient, demarche.Other) {
		if !slices.Contains(e.Inferred, "recipient") || sc.targets[e.Type] == nil {
			sc.targets[e.Type] = e.Recipient
		}
	}
	if len(e.Inferred) > 0 || len(e.Actor) == 0 || len(e.Recipient) == 0 {
		return
	}
	switch e.Type {
	case "expel", "close", "limit_staff", "limit_term", "limit_movement", "seize", "deny_visa":
		sc.topic = [][]demarche.Code{e.Actor, e.Recipient}
	}
	for _, c := range e.Actor {
		if c != demarche.Other {
			sc.partners[c] = e.Recipient
		}
	}
	for _, c := range e.Recipient {
		if c != demarche.Other {
			sc.partners[c] = e.Actor
		}
	}
}

// accused remembers who accused a State or asked something of it last, if the text tells
// both.
func (sc *scene) accused(e *demarche.Event) {
	if e.Type != "accuse" && e.Type != "demand" || len(e.Inferred) > 0 || len(e.Actor) == 0 {
		return
	}
	for _, c := range e.Recipient {
		sc.accusers[c] = e.Actor
	}
	sc.charged = charged{sentence: sc.at, codes: e.Recipient}
}

// untoldSide gives the side that stands opposite to one and that the clause does not tell:
// who accused it, to whom it spoke before, whom others blamed, or the other of the report's
// two.
func (sc *scene) untoldSide(src rule.Source, p *proposition.Proposition, side []demarche.Code) party {
	var codes []demarche.Code
	if n := sc.rebutter; n != proposition.None && src == "other" && len(side) > 0 {
		if x := sc.resolveAll(n, side); x.ok() && x.kind != place && !overlap(x.codes, side) {
			return party{ref: x, head: n, source: "teller"} // "refused Palestinian demands"
		}
	}
	if src == "accuser" {
		codes = sc.answered(side)
	} else if codes = sc.joinedTo(p, side); codes != nil {
		src = "joined"
	} else if codes = sc.blamedToo(p, side); codes != nil {
		src = "joined"
	} else if src == "other" && len(side) > 0 {
		codes = sc.other(side, p.Head)
		if t := sc.aimed(sc.typed); sc.aiming && len(t) > 0 && !overlap(t, side) && !sc.besides(side, p.Head, t) {
			codes = t // the report goes on about measures against the same State
		}
	}
	return party{ref: ref{codes: codes, spoken: true}, head: proposition.None, source: src}
}

// answered gives those whose charge or demand one side rejects, where it does not say
// whose: who accused it last, or asked something of it.
func (sc *scene) answered(side []demarche.Code) []demarche.Code {
	if !sc.rebutting || len(side) == 0 {
		return nil
	}
	if a := sc.accusers[side[0]]; len(a) > 0 && !overlap(a, side) {
		return a
	}
	return sc.toldOf(side)
}

// joinedTo gives to whom one side spoke by the verb that another is joined to, where that
// names nobody: "accused Iran of lying and demanded an apology".
func (sc *scene) joinedTo(p *proposition.Proposition, side []demarche.Code) []demarche.Code {
	if !sc.typed.IsSpeech() || len(side) == 0 {
		return nil
	}
	verb := p.Head
	if p.Noun {
		verb = p.Carrier
	}
	for verb >= 0 && sc.s.Words[verb].Rel == "conj" {
		verb = sc.s.Words[verb].Head
		for i := range sc.spoken {
			if f := &sc.spoken[i]; sc.clauseOf(f.head) == verb && slices.Equal(f.Actor, side) {
				return f.Recipient
			}
		}
	}
	return nil
}

// blamedToo gives whom another blamed shortly before for the step that one side judges now,
// or who took it: "Spain criticised the Kenyan decision. Chad called the move illegal." and
// "Kenya raided the Somali embassy. Chad condemned the raid."
func (sc *scene) blamedToo(p *proposition.Proposition, side []demarche.Code) []demarche.Code {
	step := p.Patient.Head
	if step == proposition.None {
		step = p.Subject.Head
	}
	if sc.typed != "accuse" || len(side) == 0 || step == proposition.None || !sc.isDefinite(step) || sc.saysWhose(step) {
		return nil
	}
	blamed := sc.c.vocabulary.has(steps, sc.s.Words[step].Lemma)
	var acts []rule.Hit
	if sc.s.Words[step].XPOS == "NN" { // "the expulsions" may be those of many
		acts = sc.c.book.Find(&sc.s, step, nil)
	}
	for k := len(sc.recent) - 1; k >= 0; k-- {
		f := &sc.recent[k]
		if sc.at-f.sentence > 2 || len(f.Inferred) > 0 {
			continue
		}
		whom := f.Recipient
		switch {
		case f.Type == "accuse" && blamed:
		case !f.Type.IsSpeech() && !f.Type.IsSymmetric() && slices.ContainsFunc(acts, func(h rule.Hit) bool { return h.Rule.Type == f.Type }):
			whom = f.Actor
		default:
			continue
		}
		if overlap(union(f.Actor, f.Recipient), side) {
			return nil
		}
		return whom
	}
	return nil
}

// sentOut gives the act told shortly before by which those were sent away who are told, without a
// word of whose they are or where they were, to have left: "The two left on Friday"; or nil.
func (sc *scene) sentOut(class string, who int) *candidate {
	if w := &sc.s.Words[who]; w.UPOS != "PRON" && !sc.isDefinite(who) || sc.saysWhose(who) {
		return nil
	}
	n := sc.s.Quantity(who).N
	for i := len(sc.recent) - 1; i >= 0; i-- {
		f := &sc.recent[i]
		if f.Type == "expel" && f.Object == class && (f.Status == demarche.Actual || f.Status == demarche.Planned) && len(f.Actor) == 1 && len(f.Recipient) == 1 && (n < 2 || n == f.Count.N) {
			return f
		}
	}
	return nil
}
