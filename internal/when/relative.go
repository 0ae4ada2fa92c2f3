package when

import (
	"time"

	"demarche"
)

// season reads "spring", "summer 2021", "winter of last year".
func (p *parser) season(i int, w word) (point, int) {
	x := point{kind: season, yearly: seasonOf(w)}
	return p.inYear(x, i+1)
}

// seasonOf gives the three months of a season.
func seasonOf(w word) yearly {
	first := time.Month(w.n)
	return yearly{date{first, 1}, date{(first+1)%12 + 1, monthEnd}}
}

// deictic reads what begins with this, last, next and their like, without
// article.
func (p *parser) deictic(l lead, i int, w word) (point, int) {
	j := i + 1
	c := w.class
	if c == this && (p.is(j, past) || p.is(j, last) || p.is(j, coming) || p.is(j, next)) { // "this past week"
		if c = p.word(j).class; c == past {
			c = last
		} else if c == coming {
			c = next
		}
		j++
	}
	v := p.word(j)
	if c == recent || v.class == several {
		return p.vague(c, i, j)
	}
	if c == coming && v.class == unit && !p.is(i-1, the) {
		return point{}, i
	}
	switch v.class {
	case unit:
		if v.many {
			return point{}, i
		}
		return p.calendarUnit(c, i, j, v)
	case weekday:
		return p.nearWeekday(c, i, j, time.Weekday(v.n))
	case weekend:
		return p.nearWeekend(c, j)
	case daypart:
		switch c {
		case this:
			x := fixed(demarche.On(p.at))
			x.day = true
			return x, j + 1
		case last:
			x := fixed(demarche.On(p.at.Plus(-1)))
			x.day = true
			return x, j + 1
		}
	case month:
		if y, k := p.month(lead{class: in, context: true}, j, v); k == j+1 {
			return p.nearest(c, y, i, k)
		}
	case season:
		return p.nearest(c, point{yearly: seasonOf(v)}, i, j+1)
	}
	return point{}, i
}

// nearest chooses the month or season that this, last or next means.
func (p *parser) nearest(c class, x point, i, e int) (point, int) {
	y := x.yearly
	switch c {
	case this:
		out := x.in(p.at.Year)
		if before := x.in(p.at.Year - 1); before.past.Contains(demarche.On(p.at)) {
			out = before // January is in the winter of last December
		}
		return out, e
	case last, past:
		out := fixed(y.over(p.at))
		if y.first.month == y.last.month {
			out = fixed(y.over(demarche.Day{Year: p.at.Year, Month: p.at.Month, Date: 1}))
		}
		return out, e
	case next, coming:
		return fixed(y.coming(p.at)), e
	}
	return point{}, i
}

// vague reads "recent days", "the past several weeks": known to be near, but no
// more. What lies ahead as vaguely is no time at all.
func (p *parser) vague(c class, i, j int) (point, int) {
	if c == this || c == next || c == coming {
		return point{}, i
	}
	j = p.skip(j, several)
	if w := p.word(j); w.class == unit && w.many && w.n != hours && !p.is(j+1, of) {
		return point{}, j + 1
	}
	return point{}, i
}

// calendarUnit reads "last week", "this month", "next year": whole ones of the
// calendar.
func (p *parser) calendarUnit(c class, i, j int, v word) (point, int) {
	n := 0
	switch c {
	case last:
		n = -1
	case next:
		n = 1
	case this:
	default:
		return p.rolling(i, 2, v, j+1)
	}
	var x point
	switch v.n {
	case weeks:
		x = fixed(weekOf(p.at.Plus(7 * n)))
	case months:
		x = fixed(monthFrom(p.at, n))
	case years:
		x = fixed(demarche.YearOf(p.at.Year + n))
		x.year = true
	case decades, fortnights, hours, days:
		return point{}, i
	}
	return x, j + 1
}

// rolling is the time before the report of so many halves of a measure. Days are
// counted with the report's own; hours reach back into the day before.
func (p *parser) rolling(i, halves int, v word, e int) (point, int) {
	d, m := lengthOf(halves, v.n)
	from := plusMonths(p.at, -m).Plus(-d)
	if v.n != hours {
		from = from.Plus(1)
	}
	if p.at.Before(from) {
		return point{}, i
	}
	return fixed(demarche.Period{From: from, Until: p.at.Plus(1)}), e
}

// nearWeekday reads "last Monday", "this Friday", "next Tuesday".
func (p *parser) nearWeekday(c class, i, j int, day time.Weekday) (point, int) {
	var d demarche.Day
	switch c {
	case last, past:
		d = onOrBefore(p.at.Plus(-1), day)
	case next, coming:
		d = onOrAfter(p.at.Plus(1), day)
	case this:
		d = weekOf(p.at).From.Plus((int(day) + 6) % 7)
	default:
		return point{}, i
	}
	x := fixed(demarche.On(d))
	x.day, x.kind = true, weekday
	e := p.skip(j+1, daypart)
	if y, k := p.dayDate(p.skip(e, comma)); k > p.skip(e, comma) { // "this Friday, May 5"
		return y, k
	}
	return x, e
}

// nearWeekend reads "last weekend", "this weekend", "next weekend".
func (p *parser) nearWeekend(c class, j int) (point, int) {
	w := weekendOf(p.at)
	switch c {
	case last, past:
		w = weekendOf(p.at.Plus(-7))
	case next, coming:
		if !p.at.Before(w.From) {
			w = weekendOf(p.at.Plus(7))
		} else if c == next {
			w = weekendOf(p.at)
		}
	}
	return fixed(w), j + 1
}

// definite reads what begins with "the": "the weekend", "the past week", "the
// first half of the year", "the summer", "the year 2006".
func (p *parser) definite(l lead, i int) (point, int) {
	if x, e := p.afterThe(l, i); e > i+1 {
		return x, e
	}
	return point{}, i
}

// afterThe reads what the article at i stands before. It gives at most the place
// after the article where it finds nothing.
func (p *parser) afterThe(l lead, i int) (point, int) {
	j := i + 1
	switch w := p.word(j); w.class {
	case weekend:
		if l.class == other || l.class == of {
			break
		}
		now := weekendOf(p.at)
		x := fixed(now)
		if p.at.Before(now.From) {
			x.past = weekendOf(p.at.Plus(-7))
		}
		if y, e := p.dayDate(j + 2); p.is(j+1, of) && e > j+2 { // "the weekend of May 20"
			a, b := y.settle(p.at)
			return point{past: weekendAround(a), ahead: weekendAround(b)}, e
		}
		return x, j + 1
	case season:
		if l.context && l.class != to {
			return p.season(j, w)
		}
	case decade:
		return p.whole(lead{context: true}, j)
	case feast:
		if w.n == newYear {
			return p.newYear(l, j)
		}
	case recent:
		return p.deictic(l, j, w)
	case past, last:
		v := p.word(j + 1)
		if v.class == several || v.class == unit && v.many && !p.is(j+2, of) {
			return p.vague(past, j, j+1)
		}
		if v.class == unit && v.n > hours {
			if p.is(j+2, of) {
				return p.share(i)
			}
			return p.rolling(j, 2, v, j+2)
		}
		if halves, k := p.count(j + 1); k > j+1 {
			if v := p.word(k); v.class == unit {
				return p.rolling(j, halves, v, k+1)
			}
		}
		if v.class == weekend || v.class == season || v.class == weekday {
			return p.deictic(l, j, w)
		}
		return p.share(i)
	case this, next, coming:
		if v := p.word(j + 1); v.class == weekday || v.class == weekend || v.class == season || w.class == this && v.class == unit {
			return p.deictic(l, j, w)
		}
	case ordinal, number:
		return p.share(i)
	case unit:
		if w.many {
			break
		}
		k := p.skip(j+1, of)
		if w.n == years && p.year4(k) {
			return p.yearNumber(lead{context: true}, k, p.word(k))
		}
		if w.n == days && p.is(j+1, before) && p.form(j+2) == "yesterday" {
			x := fixed(demarche.On(p.at.Plus(-2)))
			x.day = true
			return x, j + 3
		}
		if w.n == days && p.is(j+1, after) && p.form(j+2) == "tomorrow" {
			x := fixed(demarche.On(p.at.Plus(2)))
			x.day = true
			return x, j + 3
		}
		if w.n == weeks && p.is(j+1, of) {
			if x, e := p.dayDate(j + 2); e > j+2 { // "the week of March 5"
				a, b := x.settle(p.at)
				return point{past: weekAround(a), ahead: weekAround(b)}, e
			}
		}
		if l.class == in && l.whole || l.class == in && (p.is(i-2, earlyWord) || p.is(i-2, lateWord)) {
			return p.calendarUnit(this, j, j, w)
		}
	}
	return point{}, i
}

// weekAround is the week that a period begins in, or zero.
func weekAround(x demarche.Period) demarche.Period {
	if x.IsZero() {
		return x
	}
	return weekOf(x.From)
}

// weekendAround is the weekend of the week that a period begins in, or zero.
func weekendAround(x demarche.Period) demarche.Period {
	if x.IsZero() {
		return x
	}
	return weekendOf(x.From)
}

// share reads "the first quarter of 2020", "the second half of the year", "the
// last week of May".
func (p *parser) share(i int) (point, int) {
	j := i + 1
	n := 0
	switch w := p.word(j); w.class {
	case ordinal:
		n = w.n
	case last:
		n = -1
	default:
		return point{}, i
	}
	w := p.word(j + 1)
	if x, e := p.firstMonths(j); n == 1 && e > j {
		return x, e
	}
	var out yearly
	switch {
	case w.class == quarter && n <= 4:
		if n < 0 {
			n = 4
		}
		out = yearly{date{time.Month(3*n - 2), 1}, date{time.Month(3 * n), monthEnd}}
	case w.class == half && n <= 2:
		if n < 0 {
			n = 2
		}
		out = yearly{date{time.Month(6*n - 5), 1}, date{time.Month(6 * n), monthEnd}}
	case w.class == unit && w.n == days && w.many && n <= 1 && p.is(j+2, of): // "the last days of May"
		x, e := p.ofWhat(lead{}, j+3)
		if e == j+3 || x.day {
			return point{}, i
		}
		if x.thing, x.part = true, early; n < 0 {
			x.part = late
		}
		return x, e
	case w.class == unit && w.n == weeks && !w.many && n <= 4:
		return p.weekOfMonth(i, j+2, n)
	default:
		return point{}, i
	}
	if n < 1 {
		return point{}, i
	}
	x := point{yearly: out}
	e := j + 2
	switch {
	case p.year4(e):
		return x.in(p.word(e).n), e + 1
	case !p.is(e, of):
		if w.class == half {
			return point{}, i // of a match
		}
		return x, e
	}
	if y, k := p.ofYear(x, e); k > e {
		return y, k
	}
	if v := p.word(e + 1); w.class == half && v.class == month {
		return p.halfOfMonth(i, e+1, n, v)
	}
	return point{}, i
}

// ofYear reads "of 2020", "of the year", "of last year" after a part of a year.
func (p *parser) ofYear(x point, e int) (point, int) {
	if !p.is(e, of) {
		return x, e
	}
	if p.year4(e + 1) {
		return x.in(p.word(e + 1).n), e + 2
	}
	if v := p.word(e + 2); p.is(e+1, the) && v.class == unit && v.n == years && !v.many {
		return x.in(p.at.Year), e + 3
	}
	if n, ok := p.yearAway(e + 1); ok {
		return x.in(p.at.Year + n), e + 3
	}
	return x, e
}

// firstMonths reads "first eight months of this year", where "first" stands at
// i.
func (p *parser) firstMonths(i int) (point, int) {
	halves, k := p.count(i + 1)
	if v := p.word(k); k == i+1 || halves < 2 || halves > 24 || v.class != unit || v.n != months {
		return point{}, i
	}
	x := point{yearly: yearly{date{time.January, 1}, date{time.Month(halves / 2), monthEnd}}}
	if y, e := p.ofYear(x, k+1); e > k+1 {
		return y, e
	}
	return point{}, i
}

// halfOfMonth reads the month of which the first or second half is meant.
func (p *parser) halfOfMonth(i, e, n int, v word) (point, int) {
	x, k := p.month(lead{class: in, context: true}, e, v)
	if k == e || x.day {
		return point{}, i
	}
	cut := func(m demarche.Period) demarche.Period {
		if m.IsZero() {
			return m
		}
		if n == 1 {
			m.Until = m.From.Plus(15)
		} else {
			m.From = m.From.Plus(15)
		}
		return m
	}
	a, b := x.settle(p.at)
	return point{past: cut(a), ahead: cut(b)}, k
}

// weekOfMonth reads the month of which the first to fourth seven days are
// meant, or the last.
func (p *parser) weekOfMonth(i, e, n int) (point, int) {
	v := p.word(e + 1)
	if !p.is(e, of) || v.class != month {
		return point{}, i
	}
	x, k := p.month(lead{class: in, context: true}, e+1, v)
	if k == e+1 || x.day {
		return point{}, i
	}
	cut := func(m demarche.Period) demarche.Period {
		switch {
		case m.IsZero():
		case n < 0:
			m.From = m.Until.Plus(-7)
		default:
			m.From = m.From.Plus(7 * (n - 1))
			m.Until = m.From.Plus(7)
		}
		return m
	}
	a, b := x.settle(p.at)
	return point{past: cut(a), ahead: cut(b)}, k
}
