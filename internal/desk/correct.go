package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/ledger"
	"demarche/internal/reconcile"
	"demarche/internal/store"
)

// Because is who corrects the record, and why. Both must be told.
type Because struct{ Name, Reason string }

func (b Because) check(what string) error {
	switch {
	case strings.TrimSpace(b.Name) == "":
		return errors.New(what + " needs a name: say who makes it")
	case strings.TrimSpace(b.Reason) == "":
		return errors.New(what + " needs a reason: say why it is made")
	}
	return nil
}

// fields are those of an event that an analyst may correct.
var fields = []string{"type", "actor", "recipient", "status", "object", "count", "place", "date", "deadline", "speaker", "speaker_state", "condition"}

// amend sets a field of an event to a value: as the codebook writes it, codes
// joined by +, a count as ">=27".
func amend(e *demarche.Event, field, value string) (err error) {
	codes := func() (list []demarche.Code) {
		for c := range strings.SplitSeq(value, "+") {
			if c = strings.TrimSpace(c); c != "" {
				list = append(list, demarche.Code(c))
			}
		}
		return list
	}
	switch field {
	case "type":
		e.Type = demarche.EventType(value)
	case "actor":
		e.Actor = codes()
	case "recipient":
		e.Recipient = codes()
	case "status":
		e.Status = demarche.Status(value)
	case "object":
		e.Object = value
	case "count":
		e.Count, err = parseCount(value)
	case "place":
		e.Place = value
	case "date":
		e.Date, err = demarche.ParsePeriod(value)
	case "deadline":
		e.Deadline, err = demarche.ParsePeriod(value)
	case "speaker":
		e.Speaker = value
	case "speaker_state":
		e.SpeakerState = demarche.Code(value)
	case "condition":
		e.Condition = value
	default:
		return fmt.Errorf("%q is no field that can be corrected: write one of %s", field, strings.Join(fields, ", "))
	}
	if err != nil {
		return err
	}
	// What a person says stands in no other sentence of the report.
	e.Elsewhere = slices.DeleteFunc(slices.Clone(e.Elsewhere), func(x demarche.Elsewhere) bool { return x.Field == field })
	return e.Validate()
}

func parseCount(s string) (q demarche.Quantity, err error) {
	if s == "" {
		return q, nil
	}
	digits := strings.TrimLeft(s, "<>=~ ")
	q.Cmp = strings.TrimSpace(strings.TrimSuffix(s, digits))
	if q.Cmp == "" {
		q.Cmp = "="
	}
	if _, err := fmt.Sscanf(digits+"\n", "%d\n", &q.N); err != nil {
		return q, fmt.Errorf("%q is no count: write 27, or >=27", s)
	}
	return q, nil
}

// day is a day as the ledger counts it; the zero day, for now, is after all.
func day(d demarche.Day) ledger.Time {
	if d.IsZero() {
		return ledger.Never - 1
	}
	return ledger.Time(demarche.Day{Year: 2000, Month: 1, Date: 1}.To(d))
}

var always = ledger.Span{From: ledger.Ever, To: ledger.Never}

// values gives what the ledger says of an event's fields, as known by a day.
func values(entries []store.Entry, id demarche.EventID, knownBy demarche.Day) map[string]string {
	logs := map[string][]ledger.Entry[string]{}
	for _, e := range entries {
		if e.Subject == id && e.Field != "act" {
			logs[e.Field] = append(logs[e.Field], ledger.Entry[string]{Verb: ledger.Verb(e.Verb), Valid: always, Value: e.Value, At: day(e.At), Nth: e.Nth, By: e.Name})
		}
	}
	said := map[string]string{}
	for field, log := range logs {
		if v, ok := ledger.At(ledger.Rows(log), 0, day(knownBy)); ok {
			said[field] = v
		}
	}
	return said
}

// correct makes an event what analysts had made of it by a day.
func correct(t *demarche.Telling, entries []store.Entry, knownBy demarche.Day) error {
	said := values(entries, t.ID, knownBy)
	for _, field := range fields {
		if v, ok := said[field]; ok {
			if err := amend(&t.Event, field, v); err != nil {
				return fmt.Errorf("the correction of %s of event %s: %w", field, t.ID, err)
			}
		}
	}
	return nil
}

// event finds an event, by its id or by that of an act that it founded.
func (r *Record) event(t *store.Tx, id demarche.EventID) (store.Event, error) {
	e, ok, err := t.Event(id)
	if err == nil && !ok {
		err = notFound("the record has no event %q: see demarche events for the ids", id)
	}
	return e, err
}

// Reject notes that an event should never have been said, and Accept that it should
// after all.
func (r *Record) Reject(ctx context.Context, id demarche.EventID, b Because) error {
	return r.enter(ctx, b, store.Entry{Subject: id, Verb: string(ledger.Retract)})
}

// Accept takes a rejection back.
func (r *Record) Accept(ctx context.Context, id demarche.EventID, b Because) error {
	return r.enter(ctx, b, store.Entry{Subject: id, Verb: string(ledger.Assert)})
}

// Change corrects a field of an event.
func (r *Record) Change(ctx context.Context, id demarche.EventID, field, value string, b Because) error {
	if !slices.Contains(fields, field) {
		return amend(&demarche.Event{}, field, value)
	}
	return r.enter(ctx, b, store.Entry{Subject: id, Verb: string(ledger.Correct), Field: field, Value: value})
}

// enter writes lines of the ledger and makes anew what follows from them.
func (r *Record) enter(ctx context.Context, b Because, entries ...store.Entry) error {
	if err := b.check("a correction"); err != nil {
		return err
	}
	return r.store.Write(ctx, func(t *store.Tx) error { return r.note(t, b, entries...) })
}

// note writes lines of the ledger within a transaction. All blocks that they are about
// are locked first, so that two who write wait for each other in one order.
func (r *Record) note(t *store.Tx, b Because, entries ...store.Entry) error {
	var blocks []string
	for _, x := range entries {
		if x.Other == x.Subject {
			return fmt.Errorf("event %s cannot be tied to itself: name two", x.Subject)
		}
		for _, id := range []demarche.EventID{x.Subject, x.Other} {
			if id == "" {
				continue
			}
			e, err := r.event(t, id)
			if err != nil {
				return err
			}
			blocks = append(blocks, "block "+e.Block)
		}
	}
	slices.Sort(blocks)
	if err := t.Lock(slices.Compact(blocks)); err != nil {
		return err
	}
	for i := range entries {
		entries[i].Name, entries[i].Reason, entries[i].At = b.Name, b.Reason, r.today
		if err := r.noteOne(t, &entries[i]); err != nil {
			return err
		}
	}
	return nil
}

// noteOne writes one line of the ledger.
func (r *Record) noteOne(t *store.Tx, entry *store.Entry) error {
	e, err := r.event(t, entry.Subject)
	if err != nil {
		return err
	}
	if err := t.PutEntry(entry); err != nil {
		return err
	}
	touched := map[demarche.EventID]string{} // components, with their blocks
	if e.Live() {
		touched[e.Component] = e.Block
	}
	if entry.Other != "" {
		other, err := r.event(t, entry.Other)
		if err != nil {
			return err
		}
		if other.Live() {
			touched[other.Component] = other.Block
			other.Corrected = true
			if err := t.Place(&other, nil, false); err != nil {
				return err
			}
		}
	}
	return r.replace(t, &e, touched)
}

// replace puts an event on which the ledger has entries in its place anew.
func (r *Record) replace(t *store.Tx, e *store.Event, touched map[demarche.EventID]string) error {
	entries, err := t.Entries(e.ID)
	if err != nil {
		return err
	}
	told := e.Telling
	if err := correct(&told, entries, demarche.Day{}); err != nil {
		return err
	}
	e.Corrected = true
	e.Reach = store.Reach(reconcile.ReachOf(&told))
	// It leaves its component, and comes back as if it were fresh.
	e.Component, e.Act = e.ID, demarche.ActID("a"+string(e.ID))
	if err := t.Place(e, dyadsOf(&told.Event), isDeed(told.Type)); err != nil {
		return err
	}
	rejectedOn, rejected := rejection(entries, e.ID)
	known := e.KnownTo
	versions, err := t.Versions(e.Report)
	if err != nil {
		return err
	}
	for i := range versions {
		if versions[i].Version == e.Version {
			known = versions[i].KnownTo
		}
	}
	if rejected && rejectedOn < known {
		known = rejectedOn
	}
	if known != e.KnownTo {
		e.KnownTo = known
		if err := t.EndEvent(e.ID, known); err != nil {
			return err
		}
	}
	var fresh []*store.Event
	if e.Live() {
		fresh = append(fresh, e)
	}
	_, err = settle(t, fresh, touched)
	return err
}

// rejection says whether, and since when, an event is rejected.
func rejection(entries []store.Entry, id demarche.EventID) (since string, rejected bool) {
	for _, e := range entries { // in their order
		if e.Subject != id || e.Field != "" {
			continue
		}
		rejected = e.Verb == string(ledger.Retract)
		since = e.At.String()
	}
	return since, rejected
}
