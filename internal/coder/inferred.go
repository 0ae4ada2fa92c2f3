package coder

import (
	"cmp"
	"maps"
	"slices"

	"demarche"
)

// settle looks again at the sides that were inferred, now that the whole report is
// known: the same figure told of the same sort of act with both sides is the same
// act, and the State that a side deals with elsewhere in the report is likelier its
// other side than one it is never told to deal with.
func settle(found []candidate) []candidate {
	dealings := map[[2]demarche.Code]int{}
	pair := func(a, b demarche.Code) [2]demarche.Code {
		if b < a {
			a, b = b, a
		}
		return [2]demarche.Code{a, b}
	}
	told := func(f *candidate) bool {
		return !slices.Contains(f.Inferred, "actor") && !slices.Contains(f.Inferred, "recipient")
	}
	for i := range found {
		f := &found[i]
		if !told(f) {
			continue
		}
		for _, a := range f.Actor {
			for _, b := range f.Recipient {
				dealings[pair(a, b)]++
			}
		}
	}
	for i := range found {
		f := &found[i]
		if told(f) || f.Type.IsSymmetric() {
			continue
		}
		for j := range found {
			g := &found[j]
			if g.Type == f.Type && told(g) && g.Count == f.Count && f.Count.N > 1 && (slices.Contains(f.Inferred, "recipient") || slices.Equal(f.Recipient, g.Recipient)) {
				f.Actor, f.Recipient = g.Actor, g.Recipient
			}
		}
		if len(f.Actor) != 1 || len(f.Recipient) != 1 || dealings[pair(f.Actor[0], f.Recipient[0])] > 0 {
			continue
		}
		switch {
		case slices.Contains(f.Inferred, "actor") == slices.Contains(f.Inferred, "recipient"):
		case slices.Contains(f.Inferred, "recipient"):
			if c := partner(dealings, f.Actor[0]); c != "" {
				f.Recipient = []demarche.Code{c}
			}
		default:
			if c := partner(dealings, f.Recipient[0]); c != "" {
				f.Actor = []demarche.Code{c}
			}
		}
	}
	for i := range found {
		for j := range found {
			if f, g := &found[i], &found[j]; isClosedBy(f, g) {
				f.Actor, f.Recipient = g.Actor, g.Recipient
			}
		}
	}
	return found
}

// partner gives the State that one is told to deal with most, twice at least.
func partner(dealings map[[2]demarche.Code]int, code demarche.Code) demarche.Code {
	best, most := demarche.Code(""), 1
	for _, p := range slices.SortedFunc(maps.Keys(dealings), func(a, b [2]demarche.Code) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		other := p[0]
		switch code {
		case p[0]:
			other = p[1]
		case p[1]:
		default:
			continue
		}
		if n := dealings[p]; n > most && other != demarche.Other {
			best, most = other, n
		}
	}
	return best
}

// enough is how many acts against another State a report must tell in full before
// the other side of its further acts is inferred.
const enough = 2

// trust drops what rests on an inference in a report that tells of no dispute:
// there the State named last is seldom the other side. Where the networks are asked,
// that of trusts weighs this among the rest.
func (sc *scene) trust(found []candidate) []candidate {
	told := 0
	for i := range found {
		if f := &found[i]; f.Type == "appoint" && len(f.Inferred) > 0 {
			continue // sent to whom the report does not say
		} else if f.Type == "depart" && f.Object == "" || f.Type == "expel" && f.Object == "officials" && len(f.Inferred) > 0 {
			continue // citizens who leave, rulers who are ousted
		} else if !f.Type.IsSymmetric() && !f.Type.IsSpeech() && (len(f.Inferred) == 0 && f.Type != "sanction" || isDiplomatic(f.Object) || measures[f.Type]) {
			told++
		}
	}
	if told >= enough || sc.c.alone || sc.c.senses != nil && !sc.c.plain {
		return found
	}
	var kept []candidate
	for _, f := range found {
		if sc.isSensed(&f) {
			kept = append(kept, f)
			continue
		}
		if (f.Type.IsSpeech() || f.Type == "sanction" || f.Object == "officials") && len(f.Inferred) > 0 && !facing(found, &f.Event) {
			continue // nothing in it sets the two against each other
		}
		if len(f.Inferred) == 0 || f.fetched || (isDiplomatic(f.Object) || measures[f.Type]) && !f.Type.IsSpeech() || !f.deed && (f.Type.IsSpeech() || sc.isBetween(&f.Event)) {
			kept = append(kept, f)
		}
	}
	return kept
}

// facing says whether the report tells in full of something that one of the two
// sides of an event does to the other.
func facing(found []candidate, e *demarche.Event) bool {
	for i := range found {
		f := &found[i]
		if sides := union(f.Actor, f.Recipient); len(f.Inferred) == 0 && !f.Type.IsSymmetric() && len(without(e.Actor, sides)) == 0 && len(without(e.Recipient, sides)) == 0 {
			return true
		}
	}
	return false
}

// isBetween says whether a report is on its whole about the two sides of an event,
// so that one of them stands opposite to the other where it is not named. A brief
// of a sentence or three need name each but once.
func (sc *scene) isBetween(e *demarche.Event) bool {
	if len(e.Actor) != 1 || len(e.Recipient) != 1 || e.Actor[0] == demarche.Other || e.Recipient[0] == demarche.Other {
		return false
	}
	a, b, all := 0, 0, 0
	for k := range sc.entities {
		x := &sc.entities[k]
		if len(x.codes) == 0 || x.kind == place {
			continue
		}
		all++
		switch {
		case slices.Contains(x.codes, e.Actor[0]):
			a++
		case slices.Contains(x.codes, e.Recipient[0]):
			b++
		}
	}
	brief := len(sc.sentences) <= 3 && a > 0 && b > 0
	return (a > 1 && b > 1 || brief) && 5*(a+b) >= 4*all
}

// isDiplomatic says whether an object is one that only diplomacy has.
func isDiplomatic(object string) bool {
	switch object {
	case "diplomats", "ambassador", "attache", "embassy", "consulate", "relations":
		return true
	}
	return false
}
