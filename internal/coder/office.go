package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/who"
)

// sharedOffice gives the State whose an office is that several have by that name: the one of them
// where the report is written, else the one that was named last, else the one that has it in
// most reports.
func (sc *scene) sharedOffice(o who.Office) []demarche.Code {
	has := func(codes []demarche.Code) bool {
		return len(codes) == 1 && (codes[0] == o.Code || slices.Contains(o.Also, codes[0]))
	}
	if has(sc.home) {
		return sc.home
	}
	for k := len(sc.entities) - 1; k >= 0 && len(o.Also) > 0; k-- {
		if e := &sc.entities[k]; has(e.codes) && !e.guessed && (e.kind == state && !e.adjective || e.kind == person) {
			return e.codes
		}
	}
	return []demarche.Code{o.Code}
}

// governs says whether an office or organ is one of a State, whatever party it is of: "the
// Labour Party government", "Labour Party ministers".
func (sc *scene) governs(i int, o who.Office) bool {
	switch o.Class {
	case who.Minister, who.Ambassador, who.Diplomat, who.Mission:
		return true
	}
	switch inSingular(strings.ToLower(sc.form(i, o.End-1))) {
	case "government", "cabinet", "administration", "coalition", "minister", "premier":
		return true
	}
	return false
}

// isOthers says whether an office that many States have is hardly that of the State to
// which it mostly belongs: "the foreign secretaries", "the foreign secretary of".
func (sc *scene) isOthers(i int, o who.Office) bool {
	if strings.HasSuffix(strings.ToLower(sc.form(i, o.End-1)), "s") {
		return true
	}
	return o.End < len(sc.sentences[i].Tokens) && sc.form(i, o.End) == "of"
}

// isOfAnother says whether an office that is mostly one organisation's is told to be that of
// another: "the secretary general of the Andean Community".
func (sc *scene) isOfAnother(i int, o who.Office) bool {
	t := o.End
	if t+2 >= len(sc.sentences[i].Tokens) || sc.form(i, t) != "of" {
		return false
	}
	if t++; sc.form(i, t) == "the" {
		t++
	}
	m := sc.mentionAt(t)
	return isCapital(sc.form(i, t)) && (m == nil || m.Senses[0].Code != o.Code)
}
