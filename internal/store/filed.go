package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"time"

	"demarche"
	"github.com/go-json-experiment/json/jsontext"
)

// The events of a busy pair lie far apart in the database, each among those of other
// pairs that became known on the same day, so that reading them takes a page for each.
// Whoever has read them files them together, by the months in which they became known.
// A change of an event takes its month out of the file, in the same transaction: so what
// is filed is as the rows are, and what is not filed is read from these.

// busy is from how many events on a pair is filed.
const busy = 500

// month is the events of a pair, deeds or words, that became known in a month, as the
// file has them: for each what [scanTold] reads of it, and the length of its object, as
// a list of JSON, before the object itself.
type month struct {
	dyad   string
	nth    int // 12 times the year, and the months before it
	hard   bool
	events []byte
}

// monthOf is the month of a row's number.
func monthOf(seq int64) int {
	day := demarche.Day{Year: 1, Month: 1, Date: 1}.Plus(int(seq >> 40))
	return 12*day.Year + int(day.Month) - 1
}

// firstOf is the smallest number that a row of a month can have.
func firstOf(month int) int64 {
	return firstSeq(demarche.Day{Year: month / 12, Month: time.Month(month%12 + 1), Date: 1})
}

// Told calls take for the events between two parties, deeds or words, that became
// known from a day on and before another; zero days are no bounds. An event that is
// both, by a correction, is given as both.
func (t *Tx) Told(dyad string, hard bool, from, until demarche.Day, take func(*Told)) error {
	first, end := int64(0), int64(math.MaxInt64)
	if !from.IsZero() {
		first = firstSeq(from)
	}
	if !until.IsZero() {
		end = firstSeq(until)
	}
	all, err := t.number(`SELECT events FROM dyad WHERE name = $1`, dyad)
	if err != nil {
		return err
	}
	if all < busy {
		return t.toldIn(dyad, hard, first, end, func(e *Told, _ []byte) { take(e) })
	}
	least, err := t.number(`SELECT COALESCE(MIN(seq), 0) FROM dyad_event WHERE dyad = $1 AND hard = $2 AND seq >= $3 AND seq < $4`, dyad, digit(hard), first, end)
	if err != nil || least == 0 {
		return err
	}
	most, err := t.number(`SELECT MAX(seq) FROM dyad_event WHERE dyad = $1 AND hard = $2 AND seq >= $3 AND seq < $4`, dyad, digit(hard), first, end)
	if err != nil {
		return err
	}
	told, err := t.months(dyad, hard, monthOf(least), monthOf(most))
	if err != nil {
		return err
	}
	for _, e := range told {
		if first <= e.Seq && e.Seq < end {
			take(e)
		}
	}
	return nil
}

// toldIn calls take for the events with numbers from first and before end, each with its
// object.
func (t *Tx) toldIn(dyad string, hard bool, first, end int64, take func(*Told, []byte)) error {
	return t.told(take, `SELECT `+toldColumns+toldTables+`WHERE d.dyad = $1 AND d.hard = $2 AND d.seq >= $3 AND d.seq < $4 AND e.known_to <> '' ORDER BY d.seq`, dyad, digit(hard), first, end)
}

// months gives the events of some months, from the file where it has them.
func (t *Tx) months(dyad string, hard bool, from, to int) ([]*Told, error) {
	var filed []month
	err := t.each(func(rows *sql.Rows) error {
		m := month{dyad: dyad, hard: hard}
		err := rows.Scan(&m.nth, &m.events)
		filed = append(filed, m)
		return err
	}, `SELECT month, events FROM filed WHERE dyad = $1 AND hard = $2 AND month >= $3 AND month <= $4 ORDER BY month`, dyad, digit(hard), from, to)
	if err != nil {
		return nil, err
	}
	told, err := readMonths(filed)
	if err != nil {
		return nil, err
	}
	version, err := t.Version(dyad)
	if err != nil {
		return nil, err
	}
	for _, m := range append(filed, month{nth: to + 1}) {
		if from < m.nth {
			missing := make([]month, m.nth-from)
			for i := range missing {
				missing[i] = month{dyad: dyad, nth: from + i, hard: hard}
			}
			err := t.toldIn(dyad, hard, firstOf(from), firstOf(m.nth), func(e *Told, object []byte) {
				told = append(told, e)
				in := &missing[monthOf(e.Seq)-from]
				in.events = e.appendTo(in.events, object)
			})
			if err != nil {
				return nil, err
			}
			t.unfiled = append(t.unfiled, unfiled{version, missing})
		}
		from = m.nth + 1
	}
	slices.SortFunc(told, func(a, b *Told) int { return cmp.Compare(a.Seq, b.Seq) })
	return told, nil
}

// readMonths reads the events of months, on all processors.
func readMonths(months []month) ([]*Told, error) {
	parts := make([][]*Told, runtime.GOMAXPROCS(0))
	errs := make([]error, len(parts))
	var reading sync.WaitGroup
	for i := range parts {
		mine := months[len(months)*i/len(parts) : len(months)*(i+1)/len(parts)]
		reading.Go(func() {
			s := newScanner()
			for _, m := range mine {
				if parts[i], errs[i] = m.read(parts[i], s); errs[i] != nil {
					return
				}
			}
		})
	}
	reading.Wait()
	return slices.Concat(parts...), cmp.Or(errs...)
}

// read appends the events of the month to a list.
func (m *month) read(told []*Told, s *scanner) ([]*Told, error) {
	for rest := m.events; len(rest) > 0; {
		e := &Told{Hard: m.hard}
		s.rest, s.bad = rest, false
		s.wants("[")
		e.Seq = int64(s.number()) << 40
		s.wants(",")
		e.Seq |= int64(s.number())
		s.wants(",")
		e.Order = s.number()
		s.wants(",")
		known := s.term()
		s.wants(",")
		e.KnownTo = s.term()
		s.wants(",")
		e.Answer = s.number() != 0
		s.wants(",")
		e.Corrected = s.number() != 0
		s.wants(",")
		e.Component = demarche.EventID(s.text())
		s.wants(",")
		e.Act = demarche.ActID(s.text())
		s.wants(",")
		size := s.number()
		s.wants("]")
		if s.bad || size > len(s.rest) {
			return nil, fmt.Errorf("the file of %s in the record, month %d, is of another form after event %d", m.dyad, m.nth, e.Seq)
		}
		var object []byte
		object, rest = s.rest[:size], s.rest[size:]
		var err error
		if e.Event, e.Evidence, err = decode(object, s); err != nil {
			return nil, fmt.Errorf("event %d in the record: %w", e.Seq, err)
		}
		if e.Known, err = knownDay(known); err != nil {
			return nil, fmt.Errorf("event %d in the record: %w", e.Seq, err)
		}
		told = append(told, e)
	}
	return told, nil
}

// appendTo appends the event as a month has it.
func (e *Told) appendTo(dst, object []byte) []byte {
	word := func(s string) {
		dst, _ = jsontext.AppendQuote(append(dst, ','), s) // what is not UTF-8 never came into the record
	}
	number := func(n int) { dst = strconv.AppendInt(append(dst, ','), int64(n), 10) }
	dst = strconv.AppendInt(append(dst, '['), e.Seq>>40, 10) // as one, it may be too long for a reader
	number(int(e.Seq & (1<<40 - 1)))
	number(e.Order)
	word(e.Known.String())
	word(e.KnownTo)
	number(digit(e.Answer))
	number(digit(e.Corrected))
	word(string(e.Component))
	word(string(e.Act))
	number(len(object))
	return append(append(dst, ']'), object...)
}

// unfiled are months that were read from the rows, when their pair had a version.
type unfiled struct {
	version int64
	months  []month
}

// mostUnfiled is how many bytes wait to be filed.
const mostUnfiled = 64 << 20

// keep keeps what was read, to be filed.
func (s *Store) keep(read []unfiled) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, u := range read {
		size := 0
		for _, m := range u.months {
			size += len(m.events)
		}
		if s.unfiledSize+size <= mostUnfiled {
			s.unfiledSize += size
			s.unfiled = append(s.unfiled, u)
		}
	}
}

// File files what was read since the last time. It may be left out, or fail: what is not
// filed is read from the rows again.
func (s *Store) File(ctx context.Context) error {
	s.mu.Lock()
	read := s.unfiled
	s.unfiled, s.unfiledSize = nil, 0
	s.mu.Unlock()
	for _, u := range read {
		err := s.Write(ctx, func(t *Tx) error {
			t.quiet = true
			// Whoever changes the pair waits until this is done, and takes out what it changes.
			same, err := t.exec(`UPDATE dyad SET version = version WHERE name = $1 AND version = $2`, u.months[0].dyad, u.version)
			if err != nil || same == 0 {
				return err
			}
			for _, m := range u.months {
				if _, err := t.exec(`INSERT INTO filed (dyad, month, hard, events) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, m.dyad, m.nth, digit(m.hard), string(m.events)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// unfile takes out the months of events of a pair that were changed.
func (t *Tx) unfile(dyad string, seqs []int64) error {
	var months []int
	for _, seq := range seqs {
		months = append(months, monthOf(seq))
	}
	slices.Sort(months)
	for _, m := range slices.Compact(months) {
		if _, err := t.exec(`DELETE FROM filed WHERE dyad = $1 AND month = $2`, dyad, m); err != nil {
			return err
		}
	}
	return nil
}
