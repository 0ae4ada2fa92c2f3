// Package demarche holds the words of the diplomatic record: the types that
// every room of the program speaks in. It has no algorithms and imports only
// the standard library.
//
// A [Report] is one dated news item. Everything that the program says of the
// world points back into a report by a [Span], so that every figure opens at
// the sentence that says it.
package demarche

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ReportID names one report for good: the base name of its file without its
// ending, or the id of its record.
type ReportID string

// Span is a half-open range of bytes in a report's text: Start is the first
// byte, End is the byte after the last.
type Span struct {
	Start, End int
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// In returns the words that the span covers in text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// String writes the span as Start|End.
func (s Span) String() string { return fmt.Sprintf("%d|%d", s.Start, s.End) }

// Day is a day of the Gregorian calendar without a time of day or a zone.
// The zero Day means that no day is known.
type Day struct {
	Year  int
	Month time.Month
	Date  int
}

// ParseDay reads YYYY-MM-DD. It fails on another form and on a day that the
// calendar does not have, such as 2021-02-29.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		var bad *time.ParseError
		if errors.As(err, &bad) && strings.HasSuffix(bad.Message, "out of range") {
			return Day{}, fmt.Errorf("date %q does not exist in the calendar", s)
		}
		return Day{}, fmt.Errorf("date %q is not of the form YYYY-MM-DD", s)
	}
	return Day{t.Year(), t.Month(), t.Day()}, nil
}

// IsZero says whether no day is known.
func (d Day) IsZero() bool { return d == Day{} }

// String writes the day as YYYY-MM-DD, or nothing where none is known.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Date)
}

// Report is one dated news item. It is never changed once taken in; a
// corrected version is a new report.
type Report struct {
	ID       ReportID
	Date     Day    // day of publication
	Title    string // empty where the source gives none
	Outlet   string // who published it, such as a newspaper or an agency
	URL      string
	Lang     string   // BCP 47 tag, empty where the source gives none
	Dateline Dateline // what the head of the text says of place, day and agency
	Text     string   // the text as it stands in the file or record
	Replaces ReportID // the report that this one corrects, where it says so
	Body     Span     // the part of Text that tells the news: without a date header, dateline and byline
}

// Dateline is the head of a news report: "MOSCOW, February 2. /TASS/.".
// Fields that the head does not tell are empty.
type Dateline struct {
	Span   Span   // where it stands in the report's text
	Place  string // "MOSCOW"
	Agency string // "TASS"
	Byline string // "Jane Roe"
	Date   Day    // the day the head tells, its year taken from the report's date where it gives none
}

// Validate says what makes the report unusable, or nil.
func (r *Report) Validate() error {
	switch {
	case r.ID == "":
		return errors.New("report has no id")
	case r.Date.IsZero():
		return fmt.Errorf("report %s has no date", r.ID)
	case r.Text == "":
		return fmt.Errorf("report %s has no text", r.ID)
	case r.Body.Start < 0 || r.Body.End > len(r.Text) || r.Body.Start > r.Body.End:
		return fmt.Errorf("report %s: body %v lies outside its text of %d bytes", r.ID, r.Body, len(r.Text))
	}
	return nil
}
