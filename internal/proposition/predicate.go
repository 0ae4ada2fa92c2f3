package proposition

import "strings"

// IsPredicate says whether a word says something of a subject without being its
// verb: by a copula ("the move is unlawful"), by a verb that is as good as one
// ("amounts to blackmail", "constitutes a breach"), or alone, as what is quoted or
// said ("A provocation," he said).
func (s *Sentence) IsPredicate(n int) bool {
	w := &s.Words[n]
	if s.find(n, "cop") >= 0 || s.find(n, "aux:pass") >= 0 { // "was not involved"
		return true
	}
	if w.Head < 0 {
		return s.find(n, "nsubj", "nsubj:pass") >= 0 || s.find(n, "parataxis") >= 0 && !s.IsVerb(n)
	}
	h := w.Head
	switch base(w.Rel) {
	case "conj":
		return !s.IsVerb(h) && s.IsPredicate(h)
	case "amod":
		// "is a hostile and unlawful act": what is said of the act is said of its subject.
		return !s.IsVerb(h) && n < h && s.IsPredicate(h)
	case "xcomp":
		return isCopular(s.Words[h].Lemma)
	case "obj":
		return isEquation(s.Words[h].Lemma)
	case "obl":
		return s.Words[h].Lemma == "amount" && s.Case(n) == "to"
	case "ccomp":
		return !s.IsVerb(n) && s.find(n, "nsubj") < 0 && n < h
	}
	return false
}

// Predicated gives the subject of a word that [Sentence.IsPredicate] holds of.
func (s *Sentence) Predicated(n int) Argument {
	for range depth {
		if k := s.find(n, "nsubj", "nsubj:pass", "csubj"); k >= 0 {
			if isRelative(s.Words[k].Form) {
				if d := s.described(n); d != None {
					return Argument{d, Relative}
				}
			}
			if s.Words[k].Rel != "csubj" {
				return Argument{k, Direct}
			}
		}
		w := &s.Words[n]
		if w.Head < 0 {
			break
		}
		if w.Rel == "xcomp" && !isCopular(s.Words[w.Head].Lemma) {
			if o := s.find(w.Head, "obj"); o >= 0 && o < n {
				return Argument{o, Control} // "believes him to be a killer"
			}
		}
		switch base(w.Rel) {
		case "conj", "amod", "xcomp", "obj", "obl":
			n = w.Head
		default:
			return Argument{Head: None}
		}
	}
	return Argument{Head: None}
}

// isCopular says whether a verb only links a subject to what is said of it.
func isCopular(lemma string) bool {
	switch lemma {
	case "be", "seem", "appear", "look", "remain", "become", "sound", "prove", "amount", "get", "stay":
		return true
	}
	return false
}

// isEquation says whether a verb makes its object what its subject is.
func isEquation(lemma string) bool {
	switch lemma {
	case "constitute", "represent", "be", "become", "remain", "form", "mark", "reflect", "show", "demonstrate", "betray", "smack":
		return true
	}
	return false
}

// IsObliged says whether a verb stands as what its subject has to do: "must stop",
// "should come to its senses", "has to comply". What should have been done is not.
func (s *Sentence) IsObliged(v int) bool {
	must := false
	subject := s.find(v, "nsubj", "nsubj:pass")
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if base(w.Rel) != "aux" {
			continue
		}
		switch w.Lemma {
		case "must", "should", "ought":
			must = subject < 0 || k > subject // not "should London make more moves"
		case "have":
			return false
		}
	}
	if must {
		return true
	}
	w := &s.Words[v]
	if w.Head < 0 || base(w.Rel) != "xcomp" || s.Mark(v) != "to" {
		return false
	}
	switch strings.ToLower(s.Words[w.Head].Lemma) {
	case "have", "need":
		return s.find(w.Head, "obj") < 0 && !s.isNegated(w.Head) // "does not have to stop" is free to
	case "ought":
		return s.find(w.Head, "obj") < 0
	}
	return false
}

// HasModal says whether a verb stands with a modal of its own: "will respond".
func (s *Sentence) HasModal(v int) bool {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; base(w.Rel) == "aux" && w.XPOS == "MD" {
			return true
		}
	}
	return false
}

// IsBound says whether a verb tells what must be done: "must leave", "had to leave".
func (s *Sentence) IsBound(v int) bool {
	switch s.Words[v].Lemma {
	case "have", "need":
		if c := s.find(v, "xcomp"); c > v && s.Mark(c) == "to" {
			return true
		}
	}
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; base(w.Rel) == "aux" && (w.Lemma == "must" || w.Lemma == "should" || w.Lemma == "ought") {
			return true
		}
	}
	return false
}

// HasPerfect says whether a verb stands with "have": "has not responded".
func (s *Sentence) HasPerfect(v int) bool {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; base(w.Rel) == "aux" && w.Lemma == "have" {
			return true
		}
	}
	return false
}

// HasAuxiliary says whether a verb stands with an auxiliary or a copula.
func (s *Sentence) HasAuxiliary(v int) bool { return s.find(v, "aux", "aux:pass", "cop") >= 0 }

// isHow says whether a clause tells a question: "how to respond", "whether to", "how it responds".
func (s *Sentence) isHow(v int) bool {
	for k := s.Kid(v); k >= 0 && k < v; k = s.Next(k) {
		switch strings.ToLower(s.Words[k].Form) {
		case "how", "whether", "when", "where":
			return true
		}
	}
	return false
}

// AddPreps adds to a proposition the arguments with a preposition of another word:
// of what a predicate is said of, "the response to London will be swift".
func (s *Sentence) AddPreps(head int, p *Proposition) { s.preps(head, true, p) }
