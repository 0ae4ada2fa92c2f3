package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/who"
)

// placeOf gives the one city told with the act: where the object stands, or where
// it is done, and whether it is but where the report tells such a mission to stand. Several cities
// are no place.
func (sc *scene) placeOf(r *rule.Rule, p *proposition.Proposition, e *demarche.Event, object int) (city string, seated bool) {
	s := &sc.s
	var found []string
	switch {
	case r.Type == "protest":
		if sc.placesOf(r, p, object, &found); len(found) == 0 {
			sc.placesOfMissions(r, p, object, &found)
		}
		if len(found) == 1 {
			return found[0], false
		}
		return "", false
	case r.Type.IsSpeech(), r.Type == "sanction", r.Type == "break_relations", r.Type == "restore_relations":
		return "", false // done by States, wherever it is said
	case r.Type == "consult" && sc.isFromAfar(p.Head):
		return "", false
	}
	if object != proposition.None {
		for k := s.Kid(object); k >= 0; k = s.Next(k) {
			if e := sc.entityAt(k); s.Words[k].Rel == "compound" && e != nil && e.kind == place {
				sc.addPlace(k, &found)
			}
		}
		sc.placesUnder(object, 4, &found)
		sc.placeOfPost(e, object, &found)
		sc.placesServing(object, &found)
		if e.Count.N > 1 {
			sc.placesJoined(object, e.Object, &found)
		}
	}
	sc.placesOf(r, p, object, &found)
	to := proposition.None // "left Niamey for Rabat": they meet where he goes
	if r.Type == "consult" && !p.Noun && sc.c.vocabulary.has(leaving, s.Words[p.Head].Lemma) {
		if to = p.With("for"); to != proposition.None && p.Patient.Head == proposition.None {
			sc.addPlace(to, &found)
		}
	}
	if h := p.Patient.Head; h != proposition.None && h != object && (r.Type == "depart" || r.Type == "consult" || r.Type == "expel") {
		if to != proposition.None {
			h = to
		}
		sc.addPlace(h, &found) // "left Niamey"
	}
	if len(found) == 0 && p.Content != proposition.None && len(r.Content) > 0 {
		var q proposition.Proposition
		s.Read(p.Content, sc.c.lexicon, &q)
		if q.Patient.Head != proposition.None {
			if e := sc.entityAt(q.Patient.Head); e != nil && e.capital {
				sc.addPlace(q.Patient.Head, &found)
			}
			sc.placesBefore(q.Patient.Head, &found)
			sc.placesUnder(q.Patient.Head, 3, &found)
		}
		sc.placesOf(r, &q, object, &found)
	}
	if len(found) == 0 && p.Noun {
		if r.Type == "consult" || r.Type == "agree" {
			for k := s.Kid(p.Head); k >= 0 && k < p.Head; k = s.Next(k) {
				if s.Words[k].Rel == "compound" {
					sc.addPlace(k, &found) // "the Geneva talks"
				}
			}
		}
		sc.placesBeside(p.Head, &found)
	}
	if len(found) == 0 {
		for _, word := range []int{p.Head, p.Carrier, object} {
			if word != proposition.None {
				sc.placesPointed(word, e, &found)
			}
		}
	}
	if len(found) == 0 {
		sc.placesOfMissions(r, p, object, &found)
	}
	if len(found) == 0 && object != proposition.None {
		sc.placesOfOwner(object, &found)
	}
	if len(found) == 0 && r.Type == "consult" {
		sc.placesOfMeeting(p.Head, &found)
	}
	if len(found) == 0 && r.Type == "consult" {
		sc.placesHere(p.Head, e, &found)
	}
	if len(found) == 0 && r.Type == "consult" {
		sc.placesOfTravel(p.Head, &found)
	}
	if len(found) == 0 && (!p.Noun || r.Type == "consult") {
		sc.placesAfter(p.Head, &found)
	}
	if len(found) == 0 {
		sc.placeWhere(p.Head, &found)
	}
	switch len(found) {
	case 0:
		city = sc.placeKnown(e, object)
		return city, city != ""
	case 1:
		return found[0], false
	}
	return "", false
}

// placesBeside adds the cities told of an event noun by the verb that it is subject or
// object of, or by a word that describes it: "talks collapsed in Astana", "talks, due in
// Seoul on Friday".
func (sc *scene) placesBeside(noun int, found *[]string) {
	s := &sc.s
	phrases := func(head int) {
		for k := s.Kid(head); k >= 0; k = s.Next(k) {
			if c := s.Case(k); strings.HasPrefix(s.Words[k].Rel, "obl") && (c == "in" || c == "at") {
				sc.addPlace(k, found)
			}
		}
	}
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		if rel := s.Words[k].Rel; k > noun && (rel == "amod" || rel == "acl") {
			phrases(k)
		}
	}
	if v := s.Words[noun].Head; v >= 0 && s.IsVerb(v) {
		switch s.Words[noun].Rel {
		case "nsubj", "nsubj:pass", "obj":
			phrases(v)
			for k := s.Kid(v); k >= 0; k = s.Next(k) {
				if k > v && s.IsVerb(k) && s.Mark(k) == "to" && s.HasPassive(v) {
					phrases(k) // "talks are scheduled to resume in Astana"
				}
			}
		}
		if s.Words[noun].Rel == "obj" && s.Words[v].Lemma == "host" {
			for k := s.Kid(v); k >= 0 && k < v; k = s.Next(k) {
				if e := sc.entityAt(k); s.Words[k].Rel == "nsubj" && e != nil && (e.capital || e.kind == place) {
					sc.addPlace(k, found) // "Oslo hosted talks between the two"
				}
			}
		}
	}
}

// placesOfMissions adds the city of a mission or an organ that does an act or has it
// done to it: "the embassy in Athens lost two attachés", "the ministry in Madrid called
// her in"; and that of one whose clause it is: "the consulate in Wuhan, from which staff
// were withdrawn".
func (sc *scene) placesOfMissions(r *rule.Rule, p *proposition.Proposition, object int, found *[]string) {
	s := &sc.s
	is := func(word int) bool {
		if word == proposition.None || word == object {
			return false
		}
		e := sc.entityAt(word)
		return sc.kindOf(word) == mission || e != nil && e.class == who.Mission || (r.Type == "summon" || r.Type == "protest") && e != nil && e.class != 0
	}
	for _, word := range []int{p.Agent.Head, p.Patient.Head, p.Indirect.Head} {
		if is(word) {
			sc.placesUnder(word, 2, found)
		}
	}
	if len(*found) > 0 {
		return
	}
	for at := p.Head; at >= 0; at = s.Words[at].Head {
		if over := s.Words[at].Head; s.Words[at].Rel == "acl:relcl" {
			if is(over) {
				sc.placesUnder(over, 2, found)
			}
			return
		}
		if rel := s.Words[at].Rel; rel != "conj" && rel != "xcomp" && rel != "obj" {
			return
		}
	}
}

// placeOfPost adds the city that an envoy is told to be sent to, which is not his own
// capital: "Chad's ambassador to Lima", but not "recalled its ambassador to Lima" by Peru.
func (sc *scene) placeOfPost(e *demarche.Event, object int, found *[]string) {
	if sc.kindOf(object) != people || object+2 >= len(sc.s.Words) || !strings.EqualFold(sc.s.Words[object+1].Form, "to") {
		return
	}
	home := e.Recipient
	switch e.Type {
	case "recall", "depart", "appoint":
		home = e.Actor
	}
	if city := sc.entityAt(object + 2); city != nil && city.first == object+2 && city.capital && !overlap(city.codes, home) {
		sc.addPlace(city.head, found)
	}
}

// placesOfOwner adds the city of the mission that an act's object belongs to by a pronoun:
// "the consulate in Wuhan was shut, and two of its clerks were told to leave".
func (sc *scene) placesOfOwner(object int, found *[]string) {
	s := &sc.s
	for k := s.Kid(object); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "nmod:poss" || !strings.EqualFold(s.Words[k].Form, "its") {
			continue
		}
		for t := k - 1; t >= 0; t-- {
			if strings.HasPrefix(s.Words[t].Rel, "nsubj") && s.IsNoun(t) {
				if sc.kindOf(t) == mission {
					sc.placesUnder(t, 2, found)
				}
				return
			}
		}
		for t := len(sc.recent) - 1; t >= 0 && sc.at-sc.recent[t].sentence <= 1; t-- {
			switch m := &sc.recent[t]; m.Object {
			case "embassy", "consulate", "mission":
				if m.Count.N <= 1 && m.Place != "" && !slices.Contains(*found, m.Place) {
					*found = append(*found, m.Place) // "closed the consulate in Wuhan. Its consul has to leave"
				}
				return
			}
		}
	}
}

// placeWhere adds the city that a clause opening with "where" takes up, if a word
// stands in one: "from Tripoli, where he had talks".
func (sc *scene) placeWhere(word int, found *[]string) {
	s := &sc.s
	for at, left := word, 6; at >= 0 && left > 0; at, left = s.Words[at].Head, left-1 {
		for k := s.Kid(at); k >= 0; k = s.Next(k) {
			if k > 0 && k < at && strings.EqualFold(s.Words[k].Form, "where") {
				name := k - 1
				if s.Words[name].Form == "," {
					name--
				}
				if name >= 0 {
					sc.addPlace(name, found)
				}
				return
			}
		}
	}
}

// placesOf adds the cities that stand by a preposition with a predicate.
func (sc *scene) placesOf(r *rule.Rule, p *proposition.Proposition, object int, found *[]string) {
	s := &sc.s
	for _, a := range p.Preps {
		if object != proposition.None && s.Within(a.Head, object) && !s.Within(a.Head, p.Head) {
			continue
		}
		switch a.Word {
		case "in", "at", "near", "out", "out of":
		case "on":
			if !isTown(s.Words[a.Head].Lemma) {
				continue
			}
		case "from":
			if r.Type == "consult" || r.Type == "agree" || r.Type == "protest" {
				continue
			}
		case "to":
			if r.Type != "appoint" && r.Type != "consult" {
				if e := sc.entityAt(a.Head); e != nil && e.class != 0 {
					sc.placesUnder(a.Head, 2, found) // "to the ministry in Moscow"
				}
				continue
			}
		default:
			continue
		}
		sc.addPlace(a.Head, found)
		if e := sc.entityAt(a.Head); e != nil && e.class != 0 || sc.kindOf(a.Head) == mission || isTown(s.Words[a.Head].Lemma) || sc.c.vocabulary.has(gatherings, s.Words[a.Head].Lemma) {
			sc.placesUnder(a.Head, 2, found)
		}
		sc.placesBefore(a.Head, found)
		sc.placesJoined(a.Head, "", found)
		if sc.c.vocabulary.has(gatherings, s.Words[a.Head].Lemma) {
			for k := s.Kid(a.Head); k >= 0 && k < a.Head; k = s.Next(k) {
				if s.Words[k].Rel == "compound" {
					sc.addPlace(k, found) // "in a Geneva hotel"
				}
			}
		}
	}
}

// placesJoined adds the cities of the missions joined to one, those of one class if that is
// given: "the embassy in Rome and the consulate in Milan".
func (sc *scene) placesJoined(mission int, class string, found *[]string) {
	s := &sc.s
	for k := s.Kid(mission); k >= 0; k = s.Next(k) {
		if k > mission && s.Words[k].Rel == "conj" && sc.isOfMission(k) && (class == "" || sc.c.objects.has(s, k, class)) {
			sc.placesUnder(k, 2, found)
		}
	}
}

// placesAfter adds the city that stands right after a preposition of place in the
// words after a verb, whatever the tree makes of it: "ordered out of Managua".
func (sc *scene) placesAfter(verb int, found *[]string) {
	words := sc.s.Words
	for t := verb + 1; t < min(verb+9, len(words)-1); t++ {
		if words[t].UPOS == "VERB" || words[t].UPOS == "PUNCT" && words[t].Form != "," {
			return
		}
		switch strings.ToLower(words[t].Form) {
		case "in", "from", "at":
		case "of":
			if !strings.EqualFold(words[t-1].Form, "out") {
				continue
			}
		default:
			continue
		}
		if sc.isOfSayer(t + 1) {
			return
		}
		if e := sc.entityAt(t + 1); e != nil && e.first == t+1 && !e.adjective {
			sc.addPlace(e.head, found)
			continue
		}
		for k := t + 2; k < min(t+4, len(words)); k++ {
			if words[k].Lemma == "capital" {
				sc.addPlace(k, found) // "under its own name in the Lithuanian capital"
				break
			}
		}
	}
}

// isOfSayer says whether a word belongs to whoever says a thing, and not to what he says:
// "expelled the envoy, officials in Berlin said".
func (sc *scene) isOfSayer(word int) bool {
	s := &sc.s
	for at := word; at >= 0; at = s.Words[at].Head {
		if up := s.Words[at].Head; up > at && s.Words[at].Rel == "nsubj" {
			return sc.c.lexicon.IsSaying(s.Words[up].Lemma)
		}
	}
	return false
}

// addPlace adds the city that a word stands for, and those joined to it.
func (sc *scene) addPlace(word int, found *[]string) {
	e := sc.entityAt(word)
	if l := sc.s.Words[word].Lemma; e == nil && (l == "city" || l == "town") && sc.s.Words[word].XPOS == "NN" && sc.isDefinite(word) && sc.ownerOf(word, nil, 2) == nil {
		if name := sc.cityBefore(word); name != "" && !slices.Contains(*found, name) {
			*found = append(*found, name)
		}
		return
	}
	if name := sc.unknownPlace(word); e == nil && name != "" {
		if !slices.Contains(*found, name) {
			*found = append(*found, name)
		}
		return
	}
	if sc.s.Words[word].Lemma == "capital" {
		if name := sc.capitalAt(word); name != "" && !slices.Contains(*found, name) {
			*found = append(*found, name)
		}
		return
	}
	if e == nil || e.class != 0 || !(e.kind == place && sc.isCity(e) || e.capital || sc.isCityState(e)) {
		return
	}
	if name := sc.cityName(e); !slices.Contains(*found, name) {
		*found = append(*found, name)
	}
	// "Chandigarh, Mumbai and Bengaluru"
	for at := e.end; at+1 < len(sc.s.Words); {
		switch strings.ToLower(sc.s.Words[at].Form) {
		case ",", "and":
			at++
			continue
		}
		next := sc.entityAt(at)
		if next == nil || at == e.end || next.first != at || !(next.kind == place && sc.isCity(next) || next.capital) {
			return
		}
		if name := sc.words(next.first, next.end); !slices.Contains(*found, name) {
			*found = append(*found, name)
		}
		at = next.end
	}
}

// cityName gives the name of a city as the report spells it, with the words of it that no
// list has: "Johor Baru", of which Johor is known.
func (sc *scene) cityName(e *entity) string {
	end := e.end
	if sc.open[e.sentence] {
		words := sc.trees[e.sentence].Words
		for end < len(words) && words[end].UPOS == "PROPN" && strings.HasPrefix(words[end].Rel, "flat") && words[end].Head >= e.first && words[end].Head < e.end && !sc.isTimeAt(e.sentence, end) {
			end++
		}
	}
	return strings.Join(strings.Fields(spanOf(sc.sentences[e.sentence].Tokens, e.first, end).In(sc.report.Text)), " ")
}

// capitalAt gives the city that "the Syrian capital" is, unless it is named beside:
// "the Syrian capital of Damascus". It is spelled as the report spells it.
func (sc *scene) capitalAt(word int) string {
	s := &sc.s
	if s.Words[word].XPOS != "NN" {
		return ""
	}
	for k := s.Kid(word); k >= 0; k = s.Next(k) {
		if e := sc.entityAt(k); k > word && e != nil && (e.capital || e.kind == place && sc.isCity(e)) {
			return sc.cityName(e)
		}
	}
	codes := sc.ownerOf(word, nil, 2)
	if len(codes) != 1 {
		return ""
	}
	return sc.capitalOf(codes)
}

// capitalOf gives a State's capital, spelled as the report spells it.
func (sc *scene) capitalOf(codes []demarche.Code) string {
	for k := range sc.entities {
		if e := &sc.entities[k]; e.capital && slices.Equal(e.codes, codes) {
			t := sc.sentences[e.sentence].Tokens
			return strings.Join(strings.Fields(demarche.Span{Start: t[e.first].Start, End: t[e.end-1].End}.In(sc.report.Text)), " ")
		}
	}
	return sc.c.names.Capital(codes[0], sc.year())
}

// isTown says whether a noun may have the name of a place behind "of".
func isTown(lemma string) bool {
	return slices.Contains([]string{"city", "town", "port", "village", "resort", "settlement", "island"}, lemma)
}

// unknownPlace gives the name after "in", or after "the town of", that no list has.
func (sc *scene) unknownPlace(word int) string {
	s := &sc.s
	w := &s.Words[word]
	if w.XPOS != "NNP" || sc.inTime(word) || sc.hasArticle(word) {
		return ""
	}
	switch s.Case(word) {
	case "in":
	case "of":
		if w.Head < 0 || !isTown(s.Words[w.Head].Lemma) {
			return ""
		}
	default:
		return ""
	}
	end := word + 1
	for end < len(s.Words) && s.Words[end].Head == word && strings.HasPrefix(s.Words[end].Rel, "flat") {
		end++
	}
	switch s.Words[end-1].Form {
	case "Africa", "America", "Asia", "Europe", "Arctic", "Pacific", "Atlantic", "Gulf":
		return ""
	case "Lane", "Street", "Road", "Avenue", "Square", "Gardens", "Park", "Boulevard", "Hill", "District", "Palace", "Hotel":
		return "" // within a city
	}
	return sc.words(word, end)
}

// hasArticle says whether a name stands with an article, a number or an adjective,
// as towns do not.
func (sc *scene) hasArticle(word int) bool {
	for k := sc.s.Kid(word); k >= 0 && k < word; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel != "case" {
			return true
		}
	}
	return false
}

// placesUnder adds the cities that stand in the phrases on a noun: "employees of
// the embassy in Moscow", "consulate in the city of Guangzhou".
func (sc *scene) placesUnder(noun, depth int, found *[]string) {
	s := &sc.s
	if depth == 0 {
		return
	}
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		rel, sub, _ := strings.Cut(s.Words[k].Rel, ":")
		if rel == "appos" && k > noun && sc.entityAt(k) == nil && sc.isOfMission(k) {
			sc.placesUnder(k, depth-1, found) // "Zhao Wei, a consul in Toronto"
			continue
		}
		if rel != "nmod" && rel != "obl" || sub == "poss" || k < noun {
			continue
		}
		switch c := s.Case(k); c {
		case "in", "at", "from", "near":
			sc.addPlace(k, found)
		case "of":
			if isTown(s.Words[noun].Lemma) {
				sc.addPlace(k, found)
			}
			switch s.Words[noun].Lemma {
			case "capital", "edge", "outskirts", "outskirt", "suburb", "centre", "center", "heart", "middle", "district", "part", "north", "south", "east", "west":
				sc.addPlace(k, found)
			}
		case "":
			continue
		}
		if e := sc.entityAt(k); e == nil || e.class != 0 {
			sc.placesBefore(k, found)
			sc.placesUnder(k, depth-1, found)
		}
	}
}

// placesBefore adds the city that stands before a mission as its site: "the Minsk embassy".
func (sc *scene) placesBefore(noun int, found *[]string) {
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		if e := sc.entityAt(k); sc.s.Words[k].Rel == "compound" && e != nil && (e.kind == place || sc.isSite(e, noun)) && sc.kindOf(noun) == mission {
			sc.addPlace(k, found)
		}
	}
}

// isOfMission says whether a noun is of people or of a mission: "a consul", "a clerk of
// the embassy".
func (sc *scene) isOfMission(noun int) bool {
	is := func(word int) bool {
		kind, e := sc.kindOf(word), sc.entityAt(word)
		return kind == mission || word == noun && kind == people || e != nil && e.class == who.Mission
	}
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		if k > noun && sc.s.Words[k].Rel == "nmod" && is(k) {
			return true
		}
	}
	return is(noun)
}

// isCityState says whether a State stands for the city that it is: "met in Singapore".
func (sc *scene) isCityState(e *entity) bool {
	if e.kind != state || e.adjective || e.first == 0 || !sc.c.vocabulary.has(cityStates, sc.form(e.sentence, e.end-1)) {
		return false
	}
	w := strings.ToLower(sc.form(e.sentence, e.first-1))
	return w == "in" || w == "at"
}

// isCity says whether a place is a city rather than a region.
func (sc *scene) isCity(e *entity) bool { return !e.region }
