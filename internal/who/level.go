package who

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/text"
)

// Level says how high those stand who meet.
type Level string

// Levels, the highest first.
const (
	Heads       Level = "heads of State or government"
	Foreign     Level = "foreign ministers"
	Ministers   Level = "ministers"
	Advisers    Level = "national security advisers"
	Deputies    Level = "deputy ministers"
	Ambassadors Level = "ambassadors"
	Envoys      Level = "envoys"
	Officials   Level = "officials"
	Experts     Level = "experts"
	Delegations Level = "delegations"
)

// Levels are all of them, the highest first.
var Levels = []Level{Heads, Foreign, Ministers, Advisers, Deputies, Ambassadors, Envoys, Officials, Experts, Delegations}

// words of offices that tell a level apart from others of the class.
var (
	secondary = []string{"deputy", "vice", "under", "undersecretary", "under-secretary", "assistant", "permanent", "associate"}
	abroad    = []string{"foreign", "external", "diplomat", "diplomacy", "representative", "relations"}
	unheld    = []string{"former", "opposition", "party", "shadow", "designate"}
)

// LevelOf gives the level of an office in a report's words, or none: whoever only
// speaks for others does not meet for them.
func LevelOf(office string, class Class) (Level, bool) {
	words := strings.FieldsFunc(strings.ToLower(office), func(r rune) bool { return r == ' ' || r == '-' || r == '\n' })
	any := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool {
			return slices.Contains(list, w) || slices.Contains(list, strings.TrimSuffix(w, "s"))
		})
	}
	if any(unheld) {
		return "", false
	}
	switch class {
	case Head:
		if any(secondary) {
			return Deputies, true
		}
		return Heads, true
	case Minister:
		switch {
		case any(secondary):
			return Deputies, true
		case any(abroad) || strings.Contains(strings.Join(words, " "), "secretary of state"):
			return Foreign, true
		case any([]string{"adviser", "advisor"}) || any([]string{"security"}) && any([]string{"council"}):
			return Advisers, true
		}
		return Ministers, true
	case Ambassador:
		return Ambassadors, true
	case Envoy:
		return Envoys, true
	case Diplomat:
		return Officials, true
	case Speaker:
		return Officials, any([]string{"official", "aide", "adviser", "advisor"})
	case Body:
		return Delegations, any([]string{"delegation", "team"})
	}
	return "", false
}

// LevelOf gives the level of an office that stands in a text, such as "Deputy Foreign
// Minister".
func (o *Offices) LevelOf(office string) (Level, bool) {
	for _, s := range text.Split(office, demarche.Span{End: len(office)}) {
		for _, f := range o.Find(office, s.Tokens, nil) {
			if l, ok := LevelOf(office, f.Class); ok {
				return l, true
			}
		}
	}
	return "", false
}
