package proposition

import (
	"strconv"
	"strings"

	"demarche"
)

// numbers are the numerals that are written as words.
var numbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
}

// comparisons are the words before a number that say how it is to be taken.
// Longer ones stand first.
var comparisons = []struct {
	words string
	cmp   string
}{
	{"no more than", "<="}, {"not more than", "<="}, {"no fewer than", ">="}, {"no less than", ">="},
	{"not less than", ">="}, {"as many as", "<="}, {"up to", "<="}, {"at most", "<="}, {"a maximum of", "<="},
	{"at least", ">="}, {"a minimum of", ">="}, {"more than", ">"}, {"a little over", ">"}, {"just over", ">"},
	{"well over", ">"}, {"upwards of", ">"}, {"over", ">"}, {"some", "~"}, {"about", "~"}, {"around", "~"},
	{"roughly", "~"}, {"approximately", "~"}, {"nearly", "~"}, {"almost", "~"}, {"close to", "~"},
	{"an estimated", "~"}, {"circa", "~"}, {"just under", "~"}, {"fewer than", "<="}, {"less than", "<="},
}

// Quantity gives how many of the noun a text counts: "at least 27 more Russian
// diplomats" is >= 27. A number that stands for its noun ("expelled 23") counts
// itself. It gives nothing for none, for per cent and for fractions.
func (s *Sentence) Quantity(noun int) demarche.Quantity {
	if n, first, end, ok := s.numeral(noun); ok {
		return s.compared(n, first, end)
	}
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		switch {
		case w.Rel == "nummod", w.Rel == "det" && w.UPOS == "NUM", w.Lemma == "dozen" && k < noun, w.Rel == "amod" && w.UPOS == "NUM", w.Rel == "compound" && w.UPOS == "NUM" && k < noun:
			if n, first, end, ok := s.numeral(k); ok {
				return s.compared(n, first, end)
			}
		}
	}
	// "a dozen of its diplomats", "two of the consuls" hang the noun on the number.
	return demarche.Quantity{}
}

// numeral reads the number at a word, with the words that belong to it: "two
// dozen", "twenty-three", "1,200".
func (s *Sentence) numeral(word int) (n, first, end int, ok bool) {
	v, ok := value(s.Words[word].Form)
	if !ok {
		return 0, 0, 0, false
	}
	first, end = word, word+1
	total := v
	for first > 0 {
		form := s.Words[first-1].Form
		if form == "-" && first > 1 {
			form = s.Words[first-2].Form
		}
		u, ok := value(form)
		if !ok {
			break
		}
		switch {
		case total >= 12 && u < total && (total == 12 && strings.EqualFold(s.Words[first].Form, "dozen") || total%100 == 0):
			total *= u
		case u > total && u%10 == 0:
			total += u
		default:
			return total, first, end, true
		}
		if s.Words[first-1].Form == "-" {
			first--
		}
		first--
	}
	for end < len(s.Words) {
		at := end
		if s.Words[at].Form == "-" && at+1 < len(s.Words) {
			at++
		}
		u, ok := value(s.Words[at].Form)
		if !ok {
			break
		}
		switch {
		case u == 100 || u == 1000 || u == 12 && strings.EqualFold(s.Words[at].Form, "dozen"):
			total *= u
		case total%10 == 0 && u < 10 && total < 100:
			total += u
		default:
			return total, first, end, true
		}
		end = at + 1
	}
	if end < len(s.Words) {
		switch s.Words[end].Form {
		case "%", "percent", "per", "million", "billion":
			return 0, 0, 0, false
		}
	}
	return total, first, end, true
}

// value reads one numeral.
func value(form string) (int, bool) {
	if form == "" {
		return 0, false
	}
	if c := form[0]; c >= '0' && c <= '9' {
		n, err := strconv.Atoi(strings.ReplaceAll(form, ",", ""))
		return n, err == nil && n < 1_000_000
	}
	low := strings.ToLower(form)
	if n, ok := numbers[low]; ok {
		return n, true
	}
	if tens, ones, two := strings.Cut(low, "-"); two {
		a, b := numbers[tens], numbers[ones]
		if a >= 20 && a%10 == 0 && b > 0 && b < 10 {
			return a + b, true
		}
	}
	return 0, false
}

// compared looks at the words around a number for how it is to be taken.
func (s *Sentence) compared(n, first, end int) demarche.Quantity {
	if n == 0 {
		return demarche.Quantity{}
	}
	from := first
	for from > 0 && (s.Words[from-1].Form == "a" || s.Words[from-1].Form == "A" || s.Words[from-1].UPOS == "DET" && from == first) && strings.EqualFold(s.Words[from-1].Form, "a") {
		from--
	}
	for _, at := range []int{first, from} {
		for _, c := range comparisons {
			if s.endsWith(at, c.words) {
				return demarche.Quantity{N: n, Cmp: c.cmp}
			}
		}
	}
	switch {
	case s.startsWith(end, "or so"), s.startsWith(end, "or thereabouts"):
		return demarche.Quantity{N: n, Cmp: "~"}
	case s.startsWith(end, "or more"), s.startsWith(end, "at least"):
		return demarche.Quantity{N: n, Cmp: ">="}
	case s.startsWith(end, "or fewer"), s.startsWith(end, "at most"):
		return demarche.Quantity{N: n, Cmp: "<="}
	}
	return demarche.Quantity{N: n, Cmp: "="}
}

// endsWith says whether the words before a place are these.
func (s *Sentence) endsWith(at int, words string) bool {
	n := strings.Count(words, " ") + 1
	return at >= n && s.startsWith(at-n, words)
}

// startsWith says whether the words from a place on are these.
func (s *Sentence) startsWith(at int, words string) bool {
	for w := range strings.SplitSeq(words, " ") {
		if at >= len(s.Words) || !strings.EqualFold(s.Words[at].Form, w) {
			return false
		}
		at++
	}
	return true
}
