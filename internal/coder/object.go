package coder

import (
	"slices"
	"strings"

	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/who"
)

// objectOf finds the object of an act by a rule, and its class.
func (sc *scene) objectOf(r *rule.Rule, p *proposition.Proposition) (int, string) {
	var room [8]int
	if c := p.Content; c != proposition.None && sc.s.Mark(c) == "that" && slices.Contains(r.ObjectAt, "content.agent") {
		// "informed the ambassador that three of his staff were to leave"
		if goes := sc.subjectOf(c); goes != proposition.None && sc.s.Words[goes].UPOS != "PRON" {
			if at, class := sc.objectAt(r, goes); class != "" {
				return at, class
			}
		}
	}
	for _, src := range r.ObjectAt {
		for _, head := range sc.heads(src, p, &proposition.Stance{Teller: proposition.None, Speaker: proposition.None}, proposition.None, room[:0]) {
			if at, class := sc.objectAt(r, head); class != "" {
				return at, class
			}
		}
	}
	// Of two objects that the tree sees, the other may be the one.
	if slices.Contains(r.ObjectAt, "patient") && !p.Noun {
		for k := sc.s.Kid(p.Head); k >= 0; k = sc.s.Next(k) {
			switch sc.s.Words[k].Rel {
			case "obj", "iobj", "nsubj:pass", "xcomp":
				if k != p.Patient.Head && (sc.s.Words[k].Rel != "xcomp" || sc.s.Words[k].UPOS == "ADJ" || sc.s.Words[k].UPOS == "NOUN") {
					if at, class := sc.objectAt(r, k); class != "" {
						return at, class
					}
				}
			}
		}
	}
	// What the tree does not hang there may still stand in the words that follow.
	if !p.Noun && slices.Contains(r.ObjectAt, "patient") && len(r.Object) > 0 && !r.Bare {
		return sc.objectNear(r, p)
	}
	return proposition.None, ""
}

// objectNear looks for an object among the words of what the act is done to, and
// then among those after a verb, up to the next verb.
func (sc *scene) objectNear(r *rule.Rule, p *proposition.Proposition) (int, string) {
	s := &sc.s
	if h := p.Patient.Head; h != proposition.None {
		first, end := s.Phrase(h)
		for t := first; t < end; t++ {
			if s.IsNoun(t) && s.Words[t].Rel != "compound" && !sc.isBesides(t, h) {
				if class := sc.classAt(r, t); class != "" {
					return t, class
				}
			}
		}
		for t := first; t < end; t++ {
			// "declare the ten persona non grata"
			if s.Words[t].UPOS == "NUM" && r.Type == "expel" {
				if class := sc.classAt(r, t); class != "" {
					return t, class
				}
			}
		}
		if s.IsNoun(h) && r.With == nil && r.Content == nil {
			return proposition.None, ""
		}
		// The rule's other words are sure enough to look further.
		_, end = s.Subtree(p.Head)
		for t := p.Head + 1; t < end && (r.With != nil || r.Content != nil); t++ {
			if s.IsNoun(t) && (s.Words[t].Rel != "compound" || sc.isNonGrata(t)) {
				if class := sc.classAt(r, t); class != "" {
					return t, class
				}
			}
		}
		if s.IsNoun(h) {
			return proposition.None, ""
		}
		// "summoned Russian Ambassador Alexey Borodavkin", where the adjective is
		// read as the object.
	}
	if p.Passive {
		return proposition.None, ""
	}
	for t := p.Head + 1; t < min(p.Head+10, len(s.Words)); t++ {
		if s.Words[t].UPOS == "VERB" && s.Words[t].XPOS != "VBG" || s.Words[t].Form == ";" {
			break
		}
		if s.Words[t].UPOS == "NUM" && s.Words[t].Head == p.Head && !sc.inTime(t) {
			if at, class := sc.objectAt(r, t); class != "" {
				return at, class // "threw out at least three of their envoys"
			}
		}
		if strings.HasPrefix(s.Words[t].Rel, "nsubj") {
			break // another clause begins
		}
		// "called in the envoy": the particle is read as a preposition.
		if c := s.Case(t); s.IsNoun(t) && (s.Words[t].Rel != "compound" || sc.isNonGrata(t)) && (c == "" || isParticle(c) || c == "of" && s.Words[t].Head >= 0 && s.Words[s.Words[t].Head].UPOS == "NUM") {
			if class := sc.classAt(r, t); class != "" {
				return t, class
			}
		}
	}
	return proposition.None, ""
}

// isBesides says whether a word stands in the phrase of another as what that is only set beside
// or is about: "parity with its embassy".
func (sc *scene) isBesides(word, of int) bool {
	for at := word; at >= 0 && at != of; at = sc.s.Words[at].Head {
		switch sc.s.Case(at) {
		case "with", "against", "about", "over":
			return true
		}
	}
	return false
}

// isNonGrata says whether a noun hangs on the words "persona non grata", which the
// tree has read as one phrase with the envoy before them.
func (sc *scene) isNonGrata(noun int) bool {
	for n, up := noun, 0; up < 4 && n >= 0; n, up = sc.s.Words[n].Head, up+1 {
		switch strings.ToLower(sc.s.Words[n].Form) {
		case "grata", "gratae", "gratas", "unwelcome", "undesirable":
			return n > noun
		}
	}
	return false
}

// isParticle says whether a preposition may be a verb's particle.
func isParticle(word string) bool {
	switch word {
	case "in", "out", "off", "back", "home", "down", "up", "over":
		return true
	}
	return false
}

// objectAt gives the class of an object, if the rule allows it: of the word, of
// the noun that it stands for, or of what it is made of.
func (sc *scene) objectAt(r *rule.Rule, head int) (int, string) {
	if sc.s.Words[head].UPOS == "NUM" {
		for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
			if class := sc.classAt(r, k); class != "" && sc.s.Case(k) == "of" && sc.s.IsNoun(k) {
				return k, class // "three of his attachés", rather than three of those named before
			}
		}
	}
	class := sc.classAt(r, head)
	if class == "people" && sc.c.vocabulary.has(counters, sc.s.Words[head].Lemma) {
		class = "" // "a group of diplomats": see of whom
	}
	if class != "" {
		return head, class
	}
	s := &sc.s
	w := &s.Words[head]
	// "one of the ambassadors", "dozens of diplomats", "the staff of the embassy",
	// "the removal of": through of-phrases.
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if (s.Words[k].Rel == "nmod" || s.Words[k].Rel == "obl") && s.Case(k) == "of" && (w.UPOS == "NUM" || sc.c.lexicon.IsVessel(w.Lemma) || sc.c.vocabulary.has(counters, w.Lemma)) {
			if class := sc.classAt(r, k); class != "" {
				return k, class
			}
		}
	}
	if n := sc.takenUp(r, head); n != proposition.None {
		return n, sc.classAt(r, n)
	}
	// "embassy operations", "the consulate's work".
	if sc.c.vocabulary.has(works, w.Lemma) {
		for k := s.Kid(head); k >= 0; k = s.Next(k) {
			switch s.Words[k].Rel {
			case "compound", "amod", "nmod:poss", "nmod:desc":
				if class := sc.classAt(r, k); class != "" {
					return k, class
				}
			case "nmod", "obl":
				// "work at the embassy"
				if cs := s.Case(k); cs == "at" || cs == "in" {
					if class := sc.classAt(r, k); class != "" {
						return k, class
					}
				}
			}
		}
	}
	// "a plane carrying the diplomats", "a convoy with the staff"
	if sc.c.vocabulary.has(carriers, w.Lemma) {
		first, end := s.Subtree(head)
		for t := head + 1; t < end && first >= 0; t++ {
			if s.IsNoun(t) && s.Words[t].Rel != "compound" {
				if class := sc.classAt(r, t); class != "" {
					return t, class
				}
			}
		}
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "conj" || s.Words[k].Rel == "appos" {
			if class := sc.classAt(r, k); class != "" {
				return k, class
			}
		}
	}
	return head, ""
}

// takenUp gives the mission or the house of the same sentence that "it", or "its
// operations", takes up where an act is done to such: "opened an embassy in March and
// closed it in May".
func (sc *scene) takenUp(r *rule.Rule, head int) int {
	switch r.Type {
	case "close", "open", "seize", "hand_back":
	default:
		return proposition.None
	}
	s := &sc.s
	low := strings.ToLower(s.Words[head].Form)
	if low != "it" && !(sc.c.vocabulary.has(works, s.Words[head].Lemma) && sc.hasPronoun(head)) {
		return proposition.None
	}
	for t := head - 1; t >= 0; t-- {
		if s.IsNoun(t) && s.Words[t].Rel != "compound" && s.Words[t].XPOS != "NNS" && sc.classAt(r, t) != "" {
			return t
		}
	}
	return proposition.None
}

// classAt gives the class of one word as an object, or "".
func (sc *scene) classAt(r *rule.Rule, head int) string {
	s := &sc.s
	w := &s.Words[head]
	allowed := func(c string) bool { return slices.Contains(r.Object, c) }
	if w.XPOS == "NN" && sc.c.vocabulary.has(standIns, w.Lemma) {
		// "his French colleague" is of the sort named before.
		if c := sc.lastClass(head, r.Object); c != "" {
			return c
		}
	}
	if r.Type == "sanction" && allowed("officials") && sc.c.objects.has(s, head, "officials") {
		return "officials" // who is of a mission's staff elsewhere
	}
	for _, c := range sc.c.objects.of(s, head) {
		if allowed(c) {
			return c
		}
		if c == "people" && (allowed("diplomats") || allowed("people")) {
			if len(sc.ownerOf(head, nil, 2)) > 0 || r.Type == "expel" && (w.Lemma == "spy" || w.Lemma == "agent" || w.Lemma == "officer") {
				if w.Lemma == "spy" || strings.Contains(w.Lemma, "agent") || w.Lemma == "officer" {
					return "diplomats"
				}
				return "people"
			}
		}
	}
	if w.Lemma == "one" && w.UPOS != "NUM" && sc.adjectiveOn(head) != nil {
		// "expelled an Indian one"
		if c := sc.lastObject(r); c != "" {
			return c
		}
		if c := sc.lastClass(head, r.Object); c != "" {
			return c
		}
	}
	e := sc.entityAt(head)
	m, known := member{}, false
	if w.UPOS == "PROPN" && (e == nil || e.kind == person) {
		m, known = sc.member(head)
	}
	switch {
	case e != nil && e.kind == person || known:
		class := m.class
		if e != nil && e.class != 0 {
			class = e.class
		}
		c := "officials"
		switch class {
		case who.Ambassador:
			c = "ambassador"
		case who.Diplomat, who.Envoy:
			c = "diplomats"
		case 0:
			// A person whose office the report does not tell.
			if !allowed("officials") && allowed("ambassador") && r.ID != "appoint/arrive" {
				c = "ambassador"
			}
		}
		if allowed(c) {
			return c
		}
	case e != nil && e.kind == state && e.class == 0 && sc.isBarePossessive(head):
		// "Cambodia summoned Thailand's"
		if c := sc.lastObject(r); c != "" {
			return c
		}
		return sc.lastClass(head, r.Object)
	case e == nil && w.UPOS == "PROPN" && (allowed("ambassador") || allowed("diplomats")) && sc.isPersonName(head):
		// A person whom no title tells: whoever is summoned or sent home is an envoy.
		if allowed("ambassador") && (r.Type == "summon" || r.Type == "recall" || r.Type == "appoint") {
			return "ambassador"
		}
		if allowed("diplomats") {
			if c := sc.lastClass(head, r.Object); c == "ambassador" {
				return c // "expelled the Canadian ambassador. Dennis Horak was given a day"
			}
			return "diplomats"
		}
	case e != nil && e.kind == people && e.class == 0 && !e.adjective && allowed("diplomats"):
		return "people"
	case w.UPOS == "PRON" || w.Lemma == "one" && w.UPOS == "NOUN" || w.UPOS == "NUM" && !sc.inTime(head) || strings.EqualFold(w.Form, "own"):
		// "expelled 23", "ordered them out": what such acts were done to before.
		low := strings.ToLower(w.Form)
		if w.UPOS == "NUM" || low == "own" || low == "one" || low == "ones" || low == "they" || low == "them" || low == "he" || low == "she" || low == "him" || low == "who" || low == "whom" || low == "her" || r.Type == "expel" && (low == "anyone" || low == "anybody" || low == "nobody") {
			if low == "who" || low == "whom" {
				if n := sc.antecedent(head); n != proposition.None && n != head {
					return sc.classAt(r, n)
				}
			}
			if w.UPOS == "PRON" {
				// "ordered him out": whoever was named last as one.
				if x := sc.resolve(head, nil); x.kind == person && allowed("ambassador") && sc.isKnownAs(x.name, who.Ambassador) {
					return "ambassador"
				}
			}
			if w.UPOS == "NUM" {
				if c := sc.countedBefore(head, r.Object); c != "" {
					return c
				}
				if c := sc.lastObject(r); c != "" {
					return c
				}
			}
			if c := sc.lastClass(head, r.Object); c != "" {
				return c
			}
			switch low {
			case "he", "him", "she", "her", "who", "whom":
				// An envoy, though no word says so: "He was summoned."
				if x := sc.resolve(head, nil); x.kind == person && allowed("ambassador") && r.Type == "summon" {
					return "ambassador"
				}
			}
		}
	}
	return ""
}

// inTime says whether a word is part of a time: the 5 of "April 5".
func (sc *scene) inTime(word int) bool { return sc.isTimeAt(sc.at, word) }

// isTimeAt says the same of a word of any sentence.
func (sc *scene) isTimeAt(sentence, word int) bool {
	for _, t := range sc.times[sentence] {
		if word >= t.First && word < t.End {
			return true
		}
	}
	return false
}

// isPersonName says whether a name looks like that of a person: two words or more
// with capitals, or one after Mr and the like.
func (sc *scene) isPersonName(head int) bool {
	s := &sc.s
	for _, k := range []int{head - 1, head + 1} {
		// "retrieve Zohour Alaoui", where the tree joins the two names to the verb.
		if k >= 0 && k < len(s.Words) && s.Words[k].UPOS == "PROPN" && s.Words[k].Rel == s.Words[head].Rel && s.Words[k].Head == s.Words[head].Head && sc.entityAt(k) == nil {
			return true
		}
	}
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if strings.HasPrefix(w.Rel, "flat") && w.UPOS == "PROPN" && sc.entityAt(k) == nil {
			return true
		}
		switch w.Form {
		case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "Señor":
			return true
		}
	}
	return false
}

// isBarePossessive says whether a name stands with 's and without the noun that it
// belongs to.
func (sc *scene) isBarePossessive(head int) bool {
	if sc.s.Words[head].Rel == "nmod:poss" {
		return false
	}
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].XPOS == "POS" {
			return true
		}
	}
	return false
}

// isKnownAs says whether the report has introduced a person by an office of a class.
func (sc *scene) isKnownAs(full string, class who.Class) bool {
	for _, m := range sc.cast {
		if m.full == full {
			return m.class == class
		}
	}
	return false
}

// lastObject gives the object of the act of a rule's type that was told last: "Moscow
// threw out four in return".
func (sc *scene) lastObject(r *rule.Rule) string {
	for i := range sc.last {
		if f := &sc.last[i]; f.Type == r.Type {
			if f.Object == "" {
				return "people"
			}
			if slices.Contains(r.Object, f.Object) {
				return f.Object
			}
		}
	}
	for i := len(sc.recent) - 1; i >= 0; i-- {
		if f := &sc.recent[i]; f.Type == r.Type && slices.Contains(r.Object, f.Object) {
			return f.Object
		}
	}
	return ""
}

// countedBefore gives the object of which an act told shortly before had as many as a
// definite figure tells, among some: "The four left on Friday".
func (sc *scene) countedBefore(figure int, among []string) string {
	n := sc.s.Quantity(figure).N
	if n < 2 || !sc.isDefinite(figure) {
		return ""
	}
	for i := len(sc.recent) - 1; i >= 0; i-- {
		if f := &sc.recent[i]; f.Count.N == n && slices.Contains(among, f.Object) {
			return f.Object
		}
	}
	return ""
}

// lastClass gives the class of the thing named last before a word, among some.
func (sc *scene) lastClass(head int, among []string) string {
	s := &sc.s
	for t := head - 1; t >= 0; t-- {
		if s.IsNoun(t) {
			for _, c := range sc.c.objects.of(s, t) {
				if slices.Contains(among, c) {
					return c
				}
			}
			if e := sc.entityAt(t); e != nil && e.kind == person && e.class == who.Ambassador && slices.Contains(among, "ambassador") {
				return "ambassador"
			}
		}
	}
	for i := sc.at - 1; i >= max(0, sc.at-2); i-- {
		if !sc.open[i] {
			continue
		}
		var prev proposition.Sentence
		prev.Set(sc.trees[i].Words, sc.c.lexicon)
		for t := len(prev.Words) - 1; t >= 0; t-- {
			if prev.IsNoun(t) {
				for _, c := range sc.c.objects.of(&prev, t) {
					if slices.Contains(among, c) {
						return c
					}
				}
			}
		}
	}
	return ""
}
