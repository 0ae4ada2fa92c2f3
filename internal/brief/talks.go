package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche"
)

// place is where a report names something: which report, by which words.
type place struct {
	report demarche.ReportID
	of     demarche.Span
}

// soon is within how many days after talks what a report says of talks that it does
// not tell of itself is taken to be of these, and what is agreed to come of them.
const soon = 7

// talks tells of talks: held, announced, overdue, called off; at what level, on what
// topics, and what each side says came of them.
func (m *maker) talks() (drafts []draft) {
	on := map[place][]*demarche.Remark{}
	var loose []*demarche.Remark // on talks that the report does not tell of itself
	for i := range m.Remarks {
		r := &m.Remarks[i]
		switch r.Kind {
		case demarche.Level, demarche.Topic, demarche.Result:
		default:
			continue
		}
		if m.AsOf.Before(r.Known) {
			continue
		}
		if r.Of == (demarche.Span{}) {
			loose = append(loose, r)
			continue
		}
		at := place{cmp.Or(r.In, r.Report), r.Of}
		on[at] = append(on[at], r)
	}
	var all []*stand
	for i := range m.acts {
		if a := &m.acts[i]; a.Type == "consult" || a.Type == "agree" {
			all = append(all, a)
		}
	}
	after := map[*stand][]*stand{} // what was agreed after talks
	taken := map[*stand]bool{}
	results := map[*stand][]*demarche.Remark{}
	for i, a := range all {
		if a.Type == "agree" {
			if of := lastHeld(all[:i], a.Day(), func(h *stand) bool { return sameTalks(h.Act, a.Act) }); of != nil {
				after[of] = append(after[of], a)
				taken[a] = true
			}
		}
	}
	for _, r := range loose {
		if of := lastHeld(all, r.Known, func(*stand) bool { return true }); of != nil {
			results[of] = append(results[of], r)
		}
	}
	for _, a := range all {
		if taken[a] {
			continue
		}
		drafts = append(drafts, func() Line {
			l := m.line(a.Act, a.status)
			l.Text = m.how(a) + ": " + l.Text
			var said []*demarche.Remark
			for i := range a.Tellings {
				said = append(said, on[place{a.Tellings[i].Report, a.Tellings[i].Trigger}]...)
			}
			levels, topics := naming(said, demarche.Level), naming(said, demarche.Topic)
			if a.Object == "topics" && len(topics.Evidence) == 0 {
				l.Text += ", on topics that the reports name"
			}
			if s := speakers(a.Act); s != "" {
				l.Text += ", says " + s
			}
			if len(levels.Evidence) > 0 {
				levels.Text = "Level: " + levels.Text
				l.Sub = append(l.Sub, levels)
			}
			if len(topics.Evidence) > 0 {
				topics.Text = "Topics: " + topics.Text
				l.Sub = append(l.Sub, topics)
			}
			l.Sub = append(l.Sub, m.cameOf(a, said, results[a], after[a])...)
			return l
		})
	}
	return drafts
}

// how says how talks stand.
func (m *maker) how(a *stand) string {
	switch {
	case a.Type == "agree":
		return "agreed"
	case a.status == demarche.Actual:
		return "held"
	case a.status == demarche.Ended, a.status == demarche.Denied:
		return "called off"
	case !a.Date.IsZero() && !m.AsOf.Before(a.Date.Until):
		return "overdue: announced for " + a.Date.String() + ", not reported as held"
	case a.status == demarche.Planned:
		return "announced"
	case a.status == demarche.Demanded:
		return "asked for"
	case a.status == demarche.Conditional:
		return "on a condition"
	}
	return string(a.status)
}

// lastHeld gives the talks that were held last, shortly before a day. All are in the
// order of their days.
func lastHeld(all []*stand, day demarche.Day, pass func(*stand) bool) *stand {
	for _, a := range slices.Backward(all) {
		if !day.Before(a.Day().Plus(soon)) {
			break
		}
		if a.Type == "consult" && a.status == demarche.Actual && a.Day().Compare(day) <= 0 && pass(a) {
			return a
		}
	}
	return nil
}

// sameTalks says whether an agreement is told with talks: by a report that tells both,
// or in the same place.
func sameTalks(talks, agreed *demarche.Act) bool {
	if talks.Place != "" && agreed.Place != "" {
		return talks.Place == agreed.Place
	}
	return slices.ContainsFunc(agreed.Tellings, func(a demarche.Telling) bool {
		return slices.ContainsFunc(talks.Tellings, func(b demarche.Telling) bool { return a.Report == b.Report })
	})
}

// naming puts together what remarks of a kind name, each thing once.
func naming(said []*demarche.Remark, kind demarche.RemarkKind) (l Line) {
	var names []string
	own := slices.ContainsFunc(said, func(r *demarche.Remark) bool { return r.Kind == kind && r.In == "" })
	for _, r := range said {
		if r.Kind != kind || own && r.In != "" {
			continue // where the reports on the talks tell it, no other need be asked
		}
		for _, n := range r.Names {
			if !slices.ContainsFunc(names, func(m string) bool { return strings.EqualFold(m, n) }) {
				names = append(names, n)
			}
		}
		l.Evidence = append(l.Evidence, evidenceOf(r))
	}
	l.Text = strings.Join(names, "; ")
	return l
}

// cameOf is what each side says came of talks, in its own words, and what was agreed
// after them.
func (m *maker) cameOf(a *stand, said, loose []*demarche.Remark, agreed []*stand) (lines []Line) {
	line := func(r *demarche.Remark, more string) {
		var quoted []string
		for _, n := range r.Names {
			quoted = append(quoted, "“"+n+"”")
		}
		by := "as the report has it"
		if r.State != "" {
			by = "says " + speaker(r)
		}
		lines = append(lines, Line{Date: r.Known.String(), Text: fmt.Sprintf("What came of them, %s: %s%s", by, strings.Join(quoted, ", "), more), Evidence: []Evidence{evidenceOf(r)}})
	}
	side := func(r *demarche.Remark) bool {
		return r.Kind == demarche.Result && (r.State == "" || slices.Contains(a.Actor, r.State) || slices.Contains(a.Recipient, r.State))
	}
	for _, r := range said {
		if side(r) {
			line(r, "")
		}
	}
	for _, r := range loose {
		if side(r) {
			line(r, "; that it is of these talks is inferred from the day")
		}
	}
	slices.SortStableFunc(lines, func(x, y Line) int { return strings.Compare(x.Date, y.Date) })
	for _, b := range agreed {
		l := m.line(b.Act, b.status)
		l.Text = "Then: " + l.Text
		if s := speakers(b.Act); s != "" {
			l.Text += ", says " + s
		}
		lines = append(lines, l)
	}
	return lines
}
