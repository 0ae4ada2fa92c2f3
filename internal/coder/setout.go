package coder

import (
	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// setOut makes meetings planned which are told as what somebody is to set out for, in the present
// tense: "leaves on Sunday for a visit to Uganda", "flies to Lima next week to meet Vizcarra", "days
// before the president travels to Lima".
func (sc *scene) setOut(found []candidate) {
	for i := range found {
		f := &found[i]
		if f.Type != "consult" || f.Status != demarche.Actual {
			continue
		}
		v := sc.presentOver(f.head)
		if v == proposition.None {
			continue
		}
		before := sc.s.Words[v].Rel == "advcl" && sc.s.Mark(v) == "before"
		if before {
			f.Status = demarche.Planned
			if !sc.report.Date.Before(f.Date.From) {
				f.Date = demarche.Period{} // the day of what came before
			}
		} else if v == f.head || !sc.isSettingOut(v, f) {
			continue
		}
		for _, t := range sc.times[sc.at] {
			if n := sc.headOf(t); sc.s.Words[n].Head != v || isTerm(t) || t.Kind != when.Point || t.Direction != when.At || !sc.isToCome(t) {
				continue
			}
			if f.Date.IsZero() || f.Date == t.Past {
				f.Status, f.Date = demarche.Planned, t.Ahead
			}
		}
	}
}

// isToCome says whether a time told with a verb in the present tense lies ahead of the report.
func (sc *scene) isToCome(t when.Time) bool {
	if t.Ahead.IsZero() || !sc.report.Date.Before(t.Ahead.From) {
		return false
	}
	return t.Past == t.Ahead || t.Past.From.Before(sc.report.Date.Plus(-1))
}

// isSettingOut says whether a verb tells that one of those who meet begins or makes a journey.
func (sc *scene) isSettingOut(verb int, f *candidate) bool {
	goer := sc.subjectOf(verb)
	if goer == proposition.None {
		return false
	}
	if by := sc.resolve(goer, nil); !by.ok() || !overlap(by.codes, union(f.Actor, f.Recipient)) {
		return false // "the deal goes back to talks in May"
	}
	l := sc.s.Words[verb].Lemma
	switch l {
	case "leave", "depart", "embark", "set", "begin", "start", "fly", "travel", "head", "go":
		return true
	}
	return sc.c.vocabulary.has(onwards, l) || sc.c.vocabulary.has(arriving, l) && l != "be"
}

// presentOver gives the verb in the present tense that a meeting is told by, or whose purpose it
// is, or None.
func (sc *scene) presentOver(word int) int {
	s := &sc.s
	const deep = 6
	if v := word - 1; s.IsNoun(word) {
		for v >= 0 && (s.Words[v].UPOS == "DET" || s.Words[v].UPOS == "PRON" || s.Words[v].UPOS == "ADJ" || s.Words[v].UPOS == "ADP") {
			v--
		}
		if v >= 0 && s.IsVerb(v) && s.Words[v].XPOS == "VBZ" {
			return v // "departs for his first trip", be it hung on a verb before
		}
	}
	for at, up := word, 0; at >= 0 && up < deep; at, up = s.Words[at].Head, up+1 {
		w := &s.Words[at]
		if s.IsVerb(at) && (w.XPOS == "VBZ" || w.XPOS == "VBP") {
			for k := s.Kid(at); k >= 0; k = s.Next(k) {
				if r := s.Words[k].Rel; r == "aux" || r == "aux:pass" || r == "cop" {
					return proposition.None
				}
			}
			return at
		}
		switch w.Rel {
		case "obl", "nmod", "obj", "xcomp":
		case "advcl", "acl":
			if s.Mark(at) != "to" {
				return proposition.None
			}
		default:
			return proposition.None
		}
	}
	return proposition.None
}
