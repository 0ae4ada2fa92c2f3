package proposition

// isKeptFrom says whether somebody is kept from an act or talked out of it, which is then not done:
// "dissuaded Mali from imposing sanctions", "talked her out of expelling them".
func (s *Sentence) isKeptFrom(act, verb int) bool {
	if s.Words[act].XPOS != "VBG" || act < verb || !s.IsVerb(verb) || s.find(verb, "obj") < 0 {
		return false
	}
	switch s.Words[verb].Lemma {
	case "dissuade", "discourage", "deter", "keep", "prevent", "stop", "restrain", "talk":
	default:
		return false
	}
	for k := s.Kid(act); k >= 0 && k < act; k = s.Next(k) {
		switch s.Words[k].Form {
		case "from":
			return true
		case "of":
			return k > 0 && s.Words[k-1].Form == "out"
		}
	}
	return false
}

// isFeared says whether a verb tells what would come of its subject, which is then but thought of:
// "new sanctions would hurt both", "expelling her would lead to war".
func (s *Sentence) isFeared(verb int) bool {
	would := false
	for k := s.Kid(verb); k >= 0 && k < verb; k = s.Next(k) {
		would = would || base(s.Words[k].Rel) == "aux" && s.Words[k].Form == "would"
	}
	if !would {
		return false
	}
	switch s.Words[verb].Lemma {
	case "hurt", "harm", "damage", "lead", "mean", "trigger", "violate", "undermine", "jeopardise", "jeopardize", "complicate", "endanger", "worsen",
		"take", "push", "drive", "cause", "provoke", "cripple", "destroy", "derail", "kill", "constitute", "amount", "force", "hit", "spark", "plunge":
		return true
	}
	return s.HasCopula(verb) && s.Words[verb].UPOS != "VERB"
}
