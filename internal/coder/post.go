package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// post is a mission of which the report has told in what city it stands.
type post struct {
	class string          // embassy, consulate or mission
	owner []demarche.Code // whose it is, nil where it is not told
	host  []demarche.Code // in whose land it stands
	city  string
	at    int // the sentence
}

// posts finds the missions of a sentence that stand right by their city: "the consulate
// in Chengdu", "the Houston consulate". Those of several cities are passed over.
func (sc *scene) findPosts(i int) {
	list := sc.entities[sc.from[i]:]
	named := func(e *entity) bool {
		return e.class == 0 && (e.kind == place && sc.isCity(e) || e.capital)
	}
	for k := range list {
		e := &list[k]
		if e.class != who.Mission {
			continue
		}
		city := -1
		if k+1 < len(list) && list[k+1].first == e.end+1 && named(&list[k+1]) {
			if w := strings.ToLower(sc.form(i, e.end)); w == "in" || w == "at" {
				city = k + 1
			}
		}
		if k > 0 && list[k-1].end == e.first && named(&list[k-1]) && !list[k-1].adjective {
			city = k - 1
		}
		class := missionClass(sc.form(i, e.end-1))
		if e.end-e.first > 1 && class == "" {
			class = missionClass(sc.form(i, e.first))
		}
		if city < 0 || class == "" {
			continue
		}
		c := &list[city]
		if next := c.end; city > k && next+1 < len(sc.sentences[i].Tokens) {
			if w := sc.form(i, next); w == "and" || w == "," && city+1 < len(list) && list[city+1].first == next+1 && named(&list[city+1]) {
				continue
			}
		}
		t := sc.sentences[i].Tokens
		name := strings.Join(strings.Fields(demarche.Span{Start: t[c.first].Start, End: t[c.end-1].End}.In(sc.report.Text)), " ")
		owner := e.codes
		if slices.Equal(owner, c.codes) {
			owner = nil // "the Houston consulate"
		}
		sc.posts = append(sc.posts, post{class, owner, c.codes, name, i})
	}
}

// missionClass gives the class of a single mission by its word, or nothing.
func missionClass(word string) string {
	switch strings.ToLower(word) {
	case "embassy", "commission", "legation", "chancery":
		return "embassy"
	case "consulate":
		return "consulate"
	case "mission", "office", "section":
		return "mission"
	}
	return ""
}

// placeKnown gives the city of a mission that an event takes up without saying again
// where it stands: the only one of its kind that one side has with the other, or the
// one told last.
func (sc *scene) placeKnown(e *demarche.Event, object int) string {
	switch e.Type {
	case "close", "open", "seize", "hand_back":
	default:
		return ""
	}
	class := e.Object
	switch class {
	case "embassy", "consulate", "mission", "property":
	case "visas":
		class = "embassy"
	case "":
		if class = "mission"; object != proposition.None || e.Type != "open" && e.Type != "close" {
			return ""
		}
	default:
		return ""
	}
	if e.Count.N > 1 || object != proposition.None && strings.HasSuffix(sc.s.Words[object].XPOS, "S") {
		return ""
	}
	if object != proposition.None && class != "embassy" && sc.s.Words[object].UPOS != "PRON" && !sc.isDefinite(object) && !sc.saysWhose(object) {
		return ""
	}
	sides := union(e.Actor, e.Recipient)
	for k := len(sc.recent) - 1; k >= 0; k-- {
		if m := &sc.recent[k]; m.Place != "" && m.Count.N <= 1 && near(m.Object, class) && len(without(sides, union(m.Actor, m.Recipient))) == 0 && (m.Type != e.Type || slices.Equal(m.Actor, e.Actor)) {
			return m.Place // that of which the report is telling
		}
	}
	var owner []demarche.Code
	if object != proposition.None {
		owner = sc.ownerOf(object, nil, 2)
	}
	city, at := "", -1
	for k := len(sc.posts) - 1; k >= 0; k-- {
		p := &sc.posts[k]
		if p.at > sc.at || !overlap(p.host, sides) || len(without(p.owner, sides)) > 0 || overlap(p.owner, p.host) {
			continue
		}
		if class != p.class && class != "mission" && class != "property" || len(owner) > 0 && len(p.owner) > 0 && !overlap(owner, p.owner) || overlap(owner, p.host) {
			continue
		}
		switch {
		case city == "":
			city, at = p.city, p.at
		case !strings.EqualFold(city, p.city):
			if sc.at-at > 1 || at-p.at < 1 {
				return "" // one of two, and neither stands near enough
			}
			return city
		}
	}
	if city == "" && e.Object == "embassy" {
		return sc.seatTold(e, owner)
	}
	return city
}

// seatTold gives the capital of the State in which an embassy stands, if the report
// tells of something there: "flew home from Quito, after police stormed their embassy".
func (sc *scene) seatTold(e *demarche.Event, owner []demarche.Code) string {
	if len(owner) == 0 {
		owner = e.Actor
		if e.Type == "seize" || e.Type == "hand_back" {
			owner = e.Recipient
		}
	}
	host := without(union(e.Actor, e.Recipient), owner)
	if len(host) != 1 {
		return ""
	}
	for k := range sc.entities {
		x := &sc.entities[k]
		if !x.capital || x.class != 0 || x.adjective || x.first == 0 || x.sentence > sc.at || sc.at-x.sentence > 2 || !slices.Equal(x.codes, host) {
			continue
		}
		switch strings.ToLower(sc.form(x.sentence, x.first-1)) {
		case "in", "from", "at", "near":
			t := sc.sentences[x.sentence].Tokens
			return strings.Join(strings.Fields(spanOf(t, x.first, x.end).In(sc.report.Text)), " ")
		}
	}
	return ""
}
