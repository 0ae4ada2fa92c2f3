package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"demarche"
)

// text reads a file of plain text, which is one report. The report's id is the
// file's name without its ending.
func (t *taker) text(at place, stem string, in input) bool {
	raw, err := t.readAll(in)
	if err != nil {
		return t.refuseRead(at, err)
	}
	if mark := markupOf(raw); mark != "" {
		return t.refuse(at, "it begins with "+mark+": it is a page, not a text", "extract its text first")
	}
	text, why := t.decoded(at, raw, in.decoded)
	if why != "" {
		return t.refuse(at, why, "give its charset with --charset, or convert it to UTF-8")
	}
	d := draft{Report: demarche.Report{ID: demarche.ReportID(stem), Text: text}}
	h, err := findHeader(text)
	if err != nil {
		return t.refuse(at, err.Error(), `write "date YYYY-MM-DD "`)
	}
	d.rest, d.Date, d.noDate = h.end, h.day, h.vague
	named, err := dayOfName(stem)
	switch {
	case d.Date.IsZero() && err != nil:
		return t.refuse(at, err.Error(), `rename it, or begin its text with "date YYYY-MM-DD "`)
	case d.Date.IsZero() && !named.IsZero():
		d.Date = named
	case d.Date.IsZero():
		d.Date = t.Date
	case !named.IsZero() && named != d.Date:
		t.notice(DatesDiffer, at, fmt.Sprintf("the file's name says %v, its header %v; the header's was taken", named, d.Date))
	}
	return t.take(at, d)
}

// decoded turns the bytes of a plain text into UTF-8, if they are not in it
// already, or says why it cannot.
func (t *taker) decoded(at place, raw []byte, wide bool) (text, why string) {
	valid := utf8.Valid(raw)
	switch {
	case wide && bytes.Contains(raw, []byte(replacement)):
		return "", "it begins as UTF-16 but is not all of it"
	case wide, bytes.HasPrefix(raw, []byte(utf8Mark)) && valid, t.Charset == nil && valid:
		return string(raw), ""
	case t.Charset == nil || bytes.HasPrefix(raw, []byte(utf8Mark)):
		return "", fmt.Sprintf("it is not UTF-8 (byte %d)", validPrefix(raw))
	}
	text, ok := decode(t.Charset, raw)
	if !ok {
		return "", "it is not in the charset that was declared"
	}
	if valid && text != string(raw) && !isASCII(raw) {
		t.notice(OddCharset, at, "it was decoded as declared, but it is valid UTF-8")
	}
	return text, ""
}

// validPrefix is the number of bytes before the first that is not UTF-8.
func validPrefix(b []byte) int {
	n := 0
	for n < len(b) {
		r, size := utf8.DecodeRune(b[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}

// isASCII says whether b reads the same in UTF-8 and in most charsets.
func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// markupOf finds the opening of HTML, XML or PDF in the first bytes of a file.
func markupOf(raw []byte) string {
	head := strings.ToLower(strings.TrimSpace(string(raw[:min(len(raw), 64)])))
	for _, mark := range []string{"<!doctype", "<html", "<?xml", "%pdf-", `{\rtf`} {
		if strings.HasPrefix(head, mark) {
			return mark
		}
	}
	return ""
}
