package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// claim is what a sentence tells that somebody said: by whom, and of whom.
type claim struct {
	sentence, verb int
	by, of         []demarche.Code
}

// claimReach is how many sentences back a claim may stand that is answered without a word
// of whose it is.
const claimReach = 3

// claims remembers who says or asks something in the sentence under the eye, since what
// others make of it often does not say whose it is: "Belarus said that a price had been
// agreed. Russia poured cold water on the claim."
func (sc *scene) claims() {
	for len(sc.claimed) > 0 && sc.at-sc.claimed[0].sentence > claimReach {
		sc.claimed = sc.claimed[1:]
	}
	for verb := range sc.s.Words {
		by := sc.claimant(verb, nil)
		if by == nil {
			continue
		}
		c := claim{sentence: sc.at, verb: verb, by: by}
		var p proposition.Proposition
		sc.s.Read(verb, sc.c.lexicon, &p)
		if p.Content != proposition.None {
			first, end := sc.s.Subtree(p.Content)
			list := sc.in(sc.at)
			for k := range list {
				if e := &list[k]; e.first >= first && e.first < end && e.kind != place {
					c.of = union(c.of, without(e.codes, by))
				}
			}
		}
		sc.claimed = append(sc.claimed, c)
	}
}

// claimant gives who says or asks something by a verb, none of the States left out.
func (sc *scene) claimant(verb int, exclude []demarche.Code) []demarche.Code {
	l := sc.c.lexicon
	if !sc.s.IsVerb(verb) || !l.IsAt(&sc.s, verb, "say") && !l.IsAt(&sc.s, verb, "demand") && !l.IsAt(&sc.s, verb, "charge") {
		return nil
	}
	var p proposition.Proposition
	sc.s.Read(verb, l, &p)
	if p.Noun || p.Passive || p.Agent.Head == proposition.None || sc.isPrivate(p.Agent.Head) {
		return nil
	}
	r := sc.resolve(p.Agent.Head, exclude)
	if !r.ok() || r.kind == place || r.all || overlap(r.codes, exclude) || sc.isMedia(r.name) {
		return nil
	}
	return r.codes
}

// authorOf gives whose a thing is that a noun or a pronoun takes up without saying so, where
// one side judges it: who made a claim or asked for something before, or took a step.
func (sc *scene) authorOf(word int, p *proposition.Proposition, side []demarche.Code) []demarche.Code {
	w := &sc.s.Words[word]
	switch {
	case sc.saysWhose(word):
		return nil
	case w.UPOS == "PRON" || w.UPOS == "DET":
		if f := strings.ToLower(w.Form); f != "this" && f != "that" {
			return nil
		}
	case !sc.isTakenUp(word):
		return nil
	case sc.c.vocabulary.has(steps, w.Lemma):
		if codes := sc.blamedToo(p, side); codes != nil {
			return codes
		}
		return sc.tookStep(side)
	case !sc.c.vocabulary.has(utterances, w.Lemma):
		return nil
	}
	for t := word - 1; t >= 0; t-- {
		// "Kenya said that Chad had rejected the plan": it need not be Kenya's.
		if t != p.Head && (sc.isApposed(word) || !sc.s.Within(p.Head, t)) {
			if by := sc.claimant(t, side); by != nil {
				return by
			}
		}
	}
	if codes := sc.answered(side); codes != nil {
		return codes
	}
	for i := len(sc.claimed) - 1; i >= 0; i-- {
		if c := &sc.claimed[i]; c.sentence < sc.at && !overlap(c.by, side) {
			return c.by
		}
	}
	return nil
}

// isTakenUp says whether a noun means something told before: "the claim", "these demands",
// or "..., comments that were condemned" beside the clause that tells them.
func (sc *scene) isTakenUp(noun int) bool {
	s := &sc.s
	for k := s.Kid(noun); k >= 0 && k < noun; k = s.Next(k) {
		if s.Words[k].Rel == "det" {
			switch strings.ToLower(s.Words[k].Form) {
			case "the", "this", "that", "these", "those", "such", "both":
				return true
			}
			if a := strings.ToLower(s.Words[k].Form); a != "a" && a != "an" {
				return false
			}
		}
	}
	return sc.isApposed(noun)
}

// isApposed says whether a noun without an article stands behind a comma or a dash, beside
// the clause that tells what it means, whatever the tree hangs it on.
func (sc *scene) isApposed(noun int) bool {
	s := &sc.s
	first, _ := s.Phrase(noun)
	for k := s.Kid(noun); k >= 0 && k < noun; k = s.Next(k) {
		if r := s.Words[k].Rel; r == "det" || r == "cc" {
			return false
		} else if r == "punct" && first == k {
			first++
		}
	}
	r := s.Words[noun].Rel
	return (r == "appos" || r == "conj" || r == "parataxis") && first > 0 && strings.ContainsAny(s.Words[first-1].Form, ",-–—")
}

// tookStep gives who acts in the sentence before, other than one side: of a sentence without
// a tree, whose name it begins with.
func (sc *scene) tookStep(side []demarche.Code) []demarche.Code {
	if sc.at == 0 {
		return nil
	}
	list := sc.in(sc.at - 1)
	for k := range list {
		e := &list[k]
		if len(e.codes) == 0 || e.kind == place || e.adjective {
			continue
		}
		if (e.topical || !sc.open[sc.at-1] && e.first <= 1) && !overlap(e.codes, side) {
			return e.codes
		}
	}
	return nil
}

// toldOf gives who said something of a State last, other than itself.
func (sc *scene) toldOf(side []demarche.Code) []demarche.Code {
	for i := len(sc.claimed) - 1; i >= 0; i-- {
		if c := &sc.claimed[i]; overlap(c.of, side) && !overlap(c.by, side) {
			return c.by
		}
	}
	return nil
}

// isOfItself says whether a verb's subject is a pronoun for whoever says the clause: "Sudan
// said it had not armed them", "“We have not armed them,” he said".
func (sc *scene) isOfItself(p *proposition.Proposition, codes []demarche.Code) bool {
	subject := p.Agent.Head
	if subject == proposition.None || sc.s.Words[subject].UPOS != "PRON" {
		return false
	}
	switch strings.ToLower(sc.s.Words[subject].Form) {
	case "we", "i":
		return true
	case "it", "they", "he", "she":
		t := sc.tellerOver(p.Head)
		return t != proposition.None && slices.Equal(sc.resolve(t, nil).codes, codes)
	}
	return false
}
