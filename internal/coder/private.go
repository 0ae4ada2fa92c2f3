package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// isNoMeeting says whether it is no States that meet, by who is told to attend or goes
// for his own sake, by what is talked about, or by the body that holds it.
func (sc *scene) isNoMeeting(f *candidate) bool {
	var p proposition.Proposition
	sc.s.Read(f.head, sc.c.lexicon, &p)
	return sc.isOfPrivate(f, &p) || sc.isForHealth(&p) || sc.isOfCoalition(f) || sc.isNumber(&p) || sc.isAhead(f, &p) || sc.isWithinBody(f, &p) || sc.isOfOrgan(f, &p) || sc.isOnlyTopic(f, &p) || sc.isAddress(f, &p) || sc.isTrafficking(&p) || sc.isPersuasion(&p) || sc.isKnowledge(&p)
}

// isOfOrgan says whether a meeting is one that a council, a committee or a cabinet holds of its own
// members, whatever it is on: "chaired a meeting of his defence council on the row with Oman".
func (sc *scene) isOfOrgan(f *candidate, p *proposition.Proposition) bool {
	if f.convened || f.all || slices.Contains(union(f.Actor, f.Recipient), demarche.Other) || p.With("with") != proposition.None || p.With("between") != proposition.None ||
		!p.Noun && p.Patient.Head != proposition.None {
		return false
	}
	isOrgan := func(n int) bool {
		if n == proposition.None {
			return false
		}
		lemma := strings.ToLower(sc.s.Words[n].Lemma)
		return (lemma == "cabinet" || sc.c.vocabulary.has(organs, lemma)) && (sc.s.Words[n].UPOS == "PROPN" || sc.hasOwner(n) || sc.hasPronoun(n)) && !sc.s.IsDescribed(n, "joint", "mixed", "bilateral")
	}
	return isOrgan(p.Agent.Head) || p.Noun && (isOrgan(p.Possessor) || isOrgan(p.With("of")))
}

// isOnlyTopic says whether a side of a meeting is but what is to be talked about there: "Chad is to be
// discussed at the talks", "the issue of Oman came up at the meeting".
func (sc *scene) isOnlyTopic(f *candidate, p *proposition.Proposition) bool {
	v := p.Head
	if p.Noun {
		v = sc.verbOver(p.Head)
	}
	if v == proposition.None {
		return false
	}
	var q proposition.Proposition
	sc.s.Read(v, sc.c.lexicon, &q)
	topic := q.Patient.Head
	switch lemma := sc.s.Words[v].Lemma; {
	case q.Passive && sc.c.vocabulary.has(discussing, lemma):
	case lemma == "come" && v+1 < len(sc.s.Words) && strings.EqualFold(sc.s.Words[v+1].Form, "up"):
		topic = q.Agent.Head
	default:
		return false
	}
	if topic == proposition.None || topic == p.Head {
		return false
	}
	first, end := sc.s.Subtree(topic)
	return slices.ContainsFunc(sc.in(sc.at), func(e entity) bool {
		return first <= e.first && e.end <= end && e.kind != place && overlap(e.codes, union(f.Actor, f.Recipient))
	})
}

// isOfPrivate says whether a meeting of many is one of private persons or of firms, by who is
// told to attend, by the words before its noun or by what follows "of", though the State where
// it is held was made its host: "700 bankers attended the forum in Accra", "the surgeons'
// meeting in Riga". Where an office is named, those who hold it are there too.
func (sc *scene) isOfPrivate(f *candidate, p *proposition.Proposition) bool {
	all := union(f.Actor, f.Recipient)
	if !slices.Contains(all, demarche.Other) || sc.namesHolder() {
		return false
	}
	s := &sc.s
	w := &s.Words[p.Head]
	if !p.Noun {
		if s.IsVerb(p.Head) && w.Rel == "acl" && p.Patient.Head == proposition.None && sc.areOfPrivate(w.Head) {
			return true // "representatives of corporations gathered", read as a phrase
		}
		return p.Patient.Head == proposition.None && sc.areOfPrivate(p.Agent.Head)
	}
	if !sc.c.vocabulary.has(assemblies, strings.ToLower(w.Lemma)) {
		return false
	}
	for k := s.Kid(p.Head); k >= 0; k = s.Next(k) {
		x := &s.Words[k]
		switch {
		case k < p.Head && (x.Rel == "compound" || x.Rel == "nmod:poss" || x.Rel == "amod" && x.UPOS == "NOUN") && sc.isInHouse(k) && sc.isTrade(k):
			return true
		case k > p.Head && x.Rel == "nmod" && s.Case(k) == "of" && sc.areOfPrivate(k):
			return true
		}
	}
	v := sc.verbOver(p.Head)
	if v == proposition.None || s.Words[v].Lemma != "attend" && s.Words[v].Lemma != "gather" && s.Words[v].Lemma != "participate" {
		return false
	}
	var q proposition.Proposition
	s.Read(v, sc.c.lexicon, &q)
	by := q.Agent.Head
	if by == proposition.None && s.Words[v].Rel == "acl" {
		by = s.Words[v].Head
	}
	return by != p.Head && sc.areOfPrivate(by)
}

// namesHolder says whether the sentence under the eye names one who holds an office of a State.
func (sc *scene) namesHolder() bool {
	return slices.ContainsFunc(sc.in(sc.at), func(e entity) bool {
		return e.class == who.Head || e.class == who.Minister || e.class == who.Envoy || e.class == who.Ambassador
	})
}

// isTrade says whether a word is one for private persons or firms.
func (sc *scene) isTrade(word int) bool {
	l := strings.ToLower(sc.s.Words[word].Lemma)
	return sc.c.vocabulary.has(civilians, l) || sc.c.vocabulary.has(businesses, l)
}

// areOfPrivate says whether a phrase is one of private persons or firms, or of those who are
// sent by them: "3,000 entrepreneurs", "representatives of leading corporations".
func (sc *scene) areOfPrivate(head int) bool {
	if head == proposition.None || head < 0 || !sc.s.IsNoun(head) || sc.hasConjunct(head) {
		return false
	}
	s := &sc.s
	if w := &s.Words[head]; w.UPOS == "NOUN" && sc.entityAt(head) == nil && sc.isTrade(head) {
		return true
	} else if l := w.Lemma; !sc.c.vocabulary.has(groups, l) && !sc.c.vocabulary.has(chiefs, l) && !sc.c.vocabulary.has(counters, l) {
		return false
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if c := s.Case(k); k > head && w.Rel == "nmod" && (c == "of" || c == "from") && w.UPOS == "NOUN" && !sc.hasConjunct(k) &&
			(sc.isTrade(k) || sc.c.vocabulary.has(trading, w.Lemma)) {
			return true
		}
	}
	return false
}

// isForHealth says whether somebody goes abroad for his health or his pleasure: "flew to
// Geneva for heart surgery".
func (sc *scene) isForHealth(p *proposition.Proposition) bool {
	if p.Noun {
		return false
	}
	for k := sc.s.Kid(p.Head); k >= 0; k = sc.s.Next(k) {
		if c := sc.s.Case(k); (c == "for" || c == "on") && sc.c.vocabulary.has(leisure, sc.s.Words[k].Lemma) {
			return true
		}
	}
	return false
}

// isOfCoalition says whether talks are about who governs a State, which its parties have among
// themselves: "negotiations on forming a coalition government". Those with rebels are more.
func (sc *scene) isOfCoalition(f *candidate) bool {
	all := union(f.Actor, f.Recipient)
	if !slices.Contains(all, demarche.Other) || sc.rebelled() {
		return false
	}
	const reach, near = 20, 6 // words on to the topic, and from there to what is formed
	words := sc.s.Words
	for t := f.head + 1; t < min(f.head+reach, len(words)); t++ {
		if l := words[t].Lemma; l != "form" && l != "formation" {
			continue
		}
		switch strings.ToLower(words[t-1].Form) {
		case "on", "about", "over", "to", "the":
		default:
			continue
		}
		for n := t + 1; n < min(t+near, len(words)); n++ {
			if l := words[n].Lemma; l == "government" || l == "cabinet" || l == "coalition" {
				return true
			}
		}
	}
	return false
}

// isNumber says whether calls are only what is paid for or counted, or soldiers are called to
// arms: "the price of telephone calls between the two countries", "called up reservists".
func (sc *scene) isNumber(p *proposition.Proposition) bool {
	s := &sc.s
	w := &s.Words[p.Head]
	if !p.Noun {
		return w.Lemma == "call" && p.Patient.Head != proposition.None && sc.c.vocabulary.has(subordinate, s.Words[p.Patient.Head].Lemma)
	}
	if !strings.HasSuffix(w.Lemma, "call") || w.XPOS != "NNS" || s.Case(p.Head) == "" {
		return false
	}
	const back = 6 // words
	for t := p.Head - 1; t >= 0 && t >= p.Head-back; t-- {
		switch s.Words[t].Lemma {
		case "price", "rate", "tariff", "cost", "fee", "charge", "market":
			return true
		}
	}
	return false
}

// isAhead says whether a meeting of a body is but what is still to come when somebody speaks,
// who is not told to be at it: "made the appeal ahead of a summit of EU leaders".
func (sc *scene) isAhead(f *candidate, p *proposition.Proposition) bool {
	all := union(f.Actor, f.Recipient)
	if !p.Noun || len(all) != 2 || !slices.ContainsFunc(all, isOrganisation) || p.With("with") != proposition.None {
		return false
	}
	s := &sc.s
	h := s.Words[p.Head].Head
	if h < 0 || s.Case(p.Head) != "of" && s.Case(p.Head) != "to" && s.Case(p.Head) != "before" && s.Case(p.Head) != "ahead of" {
		return false
	}
	ahead := s.Case(p.Head) == "before" || s.Case(p.Head) == "ahead of" || sc.c.vocabulary.has(heralds, s.Words[h].Lemma)
	for t := p.Head - 1; t >= 0 && t >= p.Head-4 && !ahead; t-- {
		ahead = sc.c.vocabulary.has(heralds, s.Words[t].Lemma)
	}
	if !ahead {
		return false
	}
	first, end := s.Subtree(p.Head)
	named := false
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.head >= first && e.head < end {
			if len(e.codes) == 1 && !isOrganisation(e.codes[0]) && slices.Contains(all, e.codes[0]) {
				return false // "ahead of an EU-Ukraine summit"
			}
			named = named || overlap(e.codes, all)
		}
	}
	return named
}
