package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendHeadline makes the infinitive of a headline the verb that it is, of what is to come, where the
// tree takes it for a word on the noun before: "Denmark to expel two Chadian diplomats", "Togo,
// Benin to exchange envoys, minister says".
func mendHeadline(words []syntax.Word, l *Lexicon) {
	to := toOfHeadline(words)
	if to < 0 {
		return
	}
	verb := words[to].Head
	first := verb
	for first >= 0 && first >= to {
		first = words[first].Head // up to the noun that the infinitive hangs on
	}
	if first < 0 {
		return
	}
	for words[first].Head >= 0 && words[first].Head < to {
		first = words[first].Head
	}
	over, noun := words[first].Head, &words[first]
	if noun.UPOS == "NOUN" && (l == nil || l.classes[noun.Lemma] != 0 || !isNamed(words, first)) || noun.UPOS != "NOUN" && noun.UPOS != "PROPN" {
		return
	}
	if over >= 0 && (over < verb || !l.Is(words[over].Lemma, "say") || words[over].Head >= 0) {
		return
	}
	words[verb].Head, words[verb].Rel = -1, "root"
	for k := range words {
		switch w := &words[k]; {
		case k > verb && w.Head == first && over >= 0 && base(w.Rel) == "appos":
			w.Head, w.Rel = over, "nsubj" // "..., minister says"
		case k > verb && w.Head == first:
			w.Head = verb
		case k < to && w.Head == first && w.Rel == "appos" && w.UPOS == "PROPN" && noun.UPOS == "PROPN":
			w.Rel = "conj" // "Togo, Benin"
		}
	}
	noun.Head, noun.Rel = verb, "nsubj"
	if hasKid(words, verb, "aux:pass") {
		noun.Rel = "nsubj:pass"
	}
	if over >= 0 {
		words[over].Head, words[over].Rel = verb, "parataxis"
	}
	words[to].UPOS, words[to].XPOS, words[to].Lemma, words[to].Rel = "AUX", "MD", "will", "aux"
}

// toOfHeadline gives the "to" of the infinitive that comes first of all verbs in a line without a
// stop, or -1.
func toOfHeadline(words []syntax.Word) int {
	if n := len(words); n == 0 || words[n-1].UPOS == "PUNCT" {
		return -1
	}
	for i := range words {
		w := &words[i]
		switch {
		case w.UPOS == "VERB" || w.UPOS == "AUX" || w.Form == ":":
			return -1
		case i > 0 && w.XPOS == "TO" && strings.EqualFold(w.Form, "to"):
			if v := w.Head; w.Rel == "mark" && v > i && v <= i+2 && words[v].UPOS == "VERB" && (words[v].XPOS == "VB" || words[v].XPOS == "VBN") && isNominal(&words[i-1]) {
				return i
			}
			return -1
		}
	}
	return -1
}

// isNamed says whether a noun has a name or its adjective before it: "Chadian envoy".
func isNamed(words []syntax.Word, noun int) bool {
	for k := range words[:noun] {
		if w := &words[k]; w.Head == noun && (w.UPOS == "PROPN" || w.UPOS == "ADJ" && w.Form != strings.ToLower(w.Form)) {
			return true
		}
	}
	return false
}
