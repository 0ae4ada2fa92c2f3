package web

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

// chart is the time axis of two parties: a lane for each side's acts, and one
// between them for talks.
type chart struct {
	Width, Height int
	A, B          lane
	Marks         []mark
	Arcs          []arc
	Flags         []flagMark
	Ticks         []tick
	Breaks        []tick // long times in which nothing was, cut out
	AxisTop       int    // the strip of the talks
	AxisBottom    int
	Drawn, All    int
}

type lane struct {
	Code demarche.Code
	Y    int // of its name
}

// mark is an act: its shape is its kind, its size its figure; it is hollow unless it
// is done.
type mark struct {
	X, Y, R            int
	Path               string
	Class              string
	Title              string
	Href               string
	Figure, FigureHref string
	FigureTitle        string
	id                 demarche.ActID
	act                *standing
	row                int
}

// FigureY is where the figure stands, so that it is in the middle of the mark.
func (m mark) FigureY() int { return m.Y + 4 }

// AxisHeight is that of the strip between the lanes.
func (c chart) AxisHeight() int { return c.AxisBottom - c.AxisTop }

// TickY is where the days of the axis stand.
func (c chart) TickY() int { return c.AxisBottom - 6 }

// GapY is where the lengths of gaps stand.
func (c chart) GapY() int { return c.AxisTop + 15 }

// Bottom is where the lines of the axis end.
func (c chart) Bottom() int { return c.B.Y - 16 }

// arc joins a move to its answer.
type arc struct {
	Path, Class, Title string
	X, Y               int
	Lag                string
}

// flagMark is a deadline.
type flagMark struct {
	X, Y        int
	Title, Href string
}

const (
	chartWidth = 1160
	margin     = 34
	rowHeight  = 36
	mostRows   = 7
	mostMarks  = 160
)

// radius grows with the root of the figure.
func radius(q demarche.Quantity) int {
	if q.N < 2 {
		return 7
	}
	return 9 + int(math.Round(8*math.Sqrt(float64(min(q.N, 400))/400)))
}

// weight is how much an act is worth drawing, where not all can be.
func weight(a *standing) int {
	w := len(a.Answers)*4 + len(a.Tellings)
	if !a.Type.IsSpeech() {
		w += 20
	}
	if a.Now == demarche.Actual {
		w += 5
	}
	return w + radius(a.Count)
}

// shape is the outline of a mark round the origin.
func shape(name string, r int) string {
	switch name {
	case "square":
		d := r * 9 / 10
		return fmt.Sprintf("M%d %dh%dv%dh%dz", -d, -d, 2*d, 2*d, -2*d)
	case "diamond":
		d := r * 5 / 4
		return fmt.Sprintf("M0 %dL%d 0L0 %dL%d 0z", -d, d, d, -d)
	case "triangle":
		return fmt.Sprintf("M0 %dL%d %dH%dz", -r, r, r*4/5, -r)
	case "lens":
		return fmt.Sprintf("M%d 0Q0 %d %d 0Q0 %d %d 0z", -r*3/2, -r*3/2, r*3/2, r*3/2, -r*3/2)
	case "star":
		d := r / 3
		return fmt.Sprintf("M0 %dL%d %dL%d 0L%d %dL0 %dL%d %dL%d 0L%d %dz", -r-2, d, -d, r+2, d, d, r+2, -d, d, -r-2, -d, -d)
	}
	return fmt.Sprintf("M%d 0a%d %d 0 1 0 %d 0a%d %d 0 1 0 %d 0z", -r, r, r, 2*r, r, r, -2*r)
}

// draw lays the acts out. From and to bound the axis where they are set.
func (s *site) draw(a, b demarche.Code, acts []standing, from, to demarche.Day) chart {
	c := chart{Width: chartWidth, A: lane{Code: a}, B: lane{Code: b}, All: len(acts)}
	picked := slices.Clone(acts)
	if len(picked) > mostMarks {
		slices.SortStableFunc(picked, func(x, y standing) int { return cmp.Compare(weight(&y), weight(&x)) })
		picked = picked[:mostMarks]
	}
	c.Drawn = len(picked)
	slices.SortStableFunc(picked, func(x, y standing) int { return x.Day().Compare(y.Day()) })
	if len(picked) == 0 {
		return c
	}
	var days []demarche.Day
	for i := range picked {
		days = append(days, picked[i].Day())
		if d := picked[i].Deadline; !d.IsZero() {
			days = append(days, d.From)
		}
	}
	scale := newAxis(days, from, to)
	x := scale.x
	// Marks go to the first row of their lane that has room at their place.
	ends := map[string][]int{}
	rows := map[string]int{}
	for i := range picked {
		p := &picked[i]
		m := mark{X: x(p.Day()), R: radius(p.Count), act: p, id: p.ID, Href: "/act/" + string(p.ID)}
		side := "b"
		switch {
		case p.Type.IsSymmetric():
			side = "talks"
		case slices.Contains(p.Actor, a):
			side = "a"
		}
		for m.row < mostRows-1 && m.row < len(ends[side]) && ends[side][m.row] > m.X-m.R-3 {
			m.row++
		}
		if m.row == len(ends[side]) {
			ends[side] = append(ends[side], 0)
		}
		ends[side][m.row] = m.X + m.R
		rows[side] = max(rows[side], m.row+1)
		k := kindOf(p.Type)
		m.Path = shape(k.Shape, m.R)
		m.Class = "mark side-" + side
		if p.Now != demarche.Actual {
			m.Class += " hollow"
		}
		m.Title = fmt.Sprintf("%s, %s, %s", when(p), s.prose(desk.Phrase(p.Act, p.Now)), p.Now)
		if p.Count.N > 1 {
			m.Figure = fmt.Sprint(p.Count.N)
			for j := range p.Tellings {
				if t := &p.Tellings[j]; t.Count == p.Count {
					m.FigureHref = reportHref(t.Report, string(t.ID))
					m.FigureTitle = "the sentence that says " + t.Count.String()
					break
				}
			}
		}
		c.Marks = append(c.Marks, m)
	}
	// The lanes: names above and below, marks between them and the talks.
	const name, gap = 30, 10
	topRows, talkRows, lowRows := max(rows["a"], 1), max(rows["talks"], 1), max(rows["b"], 1)
	c.A.Y = 20
	c.AxisTop = name + topRows*rowHeight + gap
	c.AxisBottom = c.AxisTop + talkRows*rowHeight + 22
	lowTop := c.AxisBottom + gap
	c.B.Y = lowTop + lowRows*rowHeight + 20
	c.Height = c.B.Y + 12
	at := map[demarche.ActID]*mark{}
	for i := range c.Marks {
		m := &c.Marks[i]
		switch {
		case strings.Contains(m.Class, "side-a"):
			m.Y = c.AxisTop - gap - rowHeight/2 - m.row*rowHeight
		case strings.Contains(m.Class, "side-b"):
			m.Y = lowTop + rowHeight/2 + m.row*rowHeight
		default:
			m.Y = c.AxisTop + rowHeight/2 + m.row*rowHeight
		}
		at[m.id] = m
		if d := m.act.Deadline; !d.IsZero() {
			y := c.AxisTop
			if m.Y > c.AxisBottom {
				y = c.AxisBottom + 14
			}
			c.Flags = append(c.Flags, flagMark{x(d.From), y, fmt.Sprintf("by %v: %s", d, s.prose(desk.Phrase(m.act.Act, m.act.Now))), m.Href})
		}
	}
	c.Ticks, c.Breaks = scale.ticks(), scale.breaks
	c.join(at)
	return c
}

// when is the day of an act in words.
func when(a *standing) string {
	if a.Date.IsZero() {
		return "day not told, known " + a.Known.String()
	}
	return a.Date.String()
}

// join draws an arc from each move to the surest answer to it that is drawn.
func (c *chart) join(at map[demarche.ActID]*mark) {
	taken := c.labels()
	for i := range c.Marks {
		m := &c.Marks[i]
		for _, x := range m.act.Answers {
			from := at[x.Act]
			const sure = 50 // of 100, as the brief has it
			if from == nil || !x.Explicit && (x.Score < sure || m.act.Date.IsZero() && from.act.Date.IsZero()) {
				continue
			}
			// It bends to one side, so that it is no line between others.
			dx, dy := m.X-from.X, m.Y-from.Y
			bendX, bendY := (from.X+m.X)/2+dy/8, (from.Y+m.Y)/2-dx/8
			if dx > -24 && dx < 24 {
				bendX = (from.X+m.X)/2 + 30 // one above the other
			}
			v := arc{Path: fmt.Sprintf("M%d %dQ%d %d %d %d", from.X, from.Y, bendX, bendY, m.X, m.Y), Class: "arc " + x.How()}
			v.Title = "answer, " + x.How()
			if x.Dated {
				v.Lag = fmt.Sprintf("%d d", x.Lag)
				v.Title += fmt.Sprintf(", %d days later", x.Lag)
				here := roomFor(taken, [3][2]int{{from.X, from.Y}, {bendX, bendY}, {m.X, m.Y}})
				v.X, v.Y = here.x, here.y
				taken = append(taken, here)
			}
			c.Arcs = append(c.Arcs, v)
			break
		}
	}
}

// label is the middle of words on the chart, with half their width and height.
type label struct{ x, y, width, height int }

func (l label) meets(other label) bool {
	return max(l.x-other.x, other.x-l.x) < l.width+other.width && max(l.y-other.y, other.y-l.y) < l.height+other.height
}

// The room of words on the chart, from their middle.
const (
	lagWidth  = 16
	dayWidth  = 36
	textWidth = 7
)

// labels are the places on the chart that stand taken: days, gaps and marks.
func (c *chart) labels() (taken []label) {
	for _, t := range c.Ticks {
		taken = append(taken, label{t.X, c.TickY(), dayWidth, textWidth})
	}
	for _, t := range c.Breaks {
		taken = append(taken, label{t.X, c.GapY(), dayWidth, textWidth})
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		taken = append(taken, label{m.X, m.Y, m.R, m.R})
	}
	return taken
}

// roomFor finds a place for the lag on an arc, by its ends and what it bends to: the
// nearest to its middle where nothing else stands.
func roomFor(taken []label, arc [3][2]int) label {
	at := func(percent int) label {
		p, q := percent, 100-percent
		on := func(i int) int { return (q*q*arc[0][i] + 2*p*q*arc[1][i] + p*p*arc[2][i]) / (100 * 100) }
		return label{on(0), on(1), lagWidth, textWidth}
	}
	for _, percent := range []int{50, 40, 60, 30, 70, 22, 78} {
		here := at(percent)
		if !slices.ContainsFunc(taken, here.meets) {
			return here
		}
	}
	return at(50)
}
