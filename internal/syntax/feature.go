package syntax

import (
	"unicode"
	"unicode/utf8"
)

// The model sees a word through its form alone: a row for the form as it
// stands, the vector of its lower-case form, and rows for its affixes and shape
// found by hashing. What a form brings in is summed, so it can be kept.

// AffixBuckets is the number of rows that affixes and shapes are hashed into.
const AffixBuckets = 12 << 10

// affixes is the number of hashed features of a form.
const affixes = 10

// Fold brings a form to the shape in which words are looked up: lower case,
// typographic quotes and dashes plain, and the quotes of old wire copy too.
func Fold(form string) string {
	plain := true
	for i := 0; i < len(form); i++ {
		if c := form[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '`' {
			plain = false
			break
		}
	}
	if plain && form != "''" {
		return form
	}
	out := make([]byte, 0, len(form))
	for _, r := range form {
		switch r {
		case '‘', '’', '`':
			r = '\''
		case '“', '”', '„', '«', '»':
			r = '"'
		case '–', '—':
			r = '-'
		default:
			r = unicode.ToLower(r)
		}
		out = utf8.AppendRune(out, r)
	}
	if string(out) == "''" {
		return `"`
	}
	return string(out)
}

// Affixes gives the rows of a form's affixes and shape. folded is Fold(form).
func Affixes(form, folded string) [affixes]int {
	var out [affixes]int
	runes := make([]rune, 0, 32)
	for _, r := range folded {
		if unicode.IsDigit(r) {
			r = '0'
		}
		runes = append(runes, r)
	}
	at := 0
	put := func(kind byte, part []rune) {
		h := uint32(2166136261)
		h = (h ^ uint32(kind)) * 16777619
		for _, r := range part {
			h = (h ^ uint32(r)) * 16777619
		}
		h ^= h >> 15
		out[at] = int(h % AffixBuckets)
		at++
	}
	n := len(runes)
	for k := 1; k <= 4; k++ {
		put(byte('s'+k), runes[max(0, n-k):])
	}
	for k := 1; k <= 3; k++ {
		put(byte('a'+k), runes[:min(n, k)])
	}
	put('A', shape(form))
	put('C', []rune{classOf(form), rune(min(n, 8))})
	put('F', runes)
	return out
}

// shape writes X for capitals, x for small letters, 0 for digits and the rest
// as it is, runs cut to two.
func shape(form string) []rune {
	out := make([]rune, 0, 16)
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = '0'
		}
		if n := len(out); n >= 2 && out[n-1] == r && out[n-2] == r {
			continue
		}
		out = append(out, r)
	}
	return out
}

// classOf says how a form is capitalised.
func classOf(form string) rune {
	var upper, lower, digit, other int
	first := rune(0)
	for i, r := range form {
		if i == 0 {
			first = r
		}
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLetter(r):
			lower++
		case unicode.IsDigit(r):
			digit++
		default:
			other++
		}
	}
	switch {
	case upper+lower == 0 && digit > 0:
		return 'd'
	case upper+lower == 0:
		return 'p'
	case digit > 0:
		return 'm'
	case upper > 0 && lower == 0 && upper > 1:
		return 'U'
	case unicode.IsUpper(first):
		return 'T'
	case upper > 0:
		return 'M'
	}
	return 'l'
}
