package phrase

import (
	"unicode"
	"unicode/utf8"
)

// letterCase says how a token of the text must be written to match a word of
// the list.
type letterCase uint8

const (
	anyCase  letterCase = iota
	capital             // begins with a capital letter
	capitals            // has no small letter
)

// caseOf tells from a word of the list how a text must write it.
func caseOf(word string) letterCase {
	upper, small := 0, 0
	for _, r := range word {
		switch {
		case isSmall(r):
			small++
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			small++
		}
	}
	switch {
	case upper > 1 && small == 0:
		return capitals
	case capital.fits(word):
		return capital
	}
	return anyCase
}

// fits says whether a token whose letters match is written as it must be.
func (c letterCase) fits(token string) bool {
	switch c {
	case capital:
		if token[0] < utf8.RuneSelf {
			return 'A' <= token[0] && token[0] <= 'Z'
		}
		r, _ := utf8.DecodeRuneInString(token)
		return unicode.IsUpper(r)
	case capitals:
		for _, r := range token {
			if unicode.IsLower(r) {
				return false
			}
		}
	}
	return true
}
