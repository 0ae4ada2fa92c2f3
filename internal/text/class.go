package text

import (
	"unicode"
	"unicode/utf8"
)

// class says what a byte or a rune may do at the head of a token.
type class uint8

const (
	other  class = iota // a mark that stands alone: , ( % $ and the like
	space               // white space
	letter              // a letter, a combining mark, or a byte that is no UTF-8
	digit               // 0 to 9
	high                // the first byte of a rune beyond ASCII
	apos                // ' and ’
	stop                // .
	hyphen              // - and the typographic hyphens
	joiner              // other ASCII that may stand inside a word: @ & _ / : * $
)

// classes gives the class of every byte; bytes from 0x80 are high.
var classes = func() (t [256]class) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = high
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		case unicode.IsSpace(rune(c)):
			t[c] = space
		case c < ' ' || c == 0x7f: // control characters are nobody's punctuation
			t[c] = letter
		}
	}
	t['\''], t['.'], t['-'] = apos, stop, hyphen
	for _, c := range "@&_/:*$`" {
		t[c] = joiner
	}
	return t
}()

// classOf gives the class of a rune beyond ASCII. Invalid bytes count as
// letters, so that a word in a broken encoding stays one token.
func classOf(r rune) class {
	switch r {
	case '’':
		return apos
	case '\u2010', '\u2011':
		return hyphen
	case '¹', '²', '³', '¼', '½', '¾':
		return other
	}
	switch {
	case unicode.IsSpace(r):
		return space
	case r == utf8.RuneError:
		return letter
	case unicode.IsPunct(r), unicode.IsSymbol(r):
		return other
	}
	return letter
}

// at gives the class and the width in bytes of what stands at i, never high,
// and (other, 0) at the end of the text.
func (s *scanner) at(i int) (class, int) {
	if i >= len(s.text) {
		return other, 0
	}
	c := classes[s.text[i]]
	if c != high {
		return c, 1
	}
	r, w := utf8.DecodeRuneInString(s.text[i:])
	return classOf(r), w
}

// alnum says whether a letter or a digit stands at i.
func (s *scanner) alnum(i int) bool {
	c, _ := s.at(i)
	return c == letter || c == digit
}

// letters gives the place after the letters that begin at i.
func (s *scanner) letters(i int) int {
	for {
		c, w := s.at(i)
		if c != letter {
			return i
		}
		i += w
	}
}

// digits gives the place after the digits that begin at i.
func (s *scanner) digits(i int) int {
	for i < len(s.text) && classes[s.text[i]] == digit {
		i++
	}
	return i
}

// is says whether the byte c stands at i.
func (s *scanner) is(i int, c byte) bool { return i >= s.start && i < len(s.text) && s.text[i] == c }

// upper says whether s begins with a capital letter.
func upper(s string) bool {
	if s == "" {
		return false
	}
	if c := s[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// lower says whether s begins with a small letter.
func lower(s string) bool {
	if s == "" {
		return false
	}
	if c := s[0]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
