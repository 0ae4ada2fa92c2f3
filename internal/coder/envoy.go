package coder

import (
	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
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

// isSameEnvoy says whether two accounts in different sentences tell of one envoy, or of envoys
// whom nobody counts, by other words: "expelled the ambassador", "a diplomat had been declared
// unwelcome". One who is told of as one more is another.
func (sc *scene) isSameEnvoy(a, b *candidate) bool {
	return a.sentence != b.sentence && a.Count.N < 2 && a.Count.N == b.Count.N && isOnEnvoys(a) && isOnEnvoys(b) && !sc.isToldAsMore(b)
}

// isOnEnvoys says whether an act is on persons of a mission.
func isOnEnvoys(f *candidate) bool {
	switch f.Object {
	case "ambassador", "diplomats", "attache", "staff", "officials":
		return true
	}
	return false
}

// goesHome says whether a movement, or one that is asked for, is said to end in a State of some.
func (sc *scene) goesHome(p *proposition.Proposition, codes []demarche.Code) bool {
	for _, a := range p.Preps {
		if e := sc.entityAt(a.Head); !a.Far && e != nil && (e.kind == place || e.kind == state) && (a.Word == "to" || a.Word == "in" || a.Word == "for" || a.Word == "into") && overlap(e.codes, codes) {
			return true
		}
	}
	if p.Content == proposition.None || !sc.s.IsInfinitive(p.Content) {
		return false
	}
	var q proposition.Proposition
	sc.s.Read(p.Content, sc.c.lexicon, &q)
	q.Content = proposition.None
	return sc.goesHome(&q, codes)
}

// isBackHome says whether what was read as an appointment is an envoy's journey to his own capital.
func (sc *scene) isBackHome(cand *candidate) bool {
	if cand.Type != "appoint" || cand.noun {
		return false
	}
	var p proposition.Proposition
	sc.s.Read(cand.head, sc.c.lexicon, &p)
	return cand.object != proposition.None && cand.object == p.Agent.Head && sc.goesHome(&p, cand.Actor)
}

// isEnvoy says whether a word stands for an ambassador or for a mission.
func (sc *scene) isEnvoy(head int) bool {
	if e := sc.entityAt(head); e != nil {
		switch e.class {
		case who.Ambassador, who.Diplomat, who.Mission, who.Envoy:
			return true
		}
		if m, ok := sc.cast[e.name]; ok && m.class == who.Ambassador {
			return true
		}
	}
	m, ok := sc.member(head)
	return ok && m.class == who.Ambassador
}
