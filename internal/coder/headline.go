package coder

import (
	"slices"
	"strings"
	"unicode"

	"demarche/internal/syntax"
	"demarche/internal/text"
	"demarche/internal/who"
)

// fewest is how many words of length must have a capital before a line counts as a headline
// with capitals throughout.
const fewest = 4

// lowerHeadline gives the words of a headline with capitals throughout those that running text
// has, since the parser takes "Recalls Envoys" for names: small letters for what is a word and no
// name, be it by a list or by how the body writes it.
func (r *Reader) lowerHeadline(report string, sentences []text.Sentence, i int, words []syntax.Word) {
	if r.gate == nil || !isTitleCase(words) {
		return
	}
	var capitals map[string]bool
	mentions := r.gate.names.Find(report, sentences[i].Tokens, nil)
	for t := 1; t < len(words); t++ {
		form := words[t].Form
		small := strings.ToLower(form)
		if !isCapital(form) || !r.parser.IsWord(small) || slices.ContainsFunc(mentions, func(m who.Mention) bool {
			return m.First <= t && t < m.End && m.Senses[0].Code != ""
		}) {
			continue
		}
		if capitals == nil {
			capitals = capitalsOf(report, sentences)
		}
		if !capitals[form] {
			words[t].Form = small
		}
	}
}

// isTitleCase says whether the words of a line without a stop have capitals throughout.
func isTitleCase(words []syntax.Word) bool {
	capitals := 0
	for k := range words {
		switch f := words[k].Form; {
		case k == len(words)-1 && (f == "." || f == "?" || f == "!"), f == strings.ToUpper(f) && f != strings.ToLower(f) && len(f) > 5:
			return false
		case len(f) <= 3 || !unicode.IsLetter(rune(f[0])) || strings.ContainsAny(f, "'’"): // "d'Affaires"
		case isCapital(f):
			capitals++
		case !slices.Contains(smallWords, f):
			return false
		}
	}
	return capitals >= fewest
}

// capitalsOf gives the words that have a capital inside the sentences of a report that end with
// a stop.
func capitalsOf(report string, sentences []text.Sentence) map[string]bool {
	out := map[string]bool{}
	for _, s := range sentences {
		if n := len(s.Tokens); n == 0 || s.Tokens[n-1].In(report) != "." {
			continue
		}
		for _, t := range s.Tokens[1:] {
			if f := t.In(report); isCapital(f) {
				out[f] = true
			}
		}
	}
	return out
}

// mostOfSubheading is how many words a heading within a report has at most.
const mostOfSubheading = 4

// isSubheading says whether the sentence under the eye is a heading within the report that names no
// State, and so tells nothing that the text does not: "Dialogue failed".
func (sc *scene) isSubheading() bool {
	if sc.isTeaser() {
		return true
	}
	n := len(sc.s.Words)
	if sc.at == 0 || n == 0 || n > mostOfSubheading || sc.s.Words[n-1].UPOS == "PUNCT" {
		return false
	}
	return !slices.ContainsFunc(sc.in(sc.at), func(e entity) bool { return len(e.codes) > 0 })
}

// isTeaser says whether the sentence under the eye only names films that the page of the report
// shows beside it, in words that pages put in capitals: "JUST WATCHED Chad reacts to Mali deal".
func (sc *scene) isTeaser() bool {
	for t := 0; t+1 < len(sc.s.Words); t++ {
		switch sc.s.Words[t].Form + " " + sc.s.Words[t+1].Form {
		case "JUST WATCHED", "MUST WATCH":
			return true
		}
	}
	return false
}
