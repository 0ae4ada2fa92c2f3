package text

import (
	"strings"
	"unicode/utf8"

	"demarche"
)

// sentences groups the tokens into sentences.
func (s *scanner) sentences() []Sentence {
	out := make([]Sentence, 0, len(s.tokens)/20+4)
	from, to := s.dateLine()
	first := 0
	s.pairs()
	for i := range s.tokens {
		if i+1 < len(s.tokens) && i+1 != from && i != to && !s.paragraph(i) && !s.closes(first, i) && !s.lost(first, i) {
			continue
		}
		tokens := s.tokens[first : i+1 : i+1]
		out = append(out, Sentence{demarche.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}, tokens})
		first = i + 1
	}
	return out
}

// paragraph says whether a line or a paragraph ends after the i-th token.
func (s *scanner) paragraph(i int) bool {
	end, next := s.tokens[i].End, s.tokens[i+1].Start
	return (next > end+1 || next == end+1 && s.text[end] == '\n') && s.breaks(end, next)
}

// form gives the words of the i-th token.
func (s *scanner) form(i int) string { return s.tokens[i].In(s.text) }

// tight says whether no white space stands before the i-th token.
func (s *scanner) tight(i int) bool {
	return i > 0 && i < len(s.tokens) && s.tokens[i-1].End == s.tokens[i].Start
}

// closes says whether the sentence that begins with the token first ends with
// the token i, which is not the last one of its paragraph.
func (s *scanner) closes(first, i int) bool {
	// Most tokens are told by their last byte.
	switch c := s.text[s.tokens[i].End-1]; c {
	case '.', '!', '?', '"', '\'', ')', ']', '}':
	default:
		if c < utf8.RuneSelf {
			return false
		}
	}
	if s.closer(i+1) || s.follows(i+1) || s.reference(i+1) {
		return false // the sentence ends with what closes it, if here
	}
	// Back over quotes and brackets to the mark that ends the sentence.
	end, quoted := i, false
	for end > first {
		if end-first > 2 && s.reference(end-2) {
			end -= 3
		} else if s.closer(end) {
			quoted = quoted || s.quote(end)
			end--
		} else {
			break
		}
	}
	next := s.opening(i + 1)
	word := ""
	if next < len(s.tokens) {
		word = s.form(next)
	}
	mark := s.form(end)
	switch {
	case s.form(i+1) == ",":
		return false
	case mark == "[...]":
		return upper(word)
	case acronym(mark):
		return opens(word) && !s.dash(i+1)
	case !s.stopped(end):
		return false
	case mark == "." && s.numbers(first, end-1):
		return false // "1. The ministry"
	case end == first && len(mark) > 1 && mark[0] == '.':
		return false // "... and left."
	case lower(word):
		// "\"Leave!\" he said.", "and ... so on", but the careless go on small
		// after a stop.
		return !quoted && !s.tight(i+1) && mark != "…" && (mark[len(mark)-1] != '.' || mark == "." && s.form(max(end, 1)-1) != ".")
	case quoted:
		return !s.dash(i+1) && !(mark != "." && s.attributes(i+1))
	}
	return true
}

// dash says whether the i-th token is a mark inside a sentence.
func (s *scanner) dash(i int) bool {
	switch s.form(i) {
	case ";", ":", "-", "--", "–", "—", "_":
		return true
	}
	return false
}

// attributes says whether the tokens from i on tell whose words went before:
// "Jane Roe asked", after a question or a call in quotes.
func (s *scanner) attributes(i int) bool {
	for n := 0; n < 6 && i < len(s.tokens); n++ {
		f := s.form(i)
		if says(f) {
			return n > 0
		}
		if !upper(f) || opens(f) {
			return false
		}
		i++
	}
	return false
}

// stopped says whether the i-th token is a mark that can end a sentence.
func (s *scanner) stopped(i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	f := s.form(i)
	return strings.IndexByte(".!?", f[0]) >= 0 && strings.IndexByte(".!?", f[len(f)-1]) >= 0 || f == "…"
}

// follows says whether the i-th token is a mark that ends a sentence together
// with the one before it: "...?", or "... ?" where everything is set apart. A
// question mark after "left." is what a wrong encoding made of some blank.
func (s *scanner) follows(i int) bool {
	return s.stopped(i) && (s.tight(i) || s.form(i) == "." || s.text[s.tokens[i].Start] != '.' && !s.tight(i-1))
}

// acronym says whether a token is an abbreviation with stops inside and at its
// end, after which a sentence may go on: "U.S.", but not "e.g.".
func acronym(f string) bool {
	n := len(f) - 1
	return n > 2 && f[n] == '.' && classes[f[0]] == letter && strings.IndexByte(f[:n], '.') >= 0 && abbreviation(f[:n]) != before
}

// reference says whether a note's number in brackets begins at the i-th token,
// as in an encyclopaedia: "... in 1998. [4]".
func (s *scanner) reference(i int) bool {
	return i+2 < len(s.tokens) && s.form(i) == "[" && s.form(i+2) == "]" && len(s.form(i+1)) < 4 &&
		classes[s.form(i + 1)[0]] == digit
}

// numbers says whether the i-th token numbers an item: a short figure at the
// head of a sentence, which begins with the token first, or after a colon.
func (s *scanner) numbers(first, i int) bool {
	return i >= first && (i == first || s.form(i-1) == ":") && len(s.form(i)) <= 2 && classes[s.form(i)[0]] == digit
}

// closer says whether the i-th token is a quote or a bracket that closes what
// went before it, or a smile that goes with it.
func (s *scanner) closer(i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	switch f := s.form(i); f {
	case ")", "]", "}", "”", "»":
		return s.tight(i) || !s.tight(i+1)
	case "''": // old copy opens quotes with it, too
		return s.shuts(i)
	case "’":
		return !s.tight(i+1) || s.tight(i) && s.mark(i+1)
	case "'":
		if s.tight(i) || s.tight(i+1) {
			return s.tight(i) && (!s.tight(i+1) || s.mark(i+1))
		}
		return s.shuts(i)
	case `"`:
		return s.shuts(i)
	default:
		return len(f) > 1 && f[len(f)-1] == ')'
	}
}

// quote says whether the i-th token is a quotation mark.
func (s *scanner) quote(i int) bool {
	switch s.form(i) {
	case `"`, "'", "''", "’", "”", "»":
		return true
	}
	return false
}

// opening gives the first token from i on that is no quote, bracket or dash; it
// looks over a few of them only.
func (s *scanner) opening(i int) int {
	for end := i + 6; i < end && i < len(s.tokens) && s.mark(i); {
		i++
	}
	return i
}

// mark says whether the i-th token holds no letter or digit at its head.
func (s *scanner) mark(i int) bool {
	t := s.tokens[i]
	c, w := s.at(t.Start)
	return c != letter && c != digit && (c != apos || t.Len() == w || s.text[t.End-1] == '\'')
}
