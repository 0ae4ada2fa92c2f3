package demarche

import (
	"fmt"
	"strings"
	"time"
)

// Period is a half-open range of days: From is the first day, Until is the day
// after the last. The zero Period means that no time is known.
type Period struct {
	From, Until Day
}

// On is the period of one day.
func On(d Day) Period { return Period{d, d.Plus(1)} }

// MonthOf is the period of a whole month.
func MonthOf(year int, month time.Month) Period {
	return Period{dayOf(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)), dayOf(time.Date(year, month+1, 1, 0, 0, 0, 0, time.UTC))}
}

// YearOf is the period of a whole year.
func YearOf(year int) Period { return Period{Day{year, 1, 1}, Day{year + 1, 1, 1}} }

// IsZero says whether no time is known.
func (p Period) IsZero() bool { return p == Period{} }

// Days is the number of days in the period.
func (p Period) Days() int { return p.From.To(p.Until) }

// Last is the last day of the period.
func (p Period) Last() Day { return p.Until.Plus(-1) }

// Contains says whether all of q lies within p.
func (p Period) Contains(q Period) bool {
	return !q.From.Before(p.From) && !p.Until.Before(q.Until)
}

// String writes the period as the codebook does: a day, a month and a year by
// their ISO forms, whole years as 2016/2021, else the first and the last day
// with a slash between.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	last := p.Last()
	switch {
	case p.From == last:
		return p.From.String()
	case p == YearOf(p.From.Year):
		return fmt.Sprintf("%04d", p.From.Year)
	case p == MonthOf(p.From.Year, p.From.Month):
		return fmt.Sprintf("%04d-%02d", p.From.Year, p.From.Month)
	case p.From.Month == 1 && p.From.Date == 1 && last.Month == 12 && last.Date == 31:
		return fmt.Sprintf("%04d/%04d", p.From.Year, last.Year)
	}
	return p.From.String() + "/" + last.String()
}

// ParsePeriod reads what [Period.String] writes. It fails on another form, on
// days that do not exist, and on a last day before the first.
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, nil
	}
	first, last, two := strings.Cut(s, "/")
	p, err := parseOne(first)
	if err != nil || !two {
		return p, err
	}
	q, err := parseOne(last)
	if err != nil {
		return Period{}, err
	}
	if q.Until.Before(p.Until) {
		return Period{}, fmt.Errorf("period %q ends before it begins", s)
	}
	return Period{p.From, q.Until}, nil
}

// parseOne reads a day, a month or a year.
func parseOne(s string) (Period, error) {
	for _, form := range []struct {
		layout string
		period func(t time.Time) Period
	}{
		{"2006-01-02", func(t time.Time) Period { return On(dayOf(t)) }},
		{"2006-01", func(t time.Time) Period { return MonthOf(t.Year(), t.Month()) }},
		{"2006", func(t time.Time) Period { return YearOf(t.Year()) }},
	} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return form.period(t), nil
		}
	}
	return Period{}, fmt.Errorf("%q is no day, month or year such as 2021-11-29, 2021-11 or 2021", s)
}

// time gives the day's midnight in UTC.
func (d Day) time() time.Time { return time.Date(d.Year, d.Month, d.Date, 0, 0, 0, 0, time.UTC) }

// dayOf gives the day of a time.
func dayOf(t time.Time) Day { return Day{t.Year(), t.Month(), t.Day()} }

// Plus is the day so many days later, or earlier where n is below zero.
func (d Day) Plus(n int) Day { return dayOf(d.time().AddDate(0, 0, n)) }

// To is the number of days from d to e, below zero where e is earlier.
func (d Day) To(e Day) int {
	const day = 24 * 60 * 60 // a time.Duration would hold no more than 292 years
	return int((e.time().Unix() - d.time().Unix()) / day)
}

// Before says whether d is earlier than e.
func (d Day) Before(e Day) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Date < e.Date
}

// Compare is below zero where d is earlier than e, and above where it is later.
func (d Day) Compare(e Day) int {
	switch {
	case d.Before(e):
		return -1
	case e.Before(d):
		return 1
	}
	return 0
}

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.time().Weekday() }
