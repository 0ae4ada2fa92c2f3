package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// targetOf gives the State that a sanction is put on by its name right before the noun: "eased
// Iran sanctions". An adjective tells whose they are, and so do letters and organisations:
// "Iranian sanctions", "U.S. sanctions".
func (sc *scene) targetOf(noun int) []demarche.Code {
	if !sc.c.vocabulary.has(embargoes, sc.s.Words[noun].Lemma) {
		return nil // "Kenya bans", read as one noun
	}
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		e := sc.entityAt(k)
		if sc.s.Words[k].Rel != "compound" || e == nil || e.kind != state || e.class != 0 || e.adjective || e.capital || len(e.codes) != 1 || isOrganisation(e.codes[0]) {
			continue
		}
		f := sc.form(sc.at, e.end-1)
		if strings.Contains(f, ".") || f == strings.ToUpper(f) || sc.form(sc.at, e.first) == "United" || e.end < noun && sc.form(sc.at, e.end) == "-" {
			continue
		}
		return e.codes
	}
	return nil
}

// onTarget finds who puts a sanction on a State that is named before the noun, and says whether
// that is told.
func (sc *scene) onTarget(r *rule.Rule, p *proposition.Proposition, st *proposition.Stance, cand *candidate, target []demarche.Code) bool {
	actors := slices.DeleteFunc(slices.Clone(r.Actor), func(s rule.Source) bool { return s == "mods" || s == "of" || s == "other" })
	actor := sc.find(actors, p, st, cand.object, target, true)
	if !actor.ok() {
		actor = sc.find(actors, p, st, cand.object, target, false)
	}
	if !actor.ok() || actor.foreign || overlap(actor.codes, target) {
		return false
	}
	cand.Actor, cand.Recipient = actor.codes, target
	cand.told, cand.undergone = [2]bool{true, true}, true
	return true
}
