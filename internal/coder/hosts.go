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
