package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// count gives how many of the object a text tells, summed over those joined by
// "and". A single one is one.
func (sc *scene) count(head int, class string) demarche.Quantity {
	s := &sc.s
	q := sc.countOne(head, class)
	if up := s.Words[head].Head; up >= 0 && s.Words[head].Rel == "nsubj:pass" && !q.IsZero() {
		// "58 of the embassy and two of the consulate", read as two subjects.
		for k := s.Next(head); k >= 0 && k < up; k = s.Next(k) {
			if s.Words[k].Rel == "nsubj:pass" && s.Words[k].UPOS == "NUM" {
				q.N += s.Quantity(k).N
			}
		}
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "conj" || !s.IsNoun(k) && s.Words[k].UPOS != "NUM" {
			continue
		}
		more := sc.countOne(k, class)
		if more.IsZero() || q.IsZero() {
			continue
		}
		q.N += more.N
		if q.Cmp == "=" {
			q.Cmp = more.Cmp
		}
	}
	return q
}

// singular are the classes of which one is counted where the noun is singular.
var singular = []string{"", "diplomats", "ambassador", "attache", "officials", "embassy", "consulate", "mission", "property", "security", "staff", "families"}

func (sc *scene) countOne(head int, class string) demarche.Quantity {
	s := &sc.s
	w := &s.Words[head]
	q := s.Quantity(head)
	if q.IsZero() && w.Head >= 0 && s.Case(head) == "of" {
		// "dozens of diplomats" counts none; "two of its diplomats" two.
		if s.Words[w.Head].UPOS == "NUM" || s.Words[w.Head].Lemma == "dozen" || s.Words[w.Head].Lemma == "total" || s.Words[w.Head].Lemma == "group" {
			if q = s.Quantity(w.Head); !q.IsZero() {
				return q
			}
			return demarche.Quantity{}
		}
		switch s.Words[w.Head].Lemma {
		case "quarter", "third", "fifth", "half", "percent":
			return demarche.Quantity{} // "three quarters of its staff" are not three
		}
		if sc.c.vocabulary.has(counters, s.Words[w.Head].Lemma) && s.Words[w.Head].Lemma != "work" && s.Words[w.Head].Lemma != "operation" {
			return s.Quantity(w.Head)
		}
	}
	if !q.IsZero() {
		return q
	}
	if w.XPOS == "NNS" || w.XPOS == "NNPS" || !slices.Contains(singular, class) {
		return demarche.Quantity{}
	}
	if h := w.Head; w.Rel == "compound" && len(sc.c.book.Find(s, h, nil)) > 0 {
		return demarche.Quantity{} // "diplomat expulsions"
	}
	lemma := strings.ToLower(w.Lemma)
	if sc.c.vocabulary.has(mass, lemma) || w.UPOS == "PRON" && lemma != "he" && lemma != "she" || w.UPOS == "NUM" {
		return demarche.Quantity{}
	}
	if class == "staff" && w.UPOS == "NOUN" && slices.Contains([]string{"staff", "personnel", "workforce"}, lemma) {
		return demarche.Quantity{}
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "nummod" || s.Words[k].Rel == "det" && (strings.EqualFold(s.Words[k].Form, "every") || strings.EqualFold(s.Words[k].Form, "any") || strings.EqualFold(s.Words[k].Form, "no")) {
			return demarche.Quantity{}
		}
	}
	return demarche.Quantity{N: 1, Cmp: "="}
}

// cap reads the figure of a limit: "by 755" is a cut of the staff, "to 455" a cap on
// its number.
func (sc *scene) cap(e *demarche.Event, p *proposition.Proposition) {
	read := func(q *proposition.Proposition) bool {
		for _, a := range q.Preps {
			n := sc.s.Quantity(a.Head)
			if n.IsZero() || sc.inTime(a.Head) {
				continue
			}
			switch a.Word {
			case "to", "at", "of":
				if l := sc.s.Words[q.Head].Lemma; a.Word == "of" && l != "ceiling" && l != "cap" && l != "limit" {
					continue
				}
				e.Object, e.Count = "headcount", n
				return true
			case "by":
				e.Object, e.Count = "staff", n
				return true
			}
		}
		return false
	}
	if e.Count.N == 1 {
		e.Count = demarche.Quantity{} // one embassy that shrinks is no figure
	}
	if read(p) || p.Content == proposition.None {
		return
	}
	var q proposition.Proposition
	sc.s.Read(p.Content, sc.c.lexicon, &q)
	read(&q)
}
