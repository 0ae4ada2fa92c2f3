package coder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche"
	"demarche/internal/who"
)

// foreignOffices gives the Foreign Office to Pakistan, which calls its ministry so
// too, in a report that names Pakistan and names Britain by nothing else.
func (sc *scene) foreignOffices() {
	const britain, pakistan = "GBR", "PAK"
	var offices []int
	named := false
	for k := range sc.entities {
		e := &sc.entities[k]
		switch {
		case slices.Contains(e.codes, britain) && e.kind == state && strings.EqualFold(sc.form(e.sentence, e.end-1), "office"):
			offices = append(offices, k)
		case slices.Contains(e.codes, britain):
			return
		}
		named = named || slices.Contains(e.codes, pakistan)
	}
	for _, k := range offices {
		if named {
			sc.entities[k].codes = []demarche.Code{pakistan}
		}
	}
}

// sense chooses what a name stands for at the report's date.
func (sc *scene) sense(m who.Mention) (who.Sense, bool) {
	best := -1
	for i, x := range m.Senses {
		held := x.Holds(sc.year())
		if x.Kind.IsPerson() {
			// Who held an office a while ago is still named for that State.
			held = (x.From == 0 || sc.year() >= x.From-3) && (x.To == 0 || sc.year() <= x.To+12)
		}
		if !held {
			continue
		}
		// Who has moved on to another office speaks for the one held in that year.
		if best < 0 || x.Kind.IsPerson() && x.From > m.Senses[best].From && x.Holds(sc.year()) {
			best = i
		}
		if !x.Kind.IsPerson() {
			break
		}
	}
	if best < 0 {
		if m.Senses[0].Kind.IsPerson() {
			return who.Sense{}, false
		}
		best = 0
	}
	return m.Senses[best], true
}

// addKoreas finds the State of a bare North or South joined to the other: "North and
// South Korean officials", "the two Koreas".
func (sc *scene) addKoreas(i int) {
	tokens := sc.sentences[i].Tokens
	korean := strings.Contains(sc.report.Text, "North Korea") || strings.Contains(sc.report.Text, "South Korea")
	for t := range tokens {
		f := sc.form(i, t)
		add := func(codes ...demarche.Code) {
			sc.entities = append(sc.entities, entity{sentence: i, first: t, end: t + 1, head: t, kind: state, codes: codes})
		}
		switch {
		case f == "Koreas":
			add("PRK", "KOR")
		case (f == "North" || f == "South") && t > 0 && strings.EqualFold(sc.form(i, t-1), "the") && korean && (t+1 == len(tokens) || !sc.isName(i, t+1) && sc.form(i, t+1) != "of" && sc.form(i, t+1) != "and" && sc.form(i, t+1) != "-"):
			// "the North", in a report that names the two Koreas
			if f == "North" {
				add("PRK")
			} else {
				add("KOR")
			}
		case (f == "North" || f == "South") && t+3 < len(tokens) && sc.form(i, t+1) == "and" && (sc.form(i, t+2) == "South" || sc.form(i, t+2) == "North") && strings.HasPrefix(sc.form(i, t+3), "Korea"):
			if f == "North" {
				add("PRK")
			} else {
				add("KOR")
			}
		default:
			continue
		}
		slices.SortStableFunc(sc.entities[sc.from[i]:], func(a, b entity) int { return a.first - b.first })
	}
}

// addMovements finds those who fight a State by the common nouns for them, with what
// they are behind it, and blocs that no list tells: "the rebels", "guerrilla forces",
// "the West".
func (sc *scene) addMovements(i, first int) {
	for t := range sc.sentences[i].Tokens {
		if !sc.isMovementAt(i, t) || sc.covered(i, t, first) {
			continue
		}
		end := t + 1
		for end < len(sc.sentences[i].Tokens) && sc.c.vocabulary.has(fighters, inSingular(strings.ToLower(sc.form(i, end)))) && !sc.covered(i, end, first) {
			end++
		}
		sc.entities = append(sc.entities, entity{sentence: i, first: t, end: end, head: end - 1, kind: others, codes: []demarche.Code{demarche.Other}, against: sc.ownerBefore(i, t, first)})
	}
	slices.SortStableFunc(sc.entities[first:], func(a, b entity) int { return a.first - b.first })
}

// isMovementAt says whether a token is a noun for those who fight a State, stands so before
// another noun, or names a bloc that no list tells.
func (sc *scene) isMovementAt(i, token int) bool {
	form := sc.form(i, token)
	if sc.c.vocabulary.has(looseBlocs, form) {
		n := len(sc.sentences[i].Tokens)
		ofName := token+2 < n && sc.form(i, token+1) == "of" && !strings.HasSuffix(sc.form(i, token+2), "ing") // "the West of Ireland", but "accused the West of lying"
		return token > 0 && strings.EqualFold(sc.form(i, token-1), "the") && (token+1 == n || !sc.isName(i, token+1) && !ofName)
	}
	if !sc.c.vocabulary.has(movements, inSingular(strings.ToLower(form))) {
		return false
	}
	if sc.isStance(i, token) {
		return false
	}
	if !sc.open[i] {
		return true
	}
	w := &sc.trees[i].Words[token]
	return w.UPOS == "NOUN" || w.UPOS == "PROPN" || w.UPOS == "ADJ" && token+1 < len(sc.sentences[i].Tokens) && sc.c.vocabulary.has(fighters, inSingular(strings.ToLower(sc.form(i, token+1))))
}

// isStance says whether a noun for those who fight a State stands for their fighting it,
// as it does in the singular before "to", or with no article or adjective and no noun
// behind it: "its opposition to sanctions", "met with opposition".
func (sc *scene) isStance(i, token int) bool {
	form := sc.form(i, token)
	if strings.HasSuffix(form, "s") || !sc.open[i] {
		return false
	}
	words := sc.trees[i].Words
	if token+1 < len(words) {
		switch next := &words[token+1]; {
		case next.Form == "to" || next.Form == "from" || next.Form == "by":
			return true
		case next.UPOS == "NOUN" || next.UPOS == "PROPN":
			return false
		}
	}
	return token == 0 || words[token-1].UPOS == "VERB" || words[token-1].UPOS == "ADP" || words[token-1].UPOS == "CCONJ"
}

// inSingular takes the ending of the plural off a noun.
func inSingular(form string) string {
	if stem, ok := strings.CutSuffix(form, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(form, "s")
}

// addName adds a name of the gazetteer.
func (sc *scene) addName(i int, m who.Mention) {
	x, ok := sc.sense(m)
	if !ok || sc.isNamesake(i, m, x) {
		return
	}
	if x.Kind == who.Surname && m.End < len(sc.sentences[i].Tokens) && sc.isName(i, m.End) && !sc.mentioned(m.End) {
		return // the first name of somebody else: "Cameron MacKay"
	}
	e := entity{sentence: i, first: m.First, end: m.End, head: m.End - 1, kind: state, codes: []demarche.Code{x.Code}}
	switch {
	case x.Kind.IsPlace():
		e.kind = place
		e.region = x.Kind == who.Region
	case x.Kind.IsPerson():
		e.kind = person
		e.name = sc.form(i, m.End-1)
		if known, ok := sc.cast[e.name]; ok && known.class != 0 {
			e.codes = known.codes // his title in the report is surer than what he came to be
		} else if own := sc.stateRightBefore(i, m.First); own != nil {
			e.codes = own // "Jordan's King Abdullah", who is not the Saudi one
		} else if own := sc.stateRightBehind(i, m.End); own != nil {
			e.codes = own
		}
	case x.Kind == who.Capital:
		e.capital = true
	case x.Kind == who.Former && m.First > 0 && sc.open[i] && sc.trees[i].Words[m.First-1].UPOS == "NUM" && strings.HasSuffix(sc.form(i, m.End-1), "s"):
		e.kind = people // "25 Soviets"
	case x.Kind == who.Demonym:
		e.adjective = sc.isAdjective(i, m)
		if !e.adjective {
			e.kind = people
		}
		if m.First > 0 && !e.adjective && sc.c.vocabulary.has(movements, strings.ToLower(sc.form(i, m.First-1))) {
			e.kind, e.codes, e.first = others, []demarche.Code{demarche.Other}, m.First-1 // "the rebel Serbs"
		}
	}
	if k := len(sc.entities) - 1; x.Kind == who.Organ && k >= 0 && sc.entities[k].sentence == i && sc.entities[k].kind == state && sc.entities[k].class == 0 && sc.entities[k].end == m.First-1 && len(sc.entities[k].codes) > 0 {
		if f := sc.form(i, m.First-1); f == "'s" || f == "’s" {
			e.codes = sc.entities[k].codes // "Pakistan's Foreign Office"
		}
	}
	if x.Kind == who.Organ {
		if codes := sc.seatBehind(i, m); codes != nil {
			e.codes = codes
		}
	}
	if x.Code == demarche.Other && e.kind == state {
		e.kind = others
		e.party = sc.c.vocabulary.has(parties, strings.ToLower(sc.form(i, m.End-1))) || m.First > 0 && strings.EqualFold(sc.form(i, m.First-1), "opposition")
	}
	if x.Caution&who.Shared != 0 && len(m.Senses) > 1 {
		m.Senses = slices.DeleteFunc(slices.Clone(m.Senses), func(y who.Sense) bool { return y != x && !y.Kind.IsPerson() && !y.Holds(sc.year()) }) // the Taliban of 2006 are no State's
		e.codes[0] = sc.shared(i, m, x)
	}
	sc.entities = append(sc.entities, e)
}

// stateRightBefore gives the State that the word before a token names as a possessor or an
// adjective, or nil.
func (sc *scene) stateRightBefore(i, token int) []demarche.Code {
	k := len(sc.entities) - 1
	if k < 0 || sc.entities[k].sentence != i || sc.entities[k].kind != state || sc.entities[k].class != 0 {
		return nil
	}
	switch e := &sc.entities[k]; {
	case e.end == token && e.adjective:
		return e.codes
	case e.end == token-1 && strings.HasSuffix(sc.form(i, e.end), "s") && strings.ContainsAny(sc.form(i, e.end), "'’"):
		return e.codes
	}
	return nil
}

// stateRightBehind gives the State of whose name "of" makes a person: "King Abdullah of
// Jordan", or nil.
func (sc *scene) stateRightBehind(i, token int) []demarche.Code {
	if token+1 >= len(sc.sentences[i].Tokens) || sc.form(i, token) != "of" {
		return nil
	}
	for _, m := range sc.mentions {
		if m.First != token+1 {
			continue
		}
		if x, ok := sc.sense(m); ok && x.Kind == who.Name && !isOrganisation(x.Code) && x.Code != demarche.Other {
			return []demarche.Code{x.Code}
		}
	}
	return nil
}

// mentioned says whether a name of the gazetteer begins at a token of the sentence
// that is being looked at.
func (sc *scene) mentioned(token int) bool {
	return slices.ContainsFunc(sc.mentions, func(m who.Mention) bool { return m.First == token })
}

// shared chooses the State of a name that several have by what the report has
// named before, or else names first after it. A capital that is the seat of an
// organisation stands for that where the report names neither: "Brussels urged Kosovo".
func (sc *scene) shared(i int, m who.Mention, x who.Sense) demarche.Code {
	for k := len(sc.entities) - 1; k >= 0; k-- {
		for _, y := range m.Senses {
			if slices.Contains(sc.entities[k].codes, y.Code) {
				return y.Code
			}
		}
	}
	var later []who.Mention
	for j := i; j < len(sc.sentences); j++ {
		later = sc.c.names.Find(sc.report.Text, sc.sentences[j].Tokens, later[:0])
		for _, l := range later {
			if len(l.Senses) > 1 {
				continue
			}
			for _, y := range m.Senses {
				if l.Senses[0].Code == y.Code {
					return y.Code
				}
			}
		}
	}
	for _, y := range m.Senses {
		if y.Kind == who.Seat && isOrganisation(y.Code) && !(m.First > 0 && strings.EqualFold(sc.form(i, m.First-1), "in")) {
			return y.Code
		}
	}
	return x.Code
}

// isAdjective says whether a demonym stands before the noun that it describes.
func (sc *scene) isAdjective(i int, m who.Mention) bool {
	if sc.open[i] {
		w := &sc.trees[i].Words[m.End-1]
		switch {
		case w.XPOS == "NNPS" || w.XPOS == "NNS":
			return false
		case w.Head > m.End-1 && (w.Rel == "amod" || w.Rel == "compound" || strings.HasPrefix(w.Rel, "nmod")):
			return true
		}
		return w.UPOS == "ADJ"
	}
	return !strings.HasSuffix(sc.form(i, m.End-1), "s")
}

// addOffice adds an office or organ with the State that stands beside it.
func (sc *scene) addOffice(i int, o who.Office, first int) {
	e := entity{sentence: i, first: o.First, end: o.End, head: o.End - 1, class: o.Class}
	switch o.Class {
	case who.Body:
		e.kind = state
	case who.Mission:
		e.kind = mission
	case who.Diplomat:
		e.kind = people
	default:
		e.kind = person
	}
	e.codes = sc.ownerBefore(i, o.First, first)
	if k := len(sc.entities) - 1; k >= first && sc.entities[k].formed && slices.Contains(e.codes, demarche.Other) {
		own := &sc.entities[k]
		if sc.governs(i, o) {
			e.codes = own.against // "the Labour Party government" is its State's
		} else {
			e.formed, e.party, e.against = true, own.party, own.against
		}
	}
	switch sc.form(i, o.End-1) {
	case "charges":
		return // "called the U.S. charges slander"
	case "charge":
		if e.codes == nil {
			return // "a charge that Tehran denies" is no chargé d'affaires
		}
	}
	if e.kind == person && (e.codes != nil || o.Code == "") && sc.isOfMovement(i, o) {
		e.against, e.codes = e.codes, []demarche.Code{demarche.Other} // "Tamil rebel leader"
	}
	if e.kind == person && e.codes == nil && sc.isOfRegion(i, o) {
		e.kind, e.codes = others, []demarche.Code{demarche.Other}
	}
	if e.codes == nil && o.Code != "" && !(o.Class == who.Minister && sc.isOthers(i, o)) && !(isOrganisation(o.Code) && (sc.isOfMinistry(i, o) || sc.isOfAnother(i, o))) {
		e.codes, e.guessed = sc.sharedOffice(o), len(o.Also) > 0
	}
	if e.codes == nil {
		e.codes, e.host = sc.sameBefore(i, o)
	}
	sc.entities = append(sc.entities, e)
}

// isOfMinistry says whether an office is one of a ministry, and of no organisation: "Foreign
// Ministry Secretary General", "the secretary general of the foreign ministry".
func (sc *scene) isOfMinistry(i int, o who.Office) bool {
	if o.First > 0 && strings.EqualFold(sc.form(i, o.First-1), "ministry") {
		return true
	}
	const reach = 8 // a name, "of" and what may stand before the noun
	of := false
	for t := o.End; t < min(len(sc.sentences[i].Tokens), o.End+reach); t++ {
		switch f := strings.ToLower(sc.form(i, t)); {
		case f == "of" || f == "at":
			of = true
		case f == "ministry":
			return of
		case f == "," || f == "." || slices.Contains(between, f) && f != "the":
			return false
		}
	}
	return false
}

// isOfRegion says whether an office is that of many States of a part of the world, which
// are not told one by one: "Arab foreign ministers".
func (sc *scene) isOfRegion(i int, o who.Office) bool {
	return o.First > 0 && strings.HasSuffix(sc.form(i, o.End-1), "s") && sc.c.vocabulary.has(regions, sc.form(i, o.First-1))
}

// isOfMovement says whether an office is one of those who fight a State or its government:
// "rebel leader", "three leaders of the Tamil rebels", "opposition leader".
func (sc *scene) isOfMovement(i int, o who.Office) bool {
	is := func(token int) bool {
		form := inSingular(strings.ToLower(sc.form(i, token)))
		return form == "opposition" || sc.c.vocabulary.has(movements, form)
	}
	if is(o.First) || o.First > 0 && is(o.First-1) {
		return true
	}
	const reach = 5 // "of" and what may stand before the noun
	end := min(len(sc.sentences[i].Tokens), o.End+reach)
	if o.End >= end || sc.form(i, o.End) != "of" {
		return false
	}
	for t := o.End + 1; t < end; t++ {
		f := strings.ToLower(sc.form(i, t))
		switch {
		case is(t):
			return true
		case f == "," || f == "." || slices.Contains(between, f) && f != "the" && f != "its" && f != "his" && f != "their":
			return false
		}
	}
	return false
}

// sameBefore gives the State of the post or organ that a bare word takes up: "the
// mission", "the ministry".
func (sc *scene) sameBefore(i int, o who.Office) (codes, host []demarche.Code) {
	if o.First == 0 || (o.Class != who.Body && o.Class != who.Mission) {
		return nil, nil
	}
	if f := strings.ToLower(sc.form(i, o.First-1)); f != "the" && f != "that" && f != "this" {
		return nil, nil
	}
	last := sc.form(i, o.End-1)
	for k := len(sc.entities) - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if i-e.sentence > 6 {
			break
		}
		if len(e.codes) == 0 {
			continue
		}
		if strings.EqualFold(sc.form(e.sentence, e.end-1), last) && e.kind != person || o.Class == who.Mission && e.class == who.Mission {
			return e.codes, e.host
		}
	}
	return nil, nil
}

// ownerBefore gives the State named right before a word: "Russian Deputy Foreign
// Minister", "Canada's high commissioner", "the State Department spokesman".
func (sc *scene) ownerBefore(i, at, first int) []demarche.Code {
	for k := len(sc.entities) - 1; k >= first; k-- {
		e := &sc.entities[k]
		if e.end > at {
			continue
		}
		for t := e.end; t < at; t++ {
			f := sc.form(i, t)
			if f == "'s" || f == "’s" || f == "'" || f == "’" || f == "-" {
				continue
			}
			// Adjectives and lesser titles may stand between; a name or a stop not.
			r, _ := utf8.DecodeRuneInString(f)
			if at-e.end > 4 || !unicode.IsLower(r) || slices.Contains(between, f) || sc.isVerbAt(i, t) {
				return nil
			}
		}
		if e.codes == nil || e.kind == place || e.kind == people && !e.adjective && sc.form(i, min(e.end, len(sc.sentences[i].Tokens)-1)) != "'" && sc.form(i, min(e.end, len(sc.sentences[i].Tokens)-1)) != "’" && sc.form(i, min(e.end, len(sc.sentences[i].Tokens)-1)) != "'s" {
			return nil
		}
		return e.codes
	}
	return nil
}

// isVerbAt says whether a token of a sentence that was parsed is a verb that is no
// participle before a noun: "Blair met President Chirac" makes Chirac no Briton.
func (sc *scene) isVerbAt(i, token int) bool {
	if !sc.open[i] {
		return false
	}
	w := &sc.trees[i].Words[token]
	return w.UPOS == "AUX" || w.UPOS == "VERB" && w.Rel != "amod"
}

// between are small words that part a name from the office after it.
var between = []string{"and", "or", "of", "to", "in", "with", "by", "at", "on", "for", "from", "said", "told", "has",
	"had", "have", "that", "the", "a", "an", "its", "his", "their", "her", "is", "was", "as", "which", "who", "but", "after",
	"against", "over", "will", "would", "where", "when", "expelled", "summoned", "recalled", "called"}
