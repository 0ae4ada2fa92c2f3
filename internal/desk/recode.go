package desk

import (
	"context"
	"math"
	"slices"

	"demarche"
	"demarche/internal/reconcile"
	"demarche/internal/store"
)

// Changes is what coding the record anew has changed.
type Changes struct {
	Reports              int
	Added, Changed, Gone int
	Lost                 int // corrections of events that are told no more
}

// Change is an event that a recoding found, changed, or no longer finds.
type Change struct {
	Was, Is *demarche.Telling // nil where there is none
	Lost    bool              // analysts had corrected what is gone
}

// Recode codes all reports of the record anew, each in a transaction of its own. An
// event that is told by the same words stays the same event, with its id and its
// corrections. Each change is handed to told, where that is not nil.
func (r *Record) Recode(ctx context.Context, d *Desk, told func(Change)) (Changes, error) {
	all, _, err := r.RecodeAfter(ctx, d, 0, math.MaxInt, told)
	return all, err
}

// RecodeAfter codes reports after a place in the record anew, as [Record.Recode] does, and
// no more than so many. It gives the place to go on from; zero at the end.
func (r *Record) RecodeAfter(ctx context.Context, d *Desk, after int64, limit int, told func(Change)) (Changes, int64, error) {
	v := &reviser{desk: d}
	var all Changes
	const batch = 64
	for {
		var reports []store.Report
		err := r.store.Read(ctx, func(t *store.Tx) (err error) {
			reports, err = t.Reports(after, min(batch, limit-all.Reports))
			return err
		})
		if err != nil || len(reports) == 0 {
			return all, 0, err
		}
		for i := range reports {
			report := &reports[i]
			after = report.Seq
			changes, err := r.recode(ctx, report, v)
			if err != nil {
				return all, 0, err
			}
			all.Reports++
			for _, ch := range changes {
				switch {
				case ch.Was == nil:
					all.Added++
				case ch.Is == nil:
					all.Gone++
				default:
					all.Changed++
				}
				if ch.Lost {
					all.Lost++
				}
				if told != nil {
					told(ch)
				}
			}
		}
		if all.Reports == limit {
			return all, after, nil
		}
	}
}

// recode puts what a report is coded into now in the place of what it was coded into.
func (r *Record) recode(ctx context.Context, report *store.Report, v *reviser) (changes []Change, err error) {
	what := v.desk.draft(v.ready(), &report.Report)
	err = r.store.Write(ctx, func(t *store.Tx) error {
		news := news{}
		if err := news.ofReport(t, report); err != nil {
			return err
		}
		for i := range what.tenures {
			news.of(surname(&what.tenures[i]), report.Date)
		}
		if err := news.lock(t, what.bare); err != nil {
			return err
		}
		if err := t.DropBare(report.ID, report.Version); err != nil {
			return err
		}
		known, err := placeNames(t, report, what.bare)
		if err != nil {
			return err
		}
		if changes, err = r.replaceSaid(t, report, v.revise(&what, &report.Report, known), false); err != nil {
			return err
		}
		more, err := r.spread(t, v, news)
		changes = append(changes, more...)
		return err
	})
	return changes, err
}

// replaceSaid puts what a report says now in the place of what it said. An event is the
// same as before where its id is, or, unless ids must be those of the coding alone, where
// it is told by the same words.
func (r *Record) replaceSaid(t *store.Tx, report *store.Report, what said, byID bool) (changes []Change, err error) {
	fresh := what.told
	old, err := eventsOf(t, report)
	if err != nil {
		return nil, err
	}
	if err := t.DropRemarks(report.ID, report.Version); err != nil {
		return nil, err
	}
	if err := t.DropTenures(report.ID, report.Version); err != nil {
		return nil, err
	}
	if err := putRemarks(t, report, what); err != nil {
		return nil, err
	}
	same := match(old, fresh, report.Version, byID)
	touched := map[demarche.EventID]string{} // components, with their blocks
	var moved []*store.Event
	for i := range old {
		e := &old[i]
		j := same[i]
		if j >= 0 && equal(&e.Telling, &fresh[j]) {
			continue
		}
		was := e.Telling
		if e.Live() {
			touched[e.Component] = e.Block
		}
		if j < 0 {
			changes = append(changes, Change{Was: &was, Lost: e.Corrected})
			if err := t.Forget(e, r.today); err != nil {
				return nil, err
			}
			continue
		}
		id := e.ID
		e.Telling = fresh[j]
		e.ID = id
		is := e.Telling
		changes = append(changes, Change{Was: &was, Is: &is})
		if err := t.Recode(e, r.today, dyadsOf(&e.Event), isDeed(e.Type)); err != nil {
			return nil, err
		}
		moved = append(moved, e)
	}
	taken := map[int]bool{}
	for _, j := range same {
		taken[j] = true
	}
	for j := range fresh {
		if taken[j] {
			continue
		}
		e := newEvent(&fresh[j], report)
		is := e.Telling
		changes = append(changes, Change{Is: &is})
		e.Component, e.Act = e.ID, demarche.ActID("a"+string(e.ID))
		// An id that was once gone may come back.
		if was, ok, err := t.Event(e.ID); err != nil {
			return nil, err
		} else if ok {
			e.Seq, e.Corrected = was.Seq, was.Corrected
			if err := t.EndEvent(e.ID, report.KnownTo); err != nil {
				return nil, err
			}
			if err := t.Recode(e, r.today, dyadsOf(&e.Event), isDeed(e.Type)); err != nil {
				return nil, err
			}
		} else if report.KnownTo != store.Open {
			if err := t.PutEvent(e, dyadsOf(&e.Event), isDeed(e.Type)); err != nil {
				return nil, err
			}
		}
		moved = append(moved, e)
	}
	var live []*store.Event
	for _, e := range moved {
		if !e.Live() {
			continue
		}
		told := e.Telling
		if e.Corrected {
			entries, err := t.Entries(e.ID)
			if err != nil {
				return nil, err
			}
			if err := correct(&told, entries, demarche.Day{}); err != nil {
				return nil, err
			}
		}
		e.Reach = store.Reach(reconcile.ReachOf(&told))
		e.Component, e.Act = e.ID, demarche.ActID("a"+string(e.ID))
		if e.Seq != 0 {
			if err := t.Place(e, dyadsOf(&told.Event), isDeed(told.Type)); err != nil {
				return nil, err
			}
		}
		live = append(live, e)
	}
	if len(live) == 0 && len(touched) == 0 {
		return changes, nil
	}
	_, err = settle(t, live, touched)
	return changes, err
}

// match pairs events of a report as they were with those that are found now: by
// their ids, else by type and parties and words that overlap. By id only what analysts
// have corrected is looked for otherwise too. It gives for each old event the place of
// the new one, or -1.
func match(old []store.Event, fresh []demarche.Telling, version int, byID bool) []int {
	same := make([]int, len(old))
	taken := make([]bool, len(fresh))
	pass := func(alike func(a *demarche.Telling, id demarche.EventID, b *demarche.Telling) bool) {
		for i := range old {
			for j := range fresh {
				if same[i] >= 0 || taken[j] || byID && !old[i].Corrected && newEventID(fresh[j].ID, version) != old[i].ID {
					continue
				}
				if alike(&old[i].Telling, newEventID(fresh[j].ID, version), &fresh[j]) {
					same[i], taken[j] = j, true
				}
			}
		}
	}
	for i := range same {
		same[i] = -1
	}
	pass(func(a *demarche.Telling, id demarche.EventID, _ *demarche.Telling) bool { return a.ID == id })
	pass(func(a *demarche.Telling, _ demarche.EventID, b *demarche.Telling) bool {
		return a.Type == b.Type && a.Trigger == b.Trigger && slices.Equal(a.Actor, b.Actor) && slices.Equal(a.Recipient, b.Recipient)
	})
	pass(func(a *demarche.Telling, _ demarche.EventID, b *demarche.Telling) bool {
		return a.Trigger == b.Trigger && (a.Type == b.Type || slices.Equal(a.Actor, b.Actor) && slices.Equal(a.Recipient, b.Recipient))
	})
	pass(func(a *demarche.Telling, _ demarche.EventID, b *demarche.Telling) bool {
		return a.Type == b.Type && slices.Equal(a.Actor, b.Actor) && slices.Equal(a.Recipient, b.Recipient) && a.Span.Start < b.Span.End && b.Span.Start < a.Span.End
	})
	return same
}

// equal says whether two tellings are the same but for their ids.
func equal(a, b *demarche.Telling) bool {
	x, y := demarche.Coded{Event: a.Event, Evidence: a.Evidence}, demarche.Coded{Event: b.Event, Evidence: b.Evidence}
	x.ID, y.ID = "", ""
	return a.Order == b.Order && a.Answer == b.Answer && string(x.AppendJSON(nil)) == string(y.AppendJSON(nil))
}
