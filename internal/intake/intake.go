// Package intake turns bytes into reports: one file of this package for each
// format it reads.
//
// It reads plain text and JSON lines, either of them gzipped, from files, from
// directories and from standard input, one report at a time. It opens nothing
// by itself: the caller hands it a way to open files.
//
// Nothing is guessed quietly. What cannot be read is refused with one line
// that says why and what to do, and the rest goes on; what is read but should
// be looked at is told in a [Notice]. A report's text is kept as it stands, to
// the byte, because everything that is later said of the report points into it.
package intake

import (
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strconv"
	"strings"

	"demarche"
	"golang.org/x/text/encoding"
)

// DefaultLimit is the most bytes that one report may have where the caller
// sets no other limit: 4 MiB.
const DefaultLimit = 4 << 20

// Options say where [Read] reads from and what it takes for granted.
type Options struct {
	// Open opens the file or directory of a path that Read was given, or of
	// one below it. A directory that it opens must be an [fs.ReadDirFile], as
	// those of package os are. Unused where every path is "-".
	Open func(path string) (fs.File, error)

	// Stdin is what the path "-" reads. Nil reads as empty.
	Stdin io.Reader

	// Date is the day of reports that tell none themselves, neither in a
	// header nor in the file's name nor in the record. The zero Day refuses
	// such reports.
	Date demarche.Day

	// Charset decodes plain text that is not in UTF-8; see [Charset]. A byte
	// order mark in the text goes before it, and JSON lines are always UTF-8.
	Charset encoding.Encoding

	// Limit is the most bytes that one report may have: a text file once
	// unpacked, or one line of JSON lines. Zero means [DefaultLimit].
	Limit int64

	// Notice, if not nil, is called for what is read but should be looked at.
	Notice func(Notice)
}

// Read reads the reports of the files and directories at paths, in the order
// of paths. The path "-" is standard input.
//
// A directory is read with everything below it, in the order of the paths'
// bytes. Of its files those are taken whose names end in .txt, .jsonl, .ndjson
// or .json (JSON lines too), each also with .gz after it; names that begin
// with a dot are passed over; other files are passed over with a notice. A
// file that is named itself is read whatever its ending: unless the ending
// tells, it holds JSON lines if its first byte that is not blank is "{", and
// plain text otherwise. Whether a file is gzipped is seen by its content.
//
// A report whose id and text came before is dropped with a notice of kind
// [Again].
//
// Each error is a [*Refusal], its report is empty, and reading goes on after
// it.
func Read(paths []string, o Options) iter.Seq2[demarche.Report, error] {
	if o.Limit == 0 {
		o.Limit = DefaultLimit
	}
	if o.Stdin == nil {
		o.Stdin = eof{}
	}
	return func(yield func(demarche.Report, error) bool) {
		t := &taker{Options: o, yield: yield, firsts: map[demarche.ReportID]first{}}
		for _, p := range paths {
			if !t.path(p) {
				return
			}
		}
	}
}

// eof is an empty input.
type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }

// place is where a report stands: a file and, in JSON lines, a line of it.
type place struct {
	path string
	line int // counted from 1; 0 where the file is one report
}

// taker is one run of Read. Its methods that return a bool say whether to go
// on.
type taker struct {
	Options
	yield  func(demarche.Report, error) bool
	firsts map[demarche.ReportID]first
	unpack unpacker
	json   recordReader
	buf    []byte // the bytes of the report at hand
}

// refuse yields the refusal of what stands at a place.
func (t *taker) refuse(at place, why, cure string) bool {
	return t.yield(demarche.Report{}, &Refusal{Path: at.path, Line: at.line, Why: why, Cure: cure})
}

// notice tells the caller of a notice, if they want to know.
func (t *taker) notice(kind NoticeKind, at place, text string) {
	if t.Notice != nil {
		t.Notice(Notice{Kind: kind, Path: at.path, Line: at.line, Text: text})
	}
}

// draft is a report under way: what its format told, not yet its lead.
type draft struct {
	demarche.Report
	rest   int    // where the text goes on after its date header
	noDate string // why Date is zero, where more is known than that none is told
}

// take finds the lead of a draft, and yields the report or refuses it.
func (t *taker) take(at place, d draft) bool {
	r := d.Report
	what := "report " + strconv.Quote(string(r.ID))
	lead := findLead(r.Text, d.rest, r.Date)
	switch {
	case strings.IndexByte(r.Text, 0) >= 0:
		return t.refuse(at, fmt.Sprintf("%s holds a NUL character at byte %d", what, strings.IndexByte(r.Text, 0)),
			"it is no plain text; if it is UTF-16, give --charset utf-16le or utf-16be")
	case strings.TrimSpace(r.Text) == "":
		return t.refuse(at, what+" is empty", "give it a text, or leave it out")
	case lead.body.Len() == 0:
		return t.refuse(at, what+" has no text after its head", "give it a text, or leave it out")
	case r.Date.IsZero():
		why := what + " has no date"
		if d.noDate != "" {
			why += ": " + d.noDate
		}
		cure := "begin its text with \"date YYYY-MM-DD \", or put the date in the file's name, or give --date"
		if at.line > 0 {
			cure = `give it "date": "YYYY-MM-DD", or give --date`
		}
		if !lead.dateline.Date.IsZero() {
			cure += "; its dateline says " + lead.dateline.Date.String()
		}
		return t.refuse(at, why, cure)
	}
	r.Dateline, r.Body = lead.dateline, lead.body
	if r.Title == "" {
		r.Title = lead.title
	}
	again, clash := t.enter(at, &r)
	if clash != "" {
		return t.refuse(at, clash, "rename one of them, or leave one out")
	}
	if again {
		return true
	}
	t.compareDays(at, &r, lead)
	return t.yield(r, nil)
}
