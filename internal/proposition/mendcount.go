package proposition

import (
	"slices"

	"demarche/internal/syntax"
)

// mendCounts makes a number right behind its verb the verb's object where the tree takes it
// into the time that follows: "threw out 23 two weeks before", "expelled four last week".
func mendCounts(words []syntax.Word) {
	for i := 1; i+2 < len(words); i++ {
		w := &words[i]
		mendTally(words, i)
		if w.UPOS != "NUM" || w.Head <= i || w.Rel != "compound" && w.Rel != "nummod" {
			continue
		}
		verb, unit := i-1, w.Head
		if words[verb].Rel == "compound:prt" {
			verb = words[verb].Head
		}
		for unit > i && words[unit].UPOS == "NUM" {
			unit = words[unit].Head
		}
		if unit <= i+1 || verb < 0 || words[verb].UPOS != "VERB" || hasKid(words, verb, "obj") || isWithin(words, verb, i) {
			continue
		}
		switch words[unit].Lemma {
		case "hour", "day", "week", "month", "year":
			w.Head, w.Rel = verb, "obj"
		}
	}
}

// mendTally joins a number that stands for its noun to the noun counted before it, where the tree
// joins it to the place in between, "12 clerks of the embassy in Lima and three of the consulate",
// or makes it alone the subject of a clause behind a colon: "a note: 12 clerks of the embassy and
// three of the consulate must go".
func mendTally(words []syntax.Word, number int) {
	w := &words[number]
	if w.UPOS != "NUM" || w.Head < 0 || words[number+1].Form != "of" {
		return
	}
	if base(w.Rel) == "nsubj" && w.Head > number && words[w.Head].Rel == "conj" && words[number-1].UPOS == "CCONJ" {
		mendBehindColon(words, number)
		return
	}
	if base(w.Rel) != "conj" || w.Head > number {
		return
	}
	for up := w.Head; up >= 0 && base(words[up].Rel) == "nmod"; {
		up = words[up].Head
		if up >= 0 && hasKid(words, up, "nummod") {
			w.Head = up
			return
		}
	}
}

// mendBehindColon gives a clause behind a colon both its subjects, where the first of them was put
// beside the noun before the colon.
func mendBehindColon(words []syntax.Word, number int) {
	w := &words[number]
	verb := w.Head
	for n := number - 2; n > 1; n-- {
		x := &words[n]
		if x.Rel != "appos" || x.UPOS != "NOUN" || !hasKid(words, n, "nummod") || isWithin(words, verb, n) {
			continue
		}
		if c := slices.IndexFunc(words[:n], func(p syntax.Word) bool { return p.Form == ":" && p.Head == n }); c < 0 {
			return
		}
		x.Head, x.Rel = verb, "nsubj"
		w.Head, w.Rel = n, "conj"
		words[number-1].Head, words[verb].Rel = number, "parataxis"
		return
	}
}
