package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/syntax"
	"demarche/internal/when"
)

// venueSource is the source of a rule for meetings of many, whose other side is the State
// where they are held.
const venueSource rule.Source = "venue"

// conference fills an event of a meeting of many: with those who are named as taking part,
// else with the State where it is held, and with those who are not told one by one.
func (sc *scene) conference(p *proposition.Proposition, cand *candidate) bool {
	if !sc.mayConvene(p) || sc.isWithOne(p) {
		return false
	}
	if roll := sc.attendees(p.Head, p.Noun); roll != nil {
		return sc.sit(cand, roll, true)
	}
	if row := sc.rowOf(p); row != nil {
		return sc.sit(cand, row, true)
	}
	dyad := sc.dyadIn(p)
	of, many := sc.manySided(p)
	if len(dyad) > 1 || !many && len(dyad) == 0 || sc.isOfBodyAtHome(of) {
		return false
	}
	own := sc.takers(p)
	if len(dyad) == 0 && (sc.isRoll(p, own) || len(of) == 0 && sc.isWhole(own)) {
		return sc.sit(cand, own, true) // whoever is named, and nobody beside them
	}
	own = union(dyad, own)
	if own = slices.DeleteFunc(own, isOrganisation); len(own) > 0 && len(of) > 0 {
		return sc.sit(cand, union(own, of), true) // "will attend the AU summit"
	}
	named := len(own) > 0
	if !named {
		if own = sc.convener(p, of); len(own) == 0 {
			own = sc.seatOf(p)
		}
		if len(own) != 1 {
			return false
		}
	}
	return sc.sit(cand, union(own, []demarche.Code{demarche.Other}), named)
}

// convener gives the listed organisation that is told to hold a meeting for its members, of
// whom none is named, or of whose ministers it is, wherever they sit: "the Arab League held a
// meeting in Cairo". The United Nations convene conferences of all theirs.
func (sc *scene) convener(p *proposition.Proposition, of []demarche.Code) []demarche.Code {
	if len(sc.seatOf(p)) != 1 && p.Carrier == proposition.None {
		return nil
	}
	if p.Noun && sc.s.Case(p.Head) == "at" {
		return nil // what it decides there does not make it the one that meets
	}
	lemma, holding := sc.s.Words[p.Head].Lemma, sc.holders(p)
	switch {
	case slices.Contains(of, "UNO") && (lemma == "conference" || lemma == "summit"):
		return []demarche.Code{"UNO"}
	case len(holding) == 1 && isOrganisation(holding[0]) && holding[0] != "UNO":
		return holding
	}
	return nil
}

// mayConvene says whether a word can tell a meeting of many: a noun that is not part of a
// name and tells no more than when or where something else is, or a verb without an object
// or a noun for the meeting.
func (sc *scene) mayConvene(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if !p.Noun {
		return p.Patient.Head == proposition.None && !sc.hasGathering(p.Head)
	}
	inner := (w.Rel == "compound" || w.Rel == "nmod" && sc.s.Case(p.Head) == "of") && sc.c.vocabulary.has(assemblies, strings.ToLower(sc.s.Words[w.Head].Lemma)) // "the forum summit", "the summit of the forum"
	return !inner && !(p.Carrier == proposition.None && (w.XPOS == "NNS" || w.XPOS == "NNPS")) && !sc.isOnMargin(p) && sc.entityAt(p.Head) == nil
}

// isWithOne says whether a meeting is told with a State as its other side.
func (sc *scene) isWithOne(p *proposition.Proposition) bool {
	for _, word := range []string{"with", "between", "among"} {
		if n := p.With(word); n != proposition.None {
			if x := sc.resolveAll(n, nil); x.kind != place && len(without(x.codes, []demarche.Code{demarche.Other})) > 0 {
				return true
			}
		}
	}
	return p.Noun && len(without(sc.near(p.Head, "with", nil), []demarche.Code{demarche.Other})) > 0
}

// sit makes those who meet the sides of an event.
func (sc *scene) sit(cand *candidate, all []demarche.Code, named bool) bool {
	if len(all) < 2 {
		return false
	}
	cand.Actor, cand.Recipient = all[:1:1], all[1:]
	cand.told, cand.convened = [2]bool{true, true}, true
	if named {
		cand.Confidence += 0.05
	} else {
		cand.Confidence -= 0.1 // those who are told one by one come first
	}
	return true
}

// hasGathering says whether a verb of meeting has a word for the meeting itself, which tells
// it: "governments meeting at a conference".
func (sc *scene) hasGathering(verb int) bool {
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if c := sc.s.Case(k); (c == "at" || c == "for" || c == "in") && sc.s.IsNoun(k) && sc.c.vocabulary.has(assemblies, sc.s.Words[k].Lemma) {
			return true
		}
	}
	return false
}

// isOfBodyAtHome says whether a meeting is one of a body with organs of its own, which
// sit together all the time: "EU foreign ministers will meet in Luxembourg".
func (sc *scene) isOfBodyAtHome(of []demarche.Code) bool {
	return slices.Contains(of, "EUR") || slices.Contains(of, "NAT")
}

// takers gives the States told to take part in a meeting of many, or to hold it: whom its
// clause has as the one who acts, and whose person goes to it or speaks there.
func (sc *scene) takers(p *proposition.Proposition) []demarche.Code {
	codes := sc.holders(p)
	if !p.Noun || p.Agent.Head != proposition.None {
		return codes
	}
	n := sc.goer(p.Head)
	if n != proposition.None && !sc.namesPerson(n) {
		n = sc.travellerOver(p.Head)
	}
	if n != proposition.None && sc.namesPerson(n) {
		return union(codes, sc.takerAt(n, false))
	}
	return codes
}

// holders gives the States and organisations that a meeting of many is told to be held by:
// whom its clause has as the one who acts, and whose it is by name.
func (sc *scene) holders(p *proposition.Proposition) (codes []demarche.Code) {
	codes = sc.takerAt(p.Agent.Head, false)
	for _, n := range []int{p.With("by"), p.Possessor} {
		if n != proposition.None && sc.entityAt(n) != nil {
			codes = union(codes, sc.takerAt(n, true))
		}
	}
	return codes
}

// takerAt gives the States for which a word stands as one who meets, by name where it must be.
func (sc *scene) takerAt(n int, named bool) []demarche.Code {
	if n == proposition.None || sc.c.vocabulary.has(assemblies, strings.ToLower(sc.s.Words[n].Lemma)) {
		return nil // "the Athens meeting follows another in Istanbul"
	}
	x := sc.resolveAll(n, nil)
	if x.spoken && named || x.kind == place || x.kind == people {
		return nil
	}
	return without(x.codes, []demarche.Code{demarche.Other})
}

// seatOf gives the State where a meeting of many is held, by the words behind it, the
// place before it ("the Busan summit"), or the clause that it stands in.
func (sc *scene) seatOf(p *proposition.Proposition) []demarche.Code {
	s := &sc.s
	if p.Noun {
		for k := s.Kid(p.Head); k >= 0 && k < p.Head; k = s.Next(k) {
			if e := sc.entityAt(k); s.Words[k].Rel == "compound" && e != nil && e.class == 0 && (e.kind == place || e.capital) {
				return e.codes
			}
		}
	}
	if codes := sc.placeAfter(p.Head, true); codes != nil {
		return codes
	}
	v := p.Head
	if p.Noun {
		if v = p.Carrier; v == proposition.None {
			v = s.Words[p.Head].Head
			if c := s.Case(p.Head); v < 0 || !strings.HasPrefix(s.Words[p.Head].Rel, "nsubj") && (!s.IsVerb(v) && s.Words[v].UPOS != "ADJ" || c != "at" && c != "during" && c != "for" && c != "ahead of" || sc.c.lexicon.IsSaying(s.Words[v].Lemma)) {
				return nil
			}
		}
	}
	return sc.placeUnder(v, 3)
}

// placeAfter gives the State of the first city that stands as a place after a word, within
// its clause or one on when and where it is held, or of a State right after it.
func (sc *scene) placeAfter(head int, near bool) (held []demarche.Code) {
	const reach = 28
	s := &sc.s
	for t := head + 1; t < min(head+reach, len(s.Words)); t++ {
		w := &s.Words[t]
		low := strings.ToLower(w.Form)
		switch {
		case w.Form == ";" || w.UPOS == "SCONJ" && low != "as", w.UPOS == "VERB" && !sc.c.vocabulary.has(convening, w.Lemma) && w.XPOS != "VBG":
			return held
		case low == "here" && sc.home != nil:
			return sc.home
		case low != "in" && low != "at" && !sc.isOnIsland(t):
			continue
		}
		switch e := sc.placeIn(t); {
		case e == nil:
		case e.kind == place || e.capital:
			return e.codes
		case held == nil && (t == head+1 || !near || sc.isBeforeTime(e.end)):
			held = e.codes // "a meeting on bird flu in Vietnam next year"
		}
	}
	return held
}

// isBeforeTime says whether a time is told from a word on, or right behind it.
func (sc *scene) isBeforeTime(from int) bool {
	const near = 2 // a preposition and an article
	return slices.ContainsFunc(sc.times[sc.at], func(t when.Time) bool { return t.First >= from && t.First <= from+near })
}

// placeIn gives the State or city that a preposition of place has, or nil: "in the Nigerian
// capital Abuja", "in Vietnam's capital".
func (sc *scene) placeIn(preposition int) *entity {
	const reach = 6
	s := &sc.s
	for t := preposition + 1; t < min(preposition+reach, len(s.Words)); t++ {
		w := &s.Words[t]
		if e := sc.entityAt(t); e != nil {
			if len(e.codes) == 1 && e.class == 0 && e.codes[0] != demarche.Other && !isOrganisation(e.codes[0]) && (e.kind == place || e.kind == state) {
				return e
			}
			return nil
		}
		if w.UPOS == "VERB" || w.UPOS == "PUNCT" && w.Form != "-" || w.UPOS == "ADP" && w.Form != "of" {
			return nil
		}
	}
	return nil
}

// isOnIsland says whether "on" at a word has an island: "on the Indonesian island of Bali".
func (sc *scene) isOnIsland(on int) bool {
	const reach = 5
	words := sc.s.Words
	if !strings.EqualFold(words[on].Form, "on") {
		return false
	}
	return slices.ContainsFunc(words[on:min(on+reach, len(words))], func(w syntax.Word) bool { return w.Lemma == "island" })
}

// placeUnder gives the State of the place that hangs on a verb, or on one that it governs:
// "is to open in Madrid", "is scheduled to be held in Lima".
func (sc *scene) placeUnder(verb, depth int) []demarche.Code {
	s := &sc.s
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if strings.EqualFold(w.Form, "here") && sc.home != nil {
			return sc.home
		}
		first, _ := s.Subtree(k)
		if c := s.Case(k); strings.HasPrefix(w.Rel, "obl") && (c == "in" || c == "at" || sc.isOnIsland(first)) {
			if e := sc.placeIn(first); e != nil {
				return e.codes
			}
		}
		if depth > 0 && (w.Rel == "xcomp" || w.Rel == "ccomp") && s.IsVerb(k) {
			if codes := sc.placeUnder(k, depth-1); codes != nil {
				return codes
			}
		}
	}
	return nil
}

// namesPerson says whether a word names a person or an office.
func (sc *scene) namesPerson(word int) bool {
	e := sc.entityAt(word)
	return e != nil && e.kind == person
}

// travellerOver gives the subject of the clause over the one in which a meeting stands, where
// the tree has him go with another word: "the King will leave Dhaka to attend the summit".
func (sc *scene) travellerOver(noun int) int {
	const far = 4 // words up
	s := &sc.s
	for at, up := noun, 0; up < far && s.Words[at].Head >= 0; up++ {
		rel, _, _ := strings.Cut(s.Words[at].Rel, ":")
		if rel != "obl" && rel != "obj" && rel != "xcomp" && rel != "advcl" {
			break
		}
		at = s.Words[at].Head
		for k := s.Kid(at); k >= 0 && k < at; k = s.Next(k) {
			if s.Words[k].Rel == "nsubj" {
				return k
			}
		}
	}
	return proposition.None
}

// whenConvened bends the status of a meeting of many: what is denied of something about it
// leaves it standing ("no threat to the summit", "failed to agree at the summit"), and it may be told as still to come.
func (sc *scene) whenConvened(p *proposition.Proposition, status demarche.Status) demarche.Status {
	if c := sc.s.Case(p.Head); status == demarche.Denied && p.Noun && (p.Carrier == proposition.None && sc.s.Words[p.Head].Rel == "nmod" && c != "of" && c != "" || c == "at" || c == "during" || c == "after") {
		status = demarche.Actual
	}
	if status == demarche.Actual && sc.isConvenedLater(p) {
		return demarche.Planned
	}
	return status
}

// isHeralded says whether what stands before a meeting tells it as still to come: "ahead of a
// conference", "on the eve of the talks", "in the run-up to talks".
func (sc *scene) isHeralded(noun int) bool {
	s := &sc.s
	first, _ := s.Subtree(noun)
	for t := max(1, first); t <= noun; t++ {
		switch low := strings.ToLower(s.Words[t-1].Form); {
		case low == "before" && s.Words[t-1].UPOS != "ADV", low == "of" && t > 1 && sc.c.vocabulary.has(heralds, strings.ToLower(s.Words[t-2].Form)), low == "to" && t > 1 && (s.Words[t-2].Form == "prior" || sc.isRunUp(t-2)):
			return true
		}
	}
	return false
}

// isRunUp says whether a word ends one for the time before a meeting: "run-up", in one word or
// three.
func (sc *scene) isRunUp(word int) bool {
	switch strings.ToLower(sc.s.Words[word].Form) {
	case "run-up", "runup", "lead-up", "build-up", "buildup":
		return true
	case "up":
		if word < 2 || sc.s.Words[word-1].Form != "-" {
			return false
		}
		l := sc.s.Words[word-2].Lemma
		return l == "run" || l == "lead" || l == "build"
	}
	return false
}

// isToBeHeld says whether talks are told only as what is to follow what somebody does or says now:
// "visited Egypt ahead of talks with Chad", but not "said before the summit that".
func (sc *scene) isToBeHeld(p *proposition.Proposition) bool {
	if !p.Noun || strings.HasPrefix(sc.s.Words[p.Head].Rel, "nsubj") || !sc.isHeralded(p.Head) {
		return false // "before the talks began"
	}
	if strings.EqualFold(sc.s.Words[p.Head-1].Form, "the") && p.With("with") == proposition.None && p.With("between") == proposition.None && p.With("of") == proposition.None {
		return false // told before, and perhaps over: "held talks before the summit"
	}
	for at := sc.s.Words[p.Head].Head; at >= 0; at = sc.s.Words[at].Head {
		if sc.s.IsVerb(at) {
			return !sc.s.HasPerfect(at)
		}
	}
	return true
}

// isConvenedLater says whether a meeting of many is still to come, by what stands before it
// or hangs on it, or by its day: "ahead of a conference", "the summit to be held in Lima",
// "security is tight for the summit on Nov. 18".
func (sc *scene) isConvenedLater(p *proposition.Proposition) bool {
	const reach = 10 // of what stands behind the noun
	s := &sc.s
	_, end := s.Subtree(p.Head)
	if sc.isHeralded(p.Head) {
		return true
	}
	for t := p.Head + 1; p.Noun && t+1 < min(len(s.Words), p.Head+reach); t++ {
		w := &s.Words[t]
		if low := strings.ToLower(w.Form); low == "to" && (s.Words[t+1].Lemma == "be" || sc.c.vocabulary.has(convening, s.Words[t+1].Lemma)) || w.XPOS == "VBN" && s.Words[t-1].UPOS != "AUX" && sc.c.vocabulary.has(convening, w.Lemma) && sc.c.lexicon.Is(w.Lemma, "plan") {
			return true
		}
		if s.IsVerb(t) || w.Form == "," {
			break
		}
	}
	v := s.Words[p.Head].Head
	if v >= 0 && s.IsInfinitive(v) && s.Words[v].Rel == "advcl" && strings.HasPrefix(s.Words[p.Head].Rel, "ob") {
		return true // "left to attend the summit"
	}
	for t := v; v >= 0 && t >= max(0, v-2); t-- {
		if s.Words[t].Lemma == "due" {
			return true // "is due in Banjul for a summit"
		}
	}
	if c := s.Case(p.Head); p.Noun && v >= 0 && (p.Carrier == proposition.None && s.IsVerb(v) || (c == "of" || c == "to") && s.HasCopula(v)) && (c == "of" || c == "to" || c == "at" || c == "for" || c == "during" || c == "in") {
		var q proposition.Proposition
		s.Read(v, sc.c.lexicon, &q)
		if st := s.Stance(&q, sc.c.lexicon); st.Status == demarche.Planned {
			return true // "are to gather for a summit"
		}
	}
	if v >= 0 && s.Words[v].XPOS == "VBD" || p.Noun && p.Carrier == proposition.None && s.Case(p.Head) == "at" {
		return false
	}
	news := sc.report.Date
	for _, t := range sc.times[sc.at] {
		if t.First <= p.Head || t.First > end || !news.Before(t.Ahead.From) {
			continue
		}
		if t.Past.IsZero() || t.Past == t.Ahead || t.Past.Until.Plus(bygone).Before(news) && t.Ahead.From.Before(news.Plus(bygone)) {
			return true
		}
	}
	return false
}

// isOnMargin says whether a meeting is but where and when others meet: "on the sidelines of
// the summit".
func (sc *scene) isOnMargin(p *proposition.Proposition) bool {
	h := sc.s.Words[p.Head].Head
	return p.Noun && h >= 0 && sc.s.Case(p.Head) == "of" && sc.c.vocabulary.has(occasional, sc.s.Words[h].Lemma) && sc.s.Words[h].Lemma != "eve"
}

// isAmongThem says whether a gathering was given to some of those whom another word has meet there
// with one more: "will see the kings of Oman and Jordan at the summit".
func (sc *scene) isAmongThem(f, of *candidate) bool {
	all := union(of.Actor, of.Recipient)
	return f.Type == "consult" && len(all) > 2 && len(without(union(f.Actor, f.Recipient), append([]demarche.Code{demarche.Other}, all...))) == 0
}

// isOccasion says whether a meeting of many is but where two meet: "will meet at a summit".
func (sc *scene) isOccasion(f, of *candidate) bool {
	if !f.convened && !sc.isAmongThem(f, of) || of.convened || of.Type != "consult" || f.head == of.head || !f.noun || !sc.s.Within(f.head, of.head) || slices.Contains(union(of.Actor, of.Recipient), demarche.Other) || sc.isWayTo(of, f) {
		return false
	}
	c := sc.s.Case(f.head)
	return c == "at" || c == "during" || c == "on" || c == "in"
}

// isWayTo says whether an event is but the journey to a meeting of many, which is no visit
// to the host, or its being held: "left for Dhaka to attend the summit", "will host a
// conference".
func (sc *scene) isWayTo(f, to *candidate) bool {
	if !to.convened || to.Type != "consult" || f.convened || f.Type != "consult" || f.head == to.head || !sc.s.Within(to.head, f.head) || !overlap(union(f.Actor, f.Recipient), without(union(to.Actor, to.Recipient), []demarche.Code{demarche.Other})) {
		return false
	}
	w := &sc.s.Words[to.head]
	return f.Rule == "consult/travel" || f.Rule == "consult/fly" || sc.isSensed(f) || w.Head == f.head && w.Rel == "obj"
}
