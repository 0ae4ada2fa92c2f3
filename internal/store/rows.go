package store

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"demarche"
)

// Report is a report in the record.
type Report struct {
	demarche.Report
	Seq     int64
	Version int
	KnownTo string // Open, or the day on which another version took its place
	Taken   demarche.Day
	Digest  string
}

// Event is an event in the record. Its telling is as it was coded: corrections are
// not applied to it.
type Event struct {
	demarche.Telling
	Seq       int64
	Version   int // of its report
	KnownTo   string
	Corrected bool // the ledger has entries on it
	Reach
	Component demarche.EventID
	Act       demarche.ActID
}

// Reach is where an event stands among those that it may be linked with.
type Reach struct {
	Block    string
	From, To int
	Trait    string
}

// Live says whether the record still says it.
func (e *Event) Live() bool { return e.KnownTo == Open }

// Entry is a line of the ledger of corrections.
type Entry struct {
	Subject demarche.EventID
	Field   string // of the event; empty for the event itself; "act" for its tie to Other
	Other   demarche.EventID
	Verb    string
	Value   string
	At      demarche.Day
	Name    string
	Reason  string
	Nth     int // the order in which lines on one event were written
}

// rest is what of a report no query asks for.
type rest struct {
	URL      string            `json:"url,omitempty"`
	Lang     string            `json:"lang,omitempty"`
	Dateline demarche.Dateline `json:"dateline"`
	Body     demarche.Span     `json:"body"`
}

const reportColumns = `r.seq, r.id, r.version, r.date, r.known_to, r.taken, r.replaces, r.digest, r.outlet, r.title, r.text, r.rest`

func scanReport(rows *sql.Rows) (r Report, err error) {
	var date, taken, more string
	if err := rows.Scan(&r.Seq, &r.ID, &r.Version, &date, &r.KnownTo, &taken, &r.Replaces, &r.Digest, &r.Outlet, &r.Title, &r.Text, &more); err != nil {
		return r, err
	}
	var m rest
	if err := json.Unmarshal([]byte(more), &m); err != nil {
		return r, fmt.Errorf("report %s in the record: %w", r.ID, err)
	}
	r.URL, r.Lang, r.Dateline, r.Body = m.URL, m.Lang, m.Dateline, m.Body
	if r.Date, err = demarche.ParseDay(date); err != nil {
		return r, err
	}
	r.Taken, err = demarche.ParseDay(taken)
	return r, err
}

const eventColumns = `e.seq, e.version, e.place, e.known, e.known_to, e.answer, e.corrected, e.block, e.win_from, e.win_to, e.trait, e.component, e.act, e.body`

func scanEvent(rows *sql.Rows, s *scanner) (e Event, err error) {
	var known string
	var body sql.RawBytes
	var answer, corrected int
	if err := rows.Scan(&e.Seq, &e.Version, &e.Order, &known, &e.KnownTo, &answer, &corrected, &e.Block, &e.From, &e.To, &e.Trait, &e.Component, &e.Act, &body); err != nil {
		return e, err
	}
	e.Answer, e.Corrected = answer != 0, corrected != 0
	if e.Event, e.Evidence, err = decode(body, s); err != nil {
		return e, fmt.Errorf("event %d in the record: %w", e.Seq, err)
	}
	e.Known, err = knownDay(known)
	return e, err
}
