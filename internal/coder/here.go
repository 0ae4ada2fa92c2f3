package coder

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// placesPointed adds the city that "here" or "there" beside a word points to: the one
// that the report is written in, or the one named last.
func (sc *scene) placesPointed(word int, found *[]string) {
	s := &sc.s
	for k := s.Kid(word); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "advmod" {
			continue
		}
		name := ""
		switch strings.ToLower(s.Words[k].Form) {
		case "here":
			name = sc.datelineCity()
		case "there":
			name = sc.cityBefore(k)
		}
		if name != "" && !slices.Contains(*found, name) {
			*found = append(*found, name)
		}
	}
}

// placesHere adds the city that the report is written in if a sentence of a meeting says
// "here" of it, or of coming to it: "who arrived here on Monday, held talks with", but not
// "told reporters here".
func (sc *scene) placesHere(meeting int, found *[]string) {
	s := &sc.s
	for t := range s.Words {
		if h := s.Words[t].Head; h < 0 || !strings.EqualFold(s.Words[t].Form, "here") || !s.Within(t, meeting) && !s.IsVerb(h) {
			continue
		}
		for at := s.Words[t].Head; at >= 0 && at != meeting; at = s.Words[at].Head {
			if sc.c.lexicon.IsSaying(s.Words[at].Lemma) {
				return
			}
			if s.IsVerb(at) && !s.Within(at, meeting) {
				break
			}
		}
		if name := sc.datelineCity(); name != "" {
			*found = append(*found, name)
		}
		return
	}
}

// datelineCity gives the one city that a report is written in, or nothing.
func (sc *scene) datelineCity() string {
	name, _, _ := strings.Cut(sc.report.Dateline.Place, ",")
	if strings.ContainsAny(name, "/;") || strings.Contains(name, " and ") {
		return ""
	}
	words := strings.Fields(name)
	for i, w := range words {
		if w == strings.ToUpper(w) {
			first, size := utf8.DecodeRuneInString(w)
			words[i] = string(first) + strings.ToLower(w[size:])
		}
	}
	return strings.Join(words, " ")
}

// cityBefore gives the city that was named last before a word of the sentence, in it
// or in the one before, as where something is: "in Lima", "to Tunis".
func (sc *scene) cityBefore(word int) string {
	for i := sc.at; i >= max(0, sc.at-1); i-- {
		list := sc.in(i)
		for k := len(list) - 1; k >= 0; k-- {
			e := &list[k]
			if i == sc.at && e.end > word || e.first == 0 || e.class != 0 || e.adjective || !(e.kind == place && sc.isCity(e) || e.capital) {
				continue
			}
			switch strings.ToLower(sc.form(i, e.first-1)) {
			case "in", "at", "to", "from", "near", "for":
				return sc.cityName(e)
			}
		}
	}
	return ""
}
