// Package reconcile finds which events, of all reports, tell the same act, and
// which act answers which. It is a pure function of the events: the order in which
// they came changes nothing.
//
// Events are compared only within a block: one family of types between the same
// parties. Two of them are linked when what they tell is alike enough; what hangs
// together by links is a component, and acts are made within it. So whoever keeps
// components needs, for a new event, only those that it is linked with.
package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"demarche"
)

// Bonds are what analysts have decided on pairs of events: that they tell one act
// whatever else they say, or that they do not.
type Bonds struct {
	Together, Apart map[[2]demarche.EventID]bool
}

// pair is the key of two events in either order.
func pair(a, b demarche.EventID) [2]demarche.EventID {
	if b < a {
		a, b = b, a
	}
	return [2]demarche.EventID{a, b}
}

// Join notes that two events tell one act.
func (b *Bonds) Join(x, y demarche.EventID) {
	if b.Together == nil {
		b.Together = map[[2]demarche.EventID]bool{}
	}
	b.Together[pair(x, y)] = true
	delete(b.Apart, pair(x, y))
}

// Part notes that two events do not tell one act.
func (b *Bonds) Part(x, y demarche.EventID) {
	if b.Apart == nil {
		b.Apart = map[[2]demarche.EventID]bool{}
	}
	b.Apart[pair(x, y)] = true
	delete(b.Together, pair(x, y))
}

// before orders tellings by when they were known, and by what never changes.
func before(a, b *demarche.Telling) int {
	if c := days(a.Known, b.Known); c != 0 {
		return c
	}
	return cmp.Or(strings.Compare(string(a.Report), string(b.Report)), cmp.Compare(a.Order, b.Order), strings.Compare(string(a.ID), string(b.ID)))
}

func days(a, b demarche.Day) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// link is two events that are alike enough, by their places.
type link struct{ a, b, weight int }

// Acts merges tellings into acts, in the order in which these became known. It
// keeps the tellings' order of fields and copies the tellings.
func Acts(tellings []demarche.Telling, bonds Bonds) []demarche.Act {
	all := slices.Clone(tellings)
	slices.SortFunc(all, func(a, b demarche.Telling) int { return before(&a, &b) })
	items := make([]item, len(all))
	bound := map[demarche.EventID]bool{}
	for p := range bonds.Together {
		bound[p[0]], bound[p[1]] = true, true
	}
	blocks := map[string][]int{}
	for i := range all {
		items[i] = newItem(&all[i])
		items[i].bound = bound[all[i].ID]
		k := Block(&all[i].Event)
		blocks[k] = append(blocks[k], i)
	}
	set := newSets(len(all))
	var links []link
	for _, members := range blocks {
		links = linksOf(items, members, links)
	}
	links = append(links, bonds.links(all)...)
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, l := range links {
		set.join(items, l, bonds)
	}
	var acts []demarche.Act
	for i := range all {
		if set.root(i) != i {
			continue
		}
		var told []demarche.Telling
		for _, m := range set.members[i] {
			told = append(told, all[m])
		}
		acts = append(acts, summary(told))
	}
	return acts
}

// decided is the weight of a link that an analyst has made.
const decided = 1000

func (b Bonds) links(all []demarche.Telling) (links []link) {
	if len(b.Together) == 0 {
		return nil
	}
	at := map[demarche.EventID]int{}
	for i := range all {
		at[all[i].ID] = i
	}
	for p := range b.Together {
		x, xok := at[p[0]]
		y, yok := at[p[1]]
		if xok && yok && x != y {
			links = append(links, link{min(x, y), max(x, y), decided})
		}
	}
	return links
}

// linksOf appends the links within a block. The members are ordered by the first
// day on which their act can have been, so that each is compared only with those
// whose days meet its own.
func linksOf(items []item, members []int, links []link) []link {
	type span struct{ from, to, at int }
	spans := make([]span, len(members))
	for i, m := range members {
		from, to := items[m].window()
		spans[i] = span{from, to, m}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.at, b.at)) })
	for i, s := range spans {
		for _, t := range spans[i+1:] {
			if t.from > s.to {
				break
			}
			a, b := min(s.at, t.at), max(s.at, t.at)
			if w := alike(&items[a], &items[b]); w >= enough {
				links = append(links, link{a, b, w})
			}
		}
	}
	return links
}

// window is the days within which the windows of all events lie that it can be
// linked with. It holds the day of the report and the days it tells.
func (it *item) window() (from, to int) {
	const always = 1 << 30
	from, to = always, -always
	hold := func(a, b int) { from, to = min(from, a), max(to, b) }
	if it.dated {
		hold(it.first-season, it.last+season)
	}
	if it.isKnown {
		hold(it.known-near, it.known+near)
	}
	if it.hasDue {
		hold(it.due, it.dueEnd)
	}
	if from > to {
		return -always, always
	}
	if reachesFar(it) {
		from, to = from-reach, to+reach
	} else if !it.dated {
		from, to = from-horizon/2, to+horizon/2
	}
	return from, to
}

// reachesFar says whether the event tells enough of its act to be known again
// years later: how many, where, or a measure that few take.
func reachesFar(it *item) bool {
	return it.Count.N > 5 || it.Place != "" && class(it.Object) == "premises" || rarity(it.Type) > 0
}

// Window is the first and last day on which an event can meet another of its
// block in one act: where the windows of two do not meet, they are not linked.
// Days are counted from the first of the year 2000.
func Window(t *demarche.Telling) (from, to int) {
	it := newItem(t)
	return it.window()
}

// Linked says whether two events are linked, so that they belong to one component
// of the record.
func Linked(a, b *demarche.Telling, bonds Bonds) bool {
	if bonds.Together[pair(a.ID, b.ID)] {
		return true
	}
	if Block(&a.Event) != Block(&b.Event) {
		return false
	}
	x, y := newItem(a), newItem(b)
	af, at := x.window()
	bf, bt := y.window()
	return af <= bt && bf <= at && alike(&x, &y) >= enough
}

// sets are the events that were joined so far.
type sets struct {
	to      []int
	members [][]int
}

func newSets(n int) *sets {
	s := &sets{make([]int, n), make([][]int, n)}
	for i := range n {
		s.to[i], s.members[i] = i, []int{i}
	}
	return s
}

func (s *sets) root(i int) int {
	for s.to[i] != i {
		i = s.to[i]
	}
	return i
}

// join makes one of two sets unless an event of one contradicts one of the other.
func (s *sets) join(items []item, l link, bonds Bonds) {
	a, b := s.root(l.a), s.root(l.b)
	if a == b {
		return
	}
	for _, x := range s.members[a] {
		for _, y := range s.members[b] {
			if l.weight == decided {
				if bonds.Apart[pair(items[x].ID, items[y].ID)] {
					return
				}
				continue
			}
			if bonds.Apart[pair(items[x].ID, items[y].ID)] {
				return
			}
			// What an analyst put into an act may contradict it.
			if !items[x].bound && !items[y].bound && alike(&items[x], &items[y]) == never {
				return
			}
		}
	}
	if b < a {
		a, b = b, a
	}
	s.to[b] = a
	s.members[a] = append(s.members[a], s.members[b]...)
	slices.Sort(s.members[a])
	s.members[b] = nil
}

// city is a place as it is compared: Saint and St. are one.
func city(place string) string {
	p := strings.ToLower(strings.TrimSpace(place))
	p = strings.ReplaceAll(p, "saint ", "st ")
	return strings.ReplaceAll(p, ".", "")
}

// Sort orders tellings by when they were known, as acts have them.
func Sort(told []demarche.Telling) {
	slices.SortFunc(told, func(a, b demarche.Telling) int { return before(&a, &b) })
}

// Group makes the acts of tellings whose acts are known, as [Acts] has found them.
func Group(tellings []demarche.Telling, of map[demarche.EventID]demarche.ActID) []demarche.Act {
	all := slices.Clone(tellings)
	Sort(all)
	at := map[demarche.ActID]int{}
	var groups [][]demarche.Telling
	for i := range all {
		id := of[all[i].ID]
		n, ok := at[id]
		if !ok {
			n = len(groups)
			at[id] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], all[i])
	}
	acts := make([]demarche.Act, len(groups))
	for i, g := range groups {
		acts[i] = summary(g)
		acts[i].ID = of[g[0].ID] // its first telling may not be among these
	}
	return acts
}
