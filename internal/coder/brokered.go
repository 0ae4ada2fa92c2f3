package coder

import (
	"strings"

	"demarche"
)

// brokered gives the two whom a third brought together, by their names joined with "and" in a
// sentence that tells the third apart from them, not long before a word: "France hosted the
// leaders of Armenia and Azerbaijan. The two sides signed" is said of the guests.
func (sc *scene) brokered(head int) []demarche.Code {
	const reach = 2 // sentences before
	for i := sc.at; i >= max(0, sc.at-reach); i-- {
		if !sc.open[i] {
			continue
		}
		before := len(sc.sentences[i].Tokens)
		if i == sc.at {
			before = head
		}
		if pair := sc.joinedApart(i, before); pair != nil {
			return pair
		}
	}
	return nil
}

// joinedApart gives the two States that a sentence joins with "and" before a token, if it tells
// one more with a verb between that and them.
func (sc *scene) joinedApart(i, before int) []demarche.Code {
	list := sc.in(i)
	for k := len(list) - 1; k > 0; k-- {
		b := &list[k]
		if b.end > before || !isSide(b) {
			continue
		}
		a := k - 1
		for a >= 0 && (list[a].end > b.first || !isSide(&list[a]) || overlap(list[a].codes, b.codes)) {
			a--
		}
		if a < 0 || !sc.isJoint(i, list[a].end, b.first) || sc.isAfterTo(&list[a]) {
			continue
		}
		pair := union(list[a].codes, b.codes)
		for n := range list {
			if e := &list[n]; e.end <= list[a].first && len(e.codes) > 0 && e.kind != place && !overlap(e.codes, pair) && sc.hasVerbIn(i, e.end, list[a].first) {
				return pair
			}
		}
	}
	return nil
}

// isSide says whether an entity is a single State that may take part in something.
func isSide(e *entity) bool {
	return len(e.codes) == 1 && e.codes[0] != demarche.Other && e.kind != place && e.kind != others && !isOrganisation(e.codes[0])
}

// isAfterTo says whether a State is told as where somebody goes or is: "a visit to Zambia and
// Malawi".
func (sc *scene) isAfterTo(e *entity) bool {
	if e.kind != state || e.adjective || e.first == 0 {
		return false
	}
	switch strings.ToLower(sc.form(e.sentence, e.first-1)) {
	case "to", "in", "from", "through", "via":
		return true
	}
	return false
}

// isJoint says whether nothing but titles and "and" stands between two tokens of a sentence.
func (sc *scene) isJoint(i, from, to int) bool {
	const longest = 7 // "'s president and the Ugandan prime minister"
	if to-from > longest {
		return false
	}
	and := false
	for t := from; t < to; t++ {
		f := strings.ToLower(sc.form(i, t))
		if f == "," || f == ";" || sc.isVerbAt(i, t) || f == "with" || f == "in" || f == "to" {
			return false
		}
		and = and || f == "and"
	}
	return and
}

// hasVerbIn says whether a verb stands between two tokens of a sentence.
func (sc *scene) hasVerbIn(i, from, to int) bool {
	for t := from; t < to; t++ {
		if sc.isVerbAt(i, t) {
			return true
		}
	}
	return false
}
