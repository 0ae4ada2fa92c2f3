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
	"strconv"
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
	m := newMerging(tellings, bonds)
	return m.acts(bonds)
}

// Parted makes the same acts, by the components that they are of: what hangs together
// by links.
func Parted(tellings []demarche.Telling, bonds Bonds) [][]demarche.Act {
	m := newMerging(tellings, bonds)
	set := newSets(len(m.all))
	for _, l := range m.links {
		set.union(set.root(l.a), set.root(l.b))
	}
	var parts [][]demarche.Act
	at := map[int]int{} // components by their roots
	acts := m.acts(bonds)
	for i := range acts {
		root := set.root(m.first[i])
		n, ok := at[root]
		if !ok {
			n = len(parts)
			at[root] = n
			parts = append(parts, nil)
		}
		parts[n] = append(parts[n], acts[i])
	}
	return parts
}

// merging is tellings in their order, with the links between them.
type merging struct {
	all   []demarche.Telling
	items []item
	links []link
	first []int // of each act the first telling, by its place
}

func newMerging(tellings []demarche.Telling, bonds Bonds) *merging {
	m := &merging{all: slices.Clone(tellings), items: make([]item, len(tellings))}
	Sort(m.all)
	bound := map[demarche.EventID]bool{}
	for p := range bonds.Together {
		bound[p[0]], bound[p[1]] = true, true
	}
	blocks := map[string][]int{}
	for i := range m.all {
		m.items[i] = newItem(&m.all[i])
		m.items[i].bound = bound[m.all[i].ID]
		k := Block(&m.all[i].Event)
		blocks[k] = append(blocks[k], i)
	}
	for _, members := range blocks {
		m.links = linksOf(m.items, members, m.links)
	}
	m.links = append(m.links, bonds.links(m.all)...)
	return m
}

// acts joins what is linked, the likest first.
func (m *merging) acts(bonds Bonds) (acts []demarche.Act) {
	slices.SortFunc(m.links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	set := newSets(len(m.all))
	for _, l := range m.links {
		set.join(m.items, l, bonds)
	}
	for i := range m.all {
		if set.root(i) != i {
			continue
		}
		var told []demarche.Telling
		for _, n := range set.members[i] {
			told = append(told, m.all[n])
		}
		m.first = append(m.first, i)
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
// whose days meet its own, and with those of its trait.
func linksOf(items []item, members []int, links []link) []link {
	type span struct{ from, to, at int }
	spans := make([]span, len(members))
	traits := map[string][]int{}
	for i, m := range members {
		from, to := items[m].window()
		spans[i] = span{from, to, m}
		if t := items[m].trait(); t != "" {
			traits[t] = append(traits[t], m)
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.at, b.at)) })
	try := func(x, y int) {
		a, b := min(x, y), max(x, y)
		if w := alike(&items[a], &items[b]); w >= enough {
			links = append(links, link{a, b, w})
		}
	}
	for i, s := range spans {
		for _, t := range spans[i+1:] {
			if t.from > s.to {
				break
			}
			try(s.at, t.at)
		}
	}
	for _, alike := range traits {
		for i, x := range alike {
			for _, y := range alike[i+1:] {
				if !items[x].meets(&items[y]) {
					try(x, y)
				}
			}
		}
	}
	return links
}

// window is the days that an event can meet another of its block on: around its
// own day, or before the day of its report where it tells none.
func (it *item) window() (from, to int) {
	const always = 1 << 30
	switch {
	case it.dated:
		from, to = it.first-season, it.last+season
	case it.isKnown:
		from, to = it.known-horizon+season, it.known+horizon/2-season
	default:
		return -always, always
	}
	if it.hasDue {
		from, to = min(from, it.due), max(to, it.dueEnd)
	}
	return from, to
}

// trait is what an act can be known by again years later: to how many a mission was
// cut, where a post stands, or that it is of a kind that few take. It is empty where
// there is none.
func (it *item) trait() string {
	switch {
	case rarity(it.Type) > 0:
		return "rare"
	case it.Place != "" && class(it.Object) == "premises":
		return city(it.Place)
	case it.Object == "headcount" && it.Count.N > 5:
		return strconv.Itoa(it.Count.N)
	}
	return ""
}

// meets says whether the windows of two events meet.
func (it *item) meets(other *item) bool {
	from, to := it.window()
	otherFrom, otherTo := other.window()
	return from <= otherTo && otherFrom <= to
}

// Reach is where the events can be found that an event may be linked with: those of
// its block whose window meets its own, and those that share its trait.
type Reach struct {
	Block    string
	From, To int    // days, counted from the first of the year 2000
	Trait    string // with the block before it; empty where there is none
}

// ReachOf gives the reach of an event.
func ReachOf(t *demarche.Telling) Reach {
	it := newItem(t)
	r := Reach{Block: Block(&t.Event)}
	r.From, r.To = it.window()
	if trait := it.trait(); trait != "" {
		r.Trait = r.Block + " " + trait
	}
	return r
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
	t := x.trait()
	return (x.meets(&y) || t != "" && t == y.trait()) && alike(&x, &y) >= enough
}

// sets are the events that were joined so far.
type sets struct {
	to      []int
	members [][]int
	refused map[[2]int]bool // pairs of sets that contradict each other, by their roots
}

func newSets(n int) *sets {
	s := &sets{make([]int, n), make([][]int, n), map[[2]int]bool{}}
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

// join makes one of two sets unless an event of one contradicts one of the other. Sets
// only grow, and so what contradicted once does so ever after.
func (s *sets) join(items []item, l link, bonds Bonds) {
	a, b := s.root(l.a), s.root(l.b)
	key := [2]int{min(a, b), max(a, b)}
	switch {
	case a == b || s.refused[key]:
	case s.contradict(items, a, b, l, bonds):
		s.refused[key] = true
	default:
		s.union(a, b)
	}
}

func (s *sets) contradict(items []item, a, b int, l link, bonds Bonds) bool {
	for _, x := range s.members[a] {
		for _, y := range s.members[b] {
			if len(bonds.Apart) > 0 && bonds.Apart[pair(items[x].ID, items[y].ID)] {
				return true
			}
			// What an analyst put into an act may contradict it.
			if l.weight != decided && !items[x].bound && !items[y].bound && alike(&items[x], &items[y]) == never {
				return true
			}
		}
	}
	return false
}

// union makes one of two sets, by their roots.
func (s *sets) union(a, b int) {
	if a == b {
		return
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
	// Tellings are large: their places are sorted, and each is moved once.
	at := make([]*demarche.Telling, len(told))
	for i := range told {
		at[i] = &told[i]
	}
	if slices.IsSortedFunc(at, before) {
		return
	}
	slices.SortFunc(at, before)
	sorted := make([]demarche.Telling, len(told))
	for i, t := range at {
		sorted[i] = *t
	}
	copy(told, sorted)
}

// One makes the act that tellings tell, as [Acts] has found that they do. It sorts them
// and keeps them.
func One(told []demarche.Telling) demarche.Act {
	Sort(told)
	return summary(told)
}

// Order compares acts by when they became known, as [Acts] gives them.
func Order(a, b *demarche.Act) int { return before(&a.Tellings[0], &b.Tellings[0]) }
