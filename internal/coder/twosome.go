package coder

import (
	"slices"
	"strings"

	"demarche"
)

// namedTogether gives the two States joined by "and" that were named last, of whom "both
// countries" tells before any two who were named apart: "Chad and Sudan joined the bloc of which
// Kenya is a member. Uganda accuses both countries of theft."
func (sc *scene) namedTogether(exclude []demarche.Code) []demarche.Code {
	const reach = 3 // sentences
	for k := sc.from[sc.at+1] - 1; k > 0; k-- {
		e, first := &sc.entities[k], &sc.entities[k-1]
		if sc.at-e.sentence > reach {
			return nil
		}
		if first.sentence != e.sentence || first.end+1 != e.first || !strings.EqualFold(sc.form(e.sentence, first.end), "and") {
			continue
		}
		if !isOneState(first) || !isOneState(e) || e.codes[0] == first.codes[0] {
			continue
		}
		if two := slices.Concat(first.codes, e.codes); !overlap(two, exclude) {
			return two
		}
	}
	return nil
}

// isOneState says whether a name stands for one State and nobody else.
func isOneState(e *entity) bool {
	return e.kind == state && isSide(e)
}
