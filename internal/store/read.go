package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"math"

	"demarche"
)

// number is what a query counts.
func (t *Tx) number(query string, args ...any) (n int64, err error) {
	err = t.each(func(rows *sql.Rows) error { return rows.Scan(&n) }, query, args...)
	return n, err
}

// Versions gives all versions of a report, the first taken in first.
func (t *Tx) Versions(id demarche.ReportID) (all []Report, err error) {
	err = t.each(func(rows *sql.Rows) error {
		r, err := scanReport(rows)
		all = append(all, r)
		return err
	}, `SELECT `+reportColumns+` FROM report r WHERE r.id = $1 ORDER BY r.version`, string(id))
	return all, err
}

// Has says whether a version of a report is in the record.
func (s *Store) Has(ctx context.Context, id demarche.ReportID, digest string) (bool, error) {
	st, err := s.prepared(ctx, `SELECT COUNT(*) FROM report WHERE id = $1 AND digest = $2`)
	if err != nil {
		return false, err
	}
	var n int
	err = st.QueryRowContext(ctx, string(id), digest).Scan(&n)
	return n > 0, err
}

// ReplacedBy gives the day of the first report that says it replaces one of another
// id.
func (t *Tx) ReplacedBy(id demarche.ReportID) (day string, err error) {
	err = t.each(func(rows *sql.Rows) error { return rows.Scan(&day) },
		`SELECT date FROM report WHERE replaces = $1 AND replaces <> '' ORDER BY date LIMIT 1`, string(id))
	return day, err
}

func (t *Tx) events(query string, args ...any) (all []Event, err error) {
	s := newScanner()
	err = t.each(func(rows *sql.Rows) error {
		e, err := scanEvent(rows, s)
		all = append(all, e)
		return err
	}, query, args...)
	return all, err
}

// Near gives the live events that one with such a reach may be linked with.
func (t *Tx) Near(r Reach) ([]Event, error) {
	all, err := t.events(`SELECT `+eventColumns+` FROM event e WHERE e.block = $1 AND e.win_from <= $3 AND e.win_to >= $2 AND e.known_to = '`+Open+`'`, r.Block, r.From, r.To)
	if err != nil || r.Trait == "" {
		return all, err
	}
	far, err := t.events(`SELECT `+eventColumns+` FROM event e WHERE e.trait = $1 AND e.trait <> '' AND NOT (e.win_from <= $3 AND e.win_to >= $2) AND e.known_to = '`+Open+`'`, r.Trait, r.From, r.To)
	return append(all, far...), err
}

// Component gives the live events of a component.
func (t *Tx) Component(c demarche.EventID) ([]Event, error) {
	return t.events(`SELECT `+eventColumns+` FROM event e WHERE e.component = $1 AND e.known_to = '`+Open+`'`, string(c))
}

// ActsIn gives the acts of a component.
func (t *Tx) ActsIn(c demarche.EventID) (map[demarche.ActID]ActRow, error) {
	all := map[demarche.ActID]ActRow{}
	err := t.each(func(rows *sql.Rows) error {
		var id, body string
		err := rows.Scan(&id, &body)
		all[demarche.ActID(id)] = ActRow{c, body}
		return err
	}, `SELECT id, body FROM act WHERE component = $1`, string(c))
	return all, err
}

// Event gives an event by its id.
func (t *Tx) Event(id demarche.EventID) (e Event, ok bool, err error) {
	all, err := t.events(`SELECT `+eventColumns+` FROM event e WHERE e.id = $1`, string(id))
	if err != nil || len(all) == 0 {
		return e, false, err
	}
	return all[0], true, nil
}

// EventsOf gives the events of a version of a report, in their order.
func (t *Tx) EventsOf(id demarche.ReportID, version int) ([]Event, error) {
	return t.events(`SELECT `+eventColumns+` FROM event e WHERE e.report = $1 AND e.version = $2 AND e.known_to <> '' ORDER BY e.place, e.seq`, string(id), version)
}

// EventsIn gives the live events of an act.
func (t *Tx) EventsIn(act demarche.ActID) ([]Event, error) {
	return t.events(`SELECT `+eventColumns+` FROM event e WHERE e.act = $1 AND e.known_to = '`+Open+`' ORDER BY e.seq`, string(act))
}

// Last is the day by which something must be known to be known by the day, or now
// where none is given.
func Last(knownBy demarche.Day) string {
	if knownBy.IsZero() {
		return "9999-12-30"
	}
	return knownBy.String()
}

// Page says which rows of many are wanted.
type Page struct {
	From, To demarche.Day // zero for no bound; To is the last day
	KnownBy  demarche.Day
	Limit    int
	Before   int64 // the number that all are below; 0 for none
}

// ActsBetween gives the acts of a dyad as they stand now, the last first. The bytes are those of [demarche.Act.AppendBrief].
func (t *Tx) ActsBetween(dyad string, p Page, take func(body []byte) error) error {
	from, to := "0000-00-00", "9999-12-31"
	if !p.From.IsZero() {
		from = p.From.String()
	}
	if !p.To.IsZero() {
		to = p.To.String()
	}
	return t.each(func(rows *sql.Rows) error {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		return take(body)
	}, `SELECT a.body FROM dyad_act d JOIN act a ON a.id = d.act WHERE d.dyad = $1 AND d.day >= $2 AND d.day <= $3 ORDER BY d.day DESC, d.act DESC LIMIT $4`, dyad, from, to, p.Limit)
}

// Found is a report that a search found.
type Found struct {
	Seq     int64
	ID      demarche.ReportID
	Version int
	Date    string
	Outlet  string
	Title   string
	Snippet string
}

// bounds are the numbers of rows and the day of a page.
func (p Page) bounds() (first, end int64, day string) {
	end = math.MaxInt64
	if !p.From.IsZero() {
		first = firstSeq(p.From)
	}
	if !p.To.IsZero() {
		end = firstSeq(p.To.Plus(1))
	}
	if !p.KnownBy.IsZero() {
		end = min(end, firstSeq(p.KnownBy.Plus(1))) // what became known later has higher numbers
	}
	if p.Before != 0 {
		end = min(end, p.Before)
	}
	return first, end, Last(p.KnownBy)
}

// SearchReports finds the newest reports with the words.
func (t *Tx) SearchReports(words string, p Page) (all []Found, err error) {
	first, end, day := p.bounds()
	err = t.each(func(rows *sql.Rows) error {
		var f Found
		err := rows.Scan(&f.Seq, &f.ID, &f.Version, &f.Date, &f.Outlet, &f.Title, &f.Snippet)
		all = append(all, f)
		return err
	}, t.s.dialect.findReports(), t.s.dialect.words(words), first, day, end, p.Limit)
	return all, err
}

// SearchEvents finds the newest events whose evidence has the words.
func (t *Tx) SearchEvents(words string, p Page) ([]Event, error) {
	first, end, day := p.bounds()
	return t.events(t.s.dialect.findEvents(), t.s.dialect.words(words), first, day, end, p.Limit)
}

// Newest gives the newest events, of a dyad where one is named.
func (t *Tx) Newest(dyad string, p Page) ([]Event, error) {
	first, end, day := p.bounds()
	if dyad == "" {
		return t.events(`SELECT `+eventColumns+` FROM event e WHERE e.seq >= $1 AND e.seq < $2 AND e.known <= $3 AND e.known_to > $3 ORDER BY e.seq DESC LIMIT $4`, first, end, day, p.Limit)
	}
	return t.events(`SELECT `+eventColumns+` FROM (SELECT seq FROM dyad_event WHERE dyad = $1 AND seq >= $2 AND seq < $3) d JOIN event e ON e.seq = d.seq
WHERE e.known <= $4 AND e.known_to > $4 ORDER BY e.seq DESC LIMIT $5`, dyad, first, end, day, p.Limit)
}

// Entries gives the lines of the ledger on an event, and on its ties.
func (t *Tx) Entries(id demarche.EventID) (all []Entry, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var e Entry
		var at string
		err := rows.Scan(&e.Subject, &e.Field, &e.Other, &e.Verb, &e.Value, &at, &e.Name, &e.Reason, &e.Nth)
		if err == nil {
			e.At, err = demarche.ParseDay(at)
		}
		all = append(all, e)
		return err
	}, `SELECT subject, field, other, verb, value, at, name, reason, nth FROM entry WHERE subject = $1 OR (other = $1 AND other <> '') ORDER BY at, nth`, string(id))
	return all, err
}

// Remarks gives the remarks on a dyad that were known by a day.
func (t *Tx) Remarks(dyad string, knownBy demarche.Day) (all []demarche.Remark, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		var r demarche.Remark
		err := json.Unmarshal(body, &r)
		all = append(all, r)
		return err
	}, `SELECT m.body FROM remark m JOIN report r ON r.id = m.report AND r.version = m.version
WHERE m.dyad = $1 AND r.date <= $2 AND r.known_to > $2 ORDER BY m.known, m.report, m.nth`, dyad, Last(knownBy))
	return all, err
}

// Blocks gives the live events of a type in a range of blocks, the newest of them.
func (t *Tx) Blocks(from, to string, kind demarche.EventType, knownBy demarche.Day) ([]Event, error) {
	return t.events(`SELECT `+eventColumns+` FROM event e WHERE e.block >= $1 AND e.block < $2 AND e.type = $3 AND e.known <= $4 AND e.known_to > $4 ORDER BY e.seq DESC LIMIT 200`,
		from, to, string(kind), Last(knownBy))
}

// Dyad is a pair of States with what the record has of them.
type Dyad struct {
	Name        string
	Events      int64
	Acts        int64
	First, Last string // the days of the first and the last act
}

// Dyads gives all pairs, the busiest first: of acts until a day, from events that
// were known by another. Zero days leave nothing out.
func (t *Tx) Dyads(asOf, knownBy demarche.Day) (all []Dyad, err error) {
	scan := func(rows *sql.Rows) error {
		var d Dyad
		err := rows.Scan(&d.Name, &d.Acts, &d.First, &d.Last, &d.Events)
		all = append(all, d)
		return err
	}
	if asOf.IsZero() && knownBy.IsZero() {
		err = t.each(scan, `SELECT d.name, d.acts, (SELECT MIN(day) FROM dyad_act WHERE dyad = d.name), (SELECT MAX(day) FROM dyad_act WHERE dyad = d.name), d.events
FROM dyad d WHERE d.acts > 0 AND d.events > 0 ORDER BY d.acts DESC, d.name`)
		return all, err
	}
	until := Last(asOf)
	err = t.each(scan, `SELECT d.dyad, COUNT(DISTINCT a.id) n, MIN(a.day), MAX(a.day), COUNT(*) FROM dyad_event d JOIN event e ON e.seq = d.seq JOIN act a ON a.id = e.act
WHERE e.known <= $1 AND e.known_to > $1 AND a.day <= $2 GROUP BY d.dyad ORDER BY n DESC, d.dyad`, Last(knownBy), until)
	return all, err
}

// Count is how many rows there are of a kind.
type Count struct {
	Of, Name string
	N        int64
}

// Counts tells how many events there are by type, status and month, and reports by
// outlet, as known by a day.
func (t *Tx) Counts(knownBy demarche.Day) (all []Count, err error) {
	day := Last(knownBy)
	for _, c := range []struct{ of, query string }{
		{"type", `SELECT type, COUNT(*) FROM event WHERE known <= $1 AND known_to > $1 GROUP BY type ORDER BY 2 DESC, 1`},
		{"status", `SELECT status, COUNT(*) FROM event WHERE known <= $1 AND known_to > $1 GROUP BY status ORDER BY 2 DESC, 1`},
		{"month", `SELECT SUBSTR(known, 1, 7), COUNT(*) FROM event WHERE known <= $1 AND known_to > $1 GROUP BY SUBSTR(known, 1, 7) ORDER BY 1`},
		{"outlet", `SELECT outlet, COUNT(*) FROM report WHERE date <= $1 AND known_to > $1 GROUP BY outlet ORDER BY 2 DESC, 1`},
	} {
		err := t.each(func(rows *sql.Rows) error {
			n := Count{Of: c.of}
			err := rows.Scan(&n.Name, &n.N)
			all = append(all, n)
			return err
		}, c.query, day)
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Reports calls take for each live report, the oldest first, with its text.
func (t *Tx) Reports(after int64, limit int) (all []Report, err error) {
	err = t.each(func(rows *sql.Rows) error {
		r, err := scanReport(rows)
		all = append(all, r)
		return err
	}, `SELECT `+reportColumns+` FROM report r WHERE r.seq > $1 ORDER BY r.seq LIMIT $2`, after, limit)
	return all, err
}

// Sizes are the numbers of rows: reports, events, acts.
func (t *Tx) Sizes() (reports, events, acts int64, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var of string
		var n int64
		err := rows.Scan(&of, &n)
		switch of {
		case "report":
			reports = n
		case "event":
			events = n
		case "act":
			acts = n
		}
		return err
	}, `SELECT name, n FROM total`)
	return reports, events, acts, err
}

// Act gives an act as it stands now, without its events.
func (t *Tx) Act(id demarche.ActID) (a demarche.Act, ok bool, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		ok = true
		var err error
		a, err = demarche.ParseBrief(body)
		return err
	}, `SELECT body FROM act WHERE id = $1`, string(id))
	return a, ok, err
}

// Due gives the acts that are due after a day, the next first, without their events: so
// many at most, or all where most is 0.
func (t *Tx) Due(after demarche.Day, most int) (all []demarche.Act, err error) {
	if most == 0 {
		most = math.MaxInt32
	}
	err = t.each(func(rows *sql.Rows) error {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		a, err := demarche.ParseBrief(body)
		all = append(all, a)
		return err
	}, `SELECT a.body FROM due d JOIN act a ON a.id = d.act WHERE d.day > $1 ORDER BY d.day, d.act LIMIT $2`, after.String(), most)
	return all, err
}

// CountDue counts the acts that are due after a day.
func (t *Tx) CountDue(after demarche.Day) (int64, error) {
	return t.number(`SELECT COUNT(*) FROM due WHERE day > $1`, after.String())
}

// EventsAfter gives the live events after one, the oldest first, of a dyad where one
// is named.
func (t *Tx) EventsAfter(dyad string, seq int64, knownBy demarche.Day, limit int) ([]Event, error) {
	day := Last(knownBy)
	if dyad == "" {
		return t.events(`SELECT `+eventColumns+` FROM event e WHERE e.seq > $1 AND e.known <= $2 AND e.known_to > $2 ORDER BY e.seq LIMIT $3`, seq, day, limit)
	}
	return t.events(`SELECT `+eventColumns+` FROM (SELECT seq FROM dyad_event WHERE dyad = $1 AND seq > $2) d JOIN event e ON e.seq = d.seq
WHERE e.known <= $3 AND e.known_to > $3 ORDER BY e.seq LIMIT $4`, dyad, seq, day, limit)
}

// ActsAfter gives the acts after one by their ids, without their events.
func (t *Tx) ActsAfter(id demarche.ActID, limit int) (all []demarche.Act, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		a, err := demarche.ParseBrief(body)
		all = append(all, a)
		return err
	}, `SELECT body FROM act WHERE id > $1 ORDER BY id LIMIT $2`, string(id), limit)
	return all, err
}
