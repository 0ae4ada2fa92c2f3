package coder

import (
	"demarche"
	"demarche/internal/proposition"
)

// isHost says whether envoys serve with some, as far as it is told where they do: "asked Chile
// to recall its envoy from Lima", if Peru asks.
func (sc *scene) isHost(envoys int, p *proposition.Proposition, codes []demarche.Code) bool {
	if envoys == proposition.None {
		return false
	}
	at := sc.hostOf(envoys)
	if p.Content != proposition.None {
		for k := sc.s.Kid(p.Content); k >= 0; k = sc.s.Next(k) {
			if e, c := sc.entityAt(k), sc.s.Case(k); e != nil && (c == "from" || c == "to") {
				at = union(at, e.codes)
			}
		}
	}
	return len(at) == 0 || overlap(at, codes)
}
