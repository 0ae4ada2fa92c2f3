package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// isDeed says whether what a predicate is done to is violence, which is condemned
// whoever did it.
func (sc *scene) isDeed(p *proposition.Proposition) bool {
	list := []int{p.Patient.Head}
	for _, a := range p.Preps {
		list = append(list, a.Head)
	}
	for _, h := range list {
		if h == proposition.None {
			continue
		}
		for t := h; t != proposition.None; {
			if sc.isViolence(t) {
				return true
			}
			next := proposition.None
			for k := sc.s.Kid(t); k >= 0; k = sc.s.Next(k) {
				if sc.s.Words[k].Rel == "conj" {
					next = k
				}
			}
			t = next
		}
	}
	return false
}

// isViolence says whether a noun tells violence or a crime, and not "a scathing attack", which
// is one of words.
func (sc *scene) isViolence(noun int) bool {
	return sc.c.vocabulary.has(deeds, sc.s.Words[noun].Lemma) && !sc.isDescribedBy(noun, ofWords)
}

// isSuffered says whether a deed is told with whom it struck, and not with whose it is:
// "the murder of a Lebanese editor", "the attack on the Turkish embassy".
func (sc *scene) isSuffered(deed int) bool {
	if !sc.c.vocabulary.has(deeds, sc.s.Words[deed].Lemma) || sc.saysWhose(deed) {
		return false
	}
	struck := false
	for k := sc.s.Kid(deed); k >= 0; k = sc.s.Next(k) {
		switch c := sc.s.Case(k); {
		case c == "by" || c == "from":
			return false
		case c == "of" || c == "on" || c == "against" || c == "in" || c == "at":
			struck = true
		}
	}
	return struck
}

// isPrivate says whether a word stands for private persons or firms, who do not act
// for the State whose name stands before them: "a Filipino woman", "some Kenyans".
func (sc *scene) isPrivate(head int) bool {
	if !sc.typed.IsSpeech() {
		return false
	}
	w := &sc.s.Words[head]
	if e := sc.entityAt(head); e != nil && sc.isOpposition(e) {
		return true // who leads an opposition quarrels at home
	}
	if sc.isFormer(head) {
		return true
	}
	if w.UPOS == "NOUN" {
		if sc.c.vocabulary.has(fighters, w.Lemma) {
			for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
				if sc.s.Words[k].Rel == "compound" && sc.c.vocabulary.has(private, sc.s.Words[k].Lemma) {
					return true // "opposition leaders", "student groups"
				}
			}
		}
		return sc.c.vocabulary.has(private, w.Lemma)
	}
	if e := sc.entityAt(head); e != nil && e.kind == people && e.class == 0 && !e.adjective {
		for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
			switch f := strings.ToLower(sc.s.Words[k].Form); f {
			case "some", "many", "ethnic", "ordinary", "young", "several", "few", "most", "angry":
				return true
			}
		}
	}
	return false
}

// isOpposition says whether an entity is those who oppose their government, or a leader of
// theirs.
func (sc *scene) isOpposition(e *entity) bool {
	if e.kind != person && e.kind != others || !only(e.codes, demarche.Other) {
		return false
	}
	for t := e.first; t < e.end; t++ {
		if strings.EqualFold(sc.form(e.sentence, t), "opposition") {
			return true
		}
	}
	return false
}

// isAtHome says whether a State and the opposition to it, or a party of its own, deal with
// each other, which is no diplomacy: "President Mugabe met opposition leader Morgan
// Tsvangirai". A party that has rebels in the report is more than that.
func (sc *scene) isAtHome(all []demarche.Code) bool {
	own := without(all, []demarche.Code{demarche.Other})
	if len(own) != 1 || len(all) != 2 {
		return false
	}
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		switch {
		case sc.isOpposition(e):
			of := e.against // "Kenyan opposition leader", "Kenya's"
			if of == nil {
				of = sc.home
			}
			return sameCodes(of, own) || e.against == nil && sc.namesGovernment(own)
		case e.party && !sc.rebelled():
			return sameCodes(sc.homeOf(e), own)
		}
	}
	return false
}

// namesGovernment says whether the sentence under the eye names the government of a State as
// such: who opposes it is of that State.
func (sc *scene) namesGovernment(own []demarche.Code) bool {
	return slices.ContainsFunc(sc.in(sc.at), func(e entity) bool {
		return e.class == who.Body && sameCodes(e.codes, own) && strings.EqualFold(sc.form(sc.at, e.end-1), "government")
	})
}

// namesParty says whether the sentence under the eye names a party.
func (sc *scene) namesParty() bool {
	return slices.ContainsFunc(sc.in(sc.at), func(e entity) bool { return e.party && e.kind == others })
}

// homeOf gives the State of a party: that which its name or its owner tells, else that of
// the other parties of the report, of the dateline, or the one that the report names again
// and again.
func (sc *scene) homeOf(e *entity) []demarche.Code {
	if e.against != nil {
		return e.against
	}
	for k := range sc.entities[:sc.from[sc.at+1]] {
		if x := &sc.entities[k]; x.party && x.against != nil {
			return x.against
		}
	}
	if sc.home != nil {
		return sc.home
	}
	if first, _ := sc.leading(); first != "" && len(sc.namings[first]) > 1 {
		return []demarche.Code{first}
	}
	return nil
}

// rebelled says whether the report has named rebels so far.
func (sc *scene) rebelled() bool {
	for k := range sc.entities[:sc.from[sc.at+1]] {
		if e := &sc.entities[k]; e.kind == others && !e.formed && !sc.isOpposition(e) && sc.c.vocabulary.has(movements, inSingular(strings.ToLower(sc.form(e.sentence, e.first)))) {
			return true
		}
	}
	return false
}

// isHomeQuarrel says whether the two sides of what is said are a State and an opposition of
// no other State: "the prime minister blamed the opposition for the early election".
func (sc *scene) isHomeQuarrel(all []demarche.Code) bool {
	own := without(all, []demarche.Code{demarche.Other})
	if len(own) != 1 || len(all) != 2 {
		return false
	}
	home := false
	for t := range sc.s.Words {
		switch w := &sc.s.Words[t]; {
		case w.UPOS == "NOUN" && w.Lemma == "opposition" && sc.s.Case(t) != "in" && !hasTo(&sc.s, t):
			if of := sc.ownerOf(t, nil, 2); of != nil && !sameCodes(of, own) {
				return false
			}
			home = true
		case w.UPOS == "NOUN" && sc.isMovement(t):
			return false
		}
	}
	return home && !slices.ContainsFunc(sc.in(sc.at), func(e entity) bool { return only(e.codes, demarche.Other) && len(e.codes) > 0 && !sc.isOpposition(&e) })
}

// hasTo says whether a noun tells against what one is: "opposition to the plan".
func hasTo(s *proposition.Sentence, noun int) bool {
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		if s.Case(k) == "to" {
			return true
		}
	}
	return false
}

// isForeign says whether a phrase names somebody who is of no State: a firm, a
// club, a person whom nothing ties to one.
func (sc *scene) isForeign(head int) bool {
	w := &sc.s.Words[head]
	if w.UPOS == "PRON" || w.UPOS == "NUM" || w.UPOS == "DET" {
		return false
	}
	if e := sc.entityAt(head); e != nil && e.class != 0 {
		return false // "the Foreign Ministry" is some State's
	}
	if w.UPOS == "PROPN" {
		return true
	}
	c := sc.c.objects.of(&sc.s, head)
	if len(c) > 0 {
		switch c[0] {
		case "people", "officials", "group":
			return true
		}
		return false
	}
	return sc.c.vocabulary.has(strangers, w.Lemma)
}

// isAmongOwn says whether those whom one meets are his own people, so that no two States
// meet: "a meeting with his top advisers", "the congress of his ruling party".
func (sc *scene) isAmongOwn(p *proposition.Proposition) bool {
	var with []int
	for _, a := range p.Preps {
		if !a.Far && (a.Word == "with" || a.Word == "of" && p.Noun || a.Word == "to" && p.Noun) {
			with = append(with, a.Head)
		}
	}
	if n := p.Patient.Head; n != proposition.None && !p.Passive && !p.Noun {
		with = append(with, n)
	}
	if len(with) != 1 {
		return false
	}
	n := with[0]
	for k := sc.s.Kid(n); n == p.Patient.Head && k >= 0; k = sc.s.Next(k) {
		if c := sc.s.Case(k); sc.s.Words[n].UPOS == "NOUN" && (c == "of" || c == "with") {
			n = k // "convened a meeting of his advisers"
			break
		}
	}
	switch lemma := sc.s.Words[n].Lemma; {
	case sc.hasConjunct(n) || sc.adjectiveOn(n) != nil || sc.possessorOf(n) != nil:
		return false
	case sc.c.vocabulary.has(circles, lemma):
		return !sc.resolve(n, nil).ok() || sc.hasPronoun(n)
	default:
		return sc.c.vocabulary.has(followings, lemma) && sc.hasPronoun(n)
	}
}

// blamesNoState says whether those whom a verb is done to are told by a name that is no State's, or
// are the press: "accused Socialists of plotting", "blamed the media for the leak".
func (sc *scene) blamesNoState(p *proposition.Proposition) bool {
	n := p.Patient.Head
	if p.Noun || p.Passive || n == proposition.None || sc.entityAt(n) != nil || sc.saysWhose(n) {
		return false
	}
	w := &sc.s.Words[n]
	return w.XPOS == "NNPS" || w.UPOS == "NOUN" && (w.Lemma == "media" || w.Lemma == "press")
}
