package coder

import (
	"strings"
	"unicode"

	"demarche"
	"demarche/internal/who"
)

// abbreviate keeps the letters in brackets behind a body's name, by which the report calls
// it from then on. It says no where they are those of a State or an organisation that a
// list has.
func (sc *scene) abbreviate(i int, b *body) bool {
	initials := sc.initials(i, b)
	f, m := sc.letters(i, b.end)
	if m != nil {
		x := &m.Senses[0]
		if x.Code == demarche.Other {
			return true
		}
		if b.of != "" || isOrganisation(x.Code) || x.Kind != who.Abbreviation || sc.form(i, m.First) != initials {
			return false
		}
		f = initials // "Popular Resistance Committees (PRC)"
	}
	for _, f := range []string{f, initials} {
		if len(f) > 1 && sc.acronyms[f] == nil {
			kept := *b
			kept.lettered = m != nil && f == initials
			sc.keepLetters(f, &kept)
		}
	}
	return true
}

// keepLetters keeps what body some letters stand for in the report.
func (sc *scene) keepLetters(letters string, b *body) {
	if sc.acronyms == nil {
		sc.acronyms = map[string]*body{}
	}
	sc.acronyms[letters] = b
}

// isRebels says whether letters that no list has stand where those of a movement do: "the
// rebel NRF", "NRF fighters", "the NRF denied it, a spokesman for the movement said".
func (sc *scene) isRebels(i, token int) bool {
	n := len(sc.sentences[i].Tokens)
	v := sc.c.vocabulary
	if f := sc.form(i, token); len(f) < 3 || len(f) > 6 || strings.ToUpper(f) != f || sc.mentionAt(token) != nil {
		return false
	}
	if token+1 < n {
		switch f := inSingular(sc.form(i, token+1)); {
		case v.has(movements, f) && !sc.isBefore(i, token+2, "opposition", "opposition"), f == "leadership", f == "leader", f == "fighter":
			return true
		}
	}
	if token > 0 && v.has(movements, sc.form(i, token-1)) {
		return true
	}
	if token > 1 && sc.form(i, token-1) == "(" && isCapital(sc.form(i, token-2)) && sc.mentionAt(token-2) == nil {
		for t := range token { // "the rebel group Liberians United (LURD)"
			if v.has(movements, sc.form(i, t)) {
				return true
			}
		}
	}
	for t := token + 1; t+2 < n && sc.isBefore(i, token, "the", "the"); t++ {
		if f := sc.form(i, t); (f == "for" || f == "of") && sc.form(i, t+1) == "the" && strings.HasPrefix(sc.form(i, t-1), "spokes") {
			return sc.isBodyWord(sc.form(i, t+2)) || v.has(movements, inSingular(sc.form(i, t+2)))
		}
	}
	return false
}

// initials gives the first letters of the words of a body's name that have capitals, where
// there are three or more.
func (sc *scene) initials(i int, b *body) string {
	var letters []byte
	for t := b.first; t < b.end; t++ {
		if f := sc.form(i, t); f[0] >= 'A' && f[0] <= 'Z' {
			letters = append(letters, f[0])
		}
	}
	if len(letters) < 3 {
		return ""
	}
	return string(letters)
}

// letters gives the letters in brackets at a token, and what name of a list they are.
func (sc *scene) letters(i, at int) (string, *who.Mention) {
	if at+2 >= len(sc.sentences[i].Tokens) || sc.form(i, at) != "(" {
		return "", nil
	}
	if m := sc.mentionAt(at + 1); m != nil {
		return "", m
	}
	if f := sc.form(i, at+1); sc.form(i, at+2) == ")" && isAcronym(f) {
		return f, nil
	}
	return "", nil
}

// isAcronym says whether a word is made of the first letters of others: "OFM", "PFLP-GC".
func isAcronym(form string) bool {
	upper := 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) && upper == 0:
			return false
		}
	}
	return upper > 1 && upper*2 >= len(form)
}
