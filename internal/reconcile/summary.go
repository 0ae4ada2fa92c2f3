package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"demarche"
)

// summary makes an act of the tellings of it, which are ordered.
func summary(told []demarche.Telling) demarche.Act {
	lead := &told[leading(told)]
	a := demarche.Act{
		ID: demarche.ActID("a" + string(told[0].ID)), Type: lead.Type, Actor: lead.Actor, Recipient: lead.Recipient,
		Known: told[0].Known, Tellings: told,
	}
	a.Status, a.History = way(told)
	a.Object = mostly(told, func(t *demarche.Telling) string { return t.Object })
	a.Place = mostly(told, func(t *demarche.Telling) string { return t.Place })
	a.Date = sharpest(told, lead.Type, func(t *demarche.Telling) demarche.Period { return t.Date })
	a.Deadline = sharpest(told, "", func(t *demarche.Telling) demarche.Period { return t.Deadline })
	a.Count = likeliest(told, a.Object)
	a.Accounts = accounts(told)
	return a
}

// leading is the telling whose type the act has: an order before the departure
// that it brought about, a closure before what was done with the house.
func leading(told []demarche.Telling) int {
	best := 0
	for i := range told {
		if place(told[i].Type) < place(told[best].Type) {
			best = i
		}
	}
	return best
}

// place is where a type stands in the codebook, but departures after recalls.
func place(t demarche.EventType) int { return slices.Index(demarche.EventTypes, t) }

// way gives the status that an act has come to, and its steps.
func way(told []demarche.Telling) (now demarche.Status, steps []demarche.Step) {
	for i := range told {
		t := &told[i]
		next := t.Status
		switch {
		case len(steps) == 0:
		case now == demarche.Actual && ahead(next), now == demarche.Ended && next != demarche.Ended:
			continue // told again, as it was before
		case now == demarche.Actual && next == demarche.Denied:
			// Somebody denies what was told as done: a step, but the record keeps the deed.
			steps = append(steps, demarche.Step{Status: next, Known: t.Known, Event: t.ID})
			continue
		}
		if next != now {
			steps = append(steps, demarche.Step{Status: next, Known: t.Known, Event: t.ID})
			now = next
		}
	}
	return now, steps
}

// mostly is the value that most reports tell; of several the first told.
func mostly(told []demarche.Telling, field func(*demarche.Telling) string) string {
	best, most := "", 0
	for i := range told {
		v := field(&told[i])
		if v == "" {
			continue
		}
		n := 0
		for j := range told {
			if field(&told[j]) == v {
				n++
			}
		}
		if n > most {
			best, most = v, n
		}
	}
	return best
}

// sharpest is the shortest period told; of several that which most tell, then the
// first. Of an act of several types those of its own count before others.
func sharpest(told []demarche.Telling, lead demarche.EventType, field func(*demarche.Telling) demarche.Period) demarche.Period {
	var best demarche.Period
	rank := func(t *demarche.Telling, p demarche.Period) [4]int {
		same := 0
		for j := range told {
			if field(&told[j]) == p {
				same++
			}
		}
		foreign, intent := 0, 0
		if lead != "" && t.Type != lead {
			foreign = 1
		}
		if ahead(t.Status) {
			intent = 1 // what was to be gives way to what was
		}
		return [4]int{foreign, intent, p.Days(), -same}
	}
	var bestRank [4]int
	for i := range told {
		p := field(&told[i])
		if p.IsZero() {
			continue
		}
		if r := rank(&told[i], p); best.IsZero() || slices.Compare(r[:], bestRank[:]) < 0 {
			best, bestRank = p, r
		}
	}
	return best
}

// likeliest is the figure that most reports tell of the object; of several the one
// told as exact, then the last told.
func likeliest(told []demarche.Telling, object string) demarche.Quantity {
	var best demarche.Quantity
	var bestRank [3]int
	for i := range told {
		t := &told[i]
		if t.Count.IsZero() {
			continue
		}
		r := [3]int{0, 0, 0}
		if t.Object == object {
			r[0] = 1
		}
		for j := range told {
			if told[j].Count == t.Count && told[j].Object == t.Object {
				r[1]++
			}
		}
		if t.Count.Cmp == "=" {
			r[2] = 1
		}
		if best.IsZero() || slices.Compare(r[:], bestRank[:]) >= 0 {
			best, bestRank = t.Count, r
		}
	}
	return best
}

// accounts are the fields in which the tellings contradict each other.
func accounts(told []demarche.Telling) (all []demarche.Account) {
	if len(told) < 2 {
		return nil
	}
	for i := range fields {
		f := &fields[i]
		if !f.contested(told) {
			continue
		}
		var values []demarche.Account
		for i := range told {
			if f.isEmpty(&told[i]) {
				continue
			}
			v := f.value(&told[i])
			if at := slices.IndexFunc(values, func(a demarche.Account) bool { return a.Value == v }); at >= 0 {
				values[at].Events = append(values[at].Events, told[i].ID)
			} else {
				values = append(values, demarche.Account{Field: f.name, Value: v, Events: []demarche.EventID{told[i].ID}})
			}
		}
		slices.SortStableFunc(values, func(a, b demarche.Account) int {
			return cmp.Or(cmp.Compare(len(b.Events), len(a.Events)), strings.Compare(a.Value, b.Value))
		})
		all = append(all, values...)
	}
	return all
}

// field is a field of an event in which tellings may contradict each other.
type field struct {
	name    string
	isEmpty func(t *demarche.Telling) bool
	value   func(t *demarche.Telling) string
	differ  func(a, b *demarche.Telling) bool
}

// contested says whether two tellings that have the field contradict each other in it.
func (f *field) contested(told []demarche.Telling) bool {
	for i := range told {
		if f.isEmpty(&told[i]) {
			continue
		}
		for j := range i {
			if !f.isEmpty(&told[j]) && f.differ(&told[i], &told[j]) {
				return true
			}
		}
	}
	return false
}

var fields = []field{
	{"count", func(t *demarche.Telling) bool { return t.Count.IsZero() }, func(t *demarche.Telling) string { return t.Count.String() }, func(a, b *demarche.Telling) bool {
		return !(allows(a.Count, b.Count) && allows(b.Count, a.Count)) && (a.Object == "headcount") == (b.Object == "headcount")
	}},
	{"date", func(t *demarche.Telling) bool { return t.Date.IsZero() }, func(t *demarche.Telling) string { return t.Date.String() }, func(a, b *demarche.Telling) bool {
		return a.Type == b.Type && ahead(a.Status) == ahead(b.Status) && disjoint(a.Date, b.Date)
	}},
	{"deadline", func(t *demarche.Telling) bool { return t.Deadline.IsZero() }, func(t *demarche.Telling) string { return t.Deadline.String() }, func(a, b *demarche.Telling) bool {
		return disjoint(a.Deadline, b.Deadline)
	}},
	{"place", func(t *demarche.Telling) bool { return t.Place == "" }, func(t *demarche.Telling) string { return t.Place }, func(a, b *demarche.Telling) bool {
		return city(a.Place) != city(b.Place)
	}},
	{"object", func(t *demarche.Telling) bool { return t.Object == "" }, func(t *demarche.Telling) string { return t.Object }, func(a, b *demarche.Telling) bool {
		return a.Object != b.Object && !general(a.Object) && !general(b.Object) && a.Object != "headcount" && b.Object != "headcount"
	}},
}

func disjoint(p, q demarche.Period) bool {
	return !p.IsZero() && !q.IsZero() && (!p.From.Before(q.Until) || !q.From.Before(p.Until))
}
