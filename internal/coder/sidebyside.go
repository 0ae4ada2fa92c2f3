package coder

import (
	"strings"

	"demarche"
)

// sideBySide gives the two States that were told last to do something side by side, a short
// while before a word that takes up two: "Kenya and Uganda expelled Burundi's envoys. Both
// countries ...". Where the report is mostly of two others, it is these that are meant.
func (sc *scene) sideBySide(head int, exclude []demarche.Code) []demarche.Code {
	if sc.twoHere(head) != nil {
		return nil // the sentence itself names two: "told a Malian envoy that each country ..."
	}
	pair := sc.actedTogether()
	if pair == nil {
		pair = sc.subjectPair()
	}
	if len(pair) != 2 || overlap(pair, exclude) || isOrganisation(pair[0]) || isOrganisation(pair[1]) {
		return nil
	}
	if a, b := sc.leading(); b == "" || !overlap(pair, []demarche.Code{a, b}) {
		return nil
	}
	return pair
}

// togetherReach is how many sentences back two that stand together are still taken up.
const togetherReach = 2

// actedTogether gives the two of the last act that two States do to another.
func (sc *scene) actedTogether() []demarche.Code {
	for k := len(sc.recent) - 1; k >= 0; k-- {
		f := &sc.recent[k]
		if sc.at-f.sentence > togetherReach {
			break
		}
		if len(f.Actor) == 2 && !f.Type.IsSymmetric() && !f.all {
			return f.Actor
		}
	}
	return nil
}

// subjectPair gives the two States that the subject of a clause names, "Norway and Sweden
// said", in the sentences just before.
func (sc *scene) subjectPair() []demarche.Code {
	for k := sc.from[sc.at] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if sc.at-e.sentence > togetherReach {
			break
		}
		if !e.subject || e.kind != state || e.class != 0 || e.adjective || e.end == len(sc.sentences[e.sentence].Tokens) || !strings.EqualFold(sc.form(e.sentence, e.end), "and") {
			continue
		}
		if list := sc.listAround(e); len(list) == 2 && sc.namesThird(list) {
			return list
		}
	}
	return nil
}

// namesThird says whether a State beside two is named in the sentence under the eye or just
// before: without one the two that stand side by side are the two that are at odds.
func (sc *scene) namesThird(pair []demarche.Code) bool {
	for k := sc.from[max(0, sc.at-togetherReach)]; k < sc.from[sc.at+1]; k++ {
		if e := &sc.entities[k]; e.kind != place && e.kind != others && len(without(e.codes, pair)) > 0 {
			return true
		}
	}
	return false
}
