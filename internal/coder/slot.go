package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/sense"
	"demarche/internal/when"
	"demarche/internal/who"
)

// From which chance on the network of slots fills in a place, a day or a term that the rules
// leave out, and from which on one that is another act's already: "held talks in Vienna on the
// seized property" (docs/sense.md).
const (
	fillAt  = 0.4
	shareAt = 0.5
)

// mention is a city or a time that may be where or when an act was done, or by when it
// must be.
type mention struct {
	slot       string // place, date or deadline
	value      string // the city as the report spells it
	day        demarche.Period
	sentence   int
	first, end int // tokens
	head       int
	codes      []demarche.Code // of a city, whose it is
	sort       string
}

// slotSentences is how many sentences before an act may tell where and when it was done;
// one after it may too.
const slotSentences = 2

// fillPlaces gives acts without a place the likeliest of the cities named about them.
func (sc *scene) fillPlaces(found []candidate) {
	for i := range found {
		f := &found[i]
		switch {
		case f.Place != "", f.Type.IsSpeech(), f.Type == "sanction", f.Type == "break_relations", f.Type == "restore_relations", f.Type == "consult" && sc.isFromAfar(f.head):
			continue
		}
		if m := sc.fill(f, found, sc.citiesAbout(f)); m != nil {
			f.Place = m.value
			sc.filled(f, m)
		}
	}
}

// fillDay gives an act without a day the likeliest of the times told about it. A noun that
// tells another act than a meeting leaves the days of its own sentence to the verbs there:
// "vowed on Monday to answer the expulsion".
func (sc *scene) fillDay(f *candidate, found []candidate) {
	days := slices.DeleteFunc(sc.daysAbout(f), func(m mention) bool { return m.sentence == sc.at && sc.isOfJoined(&m, f) })
	if m := sc.fill(f, found, days); m != nil && !(m.sentence == sc.at && (f.noun && !f.Type.IsSymmetric() || sc.isDueAt(m, f) || sc.isOfThing(m, f))) {
		f.Date = m.day
		sc.filled(f, m)
	}
}

// isOfJoined says whether a mention stands in a clause that is joined to that of an act and has
// a subject of its own, or tells who does it: "expelled the envoy, and she left on Friday", "Deby,
// who fell ill in May, received him".
func (sc *scene) isOfJoined(m *mention, f *candidate) bool {
	s := &sc.s
	for _, t := range sc.times[sc.at] {
		if t.First != m.first || t.End != m.end {
			continue
		}
		for at := sc.headOf(t); at >= 0; at = s.Words[at].Head {
			w := &s.Words[at]
			if !s.IsVerb(at) || s.Within(f.head, at) || sc.c.lexicon.IsSaying(w.Lemma) || w.Lemma == "do" {
				continue // "asked him to come, which he did on Friday"
			}
			switch {
			case w.Rel == "conj" && at > f.head && s.HasSubject(at) && sc.hasJoin(at) && s.Words[w.Head].UPOS == "VERB",
				w.Rel == "acl:relcl" && at < f.head && !sc.isSetting(w.Head):
				return true
			}
		}
	}
	return false
}

// hasJoin says whether a word is joined to one before it with a word that joins, "and", "but".
func (sc *scene) hasJoin(word int) bool {
	for k := sc.s.Kid(word); k >= 0 && k < word; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "cc" {
			return true
		}
	}
	return false
}

// isDueAt says whether a mention of the sentence is the day as of which an order holds, which is
// its term and no day on which it was given.
func (sc *scene) isDueAt(m *mention, f *candidate) bool {
	return slices.ContainsFunc(sc.times[sc.at], func(t when.Time) bool { return t.First == m.first && t.End == m.end && sc.isDue(t, f) })
}

// isOfThing says whether a mention of the sentence is the day of a thing that is still to be held,
// and not of the act that has to do with it: "the talks will cover the regatta, to be held in May".
func (sc *scene) isOfThing(m *mention, f *candidate) bool {
	v := sc.verbOver(m.first)
	if v == proposition.None || sc.s.Words[v].Rel != "acl" || !sc.s.IsInfinitive(v) || !sc.s.HasPassive(v) {
		return false
	}
	n := sc.s.Words[v].Head
	return n >= 0 && n != f.head && !sc.isSetting(n)
}

// fillTerm gives an act without a term the likeliest of the times told about it, but none
// that its own sentence tells as the term of another act.
func (sc *scene) fillTerm(f *candidate, found []candidate, others []when.Time) {
	switch f.Type {
	case "expel", "close", "limit_staff", "demand", "depart", "threaten", "hand_back", "recall", "open", "seize", "appoint":
	default:
		return
	}
	if f.Status == demarche.Denied {
		return // what is not to be needs no term
	}
	terms := slices.DeleteFunc(sc.termsAbout(f), func(m mention) bool {
		return m.sentence == sc.at && slices.ContainsFunc(others, func(t when.Time) bool { return t.First == m.first && t.End == m.end })
	})
	if m := sc.fill(f, found, terms); m != nil {
		f.Deadline = m.day
		sc.filled(f, m)
	}
}

// filled notes the slot of an act that a mention of another sentence filled.
func (sc *scene) filled(f *candidate, m *mention) {
	if m.sentence == sc.at {
		return
	}
	f.filled = append(f.filled, m.slot)
	if m.sentence >= 0 {
		tokens := sc.sentences[m.sentence].Tokens
		f.tellsAt(m.slot, demarche.Span{Start: tokens[m.first].Start, End: tokens[m.end-1].End})
	}
}

// cede leaves a term that was filled in from another sentence to the act of that sentence
// whose own it proves to be, if that is another act, and so a day that the next sentence tells
// of what others do too: "Mali expelled two of Chad. Chad gave five of Mali a week."
func cede(found []candidate) {
	for i := range found {
		f := &found[i]
		if at, elsewhere := f.At("deadline"); elsewhere && f.isFilledIn("deadline") && slices.ContainsFunc(found, func(g candidate) bool {
			return !sides(&f.Event, &g.Event) && !g.Deadline.IsZero() && !g.isFilledIn("deadline") && g.Sentence.Start <= at.Start && at.End <= g.Sentence.End
		}) {
			f.Deadline = demarche.Period{}
			f.unfill("deadline")
		}
		if at, elsewhere := f.At("date"); elsewhere && f.isFilledIn("date") && at.Start >= f.Sentence.End && slices.ContainsFunc(found, func(g candidate) bool {
			return g.Type == f.Type && !overlap(f.Actor, g.Actor) && g.Date == f.Date && !g.isFilledIn("date") && g.Sentence.Start <= at.Start && at.End <= g.Sentence.End
		}) {
			f.Date = demarche.Period{}
			f.unfill("date")
		}
	}
}

// unfill drops the note that a slot was filled in from another sentence.
func (f *candidate) unfill(slot string) {
	f.filled = slices.DeleteFunc(slices.Clone(f.filled), func(s string) bool { return s == slot })
	f.forget(slot)
}

// fill asks the network of slots which of some mentions fills a slot of an act, and gives
// the likeliest if it is likely enough, or nil.
func (sc *scene) fill(f *candidate, found []candidate, all []mention) (best *mention) {
	if len(all) == 0 || sc.c.plain || sc.c.alone {
		return nil
	}
	chance := 0.0
	for i := range all {
		sc.describeSlot(f, found, &all[i], all, &sc.features)
		if l := sc.c.lesson; l != nil && l.Found {
			value := all[i].value
			if value == "" {
				value = all[i].day.String()
			}
			l.Slots = append(l.Slots, SlotLesson{f.Event, sc.s.Words[f.head].Span, all[i].slot, value, sc.features.Clone()})
		}
		if sc.c.slots == nil {
			continue
		}
		sc.chances = sc.c.slots.Score(&sc.features, &sc.room, sc.chances)
		bar := fillAt
		if slices.ContainsFunc(found, func(g candidate) bool { return g.head != f.head && all[i].fills(&g.Event) }) {
			bar = shareAt
		}
		if p := float64(sc.chances[1]); p >= max(bar, chance) {
			best, chance = &all[i], p
		}
	}
	return best
}

// citiesAbout gives the cities that the sentence under the eye and those about it name,
// and the one that the report is written in, each once, as it stands nearest.
func (sc *scene) citiesAbout(f *candidate) []mention {
	var all []mention
	sides := union(f.Actor, f.Recipient)
	visit := strings.HasPrefix(string(f.Rule), "consult/visit") && !slices.Contains(sides, demarche.Other)
	add := func(m mention) {
		if visit && !overlap(m.codes, sides) {
			return // a visit to Oman takes nobody to Sanaa
		}
		for i := range all {
			if strings.EqualFold(all[i].value, m.value) {
				return
			}
		}
		all = append(all, m)
	}
	for _, i := range sc.sentencesAbout() {
		list := sc.in(i)
		for k := range list {
			e := &list[k]
			if e.class != 0 || e.adjective || !(e.kind == place && sc.isCity(e) || e.capital || sc.isCityState(e)) {
				continue
			}
			if i == sc.at && (!f.noun && sc.isOfContent(e.head, f) || sc.isBeyond(e.head, f) || sc.isOfWord(e.head, f)) {
				continue
			}
			if o := k - 1; f.Type.IsSymmetric() && o >= 0 && list[o].class == who.Body && list[o].end == e.first-1 && sc.form(i, e.first-1) == "in" {
				continue // where "the foreign ministry in Nairobi" is, nobody need have met
			}
			sort := "city"
			if e.capital {
				sort = "capital"
			}
			add(mention{slot: "place", value: sc.cityName(e), sentence: i, first: e.first, end: e.end, head: e.head, codes: e.codes, sort: sort})
		}
	}
	if name := sc.datelineCity(); name != "" {
		add(mention{slot: "place", value: name, sentence: -1, head: proposition.None, codes: sc.home, sort: "dateline"})
	}
	return all
}

// daysAbout gives the times that the sentence under the eye and those about it tell, each
// once, as an act would be dated by it, the day of the act told last, and the one that the
// lead tells.
func (sc *scene) daysAbout(f *candidate) []mention {
	var all []mention
	var barred demarche.Period // the day on which another told it
	add := func(m mention) {
		// What has been done was not after its report, and what is to be done not before.
		if over := !sc.report.Date.Before(m.day.From); f.Status == demarche.Actual && !over || ahead(f.Status) && over {
			return
		}
		if m.day != barred && !slices.ContainsFunc(all, func(o mention) bool { return o.day == m.day }) {
			all = append(all, m)
		}
	}
	for _, i := range sc.sentencesAbout() {
		for _, t := range sc.times[i] {
			if t.Kind != when.Point || isTerm(t) || t.Direction == when.For || i == sc.at && (sc.isOfContent(sc.headOf(t), f) || sc.isBeyond(sc.headOf(t), f) || sc.isOfFirst(t, f) || sc.isDayApart(t, f.head)) {
				continue
			}
			if i == sc.at && t.Direction == when.At && (sc.isToldByOther(f, sc.verbOver(sc.headOf(t))) || sc.likeStepBefore(t) != proposition.None) {
				barred = t.Past
				continue
			}
			day := sc.day(t, sc.lastDay, &f.Event)
			if day.IsZero() || ahead(f.Status) && !t.Past.IsZero() && t.Past != t.Ahead {
				continue // a bare "Monday" beside what is to come is the one gone by
			}
			add(sc.timeMention("date", day, i, t))
		}
	}
	if !sc.anchor.IsZero() && (sc.anchored != sc.at || sc.foregone(f.head) == proposition.None) {
		sort := "anchor of other"
		if sc.anchorType == f.Type {
			sort = "anchor of like"
		}
		add(mention{slot: "date", day: sc.anchor, sentence: -1, head: proposition.None, sort: sort + digit(min(sc.at-sc.anchored, 4))})
	}
	if day := sc.onlyDay(0); !day.IsZero() {
		add(mention{slot: "date", day: demarche.On(day), sentence: -1, head: proposition.None, sort: "lead"})
	}
	return all
}

// isOfContent says whether a word stands in the clause that says what is agreed, asked or
// said, and not with the word for that itself: "agreed to meet in Lima in July".
func (sc *scene) isOfContent(word int, f *candidate) bool {
	if !f.Type.IsSpeech() && f.Type != "agree" {
		return false
	}
	v := sc.verbOver(word)
	return v != proposition.None && v != f.head && sc.s.Within(v, f.head)
}

// isBeyond says whether a word stands in the clause of what is settled, planned or told at a
// meeting that the verb over that clause mentions by the way: "agreed in a call to meet in Lima
// in July" tells neither where nor when the call was.
func (sc *scene) isBeyond(word int, f *candidate) bool {
	if f.Type != "consult" || !f.noun || !strings.HasPrefix(sc.s.Words[f.head].Rel, "obl") {
		return false
	}
	over := sc.s.Words[f.head].Head
	for at := word; at >= 0; at = sc.s.Words[at].Head {
		if w := &sc.s.Words[at]; w.Head == over && (w.Rel == "xcomp" || w.Rel == "ccomp") && at > f.head && sc.s.Mark(at) != "" {
			return true
		}
	}
	return false
}

// isOfWord says whether a city is where something to come is told, and not where it is to be:
// "will hold talks, officials said in Lima".
func (sc *scene) isOfWord(city int, f *candidate) bool {
	v := sc.s.Words[city].Head
	return ahead(f.Status) && v >= 0 && v != f.head && sc.s.IsVerb(v) && sc.c.lexicon.IsSaying(sc.s.Words[v].Lemma) && strings.HasPrefix(sc.s.Words[city].Rel, "obl")
}

// termsAbout gives the times that the sentence under the eye and those about it tell, each
// once, as an act would have to be done by it.
func (sc *scene) termsAbout(f *candidate) []mention {
	var all []mention
	for _, i := range sc.sentencesAbout() {
		for _, t := range sc.times[i] {
			if i != sc.at && f.Status == demarche.Actual && !sc.mayWait(f, i, t) {
				continue
			}
			from := sc.report.Date
			if f.Date.Days() == 1 && !f.Date.IsZero() {
				from = f.Date.From
			}
			var day demarche.Period
			switch {
			case t.Kind == when.Span && t.Months < 12 && i == sc.at:
				day = sc.deadline(t, &f.Event)
			case t.Kind == when.Span && t.Months < 12, t.Kind == when.Anaphoric && isTerm(t) && !sc.namesTerm(i, t):
				day = t.Resolve(from)
			case t.Kind == when.Point && (isTerm(t) || i == sc.at):
				day = due(t, from)
			}
			if i == sc.at && sc.isOfCondition(sc.headOf(t), f.head) {
				continue
			}
			const longest = 21 // days after an act, a term of another sentence is set for a later one
			if i != sc.at && !f.Date.IsZero() && f.Date.Until.Plus(longest).Before(day.From) {
				continue
			}
			if day.IsZero() || day.From.Before(from) || slices.ContainsFunc(all, func(m mention) bool { return m.day == day }) {
				continue
			}
			m := sc.timeMention("deadline", day, i, t)
			if isTerm(t) {
				m.sort += " term"
			}
			if t.Kind == when.Span {
				m.sort += " length"
			}
			all = append(all, m)
		}
	}
	return all
}

// mayWait says whether the words over a time of another sentence can be what an act that is
// done makes others do by then: to leave, to close, to have time. What has been recalled,
// opened or handed back waits for nothing that another sentence tells.
func (sc *scene) mayWait(f *candidate, sentence int, t when.Time) bool {
	switch f.Type {
	case "demand", "threaten":
		return true
	case "expel", "close", "limit_staff":
	default:
		return false
	}
	return !sc.isTimeToSay(sentence, t) && (!sc.open[sentence] || sc.mayWaitOver(sentence, t))
}

// mayWaitOver says whether one of the words over a time tells what can be done by then, or
// what somebody has until then.
func (sc *scene) mayWaitOver(sentence int, t when.Time) bool {
	words := sc.trees[sentence].Words
	for at := t.End - 1; at >= 0; at = words[at].Head {
		w := &words[at]
		if isDeadline(w) || sc.c.vocabulary.has(leaving, w.Lemma) || sc.c.vocabulary.has(ceasing, w.Lemma) || sc.c.vocabulary.has(reducing, w.Lemma) || sc.c.vocabulary.has(obeying, w.Lemma) {
			return true
		}
		switch w.Lemma {
		case "have", "give", "be", "do", "set", "allow", "expire", "run":
			return true
		}
	}
	return false
}

// isTimeToSay says whether a time is how long somebody has to say something, by which nobody
// has to leave or to close: "has until Friday to reply".
func (sc *scene) isTimeToSay(sentence int, t when.Time) bool {
	if t.End+1 >= len(sc.sentences[sentence].Tokens) {
		return false
	}
	verb := sc.form(sentence, t.End+1)
	return sc.form(sentence, t.End) == "to" && !sc.c.vocabulary.has(obeying, verb) && sc.c.vocabulary.has(complying, verb)
}

// timeMention gives the mention that a time of a sentence is.
func (sc *scene) timeMention(slot string, day demarche.Period, sentence int, t when.Time) mention {
	m := mention{slot: slot, day: day, sentence: sentence, first: t.First, end: t.End, head: t.First, sort: "period"}
	if day.Days() == 1 {
		m.sort = "day"
	}
	if sc.open[sentence] {
		words := sc.trees[sentence].Words
		for k := t.First; k < t.End; k++ {
			if h := words[k].Head; h < t.First || h >= t.End {
				m.head = k
			}
		}
	}
	return m
}

// sentencesAbout gives the sentence under the eye, those before it and the one after it,
// the nearest first.
func (sc *scene) sentencesAbout() []int {
	out := []int{sc.at}
	for back := 1; back <= slotSentences && sc.at-back >= 0; back++ {
		out = append(out, sc.at-back)
	}
	if sc.at+1 < len(sc.sentences) {
		out = append(out, sc.at+1)
	}
	return out
}

// fills says whether a mention is what an event has in its slot.
func (m *mention) fills(e *demarche.Event) bool {
	switch m.slot {
	case "place":
		return strings.EqualFold(e.Place, m.value)
	case "date":
		return e.Date == m.day
	}
	return e.Deadline == m.day
}

// describeSlot fills in the features by which the network of slots tells whether a mention
// is where or when an act was done: what act it is and how it is told, what the mention is
// and where it stands, and which other acts the mention may belong to.
func (sc *scene) describeSlot(f *candidate, found []candidate, m *mention, all []mention, x *sense.Features) {
	x.Reset()
	t, shape := string(f.Type), shapeOf(f.Type)
	of := [...]uint64{sense.Mark(m.slot), sense.Mark(shape, m.slot), sense.Mark(t, m.slot)}
	put := func(words ...string) {
		for _, before := range of {
			x.Marks = append(x.Marks, sense.MarkAfter(before, words...))
		}
	}
	put("is", m.sort)
	put("status", string(f.Status))
	put("object", f.Object)
	if f.must {
		put("must")
	}
	put("lemma", strings.ToLower(sc.s.Words[f.head].Lemma))
	if f.noun {
		put("noun")
	}
	put("rivals", digit(min(len(all)-1, 4)))
	for i, codes := range [2][]demarche.Code{f.Actor, f.Recipient} {
		if overlap(codes, m.codes) {
			put("whose", digit(i))
		}
	}
	if m.slot == "place" && strings.EqualFold(m.value, sc.datelineCity()) {
		put("dateline")
	}
	for i := range found {
		g := &found[i]
		if g.head != f.head && m.fills(&g.Event) {
			put("of other", string(g.Type))
			if overlap(g.Actor, f.Actor) {
				put("of same actor")
			}
		}
	}
	where := "far"
	width := sc.c.reader.width()
	x.Dense = append(x.Dense, sc.states[sc.at][f.head*width:][:width]...)
	if m.sentence < 0 {
		put("away", "no sentence")
		x.Dense = append(x.Dense, make([]int16, width)...)
		return
	}
	switch d := m.sentence - sc.at; {
	case d > 0:
		where = "next"
	case d < 0:
		where = digit(-d)
	case m.head > f.head:
		where = "after"
	default:
		where = "before"
	}
	put("away", where)
	if m.first > 0 {
		put("word before", where, strings.ToLower(sc.form(m.sentence, m.first-1)))
	} else {
		put("word before", where, "none")
	}
	put("first word", where, strings.ToLower(sc.form(m.sentence, m.first)))
	if n := len(sc.sentences[m.sentence].Tokens); m.end < n {
		put("word after", where, strings.ToLower(sc.form(m.sentence, m.end)))
	}
	if !sc.open[m.sentence] {
		x.Dense = append(x.Dense, make([]int16, width)...)
		return
	}
	x.Dense = append(x.Dense, sc.states[m.sentence][m.head*width:][:width]...)
	words := sc.trees[m.sentence].Words
	if h := words[m.head].Head; h >= 0 {
		put("under", where, strings.ToLower(words[h].Lemma))
	}
	if m.sentence != sc.at {
		return
	}
	put("way", sc.wayTo(f.head, m.head))
	put("distance", where, digit(min(abs(m.head-f.head)/3, 6)))
	nearer := 0
	for i := range all {
		if o := &all[i]; o.sentence == sc.at && abs(o.head-f.head) < abs(m.head-f.head) {
			nearer++
		}
	}
	put("nearer", digit(min(nearer, 3)))
	for i := range found {
		if g := &found[i]; g.head != f.head && abs(g.head-m.head) < abs(f.head-m.head) {
			put("other act nearer", string(g.Type))
		}
	}
}
