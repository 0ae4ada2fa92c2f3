package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"demarche"
)

// PutReport writes a report. It reports whether it was written: not where another
// has the same id and version.
func (t *Tx) PutReport(r *Report) error {
	more, err := json.Marshal(rest{r.URL, r.Lang, r.Dateline, r.Body})
	if err != nil {
		return err
	}
	r.Seq, err = t.insert(r.Date, fmt.Sprintf("%s %d", r.ID, r.Version), `INSERT INTO report (seq, id, version, date, known_to, taken, replaces, digest, outlet, title, text, rest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (seq) DO NOTHING`,
		string(r.ID), r.Version, r.Date.String(), r.KnownTo, r.Taken.String(), string(r.Replaces), r.Digest, r.Outlet, r.Title, r.Text, string(more))
	if err != nil {
		return err
	}
	t.change.count("report", 1)
	return t.unindexed("report", r.Seq)
}

func (t *Tx) unindexed(kind string, seq int64) error {
	_, err := t.exec(`INSERT INTO unindexed (kind, seq) VALUES ($1, $2)`, kind, seq)
	return err
}

// Index takes the words of all rows that were written into the index. It does so for
// many rows at once, since that is much faster than one by one.
func (s *Store) Index(ctx context.Context) error {
	const batch = 2000
	locked := false
	for _, kind := range []struct{ name, query string }{{"report", s.dialect.indexReports()}, {"event", s.dialect.indexEvents()}} {
		for done := false; !done; {
			waiting, err := s.waiting(ctx, kind.name)
			if err != nil {
				return err
			}
			if waiting == 0 {
				break
			}
			// Many who search at once would wait for each other in the database, which
			// takes longer.
			if !locked {
				s.index.Lock()
				defer s.index.Unlock()
				locked = true
				continue // another may have done it meanwhile
			}
			err = s.Write(ctx, func(t *Tx) error {
				t.quiet = true
				if err := t.Lock([]string{"index"}); err != nil {
					return err
				}
				if _, err := t.exec(kind.query, batch); err != nil {
					return err
				}
				n, err := t.exec(`DELETE FROM unindexed WHERE kind = $1 AND seq IN (SELECT seq FROM unindexed WHERE kind = $1 ORDER BY seq LIMIT $2)`, kind.name, batch)
				done = n < batch
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// waiting says whether rows of a kind wait to be indexed: 1, or 0.
func (s *Store) waiting(ctx context.Context, kind string) (n int, err error) {
	st, err := s.prepared(ctx, `SELECT COUNT(*) FROM (SELECT 1 FROM unindexed WHERE kind = $1 LIMIT 1) u`)
	if err != nil {
		return 0, err
	}
	err = st.QueryRowContext(ctx, kind).Scan(&n)
	return n, err
}

// insert writes a row under the first number for its day that no other has.
func (t *Tx) insert(day demarche.Day, id, query string, args ...any) (int64, error) {
	args = append([]any{nil}, args...)
	for nth := 0; ; nth++ {
		n := seq(day, id, nth)
		args[0] = n
		written, err := t.exec(query, args...)
		if err != nil || written == 1 {
			return n, err
		}
	}
}

// PutRemark writes a remark of a report, on some pairs of parties.
func (t *Tx) PutRemark(r *demarche.Remark, version, nth int, dyads []string) error {
	body, err := json.Marshal(r)
	if err != nil {
		return err
	}
	for _, d := range dyads {
		if _, err := t.exec(`INSERT INTO remark (dyad, known, report, version, nth, body) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
			d, r.Known.String(), string(r.Report), version, nth, string(body)); err != nil {
			return err
		}
	}
	return nil
}

// DropRemarks takes the remarks of a report out, before it is coded anew.
func (t *Tx) DropRemarks(id demarche.ReportID, version int) error {
	_, err := t.exec(`DELETE FROM remark WHERE report = $1 AND version = $2`, string(id), version)
	return err
}

// EndReport notes from when on another version stands in the place of one, for the
// report and for its events.
func (t *Tx) EndReport(id demarche.ReportID, version int, day demarche.Day) error {
	if _, err := t.exec(`UPDATE report SET known_to = $3 WHERE id = $1 AND version = $2`, string(id), version, day.String()); err != nil {
		return err
	}
	return t.changed(`UPDATE event SET known_to = $3 WHERE report = $1 AND version = $2 AND known_to > $3 RETURNING seq`, string(id), version, day.String())
}

// EndEvent notes from when on the record no longer says an event; Open takes that
// back.
func (t *Tx) EndEvent(id demarche.EventID, day string) error {
	again, err := t.exec(`UPDATE event SET known_to = $2 WHERE id = $1 AND known_to = ''`, string(id), day)
	if err != nil {
		return err
	}
	t.change.count("event", again) // it was forgotten
	return t.changed(`UPDATE event SET known_to = $2 WHERE id = $1 RETURNING seq`, string(id), day)
}

// changed takes the changes that a query makes of events, and gives the numbers of,
// as changes of these.
func (t *Tx) changed(query string, args ...any) error {
	return t.each(func(rows *sql.Rows) error {
		var seq int64
		err := rows.Scan(&seq)
		t.change.event(seq)
		return err
	}, query, args...)
}

// PutEvent writes an event, with the dyads that it belongs to.
func (t *Tx) PutEvent(e *Event, dyads []string, hard bool) (err error) {
	body := demarche.Coded{Event: e.Event, Evidence: e.Evidence}.AppendJSON(nil)
	e.Seq, err = t.insert(e.Known, string(e.ID), `INSERT INTO event (seq, id, report, version, place, known, known_to, type, status, evidence, answer, corrected, block, win_from, win_to, trait, component, act, body)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) ON CONFLICT (seq) DO NOTHING`,
		string(e.ID), string(e.Report), e.Version, e.Order, e.Known.String(), e.KnownTo, string(e.Type), string(e.Status), e.Evidence,
		digit(e.Answer), digit(e.Corrected), e.Block, e.From, e.To, e.Trait, string(e.Component), string(e.Act), string(body))
	if err != nil {
		return err
	}
	t.change.count("event", 1)
	for _, d := range dyads { // it was between no others
		p := t.change.pair(d)
		p.seqs = append(p.seqs, e.Seq)
	}
	if err := t.joinDyads(e.Seq, dyads, hard); err != nil {
		return err
	}
	return t.unindexed("event", e.Seq)
}

// putDyads notes that an event was changed, and which pairs of parties it is between
// now beside those that it was.
func (t *Tx) putDyads(seq int64, dyads []string, hard bool) error {
	t.change.event(seq)
	return t.joinDyads(seq, dyads, hard)
}

func (t *Tx) joinDyads(seq int64, dyads []string, hard bool) error {
	for _, d := range dyads {
		n, err := t.exec(`INSERT INTO dyad_event (dyad, seq, hard) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, d, seq, digit(hard))
		if err != nil {
			return err
		}
		t.change.pair(d).events += n
	}
	return nil
}

// Recode writes what an event is coded as now, and keeps what it was coded as.
func (t *Tx) Recode(e *Event, day demarche.Day, dyads []string, hard bool) error {
	if _, err := t.exec(`INSERT INTO event_past (id, recoded, body) SELECT id, $2, body FROM event WHERE id = $1`, string(e.ID), day.String()); err != nil {
		return err
	}
	if err := t.dropDyads(e); err != nil {
		return err
	}
	if q := t.s.dialect.outdate(); q != "" {
		if _, err := t.exec(q, string(e.ID), e.Evidence); err != nil {
			return err
		}
	}
	if _, err := t.exec(`INSERT INTO unindexed (kind, seq) SELECT 'event', seq FROM event WHERE id = $1 AND evidence <> $2 ON CONFLICT DO NOTHING`, string(e.ID), e.Evidence); err != nil {
		return err
	}
	body := demarche.Coded{Event: e.Event, Evidence: e.Evidence}.AppendJSON(nil)
	if _, err := t.exec(`UPDATE event SET place = $2, type = $3, status = $4, evidence = $5, answer = $6, body = $7 WHERE id = $1`,
		string(e.ID), e.Order, string(e.Type), string(e.Status), e.Evidence, digit(e.Answer), string(body)); err != nil {
		return err
	}
	return t.putDyads(e.Seq, dyads, hard)
}

// dropDyads takes an event out of the pairs of parties that it is told to be between,
// but for one that analysts have corrected, whose parties may have been others then.
func (t *Tx) dropDyads(e *Event) error {
	if e.Corrected {
		return nil
	}
	return t.leave(`DELETE FROM dyad_event WHERE seq = $1 RETURNING dyad, seq`, e.Seq)
}

// Forget takes an event out that is no longer coded, and keeps what it was.
func (t *Tx) Forget(e *Event, day demarche.Day) error {
	if _, err := t.exec(`INSERT INTO event_past (id, recoded, body) SELECT id, $2, body FROM event WHERE id = $1`, string(e.ID), day.String()); err != nil {
		return err
	}
	if err := t.dropDyads(e); err != nil {
		return err
	}
	// It was never known: no question of what was known when finds it.
	n, err := t.exec(`UPDATE event SET known_to = '' WHERE id = $1 AND known_to <> ''`, string(e.ID))
	t.change.count("event", -n)
	t.change.event(e.Seq)
	return err
}

// Place notes where an event stands among the others.
func (t *Tx) Place(e *Event, dyads []string, hard bool) error {
	if _, err := t.exec(`UPDATE event SET corrected = $2, block = $3, win_from = $4, win_to = $5, trait = $6, component = $7, act = $8 WHERE id = $1`,
		string(e.ID), digit(e.Corrected), e.Block, e.From, e.To, e.Trait, string(e.Component), string(e.Act)); err != nil {
		return err
	}
	return t.putDyads(e.Seq, dyads, hard)
}

// ActRow is an act as the record has it: its bytes as [demarche.Act.AppendBrief] writes
// them.
type ActRow struct {
	Component demarche.EventID
	Body      string
}

// DropAct takes an act out, before another is put in its place.
func (t *Tx) DropAct(id demarche.ActID) error {
	err := t.each(func(rows *sql.Rows) error {
		var dyad string
		err := rows.Scan(&dyad)
		t.change.pair(dyad).acts--
		return err
	}, `DELETE FROM dyad_act WHERE act = $1 RETURNING dyad`, string(id))
	if err != nil {
		return err
	}
	if _, err := t.exec(`DELETE FROM due WHERE act = $1`, string(id)); err != nil {
		return err
	}
	n, err := t.exec(`DELETE FROM act WHERE id = $1`, string(id))
	t.change.count("act", -n)
	return err
}

// PutAct writes an act with the dyads that it belongs to.
func (t *Tx) PutAct(a *demarche.Act, row ActRow, dyads []string) error {
	if _, err := t.exec(`INSERT INTO act (id, component, day, known, type, status, body) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(a.ID), string(row.Component), a.Day().String(), a.Known.String(), string(a.Type), string(a.Status), row.Body); err != nil {
		return err
	}
	t.change.count("act", 1)
	if day := dueDay(a); !day.IsZero() {
		if _, err := t.exec(`INSERT INTO due (day, act) VALUES ($1, $2)`, day.String(), string(a.ID)); err != nil {
			return err
		}
	}
	for _, d := range dyads {
		if _, err := t.exec(`INSERT INTO dyad_act (dyad, day, act) VALUES ($1, $2, $3)`, d, a.Day().String(), string(a.ID)); err != nil {
			return err
		}
		t.change.pair(d).acts++
	}
	return nil
}

// PutEntry writes a line of the ledger, after those on its subject and on the other.
func (t *Tx) PutEntry(e *Entry) error {
	n, err := t.number(`SELECT COALESCE(MAX(nth), 0) + 1 FROM entry WHERE subject IN ($1, $2) OR (other IN ($1, $2) AND other <> '')`, string(e.Subject), string(e.Other))
	if err != nil {
		return err
	}
	e.Nth = int(n)
	_, err = t.exec(`INSERT INTO entry (subject, field, other, verb, value, at, name, reason, nth) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		string(e.Subject), e.Field, string(e.Other), e.Verb, e.Value, e.At.String(), e.Name, e.Reason, e.Nth)
	return err
}

func digit(b bool) int {
	if b {
		return 1
	}
	return 0
}
