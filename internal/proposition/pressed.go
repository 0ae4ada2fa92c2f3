package proposition

import (
	"strings"

	"demarche"
	"demarche/internal/syntax"
)

// pressed gives what somebody is asked to do by a noun where the tree hangs that on the
// verb over it, or on him who is asked: "rejected American pressure on Ankara to halt the
// trial", "answered the call on Lima to withdraw"; or None.
func (s *Sentence) pressed(noun int) int {
	switch s.Words[noun].Lemma {
	case "pressure", "call", "appeal", "demand", "request", "plea", "ultimatum", "deadline":
	default:
		return None
	}
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		if k < noun {
			continue
		}
		switch s.Case(k) {
		case "on", "upon", "to":
		case "for":
			if s.Words[noun].Lemma == "appeal" || s.Words[noun].Lemma == "plea" {
				continue // "an appeal for 10 million dollars to help Chad"
			}
		default:
			continue
		}
		_, end := s.Subtree(k)
		for t := k + 1; t < min(end+1, len(s.Words)); t++ {
			v := s.Words[t].Head
			if s.Words[t].XPOS != "TO" || v <= t || !s.IsVerb(v) {
				continue
			}
			switch s.Words[v].Rel {
			case "acl", "advcl", "xcomp":
				if h := s.Words[v].Head; h == k || h == s.Words[noun].Head {
					return v
				}
			}
		}
	}
	return None
}

// repayer gives who does what a noun tells to be done in answer: of "cut off the gas in
// retaliation for the ban" it is who cut it off.
func (s *Sentence) repayer(noun int, lexicon *Lexicon) Argument {
	v := s.Words[noun].Head
	if v < 0 || !s.IsVerb(v) || s.Case(noun) != "in" {
		return Argument{Head: None}
	}
	switch s.Words[noun].Lemma {
	case "retaliation", "reprisal":
	default:
		return Argument{Head: None}
	}
	if s.isPassive(v) {
		return s.by(v)
	}
	return Argument{s.subject(v, lexicon, depth).Head, Light}
}

// mendOrElse joins what one is warned of to what one is told to do, where the tree joins it
// to something else: "gave Chad a week to free them or face war", with "face" on "gave".
func mendOrElse(words []syntax.Word, i int, l *Lexicon) {
	if !l.has(words[i].Lemma, undergoing) {
		return
	}
	w := &words[i]
	for k := i + 1; w.Rel == "conj" && words[i-1].Form == "or" && k < min(i+5, len(words)); k++ {
		if words[k].Rel == "obj" && words[k].Head == w.Head {
			words[k].Head = i // "told Chad to pay or face war", with "war" on "pay"
		}
	}
	feared := -1 // "call off its patrols or risk war", with "risk war" on "patrols"
	if w.Rel == "compound" {
		if feared = w.Head; feared < i || words[feared].Rel != "conj" {
			return
		}
	}
	if h := words[i-1].Head; w.Head < 0 || h != i && h != feared || hasTo(words, w.Head) {
		return
	}
	for v := i - 2; v > 0; v-- {
		if words[v].UPOS != "VERB" || !hasTo(words, v) {
			continue
		}
		w.Head, w.Rel, w.UPOS, w.XPOS = v, "conj", "VERB", "VB"
		words[i-1].Head = i
		for k := i + 1; feared < 0 && k < min(i+5, len(words)); k++ {
			if words[k].UPOS == "NOUN" && words[k].Rel == "conj" && words[k].Head < i {
				feared = k // "cancel the order or face sanctions", with "sanctions" on "order"
			}
		}
		if feared >= 0 {
			words[feared].Head, words[feared].Rel = i, "obj"
		}
		return
	}
}

// demandOf reads a verb that tells what a demand is: "its demand is that Lima sever ties",
// "among them was that Lima sever ties".
func (s *Sentence) demandOf(verb int, lexicon *Lexicon, st *Stance) {
	if !s.HasCopula(verb) || s.Mark(verb) != "that" || st.Status != demarche.Actual {
		return
	}
	wished := s.Words[verb].XPOS == "VB" || s.Words[verb].XPOS == "VBP" && s.find(verb, "nsubj") >= 0 && s.Words[s.find(verb, "nsubj")].XPOS == "NNP"
	for _, over := range []int{verb, s.find(verb, "cop")} {
		for k := s.Kid(over); k >= 0 && k < verb; k = s.Next(k) {
			rel := s.Words[k].Rel
			if rel != "nsubj:outer" && (rel != "obl" || s.Case(k) != "among") {
				continue
			}
			if lexicon.of(s, k)&demand != 0 || wished {
				st.step(k, "demand", demarche.Demanded)
				s.teller(k, lexicon, st)
			}
			return
		}
	}
}

// isOfDemand says whether a verb tells what is among what its subject asks for: "the demands
// include severing ties".
func (s *Sentence) isOfDemand(verb int, lexicon *Lexicon) bool {
	switch s.Words[verb].Lemma {
	case "include", "comprise":
	default:
		return false
	}
	k := s.find(verb, "nsubj")
	return k >= 0 && s.IsNoun(k) && lexicon.of(s, k)&demand != 0
}

// IsOrElse says whether a verb tells what comes if what stands before it is not done: "told Lima
// to pay, otherwise it would close the port", "must pay or it will close the port".
func (s *Sentence) IsOrElse(verb int) bool {
	h := s.Words[verb].Head
	if h < 0 || h > verb || !s.HasModal(verb) || s.find(verb, "nsubj") < 0 {
		return false
	}
	for k := s.Kid(verb); k >= 0 && k < verb; k = s.Next(k) {
		switch w := &s.Words[k]; {
		case w.Rel == "advmod" && strings.EqualFold(w.Lemma, "otherwise"):
			return true
		case w.Rel == "cc" && strings.EqualFold(w.Form, "or") && s.Words[verb].Rel == "conj":
			return !s.HasModal(h) || s.asksFor(h) // "may stay or it may go"
		}
	}
	return false
}

// asksFor says whether a verb is what must be done.
func (s *Sentence) asksFor(verb int) bool {
	for k := s.Kid(verb); k >= 0 && k < verb; k = s.Next(k) {
		switch s.Words[k].Lemma {
		case "must", "should", "have":
			return true
		}
	}
	return false
}
