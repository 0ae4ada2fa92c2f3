// Package when finds the time words of a sentence and reads them against the
// day of its report: "on Monday", "by the end of May", "within 72 hours", "the
// day before".
//
// It says what the words can mean, not what they are about. A bare "Monday" is
// one day after a verb in the past and another before what is still to come;
// "two days later" waits for the day of another act; "72 hours" is a length and
// no day at all. Whoever knows the verb chooses. Words that name no day, such as
// "soon" and "in the coming weeks", are passed over; nothing is guessed.
package when

import (
	"time"

	"demarche"
)

// Kind says what must be known before the words become a day.
type Kind uint8

// The kinds.
const (
	Point     Kind = iota + 1 // the report's date is enough: "on Monday", "in 2017"
	Span                      // a length, counted from some day: "within 72 hours", "for three years"
	Anaphoric                 // the day of another act is wanted: "two days later", "the same day"
)

var kindNames = [...]string{"", "point", "span", "anaphoric"}

// String writes the kind as a word.
func (k Kind) String() string { return kindNames[k] }

// Direction says where the act lies, seen from the time that the words name.
type Direction uint8

// The directions.
const (
	At     Direction = iota // in it: "on Monday", "this week", and where no preposition stands
	By                      // not after it: "by Monday", "no later than Monday", "on Monday at the latest"
	Within                  // not after its length has run: "within a week", "in two days", "over the next month"
	Since                   // it begins then: "since Monday", "from Aug. 1", "as of", "effective"
	Until                   // it ends then: "until Monday", "through Monday", "to the end of May"
	After                   // "after Monday", "no earlier than Monday"
	Before                  // "before Monday", "ahead of", "prior to"
	For                     // it lasts so long: "for three years"
)

var directionNames = [...]string{"at", "by", "within", "since", "until", "after", "before", "for"}

// String writes the direction as a word.
func (d Direction) String() string { return directionNames[d] }

// Unit is what Offset counts.
type Unit uint8

// The units. Of weeks, months and years the whole is meant: Monday to Sunday,
// the calendar month, the calendar year.
const (
	NoUnit Unit = iota // the words cannot be counted
	Day
	Week
	Month
	Year
	// Weekday is one of the week: Offset counts it from 1 for Sunday, and means the next such day,
	// or the last one where it is below zero.
	Weekday
)

var unitNames = [...]string{"", "day", "week", "month", "year", "weekday"}

// String writes the unit as a word.
func (u Unit) String() string { return unitNames[u] }

// Time is one time expression of a sentence.
type Time struct {
	// First and End bound the words, tokens[First:End] of the sentence, together
	// with what says the direction: "by", "within", "earlier", "as of".
	First, End int
	Kind       Kind
	Direction  Direction
	// Past is the reading for what is over, Ahead for what is to come; they are
	// equal where there is but one, and zero where the words cannot be read, as
	// "in recent days", and in anaphoric expressions. Those of a term
	// ("within a week") count from the report's date, and are zero where the
	// words name another beginning ("within a week of the vote").
	Past, Ahead demarche.Period
	// Through is how long what began then has lasted, where Direction is Since:
	// from the first day of Past to the report's date, or to the end of the
	// report's year where a year is named.
	Through demarche.Period
	// Days and Months are the length of a span. One is zero but for "a month
	// and a half".
	Days, Months int
	// Working says that the days of a span are those on which offices are open:
	// "within five working days".
	Working bool
	// Offset and Unit tell how far an anaphoric expression lies from the day
	// that it hangs on, below zero where it is earlier.
	Offset int
	Unit   Unit
	// Deadline says that the words themselves set a term: by, until, before or
	// within something.
	Deadline bool
	// Modifier says that the words belong to a noun rather than to the verb:
	// "Monday's talks", "the Friday explosions", "the memorandum of 1992".
	Modifier bool
}

// Span gives the bytes that the expression covers, given the sentence's tokens.
func (t Time) Span(tokens []demarche.Span) demarche.Span {
	return demarche.Span{Start: tokens[t.First].Start, End: tokens[t.End-1].End}
}

// Resolve reads the expression from the day of the act that it hangs on. A
// length gives the day on which it has run: 72 hours from 29 December end on 1
// January, a month from 31 January ends on the last day of February. A point is
// the same from everywhere: Ahead if it is a deadline, else Past.
func (t Time) Resolve(anchor demarche.Day) demarche.Period {
	switch t.Kind {
	case Span:
		if t.Days == 0 && t.Months == 0 && t.Direction != Within {
			return demarche.Period{}
		}
		if t.Working {
			return demarche.On(plusWorking(anchor, t.Days))
		}
		return demarche.On(plusMonths(anchor, t.Months).Plus(t.Days))
	case Anaphoric:
		switch t.Unit {
		case Day:
			return demarche.On(anchor.Plus(t.Offset))
		case Week:
			return weekOf(anchor.Plus(7 * t.Offset))
		case Month:
			return monthFrom(anchor, t.Offset)
		case Year:
			return demarche.YearOf(anchor.Year + t.Offset)
		case Weekday:
			if t.Offset < 0 {
				return demarche.On(onOrBefore(anchor.Plus(-1), time.Weekday(-t.Offset-1)))
			}
			return demarche.On(onOrAfter(anchor.Plus(1), time.Weekday(t.Offset-1)))
		}
		return demarche.Period{}
	}
	if t.Deadline {
		return t.Ahead
	}
	return t.Past
}

// Find appends to dst the time expressions among the tokens of a sentence, from
// left to right, the longest at each place; none overlap. At is the report's
// date.
func Find(text string, tokens []demarche.Span, at demarche.Day, dst []Time) []Time {
	p := parser{text: text, tokens: tokens, at: at}
	if !p.start() {
		return dst
	}
	for i := 0; i < len(tokens); {
		w := p.word(i)
		if !begins[w.class] || !p.near(i) {
			i++
			continue
		}
		if w.class == every {
			i = p.habit(i)
			continue
		}
		t, next := p.expression(i)
		if t.Kind != 0 {
			dst = append(dst, t)
		}
		i = next
	}
	return dst
}
