package text

import (
	"slices"
	"strings"
)

// quotation is a quotation mark that has the same shape, or nearly, wherever it
// stands.
type quotation struct {
	token  int
	lean   int     // how much the words around it say that it closes, or, below zero, opens
	after  [2]bool // whether a quote is open before it where it opens one, and where it closes one
	single bool    // ' or `
	closes bool
}

// unsure says whether the white space around a mark does not tell what it does.
func (m quotation) unsure() bool { return m.lean > -sure && m.lean < sure }

// The weights of what tells whether a mark opens or closes, in half nats, as
// counted in treebanks and in wire copy.
const (
	sure    = 1000 // white space on one side only
	plainly = 8    // a neighbour that leaves hardly a doubt: "said :" before it, a comma after it
	likely  = 4
	reopen  = 7 // against a mark that opens a quote within a quote
	resume  = 5 // against one that does so after a stop, at the head of a paragraph maybe
	reclose = 8 // against a mark that closes what is not open
)

// pairs finds what the quotation marks do. Text that has been through a
// tokeniser has white space on both sides of them; there their neighbours and
// their order tell.
func (s *scanner) pairs() {
	unsure := false
	for k := range s.quotes {
		m := &s.quotes[k]
		form := s.form(m.token)
		m.single = len(form) == 1 && form != `"`
		if form[0] == '`' {
			m.lean = -sure
		} else {
			m.lean = s.lean(m.token)
		}
		m.closes = m.lean > 0
		unsure = unsure || m.unsure()
	}
	if unsure {
		s.settle(false)
		s.settle(true)
	}
}

// settle decides for each of the single marks, or of the others, with the least
// said against it in all.
func (s *scanner) settle(single bool) {
	closed, open := 0, sure // the cost of the marks so far, by how they leave the text
	var last *quotation
	for k := range s.quotes {
		m := &s.quotes[k]
		if m.single != single || single && s.spells(m.token) {
			continue
		}
		again := reopen
		if m.token > 0 && s.stopped(m.token-1) {
			again = resume
		}
		if last != nil {
			if m.unsure() || last.unsure() {
				spoken := s.spoken(last.token+1, m.token)
				closed += max(spoken, 0)
				open += max(-spoken, 0)
			}
			if s.parted(last.token, m.token) {
				again = 1 // a quote that goes on in the next paragraph opens there again
			}
		}
		m.after = [2]bool{open+again < closed, open <= closed+reclose}
		opens, closes := min(closed, open+again)+max(m.lean, 0), min(open, closed+reclose)+max(-m.lean, 0)
		closed, open = closes, opens
		last = m
	}
	isOpen := open < closed
	for k := len(s.quotes) - 1; k >= 0; k-- {
		m := &s.quotes[k]
		if m.single != single || single && s.spells(m.token) {
			continue
		}
		m.closes = !isOpen
		if m.closes {
			isOpen = m.after[1]
		} else {
			isOpen = m.after[0]
		}
	}
}

// spoken says how much the tokens from first to before end, which stand
// between two marks, look like the words in a quote, and not like those between
// two quotes.
func (s *scanner) spoken(first, end int) int {
	short, self, other := end-first < 60, false, false
	for i := first; i < min(end, first+100); i++ {
		switch f := s.form(i); f {
		case "I", "We", "we", "my", "My", "Our", "our", "us", "me", "you", "You", "your":
			self = true
		case "He", "She", "he", "she", "his", "her":
			other = true
		default:
			if says(f) {
				return -6
			}
		}
	}
	switch {
	case self && short:
		return 5
	case self:
		return -2
	case !short:
		return -5
	case other && end-first >= 25:
		return -1
	}
	return 1
}

// parted says whether a paragraph ends between two tokens.
func (s *scanner) parted(i, k int) bool {
	between := s.text[s.tokens[i].End:s.tokens[k].Start]
	return s.width == 0 && strings.IndexByte(between, '\n') >= 0 || strings.Contains(between, "\n\n")
}

// shuts says whether the i-th token is a mark that closes a quote.
func (s *scanner) shuts(i int) bool {
	k, ok := slices.BinarySearchFunc(s.quotes, i, func(m quotation, i int) int { return m.token - i })
	return ok && s.quotes[k].closes
}

// spells says whether the mark ' that is the i-th token is part of a word: it is
// written to it, or is the possessive of a plural.
func (s *scanner) spells(i int) bool {
	if s.text[s.tokens[i].Start] != '\'' {
		return false
	}
	return s.tight(i) || s.tight(i+1) ||
		i > 0 && i+1 < len(s.tokens) && s.text[s.tokens[i-1].End-1] == 's' && !s.mark(i-1) && !s.mark(i+1)
}

// lean says what the neighbours of the mark that is the i-th token tell.
func (s *scanner) lean(i int) int {
	switch before, after := s.tight(i), s.tight(i+1); {
	case before && !after:
		return sure
	case after && !before:
		return -sure
	case before && s.mark(i+1):
		return sure
	}
	switch {
	case i+1 == len(s.tokens) || s.paragraph(i):
		return plainly
	case i == 0 || s.paragraph(i-1):
		return -plainly
	}
	last, next := s.form(i-1), s.form(i+1)
	switch next[0] {
	case ',', '.', ';', ':', '?', '!', '(', ')', ']', '"', '<':
		if next != "..." {
			return plainly
		}
	}
	switch last[0] {
	case '(', '[', ':', '"', '\'':
		return -plainly
	case ',':
		switch {
		case says(next) || i+2 < len(s.tokens) && says(s.form(i+2)) || s.attributes(i+1):
			return plainly
		case i > 1 && says(s.form(i-2)):
			return -plainly
		}
		return 0
	}
	switch {
	case s.stopped(i - 1):
		if lower(next) || s.dash(i+1) || s.attributes(i+1) {
			return likely
		}
		return 0
	case function(last) && function(next):
		return -likely
	case function(last) || says(last):
		return -plainly
	case function(next):
		return likely
	case lower(last) && upper(next):
		return -likely
	case upper(last) && lower(next):
		return likely / 2
	}
	return 0
}

// says says whether a word tells that somebody speaks.
func says(word string) bool {
	switch word {
	case "said", "says", "asked", "asks", "told", "added", "wrote", "cried", "shouted", "chanted", "replied", "tweeted", "warned":
		return true
	}
	return false
}
