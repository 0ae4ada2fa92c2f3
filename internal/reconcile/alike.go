package reconcile

import (
	"demarche"
)

// The distances in days at which nearness in time speaks less and less for one
// act. Horizon is the furthest at which an event without a day of its own can be
// about what another tells, unless figures or places say so.
const (
	near    = 14
	month   = 31
	season  = 90
	horizon = 400
	// reach is how far back an event can look at all.
	reach = 3650
)

// enough is the likeness from which two events tell one act.
const enough = 3

// never is the likeness of events that cannot.
const never = -100

// apartForGood is the likeness of events that nothing ties, though they do not
// contradict each other: others may tie them.
const apartForGood = -20

// item is an event with what its comparison wants, worked out once.
type item struct {
	*demarche.Telling
	first, last int // the days of the act, where they are told
	dated       bool
	due, dueEnd int // the deadline
	hasDue      bool
	known       int // the day the report came out
	isKnown     bool
	bound       bool     // an analyst has joined it to another
	words       []string // what the evidence says beyond names and common words, sorted
}

// number counts the days from a fixed one.
func number(d demarche.Day) int { return demarche.Day{Year: 2000, Month: 1, Date: 1}.To(d) }

func newItem(t *demarche.Telling) item {
	it := item{Telling: t}
	if !t.Date.IsZero() {
		it.first, it.last, it.dated = number(t.Date.From), number(t.Date.Last()), true
	}
	if !t.Deadline.IsZero() {
		it.due, it.dueEnd, it.hasDue = number(t.Deadline.From), number(t.Deadline.Last()), true
	}
	if !t.Known.IsZero() {
		it.known, it.isKnown = number(t.Known), true
	}
	it.words = wordsOf(t.Evidence)
	return it
}

// ahead says whether the status speaks of what has not happened.
func ahead(s demarche.Status) bool {
	switch s {
	case demarche.Planned, demarche.Threatened, demarche.Demanded, demarche.Conditional, demarche.Possible:
		return true
	}
	return false
}

// apart is the number of days between two ranges, 0 where they meet.
func apart(a1, a2, b1, b2 int) int {
	return max(0, b1-a2, a1-b2)
}

// alike weighs whether two events of one block tell one act. Each thing that
// they tell alike speaks for it, by how seldom it would be alike by chance; each
// contradiction speaks against.
func alike(a, b *item) int {
	if !kin(a.Type, b.Type) || a.Report == b.Report && !oneTwice(a, b) {
		return never
	}
	sum := 0
	for _, part := range []func(a, b *item) int{byType, byTime, byDeadline, byCount, byPlace, byObject, byStatus, bySpeaker, byDetail} {
		n := part(a, b)
		if n == never {
			return never
		}
		sum += n
	}
	return sum
}

// oneTwice says whether two events of one report can tell one act: the coder has
// merged what is told twice, so that only the points of its way are left, and a
// cut of staff told by how many go and by how many stay.
func oneTwice(a, b *item) bool {
	switch {
	case a.Type != b.Type:
		return a.Status == demarche.Actual || b.Status == demarche.Actual
	case a.Type == "limit_staff" && (a.Object == "headcount") != (b.Object == "headcount"):
		return a.Status == b.Status && !(a.dated && b.dated && apart(a.first, a.last, b.first, b.last) > 3)
	}
	// Two persons give two figures of one thing.
	return a.Speaker != "" && b.Speaker != "" && a.Speaker != b.Speaker && a.Status == b.Status &&
		!a.Count.IsZero() && !b.Count.IsZero() && a.Count.N != b.Count.N && byCount(a, b) > 0
}

func byType(a, b *item) int {
	switch {
	case a.Type == "consult" && a.dated && b.dated:
		return 0
	case a.Type != b.Type && family(a.Type) == "premises" && (a.Object != b.Object || a.dated && b.dated && apart(a.first, a.last, b.first, b.last) > 3):
		return never // to close a consulate is one thing, to enter a house weeks later another
	case a.Type != b.Type:
		return -1
	}
	return rarity(a.Type)
}

// byTime compares when the act was. An event that tells no day is about what was
// then fresh, or about something older.
func byTime(a, b *item) int {
	switch {
	case a.dated && b.dated:
		return bothDated(a, b)
	case a.dated:
		return oneDated(a, b)
	case b.dated:
		return oneDated(b, a)
	case !a.isKnown || !b.isKnown:
		return 0
	}
	return byLag(a, b, apart(a.known, a.known, b.known, b.known))
}

func byLag(a, b *item, days int) int {
	switch {
	case days <= near:
		return 2
	case days <= season/2:
		return 1
	}
	return byFar(a, b, days)
}

// byFar compares events that lie far apart: after more than a year only what their
// act can be known by for good ties them.
func byFar(a, b *item, days int) int {
	switch t := a.trait(); {
	case days <= horizon:
		return 0
	case days <= reach && t != "" && t == b.trait():
		return -2
	}
	return apartForGood
}

func bothDated(a, b *item) int {
	gap := apart(a.first, a.last, b.first, b.last)
	long := max(a.last-a.first, b.last-b.first)
	switch {
	case gap == 0 && long <= 7:
		return 4
	case gap == 0 && long <= 92:
		return 3
	case gap == 0 && long <= 366:
		return 2
	case gap == 0:
		return 1
	case gap <= 3 && long <= month:
		return 1 // decided on one day, carried out or told on another
	case a.Type != b.Type && family(a.Type) == "leave":
		// Ordered on one day, gone on another.
		order, went := a, b
		if order.Type == "depart" {
			order, went = b, a
		}
		limit := order.last + month
		if order.hasDue {
			limit = order.dueEnd + near
		}
		if went.first >= order.first && went.first <= limit {
			return 1
		}
		return never
	case ahead(a.Status) != ahead(b.Status) && gap <= month:
		return 0 // put off, or brought forward
	case gap <= month && a.Count == b.Count && a.Count.N > 5:
		return -1 // a figure like that is not met twice in a month; a day is more easily mistaken
	case standing(a.Type) && gap <= season:
		return 1 // decreed on one day, in force from another
	}
	return never
}

// oneDated compares an event with a day, a, and one without.
func oneDated(a, b *item) int {
	if !b.isKnown {
		return 0
	}
	lag := b.known - a.last
	if a.first <= b.known && b.known <= a.last {
		lag = 0
	}
	if lag >= 0 {
		if lag > 0 && ahead(b.Status) && !ahead(a.Status) {
			// It had happened before the other speaks of it as to come.
			if lag > near {
				return never
			}
			return 0
		}
		switch {
		case a.last-a.first > 92 && lag <= season:
			return 1
		case lag <= near, lag <= month && rarity(a.Type) >= 0:
			return 2
		case lag <= season && rarity(a.Type) >= 0, lag <= month:
			return 1
		}
		return byFar(a, b, lag)
	}
	// The day lies ahead of the report that tells none.
	lead := a.first - b.known
	switch {
	case a.Type == "depart" && b.Type != "depart" && lead <= season:
		return 1 // ordered then, gone since
	case !ahead(b.Status) && b.Status != demarche.Denied && lead > 1:
		if a.isKnown && a.known <= b.known || ahead(a.Status) {
			return 0 // both speak of what is to come, one as done
		}
		return never
	case !ahead(b.Status):
		return 0
	case lead <= month:
		return 2
	case lead <= season:
		return 1
	case lead <= horizon:
		return 0
	}
	return never
}

// byDeadline compares by when it is to be done. Of what is still to come the day
// and the deadline are one.
func byDeadline(a, b *item) int {
	compare := func(a1, a2, b1, b2 int) int {
		switch gap := apart(a1, a2, b1, b2); {
		case gap <= 3:
			return 3
		case gap <= 10:
			return -1
		}
		return never
	}
	switch {
	case a.hasDue && b.hasDue:
		return compare(a.due, a.dueEnd, b.due, b.dueEnd)
	case a.Type != b.Type && a.hasDue && b.dated && b.Type == "depart" || a.Type != b.Type && b.hasDue && a.dated && a.Type == "depart":
		order, went := a, b
		if order.Type == "depart" {
			order, went = b, a
		}
		if went.first >= order.due-near && went.last <= order.dueEnd+3 {
			return 2 // gone just before the term runs out
		}
		return 0
	case a.hasDue && b.dated && ahead(b.Status) && !a.dated:
		return max(compare(a.due, a.dueEnd, b.first, b.last), -2)
	case b.hasDue && a.dated && ahead(a.Status) && !b.dated:
		return max(compare(b.due, b.dueEnd, a.first, a.last), -2)
	}
	return 0
}

// byCount compares the figures. Reports differ by some, but not by half; and how
// many go is not compared with how many stay.
func byCount(a, b *item) int {
	p, q := a.Count, b.Count
	if p.IsZero() || q.IsZero() || (a.Object == "headcount") != (b.Object == "headcount") {
		return 0
	}
	if class(a.Object) != class(b.Object) && a.Object != "" && b.Object != "" {
		return 0
	}
	low, high := min(p.N, q.N), max(p.N, q.N)
	switch {
	case low == high && low <= 1:
		return 1
	case low == high && low <= 5:
		return 2
	case low == high:
		return 3
	case p.Cmp == ">" && q.Cmp == ">":
		return -1 // a total that grew is another total
	case allows(p, q) && allows(q, p) && high*2 < low*3:
		return 1
	case high*100 <= low*117:
		return 1
	case high*2 < low*3, allows(p, q) && allows(q, p):
		return -3
	case class(a.Object) == "premises" && general(a.Object) != general(b.Object):
		return -3 // three properties, of which the consulate is one
	}
	return never
}

// allows says whether the number of q is one that p speaks of.
func allows(p, q demarche.Quantity) bool {
	switch p.Cmp {
	case ">=", ">":
		return q.N >= p.N || q.Cmp == ">=" || q.Cmp == ">"
	case "<=":
		return q.N <= p.N || q.Cmp == "<="
	case "~":
		return q.N*100 <= p.N*125 && q.N*100 >= p.N*80
	}
	return p.N == q.N || q.Cmp != "="
}

// byPlace compares the cities. A mission stands in one; a quarrel about persons
// may be told of their post or of the capital.
func byPlace(a, b *item) int {
	if a.Place == "" || b.Place == "" {
		return 0
	}
	fixed := class(a.Object) == "premises" && class(b.Object) == "premises" || a.Type == "consult" || a.Type == "open" || family(a.Type) == "premises"
	switch same := city(a.Place) == city(b.Place); {
	case same && a.Type == "consult":
		return 1 // talks come back to a city
	case same && fixed:
		return 3
	case same:
		return 1
	case fixed:
		return never
	}
	return -3
}

func byObject(a, b *item) int {
	switch {
	case a.Object == "" || b.Object == "":
		return 0
	case a.Object == b.Object:
		return telling(a.Object)
	case class(a.Object) != class(b.Object):
		return -3
	case general(a.Object) || general(b.Object) || a.Object == "headcount" || b.Object == "headcount":
		return 0
	case class(a.Object) == "premises":
		return -3 // an embassy is no consulate
	}
	return -1
}

func byStatus(a, b *item) int {
	if a.Status == b.Status {
		return 1
	}
	if a.Status == demarche.Denied || b.Status == demarche.Denied {
		return -3
	}
	if a.isKnown && b.isKnown && ahead(a.Status) != ahead(b.Status) {
		plan, deed := a, b
		if ahead(b.Status) {
			plan, deed = b, a
		}
		switch {
		case plan.known > deed.known+near:
			return -2 // still to come after it was done
		case plan.Status == demarche.Possible:
			return -1 // much is weighed
		}
	}
	return 0
}

// bySpeaker: a person's word told again is told with the name. That says little
// beside other things, and nothing of acts that are not done by speaking.
func bySpeaker(a, b *item) int {
	if a.Type.IsSpeech() && a.Speaker != "" && a.Speaker == b.Speaker {
		return 1
	}
	return 0
}

// byDetail: two events of which one tells no day are about one act only where
// something tells it from others: a figure, a place, a deadline, words of its own, a
// kind that is seldom; or where reports of the same days tell both.
func byDetail(a, b *item) int {
	sum := 0
	shared := sharedWords(a.words, b.words)
	switch {
	case shared >= 4:
		sum = 2
	case shared >= 2:
		sum = 1
	}
	if a.dated && b.dated || shared >= 2 || identified(a, b) || a.isKnown && b.isKnown && apart(a.known, a.known, b.known, b.known) <= 3 {
		return sum
	}
	return sum - 2
}

// identified says whether something that both events tell picks their act out of
// many.
func identified(a, b *item) bool {
	switch {
	case rarity(a.Type) > 0, byPlace(a, b) > 0, byDeadline(a, b) > 0:
		return true
	case byCount(a, b) > 1:
		return true
	case byCount(a, b) > 0 && byTime(a, b) > 0 && (a.Count.N > 1 || rarity(a.Type) == 0):
		return true // a figure that is only near, or small, says something of the same season
	case a.Object == b.Object && telling(a.Object) > 1:
		return true
	case standing(a.Type):
		return a.dated || b.dated // what holds is told again without its day
	}
	return false
}
