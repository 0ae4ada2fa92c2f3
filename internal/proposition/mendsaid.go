package proposition

import (
	"slices"
	"strings"

	"demarche/internal/syntax"
)

// mendThat makes what follows "that" the content of a verb and not what the day, the place or
// the listener before it is known for: "demanded last month that Lima call home its envoy",
// "said in Tokyo that Seoul had to act", "told reporters that Lima must yield". It says whether
// it did.
func mendThat(words []syntax.Word, verb int, l *Lexicon) bool {
	noun := words[verb].Head
	top := noun
	for base(words[top].Rel) == "nmod" && words[top].Head >= 0 && words[top].Head < top {
		top = words[top].Head // "said in a talk with the daily that"
	}
	say := words[top].Head
	if say < 0 || say >= top || words[say].UPOS != "VERB" {
		return false
	}
	that := noun + 1
	for that < verb && words[that].Head != verb {
		that++
	}
	if that >= verb || !strings.EqualFold(words[that].Form, "that") || base(words[that].Rel) == "nsubj" || words[that-1].Form == "," {
		return false
	}
	switch words[top].Rel {
	case "obl:unmarked":
		if that != noun+1 {
			return false
		}
	case "obl", "iobj":
		settled := l.has(words[noun].Lemma, occasions) && wantsContent(words, say, l)
		if !settled && !tellsThat(words, say, l) || !hasSubject(words, verb) {
			return false
		}
	default:
		return false
	}
	words[verb].Head, words[verb].Rel = say, "ccomp"
	words[that].UPOS, words[that].XPOS, words[that].Lemma, words[that].Rel = "SCONJ", "IN", "that", "mark"
	return true
}

// mendRequest hangs what is asked for on the noun that asks for it, and not on the verb that
// carries that: "repeated its request to Lima for talks". It says whether it did.
func mendRequest(words []syntax.Word, noun int, l *Lexicon) bool {
	verb := words[noun].Head
	if l == nil || l.classes[words[verb].Lemma]&carry == 0 || !hasCase(words, noun, "for") {
		return false
	}
	for k := verb + 1; k < noun; k++ {
		if w := &words[k]; w.Head == verb && w.Rel == "obj" && w.UPOS == "NOUN" && l.classes[w.Lemma]&demand != 0 {
			words[noun].Head, words[noun].Rel = k, "nmod"
			return true
		}
	}
	return false
}

// hasCase says whether a noun stands after a preposition.
func hasCase(words []syntax.Word, noun int, form string) bool {
	return slices.ContainsFunc(words[:noun], func(w syntax.Word) bool { return w.Head == noun && w.Rel == "case" && strings.EqualFold(w.Form, form) })
}

// tellsThat says whether a verb of saying or demanding lacks the clause that it wants.
func tellsThat(words []syntax.Word, verb int, l *Lexicon) bool {
	if l == nil || l.classes[words[verb].Lemma]&(say|demand) == 0 {
		return false
	}
	for k := range words {
		if words[k].Head == verb {
			switch words[k].Rel {
			case "ccomp", "xcomp", "obj":
				return false
			}
		}
	}
	return true
}

// hasSubject says whether a verb has a subject.
func hasSubject(words []syntax.Word, verb int) bool {
	return hasKid(words, verb, "nsubj") || hasKid(words, verb, "nsubj:pass")
}

// mendSaid hangs the verb of saying that ends a sentence behind a comma on what it says, and
// not on the last noun before it: "Lima must open its market, the United Nations has said",
// "Lima has to come clean, the envoy told reporters".
func mendSaid(words []syntax.Word, verb int, l *Lexicon) {
	if l == nil || l.classes[words[verb].Lemma]&say == 0 || !isTail(words, verb) {
		return
	}
	root := words[verb].Head
	for range words {
		if h := words[root].Head; h >= 0 {
			root = h
		}
	}
	if words[root].Head >= 0 {
		return
	}
	words[verb].Head, words[verb].Rel = root, "parataxis"
	for k := range words {
		if words[k].Head == verb && words[k].Rel == "ccomp" {
			words[k].Rel = "iobj" // "told reporters"
		}
	}
}

// mendSayer gives the verb of saying that ends a sentence the subject right before it that the tree
// hangs beside the last noun of what is said: "Lima has expelled the envoy, officials in Quito said".
func mendSayer(words []syntax.Word, verb int, l *Lexicon) {
	said := &words[verb]
	behind := (said.Rel == "advcl" || said.Rel == "parataxis") && said.Head >= 0 && said.Head < verb && said.XPOS == "VBD" && !hasKid(words, verb, "mark")
	if !l.Is(said.Lemma, "say") || hasSubject(words, verb) || !behind && !hasKid(words, verb, "ccomp") {
		return
	}
	comma := verb - 1
	for comma > 0 && words[comma].Form != "," {
		comma--
	}
	for n := comma + 1; n < verb && comma > 0; n++ {
		w := &words[n]
		if w.Head > comma {
			continue // within the phrase
		}
		if w.Rel != "appos" || w.UPOS != "NOUN" || w.Head < 0 || isWithin(words, verb, n) {
			return
		}
		if w.Head, w.Rel = verb, "nsubj"; behind {
			said.Rel = "parataxis"
		}
		return
	}
}

// mendTail hangs the verb of saying that ends a sentence behind a comma on the whole of it, and
// not as what its verb is about: "Lima demands that Quito stop the raids, a spokesman said", with
// "said" as what Lima demands and "stop" as what he said.
func mendTail(words []syntax.Word, verb int, l *Lexicon) {
	h := words[verb].Head
	if l == nil || l.classes[words[verb].Lemma]&say == 0 || words[h].UPOS != "VERB" || words[verb].XPOS == "VB" { // "if it goes on, he will answer"
		return
	}
	own := slices.IndexFunc(words[h:verb], func(w syntax.Word) bool { return w.Head == verb && w.Rel == "ccomp" })
	if own >= 0 {
		words[h+own].Head = h
	}
	if !isTail(words, verb) {
		if own >= 0 {
			words[h+own].Head = verb
		}
		return
	}
	root := h
	for words[root].Head >= 0 {
		root = words[root].Head
	}
	words[verb].Head, words[verb].Rel = root, "parataxis"
}

// isTail says whether a verb ends a sentence with a subject of its own behind a comma, and
// with no clause and no pronoun that would tie it to the noun before.
func isTail(words []syntax.Word, verb int) bool {
	first := verb
	for k := range words {
		if words[k].Head != verb {
			continue
		}
		switch words[k].Rel {
		case "ccomp":
			if words[k].UPOS != "NOUN" {
				return false
			}
		case "xcomp", "conj", "mark":
			return false
		case "nsubj":
			first = k
		}
	}
	comma := first - 1
	for comma > words[verb].Head && words[comma].Form != "," {
		comma--
	}
	if first == verb || comma <= words[verb].Head || !isWithin(words, comma+1, verb) {
		return false
	}
	for k := comma + 1; k < len(words); k++ {
		if k <= verb && isRelative(words[k].Form) || k > verb && words[k].UPOS != "PUNCT" && !isWithin(words, k, verb) {
			return false // "whom they accused", or the sentence goes on
		}
	}
	return true
}

// isWithin says whether a word hangs on another at any depth, or is it.
func isWithin(words []syntax.Word, word, head int) bool {
	for range words {
		if word == head || word < 0 {
			break
		}
		word = words[word].Head
	}
	return word == head
}

// mendShould gives the "should" that opens a condition to its verb, where the tree has it on the
// verb before: "would face war should the raids go on".
func mendShould(words []syntax.Word, should int) {
	for n := should + 1; n < len(words); n++ {
		v := words[n].Head
		if base(words[n].Rel) != "nsubj" || v <= n {
			continue
		}
		if words[v].UPOS == "VERB" && words[v].Head >= 0 && words[v].Head < should && !isWithin(words, v, should) {
			words[should].Head = v
			words[v].Rel = "advcl"
		}
		return
	}
}
