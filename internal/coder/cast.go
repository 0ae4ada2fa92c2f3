package coder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche"
	"demarche/internal/who"
)

// member is a person whom the report has introduced.
type member struct {
	codes  []demarche.Code
	full   string
	class  who.Class
	host   []demarche.Code
	at     int  // the sentence
	rebel  bool // introduced as a leader of those who fight a government
	rising bool // ... or as one of a movement that does
	former bool // holds his office no more

	formed, party bool // leads a body that its form tells, as the entity has it
	against       []demarche.Code
}

// introduce learns the persons whom a sentence introduces by an office.
func (sc *scene) introduce(i, first int) {
	tokens := sc.sentences[i].Tokens
	for k := first; k < len(sc.entities); k++ {
		e := &sc.entities[k]
		if e.class == 0 || e.class == who.Body || e.class == who.Mission {
			if e.kind == person && e.class == 0 {
				m := member{codes: e.codes, full: spanOf(tokens, e.first, e.end).In(sc.report.Text), at: i}
				sc.remember(sc.form(i, e.end-1), m)
				sc.rememberFamily(i, e.first, e.end, m)
			}
			continue
		}
		after := sc.owned(i, e)
		// The office's own State, or that of the "of" or "to" after it.
		from, end := sc.nameAfter(i, after)
		if from == end {
			from, end = sc.nameBefore(i, e.first, first)
		}
		if from == end {
			continue
		}
		if known := sc.known(i, from, end, k); e.codes == nil || e.guessed && known != nil {
			e.codes = known
		}
		if e.codes == nil && end-from == 1 {
			e.codes = sc.titled(i, from, e.class)
		}
		if e.codes == nil {
			e.codes = sc.colleague(i, e, first)
		}
		if e.codes == nil && (e.class != who.Speaker || sc.speaksForOrgan(k)) && e.class != who.Ambassador && e.class != who.Diplomat && e.class != who.Envoy {
			e.codes = sc.focus(k)
		}
		if e.codes == nil {
			continue
		}
		// The title's own State is surer than the gazetteer's: "Jordan's King Abdullah",
		// "King Abdullah of Jordan".
		own := sc.ownerBefore(i, e.first, first)
		if known := sc.known(i, from, end, k); e.formed && len(known) > 0 && (e.party || sc.inOffice(from, end)) {
			own = known // "Labour Party leader Tony Blair"
		} else if e.kind == person && only(e.codes, demarche.Other) {
			own = e.codes // "rebel leader Laurent Kabila", of whatever State he came to be the head
		}
		if own == nil && end+1 < len(tokens) && sc.form(i, end) == "of" && from == after {
			for x := first; x < len(sc.entities); x++ {
				if n := &sc.entities[x]; n.first == end+1 && n.kind == state && n.class == 0 && !n.adjective {
					own = n.codes
				}
			}
		}
		if own != nil {
			e.codes = own
			for x := first; x < len(sc.entities); x++ {
				if n := &sc.entities[x]; n.kind == person && n.class == 0 && n.first >= from && n.end <= end {
					n.codes = own
				}
			}
		}
		full := spanOf(tokens, from, end).In(sc.report.Text)
		surname := sc.form(i, end-1)
		m := member{codes: e.codes, full: full, class: e.class, host: e.host, at: i, former: sc.isPastOffice(i, e), formed: e.formed, party: e.party, against: e.against}
		led := m
		led.rebel = only(e.codes, demarche.Other) && sc.c.vocabulary.has(fighters, sc.form(i, e.end-1)) && sc.isOfMovement(i, who.Office{First: e.first, End: e.end})
		led.rising = led.rebel || only(e.codes, demarche.Other) && slices.ContainsFunc(sc.entities[first:], func(x entity) bool { return x.kind == others && sc.isRising(&x) })
		sc.remember(surname, led)
		sc.rememberFamily(i, from, end, m)
		if sc.c.vocabulary.has(byGiven, sc.form(i, e.end-1)) && end-from > 1 {
			sc.remember(sc.form(i, from), m)
		}
		if strings.HasPrefix(strings.ToLower(sc.form(i, from)), "al-") || end-from > 2 && strings.EqualFold(sc.form(i, end-2), "al") {
			sc.remember(sc.form(i, end-2), member{codes: e.codes, full: full, class: e.class, at: i})
		}
	}
}

// speaksForOrgan says whether a spokesman is that of an organ of a State, whichever that is: "Foreign
// Ministry spokeswoman Ama Owusu", "government spokesman Kofi Boateng".
func (sc *scene) speaksForOrgan(k int) bool {
	e := &sc.entities[k]
	if e.end-e.first > 1 && sc.c.vocabulary.has(askable, strings.ToLower(sc.form(e.sentence, e.first))) {
		return true
	}
	if k == 0 {
		return false
	}
	b := &sc.entities[k-1]
	return b.sentence == e.sentence && b.end == e.first && b.class == who.Body && len(b.codes) == 0
}

// inOffice says whether a name of the sentence that is being looked at is that of somebody
// who holds an office of a State in the year of the report.
func (sc *scene) inOffice(from, end int) bool {
	return slices.ContainsFunc(sc.mentions, func(m who.Mention) bool {
		return m.First >= from && m.End <= end && slices.ContainsFunc(m.Senses, func(x who.Sense) bool { return x.Kind.IsPerson() && x.Holds(sc.year()) })
	})
}

// rememberFamily keeps a person by the first of his names where that is the
// family's: "Hu Jintao" is called Hu.
func (sc *scene) rememberFamily(i, from, end int, m member) {
	if n := end - from; n >= 2 && n <= 5 && len(m.codes) == 1 && who.FamilyFirst(m.codes[0]) {
		sc.remember(sc.form(i, from), m)
	}
}

// remember keeps a person by surname; who was introduced first stays.
func (sc *scene) remember(surname string, m member) {
	if old, ok := sc.cast[surname]; ok && old.class != 0 {
		return
	}
	if len(surname) > 1 && len(m.codes) > 0 {
		sc.cast[surname] = m
	}
}

// movementOf gives the movement that stands right behind the State where it is: "Yemen's
// Houthi movement", or nil.
func (sc *scene) movementOf(i int, owner *entity) *entity {
	if owner == nil || owner.kind != state || owner.class != 0 || owner.end+1 >= len(sc.sentences[i].Tokens) {
		return nil
	}
	switch sc.form(i, owner.end) {
	case "'s", "’s", "'", "’":
	default:
		return nil
	}
	for k := len(sc.entities) - 1; k >= 0 && sc.entities[k].sentence == i; k-- {
		if x := &sc.entities[k]; x.first == owner.end+1 && x.kind == others && only(x.codes, demarche.Other) {
			return x
		}
	}
	return nil
}

// owned reads "of France" or "to Russia" after an office. It gives the token
// after which a name may stand.
func (sc *scene) owned(i int, e *entity) int {
	tokens := sc.sentences[i].Tokens
	at := e.end
	for range 2 {
		if at+1 >= len(tokens) {
			break
		}
		prep := strings.ToLower(sc.form(i, at))
		if prep != "of" && prep != "to" && prep != "in" && prep != "for" && prep != "at" {
			break
		}
		next := at + 1
		if f := strings.ToLower(sc.form(i, next)); f == "the" && next+1 < len(tokens) {
			next++
		}
		var named *entity
		for k := range sc.entities {
			if x := &sc.entities[k]; x.sentence == i && x.first == next && x != e && x.codes != nil {
				named = x
			}
		}
		if b := sc.bodyFromHere(i, at+1); b != nil {
			named = b
		}
		if m := sc.movementOf(i, named); m != nil {
			e.codes, e.against, at = m.codes, named.codes, m.end
			continue
		}
		if named == nil {
			break
		}
		switch {
		case named.formed && (prep == "of" || prep == "for"):
			e.codes, e.host, e.formed, e.party, e.against = named.codes, nil, true, named.party, named.against
		case prep == "of" && e.codes == nil && named.kind != place:
			e.codes = named.codes
			if strings.HasSuffix(sc.form(i, e.end-1), "s") {
				e.codes = sc.alsoNamed(i, named)
			}
		case prep != "of" && !slices.Equal(named.codes, e.codes):
			e.host = named.codes
		}
		at = named.end
	}
	return at
}

// alsoNamed adds to a name those joined to it: "officials of Iran, Iraq and Oman".
func (sc *scene) alsoNamed(i int, named *entity) []demarche.Code {
	codes, at := named.codes, named.end
	list := sc.entities[sc.from[i]:sc.until(i)]
	for k := range list {
		x := &list[k]
		if x.first < at {
			continue
		}
		for at < x.first && slices.Contains([]string{",", "and", "or", "the", "as", "well"}, sc.form(i, at)) {
			at++
		}
		if at != x.first || x.kind != named.kind || len(x.codes) == 0 {
			break
		}
		codes, at = union(codes, x.codes), x.end
	}
	return codes
}

// isName says whether a token can be part of a person's name.
func (sc *scene) isName(i, token int) bool {
	f := sc.form(i, token)
	r, _ := utf8.DecodeRuneInString(f)
	if !unicode.IsUpper(r) || len(f) < 2 && token+1 < len(sc.sentences[i].Tokens) && sc.form(i, token+1) != "." {
		return false
	}
	return !slices.Contains(notNames, f)
}

// notNames have a capital and are no names of persons.
var notNames = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February",
	"March", "April", "June", "July", "August", "September", "October", "November", "December", "The", "In", "On", "At",
	"A", "An", "And", "But", "He", "She", "It", "They", "His", "Her", "Its", "Their", "Foreign", "Ministry", "Minister",
	"Embassy", "House", "State", "States", "United", "Department", "Council", "Union", "Nations", "Office", "Security"}

// particles are small words within a name.
var particles = []string{"al", "bin", "ben", "ibn", "de", "da", "dos", "van", "von", "der", "la", "del", "el", "abu", "bint", "di", "du", "le", "ul"}

// nameAfter gives the name of a person that stands at a token, after a comma too.
func (sc *scene) nameAfter(i, at int) (from, end int) {
	n := len(sc.sentences[i].Tokens)
	if at < n && sc.form(i, at) == "," {
		at++
	}
	end = at
	for end < n && end < at+5 && (sc.isName(i, end) && !sc.isEntity(i, end) || end > at && slices.Contains(particles, strings.ToLower(strings.TrimSuffix(sc.form(i, end), "-")))) {
		end++
	}
	if end > at && !sc.isName(i, end-1) {
		end--
	}
	return at, end
}

// nameBefore gives the name that an office follows after a comma: "Jalina Porter,
// a State Department spokeswoman".
func (sc *scene) nameBefore(i, at, first int) (from, end int) {
	comma := at - 1
	for comma > 0 && comma > at-9 && sc.form(i, comma) != "," {
		comma--
	}
	if comma <= 0 || sc.form(i, comma) != "," {
		return 0, 0
	}
	// Only small words, adjectives and the owner may stand between.
	for t := comma + 1; t < at; t++ {
		r, _ := utf8.DecodeRuneInString(sc.form(i, t))
		if unicode.IsUpper(r) && !sc.isEntity(i, t) {
			return 0, 0
		}
		if f := sc.form(i, t); f == "and" || f == "who" || f == "said" || f == "but" {
			return 0, 0
		}
	}
	from = comma
	for from > 0 && from > comma-4 && sc.isName(i, from-1) && !sc.isStateAt(i, from-1) {
		from--
	}
	if comma-from < 2 {
		return 0, 0
	}
	return from, comma
}

// known gives the State of a person whom the gazetteer knows, by a mention within
// the name.
func (sc *scene) known(i, from, end, office int) []demarche.Code {
	for k := range sc.entities {
		if e := &sc.entities[k]; e.sentence == i && k != office && e.kind == person && e.class == 0 && e.first >= from && e.end <= end {
			return e.codes
		}
	}
	if m, ok := sc.cast[sc.form(i, end-1)]; ok {
		return m.codes
	}
	return nil
}

// titled gives the State of a person whom his title and a surname tell together that is
// anybody's alone: "President Bush". Of two such it is the one whose State was named.
func (sc *scene) titled(i, token int, class who.Class) []demarche.Code {
	all := sc.c.names.Titled(class, sc.form(i, token), sc.year())
	if len(all) < 2 {
		return all
	}
	for k := len(sc.entities) - 1; k >= 0; k-- {
		for _, c := range all {
			if slices.Contains(sc.entities[k].codes, c) {
				return []demarche.Code{c}
			}
		}
	}
	return nil
}

// focus gives the State that the report is speaking of before an entity: in the last
// sentence that names one, who does what its main verb tells, else who does anything, else
// the last; that of the dateline where there is none.
func (sc *scene) focus(before int) []demarche.Code {
	var last []demarche.Code
	at, doer := -1, false
	for k := before - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if sc.entities[before].sentence-e.sentence > 2 || last != nil && e.sentence != at {
			break
		}
		if len(e.codes) == 0 || e.kind == place || e.kind == others || e.kind == people || e.adjective {
			continue
		}
		if e.capital && e.first > 0 && slices.Contains([]string{"to", "in", "from", "for"}, sc.form(e.sentence, e.first-1)) {
			continue // "a visit to Moscow by the minister" is not by Moscow's
		}
		switch {
		case e.topical:
			return e.codes
		case e.subject && !doer:
			last, at, doer = e.codes, e.sentence, true
		case e.kind == state && last == nil:
			last, at = e.codes, e.sentence
		}
	}
	if last != nil {
		return last
	}
	return sc.home
}

// recognise adds the persons of the cast whom a sentence names again.
func (sc *scene) recognise(i, first int) {
	if len(sc.cast) == 0 {
		return
	}
	tokens := sc.sentences[i].Tokens
	for t := range tokens {
		f := sc.form(i, t)
		m, ok := sc.cast[f]
		if !ok || sc.covered(i, t, first) {
			continue
		}
		from := t
		for from > 0 && t-from < 3 && sc.isName(i, from-1) && !sc.covered(i, from-1, first) && strings.Contains(m.full, sc.form(i, from-1)) {
			from--
		}
		sc.entities = append(sc.entities, entity{sentence: i, first: from, end: t + 1, head: t, kind: person, codes: m.codes, name: f, class: m.class, host: m.host, formed: m.formed, party: m.party, against: m.against})
	}
	slices.SortStableFunc(sc.entities[first:], func(a, b entity) int { return a.first - b.first })
}

func (sc *scene) covered(i, token, first int) bool {
	for k := first; k < len(sc.entities); k++ {
		if e := &sc.entities[k]; token >= e.first && token < e.end {
			return true
		}
	}
	return false
}
