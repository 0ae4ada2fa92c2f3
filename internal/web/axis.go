package web

import (
	"fmt"
	"slices"

	"demarche"
)

// axis puts days on a line. Long times in which nothing was are cut to a gap, so that
// what lies close together can be told apart.
type axis struct {
	knots  []knot // in the order of time
	breaks []tick
}

// knot is a day with its place. What follows it up to the next is linear.
type knot struct {
	day demarche.Day
	x   float64
	cut bool // a gap follows
}

// tick is a name on the axis.
type tick struct {
	X    int
	Name string
}

// newAxis makes the axis of days that something was on. From and to bound it where
// they are set.
func newAxis(days []demarche.Day, from, to demarche.Day) *axis {
	var inside []demarche.Day
	for _, d := range days {
		if !(!from.IsZero() && d.Before(from)) && !(!to.IsZero() && to.Before(d)) {
			inside = append(inside, d)
		}
	}
	for _, bound := range []demarche.Day{from, to} {
		if !bound.IsZero() {
			inside = append(inside, bound)
		}
	}
	slices.SortFunc(inside, func(a, b demarche.Day) int { return b.To(a) })
	inside = slices.Compact(inside)
	const edge = 4 // days of air at both ends
	first, last := inside[0].Plus(-edge), inside[len(inside)-1].Plus(edge)
	inside = append(append([]demarche.Day{first}, inside...), last)
	const (
		gapWidth = 76
		shortest = 60 // days that are worth a gap
		mostGaps = 8
	)
	longest := max(shortest, first.To(last)/(2*mostGaps))
	linear, gaps := 0, 0
	for i := range inside[1:] {
		if n := inside[i].To(inside[i+1]); n > longest {
			gaps++
		} else {
			linear += n
		}
	}
	perDay := float64(chartWidth-2*margin-gaps*gapWidth) / float64(linear)
	a := &axis{}
	at := float64(margin)
	for i, d := range inside {
		k := knot{day: d, x: at}
		if i+1 < len(inside) {
			if n := d.To(inside[i+1]); n > longest {
				k.cut = true
				a.breaks = append(a.breaks, tick{int(at) + gapWidth/2, span(n)})
				at += gapWidth
			} else {
				at += perDay * float64(n)
			}
		}
		a.knots = append(a.knots, k)
	}
	return a
}

// span is a number of days in words.
func span(days int) string {
	switch {
	case days >= 700:
		return fmt.Sprintf("%d years", (days+182)/365)
	case days >= 60:
		return fmt.Sprintf("%d months", (days+15)/30)
	}
	return fmt.Sprintf("%d days", days)
}

// x is the place of a day; of one outside the axis, its end.
func (a *axis) x(d demarche.Day) int {
	for i := len(a.knots) - 1; i >= 0; i-- {
		k := a.knots[i]
		if d.Before(k.day) {
			continue
		}
		if i+1 == len(a.knots) {
			return int(k.x)
		}
		next := a.knots[i+1]
		return int(k.x + (next.x-k.x)*float64(k.day.To(d))/float64(k.day.To(next.day)))
	}
	return int(a.knots[0].x)
}

// ticks are the names of the axis: where it begins, where it goes on after a gap, and
// between these the years, or the months where there is room for them.
func (a *axis) ticks() (all []tick) {
	const room = 84
	add := func(d demarche.Day, name string) {
		t := tick{a.x(d), name}
		if n := len(all); n == 0 || t.X-all[n-1].X >= room {
			all = append(all, t)
		}
	}
	for i := 0; i+1 < len(a.knots); {
		j := i
		for j+1 < len(a.knots) && !a.knots[j].cut {
			j++
		}
		// From i to j it is linear.
		start, end := a.knots[i], a.knots[j]
		if i == 0 {
			add(a.knots[1].day, a.knots[1].day.String())
		} else {
			add(start.day, start.day.String())
		}
		monthly := false
		if n := start.day.To(end.day); n > 0 {
			const month, least = 30, 40
			monthly = (end.x-start.x)*month/float64(n) >= least
		}
		for m := demarche.MonthOf(start.day.Year, start.day.Month); m.Until.Before(end.day); {
			m = demarche.MonthOf(m.Until.Year, m.Until.Month)
			switch {
			case monthly:
				add(m.From, m.From.String()[:7])
			case m.From.Month == 1:
				add(m.From, m.From.String()[:4])
			}
		}
		i = j + 1
	}
	return all
}
