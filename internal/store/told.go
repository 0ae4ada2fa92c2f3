package store

import (
	"database/sql"
	"fmt"

	"demarche"
)

// Told is an event between two parties, with what their state of play is made of. Its
// telling is as it was coded: corrections are not applied to it.
type Told struct {
	demarche.Telling
	Seq       int64
	KnownTo   string
	Corrected bool // the ledger has entries on it
	Hard      bool // it is a deed, and not only words
	Component demarche.EventID
	Act       demarche.ActID
}

// Live says whether the record still says it.
func (e *Told) Live() bool { return e.KnownTo == Open }

const toldColumns = `d.hard, e.seq, e.place, e.known, e.known_to, e.answer, e.corrected, e.component, e.act, e.body`

const toldTables = ` FROM dyad_event d JOIN event e ON e.seq = d.seq `

// scanTold reads an event; its object is good until the next is read.
func scanTold(rows *sql.Rows, s *scanner) (e *Told, object []byte, err error) {
	e = &Told{}
	var known, knownTo, component, act, body sql.RawBytes
	var hard, answer, corrected int
	if err := rows.Scan(&hard, &e.Seq, &e.Order, &known, &knownTo, &answer, &corrected, &component, &act, &body); err != nil {
		return nil, nil, err
	}
	e.Hard, e.Answer, e.Corrected = hard != 0, answer != 0, corrected != 0
	e.KnownTo = s.word(knownTo)
	if e.Event, e.Evidence, err = decode(body, s); err != nil {
		return nil, nil, fmt.Errorf("event %d in the record: %w", e.Seq, err)
	}
	e.Component, e.Act = demarche.EventID(component), demarche.ActID(act)
	if e.Known, err = knownDay(string(known)); err != nil {
		return nil, nil, fmt.Errorf("event %d in the record: %w", e.Seq, err)
	}
	return e, body, nil
}

// ToldBy calls take for one event by its number, as [Tx.Told] does.
func (t *Tx) ToldBy(dyad string, seq int64, take func(*Told)) error {
	return t.told(func(e *Told, _ []byte) { take(e) }, `SELECT `+toldColumns+toldTables+`WHERE d.dyad = $1 AND d.hard IN (0, 1) AND d.seq = $2 AND e.known_to <> ''`, dyad, seq)
}

func (t *Tx) told(take func(*Told, []byte), query string, args ...any) error {
	s := newScanner()
	return t.each(func(rows *sql.Rows) error {
		e, object, err := scanTold(rows, s)
		if err == nil {
			take(e, object)
		}
		return err
	}, query, args...)
}

// IsSince says whether the event became known on a day or later.
func (e *Told) IsSince(day demarche.Day) bool { return day.IsZero() || e.Seq >= firstSeq(day) }
