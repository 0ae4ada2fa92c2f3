package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/syntax"
	"demarche/internal/when"
)

// markTerms marks the days of a sentence that are told as those of a deadline, and leaves
// out those that tell how far things had come: what is told in one sentence may be the
// term of an act in the one before.
func (sc *scene) markTerms() {
	times := sc.times[sc.at]
	for k := range times {
		if sc.isDeadlineDay(times[k]) {
			times[k].Direction, times[k].Deadline = when.By, true
			if v := sc.verbOver(sc.headOf(times[k])); v != proposition.None && sc.s.Words[v].XPOS == "VBD" && sc.runsOut(v) {
				times[k].Ahead = times[k].Past // "ran out on Sunday"
			} else if v != proposition.None && sc.s.Words[v].XPOS != "VBN" && sc.runsOut(v) && times[k].Ahead.Days() == 1 {
				times[k].Past = times[k].Ahead // "expires on Sunday"
			}
		}
	}
	for k := range times {
		if sc.isDayToGo(times[k]) {
			times[k].Direction, times[k].Deadline, times[k].Past = when.By, true, times[k].Ahead
		}
	}
	sc.times[sc.at] = slices.DeleteFunc(times, sc.isOver)
}

// isDayToGo says whether a day to come is the one on which people are told that they must be
// gone: "They have to be out on Saturday", but not "are due to leave for Paris on
// Sunday", which is a plan.
func (sc *scene) isDayToGo(t when.Time) bool {
	s := &sc.s
	v := s.Words[sc.headOf(t)].Head
	if t.Kind != when.Point || t.Direction != when.At || t.Ahead.Days() != 1 || !sc.report.Date.Before(t.Ahead.From) || v < 0 || v > t.First || !sc.c.vocabulary.has(leaving, s.Words[v].Lemma) && !sc.isOut(v) {
		return false
	}
	for k := v - 1; k >= max(0, v-3); k-- {
		switch strings.ToLower(s.Words[k].Form) {
		case "must":
			return true
		case "to":
			return k > 0 && s.Words[k-1].Lemma == "have"
		}
	}
	return false
}

// isDayTheyGo says whether a day to come is the one on which people are told to be leaving,
// which is the term of those who were ordered out: "They will leave on Sunday."
func (sc *scene) isDayTheyGo(t when.Time) bool {
	v := sc.verbOver(sc.headOf(t))
	if t.Kind != when.Point || t.Direction != when.At || t.Ahead.Days() != 1 || !sc.report.Date.Before(t.Ahead.From) || v == proposition.None || v > t.First || !sc.c.vocabulary.has(leaving, sc.s.Words[v].Lemma) {
		return false
	}
	for k := sc.s.Kid(v); k >= 0 && k < v; k = sc.s.Next(k) {
		if l := sc.s.Words[k].Lemma; l == "will" || l == "would" {
			return sc.mayBeSentHome(sc.subjectOf(v))
		}
	}
	return false
}

// mayBeSentHome says whether those whom a word tells can be people of a mission, or those who
// were named before.
func (sc *scene) mayBeSentHome(word int) bool {
	return word == proposition.None || sc.s.Words[word].UPOS == "PRON" || sc.s.Words[word].UPOS == "NUM" || slices.ContainsFunc([]string{"diplomats", "staff", "ambassador", "attache", "families"}, func(class string) bool {
		return sc.c.objects.has(&sc.s, word, class)
	})
}

// isOver says whether a time with "by" tells what had been done then: "All of them had
// left by Monday."
func (sc *scene) isOver(t when.Time) bool {
	v := sc.s.Words[sc.headOf(t)].Head
	if v >= 0 && (t.Direction == when.By || t.Direction == when.Within) && sc.wasSo(v) {
		return true // "They were out within two days"
	}
	if t.Direction != when.By || v < 0 || !sc.s.IsVerb(v) || sc.s.Words[v].XPOS != "VBN" || !sc.s.HasPerfect(v) || sc.s.HasModal(v) || sc.s.HasInfinitiveMark(v) || sc.isDeadlineDay(t) || sc.c.lexicon.Is(sc.s.Words[v].Lemma, "order") {
		return false // "must have left by Monday", "has ordered its closure by Friday"
	}
	for k := v + 1; k < t.First; k++ {
		if sc.s.IsVerb(k) {
			return false // "had been told to leave by Monday"
		}
	}
	return true
}

// wasSo says whether a word tells that people were away, or a house empty.
func (sc *scene) wasSo(word int) bool {
	w := &sc.s.Words[word]
	if !sc.c.vocabulary.has(leaving, w.Lemma) && !sc.c.vocabulary.has(ceasing, w.Lemma) && !strings.EqualFold(w.Form, "gone") {
		return false
	}
	was := false
	for k := sc.s.Kid(word); k >= 0 && k < word; k = sc.s.Next(k) {
		switch v := &sc.s.Words[k]; strings.ToLower(v.Form) {
		case "was", "were":
			was = v.Rel == "cop"
		case "to", "due":
			return false // "were to be out within two days"
		}
	}
	return was
}

// isDeadlineDay says whether a day is told as that of a deadline: "the deadline is
// March 15", "a deadline that expires on Friday", "when they ran out on Sunday".
func (sc *scene) isDeadlineDay(t when.Time) bool {
	if t.Kind != when.Point || t.Direction != when.At && !t.Deadline && !t.Modifier || t.Ahead.IsZero() {
		return false
	}
	s := &sc.s
	n := sc.headOf(t)
	is := func(word int) bool {
		return word >= 0 && (isDeadline(&s.Words[word]) || s.Words[word].Lemma == "day" && s.IsDescribed(word, "last", "final")) // "his last day will be March 15"
	}
	over := s.Words[n].Head
	if is(over) || over >= 0 && sc.runsOut(over) {
		return true
	}
	for _, head := range []int{n, over} {
		if head < 0 {
			continue
		}
		for k := s.Kid(head); k >= 0; k = s.Next(k) {
			if is(k) && s.Words[k].Rel == "obj" && sc.c.vocabulary.has(extending, s.Words[head].Lemma) {
				return true // "extended the deadline until Friday"
			}
			if is(k) && (strings.HasPrefix(s.Words[k].Rel, "nsubj") && (head == n || sc.c.vocabulary.has(fixing, s.Words[head].Lemma) || s.Case(n) == "to" && sc.c.vocabulary.has(extending, s.Words[head].Lemma)) || s.Case(k) == "as") {
				return true // "setting Friday as the deadline"
			}
		}
	}
	return false
}

// runsOut says whether a verb tells of a term that it is over.
func (sc *scene) runsOut(verb int) bool {
	s := &sc.s
	switch s.Words[verb].Lemma {
	case "expire", "lapse":
	case "pass", "elapse", "end", "fall":
		for k := s.Kid(verb); k >= 0 && k < verb; k = s.Next(k) {
			if strings.HasPrefix(s.Words[k].Rel, "nsubj") && isDeadline(&s.Words[k]) {
				return true // "the deadline passed on Thursday"
			}
		}
		return false
	case "run":
		if verb+1 >= len(s.Words) || s.Words[verb+1].Form != "out" {
			return false
		}
	default:
		return false
	}
	for k := s.Kid(verb); k >= 0 && k < verb; k = s.Next(k) {
		if w := &s.Words[k]; strings.HasPrefix(w.Rel, "nsubj") {
			switch w.Lemma {
			case "they", "it", "that", "which", "time", "term", "period", "hour", "day", "week", "month":
				return true
			}
			return isDeadline(w) || sc.c.vocabulary.has(permits, w.Lemma)
		}
	}
	return false
}

// isDeadline says whether a word names a term that somebody is set.
func isDeadline(w *syntax.Word) bool {
	switch w.Lemma {
	case "deadline", "ultimatum", "limit", "notice":
		return true
	}
	return false
}

// inForce says whether a day is that on which what was decided takes effect: "The order comes
// into force on March 1."
func (sc *scene) inForce(t when.Time) bool {
	v := sc.verbOver(sc.headOf(t))
	if t.Kind != when.Point || t.Ahead.IsZero() || v == proposition.None || sc.s.Words[v].XPOS == "VBD" {
		return false // "took effect on Monday"
	}
	switch sc.s.Words[v].Lemma {
	case "take", "come", "go", "enter":
		for k := sc.s.Kid(v); k >= 0; k = sc.s.Next(k) {
			if l := sc.s.Words[k].Lemma; k > v && (l == "effect" || l == "force") {
				return true
			}
		}
	}
	return false
}

// isDayBefore says whether a day is told of an event that some other act must precede: "before the
// summit on 2 May".
func (sc *scene) isDayBefore(t when.Time) bool {
	if t.Kind != when.Point || t.Direction != when.At || t.Ahead.IsZero() {
		return false
	}
	const longest = 8 // words of such a phrase
	for k := t.First - 1; k > max(0, t.First-longest); k-- {
		w := &sc.s.Words[k]
		switch form := strings.ToLower(w.Form); {
		case form == "before" || form == "until" || form == "till", form == "of" && strings.EqualFold(sc.s.Words[k-1].Form, "ahead"):
			return k < t.First-1 && w.Rel == "case"
		case sc.s.IsVerb(k), w.UPOS == "PUNCT", w.UPOS == "SCONJ":
			return false
		}
	}
	return false
}

// isTimeTo gives the verb of what somebody has time to do by a term, where the tree hangs
// both on the verb of having: "Washington has until Sept. 1 to comply."
func (sc *scene) isTimeTo(verb int, term when.Time) int {
	s := &sc.s
	switch s.Words[verb].Lemma {
	case "have", "give", "get", "allow", "grant", "allot", "leave", "set":
		for k := term.End; k < len(s.Words); k++ {
			if h := s.Words[k].Head; (h == verb || h >= term.First && h < term.End) && s.IsVerb(k) && s.Mark(k) == "to" {
				return k // "has until the end of May to comply" may hang it on the month
			}
		}
	}
	return proposition.None
}

// isOut says whether a word is the place that people are to be out of, how they are to
// be, or what they are told it by: "told to be out of the country", "to get out", "gone".
func (sc *scene) isOut(word int) bool {
	if w := &sc.s.Words[word]; w.Lemma == "gone" || strings.EqualFold(w.Form, "gone") || strings.EqualFold(w.Form, "off") && sc.s.HasInfinitiveMark(word) {
		return true // "are to be off by Sunday"
	}
	for k := sc.s.Kid(word); k >= 0; k = sc.s.Next(k) {
		switch w := &sc.s.Words[k]; {
		case k < word && strings.EqualFold(w.Form, "out"), strings.EqualFold(w.Form, "off") && sc.s.Words[word].Lemma == "be", strings.EqualFold(w.Form, "out") && (sc.s.Words[word].Lemma == "get" || sc.s.Words[word].Lemma == "be" || sc.s.Words[word].Lemma == "clear"):
			return true
		case w.Rel == "xcomp" && (sc.c.vocabulary.has(leaving, w.Lemma) || sc.isOut(k)):
			return true
		}
	}
	return false
}

// isAllTheyHave says whether a word is the verb by which people have a length of time
// and nothing else: "They have one week."
func (sc *scene) isAllTheyHave(term when.Time, verb int, kind demarche.EventType) bool {
	s := &sc.s
	n := sc.headOf(term)
	if term.Kind != when.Span && term.Direction != when.Until || !s.IsVerb(verb) || s.Words[n].Head != verb || sc.isTimeTo(verb, term) != proposition.None || sc.isTimeToSay(sc.at, term) {
		return false // "They have a week to answer"
	}
	switch s.Words[verb].Lemma {
	case "have", "give", "get", "allow", "allot", "grant":
	default:
		return false
	}
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if rel := s.Words[k].Rel; (rel == "nsubj" || rel == "nsubj:pass") && k < verb {
			l := strings.ToLower(s.Words[k].Lemma)
			return l == "they" || l == "he" || l == "she" || l == "all" || l == "each" || l == "both" || sc.kindOf(k) == people || sc.givesThem(verb) ||
				l == "it" && kind == "close" || sc.c.objects.has(s, k, "consulate") || sc.c.objects.has(s, k, "embassy") || sc.c.objects.has(s, k, "mission")
		}
	}
	return false
}

// givesThem says whether a verb has those who were named before as its object: "The
// ministry gave them 14 days."
func (sc *scene) givesThem(verb int) bool {
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if rel := sc.s.Words[k].Rel; k > verb && (rel == "obj" || rel == "iobj") && sc.s.Words[k].UPOS == "PRON" && sc.s.Words[verb].Lemma != "have" {
			return true
		}
	}
	return false
}

// hasPremises says whether a verb has a mission's house as its object: "to leave the building",
// but not "to pack the bags".
func (sc *scene) hasPremises(verb int) bool {
	if sc.s.Words[verb].Lemma == "pack" {
		return false
	}
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if k > verb && sc.s.Words[k].Rel == "obj" && sc.c.objects.has(&sc.s, k, "property") {
			return true
		}
	}
	return false
}
