package proposition

import "demarche/internal/syntax"

// mendDoer hangs by whom a deed is done on the deed that somebody judges, where the tree hangs it
// on the verb, which has its subject already, or on whom it is done to: "condemned the shelling of
// Lebanese villages by Israel", "denounced the occupation of Kuwait by Iraq".
func mendDoer(words []syntax.Word, by int, l *Lexicon) {
	doer := words[by].Head
	over := words[doer].Head
	if over < 0 || over >= by {
		return
	}
	deed := over
	if words[over].UPOS != "VERB" {
		if base(words[doer].Rel) != "nmod" || base(words[over].Rel) != "nmod" || !isDoneTo(words, over) {
			return
		}
		deed = words[over].Head
	} else if deed = judgedBefore(words, over, by, l); deed < 0 {
		return
	}
	if deed < 0 || deed >= by || words[deed].UPOS != "NOUN" || base(words[deed].Rel) != "obj" || !l.has(words[words[deed].Head].Lemma, judging) {
		return
	}
	words[doer].Head, words[doer].Rel = deed, "nmod"
}

// judgedBefore gives the object of a verb in the active that has something done to another
// behind it, if nothing but that stands between it and a word; or -1.
func judgedBefore(words []syntax.Word, verb, before int, l *Lexicon) int {
	if words[verb].XPOS == "VBN" && hasKid(words, verb, "aux:pass") {
		return -1
	}
	for k := before - 1; k > verb; k-- {
		w := &words[k]
		if w.UPOS == "PUNCT" || w.UPOS == "VERB" {
			return -1
		}
		if w.Head == verb {
			if base(w.Rel) != "obj" {
				return -1
			}
			for j := k + 1; j < before; j++ {
				if words[j].Head == k && base(words[j].Rel) == "nmod" && isDoneTo(words, j) {
					return k
				}
			}
			return -1
		}
	}
	return -1
}

// isDoneTo says whether a noun stands behind a preposition that tells to whom or where something is
// done: "of Kuwait", "in Lebanon", "on its ships".
func isDoneTo(words []syntax.Word, noun int) bool {
	for k := noun - 1; k >= 0 && k > noun-6; k-- {
		if words[k].Head == noun && words[k].Rel == "case" {
			switch words[k].Form {
			case "of", "in", "on", "against", "into":
				return true
			}
			return false
		}
	}
	return false
}
