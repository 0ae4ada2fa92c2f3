package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// ref is what a phrase stands for.
type ref struct {
	kind   kind
	codes  []demarche.Code // for whom it acts, or whose it is
	host   []demarche.Code // where it serves or stands
	name   string          // as the text has it, for a speaker
	spoken bool            // found by a pronoun or a description, not by a name
	all    bool            // stands for both sides: "the two countries"
}

// ok says whether the phrase stands for anybody.
func (r ref) ok() bool { return len(r.codes) > 0 }

// entityAt gives the entity that has a token of the sentence under the eye.
func (sc *scene) entityAt(token int) *entity {
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; token >= e.first && token < e.end {
			return e
		}
	}
	return nil
}

// resolve finds what the phrase on a word stands for. Exclude are the States that
// it cannot be, since they are the other side.
func (sc *scene) resolve(head int, exclude []demarche.Code) ref {
	return sc.resolveAt(head, exclude, 4)
}

func (sc *scene) resolveAt(head int, exclude []demarche.Code, left int) ref {
	if left <= 0 || head < 0 {
		return ref{}
	}
	s := &sc.s
	w := &s.Words[head]
	lemma := strings.ToLower(w.Lemma)
	if w.UPOS == "NUM" || lemma == "that" || lemma == "those" || lemma == "some" || lemma == "most" || lemma == "many" || lemma == "several" {
		// "three of Chavez's aides", "those of the European Union"
		for k := s.Kid(head); k >= 0; k = s.Next(k) {
			if s.Words[k].Rel == "nmod" && s.Case(k) == "of" {
				if r := sc.resolveAt(k, exclude, left-1); r.ok() && r.kind != place {
					return r
				}
			}
		}
	}
	if w.UPOS == "PRON" || w.UPOS == "DET" && (lemma == "both" || lemma == "each" || lemma == "neither") {
		return sc.pronoun(head, exclude, left-1)
	}
	if r := sc.ofTwo(head, exclude); r.ok() {
		return r
	}
	if r := sc.ofRegion(head, exclude); r.ok() {
		return r
	}
	if sc.hasBefore(head, "authority", domestic) {
		return ref{} // "the police authorities" are nobody abroad
	}
	if codes := sc.joinedMovement(head); codes != nil {
		return ref{kind: people, codes: codes, name: sc.describe(head)}
	}
	if codes := without(append(sc.instancesOf(head), sc.spelledOut(head)...), exclude); len(codes) > 0 {
		return ref{kind: state, codes: codes, name: sc.describe(head)}
	}
	if sc.isMovement(head) || sc.isWorlds(head) {
		return ref{kind: others, codes: []demarche.Code{demarche.Other}, name: sc.describe(head)}
	}
	if w.UPOS == "NOUN" {
		if r := sc.chargedTogether(head, exclude); r.ok() {
			return r
		}
	}
	if r := sc.unnamed(head, exclude); r.ok() {
		return r
	}
	if r := sc.inFray(head); r.ok() {
		return r
	}
	if g := without(sc.namedGroup(head), exclude); g != nil {
		return ref{kind: state, codes: g, name: sc.describe(head)}
	}
	if e := sc.entityAt(head); e != nil && (e.codes != nil) {
		switch e.kind {
		case state, others:
			if e.class == who.Body {
				break
			}
			if e.kind == others && sc.c.objects.has(s, head, "country") {
				if codes := without(sc.listedBehind(head), exclude); len(codes) > 1 {
					return ref{kind: state, codes: codes, name: sc.words(e.first, e.end)} // "two Arab countries, Egypt and Jordan,"
				}
			}
			// "Pakistan's Foreign Office" is not the one in London.
			if own := sc.possessorOf(head); own != nil && !e.formed && e.kind == state && (e.end-e.first > 1 || lemma == "congress" || lemma == "parliament" || lemma == "senate") && !e.adjective {
				return ref{kind: e.kind, codes: own.codes, name: sc.words(own.first, e.end)}
			}
			return ref{kind: e.kind, codes: e.codes, name: sc.words(e.first, e.end)}
		case people:
			if e.class == 0 {
				return ref{kind: people, codes: e.codes, name: sc.words(e.first, e.end)}
			}
		case place:
			return ref{kind: place, host: e.codes}
		case person:
			r := ref{kind: person, codes: e.codes, host: e.host, name: sc.words(e.first, e.end)}
			if m, ok := sc.cast[e.name]; ok {
				r.name = m.full
				if r.host == nil {
					r.host = m.host
				}
			}
			// "their leader Radovan Karadzic" is of his own people, whoever "they" may be
			told := sc.hasPronoun(head) && sc.nameOf(head) != "" && sc.adjectiveOn(head) == nil && sc.possessorOf(head) == nil
			if e.class == 0 || e.name != "" || told || !sc.hasOwner(head) {
				if n := sc.nameOf(head); n != "" {
					r.name = n
				}
				return r
			}
		}
	}
	// A name that the cast knows.
	if e := sc.entityAt(head); w.UPOS == "PROPN" && (e == nil || e.kind == person) {
		if m, ok := sc.member(head); ok {
			return ref{kind: person, codes: m.codes, host: m.host, name: m.full}
		}
	}
	if sc.c.vocabulary.has(opposites, lemma) && lemma != "number" {
		if r := sc.opposite(head, exclude, left); r.ok() {
			return r
		}
	}
	if codes := sc.votedBy(head, exclude); codes != nil {
		return ref{kind: state, codes: codes, name: sc.describe(head), spoken: true}
	}
	r := ref{name: sc.nameOf(head)}
	e := sc.entityAt(head)
	switch {
	case e != nil && e.class != 0:
		r.kind, r.host = e.kind, e.host
	default:
		r.kind = sc.kindOf(head)
	}
	r.host = union(r.host, sc.hostOf(head))
	r.codes = sc.ownerOf(head, exclude, left-1)
	if r.codes == nil && e != nil && len(e.codes) > 0 {
		r.codes = e.codes
	}
	if len(r.codes) > 0 {
		if r.name == "" {
			r.name = sc.describe(head)
		}
		return r
	}
	// "the ambassador, Laurie Bristow"; "Bristow, the ambassador"
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if rel := s.Words[k].Rel; rel == "appos" || rel == "flat" {
			if m := sc.resolveAt(k, exclude, left-1); m.ok() && !m.spoken && m.kind != place {
				if codes := without(sc.listedBehind(head), exclude); m.kind == state && w.XPOS == "NNS" && len(codes) > 1 {
					m.codes = codes // "four cotton producers -- Benin, Burkina Faso, Chad and Mali --"
				}
				return m
			}
		}
	}
	if own := e != nil && e.class != 0; w.Rel == "appos" && w.Head >= 0 && (own || r.kind != noKind || w.UPOS == "PROPN") {
		// ... but "backing rebels, a charge that it denies" is no word for the rebels
		if m := sc.entityAt(w.Head); m != nil && m.codes != nil && m.kind != place {
			return ref{kind: r.kind, codes: m.codes, name: r.name}
		}
	}
	if d := sc.described(head, lemma, exclude, e); d.ok() {
		d.host = union(d.host, r.host)
		if d.kind == noKind {
			d.kind = r.kind
		}
		return d
	}
	return r
}

// isMovement says whether a noun stands for those who fight a State or set
// themselves against it, whatever their nation: "Ugandan rebel forces", "the
// guerrillas". They are of no State.
func (sc *scene) isMovement(head int) bool {
	s := &sc.s
	if w := &s.Words[head]; w.UPOS != "NOUN" && w.UPOS != "ADJ" || w.XPOS == "JJ" {
		return false
	}
	if sc.c.vocabulary.has(movements, s.Words[head].Lemma) {
		return !sc.isStance(sc.at, head)
	}
	if !sc.c.vocabulary.has(fighters, s.Words[head].Lemma) {
		return false
	}
	if e := sc.entityAt(head - 1); e != nil && e.kind == others && e.end == head {
		return true // "Lebanon's Hezbollah militias"
	}
	for k := s.Kid(head); k >= 0 && k < head; k = s.Next(k) {
		if r := s.Words[k].Rel; (r == "compound" || r == "amod") && sc.c.vocabulary.has(movements, s.Words[k].Lemma) {
			return true
		}
	}
	return false
}

// joinedMovement gives a State and a movement whose people a noun names together: "Moroccan
// and Polisario leaders", or nil.
func (sc *scene) joinedMovement(head int) []demarche.Code {
	own := sc.entityAt(head - 1)
	if own == nil || own.kind != others || own.end != head || own.first < 2 || sc.s.Words[own.first-1].UPOS != "CCONJ" || sc.s.Words[head].UPOS != "NOUN" {
		return nil
	}
	if e := sc.entityAt(own.first - 2); e != nil && e.adjective && e.end == own.first-1 {
		return union(e.codes, own.codes)
	}
	return nil
}

// hasBefore says whether a word of some dictionary form has one of some words before
// it that describes it.
func (sc *scene) hasBefore(head int, lemma string, words sort) bool {
	if sc.s.Words[head].Lemma != lemma {
		return false
	}
	for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
		if sc.c.vocabulary.has(words, strings.ToLower(sc.s.Words[k].Form)) {
			return true
		}
	}
	return false
}

// opposite finds whom a counterpart stands for: "his French counterpart", "his
// counterpart Lavrov", "his counterpart from Oman". The possessor is the other side.
func (sc *scene) opposite(head int, exclude []demarche.Code, left int) ref {
	s := &sc.s
	poss := proposition.None
	for k := s.Kid(head); k >= 0 && k < head; k = s.Next(k) {
		if s.Words[k].Rel == "nmod:poss" {
			poss = k
		}
	}
	// The name beside it, or that the tree hangs on the same verb.
	for k := head + 1; k < min(head+4, len(s.Words)); k++ {
		e := sc.entityAt(k)
		if e != nil && e.kind == person && len(e.codes) > 0 && !overlap(e.codes, exclude) {
			return ref{kind: person, codes: e.codes, host: e.host, name: sc.full(e)}
		}
		if e != nil && k == head+1 && e.kind == state && !e.adjective && e.class == 0 && !overlap(e.codes, exclude) {
			return ref{kind: state, codes: sc.alsoNamed(sc.at, e), name: sc.full(e)} // "its arch enemy Iran"
		}
		if s.Words[k].UPOS == "VERB" || s.Words[k].UPOS == "ADP" || s.Words[k].UPOS == "CCONJ" {
			break
		}
	}
	var codes []demarche.Code
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		e := sc.entityAt(k)
		switch {
		case k == poss:
		case k < head && (w.Rel == "amod" || w.Rel == "compound" || w.Rel == "nmod:desc" || w.Rel == "nmod"):
			if e != nil && e.kind != place && e.kind != person {
				codes = sc.joined(k, union(codes, e.codes))
			}
		case w.Rel == "nmod" && s.Case(k) == "in" && len(codes) > 0:
			// "met their Iranian counterpart in Brussels"
		case w.Rel == "nmod" && (s.Case(k) == "from" || s.Case(k) == "of" || s.Case(k) == "in"):
			if r := sc.resolveAll(k, exclude); r.ok() && !r.spoken {
				codes = union(codes, r.codes)
			} else if r.kind == place {
				continue
			}
		}
	}
	if len(codes) == 0 {
		first, _ := s.Phrase(head)
		if e := sc.before(max(first-3, 0), head); e != nil && e.first > poss {
			codes = e.codes
		}
	}
	if len(codes) == 0 && head+2 < len(s.Words) && s.Words[head+1].Lemma == "from" {
		// hung on the verb: "will meet her counterparts from Peru and Ecuador"
		if e := sc.entityAt(head + 2); e != nil && e.kind == state && !e.adjective && !overlap(e.codes, exclude) {
			codes = sc.alsoNamed(sc.at, e)
		}
	}
	if len(codes) > 0 {
		return ref{kind: person, codes: codes, name: sc.describe(head)}
	}
	if poss < 0 {
		return ref{}
	}
	own := sc.resolveAt(poss, nil, left-1).codes
	codes = without(sc.partners[lead(own)], own)
	if len(codes) == 0 && s.Words[head].XPOS == "NNS" && sc.isOverState(own) {
		return ref{kind: others, codes: []demarche.Code{demarche.Other}} // "spoke about Libya with his counterparts"
	}
	return ref{kind: person, codes: codes, spoken: true}
}

// isOverState says whether another State stands in the sentence as what is talked about.
func (sc *scene) isOverState(own []demarche.Code) bool {
	for _, e := range sc.in(sc.at) {
		w := &sc.s.Words[e.head]
		c := sc.s.Case(e.head)
		if e.kind == state && len(e.codes) > 0 && !overlap(e.codes, own) &&
			(c == "about" || c == "over" || c == "regarding" || w.Rel == "obj" && w.Head >= 0 && sc.c.vocabulary.has(discussing, sc.s.Words[w.Head].Lemma)) {
			return true
		}
	}
	return false
}

// lead gives the first of some codes, or none.
func lead(codes []demarche.Code) demarche.Code {
	if len(codes) == 0 {
		return ""
	}
	return codes[0]
}

// words gives the text of tokens, white space made single.
func (sc *scene) words(first, end int) string {
	words := sc.s.Words[first:end]
	t := demarche.Span{Start: words[0].Start, End: words[len(words)-1].End}.In(sc.report.Text)
	return strings.Join(strings.Fields(t), " ")
}

// member gives the person of the cast that a name means.
func (sc *scene) member(head int) (member, bool) {
	s := &sc.s
	if m, ok := sc.cast[s.Words[head].Form]; ok {
		return m, true
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if r := s.Words[k].Rel; strings.HasPrefix(r, "flat") || r == "compound" || r == "nmod:desc" || r == "appos" && s.Words[k].UPOS == "PROPN" {
			if m, ok := sc.cast[s.Words[k].Form]; ok && s.Words[k].UPOS == "PROPN" {
				return m, true
			}
		}
	}
	return member{}, false
}

// nameOf gives the full name of the person on a word, or "".
func (sc *scene) nameOf(head int) string {
	s := &sc.s
	if m, ok := sc.member(head); ok && s.Words[head].UPOS == "PROPN" {
		return m.full
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		switch s.Words[k].Rel {
		case "flat", "appos", "compound", "nmod:desc":
			if s.Words[k].UPOS == "PROPN" {
				if m, ok := sc.member(k); ok {
					return m.full
				}
			}
		}
	}
	return ""
}

// describe gives the words of a phrase without its article.
func (sc *scene) describe(head int) string {
	first, end := sc.s.Phrase(head)
	for first < head && sc.s.Words[first].UPOS == "DET" {
		first++
	}
	return sc.words(first, end)
}

// kindOf tells what a common noun is.
func (sc *scene) kindOf(head int) kind {
	c := sc.c.objects.of(&sc.s, head)
	if c == nil {
		return noKind
	}
	switch c[0] {
	case "diplomats", "staff", "ambassador", "attache", "families", "officials", "security", "people":
		return people
	case "embassy", "consulate", "mission", "property":
		return mission
	case "country", "group":
		return state
	}
	return noKind
}

// isSite says whether a capital stands right before a mission, so that it is where
// the mission is and not whose: "its Tripoli embassy".
func (sc *scene) isSite(e *entity, head int) bool {
	return e.capital && !e.adjective && e.end == head && sc.kindOf(head) == mission
}

// possessorOf gives the State named as the possessor of a name, or nil.
func (sc *scene) possessorOf(head int) *entity {
	for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "nmod:poss" {
			if e := sc.entityAt(k); e != nil && e.kind == state && len(e.codes) > 0 {
				return e
			}
		}
	}
	return nil
}

// isTwo says whether a noun stands with "both" or "the two".
func (sc *scene) isTwo(head int) bool {
	for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "both":
			return true
		case "two":
			return k > 0 && strings.EqualFold(sc.s.Words[k-1].Form, "the")
		}
	}
	return false
}

// metLast gives the two who meet or agree in what was told last, in the sentence under the
// eye or one of the two before: of a State and a movement the names alone do not tell it.
func (sc *scene) metLast() []demarche.Code {
	for k := len(sc.recent) - 1; k >= 0; k-- {
		f := &sc.recent[k]
		if f.Type.IsSymmetric() && sc.at-f.sentence <= 2 {
			if pair := union(f.Actor, f.Recipient); len(pair) == 2 {
				return pair
			}
		}
	}
	return nil
}

// pairOf gives the two sides that a noun in the plural takes up: those that the
// report names most, if both were named a short while ago, else those named last.
// An organisation is a side, but no country.
func (sc *scene) pairOf(head int, lemma string, exclude []demarche.Code) ref {
	if pair := sc.metLast(); slices.Contains(pair, demarche.Other) {
		return ref{kind: others, codes: without(pair, exclude), spoken: true, all: true}
	}
	if sc.isStrife(lemma) {
		return ref{kind: others, codes: without([]demarche.Code{sc.fought, demarche.Other}, exclude), spoken: true, all: true}
	}
	if pair := sc.fighting(head, exclude); (lemma == "side" || lemma == "party") && pair != nil {
		return ref{kind: others, codes: pair, spoken: true, all: true}
	}
	if pair := sc.brokered(head); sc.typed.IsSymmetric() && len(exclude) == 0 && pair != nil {
		return ref{kind: state, codes: pair, spoken: true, all: true}
	}
	if pair := sc.sideBySide(head, exclude); pair != nil {
		return ref{kind: state, codes: pair, spoken: true}
	}
	p, q := sc.leading()
	near := func(c demarche.Code) bool {
		for k := sc.from[max(0, sc.at-3)]; k < sc.from[sc.at+1]; k++ {
			if slices.Contains(sc.entities[k].codes, c) {
				return true
			}
		}
		return false
	}
	land := lemma == "country" || lemma == "nation" || lemma == "state" || lemma == "neighbour" || lemma == "neighbor" || lemma == "capital" || lemma == "government"
	if slices.Contains(exclude, p) || slices.Contains(exclude, q) {
		if r := sc.pair(exclude); sc.typed.IsSpeech() && len(r.codes) == 2 {
			return r // "Kenya urged the two countries to talk": it is none of them
		}
	}
	if pair := sc.twoHere(head); sc.typed.IsSpeech() && len(exclude) == 0 && pair != nil {
		return ref{kind: state, codes: pair, spoken: true, all: true}
	}
	if p != "" && q != "" && near(p) && near(q) && !(land && (isOrganisation(p) || isOrganisation(q))) {
		return ref{kind: state, codes: without([]demarche.Code{p, q}, exclude), spoken: true, all: true}
	}
	if land && (isOrganisation(p) || isOrganisation(q)) {
		exclude = union(exclude, organisations) // "the two governments" are of States
	}
	return sc.pair(exclude)
}
