package when

import "demarche"

// parser reads the time expressions of one sentence.
type parser struct {
	text   string
	tokens []demarche.Span
	at     demarche.Day
	anchor int         // the place of the first anchor that has not been passed
	words  [known]word // what the first tokens are
}

// known is how many tokens of a sentence are looked up once and for all; few
// sentences have more.
const known = 96

// start looks up the words and says whether there can be a time expression.
func (p *parser) start() bool {
	found := len(p.tokens) > known
	for i := range min(len(p.tokens), known) {
		p.words[i] = look(p.tokens[i].In(p.text))
		found = found || anchors[p.words[i].class]
	}
	return found
}

// reach is how many words stand at most before the first anchor of an
// expression: "no later than at around about the very end of".
const reach = 9

// near says whether an anchor stands at i or soon after.
func (p *parser) near(i int) bool {
	for p.anchor = max(p.anchor, i); p.anchor < len(p.tokens) && !anchors[p.word(p.anchor).class]; {
		p.anchor++
	}
	return p.anchor < len(p.tokens) && p.anchor-i <= reach
}

// word looks up a token; past either end of the sentence there is none.
func (p *parser) word(i int) word {
	if uint(i) >= uint(len(p.tokens)) {
		return word{}
	}
	if i < known {
		return p.words[i]
	}
	return look(p.tokens[i].In(p.text))
}

// is says whether a token is of a class.
func (p *parser) is(i int, c class) bool { return p.word(i).class == c }

// skip gives the place after the token at i if it is of the class, else i.
func (p *parser) skip(i int, c class) int {
	if p.is(i, c) {
		return i + 1
	}
	return i
}

// form gives a token as it stands.
func (p *parser) form(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].In(p.text)
}

// glued says whether no white space stands before a token.
func (p *parser) glued(i int) bool {
	return 0 < i && i < len(p.tokens) && p.tokens[i-1].End == p.tokens[i].Start
}

// noun says whether a token can be the noun that a number before it counts: a
// word in small letters that is none of those that follow a date.
func (p *parser) noun(i int) bool {
	f := p.form(i)
	if f == "" || f[0] < 'a' || f[0] > 'z' {
		return false
	}
	switch f {
	case "in", "at", "for", "with", "to", "and", "or", "but", "when", "after", "before", "by", "as", "on", "that", "which", "who",
		"was", "were", "is", "are", "had", "has", "have", "would", "will", "said", "from", "of", "it", "he", "she", "they", "the", "a",
		"if", "unless", "while", "until", "over", "where", "because", "since", "may", "could", "should", "must", "following", "despite",
		"against", "under", "between", "during", "this", "last", "next":
		return false
	}
	return true
}

// stated says whether an article stands before i, or a possessive after the
// words that end at e, so that they belong to a noun.
func (p *parser) stated(i, e int) bool {
	c := p.word(i - 1).class
	return c == the || c == article || p.is(e, possessive)
}

// habit gives the place after "every Monday", "each year", "every two weeks".
func (p *parser) habit(i int) int {
	j := i + 1
	if _, k := p.count(j); k > j {
		j = k
	} else if p.is(j, ordinal) {
		j++
	}
	switch p.word(j).class {
	case unit, weekday, month, daypart, season, weekend:
		return j + 1
	}
	return i + 1
}

// lead is what stands before the time words proper and how it was meant.
type lead struct {
	class     class // the preposition, or other where none stands
	direction Direction
	whole     bool // "earlier this month": some day of it, wherever
	context   bool // what follows is a time rather than a person or a verb: "in May"
	on        bool // only days can follow: "on"
}

// lead reads the adverb and the preposition at i and gives the place after them.
func (p *parser) lead(i int) (l lead, next int) {
	j := i
	switch p.word(j).class {
	case earlier, later:
		j++
		if p.is(j, the) && !p.is(j+1, same) {
			return l, i
		}
		l.whole = true
	case earlyWord, lateWord:
		switch p.word(j + 1).class {
		case on, weekday, today, that:
			j++
		case in:
			if p.is(j+2, the) && (p.is(j+3, unit) || p.is(j+3, daypart)) {
				j++ // "late in the day"
			}
		case this:
			if p.is(j+2, daypart) {
				j++
			}
		}
	case as:
		switch {
		case p.is(j+1, of), p.is(j+1, from): // "as of", "as from"
			return lead{class: since, direction: Since, context: true}, j + 2
		case (p.is(j+1, earlyWord) || p.is(j+1, lateWord) || p.form(j+1) == "soon" || p.form(j+1) == "recently") && p.is(j+2, as):
			j += 3
		default:
			return l, i
		}
	}
	set := func(c class, d Direction, n int) {
		l.class, l.direction, l.context = c, d, true
		j += n
	}
	switch w := p.word(j); w.class {
	case by:
		set(by, By, 1)
		if _, k := p.bound(j); k > j {
			j = k
		}
	case no:
		if d, k := p.bound(j); k > j {
			l.class, l.direction, l.context = by, d, true
			j = k
		} else {
			return l, i
		}
	case before:
		set(before, Before, 1)
	case ahead:
		if !p.is(j+1, of) {
			return l, i
		}
		set(before, Before, 2)
	case prior:
		if !p.is(j+1, to) {
			return l, i
		}
		set(before, Before, 2)
	case until:
		set(until, Until, 1)
	case through:
		set(until, Until, 1)
	case up:
		switch {
		case p.is(j+1, until):
			set(until, Until, 2)
		case p.is(j+1, to):
			set(to, At, 2)
		default:
			return l, i
		}
	case to:
		set(to, At, 1)
		l.context = false // "to March"
	case within:
		set(within, Within, 1)
	case since:
		set(since, Since, 1)
	case from:
		set(from, Since, 1)
	case starting:
		set(since, Since, 1)
		j = p.skip(p.skip(j, on), from)
		if p.is(j, in) || p.is(j, atWord) && p.clock(j+1) > j+1 {
			j++
		}
	case startWord:
		if (p.form(j) == "beginning" || p.form(j) == "Beginning") && !p.is(j+1, of) {
			set(since, Since, 1)
			j = p.skip(j, on)
		}
	case after:
		set(after, After, 1)
	case on:
		set(on, At, 1)
		if p.is(j, or) && (p.is(j+1, before) || p.is(j+1, by)) { // "on or before"
			l.class, l.direction = by, By
			j += 2
		} else if p.is(j, or) && p.is(j+1, about) {
			j += 2
		}
	case atWord, in, over, during, forWord, of, between:
		set(w.class, At, 1)
		if w.class == atWord {
			l.context = false
		}
	}
	switch l.class {
	case by, until, before: // "until late on Sunday", "by early Monday"
		if p.is(j, earlyWord) || p.is(j, lateWord) {
			switch c := p.word(j + 1).class; {
			case c == on && p.is(j+2, weekday):
				j += 2
			case c == weekday, c == today:
				j++
			}
		}
	}
	return l, j
}

// bound reads "no later than" and "no earlier than".
func (p *parser) bound(i int) (Direction, int) {
	if p.is(i, no) && p.is(i+2, than) {
		switch p.word(i + 1).class {
		case later:
			return By, i + 3
		case earlier:
			return After, i + 3
		}
	}
	return By, i
}

// clock gives the place after a time of day, or i.
func (p *parser) clock(i int) int {
	j := i
	switch w := p.word(j); w.class {
	case noon:
		j++
	case the, endWord, startWord: // "the close of business"
		if p.is(j, the) && p.is(j+1, same) && (p.is(j+2, timeWord) || p.form(j+2) == "hour") && (p.is(j+3, on) || p.is(j+3, weekday)) {
			return j + 3 // "until the same time on Friday"
		}
		if j = p.skip(j, the); !p.is(j, endWord) && !p.is(j, startWord) || !p.is(j+1, of) {
			return i
		}
		k := p.skip(j+2, the)
		if f := p.form(k); p.is(k+1, unit) && (f == "working" || f == "business") {
			k++ // "the close of the working day"
		}
		if w := p.word(k); p.form(k) == "business" || w.class == unit && w.n == days && !w.many {
			return k + 1
		}
		return i
	case hourly:
		j = p.skip(j+1, meridiem)
	case number, digits:
		switch {
		case p.is(j+1, meridiem) && w.n <= 24:
			j += 2
		case w.many && p.is(j+1, zone): // "1500 GMT"
			j++
		default:
			return i
		}
	default:
		return i
	}
	for p.is(j, zone) || p.is(j, timeWord) || p.is(j+1, timeWord) && !p.noun(j) {
		j++
	}
	if p.is(j, open) {
		for k := j + 1; k < j+6 && !p.is(k, weekday) && !p.is(k, month); k++ {
			if p.is(k, shut) {
				j = k + 1
				break
			}
		}
	}
	return j
}

// expression reads the longest time expression that begins at i, and gives the
// place to read on from. The kind is zero where there is none.
func (p *parser) expression(i int) (t Time, next int) {
	l, j := p.lead(i)
	if t, ok := p.term(l, i, j); ok {
		return p.finish(t, l), t.End
	}
	if j == i || l.class == other && !l.whole {
		if k := p.clock(i); k > i { // "4 p.m." with no day after it
			return Time{}, k
		}
		return Time{}, i + 1
	}
	if k := p.clock(j); k > j {
		switch l.direction {
		case By, Before, Until:
			if c := p.word(p.skip(j, the)).class; c == noon || c == endWord { // "by midnight", of the day of the order
				return p.finish(Time{First: i, End: k, Kind: Anaphoric, Direction: l.direction, Unit: Day}, l), k
			}
		}
		return Time{}, k
	}
	return Time{}, i + 1
}

// term reads what follows the lead l, which stands from i to j.
func (p *parser) term(l lead, i, j int) (Time, bool) {
	if t, ok := p.length(l, i, j); ok {
		return t, true
	}
	if t, ok := p.hanging(l, i, j); ok {
		return t, true
	}
	k := j
	if a := p.approx(j); p.clock(a) > a {
		k = p.skip(p.clock(a), comma)
		k = p.skip(p.skip(k, on), of)
		l.context, l.on = true, true
	} else if h := p.hoursOf(j); h > j {
		k = h
		l.context, l.on = true, true
	}
	if p.is(k, notice) && l.class == until && p.form(k+1) == "notice" {
		return Time{First: i, End: k + 2, Kind: Point, Direction: Until}, true
	}
	x, e := p.point(l, k)
	if e == k {
		return Time{}, false
	}
	if l.on && !x.day { // "at noon in May" names no day
		return Time{}, false
	}
	return p.placed(l, x, i, k, e)
}

// placed makes an expression of the point x, which stands from k to e, and of
// the lead, which stands before it from i.
func (p *parser) placed(l lead, x point, i, k, e int) (Time, bool) {
	if !l.on {
		x, e = p.chain(l, x, e)
	}
	if l.class == between && !x.ranging {
		return Time{}, false // "between 2000 and 3000 people"
	}
	t := Time{First: i, End: e, Kind: Point, Direction: l.direction}
	if x.ranging && l.direction == Since || l.direction == Within {
		t.Direction = At // "from March to May", "within the past month"
	}
	opens := false // what begins with the end of a month is due on its last day
	if x.thing {
		if l.class == to && x.closing {
			t.Direction = Until
		}
		x = x.of(x.part)
		due := t.Direction == By || t.Direction == Until || t.Direction == Before
		if x.closing && due {
			x = x.of(lastDay)
		} else if x.closing && t.Direction == Since {
			opens = true
		} else if x.part == start && (due || t.Direction == Since) {
			x = x.of(firstDay)
		}
	}
	t.Past, t.Ahead = x.settle(p.at)
	if opens {
		_, t.Ahead = x.of(lastDay).settle(p.at) // "as of the end of May"
	}
	if t.Past.From.Year < 1 || t.Ahead.From.Year < 1 {
		t.Past, t.Ahead = demarche.Period{}, demarche.Period{}
	}
	if t.Direction == Since && !t.Past.IsZero() && !p.at.Before(t.Past.From) {
		t.Through = demarche.Period{From: t.Past.From, Until: p.at.Plus(1)}
		if x.year {
			t.Through.Until = demarche.Day{Year: p.at.Year + 1, Month: 1, Date: 1}
		}
	}
	t.Modifier = l.class == of || p.stated(k, e) || l.class != other && p.stated(i, e)
	if (t.Direction == At || t.Direction == By) && p.is(e, atWord) && p.is(e+1, the) && p.is(e+2, latest) { // "at the latest"
		t.Direction, t.End = By, e+3
	}
	return t, true
}

// hoursOf gives the place after "the night of", "the early hours of".
func (p *parser) hoursOf(i int) int {
	j := p.skip(i, the)
	if p.is(j, earlyWord) || p.is(j, lateWord) || p.form(j) == "small" {
		j++
	}
	if (p.is(j, daypart) || p.form(j) == "hours") && (p.is(j+1, of) || p.is(j+1, on)) {
		return j + 2
	}
	return i
}

// finish sets what follows from the rest.
func (p *parser) finish(t Time, l lead) Time {
	switch t.Direction {
	case By, Until, Before:
		t.Deadline = !t.Modifier
		if t.Kind == Point && t.Ahead.IsZero() {
			t.Deadline = false // "until further notice"
		}
	case Within:
		t.Deadline = true
	}
	return t
}
