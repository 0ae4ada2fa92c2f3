package text

import (
	"strings"

	"demarche/data"
	"demarche/internal/table"
)

// kind says what the stop after a word means.
type kind uint8

const (
	plain  kind = iota // a full stop
	before             // an abbreviation that something must follow: "Sen."
	figure             // an abbreviation where a figure follows: "No. 5"
	after              // an abbreviation that a sentence may end with: "Inc."
)

// abbreviations gives the kind of the words of data/lexicon/abbreviations.tsv.
// Words that need a capital are written with one, the others in small letters.
var abbreviations = func() map[string]kind {
	kinds := map[string]kind{"before": before, "figure": figure, "after": after}
	list := make(map[string]kind)
	for _, row := range rows("lexicon/abbreviations.tsv", "word", "kind") {
		k, ok := kinds[row.Cells[1]]
		if !ok {
			panic(row.Errorf("kind %q is none of before, figure and after", row.Cells[1]))
		}
		if _, twice := list[row.Cells[0]]; twice {
			panic(row.Errorf("%s stands twice: delete one", row.Cells[0]))
		}
		list[row.Cells[0]] = k
	}
	return list
}()

// openers are the words of data/lexicon/openers.tsv, true where they begin a
// sentence after anything.
var openers = func() map[string]bool {
	set := make(map[string]bool)
	for _, row := range rows("lexicon/openers.tsv", "word", "after") {
		word, what := row.Cells[0], row.Cells[1]
		if what != "stop" && what != "nothing" {
			panic(row.Errorf("after %q is neither stop nor nothing", what))
		}
		if _, twice := set[word]; twice {
			panic(row.Errorf("%s stands twice: delete one", word))
		}
		set[word] = what == "nothing"
	}
	return set
}()

// opens says whether a word often opens a sentence.
func opens(word string) bool {
	_, ok := openers[word]
	return ok
}

// rows reads a table of the data folder, which is part of the binary: what is
// wrong with it is a fault of the program.
func rows(name string, columns ...string) []table.Row {
	list, err := table.Read(data.Files, name, columns...)
	if err != nil {
		panic(err)
	}
	return list
}

// abbreviation gives the kind that the list tells of a word, which stands here
// without its stop.
func abbreviation(word string) kind {
	var small [12]byte
	if word == "" || len(word) > len(small) {
		return plain
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		small[i] = c
	}
	if k := abbreviations[string(small[:len(word)])]; k != plain || !upper(word) {
		return k
	}
	small[0] = word[0]
	return abbreviations[string(small[:len(word)])]
}

// innerStop gives the place where a word goes on after the stop at i
// ("U.S.A", "v2.0"), or i where the stop is no part of it, or done where the
// word has become a token together with its stop.
func (s *scanner) innerStop(part, i int) int {
	word := s.text[s.pos:i]
	next, w := s.at(i + 1)
	switch {
	case next == letter || next == digit:
		if next == digit && classes[s.text[i-1]] == digit {
			return i + 1
		}
		if strings.EqualFold(word, "www") {
			return s.address(i)
		}
		if abbreviation(s.text[s.pos:s.letters(i+1)]) != plain {
			return i + 1 // "Ph.D"
		}
		if s.single(part, i) && next == letter {
			if s.letters(i+1) == i+1+w {
				return i + 1 // "U.S"
			}
			if upper(word) && upper(s.text[i+1:]) { // "J.Doe"
				s.emit(i + 1)
				return done
			}
		}
		if end := s.site(i); end == done {
			return done
		}
		if part > s.pos && s.single(part, i) {
			break // "U.S.dollars"
		}
		if k := abbreviation(word); k == plain || k == figure && next != digit {
			return i
		}
	case s.is(i+1, '.') && s.is(i+2, '.'):
		return i // an ellipsis
	case part > s.pos && s.text[part-1] == '.' && classes[s.text[i-1]] != digit: // "U.S.", "Ph.D."
		if clock(word) && s.finishes(i) {
			return i
		}
	case s.single(part, i):
		if !s.initialStop(i) {
			return i
		}
	case s.is(i+1, ',') || s.is(i+1, ';'):
		if len(word) > 6 {
			return i
		}
	default:
		k := abbreviation(word)
		if k == plain || k == figure && !s.figureAfter(i+1) || s.finishes(i) {
			return i
		}
	}
	s.emit(i + 1)
	return done
}

// finishes says whether a sentence ends with the abbreviation whose stop
// stands at i. The stop of a word is then a token of its own, as in the
// treebanks; "U.S." keeps it.
func (s *scanner) finishes(i int) bool {
	end := i + 1
	for end < len(s.text) && strings.IndexByte("\"')]}", s.text[end]) >= 0 {
		end++
	}
	k := s.skip(end)
	if k == len(s.text) || s.breaks(end, k) {
		return true
	}
	next := s.text[k:s.letters(k)]
	switch word := s.text[s.pos:i]; {
	case abbreviation(word) == before:
		return false
	case clock(word):
		return upper(next) && !zone(next)
	}
	return opens(next)
}

// clock says whether a word is the half of a day, without its last stop.
func clock(word string) bool { return word == "a.m" || word == "p.m" }

// zone says whether a word can follow the time of day: a time zone or a day.
func zone(word string) bool {
	switch word {
	case "GMT", "UTC", "EST", "EDT", "ET", "CET", "CEST", "BST", "PST", "PDT", "Moscow", "Beijing", "London", "Eastern",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// single says whether one letter stands between part and i, and no digit goes
// before it.
func (s *scanner) single(part, i int) bool {
	c, w := s.at(part)
	return c == letter && part+w == i && (part == s.pos || classes[s.text[part-1]] != digit)
}

// initialStop says whether the stop at i belongs to the single letter before
// it.
func (s *scanner) initialStop(i int) bool {
	word := s.text[s.pos:i]
	if !upper(word) {
		return abbreviation(word) == before || abbreviation(word) == figure && s.figureAfter(i+1) || s.is(i+1, ',')
	}
	k := s.skip(i + 1)
	if c, _ := s.at(k); c != letter || s.breaks(i+1, k) {
		// "J., K.; L. M. (1998)", but "Plan B (1998)."
		n := len(s.tokens)
		return s.is(k, ',') || s.is(k, ';') || n > 0 && s.tokens[n-1].Len() == 2 && s.text[s.tokens[n-1].End-1] == '.'
	}
	if word == "I" && len(s.tokens) > 0 && !upper(s.tokens[len(s.tokens)-1].In(s.text)) {
		return false // "... than I."
	}
	next := s.text[k:s.letters(k)]
	return !opens(next) || len(next) < 3 && next != "In" && next != "It"
}

// figureAfter says whether a figure stands at i or after the spaces there.
func (s *scanner) figureAfter(i int) bool {
	k := s.skip(i)
	c, _ := s.at(k)
	return c == digit && !s.breaks(i, k)
}

// skip gives the place of the first byte from i on that is no ASCII white
// space.
func (s *scanner) skip(i int) int {
	for i < len(s.text) && classes[s.text[i]] == space {
		i++
	}
	return i
}
