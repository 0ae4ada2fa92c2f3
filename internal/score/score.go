// Package score judges events that were found in reports against gold, which
// people have made: how many are right, and what is wrong with the others. It
// holds the codebook's section "Scoring", and gives the same figures as the
// script that the codebook names there.
package score

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"demarche"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Slots are the fields that are compared where an event was found, besides its
// status.
var Slots = [...]string{"count", "object", "place", "date", "deadline", "speaker_state"}

// statusWeight is how many equal slots an equal status is worth when the best
// of several pairs is chosen.
const statusWeight = 2

// PRF are precision, recall and their harmonic mean, each from 0 to 1 and
// rounded to four decimals; and what they are made of.
type PRF struct {
	P, R, F1         float64
	Hit, Found, Gold int
}

// Accuracy is which portion of some events is right, from 0 to 1 and rounded to
// four decimals.
type Accuracy struct {
	Accuracy float64
	Of       int
}

// Score are the figures of one judgement.
type Score struct {
	Event  PRF             // over all events: those that were found
	Strict PRF             // over all events: those that were found with the right status, count and deadline
	Status Accuracy        // over the events that were found
	Slots  [len(Slots)]PRF // over the events that were found, in the order of [Slots]
}

// Pair is a gold event and the one that was found for it.
type Pair struct {
	Gold, Found *demarche.Event
}

// Judgement is what was found to be right and wrong.
type Judgement struct {
	Score
	Pairs    []Pair            // those that agree best first
	Missed   []*demarche.Event // gold events that were not found
	Spurious []*demarche.Event // found events that are not gold

	gold, found []*demarche.Event // what was judged, speech acts folded
}

// Judge compares the events found in some reports with the gold ones. Two match
// when report, type, actors and recipients are the same; symmetric types have
// both taken together. Speech acts count once for each report, actor, recipient
// and status. Of several pairs that could be made the one with most equal slots
// is, and of those alike the first in the order of gold, then of found.
//
// A day, month or year counts as the same however its period was written.
func Judge(gold, found []demarche.Event) *Judgement {
	return judge(fold(gold), fold(found))
}

// Group is the part of a judgement that is about one type, report or status.
type Group struct {
	Name string
	Score
}

// ByType judges the events of each type for themselves, in alphabetical order.
func (j *Judgement) ByType() []Group {
	return j.by(func(e *demarche.Event) string { return string(e.Type) })
}

// ByReport judges the events of each report for themselves, in the order of ids.
func (j *Judgement) ByReport() []Group {
	return j.by(func(e *demarche.Event) string { return string(e.Report) })
}

// ByStatus judges the events of each status for themselves, in alphabetical
// order: an event that was found with the wrong one is missed there, and
// spurious here.
func (j *Judgement) ByStatus() []Group {
	return j.by(func(e *demarche.Event) string { return string(e.Status) })
}

func (j *Judgement) by(name func(*demarche.Event) string) (groups []Group) {
	parts := map[string]*[2][]*demarche.Event{}
	for side, events := range [...][]*demarche.Event{j.gold, j.found} {
		for _, e := range events {
			if parts[name(e)] == nil {
				parts[name(e)] = &[2][]*demarche.Event{}
			}
			parts[name(e)][side] = append(parts[name(e)][side], e)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(parts)) {
		groups = append(groups, Group{n, judge(parts[n][0], parts[n][1]).Score})
	}
	return groups
}

// Slip is a field of an event that was found with another value than gold has.
type Slip struct {
	Pair
	Slot        string // one of Slots, or "status"
	Want, Value string // empty where there is none
}

// Slips are the fields that are wrong in events that were found.
func (j *Judgement) Slips() (slips []Slip) {
	for _, p := range j.Pairs {
		if p.Gold.Status != p.Found.Status {
			slips = append(slips, Slip{p, "status", string(p.Gold.Status), string(p.Found.Status)})
		}
		want, got := values(p.Gold), values(p.Found)
		for i, slot := range Slots {
			if want[i] != got[i] {
				slips = append(slips, Slip{p, slot, want[i], got[i]})
			}
		}
	}
	return slips
}

// key is what two events must have in common to be a pair.
type key struct {
	report           demarche.ReportID
	kind             demarche.EventType
	actor, recipient string // the codes in alphabetical order
}

func keyOf(e *demarche.Event) key {
	if e.Type.IsSymmetric() {
		return key{e.Report, e.Type, set(slices.Concat(e.Actor, e.Recipient)), ""}
	}
	return key{e.Report, e.Type, set(e.Actor), set(e.Recipient)}
}

// set writes codes so that two lists are equal when they have the same members.
func set(codes []demarche.Code) string {
	var b strings.Builder
	for _, c := range slices.Compact(slices.Sorted(slices.Values(codes))) {
		b.WriteString(string(c))
		b.WriteByte('+')
	}
	return b.String()
}

// values are what an event has in each slot, so that equal ones are equal and
// an empty one is empty.
func values(e *demarche.Event) (v [len(Slots)]string) {
	for i, s := range [len(Slots)]string{e.Count.String(), e.Object, lower(e.Place), e.Date.String(), e.Deadline.String(), string(e.SpeakerState)} {
		v[i] = strings.TrimSpace(s)
	}
	return v
}

// lower folds the capitals of a place as the script does, after Unicode's
// special cases, so that İzmir is not Izmir.
func lower(place string) string { return cases.Lower(language.Und).String(place) }

// fold leaves out what a report says once more: speech acts of the same actor,
// recipient and status.
func fold(events []demarche.Event) (kept []*demarche.Event) {
	type said struct {
		key
		demarche.Status
	}
	seen := map[said]bool{}
	for i := range events {
		e := &events[i]
		s := said{keyOf(e), e.Status}
		if e.Type.IsSpeech() && seen[s] {
			continue
		}
		seen[s] = true
		kept = append(kept, e)
	}
	return kept
}

// judge pairs the events and counts.
func judge(gold, found []*demarche.Event) *Judgement {
	j := &Judgement{gold: gold, found: found}
	j.match()
	hits := PRF{Found: len(found), Gold: len(gold)}
	strict := hits
	right := 0
	var slots [len(Slots)]PRF
	for _, p := range j.Pairs {
		want, got := values(p.Gold), values(p.Found)
		for i := range Slots {
			s := &slots[i]
			if want[i] != "" {
				s.Gold++
			}
			if got[i] != "" {
				s.Found++
			}
			if want[i] != "" && want[i] == got[i] {
				s.Hit++
			}
		}
		hits.Hit++
		if p.Gold.Status != p.Found.Status {
			continue
		}
		right++
		if p.Gold.Count == p.Found.Count && p.Gold.Deadline == p.Found.Deadline {
			strict.Hit++
		}
	}
	j.Event, j.Strict = hits.figured(), strict.figured()
	j.Status = Accuracy{Of: len(j.Pairs)}
	if len(j.Pairs) > 0 {
		j.Status.Accuracy = rounded(float64(right) / float64(len(j.Pairs)))
	}
	for i, s := range slots {
		j.Slots[i] = s.figured()
	}
	return j
}

// match pairs gold and found events of the same key, those that agree best
// first.
func (j *Judgement) match() {
	pool := map[key][]int{}
	has := make([][len(Slots)]string, len(j.found)) // of each found event
	for i, f := range j.found {
		pool[keyOf(f)] = append(pool[keyOf(f)], i)
		has[i] = values(f)
	}
	type wish struct{ gold, found, same int }
	var wishes []wish
	for g, e := range j.gold {
		want := values(e)
		for _, f := range pool[keyOf(e)] {
			w := wish{g, f, 0}
			for i := range Slots {
				if want[i] == has[f][i] {
					w.same++
				}
			}
			if e.Status == j.found[f].Status {
				w.same += statusWeight
			}
			wishes = append(wishes, w)
		}
	}
	slices.SortStableFunc(wishes, func(a, b wish) int { return cmp.Compare(b.same, a.same) })
	usedGold, usedFound := make([]bool, len(j.gold)), make([]bool, len(j.found))
	for _, w := range wishes {
		if !usedGold[w.gold] && !usedFound[w.found] {
			usedGold[w.gold], usedFound[w.found] = true, true
			j.Pairs = append(j.Pairs, Pair{j.gold[w.gold], j.found[w.found]})
		}
	}
	j.Missed, j.Spurious = unused(j.gold, usedGold), unused(j.found, usedFound)
}

// unused are the events that are in no pair.
func unused(events []*demarche.Event, used []bool) (left []*demarche.Event) {
	for i, e := range events {
		if !used[i] {
			left = append(left, e)
		}
	}
	return left
}

// figured is f with the figures that its numbers make.
func (f PRF) figured() PRF {
	var p, r float64
	if f.Found > 0 {
		p = float64(f.Hit) / float64(f.Found)
	}
	if f.Gold > 0 {
		r = float64(f.Hit) / float64(f.Gold)
	}
	f.P, f.R = rounded(p), rounded(r)
	if p+r > 0 {
		f.F1 = rounded(2 * p * r / (p + r))
	}
	return f
}

// rounded is x to four decimals. It rounds the exact value: x*10000 may be a half
// where x is none.
func rounded(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64)
	if err != nil {
		panic(err) // what was just written
	}
	return y
}
