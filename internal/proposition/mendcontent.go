package proposition

import "demarche/internal/syntax"

// mendOccasion makes an infinitive what a verb settles, plans or refuses, where the tree takes
// it for the purpose of that or of the occasion told between them: "agreed during the call to
// meet in May", with "meet" as what the call was for. It says whether it did.
func mendOccasion(words []syntax.Word, infinitive int, l *Lexicon) bool {
	if !hasTo(words, infinitive) {
		return false
	}
	verb := words[infinitive].Head
	if words[infinitive].Rel == "acl" {
		noun := verb
		if base(words[noun].Rel) != "obl" || !l.has(words[noun].Lemma, occasions) || hasCase(words, noun, "for") {
			return false
		}
		verb = words[noun].Head
	}
	if verb < 0 || verb >= infinitive || !wantsContent(words, verb, l) {
		return false
	}
	words[infinitive].Head, words[infinitive].Rel = verb, "xcomp"
	return true
}

// wantsContent says whether a verb that has something settled, planned or refused lacks the
// words that tell what.
func wantsContent(words []syntax.Word, verb int, l *Lexicon) bool {
	if words[verb].UPOS != "VERB" || !l.has(words[verb].Lemma, wantingTo) {
		return false
	}
	for k := range words {
		if words[k].Head != verb {
			continue
		}
		switch w := &words[k]; {
		case w.Rel == "xcomp", w.Rel == "ccomp", w.Rel == "obj", base(w.Rel) == "obl" && k > verb && (hasCase(words, k, "on") || hasCase(words, k, "upon") || hasCase(words, k, "to")):
			return false
		}
	}
	return true
}

// mendShared gives an object to the second of two joined verbs, where the tree hangs it on the
// first although that has words of its own before "and", so that the two share nothing behind
// it: "agreed to work together and resume talks". It says whether it did.
func mendShared(words []syntax.Word, object int) bool {
	first := words[object].Head
	second := object - 1
	for second > first && !(words[second].Head == first && words[second].Rel == "conj") {
		second--
	}
	if second == first || words[first].UPOS != "VERB" || words[second].UPOS != "VERB" || hasKid(words, second, "obj") {
		return false
	}
	and := second - 1
	for and > first && words[and].Rel != "cc" {
		and--
	}
	for k := first + 1; k < and; k++ {
		if words[k].Head == first && words[k].UPOS != "PUNCT" && words[k].Rel != "compound:prt" {
			words[object].Head = second
			return true
		}
	}
	return false
}
