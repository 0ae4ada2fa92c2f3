package coder

import (
	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
	"slices"
	"strings"
)

// dates gives the events of a sentence their dates and deadlines.
func (sc *scene) dates(found []candidate) []candidate {
	times := sc.asSpoken(sc.times[sc.at])
	sc.times[sc.at] = times
	before := sc.hang(times)
	if len(found) == 0 {
		return found
	}
	owners, sayings := make([]int, len(times)), make([]int, len(times))
	for i, t := range times {
		owners[i], sayings[i] = sc.timed(t, found)
		if owners[i] < 0 && sc.inForce(t) {
			owners[i] = lastMeasure(found) // "under an order that takes effect on March 1, it may keep ten"
		}
	}
	for i := range found {
		e := &found[i].Event
		termed := false
		if sc.isYetToCome(&found[i]) {
			e.Status = demarche.Planned
		}
		for k, t := range times {
			if owners[k] == i && (sc.isPassed(t, &found[i]) || sc.isOfRest(t, &found[i])) {
				owners[k] = -1
			}
			termed = termed || owners[k] == i && isTerm(t) && hasDeadline(e, t)
		}
		for k, t := range times {
			if !termed && owners[k] == i && e.Deadline.IsZero() && sc.isDue(t, &found[i]) {
				e.Deadline = t.Ahead
			}
		}
		for k, t := range times {
			if owners[k] == i && e.Date.IsZero() {
				sc.date(t, before[k], &found[i])
			}
		}
		for k, t := range times {
			if e.Date.IsZero() && sc.isToldBy(&found[i], sayings[k]) {
				sc.date(t, before[k], &found[i])
			}
		}
		if e.Date.IsZero() {
			e.Date = sc.sharedDay(found, i)
		}
		if e.Date.IsZero() {
			sc.dateWhen(times, before, &found[i])
		}
		if e.Date.IsZero() {
			sc.dateBefore(times, &found[i])
		}
		if e.Date.IsZero() && e.Status == demarche.Actual && !sc.s.HasPerfect(found[i].head) {
			e.Date = sc.headingDay()
		}
		if e.Date.IsZero() && !sc.isCalledOff(&found[i]) {
			sc.fillDay(&found[i], found)
		}
		if !e.Date.IsZero() {
			sc.anchor, sc.anchored, sc.anchorType = e.Date, sc.at, e.Type
			if e.Date.Days() <= 31 {
				sc.lastDay = e.Date
			}
		}
		for _, length := range []bool{false, true} { // "72 hours, until 10 a.m. on Monday"
			for _, k := range behindFirst(times, found[i].head) {
				t := times[k]
				if owners[k] == i && (t.Kind == when.Span) == length && e.Deadline.IsZero() && isTerm(t) && (hasDeadline(e, t) || sc.isGiven(t, e.Type)) && !sc.isStay(t, e.Type) {
					if t.Kind == when.Point && found[i].must && sc.isNow(found[i].head) {
						t.Past = t.Ahead // "must leave by Tuesday"
					} else if sc.haveLeft(found, e, t) {
						t.Ahead = t.Past // "given until Sunday, they left on Saturday"
					}
					e.Deadline = opened(t, sc.deadline(t, e))
					if found[i].term = t; length {
						sc.orderedOn(&found[i], found[:i])
					}
				}
			}
		}
		if !e.Deadline.IsZero() {
			sc.lastTerm = e.Deadline
		} else {
			sc.fillTerm(&found[i], found, sc.termsOfOthers(owners, found, i))
		}
	}
	return found
}

// lastMeasure gives the last of the acts that are orders to others' missions, or -1.
func lastMeasure(found []candidate) int {
	for i := len(found) - 1; i >= 0; i-- {
		switch found[i].Type {
		case "expel", "close", "limit_staff":
			return i
		}
	}
	return -1
}

// behindFirst gives the times of a sentence in the order in which they may be an act's
// term: those behind its word, then those before it. "She was by Tuesday packing: China
// wants her gone by May 13."
func behindFirst(times []when.Time, word int) (order []int) {
	for _, behind := range []bool{true, false} {
		for k := range times {
			if (times[k].First > word) == behind {
				order = append(order, k)
			}
		}
	}
	return order
}

// dateWhen gives an act the day of the clause that it is told to fall together with: "on
// Sept. 14, when the ambassador was summoned", "left in April, as the two expelled".
func (sc *scene) dateWhen(times []when.Time, before []demarche.Period, f *candidate) {
	s := &sc.s
	if f.Status != demarche.Actual {
		return
	}
	at := f.head
	for ; at >= 0; at = s.Words[at].Head {
		if rel := s.Words[at].Rel; rel == "advcl" || rel == "acl:relcl" {
			break
		}
		if rel := s.Words[at].Rel; rel != "xcomp" && rel != "conj" && rel != "obj" {
			return
		}
	}
	if at < 0 {
		return
	}
	joint := false
	for k := s.Kid(at); k >= 0; k = s.Next(k) {
		if w := strings.ToLower(s.Words[k].Form); k < at && (w == "when" || w == "as" && s.Words[k].Rel == "mark") && s.HasSubject(at) {
			joint = true
		}
	}
	over := s.Words[at].Head
	for k, t := range times {
		if !joint || isTerm(t) || t.Direction != when.At || !f.Date.IsZero() {
			continue
		}
		n := sc.headOf(t)
		if over >= t.First && over < t.End || s.Words[n].Head == over && n != at {
			sc.date(t, before[k], f)
		}
	}
}

// date gives an event a time as its day, unless it is rather a term.
func (sc *scene) date(t when.Time, from demarche.Period, f *candidate) {
	e := &f.Event
	if t.Kind == when.Span && t.Direction == when.Within && ahead(e.Status) && !hasDeadline(e, t) && strings.EqualFold(sc.s.Words[t.First].Form, "in") {
		e.Date = t.Resolve(sc.report.Date) // "will meet in a fortnight"
		return
	}
	if sc.isDayOfAsking(t, f) {
		return
	}
	if isTerm(t) || t.Direction == when.For || sc.isDue(t, f) || sc.isOfFirst(t, f) || sc.isDayBefore(t) && sc.isDayApart(t, f.head) {
		return
	}
	if sc.isCalledOff(f) {
		if !sc.isOfWhatWas(t, f) {
			return // "cancelled the visit on Sunday": the day of the word, not that of the visit
		}
		if !sc.isOld(f) {
			t.Past = t.Ahead
		}
	}
	if sc.isTimetable(t, f) || sc.inForce(t) {
		t.Past = t.Ahead // "goes to Moscow on Tuesday", "the embargo takes effect on Tuesday"
	}
	e.Date = sc.day(sc.turned(t, f), from, e)
	if e.Status == demarche.Actual && !e.Date.IsZero() && t.Kind == when.Point && t.Direction == when.At && t.Past == t.Ahead && sc.report.Date.Before(e.Date.From) && !f.must && !f.made && !e.Type.IsSpeech() {
		e.Status = demarche.Planned // "travels to Abu Dhabi next week"
	}
	if e.Status == demarche.Actual && sc.report.Date.Before(e.Date.From) {
		e.Date = demarche.Period{} // what has happened was not after its report
	}
}

// isTimetable says whether a meeting in the present tense, with a day of the week that was
// not just now, is one that is to come: "The two meet in Geneva on Friday."
func (sc *scene) isTimetable(t when.Time, f *candidate) bool {
	w := &sc.s.Words[f.head]
	if f.noun && w.Head >= 0 && (w.Rel == "obj" || w.Rel == "nsubj") && sc.c.lexicon.Carries(sc.s.Words[w.Head].Lemma) {
		w = &sc.s.Words[w.Head] // "begins a visit on Friday", "Talks open on Friday"
	}
	return f.Type == "consult" && f.Status == demarche.Actual && (w.XPOS == "VBZ" || w.XPOS == "VBP") && sc.isNews(t) && t.Direction == when.At && !t.Ahead.IsZero() &&
		t.Past != t.Ahead && t.Past.From.Before(sc.report.Date.Plus(-1))
}

// isYetToCome says whether an act in the present tense is told with words for a time that is to come
// and has no day: "meets the Omani king in the coming days", "is opening a consulate shortly".
func (sc *scene) isYetToCome(f *candidate) bool {
	v := sc.clauseOf(f.head)
	if f.Status != demarche.Actual || f.Type.IsSpeech() || v == proposition.None {
		return false
	}
	s := &sc.s
	if w := &s.Words[v]; w.XPOS != "VBZ" && w.XPOS != "VBP" && !(w.XPOS == "VBG" && s.HasAuxiliary(v)) || s.HasPerfect(v) {
		return false
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if a := &s.Words[k]; a.Rel == "advmod" && (a.Form == "soon" || a.Form == "shortly") && k > v {
			return true
		}
		first, end := s.Subtree(k)
		for t := max(first, v+1); t+1 < end; t++ {
			if s.Words[t].Form == "later" && (s.Words[t+1].Form == "this" || s.Words[t+1].Form == "today") && !s.IsVerb(k) {
				return true
			}
		}
		if c := s.Case(k); !strings.HasPrefix(s.Words[k].Rel, "obl") || c != "in" && c != "within" && c != "over" {
			continue
		}
		switch s.Words[k].Form {
		case "hours", "days", "weeks", "months", "years":
			for n := s.Kid(k); n >= 0; n = s.Next(n) {
				if x := s.Words[n].Form; x == "coming" || x == "next" || x == "ahead" {
					return true
				}
			}
		}
	}
	return false
}

// timed gives the event of a sentence that a time belongs to, or -1. If the time
// stands by a verb of saying, it gives that too: others told with it were done on the day too.
func (sc *scene) timed(t when.Time, found []candidate) (owner, said int) {
	s := &sc.s
	n := sc.headOf(t)
	owner, said = -1, proposition.None
	if k := sc.opener(t); k >= 0 && s.Words[k].Rel == "mark" {
		return actOn(found, s.Words[k].Head), proposition.None
	}
	if step := sc.likeStepBefore(t); step != proposition.None {
		return actOn(found, step), proposition.None // "a similar move by Togo a week ago"
	}
	if b := sc.boundOf(t); b != proposition.None && !isTerm(t) {
		for i := range found {
			if s.Within(found[i].head, b) {
				return i, proposition.None // "before the summit in May"
			}
		}
		if !sc.isDayBefore(t) {
			return -1, proposition.None
		}
	}
	done := proposition.None // what somebody has time to do
	if h := s.Words[n].Head; isTerm(t) && h >= 0 {
		if done = sc.isTimeTo(h, t); done != proposition.None {
			if i := actOn(found, done); i >= 0 {
				if g := actOn(found, h); g >= 0 && found[g].head == h && found[g].Type == found[i].Type {
					i = g // "gave two of Mali's a week to leave", told with an order that it answers
				}
				return i, proposition.None // "has until April to reduce staff"
			}
		}
	}
	if i := sc.inParticiple(t, found); i >= 0 {
		return i, proposition.None
	}
	passed := proposition.None // the outermost other clause between the time and the event
	for at := n; at >= 0 && owner < 0; at = s.Words[at].Head {
		owner = actOn(found, at)
		for i := range found {
			// A verb that carries an event noun.
			if f := &found[i]; owner < 0 && f.noun && s.Words[f.head].Head == at && s.IsVerb(at) && s.Words[f.head].Rel != "obl" {
				owner = i
			}
		}
		if owner >= 0 && (found[owner].Type == "accuse" || found[owner].Type == "demand" && !isTerm(t)) && (sc.isBlamed(t, n, at) || passed != proposition.None) {
			// "blames it for an explosion in 2014": the day of the deed; "urged it to lift
			// curbs imposed on July 4": that of what is to be undone
			return -1, proposition.None
		}
		if t.Modifier && owner < 0 && at != n && !sc.c.vocabulary.has(papers, s.Words[at].Lemma) && !(isTerm(t) && isDeadline(&s.Words[at])) {
			return -1, proposition.None // "November's election": the day of something else
		}
		if owner < 0 && s.IsVerb(at) && sc.isAside(at) {
			said = at
		}
		if owner < 0 && sc.isApart(at, t) {
			passed = at
			for i := range found {
				if f := &found[i]; f.head < t.First && s.Within(f.head, at) {
					owner = i // "a thaw that set in with a visit in March"
				}
			}
			if owner >= 0 {
				return owner, proposition.None
			}
		}
	}
	if owner >= 0 {
		if f := &found[owner]; f.Type.IsSpeech() && isTerm(t) && (passed != proposition.None || sc.isToldOfOthers(n, sc.clauseOf(f.head))) {
			return -1, proposition.None // "the demand, made while trucks were held up until noon"
		}
		if isTerm(t) && (found[owner].Status != demarche.Conditional && sc.isOfCondition(n, found[owner].head) || found[owner].Type == "recall" && sc.isToldOfOthers(n, found[owner].head)) {
			return -1, proposition.None // "called him home and said he would be back by Friday"
		}
		if said != proposition.None && !isTerm(t) && (!doneBySaying(&found[owner]) || sc.isToldByOther(&found[owner], said)) {
			return -1, said // "is to expel two, it said on Tuesday": the day of the word
		}
		if passed != proposition.None && !isTerm(t) && !(found[owner].noun && s.Words[passed].Head == found[owner].head && strings.HasPrefix(s.Words[passed].Rel, "acl")) {
			return -1, proposition.None // "the president deposed in July": the day of something else
		}
		// A later act that stands nearer has the better claim: "to leave in answer
		// to the expulsion of two Americans last month".
		for i := range found {
			f := &found[i]
			if f.noun && found[owner].Type == "consult" && s.Words[n].Head == found[owner].head && slices.Contains(occasions, s.Case(f.head)) {
				continue // "will meet at the summit in Maputo on June 23"
			}
			if f.head > found[owner].head && f.head < t.First && s.Within(f.head, found[owner].head) && !isTerm(t) {
				owner = i
			}
		}
		return owner, said
	}
	if done != proposition.None && sc.c.vocabulary.has(complying, s.Words[done].Lemma) {
		return -1, proposition.None // "Ghana has until Friday to decide, but Togo"
	}
	for i := range found {
		if h := s.Words[found[i].head].Head; h >= t.First && h < t.End {
			return i, proposition.None // "Last month Tehran named him", read as the month when
		}
	}
	// Else the one that the verb over it is closest to, as "said on Friday"; else
	// the nearest before it, or the first after it.
	v := sc.verbOver(n)
	first, steps := -1, 2*len(s.Words)
	for i := range found {
		f := &found[i]
		up := -1
		if v != proposition.None {
			up = sc.stepsTo(f.head, v)
		}
		if sc.isDayApart(t, f.head) && !sc.isDayBefore(t) {
			continue
		}
		if first < 0 {
			first = i
		}
		if !isTerm(t) && up >= 0 && !sc.isToldBy(f, v) {
			up += len(s.Words) // what was done by saying it goes before what is only told
		}
		if up >= 0 && up < steps {
			owner, steps = i, up
		}
	}
	if first < 0 {
		return -1, proposition.None
	}
	for i := range found {
		if found[i].head < t.First && owner < 0 && (!sc.isDayApart(t, found[i].head) || sc.isDayBefore(t)) {
			owner = i
		}
	}
	if owner < 0 {
		owner = first
	}
	if isTerm(t) && t.Kind == when.Point && found[owner].Type != "expel" && !sc.mayWaitOver(sc.at, t) {
		return -1, proposition.None // "Mali's embassy was bare by Saturday, and Chad closed its own"
	}
	if !isTerm(t) && sc.isDayOfPlan(v, t, &found[owner]) {
		return owner, proposition.None
	}
	if !isTerm(t) && (!doneBySaying(&found[owner]) || sc.isToldByOther(&found[owner], v)) {
		return -1, proposition.None // a day on the verb of saying is that of the word, not of the act
	}
	return owner, v
}

// actOn gives the act that a word tells, or else the last that pays for it, or -1.
func actOn(found []candidate, word int) int {
	on := -1
	for i := range found {
		if found[i].head == word {
			return i
		}
		if found[i].paid[word] {
			on = i
		}
	}
	return on
}

// isOfCondition says whether a word stands in a condition under a verb: "will expel two if
// Moscow does not reply by Friday".
func (sc *scene) isOfCondition(word, verb int) bool {
	for at := word; at >= 0 && at != verb; at = sc.s.Words[at].Head {
		if m := sc.s.Mark(at); sc.s.IsVerb(at) && (m == "if" || m == "unless") {
			return true
		}
	}
	return false
}

// isToldOfOthers says whether a word stands in what somebody else says, or in what is
// done to an end, below a verb: "called for action, with its chief claiming that".
func (sc *scene) isToldOfOthers(word, verb int) bool {
	s := &sc.s
	for at := word; at >= 0 && at != verb; at = s.Words[at].Head {
		if up := s.Words[at].Head; up >= 0 && up != verb && s.Words[at].Rel == "ccomp" {
			return true
		}
	}
	return false
}

// stepsTo gives how many words up from a word another stands, or -1.
func (sc *scene) stepsTo(word, over int) int {
	for n := 0; word >= 0; n++ {
		if word == over {
			return n
		}
		word = sc.s.Words[word].Head
	}
	return -1
}

// isToldBy says whether an act was done by being told with a verb of saying: it stands
// in what is said and in no clause that tells of something before.
func (sc *scene) isToldBy(f *candidate, v int) bool {
	if !doneBySaying(f) || f.noun || v == proposition.None || !sc.c.lexicon.IsSaying(sc.s.Words[v].Lemma) || sc.isToldByOther(f, v) {
		return false
	}
	over := v
	if sc.isAside(v) && !sc.s.Within(f.head, v) {
		over = sc.s.Words[v].Head // "..., the ministry said"
		for sc.s.Words[over].Rel == "conj" && sc.s.IsVerb(sc.s.Words[over].Head) {
			over = sc.s.Words[over].Head
		}
	}
	for at := f.head; at != over; at = sc.s.Words[at].Head {
		if at < 0 {
			return false
		}
		switch rel, _, _ := strings.Cut(sc.s.Words[at].Rel, ":"); rel {
		case "ccomp", "xcomp", "conj", "parataxis":
		default:
			return false
		}
	}
	return true
}

// isAside says whether a verb of saying stands beside what is said: "..., it said".
func (sc *scene) isAside(verb int) bool {
	w := &sc.s.Words[verb]
	return (w.Rel == "parataxis" || w.Rel == "advcl" && sc.s.Mark(verb) == "" && verb > w.Head && sc.s.HasSubject(verb)) && sc.c.lexicon.IsSaying(w.Lemma)
}

// headOf gives the word by which the tree hangs a time.
func (sc *scene) headOf(t when.Time) int {
	n := t.First
	for k := t.First; k < t.End; k++ {
		if h := sc.s.Words[k].Head; h < t.First || h >= t.End {
			n = k
		}
	}
	return n
}

// isNews says whether a time is a day of the week before the report.
func (sc *scene) isNews(t when.Time) bool {
	return t.Kind == when.Point && t.Past.Days() == 1 && !t.Past.From.Before(sc.report.Date.Plus(-recent))
}

// doneBySaying says whether an act was done by saying it, so that it was done on the
// day on which it was said.
func doneBySaying(f *candidate) bool {
	return (f.Type.IsSpeech() || performative(f.Type)) && f.Status == demarche.Actual
}

// sharedDay gives an event without a day that of the one that it goes along with, if
// the same side does both: joined by "and", or as what is done in doing the other
// ("summoned him on Wednesday to deliver an ultimatum", "cut ties on Monday, accusing
// it of").
func (sc *scene) sharedDay(found []candidate, i int) demarche.Period {
	f, s := &found[i], &sc.s
	for at := f.head; ; {
		w := &s.Words[at]
		up := w.Head
		if up < 0 {
			return demarche.Period{}
		}
		switch w.Rel {
		case "conj":
		case "obj", "xcomp":
			if !f.noun || at != f.head {
				return demarche.Period{}
			}
		case "advcl":
			if mark := s.Mark(at); !(mark == "" && w.XPOS == "VBG" || mark == "to" && (f.Type.IsSpeech() || f.noun)) {
				return demarche.Period{}
			}
		default:
			return demarche.Period{}
		}
		for j := range found {
			if g := &found[j]; (g.head == up || g.paid[up]) && !g.Date.IsZero() && overlap(f.Actor, g.Actor) && f.Status == g.Status {
				return g.Date
			}
		}
		at = up
	}
}

// performative says whether an act of a type is done by saying it.
func performative(t demarche.EventType) bool {
	switch t {
	case "expel", "recall", "summon", "sanction", "close", "limit_staff", "break_relations", "limit_movement", "limit_term":
		return true
	}
	return false
}

// ahead says whether an event of a status lies ahead of its report.
func ahead(s demarche.Status) bool {
	switch s {
	case demarche.Planned, demarche.Threatened, demarche.Demanded, demarche.Conditional, demarche.Possible:
		return true
	}
	return false
}

// isBlamed says whether a word stands in the deed that a verb blames somebody for.
func (sc *scene) isBlamed(t when.Time, word, verb int) bool {
	for at := sc.s.Words[word].Head; at >= 0 && at != verb; at = sc.s.Words[at].Head {
		if c := sc.s.Case(at); sc.s.Words[at].Head == verb && (c == "for" || c == "of") {
			return true
		}
		if sc.s.IsVerb(at) && !sc.isNews(t) && sc.s.Words[at].Rel != "conj" {
			return true // "blamed it for blowing up a depot in 2014"
		}
	}
	return false
}

// recent is how many days before its report an act may lie and still be its news.
const recent = 7
