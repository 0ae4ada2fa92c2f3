package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// hasOwner says whether a noun has a State of its own before or after it.
func (sc *scene) hasOwner(head int) bool { return len(sc.ownerOf(head, nil, 2)) > 0 }

// hostOf gives the States where a post or its people stand: "ambassador to
// France", "embassy in Moscow".
func (sc *scene) hostOf(head int) []demarche.Code {
	s := &sc.s
	var out []demarche.Code
	if head+1 < len(s.Words) && strings.EqualFold(s.Words[head+1].Form, "here") {
		out = union(out, sc.home) // "its embassy here"
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		rel, _, _ := strings.Cut(w.Rel, ":")
		switch rel {
		case "nmod", "obl":
			c := s.Case(k)
			if c == "in" || c == "to" || c == "at" {
				if e := sc.entityAt(k); e != nil && (e.kind == place || e.kind == state) && e.class == 0 {
					out = union(out, sc.joinedPlaces(k, e.codes))
				} else if c == "at" || c == "in" {
					out = union(out, sc.hostOf(k))
				}
			} else if c == "of" {
				out = union(out, sc.hostOf(k))
			}
		case "compound", "amod":
			if e := sc.entityAt(k); e != nil && (e.kind == place || sc.isSite(e, head)) {
				out = union(out, e.codes)
			}
		}
	}
	return out
}

// ownerOf gives the States that a thing or a person belongs to.
func (sc *scene) ownerOf(head int, exclude []demarche.Code, left int) []demarche.Code {
	if left <= 0 {
		return nil
	}
	s := &sc.s
	var out []demarche.Code
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if w.Rel != "nmod:poss" || sc.c.vocabulary.has(standIns, s.Words[head].Lemma) && sc.before(max(0, head-3), head) != nil {
			continue // "his Cambodian counterpart" is not his own
		}
		if w.UPOS == "PRON" {
			if e := sc.adjectiveOn(head); e != nil {
				return sc.joined(e.head, e.codes)
			}
		}
		if sc.c.vocabulary.has(opposites, strings.ToLower(s.Words[head].Lemma)) {
			if e := sc.adjectiveOn(head); e != nil {
				return e.codes
			}
			if r := sc.resolveAt(k, nil, left); r.ok() {
				return sc.other(r.codes, head)
			}
		}
		if r := sc.resolveAt(k, exclude, left); r.ok() && r.kind != place {
			return sc.joined(k, r.codes)
		}
	}
	for k := s.Kid(head); k >= 0 && k < head; k = s.Next(k) {
		w := &s.Words[k]
		switch w.Rel {
		case "amod", "compound", "nmod:desc", "nmod:unmarked", "nmod", "det", "flat", "nummod":
		default:
			continue
		}
		e := sc.entityAt(k)
		switch {
		case e != nil && sc.isSite(e, head):
		case e != nil && e.codes != nil && e.kind != place && e.kind != person && (e.class == 0 || e.class == who.Body || e.class == who.Mission):
			out = union(out, e.codes)
			out = sc.joined(k, out)
		case sc.s.IsNoun(k) && (w.Rel == "compound" || w.Rel == "nmod:desc"):
			// "Czech embassy staff", where Czech hangs on embassy.
			out = union(out, sc.ownerOf(k, exclude, left-1))
			if len(out) == 0 && e != nil && (e.class == who.Body || e.class == who.Mission) {
				out = sc.resolveAt(k, exclude, left-1).codes
			}
		}
	}
	if len(out) == 0 {
		out = sc.ofMany(head)
	}
	if len(out) > 0 {
		return out
	}
	// What the tree hangs elsewhere still stands right before the noun.
	if e := sc.entityAt(head); e != nil && e.class != 0 && e.codes != nil {
		return e.codes
	}
	first, _ := s.Phrase(head)
	if e := sc.before(max(first-3, 0), head); e != nil && !sc.isSite(e, head) {
		return e.codes
	}
	if sc.c.vocabulary.has(locals, s.Words[head].Lemma) && s.Words[head].XPOS == "NNS" && head+2 < len(s.Words) && s.Words[head+1].Form == "in" {
		if e := sc.entityAt(head + 2); e != nil && (e.capital || e.kind == state && e.class == 0 && !e.adjective) {
			return e.codes // "talks with officials in Ashgabat", "leaders in Japan", wherever the tree hangs it
		}
	}
	if head+1 < len(s.Words) && strings.EqualFold(s.Words[head+1].Form, "here") && sc.rules(head) && !overlap(sc.home, exclude) {
		return sc.home // "the authorities here", where the report is written
	}
	if by := s.DoneBy(head); by != proposition.None {
		if r := sc.resolveAt(by, exclude, left-1); r.ok() && r.kind != place {
			return sc.joined(by, r.codes)
		}
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if w.Rel != "nmod" && w.Rel != "obl" {
			continue
		}
		switch c := s.Case(k); c {
		case "in":
			// "the foreign ministry in Tehran", "the administration in Washington"
			if own, e := sc.entityAt(head), sc.entityAt(k); own != nil && own.class == who.Body && e != nil && e.capital {
				return e.codes
			}
			// "a source in the Russian Foreign Ministry"
			if e := sc.entityAt(k); e != nil && (e.class == who.Body || e.class == who.Mission) {
				if r := sc.resolveAt(k, exclude, left-1); r.ok() && !r.spoken && r.kind != place {
					return r.codes
				}
			}
		case "on":
			if s.Words[k].Lemma == "side" {
				if r := sc.resolveAt(k, exclude, left-1); r.all {
					return r.codes
				}
			}
		case "of", "from", "for", "at", "with", "by", "among", "between", "to":
			e := sc.entityAt(k)
			if own := sc.entityAt(head); c == "for" && own != nil && own.class == who.Speaker && e != nil && (e.class == who.Body || e.class == who.Mission || e.kind == state) {
				if r := sc.resolveAt(k, exclude, left-1); r.ok() && r.kind != place {
					return r.codes
				}
			}
			if (c == "to" || c == "for" || c == "with" || c == "at" || c == "in") && ((e == nil || e.class != who.Mission) && sc.kindOf(k) != mission || sc.kindOf(head) != people) {
				continue
			}
			if e != nil && e.kind == place {
				continue
			}
			if c == "from" && e != nil && e.capital && sc.kindOf(head) == people {
				continue // "expelled two diplomats from Moscow" is where they were
			}
			if r := sc.resolveAt(k, exclude, left-1); r.ok() && (!r.spoken || r.all || c == "of" || c == "from") {
				if e != nil && e.kind == state && e.class == 0 {
					r.codes = union(r.codes, sc.listFrom(e))
				}
				if c == "from" && sc.typed == "sanction" {
					sc.addJoined(&r, k, exclude, 2) // "poultry from Kenya and parts of Uganda"
					return r.codes
				}
				return sc.joined(k, r.codes)
			}
		}
	}
	if codes := sc.ruledBehind(head, exclude, left-1); codes != nil {
		return codes
	}
	if m := sc.missionBehind(head); m != proposition.None {
		if r := sc.resolveAt(m, exclude, left-1); r.ok() && !r.spoken && r.kind != place {
			return r.codes
		}
	}
	return sc.heldBy(head, exclude, left)
}

// ruledBehind gives the State in which something is blamed that only its rulers do there:
// "criticised a law in Hungary", "the jailing of a poet in Chad", "death sentences in the country".
func (sc *scene) ruledBehind(head int, exclude []demarche.Code, left int) []demarche.Code {
	s := &sc.s
	if sc.typed != "accuse" || !sc.c.vocabulary.has(ruling, s.Words[head].Lemma) {
		return nil
	}
	_, end := s.Subtree(head)
	for t := head + 1; t < len(s.Words) && t <= end+1; t++ {
		k := s.Words[t].Head
		if s.Words[t].Rel != "case" || !strings.EqualFold(s.Words[t].Form, "in") || k < t {
			continue
		}
		inside := s.Within(k, head)
		if !inside && (t != end || s.Words[k].Head != s.Words[head].Head) {
			continue
		}
		if e := sc.entityAt(k); e != nil {
			if inside && e.capital || e.kind == state && e.class == 0 && !e.adjective {
				return without(e.codes, exclude)
			}
			return nil
		}
		if !sc.c.objects.has(s, k, "country") || s.Words[k].XPOS == "NNS" {
			return nil
		}
		if r := sc.resolveAt(k, exclude, left); len(r.codes) == 1 {
			return r.codes
		}
		return nil
	}
	return nil
}

// heldBy gives the States of those by whom a thing is held or made, or at whose mission people
// serve, as a participle behind the noun tells it: "staff working at the Russian embassy", "a
// statement issued by the European Union", "a plan for the bloc drawn up by Kenya".
func (sc *scene) heldBy(head int, exclude []demarche.Code, left int) []demarche.Code {
	s := &sc.s
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if w.Rel == "nmod" && left > 1 && s.Case(k) == "for" && sc.kindOf(head) == noKind {
			if codes := sc.heldBy(k, exclude, left-1); codes != nil {
				return codes // hung on what it is for
			}
		}
		if w.Rel != "acl" && w.Rel != "acl:relcl" {
			continue
		}
		for j := s.Kid(k); j >= 0; j = s.Next(j) {
			held := slices.Contains([]string{"own", "use", "occupy", "run", "lease", "rent", "hold", "operate"}, w.Lemma) && s.Case(j) == "by" || sc.c.vocabulary.has(authoring, w.Lemma) && s.Case(j) == "by" || w.Lemma == "belong" && s.Case(j) == "to"
			if strings.HasPrefix(s.Words[j].Rel, "obl") && (sc.kindOf(j) == mission || s.Case(j) == "from" || held) {
				if r := sc.resolveAt(j, exclude, left-1); r.ok() && !r.spoken && r.kind != place {
					return sc.joined(j, r.codes)
				}
			}
		}
	}
	return nil
}

// missionBehind gives the mission of the phrase right behind people, where the tree hangs
// it on the verb: "expelled 27 people from the Spanish embassy".
func (sc *scene) missionBehind(head int) int {
	s := &sc.s
	if head+1 >= len(s.Words) || s.Words[head+1].Rel != "case" || sc.kindOf(head) != people {
		return proposition.None
	}
	switch strings.ToLower(s.Words[head+1].Form) {
	case "from", "at", "of", "in":
		if m := s.Words[head+1].Head; m > head && strings.HasPrefix(s.Words[m].Rel, "obl") && sc.kindOf(m) == mission {
			return m
		}
	}
	return proposition.None
}

// adjectiveOn gives the State whose adjective stands before a noun.
func (sc *scene) adjectiveOn(head int) *entity {
	for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
		if e := sc.entityAt(k); e != nil && e.kind != place && e.kind != person && len(e.codes) > 0 && (sc.s.Words[k].Rel == "amod" || sc.s.Words[k].Rel == "compound") && !sc.isSite(e, head) {
			return e
		}
	}
	return nil
}

// rules says whether a noun stands for those who rule a State.
func (sc *scene) rules(head int) bool {
	w := &sc.s.Words[head]
	e := sc.entityAt(head)
	return e != nil && e.class == who.Body || w.XPOS == "NNS" && sc.c.vocabulary.has(locals, w.Lemma) || sc.c.objects.has(&sc.s, head, "country")
}

// joined adds the States joined by "and" to one before a noun: "Russian and
// American diplomats".
func (sc *scene) joined(k int, codes []demarche.Code) []demarche.Code {
	first, end := k, k+1
	if e := sc.entityAt(k); e != nil {
		first, end = e.first, e.end // a list may hang on any word of a name
	}
	for n := first; n < end; n++ {
		for j := sc.s.Kid(n); j >= 0; j = sc.s.Next(j) {
			if sc.s.Words[j].Rel == "conj" {
				if e := sc.entityAt(j); e != nil && e.kind != place {
					codes = union(codes, e.codes)
				}
			}
		}
	}
	return codes
}

// before gives the name of a State that stands right before a noun, with nothing
// but adjectives, numbers and the possessive between.
func (sc *scene) before(from, head int) *entity {
	s := &sc.s
	for t := head - 1; t >= from; t-- {
		if e := sc.entityAt(t); e != nil {
			if e.codes != nil && e.kind != place && e.kind != person {
				if e.adjective || t == e.end-1 && s.Words[t+1].XPOS == "POS" || e.kind == state && t+1 == head && s.Words[t].Rel == "compound" {
					return e
				}
			}
			return nil
		}
		switch w := &s.Words[t]; w.UPOS {
		case "ADJ", "NUM", "PART", "ADV":
		case "NOUN":
			if w.Head != head {
				return nil
			}
		case "PUNCT":
			if w.Form != "-" {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}
