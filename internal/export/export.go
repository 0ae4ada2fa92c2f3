// Package export writes events as others read them: tables of our own, and the forms
// of GDELT, ICEWS and POLECAT. It is a pure function of the events that it is given.
//
// A form that has no word for a status holds only what is actual, threatened or
// demanded. What an event does not tell is left empty and never guessed: an event
// without a day has no date in any form, though those who made the forms would have
// put the day of publication there.
package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"demarche"
)

// Row is an event with what its report adds.
type Row struct {
	demarche.Telling
	Outlet, Title, URL, Lang string
}

// Writer writes events in one form.
type Writer interface {
	Write(Row) error
	Close() error // writes what waits; the stream below stays open
}

// Formats are the names of the forms.
var Formats = []string{"csv", "jsonl", "parquet", "gdelt", "icews", "plover"}

// New gives a writer of a form. Names are those of the codes.
func New(format string, w io.Writer, names map[demarche.Code]string) (Writer, error) {
	switch format {
	case "csv":
		return newCSV(w)
	case "jsonl":
		return &lines{w: bufio.NewWriter(w), append: func(dst []byte, r *Row) []byte {
			return append(demarche.Coded{Event: r.Event, Evidence: r.Evidence}.AppendJSON(dst), '\n')
		}}, nil
	case "parquet":
		return newParquet(w), nil
	case "gdelt":
		return &lines{w: bufio.NewWriter(w), append: func(dst []byte, r *Row) []byte { return appendGDELT(dst, r, names) }}, nil
	case "icews":
		l := &lines{w: bufio.NewWriter(w), append: func(dst []byte, r *Row) []byte { return appendICEWS(dst, r, names) }}
		_, err := l.w.WriteString(strings.Join(icewsColumns, "\t") + "\n")
		return l, err
	case "plover":
		return &lines{w: bufio.NewWriter(w), append: func(dst []byte, r *Row) []byte { return appendPLOVER(dst, r, names) }}, nil
	}
	return nil, fmt.Errorf("%q is no form of export: write one of %s", format, strings.Join(Formats, ", "))
}

// lines writes a form that has lines.
type lines struct {
	w      *bufio.Writer
	append func(dst []byte, r *Row) []byte
	buf    []byte
}

func (l *lines) Write(r Row) error {
	l.buf = l.append(l.buf[:0], &r)
	_, err := l.w.Write(l.buf)
	return err
}

func (l *lines) Close() error { return l.w.Flush() }

// Columns are those of the table of events.
var Columns = []string{
	"id", "report", "type", "actor", "recipient", "status", "object", "n", "cmp", "place", "date", "deadline",
	"speaker", "speaker_state", "condition", "start", "end", "rule", "confidence", "inferred", "evidence",
	"trigger_start", "trigger_end", "sentence_start", "sentence_end",
}

// Cells are an event as a row of the table; a text of several lines is brought onto
// one.
func Cells(e *demarche.Event, evidence string) []string {
	n := ""
	if !e.Count.IsZero() {
		n = strconv.Itoa(e.Count.N)
	}
	r := []string{
		string(e.ID), string(e.Report), string(e.Type), joined(e.Actor), joined(e.Recipient), string(e.Status), e.Object, n, e.Count.Cmp,
		e.Place, e.Date.String(), e.Deadline.String(), e.Speaker, string(e.SpeakerState), e.Condition,
		strconv.Itoa(e.Span.Start), strconv.Itoa(e.Span.End), string(e.Rule), strconv.FormatFloat(e.Confidence, 'g', -1, 64),
		strings.Join(e.Inferred, "+"), evidence,
	}
	for _, s := range []demarche.Span{e.Trigger, e.Sentence} {
		r = append(r, strconv.Itoa(s.Start), strconv.Itoa(s.End))
	}
	for i := range r {
		r[i] = strings.Join(strings.Fields(r[i]), " ")
	}
	return r
}

// joined is a list of codes as one word.
func joined(codes []demarche.Code) string {
	var names []string
	for _, c := range codes {
		names = append(names, string(c))
	}
	return strings.Join(names, "+")
}

type csvWriter struct{ w *csv.Writer }

func newCSV(w io.Writer) (Writer, error) {
	c := &csvWriter{csv.NewWriter(w)}
	c.w.UseCRLF = true
	return c, c.w.Write(Columns)
}

func (c *csvWriter) Write(r Row) error { return c.w.Write(Cells(&r.Event, r.Evidence)) }

func (c *csvWriter) Close() error {
	c.w.Flush()
	return c.w.Error()
}
