package proposition

import "demarche"

// isWording says whether a clause tells what a text says by which States speak: "a resolution
// condemning Chad", "a statement that would have condemned Chad".
func (s *Sentence) isWording(verb int, st *Stance) bool {
	w := &s.Words[verb]
	if w.Head < 0 || w.Head > verb || !s.lexicon.has(s.Words[w.Head].Lemma, texts) {
		return false
	}
	return w.Rel == "acl" && w.XPOS == "VBG" || w.Rel == "acl:relcl" && st.Would
}

// shareText gives what a text says the fate of the text: what is not adopted is not said. It says
// whether what stands over the verb of the text bears on that too: "failed to adopt it".
func (s *Sentence) shareText(text int, lexicon *Lexicon, st *Stance) bool {
	verb := s.Words[text].Head
	if verb >= 0 && base(s.Words[text].Rel) == "nmod" && s.IsNoun(verb) && lexicon.of(s, verb)&deny != 0 {
		st.step(verb, "deny", demarche.Denied) // "the veto of a resolution condemning Chad"
		return false
	}
	if verb < 0 || !s.IsVerb(verb) {
		return false
	}
	switch rel := s.Words[text].Rel; {
	case rel == "obj", rel == "nsubj:pass", base(rel) == "obl" && s.Case(text) == "on":
	default:
		return false
	}
	own := Stance{Status: demarche.Actual, Condition: None, Saying: None, Speaker: None, Teller: None}
	s.verbStance(verb, lexicon, &own)
	if lexicon.of(s, verb)&deny != 0 && own.Status == demarche.Actual {
		st.step(verb, "deny", demarche.Denied)
	}
	if !lexicon.has(s.Words[verb].Lemma, adopting) {
		return false
	}
	if own.Status != demarche.Actual && (st.Status == demarche.Actual || st.Would) {
		st.Status, st.Must, st.Would, st.Steps = own.Status, own.Must, own.Would, own.Steps
	}
	return true
}
