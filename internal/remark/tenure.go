package remark

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche"
	"demarche/internal/text"
	"demarche/internal/who"
)

// Register finds persons that a report introduces with an office and its State:
// "Russian Deputy Foreign Minister Sergei Ryabkov", "Secretary of State Antony Blinken
// of the United States".
type Register struct {
	names   *who.Gazetteer
	offices *who.Offices
}

// NewRegister gives a register that knows names and offices.
func NewRegister(names *who.Gazetteer, offices *who.Offices) *Register {
	return &Register{names, offices}
}

// Find gives the tenures that a report tells, each once, in the order of its text.
func (g *Register) Find(report *demarche.Report) (found []demarche.Tenure) {
	for _, s := range text.Split(report.Text, report.Body) {
		names := g.names.Find(report.Text, s.Tokens, nil)
		for _, o := range g.offices.Find(report.Text, s.Tokens, nil) {
			t, ok := g.tenure(report, s.Tokens, names, o)
			told := func(x demarche.Tenure) bool { return x.Name == t.Name && x.State == t.State && x.Office == t.Office }
			if ok && !slices.ContainsFunc(found, told) {
				found = append(found, t)
			}
		}
	}
	return found
}

func (g *Register) tenure(report *demarche.Report, tokens []demarche.Span, names []who.Mention, o who.Office) (t demarche.Tenure, ok bool) {
	word := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		return tokens[i].In(report.Text)
	}
	// The State stands before the office, or behind it after "of".
	first, end := o.First, o.End
	for i := first - 1; i >= 0 && i >= first-3; i-- {
		if code := g.state(names, i+1, report.Date.Year); code != "" {
			t.State, first = code, i+1
			break
		}
		if !rank(word(i)) {
			break
		}
		first = i
	}
	for first < o.First && g.stateAt(names, first) {
		first++
	}
	at := end
	if w := word(at); w == "of" || w == "to" || w == "for" || w == "in" {
		next := at + 1
		if word(next) == "the" {
			next++
		}
		for _, m := range names {
			if m.First == next {
				if t.State == "" && w == "of" {
					t.State = code(m, report.Date.Year)
				}
				at = m.End
			}
		}
	}
	if word(at) == "," {
		if strings.HasSuffix(word(end-1), "s") {
			return t, false // "expelled ten diplomats, Jane Roe said"
		}
		at++
	}
	stop := at
	for stop < len(tokens) && isName(word(stop)) && !g.stateAt(names, stop) {
		stop++
	}
	const parts = 2
	if stop-at < parts || stop-at > 4 || len(word(stop-1)) < parts+1 && !who.FamilyFirst(t.State) {
		return t, false // "Jaber Al" is cut off
	}
	t.Name = join(report.Text, tokens[at:stop])
	if t.State == "" {
		for _, m := range names { // a person whom the gazetteer knows
			if m.First >= at && m.End <= stop {
				for _, sense := range m.Senses {
					if sense.Kind.IsPerson() && sense.Holds(report.Date.Year) {
						t.State = sense.Code
					}
				}
			}
		}
	}
	if t.State == "" {
		t.State = o.Code // Secretary of State
	}
	t.Office = join(report.Text, tokens[first:end])
	t.Report, t.Known = report.ID, report.Date
	t.Words = report.Text[tokens[first].Start:tokens[stop-1].End]
	return t, t.State != ""
}

// rank says whether a word belongs to the office that follows it.
func rank(w string) bool {
	switch strings.ToLower(w) {
	case "deputy", "foreign", "defence", "defense", "first", "acting", "former", "senior", "chief", "vice", "prime", "interior", "permanent", "under", "assistant":
		return true
	}
	return false
}

// state is the State whose name ends where a token begins.
func (g *Register) state(names []who.Mention, end, year int) demarche.Code {
	for _, m := range names {
		if m.End == end {
			return code(m, year)
		}
	}
	return ""
}

// stateAt says whether a token is part of a State's name.
func (g *Register) stateAt(names []who.Mention, at int) bool {
	return slices.ContainsFunc(names, func(m who.Mention) bool {
		return m.First <= at && at < m.End && !m.Senses[0].Kind.IsPerson()
	})
}

// code is the one State that a name can stand for, or none.
func code(m who.Mention, year int) (found demarche.Code) {
	for _, s := range m.Senses {
		if s.Kind.IsPerson() || s.Kind.IsPlace() || !s.Holds(year) {
			continue
		}
		if found != "" && found != s.Code {
			return ""
		}
		found = s.Code
	}
	return found
}

// isName says whether a word can be part of a person's name.
func isName(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && len(w) > n && !titles[w]
}

func join(of string, tokens []demarche.Span) string {
	return strings.Join(strings.Fields(of[tokens[0].Start:tokens[len(tokens)-1].End]), " ")
}
