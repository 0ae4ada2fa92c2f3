package desk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"demarche"
	"demarche/internal/ledger"
	"demarche/internal/reconcile"
	"demarche/internal/store"
)

// What analysts decide on two events: that they tell one act, or that they do not.
const (
	together = "together"
	apart    = "apart"
)

// knot is two events in either order.
type knot [2]demarche.EventID

func knotOf(a, b demarche.EventID) knot { return knot{min(a, b), max(a, b)} }

func tied(a, b demarche.EventID, how string) store.Entry {
	return store.Entry{Subject: a, Other: b, Verb: string(ledger.Correct), Field: "act", Value: how}
}

// tie notes the ties that analysts had made by a day.
func tie(bonds *reconcile.Bonds, entries []store.Entry, knownBy demarche.Day) {
	logs := map[knot][]ledger.Entry[string]{}
	for _, e := range entries {
		if e.Field == "act" {
			p := knotOf(e.Subject, e.Other)
			logs[p] = append(logs[p], ledger.Entry[string]{Verb: ledger.Verb(e.Verb), Valid: always, Value: e.Value, At: day(e.At), Nth: e.Nth, By: e.Name})
		}
	}
	for p, log := range logs {
		switch v, _ := ledger.At(ledger.Rows(log), 0, day(knownBy)); v {
		case together:
			bonds.Join(p[0], p[1])
		case apart:
			bonds.Part(p[0], p[1])
		}
	}
}

// Join notes that two events tell one act, and Part that they do not.
func (r *Record) Join(ctx context.Context, a, b demarche.EventID, because Because) error {
	return r.enter(ctx, because, tied(a, b, together))
}

// Part notes that two events do not tell one act.
func (r *Record) Part(ctx context.Context, a, b demarche.EventID, because Because) error {
	return r.enter(ctx, because, tied(a, b, apart))
}

// decisions gives what was decided on each pair of events, the last on top of those
// that it took the place of. What was taken back is gone: a line that asserts brings
// back what was below the top, and one that retracts leaves nothing.
func decisions(entries []store.Entry) map[knot][]store.Entry {
	on := map[knot][]store.Entry{}
	for _, e := range entries { // in their order
		if e.Field != "act" {
			continue
		}
		k := knotOf(e.Subject, e.Other)
		switch was := on[k]; ledger.Verb(e.Verb) {
		case ledger.Correct:
			on[k] = append(was, e)
		case ledger.Assert:
			on[k] = was[:max(0, len(was)-1)]
		case ledger.Retract:
			on[k] = nil
		}
	}
	return on
}

// Untie takes back what was last decided on each pair of events: what was decided
// before holds again, or else what the program finds.
func (r *Record) Untie(ctx context.Context, pairs [][2]demarche.EventID, b Because) error {
	if err := b.check("a correction"); err != nil {
		return err
	}
	return r.store.Write(ctx, func(t *store.Tx) error {
		var lines []store.Entry
		for _, p := range pairs {
			if _, err := r.event(t, p[0]); err != nil {
				return err
			}
			entries, err := t.Entries(p[0])
			if err != nil {
				return err
			}
			was := decisions(entries)[knotOf(p[0], p[1])]
			switch n := len(was); {
			case n == 0:
				return fmt.Errorf("nothing was decided on the events %s and %s: there is nothing to undo", p[0], p[1])
			case n == 1:
				lines = append(lines, store.Entry{Subject: p[0], Other: p[1], Verb: string(ledger.Retract), Field: "act"})
			default:
				lines = append(lines, store.Entry{Subject: p[0], Other: p[1], Verb: string(ledger.Assert), Field: "act", Value: was[n-2].Value})
			}
		}
		return r.note(t, b, lines...)
	})
}

// Split makes an act of their own of some of the events that tell an act.
func (r *Record) Split(ctx context.Context, chosen []demarche.EventID, b Because) error {
	if err := b.check("a correction"); err != nil {
		return err
	}
	return r.store.Write(ctx, func(t *store.Tx) error {
		if len(chosen) == 0 {
			return errors.New("no event was chosen: choose those that tell another act")
		}
		first, err := r.event(t, chosen[0])
		if err != nil {
			return err
		}
		all, on, err := r.eventsOn(t, first.Act)
		if err != nil {
			return err
		}
		for _, id := range chosen {
			if !slices.Contains(all, id) {
				return fmt.Errorf("event %s does not tell the act that %s tells: choose events of one act", id, chosen[0])
			}
		}
		chosen = slices.Compact(slices.Sorted(slices.Values(chosen)))
		rest := slices.DeleteFunc(slices.Clone(all), func(id demarche.EventID) bool { return slices.Contains(chosen, id) })
		if len(rest) == 0 {
			return errors.New("all events of the act were chosen: leave those that tell this one")
		}
		var lines []store.Entry
		for _, id := range chosen[1:] {
			lines = append(lines, tied(chosen[0], id, together))
		}
		// What holds together stays apart from the rest by one of its events; only what
		// was tied across must be told apart too.
		for _, c := range chosen {
			for _, id := range rest {
				if c == chosen[0] || isTied(on, c, id, together) {
					lines = append(lines, tied(c, id, apart))
				}
			}
		}
		return r.note(t, b, lines...)
	})
}

// Merge makes one act of the acts that two events tell.
func (r *Record) Merge(ctx context.Context, one, other demarche.EventID, b Because) error {
	if err := b.check("a correction"); err != nil {
		return err
	}
	return r.store.Write(ctx, func(t *store.Tx) error {
		var of [2]store.Event
		var between [2][]string
		for i, id := range []demarche.EventID{one, other} {
			var err error
			if of[i], err = r.event(t, id); err != nil {
				return err
			}
			if !of[i].Live() {
				return fmt.Errorf("event %s is rejected, or was found no more: name one that counts", id)
			}
			told, _, err := corrected(t, of[i:i+1], demarche.Day{})
			if err != nil {
				return err
			}
			between[i] = dyadsOf(&told[0].Event)
		}
		if !slices.ContainsFunc(between[0], func(d string) bool { return slices.Contains(between[1], d) }) {
			return fmt.Errorf("the acts of %s and %s are between other parties: correct the actor or recipient of an event first", one, other)
		}
		if of[0].Act == of[1].Act {
			return fmt.Errorf("the events %s and %s tell one act already: name two acts", one, other)
		}
		these, on, err := r.eventsOn(t, of[0].Act)
		if err != nil {
			return err
		}
		those, _, err := r.eventsOn(t, of[1].Act)
		if err != nil {
			return err
		}
		var lines []store.Entry
		for _, x := range these {
			for _, y := range those {
				if x == one || isTied(on, x, y, apart) {
					lines = append(lines, tied(x, y, together))
				}
			}
		}
		return r.note(t, b, lines...)
	})
}

// eventsOn gives the events that tell an act, with what was decided on them.
func (r *Record) eventsOn(t *store.Tx, act demarche.ActID) (ids []demarche.EventID, on map[knot][]store.Entry, err error) {
	events, err := t.EventsIn(act)
	if err != nil {
		return nil, nil, err
	}
	on = map[knot][]store.Entry{}
	for i := range events {
		ids = append(ids, events[i].ID)
		entries, err := t.Entries(events[i].ID)
		if err != nil {
			return nil, nil, err
		}
		maps.Copy(on, decisions(entries))
	}
	return ids, on, nil
}

func isTied(on map[knot][]store.Entry, a, b demarche.EventID, how string) bool {
	was := on[knotOf(a, b)]
	return len(was) > 0 && was[len(was)-1].Value == how
}

// Corrections gives what analysts have noted on the events of an act: changes of
// fields, and ties that hold, each with the pairs that were decided on at once.
func (r *Record) Corrections(ctx context.Context, a *demarche.Act) (changes []Correction, ties []Tie, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) error {
		changes, ties = nil, nil
		on := map[knot][]store.Entry{}
		for i := range a.Tellings {
			entries, err := t.Entries(a.Tellings[i].ID)
			if err != nil {
				return err
			}
			for _, e := range entries {
				if e.Subject == a.Tellings[i].ID && e.Field != "act" {
					changes = append(changes, e)
				}
			}
			maps.Copy(on, decisions(entries))
		}
		ties = tiesOf(on)
		return nil
	})
	return changes, ties, err
}

// Tie is what an analyst decided at once on pairs of events.
type Tie struct {
	Together bool
	Pairs    [][2]demarche.EventID
	Correction
}

// tiesOf gathers what was decided at once, the last first.
func tiesOf(on map[knot][]store.Entry) (all []Tie) {
	var keys []knot
	for k, was := range on {
		if len(was) > 0 {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b knot) int { return slices.Compare(a[:], b[:]) })
	for _, k := range keys {
		was := on[k]
		last := was[len(was)-1]
		i := slices.IndexFunc(all, func(t Tie) bool {
			return t.Value == last.Value && t.Name == last.Name && t.Reason == last.Reason && t.At == last.At
		})
		if i < 0 {
			all = append(all, Tie{Together: last.Value == together, Correction: last})
			i = len(all) - 1
		}
		all[i].Pairs = append(all[i].Pairs, k)
	}
	slices.SortStableFunc(all, func(a, b Tie) int { return b.At.Compare(a.At) })
	return all
}
