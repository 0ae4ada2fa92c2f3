package phrase

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Folding makes one of the many ways to write a word: letters lose their case
// and their accents, and typographic apostrophes and hyphens become plain. So
// ÉLYSÉE, Élysée and Elysee fold to the same bytes. Tokens are ASCII nearly
// always; the loops below leave their fast path only for those that are not.

// alike says whether s folds to folded.
func alike(folded []byte, s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			var buf [64]byte
			return bytes.Equal(folded[i:], fold(buf[:0], s[i:]))
		}
		if i >= len(folded) || lower[c] != folded[i] {
			return false
		}
	}
	return len(s) == len(folded)
}

// lower gives the small letter of an ASCII byte.
var lower = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		t[c] = byte(unicode.ToLower(rune(c)))
	}
	return t
}()

// fold appends the folded s to dst.
func fold(dst []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			dst = append(dst, lower[r])
		case unicode.Is(unicode.Mn, r): // an accent written after its letter
		default:
			r = unicode.ToLower(r)
			if plain, ok := plain[r]; ok {
				dst = append(dst, plain...)
			} else {
				dst = utf8.AppendRune(dst, r)
			}
		}
	}
	return dst
}

// hyphens are those that no keyboard has.
const hyphens = "‐‑–−"

// plain gives for a letter or mark beyond ASCII what the press writes for it
// where its machines lack the sign.
var plain = func() map[rune]string {
	m := make(map[rune]string)
	for _, p := range []struct{ to, from string }{
		{"a", "àáâãäåāăąǎạả"}, {"c", "çćĉċč"}, {"d", "ďđð"}, {"e", "èéêëēĕėęěẽếềệə"},
		{"g", "ĝğġģ"}, {"h", "ĥħ"}, {"i", "ìíîïĩīĭįı"}, {"j", "ĵ"}, {"k", "ķ"},
		{"l", "ĺļľŀł"}, {"n", "ñńņňŋ"}, {"o", "òóôõöøōŏőơọộ"}, {"r", "ŕŗř"},
		{"s", "śŝşšș"}, {"t", "ţťŧț"}, {"u", "ùúûüũūŭůűųư"}, {"w", "ŵ"}, {"y", "ýÿŷ"},
		{"z", "źżž"}, {"ae", "æ"}, {"oe", "œ"}, {"ss", "ß"}, {"th", "þ"},
		{"'", "’‘ʼʻ′`´"}, {"-", hyphens},
	} {
		for _, r := range p.from {
			m[r] = p.to
		}
	}
	return m
}()
