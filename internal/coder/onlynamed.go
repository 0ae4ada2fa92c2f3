package coder

import (
	"slices"
	"strings"

	"demarche/internal/proposition"
)

// isColony says whether settlements are houses that a State has built abroad, and settle no
// quarrel: "called the Israeli settlements illegal", "settlement activity", "a Jewish settlement",
// but not "settlements between Kenya and Peru".
func (sc *scene) isColony(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if !p.Noun || w.Lemma != "settlement" {
		return false
	}
	if p.With("between") != proposition.None || p.With("with") != proposition.None {
		return false
	}
	if w.XPOS == "NNS" || strings.EqualFold(w.Form, "settlements") || sc.s.IsDescribed(p.Head, "jewish", "illegal", "new") {
		return true
	}
	return w.Head > p.Head && w.Rel == "compound" && slices.Contains([]string{"activity", "building", "construction", "expansion", "freeze", "bloc", "outpost", "policy", "project", "housing", "unit"}, sc.s.Words[w.Head].Lemma)
}

// isEvaded says whether sanctions of which nobody is told as the one they are on are but what
// somebody gets round: "was seized for breaking European Union sanctions", "in breach of UN
// sanctions".
func (sc *scene) isEvaded(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if !p.Noun || w.Head < 0 || p.With("on") != proposition.None || p.With("against") != proposition.None {
		return false
	}
	for k := sc.s.Kid(p.Head); k >= 0; k = sc.s.Next(k) {
		if strings.HasPrefix(sc.s.Words[k].Rel, "acl") {
			return false // "in defiance of the sanctions that the council imposed last week"
		}
	}
	switch sc.s.Words[w.Head].Lemma {
	case "violate", "flout", "break", "breach", "defy", "evade", "skirt", "bust", "circumvent", "contravene", "dodge":
		return w.Rel == "obj" || w.Rel == "nsubj:pass"
	case "violation", "contravention", "defiance", "evasion":
		return sc.s.Case(p.Head) == "of"
	}
	return sc.s.Words[w.Head].Lemma == "breach" && sc.s.Case(p.Head) == "of"
}

// isThought says whether only a thought is turned down of which nobody is told as whose it is:
// "dismissed the idea of sending troops", not "dismissed the Ugandan idea".
func (sc *scene) isThought(cand *candidate, p *proposition.Proposition) bool {
	n := p.Patient.Head
	if p.Noun || n == proposition.None || !slices.Contains(cand.Inferred, "recipient") || sc.saysWhose(n) {
		return false
	}
	switch sc.s.Words[n].Lemma {
	case "idea", "notion", "prospect", "possibility", "thought", "option":
		return p.With("by") == proposition.None && p.With("from") == proposition.None
	}
	return false
}
