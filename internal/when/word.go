package when

import "strings"

// class says what a word may do in a time expression.
type class uint8

const (
	other    class = iota
	weekday        // n: time.Weekday
	month          // n: time.Month
	unit           // n: measure
	number         // n: its value
	ordinal        // "first", "30th"; n: its value
	digits         // "72", "2021"; n: its value
	calendar       // "2021-11-29", "29.11.2021"
	hourly         // "6:18"
	decade         // "1990s"; n: its first year
	article        // a, an
	the
	this // this, current
	that
	same
	last
	past // "the past week"
	recent
	next
	coming
	previous // previous, preceding
	following
	several // few, several, some
	today   // n: days from today
	overnight
	daypart // morning, night
	noon    // noon, midnight
	half
	quarter
	season // n: its first month
	feast  // Christmas, Easter, New Year
	dateWord
	weekend
	earlyWord // early; late: see adverbs
	lateWord
	earlier
	later
	middleWord // mid, middle
	startWord  // beginning, start
	endWord
	then
	ago
	after
	before
	by
	until
	within
	in
	on
	atWord
	over
	during
	forWord
	since
	from
	of
	to
	through
	between
	and
	or
	as
	starting // starting, beginning, effective
	ahead
	prior
	no // no, not
	up
	about // about, nearly, another: words that leave the number as it is
	more  // more, less, fewer: with "than"
	than
	least
	latest
	every    // every, each, per
	notice   // "until further notice": further
	meridiem // a.m., o'clock
	zone     // GMT, local
	timeWord
	couple
	dozen
	hyphen
	comma
	open       // (
	shut       // )
	possessive // 's, '
	classes    // how many there are
)

// begins marks the classes that a time expression may begin with, and the
// words of habit, which keep what follows from being one.
var begins = func() (b [classes]bool) {
	for _, c := range []class{weekday, month, number, digits, calendar, hourly, decade, article, the, this, that, last, past, recent, next, coming, previous,
		same, following, today, overnight, noon, half, season, earlyWord, lateWord, earlier, later, middleWord, startWord, endWord, after, before, by, until, within,
		in, on, atWord, over, during, forWord, since, from, of, to, through, between, as, starting, ahead, prior, no, up, about, more, every, unit} {
		b[c] = true
	}
	return b
}()

// anchors marks the classes of which every time expression has one.
var anchors = func() (a [classes]bool) {
	for _, c := range []class{weekday, month, unit, ordinal, digits, calendar, decade, today, overnight, daypart, season, feast, dateWord, weekend, then, notice, noon} {
		a[c] = true
	}
	return a
}()

// The measures that lengths are told in.
const (
	hours = iota
	days
	weeks
	fortnights
	months
	years
	decades
)

// word is what the table says of a token.
type word struct {
	class class
	n     int
	mid   bool // "mid-January"
	short bool // an abbreviation: "Jan", "Sun"
	dot   bool // with its stop: "Jan."
	many  bool // a plural: "days"
}

// table gives the words in small letters.
var table = func() map[string]word {
	t := make(map[string]word)
	list := func(c class, words string) {
		for i, w := range strings.Fields(words) {
			for _, v := range strings.Split(w, "/") {
				t[v] = word{class: c, n: i}
			}
		}
	}
	one := func(c class, words string) {
		for _, w := range strings.Fields(words) {
			t[w] = word{class: c, n: 1}
		}
	}
	short := func(c class, first int, words string) {
		for i, w := range strings.Fields(words) {
			for _, v := range strings.Split(w, "/") {
				t[v] = word{class: c, n: first + i, short: true}
				t[v+"."] = word{class: c, n: first + i, short: true, dot: true}
			}
		}
	}
	list(weekday, "sunday monday tuesday wednesday thursday friday saturday")
	short(weekday, 0, "sun mon tue/tues wed thu/thur/thurs fri sat")
	list(month, "- january february march april may june july august september october november december")
	short(month, 1, "jan feb mar apr")
	short(month, 8, "aug sep/sept oct nov dec")
	list(unit, "hour day week fortnight month year decade")
	for i, w := range strings.Fields("hours/hrs days weeks fortnights months years decades") {
		for _, v := range strings.Split(w, "/") {
			t[v] = word{class: unit, n: i, many: true}
		}
	}
	list(number, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		t[w] = word{class: number, n: 10 * (i + 3)}
	}
	list(ordinal, "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
	list(today, "today/tonight tomorrow")
	t["yesterday"] = word{class: today, n: -1}
	t["christmas"], t["easter"] = word{class: feast, n: christmas}, word{class: feast, n: easter}
	t["new"] = word{class: feast, n: newYear}
	list(season, "- - - spring - - summer - - autumn/fall - - winter")
	delete(t, "-")
	for c, words := range map[class]string{
		article: "a an", the: "the", this: "this current", that: "that", same: "same", last: "last", past: "past", recent: "recent",
		next: "next", coming: "coming upcoming", previous: "previous preceding", following: "following ensuing", several: "few several many",
		overnight: "overnight", daypart: "morning afternoon evening night nights mornings", noon: "noon midnight midday nightfall sundown sunset dusk daybreak sunrise dawn", half: "half",
		quarter: "quarter", weekend: "weekend weekends", earlyWord: "early", lateWord: "late", earlier: "earlier", later: "later", middleWord: "mid middle",
		startWord: "start beginning outset", endWord: "end close", then: "then", dateWord: "date", ago: "ago", after: "after afterwards", before: "before beforehand", by: "by",
		until: "until till", within: "within inside", in: "in", on: "on", atWord: "at", over: "over", during: "during throughout", forWord: "for",
		since: "since", from: "from", of: "of", to: "to", through: "through thru", between: "between", and: "and &", or: "or", as: "as",
		starting: "starting effective", ahead: "ahead", prior: "prior", no: "no not", up: "up", more: "more less fewer", than: "than",
		about:  "about around approximately roughly nearly almost some just only exactly another additional full barely",
		latest: "latest", least: "least", every: "every each per", notice: "further", meridiem: "a.m. p.m. a.m p.m am pm o'clock o’clock",
		zone: "gmt utc est edt et cet cest bst msk ist local", timeWord: "time", couple: "couple", dozen: "dozen",
		hyphen: "- – — --", comma: ",", open: "(", shut: ")", possessive: "'s ’s ' ’",
	} {
		for _, w := range strings.Fields(words) {
			if _, twice := t[w]; twice {
				panic("when: " + w + " stands twice in the table")
			}
			t[w] = word{class: c, n: 1}
		}
	}
	one(starting, "commencing")
	return t
}()

// longest is the length of the longest word of the table.
const longest = 16

// lengths says which lengths the words of the table have that begin with a
// byte, so that most tokens need no look into it.
var lengths = func() (l [256]uint32) {
	for w := range table {
		if len(w) > longest {
			panic("when: " + w + " is too long")
		}
		l[w[0]] |= 1 << len(w)
		if c := w[0]; 'a' <= c && c <= 'z' {
			l[c-'a'+'A'] |= 1 << len(w)
		}
	}
	return l
}()

// look says what a token is.
func look(token string) word {
	if token == "" {
		return word{}
	}
	if c := token[0]; '0' <= c && c <= '9' {
		return figure(token)
	}
	if len(token) > 4 && (token[0]|0x20) == 'm' && strings.EqualFold(token[:4], "mid-") {
		switch w := look(token[4:]); w.class {
		case month, digits, season:
			w.mid = true
			return w
		case unit:
			if w.n == years || w.n == weeks || w.n == months {
				w.mid = true
				return w
			}
		}
		return word{}
	}
	if len(token) > longest || lengths[token[0]]&(1<<len(token)) == 0 {
		return word{}
	}
	var small [longest]byte
	for i := range len(token) {
		c := token[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		small[i] = c
	}
	w := table[string(small[:len(token)])]
	if (w.class == month || w.class == weekday) && small[0] == token[0] {
		return word{} // "may", "march", "sun"
	}
	return w
}

// figure reads a token that begins with a digit.
func figure(token string) word {
	n, i := 0, 0
	for i < len(token) && i < 5 && '0' <= token[i] && token[i] <= '9' {
		n = 10*n + int(token[i]-'0')
		i++
	}
	if i == len(token) {
		if i > 4 {
			return word{}
		}
		return word{class: digits, n: n, many: i == 4}
	}
	rest := token[i:]
	switch {
	case len(rest) == 2 && n <= 31 && (strings.EqualFold(rest, "st") || strings.EqualFold(rest, "nd") || strings.EqualFold(rest, "rd") || strings.EqualFold(rest, "th")):
		return word{class: ordinal, n: n, short: true}
	case i == 4 && rest == "s" && n%10 == 0:
		return word{class: decade, n: n}
	case rest[0] == ':' && i <= 2:
		return word{class: hourly, n: n}
	case len(token) >= 8 && len(token) <= 10 && (rest[0] == '-' || rest[0] == '.' || rest[0] == '/'):
		if _, ok := numeric(token); ok {
			return word{class: calendar}
		}
	}
	return word{}
}
