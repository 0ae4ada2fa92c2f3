package syntax

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestEnding bounds the endings of LemmaRules, in bytes.
const longestEnding = 6

// Frequent is the number of word vectors whose words count as words when a lemma
// is in doubt.
const Frequent = 40_000

// longestDoubt bounds those of its doubts.
const longestDoubt = 4

// LemmaRules say how forms become dictionary forms, for each XPOS tag.
type LemmaRules struct {
	// Known holds the lemmas of words that the endings get wrong, by the form as
	// Fold gives it.
	Known map[string]map[string]string `json:"known"`
	// Endings say what becomes of an ending of the folded form; the longest that
	// fits is taken. The empty ending fits all.
	Endings map[string]map[string]Ending `json:"endings"`
	// Doubts hold for endings that are treated in several ways all of these, the
	// most frequent first: the first that makes a word of the model's is taken.
	Doubts map[string]map[string][]Ending `json:"doubts"`
	// Capital holds the tags whose words keep their capitals within a sentence.
	Capital map[string]bool `json:"capital"`
}

// Ending is what to do with a word's end to make its lemma.
type Ending struct {
	Drop int    `json:"d,omitempty"` // bytes to take off
	Add  string `json:"a,omitempty"` // what to put in their place
}

// Lemma gives the dictionary form of a word with the XPOS tag. first says that it
// opens a sentence, where a capital tells nothing; isWord says whether a form in
// small letters is known to be a word.
func (r *LemmaRules) Lemma(form, tag string, first bool, isWord func(string) bool) string {
	folded := Fold(form)
	if l, ok := r.Known[tag][folded]; ok {
		return l
	}
	base := folded
	if r.Capital[tag] && !first || strings.HasPrefix(tag, "NNP") {
		base = plain(form)
	}
	lemma, sure := base, false
	endings := r.Endings[tag]
	for n := min(longestEnding, len(folded)); n >= 0; n-- {
		if e, ok := endings[folded[len(folded)-n:]]; ok && e.Drop < len(base) {
			lemma, sure = e.of(base), n > 0
			break
		}
	}
	doubts := r.Doubts[tag]
	if len(doubts) == 0 || sure && isWord(lemma) {
		return lemma
	}
	for n := min(longestDoubt, len(folded)); n > 0; n-- {
		for _, e := range doubts[folded[len(folded)-n:]] {
			if e.Drop < len(folded) && isWord(e.of(folded)) {
				return e.of(base)
			}
		}
	}
	return lemma
}

// of gives what becomes of a form.
func (e Ending) of(form string) string { return form[:len(form)-e.Drop] + e.Add }

// plain brings typographic quotes and dashes to their plain forms, and leaves
// capitals.
func plain(form string) string {
	for i := 0; i < len(form); i++ {
		if form[i] >= utf8.RuneSelf || form[i] == '`' {
			return strings.Map(plainRune, form)
		}
	}
	return form
}

func plainRune(r rune) rune {
	switch r {
	case '‘', '’', '`':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '–', '—':
		return '-'
	}
	return r
}

// startsUpper says whether a word has a capital at its start.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// lemmatize fills in the lemmas of tagged words.
func (r *LemmaRules) lemmatize(words []Word, isWord func(string) bool) {
	for i := range words {
		words[i].Lemma = r.Lemma(words[i].Form, words[i].XPOS, i == 0, isWord)
	}
}

// LearnLemmas makes rules from tagged sentences with lemmas: endings from the
// words of each tag, and what they get wrong as known words. isWord is as for
// Lemma.
func LearnLemmas(sentences [][]Word, isWord func(string) bool) LemmaRules {
	r := LemmaRules{map[string]map[string]string{}, map[string]map[string]Ending{}, map[string]map[string][]Ending{}, map[string]bool{}}
	type kind struct{ tag, folded string }
	lemmas := map[kind]map[string]int{}
	capitals := map[string]int{}
	for _, s := range sentences {
		for i, w := range s {
			k := kind{w.XPOS, Fold(w.Form)}
			if lemmas[k] == nil {
				lemmas[k] = map[string]int{}
			}
			lemmas[k][w.Lemma]++
			if i > 0 && startsUpper(w.Form) {
				if startsUpper(w.Lemma) {
					capitals[w.XPOS]++
				} else {
					capitals[w.XPOS]--
				}
			}
		}
	}
	for tag, n := range capitals {
		if n > 0 {
			r.Capital[tag] = true
		}
	}
	votes := map[string]map[string]map[Ending]int{}
	best := map[kind]string{}
	for k, m := range lemmas {
		best[k] = mostVoted(m)
		e, ok := endingOf(k.folded, Fold(best[k]))
		if !ok {
			continue
		}
		if votes[k.tag] == nil {
			votes[k.tag] = map[string]map[Ending]int{}
		}
		for n := 0; n <= min(longestEnding, len(k.folded)); n++ {
			end := k.folded[len(k.folded)-n:]
			if votes[k.tag][end] == nil {
				votes[k.tag][end] = map[Ending]int{}
			}
			votes[k.tag][end][e]++
		}
	}
	for tag, ends := range votes {
		r.Endings[tag], r.Doubts[tag] = map[string]Ending{}, map[string][]Ending{}
		for end, m := range ends {
			ways := slices.SortedFunc(maps.Keys(m), func(a, b Ending) int {
				return cmp.Or(m[b]-m[a], a.Drop-b.Drop, strings.Compare(a.Add, b.Add))
			})
			total := 0
			for _, n := range m {
				total += n
			}
			switch {
			case end == "":
				// A word of no known ending stays as it is, unless nearly all lose nothing.
				if ways[0].Drop == 0 {
					r.Endings[tag][end] = ways[0]
				}
			case total > 1 && m[ways[0]]*2 > total:
				r.Endings[tag][end] = ways[0]
			}
			if n := len(end); n > 0 && n <= longestDoubt && len(ways) > 1 {
				r.Doubts[tag][end] = ways[:min(len(ways), 4)]
			}
		}
		prune(r.Endings[tag])
		// Of a tag whose words mostly are their lemmas the odd ones are no pattern.
		if keeps(ends[""]) {
			delete(r.Doubts, tag)
		}
	}
	for k, lemma := range best {
		// What a capitalised form keeps is judged on the form as it was folded.
		if got := r.Lemma(k.folded, k.tag, true, isWord); got != lemma && !(strings.HasPrefix(k.tag, "NNP") && Fold(lemma) == got) {
			if r.Known[k.tag] == nil {
				r.Known[k.tag] = map[string]string{}
			}
			r.Known[k.tag][k.folded] = lemma
		}
	}
	return r
}

// keeps says whether nine in ten words of a tag, by how they were treated, are
// their own lemmas.
func keeps(m map[Ending]int) bool {
	total := 0
	for _, n := range m {
		total += n
	}
	return m[Ending{}]*10 >= total*9
}

// prune takes out the endings that say what a shorter one says.
func prune(endings map[string]Ending) {
	for n := longestEnding; n > 0; n-- {
		for end, e := range endings {
			if len(end) != n {
				continue
			}
			for k := 1; k <= n; k++ {
				if shorter, ok := endings[end[k:]]; ok {
					if shorter == e {
						delete(endings, end)
					}
					break
				}
			}
		}
	}
}

// endingOf gives what makes lemma of form, where they share a beginning.
func endingOf(form, lemma string) (Ending, bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(form) && !utf8.RuneStart(form[n]) || n < len(lemma) && !utf8.RuneStart(lemma[n])) {
		n--
	}
	e := Ending{len(form) - n, lemma[n:]}
	return e, n > 0 && e.Drop < longestEnding
}

func mostVoted(m map[string]int) string {
	best := ""
	for k, n := range m {
		if n > m[best] || n == m[best] && k < best {
			best = k
		}
	}
	return best
}

// Uninflected gives the dictionary form of a verb that is written in another:
// "expel" for "expelled", "leave" for "left". It says false of a verb that is one
// already, and of a word that the model does not know well enough to tell.
func (m *Model) Uninflected(verb string) (base string, ok bool) {
	if l := m.lemmas.Lemma(verb, "VB", false, m.IsWord); l != verb {
		return l, true
	}
	for _, stem := range []string{verb, strings.TrimSuffix(verb, "e"), verb + verb[max(0, len(verb)-1):]} {
		if m.IsWord(stem + "ing") {
			return "", false
		}
	}
	for _, tag := range []string{"VBD", "VBN", "VBG", "VBZ"} {
		if l, ok := m.lemmas.Known[tag][verb]; ok && l != verb {
			return l, true
		}
		l := m.lemmas.Lemma(verb, tag, false, m.IsWord)
		if l != verb && len(l) > 2 && m.IsWord(l) && inflects(l, verb) {
			return l, true
		}
	}
	return "", false
}

// inflects says whether a form is a regular one of a verb.
func inflects(base, form string) bool {
	doubled := base + base[len(base)-1:]
	for _, stem := range []string{base, strings.TrimSuffix(base, "e"), strings.TrimSuffix(base, "y") + "i", doubled} {
		for _, ending := range []string{"ed", "ing", "s", "es"} {
			if form == stem+ending {
				return true
			}
		}
	}
	return false
}
