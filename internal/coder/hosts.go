package coder

import (
	"slices"

	"demarche"
)

// metIn gives the States in whose capitals somebody is told to meet officials who have no
// other State, one after the other: "will meet with officials in Cairo and in Amman".
func (sc *scene) metIn(f *candidate) []demarche.Code {
	all := union(f.Actor, f.Recipient)
	if f.Type != "consult" || len(all) != 2 || f.tabled || f.convened {
		return nil
	}
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if e.first <= f.head+1 || !e.capital || sc.form(sc.at, e.first-1) != "in" || !overlap(e.codes, all) || !sc.isChief(e.first-2) {
			continue
		}
		hosts, at := e.codes, e.end
		for n := k + 1; n < len(list) && list[n].capital; n++ {
			for at < list[n].first && slices.Contains([]string{",", "and", "in", "then"}, sc.form(sc.at, at)) {
				at++
			}
			if at != list[n].first {
				break
			}
			hosts, at = union(hosts, list[n].codes), list[n].end
		}
		if len(hosts) > 1 && len(without(all, hosts)) == 1 {
			return hosts
		}
	}
	return nil
}

// isChief says whether a word stands for those who meet for a State.
func (sc *scene) isChief(word int) bool {
	return word >= 0 && sc.c.vocabulary.has(chiefs, sc.s.Words[word].Lemma)
}

// metWhere parts the meetings that a clause tells together by the city in which each was: "met
// Jordan's king in Amman and Egypt's president in Cairo".
func (sc *scene) metWhere(f *candidate) (meetings []candidate) {
	all := union(f.Actor, f.Recipient)
	if f.Type != "consult" || f.tabled || len(all) < 3 {
		return nil
	}
	hub := all
	end := f.head
	list := sc.in(sc.at)
	for k := range list {
		c := &list[k]
		if c.first <= end+1 || !c.capital && c.kind != place || sc.form(sc.at, c.first-1) != "in" {
			continue
		}
		var with *entity
		for n := range list[:k] {
			if e := &list[n]; e.first > end && e.end < c.first && len(e.codes) == 1 && (e.kind == person || e.kind == state) {
				with = e
			}
		}
		if with == nil || !sc.isNamedUpTo(with.end, c.first-1) {
			return nil
		}
		one := *f
		one.Recipient, one.Place = with.codes, sc.cityName(c)
		hub, end = without(hub, with.codes), c.end
		meetings = append(meetings, one)
	}
	if len(meetings) < 2 || len(hub) == 0 || len(hub)+len(meetings) != len(all) {
		return nil
	}
	for k := range meetings {
		meetings[k].Actor = hub
	}
	return meetings
}

// isNamedUpTo says whether only nouns and parts of names stand between two tokens of the sentence
// under the eye.
func (sc *scene) isNamedUpTo(from, to int) bool {
	for t := from; t < to; t++ {
		switch w := &sc.s.Words[t]; w.UPOS {
		case "PROPN", "NOUN", "ADJ":
		default:
			if w.Form != "'s" && w.Form != "’s" {
				return false
			}
		}
	}
	return true
}
