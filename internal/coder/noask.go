package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// isQuestion says whether somebody is asked about something by whoever reports it, and not to do
// it: "asked about the talks, he said", "asked whether".
func (sc *scene) isQuestion(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if w.Lemma != "ask" || w.XPOS != "VBN" || p.Agent.Head != proposition.None {
		return false
	}
	if t := p.Head + 1; t < len(sc.s.Words) {
		switch strings.ToLower(sc.s.Words[t].Form) {
		case "about", "if", "whether", "why", "how", "what", "when", "where", "who", "which":
			return true
		}
	}
	return false
}

// isOwnWish says whether one wants or means to do something himself, and asks it of nobody: "wanted
// to meet Arab leaders", "seeks to join the bloc", but not "wants to see it done".
func (sc *scene) isOwnWish(p *proposition.Proposition) bool {
	c := p.Content
	if p.Noun || p.Passive || c == proposition.None || !sc.s.IsInfinitive(c) || p.Patient.Head != proposition.None || p.Indirect.Head != proposition.None || p.With("for") != proposition.None {
		return false
	}
	switch sc.s.Words[c].Lemma {
	case "see", "have", "hear", "get":
		return false
	}
	return sc.c.vocabulary.has(wanting, sc.s.Words[p.Head].Lemma)
}

// isAssertion says whether "insist" only says with force what is so, and asks nothing: "insisted
// that NATO was the best tool".
func (sc *scene) isAssertion(p *proposition.Proposition) bool {
	c := p.Content
	if p.Noun || sc.s.Words[p.Head].Lemma != "insist" || c == proposition.None || sc.s.HasModal(c) {
		return false
	}
	switch sc.s.Words[c].XPOS {
	case "VBD", "VBZ":
		return true
	}
	for k := sc.s.Kid(c); k >= 0; k = sc.s.Next(k) {
		if w := &sc.s.Words[k]; w.Rel == "cop" && (w.XPOS == "VBD" || w.XPOS == "VBZ") {
			return true
		}
	}
	return false
}

// isAtOwnHouse says whether a parliament asks something of its own government: "the house
// adopted a resolution calling on the government".
func (sc *scene) isAtOwnHouse(p *proposition.Proposition) bool {
	if p.Noun {
		return false
	}
	asked := []int{p.Patient.Head, p.With("on"), p.With("upon")}
	if !slices.ContainsFunc(asked, func(h int) bool {
		if h == proposition.None || sc.s.Words[h].Lemma != "government" && sc.s.Words[h].Lemma != "cabinet" {
			return false
		}
		return sc.adjectiveOn(h) == nil && sc.possessorOf(h) == nil
	}) {
		return false
	}
	for t := range sc.s.Words {
		if sc.c.vocabulary.has(lawmaking, strings.ToLower(sc.s.Words[t].Lemma)) {
			return true
		}
	}
	return false
}

// isOfTalks says whether what is refused is an act of the table itself, which is that act
// denied: "rejected a proposal for talks", "refused to sign the accord".
func (sc *scene) isOfTalks(p *proposition.Proposition) bool {
	if p.Noun {
		return false
	}
	if c := p.Content; c != proposition.None && sc.s.IsInfinitive(c) {
		switch sc.s.Words[c].Lemma {
		case "sign", "meet", "negotiate", "ratify":
			return true
		}
	}
	n := p.Patient.Head
	if n == proposition.None || !sc.c.vocabulary.has(utterances, sc.s.Words[n].Lemma) {
		return false
	}
	for k := sc.s.Kid(n); k >= 0; k = sc.s.Next(k) {
		if c := sc.s.Case(k); c != "for" && c != "of" {
			continue
		}
		if l := sc.s.Words[k].Lemma; sc.c.vocabulary.has(dealings, l) || sc.c.vocabulary.has(assemblies, l) {
			return true
		}
	}
	return false
}

// isLeftOpen says whether one neither denies nor confirms something: "could neither confirm nor
// deny the claim".
func (sc *scene) isLeftOpen(p *proposition.Proposition) bool {
	w, t := sc.s.Words, p.Head
	if t < 2 || w[t].Lemma != "deny" || w[t-2].Lemma != "confirm" {
		return false
	}
	joint := strings.ToLower(w[t-1].Form)
	return joint == "or" || joint == "nor"
}

// isReply says whether one answers in words, or a network took a word that only describes a
// step for a response: "responded, “Everything”", "a chance to respond", "police were slow to
// respond"; or whether nothing was heard of one so far: "there has been no response from Lima".
func (sc *scene) isReply(cand *candidate, p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if sc.isSensed(cand) && w.UPOS == "ADJ" {
		return true
	}
	if v := sc.verbOver(p.Head); p.Noun && cand.Status == demarche.Denied && v != proposition.None {
		return !sc.s.HasModal(v) && sc.hasNo(p.Head) // but "ruled out a response"
	}
	if w.Lemma != "respond" && w.Lemma != "reply" && w.Lemma != "answer" || p.Noun {
		return false
	}
	if t := p.Head; t+2 < len(sc.s.Words) && sc.s.Words[t+1].UPOS == "PUNCT" {
		switch sc.s.Words[t+2].Form {
		case "\"", "``", "“", "''":
			return true
		}
	}
	if w.Head < 0 {
		return false
	}
	switch sc.s.Words[w.Head].Lemma {
	case "chance", "opportunity", "time", "slow":
		return true
	}
	return false
}

// hasNo says whether a noun stands with "no".
func (sc *scene) hasNo(noun int) bool {
	for k := sc.s.Kid(noun); k >= 0 && k < noun; k = sc.s.Next(k) {
		if strings.EqualFold(sc.s.Words[k].Form, "no") {
			return true
		}
	}
	return false
}

// isSameAgain says whether a verb that another governs tells the same rejection as it:
// "refused to heed the demand".
func (sc *scene) isSameAgain(f, of *candidate) bool {
	w := &sc.s.Words[f.head]
	return f.head != of.head && f.Type == "reject" && of.Type == "reject" && w.Head == of.head && w.Rel == "xcomp" && sameCodes(f.Actor, of.Actor)
}

// isDenialOf says whether a rejection says no more than that another act is denied, which is that
// act and no claim: "denied that it had expelled the envoy".
func (sc *scene) isDenialOf(f, of *candidate) bool {
	if f.Type != "reject" || f.noun || of.Type.IsSpeech() || of.Status != demarche.Denied || of.head < f.head || len(of.Actor) == 0 || !sameCodes(f.Actor, of.Actor) {
		return false
	}
	at := of.head
	for ; at > f.head; at = sc.s.Words[at].Head {
		switch rel := sc.s.Words[at].Rel; rel {
		case "ccomp", "xcomp", "conj":
		default:
			if rel != "advcl" || sc.s.Words[at].XPOS != "VBG" && !sc.s.IsInfinitive(at) {
				return false
			}
		}
	}
	return at == f.head
}

// provided gives the clause on which what somebody threatens hangs, wherever in his threat it
// stands: "warned the West that it would face war if it imposed sanctions"; or None.
func (sc *scene) provided(head int) int {
	s := &sc.s
	first, end := s.Subtree(head)
	for t := max(first, 1); t < end; t++ {
		w := &s.Words[t]
		if t < head || w.Rel != "mark" && w.Rel != "aux" {
			continue
		}
		switch strings.ToLower(w.Form) {
		case "should":
			if k := sc.subjectOf(w.Head); w.Rel == "aux" && k > t && k < w.Head {
				return w.Head // "should they attack"
			}
		case "if":
			if b := strings.ToLower(s.Words[t-1].Form); b == "even" || b == "as" || sc.isAskedWhether(w.Head) || s.IsTag(w.Head) {
				continue
			}
			return w.Head
		case "unless":
			return w.Head
		}
	}
	return proposition.None
}

// isAskedWhether says whether a clause with "if" is what somebody asks: "asked if it would".
func (sc *scene) isAskedWhether(verb int) bool {
	over := sc.s.Words[verb].Head
	return over >= 0 && sc.c.lexicon.Is(sc.s.Words[over].Lemma, "ask")
}

// subjectOf gives the subject that hangs on a verb itself, or None.
func (sc *scene) subjectOf(verb int) int {
	for k := sc.s.Kid(verb); k >= 0; k = sc.s.Next(k) {
		if strings.HasPrefix(sc.s.Words[k].Rel, "nsubj") {
			return k
		}
	}
	return proposition.None
}
