package proposition

// isTold says whether a clause read as describing a noun is what that noun is told:
// it has a subject of its own and opens with "that".
func (s *Sentence) isTold(v int) bool {
	h := s.Words[v].Head
	if r := s.Words[h].Rel; r != "iobj" && r != "obj" || s.Mark(v) != "that" {
		return false
	}
	k := s.find(v, "nsubj", "nsubj:pass")
	return k >= 0 && !isRelative(s.Words[k].Form) && s.IsVerb(s.Words[h].Head)
}

// teller notes who does an operator: who demands, who denies.
func (s *Sentence) teller(h int, lexicon *Lexicon, st *Stance) {
	if !s.IsVerb(h) {
		if p := s.find(h, "nmod:poss"); p >= 0 {
			st.Teller = p
		}
		return
	}
	if s.isPassive(h) {
		if by := s.by(h); by.Head != None {
			st.Teller = by.Head
		}
		return
	}
	if a := s.subject(h, lexicon, depth); a.Head != None {
		st.Teller = a.Head
	}
}

// isDone says whether a verb of saying tells a deed: "responded by expelling two".
func (s *Sentence) isDone(h int) bool {
	for k := s.Kid(h); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; w.XPOS == "VBG" && (base(w.Rel) == "advcl" || base(w.Rel) == "obl") && s.Mark(k) == "by" {
			return s.find(h, "ccomp") < 0
		}
	}
	return false
}

// said notes the speaker of a verb of saying, if none is nearer.
func (s *Sentence) said(h int, lexicon *Lexicon, st *Stance) {
	if st.Saying != None || s.isDone(h) {
		return
	}
	st.Saying = h
	if s.isPassive(h) {
		if by := s.by(h); by.Head != None {
			st.Speaker = by.Head
		}
		return
	}
	if q := s.quoting(h); q != None {
		st.Speaker = q
		return
	}
	st.Speaker = s.subject(h, lexicon, depth).Head
}

// quoting gives whom somebody else tells to say what a verb says, or None: "quoted the minister as
// saying that".
func (s *Sentence) quoting(say int) int {
	w := &s.Words[say]
	if w.XPOS != "VBG" || w.Head < 0 || s.Mark(say) != "as" || s.isPassive(w.Head) {
		return None
	}
	if l := s.Words[w.Head].Lemma; l != "quote" && l != "cite" {
		return None
	}
	if o := s.find(w.Head, "obj"); o >= 0 {
		return o
	}
	return None
}

// hear looks for "he said" put beside a clause, and for "according to".
func (s *Sentence) hear(n int, lexicon *Lexicon, st *Stance) {
	if st.Saying != None {
		return
	}
	for k := s.Kid(n); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		switch base(w.Rel) {
		case "parataxis", "advcl":
			if s.IsVerb(k) && lexicon.of(s, k)&say != 0 && s.find(k, "nsubj") >= 0 && s.find(k, "ccomp", "obj") < 0 && (base(w.Rel) == "parataxis" || s.Mark(k) == "as" || s.Mark(k) == "" && k > n) {
				s.said(k, lexicon, st)
				return
			}
		case "obl", "nmod":
			if s.Case(k) == "according to" {
				st.Saying, st.Speaker = k, k
				return
			}
		}
	}
}
