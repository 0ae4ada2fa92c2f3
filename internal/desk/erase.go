package desk

import (
	"context"
	"errors"

	"demarche"
	"demarche/internal/store"
)

// Stone says that a report was erased: when, by whom, why.
type Stone = store.Stone

// erased is an error about a report that the law wants forgotten.
type erased struct{ error }

// IsErased says whether an error tells that a report was erased.
func IsErased(err error) bool {
	var e erased
	return errors.As(err, &e)
}

// Erase forgets a report, which the law may demand: all its versions, their text, and
// what was made of them. A stone stays that says so; the acts that other reports tell
// too are made anew, as are the events of reports that took a person's State from it.
// The report is not taken in again.
func (r *Record) Erase(ctx context.Context, d *Desk, id demarche.ReportID, b Because) error {
	if err := b.check("an erasure"); err != nil {
		return err
	}
	err := r.store.Write(ctx, func(t *store.Tx) error {
		if err := t.Lock([]string{"report " + string(id)}); err != nil {
			return err
		}
		versions, err := t.Versions(id)
		if err != nil {
			return err
		}
		if len(versions) == 0 {
			return r.absent(t, id)
		}
		news := news{}
		touched := map[demarche.EventID]string{} // components, with their blocks
		for i := range versions {
			if err := news.ofReport(t, &versions[i]); err != nil {
				return err
			}
		}
		if err := news.lock(t, nil); err != nil {
			return err
		}
		for i := range versions {
			if err := leaving(t, &versions[i], touched); err != nil {
				return err
			}
		}
		if err := t.Erase(store.Stone{Report: id, At: r.today, Name: b.Name, Reason: b.Reason}); err != nil {
			return err
		}
		if _, err := settle(t, nil, touched); err != nil {
			return err
		}
		_, err = r.spread(t, &reviser{desk: d}, news)
		return err
	})
	if err != nil {
		return err
	}
	return r.store.Scrub(ctx)
}

// absent says that the record does not have a report, or no more.
func (r *Record) absent(t *store.Tx, id demarche.ReportID) error {
	s, ok, err := t.Stone(id)
	switch {
	case err != nil:
		return err
	case ok:
		return erased{errors.New("report " + string(id) + " is not here: " + stoneText(s))}
	}
	return notFound("the record has no report %q: see demarche search", id)
}
