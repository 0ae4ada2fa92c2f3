package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"demarche"
	"github.com/go-json-experiment/json/jsontext"
)

// records reads JSON lines: one record on a line, each a report.
//
//	{"id": "a17", "date": "2021-11-30", "text": "MOSCOW, ...", "title": ..., "outlet": ..., "url": ..., "lang": ...}
//
// The last four may be left out; other keys are left unread. The report's text
// is the string that the record holds. Blank lines are passed over.
func (t *taker) records(path string, in input) bool {
	opened := false // a record was seen
	for n := 1; ; n++ {
		at := place{path, n}
		line, err := t.readLine(in)
		if errors.Is(err, errTooLong) {
			if !t.refuseRead(at, err) {
				return false
			}
			if err = skipLine(in); err == nil {
				continue
			}
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return t.refuseRead(at, err)
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte(utf8Mark))
		}
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if n == 1 && (line[0] == '[' || string(line) == "{") {
			return t.refuse(at, "it is JSON, but not one record on a line", "write it so, as jq -c . or jq -c '.[]' do")
		}
		rec, bad := t.json.read(line, in.decoded)
		if !opened && bad == nil && rec.isForeign() {
			return t.refuse(at, `the first record has neither "id" nor "text": this is no file of reports`, "leave it out, or call its keys so")
		}
		opened = true
		if !t.record(at, rec, bad) {
			return false
		}
	}
}

// record takes one record, unless it is bad.
func (t *taker) record(at place, rec record, bad *fault) bool {
	if bad == nil {
		bad = rec.check(!t.Date.IsZero())
	}
	if bad != nil {
		return t.refuse(at, bad.why, bad.cure)
	}
	d := draft{Report: demarche.Report{
		ID:     demarche.ReportID(rec.id),
		Title:  rec.title,
		Outlet: rec.outlet,
		URL:    rec.url,
		Lang:   rec.lang,
		Text:   rec.text,

		Replaces: demarche.ReportID(rec.replaces),
	}}
	h, err := findHeader(rec.text)
	if err != nil {
		return t.refuse(at, fmt.Sprintf("report %q: %v", rec.id, err), `write "date YYYY-MM-DD ", or leave the header out`)
	}
	d.rest, d.noDate = h.end, h.vague
	switch {
	case rec.date != "":
		if d.Date, err = demarche.ParseDay(rec.date); err != nil {
			return t.refuse(at, fmt.Sprintf("report %q: %v", rec.id, err), `give it "date": "YYYY-MM-DD"`)
		}
		if !h.day.IsZero() && h.day != d.Date {
			t.notice(DatesDiffer, at, fmt.Sprintf("the record of %q says %v, the header of its text %v; the record's was taken", rec.id, d.Date, h.day))
		}
	case !h.day.IsZero():
		d.Date = h.day
	default:
		d.Date = t.Date
	}
	return t.take(at, d)
}

// record is what a line of JSON tells of a report.
type record struct {
	id, date, text           string
	title, outlet, url, lang string
	replaces                 string
	others                   []string // the keys that are not of these
}

// field is where the value of a key goes, or nil for another key.
func (r *record) field(key string) *string {
	switch key {
	case "id":
		return &r.id
	case "date":
		return &r.date
	case "text":
		return &r.text
	case "title":
		return &r.title
	case "outlet":
		return &r.outlet
	case "url":
		return &r.url
	case "lang":
		return &r.lang
	case "replaces":
		return &r.replaces
	}
	return nil
}

// fault is what is wrong with a record, and what to do.
type fault struct{ why, cure string }

// nearKeys are keys that other formats have for ours, in lower case.
var nearKeys = map[string][]string{
	"id":   {"_id", "guid", "uuid", "docid", "doc_id", "document_id", "article_id", "report_id", "ident", "key"},
	"date": {"day", "published", "pubdate", "pub_date", "publication_date", "date_published", "datetime", "date_publish", "created", "timestamp"},
	"text": {"txt", "body", "content", "article", "story", "fulltext", "full_text", "maintext", "body_text", "raw_content"},
}

// check says what a record lacks. The date may come from elsewhere.
func (r *record) check(dated bool) *fault {
	switch {
	case r.id == "":
		return r.lack("id")
	case r.text == "":
		return r.lack("text")
	case strings.ContainsFunc(r.id, isControl):
		return &fault{fmt.Sprintf("the record's id %q holds control characters", r.id), "give it an id of printable characters"}
	case r.date == "" && !dated && r.near("date") != "":
		return r.lack("date")
	}
	return nil
}

// isForeign says whether a record has nothing of a report's.
func (r *record) isForeign() bool {
	return r.id == "" && r.text == "" && r.near("id") == "" && r.near("text") == ""
}

// lack is the fault that a record has no value for a key.
func (r *record) lack(key string) *fault {
	why := "the record has no " + key
	if key != "id" && r.id != "" {
		why = fmt.Sprintf("report %q has no %s", r.id, key)
	}
	if k := r.near(key); k != "" {
		return &fault{why, fmt.Sprintf("call its %q %q", k, key)}
	}
	return &fault{why, fmt.Sprintf("give it %q", key)}
}

// near finds the record's key that was likely meant for one of ours.
func (r *record) near(key string) string {
	for _, k := range r.others {
		folded := strings.ToLower(strings.TrimSpace(k))
		if folded == key {
			return k
		}
		for _, n := range nearKeys[key] {
			if folded == n {
				return k
			}
		}
	}
	return ""
}

// recordReader reads records, keeping its buffers from one to the next.
type recordReader struct {
	buf bytes.Buffer
	dec jsontext.Decoder
}

// read reads a line as one JSON object. A line decoded from UTF-16 has U+FFFD
// where it was not UTF-16.
func (rr *recordReader) read(line []byte, wide bool) (rec record, bad *fault) {
	if !utf8.Valid(line) || wide && bytes.Contains(line, []byte(replacement)) {
		return rec, &fault{"the record is not UTF-8", "write JSON in UTF-8"}
	}
	rr.buf.Reset()
	rr.buf.Write(line)
	rr.dec.Reset(&rr.buf)
	if rr.dec.PeekKind() != '{' {
		return rec, &fault{"the line is no JSON object", "write one record on a line, or name the file .txt if it is plain text"}
	}
	broken := func(err error) *fault {
		return &fault{"the record is broken JSON: " + strings.TrimPrefix(err.Error(), "jsontext: "), "write one whole object on the line"}
	}
	if _, err := rr.dec.ReadToken(); err != nil {
		return rec, broken(err)
	}
	for rr.dec.PeekKind() != '}' {
		name, err := rr.dec.ReadToken()
		if err != nil {
			return rec, broken(err)
		}
		key := name.String()
		to := rec.field(key)
		if to == nil {
			rec.others = append(rec.others, key)
			if err := rr.dec.SkipValue(); err != nil {
				return rec, broken(err)
			}
			continue
		}
		value, err := rr.dec.ReadToken()
		if err != nil {
			return rec, broken(err)
		}
		switch value.Kind() {
		case '"':
			*to = value.String()
		case 'n': // as good as left out
		default:
			return rec, &fault{fmt.Sprintf("the record's %q is not a string", key), "write it in quotation marks"}
		}
	}
	if _, err := rr.dec.ReadToken(); err != nil {
		return rec, broken(err)
	}
	if _, err := rr.dec.ReadToken(); err != io.EOF {
		return rec, &fault{"something follows the record on its line", "write one record on a line"}
	}
	return rec, nil
}
