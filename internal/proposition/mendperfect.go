package proposition

import "demarche/internal/syntax"

// mendPerfect gives a subject to its verb where the tree hangs it on the "have" before it, or
// takes that "have" for the verb of the clause: "both countries have imposed curbs".
func mendPerfect(words []syntax.Word, i int) {
	have := &words[i]
	if have.Lemma != "have" || i+1 >= len(words) || words[i+1].XPOS != "VBN" || words[i+1].UPOS != "VERB" {
		return
	}
	verb := &words[i+1]
	switch {
	case have.Rel == "aux" && have.Head == i+1:
	case verb.Rel == "xcomp" && verb.Head == i:
		verb.Head, verb.Rel = have.Head, have.Rel
		have.UPOS, have.Head, have.Rel = "AUX", i+1, "aux"
	default:
		return
	}
	for k := range words {
		if words[k].Head == i {
			words[k].Head = i + 1
		}
	}
}
