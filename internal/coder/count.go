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
		if e := sc.entityAt(k); e != nil && e.kind == place {
			continue // a city of a list, read as joined to the posts
		}
		if sc.isFigureOf(k) {
			continue // "Germany expelled 40, France 35": another's
		}
		if sc.inTime(k) {
			continue // "gave him and his deputy 48 hours"
		}
		if !sc.c.objects.has(s, k, class) && len(sc.c.book.Find(s, k, nil)) > 0 {
			continue // "the expulsion of 60 diplomats and the closure of a consulate"
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
	if up := w.Head; up >= 0 && up < head && s.Words[up].UPOS == "NUM" && s.Case(head) == "of" && w.Rel == "nmod" && !sc.hasClause(head) {
		if q := s.Quantity(up); !q.IsZero() {
			return q // "four of Russia's five consulates"
		}
	}
	q := s.Quantity(head)
	if w.UPOS == "PRON" && (strings.EqualFold(w.Form, "them") || strings.EqualFold(w.Form, "they")) {
		for t := head - 1; t >= 0; t-- {
			if s.IsNoun(t) && sc.c.objects.has(s, t, class) {
				return s.Quantity(t) // "handed four diplomats notes telling them to leave"
			}
		}
		return q
	}
	if q.IsZero() && w.Lemma == "number" && head+1 < len(s.Words) && strings.EqualFold(s.Words[head+1].Form, "two") {
		return demarche.Quantity{N: 1, Cmp: "="} // the second in rank
	}
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
	if (w.XPOS == "NNS" || w.XPOS == "NNPS") && !sc.isTailOfOne(head) {
		return sc.countPosts(head, class)
	}
	if !slices.Contains(singular, class) {
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
		if s.Words[k].Rel == "nummod" || s.Words[k].Rel == "det" && (strings.EqualFold(s.Words[k].Form, "every") || strings.EqualFold(s.Words[k].Form, "each") || strings.EqualFold(s.Words[k].Form, "any") || strings.EqualFold(s.Words[k].Form, "no")) {
			return demarche.Quantity{}
		}
	}
	return demarche.Quantity{N: 1, Cmp: "="}
}

// isTailOfOne says whether a noun that looks plural ends the name of one, which has its number on
// the word before: "the charge d'affaires", but not "the charges d'affaires".
func (sc *scene) isTailOfOne(noun int) bool {
	return noun > 0 && strings.HasPrefix(strings.ToLower(sc.s.Words[noun].Form), "d'") && !strings.HasSuffix(sc.s.Words[noun-1].Form, "s")
}

// countPosts counts heads of mission and missions by the States or the cities that
// they are told of, since each has but one: "the consulates in Canton, Kunming and
// Nanning", "the ambassadors of ten States".
func (sc *scene) countPosts(head int, class string) demarche.Quantity {
	switch class {
	case "ambassador", "embassy", "consulate":
	default:
		return demarche.Quantity{}
	}
	s := &sc.s
	if head+2 < len(s.Words) && (s.Words[head+1].Form == "in" || s.Words[head+1].Form == "at") {
		var cities []string
		if e := sc.entityAt(head + 2); e != nil && e.first == head+2 {
			if sc.addPlace(e.head, &cities); len(cities) > 1 {
				return demarche.Quantity{N: len(cities), Cmp: "="}
			}
		}
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if k < head || s.Words[k].Rel != "nmod" {
			continue
		}
		switch s.Case(k) {
		case "of":
			switch s.Words[k].Lemma {
			case "state", "country", "nation", "member":
				if q := s.Quantity(k); !q.IsZero() && class != "consulate" {
					return q
				}
			}
			if e := sc.entityAt(k); e != nil && e.kind == state && e.class == 0 && class == "ambassador" {
				if n := len(sc.joined(k, e.codes)); n > 1 {
					return demarche.Quantity{N: n, Cmp: "="}
				}
			}
		}
	}
	return demarche.Quantity{}
}

// hasClause says whether a relative clause hangs on a noun, so that it is of all of them.
func (sc *scene) hasClause(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "acl:relcl" {
			return true
		}
	}
	return false
}

// sameNumber gives the figure that "the same number of" takes up: that of the act told
// last before it.
func (sc *scene) sameNumber(f *candidate, before []candidate) demarche.Quantity {
	s := &sc.s
	if f.object == proposition.None || f.object >= len(s.Words) || f.sentence != sc.at || !f.Count.IsZero() {
		return demarche.Quantity{}
	}
	n := f.object
	if s.Words[n].Lemma != "number" {
		if n = s.Words[n].Head; n < 0 || s.Words[n].Lemma != "number" {
			return demarche.Quantity{}
		}
	}
	if !s.IsDescribed(n, "same", "equal", "similar", "identical") {
		return demarche.Quantity{}
	}
	for _, list := range [][]candidate{before, sc.recent} {
		for i := len(list) - 1; i >= 0; i-- {
			if g := &list[i]; g.Count.N > 1 && g.Type == f.Type {
				return g.Count
			}
		}
	}
	return demarche.Quantity{}
}

// cap reads the figure of a limit: "by 755" is a cut of the staff, "to 455" a cap on
// its number.
func (sc *scene) cap(e *demarche.Event, p *proposition.Proposition) {
	read := func(q *proposition.Proposition) bool {
		for _, a := range q.Preps {
			n := sc.s.Quantity(a.Head)
			if n.IsZero() && (sc.s.Words[a.Head].Lemma == "figure" || sc.s.Words[a.Head].Lemma == "level" || sc.s.Words[a.Head].Lemma == "number") {
				for k := sc.s.Kid(a.Head); k >= 0; k = sc.s.Next(k) {
					if sc.s.Case(k) == "of" {
						n = sc.s.Quantity(k) // "to the figure of 350"
					}
				}
			}
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
