package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// hang gives for each time of a sentence the day that it is counted from, if it hangs
// on another: the day named last.
func (sc *scene) hang(times []when.Time) []demarche.Period {
	before := make([]demarche.Period, len(times))
	for k, t := range times {
		before[k] = sc.lastDay
		if day := sc.dayBehind(t, times[k+1:]); !day.IsZero() {
			before[k] = day
		}
		switch {
		case t.Kind == when.Point && t.Past.Days() == 1 && !t.Past.IsZero() && !isTerm(t) && t.Direction != when.After && !sc.isOfBackdrop(t):
			sc.lastDay = t.Past
			if v := sc.verbOver(sc.headOf(t)); v != proposition.None && sc.s.HasModal(v) && !t.Ahead.IsZero() {
				sc.lastDay = t.Ahead
			}
		case t.Kind == when.Anaphoric && t.Offset > 0 && !sc.lastDay.IsZero() && !isTerm(t) && !sc.opensClause(t):
			sc.lastDay = t.Resolve(sc.lastDay.From)
		}
	}
	return before
}

// dayBehind gives the day that a distance told first in its sentence is counted from, if the main
// clause tells one: "A day after Mali closed its embassy, Niger on Tuesday recalled its envoy."
func (sc *scene) dayBehind(t when.Time, rest []when.Time) demarche.Period {
	mark := sc.opener(t)
	if mark < 0 || sc.s.Words[mark].Rel != "mark" {
		return demarche.Period{}
	}
	clause := sc.s.Words[mark].Head
	verb := sc.s.Words[clause].Head
	if verb < clause {
		return demarche.Period{}
	}
	for _, u := range rest {
		n := sc.headOf(u)
		if u.Kind == when.Point && u.Past.Days() == 1 && !isTerm(u) && !sc.s.Within(n, clause) && sc.verbOver(n) == verb {
			return u.Past
		}
	}
	return demarche.Period{}
}

// opensClause says whether a distance is counted from what the next clause or noun
// tells: "a day after Washington ordered".
func (sc *scene) opensClause(t when.Time) bool { return sc.opener(t) >= 0 }

// opener gives the "after" or "before" behind a distance that is counted from what follows it,
// or -1.
func (sc *scene) opener(t when.Time) int {
	if t.Kind != when.Anaphoric {
		return -1
	}
	for k := max(t.First, t.End-1); k <= t.End && k < len(sc.s.Words); k++ {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "after", "before":
			if k+1 < len(sc.s.Words) && sc.s.Words[k+1].UPOS != "PUNCT" {
				return k
			}
		}
	}
	return -1
}

// isOfBackdrop says whether a day long past is that of what led to the news that was told
// before, and so none on which what follows hangs: "took the step after the poisoning of a
// spy on March 4".
func (sc *scene) isOfBackdrop(t when.Time) bool {
	if sc.anchor.IsZero() || sc.isNews(t) || sc.anchor.From.Before(t.Past.From) {
		return false
	}
	for k := t.First - 1; k >= 0 && (!sc.s.IsVerb(k) || sc.s.Mark(k) != ""); k-- {
		if slices.ContainsFunc(sc.c.vocabulary.forms[backdrops], func(words []string) bool { return wordsAt(&sc.s, k, words) }) {
			return true
		}
	}
	return false
}

// turned reads a distance from the other end where an event is what it is counted
// from: "seven years after Riyadh broke them off" puts the break seven years back.
func (sc *scene) turned(t when.Time, f *candidate) when.Time {
	if f.head >= t.End && sc.opensClause(t) {
		t.Offset = -t.Offset
	}
	return t
}

// day reads a time as the day of an event, given the day that it may hang on.
func (sc *scene) day(t when.Time, from demarche.Period, e *demarche.Event) demarche.Period {
	switch t.Kind {
	case when.Anaphoric:
		if from.IsZero() || from.Days() > 31 {
			return demarche.Period{}
		}
		return t.Resolve(from.From)
	case when.Span:
		return demarche.Period{}
	}
	if ahead(e.Status) {
		return t.Ahead
	}
	if days := t.Past.Days(); t.Direction == when.Since && !t.Through.IsZero() && days > 1 {
		if days > 80 && days < 100 {
			return demarche.Period{} // "since the spring" names no day to begin on
		}
		return t.Through
	}
	return t.Past
}

// inParticiple gives the act of a participle at whose end a day stands, whatever the tree hangs
// it on, or -1: "The envoys, expelled by Chad last Thursday, left on Tuesday."
func (sc *scene) inParticiple(t when.Time, found []candidate) int {
	s := &sc.s
	verb := s.Words[sc.headOf(t)].Head
	if isTerm(t) || verb < t.End || s.Words[t.End].Form != "," && verb != t.End && (s.Words[t.End].UPOS != "AUX" || s.Words[t.End].Head != verb) {
		return -1
	}
	for i := range found {
		head := found[i].head
		if head >= t.First || s.Words[head].Rel != "acl" || s.Words[head].XPOS != "VBN" {
			continue
		}
		between := head + 1
		for between < t.First && !s.IsVerb(between) && s.Words[between].UPOS != "PUNCT" {
			between++
		}
		if between == t.First {
			return i
		}
	}
	return -1
}
