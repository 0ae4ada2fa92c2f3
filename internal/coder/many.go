package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// manySided says whether a meeting is one of many States, by what describes it or by who is
// there, and gives the listed organisations of which it is.
func (sc *scene) manySided(p *proposition.Proposition) (of []demarche.Code, many bool) {
	s := &sc.s
	if p.Noun {
		first, _ := s.Subtree(p.Head)
		if e := sc.entityAt(max(0, p.Head-1)); e != nil {
			first = min(first, e.first) // "the Group of Eight summit"
		}
		for t := first; t < sc.nameEnd(p.Head+1); t++ {
			if sc.isInHouse(t) {
				return nil, false
			}
			of = union(of, sc.organisationAt(t))
			many = many || len(of) > 0 || sc.isOfStates(t) || sc.isManifold(t)
		}
		many = many || sc.isNextOfMany(p) || sc.isCounted(p.Head) || sc.isHosting(p) || sc.isAttended(p.Head)
	}
	if len(of) > 0 && sc.isOrganOf(p.Head) {
		return nil, false
	}
	if a := p.Agent.Head; a != proposition.None && strings.EqualFold(s.Words[a].Form, "they") {
		for t := range a {
			many = many || sc.isOfStates(t) // "African nations mulled steps as they began a meeting"
		}
	}
	for _, n := range sc.present(p) {
		first, end := s.Phrase(n)
		for t := first; t < end; t++ {
			if sc.isInHouse(t) {
				return nil, false
			}
			body := sc.organisationAt(t)
			if sc.isOfBodyAtHome(body) || !p.Noun && slices.Contains(body, "UNO") {
				return nil, false
			}
			many = many || len(body) > 0 || sc.isOfStates(t)
		}
	}
	return of, many
}

// present gives the words for those who are told to be at a meeting: who meets, or holds
// it, or says or does something there.
func (sc *scene) present(p *proposition.Proposition) (heads []int) {
	rel := sc.s.Words[p.Head].Rel
	var list []int
	if p.Noun {
		list = append(list, p.With("of"), p.With("by"))
	}
	if !p.Noun || rel == "obj" || strings.HasPrefix(rel, "nsubj") {
		list = append(list, p.Agent.Head)
	} else if c := sc.s.Case(p.Head); c == "at" || c == "for" || c == "during" {
		list = append(list, sc.goer(p.Head))
	}
	for _, n := range list {
		if n != proposition.None && n != p.Head && sc.s.IsNoun(n) {
			heads = append(heads, n)
		}
	}
	return heads
}

// isAttended says whether a sentence tells behind a meeting that it is States that attend it
// or that it brings together: "attended by leaders of 17 countries".
func (sc *scene) isAttended(noun int) bool {
	s := &sc.s
	for t := noun + 1; t < len(s.Words); t++ {
		switch s.Words[t].Lemma {
		case "attend", "bring", "gather", "unite":
		default:
			continue
		}
		for n := t + 1; n < len(s.Words) && s.Words[n].UPOS != "PUNCT"; n++ {
			if e := sc.entityAt(n); sc.c.vocabulary.has(private, s.Words[n].Lemma) || e != nil && e.kind == state && !e.adjective {
				return false // "brings together ASEAN and China"
			}
			if sc.isOfStates(n) {
				return true
			}
		}
	}
	return false
}

// organisationAt gives the listed organisation that is named from a word on.
func (sc *scene) organisationAt(t int) []demarche.Code {
	if e := sc.entityAt(t); e != nil && e.first == t && e.kind != person && len(e.codes) == 1 && isOrganisation(e.codes[0]) {
		return e.codes
	}
	return nil
}

// isOfStates says whether a word stands for States that are not told one by one: a body in
// which they are united, a part of the world, "a dozen countries".
func (sc *scene) isOfStates(t int) bool {
	w := &sc.s.Words[t]
	if e := sc.entityAt(t); e != nil && e.first == t && e.kind == others && sc.c.vocabulary.has(bodies, sc.words(e.first, e.end)) {
		return true
	} else if e != nil && e.kind == state && !e.region && e.class == 0 && len(e.codes) == 1 && !isOrganisation(e.codes[0]) && e.codes[0] != demarche.Other {
		return false // the United States are one
	}
	if t > 0 && (sc.s.Words[t-1].Lemma == "two" || sc.s.Words[t-1].Lemma == "both") {
		return false
	}
	if sc.c.vocabulary.has(countries, w.Lemma) && (w.XPOS == "NNS" || t > 0 && sc.s.Words[t-1].Form == "-") {
		return true
	}
	if t > 0 && sc.c.vocabulary.has(regions, sc.s.Words[t-1].Form+" "+w.Form) {
		return true // "South American"
	}
	return sc.c.vocabulary.has(regions, w.Form) && w.Form != "European" || w.Lemma == "donor"
}

// isManifold says whether a word before the noun of a meeting says that many States meet:
// "a ministerial meeting", "the Asia-Pacific forum".
func (sc *scene) isManifold(t int) bool {
	words := sc.s.Words
	low := strings.ToLower(words[t].Form)
	if t > 1 && words[t-1].Form == "-" {
		low = strings.ToLower(words[t-2].Form) + "-" + low
	}
	return sc.c.vocabulary.has(manifold, low) || sc.c.vocabulary.has(worldwide, strings.ToLower(words[t].Form))
}

// isInHouse says whether a word says that those who meet are no States: "the party
// conference". States are parties too, and the African Union is one of States.
func (sc *scene) isInHouse(t int) bool {
	w := &sc.s.Words[t]
	if e := sc.entityAt(t); e != nil && len(e.codes) == 1 && isOrganisation(e.codes[0]) {
		return false
	}
	return sc.c.vocabulary.has(inHouse, strings.ToLower(w.Lemma)) && !(w.Lemma == "party" && w.XPOS == "NNS")
}

// isCounted says whether a meeting that goes by a name is told to be one of a row: "the 22nd
// meeting of the Standing Committee", "the 6th High Level Group Meeting".
func (sc *scene) isCounted(noun int) bool {
	s := &sc.s
	ordinal, named := false, s.Words[noun].UPOS == "PROPN" || s.Words[noun].Form != strings.ToLower(s.Words[noun].Form)
	first, _ := s.Subtree(noun)
	for t := first; t < noun; t++ {
		f := s.Words[t].Form
		ordinal = ordinal || len(f) > 2 && f[0] >= '0' && f[0] <= '9' && slices.Contains([]string{"st", "nd", "rd", "th"}, f[len(f)-2:])
	}
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		named = named || k > noun && s.Words[k].UPOS == "PROPN" && s.Case(k) == "of" && sc.entityAt(k) == nil
	}
	return ordinal && named
}

// isNextOfMany says whether a meeting that is told to be held somewhere is one more of a row
// of meetings of many that was told before: "the third summit was held in Quebec".
func (sc *scene) isNextOfMany(p *proposition.Proposition) bool {
	return sc.rowOfMany && sc.c.vocabulary.has(assemblies, strings.ToLower(sc.s.Words[p.Head].Lemma)) && sc.isOneMore(p.Head) && len(sc.seatOf(p)) == 1
}

// isHosting says whether a State itself is told to be the host of a meeting: "Germany will
// host a workshop".
func (sc *scene) isHosting(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if p.Carrier == proposition.None || sc.s.Words[p.Carrier].Lemma != "host" || p.Agent.Head == proposition.None || !sc.c.vocabulary.has(assemblies, strings.ToLower(w.Lemma)) {
		return false
	}
	if w.Form == "meeting" || w.Form == "meetings" {
		return false // but "will host the next Asian Energy Meeting"
	}
	e := sc.entityAt(p.Agent.Head)
	return e != nil && e.kind == state && e.class == 0 && !e.adjective
}

// nameEnd gives the end of what belongs to the name of a meeting behind its noun: "of the
// Forum on China-Africa Cooperation", "on migration".
func (sc *scene) nameEnd(from int) int {
	const reach = 12
	t := from
	for ; t < min(from+reach, len(sc.s.Words)); t++ {
		w := &sc.s.Words[t]
		if w.UPOS == "VERB" || w.UPOS == "AUX" || w.UPOS == "SCONJ" || w.Form == "," || w.Form == ";" {
			break
		}
		if w.UPOS == "ADP" && w.Form != "of" && w.Form != "for" && w.Form != "between" {
			break
		}
	}
	return t
}

// dyadIn gives the States that the name of a meeting joins with a part of the world, and
// which therefore sit there: "the Forum on China-Africa Cooperation", "the Sino-Arab forum";
// or the two that it joins.
func (sc *scene) dyadIn(p *proposition.Proposition) []demarche.Code {
	if !p.Noun {
		return nil
	}
	s := &sc.s
	const reach = 8 // behind the noun
	first, _ := s.Subtree(p.Head)
	for t := min(first, p.Head) + 1; t+1 < min(p.Head+reach, len(s.Words)); t++ {
		if f := s.Words[t].Form; f != "-" && f != "–" {
			continue
		}
		a, b := sc.halfAt(t-1), sc.halfAt(t+1)
		if len(a) > 0 && len(b) > 0 {
			return union(a, b) // "the Sino-Russian prime ministers' meeting"
		}
		if len(a) == 0 && sc.isContinent(t-1) {
			return b
		}
		if len(b) == 0 && sc.isContinent(t+1) {
			return a
		}
	}
	return nil
}

// halfAt gives the State that a word before or after a hyphen stands for.
func (sc *scene) halfAt(t int) []demarche.Code {
	if e := sc.entityAt(t); e != nil && e.kind == state && e.class == 0 {
		return without(e.codes, []demarche.Code{demarche.Other})
	}
	if c, ok := sc.c.descriptions.halves[strings.ToLower(sc.s.Words[t].Form)]; ok {
		return []demarche.Code{c}
	}
	return nil
}

// isContinent says whether a word names a part of the world with many States.
func (sc *scene) isContinent(t int) bool {
	f := sc.s.Words[t].Form
	return sc.c.vocabulary.has(regions, f) || sc.c.vocabulary.has(manifold, strings.ToLower(f))
}
