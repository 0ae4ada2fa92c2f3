package brief

import (
	"fmt"
	"slices"
	"strings"

	"demarche"
)

// The verdicts on a claim: what the record holds, and not what is true.
const (
	supported    = "supported"
	contradicted = "contradicted"
	mixed        = "mixed"
	noEvidence   = "no evidence"
)

func verdict(pro, contra int) string {
	switch {
	case pro > 0 && contra > 0:
		return mixed
	case pro > 0:
		return supported
	case contra > 0:
		return contradicted
	}
	return noEvidence
}

// claims holds statements about the record against the record.
func (m *maker) claims() []draft {
	var lines []Line
	told := map[string]int{} // where the line on a claim stands that was made before
	for i := range m.Remarks {
		r := &m.Remarks[i]
		if m.AsOf.Before(r.Known) || r.State != m.A && r.State != m.B || r.Kind != demarche.NeverBegan && r.Kind != demarche.NobodyElse {
			continue
		}
		key := fmt.Sprint(r.Kind, r.Report, r.State, r.About)
		if at, ok := told[key]; ok { // said in two sentences
			lines[at].Evidence = append(lines[at].Evidence, evidenceOf(r))
			continue
		}
		told[key] = len(lines)
		switch r.Kind {
		case demarche.NeverBegan:
			lines = append(lines, m.neverBegan(r))
		case demarche.NobodyElse:
			lines = append(lines, m.nobodyElse(r))
		}
	}
	return append(ready(lines...), m.totals()...)
}

func (m *maker) other(c demarche.Code) demarche.Code {
	if c == m.A {
		return m.B
	}
	return m.A
}

// speaker is who says something, for a line.
func speaker(r *demarche.Remark) string {
	if r.Speaker == "" {
		return string(r.State)
	}
	return fmt.Sprintf("%s (%s)", r.Speaker, r.State)
}

// neverBegan holds "we only answered" against the moves of that side before it was
// said: those that answer a move, and those that answer none. Where nobody tells a day
// nor that it is an answer, a move speaks neither way.
func (m *maker) neverBegan(r *demarche.Remark) Line {
	var pro, contra, open []Line
	for i := range m.acts {
		a := &m.acts[i]
		if !isMove(a.Type) || a.status != demarche.Actual || !goes(a.Act, [2]demarche.Code{r.State, m.other(r.State)}) || a.Day().Compare(r.Known) > 0 {
			continue
		}
		l := m.line(a.Act, a.status)
		switch {
		case slices.ContainsFunc(a.Answers, func(x demarche.Answer) bool { return m.isShown(a, x) && isMove(m.by[x.Act].Type) }):
			pro = append(pro, l)
		case a.Date.IsZero():
			open = append(open, l)
		default:
			contra = append(contra, l)
		}
	}
	return m.claim(r, "says that it has only ever answered and never began", []part{
		{"For it", "in answer to a move of the other side", pro},
		{"Against it", "with no move before in the record", contra},
		{"Neither way", "on a day that is not told, so that what came first is not known", open},
	})
}

// nobodyElse holds "applied to no other country" against what the record has of such
// measures against others.
func (m *maker) nobodyElse(r *demarche.Remark) Line {
	var contra []Line
	for i := range m.Elsewhere {
		a := &m.Elsewhere[i]
		status, ok := On(a, m.AsOf)
		if ok && status == demarche.Actual && a.Type == r.About && slices.Contains(a.Actor, r.Actor) && !slices.Contains(a.Recipient, r.State) {
			contra = append(contra, m.line(a, status))
		}
	}
	verb, _, _ := strings.Cut(strings.ReplaceAll(verbs[r.About][1], "%s", nouns[""][0]), " of @")
	return m.claim(r, fmt.Sprintf("says of %s that it does this to no other: %s", r.Actor, strings.TrimSuffix(strings.TrimSuffix(verb, " (@)"), " @")), []part{
		{"For it", "", nil}, {"Against it", "by which it does the same to others", contra},
	})
}

// part is the acts of the record that speak for a claim, or against it, or neither way.
type part struct {
	head, what string
	acts       []Line
}

func evidenceOf(r *demarche.Remark) Evidence {
	return Evidence{Report: r.Report, Known: r.Known, Speaker: r.Speaker, State: r.State, Words: r.Words}
}

// claim is a claim with what speaks for it, first, against it, second, and neither way.
func (m *maker) claim(r *demarche.Remark, what string, parts []part) Line {
	l := Line{
		Date: r.Known.String(), Text: fmt.Sprintf("%s %s — %s", speaker(r), what, verdict(len(parts[0].acts), len(parts[1].acts))),
		Evidence: []Evidence{evidenceOf(r)},
	}
	for _, part := range parts {
		if len(part.acts) == 0 {
			continue
		}
		sub := Line{Text: fmt.Sprintf("%s: %d %s %s", part.head, len(part.acts), plural(len(part.acts), "act", "acts"), part.what)}
		const most = 5
		shown := part.acts[max(0, len(part.acts)-most):]
		for _, a := range shown {
			sub.Sub = append(sub.Sub, a)
			sub.Evidence = append(sub.Evidence, a.Evidence...)
		}
		l.Sub = append(l.Sub, sub)
	}
	if len(l.Sub) == 0 {
		l.Sub = []Line{{Text: "The record holds nothing for or against it."}}
	}
	return l
}

// totals holds figures that a side gives for a long time, or for none that is told,
// against the sum of the acts that the record has.
func (m *maker) totals() (drafts []draft) {
	for i := range m.acts {
		a := &m.acts[i]
		if a.Type != "expel" || a.status != demarche.Actual || a.Count.N < 2 || !(isTotal(a.Act) || a.Date.IsZero() && a.Deadline.IsZero()) {
			continue
		}
		s := speakers(a.Act)
		if s == "" {
			continue
		}
		drafts = append(drafts, func() Line {
			sum := &tally{}
			var parts []Line
			for j := range m.acts {
				b := &m.acts[j]
				if b.Act == a.Act || b.Type != "expel" || b.status != demarche.Actual || !slices.Equal(a.Actor, b.Actor) || !slices.Equal(a.Recipient, b.Recipient) ||
					isTotal(b.Act) || b.Date.IsZero() && b.Deadline.IsZero() || b.Day().Compare(a.Known) > 0 || !a.Date.IsZero() && b.Day().Before(a.Date.From) {
					continue
				}
				sum.add(b.Act)
				parts = append(parts, m.line(b.Act, b.status))
			}
			// What the record lacks may have been: it can support a figure, but not refute it.
			v := noEvidence
			switch {
			case len(parts) == 0 || a.Count.Cmp == "<=":
			case sum.low >= a.Count.N:
				v = supported
			case sum.high >= a.Count.N:
				v = mixed
			}
			l := m.line(a.Act, a.status)
			l.Date = a.Known.String()
			l.Text = fmt.Sprintf("%s says: %s — %s", s, Phrase(a.Act, a.status), v)
			held := Line{Text: "The record has no act with a day to hold against it."}
			if len(parts) > 0 {
				held = Line{Text: fmt.Sprintf("The record has, in %d %s with a day: %v", len(parts), plural(len(parts), "act", "acts"), sum), Sub: parts}
			}
			l.Sub = []Line{held}
			return l
		})
	}
	return drafts
}
