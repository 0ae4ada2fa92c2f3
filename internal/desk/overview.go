package desk

import (
	"context"
	"fmt"

	"demarche"
	"demarche/internal/store"
)

// newest is how many of the newest events an overview looks at to tell who acts
// against whom, and how many are read at once.
const newest = 2000

// Overview is what is new in the whole record, and what lies ahead.
type Overview struct {
	Reports, Events, Acts int64
	Dyads                 []Pair                   // all pairs of parties, the busiest first
	Newest                []demarche.Act           // the acts that became known last, the last first
	Ahead                 []demarche.Act           // what is due after the record's day, the next first
	AllAhead              int64                    // how many that is in all
	Pairs                 map[[2]demarche.Code]int // how often one party acts against another, among the newest events
	From                  demarche.Day             // since when these are known
}

// Overview looks at the whole record, and gives so many of the newest acts, and of
// those that are due next. It must not be changed.
func (r *Record) Overview(ctx context.Context, most int) (Overview, error) {
	return remember(ctx, r, fmt.Sprint("overview ", most, r.today), func() (Overview, error) { return r.overview(ctx, most) })
}

func (r *Record) overview(ctx context.Context, most int) (o Overview, err error) {
	if o.Reports, o.Events, o.Acts, err = r.Sizes(ctx); err != nil {
		return o, err
	}
	if o.Dyads, err = r.Dyads(ctx, View{}); err != nil {
		return o, err
	}
	o.Pairs = map[[2]demarche.Code]int{}
	err = r.store.Read(ctx, func(t *store.Tx) error {
		events, err := t.Newest("", store.Page{Limit: newest})
		if err != nil {
			return err
		}
		for i := range events {
			e := &events[i]
			o.From = e.Known
			for _, a := range e.Actor {
				for _, b := range e.Recipient {
					if a == b {
						continue
					}
					o.Pairs[[2]demarche.Code{a, b}]++
					if e.Type.IsSymmetric() {
						o.Pairs[[2]demarche.Code{b, a}]++
					}
				}
			}
		}
		if o.Newest, err = newestActs(t, events, most); err != nil {
			return err
		}
		if o.AllAhead, err = t.CountDue(r.today); err != nil {
			return err
		}
		o.Ahead, err = t.Due(r.today, most)
		return err
	})
	if err == nil {
		err = r.fill(ctx, o.Newest)
	}
	if err == nil {
		err = r.fill(ctx, o.Ahead)
	}
	return o, err
}

// newestActs gives the acts that the newest events tell, of which some are read
// already: so many, however many events tell them.
func newestActs(t *store.Tx, events []store.Event, most int) (acts []demarche.Act, err error) {
	seen := map[demarche.ActID]bool{}
	for len(events) > 0 {
		for i := range events {
			if seen[events[i].Act] {
				continue
			}
			seen[events[i].Act] = true
			a, ok, err := t.Act(events[i].Act)
			if err != nil {
				return nil, err
			}
			if ok {
				acts = append(acts, a)
			}
			if len(acts) == most {
				return acts, nil
			}
		}
		if len(events) < newest {
			break // there are no more
		}
		if events, err = t.Newest("", store.Page{Before: events[len(events)-1].Seq, Limit: newest}); err != nil {
			return nil, err
		}
	}
	return acts, nil
}

// Ahead gives all that is due after the record's day, the next first. It must not be
// changed.
func (r *Record) Ahead(ctx context.Context) ([]demarche.Act, error) {
	return remember(ctx, r, fmt.Sprint("ahead ", r.today), func() (acts []demarche.Act, err error) {
		err = r.store.Read(ctx, func(t *store.Tx) (err error) {
			acts, err = t.Due(r.today, 0)
			return err
		})
		if err == nil {
			err = r.fill(ctx, acts)
		}
		return acts, err
	})
}

// Due is the day by which an act is to be done, or on which it is to be.
func Due(a *demarche.Act) demarche.Day {
	if !a.Deadline.IsZero() {
		return a.Deadline.From
	}
	return a.Date.From
}
