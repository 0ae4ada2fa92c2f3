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
func Tokens(phrase string) []demarche.Span { return appendTokens(nil, phrase) }

// appendTokens appends the tokens of a phrase.
func appendTokens(tokens []demarche.Span, phrase string) []demarche.Span {
	start := -1 // of the token that is open
	end := func(i int) {
		if start >= 0 {
			tokens = append(tokens, demarche.Span{Start: start, End: i})
			start = -1
		}
	}
	for i, r := range phrase {
		w := 1
		if r >= utf8.RuneSelf {
			_, w = utf8.DecodeRuneInString(phrase[i:])
		}
		switch {
		case isSmall(r):
			if start < 0 {
				start = i
			}
		case unicode.IsSpace(r):
			end(i)
		case isHyphen(r) || r == ',' || r == '(' || r == ')':
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

func isHyphen(r rune) bool {
	return r == '-' || r >= utf8.RuneSelf && strings.ContainsRune(hyphens, r)
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

// genitive says whether an apostrophe before rest ends a word: "Victoria's
// Secret", "Workers' Party".
func genitive(rest string) bool {
	rest = strings.TrimPrefix(rest, "s")
	return rest == "" || rest[0] == ' '
}

// variants gives the other ways in which texts are cut that have the phrase of
// these words. A hyphen is a token of its own or, after some prefixes, within its
// word (Co-operation). The stop of an abbreviation may be the sentence's.
func variants(words []string, spans []demarche.Span) [][]string {
	hyphen := func(i int) bool {
		r, _ := utf8.DecodeRuneInString(words[i])
		return isHyphen(r) // a hyphen begins no longer token
	}
	var joints []int // the hyphens between two words without a space
	for i := 1; i < len(words)-1; i++ {
		if hyphen(i) && !hyphen(i-1) && !hyphen(i+1) && spans[i-1].End == spans[i].Start && spans[i].End == spans[i+1].Start {
			joints = append(joints, i)
		}
	}
	if len(words) == 0 || joints == nil && !strings.HasSuffix(words[len(words)-1], ".") {
		return nil
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
	for _, v := range all {
		last := len(v) - 1
		if cut := strings.TrimSuffix(v[last], "."); cut != v[last] && cut != "" {
			v = append(v[:last:last], cut)
			all = append(all, v)
		}
	}
	return all[1:]
}

// join makes one word of words[i], a hyphen, and the words beside it.
func join(words []string, i int) []string {
	joined := append(words[:i-1:i-1], words[i-1]+words[i]+words[i+1])
	return append(joined, words[i+2:]...)
}
