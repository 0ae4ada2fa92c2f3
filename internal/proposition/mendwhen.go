package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendWhen makes a clause that tells when something was said no part of what was said, and gives
// the verb what it says behind it: "said on Friday, a day after Mali closed its embassy, that Lima
// would reply", with the closing as what was said and the reply as what the embassy is known for.
func mendWhen(words []syntax.Word, l *Lexicon) {
	for i := range words {
		w := &words[i]
		if w.Rel != "ccomp" && w.Rel != "advcl" || w.UPOS != "VERB" || w.Head < 0 || w.Head > i || !isWhen(words, i) || !hasSubject(words, i) {
			continue
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
