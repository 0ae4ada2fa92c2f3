package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"demarche"
)

// lead is what stands in a text before the news begins.
type lead struct {
	title    string // the headline in the text
	dateline demarche.Dateline
	body     demarche.Span
	badDay   bool // the dateline tells a day that the calendar does not have
}

const (
	maxLead     = 1500 // the most bytes before a dateline that does not open the text
	maxHeadline = 160  // the most bytes of a line that may be a headline
	fewLines    = 3    // the most lines above a dateline that could be something else
)

// findLead finds the head of a text whose date header ends at start: bylines,
// credits and a dateline, and the headline above them. What is in doubt is
// left to the body. A report without text after its head has an empty body.
func findLead(text string, start int, report demarche.Day) lead {
	end := max(start, len(strings.TrimRightFunc(text, unicode.IsSpace)))
	text = text[:end]
	l := lead{body: demarche.Span{Start: start, End: end}}
	var above []string // the lines so far that are no part of the dateline
	for i := start; i < end && i-start < maxLead; {
		if d, ok := datelineAt(text, i); ok && (d.sure() || len(above) <= fewLines) {
			l.setDateline(d, report)
			l.cut(d.start, d.end, d.next, above)
			return l
		}
		if name, d, ok := inlineByline(text, i); ok {
			l.dateline.Byline = name
			l.setDateline(d, report)
			l.cut(i, d.end, d.next, above)
			return l
		}
		stop := lineEndAt(text, i, end-i)
		line := strings.TrimRight(text[i:stop], " \t")
		next := skipSpace(text, stop)
		switch {
		case next >= end:
			return l // the last line is always text
		case len(above) <= fewLines && l.credit(line, report):
			l.cut(i, i+len(line), next, above)
		case isHeadline(line):
			above = append(above, line)
		default:
			return l
		}
		i = next
	}
	return l
}

// cut counts text[start:end] to the dateline and lets the body begin at next.
func (l *lead) cut(start, end, next int, above []string) {
	if l.dateline.Span.Len() == 0 {
		l.dateline.Span.Start = start
	}
	l.dateline.Span.End = end
	l.body.Start = next
	above = slices.Compact(slices.DeleteFunc(slices.Clone(above), isRemark))
	if len(above) == 1 {
		l.title = above[0]
	}
}

// setDateline takes over what a dateline tells.
func (l *lead) setDateline(d dateline, report demarche.Day) {
	l.dateline.Place = d.place
	if d.agency != "" {
		l.dateline.Agency = d.agency
	}
	if d.hasDay {
		l.setDay(d.day, report)
	}
}

// setDay takes over a day.
func (l *lead) setDay(d writtenDay, report demarche.Day) {
	day, ok := d.in(report)
	l.dateline.Date, l.badDay = day, !ok
}

// credit takes over a line that says who wrote a report, for whom and when, and
// says whether it is one: "By Jane Roe", "Associated Press Writer", "Reuters",
// "April 08, 2019", "(Undated)", "Eds: adds details".
func (l *lead) credit(line string, report demarche.Day) bool {
	if name, agency, ok := byline(line); ok {
		if l.dateline.Byline == "" {
			l.dateline.Byline = name
		}
		if l.dateline.Agency == "" {
			l.dateline.Agency = agency
		}
		return true
	}
	if agency, end := agencyAt(line, 0); agency != "" && (strings.Trim(line[end:], " ,:") == "" || isRole(line[end:])) {
		l.dateline.Agency = agency
		return true
	}
	if day, end, ok := dayAt(line, 0); ok && day.year != 0 && end == len(line) {
		l.setDay(day, report)
		return true
	}
	return strings.EqualFold(line, "(Undated)") || strings.HasPrefix(line, "Eds:") || strings.HasPrefix(line, "Editors:")
}

// isHeadline says whether a line may stand above a dateline: it is short and no
// sentence.
func isHeadline(line string) bool {
	return len(line) <= maxHeadline && !strings.HasSuffix(strings.TrimRight(line, ")]\"'”’"), ".")
}

// isRemark says whether a line is put in brackets, as remarks to editors and
// the rights to pictures are.
func isRemark(line string) bool { return strings.HasPrefix(line, "(") }

// compareDays tells where a dateline's day is not the report's.
func (t *taker) compareDays(at place, r *demarche.Report, l lead) {
	d := r.Dateline
	switch {
	case l.badDay:
		t.notice(DatesDiffer, at, fmt.Sprintf("the dateline of report %q tells a day that %d does not have: %s", string(r.ID), r.Date.Year, oneLine(d.Span.In(r.Text))))
	case !d.Date.IsZero() && d.Date != r.Date:
		n := daysBetween(d.Date, r.Date)
		apart := fmt.Sprintf("%d days before", n)
		switch {
		case n == 1:
			apart = "the day before"
		case n == -1:
			apart = "the day after"
		case n < 0:
			apart = fmt.Sprintf("%d days after", -n)
		}
		t.notice(DatesDiffer, at, fmt.Sprintf("the dateline of report %q says %v, %s its date %v; its date was kept", string(r.ID), d.Date, apart, r.Date))
	}
}

// oneLine is a text with its blanks and line ends made single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
