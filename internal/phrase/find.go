package phrase

import "demarche"

// Match is a phrase found: the tokens from First up to but not including End,
// and the number that Add gave the phrase.
type Match struct {
	First, End int
	ID         int
}

// Longest gives the longest phrase that begins at tokens[first]. Of two that
// differ only in case, the one added first is taken.
func (t *Trie) Longest(text string, tokens []demarche.Span, first int) (m Match, ok bool) {
	if span := tokens[first]; span.Len() == 0 || !t.heads[text[span.Start]] {
		return Match{}, false
	}
	at := int32(0)
	for i := first; i < len(tokens); i++ {
		at = t.step(at, tokens[i].In(text))
		if at == 0 {
			break
		}
		for _, p := range t.nodes[at].phrases {
			if written(text, tokens[first:i+1], p.cases) {
				m, ok = Match{first, i + 1, p.id}, true
				break
			}
		}
	}
	return m, ok
}

// Find appends to dst the phrases among the tokens, from left to right, the
// longest at each place; none overlap.
func (t *Trie) Find(text string, tokens []demarche.Span, dst []Match) []Match {
	for i := 0; i < len(tokens); {
		m, ok := t.Longest(text, tokens, i)
		if !ok {
			i++
			continue
		}
		dst = append(dst, m)
		i = m.End
	}
	return dst
}

func written(text string, tokens []demarche.Span, cases []letterCase) bool {
	for i, c := range cases {
		if c != anyCase && !c.fits(tokens[i].In(text)) {
			return false
		}
	}
	return true
}
