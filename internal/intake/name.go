package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is how a word or a name is written.
type class int

const (
	small   class = iota // not as names are
	title                // Moscow
	capital              // MOSCOW
)

// nameLinks are the small words within names of places and persons.
var nameLinks = setOf("of", "the", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "las", "le", "les", "los", "el", "al", "and", "on", "upon", "sur",
	"am", "an", "der", "den", "van", "von", "bin", "ibn", "ben", "y", "e")

// stoppedWords are the words within names of places that end in a full stop.
var stoppedWords = setOf("ST", "STE", "MT", "FT", "PT", "STA", "STO")

// lowPrefixes are what stays small where a name is written in capitals:
// McALLEN, al-UDEID.
var lowPrefixes = []string{"Mc", "Mac", "al-", "el-", "Al-", "El-", "d'", "l'"}

// wordAt reads the word at s[i:]: letters, with apostrophes, hyphens and full
// stops between them, and the last stop of "N.Y.".
func wordAt(s string, i int) (class, int) {
	j, stops := i, 0
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			if j == i || !strings.ContainsRune("'’`-.", r) || !letterAt(s, j+n) {
				break
			}
			if r == '.' {
				stops++
			}
		}
		j += n
	}
	if stops > 0 {
		j = skipOne(s, j, '.')
	}
	word := s[i:j]
	if isCapital(word) {
		return capital, j
	}
	for _, p := range lowPrefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && isCapital(rest) {
			return capital, j
		}
	}
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		return title, j
	}
	return small, j
}

// isCapital says whether a word of more than one letter is in capitals.
func isCapital(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// letterAt says whether a letter stands at s[i:].
func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// maxWords are the most words that a name of a place has.
const maxWords = 6

// nameAt reads words of one class at s[i:], with small words between them:
// "DAR ES SALAAM", "RIO de JANEIRO", "St. Petersburg".
func nameAt(s string, i int) (end int, c class) {
	c, end = wordAt(s, i)
	if c == small {
		return i, small
	}
	last := s[i:end]
	for n := 1; n < maxWords; n++ {
		j := end
		if stoppedWords[strings.ToLower(last)] {
			j = skipOne(s, j, '.')
		}
		start := skipBlanks(s, j)
		if start == j {
			break
		}
		next, j := wordAt(s, start)
		if next == small && nameLinks[s[start:j]] {
			if after := skipBlanks(s, j); after > j {
				start = after
				next, j = wordAt(s, start)
			}
		}
		if next != c {
			break
		}
		last, end = s[start:j], j
	}
	return end, c
}

// placeAt reads a place at s[i:], or several with slashes between them.
func placeAt(s string, i int) (end int, c class) {
	end, c = nameAt(s, i)
	if c == small {
		return i, small
	}
	for {
		j := skipBlanks(s, end)
		if j >= len(s) || s[j] != '/' {
			return end, c
		}
		j = skipBlanks(s, j+1)
		more, next := nameAt(s, j)
		if next != c || isAgency(s[j:more]) {
			return end, c
		}
		end = more
	}
}

// regionAt reads the region or country that goes with a place at s[i:]:
// ", Kenya", ", N.Y.", ", Northern Ireland", " [India]".
func regionAt(s string, i int) (end int, ok bool) {
	if j := skipBlanks(s, i); j < len(s) && s[j] == '[' {
		end, c := nameAt(s, j+1)
		if c == small || end >= len(s) || s[end] != ']' || isAgency(s[j+1:end]) {
			return i, false
		}
		return end + 1, true
	}
	if i >= len(s) || s[i] != ',' {
		return i, false
	}
	start := skipBlanks(s, i+1)
	if _, _, isDay := dayAt(s, start); isDay {
		return i, false
	}
	end, c := nameAt(s, start)
	if c == small || isAgency(s[start:end]) {
		return i, false
	}
	// A sentence does not go on like this after its second word.
	j := skipOne(s, end, '.')
	if end-start <= len("Calif") {
		end = j
	}
	follows := skipBlanks(s, skipOne(s, j, ','))
	if _, _, isDay := dayAt(s, follows); isDay || follows >= len(s) || strings.ContainsRune("(/[,-:_", rune(s[follows])) || strings.HasPrefix(s[follows:], "–") || strings.HasPrefix(s[follows:], "—") {
		return end, true
	}
	if s[j-1] == ',' || follows > j && s[follows-1] == ',' {
		return end, true
	}
	return i, false
}
