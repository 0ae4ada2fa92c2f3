package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// laterDay finds the day of acts that one of the two sentences before told without one:
// "The steps, announced on Thursday", "The decision was handed to the envoy on
// Tuesday". It gives the acts again, with their day, beside now.
func (sc *scene) laterDay(now []candidate) []candidate {
	out := now
	for _, t := range sc.times[sc.at] {
		if t.Kind != when.Point || t.Direction != when.At || isTerm(t) || t.Past.Days() != 1 || sc.inForce(t) {
			continue
		}
		step := sc.stepOf(t, now)
		if step == proposition.None {
			out = append(out, sc.saidOn(t, now)...)
			continue
		}
		signed := sc.c.vocabulary.has(treaties, sc.s.Words[step].Lemma) // "The accord was signed on Monday"
		var by []demarche.Code                                          // who took the step, if it is told
		var p proposition.Proposition
		if sc.s.Read(sc.verbOver(sc.headOf(t)), sc.c.lexicon, &p); p.Agent.Head != proposition.None {
			by = sc.resolve(p.Agent.Head, nil).codes
		}
		open := slices.DeleteFunc(slices.Clone(sc.recent), func(f candidate) bool {
			return sc.at-f.sentence > 2 || !f.Date.IsZero() || f.Type.IsSpeech() || !(signed && f.Type == "agree" && f.Status == demarche.Actual || !signed && doneBySaying(&f)) || len(by) > 0 && !overlap(by, f.Actor)
		})
		for _, f := range open {
			if !overlap(f.Actor, open[len(open)-1].Actor) {
				continue
			}
			f.Date = t.Past
			f.countTerm()
			out = append(out, f)
		}
	}
	return out
}

// saidOn gives the acts done by saying them that a lead told in the perfect and without a
// day, with the day on which who did them is then told to have spoken: "Kenya has expelled
// two Somali diplomats. The pair had spied, its foreign ministry said on Monday."
func (sc *scene) saidOn(t when.Time, now []candidate) []candidate {
	v := sc.verbOver(sc.headOf(t))
	if !sc.isNews(t) || sc.report.Date.Before(t.Past.From) || v == proposition.None || sc.s.HasModal(v) || sc.s.HasPerfect(v) {
		return nil
	}
	if lemma := sc.s.Words[v].Lemma; !sc.c.lexicon.IsSaying(lemma) && !sc.c.vocabulary.has(conveying, lemma) {
		return nil
	}
	var p proposition.Proposition
	if sc.s.Read(v, sc.c.lexicon, &p); p.Agent.Head == proposition.None {
		return nil
	}
	by := sc.resolve(p.Agent.Head, nil)
	if len(by.codes) != 1 || slices.ContainsFunc(now, func(f candidate) bool { return performative(f.Type) && overlap(f.Actor, by.codes) }) {
		return nil
	}
	var out []candidate
	for _, f := range sc.recent {
		if f.sentence > 1 || sc.at-f.sentence > 2 || f.noun || !f.Date.IsZero() || !performative(f.Type) || f.Status != demarche.Actual || !slices.Equal(f.Actor, by.codes) {
			continue
		}
		var lead proposition.Sentence
		lead.Set(sc.trees[f.sentence].Words, sc.c.lexicon)
		order := f.head
		for lead.Words[order].Rel == "xcomp" {
			order = lead.Words[order].Head // "has told them to be out"
		}
		if !lead.HasPerfect(order) {
			continue
		}
		f.Date = t.Past
		f.countTerm()
		out = append(out, f)
	}
	return out
}

// stepOf gives the noun by which the clause of a time takes up acts told before, as
// what was announced, taken or handed over then, or None.
func (sc *scene) stepOf(t when.Time, now []candidate) int {
	s := &sc.s
	v := sc.verbOver(sc.headOf(t))
	if v == proposition.None || !sc.c.vocabulary.has(conveying, s.Words[v].Lemma) {
		return proposition.None
	}
	is := func(n int) bool {
		return n >= 0 && s.IsNoun(n) && (sc.c.vocabulary.has(steps, s.Words[n].Lemma) || sc.c.vocabulary.has(treaties, s.Words[n].Lemma)) && sc.takesUp(n) &&
			!slices.ContainsFunc(now, func(f candidate) bool { return f.head == n && !f.Date.IsZero() })
	}
	if n := s.Words[v].Head; strings.HasPrefix(s.Words[v].Rel, "acl") && is(n) {
		return n
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		switch s.Words[k].Rel {
		case "nsubj", "nsubj:pass", "obj":
			if is(k) {
				return k
			}
		}
	}
	return proposition.None
}

// takesUp says whether a noun points back: "the steps", "both measures", "its decision".
func (sc *scene) takesUp(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "the", "this", "that", "these", "those", "both", "its", "their", "his":
			return true
		}
		if sc.s.Words[k].Rel == "nmod:poss" {
			return true
		}
	}
	return false
}

// headingDay gives the day that heads the paragraph of the sentence, as in chronologies:
// "TIRANA, 7 Sept: Albania breaks with Iran", "Dec. 12. Half of them are told to go". It
// is zero where none does.
func (sc *scene) headingDay() demarche.Period {
	for i := sc.at; i >= 0; i-- {
		tokens := sc.sentences[i].Tokens
		for _, t := range sc.times[i] {
			if t.Kind != when.Point || t.Direction != when.At || t.Past.Days() != 1 || t.First > 3 || t.Past.Contains(demarche.On(sc.report.Date)) {
				continue // a dateline heads the report, not what it tells
			}
			plain := true
			for k := range t.First {
				w := sc.form(i, k)
				plain = plain && (w == "," || strings.ToUpper(w) == w || sc.isEntity(i, k))
			}
			if plain && t.End < len(tokens) {
				switch sc.form(i, t.End) {
				case ":", "-", "--", "–", "—":
					return t.Past
				case ".":
					if t.End == len(tokens)-1 {
						return t.Past
					}
				}
			}
		}
		if i > 0 && strings.Contains(demarche.Span{Start: sc.sentences[i-1].Span.End, End: sc.sentences[i].Span.Start}.In(sc.report.Text), "\n") {
			break
		}
	}
	return demarche.Period{}
}

// asSpoken gives the times of a sentence with each "today" that somebody is quoted with as the day on
// which he spoke, since a paper prints it on the next: that which the sentence tells, else the one
// told last.
func (sc *scene) asSpoken(times []when.Time) []when.Time {
	today := demarche.On(sc.report.Date)
	for i, t := range times {
		if t.Kind != when.Point || t.Past != today || sc.quoteAt(t.First) == nil {
			continue
		}
		switch strings.ToLower(sc.form(sc.at, t.First)) {
		case "today", "tonight", "this":
		default:
			continue
		}
		day := sc.lastDay
		for _, said := range times {
			if sc.quoteAt(said.First) == nil && sc.isNews(said) && said.Direction == when.At {
				day = said.Past
			}
		}
		if day.Days() != 1 || !day.From.Before(sc.report.Date) || day.From.Before(sc.report.Date.Plus(-2)) {
			continue
		}
		times = slices.Clone(times)
		times[i].Past, times[i].Ahead = day, day
	}
	return times
}

// dateBefore gives what is done by saying it the day of the verb that it is joined to, if
// the same people do both: "flew to Quito on Monday and accused Peru of lying".
func (sc *scene) dateBefore(times []when.Time, f *candidate) {
	s := &sc.s
	if !doneBySaying(f) || f.noun || s.Words[f.head].Rel != "conj" || s.HasSubject(f.head) || s.HasPerfect(f.head) {
		return
	}
	up := s.Words[f.head].Head
	for _, t := range times {
		if n := sc.headOf(t); s.IsVerb(up) && s.Words[n].Head == up && t.End <= f.head && sc.isNews(t) && t.Direction == when.At && !isTerm(t) && !sc.report.Date.Before(t.Past.From) {
			f.Date = t.Past
		}
	}
}

// isOfFirst says whether a time tells since when there was none of what is told, or what lies
// between it and that: "their first meeting since 1996", "the first minister to visit Oslo since
// May", "their first talks since a row in 2019", "resumed talks stalled since last year".
func (sc *scene) isOfFirst(t when.Time, f *candidate) bool {
	if t.Direction != when.Since {
		n := sc.headOf(t)
		before := min(n, t.First) - 1
		if before >= 0 && sc.s.Words[before].Rel == "case" && sc.s.Words[before].Head == n {
			before--
		}
		return f.Type.IsSymmetric() && (sc.isOfSince(n, f.head) || before >= 0 && sc.s.Words[before].UPOS != "PUNCT" && sc.isOfSince(before, f.head))
	}
	for k := t.First - 1; k >= 0 && sc.s.Words[k].UPOS != "PUNCT" && (!sc.s.IsVerb(k) || sc.s.IsInfinitive(k)); k-- {
		if strings.EqualFold(sc.s.Words[k].Form, "first") {
			return true
		}
	}
	v := sc.verbOver(sc.headOf(t))
	return v != proposition.None && sc.c.vocabulary.has(stalling, sc.s.Words[v].Lemma)
}

// isOfSince says whether a word stands with what "since" tells, be that a noun or a clause, and
// an act does not: "since a row over gas in 2019", "since ties soured in 2017".
func (sc *scene) isOfSince(word, act int) bool {
	for at := word; at >= 0 && at != act; at = sc.s.Words[at].Head {
		if (sc.s.Case(at) == "since" || sc.s.Mark(at) == "since") && !sc.s.Within(act, at) {
			return true
		}
	}
	return false
}

// isToldByOther says whether a verb of saying tells an act by the word of another than who does
// it, so that its day is only that of the word: "Mali has expelled two of its diplomats, Chad
// said on Tuesday", "a newspaper reported on Tuesday". Officials without a State, and the media
// of one, may speak for who does it.
func (sc *scene) isToldByOther(f *candidate, verb int) bool {
	if verb == proposition.None || !sc.c.lexicon.IsSaying(sc.s.Words[verb].Lemma) {
		return false
	}
	var p proposition.Proposition
	if sc.s.Read(verb, sc.c.lexicon, &p); p.Agent.Head == proposition.None {
		return sc.s.HasPassive(verb) && sc.s.Words[verb].Lemma == "report" // "it was reported on Tuesday"
	}
	if first, end := sc.s.Subtree(p.Agent.Head); len(f.Actor) > 0 {
		named := false
		list := sc.in(sc.at)
		for k := range list {
			e := &list[k]
			if e.first >= first && e.end <= end && len(e.codes) > 0 && e.kind != person {
				if named = true; overlap(e.codes, f.Actor) {
					return false
				}
			}
		}
		if named {
			return true
		}
	}
	w := &sc.s.Words[p.Agent.Head]
	return sc.c.vocabulary.has(media, strings.ToLower(w.Form)) && !sc.s.IsDescribed(p.Agent.Head, "state", "official", "state-run")
}

// isApart says whether a word is the verb of a clause that tells something else than
// the act over it, so that a time in it is not the act's: "after gunmen broke in this
// week". A day of the week after a participle is the act's all the same, for the
// tree hangs it on the nearest verb: "expelled two diplomats accused of spying on
// Monday".
func (sc *scene) isApart(verb int, t when.Time) bool {
	s := &sc.s
	w := &s.Words[verb]
	if !s.IsVerb(verb) || sc.c.lexicon.IsSaying(w.Lemma) {
		return false
	}
	switch w.Rel {
	case "acl:relcl":
		return !sc.isSetting(w.Head)
	case "acl":
		return !sc.isSetting(w.Head) && w.XPOS == "VBN" && !sc.isNews(t)
	case "advcl":
		switch s.Mark(verb) {
		case "after", "since", "because", "when", "while", "before", "until", "although", "though", "as":
			return s.HasSubject(verb)
		}
	case "conj":
		return s.HasSubject(verb) && s.Words[w.Head].UPOS == "VERB"
	case "parataxis":
		return s.HasSubject(verb) && isTerm(t) && verb > w.Head
	}
	return false
}

// isSetting says whether a noun is a gathering at or beside which something else is done, so
// that its day is the day of that: "will meet on the margins of a summit expected in June".
func (sc *scene) isSetting(noun int) bool {
	s := &sc.s
	if !sc.c.vocabulary.has(assemblies, strings.ToLower(s.Words[noun].Lemma)) {
		return false
	}
	if over := s.Words[noun].Head; s.Case(noun) == "of" && over >= 0 && s.Case(over) == "on" && sc.c.vocabulary.has(occasional, s.Words[over].Lemma) {
		return true
	}
	c := s.Case(noun)
	return strings.HasPrefix(s.Words[noun].Rel, "obl") && (c == "at" || c == "during" || strings.HasPrefix(c, "on the "))
}

// isDayOfPlan says whether a time that the tree hangs on a word for what is to come is the day
// of that: "are scheduled to hold talks on Friday", "is expected in Lima on Friday for talks".
func (sc *scene) isDayOfPlan(verb int, t when.Time, f *candidate) bool {
	if over := sc.s.Words[sc.headOf(t)].Head; over >= 0 && sc.s.Words[over].UPOS == "ADJ" {
		verb = over // "is due in Lima on Friday for talks"
	}
	if verb == proposition.None || !ahead(f.Status) || !sc.s.Within(f.head, verb) {
		return false
	}
	l, lexicon := sc.s.Words[verb].Lemma, sc.c.lexicon
	if !lexicon.Is(l, "plan") || lexicon.Is(l, "decide") || lexicon.IsSaying(l) {
		return false
	}
	return f.head < t.First || sc.s.HasPassive(verb) || sc.s.Words[verb].UPOS == "ADJ"
}

// isDayOfAsking says whether a time tells when an act was asked for, and not when it is to be done:
// "On Monday Kenya proposed talks with Uganda", "invited him last week to visit Lima", but not
// "called for talks in June", "asked him on Monday to leave by Friday".
func (sc *scene) isDayOfAsking(t when.Time, f *candidate) bool {
	if f.Status != demarche.Demanded || f.Type.IsSpeech() || t.Kind != when.Point || isTerm(t) {
		return false
	}
	if t.Past == t.Ahead && !t.Past.IsZero() && t.Past.Until.Before(sc.report.Date) {
		return true
	}
	n := sc.headOf(t)
	over := sc.s.Words[n].Head
	if over < 0 || !sc.s.IsVerb(over) || sc.s.Words[over].XPOS != "VBD" && sc.s.Words[over].XPOS != "VBN" || !sc.c.lexicon.IsAt(&sc.s, over, "demand") {
		return false
	}
	act := f.head
	if act == over {
		act = f.content
	}
	return act > n || act == proposition.None && n < over
}
