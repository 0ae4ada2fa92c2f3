package proposition

import (
	"unicode"

	"demarche/internal/syntax"
)

// mendPeoples makes the adjectives of several peoples describe the persons named behind the
// last of them, where the tree has the first for a noun, beside theirs or over it: "a meeting
// of Greek, Cypriot and Israeli ministers".
func mendPeoples(words []syntax.Word) {
	for i := range words {
		w := &words[i]
		if w.Rel == "case" && w.Head > i && words[w.Head].Rel == "amod" && words[w.Head].Head > w.Head && isCapital(words[w.Head].Form) {
			mendCaseOfPeople(words, i)
			continue
		}
		if w.UPOS != "ADJ" && w.UPOS != "PROPN" || w.Head < 0 || w.Rel == "amod" || !isCapital(w.Form) {
			continue
		}
		if n := besideOwn(words, i); n >= 0 {
			w.Head, w.Rel = n, "amod"
			continue
		}
		if n := personsJoined(words, i); n >= 0 {
			p := &words[n]
			p.Head, p.Rel = w.Head, w.Rel
			w.Head, w.Rel = n, "amod"
			for k := range words {
				if v := &words[k]; v.Head == i && (k < i || k > n) {
					v.Head = n
				}
			}
		}
	}
}

// mendCaseOfPeople hangs a preposition on the noun that an adjective describes, where the tree
// has it on the adjective: "talks among Russian and Turkish experts".
func mendCaseOfPeople(words []syntax.Word, i int) {
	noun := words[words[i].Head].Head
	words[i].Head = noun
	if n := &words[noun]; base(n.Rel) == "obl" && n.Head >= 0 && n.Head < i && words[n.Head].UPOS == "NOUN" {
		n.Rel = "nmod"
	}
}

// besideOwn gives the noun whose preposition stands before an adjective that the tree hangs on
// what that noun hangs on, or -1: a preposition has all up to its noun.
func besideOwn(words []syntax.Word, i int) int {
	for c := i - 1; c >= 0; c-- {
		if words[c].Rel != "case" {
			if words[c].UPOS == "DET" || words[c].UPOS == "ADV" {
				continue
			}
			return -1
		}
		if n := words[c].Head; n > i && words[n].XPOS == "NNS" && words[n].Head == words[i].Head && words[i].Head < c {
			return n
		}
		return -1
	}
	return -1
}

// personsJoined gives the noun in the plural that the tree joins to an adjective by "and", as
// the last of a list of them with no noun of their own, or -1.
func personsJoined(words []syntax.Word, i int) int {
	if words[i].UPOS != "ADJ" {
		return -1
	}
	and := false
	for n := i + 1; n < len(words); n++ {
		w := &words[n]
		switch {
		case and && w.XPOS == "NNS" && w.Rel == "conj" && (w.Head == i || w.Head == words[i].Head):
			return n
		case w.UPOS == "CCONJ":
			and = true
		case w.Form == ",", (w.UPOS == "ADJ" || w.UPOS == "PROPN") && isCapital(w.Form):
		case and && (w.UPOS == "ADJ" || w.UPOS == "NOUN"):
		default:
			return -1
		}
	}
	return -1
}

// isCapital says whether a word begins with a capital.
func isCapital(form string) bool {
	for _, r := range form {
		return unicode.IsUpper(r)
	}
	return false
}
