package text

import "strings"

// lost says whether the text lost a line break between the tokens i and i+1 of
// the sentence that begins with the token first, as happens where a headline, a
// caption or a subheading is run into the text that follows it: "Talks fail The
// ministry said ...", "Talks fail On Monday ..." or "The minister at the airport
// Photo: Jane Roe".
func (s *scanner) lost(first, i int) bool {
	if i+2 >= len(s.tokens) {
		return false
	}
	if c := s.text[s.tokens[i+1].Start]; c < 'A' || c > 'Z' || s.mark(i) {
		return false
	}
	here, next, after := s.form(i), s.form(i+1), s.form(i+2)
	switch {
	case here[len(here)-1] == '.':
		return after == ":" && label(next)
	case lower(after) || !s.mark(i+2) && (s.tight(i+2) || leans(after)):
		return openers[next] && !function(here) &&
			!(titled(next) && s.headline(max(first, i-8), i+1) && s.headline(i+2, min(i+10, len(s.tokens))))
	case after == ":":
		return label(next) && !function(here)
	case classes[after[0]] == digit && len(after) == 4 || weekday(after) || month(after):
		return (next == "In" || next == "On" || next == "By" || next == "Since" || next == "During") && !function(here)
	}
	return false
}

// leans says whether a token is a clitic with its apostrophe, which text that
// has been through a tokeniser sets apart: "It 's".
func leans(word string) bool {
	for _, mark := range []string{"'", "’"} {
		if tail, ok := strings.CutPrefix(word, mark); ok {
			return clitic(tail)
		}
	}
	return false
}

// label says whether a word announces who made a picture.
func label(word string) bool {
	switch word {
	case "Image", "Photo", "Photograph", "Picture", "Video", "Audio", "Credit", "Source":
		return true
	}
	return false
}

// titled says whether a word has a capital inside headlines and titles, too:
// "Envoys Meet With the President".
func titled(word string) bool {
	switch word {
	case "About", "After", "Among", "As", "At", "Before", "Between", "But", "By", "During", "From", "If", "In", "On", "Since",
		"Through", "Until", "When", "With", "Within", "Without", "His", "Her", "Its", "Their", "Our":
		return true
	}
	return false
}

// headline says whether the tokens from first to before end have capitals
// throughout but for function words.
func (s *scanner) headline(first, end int) bool {
	for i := first; i < end; i++ {
		if i > first && s.paragraph(i-1) {
			break
		}
		if f := s.form(i); lower(f) && !function(f) {
			return false
		}
	}
	return true
}

// function says whether a word must have something after it, so that no line
// ends there.
func function(word string) bool {
	switch word {
	case "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "by", "to", "for", "from", "with", "as", "than",
		"that", "this", "these", "those", "since", "until", "till", "before", "after", "between", "about", "like", "next", "last",
		"is", "are", "was", "were", "be", "been", "has", "have", "had", "said", "says", "titled", "called", "named", "dated",
		"his", "her", "its", "our", "their", "my", "your", "not", "no", "The", "A", "An", "In", "On", "Of", "And", "To", "For":
		return true
	}
	return false
}

// head is the number of tokens at the beginning of a report among which its
// date is looked for.
const head = 60

// dateLine finds the date of a report that stands between its headline and its
// first sentence: "Envoys sent home Monday, May 4, 2015 The ministry ...". It
// gives the first token of the date and the last, or -1 and -1. A date inside a
// sentence has a preposition before it, or a comma around it.
func (s *scanner) dateLine() (from, to int) {
	for i := 0; i+6 < len(s.tokens) && i < head; i++ {
		if !weekday(s.form(i)) || s.form(i+1) != "," || !month(s.form(i+2)) || s.form(i+4) != "," {
			continue
		}
		day, year := s.form(i+3), s.form(i+5)
		if len(day) > 2 || len(year) != 4 || classes[day[0]] != digit || classes[year[0]] != digit {
			continue
		}
		if i > 0 && (s.mark(i-1) || function(s.form(i-1))) {
			continue
		}
		if next := s.form(i + 6); next != "," && next != "." && next != ")" {
			return i, i + 5
		}
	}
	return -1, -1
}

func weekday(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

func month(word string) bool {
	switch word {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}
