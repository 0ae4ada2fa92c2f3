package proposition

import (
	"slices"
	"strings"

	"demarche/internal/syntax"
)

// mendWhen makes a clause that tells when something was said no part of what was said, and gives
// the verb what it says behind it: "said on Friday, a day after Mali closed its embassy, that Lima
// would reply", with the closing as what was said and the reply as what the embassy is known for.
func mendWhen(words []syntax.Word, l *Lexicon) {
	for i := range words {
		w := &words[i]
		if w.Rel != "ccomp" && w.Rel != "advcl" && w.Rel != "acl" || w.UPOS != "VERB" || w.Head < 0 || w.Head > i || !isWhen(words, i) || !hasSubject(words, i) {
			continue
		}
		if noun := w.Head; w.Rel == "acl" {
			// "there is no envoy since Mali closed its embassy", with the clause on the envoy
			if words[noun].Head < 0 || words[noun].Head > i || words[words[noun].Head].UPOS != "VERB" {
				continue
			}
			w.Head = words[noun].Head
		}
		w.Rel = "advcl"
		if !tellsThat(words, w.Head, l) {
			continue
		}
		for that := i + 1; that < len(words); that++ {
			v := words[that].Head
			if words[that].Form != "that" || words[that-1].Form != "," || v <= that || !hasSubject(words, v) || !isWithin(words, v, i) {
				continue
			}
			words[v].Head, words[v].Rel = w.Head, "ccomp"
			words[that].UPOS, words[that].XPOS, words[that].Rel = "SCONJ", "IN", "mark"
			break
		}
	}
}

// isWhen says whether a clause tells what came before or after.
func isWhen(words []syntax.Word, verb int) bool {
	for k := range words[:verb] {
		if words[k].Head != verb || words[k].Rel != "mark" {
			continue
		}
		switch strings.ToLower(words[k].Form) {
		case "after", "before", "since":
			return true
		}
	}
	return false
}

// mendRunUp hangs what a run-up is to on the run-up: "a visit planned in the run-up to the
// summit", with the summit on the verb as where the visit goes.
func mendRunUp(words []syntax.Word) {
	for i := 2; i < len(words); i++ {
		to, up := words[i].Head, i-1
		if !strings.EqualFold(words[i].Form, "to") || words[i].Rel != "case" || to < i || words[to].Head == up {
			continue
		}
		switch f := strings.ToLower(words[up].Form); {
		case f == "run-up", f == "runup", f == "lead-up", f == "build-up", f == "buildup":
		case f == "up" && words[up-1].Form == "-" && up > 1 && (words[up-2].Lemma == "run" || words[up-2].Lemma == "lead" || words[up-2].Lemma == "build"):
		default:
			continue
		}
		if words[to].Head >= 0 && !isWithin(words, up, to) {
			words[to].Head, words[to].Rel = up, "nmod"
		}
	}
}

// mendHeld puts what is still to be done with a thing on the thing, behind a comma: "the talks will
// cover the regatta, to be held in Lagos in May", with the regatta's place and month on the talks.
func mendHeld(words []syntax.Word) {
	const before = 4 // words before the participle, of which the first is the thing's
	for i := before; i < len(words); i++ {
		w := &words[i]
		if w.Rel != "advcl" || w.XPOS != "VBN" || w.Head < 0 || w.Head > i-before || words[i-1].Rel != "aux:pass" || words[i-2].Form != "to" || words[i-3].Form != "," {
			continue
		}
		if slices.ContainsFunc(words[w.Head:i-before], func(x syntax.Word) bool { return x.Form == "," }) {
			continue // "told the envoys, in a note, to be gone by May"
		}
		n := i - before
		for r := base(words[n].Rel); (r == "flat" || r == "nmod" || r == "appos" || r == "compound") && words[n].Head >= 0 && words[n].Head < n; r = base(words[n].Rel) {
			n = words[n].Head
		}
		if u := words[n].UPOS; (u == "NOUN" || u == "PROPN") && n > w.Head {
			w.Head, w.Rel = n, "acl"
		}
	}
}
