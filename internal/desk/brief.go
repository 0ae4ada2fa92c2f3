package desk

import (
	"context"
	"iter"
	"slices"
	"strings"
	"sync"

	"demarche"
	"demarche/internal/brief"
	"demarche/internal/coder"
	"demarche/internal/reconcile"
	"demarche/internal/remark"
	"demarche/internal/store"
)

// recent is how many days before the day of a brief the words of the two sides are
// looked at; deeds are looked at whenever they were.
const recent = 730

// Brief tells where things stand between two parties, from the record.
func (r *Record) Brief(ctx context.Context, a, b demarche.Code, v View) (Brief, error) {
	made, _, err := r.play(ctx, a, b, v)
	return made, err
}

// play gives the brief of two parties with the acts that it is made of.
func (r *Record) play(ctx context.Context, a, b demarche.Code, v View) (Brief, []demarche.Act, error) {
	in := brief.Input{A: a, B: b, AsOf: v.AsOf, KnownBy: v.KnownBy}
	if in.AsOf.IsZero() {
		in.AsOf = r.today
		if !v.KnownBy.IsZero() {
			in.AsOf = v.KnownBy
		}
	}
	dyad := Dyad(a, b)
	var err error
	in.WordsSince = in.AsOf.Plus(-recent)
	if in.Acts, err = r.ActsOf(ctx, dyad, v, in.WordsSince); err != nil {
		return Brief{}, nil, err
	}
	err = r.store.Read(ctx, func(t *store.Tx) error {
		if in.Remarks, err = t.Remarks(dyad, v.KnownBy); err != nil {
			return err
		}
		told := func(surname string) ([]demarche.Tenure, error) { return t.Tenures(surname, v.KnownBy) }
		if err := resolve(in.Acts, told); err != nil {
			return err
		}
		if in.Remarks, err = levels(in.Remarks, told); err != nil {
			return err
		}
		asked := map[[2]string]bool{}
		for _, m := range in.Remarks {
			key := [2]string{string(m.Actor), string(m.About)}
			if m.Kind != demarche.NobodyElse || asked[key] {
				continue
			}
			asked[key] = true
			from, to := reconcile.BlocksOf(m.Actor, m.About)
			events, err := t.Blocks(from, to, m.About, v.KnownBy)
			if err != nil {
				return err
			}
			told, bonds, err := corrected(t, events, v.KnownBy)
			if err != nil {
				return err
			}
			in.Elsewhere = append(in.Elsewhere, reconcile.Acts(told, bonds)...)
		}
		return nil
	})
	if err != nil {
		return Brief{}, nil, err
	}
	return brief.Make(in), in.Acts, nil
}

// withoutWords leaves words from before a day out of acts, as [Record.ActsOf] does.
func withoutWords(acts []demarche.Act, before demarche.Day) (out []demarche.Act) {
	old := func(t demarche.Telling) bool { return !isDeed(t.Type) && t.Known.Before(before) }
	for _, a := range acts {
		if slices.ContainsFunc(a.Tellings, old) {
			id := a.ID
			told := slices.DeleteFunc(slices.Clone(a.Tellings), old)
			if len(told) == 0 {
				continue
			}
			a = reconcile.One(told)
			a.ID = id
		}
		out = append(out, a)
	}
	return out
}

// Gathering is what reports were coded into, to make a brief without a record.
type Gathering struct {
	mu      sync.Mutex
	drafts  []gathered
	told    []demarche.Telling
	remarks []demarche.Remark
	tenures map[string][]demarche.Tenure // by surname
}

// gathered is a report that names persons whose State it does not tell, until all
// reports are there.
type gathered struct {
	report demarche.Report
	draft
}

// Gather codes reports into a gathering. Errors among the reports are yielded; the
// bytes are empty.
func (d *Desk) Gather(ctx context.Context, reports iter.Seq2[demarche.Report, error], jobs int, g *Gathering) iter.Seq2[[]byte, error] {
	size := func(r demarche.Report) int { return len(r.Text) }
	order := inOrder(ctx, reports, jobs, size, func() func([]byte, demarche.Report) []byte {
		c := coder.NewCoder(d.model, d.gate, d.known())
		return func(dst []byte, report demarche.Report) []byte {
			what := d.draft(c, &report)
			g.mu.Lock()
			defer g.mu.Unlock()
			if g.tenures == nil {
				g.tenures = map[string][]demarche.Tenure{}
			}
			for _, t := range what.tenures {
				s := surname(&t)
				g.tenures[s] = append(g.tenures[s], t)
			}
			if len(what.bare) > 0 {
				what.reading = nil // of many reports at once that is too much to keep
				g.drafts = append(g.drafts, gathered{report, what})
			} else {
				g.take(what.said)
			}
			return dst
		}
	})
	return func(yield func([]byte, error) bool) {
		for out, err := range order {
			if !yield(out, err) {
				return
			}
		}
		g.settle(&reviser{desk: d})
	}
}

func (g *Gathering) take(what said) {
	g.told = append(g.told, what.told...)
	g.remarks = append(g.remarks, what.remarks...)
}

// settle asks what reports tell of persons for what others tell of them only by name.
func (g *Gathering) settle(v *reviser) {
	for i := range g.drafts {
		w := &g.drafts[i]
		known := coder.Known{}
		for _, name := range w.bare {
			b := store.Bare{Surname: remark.Surname(name, ""), Known: w.report.Date, Report: w.report.ID, Name: name}
			var told []store.Naming
			for _, t := range g.tenures[b.Surname] {
				told = append(told, store.Naming{Tenure: t, KnownTo: store.Open})
			}
			if state := stateOf(&b, told); state != "" {
				known[name] = state
			}
		}
		g.take(v.revise(&w.draft, &w.report, known))
		w.reading = nil
	}
	g.drafts = nil
}

// Brief tells where things stand between two parties, from the gathering.
func (g *Gathering) Brief(a, b demarche.Code, v View, today demarche.Day) Brief {
	in := brief.Input{A: a, B: b, AsOf: v.AsOf, KnownBy: v.KnownBy}
	if in.AsOf.IsZero() {
		in.AsOf = today
		if !v.KnownBy.IsZero() {
			in.AsOf = v.KnownBy
		}
	}
	dyad := Dyad(a, b)
	of := map[demarche.ReportID]bool{} // reports that tell of the two
	var between, elsewhere []demarche.Telling
	for _, t := range g.told {
		switch {
		case !v.KnownBy.IsZero() && v.KnownBy.Before(t.Known):
		case slices.Contains(dyadsOf(&t.Event), dyad):
			between = append(between, t)
			of[t.Report] = true
		default:
			elsewhere = append(elsewhere, t)
		}
	}
	in.WordsSince = in.AsOf.Plus(-recent)
	in.Acts = withoutWords(reconcile.Acts(between, reconcile.Bonds{}), in.WordsSince)
	reconcile.Respond(in.Acts)
	known := func(surname string) (all []demarche.Tenure, _ error) {
		for _, t := range g.tenures[surname] {
			if v.KnownBy.IsZero() || !v.KnownBy.Before(t.Known) {
				all = append(all, t)
			}
		}
		return all, nil
	}
	if err := resolve(in.Acts, known); err != nil {
		panic(err) // nothing is read
	}
	in.Elsewhere = reconcile.Acts(elsewhere, reconcile.Bonds{})
	for _, m := range g.remarks {
		if of[m.Report] && (v.KnownBy.IsZero() || !v.KnownBy.Before(m.Known)) && (m.State == "" || m.State == a || m.State == b) {
			in.Remarks = append(in.Remarks, m)
		}
	}
	slices.SortStableFunc(in.Remarks, func(x, y demarche.Remark) int {
		if c := strings.Compare(x.Known.String(), y.Known.String()); c != 0 {
			return c
		}
		if c := strings.Compare(string(x.Report), string(y.Report)); c != 0 {
			return c
		}
		return x.Span.Start - y.Span.Start
	})
	var err error
	if in.Remarks, err = levels(in.Remarks, known); err != nil {
		panic(err) // the table of offices is the program's own
	}
	return brief.Make(in)
}
