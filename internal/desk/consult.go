package desk

import (
	"context"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/reconcile"
	"demarche/internal/store"
)

// View is the two questions in time: the world on a day, as known by a day. A zero
// day is today's knowledge, or all time.
type View struct{ AsOf, KnownBy demarche.Day }

// Page says which of many are wanted: a range of days, and how many.
type Page struct {
	View
	From, To demarche.Day
	Limit    int
}

func (p Page) rows() store.Page {
	to := p.To
	if !p.AsOf.IsZero() && (to.IsZero() || p.AsOf.Before(to)) {
		to = p.AsOf
	}
	return store.Page{From: p.From, To: to, KnownBy: p.KnownBy, Limit: p.Limit}
}

// corrected gives the tellings of events as analysts had corrected them by a day,
// with the ties that they had made.
func corrected(t *store.Tx, events []store.Event, knownBy demarche.Day) ([]demarche.Telling, reconcile.Bonds, error) {
	var bonds reconcile.Bonds
	told := make([]demarche.Telling, len(events))
	for i := range events {
		told[i] = events[i].Telling
		if !events[i].Corrected {
			continue
		}
		entries, err := t.Entries(events[i].ID)
		if err != nil {
			return nil, bonds, err
		}
		tie(&bonds, entries, knownBy)
		if err := correct(&told[i], entries, knownBy); err != nil {
			return nil, bonds, err
		}
	}
	return told, bonds, nil
}

// ActsOf gives the acts between two parties, with their answers, in the order in
// which they became known. WordsSince leaves older words out, but no deeds.
func (r *Record) ActsOf(ctx context.Context, dyad string, v View, wordsSince demarche.Day) ([]demarche.Act, error) {
	return r.actsIn(ctx, r.memory.dossier(dyad), v, wordsSince)
}

func (r *Record) actsIn(ctx context.Context, d *dossier, v View, wordsSince demarche.Day) ([]demarche.Act, error) {
	acts, err := d.acts(ctx, r.store, v, wordsSince)
	reconcile.Respond(acts)
	return acts, err
}

// Until leaves out the acts of which nothing was there on a day: neither done nor
// told.
func Until(acts []demarche.Act, asOf demarche.Day) []demarche.Act {
	if asOf.IsZero() {
		return acts
	}
	return slices.DeleteFunc(acts, func(a demarche.Act) bool {
		happened := !a.Date.IsZero() && !asOf.Before(a.Date.From) && a.Status == demarche.Actual
		return !happened && asOf.Before(a.Known)
	})
}

// Timeline gives acts between two parties in the order of their days, the last
// first.
func (r *Record) Timeline(ctx context.Context, dyad string, p Page) (acts []demarche.Act, err error) {
	if !p.KnownBy.IsZero() {
		// What was known then has to be put together from what was told by then.
		acts, err := r.ActsOf(ctx, dyad, p.View, demarche.Day{})
		rows := p.rows()
		acts = slices.DeleteFunc(acts, func(a demarche.Act) bool {
			return !rows.From.IsZero() && a.Day().Before(rows.From) || !rows.To.IsZero() && rows.To.Before(a.Day())
		})
		slices.SortFunc(acts, func(a, b demarche.Act) int {
			if c := strings.Compare(b.Day().String(), a.Day().String()); c != 0 {
				return c
			}
			return strings.Compare(string(b.ID), string(a.ID))
		})
		return acts[:min(len(acts), p.Limit)], err
	}
	err = r.store.Read(ctx, func(t *store.Tx) error {
		return t.ActsBetween(dyad, p.rows(), func(body []byte) error {
			a, err := demarche.ParseBrief(body)
			acts = append(acts, a)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return acts, r.fill(ctx, acts)
}

// fill gives acts their tellings.
func (r *Record) fill(ctx context.Context, acts []demarche.Act) error {
	return r.store.Read(ctx, func(t *store.Tx) error {
		for i := range acts {
			events, err := t.EventsIn(acts[i].ID)
			if err != nil {
				return err
			}
			told, _, err := corrected(t, events, demarche.Day{})
			if err != nil {
				return err
			}
			reconcile.Sort(told)
			acts[i].Tellings = told
		}
		return nil
	})
}

// Act gives one act, by its id or by that of any event that tells it, with its
// answers.
func (r *Record) Act(ctx context.Context, id demarche.ActID) (demarche.Act, error) {
	a, _, err := r.ActAmong(ctx, id)
	return a, err
}

// ActAmong gives one act, as [Record.Act] does, and all acts between its parties,
// which must not be changed.
func (r *Record) ActAmong(ctx context.Context, id demarche.ActID) (demarche.Act, []demarche.Act, error) {
	var found store.Event
	err := r.store.Read(ctx, func(t *store.Tx) (err error) {
		e, ok, err := t.Event(demarche.EventID(strings.TrimPrefix(string(id), "a")))
		if err == nil && !ok {
			e, ok, err = t.Event(demarche.EventID(id))
		}
		if err == nil && !ok {
			err = notFound("the record has no act %q: see demarche timeline for the ids", id)
		}
		found = e
		return err
	})
	if err != nil {
		return demarche.Act{}, nil, err
	}
	for _, dyad := range dyadsOf(&found.Event) {
		acts, err := remember(ctx, r, "acts "+dyad, func() ([]demarche.Act, error) { return r.ActsOf(ctx, dyad, View{}, demarche.Day{}) })
		if err != nil {
			return demarche.Act{}, nil, err
		}
		for i := range acts {
			if acts[i].ID == found.Act {
				return acts[i], acts, nil
			}
		}
	}
	a := []demarche.Act{{ID: found.Act, Type: found.Type, Actor: found.Actor, Recipient: found.Recipient, Status: found.Status, Known: found.Known}}
	err = r.fill(ctx, a)
	return a[0], a, err
}

// Events gives events, the last known first, of two parties where a dyad is named.
func (r *Record) Events(ctx context.Context, dyad string, p Page) (told []demarche.Telling, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) error {
		events, err := t.Newest(dyad, p.rows())
		if err != nil {
			return err
		}
		told, _, err = corrected(t, events, p.KnownBy)
		return err
	})
	return told, err
}

// Hit is a report that a search found, with the place in its text.
type Hit = store.Found

// Search finds the newest reports and events with certain words.
func (r *Record) Search(ctx context.Context, words string, p Page) (reports []Hit, told []demarche.Telling, err error) {
	// An add that was killed may have left words out of the index.
	if err := r.store.Index(ctx); err != nil {
		return nil, nil, err
	}
	err = r.store.Read(ctx, func(t *store.Tx) error {
		if reports, err = t.SearchReports(words, p.rows()); err != nil {
			return err
		}
		events, err := t.SearchEvents(words, p.rows())
		if err != nil {
			return err
		}
		told, _, err = corrected(t, events, p.KnownBy)
		return err
	})
	return reports, told, err
}

// Version is a version of a report in the record, with its events.
type Version struct {
	store.Report
	Events []demarche.Telling
	Log    []store.Entry // what analysts have corrected
}

// Report gives the versions of a report that were there by a day, the first taken in
// first.
func (r *Record) Report(ctx context.Context, id demarche.ReportID, v View) (all []Version, err error) {
	until := v.KnownBy
	if until.IsZero() || !v.AsOf.IsZero() && v.AsOf.Before(until) {
		until = v.AsOf
	}
	err = r.store.Read(ctx, func(t *store.Tx) error {
		all = nil
		versions, err := t.Versions(id)
		if err != nil {
			return err
		}
		if len(versions) == 0 {
			return r.absent(t, id)
		}
		for _, v := range versions {
			if !until.IsZero() && until.Before(v.Date) {
				continue
			}
			events, err := t.EventsOf(id, v.Version)
			if err != nil {
				return err
			}
			told, _, err := corrected(t, events, until)
			if err != nil {
				return err
			}
			version := Version{Report: v, Events: told}
			for _, e := range events {
				if e.Corrected {
					log, err := t.Entries(e.ID)
					if err != nil {
						return err
					}
					version.Log = append(version.Log, log...)
				}
			}
			all = append(all, version)
		}
		if len(all) == 0 {
			return notFound("report %q came out after %v: ask for a later day", id, until)
		}
		return nil
	})
	return all, err
}

// Dyads gives all pairs of parties, the busiest first.
func (r *Record) Dyads(ctx context.Context, v View) (all []store.Dyad, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) (err error) {
		all, err = t.Dyads(v.AsOf, v.KnownBy)
		return err
	})
	return all, err
}

// Stats counts events by type, status and month, and reports by outlet.
func (r *Record) Stats(ctx context.Context, v View) (all []store.Count, err error) {
	knownBy := v.KnownBy
	if knownBy.IsZero() || !v.AsOf.IsZero() && v.AsOf.Before(knownBy) {
		knownBy = v.AsOf
	}
	err = r.store.Read(ctx, func(t *store.Tx) (err error) {
		all, err = t.Counts(knownBy)
		return err
	})
	return all, err
}

// Sizes are the numbers of reports, events and acts in the record.
func (r *Record) Sizes(ctx context.Context) (reports, events, acts int64, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) (err error) {
		reports, events, acts, err = t.Sizes()
		return err
	})
	return reports, events, acts, err
}
