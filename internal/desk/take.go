package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/intake"
	"demarche/internal/store"
)

// taking is a report that is to be taken in.
type taking struct {
	report  *demarche.Report
	digest  string
	draft   draft
	replace bool
	reviser *reviser
}

// add writes one report with its events and the acts that they are of.
func (r *Record) add(ctx context.Context, in *taking) (o Outcome, err error) {
	err = r.store.Write(ctx, func(t *store.Tx) (err error) {
		o, err = r.put(t, in)
		return err
	})
	return o, err
}

// put is add within a transaction.
func (r *Record) put(t *store.Tx, in *taking) (Outcome, error) {
	report := in.report
	o := Outcome{Report: report.ID}
	if err := t.Lock([]string{"report " + string(report.ID)}); err != nil {
		return o, err
	}
	if s, ok, err := t.Stone(report.ID); err != nil {
		return o, err
	} else if ok {
		return o, &intake.Refusal{Path: string(report.ID), Why: stoneText(s), Cure: "it is not taken in again"}
	}
	versions, err := t.Versions(report.ID)
	if err != nil {
		return o, err
	}
	row := &store.Report{Report: *report, Version: len(versions) + 1, KnownTo: store.Open, Taken: r.today, Digest: in.digest}
	var ending []store.Report
	for _, v := range versions {
		switch {
		case v.Digest == in.digest:
			o.Unchanged = true // another program was faster
			return o, nil
		case !in.replace:
			return o, &intake.Refusal{Path: string(report.ID), Why: "the record has this report with another text", Cure: "add it with --replace if it is a corrected version, or give it another id"}
		}
		ending = append(ending, v)
	}
	if report.Replaces != "" {
		old, err := t.Versions(report.Replaces)
		if err != nil {
			return o, err
		}
		ending = append(ending, old...)
	}
	// The one that replaces it may have come first.
	if day, err := t.ReplacedBy(report.ID); err != nil {
		return o, err
	} else if day != "" {
		row.KnownTo = day
	}
	news := news{}
	for i := range in.draft.tenures {
		news.of(surname(&in.draft.tenures[i]), report.Date)
	}
	ending = slices.DeleteFunc(ending, func(v store.Report) bool { return v.KnownTo != store.Open })
	for i := range ending {
		if err := news.ofReport(t, &ending[i]); err != nil {
			return o, err
		}
	}
	if err := news.lock(t, in.draft.bare); err != nil {
		return o, err
	}
	touched := map[demarche.EventID]string{} // components, with their blocks
	for i := range ending {
		o.Replaced = true
		if err := r.end(t, &ending[i], report.Date, touched); err != nil {
			return o, err
		}
	}
	if err := t.PutReport(row); err != nil {
		return o, err
	}
	known, err := placeNames(t, row, in.draft.bare)
	if err != nil {
		return o, err
	}
	what := in.reviser.revise(&in.draft, report, known)
	if err := putRemarks(t, row, what); err != nil {
		return o, err
	}
	fresh := make([]*store.Event, len(what.told))
	for i := range what.told {
		fresh[i] = newEvent(&what.told[i], row)
	}
	o.Events = len(fresh)
	if row.KnownTo != store.Open {
		for _, e := range fresh {
			e.Component, e.Act = e.ID, demarche.ActID("a"+string(e.ID))
			if err := t.PutEvent(e, dyadsOf(&e.Event), isDeed(e.Type)); err != nil {
				return o, err
			}
		}
		fresh = nil
	}
	if o.NewActs, err = settle(t, fresh, touched); err != nil {
		return o, err
	}
	_, err = r.spread(t, in.reviser, news)
	return o, err
}

// putRemarks writes the remarks of a report, on the pairs of parties that its events
// are between, and the tenures that it tells.
func putRemarks(t *store.Tx, report *store.Report, what said) error {
	var all []string
	for i := range what.told {
		all = append(all, dyadsOf(&what.told[i].Event)...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for n := range what.remarks {
		r := &what.remarks[n]
		dyads := all
		if r.Of != (demarche.Span{}) {
			dyads = nil
			for i := range what.told {
				if what.told[i].Trigger == r.Of {
					dyads = append(dyads, dyadsOf(&what.told[i].Event)...)
				}
			}
		} else if r.State != "" {
			dyads = slices.DeleteFunc(slices.Clone(all), func(d string) bool { return !strings.Contains(d, string(r.State)) })
		}
		if err := t.PutRemark(r, report.Version, n, dyads); err != nil {
			return err
		}
	}
	for i := range what.tenures {
		x := &what.tenures[i]
		if err := t.PutTenure(x, surname(x), report.Version); err != nil {
			return err
		}
	}
	return nil
}

// stoneText says that a report was erased.
func stoneText(s store.Stone) string {
	return fmt.Sprintf("it was erased on %v by %s: %s", s.At, s.Name, s.Reason)
}
