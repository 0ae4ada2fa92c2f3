package text

import (
	"strings"
	"unicode/utf8"

	"demarche"
)

// scanner cuts text[start:] into tokens, left to right.
type scanner struct {
	text     string
	start    int // the first byte that is read
	width    int // the widest line where the text is wrapped, else 0
	pos      int // the next byte to read
	siteless int // where the run of labels ends that was last found to be no site
	tokens   []demarche.Span
	quotes   []quotation // the quotation marks in ASCII
}

// scan reads everything from pos on.
func (s *scanner) scan() {
	for s.pos < len(s.text) {
		switch classes[s.text[s.pos]] {
		case space:
			s.pos++
		case letter:
			s.word(s.pos)
		case digit:
			s.number(s.pos)
		case apos:
			s.apostrophe(1)
		case stop:
			s.stop()
		case hyphen:
			s.emit(s.run(s.pos, '-'))
		case high:
			s.high()
		default:
			s.symbol()
		}
	}
}

// emit makes a token of everything from pos to the given end.
func (s *scanner) emit(end int) {
	s.tokens = append(s.tokens, demarche.Span{Start: s.pos, End: end})
	s.pos = end
}

// emitMark makes a token of a quotation mark up to the given end.
func (s *scanner) emitMark(end int) {
	if classes[s.text[s.pos]] != high {
		s.quotes = append(s.quotes, quotation{token: len(s.tokens)})
	}
	s.emit(end)
}

// run gives the place after the bytes c that begin at i.
func (s *scanner) run(i int, c byte) int {
	for s.is(i, c) {
		i++
	}
	return i
}

// high reads a token that begins with a rune beyond ASCII.
func (s *scanner) high() {
	r, w := utf8.DecodeRuneInString(s.text[s.pos:])
	switch classOf(r) {
	case space:
		s.pos += w
	case letter:
		s.word(s.pos)
	case apos:
		s.apostrophe(w)
	default:
		s.emit(s.pos + w)
	}
}

// stop reads a token that begins with a full stop: ".", "...", "?!" after a
// stop, or a fraction such as ".5".
func (s *scanner) stop() {
	if c, _ := s.at(s.pos + 1); c == digit && !s.alnumBefore(s.pos) {
		s.number(s.pos + 1)
		return
	}
	s.emit(s.stops(s.pos))
}

// stops gives the place after the marks that can end a sentence, from i on: a
// run of them ("?!"), or the dots of an ellipsis.
func (s *scanner) stops(i int) int {
	if k := s.run(i, '.'); k > i+2 {
		return k
	}
	for s.is(i, '.') || s.is(i, '!') || s.is(i, '?') {
		i++
	}
	return i
}

// symbol reads a token that begins with a mark that is no letter or digit.
func (s *scanner) symbol() {
	i := s.pos
	switch c := s.text[i]; c {
	case '!', '?':
		s.emit(s.stops(i))
	case ':', ';':
		s.emit(s.smiley(i))
	case '*', '_', '=', '~', '<', '>', '|':
		s.emit(s.run(i, c))
	case '"':
		s.emitMark(i + 1)
	case '`': // the opening quote of old wire copy
		if s.is(i+1, '`') {
			i++
		}
		s.emitMark(i + 1)
	case '[':
		if strings.HasPrefix(s.text[i:], "[...]") {
			i += len("...]")
		}
		s.emit(i + 1)
	case '@', '#': // "@ministry", "#sanctions"
		if k := s.letters(i + 1); k > i+1 && !s.alnumBefore(i) {
			s.emit(s.handle(k))
			return
		}
		s.emit(i + 1)
	case '+': // "+44 20 7946 0000"
		if c, _ := s.at(i + 1); c == digit && !s.alnumBefore(i) {
			s.number(i + 1)
			return
		}
		s.emit(i + 1)
	default:
		s.emit(i + 1)
	}
}

// smiley gives the place after the face that begins at i, or after the byte
// there.
func (s *scanner) smiley(i int) int {
	k := s.run(i+1, '-')
	if s.spaceBefore() && k <= i+2 && k < len(s.text) && strings.IndexByte(")(DP", s.text[k]) >= 0 && !s.alnum(k+1) {
		return k + 1
	}
	return i + 1
}

// handle gives the place after a name in a social network that goes on at i.
func (s *scanner) handle(i int) int {
	for s.alnum(i) || s.is(i, '_') && s.alnum(i+1) {
		_, w := s.at(i)
		i += w
	}
	return i
}

// apostrophe reads a token that begins with an apostrophe w bytes wide: "'s"
// after something that is no word ("\"Kursk\"'s"), "'98", "”", or the mark
// alone. Quotes and the possessive of a plural are the mark alone too.
func (s *scanner) apostrophe(w int) {
	i := s.pos + w
	if c, v := s.at(i); c == apos && v == w {
		s.emitMark(i + w)
		return
	}
	if k := s.letters(i); clitic(s.text[i:k]) && !s.alnum(k) {
		s.emit(k)
		return
	}
	// "'98", "'60s": the century is left out.
	if k := s.digits(i); k == i+2 && s.spaceBefore() {
		if s.is(k, 's') {
			k++
		}
		if !s.alnum(k) {
			s.emit(k)
			return
		}
	}
	s.emitMark(i)
}

// spaceBefore says whether pos is the first byte to read or follows white
// space.
func (s *scanner) spaceBefore() bool {
	n := len(s.tokens)
	return n == 0 || s.tokens[n-1].End < s.pos
}

// alnumBefore says whether an ASCII letter or digit stands right before i.
func (s *scanner) alnumBefore(i int) bool {
	if i <= s.start {
		return false
	}
	c := classes[s.text[i-1]]
	return c == letter || c == digit
}
