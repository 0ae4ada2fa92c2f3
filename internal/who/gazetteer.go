package who

import (
	"strings"

	"demarche"
	"demarche/internal/phrase"
)

// Gazetteer is the list of the world's names. Any number of goroutines may use
// one.
type Gazetteer struct {
	trie phrase.Trie
	// names holds what each phrase of the trie means.
	names []meaning
}

// meaning is what a phrase stands for: nothing when it is a false friend.
type meaning struct {
	senses []Sense
	prefix bool // the phrase is a prefix and its hyphen: Sino-
}

// Find appends to dst the names in a sentence, given by its tokens, from left
// to right. Where two could begin at a token the longest is taken, and names
// within a false friend ("Indian Ocean") are passed over. It allocates nothing
// but what dst needs.
func (g *Gazetteer) Find(text string, tokens []demarche.Span, dst []Mention) []Mention {
	for i := 0; i < len(tokens); {
		m, ok := g.trie.Longest(text, tokens, i)
		if !ok {
			i++
			continue
		}
		i = m.End
		switch name := &g.names[m.ID]; {
		case name.prefix:
			dst = append(dst, Mention{m.First, m.End - 1, name.senses})
		case name.senses != nil:
			dst = append(dst, Mention{m.First, m.End, name.senses})
		}
	}
	return dst
}

// add gives a name one more sense. It gives all that the name has now.
func (g *Gazetteer) add(name string, s Sense) []Sense {
	m := g.meaning(name)
	m.prefix = strings.HasSuffix(name, "-")
	m.senses = append(m.senses, s)
	return m.senses
}

// meaning gives what a phrase means so far, nothing where it is new.
func (g *Gazetteer) meaning(words string) *meaning {
	id, added := g.trie.Add(words)
	if added {
		g.names = append(g.names, meaning{})
	}
	return &g.names[id]
}
