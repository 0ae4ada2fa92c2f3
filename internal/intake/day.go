package intake

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"demarche"
)

// writtenDay is a day as a dateline writes it. Year is 0 where it gives none.
type writtenDay struct {
	year  int
	month time.Month
	date  int
}

// months are the names that datelines have for months, in lower case without
// a full stop.
var months = map[string]time.Month{
	"january": time.January, "jan": time.January,
	"february": time.February, "feb": time.February, "febr": time.February,
	"march": time.March, "mar": time.March,
	"april": time.April, "apr": time.April,
	"may":  time.May,
	"june": time.June, "jun": time.June,
	"july": time.July, "jul": time.July,
	"august": time.August, "aug": time.August,
	"september": time.September, "sept": time.September, "sep": time.September,
	"october": time.October, "oct": time.October,
	"november": time.November, "nov": time.November,
	"december": time.December, "dec": time.December,
}

// weekdays are the names that datelines have for days of the week, in lower
// case without a full stop.
var weekdays = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true,
}

// dayAt reads a day at s[i:]: "Feb. 3", "3rd February, 2022", "Tuesday, Feb 3",
// "2022-02-03". It gives the place after it.
func dayAt(s string, i int) (d writtenDay, end int, ok bool) {
	if n := len("0000-00-00"); i+n <= len(s) && shape(s[i:i+n]) == "0000-00-00" && (i+n == len(s) || !isDigit(s[i+n])) {
		return writtenDay{number(s[i : i+4]), time.Month(number(s[i+5 : i+7])), number(s[i+8 : i+10])}, i + n, true
	}
	if name, j := lettersAt(s, i); weekdays[name] {
		i = skipBlanks(s, skipOne(s, skipOne(s, j, '.'), ','))
	}
	if name, j := lettersAt(s, i); months[name] != 0 {
		d.month = months[name]
		j = skipBlanks(s, skipOne(s, j, '.'))
		if d.date, j, ok = dateAt(s, j); !ok {
			return writtenDay{}, i, false
		}
		end = j
	} else {
		var j int
		if d.date, j, ok = dateAt(s, i); !ok {
			return writtenDay{}, i, false
		}
		name, k := lettersAt(s, skipBlanks(s, j))
		if d.month = months[name]; d.month == 0 {
			return writtenDay{}, i, false
		}
		end = k
		if strings.HasPrefix(s[end:], ". ") && isYearAt(s, end+2) { // "3 Feb. 2022"
			end++
		}
	}
	if j := skipBlanks(s, skipOne(s, end, ',')); j > end && isYearAt(s, j) {
		d.year, end = number(s[j:j+4]), j+4
	}
	return d, end, true
}

// dateAt reads the date within a month at s[i:]: "3", "03", "3rd".
func dateAt(s string, i int) (date, end int, ok bool) {
	j := i
	for j < len(s) && isDigit(s[j]) {
		j++
	}
	if j == i || j-i > 2 {
		return 0, i, false
	}
	date, end = number(s[i:j]), j
	if suffix, k := lettersAt(s, j); suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" {
		end = k
	}
	// "12-19" and "4.5" are no dates.
	if end+1 < len(s) && strings.ContainsRune("-–./:", rune(s[end])) && isDigit(s[end+1]) {
		return 0, i, false
	}
	return date, end, date >= 1 && date <= 31
}

// isYearAt says whether a year of this kind of news stands at s[i:].
func isYearAt(s string, i int) bool {
	return i+4 <= len(s) && shape(s[i:i+4]) == "0000" && s[i:i+2] >= "18" && s[i:i+2] <= "21" && (i+4 == len(s) || !isDigit(s[i+4]))
}

// in is the day of a report of a given day: where none is written, the year is
// the one that brings it nearest to the report. It is not ok where the
// calendar has no such day, and zero where no year is known.
func (d writtenDay) in(report demarche.Day) (day demarche.Day, ok bool) {
	if d.year != 0 {
		return d.of(d.year)
	}
	if report.IsZero() {
		return demarche.Day{}, true
	}
	for _, y := range []int{report.Year, report.Year - 1, report.Year + 1} {
		near, exists := d.of(y)
		if !exists {
			continue
		}
		const halfYear = 183
		if n := daysBetween(report, near); n <= halfYear && n >= -halfYear {
			return near, true
		}
	}
	return demarche.Day{}, false
}

// of is the day in a year, if the calendar has it.
func (d writtenDay) of(year int) (demarche.Day, bool) {
	day := demarche.Day{Year: year, Month: d.month, Date: d.date}
	if t := timeOf(day); t.Month() != d.month || t.Day() != d.date {
		return demarche.Day{}, false
	}
	return day, true
}

// daysBetween is the number of days from a to b.
func daysBetween(a, b demarche.Day) int {
	const day = 24 * time.Hour
	return int(timeOf(b).Sub(timeOf(a)) / day)
}

// timeOf is the beginning of a day.
func timeOf(d demarche.Day) time.Time {
	return time.Date(d.Year, d.Month, d.Date, 0, 0, 0, 0, time.UTC)
}

// number is the value of a few digits.
func number(digits string) int {
	n := 0
	for _, c := range digits {
		n = 10*n + int(c-'0')
	}
	return n
}

// lettersAt gives the letters at s[i:] in lower case, and the place after them.
func lettersAt(s string, i int) (string, int) {
	j := i
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(r) {
			break
		}
		j += n
	}
	return strings.ToLower(s[i:j]), j
}

// skipOne is the place after one byte, if it stands at s[i:].
func skipOne(s string, i int, b byte) int {
	if i < len(s) && s[i] == b {
		return i + 1
	}
	return i
}

// skipBlanks is the first place in s from i on that is no blank. A line's end
// is none.
func skipBlanks(s string, i int) int {
	for {
		switch {
		case i < len(s) && (s[i] == ' ' || s[i] == '\t'):
			i++
		case strings.HasPrefix(s[i:], "\u00a0"):
			i += len("\u00a0")
		default:
			return i
		}
	}
}
