// Package phrase finds the phrases of a fixed list among the tokens of a
// sentence: a trie of tokens that knows nothing of what the phrases mean.
//
// It reads case as a list of names needs it. A word that the list has in small
// letters matches in any case; one with a capital at its head wants a capital
// in the text; one that is all capitals, such as US, wants all capitals.
// Accents and the shape of apostrophes and hyphens do not count.
package phrase

import "slices"

// Trie is a list of phrases. The zero Trie is empty and ready for use. Any
// number of goroutines may search it while nobody adds to it.
type Trie struct {
	slots []slot
	edges int
	nodes []node // nodes[0] is the root
	ids   int
	// heads says of every byte whether a phrase may begin with it; it spares
	// most words of a text the hashing.
	heads [256]bool
}

// slot is one edge, from a node by a folded token to a child, in a table with
// open addressing. The zero slot is free, since no child is the root.
type slot struct {
	hash          uint64
	parent, child int32
}

type node struct {
	token   string // folded, the one that leads here
	phrases []ending
}

// ending is a phrase that ends at a node. Its letters are known from the way
// to the node; the cases say how they must be written.
type ending struct {
	cases []letterCase
	id    int
}

// Add adds a phrase and gives its number. Numbers count from 0 in the order of
// adding. A phrase that matches the very words of an earlier one is not added:
// it has that one's number. One without any word is numbered and never found.
func (t *Trie) Add(phrase string) (id int, added bool) {
	if t.nodes == nil {
		t.nodes = make([]node, 1)
		for c := 0x80; c < len(t.heads); c++ {
			t.heads[c] = true // an accented letter, which folds to any other
		}
	}
	forms := variants(phrase)
	if id, ok := t.lookup(forms[0]); ok {
		return id, false
	}
	for _, f := range forms {
		t.add(f, t.ids)
	}
	t.ids++
	return t.ids - 1, true
}

// lookup gives the number of the phrase that reads like the tokens.
func (t *Trie) lookup(tokens []string) (id int, ok bool) {
	at := int32(0)
	for _, token := range tokens {
		if at = t.step(at, token); at == 0 {
			return 0, false
		}
	}
	cases := casesOf(tokens)
	for _, p := range t.nodes[at].phrases {
		if slices.Equal(p.cases, cases) {
			return p.id, true
		}
	}
	return 0, false
}

func (t *Trie) add(tokens []string, id int) {
	if _, known := t.lookup(tokens); known {
		return // a variant that is a phrase by itself
	}
	at := int32(0)
	for i, token := range tokens {
		next := t.step(at, token)
		if next == 0 {
			next = t.grow(at, token)
		}
		at = next
		if c := t.nodes[at].token; i == 0 && c != "" {
			t.heads[c[0]] = true
			if 'a' <= c[0] && c[0] <= 'z' {
				t.heads[c[0]-'a'+'A'] = true
			}
		}
	}
	t.nodes[at].phrases = append(t.nodes[at].phrases, ending{casesOf(tokens), id})
}

// step gives the child of a node by a token, or 0 where there is none.
func (t *Trie) step(parent int32, token string) int32 {
	if len(t.slots) == 0 {
		return 0
	}
	h := hash(token) ^ uint64(parent)*mix
	mask := uint64(len(t.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.child == 0 {
			return 0
		}
		if s.hash == h && s.parent == parent && alike(t.nodes[s.child].token, token) {
			return s.child
		}
	}
}

// mix spreads the numbers of nodes over the bits of a hash.
const mix = 0x9e3779b97f4a7c15

// grow adds a child to a node.
func (t *Trie) grow(parent int32, token string) int32 {
	if 2*(t.edges+1) > len(t.slots) {
		old := t.slots
		t.slots = make([]slot, max(64, 2*len(old)))
		for _, s := range old {
			if s.child != 0 {
				t.place(s)
			}
		}
	}
	child := int32(len(t.nodes))
	t.nodes = append(t.nodes, node{token: string(fold(nil, token))})
	t.place(slot{hash(token) ^ uint64(parent)*mix, parent, child})
	t.edges++
	return child
}

func (t *Trie) place(s slot) {
	mask := uint64(len(t.slots) - 1)
	i := s.hash & mask
	for t.slots[i].child != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = s
}
