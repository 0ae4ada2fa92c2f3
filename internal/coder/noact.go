package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// isNoAct says whether what was read as an act is none between States, by how its word
// is told, whichever of rules and networks found it and whatever sides it was given: the
// networks weigh every State of a report for a side and do not see that the clause has a
// speaker of its own.
func (sc *scene) isNoAct(cand *candidate) bool {
	var p proposition.Proposition
	sc.s.Read(cand.head, sc.c.lexicon, &p)
	switch {
	case cand.Type == "sanction":
		return sc.isBroken(cand, &p) || sc.isEvaded(&p) || !cand.noun && (sc.isWorkOfEmbargo(&p) || sc.isCarriers(cand) || sc.isLifting(&p))
	case cand.Type == "recall":
		return cand.Rule == "recall/stays-there" && sc.goesHome(&p, cand.Actor) // "will remain in Madrid" by Spain
	case cand.Type == "agree":
		return sc.isHeldTrue(&p) || sc.isByGoBetweens(cand, &p) || sc.isColony(&p) || sc.isOfOneMind(&p) || sc.isAwaited(cand)
	case cand.Type == "consult" && !cand.noun:
		return sc.s.Words[cand.head].Rel == "xcomp" && sc.isByGoBetweens(cand, &p)
	case cand.Type == "seize":
		return sc.isRescue(cand, &p) || sc.isErrand(&p)
	case cand.Type == "expel":
		return sc.isDeported(cand, &p) || sc.areOwnTold(cand) || sc.hasPremises(cand.head) || cand.content != proposition.None && sc.hasPremises(cand.content)
	case cand.Type == "restore_relations":
		return sc.isMending(&p) || cand.noun && sc.isGoal(cand.head) || cand.Status == demarche.Actual && sc.isTalkedAbout(cand.head)
	case !cand.Type.IsSpeech():
		return false
	case sc.isByPrivate(cand, &p):
		return true
	case cand.Type == "demand" && cand.Status == demarche.Demanded:
		return true // "asked Norway to press the rebels": what is asked is one act, and not two
	case cand.Type == "demand":
		return sc.isJointDuty(cand, &p) || sc.isOfOwnPeople(&p) || sc.isAtOwnHouse(&p) || sc.isQuestion(&p) || sc.isOwnWish(&p) || sc.isAssertion(&p)
	case cand.Type == "accuse":
		return sc.isInCourt(cand, &p) || sc.isUnsolved(cand, &p) || sc.isLabel(&p) || sc.isNobodys(cand, &p) || slices.Contains(cand.Inferred, "recipient") && sc.blamesNoState(&p) || cand.Rule == "accuse/held" && sc.isAim(cand.head)
	case cand.Type == "reject":
		return sc.isOfTalks(&p) || sc.isThought(cand, &p) || sc.isNobodys(cand, &p) || sc.isLeftOpen(&p)
	case cand.Type == "respond":
		return sc.isReply(cand, &p)
	case cand.Type == "threaten":
		return sc.isOfDanger(cand, &p) || sc.isPeril(&p) || sc.isDoneByThird(cand, &p)
	case cand.Type == "protest":
		return sc.isDemonstration(&p)
	}
	return false
}

// isHeldTrue says whether one State alone agrees that something is so, which is no agreement with
// whom he says it of: "agreed in an interview that the Mexican police were slow", not "agreed with
// Mexico that", "agreed that Mexico should wait".
func (sc *scene) isHeldTrue(p *proposition.Proposition) bool {
	if p.Noun || p.Content == proposition.None || sc.s.Mark(p.Content) != "that" || sc.s.HasModal(p.Content) || p.With("with") != proposition.None || p.Agent.Head == proposition.None {
		return false
	}
	w := &sc.s.Words[p.Agent.Head]
	if w.XPOS == "NNS" || w.UPOS == "PRON" || len(sc.resolveAll(p.Agent.Head, nil).codes) > 1 {
		return false
	}
	for k := sc.s.Kid(p.Agent.Head); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "conj" {
			return false
		}
	}
	return true
}

// isOfOneMind says whether some are only said to think the same: "are in complete agreement".
func (sc *scene) isOfOneMind(p *proposition.Proposition) bool {
	return p.Noun && sc.s.Words[p.Head].Lemma == "agreement" && sc.s.Case(p.Head) == "in" && sc.s.HasCopula(p.Head)
}

// isAwaited says whether an act is but what something that has not come about waits for: "could
// stay shut until they have settled the dispute".
func (sc *scene) isAwaited(cand *candidate) bool {
	s := &sc.s
	over := s.Words[cand.head].Head
	if cand.noun || over < 0 || !s.HasModal(over) && !s.IsNegated(over) {
		return false
	}
	return s.Mark(cand.head) == "until" || cand.head > 2 && strings.HasPrefix(s.Words[cand.head].Rel, "advcl") && sc.opensUntil(cand.head)
}

// opensUntil says whether the first word of a clause is "until".
func (sc *scene) opensUntil(verb int) bool {
	first, _ := sc.s.Subtree(verb)
	return strings.EqualFold(sc.s.Words[first].Form, "until")
}

// isAim says whether an infinitive only says what somebody is after: "the goal is to hold them
// accountable".
func (sc *scene) isAim(verb int) bool {
	s := &sc.s
	if !s.IsInfinitive(verb) {
		return false
	}
	for at := verb; at >= 0; at = s.Words[at].Head {
		for k := s.Kid(at); k >= 0; k = s.Next(k) {
			switch w := &s.Words[k]; {
			case !strings.HasPrefix(w.Rel, "nsubj"):
			case w.Lemma == "goal" || w.Lemma == "aim" || w.Lemma == "purpose" || w.Lemma == "objective":
				return true
			}
		}
	}
	return false
}

// areOwnTold says whether those who are told to leave are the people of who tells them, which
// is advice to travellers: "advised Americans whose visas have expired to leave the country".
func (sc *scene) areOwnTold(cand *candidate) bool {
	const up = 3 // verbs over the act's word
	for v, left := cand.head, up; v >= 0 && left > 0; v, left = sc.s.Words[v].Head, left-1 {
		if !sc.c.lexicon.Is(sc.s.Words[v].Lemma, "order") {
			continue // "criticised the Poles for expelling"
		}
		for k := sc.s.Kid(v); k >= 0; k = sc.s.Next(k) {
			if r := sc.s.Words[k].Rel; r != "obj" && r != "iobj" && r != "nsubj:pass" {
				continue
			}
			if e := sc.entityAt(k); e != nil && e.kind == people && e.class == 0 && !e.adjective && len(cand.Actor) > 0 && len(without(e.codes, cand.Actor)) == 0 && len(e.codes) > 0 {
				return true
			}
		}
	}
	return false
}

// isByPrivate says whether a network gave an act to a State though its own clause tells a
// private person, a court or a newspaper as who does it: "a Filipino woman accused them".
func (sc *scene) isByPrivate(cand *candidate, p *proposition.Proposition) bool {
	if !sc.isSensed(cand) || cand.Type == "reject" || !slices.ContainsFunc(sc.c.hits, func(h rule.Hit) bool {
		return h.Rule.Type == cand.Type && h.Head == cand.head && slices.Contains(h.Rule.Actor, "agent")
	}) {
		return false // a word that no rule knows may tell what another has done: "the men had no authority"
	}
	by := p.Agent.Head
	if p.Noun && p.Possessor != proposition.None {
		by = p.Possessor
	}
	if by == proposition.None || sc.s.Words[by].UPOS != "NOUN" && !sc.isFormer(by) {
		return false
	}
	defer func(t demarche.EventType) { sc.typed = t }(sc.typed)
	sc.typed = cand.Type
	return sc.isPrivate(by) || sc.isFew(by)
}

// isFew says whether a noun that only counts has private persons behind "of": "several of his
// friends".
func (sc *scene) isFew(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if sc.s.Case(k) == "of" && sc.c.vocabulary.has(counters, sc.s.Words[noun].Lemma) {
			return sc.s.Words[k].UPOS == "NOUN" && sc.c.vocabulary.has(private, sc.s.Words[k].Lemma)
		}
	}
	return false
}

// isJointDuty says whether the speaker's own State is among those who must do something, so
// that he asks nobody in particular: "China and Burundi should enhance cooperation, Hu said",
// "the two countries should", "we must all".
func (sc *scene) isJointDuty(cand *candidate, p *proposition.Proposition) bool {
	if !cand.must || p.Noun {
		return false
	}
	h := p.Agent.Head
	if p.Passive || h == proposition.None {
		h = p.Patient.Head
	}
	if h == proposition.None {
		return false
	}
	w := &sc.s.Words[h]
	if w.UPOS == "PRON" {
		return strings.EqualFold(w.Form, "we")
	}
	if w.XPOS == "NNS" && (sc.c.vocabulary.has(countries, w.Lemma) || w.Lemma == "side" || w.Lemma == "people") {
		for k := sc.s.Kid(h); k >= 0 && k < h; k = sc.s.Next(k) {
			switch strings.ToLower(sc.s.Words[k].Form) {
			case "two", "both", "our":
				return true
			}
		}
	}
	joint := false
	for k := sc.s.Kid(h); k >= 0; k = sc.s.Next(k) {
		joint = joint || sc.s.Words[k].Rel == "conj"
	}
	if !joint {
		return false
	}
	return slices.ContainsFunc(sc.in(sc.at), func(e entity) bool {
		return (e.head == h || sc.s.Words[e.head].Head == h && sc.s.Words[e.head].Rel == "conj") && overlap(e.codes, cand.Actor)
	})
}

// isOfOwnPeople says whether those of whom something is asked are private persons or men under
// orders, so that no State asks another: "called on voters to", "urged army officers to".
func (sc *scene) isOfOwnPeople(p *proposition.Proposition) bool {
	if p.Noun {
		return false
	}
	list := []int{p.Patient.Head, p.Indirect.Head}
	for _, a := range p.Preps {
		if !a.Far && (a.Word == "on" || a.Word == "upon" || a.Word == "to") {
			list = append(list, a.Head)
		}
	}
	for _, h := range list {
		if h == proposition.None || sc.s.Words[h].UPOS != "NOUN" || sc.s.Words[h].Head != p.Head || sc.adjectiveOn(h) != nil || sc.possessorOf(h) != nil {
			continue
		}
		if sc.c.vocabulary.has(subordinate, sc.s.Words[h].Lemma) {
			return true
		}
		if sc.c.vocabulary.has(underlings, sc.s.Words[h].Lemma) && !sc.isPlaced(h) {
			return true
		}
		if sc.s.Words[h].Lemma == "community" {
			for k := sc.s.Kid(h); k >= 0 && k < h; k = sc.s.Next(k) {
				if sc.s.Words[k].Lemma == "business" {
					return true
				}
			}
		}
	}
	return false
}

// isPlaced says whether a noun has a phrase behind it that tells where or whose they are: "people
// in Kenya", "officials of both sides".
func (sc *scene) isPlaced(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if k > noun && sc.s.Case(k) != "" {
			return true
		}
	}
	return false
}

// isInCourt says whether somebody stands accused, with nobody told who accuses him, in a trial
// or by a court, or persons are charged as courts do: "went on trial accused of laying mines",
// "is charged with murder", "charged two Chileans with theft".
func (sc *scene) isInCourt(cand *candidate, p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if (w.Lemma == "charge" || w.Lemma == "indict") && p.With("with") != proposition.None && sc.isOfPersons(p.Patient.Head) {
		return true
	}
	if !sc.isSensed(cand) || p.Noun || p.With("by") != proposition.None || p.Agent.Head != proposition.None && (w.XPOS != "VBN" || sc.s.HasPerfect(p.Head)) {
		return false
	}
	if w.Rel == "amod" {
		return true // "accused soldiers"
	}
	if w.XPOS != "VBN" {
		return false
	}
	if w.Lemma == "charge" && p.With("with") != proposition.None {
		return true
	}
	if w.Lemma != "accuse" {
		return false
	}
	for t := range sc.s.Words {
		if sc.c.vocabulary.has(judicial, sc.s.Words[t].Lemma) {
			return true
		}
	}
	return false
}

// isOfPersons says whether a phrase is one of persons who are of a State and do not stand for it:
// "a Chilean woman", "three Russians".
func (sc *scene) isOfPersons(head int) bool {
	if head == proposition.None || !sc.s.IsNoun(head) {
		return false
	}
	if e := sc.entityAt(head); e != nil {
		return e.kind == people && e.class == 0
	}
	return sc.adjectiveOn(head) != nil && (sc.isPrivate(head) || sc.isCivilian(head))
}

// isUnsolved says whether violence is condemned and the State that the act was given to is
// only where it was done or to whom: "condemned the bombing in the Israeli city", "the
// assassination of a Lebanese minister".
func (sc *scene) isUnsolved(cand *candidate, p *proposition.Proposition) bool {
	if p.Noun || len(cand.Recipient) != 1 || cand.Recipient[0] == demarche.Other {
		return false
	}
	deed := p.Patient.Head
	if deed == proposition.None && !p.Passive {
		deed = sc.bareDeed(p.Head)
	}
	if deed == proposition.None || !sc.isViolence(deed) {
		return false
	}
	if sc.s.Words[p.Head].Lemma == "call" || sc.s.Words[p.Head].Lemma == "describe" {
		return sc.isSuffered(deed) // "the murder, which she called an act of terror"
	}
	named := false
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if !overlap(e.codes, cand.Recipient) {
			continue
		}
		named = true
		if !sc.isStruck(e.head, deed, p.Head) {
			return false
		}
	}
	return named || sc.isSuffered(deed) || slices.Contains(cand.Inferred, "recipient") && !sc.isLaid(deed)
}

// isStruck says whether a word hangs on a deed as where it was done or to whom, or on the verb
// that condemns it as a place.
func (sc *scene) isStruck(word, deed, verb int) bool {
	within := false // "a camp in Kenya"
	for at := word; at >= 0; at = sc.s.Words[at].Head {
		if sc.s.Words[at].Head == verb && strings.HasPrefix(sc.s.Words[at].Rel, "obl") {
			c := sc.s.Case(at)
			return c == "in" || c == "at" || c == "near" || c == "outside" || at > deed && (c == "on" || c == "against")
		}
		c := sc.s.Case(at)
		within = within || c == "in" || c == "at" || c == "near" || c == "outside"
		if sc.s.Words[at].Head != deed {
			continue
		}
		if within {
			return true
		}
		switch c {
		case "of", "on", "against":
			return true
		}
		return false
	}
	return false
}

// isDemonstration says whether a protest is one of a crowd in the street: "the vigil turned into a
// protest", "police dispersed the protest".
func (sc *scene) isDemonstration(p *proposition.Proposition) bool {
	h := sc.s.Words[p.Head].Head
	if !p.Noun || h < 0 || !sc.s.IsVerb(h) {
		return false
	}
	switch sc.s.Words[h].Lemma {
	case "turn", "grow", "swell", "erupt", "escalate", "descend":
		return sc.s.Case(p.Head) == "into"
	case "disperse", "attend", "stage", "quell":
		return sc.s.Words[p.Head].Rel == "obj" || sc.s.Words[p.Head].Rel == "nsubj:pass"
	}
	return false
}

// isLabel says whether a body is only told to be held a terrorist one, which lists it and
// accuses nobody of anything: "Hamas, which Israel considers a terrorist organisation".
func (sc *scene) isLabel(p *proposition.Proposition) bool {
	if p.Noun || p.Head >= len(sc.s.Words) {
		return false
	}
	if !sc.c.vocabulary.has(labelling, sc.s.Words[p.Head].Lemma) {
		return false
	}
	first, end := sc.s.Clause(p.Head)
	for t := first + 1; t < end; t++ {
		switch sc.s.Words[t].Lemma {
		case "organization", "organisation", "group", "movement", "outfit":
			if w := strings.ToLower(sc.s.Words[t-1].Form); w == "terrorist" || w == "terror" {
				return true
			}
		}
	}
	return false
}

// isBroken says whether sanctions are told by what he to whom they were given as their author
// does about them: "Libya violated the embargo", "Baghdad condemned the sanctions".
func (sc *scene) isBroken(cand *candidate, p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if !p.Noun || w.Head < 0 || !sc.s.IsVerb(w.Head) || !sc.c.vocabulary.has(breaking, sc.s.Words[w.Head].Lemma) {
		return false
	}
	var q proposition.Proposition
	sc.s.Read(w.Head, sc.c.lexicon, &q)
	if q.Passive || q.Agent.Head == proposition.None || q.Agent.Head == p.Head {
		return false
	}
	by := sc.resolve(q.Agent.Head, nil)
	return by.ok() && overlap(by.codes, cand.Actor)
}

// isRescue says whether a mission was stormed to free those who were held in it, which is done
// to the captors and not to the State whose mission it is.
func (sc *scene) isRescue(cand *candidate, p *proposition.Proposition) bool {
	if slices.Contains(cand.Actor, demarche.Other) {
		return false
	}
	if sc.s.Words[p.Head].Lemma == "siege" && p.Noun && p.Possessor == proposition.None && p.With("by") == proposition.None {
		return true
	}
	for t := range sc.s.Words {
		switch sc.s.Words[t].Lemma {
		case "hostage", "hostage-taker", "captor", "captive":
			return true
		}
	}
	return false
}

// isErrand says whether somebody goes into a mission on business of his own, which takes it from
// nobody: "he entered the consulate in Lima to renew his passport", "a widow entered the embassy".
func (sc *scene) isErrand(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if p.Noun || p.Passive || p.Agent.Head == proposition.None || w.Lemma != "enter" && w.Lemma != "walk" {
		return false
	}
	by := &sc.s.Words[p.Agent.Head]
	switch strings.ToLower(by.Form) {
	case "i", "he", "she", "who":
		return true
	}
	return sc.isPrivate(p.Agent.Head)
}

// isDeported says whether a people and no officials were sent out of a country: "deported
// Georgians accused of staying illegally".
func (sc *scene) isDeported(cand *candidate, p *proposition.Proposition) bool {
	o := cand.object
	if o == proposition.None || p.Noun || sc.s.Words[p.Head].Lemma != "deport" {
		return false
	}
	e := sc.entityAt(o)
	return e != nil && e.kind == people && e.class == 0 && !e.adjective
}

// isMending says whether relations are only to be made better, which restores none that were
// broken off: "met to mend ties", "is confident of forging close ties".
func (sc *scene) isMending(p *proposition.Proposition) bool {
	if p.Noun {
		return false
	}
	if !sc.c.vocabulary.has(mending, sc.s.Words[p.Head].Lemma) {
		return false
	}
	if !sc.s.IsInfinitive(p.Head) && sc.s.Words[p.Head].XPOS != "VBG" {
		return false
	}
	first, end := sc.s.Clause(p.Head)
	for t := first; t < end; t++ {
		if l := sc.s.Words[t].Lemma; l == "diplomatic" || l == "sever" {
			return false
		}
	}
	return true
}
