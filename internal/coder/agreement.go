package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// settling is the rule for a quarrel that is settled.
const settling = "agree/settle"

// isSameAgreement says whether what the network of senses reads as an agreement only says of
// one that a rule found, with both its sides, that it was made or what somebody makes of it:
// "hailed the accord concluded between Peru and Chile"; so does the settling that is agreed on.
func (sc *scene) isSameAgreement(f, of *candidate) bool {
	if f.Rule == settling && of.Type == "agree" && of.Rule != settling && f.Deadline.IsZero() && sc.s.IsInfinitive(f.head) && sc.s.Within(f.head, of.head) && sides(&f.Event, &of.Event) {
		return true // "agreed to settle the dispute", "struck a deal not to settle it in public"
	}
	if f.Type != "agree" || of.Type != "agree" || f.head == of.head || !sc.isSensed(f) || sc.isSensed(of) || !of.told[0] || !of.told[1] || !overlap(union(f.Actor, f.Recipient), union(of.Actor, of.Recipient)) {
		return false
	}
	made, over := &sc.s.Words[f.head], &sc.s.Words[of.head]
	return made.Head == of.head && made.Rel == "acl" || over.Head == f.head && over.Rel == "obj" && sc.c.lexicon.Judges(sc.s.Words[f.head].Lemma)
}

// isUnderText says whether the text that makes a verb one of agreeing is but what something
// else is done by, so that the agreement was made before: "under the accord they will exchange
// prisoners", "cut the troops in line with the treaty".
func (sc *scene) isUnderText(f *candidate) bool {
	r := sc.c.book.Rule(f.Rule)
	if f.noun || r == nil || r.Sense || len(r.With) == 0 || !slices.Contains(r.Verbs, sc.s.Words[f.head].Lemma) {
		return false
	}
	var p proposition.Proposition
	sc.s.Read(f.head, sc.c.lexicon, &p)
	n := p.Patient.Head
	if n == proposition.None || p.Content != proposition.None || r.Wants(&sc.s, n) {
		return false
	}
	under := false
	for _, a := range p.Preps {
		if a.Far || !sc.c.vocabulary.has(treaties, sc.s.Words[a.Head].Lemma) {
			continue
		}
		switch a.Word {
		case "to", "on", "into", "upon", "for":
			return false // "put their hands to the treaty"
		}
		under = true
	}
	return under
}

// pledgedTo gives the State to or for whom one side agrees to do something, where its clause
// names no other: "agreed to sell Syria missiles", "agreed to train Iraqi officers".
func (sc *scene) pledgedTo(p *proposition.Proposition, own []demarche.Code) []demarche.Code {
	if p.Noun || p.Content == proposition.None || !sc.s.IsInfinitive(p.Content) {
		return nil
	}
	var q proposition.Proposition
	sc.s.Read(p.Content, sc.c.lexicon, &q)
	heads := []int{q.Indirect.Head, q.With("with"), q.With("to"), q.With("for"), q.With("from"), q.Patient.Head}
	for _, h := range heads {
		if h == proposition.None {
			continue
		}
		x := sc.resolveAll(h, own)
		if left := without(x.codes, own); x.ok() && !x.spoken && x.kind != place && len(left) > 0 && !only(left, demarche.Other) {
			return left
		}
		if e := sc.adjectiveOn(h); e != nil && len(without(e.codes, own)) > 0 {
			return without(e.codes, own)
		}
	}
	return nil
}

// accededTo gives the organisation that one joins by a text of accession, which is its other
// side: "signed the treaty of accession to the European Union", "NATO's accession protocol".
// One that the clause does not name is the only one that the report does.
func (sc *scene) accededTo(p *proposition.Proposition) []demarche.Code {
	const reach = 8 // words behind
	first, end := sc.s.Clause(p.Head)
	for t := first; t < end; t++ {
		if !sc.c.vocabulary.has(joining, sc.s.Words[t].Lemma) {
			continue
		}
		list := sc.in(sc.at)
		for k := range list {
			if e := &list[k]; e.kind != person && len(e.codes) == 1 && isOrganisation(e.codes[0]) && (e.end <= t && t-e.end <= 2 || e.first > t && e.first-t <= reach) {
				return e.codes
			}
		}
		if sc.s.Words[t].Lemma == "accession" {
			return sc.onlyOrganisation()
		}
	}
	return nil
}

// onlyOrganisation gives the listed organisation that the report names, if there is but one.
func (sc *scene) onlyOrganisation() (found []demarche.Code) {
	for k := range sc.entities {
		if e := &sc.entities[k]; len(e.codes) == 1 && isOrganisation(e.codes[0]) {
			if found = union(found, e.codes); len(found) > 1 {
				return nil
			}
		}
	}
	return found
}

// isMade says whether an agreement is told with a participle by which it was made, whatever is
// to become of it: "the accord signed in Lima will be put to parliament", but not "an accord to
// be signed".
func (sc *scene) isMade(p *proposition.Proposition) bool {
	if !p.Noun {
		return sc.isMaking(p.Head)
	}
	for k := sc.s.Kid(p.Head); k >= 0; k = sc.s.Next(k) {
		if k > p.Head && sc.isMaking(k) {
			return true
		}
	}
	return false
}

// isMaking says whether a word is a participle of a verb that makes the agreement before it.
func (sc *scene) isMaking(k int) bool {
	w := &sc.s.Words[k]
	if w.Rel != "acl" || w.XPOS != "VBN" || sc.s.HasPassive(k) || sc.s.HasModal(k) || !sc.c.vocabulary.has(treaties, strings.ToLower(sc.s.Words[w.Head].Lemma)) {
		return false
	}
	var room [8]rule.Hit
	return slices.ContainsFunc(sc.c.book.Find(&sc.s, k, room[:0]), func(h rule.Hit) bool { return h.Rule.Type == "agree" })
}

// isInForce says whether an agreement is one by which something is to be done, so that it was
// made before: "under the agreement the two will cut tariffs", "until Iraq abides by the accord".
func (sc *scene) isInForce(noun int) bool {
	if !strings.HasPrefix(sc.s.Words[noun].Rel, "obl") || !sc.isDefinite(noun) {
		return false
	}
	switch sc.s.Case(noun) {
	case "under", "with", "by", "in accordance with", "in line with", "as part of", "according to", "in keeping with", "thanks to":
		return true
	}
	return false
}

// isAtMeeting says whether a verb is told with the meeting or the journey known from before at
// which it was done: "were signed after the talks", "was inked during the visit".
func (sc *scene) isAtMeeting(verb int) bool {
	s := &sc.s
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if !strings.HasPrefix(s.Words[k].Rel, "obl") || !sc.isDefinite(k) || len(sc.resolve(k, nil).codes) > 1 {
			continue
		}
		at := k
		if l := s.Words[k].Lemma; l == "end" || l == "conclusion" || l == "close" || l == "course" {
			for n := s.Kid(k); n >= 0; n = s.Next(n) {
				if s.Case(n) == "of" && sc.isDefinite(n) {
					at = n
				}
			}
		}
		if s.Words[k].Lemma == "presence" && s.Case(k) == "in" {
			return true // "in the presence of the two leaders"
		}
		switch s.Case(k) {
		case "after", "during", "following", "at", "in", "upon", "on":
			if l := s.Words[at].Lemma; sc.c.vocabulary.has(dealings, l) || sc.c.vocabulary.has(assemblies, l) || sc.c.vocabulary.has(journeys, l) {
				return true
			}
		}
	}
	return false
}

// partiesBehind adds those whom an agreement is with, or between, where the tree hangs them on
// another word: "withdrew from the treaty with Norway", "a deal reached last month between Kenya
// and Uganda".
func (sc *scene) partiesBehind(noun int, preposition string, dst []int) []int {
	const reach = 5 // words from the participle to "between"
	s := &sc.s
	at := noun + 1
	if at < len(s.Words) && strings.HasPrefix(s.Words[at].XPOS, "VB") && (s.Words[at].Lemma == "strike" || sc.c.lexicon.Carries(s.Words[at].Lemma)) {
		for at++; at < len(s.Words) && at < noun+reach && s.Words[at].UPOS != "PUNCT" && !s.IsVerb(at) && !strings.EqualFold(s.Words[at].Form, preposition); at++ {
		}
	}
	if at < len(s.Words) && strings.EqualFold(s.Words[at].Form, preposition) && s.Words[at].Rel == "case" {
		dst = append(dst, s.Words[at].Head)
	}
	return dst
}
