package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"demarche"
)

// File is a file of events, gold or found: JSON lines, each of them an event.
type File struct {
	// Reports are those that the file is about: of its events and, as some
	// reports have none, of a line {"reports": [...]}.
	Reports map[demarche.ReportID]bool
	Events  []demarche.Event
	Quotes  []string // the words of each event, where the file has them
}

// Read reads a file of events. It is strict: the first line that is none is an
// error, which names the file as name says, the line, and what to do. A file
// without lines is one without events.
func Read(name string, r io.Reader) (*File, error) {
	f := &File{Reports: map[demarche.ReportID]bool{}}
	b := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := f.add(line); err != nil {
				return nil, fmt.Errorf("reading %s:%d: %w", name, n, err)
			}
		}
		if err == io.EOF {
			return f, nil
		}
	}
}

// add takes one line in.
func (f *File) add(line []byte) error {
	if ids, ok := reports(line); ok {
		for _, id := range ids {
			f.Reports[id] = true
		}
		return nil
	}
	var c demarche.Coded
	if err := json.Unmarshal(line, &c); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return fmt.Errorf("byte %d of the line: %w; write one event a line, as JSON", syntax.Offset, err)
		}
		return err
	}
	f.Reports[c.Report] = true
	f.Events = append(f.Events, c.Event)
	f.Quotes = append(f.Quotes, c.Evidence)
	return nil
}

// Coded gives the events of the file with their words.
func (f *File) Coded() []demarche.Coded {
	coded := make([]demarche.Coded, len(f.Events))
	for i := range f.Events {
		coded[i] = demarche.Coded{Event: f.Events[i], Evidence: f.Quotes[i]}
	}
	return coded
}

// reports gives the ids of a line that names reports, and whether it is one.
func reports(line []byte) (ids []demarche.ReportID, ok bool) {
	var l struct {
		Reports *[]demarche.ReportID `json:"reports"`
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if dec.Decode(&l) != nil || l.Reports == nil {
		return nil, false
	}
	return *l.Reports, true
}

// IsEvents says from the first line of a file whether it holds events, and not
// reports, which may be JSON lines too. A file without lines holds no reports.
func IsEvents(line []byte) bool {
	line = bytes.TrimSpace(line)
	if _, ok := reports(line); ok || len(line) == 0 {
		return true
	}
	var e struct{ Type, Text *json.RawMessage }
	return json.Unmarshal(line, &e) == nil && e.Type != nil && e.Text == nil
}

// Of gives the events of the reports that f is about, and the number of the
// others, of which f says nothing.
func (f *File) Of(events []demarche.Event) (inside []demarche.Event, outside int) {
	for _, e := range events {
		if f.Reports[e.Report] {
			inside = append(inside, e)
		}
	}
	return inside, len(events) - len(inside)
}
