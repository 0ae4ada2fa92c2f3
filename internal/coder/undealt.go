package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/who"
)

// isNoDealing says whether a meeting or an agreement that was found is none between States,
// by who has it or by what is said of it.
func (sc *scene) isNoDealing(f *candidate) bool {
	if sc.sporting && !sc.namesOffice() {
		return true
	}
	switch f.Type {
	case "consult":
		return sc.isLeave(f) || sc.isWithOwn(f) || sc.isNoMeeting(f) || sc.isToPress(f.head) || sc.isWithPrivate(f.head) || sc.isSensed(f) && !sc.speaksOfMeeting(f.head)
	case "agree":
		return f.Status != demarche.Demanded && (sc.isGoal(f.head) || sc.isMissing(f.head)) || sc.isOfFirms(f.head) || sc.isUnderText(f) || sc.isOwnAffair(f) || sc.isDecree(f.head) // what is demanded is an event
	}
	return false
}

// isSporting says whether a report is one of sport, whose teams go by the names of States and
// meet, face and follow each other: it is full of the words for it.
func (sc *scene) isSporting() bool {
	const (
		few   = 4  // words of sport
		among = 70 // of this many
	)
	n, all := 0, 0
	for i := range sc.sentences {
		for t := range sc.sentences[i].Tokens {
			all++
			if sc.c.vocabulary.has(sports, strings.ToLower(sc.form(i, t))) {
				n++
			}
		}
	}
	return n >= few && n*among >= all
}

// namesOffice says whether the sentence under the eye names an office or an organ of a State,
// or who holds one: ministers meet at a match too.
func (sc *scene) namesOffice() bool {
	return slices.ContainsFunc(sc.in(sc.at), func(e entity) bool {
		return e.class == who.Head || e.class == who.Minister || e.class == who.Envoy || e.class == who.Ambassador || e.class == who.Body
	})
}

// isToPress says whether a word tells no more than that somebody spoke or wrote to a news
// medium: "told Reuters by telephone", "a statement received by Kyodo".
func (sc *scene) isToPress(word int) bool {
	s := &sc.s
	v := word
	if !s.IsVerb(v) {
		if l := s.Words[v].Lemma; l != "telephone" && l != "phone" && l != "interview" || !strings.HasPrefix(s.Words[v].Rel, "obl") {
			return false
		}
		v = s.Words[v].Head
	}
	if v < 0 {
		return false
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		rel, _, _ := strings.Cut(w.Rel, ":")
		c := s.Case(k)
		if rel != "obj" && rel != "iobj" && !(rel == "obl" && (c == "by" || c == "to" || c == "with")) || sc.hasConjunct(k) {
			continue
		}
		if sc.isPress(k) {
			return true
		}
	}
	return false
}

// isWithPrivate says whether it is private persons who meet, or whom somebody meets, and none
// beside them, or somebody's own people: "will meet American investors", "talks with his aides".
func (sc *scene) isWithPrivate(word int) bool {
	var p proposition.Proposition
	sc.s.Read(word, sc.c.lexicon, &p)
	other := p.With("with")
	if other == proposition.None && !p.Noun {
		other = p.Patient.Head
	}
	return sc.isCivilian(other) || sc.isOwnCircle(other, p.Agent.Head) || sc.isToDiscuss(word) || !p.Noun && other == proposition.None && sc.isCivilian(p.Agent.Head)
}

// isToDiscuss says whether a word tells but what for somebody meets his own people: "met his
// generals to discuss the border".
func (sc *scene) isToDiscuss(word int) bool {
	w := &sc.s.Words[word]
	return w.Head >= 0 && w.Head < word && w.Rel == "advcl" && sc.s.IsInfinitive(word) && sc.s.IsVerb(w.Head) && sc.c.vocabulary.has(discussing, w.Lemma) && sc.isWithPrivate(w.Head)
}

// isOwnCircle says whether a phrase is one of those who serve whoever is named as meeting them:
// "his security advisers", but not "his Omani guests".
func (sc *scene) isOwnCircle(head, agent int) bool {
	s := &sc.s
	if head == proposition.None || agent == proposition.None || s.Words[agent].UPOS == "PRON" || !s.IsNoun(head) || sc.hasConjunct(head) {
		return false
	}
	if l := strings.ToLower(s.Words[head].Lemma); !sc.c.vocabulary.has(circles, l) && !sc.c.vocabulary.has(chiefs, l) {
		return false
	}
	own := false
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		form := strings.ToLower(s.Words[k].Form)
		own = own || s.Words[k].Rel == "nmod:poss" && (form == "his" || form == "her") // "met its leaders", of where he was
	}
	first, end := s.Phrase(head)
	return own && !slices.ContainsFunc(sc.in(sc.at), func(e entity) bool {
		return e.first >= first && e.end <= end && e.class == 0 && len(e.codes) > 0
	})
}

// isCivilian says whether a phrase is one of private persons, or of those who lead them.
func (sc *scene) isCivilian(head int) bool {
	if head == proposition.None || sc.entityAt(head) != nil || sc.hasConjunct(head) || !sc.s.IsNoun(head) {
		return false
	}
	s := &sc.s
	if l := strings.ToLower(s.Words[head].Lemma); sc.c.vocabulary.has(civilians, l) || sc.c.vocabulary.has(businesses, l) {
		return true
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if (k < head && (w.Rel == "compound" || w.Rel == "amod") || k > head && s.Case(k) == "of") && w.UPOS != "PROPN" && sc.c.vocabulary.has(trading, w.Lemma) {
			return true // "strike leaders", "leaders of the business community"
		}
	}
	return false
}

// isPress says whether a word names a news medium or those who work for one.
func (sc *scene) isPress(word int) bool {
	w := &sc.s.Words[word]
	return sc.c.vocabulary.has(press, w.Lemma) || sc.entityAt(word) == nil && w.Form != "report" && w.Form != "reports" && sc.c.vocabulary.has(media, strings.ToLower(w.Form))
}

// isGoal says whether an agreement is but what somebody is after, which does not say that
// there is or will be one: "talks aimed at reaching a treaty", "tried to broker a truce",
// "negotiations on an accord".
func (sc *scene) isGoal(word int) bool {
	const far = 3 // words up
	s := &sc.s
	at := word
	if c := s.Case(at); s.IsNoun(at) && s.Words[at].Head >= 0 && (c == "on" || c == "over" || c == "about" || c == "for" || c == "toward" || c == "towards" || c == "to") && !strings.HasPrefix(s.Words[at].Rel, "nsubj") {
		switch h := s.Words[at].Head; {
		case s.IsNoun(h) && (sc.c.vocabulary.has(dealings, s.Words[h].Lemma) || sc.c.vocabulary.has(pursuits, s.Words[h].Lemma)):
			return true // "negotiations on a peace treaty", "efforts towards a truce"
		case sc.c.vocabulary.has(pursuits, s.Words[h].Lemma), s.Words[h].Lemma == "close" && c == "to":
			return true // "are working towards a truce", "are close to an accord"
		case (c == "on" || c == "over" || c == "about") && s.IsVerb(h) && sc.isMeetingAbout(h):
			return true // "conferred on a pact", "opened negotiations on a treaty", with the treaty on the verb
		}
	}
	for range far {
		w := &s.Words[at]
		rel, _, _ := strings.Cut(w.Rel, ":")
		h := w.Head
		if h < 0 {
			return false
		}
		after := s.IsInfinitive(at) || w.XPOS == "VBG" && (s.Mark(at) != "" || s.Case(at) != "")
		switch {
		case at == word && s.IsNoun(at) && rel == "obj" && s.IsVerb(h):
			if sc.c.vocabulary.has(pursuits, s.Words[h].Lemma) || sc.c.vocabulary.has(bargaining, s.Words[h].Lemma) && s.Words[h].XPOS != "VBD" && s.Words[h].XPOS != "VBN" {
				return true // "wants a truce", "are negotiating a treaty", but not "has brokered"
			}
		case s.IsVerb(at) && after && (rel == "xcomp" || rel == "advcl" || rel == "acl"):
			if sc.c.vocabulary.has(pursuits, s.Words[h].Lemma) && !s.HasCopula(h) {
				return true
			}
		default:
			return false
		}
		at = h
	}
	return false
}

// isMissing says whether an agreement is told to be what there is none of: "in the absence of a
// border treaty", "lacking an accord with Mali".
func (sc *scene) isMissing(word int) bool {
	s := &sc.s
	h := s.Words[word].Head
	if h < 0 || !s.IsNoun(word) {
		return false
	}
	switch s.Words[h].Lemma {
	case "absence", "lack":
		return s.Case(word) == "of" || s.Words[word].Rel == "obj"
	}
	return false
}

// isMeetingAbout says whether a verb tells a meeting, or has one as its object.
func (sc *scene) isMeetingAbout(verb int) bool {
	meets, agrees := false, false
	for _, h := range sc.c.book.Find(&sc.s, verb, nil) {
		meets, agrees = meets || h.Rule.Type == "consult", agrees || h.Rule.Type == "agree"
	}
	if meets && !agrees {
		return true
	}
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if w := &sc.s.Words[k]; w.Rel == "obj" && (sc.c.vocabulary.has(dealings, w.Lemma) || w.Lemma == "meeting" || sc.c.vocabulary.has(pursuits, w.Lemma)) {
			return true
		}
	}
	return false
}

// isOfFirms says whether it is firms that an agreement is told of, and no government has it
// with them: "the telecoms giant signed a contract to run the network".
func (sc *scene) isOfFirms(word int) bool {
	var p proposition.Proposition
	sc.s.Read(word, sc.c.lexicon, &p)
	n := p.Agent.Head
	if n == proposition.None {
		n = p.With("by")
	}
	if n == proposition.None || sc.namesOffice() {
		return false
	}
	s := &sc.s
	if s.Words[n].UPOS == "PRON" {
		verb := word
		if p.Noun {
			verb = p.Carrier
		}
		if n = sc.sayerOver(verb); n == proposition.None {
			return false
		}
	}
	if sc.isBusiness(n) {
		return true
	}
	for k := s.Kid(n); k >= 0; k = s.Next(k) {
		switch s.Words[k].Rel {
		case "compound", "appos", "flat", "conj":
			if sc.isBusiness(k) && s.Words[n].UPOS == "PROPN" && sc.entityAt(n) == nil {
				return true // "flag carrier Qantas"
			}
		}
	}
	return false
}

// sayerOver gives the subject of the verb of saying of which a clause is what is said, which
// is whom a pronoun there takes up: "the carrier said it had signed".
func (sc *scene) sayerOver(verb int) int {
	if verb == proposition.None {
		return proposition.None
	}
	w := &sc.s.Words[verb]
	if w.Rel != "ccomp" || w.Head < 0 {
		return proposition.None
	}
	var p proposition.Proposition
	sc.s.Read(w.Head, sc.c.lexicon, &p)
	return p.Agent.Head
}

// isBusiness says whether a word stands for a firm or its owners.
func (sc *scene) isBusiness(word int) bool {
	w := &sc.s.Words[word]
	return sc.c.vocabulary.has(businesses, strings.ToLower(w.Lemma)) || w.UPOS == "PROPN" && sc.c.vocabulary.has(firms, w.Form)
}

// speaksOfMeeting says whether a word at which a meeting was found by no rule is one of the
// words for meeting, travelling and talking, or has one about it: what another word tells,
// "he alluded to remarks by the Syrian president", is none.
func (sc *scene) speaksOfMeeting(word int) bool {
	if slices.ContainsFunc(sc.c.hits, func(h rule.Hit) bool { return h.Rule.Type == "consult" }) || sc.isMeetingWord(word) {
		return true
	}
	s := &sc.s
	first, end := s.Subtree(word)
	for t := first; t < end; t++ {
		if sc.isMeetingWord(t) && s.IsNoun(t) {
			return true
		}
	}
	for at, up := s.Words[word].Head, 0; at >= 0 && up < 2; at, up = s.Words[at].Head, up+1 {
		if sc.isMeetingWord(at) {
			return true // "a five-day tour which would take him to Ireland"
		}
	}
	return false
}

// isMeetingWord says whether a word is one for a meeting or a journey to it.
func (sc *scene) isMeetingWord(word int) bool {
	w := &sc.s.Words[word]
	lemma := strings.ToLower(w.Lemma)
	return sc.c.vocabulary.has(dealings, lemma) || sc.c.vocabulary.has(assemblies, lemma) || sc.c.vocabulary.has(journeys, lemma) || sc.c.vocabulary.has(rounds, lemma) || sc.c.vocabulary.has(meetingWords, lemma)
}

// isDecree says whether what is signed is a text that one State makes alone, and no agreement:
// "signed a waiver", "an order on trade with Mali".
func (sc *scene) isDecree(word int) bool {
	var p proposition.Proposition
	sc.s.Read(word, sc.c.lexicon, &p)
	if p.Noun || p.Patient.Head == proposition.None || sc.s.Words[word].Lemma != "sign" || p.With("with") != proposition.None {
		return false
	}
	switch sc.s.Words[p.Patient.Head].Lemma {
	case "waiver", "order", "decree", "bill", "law", "legislation", "directive", "proclamation", "petition", "warrant", "pardon", "exemption", "authorization":
		return !sc.hasConjunct(p.Patient.Head)
	}
	return false
}
