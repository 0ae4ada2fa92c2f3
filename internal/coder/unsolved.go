package coder

import (
	"strings"

	"demarche/internal/proposition"
)

// bareDeed gives the violence that is condemned where it stands without an article, so that
// the tree takes it for no object: "condemned killing of two monks"; or None.
func (sc *scene) bareDeed(verb int) int {
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if k > verb && strings.HasPrefix(sc.s.Words[k].Rel, "obl") && sc.s.Case(k) == "" && sc.c.vocabulary.has(deeds, sc.s.Words[k].Lemma) {
			return k
		}
	}
	return proposition.None
}

// isLaid says whether a deed is told with who did it: "the attack by the rebels", "their
// killing of", "the Kenyan raid".
func (sc *scene) isLaid(deed int) bool {
	for k := sc.s.Kid(deed); k >= 0; k = sc.s.Next(k) {
		if c := sc.s.Case(k); c == "by" || c == "from" {
			return true
		}
	}
	return sc.saysWhose(deed)
}
