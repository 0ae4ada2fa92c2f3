package reconcile

import (
	"cmp"
	"slices"

	"demarche"
)

// moves are the types of acts that hit the other side, so that it may answer them
// and answer by them.
var moves = map[demarche.EventType]bool{
	"expel": true, "recall": true, "limit_staff": true, "limit_term": true, "limit_movement": true, "close": true, "seize": true,
	"deny_visa": true, "break_relations": true, "sanction": true, "summon": true, "respond": true,
}

// words are the types of acts that provoke an answer, or are one, only as words.
var words = map[demarche.EventType]bool{
	"accuse": true, "demand": true, "threaten": true, "reject": true, "protest": true,
}

// provokes says whether an act may be what another answers.
func provokes(a *demarche.Act) bool {
	if a.Status == demarche.Denied {
		return false
	}
	switch a.Type {
	case "summon", "respond":
		return false // a summons announces the move; a response is known by what it is
	case "open", "appoint", "agree":
		// What a third side sees as an affront: an office opened, an envoy received.
		return a.Status == demarche.Actual
	}
	return moves[a.Type] || a.Type == "accuse" || a.Type == "demand" || a.Type == "threaten"
}

// answers says whether an act may answer another.
func answers(a *demarche.Act) bool {
	if a.Status == demarche.Denied {
		return false // to forgo an answer is none
	}
	switch a.Type {
	case "summon":
		return true
	case "reject":
		return true
	}
	return moves[a.Type]
}

// Answer bounds, in days and points.
const (
	longest   = 200 // an answer comes no later
	answering = 5   // the points from which an act is inferred to be an answer
	surest    = 12  // the points that make certain
)

// move is an act with what the search for answers wants, worked out once.
type move struct {
	*demarche.Act
	at          int // the day that it stands at
	first, last int // the days of the act, where they are told
	dated       bool
	known       int
	called      bool
	ahead       bool
	answers     bool
	kind        int                // of its type, see manners
	class       string             // of its object
	to          [][2]demarche.Code // who acted, to whom
}

func newMove(a *demarche.Act) move {
	m := move{Act: a, known: number(a.Known), called: calledAnswer(a), ahead: ahead(a.Status), answers: answers(a), kind: kindOf(a.Type), class: class(a.Object), to: directions(a)}
	m.at = m.known
	if !a.Date.IsZero() {
		m.first, m.last, m.dated = number(a.Date.From), number(a.Date.Last()), true
		m.at = m.first
	}
	return m
}

// Respond finds which acts answer which, among acts of any number of parties, and
// notes it with them. An answer goes the other way between the same two sides, and
// after what it answers. Each act is given the move that it answers best, and
// those that fit as well.
func Respond(acts []demarche.Act) {
	all := make([]move, len(acts))
	provoked := map[[2]demarche.Code][]int{} // those that may provoke, in time
	beside := map[demarche.ReportID][]int{}  // and by the reports that tell them
	for i := range acts {
		all[i] = newMove(&acts[i])
		if !provokes(&acts[i]) {
			continue
		}
		for _, d := range all[i].to {
			provoked[d] = append(provoked[d], i)
		}
		for k := range acts[i].Tellings {
			r := acts[i].Tellings[k].Report
			if list := beside[r]; len(list) == 0 || list[len(list)-1] != i {
				beside[r] = append(list, i)
			}
		}
	}
	for _, list := range provoked {
		slices.SortStableFunc(list, func(x, y int) int { return cmp.Compare(all[x].at, all[y].at) })
	}
	type found struct{ act, points int }
	var best []found
	to := make([][]int, len(acts))     // which acts each answers
	seen := make([]int, len(acts))     // by which act an act was last weighed
	together := make([]int, len(acts)) // with which act an act was last found in a report
	for i := range all {
		a := &all[i]
		a.Answers = nil
		if !a.answers {
			continue
		}
		best = best[:0]
		for k := range a.Tellings {
			for _, j := range beside[a.Tellings[k].Report] {
				together[j] = i + 1
			}
		}
		weigh := func(j int) {
			if seen[j] == i+1 || j == i {
				return
			}
			seen[j] = i + 1
			if p := reply(a, &all[j], together[j] == i+1); p >= answering && (len(best) == 0 || p >= best[0].points) {
				if len(best) > 0 && p > best[0].points {
					best = best[:0]
				}
				best = append(best, found{j, p})
			}
		}
		for _, d := range a.to {
			list := provoked[[2]demarche.Code{d[1], d[0]}]
			first, _ := slices.BinarySearchFunc(list, a.at-longest, func(x, t int) int { return cmp.Compare(all[x].at, t) })
			for _, j := range list[first:] {
				if all[j].at > a.at+near {
					break
				}
				weigh(j)
			}
			for k := range a.Tellings {
				for _, j := range beside[a.Tellings[k].Report] {
					if slices.Contains(all[j].to, [2]demarche.Code{d[1], d[0]}) {
						weigh(j)
					}
				}
			}
		}
		slices.SortFunc(best, func(x, y found) int { return cmp.Compare(acts[x.act].ID, acts[y.act].ID) })
		for _, f := range best {
			b := &all[f.act]
			ans := demarche.Answer{Act: b.ID, Explicit: a.called, Score: min(99, f.points*100/surest)}
			if a.dated && b.dated {
				ans.Lag, ans.Dated = max(0, a.first-b.first), true
			}
			a.Answers = append(a.Answers, ans)
			to[i] = append(to[i], f.act)
		}
	}
	unloop(acts, to)
}

// unloop takes away the less sure of two answers that answer each other. To has, for
// each act, the places of those that it answers, in the order of its answers.
func unloop(acts []demarche.Act, to [][]int) {
	for i := range acts {
		a := &acts[i]
		for n := 0; n < len(to[i]); {
			x, b := a.Answers[n], &acts[to[i][n]]
			j := slices.Index(to[to[i][n]], i)
			if j < 0 {
				n++
				continue
			}
			y := b.Answers[j]
			if y.Score > x.Score || y.Score == x.Score && before(&b.Tellings[0], &a.Tellings[0]) > 0 {
				a.Answers, to[i] = slices.Delete(a.Answers, n, n+1), slices.Delete(to[i], n, n+1)
			} else {
				n++
			}
		}
	}
}

// directions are the pairs of who acts and to whom.
func directions(a *demarche.Act) (ds [][2]demarche.Code) {
	for _, x := range a.Actor {
		for _, y := range a.Recipient {
			if x != y {
				ds = append(ds, [2]demarche.Code{x, y})
			}
		}
	}
	return ds
}

// calledAnswer says whether a report calls the act an answer.
func calledAnswer(a *demarche.Act) bool {
	for i := range a.Tellings {
		if a.Tellings[i].Answer {
			return true
		}
	}
	return a.Type == "respond"
}

// reply weighs whether a answers b: by order and lag, likeness of kind and figures,
// and whether they are told in one report, which the caller knows.
func reply(a, b *move, beside bool) int {
	if b.ahead && b.known >= a.at {
		return never // what was not yet to come answers nothing
	}
	next, order := false, 0
	if beside {
		next, order = placed(a.Act, b.Act)
	}
	points := 0
	switch {
	case a.dated && b.dated:
		lag := a.first - b.first
		if a.first < b.last && a.last < b.first {
			return never // it came before
		}
		switch {
		case lag <= 7:
			points += 2
		case lag <= season/2:
			points++
		case lag > longest:
			return never
		case lag > season:
			points--
		}
		if lag == 0 && order < 0 {
			points--
		}
	case b.dated:
		// Its day is not told: it is as fresh as its report.
		lag := a.known - b.first
		switch {
		case lag < 0:
			return never
		case lag <= season/2:
			points++
		case lag > longest && !beside:
			return never
		}
	case a.dated:
		// What is told beside news without a day of its own is older than the news.
		age := b.known - a.first
		switch {
		case b.known < a.first:
			points++
		case !beside:
			return never
		case age <= near:
			points++
		}
	case b.known < a.known:
		if a.known-b.known <= near {
			points++
		}
	case !beside:
		return never
	}
	if beside {
		points += 2
		if order > 0 {
			points++ // news first, then what led to it
		}
		if next {
			points++
		}
	}
	points += manners[a.kind][b.kind]
	if a.called {
		points += 2
	}
	if n, m := a.Count, b.Count; !n.IsZero() && !m.IsZero() && a.class == b.class {
		switch {
		case n.N == m.N && n.N > 1:
			points += 2
		case n.N == m.N:
			points++
		}
	}
	return points
}

// placed says how reports that tell both acts do: whether one right after the other,
// and whether the first of them tells a first (1) or b (-1).
func placed(a, b *demarche.Act) (next bool, order int) {
	first := true
	for i := range a.Tellings {
		for j := range b.Tellings {
			x, y := &a.Tellings[i], &b.Tellings[j]
			if x.Report != y.Report {
				continue
			}
			if first {
				order, first = cmp.Compare(y.Order, x.Order), false
			}
			next = next || x.Order-y.Order == 1 || y.Order-x.Order == 1
		}
	}
	return next, order
}

// manners has manner for each two types, by their places in the codebook; the last is
// for what is none of its types.
var manners = func() (m [][]int) {
	types := append(slices.Clone(demarche.EventTypes), "")
	for _, a := range types {
		row := make([]int, len(types))
		for j, b := range types {
			row[j] = manner(a, b)
		}
		m = append(m, row)
	}
	return m
}()

// kindOf is the place of a type in manners.
func kindOf(t demarche.EventType) int {
	if i := place(t); i >= 0 {
		return i
	}
	return len(demarche.EventTypes)
}

// manner weighs the kinds of two acts: like is answered by like, a measure by a
// measure, and words mostly by words.
func manner(a, b demarche.EventType) int {
	measure := func(t demarche.EventType) bool { return moves[t] && t != "respond" && t != "summon" }
	switch {
	case a == "reject":
		if b == "accuse" || b == "demand" {
			return 2
		}
		if b == "expel" || b == "close" {
			return 1
		}
		return -2
	case a == "summon":
		if words[b] {
			return 1
		}
		return 0
	case a == "break_relations" && b == "seize":
		return 2 // the gravest step after the gravest breach
	case a == "respond":
		if measure(b) {
			return 2
		}
		return 0
	case a == b:
		return 3
	case family(a) == family(b), staffing(a) && staffing(b):
		return 2
	case measure(a) && measure(b):
		return 1
	case measure(a) && words[b]:
		return 1
	}
	return 0
}

// staffing says whether the type bears on who serves at a mission.
func staffing(t demarche.EventType) bool {
	return family(t) == "leave" || t == "limit_staff"
}
