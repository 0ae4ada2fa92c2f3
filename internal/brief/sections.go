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
func (m *maker) docket() []draft {
	type item struct {
		due  demarche.Day
		line draft
	}
	var ahead, passed []item
	var open []draft
	for i := range m.acts {
		a := &m.acts[i]
		due := a.Deadline
		if due.IsZero() && isAhead(a.status) {
			due = a.Date
		}
		if due.IsZero() {
			if a.status == demarche.Conditional {
				open = append(open, func() Line {
					return Line{Text: Phrase(a.Act, a.status) + " — running, no day set", Evidence: m.evidence(a.Act, nil)}
				})
			}
			continue
		}
		if a.status == demarche.Denied || a.Type.IsSpeech() && a.Type != "demand" {
			continue
		}
		line := func(how func(*stand) string) draft {
			return func() Line {
				return Line{Date: due.String(), Text: Phrase(a.Act, a.status) + " — " + how(a), Evidence: m.dueEvidence(a.Act)}
			}
		}
		if m.AsOf.Before(due.Until) {
			ahead = append(ahead, item{due.From, line(m.running)})
		} else {
			passed = append(passed, item{due.From, line(m.outcome)})
		}
	}
	slices.SortStableFunc(ahead, func(x, y item) int { return x.due.Compare(y.due) })
	slices.SortStableFunc(passed, func(x, y item) int { return y.due.Compare(x.due) })
	var lines []draft
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
	if a.Type != "close" {
		return ""
	}
	for _, b := range m.leaving {
		if b.Act == a.Act || b.Place != a.Place || b.Object != a.Object || b.Day().Compare(a.Known) < 0 || b.Date.IsZero() {
			continue
		}
		if b.Type == "seize" && slices.Equal(a.Actor, b.Actor) || b.Type == "depart" && slices.Equal(a.Recipient, b.Actor) {
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
func (m *maker) moves() (drafts []draft) {
	answered := map[demarche.ActID]bool{}
	var unanswered, vowed []draft
	for i := range m.acts {
		a := &m.acts[i]
		for _, x := range a.Answers {
			if a.Type == "respond" && isAhead(a.status) || !m.isShown(a, x) {
				continue
			}
			b := m.by[x.Act]
			if isMove(a.Type) || a.Type == "respond" {
				answered[x.Act] = true
			}
			drafts = append(drafts, func() Line { return m.answer(a, b, x) })
		}
	}
	for i := range m.acts {
		a := &m.acts[i]
		switch {
		case isMove(a.Type) && a.status == demarche.Actual && !answered[a.ID] && len(a.Answers) == 0 && !isTotal(a.Act):
			unanswered = append(unanswered, func() Line {
				l := m.line(a.Act, a.status)
				l.Text = "No answer known: " + l.Text
				return l
			})
		case a.Type == "respond" && isAhead(a.status) && !m.seen(a):
			vowed = append(vowed, func() Line {
				l := m.line(a.Act, a.status)
				l.Date = cmp.Or(l.Date, a.Known.String())
				l.Text = "Answer vowed, not seen yet: " + l.Text
				if s := speakers(a.Act); s != "" {
					l.Text += ", says " + s
				}
				return l
			})
		}
	}
	return slices.Concat(drafts, newest(unanswered), newest(vowed))
}

// isShown says whether an answer is sure enough to be told: two days that nobody tells
// say nothing of an order.
func (m *maker) isShown(a *stand, x demarche.Answer) bool {
	const sure = 50 // of 100, how sure an inference must be
	b := m.by[x.Act]
	return b != nil && (x.Explicit || x.Score >= sure && !(a.Date.IsZero() && b.Date.IsZero()))
}

// newest leaves the older of many lines out, so that one kind does not push the
// others off the page.
func newest(drafts []draft) []draft {
	const most = mostLines / 4
	return drafts[max(0, len(drafts)-most):]
}

// answer is that one act answers another, as a line.
func (m *maker) answer(a, b *stand, x demarche.Answer) Line {
	r := &Reply{Move: Phrase(b.Act, b.status), Moved: when(b.Act), Answer: Phrase(a.Act, a.status), Figures: proportion(a.Act, b.Act), How: "so said by the report"}
	text := fmt.Sprintf("%s, in answer to: %s", r.Answer, r.Move)
	if r.Moved != "" {
		text += " (" + r.Moved + ")"
	}
	if x.Dated {
		r.Lag = fmt.Sprintf("%d %s", x.Lag, plural(x.Lag, "day", "days"))
		text += "; " + r.Lag + " later"
	}
	if r.Figures != "" {
		text += "; " + r.Figures
	}
	if !x.Explicit {
		r.How = fmt.Sprintf("inferred, %d of 100", x.Score)
	}
	l := Line{Date: when(a.Act), Text: text + "; " + r.How, Evidence: m.evidence(a.Act, nil), Reply: r}
	r.At = len(l.Evidence)
	l.Evidence = append(l.Evidence, m.evidence(b.Act, nil)...)
	return l
}

// seen says whether a side that vowed an answer has made a move since.
func (m *maker) seen(vow *stand) bool {
	// Moves are in the order of their days: the last ones tell.
	for i := len(m.moving) - 1; i >= 0; i-- {
		b := m.moving[i]
		if b.Day().Compare(vow.Known) <= 0 {
			return false
		}
		if slices.Equal(b.Actor, vow.Actor) {
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

// disagreements tells where reports differ on one act, and where a report differs
// from itself on a name.
func (m *maker) disagreements() (drafts []draft) {
	for i := range m.acts {
		a := &m.acts[i]
		for j := 0; j < len(a.Accounts); {
			first := j
			for ; j < len(a.Accounts) && a.Accounts[j].Field == a.Accounts[first].Field; j++ {
			}
			accounts := a.Accounts[first:j]
			drafts = append(drafts, func() Line { return m.disagreement(a, accounts) })
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
		drafts = append(drafts, ready(Line{Date: r.Known.String(), Text: text, Evidence: []Evidence{{Report: r.Report, Known: r.Known, Words: r.Words}}})...)
	}
	return drafts
}

// disagreement is the accounts of one field of an act, as a line.
func (m *maker) disagreement(a *stand, accounts []demarche.Account) Line {
	l := Line{Date: when(a.Act), Evidence: m.evidence(a.Act, nil)}
	var values []string
	for _, x := range accounts {
		values = append(values, x.Value)
		l.Sub = append(l.Sub, Line{Text: x.Value, Evidence: m.evidence(a.Act, func(t *demarche.Telling) bool { return slices.Contains(x.Events, t.ID) })})
	}
	l.Text = fmt.Sprintf("%s — %s differs: %s", Phrase(a.Act, a.status), accounts[0].Field, strings.Join(values, "; "))
	return l
}
