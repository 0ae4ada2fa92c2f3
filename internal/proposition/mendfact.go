package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendFact makes a participle describe the noun before it, where the tree takes the two for a
// clause that a verb tells or wants: "welcomed the accord reached between Peru and Chile",
// "praised the treaty concluded in Lima". Only verbs of saying and thinking have such clauses
// without "that".
func mendFact(words []syntax.Word, i int, l *Lexicon) {
	w := &words[i]
	verb, noun := w.Head, i-1
	if w.XPOS != "VBN" && w.XPOS != "VBD" || words[verb].UPOS != "VERB" || words[noun].UPOS != "NOUN" || i+1 == len(words) || words[i+1].UPOS != "ADP" {
		return
	}
	for _, rel := range []string{"obj", "mark", "aux", "aux:pass", "ccomp", "xcomp"} {
		if hasKid(words, i, rel) {
			return
		}
	}
	for words[noun].Rel == "flat" || words[noun].Rel == "compound" {
		noun = words[noun].Head
	}
	n := &words[noun]
	switch {
	case noun <= verb || noun > i:
		return
	case n.Head == verb && n.Rel == "obj":
	case n.Head == i && strings.HasPrefix(n.Rel, "nsubj") && !hasKid(words, verb, "obj") && (l.has(words[verb].Lemma, judging) || isBy(&words[i+1]) && !l.Is(words[verb].Lemma, "say")):
		n.Head, n.Rel = verb, "obj"
	default:
		return
	}
	w.Head, w.Rel, w.XPOS = noun, "acl", "VBN"
}

// mendBehind gives a participle right behind its noun the object that the tree hangs on the
// verb over the noun: "pushed for a vote imposing an embargo on Haiti".
func mendBehind(words []syntax.Word, i int) {
	over := words[i-1].Head
	for n := i + 1; n < len(words); n++ {
		w := &words[n]
		if w.UPOS == "VERB" || w.UPOS == "ADP" || w.UPOS == "PUNCT" {
			return
		}
		if w.Head != over || w.UPOS != "NOUN" {
			continue
		}
		if b := base(w.Rel); (b == "obl" || b == "obj") && !hasKid(words, n, "case") {
			w.Head, w.Rel, words[i].Rel = i, "obj", "acl"
		}
		return
	}
}

// isBy says whether a preposition tells behind a participle who did it.
func isBy(w *syntax.Word) bool { return w.Form == "by" || w.Form == "between" }

// isExample says whether a preposition gives a name as one of those for whom the noun in the
// plural right before it stands, which the tree hangs on another word.
func isExample(words []syntax.Word, preposition int) bool {
	w := &words[preposition]
	at := preposition - 1
	switch w.Form {
	case "such", "including":
		if words[at].Form == "," {
			at--
		}
	case "like":
	default:
		return false
	}
	name := &words[w.Head]
	return words[at].XPOS == "NNS" && name.UPOS == "PROPN" && name.Head != at && name.Head >= 0 && name.Head < at && !isWithin(words, at, w.Head)
}

// mendDecision hangs what somebody decides, threatens or refuses on the noun that tells so, and not
// on the verb that says what another thinks of it: "condemned the decision of Chile to expel its
// envoy". It says whether it did.
func mendDecision(words []syntax.Word, infinitive int, l *Lexicon) bool {
	w := &words[infinitive]
	for n := w.Head + 1; n < infinitive; n++ {
		noun := &words[n]
		if noun.UPOS != "NOUN" || noun.Head != w.Head || noun.Rel != "obj" && noun.Rel != "nsubj:pass" && base(noun.Rel) != "obl" || !isResolve(noun.Lemma, l) {
			continue
		}
		for k := n + 2; k < infinitive; k++ {
			if x := &words[k]; x.Head == w.Head && base(x.Rel) == "obl" && words[n+1].Form == "by" && words[n+1].Head == k {
				x.Head, x.Rel = n, "nmod" // "slammed the decision by Chile", with Chile on the verb
			}
		}
		if whose(words, n, infinitive) >= 0 {
			w.Head, w.Rel = n, "acl"
			return true
		}
	}
	return false
}

// isResolve says whether a noun tells that somebody means to do something or not to.
func isResolve(noun string, l *Lexicon) bool {
	return l != nil && l.classes[noun]&(decide|plan|threat|promise|refuse) != 0
}

// whose gives who is told behind a noun and before a word as the one whose it is, "the decision by
// Chile"; or -1.
func whose(words []syntax.Word, noun, before int) int {
	for k := noun + 1; k < before; k++ {
		if words[k].Head == noun && words[k].Rel == "nmod" && (hasCase(words, k, "by") || hasCase(words, k, "of")) {
			return k
		}
	}
	return -1
}
