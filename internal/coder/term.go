package coder

import (
	"slices"
	"strings"
	"time"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// isTerm says whether a time is a term to be kept rather than the day of an act.
func isTerm(t when.Time) bool {
	switch t.Direction {
	case when.By, when.Within, when.Until:
		return true
	case when.At, when.Before:
		return t.Deadline || t.Kind == when.Span
	}
	return false
}

// hasDeadline says whether acts of a type can have a time as their term. A bare
// length ("72 hours") is one only for those who must go or close.
func hasDeadline(e *demarche.Event, at when.Time) bool {
	if e.Status == demarche.Possible || e.Status == demarche.Denied {
		return false // "may be back by February" binds nobody, and "will not close by May" is no pledge
	}
	switch e.Type {
	case "expel", "close", "limit_staff":
		return at.Months < 12
	case "recall":
		// "ordered home within a day", but not "withdrew him within a day", which is done
		return at.Kind != when.Span || at.Direction == when.Within && at.Months < 12 && (ahead(e.Status) || strings.HasPrefix(string(e.Rule), "recall/order"))
	case "demand", "threaten":
		return (at.Kind != when.Span || at.Direction == when.Within && at.Months < 12) && isTimely(at)
	case "depart", "hand_back", "open", "grant_visa", "seize", "appoint":
		return at.Kind != when.Span || at.Direction == when.Within && at.Months < 12
	case "agree":
		// by when they have pledged to do it
		return at.Kind == when.Point && at.Direction == when.By && isTimely(at) || at.Kind == when.Span && at.Direction == when.Within && at.Months < 12
	case "respond", "sanction", "deny_visa":
		// what is done to somebody at once has a term only as long as it is a pledge
		return ahead(e.Status) && (at.Kind != when.Span || at.Direction == when.Within && at.Months < 12)
	}
	return false
}

// isTimely says whether a time is no longer than a month, as a term is that one is held to:
// "wants talks to be over by 2013" looks ahead.
func isTimely(t when.Time) bool { return t.Kind != when.Point || t.Ahead.Days() <= 31 }

// isDue says whether a day that the words give without "by" is a term all the same:
// those who must go go on it, and a cap holds as of it.
func (sc *scene) isDue(t when.Time, f *candidate) bool {
	if t.Kind != when.Point || t.Ahead.IsZero() || t.Ahead.From.Before(sc.report.Date) || t.Past == t.Ahead && t.Past.From.Before(sc.report.Date) {
		return false
	}
	if sc.isDayBefore(t) {
		before := t
		before.Direction = when.Before
		return hasDeadline(&f.Event, before) && (f.Type == "demand" || ahead(f.Status) || f.must || f.content != proposition.None)
	}
	switch f.Type {
	case "expel", "close", "limit_staff":
		if f.Status != demarche.Demanded && sc.inForce(t) {
			return true
		}
	}
	begins := t.Direction == when.Since && (!sc.s.HasPerfect(f.head) || !strings.EqualFold(sc.s.Words[t.First].Form, "since"))
	v := sc.verbOver(t.End - 1)
	onDay := (f.must || sc.isDayToGoOn(t, f)) && t.Direction == when.At && f.Status != demarche.Demanded && (v == f.head || f.paid[v])
	switch f.Type {
	case "expel":
		return onDay || begins && f.Status == demarche.Actual // "expelled ten of them, effective March 20"
	case "limit_staff", "close":
		// "as of Sept. 1", but not "in force since the 12th" or "has cut it since spring"
		return onDay || begins && f.Status != demarche.Planned && (t.Past == t.Ahead || t.Past.IsZero() || sc.report.Date.To(t.Ahead.From) <= t.Past.From.To(sc.report.Date))
	}
	return false
}

// isDayToGoOn says whether a day to come is the one on which those who were told to go must go,
// since the day of the order is another: "told two envoys on Monday to leave on Sunday", "told them to
// leave next week".
func (sc *scene) isDayToGoOn(t when.Time, f *candidate) bool {
	if f.content == proposition.None || t.Ahead.Days() > 7 || t.First < f.content || sc.verbOver(sc.headOf(t)) != f.content {
		return false
	}
	if t.Past == t.Ahead {
		return sc.report.Date.Before(t.Ahead.From)
	}
	return slices.ContainsFunc(sc.times[sc.at], func(u when.Time) bool {
		return u.End <= f.content && sc.isNews(u) && !isTerm(u) && u.Direction == when.At && sc.verbOver(sc.headOf(u)) == f.head
	})
}

// isGiven says whether a length is what somebody is given to do what is demanded: "gave
// it 48 hours to apologise", "demanded an apology and set a term of one week".
func (sc *scene) isGiven(t when.Time, kind demarche.EventType) bool {
	v := sc.s.Words[sc.headOf(t)].Head
	if kind != "demand" || t.Kind != when.Span || t.Direction != when.At || v < 0 {
		return false
	}
	if w := &sc.s.Words[v]; w.Head >= 0 && w.Rel == "obj" && (isDeadline(w) || w.Lemma == "term" || w.Lemma == "period") {
		return sc.c.vocabulary.has(fixing, sc.s.Words[w.Head].Lemma) || sc.s.Words[w.Head].Lemma == "give"
	}
	return sc.s.Words[v].Lemma == "give"
}

// isNow says whether an obligation stands as the report tells it: "must", "have to".
func (sc *scene) isNow(word int) bool {
	for k := max(0, word-4); k <= word; k++ {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "must", "has", "have":
			return true
		}
	}
	return false
}

// haveLeft says whether a sentence tells too that those who are told to go by a term have
// left, and not only after it.
func (sc *scene) haveLeft(found []candidate, e *demarche.Event, term when.Time) bool {
	return e.Type == "expel" && (e.Date.IsZero() || !term.Past.From.Before(e.Date.From)) && slices.ContainsFunc(found, func(f candidate) bool {
		return f.Type == "depart" && !f.noun && f.Status == demarche.Actual && overlap(f.Actor, e.Recipient) && (f.Date.IsZero() || !term.Past.From.Before(f.Date.From))
	})
}

// isStay says whether a time with "until" tells how long a state lasts rather than how
// much time somebody has: "closed until Monday", "will renew its sanctions until March", but
// "has until Monday to close".
func (sc *scene) isStay(t when.Time, kind demarche.EventType) bool {
	switch kind {
	case "close", "limit_staff", "open", "seize", "hand_back", "sanction", "deny_visa":
	default:
		return false
	}
	v := sc.verbOver(sc.headOf(t))
	if t.Direction != when.Until || v == proposition.None {
		return false
	}
	switch sc.s.Words[v].Lemma {
	case "have", "give", "get", "allow", "grant", "leave", "set":
		return false
	}
	return true
}

// isPassed says whether a time with "by" tells how far things had come, rather than a
// term: "By nightfall it had shown six of them the door".
func (sc *scene) isPassed(t when.Time, f *candidate) bool {
	if (f.Type == "appoint" || f.Type == "depart") && f.Status == demarche.Actual && isTerm(t) {
		return true // who has been sent, or has left, has no time left to do it in
	}
	if t.Kind == when.Span && t.First > 0 && strings.EqualFold(sc.s.Words[t.First].Form, "in") && sc.s.Words[t.First-1].UPOS == "NUM" {
		return true // "brings the expulsions to ten in a week"
	}
	if t.Kind == when.Span && strings.EqualFold(sc.s.Words[t.First].Form, "in") && f.Type == "expel" && f.Status == demarche.Actual && f.content == proposition.None && !f.must && sc.s.Words[sc.headOf(t)].Head == f.head {
		return true // "threw out two of them in ten days"
	}
	if (t.Direction == when.By || t.Direction == when.Within) && f.Type == "close" && f.content == proposition.None && !f.must && sc.s.Words[f.head].XPOS == "VBD" && sc.c.vocabulary.has(ceasing, sc.s.Words[f.head].Lemma) && sc.s.Words[sc.headOf(t)].Head == f.head {
		return true // "shut the consulate within the week"
	}
	return t.Direction == when.By && t.First < f.head && !f.noun && !f.must && f.Status == demarche.Actual && sc.s.Words[sc.headOf(t)].Head == f.head && sc.s.HasPerfect(f.head)
}

// orderedOn counts the term of an act that is told without its day from the day of the
// same act, or of one of which it is part, as it was told before, or else from that of what
// the same side did just before: "severed relations on Tuesday. The diplomats have two days".
func (sc *scene) orderedOn(f *candidate, found []candidate) {
	if !f.Date.IsZero() || f.Status != demarche.Actual {
		return
	}
	for _, same := range []bool{true, false} {
		for _, list := range [][]candidate{found, sc.recent} {
			for k := len(list) - 1; k >= 0; k-- {
				m := &list[k]
				if m.Status != demarche.Actual || m.Date.IsZero() || !isPart(f, m) || (m.Type == f.Type) != same || !same && (!performative(m.Type) || sc.at-m.sentence > 1) {
					continue
				}
				if m.Date.Days() == 1 {
					f.Date = m.Date
					f.countTerm()
				}
				return
			}
		}
	}
}

// isPart says whether those who do an act, and to whom, are among those of another: of a
// list, or of those whom a lead sums up: "Western governments threw out Syria's envoys on
// Tuesday. France gave its own 72 hours."
func isPart(f, of *candidate) bool {
	summed := f.Type == of.Type && of.sentence == 0 && slices.Equal(of.Actor, []demarche.Code{demarche.Other})
	return len(without(f.Recipient, of.Recipient)) == 0 && (summed || len(without(f.Actor, of.Actor)) == 0)
}

// dayOf gives the day on which a length is told to have been set, by the same verb or in
// a clause on it: "the 48-hour limit that it set on Saturday".
func (sc *scene) dayOf(length when.Time) demarche.Day {
	n := sc.headOf(length)
	for rel := sc.s.Words[n].Rel; (rel == "compound" || rel == "nummod" || rel == "amod") && sc.s.Words[n].Head >= 0; rel = sc.s.Words[n].Rel {
		n = sc.s.Words[n].Head
	}
	v := sc.verbOver(n)
	var day demarche.Day
	for _, t := range sc.times[sc.at] {
		if length.Kind == when.Span && sc.isNews(t) && !isTerm(t) && t.Direction == when.At {
			d := sc.headOf(t)
			if sc.s.Within(d, n) {
				return t.Past.From
			}
			if v != proposition.None && sc.verbOver(d) == v && day == (demarche.Day{}) {
				day = t.Past.From
			}
		}
	}
	return day
}

// deadline reads a time as the term of an event. Lengths run from the day of the
// order if it is told, else from the report's.
func (sc *scene) deadline(t when.Time, e *demarche.Event) demarche.Period {
	from := sc.report.Date
	if e.Type == "agree" && !sc.isPledge(t, e) {
		return demarche.Period{}
	}
	switch {
	case e.Date.Days() == 1 && !e.Date.IsZero():
		from = e.Date.From
	case e.Date.IsZero() && !sc.anchor.IsZero() && sc.anchor.Days() == 1 && sc.at-sc.anchored <= 1 && sc.anchor.From.Plus(recent).Before(from):
		from = sc.anchor.From // the report is telling what was done on a day long past
	}
	on := sc.onlyDay(sc.at)
	if day := sc.dayOf(t); !day.IsZero() {
		on = day
	}
	if t.Kind == when.Span && e.Date.IsZero() && !on.IsZero() {
		from = on // "seven days to go, they were told on Monday"
	}
	switch t.Kind {
	case when.Span:
		start, told := sc.startOf(t)
		switch {
		case told && start == (demarche.Day{}):
			return demarche.Period{} // "within a week of the vote"
		case told:
			return t.Resolve(start)
		case e.Date.Days() > 1 && !e.Date.IsZero() && !e.Date.Contains(demarche.On(sc.report.Date)):
			return demarche.Period{} // "in 2008 it told him to be gone in three days"
		case e.Date.IsZero() && on.IsZero() && sc.at-sc.anchored <= 1 && sc.anchor.Days() > 1 && !sc.anchor.IsZero() && sc.anchor.Until.Plus(recent).Before(sc.report.Date):
			return demarche.Period{} // "turned its back on Kenya in December. The mission was given a week"
		}
		return t.Resolve(from)
	case when.Anaphoric:
		switch {
		case !sc.lastTerm.IsZero() && sc.namesTerm(sc.at, t):
			return sc.lastTerm // "ordered out two by May 1, and told to withdraw five by the same date"
		case e.Date.Days() == 1 && !e.Date.IsZero():
			return t.Resolve(e.Date.From) // "told on Friday to leave by midnight"
		case sc.anchor.IsZero() && t.Unit == when.Day && !sc.namesTerm(sc.at, t):
			return t.Resolve(sc.report.Date)
		case sc.anchor.IsZero():
			return demarche.Period{}
		}
		return t.Resolve(sc.anchor.From)
	}
	if !e.Date.IsZero() {
		return due(t, e.Date.From)
	}
	if sc.hadUntil(t) {
		return t.Past
	}
	if e.Status == demarche.Actual && !t.Past.IsZero() && sc.report.Date.To(t.Ahead.From) > faraway && t.Past.From.To(sc.report.Date) < faraway {
		return t.Past // "had until August 31", told in December
	}
	return t.Ahead
}

// startOf gives the day from which a length is told to run, if it is another than that of the
// order: "within two months of the accord, signed on March 10". It is zero where the sentence
// does not tell it, and not told where the length runs from the order: "within a week of the
// notice".
func (sc *scene) startOf(t when.Time) (day demarche.Day, told bool) {
	s := &sc.s
	if t.Direction != when.Within || !t.Ahead.IsZero() || t.End >= len(s.Words) || s.Words[t.End].Rel == "mark" {
		return day, false
	}
	from := t.End + 1
	for from < len(s.Words) && !s.IsNoun(from) && !s.IsVerb(from) && s.Words[from].UPOS != "NUM" && s.Words[from].UPOS != "PRON" {
		from++
	}
	for from+1 < len(s.Words) && s.Words[from].Rel == "compound" && s.IsNoun(from+1) {
		from++
	}
	if from >= len(s.Words) || s.IsVerb(from) || s.Words[from].UPOS == "PRON" || sc.c.vocabulary.has(steps, s.Words[from].Lemma) {
		return day, false
	}
	for _, u := range sc.times[sc.at] {
		if u.First >= t.End && u.Kind == when.Point && (u.Direction == when.At || u.Direction == when.Since) && u.Past.Days() == 1 && (u.First <= from || s.Within(sc.headOf(u), from)) {
			return u.Past.From, true
		}
	}
	return day, true
}

// isPledge says whether a day is one by which those who have just agreed have yet to do what
// they agreed on, rather than one of the terms of an old accord or of a distant aim.
func (sc *scene) isPledge(t when.Time, e *demarche.Event) bool {
	return (e.Date.IsZero() || !e.Date.Until.Plus(recent).Before(sc.report.Date)) && !t.Ahead.From.Before(sc.report.Date) &&
		sc.report.Date.To(t.Ahead.From) < faraway && (t.Past == t.Ahead || t.Past.From.To(sc.report.Date) > recent)
}

// hadUntil says whether a report tells in its own words that somebody had until a day, which
// is over then: "He had until Monday to leave but has stayed", not "said they had until
// Monday".
func (sc *scene) hadUntil(t when.Time) bool {
	s := &sc.s
	v := sc.s.Words[sc.headOf(t)].Head
	if t.Kind != when.Point || t.Direction != when.Until || t.Past.IsZero() || v < 0 || s.Words[v].Lemma != "have" || s.Words[v].XPOS != "VBD" {
		return false
	}
	for at := v; at >= 0; at = s.Words[at].Head {
		if rel := s.Words[at].Rel; rel == "ccomp" || rel == "parataxis" {
			return false
		}
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if sc.isAside(k) || s.Words[k].Rel == "aux" {
			return false // "had until Monday, the ministry said"
		}
	}
	return true
}

// namesTerm says whether words of a sentence name the term told before: "by then", "by that
// date".
func (sc *scene) namesTerm(sentence int, t when.Time) bool {
	switch strings.ToLower(sc.form(sentence, t.End-1)) {
	case "then", "date":
		return t.Offset == 0
	case "day":
		return t.Offset == 0 && !strings.EqualFold(sc.form(sentence, max(0, t.End-2)), "the") // "by the end of the day"
	}
	return false
}

// opened gives the first day of a weekend by which something is to be done: it is due when
// the weekend begins.
func opened(t when.Time, due demarche.Period) demarche.Period {
	if (t.Direction == when.By || t.Direction == when.Before) && due.Days() == 2 && due.From.Weekday() == time.Saturday {
		return demarche.On(due.From)
	}
	return due
}

// faraway is how many days off a term is hardly set.
const faraway = 240

// due reads the term of an act from the day on which it was set: a term runs on from
// the order, and may have passed when the report tells it.
func due(t when.Time, from demarche.Day) demarche.Period {
	if t.Kind != when.Point {
		return t.Resolve(from)
	}
	if !t.Past.IsZero() && !t.Past.From.Before(from) {
		return t.Past
	}
	return t.Ahead
}

// onlyDay gives the one day that a sentence tells of the week before the report.
func (sc *scene) onlyDay(sentence int) demarche.Day {
	var day demarche.Day
	for _, t := range sc.times[sentence] {
		if sc.isNews(t) && !isTerm(t) && t.Direction == when.At && !sc.report.Date.Before(t.Past.From) {
			if day != (demarche.Day{}) && day != t.Past.From {
				return demarche.Day{}
			}
			day = t.Past.From
		}
	}
	return day
}

// countTerm counts the term of an act anew from its day, if both are told.
func (f *candidate) countTerm() {
	if f.term.Kind != 0 && !f.Date.IsZero() && f.Date.Days() == 1 {
		f.Deadline = due(f.term, f.Date.From)
	}
}
