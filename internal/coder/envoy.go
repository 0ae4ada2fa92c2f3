package coder

import (
	"slices"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/syntax"
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

// isSameEnvoy says whether a single envoy, who may be any diplomat, is the one whom another
// account tells: "expelled a diplomat. The envoy was given a week", "declared Ambassador Jane
// Roe unwelcome. Roe was told to leave", "Kenya expels Somali diplomat" as the headline.
func (sc *scene) isSameEnvoy(a, b *candidate) bool {
	if a.Object == "ambassador" {
		a, b = b, a
	}
	pronoun := a.object != proposition.None && sc.trees[a.sentence].Words[a.object].UPOS == "PRON"
	if a.Object != "diplomats" && !(pronoun && a.Object == "staff") || b.Object != "ambassador" || a.Count.N != 1 || b.Count.N > 1 || a.object == proposition.None || b.object == proposition.None {
		return false
	}
	words := sc.trees[a.sentence].Words
	switch w := &words[a.object]; {
	case sc.trees[b.sentence].Words[b.object].Lemma == "envoy" && a.sentence <= b.sentence, w.UPOS == "PROPN", pronoun:
		return true
	case a.sentence == 0 && b.sentence > 0: // a headline has no articles
		return w.XPOS == "NN" && !slices.ContainsFunc(words, func(x syntax.Word) bool {
			return x.Head == a.object && (x.Rel == "det" || x.Rel == "nummod")
		})
	}
	return false
}
