package proposition

import "demarche/internal/syntax"

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
