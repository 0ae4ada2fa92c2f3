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
	if h, ok := t.mayBegin(tokens[first].In(text)); ok {
		return t.longest(text, tokens, first, h)
	}
	return Match{}, false
}

// Next gives the first match that begins at tokens[from] or after it, the
// longest there.
func (t *Trie) Next(text string, tokens []demarche.Span, from int) (m Match, ok bool) {
	for i := from; i < len(tokens); i++ {
		if h, ok := t.mayBegin(tokens[i].In(text)); ok {
			if m, ok := t.longest(text, tokens, i, h); ok {
				return m, true
			}
		}
	}
	return Match{}, false
}

// Find appends to dst the phrases among the tokens, from left to right, the
// longest at each place; none overlap.
func (t *Trie) Find(text string, tokens []demarche.Span, dst []Match) []Match {
	for m, ok := t.Next(text, tokens, 0); ok; m, ok = t.Next(text, tokens, m.End) {
		dst = append(dst, m)
	}
	return dst
}

// mayBegin gives the hash of a word with which a phrase may begin. It is not ok
// for most others.
func (t *Trie) mayBegin(word string) (h uint64, ok bool) {
	if word == "" || !t.first.heads[word[0]] {
		return 0, false
	}
	h = hash(word)
	return h, t.first.may(word[0], h)
}

// longest is Longest, given the hash of the first token.
func (t *Trie) longest(text string, tokens []demarche.Span, first int, h uint64) (m Match, ok bool) {
	at := t.step(0, h, tokens[first].In(text))
	for end := first + 1; at != 0; end++ {
		n := &t.nodes[at]
		for i := n.ending; i != 0; i = t.endings[i].next {
			e := &t.endings[i]
			if written(text, tokens[first:end], t.casesOf(e, end-first)) {
				m, ok = Match{first, end, int(e.id)}, true
				break
			}
		}
		if n.kids == 0 || end == len(tokens) {
			break
		}
		token := tokens[end].In(text)
		at = t.step(at, hash(token), token)
	}
	return m, ok
}

func written(text string, tokens []demarche.Span, cases []letterCase) bool {
	for i, c := range cases {
		if c != anyCase && !c.fits(tokens[i].In(text)) {
			return false
		}
	}
	return true
}
