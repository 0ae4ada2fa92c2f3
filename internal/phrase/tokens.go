package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche"
)

// Tokens cuts a phrase of a list as a text is cut in which it stands: at white
// space, at hyphens, at commas and brackets, and before the 's of the genitive.
// A full stop stays with its word, since a list has them in abbreviations only.
func Tokens(phrase string) []demarche.Span {
	var tokens []demarche.Span
	start := -1 // of the token that is open
	end := func(i int) {
		if start >= 0 {
			tokens = append(tokens, demarche.Span{Start: start, End: i})
			start = -1
		}
	}
	for i, r := range phrase {
		_, w := utf8.DecodeRuneInString(phrase[i:])
		switch {
		case unicode.IsSpace(r):
			end(i)
		case isHyphen(string(r)) || strings.ContainsRune(",()", r):
			end(i)
			tokens = append(tokens, demarche.Span{Start: i, End: i + w})
		case apostrophe(r) && genitive(phrase[i+w:]):
			end(i)
			start = i
		case start < 0:
			start = i
		}
	}
	end(len(phrase))
	return tokens
}

func isHyphen(word string) bool { return string(fold(nil, word)) == "-" }
func apostrophe(r rune) bool    { return r == '\'' || r == '’' }

// genitive says whether an apostrophe before rest ends a word: "Victoria's
// Secret", "Workers' Party".
func genitive(rest string) bool {
	rest = strings.TrimPrefix(rest, "s")
	return rest == "" || rest[0] == ' '
}

// variants gives the ways in which texts are cut that have the phrase, first
// that of Tokens. A hyphen is a token of its own or, after some prefixes, within
// its word (Co-operation). The stop of an abbreviation may be the sentence's.
func variants(phrase string) [][]string {
	var words []string
	var joints []int // the hyphens between two words without a space
	spans := Tokens(phrase)
	for i, s := range spans {
		words = append(words, s.In(phrase))
		if i >= 2 && spans[i-2].End == spans[i-1].Start && spans[i-1].End == s.Start &&
			!isHyphen(words[i-2]) && isHyphen(words[i-1]) && !isHyphen(words[i]) {
			joints = append(joints, i-1)
		}
	}
	all := [][]string{words}
	// Each hyphen by itself, but a phrase with a string of them is nobody's name.
	if len(joints) <= 3 {
		for _, j := range joints {
			for _, v := range all {
				all = append(all, join(v, j+len(v)-len(words)))
			}
		}
	}
	if len(words) == 0 {
		return all
	}
	for _, v := range all {
		last := len(v) - 1
		if cut := strings.TrimSuffix(v[last], "."); cut != v[last] && cut != "" {
			v = append(v[:last:last], cut)
			all = append(all, v)
		}
	}
	return all
}

// join makes one word of words[i], a hyphen, and the words beside it.
func join(words []string, i int) []string {
	joined := append(words[:i-1:i-1], words[i-1]+words[i]+words[i+1])
	return append(joined, words[i+2:]...)
}
