package coder

import (
	"strings"

	"demarche"
)

// instancesOf gives the States that are named as instances of what a noun in the plural tells,
// since it is they who are meant: "countries such as Iran and Iraq", "radical Arab states like
// Syria and Libya", "six nations, among them Peru and Chile". It is nil for fewer than two: a
// single one stands for its like.
func (sc *scene) instancesOf(head int) []demarche.Code {
	const reach = 6 // from the noun to what says that instances follow
	s := &sc.s
	if s.Words[head].XPOS != "NNS" || !sc.c.objects.has(s, head, "country") && !sc.c.objects.has(s, head, "group") {
		return nil
	}
	for t := head + 1; t < min(head+reach, len(s.Words)); t++ {
		if end := sc.instancing(t); end > t {
			return sc.severalAt(end)
		}
		w := &s.Words[t]
		if w.XPOS == "NNS" || w.UPOS == "CCONJ" || w.UPOS == "AUX" || s.IsVerb(t) {
			return nil
		}
	}
	return nil
}

// instancing gives the end of words from one on that say that instances follow, or that word
// if none stand there.
func (sc *scene) instancing(t int) int {
	for _, words := range sc.c.vocabulary.forms[instancing] {
		if end := t + len(words); end < len(sc.s.Words) && wordsAt(&sc.s, t, words) {
			return end
		}
	}
	return t
}

// severalAt gives the States of a list of two or more that begins at a word.
func (sc *scene) severalAt(t int) []demarche.Code {
	if t+1 < len(sc.s.Words) && strings.EqualFold(sc.s.Words[t].Form, "the") {
		t++
	}
	e := sc.entityAt(t)
	if e == nil || e.first != t || e.kind != state || e.class != 0 || e.adjective {
		return nil
	}
	if codes := sc.alsoNamed(sc.at, e); len(codes) > 1 {
		return codes
	}
	return nil
}

// spelledOut gives the States by which a text spells out who acts under the name of a body:
// "the European Union trio -- Britain, France and Germany --". It is nil for other names.
func (sc *scene) spelledOut(head int) []demarche.Code {
	const reach = 3 // from the name to the dash: "EU-3"
	e := sc.entityAt(head)
	if e == nil && head > 0 {
		e = sc.entityAt(head - 1) // "European Union trio"
	}
	if e == nil || e.kind != others && !(len(e.codes) == 1 && isOrganisation(e.codes[0])) {
		return nil
	}
	for t := max(e.end, head+1); t < min(e.end+reach, len(sc.s.Words)-1); t++ {
		switch w := &sc.s.Words[t]; {
		case w.Form == "-" && sc.s.Words[t+1].UPOS == "NUM":
		case w.Form == "-", w.Form == "--", w.Form == "–", w.Form == "—", w.Form == "(":
			return sc.severalAt(t + 1)
		case w.UPOS != "NUM":
			return nil
		}
	}
	return nil
}

// takesUpList says whether a noun for States stands with "these", or with "the" and nothing
// that tells which are meant: "these countries", "all the governments".
func (sc *scene) takesUpList(noun int) bool {
	definite := false
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		switch rel, _, _ := strings.Cut(sc.s.Words[k].Rel, ":"); rel {
		case "det":
			switch strings.ToLower(sc.s.Words[k].Form) {
			case "these":
				return true
			case "the":
				definite = true
			}
		case "case", "punct", "cc":
		default:
			return false
		}
	}
	return definite
}

// listTold gives the States of the list of two or more that was told last before a noun, in its
// sentence or one of the two before: whom "these countries" takes up.
func (sc *scene) listTold(noun int) []demarche.Code {
	const reach = 2 // sentences back
	for k := sc.from[sc.at+1] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if sc.at-e.sentence > reach {
			return nil
		}
		if e.kind != state || e.class != 0 || e.sentence == sc.at && e.first >= noun {
			continue
		}
		if codes := sc.listAround(e); len(codes) > 1 {
			return codes
		}
	}
	return nil
}
