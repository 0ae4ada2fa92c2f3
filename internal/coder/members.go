package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/who"
)

// members fills a symmetric event: the parties in the order of the text, the
// first as actor, the others as recipients.
func (sc *scene) members(r *rule.Rule, p *proposition.Proposition, st *proposition.Stance, cand *candidate) bool {
	if slices.Contains(r.Recipient, venueSource) {
		if r.Type == "agree" {
			return sc.adopted(p, cand)
		}
		return sc.conference(p, cand)
	}
	e := &cand.Event
	var all []demarche.Code
	var room [8]int
	inferred := false
	self := 0 // how many its own words tell
	if len(r.Agents) > 0 && !sc.isAgent(r, p) {
		return false
	}
	own := false // whether who does it is told, and not only with whom
	// "proposed talks between Mali and Algeria": whoever else is there takes no part.
	between := []rule.Source{"between", "among"}
	if row := sc.rowOf(p); row != nil {
		all, own = row, true
	}
	if codes, also := sc.involved(p); codes != nil {
		if all, own = codes, true; also {
			all = union(sc.goersTo(p.Head, codes), codes)
		}
	}
	if len(r.Agents) > 0 && !p.Noun && slices.Contains(r.Recipient, "between") {
		between = nil // who shuttles between two meets each
	}
	for _, src := range between {
		for _, head := range sc.heads(src, p, st, cand.object, room[:0]) {
			x := sc.resolveAll(head, nil)
			if codes := sc.landOfFactions(head); codes != nil && only(x.codes, demarche.Other) {
				x.codes = codes
			}
			if len(all) < 2 && x.kind != place && len(x.codes) > 1 {
				all, own = x.codes, true
			}
		}
	}
	if codes := sc.factionsAt(p); all == nil && codes != nil {
		all, own = codes, true
	}
	for _, named := range []bool{true, false} {
		if len(all) > 1 {
			break
		}
		for _, src := range slices.Concat(r.Actor, r.Recipient) {
			if src == "other" || src == "members" || src == "speaker" {
				continue
			}
			for _, head := range sc.heads(src, p, st, cand.object, room[:0]) {
				var x ref
				if src == "mods" {
					en := sc.entityAt(head)
					if en == nil || en.codes == nil || en.kind == place || en.kind == person {
						continue
					}
					x = ref{codes: sc.joined(head, en.codes)}
				} else {
					x = sc.resolveAll(head, nil)
				}
				if x.kind == place || !x.ok() || x.spoken && (named || len(all) > 1) {
					continue
				}
				if src == "owner" && (named || len(all) > 1) && sc.pronounOwner(head) {
					continue // "urged Syria and Turkey to restore their ties", which are not Russia's
				}
				if sc.isFirm(head) {
					return false
				}
				if src == "of" && p.Noun && strings.HasPrefix(string(r.ID), "consult/visit") && p.With("of") == head && sc.isFar(p, head) {
					continue // "the visit comes ahead of"
				}
				if src == "with" && !p.Noun && sc.hasOtherTime(head) {
					continue
				}
				if src == "patient" && p.With("for") != proposition.None && sc.c.vocabulary.has(leaving, sc.s.Words[p.Head].Lemma) {
					continue // "left Pakistan for Afghanistan"
				}
				if (src == "patient" || !p.Noun && (src == "to" || src == "on")) && len(r.Patient) > 0 && !slices.Contains(r.Patient, sc.sortOf(head, x)) {
					continue
				}
				all = union(all, x.codes)
				own = own || src == "agent" || src == "possessor" || src == "mods" || src == "by" || src == "of"
			}
		}
	}
	if p.Noun && len(all) < 2 {
		if d := sc.dyadBefore(p.Head); d != nil {
			all, own = union(d, all), true
		}
	}
	if own && len(all) == 1 {
		if p.Noun || len(r.Patient) == 0 || slices.Contains(r.Recipient, "with") {
			all = union(all, sc.near(p.Head, "with", all)) // not "sees a chance with Oman", "toured the border with Oman"
		}
		if p.Noun && len(all) == 1 && strings.HasPrefix(string(r.ID), "consult/visit") {
			all = union(all, sc.near(p.Head, "to", all))
		}
	}
	if p.Noun && len(all) == 0 && r.Type == "consult" && sc.isOneMore(p.Head) && !sc.isNextOfMany(p) {
		// "A second meeting will be held": of those who met before
		if all = sc.metBefore(func([]demarche.Code) bool { return true }); all != nil {
			own, cand.tabled = true, true
		}
	}
	if r.Type == "agree" && p.Passive && len(all) == 0 && sc.isAtMeeting(p.Head) {
		if all = sc.metBefore(func(sides []demarche.Code) bool { return len(sides) == 2 }); all != nil {
			own = true // "Five accords were signed after the talks": by those who held them
		}
	}
	if own && r.Type == "agree" {
		all = union(all, sc.accededTo(p))
	}
	if own && len(all) == 1 && r.Type == "agree" {
		all = union(all, sc.pledgedTo(p, all))
	}
	if own && len(all) == 1 && slices.Contains(r.Recipient, "here") {
		all = union(all, sc.hostHere(p, all))
	}
	if own && len(all) == 1 && sc.comesHere(r, p) && !overlap(sc.home, all) {
		all = union(all, sc.home)
	}
	if a := p.Agent.Head; !own && len(all) > 1 && !p.Passive && a != proposition.None {
		// "he met the leaders of France and Germany", "he will visit Mali and Chad"
		if x := sc.resolve(a, all); x.ok() && x.kind != place {
			all, own = union(x.codes, all), true
		}
	}
	if f := sc.tabled(p); len(all) < 3 && (len(all) == 0 || overlap(all, f)) && f != nil {
		all, cand.tabled = union(all, f), true
		if sc.formatAt(p.Head) != nil {
			all = f // whoever else is named speaks of them
		}
	}
	if !p.Noun && len(all) == 1 && p.Head+1 < len(sc.s.Words) {
		// "met Under Secretary", which the tree reads as a preposition.
		if en := sc.entityAt(p.Head + 1); en != nil && en.kind == person && !overlap(en.codes, all) {
			all = union(all, en.codes)
		}
	}
	if !p.Noun && len(all) < 2 && p.Patient.Head == proposition.None || p.Passive {
		all = union(all, sc.together(p))
	}
	if p.Noun && !cand.tabled && (!own && len(all) > 1 || len(all) < 2) && p.Agent.Head == proposition.None && p.Possessor == proposition.None {
		if n := sc.goer(p.Head); n != proposition.None {
			if x := sc.resolveAll(n, all); x.ok() && x.kind != place && (x.kind != people || !x.spoken) {
				all = union(x.codes, all)
			}
		}
	}
	if p.Noun && p.Carrier != proposition.None && p.With("by") != proposition.None && strings.HasPrefix(string(r.ID), "consult/visit") {
		// "Beijing has cancelled a visit by the Danish minister"
		var q proposition.Proposition
		sc.s.Read(p.Carrier, sc.c.lexicon, &q)
		if a := q.Agent.Head; a != proposition.None && !q.Passive {
			if x := sc.resolveAll(a, all); x.ok() && x.kind != place {
				all = union(x.codes, all)
			}
		}
	}
	if p.Noun && !own && len(all) == 1 && p.Carrier == proposition.None && st.Speaker != proposition.None && sc.s.Words[p.Head].Rel == "nsubj" {
		// "There will be no talks with Moscow, the minister said."
		if x := sc.resolve(st.Speaker, all); x.ok() && x.kind == person {
			all = union(x.codes, all)
		}
	}
	self = len(all)
	if len(r.Agents) > 0 && !own && self > 0 && !p.Noun {
		return false
	}
	has := func(src rule.Source) bool { return slices.Contains(r.Actor, src) || slices.Contains(r.Recipient, src) }
	if len(all) < 2 && has("members") {
		list := sc.in(sc.at)
		for k := range list {
			if en := &list[k]; len(en.codes) > 0 && en.kind != place && !(en.capital && sc.isPlaceAt(en)) {
				all = union(all, en.codes)
			}
		}
	}
	if len(all) < 2 && has("speaker") && st.Speaker != proposition.None {
		all = union(all, sc.resolve(st.Speaker, nil).codes)
	}
	if len(all) < 2 && has("other") && (len(all) == 0 || !only(all, demarche.Other)) && !(p.Noun && sc.hasName(p.Head)) && !sc.withForeign(p) && !sc.isOpinion(r, p) {
		if p.Noun && sc.isOfMany(p.Head) {
			if all = union(all, []demarche.Code{demarche.Other}); len(all) == 1 {
				return false
			}
		} else if len(all) == 1 {
			if h := sc.capitalIn(p); h != nil && !overlap(h, all) && sc.isBetween(&demarche.Event{Actor: all, Recipient: h}) {
				all = union(all, h)
			} else {
				all = union(all, sc.other(all, p.Head))
			}
		} else if sc.c.vocabulary.has(dealings, sc.s.Words[p.Head].Lemma) && sc.isStrife("side") {
			all = []demarche.Code{sc.fought, demarche.Other} // "peace talks" in a report of a civil war
		} else {
			all = sc.pair(nil).codes
		}
		inferred = true
	}
	if len(all) < 2 || only(all, demarche.Other) {
		return false
	}
	if inferred {
		e.Inferred = append(e.Inferred, "recipient")
		e.Confidence -= 0.2
	}
	cand.told = [2]bool{self > 0, self > 1}
	if slices.Contains(r.Needs, "recipient") && self < 2 {
		return false
	}
	e.Actor, e.Recipient = all[:1:1], all[1:]
	return true
}

// isOfMany says whether a meeting is one of many, so that no single State is the other side:
// "would not attend the Euro-Mediterranean summit", "ahead of a regional summit".
func (sc *scene) isOfMany(noun int) bool {
	if sc.s.Words[noun].Lemma != "summit" {
		return false // two hold talks and meetings
	}
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		w := &sc.s.Words[k]
		if (w.Rel == "amod" || w.Rel == "compound") && w.Lemma != "bilateral" && sc.entityAt(k) == nil && !sc.inTime(k) {
			return true
		}
	}
	return false
}

// isOneMore says whether a noun tells a meeting that follows another of the same sort:
// "a second meeting", "further talks".
func (sc *scene) isOneMore(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		form := sc.s.Words[k].Form
		if k == 0 {
			form = strings.ToLower(form) // elsewhere a capital makes it part of a name
		}
		if sc.c.vocabulary.has(oneMore, form) {
			return true
		}
	}
	return false
}

// unmediated takes those out of a meeting of three or more who are told to be there for the
// others: "with Norway and Cuba as guarantors", "with Britain acting as a mediator".
func (sc *scene) unmediated(f *candidate) {
	all := union(f.Actor, f.Recipient)
	if !f.Type.IsSymmetric() || len(all) < 3 || f.tabled {
		return
	}
	if apart := sc.broughtTogether(f.head); len(apart) > 1 && len(without(apart, all)) == 0 {
		f.Actor, f.Recipient = apart[:1:1], apart[1:]
		return
	}
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; sc.s.Case(e.head) == "with" && sc.mediates(e.head) {
			all = without(all, sc.resolveAll(e.head, nil).codes)
		}
	}
	if len(all) > 1 {
		f.Actor, f.Recipient = all[:1:1], all[1:]
	}
}

// broughtTogether gives those between whom talks are told that somebody else holds for them, by
// the word for the talks or the verb that has it for its object, or nil: "will host talks
// between Kenya and Uganda".
func (sc *scene) broughtTogether(head int) []demarche.Code {
	s := &sc.s
	verb, noun := head, head
	if s.IsVerb(head) {
		noun = proposition.None
		for k := s.Kid(head); k >= 0; k = s.Next(k) {
			if s.Words[k].Rel == "obj" {
				noun = k
			}
		}
	} else if verb = s.Words[head].Head; s.Words[head].Rel != "obj" {
		return nil
	}
	if noun == proposition.None || verb < 0 || !sc.c.vocabulary.has(bringing, s.Words[verb].Lemma) || !sc.c.vocabulary.has(dealings, s.Words[noun].Lemma) && !sc.c.vocabulary.has(assemblies, s.Words[noun].Lemma) {
		return nil
	}
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		if c := s.Case(k); c == "between" || c == "among" {
			return sc.resolveAll(k, nil).codes
		}
	}
	return nil
}

// mediates says whether a phrase goes on with "as" and a word for who brings others together.
func (sc *scene) mediates(head int) bool {
	const reach = 4 // from "as" to the noun
	_, end := sc.s.Subtree(head)
	for t := head + 1; t < min(end+reach, len(sc.s.Words)); t++ {
		if sc.s.Words[t].Form != "as" {
			continue
		}
		for n := t + 1; n < min(t+reach, len(sc.s.Words)); n++ {
			if sc.c.vocabulary.has(goBetweens, sc.s.Words[n].Lemma) {
				return true
			}
		}
	}
	return false
}

// isFar says whether a preposition's noun hangs on the verb over an event noun.
func (sc *scene) isFar(p *proposition.Proposition, head int) bool {
	return slices.ContainsFunc(p.Preps, func(a proposition.Prep) bool { return a.Head == head && a.Far })
}

// hasOtherTime says whether a phrase with "with" follows a noun that tells of another time
// than the verb does: "left for Kabul after talks with President Pervez Musharraf".
func (sc *scene) hasOtherTime(head int) bool {
	s := &sc.s
	for k := s.Kid(head); k > 0 && k < head; k = s.Next(k) {
		if s.Words[k].Lemma != "with" || !s.IsNoun(k-1) {
			continue
		}
		switch s.Case(k - 1) {
		case "after", "following", "before", "ahead of":
			return true
		}
	}
	return false
}

// isFirm says whether a phrase is the name of a firm, whose deals are no State's.
func (sc *scene) isFirm(head int) bool {
	first, end := sc.s.Phrase(head)
	for t := first; t < end; t++ {
		if w := &sc.s.Words[t]; w.UPOS == "PROPN" && sc.c.vocabulary.has(firms, w.Form) && (t == head || w.Head == head && w.Rel != "nmod") {
			return true
		}
	}
	return false
}

// isAgent says whether who does it is of the sort that a rule asks for: a state, or
// a person who acts for one.
func (sc *scene) isAgent(r *rule.Rule, p *proposition.Proposition) bool {
	list := []int{p.Agent.Head, p.Possessor}
	if p.Noun {
		list = append(list, sc.goer(p.Head))
	}
	for _, prep := range []string{"by", "of"} {
		if n := p.With(prep); n != proposition.None && (prep == "by" || p.Noun) {
			list = append(list, n)
		}
	}
	for _, head := range list {
		if head == proposition.None {
			continue
		}
		if slices.Contains(r.Agents, sc.sortOf(head, sc.resolve(head, nil))) {
			return true
		}
	}
	return false
}

// sortOf tells the sort of a party as rules name it: a person who acts for a State,
// a state, or "" for things and private people.
func (sc *scene) sortOf(head int, x ref) string {
	if e := sc.entityAt(head); e != nil && e.class >= who.Head && e.class <= who.Diplomat {
		return "person"
	}
	if sc.c.vocabulary.has(groups, sc.s.Words[head].Lemma) && x.ok() {
		return "person"
	}
	switch x.kind {
	case person:
		return "person"
	case state, others:
		return "state"
	}
	if c := sc.c.objects.of(&sc.s, head); len(c) > 0 && x.ok() {
		switch c[0] {
		case "officials", "diplomats", "ambassador":
			return "person"
		}
	}
	if e := sc.entityAt(head); sc.s.Words[head].UPOS == "PROPN" && x.ok() && (e == nil || e.kind != people) {
		return "person"
	}
	return ""
}

// dyadBefore gives the two States joined by a hyphen or a dash before a noun:
// "US-China trade talks", "Sino-Indian border talks".
func (sc *scene) dyadBefore(noun int) []demarche.Code {
	s := &sc.s
	list := sc.in(sc.at)
	for k := len(list) - 1; k >= 0; k-- {
		e := &list[k]
		if e.end > noun || noun-e.end > 3 || e.kind == place || e.kind == person || len(e.codes) == 0 || e.first < 2 {
			continue
		}
		switch s.Words[e.first-1].Form {
		case "-", "–", "—", "/":
		default:
			continue
		}
		for t := e.end; t < noun; t++ {
			if u := s.Words[t].UPOS; u != "NOUN" && u != "ADJ" && u != "PUNCT" && u != "NUM" {
				return nil
			}
		}
		if c, ok := sc.c.descriptions.halves[strings.ToLower(s.Words[e.first-2].Form)]; ok {
			return union([]demarche.Code{c}, e.codes)
		}
		if o := sc.entityAt(e.first - 2); o != nil && o.kind != place && o.kind != person && len(o.codes) > 0 {
			return union(o.codes, e.codes)
		}
	}
	return nil
}

// near gives whom a preposition a few words on names, which the tree hangs deeper:
// "a treaty of friendship with Iraq", "a visit by Iran's president to Iraq".
func (sc *scene) near(head int, word string, exclude []demarche.Code) []demarche.Code {
	s := &sc.s
	for t := head + 1; t < min(head+10, len(s.Words)); t++ {
		if w := &s.Words[t]; w.UPOS == "VERB" || w.UPOS == "PUNCT" || w.UPOS == "CCONJ" {
			return nil
		}
		if s.IsNoun(t) && s.Case(t) == word {
			if x := sc.resolveAll(t, exclude); x.ok() && !x.spoken && x.kind != place {
				return x.codes
			}
		}
	}
	return nil
}

// withForeign says whether the text names a partner who is of no State, so that
// none need be inferred: "talks between Yukos and Orlen", "with Mr. Kabila".
func (sc *scene) withForeign(p *proposition.Proposition) bool {
	for _, a := range p.Preps {
		if (a.Word == "with" || a.Word == "between" || a.Word == "among") && !sc.resolveAll(a.Head, nil).ok() && sc.isForeign(a.Head) && (a.Word != "with" || sc.s.Words[a.Head].UPOS != "PROPN") {
			return true
		}
	}
	a := p.Agent.Head
	return a != proposition.None && sc.s.Words[a].UPOS != "PROPN" && !sc.resolveAll(a, nil).ok() && sc.isForeign(a)
}

// hasName says whether an event noun is part of a name or has one before it: "the
// APEC Economic Leaders' Meeting", which is no meeting with the State named last.
func (sc *scene) hasName(noun int) bool {
	if sc.s.Words[noun].UPOS == "PROPN" {
		return true
	}
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		if e := sc.entityAt(k); sc.s.Words[k].UPOS == "PROPN" && (e == nil || e.kind == others) {
			return true
		}
	}
	return false
}

// together gives the two sides where a plural pronoun does what only two can do with
// each other: "they met", if the event told last or the whole report has two.
func (sc *scene) together(p *proposition.Proposition) []demarche.Code {
	a := p.Agent.Head
	if a == proposition.None || p.Passive {
		return nil
	}
	switch strings.ToLower(sc.s.Words[a].Form) {
	case "they", "both", "pair", "two":
	default:
		return nil
	}
	for i := range sc.last {
		if f := &sc.last[i]; len(f.Actor) == 1 && len(f.Recipient) == 1 {
			return union(f.Actor, f.Recipient)
		}
	}
	if x := sc.pair(nil); len(x.codes) == 2 && sc.isBetween(&demarche.Event{Actor: x.codes[:1], Recipient: x.codes[1:]}) {
		return x.codes
	}
	return nil
}

// capitalIn gives the State whose capital a predicate's clause names as the place.
func (sc *scene) capitalIn(p *proposition.Proposition) []demarche.Code {
	for _, a := range p.Preps {
		if e := sc.entityAt(a.Head); a.Word == "in" && e != nil && e.capital {
			return e.codes
		}
	}
	return nil
}

// goer gives the subject of the clause that a meeting only goes along with: "flew
// to Beijing for talks with", "said after a meeting with", "favours talks with".
func (sc *scene) goer(noun int) int {
	s := &sc.s
	for k := s.Kid(noun); k >= 0 && k < noun; k = s.Next(k) {
		if s.Words[k].Rel == "nsubj" { // "is on a visit to", "have been in contact"
			return k
		}
	}
	for n, up := noun, 0; up < 5; up++ {
		w := &s.Words[n]
		if w.Head < 0 {
			return proposition.None
		}
		rel, _, _ := strings.Cut(w.Rel, ":")
		if c := s.Case(n); rel == "obl" && slices.Contains([]string{"by", "of", "than", "like", "about", "over", "despite", "against", "from", "as"}, c) {
			return proposition.None
		}
		if c := s.Case(n); rel == "nmod" && c == "of" && !sc.c.lexicon.IsVessel(s.Words[w.Head].Lemma) {
			return proposition.None // "on the sidelines of the summit"
		}
		if rel != "obl" && rel != "obj" && rel != "nmod" && rel != "conj" && rel != "compound" && rel != "xcomp" && rel != "advcl" && rel != "acl" {
			return proposition.None
		}
		n = w.Head
		if s.IsVerb(n) {
			var q proposition.Proposition
			s.Read(n, sc.c.lexicon, &q)
			if q.Agent.Head != proposition.None && q.Agent.Head != noun {
				return q.Agent.Head
			}
			if h := q.Patient.Head; q.Passive && h != proposition.None && h != noun && slices.Contains([]string{"expect", "schedule", "due"}, s.Words[n].Lemma) {
				return h // "is expected in Hanoi for talks with"
			}
			return proposition.None
		}
		// "is in Tehran for talks with"
		for k := s.Kid(n); k >= 0; k = s.Next(k) {
			if s.Words[k].Rel == "nsubj" {
				return k
			}
		}
	}
	return proposition.None
}

// isOpinion says whether one side agrees that something is so, which binds nobody: "agreed
// that the minister was a liar".
func (sc *scene) isOpinion(r *rule.Rule, p *proposition.Proposition) bool {
	return r.Type == "agree" && !p.Noun && p.Content != proposition.None && sc.s.Mark(p.Content) == "that"
}
