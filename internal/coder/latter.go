package coder

import (
	"strings"

	"demarche"
)

// ofTwo gives whom "the latter" or "the former" takes up, or nothing of a word that is
// neither, or that only describes a noun: "the former minister".
func (sc *scene) ofTwo(head int, exclude []demarche.Code) ref {
	w := &sc.s.Words[head]
	form := strings.ToLower(w.Form)
	if form != "latter" && form != "former" || head == 0 || !strings.EqualFold(sc.s.Words[head-1].Form, "the") {
		return ref{}
	}
	if head+1 < len(sc.s.Words) && (sc.s.IsNoun(head+1) || sc.s.Words[head+1].UPOS == "ADJ" || sc.entityAt(head+1) != nil) {
		return ref{}
	}
	first, second := sc.twoBefore(head)
	e := second
	if form == "former" {
		e = first
	}
	if e == nil || overlap(e.codes, exclude) {
		return ref{}
	}
	return ref{kind: e.kind, codes: e.codes, host: e.host, name: sc.full(e), spoken: true}
}

// twoBefore gives the two who were named last before a word of the sentence under the
// eye: those that "and" joins in it or in the sentence before, else the last two names.
func (sc *scene) twoBefore(word int) (first, second *entity) {
	var later *entity
	for k := sc.from[sc.at+1] - 1; k >= sc.from[max(0, sc.at-1)]; k-- {
		e := &sc.entities[k]
		if e.sentence == sc.at && e.end > word || e.kind == place || len(e.codes) == 0 || e.adjective && e.class == 0 || e.capital && sc.isPlaceAt(e) {
			continue
		}
		switch {
		case later != nil && !overlap(later.codes, e.codes):
			if sc.isPaired(e, later) {
				return e, later
			}
			if first == nil {
				first, second = e, later
			}
			later = e
		default:
			later = e
		}
	}
	return first, second
}

// isPaired says whether a name and a later one are joined by "and" alone.
func (sc *scene) isPaired(e, later *entity) bool {
	at := later.first - 1
	if e.sentence == later.sentence && at > e.end && strings.EqualFold(sc.form(e.sentence, at), "the") {
		at--
	}
	return e.sentence == later.sentence && at == e.end && strings.EqualFold(sc.form(e.sentence, at), "and")
}
