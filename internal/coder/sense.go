package coder

import (
	"math"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// The networks of package sense stand beside the rules: that of senses finds acts in
// words that no rule has, that of sides sets who does them to whom, and that of trusts
// drops what is likelier wrong than it is worth. Chosen on reports held out from their
// training (docs/sense.md).
const (
	glanceAt = 0.008 // from this chance on, at a glance, it is asked what a word tells

	raiseAt     = 0.15 // from this chance on a word is read as telling a measure
	talkRaiseAt = 0.2  // and from this one as telling what is said or agreed
	keepAt      = 0.02 // below this chance of word and sides together it is not followed up
	joinAt      = 0.7  // from this chance on a further State stands on a side
	joinAloneAt = 0.97 // and from this one at a meeting of two in whose list it does not stand
	turnAt      = 3    // so many times likelier must other sides be to take the place of a rule's
	firmAt      = 30   // and of those that the act's own clause tells
	boundAt     = 300  // and of a demand's: who is asked stands at its verb, and whoever else is named is but what it is about
	trustAt     = 0.35 // a measure is kept from this chance on
	talkAt      = 0.45 // and what is said or agreed from this one: F1 is as good from .3 to .5, and more of what is found right
	inferAt     = 0.5  // and talks or agreements of which a side is not told in their sentence from this one
	toldAt      = 0.2  // a measure from this one if a rule's words tell it with both its sides
	talkToldAt  = 0.3  // and from this one what is said or agreed

	plainAt  = 0.05 // a measure from this one if besides
	surelyAt = 0.95 // the network of senses gives its word at least this chance
	heldAt   = 0.1  // and a meeting of many that is told with where it is held from this one
	mutualAt = 0.05 // and what two are told to accuse each other of from this one
)

// weigh asks the networks what a word tells, beside what the rules made of it.
func (sc *scene) weigh(word int, best candidate, have bool) (candidate, bool) {
	var made *candidate
	if have {
		made = &best
	}
	if !have && (!sc.isTeller(word) || sc.s.IsBackdrop(word) && !sc.saysWhose(word)) {
		return best, have
	}
	if sc.c.lesson != nil && !sc.c.lesson.Found {
		sc.learnFrom(word, made)
	}
	if sc.c.senses == nil || sc.c.plain || !have && !sc.isWorthAsking(word) {
		return best, have
	}
	sc.describeWord(word, made, &sc.features)
	sc.chances = sc.c.senses.Score(&sc.features, &sc.room, sc.chances)
	top, chance := "none", 0.0
	for i, x := range sc.chances {
		if c := sc.c.senses.Classes[i]; c != "none" && float64(x) > chance {
			top, chance = c, float64(x)
		}
	}
	if have {
		own := float64(sc.chances[slices.Index(sc.c.senses.Classes, string(best.Type))])
		asked := measures[best.Type] && best.Object != "officials" && len(sc.c.book.Rule(best.Rule).Content) > 0 // what is asked for tells which act it is
		if string(best.Type) == top || chance < raiseAt || asked && top == "demand" || best.undergone {
			best.chance, best.asked = own, asked
			best = sc.weighSides(word, best)
			sc.weighed(&best)
			return best, true
		}
	}
	if chance < raiseAt || isTalk(demarche.EventType(top)) && chance < talkRaiseAt {
		return best, have
	}
	h := sc.senseHit(word, demarche.EventType(top))
	if h.Rule == nil || sc.isLeftOut(h.Rule.Type) {
		return best, have
	}
	sc.chance = chance
	cand, ok := sc.try(h)
	if !ok {
		return best, have
	}
	if have && cand.Status == demarche.Denied && best.Status == demarche.Actual && sc.c.book.Rule(best.Rule).Status[demarche.Denied] == demarche.Actual {
		return best, have // "will issue no visas" denies them and is not the issue of visas denied
	}
	if sc.weighed(&cand); sc.isBackHome(&cand) {
		return best, have // "returned to Nairobi", by a rule the end of a posting
	}
	return cand, true
}

// isWorthAsking says whether a word that no rule has could tell an act, at a glance: most
// words of most sentences tell none, and the network of senses is slow to say so.
func (sc *scene) isWorthAsking(word int) bool {
	if sc.c.glances == nil {
		return true
	}
	sc.describeGlance(word, &sc.features)
	sc.chances = sc.c.glances.Score(&sc.features, &sc.room, sc.chances)
	return sc.chances[1] >= glanceAt
}

// isTalk says whether acts of a type are said or agreed rather than taken: of these reports
// tell much more that is no event.
func isTalk(t demarche.EventType) bool { return t.IsSpeech() || t.IsSymmetric() }

// standing is how likely a State does an act, or has it done to it.
type standing struct {
	code             demarche.Code
	actor, recipient float64
}

// standings asks the network of sides about every State of the report.
func (sc *scene) standings(word int, t demarche.EventType, made *candidate) []standing {
	var all []standing
	var blamed []demarche.Code
	if t.IsSpeech() {
		blamed = sc.blamedOf(word)
	}
	for _, x := range sc.standsFor(word, t, made) {
		sc.describeStand(word, &x, &sc.features)
		sc.chances = sc.c.sides.Score(&sc.features, &sc.room, sc.chances)
		y := standing{x.code, float64(sc.chances[1]), float64(sc.chances[2])}
		if slices.Contains(blamed, x.code) {
			y.actor = 0
		}
		all = append(all, y)
	}
	return all
}

// odds weighs sides against nobody having a part in the act: the product of the odds of
// each State's standing where it is put.
func odds(all []standing, actor, recipient []demarche.Code) float64 {
	o := 1.0
	for _, x := range all {
		none := max(1-x.actor-x.recipient, 1e-3)
		switch {
		case slices.Contains(actor, x.code):
			o *= max(x.actor, 1e-3) / none
		case slices.Contains(recipient, x.code):
			o *= max(x.recipient, 1e-3) / none
		}
	}
	return o
}

// chanceOf is how likely the sides of an act stand as they do. Of those who are on a side
// of it together the surest counts: they were told in one list, of which a tree often loses
// the last. Of a meeting the least likely counts.
func chanceOf(all []standing, actor, recipient []demarche.Code, symmetric bool) float64 {
	a, r, pick := 0.0, 0.0, math.Max
	if symmetric {
		a, r, pick = 1, 1, math.Min
	}
	for _, x := range all {
		if slices.Contains(actor, x.code) {
			a = pick(a, x.actor)
		}
		if slices.Contains(recipient, x.code) {
			if symmetric {
				r = pick(r, x.actor)
			} else {
				r = pick(r, x.recipient)
			}
		}
	}
	return a * r
}

// isLeftOut says whether a rule of a type has the word under the eye, and leaves it out
// for a word beside it: "signed a decree" is no agreement, whatever else it looks like.
func (sc *scene) isLeftOut(t demarche.EventType) bool {
	var p proposition.Proposition
	return slices.ContainsFunc(sc.c.hits, func(h rule.Hit) bool {
		if h.Rule.Type != t || h.Rule.Without == nil && h.Rule.Type != "demand" {
			return false
		}
		sc.s.Read(h.Head, sc.c.lexicon, &p)
		return h.Rule.LeavesOut(&sc.s, &p) || t == "demand" && p.Noun && slices.Contains(h.Rule.After, sc.s.Case(h.Head))
	})
}

// bestSides gives the likeliest sides: the pair with the best odds, and beside it those
// who are likelier to have a part in the act than not. Chance is that of the pair.
func bestSides(all []standing, symmetric bool) (actor, recipient []demarche.Code, chance float64) {
	best := 0.0
	var a, b int
	for i := range all {
		for j := range all {
			if i == j || symmetric && j < i || all[i].code == demarche.Other && all[j].code == demarche.Other {
				continue
			}
			p := all[i].actor * all[j].recipient
			if symmetric {
				p = all[i].actor * all[j].actor
			} else {
				p /= max(1-all[i].actor-all[i].recipient, 1e-2) * max(1-all[j].actor-all[j].recipient, 1e-2)
			}
			if p > best {
				best, a, b = p, i, j
			}
		}
	}
	if best == 0 {
		return nil, nil, 0
	}
	actor, recipient = []demarche.Code{all[a].code}, []demarche.Code{all[b].code}
	chance = chanceOf(all, actor, recipient, symmetric)
	for i, x := range all {
		switch {
		case i == a || i == b:
		case symmetric && x.actor > joinAt:
			recipient = append(recipient, x.code)
		case symmetric:
		case x.actor > joinAt && x.actor > x.recipient:
			actor = append(actor, x.code)
		case x.recipient > joinAt:
			recipient = append(recipient, x.code)
		}
	}
	return actor, recipient, chance
}

// weighSides weighs the sides that a rule found, and sets others in their place where
// these are much likelier.
func (sc *scene) weighSides(word int, cand candidate) candidate {
	if sc.c.sides == nil || cand.all || cand.tabled || cand.undergone {
		return cand
	}
	e, symmetric := &cand.Event, cand.Type.IsSymmetric()
	all := sc.standings(word, cand.Type, &cand)
	actor, recipient, chance := sc.likeliest(all, symmetric)
	if chance == 0 {
		return cand
	}
	told, found := odds(all, e.Actor, e.Recipient), odds(all, actor, recipient)
	cand.agreed = sameCodes(e.Actor, actor) && sameCodes(e.Recipient, recipient)
	if symmetric {
		one, other := union(e.Actor, e.Recipient), union(actor, recipient)
		told, found = odds(all, one, nil), odds(all, other, nil)
		cand.agreed = sameCodes(one, other)
	}
	cand.standing = chanceOf(all, e.Actor, e.Recipient, symmetric)
	if !cand.convened && !cand.gone && found > told*sc.turn(&cand) && !sc.onlyJoins(&cand, actor, recipient) {
		e.Actor, e.Recipient = actor, recipient
		if cand.seated {
			e.Place = sc.placeKnown(e, cand.object) // "the consulate" is another's then, in another city
		}
		e.Inferred = sc.untold(e)
		cand.standing = chance
	}
	return cand
}

// setSides sets the sides of an act that no rule found, and says whether they are
// likely enough to follow the word up.
func (sc *scene) setSides(word int, cand *candidate, chance float64) bool {
	if sc.c.sides == nil {
		return false
	}
	actor, recipient, standing := sc.likeliest(sc.standings(word, cand.Type, nil), cand.Type.IsSymmetric())
	if standing*chance < keepAt {
		return false
	}
	e := &cand.Event
	e.Actor, e.Recipient = actor, recipient
	e.Inferred = sc.untold(e)
	e.Confidence = standing * chance
	cand.chance, cand.standing, cand.all = chance, standing, false
	cand.told = [2]bool{true, true}
	return true
}

// onlyJoins says whether sides are those that the clause of an act tells, with no more than
// States beside them that its sentence does not name; nor its clause, where a verb has a
// subject of its own: "the emir rang the king before he met the sultan". Of a demand it allows no
// others at all.
func (sc *scene) onlyJoins(cand *candidate, actor, recipient []demarche.Code) bool {
	one, other := [2][]demarche.Code{cand.Actor, cand.Recipient}, [2][]demarche.Code{actor, recipient}
	if cand.Type.IsSymmetric() {
		one, other = [2][]demarche.Code{union(cand.Actor, cand.Recipient)}, [2][]demarche.Code{union(actor, recipient)}
	}
	if !cand.told[0] || !cand.told[1] || len(cand.Inferred) > 0 || len(without(one[0], other[0])) > 0 || len(without(one[1], other[1])) > 0 {
		return false
	}
	if cand.Type == "demand" && !cand.meant {
		return true
	}
	more := union(without(other[0], one[0]), without(other[1], one[1]))
	first, end := 0, len(sc.s.Words)
	if !cand.noun && sc.s.HasSubject(cand.head) {
		first, end = sc.s.Subtree(cand.head)
	}
	return !slices.ContainsFunc(sc.in(sc.at), func(e entity) bool { return e.head >= first && e.head < end && overlap(e.codes, more) })
}

// untold gives the sides of an event that its sentence does not name.
func (sc *scene) untold(e *demarche.Event) (sides []string) {
	list := sc.in(sc.at)
	for i, codes := range [2][]demarche.Code{e.Actor, e.Recipient} {
		if !slices.ContainsFunc(list, func(n entity) bool { return overlap(n.codes, codes) }) {
			sides = append(sides, []string{"actor", "recipient"}[i])
		}
	}
	return sides
}

// senseHit is the hit of the rule that reads an act of a type at a word, where the
// network finds it there.
func (sc *scene) senseHit(word int, t demarche.EventType) rule.Hit {
	s := &sc.s
	return rule.Hit{Rule: sc.c.book.Sense(t), Head: word, First: word, End: word + 1, Predicate: !s.IsVerb(word) && s.IsPredicate(word)}
}

// standsFor gives the States that may be sides of an act of a type that a word tells.
func (sc *scene) standsFor(word int, t demarche.EventType, made *candidate) []stand {
	s := &sc.s
	var p proposition.Proposition
	h := sc.senseHit(word, t)
	if made != nil {
		h.Predicate = made.predicate
	}
	s.Read(word, sc.c.lexicon, &p)
	if h.Predicate {
		p.Subject = s.Predicated(word)
		if p.Subject.Head != proposition.None {
			s.AddPreps(p.Subject.Head, &p)
		}
	}
	st := s.Stance(&p, sc.c.lexicon)
	object := proposition.None
	if made != nil {
		object = made.object
	} else if h.Rule != nil {
		object, _ = sc.objectOf(h.Rule, &p)
	}
	return sc.stands(word, t, &p, &st, object, made)
}

// objectAbout looks for an object of an act that the network of senses found, where the
// shape of its rule has none: the nearest word of its classes that hangs on the act's
// word, else on the one over it; but who warns of a sanction has none put on him.
func (sc *scene) objectAbout(r *rule.Rule, word int) (int, string) {
	s := &sc.s
	for top, up := word, 0; top >= 0 && up < 2; top, up = s.Words[top].Head, up+1 {
		best, class := proposition.None, ""
		first, end := s.Subtree(top)
		for t := max(first, word-objectReach); t < min(end, word+objectReach); t++ {
			if t == word || !s.IsNoun(t) || s.Words[t].Rel == "compound" || r.Shape == "bidding" && s.Words[t].Rel == "nsubj" || sc.isJoinedApart(t, word) || r.Type == "sanction" && sc.isSubjectOver(t, word) || best != proposition.None && abs(t-word) >= abs(best-word) {
				continue
			}
			if c := sc.classAt(r, t); c != "" && c != "people" && c != "topics" {
				best, class = t, c
			}
		}
		if best != proposition.None {
			return best, class
		}
	}
	return proposition.None, ""
}

// isSubjectOver says whether a word stands for who does or says what another word is part of, and
// so not for whom it is done to: "the minister said that sanctions had been imposed".
func (sc *scene) isSubjectOver(t, word int) bool {
	w := &sc.s.Words[t]
	for r := w.Rel; (strings.HasPrefix(r, "nmod") || r == "flat" || r == "appos" || r == "compound") && w.Head >= 0; r = w.Rel {
		w = &sc.s.Words[w.Head]
	}
	return w.Rel == "nsubj" && w.Head >= 0 && sc.s.IsVerb(w.Head) && sc.s.Within(word, w.Head)
}

// isJoinedApart says whether a word hangs on a verb that is joined by "and" to that of
// another word's clause, or that tells what came before or after it: it has a part in another
// act.
func (sc *scene) isJoinedApart(t, word int) bool {
	v := sc.verbOver(t)
	return v >= 0 && v != sc.clauseOf(word) && (sc.s.Words[v].Rel == "conj" || sc.foregone(v) == v)
}

// objectReach is how many words away an object may stand.
const objectReach = 12

// weedSensed drops what the network of senses found of an act that its sentence tells
// already: the same type and sides, at another word and without another figure, or what
// a rule's word says is done.
func (sc *scene) weedSensed(found []candidate) []candidate {
	return slices.DeleteFunc(found, func(f candidate) bool {
		return sc.isSensed(&f) && slices.ContainsFunc(found, func(g candidate) bool {
			surer := !sc.isSensed(&g) || g.Confidence > f.Confidence || g.Confidence == f.Confidence && g.head < f.head
			if part := sc.s.Words[f.head]; part.Head == g.head && part.Rel == "xcomp" && !sc.isSensed(&g) && !g.Type.IsSpeech() && g.Type != "agree" {
				return true // "will stop issuing visas" is no issuing
			}
			if g.noun && !sc.isSensed(&g) && g.Type == f.Type && sc.s.Words[g.head].Head == f.head && sc.s.Words[g.head].Rel == "obj" {
				return true // "imposing sanctions on Mali and Chad", of which the noun tells all
			}
			return g.head != f.head && surer && g.Type == f.Type && sides(&g.Event, &f.Event) && (f.Count.IsZero() || f.Count == g.Count) && sc.joint(f.head, g.head)
		})
	})
}

// joint says whether two words stand in one clause or one right under the other's.
func (sc *scene) joint(a, b int) bool {
	va, vb := sc.clauseOf(a), sc.clauseOf(b)
	return va == vb || va >= 0 && sc.verbOver(va) == vb || vb >= 0 && sc.verbOver(vb) == va
}

// clauseOf gives the verb of a word's clause: itself, or the nearest over it.
func (sc *scene) clauseOf(word int) int {
	if sc.s.IsVerb(word) {
		return word
	}
	return sc.verbOver(word)
}

// turn is how many times likelier other sides must be to take the place of a rule's.
func (sc *scene) turn(cand *candidate) float64 {
	if cand.told[0] && cand.told[1] && len(cand.Inferred) == 0 {
		if all := union(cand.Actor, cand.Recipient); len(all) > 2 && !slices.Contains(all, demarche.Other) {
			return math.Inf(1) // of a list the network sees each State by itself
		}
		if cand.Type == "demand" && !cand.meant {
			return boundAt
		}
		return firmAt
	}
	return turnAt
}
