package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// later finds the term of an act that the sentence or one of the few before told without
// one. Of an act of the same sentence it sets the term; one told before it gives again,
// with its term, beside now. What only says again that those must go is no further act,
// nor is the departure of those who were told to go until they have gone.
func (sc *scene) later(now []candidate) []candidate {
	own := false
	for i := range now {
		if slices.ContainsFunc(now[:i], func(m candidate) bool { return sc.isOnObject(&now[i], &m) }) {
			now = slices.Delete(now, i, i+1)
			break
		}
	}
	for i := range now {
		f := &now[i]
		if f.Deadline.IsZero() {
			continue
		}
		if m := lastOpen(now[:i], f.Type); m != nil && (sc.tellsTerm(f, m) || sc.turnsRound(f, m)) {
			m.Deadline, m.term = f.Deadline, f.term
			m.countTerm()
			return slices.Delete(now, i, i+1)
		}
		if m := sc.saysAgain(f); m != nil {
			g := *f
			g.Type, g.Rule, g.Object, g.Count, g.Status = m.Type, m.Rule, m.Object, m.Count, m.Status
			g.Actor, g.Recipient, g.Inferred, g.Date = m.Actor, m.Recipient, m.Inferred, m.Date
			for _, field := range []string{"object", "count", "date"} {
				g.takes(field, m)
			}
			g.countTerm()
			now[i] = g
		}
		own = true
		break
	}
	var terms []when.Time
	for _, t := range sc.times[sc.at] {
		if isTerm(t) && t.Months < 12 || sc.inForce(t) || sc.isDayTheyGo(t) {
			terms = append(terms, t)
		}
	}
	switch {
	case own && len(terms) < 2:
		return sc.sameTerm(now) // the term is its own
	case terms == nil:
		return sc.sameTerm(now)
	}
	for k := range terms {
		if !slices.ContainsFunc(now, func(f candidate) bool { return f.term.End == terms[k].End }) {
			now = sc.laterTerm(terms, k, now)
		}
	}
	return now
}

// laterTerm gives one of the terms of a sentence to the act that it is the term of.
func (sc *scene) laterTerm(terms []when.Time, k int, now []candidate) []candidate {
	term := terms[k]
	for i := len(now) - 1; i >= 0; i-- {
		if f := &now[i]; f.Deadline.IsZero() && f.head < term.First && f.sentence == sc.at && isUnbound(f) && !f.noun && sc.saysWhat(term, f) != proposition.None {
			f.Deadline, f.term = sc.deadline(term, &f.Event), term
			return now
		}
	}
	if rest := sc.restGoing(term); rest != proposition.None {
		return sc.restBy(term, rest, now)
	}
	for i := len(sc.recent) - 1; i >= 0; i-- {
		f := &sc.recent[i]
		if !sc.isOpen(f) || f.isLoose() && f.term.Kind == when.Span && term.Kind != when.Point || sc.isStay(term, f.Type) || sc.isBackdrop(i) {
			continue
		}
		said := sc.saysWhat(term, f)
		if own := sc.allotted(terms, k); own != nil {
			if said = own.head; !slices.Equal(own.codes, f.Recipient) {
				continue
			}
		}
		if said == proposition.None {
			continue
		}
		now = slices.DeleteFunc(now, func(x candidate) bool { return x.head == said && x.Type == "respond" }) // "has a week to respond"
		g := sc.like(f, &entity{codes: f.Actor, first: said, end: said + 1, head: said}, f.Count)
		g.Inferred = f.Inferred
		g.Date, g.Place, g.filled = f.Date, f.Place, withoutTerm(f.filled)
		g.takes("date", f)
		g.takes("place", f)
		tokens := sc.sentences[sc.at].Tokens
		g.tellsAt("deadline", demarche.Span{Start: tokens[min(said, term.First)].Start, End: tokens[max(said+1, term.End)-1].End})
		g.Deadline = sc.deadline(term, &g.Event)
		g.term = term
		if !g.Deadline.IsZero() && !g.Deadline.From.Before(sc.report.Date.Plus(-31)) {
			return append(now, g)
		}
	}
	return now
}

// isBackdrop says whether a recent act is one that a sentence tells only with another of its
// type that may have a term: "Mali expelled six in answer to the expulsion of two by Chad."
func (sc *scene) isBackdrop(recent int) bool {
	f := &sc.recent[recent]
	return slices.ContainsFunc(sc.recent, func(g candidate) bool {
		if g.sentence != f.sentence || g.Type != f.Type || g.head == f.head || g.noun || !sc.isOpen(&g) {
			return false
		}
		words := sc.trees[f.sentence].Words
		for at := words[f.head].Head; at >= 0; at = words[at].Head {
			if words[at].Rel == "conj" && !f.noun {
				return false
			}
			if at == g.head {
				return true
			}
		}
		return false
	})
}

// sameTerm gives an act the term that another was told to have before: "Bahrain did the
// same, with the same time limit".
func (sc *scene) sameTerm(now []candidate) []candidate {
	words, told := sc.s.Words, -1
	for t := 0; t+1 < len(words) && told < 0; t++ {
		if words[t].Lemma != "same" {
			continue
		}
		for k := t + 1; k < min(t+5, len(words)) && words[k].UPOS != "VERB"; k++ {
			if isDeadline(&words[k]) || k == t+1 && (words[k].Lemma == "time" || words[k].Lemma == "term" || words[k].Lemma == "period") {
				told = k
				break
			}
		}
	}
	if told < 0 {
		return now
	}
	for i := len(now) - 1; i >= 0; i-- {
		f := &now[i]
		if !isUnbound(f) || f.head > told {
			continue
		}
		m := lastBound(now[:i], f.Type)
		if m == nil {
			m = lastBound(sc.recent, f.Type)
		}
		if m == nil {
			return now
		}
		switch f.term, f.Deadline = m.term, m.Deadline; {
		case m.term.Kind == when.Point:
		case f.Date.Days() == 1 && !f.Date.IsZero():
			f.Deadline = m.term.Resolve(f.Date.From)
		case f.sentence != m.sentence:
			f.Deadline = m.term.Resolve(sc.report.Date)
		}
		f.takes("deadline", m)
		return now
	}
	return now
}

// lastBound gives the last act of a type that was told with its term, or nil.
func lastBound(told []candidate, kind demarche.EventType) *candidate {
	for k := len(told) - 1; k >= 0; k-- {
		if m := &told[k]; m.Type == kind && !m.Deadline.IsZero() && (m.term.Kind == when.Span || m.term.Kind == when.Point) {
			return m
		}
	}
	return nil
}

// lastOpen gives the last act of a type that was told without its term, or nil.
func lastOpen(told []candidate, kind demarche.EventType) *candidate {
	for k := len(told) - 1; k >= 0; k-- {
		if m := &told[k]; m.Type == kind && isUnbound(m) {
			return m
		}
	}
	return nil
}

// turnsRound says whether an event is an act told before in the same sentence, seen from
// the side of those who must: "withdrew consent to the consulate, which has to close".
func (sc *scene) turnsRound(f, of *candidate) bool {
	return sc.s.Within(f.head, of.head) && f.head > of.head && !sc.isForeignOrder(f, of) && (f.Count.IsZero() || f.Count == of.Count) &&
		len(without(f.Actor, of.Recipient)) == 0 && len(without(f.Recipient, of.Actor)) == 0
}

// isForeignOrder says whether an expulsion, told by its own verb of having or giving time, is
// of people of the very side that another is by, which it may answer: "expelled two, hours
// after Mali gave its own envoy a week to leave".
func (sc *scene) isForeignOrder(f, of *candidate) bool {
	if f.Type != "expel" || f.meant || f.object != proposition.None && sc.s.Words[f.object].UPOS == "PRON" || len(f.Inferred) > 0 || !overlap(f.Actor, of.Recipient) || !overlap(f.Recipient, of.Actor) {
		return false
	}
	lemma := sc.s.Words[f.head].Lemma
	return lemma == "give" || lemma == "have"
}

// tellsTerm says whether an expulsion tells nothing but what time those of another have:
// "and gave them until Friday to leave".
func (sc *scene) tellsTerm(f, of *candidate) bool {
	switch sc.s.Words[f.head].Lemma {
	case "give", "have", "get", "allow", "grant", "allot":
	default:
		return false
	}
	if sc.isForeignOrder(f, of) {
		return false
	}
	named := sc.s.Words[f.head].Rel == "advcl" && f.sentence == of.sentence && f.Count.N <= of.Count.N                                 // "expelled two, giving Diaz and his deputy 48 hours"
	same := f.object == proposition.None || sc.s.Words[f.object].UPOS == "PRON" || f.sentence != of.sentence && sc.isTheSame(f.object) // "The diplomats were given a week"
	return (named || (f.Count.IsZero() || f.Count == of.Count) && same) && len(without(union(f.Actor, f.Recipient), union(of.Actor, of.Recipient))) == 0
}

// isOnObject says whether an expulsion only tells, in a clause on those whom another is
// of, what time they have: "expelled the ambassador, who was given 24 hours".
func (sc *scene) isOnObject(f, of *candidate) bool {
	at := f.head
	if f.Type != "expel" || of.Type != "expel" || f.Deadline != of.Deadline || sc.s.Words[at].Rel != "acl:relcl" || of.object == proposition.None {
		return false
	}
	return sc.s.Words[at].Head == of.object || sc.s.Within(sc.s.Words[at].Head, of.object)
}

// saysAgain gives the act told before, without its term, that an event with a term only
// says again: "They must be gone by Sunday", "It is to cease its work by May".
func (sc *scene) saysAgain(f *candidate) *candidate {
	one := f.Type == "expel" && f.Count.N == 1 && sc.isPerson(f.object) // "Ebrahim Rasool must leave by Friday"
	if !one && (!f.Count.IsZero() && f.Type != "close" || f.object != proposition.None && !sc.isTheSame(f.object)) {
		return nil
	}
	if f.Place != "" && slices.ContainsFunc(sc.recent, func(m candidate) bool {
		return sc.isOpen(&m) && m.Type == f.Type && m.Status == f.Status && m.Place == f.Place && sides(&m.Event, &f.Event)
	}) {
		return nil // told as it was told before, rather than as what answers it
	}
	for k := len(sc.recent) - 1; k >= 0; k-- {
		m := &sc.recent[k]
		if m.Type == "expel" && sc.isOpen(m) && sc.tellsTerm(f, m) {
			return m
		}
		if !sc.isOpen(m) || len(without(union(f.Actor, f.Recipient), union(m.Actor, m.Recipient))) > 0 {
			continue
		}
		switch {
		case one:
			if m.Type == "expel" && m.Count.N == 1 && (f.Date.IsZero() || f.isFilledIn("date")) && (f.Object == m.Object || f.Object == "officials") {
				return m
			}
		case f.Type == "depart" && f.Status != demarche.Actual && m.Type == "expel" && (f.Object == "" || f.Object == m.Object):
			return m
		case f.Type == m.Type && (f.must || sc.s.Words[f.head].Lemma == "have" || f.Status == demarche.Demanded && sc.isNow(f.head)) && (f.Status != m.Status || !sides(&f.Event, &m.Event)) && (f.Object == "" || near(f.Object, m.Object) || f.Object == m.Object):
			return m
		}
	}
	return nil
}

// isPerson says whether a word is the name of a person.
func (sc *scene) isPerson(word int) bool {
	if word == proposition.None {
		return false
	}
	e := sc.entityAt(word)
	return e != nil && e.kind == person && e.name != "" || sc.isPersonName(word)
}

// isTheSame says whether a word can only be what was named before: "they", "the
// diplomats", "its work".
func (sc *scene) isTheSame(word int) bool {
	s := &sc.s
	if w := &s.Words[word]; w.UPOS == "PRON" || w.Lemma == "all" || w.Lemma == "both" || sc.c.vocabulary.has(works, w.Lemma) {
		return true
	}
	for k := s.Kid(word); k >= 0 && k < word; k = s.Next(k) {
		switch strings.ToLower(s.Words[k].Form) {
		case "the", "this", "these", "both":
			return true
		}
	}
	return false
}

// saysWhat gives the word by which a term is that of what an act asks for: "leave", "out
// of the country", "have" in "They have one week", the deadline itself. It gives None
// where the term is of something else.
func (sc *scene) saysWhat(term when.Time, f *candidate) int {
	s := &sc.s
	n := sc.headOf(term)
	if isDeadline(&s.Words[n]) || sc.isDeadlineDay(term) {
		return term.End - 1
	}
	if sc.inForce(term) {
		v := sc.verbOver(n)
		if k := sc.subjectOf(v); k != proposition.None && f.Type != "demand" &&
			(s.Words[k].UPOS == "PRON" || sc.c.vocabulary.has(steps, s.Words[k].Lemma) || sc.c.vocabulary.has(reducing, s.Words[k].Lemma)) {
			return v // "The decision takes effect on Sunday"
		}
		return proposition.None
	}
	is := func(word int) bool {
		w := &s.Words[word]
		switch {
		case w.Lemma == "do" && word+1 < len(s.Words) && s.Words[word+1].Form == "so", w.Lemma == "comply":
			return true
		}
		switch f.Type {
		case "expel":
			return sc.c.vocabulary.has(leaving, w.Lemma) || sc.isOut(word) || sc.isAllTheyHave(term, word, f.Type)
		case "close":
			return sc.c.vocabulary.has(ceasing, w.Lemma) || sc.isAllTheyHave(term, word, f.Type) || sc.c.vocabulary.has(leaving, w.Lemma) && sc.hasPremises(word)
		case "limit_staff":
			return sc.c.vocabulary.has(reducing, w.Lemma)
		case "demand":
			return sc.c.vocabulary.has(complying, w.Lemma)
		}
		return false
	}
	for k := s.Kid(n); k >= 0; k = s.Next(k) {
		if v := s.Words[n].Head; s.Words[k].Rel == "acl" && is(k) {
			if v >= 0 && s.Words[v].Lemma == "be" || v >= 0 && s.IsVerb(v) && sc.isOfOthers(v, f) {
				return proposition.None // "there are two days to go"
			}
			return k // "with seven days to get out"
		}
	}
	for at := term.End - 1; at >= 0 && (at != f.head || f.sentence != sc.at); at = s.Words[at].Head {
		if k := sc.isTimeTo(at, term); k != proposition.None && is(k) && !sc.isOfOthers(k, f) {
			return k
		}
		if is(at) {
			if sc.isOfOthers(at, f) {
				return proposition.None
			}
			return at
		}
		for k := s.Kid(at); k >= 0 && k < at; k = s.Next(k) {
			if !strings.HasPrefix(s.Words[k].Rel, "nsubj") || s.Words[k].UPOS != "NOUN" {
				continue
			}
			if is(k) || s.HasPassive(at) && sc.isNow(at) && sc.c.vocabulary.has(steps, s.Words[k].Lemma) && sc.takesUp(k) {
				return k // "The reduction must be completed by January 1", "The order must be carried out within a week"
			}
		}
	}
	return proposition.None
}

// isOfOthers says whether a verb tells of other people than those of the State to which
// an act is done: "it expelled two, and its own are to be home by Friday".
func (sc *scene) isOfOthers(verb int, f *candidate) bool {
	s := &sc.s
	if sc.givesThem(verb) {
		return false
	}
	if left := sc.landLeft(verb); len(left) > 0 && !overlap(left, f.Actor) && overlap(left, f.Recipient) && f.Type == "expel" {
		return true // "Its own envoy was told to leave Serbia"
	}
	for at := verb; at >= 0; at = s.Words[at].Head {
		goes, asked := proposition.None, proposition.None
		for k := s.Kid(at); k >= 0; k = s.Next(k) {
			switch rel := s.Words[k].Rel; {
			case strings.HasPrefix(rel, "nsubj"):
				goes = k
			case at != verb && (rel == "obj" || rel == "iobj") && s.IsNoun(k):
				asked = k
			}
		}
		if asked != proposition.None {
			goes = asked // "told its own to leave"
		}
		if goes != proposition.None {
			if strings.EqualFold(s.Words[goes].Form, "own") {
				return true
			}
			codes := sc.ownerOf(goes, nil, 2)
			if e := sc.entityAt(goes); e != nil {
				codes = e.codes
			}
			sides := f.Recipient
			if f.Type == "close" {
				sides = union(f.Actor, f.Recipient)
			}
			return len(codes) > 0 && !overlap(codes, sides)
		}
		if rel := s.Words[at].Rel; rel != "xcomp" && rel != "conj" {
			break
		}
	}
	return false
}

// landLeft gives the State that a verb of leaving tells people to leave, or nothing.
func (sc *scene) landLeft(verb int) []demarche.Code {
	if !sc.c.vocabulary.has(leaving, sc.s.Words[verb].Lemma) {
		return nil
	}
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if e := sc.entityAt(k); k > verb && e != nil && sc.s.Words[k].Rel == "obj" && (e.kind == state || e.kind == place) {
			return e.codes
		}
	}
	return nil
}

// allotted gives those of a State who have a term of their own in a list of such, where a
// term is one of the list, or nil: "The French have two weeks to leave, the Spaniards seven
// days and the Italians eight".
func (sc *scene) allotted(terms []when.Time, k int) *entity {
	from := 0
	if k > 0 {
		from = terms[k-1].End
	}
	for i := range terms {
		if len(terms) < 2 || terms[i].Kind != when.Span {
			return nil
		}
	}
	list := sc.in(sc.at)
	for i := len(list) - 1; i >= 0; i-- {
		e := &list[i]
		if e.first >= from && e.end <= terms[k].First && len(e.codes) > 0 && (k > 0 || slices.ContainsFunc(sc.recent, func(f candidate) bool {
			return f.Type == "expel" && sc.isOpen(&f) && slices.Equal(e.codes, f.Recipient)
		})) {
			return e
		}
	}
	return nil
}

// isOpen says whether the term of an act may still be told.
func (sc *scene) isOpen(f *candidate) bool {
	return sc.at > f.sentence && sc.at-f.sentence <= reach && isUnbound(f)
}

// isUnbound says whether an act can have a term and was told without one, or with one that
// gives way.
func isUnbound(f *candidate) bool {
	switch f.Type {
	case "expel", "close", "limit_staff", "demand":
		return (f.Deadline.IsZero() || f.isLoose()) && (f.Status == demarche.Actual || f.Status == demarche.Planned)
	}
	return false
}

// isLoose says whether the term of an act gives way to a day that the report tells of it
// elsewhere: it was filled in from another sentence, or counted from a day that is not told
// to be that of the order.
func (f *candidate) isLoose() bool {
	return f.isFilledIn("deadline") || f.term.Kind == when.Span && (f.Date.IsZero() || f.isFilledIn("date"))
}

// isFilledIn says whether a slot of an act was filled in from another sentence.
func (f *candidate) isFilledIn(slot string) bool { return slices.Contains(f.filled, slot) }

// withoutTerm gives the slots that were filled from other sentences but the term.
func withoutTerm(filled []string) []string {
	return slices.DeleteFunc(slices.Clone(filled), func(slot string) bool { return slot == "deadline" })
}

// handOn gives acts that are kept what another account tells of them that is dropped,
// as a rule because it tells nothing else: "gave them 48 hours", "They must be gone by
// Sunday".
func (sc *scene) handOn(told, kept []candidate) {
	for i := range told {
		f := &told[i]
		if f.Deadline.IsZero() || slices.ContainsFunc(kept, func(g candidate) bool { return g.Type == f.Type && g.Trigger == f.Trigger }) {
			continue
		}
		for k := len(kept) - 1; k >= 0; k-- {
			m := &kept[k]
			if m.Trigger.Start > f.Trigger.Start || f.sentence-m.sentence > reach {
				continue
			}
			if sc.takesTerm(m, f) {
				m.Deadline, m.term = f.Deadline, f.term
				m.takes("deadline", f)
				m.countTerm()
				break
			}
		}
	}
}

// takesTerm says whether the term of an account that is dropped can be that of an act
// told shortly before.
func (sc *scene) takesTerm(m, f *candidate) bool {
	switch {
	case f.Deadline.IsZero() || !m.Deadline.IsZero() || m.Status != demarche.Actual && m.Status != demarche.Planned:
		return false
	case f.Type == m.Type && (m.Type == "expel" || m.Type == "close" || m.Type == "limit_staff"):
	case f.Type == "depart" && m.Type == "expel" && f.Status != demarche.Actual:
	case f.Type == "expel" && m.Type == "close" && sides(&f.Event, &m.Event): // "shut the consulate. The consuls have until Friday to wind up their business"
	default:
		return false
	}
	if len(without(union(f.Actor, f.Recipient), union(m.Actor, m.Recipient))) > 0 {
		return false
	}
	return m.Date.IsZero() || !f.Deadline.From.Before(m.Date.From)
}
