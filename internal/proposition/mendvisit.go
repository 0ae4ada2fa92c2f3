package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendVisit makes a noun of the "visit" that somebody pays, which the tagger took for a verb
// with the word before it as its subject: "will pay an official goodwill visit to Norway".
func mendVisit(words []syntax.Word, i int) {
	w := &words[i]
	pay := w.Head
	if w.UPOS != "VERB" || w.Lemma != "visit" || w.Form != "visit" || pay < 0 || pay >= i-1 || words[pay].Lemma != "pay" && words[pay].Lemma != "make" || base(w.Rel) != "ccomp" && base(w.Rel) != "xcomp" && base(w.Rel) != "obj" {
		return
	}
	before := &words[i-1]
	if before.UPOS != "NOUN" || before.Head != i {
		return
	}
	article := false
	for t := pay + 1; t < i; t++ {
		if words[t].Head <= pay || words[t].Head > i {
			return // something stands between that is no part of the phrase
		}
		article = article || words[t].Rel == "det"
	}
	if !article {
		return
	}
	for t := pay + 1; t < i-1; t++ {
		if words[t].Head == i-1 {
			words[t].Head = i
		}
	}
	before.Rel = "compound"
	w.UPOS, w.XPOS, w.Rel = "NOUN", "NN", "obj"
	for t := i + 1; t < len(words); t++ {
		if words[t].Head == i && base(words[t].Rel) == "obl" {
			words[t].Head = pay
		}
	}
}

// mendVisitor makes "visiting" the participle that it is before a person with a
// title, where the tree takes it for the verb of a clause: "Visiting Japanese Prime Minister
// Koizumi met", "met with visiting Cuban Foreign Minister Perez", "the king and visiting
// Prime Minister Smith". The person takes the verb's place in the tree.
func mendVisitor(words []syntax.Word, i int) {
	w := &words[i]
	if w.Rel == "amod" {
		return
	}
	v, guest, mark := w.Head, None, None
	for k := range words {
		switch {
		case w.Rel == "csubj" && words[k].Head == v && k > i && k < v && base(words[k].Rel) == "nsubj":
			guest = k
		case words[k].Head == i && k > i && (words[k].Rel == "obj" || words[k].Rel == "flat" && guest == None):
			guest = k
		case words[k].Head == i && k < i && words[k].Rel == "mark":
			mark = k
		}
	}
	if guest == None || v < 0 || words[guest].UPOS != "PROPN" {
		return
	}
	rel := guestRel(words, i, guest, mark)
	if rel == "" {
		return
	}
	if words[guest].Head == i {
		words[guest].Head, words[guest].Rel = v, rel
		if mark != None {
			words[mark].Head, words[mark].Rel, words[mark].UPOS = guest, "case", "ADP"
		}
		for k := range words {
			if words[k].Head != i {
				continue
			}
			if words[k].Head = v; k < guest || rel == "conj" {
				words[k].Head = guest
			}
		}
	}
	w.Head, w.Rel = guest, "amod"
}

// guestRel gives the place in the tree that a visitor takes from the word "visiting" before
// him, or "" where that is a verb: who speaks "after visiting Prime Minister Smith" visited him.
func guestRel(words []syntax.Word, i, guest, mark int) string {
	rel := base(words[i].Rel)
	if rel == "csubj" {
		return "nsubj"
	}
	if mark != None {
		switch words[mark].Form {
		case "with":
		case "from", "to", "between":
			if !isTitled(words, guest) {
				return ""
			}
		default:
			return ""
		}
		if words[words[i].Head].UPOS == "VERB" {
			return "obl"
		}
		return "nmod"
	}
	if !isTitled(words, guest) {
		return ""
	}
	switch rel {
	case "conj":
		if strings.HasSuffix(words[words[i].Head].XPOS, "G") {
			return "" // "meeting farmers and visiting Prime Minister Smith"
		}
		return "conj"
	case "xcomp":
		return "obj"
	}
	return ""
}

// isTitled says whether a name is that of a person with a title before it, or before the
// first of its words.
func isTitled(words []syntax.Word, name int) bool {
	if hasKid(words, name, "flat") && (hasKid(words, name, "amod") || hasKid(words, name, "compound")) {
		return true
	}
	for k := range words[:name] {
		if h := words[k].Head; words[k].Rel == "nmod:desc" && (h == name || h >= 0 && words[h].Head == name && words[h].Rel == "compound") {
			return true
		}
	}
	return false
}
