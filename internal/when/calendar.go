package when

import (
	"time"

	"demarche"
)

// weekOf is the week of a day, Monday to Sunday.
func weekOf(d demarche.Day) demarche.Period {
	monday := d.Plus(-(int(d.Weekday()) + 6) % 7)
	return demarche.Period{From: monday, Until: monday.Plus(7)}
}

// weekendOf is Saturday and Sunday of a day's week.
func weekendOf(d demarche.Day) demarche.Period {
	week := weekOf(d)
	return demarche.Period{From: week.From.Plus(5), Until: week.Until}
}

// onOrBefore is the latest such weekday that is not after d.
func onOrBefore(d demarche.Day, w time.Weekday) demarche.Day {
	return d.Plus(-((int(d.Weekday()) - int(w) + 7) % 7))
}

// onOrAfter is the earliest such weekday that is not before d.
func onOrAfter(d demarche.Day, w time.Weekday) demarche.Day {
	return d.Plus((int(w) - int(d.Weekday()) + 7) % 7)
}

// lastDate is the number of days in a month.
func lastDate(year int, m time.Month) int {
	switch m {
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	}
	return 31
}

// addMonths counts months over the ends of years.
func addMonths(year int, m time.Month, n int) (int, time.Month) {
	k := year*12 + int(m) - 1 + n
	y := k / 12
	if k < y*12 {
		y--
	}
	return y, time.Month(k-y*12) + 1
}

// plusWorking is the day on which so many days from Monday to Friday have run.
func plusWorking(d demarche.Day, n int) demarche.Day {
	for n > 0 {
		if d = d.Plus(1); d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			n--
		}
	}
	return d
}

// plusMonths is the same date so many months later, or the last of that month
// where it has no such date.
func plusMonths(d demarche.Day, n int) demarche.Day {
	if n == 0 {
		return d
	}
	y, m := addMonths(d.Year, d.Month, n)
	return demarche.Day{Year: y, Month: m, Date: min(d.Date, lastDate(y, m))}
}

// monthFrom is the whole month that lies so many months after that of d.
func monthFrom(d demarche.Day, n int) demarche.Period {
	return demarche.MonthOf(addMonths(d.Year, d.Month, n))
}

// date is a day of any year.
type date struct {
	month time.Month
	date  int // monthEnd for the last of the month
}

// monthEnd stands for the last date of a month.
const monthEnd = 99

// in gives the day in a year. It fails for 29 February in most years.
func (x date) in(year int) (demarche.Day, bool) {
	last := lastDate(year, x.month)
	if x.date == monthEnd {
		return demarche.Day{Year: year, Month: x.month, Date: last}, true
	}
	return demarche.Day{Year: year, Month: x.month, Date: x.date}, 1 <= x.date && x.date <= last
}

// before says whether x comes earlier in the year than y.
func (x date) before(y date) bool {
	return x.month < y.month || x.month == y.month && x.date < y.date
}

// yearly is a part of every year, both days included: a date, a month, a
// season. It ends in the next year if last comes before first.
type yearly struct{ first, last date }

// in gives the part that begins in a year. It fails where the year has no such
// day.
func (y yearly) in(year int) (demarche.Period, bool) {
	from, ok := y.first.in(year)
	if y.last.before(y.first) {
		year++
	}
	last, also := y.last.in(year)
	if !ok || !also {
		return demarche.Period{}, false
	}
	return demarche.Period{From: from, Until: last.Plus(1)}, true
}

// leap is how many years may lie between two days that the calendar has: 1896
// and 1904 were leap years, 1900 was none.
const leap = 8

// latest gives the last part that begins on d or before.
func (y yearly) latest(d demarche.Day) demarche.Period {
	for year := d.Year; year >= d.Year-leap; year-- {
		if p, ok := y.in(year); ok && !d.Before(p.From) {
			return p
		}
	}
	return demarche.Period{}
}

// over gives the last part that has ended before d.
func (y yearly) over(d demarche.Day) demarche.Period {
	for year := d.Year; year >= d.Year-leap; year-- {
		if p, ok := y.in(year); ok && !d.Before(p.Until) {
			return p
		}
	}
	return demarche.Period{}
}

// earliest gives the first part that ends on d or later.
func (y yearly) earliest(d demarche.Day) demarche.Period {
	for year := d.Year - 1; year <= d.Year+leap; year++ {
		if p, ok := y.in(year); ok && d.Before(p.Until) {
			return p
		}
	}
	return demarche.Period{}
}

// coming gives the first part that begins after d.
func (y yearly) coming(d demarche.Day) demarche.Period {
	for year := d.Year; year <= d.Year+leap; year++ {
		if p, ok := y.in(year); ok && d.Before(p.From) {
			return p
		}
	}
	return demarche.Period{}
}

// monthly is a month of every year.
func monthly(m time.Month) yearly { return yearly{date{m, 1}, date{m, monthEnd}} }

// part is a part of a period.
type part uint8

// The parts. Of a month they are the codebook's: days 1 to 10, 11 to 20, and 21
// to the end.
const (
	early part = iota + 1
	middle
	late
	start // "the beginning of"
	end   // "the end of"
	firstDay
	lastDay
)

// of cuts the part from a recurring month or season.
func (x part) of(y yearly) yearly {
	if y.first == y.last || x == 0 {
		return y
	}
	month := y.first.month == y.last.month
	switch x {
	case firstDay:
		return yearly{y.first, y.first}
	case lastDay:
		return yearly{y.last, y.last}
	case early, start:
		if month {
			return yearly{y.first, date{y.first.month, 10}}
		}
		return monthly(y.first.month)
	case late, end:
		if month {
			return yearly{date{y.first.month, 21}, y.last}
		}
		return monthly(y.last.month)
	}
	if month {
		return yearly{date{y.first.month, 11}, date{y.first.month, 20}}
	}
	return monthly(y.first.month%12 + 1)
}

// cut cuts the part from a period: thirds of a month or a year, the first or the
// last month for the start or the end of a year. Early and late in a week leave
// the week whole, as the codebook's gold has it.
func (x part) cut(p demarche.Period) demarche.Period {
	days := p.Days()
	switch {
	case p.IsZero() || x == 0 || days <= 1:
		return p
	case x == firstDay:
		return demarche.On(p.From)
	case x == lastDay:
		return demarche.On(p.Last())
	case days <= 7:
		switch x {
		case start:
			return demarche.On(p.From)
		case end:
			return demarche.Period{From: p.Until.Plus(-min(3, days)), Until: p.Until}
		case middle:
			return demarche.On(p.From.Plus((days - 1) / 3)) // "the middle of next week" is its Wednesday
		}
		return p
	case days <= 31:
		switch x {
		case early, start:
			p.Until = p.From.Plus(10)
		case middle:
			p.From, p.Until = p.From.Plus(10), p.From.Plus(20)
		default:
			p.From = p.From.Plus(20)
		}
		return p
	}
	months := (p.Until.Year-p.From.Year)*12 + int(p.Until.Month-p.From.Month)
	third := max(1, months/3)
	switch x {
	case early:
		p.Until = plusMonths(p.From, third)
	case start:
		p.Until = plusMonths(p.From, 1)
	case middle:
		p.From, p.Until = plusMonths(p.From, third), plusMonths(p.Until, -third)
	case late:
		p.From = plusMonths(p.Until, -third)
	case end:
		p.From = plusMonths(p.Until, -1)
	}
	return p
}
