package coder

import (
	"slices"

	"demarche/internal/proposition"
)

// under adds what hangs on a noun with a preposition, down to a depth.
func (sc *scene) under(noun int, word string, depth int, dst []int) []int {
	if noun == proposition.None || depth == 0 {
		return dst
	}
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		switch c := sc.s.Case(k); {
		case c == word:
			dst = append(dst, k)
		case c != "":
			dst = sc.under(k, word, depth-1, dst)
		}
	}
	return dst
}

// isParting says whether what is asked for has "from" behind it for where one leaves.
func (sc *scene) isParting(p *proposition.Proposition) bool {
	for _, n := range [...]int{p.Patient.Head, p.With("for")} {
		if n != proposition.None && sc.c.vocabulary.has(parting, sc.s.Words[n].Lemma) {
			return true
		}
	}
	return false
}

// askedIn gives the clause that tells what is asked for in a noun: "seeks guarantees that
// Tehran will not attack", or None.
func (sc *scene) askedIn(p *proposition.Proposition) int {
	for k := sc.s.Kid(max(p.Patient.Head, 0)); p.Patient.Head != proposition.None && k >= 0; k = sc.s.Next(k) {
		switch w := &sc.s.Words[k]; w.Rel {
		case "acl", "acl:relcl", "ccomp":
			if k > p.Patient.Head && sc.s.IsVerb(k) && sc.s.HasSubject(k) && sc.s.Words[p.Patient.Head].UPOS == "NOUN" {
				return k
			}
		}
	}
	return proposition.None
}

// answererOf gives who does something on what a noun asks for, or does as he likes about it, and
// so was asked: "sent two ships following a request from Chad", "in response to an appeal by
// Chad", "came under French pressure", "ignored an American ultimatum to"; or None.
func (sc *scene) answererOf(p *proposition.Proposition) int {
	s := &sc.s
	n := p.Head
	if !p.Noun || !sc.isGround(p) {
		return proposition.None
	}
	v := sc.verbOver(n)
	if s.HasCopula(n) {
		if k := sc.subjectOf(n); k != proposition.None {
			return k // "is under pressure"
		}
	}
	if v != proposition.None && (s.Words[v].Lemma == "follow" || s.Words[v].Lemma == "respond" && s.Words[v].XPOS == "VBG") {
		v = sc.verbOver(v)
	}
	if v == proposition.None {
		return proposition.None
	}
	var q proposition.Proposition
	s.Read(v, sc.c.lexicon, &q)
	if q.Passive || q.Agent.Head == proposition.None || s.Within(n, q.Agent.Head) {
		return proposition.None
	}
	return q.Agent.Head
}

// isGround says whether a noun is what a verb of answering is done about, or stands behind a
// word that makes it the ground of what is done, whatever the tree makes of either.
func (sc *scene) isGround(p *proposition.Proposition) bool {
	s, noun := &sc.s, p.Head
	if w := &s.Words[noun]; w.Rel == "obj" && sc.c.vocabulary.has(answering, s.Words[w.Head].Lemma) {
		return p.Content != proposition.None || p.With("from") != proposition.None // but not "accepted its demands"
	}
	t := noun - 1
	for t >= 0 && (s.Words[t].UPOS == "DET" || s.Words[t].UPOS == "ADJ" || s.Words[t].UPOS == "PART" || s.Words[t].XPOS == "VBN" || s.Words[t].XPOS == "VBD" || s.IsNoun(t) || s.Words[t].XPOS == "PRP$" || sc.entityAt(t) != nil) {
		t--
	}
	return slices.ContainsFunc(sc.c.vocabulary.forms[grounds], func(words []string) bool {
		first := t + 1 - len(words)
		return first >= 0 && wordsAt(s, first, words)
	})
}

// isOfText says whether a participle tells what a text demands, which stands whatever is done
// about it: "refused to comply with a resolution requiring it to".
func (sc *scene) isOfText(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if p.Noun || w.Rel != "acl" && w.Rel != "acl:relcl" || w.Head < 0 {
		return false
	}
	l := sc.s.Words[w.Head].Lemma
	return sc.c.vocabulary.has(voted, l) || sc.c.vocabulary.has(papers, l)
}
