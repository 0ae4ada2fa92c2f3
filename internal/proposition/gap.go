package proposition

import (
	"slices"
	"strings"
	"time"

	"demarche/internal/syntax"
)

// mendGapped parts a name with a figure from what is joined before it, where both tell what
// another did of what the verb says: "expelled four Russian diplomats, Peru three and Japan
// one". The name hangs on the verb, as told beside it, and the figure on the name.
func mendGapped(words []syntax.Word) {
	for i := 3; i+1 < len(words); i++ {
		if words[i].UPOS != "PROPN" || words[i+1].UPOS != "NUM" || isMonth(words[i].Form) || words[i-1].Form != "," && !strings.EqualFold(words[i-1].Form, "and") {
			continue
		}
		things := i + 1 // what the figure counts, if it says so again: "and Moscow four Norwegians"
		if h := words[i+1].Head; words[i+1].Rel == "nummod" && h > i+1 && h < i+4 && words[h].Head < i {
			things = h
		} else if i+2 < len(words) && (words[i+2].UPOS == "NOUN" || words[i+2].UPOS == "PROPN" || words[i+2].UPOS == "ADJ" || words[i+2].UPOS == "NUM") {
			continue
		}
		for v := i - 2; v >= 0; v-- {
			if words[v].UPOS != "VERB" {
				continue
			}
			if slices.ContainsFunc(words[v+1:i], func(w syntax.Word) bool { return w.UPOS == "NUM" }) && hasKid(words, v, "obj") {
				words[i].Head, words[i].Rel = v, "parataxis"
				if words[things].Head, words[things].Rel = i, "nummod"; things > i+1 {
					words[things].Rel = "nmod"
				}
				for k := range words[:i] {
					if (words[k].Head == i || words[k].Head == things) && k < i && words[k].Rel != "punct" && words[k].Rel != "cc" {
						words[k].Head = v
					}
				}
			}
			break
		}
	}
}

// isMonth says whether a name is that of a month, in full or cut short.
func isMonth(form string) bool {
	form = strings.TrimSuffix(form, ".")
	for m := time.January; m <= time.December; m++ {
		if len(form) > 2 && strings.HasPrefix(m.String(), form) {
			return true
		}
	}
	return false
}
