package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// isRest says whether a word that a list of States ends with stands for more of them that are
// not named: "Sweden, Denmark and others", "Oman and other members of the bloc".
func (sc *scene) isRest(word int) bool {
	w := &sc.s.Words[word]
	if strings.EqualFold(w.Form, "others") {
		return true
	}
	if w.XPOS != "NNS" || !sc.s.IsDescribed(word, "other") {
		return false
	}
	return w.Lemma == "member" || w.Lemma == "power" || sc.c.vocabulary.has(opposites, w.Lemma) || sc.kindOf(word) == state
}

// besideOf gives the States that stand beside one by more than "and": "urged Serbia, along
// with Bosnia and Croatia, to", "Mali as well as Niger".
func (sc *scene) besideOf(head int) []demarche.Code {
	e := sc.entityAt(head)
	if e == nil || e.kind != state || e.class != 0 || e.adjective {
		return nil
	}
	words := sc.s.Words
	t := e.end
	if t < len(words) && words[t].Form == "," {
		t++
	}
	for _, beside := range sc.c.vocabulary.forms[alongside] {
		if t+len(beside) >= len(words) || !wordsAt(&sc.s, t, beside) {
			continue
		}
		if t += len(beside); strings.EqualFold(words[t].Form, "the") {
			t++
		}
		if x := sc.entityAt(t); x != nil && x.first == t && x.kind == state && x.class == 0 && !x.adjective {
			return sc.resolveAll(x.head, e.codes).codes
		}
		return nil
	}
	return nil
}

// colleague gives the State of an office that "and" joins to another's, of which alone the
// text tells whose it is: "Spanish President Juan Gil and Foreign Minister Ana Ruiz". It is
// nil where the two are said to meet, since then they need not be of one State.
func (sc *scene) colleague(i int, e *entity, first int) []demarche.Code {
	at := e.first - 1
	if at < 2 || sc.form(i, at) != "and" || e.class != who.Head && e.class != who.Minister {
		return nil
	}
	for k := len(sc.entities) - 1; k >= first; k-- {
		x := &sc.entities[k]
		if x.end >= at || x.kind != person || x.class != who.Head && x.class != who.Minister || len(x.codes) != 1 {
			continue
		}
		for t := x.end; t < at; t++ {
			if !sc.isName(i, t) && !slices.Contains(particles, strings.ToLower(sc.form(i, t))) {
				return nil
			}
		}
		for t := max(0, x.first-aheadOfTitle); t < x.first; t++ {
			if strings.EqualFold(sc.form(i, t), "between") {
				return nil
			}
		}
		return x.codes
	}
	return nil
}

// aheadOfTitle is how many words before a title its State and what joins two may take.
const aheadOfTitle = 4

// lastBefore gives the States of the last of several whom a relative clause follows, where
// its verb stands in the singular, so that it tells of that one alone: "the African Union
// and the Sudanese government, which has declined". It is nil if the clause may tell of all.
func (sc *scene) lastBefore(verb int) []demarche.Code {
	s := &sc.s
	if s.Words[verb].Rel != "acl:relcl" || !sc.isSingular(verb) {
		return nil
	}
	first, _ := s.Subtree(verb)
	for first < verb && s.Words[first].UPOS == "PUNCT" {
		first++
	}
	if f := strings.ToLower(s.Words[first].Form); f != "which" && f != "who" && f != "that" {
		return nil
	}
	list := sc.in(sc.at)
	for k := len(list) - 1; k >= 0; k-- {
		if e := &list[k]; e.first < first && first-e.end <= 2 && len(e.codes) > 0 && e.kind != place {
			return e.codes
		}
	}
	return nil
}

// isSingular says whether a finite verb shows by its form that its subject is but one.
func (sc *scene) isSingular(verb int) bool {
	s := &sc.s
	if s.Words[verb].XPOS == "VBZ" {
		return true
	}
	for k := s.Kid(verb); k >= 0 && k < verb; k = s.Next(k) {
		switch strings.ToLower(s.Words[k].Form) {
		case "has", "is", "was", "does":
			return s.Words[k].UPOS == "AUX"
		}
	}
	return false
}

// votedBy gives the body that voted a text, whoever drafted it: what "the resolution,
// co-sponsored by France, demands" is demanded by those who adopted it. It is nil for a text
// whose body is told beside it.
func (sc *scene) votedBy(head int, exclude []demarche.Code) []demarche.Code {
	s := &sc.s
	if !sc.c.vocabulary.has(voted, s.Words[head].Lemma) || s.IsDescribed(head, "draft") || sc.saysWhose(head) {
		return nil
	}
	const reach = 4 // sentences back
	first, _ := s.Phrase(head)
	for t := first; t < head; t++ {
		if sc.entityAt(t) != nil {
			return nil // "the US-backed motion" is that of who backs it
		}
	}
	for k := sc.from[sc.at+1] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if sc.at-e.sentence > reach {
			break
		}
		if e.sentence == sc.at && e.first >= head || len(e.codes) != 1 || overlap(e.codes, exclude) {
			continue
		}
		if isOrganisation(e.codes[0]) || e.class == who.Body && sc.c.vocabulary.has(voters, strings.ToLower(sc.form(e.sentence, e.end-1))) {
			return e.codes
		}
	}
	return nil
}

// blamedOf gives the States that a word of speech cannot be the word of, since they are
// named as those who do what it tells: "one official alleged that Pakistani troops attacked".
func (sc *scene) blamedOf(word int) []demarche.Code {
	var p proposition.Proposition
	sc.s.Read(word, sc.c.lexicon, &p)
	if p.Noun || p.Passive || p.Content == proposition.None || p.Agent.Head == proposition.None {
		return nil
	}
	var q proposition.Proposition
	sc.s.Read(p.Content, sc.c.lexicon, &q)
	if q.Agent.Head == proposition.None || q.Agent.Head == p.Agent.Head || q.Agent.Head < word {
		return nil
	}
	x := sc.resolve(q.Agent.Head, nil)
	if !x.ok() || x.spoken || x.kind == place || overlap(x.codes, sc.resolve(p.Agent.Head, nil).codes) {
		return nil
	}
	return x.codes
}

// doneFor adds to whom or for whom something is done, or not done: "to give food to Kenya",
// "to lend Kenya helicopters", "a lower price for Kenya".
func (sc *scene) doneFor(content int, dst []int) []int {
	if content == proposition.None {
		return dst
	}
	var q proposition.Proposition
	sc.s.Read(content, sc.c.lexicon, &q)
	if q.Indirect.Head != proposition.None {
		dst = append(dst, q.Indirect.Head)
	}
	for _, at := range [...]int{content, q.Patient.Head} {
		for _, word := range [...]string{"to", "for", "with"} {
			dst = sc.under(at, word, 1, dst)
		}
	}
	return dst
}

// twoHere gives the two States that a sentence names before a word, if they are just two:
// the sides of "met the Ugandan envoy over a dispute in which each country blames the other".
func (sc *scene) twoHere(word int) []demarche.Code {
	var codes []demarche.Code
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.first < word && e.kind != place && e.kind != others && len(e.codes) > 0 && !(e.capital && sc.isPlaceAt(e)) {
			codes = union(codes, e.codes)
		}
	}
	if len(codes) != 2 || isOrganisation(codes[0]) || isOrganisation(codes[1]) {
		return nil
	}
	return codes
}
