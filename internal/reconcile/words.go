package reconcile

import (
	"slices"
	"strings"
	"unicode"
)

// common are words that the clauses of many acts share: they speak for none.
var common = map[string]bool{
	"after": true, "about": true, "against": true, "also": true, "ambassador": true, "ambassadors": true, "announced": true, "been": true, "being": true,
	"between": true, "consulate": true, "could": true, "country": true, "diplomat": true, "diplomatic": true, "diplomats": true, "embassy": true,
	"expelled": true, "expel": true, "expulsion": true, "foreign": true, "from": true, "government": true, "have": true, "into": true, "last": true,
	"leave": true, "minister": true, "ministry": true, "more": true, "other": true, "over": true, "president": true, "said": true, "same": true,
	"secretary": true, "since": true, "some": true, "spokesman": true, "spokeswoman": true, "staff": true, "state": true, "states": true, "than": true,
	"that": true, "their": true, "them": true, "they": true, "this": true, "told": true, "under": true, "united": true, "were": true, "what": true,
	"when": true, "which": true, "while": true, "will": true, "with": true, "would": true, "talks": true, "meeting": true, "accused": true,
	"department": true, "russian": true, "russia": true, "moscow": true, "american": true, "washington": true, "relations": true,
}

// stem is how much of a word is compared, so that its endings do not count.
const stem = 6

// wordsOf gives the words of a clause that tell it from others: those of some
// length that are neither common nor names, cut to their stems, sorted.
func wordsOf(clause string) []string {
	if clause == "" {
		return nil
	}
	var out []string
	for _, w := range strings.FieldsFunc(clause, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) < 4 || unicode.IsUpper([]rune(w)[0]) {
			continue
		}
		w = strings.ToLower(w)
		if common[w] {
			continue
		}
		if len(w) > stem {
			w = w[:stem]
		}
		out = append(out, w)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sharedWords counts the words that two sorted lists share.
func sharedWords(a, b []string) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
