package when

import (
	"time"

	"demarche"
)

// numeric reads "2021-11-29", "29.11.2021" and "29/11/2021": the day before the
// month, unless there is no such month.
func numeric(s string) (demarche.Day, bool) {
	var n [3]int
	var width [3]int
	k := 0
	sep := byte(0)
	for i := range len(s) {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			if width[k]++; width[k] > 4 {
				return demarche.Day{}, false
			}
			n[k] = 10*n[k] + int(c-'0')
		case (c == '-' || c == '.' || c == '/') && (sep == 0 || c == sep) && k < 2 && width[k] > 0:
			sep = c
			k++
		default:
			return demarche.Day{}, false
		}
	}
	if k < 2 {
		return demarche.Day{}, false
	}
	year, m, d := n[2], n[1], n[0]
	switch {
	case width[0] == 4 && width[1] <= 2 && width[2] <= 2:
		year, d = n[0], n[2]
	case width[2] != 4 || width[0] > 2 || width[1] > 2:
		return demarche.Day{}, false
	case m > 12:
		m, d = d, m
	}
	if m < 1 || m > 12 || d < 1 || d > lastDate(year, time.Month(m)) || !isYear(year) {
		return demarche.Day{}, false
	}
	return demarche.Day{Year: year, Month: time.Month(m), Date: d}, true
}

// isYear says whether a number of four digits can be the year of news.
func isYear(n int) bool { return 1800 <= n && n <= 2100 }

// year4 says whether a year stands at i.
func (p *parser) year4(i int) bool {
	w := p.word(i)
	return w.class == digits && w.many && isYear(w.n) && !w.mid
}

// dayNumber reads the day of a month: "30", "30th".
func (p *parser) dayNumber(i int) (int, bool) {
	w := p.word(i)
	if w.class == ordinal && w.short || w.class == digits && !w.many && len(p.form(i)) <= 2 {
		return w.n, 1 <= w.n && w.n <= 31
	}
	return 0, false
}

// dayDate reads a date that names its day, at i.
func (p *parser) dayDate(i int) (point, int) {
	switch w := p.word(i); w.class {
	case month:
		if x, e := p.month(lead{class: on, context: true}, i, w); e > i && x.day {
			return x, e
		}
	case digits, ordinal, the:
		if x, e := p.dayFirst(i); e > i && x.day {
			return x, e
		}
	case calendar:
		d, _ := numeric(p.form(i))
		x := fixed(demarche.On(d))
		x.day, x.kind = true, calendar
		return x, i + 1
	}
	return point{}, i
}

// month reads what begins with a month: "May 5", "May 5-7", "March 6 to April
// 2", "May 5, 2020", "May 2020", "May".
func (p *parser) month(l lead, i int, w word) (point, int) {
	m := time.Month(w.n)
	x := point{kind: month}
	e := i + 1
	if p.is(e, hyphen) && p.glued(e) && w.short && !w.dot {
		if _, ok := p.dayNumber(e + 1); !ok {
			return point{}, i // "Mar-a-Lago"
		}
	}
	j := e
	if p.is(j, the) {
		j++
	}
	if d, ok := p.dayNumber(j); ok && !w.mid && !p.is(j+1, meridiem) && (j == e || p.word(j).class == ordinal) {
		if y, k := p.days(m, d, j+1, l); k > 0 && (l.class != in || k > j+1 || p.yearAfter(k) || p.is(k, comma)) {
			x.yearly, x.day, x.ranging = y, y.first == y.last, y.first != y.last
			return p.withYear(x, k)
		}
	}
	if x.yearly = monthly(m); p.yearAfter(e) || p.is(e, of) && p.yearWord(e+1) {
		return p.inYear(x, e)
	}
	if k := p.otherYear(e); k > e {
		return point{kind: month}, k
	}
	if w.n == 5 && l.class != in && l.class != since && l.class != until && (p.noun(e) || p.is(e, possessive) || p.form(e) == "said") {
		return point{}, i // "the resignation of May's minister"
	}
	if !l.context {
		if w.short || w.n == 3 || w.n == 5 || p.person(i) {
			return point{}, i
		}
	}
	if f := p.form(i); w.short && !w.dot && w.n == 3 || len(f) > 1 && f[1] < 'a' && !l.context {
		return point{}, i // "Mar", and whole lines of capitals
	}
	return x, e
}

// person says whether the month at i is rather part of a person's name: "April
// Ryan", "Mrs. June".
func (p *parser) person(i int) bool {
	f := p.form(i + 1)
	if capital(f) && !p.is(i-1, the) && p.is(i+1, other) {
		return true
	}
	return capital(p.form(i-1)) && p.is(i-1, other)
}

// capital says whether a token begins with a capital letter.
func capital(f string) bool { return f != "" && 'A' <= f[0] && f[0] <= 'Z' }

// withYear takes the year and the weekday that may follow a date.
func (p *parser) withYear(x point, e int) (point, int) { return p.named(p.inYear(x, e)) }

// days reads what follows the first day of a month, from i on: a second day or
// a second date.
func (p *parser) days(m time.Month, d, i int, l lead) (yearly, int) {
	first := date{m, d}
	if d > lastDate(2000, m) {
		return yearly{}, 0
	}
	w := p.word(i)
	switch w.class {
	case hyphen, to, through, and, or, until:
	default:
		return yearly{first, first}, i
	}
	if w.class == until && l.class != from || w.class == hyphen && !p.glued(i) && p.glued(i+1) {
		return yearly{first, first}, i
	}
	second, j := date{m, 0}, i+1
	if v := p.word(j); v.class == month {
		second.month = time.Month(v.n)
		j++
	}
	n, ok := p.dayNumber(j)
	loose := w.class == and || w.class == or || w.class == to && l.class != from
	if !ok || n > lastDate(2000, second.month) || second.month == m && n <= d || p.is(j+1, meridiem) || p.is(j+1, possessive) && loose {
		return yearly{first, first}, i
	}
	if loose && l.class != between && (p.noun(j+1) || p.is(j+1, month)) {
		return yearly{first, first}, i // "May 5 and 20 people", "May 5 and 6 June"
	}
	second.date = n
	return yearly{first, second}, j + 1
}

// dayFirst reads what begins with a day: "30 January", "the 30th of January",
// "6-10 March 2023", "6 March to 2 April", "the 14th".
func (p *parser) dayFirst(i int) (point, int) {
	j := p.skip(i, the)
	d, ok := p.dayNumber(j)
	if w := p.word(j); !ok && j > i && w.class == ordinal && !w.short && p.is(j+1, of) && p.is(j+2, month) { // "the first of March"
		d, ok = w.n, true
	}
	if !ok || j > i && p.word(j).class != ordinal {
		return point{}, i
	}
	e := j + 1
	x := point{day: true, kind: month}
	if w := p.word(p.skip(e, of)); w.class == month && !w.mid {
		m := time.Month(w.n)
		if d > lastDate(2000, m) {
			return point{}, i
		}
		e = p.skip(e, of) + 1
		x.yearly = yearly{date{m, d}, date{m, d}}
		x, e = p.inYear(x, e)
		if v := p.word(e); x.yearly != (yearly{}) && (v.class == hyphen || v.class == to || v.class == through || v.class == and && p.is(i-1, between)) {
			if n, ok := p.dayNumber(e + 1); ok {
				if u := p.word(e + 2); u.class == month && !u.mid && n <= lastDate(2000, time.Month(u.n)) { // "6 March to 2 April"
					x.yearly.last = date{time.Month(u.n), n}
					x.day, x.ranging = false, true
					return p.inYear(x, e+3)
				}
			}
		}
		return x, e
	}
	switch p.word(e).class { // "6-10 March", "6 and 10 March"
	case hyphen, to, through, and, or:
		n, ok := p.dayNumber(e + 1)
		if w := p.word(p.skip(e+2, of)); ok && w.class == month && !w.mid && n > d && n <= lastDate(2000, time.Month(w.n)) {
			m := time.Month(w.n)
			x.day, x.ranging, x.yearly = false, true, yearly{date{m, d}, date{m, n}}
			return p.inYear(x, p.skip(e+2, of)+1)
		}
	}
	if j == i || p.noun(e) || p.is(e, other) && capital(p.form(e)) || !p.dated(i) {
		return point{}, i
	}
	return p.ofMonth(x, d, e)
}

// dated says whether the word before i is a preposition that a day of the month
// wants: "on the 14th", but not "in the 14th".
func (p *parser) dated(i int) bool {
	switch p.word(i - 1).class {
	case on, by, until, since, before, from, after, to, between, weekday, comma, than:
		return true
	}
	return false
}

// ofMonth reads the 14th of this month or another.
func (p *parser) ofMonth(x point, d, e int) (point, int) {
	in := func(months int) (demarche.Period, bool) {
		day, ok := date{monthFrom(p.at, months).From.Month, d}.in(monthFrom(p.at, months).From.Year)
		return demarche.On(day), ok
	}
	if w := p.word(e + 2); p.is(e, of) && w.class == unit && w.n == months && !w.many {
		n := 0
		switch p.word(e + 1).class {
		case last:
			n = -1
		case next:
			n = 1
		case this:
		default:
			return x, e + 3 // "of that month", "of the month"
		}
		if day, ok := in(n); ok {
			x.past, x.ahead = day, day
		}
		return x, e + 3
	}
	for n := 0; n >= -2 && x.past.IsZero(); n-- {
		if day, ok := in(n); ok && !p.at.Before(day.From) {
			x.past = day
		}
	}
	for n := 0; n <= 2 && x.ahead.IsZero(); n++ {
		if day, ok := in(n); ok && !day.From.Before(p.at) {
			x.ahead = day
		}
	}
	return x, e
}

// yearAfter says whether a year follows a date: "2022", ", 2022".
func (p *parser) yearAfter(i int) bool { return p.year4(p.skip(i, comma)) || p.yearWord(i) }

// yearWord says whether "last year" or its like stands at i.
func (p *parser) yearWord(i int) bool {
	_, ok := p.yearAway(i)
	return ok
}

// yearAway reads "last year" and its like: how many years away it is.
func (p *parser) yearAway(i int) (int, bool) { return p.unitAway(i, years) }

// unitAway reads "last year", "this week", "next year", of one unit.
func (p *parser) unitAway(i, unitOf int) (int, bool) {
	if w := p.word(i + 1); w.class != unit || w.n != unitOf || w.many {
		return 0, false
	}
	switch p.word(i).class {
	case last:
		return -1, true
	case this:
		return 0, true
	case next:
		return 1, true
	}
	return 0, false
}

// otherYear gives the place after "of that year", "the same year", "the
// following year", which only another act can tell; or i.
func (p *parser) otherYear(i int) int {
	j := p.skip(p.skip(p.skip(i, comma), of), the)
	switch p.word(j).class {
	case that, same, following, previous:
		if w := p.word(j + 1); w.class == unit && w.n == years && !w.many {
			return j + 2
		}
	case unit:
		if w := p.word(j); w.n == years && !w.many && (p.is(j+1, before) || p.is(j+1, after)) {
			return j + 2
		}
	}
	return i
}

// inYear takes the year that may follow what comes back every year.
func (p *parser) inYear(x point, e int) (point, int) {
	j := p.skip(e, comma)
	if p.is(e, of) && (p.year4(e+1) || p.yearWord(e+1)) {
		j = e + 1
	}
	if p.year4(j) && !p.is(j+1, hyphen) || p.year4(j) && !p.glued(j+1) {
		year := p.word(j).n
		if x.ranging && x.yearly.last.before(x.yearly.first) {
			year-- // "Dec. 20 to Jan. 5, 2021"
		}
		return x.in(year), j + 1
	}
	if n, ok := p.yearAway(j); ok && !p.is(j+2, possessive) {
		return x.in(p.at.Year + n), j + 2
	}
	if k := p.otherYear(e); k > e {
		return point{day: x.day, kind: x.kind}, k
	}
	return x, e
}

// yearNumber reads a year by itself, which needs a word before it that says so.
func (p *parser) yearNumber(l lead, i int, w word) (point, int) {
	if !w.many || !isYear(w.n) || !(l.context || w.mid) {
		return point{}, i
	}
	switch l.class {
	case forWord, over, on, atWord, after, within:
		if l.class != after || p.noun(i+1) {
			return point{}, i
		}
	}
	if f := p.form(i + 1); f == "%" || p.is(i+1, unit) || p.noun(i+1) && counted(f) {
		return point{}, i
	}
	if c := p.word(i + 1).class; (c == to || c == and || c == or || c == hyphen) && p.word(i+2).many && counted(p.form(i+3)) {
		return point{}, i // "from 2000 to 3000 people"
	}
	x := fixed(demarche.YearOf(w.n))
	x.year, x.kind = true, digits
	return x, i + 1
}

// counted are nouns of which there may be two thousand.
func counted(noun string) bool {
	switch noun {
	case "percent", "per", "people", "troops", "soldiers", "men", "women", "dollars", "euros", "pounds", "tons", "tonnes", "miles", "kilometers",
		"kilometres", "km", "meters", "metres", "feet", "jobs", "staff", "employees", "workers", "residents", "refugees", "prisoners", "dead",
		"deaths", "cases", "votes", "seats", "points", "barrels", "hectares", "acres", "households", "families", "homes", "visas", "civilians":
		return true
	}
	return false
}
