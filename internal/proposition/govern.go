package proposition

import (
	"strings"

	"demarche"
)

// govern applies a verb, noun or adjective to the clause that is its content.
func (s *Sentence) govern(n, h int, lexicon *Lexicon, st *Stance, bare *bool) {
	g := &s.Words[h]
	c := lexicon.of(s, h)
	negated := s.isNegated(h) || s.isWithout(h)
	mark := s.Mark(n)
	infinitive := mark == "to" || *bare || s.hasOwnTo(h)
	if infinitive && s.isHow(n) {
		st.Void = true // "has not decided how to respond"
		return
	}
	if g.UPOS == "ADJ" && s.isHow(h) {
		st.Void = true // "how likely it is that they will leave"
		return
	}
	if mark == "whether" && c&possible != 0 && s.HasInfinitiveMark(n) {
		s.raise(h, "possible", demarche.Possible, st) // "is weighing whether to expel"
		return
	}
	if c&ask != 0 && (mark == "if" || mark == "whether" || base(s.Words[n].Rel) == "ccomp" && s.isHow(n)) {
		st.Void = true
		return
	}
	if s.isKeptFrom(n, h) || base(s.Words[n].Rel) == "csubj" && s.isFeared(h) {
		st.Void = true
		return
	}
	if s.isOfDemand(h, lexicon) {
		s.raise(h, "demand", demarche.Demanded, st)
		s.teller(s.find(h, "nsubj"), lexicon, st)
		return
	}
	switch {
	case g.Lemma == "be" && infinitive && base(s.Words[n].Rel) == "xcomp":
		st.step(h, "plan", demarche.Planned)
	case g.Lemma == "have" && infinitive && (base(s.Words[n].Rel) == "xcomp" || s.isYet(h)), g.Lemma == "need" && infinitive, g.Lemma == "ought" && infinitive, g.Lemma == "oblige":
		if adv := s.find(h, "advmod"); adv >= 0 && (s.Words[adv].Lemma == "yet" || s.Words[adv].Lemma == "still" && adv == h-1) {
			st.step(h, "refuse", demarche.Denied)
			break
		}
		st.Must = true
		st.step(h, "demand", demarche.Demanded)
	case c&hope != 0 && negated && infinitive:
		st.step(h, "deny", demarche.Denied) // "has no wish to"
	case c&hope != 0:
		st.Void = st.Void || c&fact == 0 || mark != "that" || s.HasModal(n) || s.HasModal(h)
	case c&deny != 0:
		if negated {
			st.step(h, "possible", demarche.Possible)
		} else {
			s.flip(h, st)
		}
		s.teller(h, lexicon, st)
		if c&say != 0 || g.Lemma == "deny" {
			s.said(h, lexicon, st)
		}
		return
	case c&refuse != 0 && (infinitive || mark == "from" || s.Words[n].XPOS == "VBG" && (mark == "on" || mark == "" && base(s.Words[n].Rel) == "xcomp")):
		if negated {
			st.step(h, "possible", demarche.Possible)
		} else {
			st.step(h, "refuse", demarche.Denied)
		}
	case c&cancel != 0 && !(infinitive && s.IsNoun(h) && g.Lemma == "stop") && !(infinitive && base(s.Words[n].Rel) == "advcl" && s.find(h, "obj") >= 0 && !s.isSettled(h, lexicon)): // "withdrew its envoy to protest"
		st.step(h, "cancel", demarche.Ended)
	case c&threat != 0 && infinitive && g.Lemma != "warn":
		s.raise(h, "threat", demarche.Threatened, st)
	case c&threat != 0 && g.Lemma == "warn" && (st.Status == demarche.Planned || st.Status == demarche.Possible):
		s.raise(h, "threat", demarche.Threatened, st)
	case c&demand != 0 && (infinitive || mark == "that" || mark == "" && (c&say == 0 || s.isGerund(n)) || mark == "for" && s.Words[n].XPOS == "VBG" && s.IsNoun(h)) && s.asks(n, h, c, infinitive, st):
		if negated {
			st.Void = true
		}
		s.raise(h, "demand", demarche.Demanded, st)
		s.teller(h, lexicon, st)
		own := Stance{Status: demarche.Actual, Condition: None}
		if s.auxiliaries(h, &own); own.Status == demarche.Possible && st.Status == demarche.Demanded {
			st.step(h, "possible", demarche.Possible) // "may be asked to send one"
		}
	case g.Lemma == "agree" && (mark == "that" && st.Must || mark == "on" && s.Words[n].XPOS == "VBG" && st.Status == demarche.Actual):
		st.step(h, "plan", demarche.Planned) // "agreed that the consulates should resume work", "agreed on reopening them"
	case c&promise != 0:
		s.raise(h, "promise", demarche.Planned, st)
	case c&decide != 0 && c&plan == 0 && infinitive && !s.IsVerb(h), g.Lemma == "decide" && infinitive, g.Lemma == "decision":
		st.step(h, "decide", st.Status)
	case c&possible != 0 && c&plan == 0 && (infinitive || s.Words[n].XPOS == "VBG" || g.UPOS == "ADJ" && mark == "that"), g.Lemma == "ready", g.Form == "prepared" && (g.UPOS == "ADJ" || s.isPassive(h) && !s.isReply(n)):
		s.raise(h, "possible", demarche.Possible, st)
	case c&plan != 0 && infinitive:
		if negated {
			s.flip(h, st)
		} else {
			s.raise(h, "plan", demarche.Planned, st)
		}
	case infinitive && s.IsVerb(h) && s.find(h, "obj") >= 0 && lexicon.of(s, s.find(h, "obj"))&plan != 0 && st.Status == demarche.Actual:
		// "signed a deal to normalise ties", "announced plans to open", read as a purpose
		s.raise(h, "plan", demarche.Planned, st)
	case c&say == 0 && (infinitive || s.Words[n].XPOS == "VBG") && s.IsVerb(h):
		// The act shares the fate of the verb that it is the purpose or content of.
		if base(s.Words[n].Rel) != "ccomp" {
			own := *st
			s.verbStance(h, lexicon, &own)
			if st.Status == demarche.Actual {
				st.Status, st.Must, st.Would, st.Steps = own.Status, own.Must, own.Would, own.Steps
			}
		}
	case infinitive && s.HasCopula(h) && s.IsFirst(h) && st.Status == demarche.Actual:
		s.verbStance(h, lexicon, st) // "will be the first minister to visit Oslo"
	}
	if negated && s.IsNoun(h) && c&(say|plan|possible|promise|threat|demand) == 0 && mark == "that" {
		st.step(h, "deny", demarche.Denied) // "no indication that it was behind the attack"
	}
	if c&say != 0 && (base(s.Words[n].Rel) == "ccomp" || base(s.Words[n].Rel) == "xcomp" && !infinitive) {
		if negated && st.Status != demarche.Denied && g.Lemma != "confirm" {
			st.Void = true
		}
		s.said(h, lexicon, st)
	}
	if s.IsVerb(h) && (c&(demand|plan|possible|promise|threat) != 0 || st.Must) {
		before := st.Condition
		s.condition(h, st)
		if before == None && (st.Condition != None) && st.Status != demarche.Denied {
			st.Status = demarche.Conditional
		}
	}
	if negated && c&(possible|promise|threat) != 0 && c&(deny|refuse) == 0 {
		st.step(h, "deny", demarche.Denied)
	}
	*bare = *bare && s.isBare(h)
}

// asks says whether a verb that may demand does so here: "asked Russia to leave",
// but not "asked about", and not what is said of the past.
func (s *Sentence) asks(n, h int, c set, infinitive bool, st *Stance) bool {
	if infinitive {
		// "wants to expel", "seeks to": its own plan.
		g := s.Words[h].Lemma
		if c&plan != 0 && s.find(h, "obj", "iobj") < 0 && s.IsVerb(h) && !s.isPassive(h) {
			return false
		}
		return g != "be"
	}
	if s.isSmallClause(n) || s.isGerund(n) && c&demand != 0 || s.Mark(n) == "for" && s.IsNoun(h) {
		return true // "his call for restoring ties"
	}
	// "demanded that Russia return them": the form of a wish, read as a plain one.
	if w := &s.Words[n]; w.XPOS == "VBP" && strings.EqualFold(w.Form, w.Lemma) && s.Mark(n) == "that" {
		if s.Words[h].Lemma == "demand" {
			return true // "demands that the two stop"
		}
		k := s.find(n, "nsubj")
		if s.Words[h].XPOS == "VBD" && k >= 0 && (s.Words[k].XPOS == "NN" || s.Words[k].XPOS == "NNP" || s.Words[k].Lemma == "it" || s.Words[k].Lemma == "he") {
			return true
		}
	}
	// "demanded that the embassy be closed", "suggested that they should leave".
	return st.Must || st.Status == demarche.Demanded || s.Words[n].XPOS == "VB" || s.subjunctive(n)
}

// isGerund says whether a verb is the content of another without "to": "proposed
// holding talks".
func (s *Sentence) isGerund(v int) bool {
	return s.Words[v].XPOS == "VBG" && base(s.Words[v].Rel) == "xcomp" && s.Mark(v) == ""
}

// subjunctive says whether a verb stands in the form of a wish: "be closed".
func (s *Sentence) subjunctive(v int) bool {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; base(w.Rel) == "aux" && strings.EqualFold(w.Form, "be") && s.Mark(v) == "that" && !s.HasModal(v) {
			return s.find(v, "nsubj", "nsubj:pass") >= 0
		}
	}
	return false
}

// raise sets a status unless the act is denied or hangs on a condition.
func (s *Sentence) raise(word int, class string, to demarche.Status, st *Stance) {
	switch st.Status {
	case demarche.Conditional:
		st.Steps = append(st.Steps, Step{word, class, st.Status})
	case demarche.Denied:
		if class == "demand" {
			st.Void = true
		}
	case demarche.Ended:
		if class == "demand" {
			st.Void = true // that a measure be undone is asked for by name of no act
			return
		}
		st.step(word, class, to)
	case demarche.Demanded:
		if class == "plan" || class == "possible" {
			return
		}
		st.step(word, class, to)
	default:
		st.step(word, class, to)
	}
}

// flip denies a status, or takes a denial back.
func (s *Sentence) flip(word int, st *Stance) {
	switch st.Status {
	case demarche.Denied:
		st.step(word, "deny", demarche.Actual)
		return
	case demarche.Ended:
		st.Void = true // "does not want to delay the meeting" tells nothing
	}
	st.step(word, "deny", demarche.Denied)
}

// governNoun applies a word to the event noun, or to the noun over it, that is its
// argument: "ruled out retaliation", "the threat of expulsion". It says whether
// what stands higher still bears on the act.
func (s *Sentence) governNoun(n, h int, lexicon *Lexicon, st *Stance) bool {
	g := &s.Words[h]
	c := lexicon.of(s, h)
	rel := base(s.Words[n].Rel)
	if s.isReadyFor(n, h, c) {
		s.raise(h, "possible", demarche.Possible, st)
		if s.isNegated(h) {
			st.step(h, "deny", demarche.Denied)
		}
		return true
	}
	if rel == "nsubj" && !s.isGiven(n) && !lexicon.has(s.Words[n].Lemma, occasions) && s.isFeared(h) {
		st.Void = true
		return true
	}
	meets := rel == "obl" && s.Case(n) == "for" && lexicon.has(s.Words[n].Lemma, occasions) && st.Status == demarche.Actual
	if meets && c&plan != 0 && (s.IsVerb(h) && s.isPassive(h) || g.UPOS == "ADJ" && s.HasCopula(h)) {
		st.step(h, "plan", demarche.Planned) // "is due in Lima for talks"
		return true
	}
	if s.IsVerb(h) {
		own := *st
		s.verbStance(h, lexicon, &own)
		passive, negated := s.isPassive(h), s.isNegated(h)
		undergone := rel == "obj" && lexicon.has(g.Lemma, undergoing)
		if rel == "nsubj" && !passive && c&(plan|deny|refuse|cancel) != 0 && c&finish == 0 && s.find(h, "xcomp", "ccomp", "obj") >= 0 {
			return false
		}
		cs := s.Case(n)
		if negated && (rel == "obj" || rel == "obl" && cs == "to") && s.lexicon.has(g.Lemma, amounting) {
			st.step(h, "deny", demarche.Denied) // "does not amount to a break of relations"
			return true
		}
		if rel == "obl" && h+1 < n && s.Words[h+1].Head == n && s.Words[h+1].Rel == "case" {
			c |= lexicon.classes[g.Lemma+" "+s.Words[h+1].Form] & cancel // "walked out of talks", with "out" on these
		}
		if rel == "obl" && s.isSpared(h, cs, &own, lexicon) {
			return false
		}
		if rel == "obl" && c&demand != 0 && cs == "for" && !passive && !negated {
			s.raise(h, "demand", demarche.Demanded, st) // "called for a meeting"
			s.teller(h, lexicon, st)
			return true
		}
		if rel == "obl" && s.isAnswered(n, h) {
			return false
		}
		if rel == "obl" && lexicon.classes[g.Lemma+" "+cs]&possible != 0 {
			s.raise(h, "possible", demarche.Possible, st) // "is looking at sanctions"
			return true
		}
		if rel == "obl" && h+1 < len(s.Words) && s.Words[h+1].Form == cs && lexicon.classes[g.Lemma+" "+cs]&carry != 0 && st.Status == demarche.Actual {
			st.Status, st.Must, st.Would = own.Status, own.Must, own.Would // "did not come to an agreement"
			return true
		}
		if rel == "obl" && c&carry == 0 && c&(threat|cancel|deny) == 0 && !s.isFulfilled(n, h, lexicon) {
			if c&demand != 0 && (cs == "for" || cs == "to" || cs == "of") {
				s.raise(h, "demand", demarche.Demanded, st)
				s.teller(h, lexicon, st)
				return true
			}
			if st.Status == demarche.Actual && (cs == "with" && g.Lemma != "deal" || cs == "by") || meets && own.Status == demarche.Planned {
				st.Status, st.Must, st.Would = own.Status, own.Must, own.Would
				return true
			}
			return false
		}
		if s.existential(h) && st.Status == demarche.Actual {
			// "There will be targeted consultations"
			st.Status, st.Must, st.Would = own.Status, own.Must, own.Would
			return true
		}
		if s.isJudged(n, h) {
			return false // "considers the expulsion unfounded"
		}
		if rel == "obj" && !passive && !negated && own.Status == demarche.Possible && (st.Status == demarche.Actual || st.Status == demarche.Planned) && lexicon.has(g.Lemma, bringing) {
			st.step(h, "possible", demarche.Possible) // "could trigger sanctions"
			return true
		}
		if rel == "obj" && !passive && g.Lemma == "use" && own.Status == demarche.Planned && st.Status == demarche.Actual && lexicon.has(s.Words[n].Lemma, occasions) {
			st.step(h, "plan", demarche.Planned) // "will use his trip to press Kenya"
			return true
		}
		switch {
		case s.isFulfilled(n, h, lexicon) && (st.Status == demarche.Threatened || st.Status == demarche.Planned):
			own = Stance{Status: demarche.Actual, Condition: None}
			s.verbStance(h, lexicon, &own)
			st.step(h, "fulfil", own.Status) // "made good on its threat to expel them"
		case c&hope != 0:
			st.Void = st.Void || c&fact == 0 || own.Status != demarche.Actual || !s.isGiven(n)
		case c&deny != 0 && rel != "obl":
			if negated {
				st.step(h, "possible", demarche.Possible)
			} else {
				s.flip(h, st)
			}
			s.teller(h, lexicon, st)
		case c&refuse != 0 && g.Lemma != "drop" && rel == "obj":
			st.step(h, "refuse", demarche.Denied)
			s.teller(h, lexicon, st)
		case c&cancel != 0 && (rel == "obj" || passive || rel == "obl" && (cs == "of" || cs == "out" || cs == "out of" || cs == "away" || cs == "from" || cs == "on")):
			switch own.Status {
			case demarche.Actual, demarche.Planned, demarche.Demanded, demarche.Threatened:
				st.step(h, "cancel", demarche.Ended)
			}
		case rel == "nsubj" && !passive && own.Status == demarche.Actual && lexicon.has(s.Words[n].Lemma, occasions) && s.fails(h):
			st.step(h, "cancel", demarche.Ended)
		case c&threat != 0 && (g.Lemma != "warn" || rel == "obl" && cs == "of"):
			s.raise(h, "threat", demarche.Threatened, st)
			if own.Condition != None && st.Status == demarche.Threatened {
				st.step(h, "condition", demarche.Conditional) // "warned of sanctions if it went ahead"
			}
		case c&demand != 0 && c&carry != 0 && rel != "obl" && (rel == "obj" || passive):
			s.raise(h, "demand", demarche.Demanded, st)
			s.teller(h, lexicon, st)
		case c&promise != 0 && rel == "obj":
			s.raise(h, "promise", demarche.Planned, st)
		case c&possible != 0 && c&plan == 0 && (rel == "obj" || passive) && g.Lemma != "discuss":
			s.raise(h, "possible", demarche.Possible, st)
		case g.Lemma == "agree" && rel == "obl" && (s.Case(n) == "to" || s.Case(n) == "on"):
			s.raise(h, "plan", demarche.Planned, st)
		case g.Lemma == "announce" && (rel == "obj" || passive) && lexicon.has(s.Words[n].Lemma, occasions) && st.Status == demarche.Actual && !s.isGiven(n):
			s.raise(h, "plan", demarche.Planned, st) // "announced a visit by"
		case c&plan != 0 && (rel == "obj" || passive) && g.Lemma != "agree" && (g.Lemma != "set" || passive && s.isSetFor(h)):
			s.raise(h, "plan", demarche.Planned, st)
		case st.Status == demarche.Actual && (c&carry != 0 || c&tend != 0 && rel == "obj" || rel == "nsubj" || undergone):
			st.Given = rel == "nsubj" && !passive && s.isOfEffects(n, h)
			st.Status, st.Must, st.Would = own.Status, own.Must, own.Would
			st.Steps = own.Steps
			if own.Must {
				st.Status = demarche.Demanded
			}
			if undergone && (own.Condition != None || s.isThreatenedElse(h)) {
				st.step(h, "condition", demarche.Conditional) // "faces sanctions unless it withdraws"
				st.Otherwise = st.Otherwise || own.Condition == None
			}
		}
		if own.Condition != None && st.Condition == None || own.Otherwise {
			st.Condition, st.Otherwise = own.Condition, own.Otherwise
			if own.Status == demarche.Conditional {
				st.Status = demarche.Conditional
			}
		}
		return c&(carry|plan|threat|demand|possible|deny|refuse|cancel|promise|finish|tend) != 0 || rel == "nsubj" && c&say == 0 || undergone
	}
	if cs := s.Case(n); g.UPOS == "ADJ" && c&hope != 0 && rel == "obl" && (cs == "about" || cs == "in" || cs == "of" || cs == "over") {
		st.Void = true // "is optimistic about the talks"
		return true
	}
	if rel == "nsubj" && s.HasCopula(h) && s.setsAside(h, st) {
		return true
	}
	if rel == "nsubj" && g.UPOS == "ADJ" {
		// "talks are due to take place", "a meeting is possible"
		switch {
		case c&deny != 0:
			s.flip(h, st)
		case s.isTooMuch(n, h):
			st.step(h, "deny", demarche.Denied)
		case c&plan != 0:
			s.raise(h, "plan", demarche.Planned, st)
		case c&possible != 0:
			s.raise(h, "possible", demarche.Possible, st)
		default:
			return false
		}
		if s.isNegated(h) {
			st.step(h, "deny", demarche.Denied)
		}
		return true
	}
	if rel != "nmod" && rel != "compound" {
		return false
	}
	if rel == "compound" && strings.HasSuffix(s.Words[n].Form, "ing") && base(g.Rel) == "obj" {
		return true // "is considering breaking relations", read as one noun
	}
	// "the threat of expulsion", "plans for the closure", "the lifting of sanctions"
	switch {
	case c&cancel != 0:
		st.step(h, "cancel", demarche.Ended)
	case c&threat != 0:
		s.raise(h, "threat", demarche.Threatened, st)
	case c&demand != 0 && s.IsNoun(h):
		s.raise(h, "demand", demarche.Demanded, st)
		if p := s.find(h, "nmod:poss"); p >= 0 {
			st.Teller = p
		}
	case c&promise != 0:
		s.raise(h, "promise", demarche.Planned, st)
	case c&possible != 0:
		s.raise(h, "possible", demarche.Possible, st)
	case c&plan != 0 && s.IsNoun(h) && g.Lemma != "agreement" && g.Lemma != "deal" && g.Lemma != "accord" && g.Lemma != "pact":
		s.raise(h, "plan", demarche.Planned, st)
	case c&refuse != 0:
		st.step(h, "refuse", demarche.Denied)
	default:
		if !lexicon.IsVessel(g.Lemma) {
			return false
		}
	}
	if s.isNegated(h) {
		st.step(h, "deny", demarche.Denied)
	}
	return true
}

// isFulfilled says whether a verb does what its object, or what stands behind "on", threatens or
// promises: "carried out its threat", "the threat was carried out".
func (s *Sentence) isFulfilled(noun, verb int, lexicon *Lexicon) bool {
	if r := s.Words[noun].Rel; r != "obj" && r != "nsubj:pass" && !(base(r) == "obl" && s.Case(noun) == "on") || lexicon.of(s, noun)&(threat|promise|plan) == 0 {
		return false
	}
	lemma := s.Words[verb].Lemma
	return lexicon.has(lemma, fulfilling) || verb+1 < len(s.Words) && lexicon.has(lemma+" "+strings.ToLower(s.Words[verb+1].Form), fulfilling)
}

// isOfEffects says whether a verb tells of an event noun, its subject, what that does and not
// that it comes about: "the expulsion will harm trade", "their closure did not mean the end",
// but not "the closure will take effect".
func (s *Sentence) isOfEffects(noun, verb int) bool {
	if !s.isGiven(noun) {
		return false
	}
	o := s.find(verb, "obj")
	if o >= 0 {
		return o > verb && s.Words[o].Lemma != "place" && s.Words[o].Lemma != "effect"
	}
	return s.lexicon.has(s.Words[verb].Lemma, amounting)
}

// isSpared says whether a noun tells when or where something was not done, which leaves it as it
// was: "failed to agree at talks in Lima", "did not sign a deal after a week of talks".
func (s *Sentence) isSpared(verb int, preposition string, own *Stance, lexicon *Lexicon) bool {
	switch preposition {
	case "at", "during", "after", "following", "despite":
	default:
		return false
	}
	if own.Status == demarche.Denied {
		return true
	}
	w := &s.Words[verb]
	return base(w.Rel) == "xcomp" && w.Head >= 0 && lexicon.of(s, w.Head)&refuse != 0 && !s.isNegated(w.Head)
}

// isReadyFor says whether a word tells that somebody would do what a noun behind it tells:
// "ready for talks", "open to talks", "is prepared for talks".
func (s *Sentence) isReadyFor(noun, h int, c set) bool {
	if cs := s.Case(noun); c&possible == 0 || h > noun || cs != "for" && cs != "to" {
		return false
	}
	return s.Words[h].UPOS == "ADJ" || s.Words[h].Form == "prepared" && s.isPassive(h)
}

// isAnswered says whether an event noun is but what somebody gives something to, and so was
// there before: "will give an answer to the expulsion".
func (s *Sentence) isAnswered(noun, verb int) bool {
	o := s.find(verb, "obj")
	return o >= 0 && o < noun && s.Case(noun) == "to" && s.lexicon.has(s.Words[o].Lemma, answers)
}

// isSettled says whether the object of a verb is that something be done, so that an infinitive
// behind it says what: "revoked the order to leave", "scrapped plans to open".
func (s *Sentence) isSettled(verb int, lexicon *Lexicon) bool {
	o := s.find(verb, "obj")
	return o >= 0 && s.IsNoun(o) && lexicon.of(s, o)&(decide|plan|demand|threat|promise) != 0
}

// isGiven says whether an event noun tells what has come about, so that it can be welcomed or
// regretted: "the accord", "their truce", "talks held in Lima", but not "welcomes any accord".
func (s *Sentence) isGiven(noun int) bool {
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		switch base(w.Rel) {
		case "det":
			switch strings.ToLower(w.Form) {
			case "the", "this", "these", "those":
				return true
			}
		case "nmod:poss", "nmod":
			if k < noun && (w.Rel == "nmod:poss" || s.find(k, "case") > k) {
				return true
			}
		case "acl":
			if w.XPOS == "VBN" {
				return true
			}
		}
	}
	return false
}

// existential says whether a verb follows "there": "there will be".
func (s *Sentence) existential(v int) bool {
	for t := max(0, v-4); t < v; t++ {
		if s.Words[t].XPOS == "EX" {
			return true
		}
	}
	return false
}

// IsFirst says whether a word stands for the first or the last who does something, or the
// first or last time: "the first minister to visit Oslo", "the latest to recall its envoy".
func (s *Sentence) IsFirst(word int) bool {
	switch strings.ToLower(s.Words[word].Form) {
	case "first", "second", "last", "latest":
		return true
	}
	return s.IsDescribed(word, "first", "second", "last", "latest")
}

// isThreatenedElse says whether a verb without a subject of its own tells what somebody undergoes
// if he does not do what he is told: "must withdraw or face sanctions".
func (s *Sentence) isThreatenedElse(v int) bool {
	cc := s.find(v, "cc")
	return s.Words[v].Rel == "conj" && cc >= 0 && cc < v && strings.EqualFold(s.Words[cc].Form, "or")
}
