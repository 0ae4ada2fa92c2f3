package proposition

import (
	"strings"

	"demarche"
)

// Stance is what a text commits to about a predicate, and by whose word.
type Stance struct {
	Status    demarche.Status
	Void      bool // no event: a condition's own clause, a question, a wish
	Condition int  // head of the clause that states the condition, or None
	Otherwise bool // the condition is "otherwise", "failing which": it stands before
	Must      bool // the predicate itself is an obligation: "must leave"
	Saying    int  // the innermost verb that says it, or None
	Speaker   int  // its subject, or None
	Teller    int  // who does the outermost operator that is no mere saying: who demands, threatens
	Would     bool // "would": a future seen from the past, or a mere thought
	Given     bool // an event noun of which only the effects are to come or denied
	Steps     []Step
}

// Step is one word that changed the status, for those who ask why.
type Step struct {
	Word   int
	Class  string
	Status demarche.Status // after it
}

// step notes a change.
func (st *Stance) step(word int, class string, to demarche.Status) {
	st.Status = to
	st.Steps = append(st.Steps, Step{word, class, to})
}

// Stance climbs from a predicate to the root of its sentence and composes what
// every word on the way does to it. Of an event noun it begins at the noun.
func (s *Sentence) Stance(p *Proposition, lexicon *Lexicon) Stance {
	st := Stance{Status: demarche.Actual, Condition: None, Saying: None, Speaker: None, Teller: None}
	n := p.Head
	if p.Noun {
		s.nounStance(n, lexicon, &st)
	} else {
		s.verbStance(n, lexicon, &st)
		s.demandOf(n, lexicon, &st)
	}
	if p.Content != None && st.Status == demarche.Planned && s.IsVerb(p.Content) {
		s.condition(p.Content, &st) // "will ask Lima to close it unless it apologises"
	}
	bare := !p.Noun && s.isBare(n)
	speechOnly := false
	for range len(s.Words) {
		w := &s.Words[n]
		h := w.Head
		if !speechOnly || s.IsVerb(n) {
			s.hear(n, lexicon, &st)
		}
		if !speechOnly && s.isNear(n, n == p.Head, lexicon) {
			st.Void = true
			break
		}
		if h < 0 || s.isComment(n, lexicon) {
			break
		}
		rel := w.Rel
		switch b := base(rel); {
		case rel == "acl:relcl" && s.isTold(n):
			// "told reporters that he had left", read as a clause on the reporters.
			s.said(s.Words[h].Head, lexicon, &st)
			n = s.Words[h].Head
			continue
		case !speechOnly && s.isWording(n, &st):
			if !s.shareText(h, lexicon, &st) {
				speechOnly = true
			}
			n = h
			if !speechOnly {
				n = s.Words[h].Head // the verb over the text has been heard
			}
			continue
		case rel == "acl:relcl", rel == "appos", rel == "list", rel == "dislocated":
			speechOnly = true
		case b == "conj":
			if !speechOnly && (s.isBare(n) || s.Words[n].XPOS == "VBG" && s.find(n, "aux", "nsubj") < 0) && st.Status == demarche.Actual {
				// "will fly to Rabat and hold talks", "could involve a ban or closing the border"
				s.verbStance(h, lexicon, &st)
			}
		case b == "parataxis":
			if !speechOnly && h < n && s.isInverted(n) {
				st.Void = true
			}
			if lexicon.of(s, h)&say != 0 && st.Speaker == None {
				s.said(h, lexicon, &st)
			}
		case b == "advcl" && s.isKeptFrom(n, h):
			st.Void = true
		case b == "advcl" && !speechOnly:
			switch mark := s.Mark(n); mark {
			case "unless":
				// What must be done lest something follow is asked for.
				s.raise(h, "demand", demarche.Demanded, &st)
				speechOnly = true
			case "whether":
				if lexicon.of(s, h)&possible != 0 && s.HasInfinitiveMark(n) {
					s.govern(n, h, lexicon, &st, &bare)
					break
				}
				st.Void = st.Status != demarche.Demanded
				speechOnly = true
			case "if", "provided", "should":
				st.Void = st.Status != demarche.Demanded
				speechOnly = true
			case "until", "till":
				if s.isToCome(n) && st.Status == demarche.Actual {
					st.step(n, "plan", demarche.Planned) // "will stay shut until both sides agree"
				}
				speechOnly = true
			case "to", "":
				if mark == "" && st.Status == demarche.Actual && s.isAwaited(n) {
					st.step(n, "plan", demarche.Planned)
					speechOnly = true
					break
				}
				if x := s.Words[n].XPOS; mark == "" && (x == "VBG" || x == "VBD" || x == "VBN") && lexicon.of(s, h)&(deny|refuse|cancel) != 0 && s.isBeside(n, h) {
					// "rejected the ultimatum, accusing the envoys", "broke off relations, gave
					// the envoys two days to leave"
					speechOnly = true
					break
				}
				if mark == "" && s.Words[n].XPOS == "VBG" && n > 0 && s.Words[n-1].Form == "," && lexicon.of(s, h)&(threat|possible) != 0 {
					speechOnly = true // "threatened to recall its envoy, accusing Lima"
					break
				}
				s.govern(n, h, lexicon, &st, &bare)
				if mark == "" && s.Words[n].XPOS != "VBG" && lexicon.of(s, h)&(say|plan|threat|demand|possible|deny|refuse) == 0 {
					speechOnly = true
				}
			case "of", "from", "on", "at", "into", "against", "by":
				// "stopped short of condemning", "refrained from retaliating", "threatened
				// to answer by expelling"
				if s.Words[n].XPOS == "VBG" && mark == "against" && lexicon.of(s, h)&decide != 0 {
					st.step(h, "refuse", demarche.Denied) // "decided against expelling them"
					break
				}
				if s.Words[n].XPOS == "VBG" && mark == "against" && lexicon.of(s, h)&(threat|demand) != 0 {
					st.Void = true // "warned Lima against expelling them": it has not done so
					break
				}
				if mark == "by" && s.Words[n].XPOS == "VBG" {
					if s.isVain(h) {
						speechOnly = true // "could not hide its failures by cutting ties"
						break
					}
					s.govern(n, h, lexicon, &st, &bare)
					break
				}
				if mark != "by" && s.Words[n].XPOS == "VBG" && lexicon.of(s, h)&(deny|refuse|cancel|possible|threat|plan) != 0 {
					s.govern(n, h, lexicon, &st, &bare)
					break
				}
				speechOnly = true
			case "before":
				s.precede(n, h, lexicon, &st)
				speechOnly = true
			default:
				if st.Status == demarche.Actual && s.isAwaited(n) {
					st.step(n, "plan", demarche.Planned) // "will resume once the embassy opens"
				}
				speechOnly = true
			}
		case !speechOnly && (b == "xcomp" || b == "ccomp" || b == "csubj" || rel == "acl"):
			s.govern(n, h, lexicon, &st, &bare)
		case !speechOnly && (b == "obj" || b == "nsubj" || b == "obl" || b == "nmod" || b == "compound"):
			if s.IsVerb(n) && s.Words[n].XPOS != "VBG" {
				speechOnly = true
			} else {
				speechOnly = !s.governNoun(n, h, lexicon, &st)
			}
		case speechOnly && (b == "ccomp" || b == "xcomp") && lexicon.of(s, h)&say != 0:
			s.said(h, lexicon, &st)
		}
		n = h
	}
	if st.Status == demarche.Conditional && st.Condition == None && !st.Otherwise {
		st.Status = demarche.Planned
	}
	return st
}

// isComment says whether a noun takes up what was said before it, so that what is told of it is
// not told by who said that: "accused Lima of arming rebels, a claim denied by Lima".
func (s *Sentence) isComment(noun int, lexicon *Lexicon) bool {
	w := &s.Words[noun]
	if (w.Rel != "appos" && w.Rel != "parataxis") || w.Head > noun || w.UPOS != "NOUN" || lexicon.classes[w.Lemma]&(say|charge) == 0 {
		return false
	}
	det := s.find(noun, "det")
	return det >= 0 && (strings.EqualFold(s.Words[det].Form, "a") || strings.EqualFold(s.Words[det].Form, "an"))
}

// isBeside says whether a gerund tells what is done beside what a verb before it tells,
// rather than what that is of: "rejected it, accusing the envoys", not "did not rule out
// expelling them".
func (s *Sentence) isBeside(gerund, verb int) bool {
	if s.find(verb, "obj") >= 0 {
		return true
	}
	for k := verb + 1; k < gerund; k++ {
		if w := &s.Words[k]; w.UPOS == "PUNCT" || w.UPOS == "NOUN" || w.UPOS == "PROPN" {
			return true
		}
	}
	return gerund < verb
}

// isVain says whether a verb tells what cannot be: what is done to that end is done all
// the same.
func (s *Sentence) isVain(verb int) bool {
	if !s.isNegated(verb) {
		return false
	}
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; base(w.Rel) == "aux" && (w.Lemma == "can" || w.Lemma == "could") {
			return true
		}
	}
	return false
}

// isToCome says whether a verb stands in the present: of a clause with "until", it tells
// what has not come to pass.
func (s *Sentence) isToCome(v int) bool {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; base(w.Rel) == "aux" {
			return w.XPOS == "VBP" || w.XPOS == "VBZ" // "until it has been", "until they are"
		}
	}
	return s.Words[v].XPOS == "VBP" || s.Words[v].XPOS == "VBZ"
}

// isAwaited says whether a clause of time is in the present and what it is the time of still to
// come: "once it opens, visas will be issued".
func (s *Sentence) isAwaited(v int) bool {
	over := s.Words[v].Head
	if over >= 0 && strings.EqualFold(s.Words[over].Form, "soon") {
		over = s.Words[over].Head // "as soon as it opens"
	}
	if over < 0 || !s.isToCome(v) || !s.HasModal(over) {
		return false
	}
	for k := s.Kid(v); k >= 0 && k < v; k = s.Next(k) {
		switch w := &s.Words[k]; strings.ToLower(w.Form) {
		case "when", "once", "before", "after":
			return w.Rel == "mark" || w.Rel == "advmod"
		case "as":
			return w.Rel == "mark" && over != s.Words[v].Head
		}
	}
	return false
}

// precede applies what a clause commits to to what it is told to come before: who "is due
// in Lima before heading to Quito" is to do both, and neither has been done.
func (s *Sentence) precede(n, h int, lexicon *Lexicon, st *Stance) {
	if st.Status != demarche.Actual || !s.IsVerb(h) {
		return
	}
	if s.isAwaited(n) {
		st.step(n, "plan", demarche.Planned) // "will meet before the session opens"
		return
	}
	if s.Words[n].XPOS != "VBG" {
		return
	}
	first := s.Stance(&Proposition{Head: h, Content: None}, lexicon)
	switch first.Status {
	case demarche.Planned, demarche.Possible, demarche.Conditional, demarche.Demanded, demarche.Threatened:
		st.step(h, "before", first.Status)
	}
}

// isBare says whether a verb stands without a subject and auxiliaries of its own.
func (s *Sentence) isBare(v int) bool {
	if s.Words[v].XPOS != "VB" {
		return false
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		switch base(s.Words[k].Rel) {
		case "aux", "nsubj":
			return false
		}
	}
	return true
}

// isNegated says whether a word is denied where it stands: not, never, no longer,
// a subject or object with "no".
func (s *Sentence) isNegated(word int) bool {
	for k := s.Kid(word); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		switch base(w.Rel) {
		case "advmod", "cc", "cc:preconj":
			switch strings.ToLower(w.Form) {
			case "not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely":
				return true
			case "longer":
				if s.Words[max(k-1, 0)].Form == "no" {
					return true
				}
			}
		case "det":
			if f := strings.ToLower(w.Form); f == "no" || f == "neither" {
				return !s.isOnlyWay(word)
			}
		case "nsubj", "obj":
			if s.isOnlyWay(k) {
				continue
			}
			if d := s.find(k, "det"); d >= 0 && s.IsVerb(word) {
				if f := strings.ToLower(s.Words[d].Form); f == "no" || f == "neither" {
					return true
				}
			}
			if f := strings.ToLower(w.Form); f == "nobody" || f == "none" || f == "neither" {
				return true
			}
			if a := s.find(k, "advmod"); a >= 0 && a < k && s.IsVerb(word) && strings.EqualFold(s.Words[a].Form, "not") {
				return true // "not a single diplomat was expelled", "not one"
			}
		}
	}
	return false
}

// verbStance reads a verb's own auxiliaries, negation and condition.
func (s *Sentence) verbStance(v int, lexicon *Lexicon, st *Stance) {
	s.auxiliaries(v, st)
	to := v - 1
	if to > 0 && (strings.EqualFold(s.Words[to].Form, "be") || strings.EqualFold(s.Words[to].Form, "have")) {
		to-- // "is to be shut", "was to have met"
	}
	if st.Status == demarche.Actual && to > 0 && strings.EqualFold(s.Words[to].Form, "to") {
		// "were to meet", "are due to meet", where the tree hangs them on the verb.
		for k := s.Kid(v); k >= 0 && k < to; k = s.Next(k) {
			w := &s.Words[k]
			if w.Lemma == "be" && (base(w.Rel) == "aux" || w.Rel == "cop") || k == to-1 && lexicon.classes[w.Lemma]&plan != 0 {
				st.step(k, "plan", demarche.Planned)
				break
			}
		}
	}
	s.condition(v, st)
	if v > 1 && s.startsWith(v-2, "help but") || v > 2 && s.startsWith(v-3, "help but to") {
		st.Status = demarche.Planned // "cannot help but respond"
		return
	}
	if s.isForced(v) {
		st.step(v, "plan", demarche.Planned)
	}
	if s.isNegated(v) {
		st.step(v, "deny", demarche.Denied)
	}
}

// auxiliaries reads the modal verbs on a verb, and those that the tree hangs on
// another of its auxiliaries.
func (s *Sentence) auxiliaries(v int, st *Stance) {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if base(w.Rel) != "aux" {
			continue
		}
		switch w.Lemma {
		case "will", "shall", "'ll", "wo", "’ll":
			st.step(k, "plan", demarche.Planned)
		case "would", "'d":
			st.Would = true
			st.step(k, "plan", demarche.Planned)
		case "may", "might", "could", "can":
			st.step(k, "possible", demarche.Possible)
		case "must", "should", "ought":
			if n := s.find(v, "nsubj", "nsubj:pass"); n > k && n < v {
				st.Void = true // "should the raids go on", "should it leave?"
				return
			}
			st.Must = true
			st.step(k, "demand", demarche.Demanded)
		case "be", "have":
			s.auxiliaries(k, st)
		}
	}
}

// nounStance reads the words before an event noun.
func (s *Sentence) nounStance(n int, lexicon *Lexicon, st *Stance) {
	for k := s.Kid(n); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if w.Rel != "amod" && w.Rel != "acl" {
			continue
		}
		switch c := lexicon.classes[strings.ToLower(w.Form)]; {
		case c&plan != 0 && (w.Rel == "amod" || w.XPOS == "VBN" && s.find(k, "xcomp") < 0):
			st.step(k, "plan", demarche.Planned)
		case c&threat != 0 && w.Rel == "amod":
			st.step(k, "threat", demarche.Threatened)
		case c&demand != 0 && w.Rel == "amod":
			st.step(k, "demand", demarche.Demanded)
		case c&possible != 0 && w.Rel == "amod":
			st.step(k, "possible", demarche.Possible)
		}
	}
	if s.HasCopula(n) {
		s.verbStance(n, lexicon, st)
		return
	}
	if s.isNegated(n) {
		st.step(n, "deny", demarche.Denied)
	}
}

// condition finds the clause of condition on a verb.
func (s *Sentence) condition(v int, st *Stance) {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		switch base(w.Rel) {
		case "advcl":
			mark := s.Mark(k)
			if mark == "if" || mark == "unless" || mark == "provided" || mark == "providing" || mark == "lest" || mark == "assuming" || s.isInverted(k) || strings.EqualFold(w.Form, "provided") {
				if st.Condition == None {
					st.Condition = k
				}
			}
		case "parataxis":
			// "provided that", and "would act if harmed, he said", read as said if harmed
			if (strings.EqualFold(w.Form, "provided") || s.isInverted(k)) && k > v && st.Condition == None {
				st.Condition = k
			}
			for j := s.Kid(k); j >= 0 && j < k && k > v; j = s.Next(j) {
				if m := s.Mark(j); s.Words[j].Rel == "advcl" && (m == "if" || m == "unless") && st.Condition == None {
					st.Condition = j
				}
			}
		case "obl":
			// "in the event of", "in case of"
			if (w.Lemma == "event" || w.Lemma == "case") && s.Case(k) == "in" && st.Condition == None {
				if of := s.find(k, "nmod"); of >= 0 && s.Case(of) == "of" {
					st.Condition = k
				}
			}
		case "advmod":
			if strings.EqualFold(w.Lemma, "otherwise") {
				st.Otherwise = true
			}
		}
	}
	st.Otherwise = st.Otherwise || s.IsOrElse(v)
	if h := s.Words[v].Head; h >= 0 && h < v && s.Words[v].Rel == "parataxis" && st.Condition == None {
		// "Should Warsaw expel them, Minsk would answer", read as two clauses side by side
		first, _ := s.Subtree(h)
		if a := s.find(h, "aux"); a == first && strings.EqualFold(s.Words[a].Form, "should") {
			st.Condition = h
		}
	}
	if (st.Condition != None || st.Otherwise) && st.Status != demarche.Actual {
		st.Status = demarche.Conditional
	}
}

// isInverted says whether a clause is a condition that "should" opens before its subject: "will
// recall its envoy should Lima expel more".
func (s *Sentence) isInverted(verb int) bool {
	a, subject := s.find(verb, "aux"), s.find(verb, "nsubj", "nsubj:pass")
	if a < 0 || a > verb || !strings.EqualFold(s.Words[a].Form, "should") || s.Mark(verb) != "" || subject >= 0 && subject < a {
		return false
	}
	first, _ := s.Subtree(verb)
	return first == a || s.Words[first].UPOS == "PUNCT"
}

// isYet says whether a verb has "yet": "has yet to reopen".
func (s *Sentence) isYet(verb int) bool {
	adv := s.find(verb, "advmod")
	return adv >= 0 && s.Words[adv].Lemma == "yet"
}

// isJudged says whether a verb says of its object what it is held to be: "considers
// it unlawful", "called the step hasty".
func (s *Sentence) isJudged(n, h int) bool {
	if s.Words[n].Rel != "obj" {
		return false
	}
	switch s.Words[h].Lemma {
	case "consider", "deem", "find", "call", "think", "regard", "view", "see":
	default:
		return false
	}
	for k := n + 1; k < min(len(s.Words), n+14); k++ {
		if w := &s.Words[k]; w.Head == h && (w.Rel == "xcomp" || w.Rel == "advcl") && (w.UPOS == "ADJ" || w.UPOS == "NOUN" || w.XPOS == "VBN") || w.Rel == "xcomp" && w.UPOS == "ADJ" && s.Within(k, h) {
			return true
		}
		if w := &s.Words[k]; w.UPOS == "ADJ" && w.Head < k && s.Within(k, n) && (k+1 == len(s.Words) || s.Words[k+1].UPOS == "PUNCT") {
			return true // read as describing the last word before it
		}
	}
	return false
}
