package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/http"
	"net/url"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

func pathEscape(s string) string { return url.PathEscape(s) }

// addedPage is what became of reports that were sent.
type addedPage struct {
	Outcomes  []desk.Outcome
	Refused   []string
	Added     int
	Unchanged int
	Events    int
	NewActs   int
	Next      string // the page to look at first
}

// inMemory is how much of a request is kept there while it is read; the request as a
// whole is bounded before.
const inMemory = mostBytes

// add takes reports in that were pasted, or sent as files.
func (s *site) add(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseMultipartForm(inMemory); err != nil {
		return unread(err)
	}
	defer r.MultipartForm.RemoveAll()
	var date demarche.Day
	if text := r.PostFormValue("date"); text != "" {
		var err error
		if date, err = demarche.ParseDay(text); err != nil {
			return &fault{http.StatusBadRequest, sentence(err.Error())}
		}
	}
	var sent []desk.Sent
	if text := strings.ReplaceAll(r.PostFormValue("text"), "\r\n", "\n"); strings.TrimSpace(text) != "" {
		sum := sha256.Sum256([]byte(text))
		sent = append(sent, desk.Sent{Name: "pasted-" + hex.EncodeToString(sum[:4]), Text: []byte(text)})
	}
	for _, head := range r.MultipartForm.File["files"] {
		if head.Size == 0 {
			continue
		}
		f, err := head.Open()
		if err != nil {
			return err
		}
		text, err := io.ReadAll(f)
		f.Close()
		if err != nil {
			return err
		}
		sent = append(sent, desk.Sent{Name: head.Filename, Text: text})
	}
	if len(sent) == 0 {
		return &fault{http.StatusBadRequest, "There was nothing to add: paste the text of a report, or choose a file."}
	}
	return s.take(w, r, desk.Reports(sent, date), r.PostFormValue("replace") != "", "")
}

// unread is the error of a form that could not be read.
func unread(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return err
	}
	return &fault{http.StatusBadRequest, "The form could not be read: " + err.Error() + "."}
}

// addExamples fills the record with the examples.
func (s *site) addExamples(w http.ResponseWriter, r *http.Request) error {
	names, err := fs.Glob(s.Examples, "*.txt")
	if err != nil {
		return err
	}
	var sent []desk.Sent
	for _, name := range names {
		text, err := fs.ReadFile(s.Examples, name)
		if err != nil {
			return err
		}
		sent = append(sent, desk.Sent{Name: name, Text: text})
	}
	return s.take(w, r, desk.Reports(sent, demarche.Day{}), false, "/RUS-USA")
}

// take adds reports and tells what became of them.
func (s *site) take(w http.ResponseWriter, r *http.Request, reports iter.Seq2[demarche.Report, error], replace bool, next string) error {
	p := addedPage{Next: next}
	for o, err := range s.Record.On(s.Today()).Add(r.Context(), s.Desk, reports, desk.Adding{Jobs: 1, Replace: replace}) {
		switch {
		case desk.IsRefusal(err):
			p.Refused = append(p.Refused, err.Error())
			continue
		case err != nil:
			return fmt.Errorf("adding reports: %w", err)
		case o.Unchanged:
			p.Unchanged++
		default:
			p.Added++
		}
		p.Events += o.Events
		p.NewActs += o.NewActs
		p.Outcomes = append(p.Outcomes, o)
	}
	code := http.StatusOK
	if len(p.Outcomes) == 0 {
		code = http.StatusUnprocessableEntity
	}
	return s.show(w, r, code, "added", "Reports added", p)
}
