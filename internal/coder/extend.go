package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// reach is for how many sentences after an act its day and its term may still be told.
const reach = 3

// extend adds to the events of a sentence those that it tells by leaving words
// out: "France expelled 35, Germany 40", "Canada followed suit with four", "each
// expelled two", "41 diplomats and 42 members of their families".
func (sc *scene) extend(found []candidate) []candidate {
	var out []candidate
	for i := range found {
		for _, f := range sc.split(found[i]) {
			out = append(out, f)
			if len(f.Actor) > 1 && !f.Type.IsSymmetric() && !f.Type.IsSpeech() && sc.hasEach(f.head) {
				// "Latvia and Estonia each shut two consulates"
				for _, c := range f.Actor[1:] {
					one := f
					one.Actor = []demarche.Code{c}
					out = append(out, one)
				}
				out[len(out)-len(f.Actor)].Actor = f.Actor[:1:1]
			}
			hosts := sc.toured(&f)
			if len(hosts) < 2 {
				hosts = sc.metIn(&f)
			}
			if len(hosts) > 1 {
				// A tour is one event of each State.
				f.Actor, f.Recipient = without(union(f.Actor, f.Recipient), hosts), hosts[:1:1]
				if f.Place = ""; f.Date.Days() <= 1 {
					f.Date = demarche.Period{} // of a journey to several, a single day is that of one
				}
				out[len(out)-1] = f
				for _, c := range hosts[1:] {
					one := f
					one.Recipient = []demarche.Code{c}
					out = append(out, one)
				}
			}
			parts := sc.metNext(&f)
			if parts == nil {
				parts = sc.metWhere(&f)
			}
			hub := sc.metEach(&f)
			if hub == "" {
				hub = sc.touredBefore(&f)
			}
			if parts != nil {
				out = append(out[:len(out)-1], parts...)
			} else if hub != "" {
				// "met Mr. Putin and Mr. Abe separately" is one meeting with each.
				others := without(union(f.Actor, f.Recipient), []demarche.Code{hub})
				f.Actor, f.Recipient = []demarche.Code{hub}, others[:1:1]
				out[len(out)-1] = f
				for _, c := range others[1:] {
					one := f
					one.Recipient = []demarche.Code{c}
					out = append(out, one)
				}
			}
			out = append(out, sc.legs(&f, slices.Concat(found, out))...)
			out = append(out, sc.itinerary(&f, slices.Concat(found, out))...)
			if f.all {
				if f.Object == "ambassador" && f.Count.IsZero() && f.object != proposition.None && !sc.hasConjunct(f.object) {
					f.Count = demarche.Quantity{N: 1, Cmp: "="} // "turned out each other's envoys"
					out[len(out)-1].Count = f.Count
				}
				if (f.Object == "ambassador" || f.Object == "embassy") && f.Count.N == 2 {
					f.Count.N = 1 // "the ambassadors of Mali and Chad", of whom each has one
					out[len(out)-1].Count = f.Count
				}
				back := f
				back.Actor, back.Recipient = f.Recipient, f.Actor
				back.all = false
				if f.Type == "accuse" {
					back.mutual, out[len(out)-1].mutual = true, true
				}
				out = append(out, back)
			}
			out = append(out, sc.listed(&f, found)...)
		}
	}
	for i := range out {
		if q := sc.sameNumber(&out[i], out[:i]); !q.IsZero() {
			out[i].Count = q
		}
	}
	out = append(out, sc.followed(out)...)
	out = append(out, sc.likeSteps(out)...)
	out = sc.calledOff(sc.laterDay(sc.termOfBoth(sc.later(out))))
	for i := range out {
		if !out[i].Deadline.IsZero() {
			sc.lastTerm = out[i].Deadline
		}
	}
	// A meeting of many sets no two against each other whom "the two sides" takes up.
	sc.rowOfMany = sc.rowOfMany || slices.ContainsFunc(out, func(f candidate) bool { return f.convened })
	between := slices.DeleteFunc(slices.Clone(out), func(f candidate) bool { return f.convened })
	if len(between) > 0 {
		sc.last = between
	}
	sc.recent = slices.DeleteFunc(sc.recent, func(f candidate) bool { return sc.at-f.sentence >= reach })
	sc.recent = append(sc.recent, between...)
	return out
}

// metEach gives the State that is told to meet several others, each by itself, or "".
func (sc *scene) metEach(f *candidate) demarche.Code {
	all := union(f.Actor, f.Recipient)
	if f.Type != "consult" || len(all) < 3 || f.tabled || !sc.isOneByOne(f.head) {
		return ""
	}
	var before, behind []demarche.Code
	list := sc.in(sc.at)
	for k := range list {
		switch e := &list[k]; {
		case e.kind == place || e.capital && sc.isPlaceAt(e) || !overlap(e.codes, all):
		case e.first < f.head:
			before = union(before, e.codes)
		default:
			behind = union(behind, e.codes)
		}
	}
	before = without(before, behind)
	if len(behind) == 1 && sc.isJoinedPronoun(f.head) {
		before = without(all, behind) // "he and the Palestinian leader meet the minister separately"
	}
	switch {
	case len(before) == 1 && len(behind) > 1:
		return before[0]
	case len(behind) == 1 && len(before) > 1:
		return behind[0]
	}
	return ""
}

// isOneByOne says whether a meeting is told to be held with one after the other: "met
// separately", "had separate meetings with", "met with Serbs and with Croats", "met both the
// Serbs and the Croats", "held bilateral talks with".
func (sc *scene) isOneByOne(word int) bool {
	if sc.s.Words[word].Lemma == "shuttle" {
		return true
	}
	clause := sc.clauseOf(word)
	for t := range sc.s.Words {
		w := &sc.s.Words[t]
		switch strings.ToLower(w.Form) {
		case "separately", "individually", "respectively":
			if sc.verbOver(t) == clause {
				return true
			}
		case "separate", "bilateral", "one-on-one":
			if w.Head == word || w.Head >= 0 && sc.s.Words[w.Head].Head == word && sc.s.Words[w.Head].Rel == "obj" {
				return true
			}
		case "both":
			if t > word && t+2 < len(sc.s.Words) && sc.verbOver(t) == clause && (w.Rel == "cc:preconj" || w.Rel == "det" || w.Rel == "det:predet") {
				return true
			}
		case "with":
			// of a noun that is joined to another which has its own
			n := w.Head
			if n > 0 && sc.s.Words[n].Rel == "conj" && sc.s.Case(sc.s.Words[n].Head) == "with" && sc.clauseOf(n) == clause {
				return true
			}
		case "one":
			if t+2 < len(sc.s.Words) && sc.s.Words[t+1].Lemma == "by" && sc.s.Words[t+2].Lemma == "one" && sc.clauseOf(t) == clause {
				return true
			}
		}
	}
	return false
}

// split makes one event of each object that has an owner, a class or a place of
// its own: "three Rwandan diplomats and a Burundian one".
func (sc *scene) split(f candidate) []candidate {
	out := []candidate{f}
	if f.object == proposition.None || f.Type.IsSpeech() || f.Type.IsSymmetric() {
		return out
	}
	r := sc.c.book.Rule(f.Rule)
	if r == nil || len(r.Object) == 0 {
		return out
	}
	if parts := sc.figures(&f); len(parts) > 1 {
		return parts
	}
	s := &sc.s
	for k := s.Kid(f.object); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "conj" || !(s.IsNoun(k) || s.Words[k].UPOS == "NUM" || s.Words[k].UPOS == "ADJ") {
			continue
		}
		if sc.isFigureOf(k) {
			continue // "Denmark expelled 15, Sweden three": another's
		}
		class := sc.classAt(r, k)
		one := s.Words[k].Lemma == "one" || s.Words[k].UPOS == "NUM" || s.Words[k].UPOS == "ADJ"
		if class == "" && one {
			class = f.Object
		}
		if f.Object == "ambassador" && s.Words[f.object].XPOS == "NN" && slices.Contains(r.Object, "diplomats") && (class == "" || class == "people" || class == "ambassador") && s.Quantity(k).N > 1 && !sc.inTime(k) {
			class = "diplomats" // "the ambassador and 20 others"
		}
		owner := sc.ownerOf(k, nil, 3)
		if e := sc.entityAt(k); e != nil && class == "people" {
			class, owner = f.Object, e.codes // "ten Norwegians and five Swedes"
		}
		if class == "people" || class == "" && f.Object != "" {
			continue
		}
		if len(owner) == 0 || overlap(owner, f.Actor) {
			owner = f.Recipient
		}
		own := !slices.Equal(owner, f.Recipient)
		count := sc.countOne(k, class)
		if one && count.IsZero() {
			count = s.Quantity(k)
			if count.IsZero() {
				count = demarche.Quantity{N: 1, Cmp: "="}
			}
		}
		if !own && (class == f.Object || count.IsZero() || f.Count.IsZero()) {
			continue
		}
		g := f
		g.object, g.Object, g.Count = k, class, count
		var cities []string
		if sc.placesUnder(f.object, 4, &cities); len(cities) > 0 {
			g.Place = "" // the first one's, and not that of the mission to which all belong
		}
		cities = cities[:0]
		if sc.placesUnder(k, 4, &cities); len(cities) == 1 {
			g.Place = cities[0]
		}
		if own {
			g.Recipient = owner
			out[0].Recipient = without(out[0].Recipient, owner)
			if len(out[0].Recipient) == 0 {
				out[0].Recipient = f.Recipient
			}
		}
		// The first one's count was summed over both.
		out[0].Count = sc.countOne(f.object, f.Object)
		first, end := s.Phrase(k)
		g.Trigger = spanOf(sc.sentences[sc.at].Tokens, first, end)
		g.Span = demarche.Span{Start: min(f.Span.Start, g.Trigger.Start), End: max(f.Span.End, g.Trigger.End)}
		out = append(out, g)
	}
	return out
}

// figures makes one event of each State that has a figure of its own before the
// same noun: "four Lithuanian, three Estonian and three Latvian diplomats".
func (sc *scene) figures(f *candidate) []candidate {
	s := &sc.s
	var out []candidate
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if e.first == 0 || e.end > f.object || f.object-e.first > 14 || !e.adjective || s.Words[e.first-1].UPOS != "NUM" || !overlap(e.codes, f.Recipient) {
			continue
		}
		q := s.Quantity(e.first - 1)
		if q.IsZero() {
			continue
		}
		g := *f
		g.Recipient, g.Count = e.codes, q
		g.Trigger = spanOf(sc.sentences[sc.at].Tokens, e.first-1, e.end)
		out = append(out, g)
	}
	return out
}

// isFigureOf says whether a word is the figure of a State named right before it, or
// such a State: "Sweden three and Spain about 25".
func (sc *scene) isFigureOf(word int) bool {
	s := &sc.s
	if e := sc.entityAt(word); e != nil {
		if e.kind != state || e.adjective {
			return false
		}
		for t := e.end; t < min(e.end+3, len(s.Words)); t++ {
			if s.Words[t].UPOS == "NUM" {
				return true
			}
		}
		return false
	}
	if s.Words[word].UPOS != "NUM" || word == 0 {
		return false
	}
	e := sc.entityAt(word - 1)
	return e != nil && e.kind == state && !e.adjective
}

// hasEach says whether a verb's clause says that each of its subjects does it.
func (sc *scene) hasEach(head int) bool {
	for t := max(0, head-6); t < head; t++ {
		if strings.EqualFold(sc.s.Words[t].Form, "each") {
			return true
		}
	}
	return false
}
