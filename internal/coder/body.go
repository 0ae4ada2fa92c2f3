package coder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche"
	"demarche/internal/who"
)

// body is the name of a party, movement or body of States that no list has, found by its
// form: a noun for such a body with a capital, and what stands before and behind it.
type body struct {
	first, end int             // tokens
	party      bool            // quarrels at home with the government of its own State
	own        []demarche.Code // the State that its name tells: "Communist Party of Nepal"
	lettered   bool            // its letters are those of a State too
	of         demarche.Code   // whose organ it is by a list, empty for a body that none has
}

// findBodies finds the bodies of a sentence, by its tokens and the names in it that lists
// have.
func (sc *scene) findBodies(i int) {
	sc.bodies = sc.bodies[:0]
	n := len(sc.sentences[i].Tokens)
	for k := range sc.mentions { // "the Communist Party of Vietnam (CPV)"
		if x := &sc.mentions[k]; x.End-x.First > 2 && !x.Senses[0].Kind.IsPerson() && !x.Senses[0].Kind.IsPlace() {
			if x, ok := sc.sense(*x); ok {
				sc.abbreviate(i, &body{first: sc.mentions[k].First, end: sc.mentions[k].End, of: x.Code})
			}
		}
	}
	titles := 0 // whether all words have capitals, as in a headline: 1 for yes, -1 for no
	for t := 0; t < n; t++ {
		f := sc.form(i, t)
		if !sc.isBodyWord(f) {
			if sc.acronyms[f] == nil && isAcronym(f) && sc.isRebels(i, t) {
				sc.keepLetters(f, &body{})
			}
			if a := sc.shorts[f]; a != nil && sc.isBefore(i, t, "the", "the") && f != "army" && sc.mentionAt(t) == nil && len(sc.ruling) == 0 {
				sc.bodies = append(sc.bodies, body{first: t, end: t + 1, party: a.party, own: a.own}) // "the brigade"
				continue
			}
			if a := sc.acronyms[f]; a != nil && (a.lettered || sc.mentionAt(t) == nil) {
				sc.bodies = append(sc.bodies, body{first: t, end: t + 1, party: a.party, own: a.own, of: a.of})
			}
			continue
		}
		if titles == 0 {
			titles = sc.titleCase(i)
		}
		if titles > 0 {
			continue
		}
		if b, ok := sc.bodyAt(i, t); ok {
			sc.bodies = append(sc.bodies, b)
			t = b.end - 1
		} else if a := sc.shorts[strings.ToLower(f)]; a != nil && sc.isBefore(i, t, "the", "the") && sc.mentionAt(t) == nil && (t+1 == n || !isCapital(sc.form(i, t+1))) && len(sc.ruling) == 0 {
			sc.bodies = append(sc.bodies, body{first: t, end: t + 1, party: a.party, own: a.own})
		}
	}
}

// isBodyWord says whether a word can be the noun of a body's name.
func (sc *scene) isBodyWord(form string) bool {
	v := sc.c.vocabulary
	return v.has(bodies, form) || v.has(councils, form) || v.has(looseBodies, form) || v.has(meetingBodies, form)
}

// titleCase says whether the words of a sentence have capitals throughout, as in a headline,
// so that a capital tells no name: 1 for yes, -1 for no.
func (sc *scene) titleCase(i int) int {
	for t := range sc.sentences[i].Tokens {
		switch f := sc.form(i, t); {
		case f == "the" || f == "The" || f == "a" || f == "an" || f == "A" || f == "An":
			return -1
		case len(f) > 3 && !isCapital(f) && unicode.IsLetter(rune(f[0])) && !slices.Contains(smallWords, f):
			return -1
		}
	}
	return 1
}

// smallWords have four letters or more and stand with no capital in headlines.
var smallWords = []string{"with", "from", "over", "into", "amid", "after", "upon", "than", "against"}

// mentionAt gives the name of a list that has a token of the sentence that is being
// looked at, or nil.
func (sc *scene) mentionAt(token int) *who.Mention {
	for k := range sc.mentions {
		if m := &sc.mentions[k]; m.First <= token && token < m.End {
			return m
		}
	}
	return nil
}

// bodyAt reads the body whose name has its noun at a token.
func (sc *scene) bodyAt(i, noun int) (body, bool) {
	tokens := sc.sentences[i].Tokens
	n := len(tokens)
	for t := noun + 1; t < n && isCapital(sc.form(i, t)); t++ { // the last noun of the name counts
		if sc.isBodyWord(sc.form(i, t)) {
			noun = t
		}
	}
	lesser := !isCapital(sc.form(i, noun)) // "the Unity party"
	if m := sc.mentionAt(noun); m != nil && (m.End-m.First > 1 || lesser) {
		return body{}, false
	}
	first := sc.bodyFrom(i, noun)
	end := noun + 1
	if !lesser {
		if end < n && isCapital(sc.form(i, end)) && !sc.isOfficeWord(i, end) {
			return body{}, false // the name goes on: "Communist Party Congress"
		}
		if f := sc.form(i, noun); noun > 0 && sc.c.vocabulary.has(parties, strings.ToLower(sc.form(i, noun-1))) && (f == "Congress" || f == "Committee" || f == "Council" || sc.c.vocabulary.has(meetingBodies, f)) {
			return body{}, false // "the Unity Party Congress"
		}
		end = sc.bodyEnd(i, first, end)
	}
	b := body{first: first, end: end}
	if !sc.isBody(i, noun, &b) || !sc.abbreviate(i, &b) {
		return body{}, false
	}
	if sc.shorts == nil {
		sc.shorts = map[string]*body{}
	}
	kept := b
	sc.shorts[strings.ToLower(sc.form(i, noun))] = &kept // "the Front"
	return b, true
}

// bodyFrom gives the first token of the name whose noun stands at a token.
func (sc *scene) bodyFrom(i, noun int) int {
	first := noun
	for first > 0 {
		p := first - 1
		f := sc.form(i, p)
		switch {
		case isCapital(f) && !slices.Contains(openingWords, f) && !sc.isOfficeWord(i, p):
			first = p
			continue
		case (f == "'s" || f == "’s" || f == "'" || f == "’") && p > 0 && first < noun+1 && sc.c.vocabulary.has(memberships, strings.ToLower(inSingular(sc.form(i, p-1)))):
			first = p - 1 // "People's"
			continue
		case f == "and" && p > 0 && first < noun && isCapital(sc.form(i, p-1)) && sc.mentionAt(p-1) == nil && !sc.isBodyWord(sc.form(i, p-1)) && !slices.Contains(openingWords, sc.form(i, p-1)):
			first = p - 1 // "Justice and Equality Movement"
			continue
		case (f == "-" || slices.Contains(particles, f)) && p > 0 && first < noun && (isCapital(sc.form(i, p-1)) || slices.Contains(particles, sc.form(i, p-1))):
			first = p - 1 // "Salah al-Din Brigades"
			continue
		}
		break
	}
	for !isCapital(sc.form(i, first)) && first < noun {
		first++
	}
	return first
}

// bodyEnd gives the end of a name behind its noun: "of the Pure", "for Democratic Change".
func (sc *scene) bodyEnd(i, first, end int) int {
	n := len(sc.sentences[i].Tokens)
	for end+1 < n {
		f := sc.form(i, end)
		if f != "of" && f != "for" && f != "in" {
			break
		}
		at := end + 1
		if sc.form(i, at) == "the" && at+1 < n {
			at++
		}
		to := at
		for to < n && (isCapital(sc.form(i, to)) && !sc.isDay(i, to) && !sc.isOfficeWord(i, to) || to > at && to+1 < n && sc.form(i, to) == "and" && isCapital(sc.form(i, to+1)) && sc.mentionAt(to+1) == nil) {
			to++
		}
		if to == at {
			break
		}
		m := sc.mentionAt(at)
		if m != nil && m.Senses[0].Kind.IsPerson() {
			break
		}
		// Where something is done is no part of the name, unless its letters follow.
		if (f == "in" || f == "for" && m != nil) && !(to < n && sc.form(i, to) == "(") {
			break
		}
		end = to
	}
	return end
}

// isBody weighs whether a name is that of a body, and of no organ of a State.
func (sc *scene) isBody(i, noun int, b *body) bool {
	if b.end-b.first < 2 || sc.isRuling(i, noun, b.first) {
		return false
	}
	v := sc.c.vocabulary
	form := sc.form(i, noun)
	goals := 0
	wide, distinct := false, false
	for t := b.first; t < b.end; t++ {
		f := sc.form(i, t)
		if f == "Committee" && t > b.first && sc.form(i, t-1) == "Central" {
			return false // an organ of a party in power
		}
		if t == noun || !isCapital(f) {
			continue
		}
		low := strings.ToLower(f)
		m := sc.mentionAt(t)
		switch {
		case v.has(trades, low):
			return false // a club, a union of workers
		case m != nil && (m.End > b.end || m.First < b.first):
			return false
		case v.has(causes, low):
			goals++
		case v.has(broad, f) || v.has(regions, f):
			wide = true
		case m == nil:
			distinct = distinct || !v.has(official, low) && !v.has(official, inSingular(low))
		default:
			switch x, ok := sc.sense(*m); {
			case !ok || x.Kind.IsPerson():
			case x.Code == demarche.Other || x.Kind.IsPlace(), x.Kind == who.Organ && m.End-m.First == 1 && v.has(bodies, form):
				distinct = true // "Iraqi Fatah Front"
			case x.Kind == who.Organ || isOrganisation(x.Code):
				return false // "UN Council"
			case x.Kind == who.Demonym && t > noun: // "Democratic Party of Albanians"
				distinct = true
			case b.own == nil:
				b.own = []demarche.Code{x.Code}
			}
		}
	}
	cause := goals > 0
	distinct = distinct || cause
	owned := b.own != nil || sc.ownerIn(i, b.first)
	opposing := sc.isBefore(i, b.first, "opposition", "opposition")
	b.party = opposing || v.has(parties, strings.ToLower(form))
	switch told, lettered := sc.isToldAsBody(i, b); {
	case !isCapital(form):
		return distinct || wide
	case v.has(bodies, form):
		return distinct || wide || b.end-b.first > 2 || b.own == nil
	case v.has(councils, form):
		return cause && (!owned || told || lettered || goals > 1) || (distinct || wide) && !owned && (told || lettered || v.has(broad, sc.form(i, b.first)))
	case v.has(meetingBodies, form):
		return distinct && told
	case form == "Group" || form == "Groups":
		return cause && !owned
	}
	return (cause || wide) && !owned
}

// isRuling says whether a party is called the ruling one here, or was before.
func (sc *scene) isRuling(i, noun, first int) bool {
	name := spanOf(sc.sentences[i].Tokens, first, noun+1).In(sc.report.Text)
	if sc.isBefore(i, first, "ruling", "governing") {
		sc.ruling = append(sc.ruling, name)
		return true
	}
	return slices.Contains(sc.ruling, name)
}

// ownerIn says whether a State stands as the owner right before a name: "Iran's".
func (sc *scene) ownerIn(i, first int) bool {
	if first > 1 {
		if f := sc.form(i, first-1); f == "'s" || f == "’s" || f == "'" || f == "’" {
			m := sc.mentionAt(first - 2)
			return m != nil && m.Senses[0].Code != demarche.Other
		}
	}
	return false
}

// isBefore says whether one of two words stands right before a name.
func (sc *scene) isBefore(i, first int, a, b string) bool {
	if first == 0 {
		return false
	}
	f := strings.ToLower(sc.form(i, first-1))
	return f == a || f == b
}

// isToldAsBody says whether what stands about a name tells that it is a party's, a
// movement's or a body's: its leader or "rebel"; and whether its letters stand in brackets.
func (sc *scene) isToldAsBody(i int, b *body) (told, lettered bool) {
	n := len(sc.sentences[i].Tokens)
	v := sc.c.vocabulary
	leads := func(t int) bool {
		f := inSingular(strings.ToLower(sc.form(i, t)))
		return v.has(chiefs, f) || v.has(fighters, f) || f == "chairman" || f == "spokeswoman"
	}
	letters, _ := sc.letters(i, b.end)
	lettered = letters != ""
	t := b.first - 1
	if b.end < n && leads(b.end) {
		return true, lettered
	}
	if t < 0 {
		return false, lettered
	}
	if f := strings.ToLower(sc.form(i, t)); v.has(outlawed, f) || v.has(movements, f) {
		return true, lettered
	}
	if strings.EqualFold(sc.form(i, t), "the") {
		t--
	}
	if t > 0 && (sc.form(i, t) == "itself" || sc.form(i, t) == "themselves") {
		return true, lettered // "a group calling itself the Army of the Prophet"
	}
	if t > 0 && (sc.form(i, t) == "of" || sc.form(i, t) == "for" || sc.form(i, t) == "from") {
		return leads(t - 1), lettered
	}
	return false, lettered
}

// addBody adds a body as an entity.
func (sc *scene) addBody(i int, b *body, first int) {
	e := entity{sentence: i, first: b.first, end: b.end, head: b.end - 1, kind: others, codes: []demarche.Code{demarche.Other}, formed: true, party: b.party, against: b.own}
	if b.of != "" && b.of != demarche.Other {
		sc.entities = append(sc.entities, entity{sentence: i, first: b.first, end: b.end, head: b.end - 1, kind: state, codes: []demarche.Code{b.of}})
		return
	}
	if e.against == nil {
		e.against = sc.ownerBefore(i, b.first, first)
	}
	if k := len(sc.entities) - 1; e.against == nil && k >= first && sc.entities[k].kind == place && sc.undescribed(i, b.first-1) < sc.entities[k].first {
		e.against = sc.entities[k].codes // "the leader of Hong Kong's Unity Party"
	}
	for e.first > first && e.first > 0 && sc.c.vocabulary.has(movements, strings.ToLower(sc.form(i, e.first-1))) && !sc.isBefore(i, e.first, "opposition", "opposition") {
		e.first-- // "the rebel People's Front"
	}
	sc.addHeading(i, &e, e.first-1, first)
	sc.entities = append(sc.entities, e)
	sc.addHeading(i, &e, e.end, first)
}

// addHeading adds who leads a body by a word that is no office of a State, before the
// body's name or behind it: "head of the Shiite Council", "Unity Party chairman".
func (sc *scene) addHeading(i int, e *entity, at, first int) {
	if at < e.first { // before "of the", "of Zambia's opposition"
		at = sc.undescribed(i, at)
		if at < 1 || sc.form(i, at) != "of" && sc.form(i, at) != "for" {
			return
		}
		at--
	} else if f := ""; at+1 < len(sc.sentences[i].Tokens) {
		if f = sc.form(i, at); f == "'s" || f == "’s" {
			at++
		}
	}
	if at >= len(sc.sentences[i].Tokens) || !sc.c.vocabulary.has(headings, inSingular(strings.ToLower(sc.form(i, at)))) || sc.covered(i, at, first) {
		return
	}
	if slices.ContainsFunc(sc.offices, func(o who.Office) bool { return o.First <= at && at < o.End }) {
		return
	}
	sc.entities = append(sc.entities, entity{sentence: i, first: at, end: at + 1, head: at, kind: person, class: who.Head, codes: e.codes, formed: true, party: e.party, against: e.against})
}

// undescribed gives the token before an article, adjectives and an owner's name that end at
// a token, all of a body's name.
func (sc *scene) undescribed(i, at int) int {
	const reach = 6
	for t := at; t > 0 && t > at-reach; t-- {
		f := sc.form(i, t)
		switch {
		case f == "of" || f == "for" || f == "from":
			return t
		case strings.EqualFold(f, "the") || f == "'s" || f == "’s" || f == "'" || sc.isDescribing(f):
		case sc.mentionAt(t) != nil:
		default:
			return at
		}
	}
	return at
}

// isDescribing says whether a word stands before the name of a body that is none of a State:
// "rebel", "outlawed".
func (sc *scene) isDescribing(form string) bool {
	low := strings.ToLower(form)
	return sc.c.vocabulary.has(outlawed, low) || sc.c.vocabulary.has(movements, low) || low == "-" || strings.HasPrefix(low, "pro") || strings.HasPrefix(low, "anti") || strings.HasSuffix(low, "backed") || strings.HasSuffix(low, "based")
}

// bodyFromHere gives the body whose name stands behind an article, adjectives and an owner's
// name that begin at a token: "the outlawed", "Zambia's".
func (sc *scene) bodyFromHere(i, at int) *entity {
	for k := len(sc.entities) - 1; k >= 0 && sc.entities[k].sentence == i; k-- {
		e := &sc.entities[k]
		if e.formed && e.kind == others && e.first > at && sc.undescribed(i, e.first-1) == at-1 {
			return e
		}
	}
	return nil
}

// isOfficeWord says whether an office begins at a token, or a word for who leads stands there.
func (sc *scene) isOfficeWord(i, token int) bool {
	for k := range sc.offices {
		if o := &sc.offices[k]; o.First <= token && token < o.End && o.Class != who.Body {
			return true
		}
	}
	f := inSingular(strings.ToLower(sc.form(i, token)))
	return f == "chairman" || sc.c.vocabulary.has(chiefs, f)
}

// isDay says whether a token is the name of a day or month.
func (sc *scene) isDay(i, token int) bool {
	f := sc.form(i, token)
	k := slices.Index(notNames, f)
	return k >= 0 && k < slices.Index(notNames, "The")
}

// isCapital says whether a word begins with a capital.
func isCapital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// openingWords have a capital where a sentence opens and are no part of a name.
var openingWords = []string{"The", "A", "An", "In", "On", "At", "For", "But", "And", "Both", "Its", "His", "Her", "Their", "This", "That",
	"These", "Those", "When", "While", "After", "Before", "As", "If", "By", "With", "From", "To", "Under", "Since", "Some", "Many", "No",
	"Not", "Another", "Other", "Our", "Meanwhile", "However", "Earlier", "Later", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday", "Sunday", "Two", "Three", "Four", "Several", "Ruling", "Opposition"}
