package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche"
)

// docket tells what must happen by when: first what is ahead, by its day, then what
// hangs on a condition without a day, then what has passed, with what became of it,
// the last first.
func (m *maker) docket() []Line {
	type item struct {
		due  demarche.Day
		line Line
	}
	var ahead, passed []item
	var open []Line
	for i := range m.acts {
		a := &m.acts[i]
		due := a.Deadline
		if due.IsZero() && isAhead(a.status) {
			due = a.Date
		}
		if due.IsZero() {
			if a.status == demarche.Conditional {
				open = append(open, Line{Text: Phrase(a.Act, a.status) + " — running, no day set", Evidence: m.evidence(a.Act, nil)})
			}
			continue
		}
		if a.status == demarche.Denied || a.Type.IsSpeech() && a.Type != "demand" {
			continue
		}
		l := Line{Date: due.String(), Text: Phrase(a.Act, a.status), Evidence: m.evidence(a.Act, nil)}
		if m.AsOf.Before(due.Until) {
			l.Text += " — " + m.running(a)
			ahead = append(ahead, item{due.From, l})
			continue
		}
		l.Text += " — " + m.outcome(a)
		passed = append(passed, item{due.From, l})
	}
	slices.SortStableFunc(ahead, func(x, y item) int { return x.due.Compare(y.due) })
	slices.SortStableFunc(passed, func(x, y item) int { return y.due.Compare(x.due) })
	var lines []Line
	for _, a := range ahead {
		lines = append(lines, a.line)
	}
	lines = append(lines, open...)
	for _, p := range passed {
		lines = append(lines, p.line)
	}
	return lines
}

func isAhead(s demarche.Status) bool {
	switch s {
	case demarche.Planned, demarche.Threatened, demarche.Demanded, demarche.Conditional, demarche.Possible:
		return true
	}
	return false
}

// running says how a thing stands whose day has not come.
func (m *maker) running(a *stand) string {
	if done := m.done(a); done != "" {
		return done
	}
	if a.status == demarche.Ended {
		return "lifted"
	}
	return "running"
}

// outcome says what became of a thing whose day has passed.
func (m *maker) outcome(a *stand) string {
	switch {
	case a.status == demarche.Ended:
		return "passed, lifted"
	case m.done(a) != "":
		return "passed, " + m.done(a)
	case a.status == demarche.Actual && a.Deadline.IsZero():
		return "passed, done"
	}
	return "passed, outcome not reported"
}

// done says by what a deadline was met, or nothing.
func (m *maker) done(a *stand) string {
	for i := range a.Tellings {
		t := &a.Tellings[i]
		if t.Type == "depart" && a.Type != "depart" && t.Status == demarche.Actual && !m.AsOf.Before(t.Known) {
			if t.Date.IsZero() {
				return fmt.Sprintf("met: they left, as was known on %v", t.Known)
			}
			return fmt.Sprintf("met: they left on %v", t.Date)
		}
	}
	for i := range m.acts {
		b := &m.acts[i]
		if b.Act == a.Act || b.status != demarche.Actual || b.Place != a.Place || b.Object != a.Object || b.Day().Compare(a.Known) < 0 || b.Date.IsZero() {
			continue
		}
		if a.Type == "close" && b.Type == "seize" && slices.Equal(a.Actor, b.Actor) || a.Type == "close" && b.Type == "depart" && slices.Equal(a.Recipient, b.Actor) {
			return fmt.Sprintf("met: %s on %v", Phrase(b.Act, b.status), b.Date)
		}
	}
	return ""
}

// isMove says whether an act hits the other side.
func isMove(t demarche.EventType) bool {
	switch t {
	case "expel", "recall", "limit_staff", "limit_term", "limit_movement", "close", "seize", "deny_visa", "break_relations", "sanction":
		return true
	}
	return false
}

// moves tells which moves were answered by which, with lag and proportion; which
// were not; and which answers were vowed and are not seen yet.
func (m *maker) moves() (lines []Line) {
	answered := map[demarche.ActID]bool{}
	var unanswered, vowed []Line
	for i := range m.acts {
		a := &m.acts[i]
		for _, x := range a.Answers {
			b := m.by[x.Act]
			if b == nil || a.Type == "respond" && isAhead(a.status) {
				continue
			}
			const shown = 50 // of 100, how sure an inference must be
			if !x.Explicit && (a.Date.IsZero() && b.Date.IsZero() || x.Score < shown) {
				continue // two days that nobody tells say nothing of an order
			}
			if isMove(a.Type) || a.Type == "respond" {
				answered[x.Act] = true
			}
			text := fmt.Sprintf("%s, in answer to: %s", Phrase(a.Act, a.status), Phrase(b.Act, b.status))
			if d := when(b.Act); d != "" {
				text += " (" + d + ")"
			}
			if x.Dated {
				text += fmt.Sprintf("; %d %s later", x.Lag, plural(x.Lag, "day", "days"))
			}
			if p := proportion(a.Act, b.Act); p != "" {
				text += "; " + p
			}
			if x.Explicit {
				text += "; so said by the report"
			} else {
				text += fmt.Sprintf("; inferred, %d of 100", x.Score)
			}
			lines = append(lines, Line{Date: when(a.Act), Text: text, Evidence: append(m.evidence(a.Act, nil), m.evidence(b.Act, nil)...)})
		}
	}
	for i := range m.acts {
		a := &m.acts[i]
		switch {
		case isMove(a.Type) && a.status == demarche.Actual && !answered[a.ID] && len(a.Answers) == 0 && !isTotal(a.Act):
			l := m.line(a.Act, a.status)
			l.Text = "No answer known: " + l.Text
			unanswered = append(unanswered, l)
		case a.Type == "respond" && isAhead(a.status) && !m.seen(a):
			l := m.line(a.Act, a.status)
			l.Date = cmp.Or(l.Date, a.Known.String())
			l.Text = "Answer vowed, not seen yet: " + l.Text
			if s := speakers(a.Act); s != "" {
				l.Text += ", says " + s
			}
			vowed = append(vowed, l)
		}
	}
	return slices.Concat(lines, unanswered, vowed)
}

// seen says whether a side that vowed an answer has made a move since.
func (m *maker) seen(vow *stand) bool {
	for i := range m.acts {
		b := &m.acts[i]
		if isMove(b.Type) && b.status == demarche.Actual && slices.Equal(b.Actor, vow.Actor) && b.Day().Compare(vow.Known) > 0 {
			return true
		}
	}
	return false
}

// proportion is "10 for 10" where both acts have a figure of alike things.
func proportion(a, b *demarche.Act) string {
	if a.Count.IsZero() || b.Count.IsZero() || isPremises(a.Object) != isPremises(b.Object) || (a.Object == "headcount") != (b.Object == "headcount") ||
		a.Count.N == 1 && b.Count.N == 1 && a.Object != b.Object {
		return ""
	}
	n := func(q demarche.Quantity) string { return signs[q.Cmp] + fmt.Sprint(q.N) }
	return n(a.Count) + " for " + n(b.Count)
}

func isPremises(object string) bool {
	return object == "embassy" || object == "consulate" || object == "mission" || object == "property"
}

// talks tells of talks: held, announced, overdue, called off.
func (m *maker) talks() (lines []Line) {
	for i := range m.acts {
		a := &m.acts[i]
		if a.Type != "consult" && a.Type != "agree" {
			continue
		}
		l := m.line(a.Act, a.status)
		state := ""
		switch {
		case a.Type == "agree":
			state = "agreed"
		case a.status == demarche.Actual:
			state = "held"
		case a.status == demarche.Ended, a.status == demarche.Denied:
			state = "called off"
		case !a.Date.IsZero() && !m.AsOf.Before(a.Date.Until):
			state = "overdue: announced for " + a.Date.String() + ", not reported as held"
		case a.status == demarche.Planned:
			state = "announced"
		case a.status == demarche.Demanded:
			state = "asked for"
		case a.status == demarche.Conditional:
			state = "on a condition"
		default:
			state = string(a.status)
		}
		l.Text = state + ": " + l.Text
		if a.Object == "topics" {
			l.Text += ", on topics that the reports name"
		}
		if s := speakers(a.Act); s != "" {
			l.Text += ", says " + s
		}
		lines = append(lines, l)
	}
	return lines
}

// disagreements tells where reports differ on one act, and where a report differs
// from itself on a name.
func (m *maker) disagreements() (lines []Line) {
	for i := range m.acts {
		a := &m.acts[i]
		for j := 0; j < len(a.Accounts); {
			field := a.Accounts[j].Field
			var parts []string
			var sub []Line
			k := j
			for ; k < len(a.Accounts) && a.Accounts[k].Field == field; k++ {
				x := a.Accounts[k]
				evidence := m.evidence(a.Act, func(t *demarche.Telling) bool { return slices.Contains(x.Events, t.ID) })
				parts = append(parts, x.Value)
				sub = append(sub, Line{Text: x.Value, Evidence: evidence})
			}
			j = k
			lines = append(lines, Line{
				Date: when(a.Act), Text: fmt.Sprintf("%s — %s differs: %s", Phrase(a.Act, a.status), field, strings.Join(parts, "; ")), Sub: sub, Evidence: m.evidence(a.Act, nil),
			})
		}
	}
	for _, r := range m.Remarks {
		text := ""
		switch r.Kind {
		case demarche.Renamed:
			text = fmt.Sprintf("One report gives words of %s to %s, whom it does not name otherwise", r.Names[0], r.Names[1])
		case demarche.SpeltTwoWay:
			text = fmt.Sprintf("One report writes a name in two ways: %s", strings.Join(r.Names, ", "))
		default:
			continue
		}
		lines = append(lines, Line{Date: r.Known.String(), Text: text, Evidence: []Evidence{{Report: r.Report, Known: r.Known, Words: r.Words}}})
	}
	return lines
}
