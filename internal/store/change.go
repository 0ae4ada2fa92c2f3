package store

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"demarche"
)

// change is what a transaction has changed of what is counted, and of what others may
// have read: it is noted at the end, so that writers wait for each other as short as
// can be.
type change struct {
	events map[int64]bool // by their numbers
	pairs  map[string]*pairChange
	totals map[string]int64
}

// pairChange is what was changed of a pair of parties.
type pairChange struct {
	acts, events int64 // how many more there are
	seqs         []int64
}

func (c *change) pair(dyad string) *pairChange {
	if c.pairs == nil {
		c.pairs = map[string]*pairChange{}
	}
	p := c.pairs[dyad]
	if p == nil {
		p = &pairChange{}
		c.pairs[dyad] = p
	}
	return p
}

func (c *change) event(seq int64) {
	if c.events == nil {
		c.events = map[int64]bool{}
	}
	c.events[seq] = true
}

func (c *change) count(of string, n int64) {
	if c.totals == nil {
		c.totals = map[string]int64{}
	}
	c.totals[of] += n
}

// leave takes the events that a query takes out of pairs of parties, and gives with
// their pairs, as changes of these: of the pairs themselves nothing will name them.
func (t *Tx) leave(query string, args ...any) error {
	return t.each(func(rows *sql.Rows) error {
		var dyad string
		var seq int64
		err := rows.Scan(&dyad, &seq)
		p := t.change.pair(dyad)
		p.events--
		p.seqs = append(p.seqs, seq)
		return err
	}, query, args...)
}

const (
	changesKept  = 256  // how many changes of a pair are named
	mostInChange = 1000 // how many events a change names
)

// note writes what the transaction has changed.
func (t *Tx) note() error {
	for _, seq := range slices.Sorted(maps.Keys(t.change.events)) {
		err := t.each(func(rows *sql.Rows) error {
			var dyad string
			err := rows.Scan(&dyad)
			p := t.change.pair(dyad)
			p.seqs = append(p.seqs, seq)
			return err
		}, `SELECT DISTINCT dyad FROM dyad_event WHERE seq = $1`, seq)
		if err != nil {
			return err
		}
	}
	for _, dyad := range slices.Sorted(maps.Keys(t.change.pairs)) {
		p := t.change.pairs[dyad]
		version, err := t.number(`INSERT INTO dyad (name, acts, events, version) VALUES ($1, $2, $3, 1)
ON CONFLICT (name) DO UPDATE SET acts = dyad.acts + excluded.acts, events = dyad.events + excluded.events, version = dyad.version + 1 RETURNING version`, dyad, p.acts, p.events)
		if err != nil {
			return err
		}
		if _, err := t.exec(`INSERT INTO dyad_change (dyad, version, seqs) VALUES ($1, $2, $3)`, dyad, version, named(p.seqs)); err != nil {
			return err
		}
		if err := t.unfile(dyad, p.seqs); err != nil {
			return err
		}
		if version%changesKept == 0 {
			if _, err := t.exec(`DELETE FROM dyad_change WHERE dyad = $1 AND version <= $2`, dyad, version-changesKept); err != nil {
				return err
			}
		}
	}
	if t.wrote && !t.quiet {
		t.change.count("change", 1)
	}
	return t.noteTotals()
}

// noteTotals writes how many more there are of all.
func (t *Tx) noteTotals() error {
	var rows []string
	var args []any
	for _, of := range slices.Sorted(maps.Keys(t.change.totals)) {
		if n := t.change.totals[of]; n != 0 {
			args = append(args, of, n)
			rows = append(rows, fmt.Sprintf("($%d, $%d)", len(args)-1, len(args)))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	_, err := t.exec(`INSERT INTO total (name, n) VALUES `+strings.Join(rows, ", ")+` ON CONFLICT (name) DO UPDATE SET n = total.n + excluded.n`, args...)
	return err
}

// named are numbers as a change names them.
func named(seqs []int64) string {
	slices.Sort(seqs)
	seqs = slices.Compact(seqs)
	if len(seqs) > mostInChange {
		return ""
	}
	var b []byte
	for _, n := range seqs {
		b = append(strconv.AppendInt(b, n, 36), ' ')
	}
	if len(b) == 0 {
		return " " // none, and not too many
	}
	return string(b)
}

// Version is how often a pair of parties has changed.
func (t *Tx) Version(dyad string) (int64, error) {
	return t.number(`SELECT version FROM dyad WHERE name = $1`, dyad)
}

// ChangedSince gives the numbers of the events of a pair that have changed since it
// had a version and until it came to another; or says that they are not known any
// more.
func (t *Tx) ChangedSince(dyad string, since, now int64) (seqs []int64, known bool, err error) {
	next := since
	known = since <= now
	err = t.each(func(rows *sql.Rows) error {
		var version int64
		var text string
		if err := rows.Scan(&version, &text); err != nil {
			return err
		}
		next++
		known = known && version == next && text != ""
		for s := range strings.FieldsSeq(text) {
			n, err := strconv.ParseInt(s, 36, 64)
			if err != nil {
				return err
			}
			seqs = append(seqs, n)
		}
		return nil
	}, `SELECT version, seqs FROM dyad_change WHERE dyad = $1 AND version > $2 ORDER BY version`, dyad, since)
	slices.Sort(seqs)
	return slices.Compact(seqs), known && next == now, err
}

// dueDay is the day by which an act is to be done, or on which it is to be; zero where
// there is none.
func dueDay(a *demarche.Act) demarche.Day {
	switch {
	case !a.Deadline.IsZero():
		return a.Deadline.From
	case a.Status == demarche.Planned:
		return a.Date.From
	}
	return demarche.Day{}
}
