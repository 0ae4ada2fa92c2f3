package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche"
)

// tally is a number that accounts may put differently.
type tally struct {
	low, high int
	open      bool // there may be more: "at least", or an act without a figure
	bare      int  // acts without a figure
	acts      []*demarche.Act
}

// add takes an act in: the lowest and the highest figure that is told of it.
func (t *tally) add(a *demarche.Act) {
	t.acts = append(t.acts, a)
	low, high, any := 0, 0, false
	for i := range a.Tellings {
		told := &a.Tellings[i]
		q := told.Count
		if q.IsZero() || (told.Object == "headcount") != (a.Object == "headcount") {
			continue
		}
		l, h := q.N, q.N
		switch q.Cmp {
		case "<=":
			l = 0
		case ">":
			l++
			h++
			t.open = true
		case ">=":
			t.open = true
		}
		if !any {
			low, high = l, h
		}
		low, high, any = min(low, l), max(high, h), true
	}
	if !any {
		t.bare++
		return
	}
	t.low += low
	t.high += high
}

// join takes the acts of another tally in.
func (t *tally) join(u *tally) {
	t.low, t.high, t.open, t.bare = t.low+u.low, t.high+u.high, t.open || u.open, t.bare+u.bare
}

func (t *tally) String() string {
	var s string
	switch {
	case t.low == t.high && t.high == 0:
		return fmt.Sprintf("%d %s without a figure", t.bare, plural(t.bare, "act", "acts"))
	case t.low == t.high:
		s = fmt.Sprint(t.high)
	case t.low == 0:
		s = fmt.Sprintf("up to %d", t.high)
	default:
		s = fmt.Sprintf("%d to %d", t.low, t.high)
	}
	if t.open {
		s += " or more"
	}
	if t.bare > 0 {
		s += fmt.Sprintf(", and %d %s without a figure", t.bare, plural(t.bare, "act", "acts"))
	}
	return s
}

func plural(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// isTotal says whether the act is a sum over a long time, whose parts may be acts of
// their own.
func isTotal(a *demarche.Act) bool { return a.Date.Days() > 366 }

// figures tells how many were expelled and left, per side and year; which caps hold;
// and which posts are closed and open.
func (m *maker) figures() []draft {
	var lines []Line
	for _, kind := range []struct {
		types []demarche.EventType
		text  string
	}{
		{[]demarche.EventType{"expel"}, "%s expelled of %s: %v"},
		{[]demarche.EventType{"depart", "recall"}, "%s withdrew, or saw leave, from %s: %v"},
	} {
		for _, d := range m.sidesOf() {
			lines = append(lines, m.perYear(d, kind.types, kind.text)...)
		}
	}
	for _, d := range m.sidesOf() {
		if a := m.last(d, func(a *stand) bool {
			return a.Type == "limit_staff" && a.Object == "headcount" && a.status == demarche.Actual
		}); a != nil {
			l := m.line(a.Act, a.status)
			l.Text = fmt.Sprintf("Cap in force: %s may have %s at missions in %s", d[1], signs[a.Count.Cmp]+fmt.Sprint(a.Count.N), d[0])
			lines = append(lines, l)
		}
	}
	return append(ready(lines...), m.posts()...)
}

// sidesOf are both directions: who acts, to whom.
func (m *maker) sidesOf() [][2]demarche.Code {
	return [][2]demarche.Code{{m.A, m.B}, {m.B, m.A}}
}

// goes says whether an act goes in a direction.
func goes(a *demarche.Act, d [2]demarche.Code) bool {
	return slices.Contains(a.Actor, d[0]) && slices.Contains(a.Recipient, d[1])
}

func (m *maker) last(d [2]demarche.Code, pass func(*stand) bool) *stand {
	for i := len(m.acts) - 1; i >= 0; i-- {
		if goes(m.acts[i].Act, d) && pass(&m.acts[i]) {
			return &m.acts[i]
		}
	}
	return nil
}

// perYear sums the acts of a direction by year.
func (m *maker) perYear(d [2]demarche.Code, types []demarche.EventType, text string) (lines []Line) {
	years := map[int]*tally{}
	var apart []*demarche.Act // without a year, or of many
	for i := range m.acts {
		a := &m.acts[i]
		if !slices.Contains(types, a.Type) || a.status != demarche.Actual || !goes(a.Act, d) || object(a.Act) == nouns["families"][0] {
			continue
		}
		year := a.Date.From.Year
		switch {
		case isTotal(a.Act), a.Date.IsZero() && a.Deadline.IsZero() && !m.fresh(a.Act):
			apart = append(apart, a.Act)
			continue
		case a.Date.IsZero():
			year = a.Known.Year // ordered when it was reported
		}
		if years[year] == nil {
			years[year] = &tally{}
		}
		years[year].add(a.Act)
	}
	var in []int
	for y := range years {
		in = append(in, y)
	}
	slices.Sort(in)
	running := &tally{}
	for _, y := range in {
		t := years[y]
		running.join(t)
		l := Line{Date: fmt.Sprintf("%04d", y), Text: fmt.Sprintf(text, d[0], d[1], t)}
		if len(in) > 1 {
			l.Text += fmt.Sprintf("; running total %v", running)
		}
		const most = 20
		for i, a := range t.acts {
			if i == most {
				l.Text += fmt.Sprintf(" (the first %d of %d acts are shown)", most, len(t.acts))
				break
			}
			l.Evidence = append(l.Evidence, m.evidence(a, nil)...)
			l.Sub = append(l.Sub, m.line(a, demarche.Actual))
		}
		if len(l.Sub) < 2 {
			l.Sub = nil
		}
		lines = append(lines, l)
	}
	for _, a := range apart {
		l := m.line(a, demarche.Actual)
		l.Text = "Not in the sums: " + l.Text
		if a.Date.IsZero() {
			l.Text += ", on a day that is not told"
		}
		lines = append(lines, l)
	}
	return lines
}

// fresh says whether an act without a day was news when it was told: it is told by
// one report only beside nothing that dates it otherwise, and has a figure of few.
// The record cannot know; so it takes as news only what the report tells of its own
// as ordered to come.
func (m *maker) fresh(a *demarche.Act) bool {
	return len(a.History) > 1 && a.History[0].Status != demarche.Actual // announced before
}

// posts tells which posts are closed, and which were opened.
func (m *maker) posts() (drafts []draft) {
	type post struct {
		by, of demarche.Code
		where  string
	}
	state := map[post]*stand{}
	var order []post
	for i := range m.acts {
		a := &m.acts[i]
		if a.Type != "close" && a.Type != "open" || a.status != demarche.Actual || a.Object == "visas" || !(goes(a.Act, [2]demarche.Code{m.A, m.B}) || goes(a.Act, [2]demarche.Code{m.B, m.A})) {
			continue
		}
		p := post{where: strings.ToLower(a.Object + " " + a.Place)}
		if a.Place == "" {
			p.where += string(a.ID) // which one is not told
		} else {
			p.by, p.of = m.A, m.B
		}
		if state[p] == nil {
			order = append(order, p)
		}
		state[p] = a
	}
	for _, p := range order {
		a := state[p]
		drafts = append(drafts, func() Line {
			l := m.line(a.Act, a.status)
			if a.Type == "close" {
				l.Text = "Closed: " + object(a.Act) + ", by " + who(a.Act)
			} else {
				l.Text = "Open: " + object(a.Act) + ", of " + who(a.Act)
			}
			return l
		})
	}
	return drafts
}

// lifts are the types that end a measure.
var lifts = map[demarche.EventType][]demarche.EventType{
	"close": {"open"}, "seize": {"hand_back"}, "deny_visa": {"grant_visa"}, "break_relations": {"restore_relations"},
}

// measures tells which measures each side has in force, since when, by whose word.
func (m *maker) measures() (drafts []draft) {
	for _, d := range m.sidesOf() {
		for i := range m.acts {
			a := &m.acts[i]
			switch a.Type {
			case "close", "limit_staff", "limit_term", "limit_movement", "seize", "deny_visa", "sanction", "break_relations":
			default:
				continue
			}
			if a.status != demarche.Actual || !goes(a.Act, d) || m.lifted(a) {
				continue
			}
			drafts = append(drafts, func() Line {
				l := m.line(a.Act, a.status)
				since := "since " + when(a.Act)
				if a.Date.IsZero() {
					since = fmt.Sprintf("known since %v, the day is not told", a.Known)
				}
				l.Text += ", " + since
				if s := speakers(a.Act); s != "" {
					l.Text += ", by the word of " + s
				}
				return l
			})
		}
	}
	return drafts
}

// lifted says whether a later act ends a measure.
func (m *maker) lifted(a *stand) bool {
	for _, b := range m.lifting {
		if !slices.Contains(lifts[a.Type], b.Type) || b.Day().Compare(a.Day()) <= 0 {
			continue
		}
		same := b.Type == "restore_relations" || slices.Equal(a.Actor, b.Actor) || b.Type == "open" && slices.Equal(a.Recipient, b.Actor)
		if same && (a.Place == b.Place || b.Place == "" && b.Object == a.Object) {
			return true
		}
	}
	return false
}

// speakers are those by whose word alone an act stands; none where a report tells it
// in its own voice.
func speakers(a *demarche.Act) string {
	var names []string
	for i := range a.Tellings {
		t := &a.Tellings[i]
		if t.Speaker == "" && t.SpeakerState == "" {
			return ""
		}
		name := t.Speaker
		if t.SpeakerState != "" && string(t.SpeakerState) != name {
			name = strings.TrimSpace(fmt.Sprintf("%s (%s)", name, t.SpeakerState))
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, cmp.Compare)
	return strings.Join(names, ", ")
}
