package proposition

import "demarche/internal/syntax"

// mendCounts makes a number right behind its verb the verb's object where the tree takes it
// into the time that follows: "threw out 23 two weeks before", "expelled four last week".
func mendCounts(words []syntax.Word) {
	for i := 1; i+2 < len(words); i++ {
		w := &words[i]
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
