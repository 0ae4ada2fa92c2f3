package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendTies gives the second of two joined verbs the noun behind it for its object, where the
// tree joins the verb to the name before it and has both describe that noun: "cut ties with
// Chad and restored relations with Peru", with "Chad and restored" on the relations.
func mendTies(words []syntax.Word, verb int) {
	w := &words[verb]
	if w.Rel == "amod" {
		mendTiesSaid(words, verb)
		return
	}
	name := w.Head
	if w.Rel != "conj" || w.UPOS != "VERB" || name < 2 || name > verb || words[name].UPOS != "PROPN" || !isPast(words, verb) {
		return
	}
	noun := words[name].Head
	if noun <= verb || words[noun].UPOS != "NOUN" || words[noun].Head < 0 || words[noun].Head > name || !between(words, name, verb, "and") {
		return
	}
	first, top := words[noun].Head, words[noun].Head
	if words[first].UPOS == "NOUN" {
		top = words[first].Head
	}
	if top < 0 || top > name || words[top].UPOS != "VERB" {
		return
	}
	words[name].Head, words[name].Rel = first, words[noun].Rel
	for k := range words {
		switch {
		case k < name && words[k].Head == noun:
			words[k].Head = name
		case k > verb && words[k].Head == name:
			words[k].Head = verb
		}
	}
	w.Head, w.XPOS = top, "VBD"
	words[noun].Head, words[noun].Rel = verb, "obj"
}

// mendTiesSaid does the same where the tree has the second verb describe its noun and joins that
// to the first: "with Chad and [established relations] with Peru".
func mendTiesSaid(words []syntax.Word, verb int) {
	w, noun := &words[verb], words[verb].Head
	if w.UPOS != "VERB" || w.XPOS != "VBN" && w.XPOS != "VBD" || noun <= verb || noun+1 >= len(words) || words[noun+1].Form != "with" || words[noun].Rel != "conj" || verb < 3 || words[verb-1].Rel != "cc" || words[verb-2].UPOS != "PROPN" {
		return
	}
	first := words[noun].Head
	if first < 0 || first > verb || words[first].Rel != "obj" || words[first].Head < 0 || words[words[first].Head].UPOS != "VERB" {
		return
	}
	words[verb-1].Head = verb
	w.Head, w.Rel, w.XPOS = words[first].Head, "conj", "VBD"
	words[noun].Head, words[noun].Rel = verb, "obj"
}

// between says whether a word and nothing but it, adverbs and commas stands between two others.
func between(words []syntax.Word, first, last int, form string) bool {
	seen := false
	for k := first + 1; k < last; k++ {
		switch w := &words[k]; {
		case strings.EqualFold(w.Form, form):
			seen = true
		case w.UPOS != "ADV" && w.UPOS != "PUNCT":
			return false
		}
	}
	return seen
}

// mendParted makes a noun behind "and" with a verb of coming or going behind it a clause of its
// own, where the tree joins it to a noun before: "expelled the Danish envoy and the envoy left".
func mendParted(words []syntax.Word, verb int) {
	noun := verb - 1
	if noun < 2 || words[noun].Rel != "conj" || words[noun].UPOS != "NOUN" || words[noun].Head > noun || !hasKid(words, noun, "cc") || !hasKid(words, noun, "det") && !hasKid(words, noun, "nmod:poss") {
		return
	}
	w := &words[verb]
	switch strings.ToLower(w.Form) {
	case "left", "departed", "flew", "went", "returned", "arrived":
	default:
		return
	}
	if w.UPOS != "VERB" || hasKid(words, verb, "mark") || hasKid(words, verb, "aux:pass") || verb+1 < len(words) && isBy(&words[verb+1]) {
		return
	}
	top := words[noun].Head
	for left := 6; left > 0 && words[top].Head >= 0 && !(words[top].UPOS == "VERB" && isFinite(words, top)); left-- {
		top = words[top].Head
	}
	if words[top].UPOS != "VERB" || top > noun {
		return
	}
	w.Head, w.Rel, w.XPOS = top, "conj", "VBD"
	words[noun].Head, words[noun].Rel = verb, "nsubj"
	for k := range words[:noun] {
		if words[k].Head == noun && words[k].Rel == "cc" {
			words[k].Head = verb
		}
	}
}

// mendAlly gives the one whose ally or neighbour a State is told to be to that word, where the
// tree gives it to the name behind: "was expelled from Iran's ally Oman", which is not of Iran.
func mendAlly(words []syntax.Word, ally int, l *Lexicon) {
	a := &words[ally]
	if a.Rel != "compound" || a.Head <= ally || words[a.Head].UPOS != "PROPN" || !l.has(strings.ToLower(a.Form), regions) {
		return
	}
	for k := range words[:ally] {
		if words[k].Head == a.Head && (words[k].Rel == "nmod:poss" || words[k].Rel == "amod") {
			words[k].Head = ally
			a.Rel = "nmod:desc"
		}
	}
}
