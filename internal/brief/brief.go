// Package brief tells where things stand between two parties: what was done and is
// in force, what is due, what was answered and what was not, what was talked about,
// what each side claims, and where reports disagree. It is a pure function of acts
// and remarks, takes no side, and gives with every line what it rests on.
package brief

import (
	"cmp"
	"slices"
	"strings"

	"demarche"
)

// Input is what a brief is made of.
type Input struct {
	A, B       demarche.Code
	AsOf       demarche.Day // the day whose world is told
	KnownBy    demarche.Day // zero for all that is known
	Acts       []demarche.Act
	WordsSince demarche.Day // words from before it are not among the acts; deeds are
	Remarks    []demarche.Remark
	Elsewhere  []demarche.Act // acts of one of the two against others, for what is claimed of those
}

// Brief is the state of play.
type Brief struct {
	A, B       demarche.Code
	AsOf       demarche.Day
	KnownBy    demarche.Day
	Acts       int
	Reports    int
	WordsSince demarche.Day // older words are left out; zero where there can be none
	Sections   []Section
}

// Section is a part of the brief.
type Section struct {
	Name  string // for programs
	Title string
	Lines []Line
	More  int // lines that were left out, the oldest
}

// Line is one statement, with what it rests on.
type Line struct {
	Date     string // when; empty where that is not told
	Text     string
	Evidence []Evidence
	Sub      []Line
	Reply    *Reply // of a line on a move that was answered
}

// Reply is such a line in its parts, for a table.
type Reply struct {
	Move, Moved string // what was answered, and when that was
	Answer      string
	Lag         string // "3 days"; empty where a day is not told
	Figures     string // "60 for 60"
	How         string
	At          int // where the evidence of the move begins, behind that of its answer
}

// Evidence is where a line can be checked.
type Evidence struct {
	Report  demarche.ReportID
	Known   demarche.Day
	Event   demarche.EventID // empty of a remark
	Speaker string           // by whose word the report has it; empty for its own
	State   demarche.Code
	Words   string
	At      demarche.Span // of the words that tell the line's day, if another sentence than the event's does
}

// mostLines is how many lines a section has: the newest, with the number of the
// others.
const mostLines = 40

// stand is an act as it stands on a day.
type stand struct {
	*demarche.Act
	status demarche.Status
}

// maker makes one brief.
type maker struct {
	Input
	acts []stand
	by   map[demarche.ActID]*stand

	lifting []*stand // acts that end measures
	moving  []*stand // acts that hit the other side
	leaving []*stand // acts by which an order to close is seen to be met
}

// Make makes a brief.
func Make(in Input) Brief {
	m := &maker{Input: in, by: make(map[demarche.ActID]*stand, len(in.Acts)), acts: make([]stand, 0, len(in.Acts))}
	reports := map[demarche.ReportID]bool{}
	for i := range in.Acts {
		a := &in.Acts[i]
		status, ok := On(a, in.AsOf)
		if !ok {
			continue
		}
		m.acts = append(m.acts, stand{a, status})
		for j := range a.Tellings {
			reports[a.Tellings[j].Report] = true
		}
	}
	slices.SortStableFunc(m.acts, func(a, b stand) int {
		return cmp.Or(a.Day().Compare(b.Day()), strings.Compare(string(a.ID), string(b.ID)))
	})
	for i := range m.acts {
		a := &m.acts[i]
		m.by[a.ID] = a
		if a.status != demarche.Actual {
			continue
		}
		switch a.Type {
		case "open", "hand_back", "grant_visa", "restore_relations":
			m.lifting = append(m.lifting, a)
		}
		if a.Type == "seize" || a.Type == "depart" {
			m.leaving = append(m.leaving, a)
		}
		if isMove(a.Type) {
			m.moving = append(m.moving, a)
		}
	}
	b := Brief{A: in.A, B: in.B, AsOf: in.AsOf, KnownBy: in.KnownBy, Acts: len(m.acts), Reports: len(reports)}
	for i := range in.Acts {
		if in.Acts[i].Known.Before(in.WordsSince) {
			b.WordsSince = in.WordsSince
		}
	}
	for _, s := range []struct {
		name, title string
		drafts      []draft
		last        bool // the last lines are the newest, not the first
	}{
		{"figures", "Headline figures", m.figures(), false},
		{"measures", "Measures in force", m.measures(), true},
		{"docket", "Docket", m.docket(), false},
		{"moves", "Moves and answers", m.moves(), true},
		{"talks", "Talks", m.talks(), true},
		{"claims", "Claims against the record", m.claims(), true},
		{"disagreements", "Where reports disagree", m.disagreements(), true},
	} {
		section := Section{Name: s.name, Title: s.title}
		if n := len(s.drafts) - mostLines; n > 0 {
			section.More = n
			if s.last {
				s.drafts = s.drafts[n:]
			} else {
				s.drafts = s.drafts[:mostLines]
			}
		}
		for _, d := range s.drafts {
			section.Lines = append(section.Lines, d())
		}
		b.Sections = append(b.Sections, section)
	}
	return b
}

// draft makes a line, once it is known that it is shown: of thousands of measures a
// page has some.
type draft func() Line

// ready are lines as drafts.
func ready(lines ...Line) []draft {
	drafts := make([]draft, len(lines))
	for i, l := range lines {
		drafts[i] = func() Line { return l }
	}
	return drafts
}

// On gives the status of an act on a day, and whether there was anything of it.
func On(a *demarche.Act, day demarche.Day) (demarche.Status, bool) {
	if !a.Date.IsZero() && !day.Before(a.Date.From) && a.Status == demarche.Actual {
		return demarche.Actual, true
	}
	status, ok := demarche.Status(""), false
	for _, s := range a.History {
		if day.Before(s.Known) {
			break
		}
		if s.Status == demarche.Denied && ok && status == demarche.Actual {
			continue // denied by somebody after it was told as done
		}
		status, ok = s.Status, true
	}
	if ok && status == demarche.Actual && !a.Date.IsZero() && day.Before(a.Date.From) {
		status = demarche.Planned // decided, and not come yet
	}
	return status, ok
}

// evidence is what an act rests on: all events that tell it and were known, or only
// those that pass.
func (m *maker) evidence(a *demarche.Act, pass func(*demarche.Telling) bool) (all []Evidence) {
	for i := range a.Tellings {
		t := &a.Tellings[i]
		if pass != nil && !pass(t) {
			continue
		}
		all = append(all, Evidence{Report: t.Report, Known: t.Known, Event: t.ID, Speaker: t.Speaker, State: t.SpeakerState, Words: t.Evidence})
	}
	return all
}

// dueEvidence is what an act rests on, those events first that tell the day by which it is
// due, each open at the sentence that does.
func (m *maker) dueEvidence(a *demarche.Act) (all []Evidence) {
	tells := func(t *demarche.Telling) bool { return t.Deadline == a.Deadline }
	field := "deadline"
	if a.Deadline.IsZero() {
		tells, field = func(t *demarche.Telling) bool { return t.Date == a.Date }, "date"
	}
	for i := range a.Tellings {
		if t := &a.Tellings[i]; tells(t) {
			all = append(all, m.evidence(a, func(x *demarche.Telling) bool { return x == t })...)
			all[len(all)-1].At, _ = t.At(field)
		}
	}
	return append(all, m.evidence(a, func(t *demarche.Telling) bool { return !tells(t) })...)
}

// when is the day of an act, as a line has it.
func when(a *demarche.Act) string { return a.Date.String() }

// who is the parties of an act.
func who(a *demarche.Act) string {
	if a.Type.IsSymmetric() {
		return join(slices.Concat(a.Actor, a.Recipient), " and ")
	}
	return named(a.Actor)
}

func named(codes []demarche.Code) string {
	if len(codes) == 0 {
		return "somebody"
	}
	return join(codes, " and ")
}

func join(codes []demarche.Code, by string) string {
	var s []string
	for _, c := range codes {
		s = append(s, string(c))
	}
	return strings.Join(s, by)
}

// line is an act as a line.
func (m *maker) line(a *demarche.Act, status demarche.Status) Line {
	l := Line{Date: when(a), Text: Phrase(a, status), Evidence: m.evidence(a, nil)}
	if !a.Deadline.IsZero() {
		l.Text += ", due by " + a.Deadline.String()
	}
	return l
}
