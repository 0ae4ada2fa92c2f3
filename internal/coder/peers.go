package coder

import (
	"slices"
	"strings"

	"demarche"
)

// likeliest gives the likeliest sides of an act that a word tells: the pair with the best odds,
// and those who join it. The network sees each State by itself, and a third beside two who meet
// is more often what they talk about, or their host, unless he stands in one list with them
// or the meeting is told to be of several. Of three of whom two dealt with each other before it
// is these.
func (sc *scene) likeliest(all []standing, symmetric bool) (actor, recipient []demarche.Code, chance float64) {
	actor, recipient, chance = bestSides(all, symmetric)
	if !symmetric || len(recipient) < 2 || sc.tellsSeveral() {
		return actor, recipient, chance
	}
	lists := sc.listsHere()
	sides := union(actor, recipient)
	if pair := sc.metAmong(sides); pair != nil && !slices.ContainsFunc(lists, func(list []demarche.Code) bool { return len(without(sides, list)) == 0 }) {
		return pair[:1], pair[1:], chance
	}
	for _, x := range all {
		if x.actor <= joinAloneAt && slices.Contains(recipient[1:], x.code) && !slices.ContainsFunc(lists, func(list []demarche.Code) bool {
			return slices.Contains(list, x.code) && overlap(list, without(sides, []demarche.Code{x.code}))
		}) {
			recipient = without(recipient, []demarche.Code{x.code})
		}
	}
	return actor, recipient, chance
}

// metAmong gives the two of some States who were told last to meet or to agree with each other
// and with nobody else, or nil: it is they whose talks are told of again.
func (sc *scene) metAmong(sides []demarche.Code) []demarche.Code {
	for k := len(sc.recent) - 1; k >= 0; k-- {
		if f := &sc.recent[k]; f.sentence < sc.at && f.Type.IsSymmetric() && len(f.Inferred) == 0 {
			if pair := union(f.Actor, f.Recipient); len(pair) == 2 && len(without(pair, sides)) == 0 {
				return pair
			}
		}
	}
	return nil
}

// tellsSeveral says whether the sentence under the eye tells of a meeting of more than two, by
// their number: "the six-nation talks".
func (sc *scene) tellsSeveral() bool {
	s := &sc.s
	for t := range len(s.Words) - 2 {
		if s.Words[t+1].Form == "-" && s.Words[t].UPOS == "NUM" && sc.c.objects.has(s, t+2, "country") && s.Quantity(t).N > 2 {
			return true
		}
	}
	return false
}

// listsHere gives the States of each list of two or more in the sentence under the eye.
func (sc *scene) listsHere() (lists [][]demarche.Code) {
	const near = 2 // words between the names of one: "Kenyan President Mwai Kibaki"
	var codes []demarche.Code
	var last *entity
	add := func() {
		if len(codes) > 1 {
			lists = append(lists, codes)
		}
		codes = nil
	}
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if e.kind == place || len(e.codes) == 0 {
			continue
		}
		if last != nil && !(e.adjective == last.adjective && sc.joins(last.end, e.first)) && !(e.first-last.end <= near && overlap(e.codes, last.codes)) {
			add()
		}
		codes, last = union(codes, e.codes), e
	}
	add()
	return lists
}

// joins says whether the words between two names are but those of a list.
func (sc *scene) joins(from, to int) bool {
	if from >= to {
		return false
	}
	joint := false
	for t := from; t < to; t++ {
		switch strings.ToLower(sc.s.Words[t].Form) {
		case ",", "and", "or", "as", "well":
			joint = true
		case "the":
		default:
			return false
		}
	}
	return joint
}
