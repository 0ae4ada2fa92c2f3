package proposition

import (
	"slices"
	"strings"
)

// isSelf says whether a word points back to the subject.
func isSelf(word string) bool {
	switch strings.ToLower(word) {
	case "himself", "herself", "itself", "themselves":
		return true
	}
	return false
}

// by gives the agent of a passive verb.
func (s *Sentence) by(v int) Argument {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; base(w.Rel) == "obl" && s.Case(k) == "by" {
			return Argument{k, Direct}
		}
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		// "was dismissed as inadequate by its partners", with "by" on what it was dismissed as
		if first, _ := s.Subtree(k); k < v || !strings.EqualFold(s.Words[first].Form, "as") {
			continue
		}
		for j := s.Kid(k); j >= 0; j = s.Next(j) {
			if r := base(s.Words[j].Rel); (r == "obl" || r == "nmod") && s.Case(j) == "by" {
				return Argument{j, Direct}
			}
		}
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		// "was closed on the orders of", "at the behest of"
		if w := &s.Words[k]; base(w.Rel) == "obl" && (w.Lemma == "order" || w.Lemma == "behest" || w.Lemma == "instruction") {
			for j := s.Kid(k); j >= 0; j = s.Next(j) {
				if r := s.Words[j].Rel; r == "nmod:poss" || r == "nmod" && s.Case(j) == "of" {
					return Argument{j, Direct}
				}
			}
		}
	}
	return Argument{Head: None}
}

// object gives the object of a verb, through a relative pronoun or the gap of a
// relative clause too.
func (s *Sentence) object(v int) Argument {
	w := &s.Words[v]
	o := s.find(v, "obj")
	if o >= 0 && isWay(s.Words[o].Form) {
		// "sent home 25 Britons", "called its ambassador home": home is no object.
		o = s.beside(o)
	}
	if o >= 0 {
		if w.Rel == "acl:relcl" && isRelative(s.Words[o].Form) {
			return Argument{w.Head, Relative}
		}
		return Argument{o, Direct}
	}
	if w.Rel == "acl:relcl" && !s.isPassive(v) && s.find(v, "ccomp", "xcomp") < 0 {
		if n := s.find(v, "nsubj"); n >= 0 && !isRelative(s.Words[n].Form) {
			return Argument{w.Head, Relative}
		}
	}
	return Argument{Head: None}
}

// beside gives the object that stands beside a word that only tells where to.
func (s *Sentence) beside(way int) int {
	if c := s.find(way, "compound"); c >= 0 {
		return c
	}
	if c := s.find(way, "amod"); c >= 0 && strings.EqualFold(s.Words[c].Form, "own") {
		return c // "called its own home"
	}
	for k := s.Next(way); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "obj" {
			return k
		}
	}
	return None
}

// subject gives the subject of a verb, wherever it stands.
func (s *Sentence) subject(v int, lexicon *Lexicon, left int) Argument {
	w := &s.Words[v]
	k := s.find(v, "nsubj", "nsubj:pass", "csubj")
	if k < 0 {
		k = s.find(v, "nsubj:outer") // "officials of the two are to meet"
	}
	if k >= 0 {
		// Of two subjects before a verb one is another clause's: the nearer is its own.
		for j := s.Next(k); j >= 0 && j < v; j = s.Next(j) {
			if s.Words[j].Rel == s.Words[k].Rel && s.Words[j].UPOS != "PUNCT" && s.Words[j].UPOS != "DET" {
				k = j
			}
		}
		if isRelative(s.Words[k].Form) && (s.Words[k].UPOS == "PRON" || s.Words[k].UPOS == "SCONJ" || s.Words[k].UPOS == "DET") {
			if n := s.described(v); n != None {
				return Argument{n, Relative}
			}
		}
		return Argument{k, Direct}
	}
	// "Switzerland, which speaks for others, has closed": read as an address.
	if k := s.find(v, "vocative", "dislocated"); k >= 0 && k < v && s.Words[k].UPOS == "PROPN" {
		return Argument{k, Direct}
	}
	h := w.Head
	if h < 0 || left == 0 {
		return Argument{Head: None}
	}
	switch w.Rel {
	case "conj":
		if s.IsVerb(h) {
			// "recalled its envoy from Tehran and Bahrain followed suit", where the
			// subject is joined to the noun before it.
			if n := v - 1; n > 1 && s.Words[n].UPOS == "PROPN" && s.Words[n].Rel == "conj" && !s.IsVerb(s.Words[n].Head) && s.Words[n].Head < n && strings.EqualFold(s.Words[n-1].Form, "and") && w.XPOS != "VBN" && w.XPOS != "VBG" {
				return Argument{n, Direct}
			}
			a := s.subject(h, lexicon, left-1)
			return Argument{a.Head, Shared}
		}
	case "xcomp", "advcl", "ccomp", "obl":
		if s.IsVerb(h) || w.Rel == "xcomp" || s.HasCopula(h) && w.XPOS == "VBG" { // "is open to discussing"
			return s.controller(v, h, lexicon, left-1)
		}
		if n := s.find(h, "nsubj"); w.Rel == "advcl" && n >= 0 && s.HasCopula(h) && s.Mark(v) == "to" {
			return Argument{n, Control} // "the staff were due to leave"
		}
	case "acl:relcl":
		return Argument{h, Relative}
	case "amod":
		if w.XPOS == "VBN" || w.XPOS == "VBG" {
			return Argument{h, Relative}
		}
	case "acl":
		if w.XPOS == "VBG" || w.XPOS == "VBN" {
			return Argument{h, Relative}
		}
		if by := s.decider(v, h, lexicon); by != None {
			return Argument{by, Control}
		}
		// "the decision taken by Moscow to lower them"
		for k := s.Kid(h); k >= 0 && k < v; k = s.Next(k) {
			if s.Words[k].Rel == "acl" && s.Words[k].XPOS == "VBN" {
				if by := s.by(k); by.Head != None {
					return Argument{by.Head, Control}
				}
			}
		}
		// "became the first country to recognise it": whoever became it.
		if isState(s.Words[h].Lemma) {
			if k := s.find(h, "nsubj"); k >= 0 {
				return Argument{k, Control}
			}
			if g := s.Words[h].Head; g >= 0 && s.Words[h].Rel == "xcomp" && s.IsVerb(g) {
				a := s.subject(g, lexicon, left-1)
				return Argument{a.Head, Control}
			}
		}
		if n := s.find(h, "nsubj"); n >= 0 && n < h && s.find(h, "cop") >= 0 {
			return Argument{n, Control} // "is due in Tbilisi to meet"
		}
		if s.lexicon.has(s.Words[h].Lemma, asking) {
			for k := s.Kid(h); k >= 0 && k < v; k = s.Next(k) {
				if k > h && s.Words[k].Rel == "nmod" && s.Case(k) == "to" {
					return Argument{k, Control} // "Peru's invitation to the emir to visit it"
				}
			}
		}
		if p := s.find(h, "nmod:poss"); p >= 0 {
			return Argument{p, Control}
		}
		for k := s.Kid(h); k >= 0; k = s.Next(k) {
			if r := s.Words[k].Rel; k < h && (r == "amod" || r == "compound") && s.Words[k].XPOS[0] == 'N' {
				return Argument{k, Control}
			}
		}
		if g := s.Words[h].Head; g >= 0 && s.IsVerb(g) {
			// "ordered 10 diplomats to leave" read as a clause on the diplomats.
			if (s.Words[h].Rel == "obj" || s.Words[h].Rel == "iobj") && s.Words[h].UPOS == "NOUN" && lexicon.Is(s.Words[g].Lemma, "order") {
				return Argument{h, Control}
			}
			if s.lexicon.has(s.Words[g].Lemma, judging) {
				return Argument{Head: None} // "criticised the decision to close it": another's
			}
			a := s.subject(g, lexicon, left-1)
			return Argument{a.Head, Control}
		}
	}
	return Argument{Head: None}
}

// decider gives whose decision, plan, threat or refusal it is to do what a verb says, or None: "the decision
// by Moscow to close it", "an attempt of the junta to expel them".
func (s *Sentence) decider(v, h int, lexicon *Lexicon) int {
	const kinds = 2 // nouns at which the tree may hang the verb: the decision, or whose it is
	for range kinds {
		for k := s.Kid(h); k >= 0 && k < v; k = s.Next(k) {
			if c := s.Case(k); k > h && (c == "by" || c == "of") && s.IsNoun(k) && s.IsNoun(h) && lexicon.of(s, h)&(decide|plan|threat|promise|refuse|possible) != 0 {
				return k
			}
		}
		if c := s.Case(h); c != "by" && c != "of" || s.Words[h].Head < 0 || s.Words[h].Head > h {
			break
		}
		h = s.Words[h].Head
	}
	return None
}

// controller gives the unsaid subject of a clause from the verb that it hangs on.
func (s *Sentence) controller(v, h int, lexicon *Lexicon, left int) Argument {
	rel := s.Words[v].Rel
	if mark := s.Mark(v); (mark == "of" || mark == "for" || mark == "with") && lexicon.IsAt(s, h, "charge") {
		if s.isPassive(h) {
			return s.subject(h, lexicon, left)
		}
		if o := s.find(h, "obj", "iobj"); o >= 0 {
			return Argument{o, Control}
		}
		for k := s.Kid(h); k >= 0 && k < v; k = s.Next(k) {
			if c := s.Case(k); base(s.Words[k].Rel) == "obl" && (c == "at" || c == "against") && s.Words[k].UPOS == "PROPN" {
				return Argument{k, Control} // "lashed out at Washington for tightening it"
			}
		}
	}
	if rel != "advcl" || s.Mark(v) == "to" && lexicon.Is(s.Words[h].Lemma, "order") {
		if !lexicon.Is(s.Words[h].Lemma, "promise") {
			if o := s.find(h, "obj", "iobj"); o >= 0 && o < v {
				return Argument{o, Control}
			}
		}
	}
	// "called on Washington to reopen it"
	switch s.Words[h].Lemma {
	case "call", "appeal", "prevail", "plead", "lean":
		for k := s.Kid(h); k >= 0 && k < v && s.Words[v].XPOS != "VBG"; k = s.Next(k) {
			if base(s.Words[k].Rel) == "obl" {
				if c := s.Case(k); c == "on" || c == "upon" || c == "to" || c == "with" || c == "for" && s.isBefore(k, v) {
					return Argument{k, Control}
				}
			}
		}
	}
	// The purpose of a passive is its agent's: "was summoned to receive" aside.
	if rel == "advcl" && s.Mark(v) == "to" && s.isPassive(h) && !lexicon.Is(s.Words[h].Lemma, "order") {
		if by := s.by(h); by.Head != None {
			return Argument{by.Head, Control}
		}
	}
	a := s.subject(h, lexicon, left)
	return Argument{a.Head, Control}
}

// isBefore says whether a phrase stands right before the "to" of an infinitive: "called for
// Angola to be punished".
func (s *Sentence) isBefore(noun, infinitive int) bool {
	_, end := s.Subtree(noun)
	return end < infinitive && s.Words[end].XPOS == "TO" && s.Words[end].Head == infinitive
}

// described gives the noun that the relative clause around a verb describes.
func (s *Sentence) described(v int) int {
	for range depth {
		w := &s.Words[v]
		switch {
		case w.Head < 0:
			return None
		case w.Rel == "acl:relcl":
			return w.Head
		case w.Rel == "conj", w.Rel == "xcomp", w.Rel == "ccomp", w.Rel == "parataxis":
			v = w.Head
		default:
			return None
		}
	}
	return None
}

// content gives the head of the clause that says what a verb is about.
func (s *Sentence) content(v int) int {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if r := s.Words[k].Rel; r == "xcomp" || r == "ccomp" {
			return k
		}
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "advcl" && s.Mark(k) == "to" {
			return k
		}
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		// "barred from entering"
		if s.Words[k].Rel == "advcl" && s.Mark(k) == "from" && s.Words[k].XPOS == "VBG" {
			return k
		}
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		// "told the envoys to leave", read as a clause on the envoys.
		if r := s.Words[k].Rel; r == "obj" || r == "iobj" || r == "nsubj:pass" {
			if c := s.find(k, "acl"); c >= 0 && s.Mark(c) == "to" && c > v {
				return c
			}
		}
	}
	// "demanded in a note that it withdraw", "told the envoys in a letter that"
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "obl" || k < v || s.Case(k) != "in" {
			continue
		}
		if c := s.find(k, "acl", "ccomp"); c > k && s.Mark(c) == "that" {
			return c
		}
	}
	return s.contentBelow(v)
}

// contentBelow gives the infinitive that says what somebody is asked to do where the tree
// hangs it on a word that is joined to him or stands beside him, or on the verb of a relative
// clause about him that a comma ends: "called on the general, who took power in May, to hold
// elections".
func (s *Sentence) contentBelow(v int) int {
	const reach, far = 40, 5
	for t := v + 1; t < min(v+reach, len(s.Words)); t++ {
		if s.Words[t].Rel != "acl" && s.Words[t].Rel != "advcl" && s.Words[t].Rel != "xcomp" || s.Mark(t) != "to" {
			continue
		}
		asked := s.Words[t].Head
		for range far {
			if asked <= v || !s.leadsUp(asked, t, v) {
				break
			}
			asked = s.Words[asked].Head
		}
		if asked > v && s.Words[asked].Head == v && s.isAskedOf(asked, v) {
			return t
		}
	}
	return None
}

// leadsUp says whether what a word hangs on may be who is asked to do what an infinitive below
// the word tells: he has it joined to him or beside him, or in a clause that is over.
func (s *Sentence) leadsUp(word, infinitive, verb int) bool {
	switch s.Words[word].Rel {
	case "conj", "appos", "nmod", "flat":
		return true
	case "acl:relcl":
		return word == s.Words[infinitive].Head && s.isBehindClause(infinitive, word, s.Words[verb].Lemma == "call")
	}
	return false
}

// isAskedOf says whether a word is whom a verb asks: its object, or "called on him".
func (s *Sentence) isAskedOf(word, verb int) bool {
	switch s.Words[word].Rel {
	case "obj", "iobj", "nsubj:pass":
		return true
	case "obl":
		c := s.Case(word)
		return (c == "on" || c == "upon" || c == "to") && s.lexicon.Is(s.Words[verb].Lemma, "demand")
	}
	return false
}

// isBehindClause says whether an infinitive is none of the clause whose verb it hangs on, since
// a comma ends that clause before it, or since whoever is called on is asked something: "called
// on the leaders who have troops there to keep them".
func (s *Sentence) isBehindClause(infinitive, verb int, called bool) bool {
	for k := s.Kid(infinitive); k >= 0 && k < infinitive; k = s.Next(k) {
		if s.Words[k].Form == "to" && s.Words[k].Rel == "mark" {
			return k > verb+1 && (called || s.Words[k-1].Form == ",")
		}
	}
	return false
}

// isRelative says whether a form can be a relative pronoun.
func isRelative(form string) bool {
	return slices.Contains([]string{"who", "which", "that", "whom"}, strings.ToLower(form))
}

// isWay says whether a noun tells where to rather than what: "sent home".
func isWay(form string) bool {
	return slices.Contains([]string{"home", "packing", "back", "away"}, strings.ToLower(form))
}
