package desk

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"demarche"
	"demarche/internal/reconcile"
	"demarche/internal/store"
)

// dossier is all that the record has of two parties, as it was read: events, by the
// components that they hang together in, and the acts that these make now. When the
// record has changed, only what has changed of it is read again; and what was known by
// any day is put together from it without reading.
type dossier struct {
	dyad string
	used int64        // when it was asked for last; the memory's lock guards it
	size atomic.Int64 // how many events are in it

	mu      sync.Mutex   // held while it is read, and while acts are taken from it
	version int64        // of the pair, as it was read; 0 before
	since   demarche.Day // words from that day on were read; zero for all
	events  map[int64]*filed
	parts   map[demarche.EventID]*part
	odd     map[int64]*filed // events that were corrected, or that the record says no more
	order   []*standing      // all acts as they stand now, by when they became known
}

// filed is an event in a dossier.
type filed struct {
	*store.Told
	log  []store.Entry     // the corrections of it
	now  *demarche.Telling // as it is corrected now
	here bool              // as that, it is between the two
}

// part is a component: its events, and the acts that they make now.
type part struct {
	events []*filed
	acts   []*standing
	whole  bool // all of it was known by the day that is asked for
}

// standing is an act as it stands now.
type standing struct {
	demarche.Act
	of      *part
	members []*filed
	oldest  *filed // of the words among these; nil where all are deeds
	gone    bool   // another has taken its place
}

// acts gives the acts between the two as the record has them now, or as they were
// known by the day of the view, in the order in which they became known. Words from
// before a day are left out.
func (d *dossier) acts(ctx context.Context, s *store.Store, v View, wordsSince demarche.Day) ([]demarche.Act, error) {
	// Whoever comes later must not read an earlier state: so the lock comes first.
	d.mu.Lock()
	defer d.mu.Unlock()
	since := wordsSince
	if !v.KnownBy.IsZero() {
		since = demarche.Day{} // a component is parted anew only as a whole
	}
	if err := s.Read(ctx, func(t *store.Tx) error { return d.read(t, since) }); err != nil {
		d.version = 0 // it may have been read by half
		return nil, err
	}
	if v.KnownBy.IsZero() {
		return d.standing(wordsSince), nil
	}
	return d.knownBy(v.KnownBy, wordsSince)
}

// read brings the dossier to what the record has, with all words since a day.
func (d *dossier) read(t *store.Tx, since demarche.Day) error {
	now, err := t.Version(d.dyad)
	if err != nil {
		return err
	}
	touched := map[*part]bool{}
	var seqs []int64
	known := d.version > 0
	if known && now != d.version {
		if seqs, known, err = t.ChangedSince(d.dyad, d.version, now); err != nil {
			return err
		}
	}
	if !known {
		d.since, d.order = since, nil
		d.events, d.parts, d.odd = map[int64]*filed{}, map[demarche.EventID]*part{}, map[int64]*filed{}
		if err := d.take(t, touched, func(take func(*store.Told)) error {
			if err := t.Told(d.dyad, true, demarche.Day{}, demarche.Day{}, take); err != nil {
				return err
			}
			return t.Told(d.dyad, false, since, demarche.Day{}, take)
		}); err != nil {
			return err
		}
	}
	for _, seq := range seqs {
		d.drop(seq, touched)
		if err := d.take(t, touched, func(take func(*store.Told)) error { return t.ToldBy(d.dyad, seq, take) }); err != nil {
			return err
		}
	}
	if !d.since.IsZero() && (since.IsZero() || since.Before(d.since)) {
		if err := d.take(t, touched, func(take func(*store.Told)) error { return t.Told(d.dyad, false, since, d.since, take) }); err != nil {
			return err
		}
		d.since = since
	}
	d.settle(touched)
	d.version = now
	d.size.Store(int64(len(d.events)))
	return nil
}

// take files the events that a reading gives, and notes which components they touch.
func (d *dossier) take(t *store.Tx, touched map[*part]bool, read func(take func(*store.Told)) error) error {
	var corrected []*filed // their corrections are read after the rows are, one query at a time
	err := read(func(e *store.Told) {
		if was := d.events[e.Seq]; was != nil { // a deed and words, by a correction
			was.Hard = was.Hard || e.Hard
			return
		}
		f := &filed{Told: e, now: &e.Telling, here: true}
		d.events[e.Seq] = f
		p := d.parts[e.Component]
		if p == nil {
			p = &part{}
			d.parts[e.Component] = p
		}
		p.events = append(p.events, f)
		touched[p] = true
		if e.Corrected || !e.Live() {
			d.odd[e.Seq] = f
		}
		if e.Corrected {
			corrected = append(corrected, f)
		}
	})
	if err != nil {
		return err
	}
	for _, f := range corrected {
		if f.log, err = t.Entries(f.ID); err != nil {
			return err
		}
		now, err := f.asKnown(demarche.Day{})
		if err != nil {
			return err
		}
		f.now, f.here = &now, slices.Contains(dyadsOf(&now.Event), d.dyad)
	}
	return nil
}

// asKnown is the event as analysts had corrected it by a day.
func (f *filed) asKnown(day demarche.Day) (demarche.Telling, error) {
	told := f.Telling
	if !f.Corrected {
		return told, nil
	}
	err := correct(&told, f.log, day)
	return told, err
}

// drop takes an event out.
func (d *dossier) drop(seq int64, touched map[*part]bool) {
	f := d.events[seq]
	if f == nil {
		return
	}
	delete(d.events, seq)
	delete(d.odd, seq)
	p := d.parts[f.Component]
	p.events = slices.DeleteFunc(p.events, func(g *filed) bool { return g == f })
	touched[p] = true
	if len(p.events) == 0 {
		delete(d.parts, f.Component)
	}
}

// settle makes the acts of touched components anew.
func (d *dossier) settle(touched map[*part]bool) {
	if len(touched) == 0 {
		return
	}
	var fresh []*standing
	for p := range touched {
		for _, a := range p.acts {
			a.gone = true
		}
		p.acts = nil
		for _, f := range p.events {
			if !f.Live() || !f.here {
				continue
			}
			i := slices.IndexFunc(p.acts, func(a *standing) bool { return a.ID == f.Act })
			if i < 0 {
				i = len(p.acts)
				p.acts = append(p.acts, &standing{Act: demarche.Act{ID: f.Act}, of: p})
			}
			a := p.acts[i]
			a.members = append(a.members, f)
			if !f.Hard && (a.oldest == nil || f.Seq < a.oldest.Seq) {
				a.oldest = f
			}
		}
		for _, a := range p.acts {
			a.Act = a.tell(demarche.Day{})
		}
		fresh = append(fresh, p.acts...)
	}
	slices.SortFunc(fresh, func(a, b *standing) int { return reconcile.Order(&a.Act, &b.Act) })
	left := slices.DeleteFunc(d.order, func(a *standing) bool { return a.gone })
	d.order = merged(left, fresh, func(a *standing) *demarche.Act { return &a.Act })
}

// tell makes the act of its members, without words from before a day.
func (a *standing) tell(wordsSince demarche.Day) demarche.Act {
	told := make([]demarche.Telling, 0, len(a.members))
	for _, f := range a.members {
		if f.Hard || f.IsSince(wordsSince) {
			told = append(told, *f.now)
		}
	}
	if len(told) == 0 {
		return demarche.Act{}
	}
	act := reconcile.One(told)
	act.ID = a.ID // the first that told it may not be among these
	return act
}

// merged makes one list of two that are in the order of acts.
func merged[T any](a, b []T, act func(T) *demarche.Act) []T {
	if len(b) == 0 {
		return a
	}
	all := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if reconcile.Order(act(b[0]), act(a[0])) < 0 {
			all, b = append(all, b[0]), b[1:]
		} else {
			all, a = append(all, a[0]), a[1:]
		}
	}
	return append(append(all, a...), b...)
}

// standing gives the acts as they stand now, without words from before a day.
func (d *dossier) standing(wordsSince demarche.Day) []demarche.Act {
	whole := make([]*demarche.Act, 0, len(d.order))
	var cut []*demarche.Act
	for _, a := range d.order {
		if a.oldest == nil || a.oldest.IsSince(wordsSince) {
			whole = append(whole, &a.Act)
		} else if act := a.tell(wordsSince); act.ID != "" {
			cut = append(cut, &act)
		}
	}
	return listed(whole, cut)
}

// listed is two lists of acts as one, the first of which is in order.
func listed(ordered, others []*demarche.Act) []demarche.Act {
	slices.SortFunc(others, reconcile.Order)
	all := merged(ordered, others, func(a *demarche.Act) *demarche.Act { return a })
	acts := make([]demarche.Act, len(all))
	for i, a := range all {
		acts[i] = *a
	}
	return acts
}

// knownBy puts the acts together from what was told by a day, as if nothing had come
// after. A component of which all was known by then makes the acts that it makes now;
// of others what was known is parted anew. Where an analyst or another version had a
// hand in, that is done for all of the blocks at once, since what was linked then need
// not be so now.
func (d *dossier) knownBy(day, wordsSince demarche.Day) ([]demarche.Act, error) {
	last := day.String()
	known := func(f *filed) bool {
		return !day.Before(f.Known) && f.KnownTo > last && (f.Hard || f.IsSince(wordsSince))
	}
	loose := map[string]bool{} // blocks
	for _, f := range d.odd {
		then, err := f.asKnown(day)
		if err != nil {
			return nil, err
		}
		for _, e := range []*demarche.Event{&f.Event, &f.now.Event, &then.Event} {
			loose[reconcile.Block(e)] = true
		}
	}
	var others []*demarche.Act
	put := func(acts []demarche.Act) {
		for i := range acts {
			others = append(others, &acts[i])
		}
	}
	var mixed []demarche.Telling
	var bonds reconcile.Bonds
	for _, p := range d.parts {
		isLoose := len(loose) > 0 && slices.ContainsFunc(p.events, func(f *filed) bool { return d.odd[f.Seq] != nil || loose[reconcile.Block(&f.Event)] })
		p.whole = !isLoose
		var some []demarche.Telling
		for _, f := range p.events {
			if known(f) {
				continue
			}
			p.whole = false
			break
		}
		if p.whole {
			continue
		}
		for _, f := range p.events {
			if !known(f) {
				continue
			}
			then, err := f.asKnown(day)
			if err != nil {
				return nil, err
			}
			if f.Corrected {
				tie(&bonds, f.log, day)
				// A correction may have taken an event to other parties.
				if !slices.Contains(dyadsOf(&then.Event), d.dyad) {
					continue
				}
			}
			some = append(some, then)
		}
		if isLoose {
			mixed = append(mixed, some...)
		} else {
			put(reconcile.Acts(some, reconcile.Bonds{}))
		}
	}
	put(reconcile.Acts(mixed, bonds))
	var whole []*demarche.Act
	for _, a := range d.order {
		if a.of.whole {
			whole = append(whole, &a.Act)
		}
	}
	return listed(whole, others), nil
}
