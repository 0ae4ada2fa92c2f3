package coder

import (
	"slices"

	"demarche"
)

// herd is a mention of the people of a mission by whose they are.
type herd struct {
	sentence, word int
	codes          []demarche.Code
}

// posted are the classes of the people of a mission.
var postedClasses = []string{"diplomats", "staff", "ambassador", "attache", "families"}

// herdAll notes whose people the sentence under the eye names by an adjective or a
// possessive: "Russian diplomats", "France's ambassador".
func (sc *scene) herdAll() {
	for t := range sc.s.Words {
		if !sc.s.IsNoun(t) || sc.adjectiveOn(t) == nil && sc.possessorOf(t) == nil {
			continue
		}
		if c := sc.c.objects.of(&sc.s, t); len(c) > 0 && slices.Contains(postedClasses, c[0]) {
			if codes := sc.ownerOf(t, nil, 2); len(codes) > 0 {
				sc.herds = append(sc.herds, herd{sc.at, t, codes})
			}
		}
	}
}

// herdBefore gives whose people were named last before a word, among those of
// other States than some: of "35", "a dozen of them", "the diplomats".
func (sc *scene) herdBefore(word int, exclude []demarche.Code) []demarche.Code {
	for k := len(sc.herds) - 1; k >= 0; k-- {
		h := &sc.herds[k]
		if sc.at-h.sentence > 3 {
			break
		}
		if h.sentence == sc.at && h.word >= word || overlap(h.codes, exclude) {
			continue
		}
		return h.codes
	}
	return nil
}
