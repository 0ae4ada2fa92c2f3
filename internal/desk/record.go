package desk

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
	"time"

	"demarche"
	"demarche/internal/coder"
	"demarche/internal/intake"
	"demarche/internal/reconcile"
	"demarche/internal/store"
)

// Record is the desk's record of reports, events and acts. Any number of goroutines
// may use one, and any number of programs one database.
type Record struct {
	store  *store.Store
	today  demarche.Day
	memory *memory
}

// OpenRecord opens the record in a database. Today is the day that is noted beside
// what is written: the desk reads no clock.
func OpenRecord(ctx context.Context, db *sql.DB, dialect store.Dialect, today demarche.Day) (*Record, error) {
	s, err := store.New(ctx, db, dialect)
	if err != nil {
		return nil, err
	}
	return &Record{s, today, &memory{}}, nil
}

// endWait is how long the end of the work waits for others who write.
const endWait = 2 * time.Second

// Close ends the work with the record; the database stays open. What was read of busy
// pairs is filed for the next who asks.
func (r *Record) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), endWait)
	defer cancel()
	_ = r.store.File(ctx) // others may be writing, or the record may not be ours to write: nothing is lost
	return r.store.Close()
}

// Outcome is what became of a report that was to be added.
type Outcome struct {
	Report    demarche.ReportID
	Unchanged bool // it was in the record
	Replaced  bool // it took another's place
	Events    int
	NewActs   int // acts that no earlier report told
}

// Adding says how reports are to be added.
type Adding struct {
	Jobs    int
	Replace bool // a report takes the place of one with its id and another text
}

// Add takes reports in, each in a transaction of its own, and yields what became of
// each in the order in which they came. A report that is in the record already is
// left as it is. An error among the reports is yielded in its place, and adding goes
// on; where the record itself fails, that is the last.
func (r *Record) Add(ctx context.Context, d *Desk, reports iter.Seq2[demarche.Report, error], how Adding) iter.Seq2[Outcome, error] {
	return func(yield func(Outcome, error) bool) {
		type item struct {
			report demarche.Report
			digest string
			known  bool
			n      int
		}
		type result struct {
			item
			draft
		}
		var mu sync.Mutex
		results := map[int]result{}
		var broken error
		items := func(yield func(item, error) bool) {
			n := 0
			for report, err := range reports {
				it := item{report: report, n: n}
				n++
				if err == nil {
					it.digest = digest(&report)
					it.known, err = r.store.Has(ctx, report.ID, it.digest)
					if err != nil {
						mu.Lock()
						broken = err
						mu.Unlock()
						return
					}
				}
				if !yield(it, err) {
					return
				}
			}
		}
		size := func(it item) int { return len(it.report.Text) }
		reviser := &reviser{desk: d}
		order := inOrder(ctx, items, how.Jobs, size, func() func([]byte, item) []byte {
			c := coder.NewCoder(d.model, d.gate, d.known())
			return func(dst []byte, it item) []byte {
				res := result{item: it}
				if !it.known {
					res.draft = d.draft(c, &it.report)
				}
				mu.Lock()
				results[it.n] = res
				mu.Unlock()
				return fmt.Appendf(dst, "%d", it.n)
			}
		})
		for out, err := range order {
			if err != nil {
				if !yield(Outcome{}, err) {
					return
				}
				continue
			}
			var n int
			fmt.Sscan(string(out), &n)
			mu.Lock()
			res := results[n]
			delete(results, n)
			mu.Unlock()
			o := Outcome{Report: res.report.ID, Unchanged: true}
			if !res.known {
				o, err = r.add(ctx, &taking{report: &res.report, digest: res.digest, draft: res.draft, replace: how.Replace, reviser: reviser})
			}
			if !yield(o, err) {
				return
			}
			if err != nil && !isRefusal(err) {
				return
			}
		}
		mu.Lock()
		err := broken
		mu.Unlock()
		if err == nil {
			err = r.store.Index(ctx)
		}
		if err != nil && ctx.Err() == nil {
			yield(Outcome{}, err)
		}
	}
}

func isRefusal(err error) bool {
	_, ok := err.(*intake.Refusal)
	return ok
}

// digest tells whether two versions of a report are the same.
func digest(r *demarche.Report) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %v %q %q %q %q %q\n%s", r.ID, r.Date, r.Title, r.Outlet, r.URL, r.Lang, r.Replaces, r.Text)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// newEvent makes a row of what a report was coded into.
func newEvent(told *demarche.Telling, report *store.Report) *store.Event {
	e := &store.Event{Telling: *told, Version: report.Version, KnownTo: report.KnownTo}
	e.ID = newEventID(e.ID, report.Version)
	e.Reach = store.Reach(reconcile.ReachOf(&e.Telling))
	return e
}

// newEventID is the id of an event in a version of its report: an id stands for what
// a report says and where, and two versions may say the same.
func newEventID(id demarche.EventID, version int) demarche.EventID {
	if version > 1 {
		return demarche.EventID(fmt.Sprintf("%s-%d", id, version))
	}
	return id
}

// end notes that another version stands in the place of a report, and which
// components lose events by that.
func (r *Record) end(t *store.Tx, v *store.Report, day demarche.Day, touched map[demarche.EventID]string) error {
	if err := leaving(t, v, touched); err != nil {
		return err
	}
	return t.EndReport(v.ID, v.Version, day)
}

// leaving notes which components lose events, with their blocks, where a version of a
// report tells nothing any more.
func leaving(t *store.Tx, v *store.Report, touched map[demarche.EventID]string) error {
	events, err := eventsOf(t, v)
	for i := range events {
		if e := &events[i]; e.Live() {
			touched[e.Component] = e.Block
		}
	}
	return err
}

// eventsOf gives the events of a version of a report, in components that nobody else
// changes any more.
func eventsOf(t *store.Tx, v *store.Report) ([]store.Event, error) {
	events, err := t.EventsOf(v.ID, v.Version)
	if err != nil {
		return nil, err
	}
	var blocks []string
	for i := range events {
		blocks = append(blocks, "block "+events[i].Block)
	}
	slices.Sort(blocks)
	if err := t.Lock(slices.Compact(blocks)); err != nil {
		return nil, err
	}
	return t.EventsOf(v.ID, v.Version) // who held the blocks may have linked them
}

// settle writes fresh events, and makes anew the acts of the components that they
// are linked with, and of those that were touched otherwise. It gives the number of
// acts that only fresh events tell.
func settle(t *store.Tx, fresh []*store.Event, touched map[demarche.EventID]string) (newActs int, err error) {
	var blocks []string
	for _, e := range fresh {
		blocks = append(blocks, "block "+e.Block)
	}
	for _, b := range touched {
		blocks = append(blocks, "block "+b)
	}
	slices.Sort(blocks)
	if err := t.Lock(slices.Compact(blocks)); err != nil {
		return 0, err
	}
	pool := map[demarche.EventID]*store.Event{} // by id
	isFresh := map[demarche.EventID]bool{}
	var bonds reconcile.Bonds
	var queue []*store.Event
	take := func(e *store.Event) error {
		if pool[e.ID] != nil {
			return nil
		}
		pool[e.ID] = e
		queue = append(queue, e)
		if !e.Corrected {
			return nil
		}
		entries, err := t.Entries(e.ID)
		if err != nil {
			return err
		}
		tie(&bonds, entries, demarche.Day{})
		return correct(&e.Telling, entries, demarche.Day{})
	}
	loaded := map[demarche.EventID]bool{}
	load := func(c demarche.EventID) error {
		if loaded[c] {
			return nil
		}
		loaded[c] = true
		events, err := t.Component(c)
		if err != nil {
			return err
		}
		for i := range events {
			if err := take(&events[i]); err != nil {
				return err
			}
		}
		return nil
	}
	for _, e := range fresh {
		isFresh[e.ID] = true
		if err := take(e); err != nil {
			return 0, err
		}
	}
	for c := range touched {
		if err := load(c); err != nil {
			return 0, err
		}
	}
	// What an event meets belongs to its component; that may touch others through
	// the ties that analysts made.
	for len(queue) > 0 {
		e := queue[0]
		queue = queue[1:]
		if isFresh[e.ID] {
			near, err := t.Near(e.Reach)
			if err != nil {
				return 0, err
			}
			for i := range near {
				n := &near[i]
				if pool[n.ID] != nil || loaded[n.Component] {
					continue
				}
				told := n.Telling
				if n.Corrected {
					entries, err := t.Entries(n.ID)
					if err != nil {
						return 0, err
					}
					if err := correct(&told, entries, demarche.Day{}); err != nil {
						return 0, err
					}
				}
				if reconcile.Linked(&e.Telling, &told, bonds) {
					if err := load(n.Component); err != nil {
						return 0, err
					}
				}
			}
		}
		for p := range bonds.Together {
			for _, id := range p {
				if pool[id] == nil && (p[0] == e.ID || p[1] == e.ID) {
					other, ok, err := t.Event(id)
					if err != nil {
						return 0, err
					}
					if ok && other.Live() {
						if err := load(other.Component); err != nil {
							return 0, err
						}
					}
				}
			}
		}
	}
	was := map[demarche.ActID]store.ActRow{}
	for c := range loaded {
		acts, err := t.ActsIn(c)
		if err != nil {
			return 0, err
		}
		maps.Copy(was, acts)
	}
	var acts []placed
	var told []demarche.Telling
	for _, e := range pool {
		told = append(told, e.Telling)
	}
	for _, made := range reconcile.Parted(told, bonds) {
		for i := range made {
			acts = append(acts, placed{&made[i], store.ActRow{Component: made[0].Tellings[0].ID, Body: string(made[i].AppendBrief(nil))}})
		}
	}
	return writeActs(t, acts, was, pool, isFresh)
}

// placed is an act with the row that it makes.
type placed struct {
	*demarche.Act
	row store.ActRow
}

// writeActs writes the acts of components in the place of what they were, and to
// their events that they are of them. What stays as it was is not touched.
func writeActs(t *store.Tx, acts []placed, was map[demarche.ActID]store.ActRow, pool map[demarche.EventID]*store.Event, isFresh map[demarche.EventID]bool) (newActs int, err error) {
	same := map[demarche.ActID]bool{}
	for _, a := range acts {
		same[a.ID] = was[a.ID] == a.row
	}
	for id := range was {
		if !same[id] {
			if err := t.DropAct(id); err != nil {
				return 0, err
			}
		}
	}
	for _, a := range acts {
		allFresh := true
		for j := range a.Tellings {
			told := &a.Tellings[j]
			e := pool[told.ID]
			allFresh = allFresh && isFresh[told.ID]
			if !isFresh[told.ID] && e.Component == a.row.Component && e.Act == a.ID {
				continue
			}
			e.Component, e.Act = a.row.Component, a.ID
			if isFresh[told.ID] && e.Seq == 0 {
				err = t.PutEvent(e, dyadsOf(&told.Event), isDeed(told.Type))
			} else {
				err = t.Place(e, dyadsOf(&told.Event), isDeed(told.Type))
			}
			if err != nil {
				return 0, err
			}
		}
		if allFresh {
			newActs++
		}
		if same[a.ID] {
			continue
		}
		if err := t.PutAct(a.Act, a.row, dyadsOf(&demarche.Event{Type: a.Type, Actor: a.Actor, Recipient: a.Recipient})); err != nil {
			return 0, err
		}
	}
	return newActs, nil
}

// isDeed says whether the type is a deed, and not only words.
func isDeed(t demarche.EventType) bool { return !t.IsSpeech() || t == "respond" || t == "threaten" }

// Dyad is the name of two parties looked at together, whichever comes first.
func Dyad(a, b demarche.Code) string {
	if b < a {
		a, b = b, a
	}
	return string(a) + "-" + string(b)
}

// dyadsOf gives the pairs of parties that an event is between. One that names one
// side only, or none, is between nobody.
func dyadsOf(e *demarche.Event) (dyads []string) {
	add := func(a, b demarche.Code) {
		if a != b {
			dyads = append(dyads, Dyad(a, b))
		}
	}
	if e.Type.IsSymmetric() {
		all := slices.Concat(e.Actor, e.Recipient)
		for i, a := range all {
			for _, b := range all[i+1:] {
				add(a, b)
			}
		}
	} else {
		for _, a := range e.Actor {
			for _, b := range e.Recipient {
				add(a, b)
			}
		}
	}
	slices.Sort(dyads)
	return slices.Compact(dyads)
}

// Load takes coded reports in, many in one transaction: for records that come from
// elsewhere, or are made up. The record is the same as if they were added one by
// one. A report that is in the record already is left as it is.
func (r *Record) Load(ctx context.Context, codings iter.Seq[Coding]) error {
	const batch = 500
	var waiting []Coding
	flush := func() error {
		err := r.store.Write(ctx, func(t *store.Tx) error {
			for i := range waiting {
				c := &waiting[i]
				what := draft{said: said{told: c.Tell(), remarks: c.Remarks()}}
				if _, err := r.put(t, &taking{report: c.Report, digest: digest(c.Report), draft: what, reviser: &reviser{}}); err != nil {
					return err
				}
			}
			return nil
		})
		waiting = waiting[:0]
		return err
	}
	for c := range codings {
		if waiting = append(waiting, c); len(waiting) == batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return r.store.Index(ctx)
}
