package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// isCallingOff says whether a verb tells that what was planned will not be: "called off", but
// not "broke off", which ends what has begun.
func (sc *scene) isCallingOff(verb int) bool {
	s := &sc.s
	return s.IsVerb(verb) && sc.c.lexicon.IsAt(s, verb, "cancel") && !sc.c.lexicon.IsAt(s, verb, "finish") &&
		!sc.c.vocabulary.has(stalling, s.Words[verb].Lemma) && !s.HasModal(verb) && !s.IsNegated(verb)
}

// callerOff gives the verb that calls off the meeting of a candidate of the sentence, or None.
func (sc *scene) callerOff(f *candidate) int {
	for at, steps := f.head, 0; at >= 0 && steps < 3; at, steps = sc.s.Words[at].Head, steps+1 {
		if sc.isCallingOff(at) {
			return at
		}
		if sc.s.IsVerb(at) {
			break
		}
	}
	return proposition.None
}

// isCalledOff says whether a candidate of the sentence is a meeting that a verb calls off.
func (sc *scene) isCalledOff(f *candidate) bool {
	return f.Type == "consult" && f.Status == demarche.Ended && f.sentence == sc.at && sc.callerOff(f) != proposition.None
}

// isOld says whether the meeting that is called off was to be before others: "an earlier meeting".
func (sc *scene) isOld(f *candidate) bool {
	return sc.s.IsDescribed(f.head, "earlier", "previous", "first")
}

// isOfWhatWas says whether a time is that of the meeting which is called off and not of the
// calling off: "cancelled a visit planned for Sunday", "Sunday's talks", "a trip next month".
func (sc *scene) isOfWhatWas(t when.Time, f *candidate) bool {
	if t.Past == t.Ahead && sc.report.Date.Before(t.Past.From) {
		return true
	}
	v, n := sc.callerOff(f), sc.headOf(t)
	for at := n; at >= 0 && at != v; at = sc.s.Words[at].Head {
		if w := &sc.s.Words[at]; at != n && w.Head == v {
			return w.Rel == "obj" || w.Rel == "nsubj:pass" || at > v && w.Rel == "advcl" && sc.c.lexicon.IsAt(&sc.s, at, "plan") // "planned for Sunday", read as an adverbial
		}
	}
	return false
}

// calledOff gives the meetings that were planned, and which a clause that only takes them up
// calls off, as ended: "were due to meet in Lima, but the talks were cancelled", and in the
// sentence behind, "The trip was postponed."
func (sc *scene) calledOff(now []candidate) []candidate {
	for v := range sc.s.Words {
		subject := sc.takenUpOff(v)
		if subject == proposition.None || slices.ContainsFunc(now, func(f candidate) bool { return f.head == subject && subject != v }) {
			continue
		}
		var off *candidate
		for i := len(now) - 1; i >= 0; i-- {
			f := &now[i]
			if isPlannedMeeting(f) && f.head < v && (subject != v || sc.s.Within(f.head, sc.s.Words[v].Head)) && (off == nil || sides(&f.Event, &off.Event)) {
				f.Status, off = demarche.Ended, f
			}
		}
		for i := len(sc.recent) - 1; i >= 0 && off == nil && subject != v && !sc.hasHad(v); i-- { // "had been cancelled": another, before
			if f := sc.recent[i]; isPlannedMeeting(&f) && sc.at-f.sentence == 1 {
				f.Status, off = demarche.Ended, &f
				now = slices.Insert(now, 0, f)
			}
		}
	}
	return now
}

// hasHad says whether a verb stands in the past perfect.
func (sc *scene) hasHad(verb int) bool {
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if strings.EqualFold(sc.s.Words[k].Form, "had") && strings.HasPrefix(sc.s.Words[k].Rel, "aux") {
			return true
		}
	}
	return false
}

// isPlannedMeeting says whether a candidate is a meeting that is told as planned.
func isPlannedMeeting(f *candidate) bool { return f.Type == "consult" && f.Status == demarche.Planned }

// takenUpOff gives the subject of a verb in the passive that calls off what was told before, or
// None.
func (sc *scene) takenUpOff(verb int) int {
	s := &sc.s
	if !sc.isCallingOff(verb) || !s.HasPassive(verb) {
		return proposition.None
	}
	if s.Words[verb].Rel == "conj" && !s.HasSubject(verb) {
		return verb // "were to begin on Monday but were called off"
	}
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "nsubj:pass" {
			continue
		}
		lemma := s.Words[k].Lemma
		meeting := sc.c.vocabulary.has(dealings, lemma) || sc.c.vocabulary.has(assemblies, lemma) || sc.c.vocabulary.has(journeys, lemma) || lemma == "event"
		if lemma == "it" || meeting && sc.takesUp(k) {
			return k
		}
	}
	return proposition.None
}

// isCallingOffOf says whether an account tells that a meeting which the sentence before told as
// planned was called off.
func (sc *scene) isCallingOffOf(f, of *candidate) bool {
	return f.Type == "consult" && of.Type == "consult" && f.Status == demarche.Ended && of.Status == demarche.Planned &&
		f.sentence >= of.sentence && f.sentence <= of.sentence+1 && sides(&f.Event, &of.Event) && (f.Trigger == of.Trigger || f.noun && sc.tellingOf(f).known) &&
		(f.Date.IsZero() || of.Date.IsZero() || f.Date.Contains(of.Date) || of.Date.Contains(f.Date)) &&
		(f.Place == "" || of.Place == "" || strings.EqualFold(f.Place, of.Place))
}
