package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Refusal says why something was not read, and what to do about it.
type Refusal struct {
	Path string // the file or directory; "-" is standard input
	Line int    // the line, counted from 1; 0 where it is the whole file
	Why  string // what is wrong
	Cure string // what to do
}

// Error is the refusal as one line.
func (r *Refusal) Error() string {
	return fmt.Sprintf("reading %s: %s; %s", where(r.Path, r.Line), r.Why, r.Cure)
}

// NoticeKind is what a notice is about.
type NoticeKind string

// The kinds of notices.
const (
	// DatesDiffer: two places tell different days for one report. The first of
	// these was taken: the date header or the record's date, the file's name,
	// the default date. A dateline's day is never taken for the report's.
	DatesDiffer NoticeKind = "dates differ"
	// Again: the same text came before under the same id and day; it was
	// dropped.
	Again NoticeKind = "again"
	// PassedOver: a directory holds something that is no report by its name.
	PassedOver NoticeKind = "passed over"
	// OddCharset: a text was decoded as told, but looks like UTF-8.
	OddCharset NoticeKind = "odd charset"
)

// Notice tells of something that was read, or left out by design, and that
// someone may want to look at.
type Notice struct {
	Kind NoticeKind
	Path string // the file or directory; "-" is standard input
	Line int    // the line, counted from 1; 0 where it is the whole file
	Text string // what was seen and what was done
}

// String is the notice as one line.
func (n Notice) String() string { return where(n.Path, n.Line) + ": " + n.Text }

// where writes a place as a reader of messages expects it: path:line.
func where(path string, line int) string {
	switch {
	case path == "-":
		path = "standard input"
	case strings.ContainsFunc(path, isControl):
		path = strconv.Quote(path)
	}
	if line > 0 {
		return path + ":" + strconv.Itoa(line)
	}
	return path
}

// isControl says whether r would disturb a line of messages or of output.
func isControl(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError }

// reason is an operating system's error without the path, which the refusal
// tells already.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}
