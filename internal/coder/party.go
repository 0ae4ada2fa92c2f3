package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// parties finds actor and recipient, those told by name before those that only a
// pronoun tells, and says whether that is enough for an event.
func (sc *scene) parties(r *rule.Rule, p *proposition.Proposition, st *proposition.Stance, cand *candidate) bool {
	e := &cand.Event
	sc.posted = r.Type == "depart" || r.Type == "recall" || r.Type == "appoint"
	if r.Type.IsSymmetric() {
		sc.typed, sc.aiming = r.Type, false
		return sc.members(r, p, st, cand)
	}
	if t := sc.targetOf(p.Head); r.Type == "sanction" && p.Noun && t != nil {
		return sc.onTarget(r, p, st, cand, t)
	}
	sc.rebutting = r.Type == "reject"
	sc.typed, sc.aiming, sc.judging = r.Type, false, r.Shape == "judging"
	// Recipients that are named set bounds to what a pronoun as actor can mean, and
	// the other way round.
	actors := r.Actor
	if !p.Noun && !p.Passive {
		// "rejected the charges by London": who stands there did not reject.
		actors = slices.DeleteFunc(slices.Clone(actors), func(s rule.Source) bool { return s == "by" })
	}
	if from := p.With("from"); from != proposition.None && sc.isOfMission(from) {
		// "it expelled 27 people from the Spanish embassy": whose that is does not expel.
		actors = slices.DeleteFunc(slices.Clone(actors), func(s rule.Source) bool { return s == "from" })
	}
	if p.Noun && p.Possessor != proposition.None && sc.onGround(p.Possessor, nil).ok() {
		p.Agent = proposition.Argument{Head: proposition.None} // who acts on the ground of a refusal did not refuse
	}
	actor := sc.find(actors, p, st, cand.object, nil, true)
	recipient := sc.find(r.Recipient, p, st, cand.object, actor.codes, true)
	if !actor.ok() && !actor.foreign {
		actor = sc.find(actors, p, st, cand.object, recipient.codes, false)
		if actor.ok() && overlap(actor.codes, recipient.codes) {
			recipient = party{head: proposition.None}
		}
	}
	if !actor.ok() && !actor.foreign && len(recipient.codes) > 1 {
		// "his refusal of Israel's demands and Palestinian interests": one of those who seem
		// to be the other side is whom a pronoun means.
		if a := sc.find(actors, p, st, cand.object, nil, false); len(a.codes) == 1 && a.spoken && overlap(recipient.codes, a.codes) {
			actor, recipient.codes = a, without(recipient.codes, a.codes)
		}
	}
	if t := sc.aimed(r.Type); actor.all && !sc.eachOther(p) && len(t) > 0 && !overlap(t, actor.codes) {
		actor.all = false // "both broke off relations": with the one that others did
	}
	if actor.all || len(actor.codes) == 2 && sc.eachOther(p) {
		cand.all = true
		cand.told = [2]bool{true, true}
		e.Actor, e.Recipient = actor.codes[:1:1], actor.codes[1:]
		return len(actor.codes) == 2
	}
	if actor.foreign && !actor.ok() {
		return false
	}
	if r.Type == "demand" && recipient.source == "patient" && sc.c.vocabulary.has(pushes, sc.s.Words[p.Head].Lemma) && !sc.canBeAsked(recipient.head) {
		return false // "push forward the friendly ties"
	}
	if !actor.ok() && !p.Noun && slices.Contains(r.Actor, "agent") && !p.Passive {
		if near := sc.nearAgent(p.Head, recipient.codes); near.ok() {
			actor = near
			e.Confidence -= 0.1
		}
	}
	if o := cand.object; !recipient.ok() && r.Type == "expel" && o != proposition.None && (actor.ok() && actor.source != "other" || r.Shape == "going") && (sc.s.Words[o].UPOS == "NUM" || sc.s.IsNoun(o) && !sc.saysWhose(o)) {
		// "France expelled 35": of those that were named before.
		if codes := sc.herdBefore(o, actor.codes); len(codes) > 0 {
			recipient = party{ref: ref{codes: codes, spoken: true}, head: o, source: "owner"}
		}
	}
	if !recipient.ok() && (r.Type == "appoint" || r.Type == "expel" && sc.hasEach(p.Head)) && len(actor.codes) == 2 && cand.object != proposition.None && sc.s.Words[cand.object].XPOS == "NNS" {
		// "Turkey and Egypt appointed ambassadors"
		cand.all, cand.told = true, [2]bool{true, true}
		e.Actor, e.Recipient = actor.codes[:1:1], actor.codes[1:]
		return true
	}
	if !recipient.ok() {
		sc.aiming = true
		recipient = sc.find(r.Recipient, p, st, cand.object, actor.codes, false)
		sc.aiming = false
	}
	if r.Type == "demand" && actor.ok() {
		if two := sc.feuding(p, actor.codes); two != nil && (!recipient.ok() || recipient.source == "other" || len(without(recipient.codes, two)) == 0) {
			recipient = party{ref: ref{codes: two}, head: proposition.None, source: "of"}
		}
	}
	if recipient.source == "other" && r.Type.IsSpeech() && len(actor.host) > 0 && !overlap(actor.host, actor.codes) {
		// An embassy that speaks speaks to its host.
		recipient.codes = actor.host
	}
	if r.Shape == "own" && cand.object != proposition.None && actor.ok() && actor.source != "owner" {
		owner := sc.ownerOf(cand.object, nil, 3)
		if recipient.source == "from" && !sc.saysWhose(cand.object) {
			owner = without(owner, recipient.codes) // "withdrew 41 diplomats from India"
		}
		// "asked France to replace its ambassador": whoever does it does it with his own.
		// Nor can several have recalled another's: "Peru and Chile recalled their envoys"; nor
		// does "the kingdom recalled its envoy".
		its := actor.source == "agent" && (sc.s.IsInfinitive(p.Head) || len(actor.codes) > 1 || actor.spoken && !sc.isPronoun(actor.head)) && sc.pronounOwner(cand.object)
		if len(owner) > 0 && !overlap(owner, actor.codes) && r.Type == "recall" && !its {
			return false
		}
		if len(owner) > 0 && p.Noun && r.Type == "appoint" && !overlap(owner, actor.codes) && (!recipient.ok() || recipient.source == "other") && actor.source == "agent" {
			// "Berlin agreed to the appointment of the Chinese ambassador"
			recipient = actor
			actor = party{ref: ref{codes: owner}, head: cand.object, source: "owner"}
		}
	}
	if r.Type == "recall" && p.Content != proposition.None && len(r.Content) > 0 && actor.ok() {
		// "asked Australia to withdraw its attaché": another's
		var q proposition.Proposition
		sc.s.Read(p.Content, sc.c.lexicon, &q)
		if h := q.Agent.Head; h != proposition.None && h != cand.object {
			if en := sc.entityAt(h); en != nil && en.kind == state && en.class == 0 && len(en.codes) > 0 && !overlap(en.codes, actor.codes) {
				return false
			}
		}
		if h := q.Patient.Head; h != proposition.None && slices.Equal(sc.resolve(h, nil).codes, actor.codes) {
			return false // whom a State tells to leave it is another's
		}
	}
	// An envoy who comes or goes to his own capital takes up no post: "returned to Nairobi".
	comes := r.Type == "appoint" && (r.ID == "appoint/return" || cand.object != proposition.None && cand.object == p.Agent.Head)
	if home := slices.Contains(r.Needs, "home"); (home || comes) && home != sc.goesHome(p, actor.codes) {
		return false
	}
	if o := cand.object; (r.Type == "seize" || r.Type == "hand_back" || r.Type == "limit_staff" && r.Mood == "plain") && o != proposition.None && actor.ok() && actor.source != "other" && sc.saysWhose(o) && (!sc.hasPronoun(o) || sc.s.Words[p.Head].Head < 0) {
		// Nobody seizes or hands back what is his own.
		if owner := sc.ownerOf(o, nil, 3); overlap(owner, actor.codes) && len(without(owner, actor.codes)) == 0 {
			return false
		}
	}
	if o := cand.object; slices.Contains(r.Needs, "one") && (o == proposition.None || sc.s.Words[o].XPOS == "NNS" || sc.s.Words[o].XPOS == "NNPS" || sc.s.Quantity(o).N > 1 || sc.hasConjunct(o)) {
		return false
	}
	if slices.Contains(r.Needs, "host") && actor.ok() && !sc.isHost(cand.object, p, actor.codes) {
		return false
	}
	if o := cand.object; r.Type == "appoint" && actor.ok() && o != proposition.None && !sc.pronounOwner(o) && sc.c.vocabulary.has(eitherWay, sc.s.Words[p.Head].Lemma) {
		// Whom a State sends back of another's people it sends home.
		if owner := sc.ownerOf(o, nil, 3); len(owner) > 0 && !overlap(owner, actor.codes) {
			return false
		}
	}
	if slices.Contains(r.Needs, "own") && (cand.object == proposition.None || !sc.saysWhose(cand.object) || p.Passive) {
		return false
	}
	if r.Type == "limit_staff" && cand.object != proposition.None && actor.ok() && actor.head == p.Agent.Head && !p.Noun && !p.Passive && p.Content == proposition.None && st.Teller == proposition.None && sc.pronounOwner(cand.object) && sc.s.Words[p.Head].Rel != "xcomp" {
		return false // "the embassy will reduce its staff" of its own accord
	}
	if r.Type == "expel" && p.Passive && p.Agent.Head == proposition.None && p.Content != proposition.None && sc.goesHome(p, recipient.codes) {
		return false // "was ordered to return to Cairo", by those who sent him
	}
	if r.Type == "expel" && !slices.Contains(r.Needs, "host") && cand.object != proposition.None && actor.ok() && actor.source != "other" && sc.saysWhose(cand.object) && sc.c.vocabulary.has(eitherWay, sc.s.Words[p.Head].Lemma) {
		// Whom a State orders home of its own people it recalls.
		if owner := sc.ownerOf(cand.object, nil, 3); overlap(owner, actor.codes) && len(without(owner, actor.codes)) == 0 {
			return false
		}
	}
	if p.Noun && (!actor.ok() || actor.spoken) && (!recipient.ok() || recipient.spoken) && p.Carrier != proposition.None && r.Shape == "deed" {
		// "the expulsions have shrunk the American mission"
		var q proposition.Proposition
		sc.s.Read(p.Carrier, sc.c.lexicon, &q)
		if h := q.Patient.Head; !q.Passive && h != proposition.None && h != p.Head {
			if x := sc.resolve(h, nil); x.ok() && x.kind != place && x.kind != state && !x.spoken {
				recipient = party{ref: x, head: h, source: "owner"}
				if overlap(actor.codes, x.codes) || actor.source == "other" {
					actor = party{head: proposition.None}
				}
			}
		}
	}
	cand.gone = sc.goesOn(r, cand.object, &actor, &recipient)
	if !actor.ok() && !recipient.ok() && cand.object != proposition.None && len(sc.topic) == 2 && r.Shape == "deed" && (sc.isDefinite(cand.object) || r.Type == "summon" && sc.s.Words[cand.object].UPOS == "PRON") {
		// The report goes on about what was done before.
		e.Actor, e.Recipient = sc.topic[0], sc.topic[1]
		e.Inferred = append(e.Inferred, "actor", "recipient")
		e.Confidence -= 0.3
		cand.told = [2]bool{true, false}
		return true
	}
	if r.Shape == "deed" && cand.object != proposition.None && !actor.ok() && !recipient.ok() && !actor.foreign && !recipient.foreign {
		if by, of := sc.grievance(p, st); by != nil {
			e.Actor, e.Recipient = by, of
			e.Inferred = append(e.Inferred, "actor", "recipient")
			e.Confidence -= 0.3
			cand.told = [2]bool{false, true} // whose it is, the speaker tells
			return true
		}
	}
	if r.Type == "depart" && !p.Noun && st.Status == demarche.Actual && cand.object != proposition.None && p.Patient.Head == proposition.None && (!recipient.ok() || recipient.source == "other") && !recipient.foreign {
		if f := sc.sentOut(e.Object, cand.object); f != nil && (!actor.ok() || actor.source == "other" || overlap(actor.codes, f.Recipient)) {
			e.Actor, e.Recipient, cand.told = f.Recipient, f.Actor, [2]bool{true, true}
			return true
		}
	}
	acts := r.Type == "respond" && actor.source == "agent" // "Russia will draw its conclusions" tells of itself
	if slices.Contains(r.Actor, "voice") && !acts && !sc.speaksOfOther(r, p, &actor, &recipient) {
		return false
	}
	sc.sided(&actor, &recipient)
	if cand.object != proposition.None && len(actor.codes) == 2 && isOwn(r.Type) && sc.s.Words[cand.object].XPOS == "NNS" && sc.pronounOwner(cand.object) && (!recipient.ok() || recipient.source == "other") {
		// "agreed to reopen their embassies": each does it with the other.
		cand.all, cand.told = true, [2]bool{true, true}
		e.Actor, e.Recipient = actor.codes[:1:1], actor.codes[1:]
		return true
	}
	if r.Shape == "own" && actor.source == "owner" && recipient.ok() && slices.Equal(sc.sameActor(r.Type, p, actor.codes), recipient.codes) {
		actor, recipient = recipient, actor // "Poland, whose consulates were shut as well": by whom the others were
	}
	needs := func(what string) bool { return slices.Contains(r.Needs, what) }
	if needs("self") && !sc.isOfItself(p, actor.codes) {
		return false
	}
	if !actor.ok() && !recipient.ok() {
		return false
	}
	if needs("said") {
		if !sc.saysItself(p, st, actor.codes) {
			return false
		}
		e.Confidence += 0.1 // "said it would attack Iraq" blames nobody
	}
	head := p.Head
	if !actor.ok() {
		if needs("actor") {
			return false
		}
		codes := sc.sameActor(r.Type, p, recipient.codes)
		if codes == nil {
			codes = sc.other(recipient.codes, head)
		}
		actor = party{ref: ref{codes: codes}, source: "other"}
		e.Inferred = append(e.Inferred, "actor")
		e.Confidence -= 0.2
	}
	if !recipient.ok() {
		if needs("recipient") || recipient.foreign {
			return false
		}
		recipient = party{ref: ref{codes: without(sc.other(actor.codes, head), actor.codes)}, source: "other"}
		e.Inferred = append(e.Inferred, "recipient")
		e.Confidence -= 0.2
	}
	if recipient.source == "other" && r.Type == "sanction" {
		if to := sc.provoker(head, actor.codes); to != nil {
			recipient = party{ref: ref{codes: to.codes, kind: to.kind}, head: to.head, source: "against"}
			e.Inferred = slices.DeleteFunc(e.Inferred, func(side string) bool { return side == "recipient" })
		}
	}
	if !actor.ok() || !recipient.ok() {
		return false
	}
	if r.Type == "accuse" && (slices.Contains([]rule.Source{"against", "on", "of", "at"}, recipient.source) || recipient.source == "patient" && sc.isSuffered(recipient.head)) && sc.isDeed(p) {
		return false // who is attacked is not blamed for it
	}
	if r.Type == "accuse" && recipient.source == "other" && r.WantsQuote(&sc.s, p.Head) {
		return false // "called the tour 'the usual thing'", whoever went on it
	}
	cand.deed = r.Type == "accuse" && recipient.source == "other" && sc.isDeed(p)
	if r.Type == "recall" && recipient.source == "other" && actor.spoken {
		// Nobody calls his own home from his own capital.
		list := sc.in(sc.at)
		for k := range list {
			en := &list[k]
			if slices.Equal(en.codes, actor.codes) && en.first > p.Head && strings.EqualFold(sc.form(sc.at, en.first-1), "from") && sc.s.Within(en.head, p.Head) {
				actor.codes, recipient.codes = recipient.codes, actor.codes
				break
			}
		}
	}
	for i, x := range []party{actor, recipient} {
		side := []string{"actor", "recipient"}[i]
		if x.source == "other" && !slices.Contains(e.Inferred, side) {
			e.Inferred = append(e.Inferred, side)
			e.Confidence -= 0.2
		}
	}
	sc.sided(&actor, &recipient)
	if f := sc.chargeBefore(&actor); r.Type == "reject" && f != nil {
		actor.codes, recipient = f.Recipient, party{ref: ref{codes: f.Actor, spoken: true}, head: proposition.None, source: "accuser"}
		e.Inferred = slices.DeleteFunc(e.Inferred, func(side string) bool { return side == "recipient" })
	}
	cand.told = [2]bool{actor.source != "other", recipient.source != "other"}
	cand.meant = sc.isPronoun(actor.head) || sc.isPronoun(recipient.head)
	if actor.spoken && actor.source == "agent" && recipient.source != "other" && actor.head == p.Agent.Head {
		sc.settled[[2]int{sc.at, actor.head}] = actor.codes
	}
	cand.all = actor.all && recipient.all || actor.all && sc.eachOther(p) || recipient.source != "other" && (r.Type == "appoint" || r.Type.IsSpeech()) && sc.swaps(p)
	e.Actor, e.Recipient = actor.codes, without(recipient.codes, actor.codes)
	if len(actor.codes) == 2 && (cand.all || sc.eachOther(p)) {
		cand.all = true
		e.Actor, e.Recipient = actor.codes[:1:1], actor.codes[1:]
	}
	if len(e.Recipient) == 0 {
		return false
	}
	if actor.spoken {
		e.Confidence -= 0.05
	}
	if recipient.spoken {
		e.Confidence -= 0.05
	}
	return !(only(e.Actor, demarche.Other) && only(e.Recipient, demarche.Other))
}

// hasConjunct says whether something is joined to a noun by "and".
func (sc *scene) hasConjunct(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "conj" {
			return true
		}
	}
	return false
}

// isDefinite says whether a noun stands with an article or a word that points
// back, or is in the plural, so that it may be something named before.
func (sc *scene) isDefinite(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "the", "this", "that", "these", "those", "its", "their", "his", "all":
			return true
		}
	}
	return sc.s.Quantity(noun).N > 1
}

// saysWhose says whether a noun itself tells whose it is: "its envoy", "Russia's
// envoy", "the Russian envoy".
func (sc *scene) saysWhose(noun int) bool {
	return sc.adjectiveOn(noun) != nil || sc.possessorOf(noun) != nil || sc.hasPronoun(noun)
}

// hasPronoun says whether a noun has a possessive pronoun, or one of what it counts.
func (sc *scene) hasPronoun(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if w := &sc.s.Words[k]; w.Rel == "nmod:poss" && w.UPOS == "PRON" || w.Rel == "nmod" && sc.s.Case(k) == "of" && sc.hasPronoun(k) {
			return true
		}
	}
	return false
}

// eachOther says whether the clause of a predicate is reciprocal: "each expelled a
// diplomat of the other", "bans on each other's citizens", "mutual expulsions", "traded accusations".
func (sc *scene) eachOther(p *proposition.Proposition) bool {
	head := p.Head
	if p.Carrier != proposition.None {
		head = p.Carrier
	}
	if sc.typed.IsSpeech() && sc.swaps(p) {
		return true // "traded accusations"
	}
	first, end := sc.s.Subtree(head)
	each, other := false, false
	for i := first; i < end; i++ {
		switch strings.ToLower(sc.s.Words[i].Form) {
		case "each", "both":
			each = true
		case "other", "other's", "another", "other’s":
			other = true
		case "mutual", "mutually", "reciprocal":
			return true
		}
	}
	return each && other
}

// only says whether a list has nothing but one code.
func only(codes []demarche.Code, code demarche.Code) bool {
	return !slices.ContainsFunc(codes, func(c demarche.Code) bool { return c != code })
}

// isOwn says whether acts of a type are done to what is one's own.
func isOwn(t demarche.EventType) bool {
	return t == "close" || t == "open" || t == "break_relations" || t == "restore_relations"
}

// pronounOwner says whether a noun belongs to whom a pronoun of the third person
// takes up: "its embassy".
func (sc *scene) pronounOwner(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if w := &sc.s.Words[k]; w.Rel == "nmod:poss" && w.UPOS == "PRON" {
			switch strings.ToLower(w.Form) {
			case "its", "their", "his", "her":
				return true
			}
		}
	}
	return false
}
