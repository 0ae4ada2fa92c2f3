package coder

import (
	"slices"
	"strings"
	"unicode/utf8"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/syntax"
)

// hostHere gives who receives a visitor whom a participle before him tells to be one: whose
// counterpart he is, with whom he is joined, who does something to him or with him, else the
// State where the report is written.
func (sc *scene) hostHere(p *proposition.Proposition, guest []demarche.Code) []demarche.Code {
	s := &sc.s
	if s.Words[p.Head].Rel != "amod" {
		return nil
	}
	n := s.Words[p.Head].Head
	heads := []int{sc.possessorWord(n)}
	if w := &s.Words[n]; w.Rel == "conj" {
		heads = append(heads, w.Head)
	}
	for k := s.Kid(n); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "conj" {
			heads = append(heads, k)
		}
	}
	if v := sc.verbOver(n); v >= 0 && !strings.HasPrefix(s.Words[n].Rel, "nsubj") {
		var q proposition.Proposition
		s.Read(v, sc.c.lexicon, &q)
		heads = append(heads, q.Agent.Head)
		if by := q.With("by"); by != n {
			heads = append(heads, by)
		}
	}
	for _, h := range heads {
		if h == proposition.None || h == n {
			continue
		}
		x := sc.resolve(h, guest)
		if sc.sortOf(h, x) == "person" && len(x.codes) == 1 && !overlap(x.codes, guest) && x.codes[0] != demarche.Other {
			return x.codes
		}
	}
	if overlap(sc.home, guest) {
		return nil
	}
	return sc.home
}

// comesHere says whether a journey is told to end where the report is written: "arrived
// here for talks", "paid a visit here".
func (sc *scene) comesHere(r *rule.Rule, p *proposition.Proposition) bool {
	if !slices.Contains(r.Recipient, "to") || !slices.Contains(r.Needs, "recipient") || sc.c.vocabulary.has(leaving, sc.s.Words[p.Head].Lemma) {
		return false
	}
	for _, h := range []int{p.Head, p.Carrier} {
		if h == proposition.None {
			continue
		}
		for k := sc.s.Kid(h); k >= 0; k = sc.s.Next(k) {
			if k > h && strings.EqualFold(sc.s.Words[k].Form, "here") && sc.s.Words[k].Rel == "advmod" {
				return true
			}
		}
	}
	return false
}

// possessorWord gives the word for whose a noun is, or None.
func (sc *scene) possessorWord(noun int) int {
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "nmod:poss" {
			return k
		}
	}
	return proposition.None
}

// placesPointed adds the city that "here" or "there" beside a word points to: the one
// that the report is written in, or the one named last.
func (sc *scene) placesPointed(word int, e *demarche.Event, found *[]string) {
	s := &sc.s
	for k := s.Kid(word); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "advmod" {
			continue
		}
		name := ""
		switch strings.ToLower(s.Words[k].Form) {
		case "here":
			name = sc.cityHere(e)
		case "there":
			name = sc.cityBefore(k)
		}
		if name != "" && !slices.Contains(*found, name) {
			*found = append(*found, name)
		}
	}
}

// placesHere adds the city that the report is written in if a sentence of a meeting says
// "here" of it, or of coming to it: "who arrived here on Monday, held talks with", but not
// "told reporters here".
func (sc *scene) placesHere(meeting int, e *demarche.Event, found *[]string) {
	s := &sc.s
	for t := range s.Words {
		if h := s.Words[t].Head; h < 0 || !strings.EqualFold(s.Words[t].Form, "here") || !s.Within(t, meeting) && !s.IsVerb(h) {
			continue
		}
		for at := s.Words[t].Head; at >= 0 && at != meeting; at = s.Words[at].Head {
			if sc.c.lexicon.IsSaying(s.Words[at].Lemma) {
				return
			}
			if s.IsVerb(at) && !s.Within(at, meeting) {
				break
			}
		}
		if name := sc.cityHere(e); name != "" {
			*found = append(*found, name)
		}
		return
	}
}

// cityHere gives the city that "here" beside an event means: the one of the dateline, or,
// of a meeting in a report that has none, the capital of whoever is visited.
func (sc *scene) cityHere(e *demarche.Event) string {
	if sc.report.Dateline.Place != "" || e.Type != "consult" {
		return sc.datelineCity()
	}
	all := without(union(e.Actor, e.Recipient), []demarche.Code{demarche.Other})
	guests := sc.visitors(all)
	host := without(all, guests)
	if len(guests) == 0 && e.Rule == "consult/receive" {
		host = e.Actor
	}
	if len(host) != 1 || len(all) == 1 && !slices.ContainsFunc(sc.s.Words, func(w syntax.Word) bool { return w.Lemma == "delegation" }) {
		return ""
	}
	return sc.capitalOf(host)
}

// visitors gives those of some States who are told in the sentence under the eye to be from
// abroad: who "arrived here", the "visiting" president, the delegation from a State.
func (sc *scene) visitors(all []demarche.Code) (guests []demarche.Code) {
	words := sc.s.Words
	is := func(token int, form string) bool {
		return token >= 0 && token < len(words) && strings.EqualFold(words[token].Form, form)
	}
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if !overlap(e.codes, all) || overlap(e.codes, guests) {
			continue
		}
		led := false // "a delegation from the Kansai region of Japan"
		for t := e.first - 1; t >= 0 && t >= e.first-7 && (words[t].UPOS != "VERB" && words[t].UPOS != "PUNCT" || is(t, "visiting")); t-- {
			led = led || is(t, "visiting") || is(t, "delegation") && (is(t+1, "from") || is(t+1, "of"))
		}
		if led || e.adjective && (is(e.end, "delegation") || is(e.end+1, "delegation")) {
			guests = union(guests, e.codes)
		}
	}
	for t := range words {
		h := words[t].Head
		if h < 0 || !is(t, "here") || !sc.s.IsVerb(h) || !sc.c.vocabulary.has(arriving, words[h].Lemma) {
			continue
		}
		var p proposition.Proposition
		if sc.s.Read(h, sc.c.lexicon, &p); p.Agent.Head != proposition.None {
			guests = union(guests, sc.resolve(p.Agent.Head, nil).codes)
		}
	}
	return guests
}

// datelineCity gives the one city that a report is written in, or nothing.
func (sc *scene) datelineCity() string {
	name, _, _ := strings.Cut(sc.report.Dateline.Place, ",")
	if strings.ContainsAny(name, "/;") || strings.Contains(name, " and ") {
		return ""
	}
	words := strings.Fields(name)
	for i, w := range words {
		if w == strings.ToUpper(w) {
			first, size := utf8.DecodeRuneInString(w)
			words[i] = string(first) + strings.ToLower(w[size:])
		}
	}
	return strings.Join(words, " ")
}

// cityBefore gives the city that was named last before a word of the sentence, in it
// or in the one before, as where something is: "in Lima", "to Tunis".
func (sc *scene) cityBefore(word int) string {
	for i := sc.at; i >= max(0, sc.at-1); i-- {
		list := sc.in(i)
		for k := len(list) - 1; k >= 0; k-- {
			e := &list[k]
			if i == sc.at && e.end > word || e.first == 0 || e.class != 0 || e.adjective || !(e.kind == place && sc.isCity(e) || e.capital) {
				continue
			}
			switch strings.ToLower(sc.form(i, e.first-1)) {
			case "in", "at", "to", "from", "near", "for":
				return sc.cityName(e)
			}
		}
	}
	return ""
}
