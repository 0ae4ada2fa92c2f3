package proposition

// readNoun reads an event noun.
func (s *Sentence) readNoun(lexicon *Lexicon, p *Proposition) {
	head := p.Head
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		switch w := &s.Words[k]; w.Rel {
		case "nmod:poss":
			p.Possessor = k
		case "amod", "compound", "nmod:desc", "nmod:unmarked", "nmod":
			if k < head && (w.Rel != "nmod" || s.Case(k) == "") {
				p.Mods = append(p.Mods, k)
			}
		case "acl":
			// "the accusation it made against Ankara", read as no relative clause
			if a := s.find(k, "nsubj"); a >= 0 && w.XPOS == "VBD" && lexicon.Carries(w.Lemma) && !isRelative(s.Words[a].Form) {
				p.Agent = Argument{a, Light}
				s.preps(k, true, p)
			}
			// "the expulsion announced by Moscow": by whom it was announced did it.
			if w.XPOS == "VBN" && lexicon.Carries(s.Words[k].Lemma) {
				if by := s.by(k); by.Head != None {
					p.Agent = Argument{by.Head, Light}
				}
				s.preps(k, true, p)
			}
		case "acl:relcl":
			if lexicon.Carries(w.Lemma) {
				if a := s.find(k, "nsubj"); a >= 0 && !isRelative(s.Words[a].Form) {
					p.Agent = Argument{a, Light}
				} else if by := s.by(k); by.Head != None {
					p.Agent = Argument{by.Head, Light}
				}
				s.preps(k, true, p)
			}
		}
	}
	s.preps(head, false, p)
	by := p.With("by")
	if by == None {
		by = s.byBelow(p.With("of"))
	}
	if by != None {
		p.Agent = Argument{by, Direct}
	}
	if p.Agent.Head == None && p.Possessor == None {
		p.Agent = s.repayer(head, lexicon)
	}
	if of := p.With("of"); of != None {
		p.Patient = Argument{of, Direct}
	} else if k := s.find(head, "nsubj"); k >= 0 && s.HasCopula(head) {
		p.Patient = Argument{k, Direct} // "the consul is persona non grata"
		if isRelative(s.Words[k].Form) && s.Words[head].Rel == "acl:relcl" {
			p.Patient = Argument{s.Words[head].Head, Relative}
		}
	}
	if c := s.find(head, "acl", "ccomp"); c > head && (s.Mark(c) == "to" || s.Mark(c) == "that") {
		p.Content = c // "the demand that they leave"
	} else {
		p.Content = s.pressed(head)
	}
	s.carry(lexicon, p)
}

// DoneBy gives by whom is done what a noun tells to be done to another, or None: "the shelling of
// Lebanese villages by Israel".
func (s *Sentence) DoneBy(deed int) int {
	by, to := None, false
	for k := s.Kid(deed); k >= 0; k = s.Next(k) {
		if k < deed || base(s.Words[k].Rel) != "nmod" {
			continue
		}
		switch s.Case(k) {
		case "of", "in", "on", "against", "into":
			to = true
		case "by":
			by = k
		}
	}
	if !to {
		return None
	}
	return by
}

// byBelow gives by whom something is done that the tree hangs on whom it is done to, or on
// where: "the expulsion of three of its envoys by Chad", "the seizure of its residence in
// Lima by the army". It looks below what is counted or owned only, since "by" may well
// belong to another event noun: "the condemnation of the expulsion by Chad".
func (s *Sentence) byBelow(of int) int {
	thing := false
	for at := of; at != None; {
		w, next := &s.Words[at], None
		thing = thing || w.UPOS == "NUM" || w.XPOS == "NNS" || s.find(at, "nmod:poss", "nummod") >= 0
		for k := s.Kid(at); k >= 0; k = s.Next(k) {
			if base(s.Words[k].Rel) != "nmod" || k < at {
				continue
			}
			switch s.Case(k) {
			case "by":
				if thing {
					return k
				}
			case "of", "in", "at":
				next = k
			}
		}
		at = next
	}
	return None
}

// IsBackdrop says whether a noun stands behind a preposition that tells what something was
// done in spite of, or among, so that who did it has no part in that: "imposed sanctions
// despite calls for calm".
func (s *Sentence) IsBackdrop(noun int) bool {
	switch s.Case(noun) {
	case "despite", "amid", "amidst", "notwithstanding":
		return true
	}
	return false
}

// isFeltAbout says whether an event noun is but what a verb with an object of its own speaks of:
// "expressed outrage at the expulsion", "voiced regret over the curbs". Who feels so did not do it.
func (s *Sentence) isFeltAbout(noun, verb int) bool {
	if o := s.find(verb, "obj"); o < 0 || o > noun {
		return false
	}
	c := s.Case(noun)
	return c == "at" || c == "over" || c == "about"
}

// carry finds the verb that an event noun is carried by, and takes its agent and
// its prepositions: "Moscow imposed sanctions on", "talks were held in".
func (s *Sentence) carry(lexicon *Lexicon, p *Proposition) {
	n := p.Head
	for range 3 { // through "a round of talks", "a series of expulsions"
		w := &s.Words[n]
		if w.Head < 0 {
			return
		}
		rel := base(w.Rel)
		if (rel == "nmod" || rel == "compound") && lexicon.IsVessel(s.Words[w.Head].Lemma) || rel == "conj" && s.IsNoun(w.Head) {
			n = w.Head
			continue
		}
		if c := s.calledSo(n); c != None {
			n = c // "lodged what it termed the strongest protest"
			continue
		}
		break
	}
	w := &s.Words[n]
	if w.Head < 0 || !s.IsVerb(w.Head) {
		return
	}
	v := w.Head
	switch w.Rel {
	case "obj", "nsubj:pass", "obl", "xcomp", "ccomp", "nsubj":
	default:
		return
	}
	if c := s.Case(n); w.Rel == "obl" && (c == "for" || c == "over" || c == "of") && lexicon.of(s, v)&charge != 0 && p.Agent.Head == None {
		// "derided Washington for the closure": who is blamed did it.
		if s.isPassive(v) {
			p.Agent = Argument{s.subject(v, lexicon, depth).Head, Light}
		} else if o := s.find(v, "obj", "iobj"); o >= 0 {
			p.Agent = Argument{o, Light}
		}
		return
	}
	if lexicon.of(s, v)&carry == 0 && w.Rel != "nsubj" {
		if w.Rel == "obj" {
			s.preps(v, true, p)
		}
		return
	}
	if s.isJudged(n, v) || w.Rel == "obl" && (s.IsBackdrop(n) || s.isAnswered(n, v) || s.isFeltAbout(n, v)) {
		return
	}
	p.Carrier = v
	if w.Rel == "nsubj" {
		if s.isPassive(v) || s.find(v, "obj") < v { // "the expulsion drew criticism from Lima": that was Lima's
			s.preps(v, true, p)
		}
		return
	}
	if p.Agent.Head == None {
		var a Argument
		if s.isPassive(v) {
			if a = s.by(v); a.Head == None && w.Rel == "obl" && s.Case(n) == "for" {
				a = s.subject(v, lexicon, depth) // "is expected in Riga for talks"
			}
		} else if a = s.subject(v, lexicon, depth); a.Head == n {
			a = Argument{Head: None}
		}
		if a.Head != None {
			p.Agent = Argument{a.Head, Light}
		}
	}
	if i := s.find(v, "iobj"); i >= 0 {
		p.Indirect = Argument{i, Light}
	} else if o := s.find(v, "obj"); o >= 0 && o < n && w.Rel == "obj" && !s.isPassive(v) {
		p.Indirect = Argument{o, Light} // "handed the envoy a note", with two objects
	} else if o >= 0 && o < n && w.Rel == "obl" && s.Case(n) == "with" && !s.isPassive(v) {
		p.Indirect = Argument{o, Light} // "threatened Israel with a response"
	} else if s.isPassive(v) && w.Rel == "obj" {
		if sub := s.subject(v, lexicon, depth); sub.Head != None {
			p.Indirect = Argument{sub.Head, Light}
		}
	}
	s.preps(v, true, p)
}
