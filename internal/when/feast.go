package when

import (
	"time"

	"demarche"
)

// The feasts that news reports name days by.
const (
	christmas = iota
	easter
	newYear
)

// feast reads "by Christmas", "on Christmas Eve", "before Easter": the day itself, not
// what goes by its name.
func (p *parser) feast(l lead, i int, w word) (point, int) {
	e, shift := i+1, 0
	if w.n == newYear {
		return p.newYear(l, i)
	}
	switch f := p.form(e); {
	case f == "Day", w.n == easter && f == "Sunday":
		e++
	case w.n == christmas && f == "Eve":
		e, shift = e+1, -1
	case w.n == easter && f == "Monday":
		e, shift = e+1, 1
	}
	if e == i+1 && (!l.context && l.class != atWord || p.noun(e) || p.is(e, possessive) || capital(p.form(e)) && p.is(e, other)) {
		return point{}, i // "the Christmas bombing", "Christmas Island"
	}
	x := point{day: true, kind: month}
	if w.n == christmas {
		day := date{time.December, 25 + shift}
		x.yearly = yearly{day, day}
		return p.withYear(x, e)
	}
	last := easterOf(p.at.Year).Plus(shift)
	if p.at.Before(last) {
		last = easterOf(p.at.Year - 1).Plus(shift)
	}
	next := easterOf(p.at.Year).Plus(shift)
	if next.Before(p.at) {
		next = easterOf(p.at.Year + 1).Plus(shift)
	}
	x.past, x.ahead = demarche.On(last), demarche.On(next)
	return x, e
}

// newYear reads "by New Year", "New Year's Eve", "New Year's Day".
func (p *parser) newYear(l lead, i int) (point, int) {
	if f := p.form(i + 1); f != "Year" && f != "year" || capital(p.form(i)) != capital(f) {
		return point{}, i // "New York"
	}
	e := i + 2
	x := point{day: true, kind: month, yearly: yearly{date{time.January, 1}, date{time.January, 1}}}
	if p.is(e, possessive) {
		e++
	}
	switch f := p.form(e); {
	case f == "Eve":
		x.yearly = yearly{date{time.December, 31}, date{time.December, 31}}
		return p.withYear(x, e+1)
	case f == "Day":
		return p.withYear(x, e+1)
	case e > i+2 || l.class != by && l.class != before && l.class != until && l.class != of || p.noun(e) || capital(f):
		return point{}, i // "the New Year holidays", "in the new year"
	}
	return x, e
}

// easterOf gives the Easter Sunday of a year of the Gregorian calendar (Meeus,
// Astronomical Algorithms, 1991, chapter 8).
func easterOf(year int) demarche.Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return demarche.Day{Year: year, Month: time.Month(n / 31), Date: n%31 + 1}
}
