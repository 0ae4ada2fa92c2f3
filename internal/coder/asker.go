package coder

import (
	"slices"

	"demarche"
	"demarche/internal/proposition"
)

// unasked takes who asks for a sanction out of those who are to impose it, where the report
// knows another who does: "the United States pushed for sanctions", which the Security Council
// of the sentence before is to vote.
func (sc *scene) unasked(f *candidate) {
	if f.Type != "sanction" || f.Status != demarche.Demanded {
		return
	}
	var p proposition.Proposition
	sc.s.Read(f.head, sc.c.lexicon, &p)
	st := sc.s.Stance(&p, sc.c.lexicon)
	if st.Teller == proposition.None {
		return
	}
	by := sc.resolveAll(st.Teller, nil).codes
	left := without(f.Actor, by)
	if len(left) == len(f.Actor) {
		return
	}
	if len(left) == 0 {
		left = sc.imposer(f, by)
	}
	if len(left) > 0 {
		f.Actor = left
	}
}

// imposer gives who imposes sanctions of a sort that is asked for: the organisation that the
// sentence names, or else that was told last to do so, or the United Nations if the report has
// named them.
func (sc *scene) imposer(f *candidate, asker []demarche.Code) []demarche.Code {
	can := func(codes []demarche.Code) bool {
		return len(codes) == 1 && isOrganisation(codes[0]) && !overlap(codes, asker) && !overlap(codes, f.Recipient)
	}
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.kind != person && can(e.codes) {
			return e.codes
		}
	}
	for k := len(sc.recent) - 1; k >= 0; k-- {
		if g := &sc.recent[k]; g.Type == "sanction" && overlap(g.Recipient, f.Recipient) && can(g.Actor) {
			return g.Actor
		}
	}
	if slices.ContainsFunc(sc.entities[:sc.from[sc.at]], func(e entity) bool { return only(e.codes, "UNO") && len(e.codes) > 0 }) {
		return []demarche.Code{"UNO"}
	}
	return nil
}
