package when

import (
	"time"

	"demarche"
)

// point is a day or a longer time that the report's date is enough to place.
type point struct {
	past, ahead demarche.Period // the readings, unless it comes back every year
	yearly      yearly          // what comes back, zero if nothing does
	part        part            // the part of it that is meant
	thing       bool            // a part may still be cut off: see part
	closing     bool            // "the end of ..."
	day         bool            // one day rather than more
	year        bool            // a year, or years
	ranging     bool            // from one to another
	kind        class           // what it was written as: weekday, month, digits
}

// fixed is a point with one reading.
func fixed(x demarche.Period) point { return point{past: x, ahead: x} }

// settle chooses the years.
func (x point) settle(at demarche.Day) (past, ahead demarche.Period) {
	if x.yearly == (yearly{}) {
		return x.past, x.ahead
	}
	return x.yearly.latest(at.Plus(grace)), x.yearly.earliest(at)
}

// grace is how many days after its report a date may lie and still not be that
// of a year ago: reports are dated in one zone and written in another.
const grace = 1

// of cuts a part off both readings.
func (x point) of(cut part) point {
	if x.yearly != (yearly{}) {
		x.yearly = cut.of(x.yearly)
		return x
	}
	x.past, x.ahead = cut.cut(x.past), cut.cut(x.ahead)
	return x
}

// in gives what comes back as it is in one year.
func (x point) in(year int) point {
	if y, ok := x.yearly.in(year); ok {
		x.past, x.ahead = y, y
	} else {
		x.past, x.ahead = demarche.Period{}, demarche.Period{}
	}
	x.yearly = yearly{}
	return x
}

// point reads a point at i, without preposition. It gives i where none begins
// there.
func (p *parser) point(l lead, i int) (point, int) {
	if x, e := p.partOf(l, i); e > i {
		return x, e
	}
	return p.whole(l, i)
}

// whole reads a point of which no part is taken.
func (p *parser) whole(l lead, i int) (point, int) {
	switch w := p.word(i); w.class {
	case weekday:
		return p.weekday(l, i, w)
	case month:
		return p.month(l, i, w)
	case digits, ordinal, the:
		if x, e := p.dayFirst(i); e > i {
			return p.named(x, e)
		}
		switch w.class {
		case digits:
			return p.yearNumber(l, i, w)
		case the:
			return p.definite(l, i)
		}
	case calendar:
		d, _ := numeric(p.form(i))
		x := fixed(demarche.On(d))
		x.day, x.kind = true, calendar
		return p.named(x, i+1)
	case decade:
		if !l.context && !p.is(i-1, the) {
			break
		}
		x := fixed(demarche.Period{From: demarche.YearOf(w.n).From, Until: demarche.YearOf(w.n + 10).From})
		x.year = true
		return x, i + 1
	case today:
		x := fixed(demarche.On(p.at.Plus(w.n)))
		x.day, x.kind = true, today
		return x, p.skip(i+1, daypart)
	case overnight:
		if l.class != other {
			break
		}
		x := point{past: demarche.Period{From: p.at.Plus(-1), Until: p.at.Plus(1)}, ahead: demarche.Period{From: p.at, Until: p.at.Plus(2)}}
		return x, i + 1
	case season:
		if w.mid || l.context && l.class != to && l.class != of && l.class != forWord || p.year4(i+1) {
			return p.season(i, w)
		}
	case feast:
		return p.feast(l, i, w)
	case this, last, past, next, coming, recent:
		return p.deictic(l, i, w)
	case noon:
		if p.is(i+1, today) {
			return p.whole(l, i+1)
		}
	}
	return point{}, i
}

// named takes the weekday that may follow a date: "Nov. 30 (Tuesday)", "Nov.
// 30, a Tuesday" is left alone.
func (p *parser) named(x point, e int) (point, int) {
	if p.is(e, open) && p.is(e+1, weekday) && p.is(e+2, shut) {
		return x, e + 3
	}
	return x, e
}

// weekday reads "Monday", "Monday night", "Tuesday, Nov. 30", "Monday last
// week".
func (p *parser) weekday(l lead, i int, w word) (point, int) {
	e := i + 1
	j := p.skip(e, daypart)
	j = p.skip(j, comma)
	if x, k := p.dayDate(j); k > j {
		return p.fitting(x, time.Weekday(w.n)), k
	}
	if p.is(j, open) {
		if x, k := p.dayDate(j + 1); k > j+1 && p.is(k, shut) {
			return p.fitting(x, time.Weekday(w.n)), k + 1
		}
	}
	if w.short && !w.dot && l.class != on && l.class != by {
		return point{}, i // "Sun", "Sat"
	}
	if w.short && w.dot && p.is(i-1, the) {
		return point{}, i
	}
	day := time.Weekday(w.n)
	x := point{past: demarche.On(onOrBefore(p.at, day)), ahead: demarche.On(onOrAfter(p.at, day)), day: true, kind: weekday}
	if p.form(e) == "week" && !p.noun(e+1) { // "by Friday week"
		x.ahead = demarche.On(x.ahead.From.Plus(7))
		x.past = x.ahead
		return x, e + 1
	}
	e = p.skip(e, daypart)
	k := p.skip(e, of)
	if n, ok := p.weekAway(k); ok {
		week := weekOf(p.at.Plus(7 * n))
		d := demarche.On(week.From.Plus((int(day) + 6) % 7))
		x.past, x.ahead = d, d
		return x, k + 2
	}
	return x, e
}

// fitting chooses the year of a date in which it falls on the weekday that is
// told with it, if only one of the readings does.
func (p *parser) fitting(x point, day time.Weekday) point {
	if x.yearly == (yearly{}) || !x.day {
		return x
	}
	a, b := x.settle(p.at)
	switch past, ahead := !a.IsZero() && a.From.Weekday() == day, !b.IsZero() && b.From.Weekday() == day; {
	case past && !ahead:
		x.past, x.ahead, x.yearly = a, a, yearly{}
	case ahead && !past:
		x.past, x.ahead, x.yearly = b, b, yearly{}
	}
	return x
}

// weekAway reads "last week" and its like: how many weeks away it is.
func (p *parser) weekAway(i int) (int, bool) { return p.unitAway(i, weeks) }

// partOf reads "early May", "the end of the year", "late last month",
// "mid-2019", "year-end".
func (p *parser) partOf(l lead, i int) (point, int) {
	j := p.skip(i, the)
	var cut part
	switch w := p.word(j); w.class {
	case earlyWord:
		cut = early
	case lateWord:
		cut = late
	case middleWord:
		cut = middle
	case startWord:
		cut = start
	case endWord:
		cut = end
	case month, digits, season, unit:
		switch {
		case w.mid:
			return p.midway(l, j, w)
		case w.class == unit && !w.many && (w.n == years || w.n == months || w.n == weeks):
			return p.unitEnd(l, i, j, w)
		}
		return point{}, i
	default:
		return point{}, i
	}
	j++
	if p.is(j, hyphen) {
		if !p.glued(j) || !p.glued(j+1) {
			return point{}, i
		}
		j++
	}
	var x point
	var e int
	if p.is(j, of) && cut != early && cut != late {
		j++
		x, e = p.ofWhat(l, j)
	} else if cut == middle || cut == early || cut == late {
		x, e = p.thing(lead{class: l.class, context: true}, j)
	} else if cut == end && p.is(j-1, hyphen) {
		x, e = p.thing(lead{context: true}, j)
	} else {
		return point{}, i
	}
	if e == j {
		return point{}, i
	}
	x.part, x.thing, x.closing, x.day = cut, true, cut == end, x.day && cut == end
	return x, e
}

// ofWhat reads what an end or a beginning is of: also "the year", "the month",
// "the week" of the report, and any day.
func (p *parser) ofWhat(l lead, i int) (point, int) {
	j := p.skip(i, the)
	if w := p.word(j); w.class == unit && !w.many && j > i {
		switch w.n {
		case weeks:
			return fixed(weekOf(p.at)), j + 1
		case months:
			return fixed(monthFrom(p.at, 0)), j + 1
		case years:
			return fixed(demarche.YearOf(p.at.Year)), j + 1
		}
		return point{}, i
	}
	return p.whole(lead{class: of, context: true}, i)
}

// thing reads what "early" and "late" can stand before: a month, a year, a
// season, "last month".
func (p *parser) thing(l lead, i int) (point, int) {
	switch w := p.word(i); w.class {
	case month:
		x, e := p.month(lead{class: in, context: true}, i, w)
		if x.day {
			return point{}, i
		}
		return x, e
	case digits:
		return p.yearNumber(l, i, w)
	case season:
		return p.season(i, w)
	case this, last, next:
		if p.is(i+1, unit) || p.is(i+1, season) || p.is(i+1, month) {
			return p.deictic(lead{}, i, w)
		}
	}
	return point{}, i
}

// midway reads "mid-March", "mid-2019", "mid-week".
func (p *parser) midway(l lead, i int, w word) (x point, e int) {
	switch w.class {
	case month:
		x, e = p.month(lead{class: in, context: true}, i, w)
	case digits:
		x, e = p.yearNumber(lead{context: true}, i, w)
	case season:
		x, e = p.season(i, w)
	default:
		switch w.n {
		case weeks:
			x, e = fixed(weekOf(p.at)), i+1
		case months:
			x, e = fixed(monthFrom(p.at, 0)), i+1
		default:
			x, e = fixed(demarche.YearOf(p.at.Year)), i+1
		}
	}
	if e == i || x.day {
		return point{}, i
	}
	x.part, x.thing = middle, true
	return x, e
}

// unitEnd reads "year-end", "the year's end" and "month-end", and "before the year is
// out".
func (p *parser) unitEnd(l lead, i, j int, w word) (point, int) {
	out := l.class == before && j > i && (p.form(j+1) == "is" || p.form(j+1) == "was") && (p.form(j+2) == "out" || p.form(j+2) == "over") // "before the year is out"
	if !out && ((!p.is(j+1, hyphen) || !p.glued(j+1) || !p.glued(j+2)) && !p.is(j+1, possessive) || p.form(j+2) != "end") {
		return point{}, i
	}
	var x point
	switch w.n {
	case weeks:
		if !out && !p.is(j+1, possessive) {
			return point{}, i
		}
		x = fixed(weekOf(p.at))
	case months:
		x = fixed(monthFrom(p.at, 0))
	default:
		x = fixed(demarche.YearOf(p.at.Year))
	}
	x.part, x.thing, x.closing = end, true, true
	return x, j + 3
}

// chain joins a second point to the first: "Monday and Tuesday", "between early
// 2003 and December", "from March to May 2020", "2016-2021".
func (p *parser) chain(l lead, x point, e int) (point, int) {
	w := p.word(e)
	strict := l.class == from || l.class == between
	switch w.class {
	case hyphen:
		if x.kind == digits || x.kind == weekday || x.kind == month {
			break
		}
		return x, e
	case to, through:
	case until:
		if l.class != from {
			return x, e
		}
	case and, or:
		if l.class == between || x.kind == digits || x.kind == weekday || x.kind == month {
			break
		}
		return x, e
	default:
		return x, e
	}
	j := e + 1
	second := lead{class: of, context: true}
	y, k := p.point(second, j)
	if k == j && x.kind == digits {
		if v := p.word(j); v.class == digits && !v.many && w.class == hyphen && v.n > x.past.From.Year%100 && v.n < 100 && len(p.form(j)) == 2 { // "1950-53"
			year := x.past.From.Year/100*100 + v.n
			y, k = fixed(demarche.YearOf(year)), j+1
			y.kind = digits
		}
	}
	if k == j || !strict && (y.kind != x.kind || y.day != x.day || p.is(k, possessive) || p.is(j, this) || p.is(j, last) || p.is(j, next)) {
		return x, e
	}
	if w.class == to && !strict && x.day && x.kind == month {
		return x, e // days of months are joined where they are read
	}
	if y.thing {
		y = y.of(y.part)
	}
	if x.thing {
		x = x.of(x.part)
	}
	z, ok := p.join(x, y)
	if !ok {
		return x, e
	}
	if (w.class == and || w.class == or) && x.kind == weekday && l.class != between && z.past.Days() != 2 {
		return x, e // "on Monday and Friday" are two days, not five
	}
	z.kind = x.kind
	return z, k
}

// join is the time from the first point to the second, both included. It fails
// where the second comes first.
func (p *parser) join(x, y point) (point, bool) {
	z := point{ranging: true, year: x.year && y.year}
	switch {
	case x.yearly != (yearly{}) && y.yearly != (yearly{}):
		z.yearly = yearly{x.yearly.first, y.yearly.last}
		return z, true
	case x.yearly != (yearly{}):
		if x = x.in(y.past.Last().Year); y.past.Until.Before(x.past.Until) { // "Dec. 20 to Jan. 5, 2021"
			x = point{yearly: x.yearly, past: x.past, ahead: x.ahead}
			back := plusMonths(x.past.From, -12)
			x.past.From, x.ahead.From = back, back
		}
	case y.yearly != (yearly{}):
		y = point{past: y.yearly.earliest(x.past.From), ahead: y.yearly.earliest(x.ahead.From)}
	case x.kind == weekday && y.kind == weekday:
		y.past = demarche.On(onOrAfter(x.past.From, y.past.From.Weekday()))
		y.ahead = demarche.On(onOrAfter(x.ahead.From, y.ahead.From.Weekday()))
	}
	if x.past.IsZero() || y.past.IsZero() || x.ahead.IsZero() || y.ahead.IsZero() {
		return z, false
	}
	z.past = demarche.Period{From: x.past.From, Until: y.past.Until}
	z.ahead = demarche.Period{From: x.ahead.From, Until: y.ahead.Until}
	return z, z.past.From.Before(z.past.Until) && z.ahead.From.Before(z.ahead.Until)
}
