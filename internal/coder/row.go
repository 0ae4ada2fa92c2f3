package coder

import (
	"slices"

	"demarche"
	"demarche/internal/proposition"
)

// rowOf gives the three States or more that hyphens join in the name of a meeting, before its
// noun or right behind it with "of": "Russian-Turkish-Iranian talks", "a meeting of the
// India-Brazil-South Africa forum". A row told as a topic is none: "talks on the
// Iran-Pakistan-India pipeline".
func (sc *scene) rowOf(p *proposition.Proposition) []demarche.Code {
	if !p.Noun {
		return nil
	}
	const reach = 5 // words between the row and the noun
	s := &sc.s
	list := sc.in(sc.at)
	for k := 0; k < len(list); k++ {
		row, end := sc.hyphened(list[k:])
		if len(row) < 3 {
			continue
		}
		switch first := list[k].first; {
		case end <= p.Head:
			if p.Head-end <= reach && sc.isOnlyNominal(end, p.Head) {
				return row
			}
		case first > p.Head+1 && first <= p.Head+3 && s.Words[p.Head+1].Form == "of":
			return row
		}
	}
	return nil
}

// rowUnder gives the row of the meeting that is the object of a verb, or nil.
func (sc *scene) rowUnder(verb int) []demarche.Code {
	s := &sc.s
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "obj" {
			return sc.rowOf(&proposition.Proposition{Noun: true, Head: k})
		}
	}
	return nil
}

// hyphened gives the States that hyphens join from the first of a list on, and the token
// after the last of them.
func (sc *scene) hyphened(list []entity) (row []demarche.Code, end int) {
	for k := range list {
		e := &list[k]
		if e.kind == place || e.kind == person || len(e.codes) != 1 || k > 0 && (e.first != end+1 || !slices.Contains([]string{"-", "–", "—", "/"}, sc.s.Words[end].Form)) {
			break
		}
		row, end = union(row, e.codes), e.end
	}
	return row, end
}

// isOnlyNominal says whether nothing but nouns and what describes them stands between two
// words.
func (sc *scene) isOnlyNominal(from, to int) bool {
	for t := from; t < to; t++ {
		switch w := &sc.s.Words[t]; w.UPOS {
		case "NOUN", "ADJ", "PROPN", "NUM":
		case "PUNCT":
			if w.Form == "," || w.Form == ";" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isJoinedPronoun says whether a pronoun and another name are together the subject of a verb:
// "he and the Palestinian leader".
func (sc *scene) isJoinedPronoun(verb int) bool {
	words := sc.s.Words
	for t := range verb {
		if w := &words[t]; w.UPOS == "PRON" && (t+1 < verb && words[t+1].Form == "and" || t > 0 && words[t-1].Form == "and") && (w.Rel == "nsubj" || w.Rel == "conj") {
			return true
		}
	}
	return false
}
