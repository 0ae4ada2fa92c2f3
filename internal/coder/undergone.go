package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// undergo marks a sanction that a verb tells by what its subject undergoes: he is its recipient,
// whom the networks take for the actor, and the noun tells no event of its own: "faces sanctions
// from Kenya", "was warned of sanctions by Kenya". Who is said to face it if he does something faces it on that condition.
func (sc *scene) undergo(r *rule.Rule, p *proposition.Proposition, st *proposition.Stance, cand *candidate) {
	if r.Type != "sanction" || p.Noun || !slices.Equal(r.Recipient, []rule.Source{"agent"}) && r.Status[demarche.Actual] != demarche.Threatened {
		return
	}
	cand.undergone = true
	if n := p.Patient.Head; n != proposition.None {
		cand.paid[n] = true
	}
	if st.Status != demarche.Actual {
		return
	}
	if c := sc.provided(p.Head); c != proposition.None {
		st.Status, st.Condition = demarche.Conditional, c
	} else if sc.isElse(p.Head) {
		st.Status = demarche.Conditional
	}
}

// isElse says whether a verb tells what comes if that is not done which it is joined to: "told
// Kenya to withdraw or face sanctions".
func (sc *scene) isElse(verb int) bool {
	for k := sc.s.Kid(verb); k >= 0 && k < verb; k = sc.s.Next(k) {
		if w := &sc.s.Words[k]; w.Rel == "cc" && strings.EqualFold(w.Form, "or") {
			return sc.s.Words[verb].Rel == "conj"
		}
	}
	return false
}
