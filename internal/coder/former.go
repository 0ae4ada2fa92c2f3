package coder

import "strings"

// isFormer says whether a person is told to hold his office no more, so that he speaks for no
// State: "former US president Jimmy Carter", "a retired Israeli general".
func (sc *scene) isFormer(head int) bool {
	e := sc.entityAt(head)
	if e != nil && e.kind != person && e.class == 0 || e == nil && sc.kindOf(head) != people && sc.s.Words[head].UPOS != "PROPN" {
		return false // "the former Yugoslavia", "the former colony"
	}
	if m, ok := sc.member(head); ok && m.former {
		return true
	}
	if sc.isPast(sc.s.Words[head].Form) {
		return true
	}
	if sc.hasFormer(head) {
		return true
	}
	for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "nmod:desc" && sc.hasFormer(k) {
			return true
		}
	}
	return false
}

// hasFormer says whether a word before an office says that it is held no more.
func (sc *scene) hasFormer(office int) bool {
	for k := sc.s.Kid(office); k >= 0 && k < office; k = sc.s.Next(k) {
		if sc.isPast(sc.s.Words[k].Form) {
			return true
		}
	}
	return false
}

// isPast says whether a word tells that what it describes is no more: "former", "ex-minister".
func (sc *scene) isPast(form string) bool {
	f := strings.ToLower(form)
	return sc.c.vocabulary.has(formerly, f) || strings.HasPrefix(f, "ex-")
}

// isPastOffice says whether an office in a sentence is told to be held no more, by a word
// before it: nothing but what describes it stands between.
func (sc *scene) isPastOffice(i int, e *entity) bool {
	const reach = 3 // "former US attorney general"
	for t := e.first; t >= max(0, e.first-reach); t-- {
		switch f := sc.form(i, t); {
		case sc.isPast(f):
			return true
		case strings.ContainsAny(f, ",.;:'’\"”“"):
			return false
		}
		if t < e.first && t < len(sc.trees[i].Words) {
			switch sc.trees[i].Words[t].UPOS {
			case "VERB", "AUX", "ADP":
				return false // "the former rebel told President Robert Mugabe"
			}
		}
	}
	return false
}
