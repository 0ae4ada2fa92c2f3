package coder

import (
	"slices"
	"strings"

	"demarche/internal/who"
)

// isNamesake says whether the name of a place is the surname of a person: of one whom the
// report has introduced by an office, unless it stands as a place, or whom the sentence that
// is being looked at does: "Assistant Secretary Thomas Lima", "Thomas Lima, a US envoy".
func (sc *scene) isNamesake(i int, m who.Mention, x who.Sense) bool {
	if m.End-m.First != 1 || !x.Kind.IsPlace() && x.Kind != who.Capital && x.Caution&who.Person == 0 {
		return false
	}
	if p, ok := sc.cast[sc.form(i, m.First)]; ok && p.class != 0 {
		return m.First == 0 || !slices.Contains(whereabouts, strings.ToLower(sc.form(i, m.First-1)))
	}
	from := sc.givenNamesBefore(i, m.First)
	if from == m.First || sc.open[i] && sc.trees[i].Words[m.First].Rel != "flat" {
		return false
	}
	return slices.ContainsFunc(sc.offices, func(o who.Office) bool {
		if o.Class == who.Body || o.Class == who.Mission || strings.HasSuffix(sc.form(i, o.End-1), "s") {
			return false
		}
		return o.End == from || o.First > m.End && sc.hasTitleBehind(i, m.End, o.First)
	})
}

// whereabouts are the prepositions behind which a name that is a place's too is a place.
var whereabouts = []string{"in", "at", "near", "outside", "inside", "to", "from", "into", "via", "through", "around", "leave", "left", "of"}

// givenNamesBefore gives the first of the tokens before another that can be the given names
// of somebody: no more than two, and no State's.
func (sc *scene) givenNamesBefore(i, token int) (from int) {
	const most = 2
	from = token
	isOffice := func(t int) bool {
		return slices.ContainsFunc(sc.offices, func(o who.Office) bool { return t >= o.First && t < o.End })
	}
	for from > 0 && token-from < most && sc.isName(i, from-1) && !sc.isEntity(i, from-1) && !isOffice(from-1) {
		low := strings.ToLower(sc.form(i, from-1))
		if slices.Contains(between, low) || slices.Contains(whereabouts, low) || slices.Contains([]string{"since", "before", "while", "president"}, low) {
			break
		}
		from--
	}
	return from
}

// hasTitleBehind says whether an office stands behind a comma at a token, with no more than its
// owner and what describes it before it: ", a former Dutch minister".
func (sc *scene) hasTitleBehind(i, comma, office int) bool {
	const reach = 5
	if office-comma > reach || sc.form(i, comma) != "," {
		return false
	}
	for t := comma + 1; t < office; t++ {
		switch f := sc.form(i, t); {
		case f == "," || f == "who" || f == "where" || sc.isVerbAt(i, t):
			return false
		case f != "the" && f != "a" && f != "an" && f != "to" && f != "of" && slices.Contains(between, f):
			return false
		}
	}
	return true
}
