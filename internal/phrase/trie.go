// Package phrase finds the phrases of a fixed list among the tokens of a
// sentence: a trie of tokens that knows nothing of what the phrases mean.
//
// It reads case as a list of names needs it. A word that the list has in small
// letters matches in any case; one with a capital at its head wants a capital
// in the text; one that is all capitals, such as US, wants all capitals.
// Accents and the shape of apostrophes and hyphens do not count.
package phrase

import (
	"slices"
	"unicode/utf8"

	"demarche"
)

// Trie is a list of phrases. The zero Trie is empty and ready for use. Any
// number of goroutines may search it while nobody adds to it.
//
// A list has some ten thousand phrases, and is read anew at every start. So all
// that belongs to them lies in a few long slices without pointers, each thing
// named by its place.
type Trie struct {
	nodes   []node // nodes[0] is the root
	letters []byte // the tokens of the nodes
	endings []ending
	cases   []letterCase // those of the endings
	ids     int

	// slots are the edges, in a table with open addressing; its size is 1<<(32-shift).
	slots []slot
	shift uint8
	first filter // the tokens with which phrases begin

	spans []demarche.Span // of the phrase that is being added
	words []string
}

type node struct {
	kids       uint64 // a bit for each child's token, by its hash
	parent     int32
	start, end int32 // of its token among the letters, folded: the one that leads here
	ending     int32 // the first phrase that ends here; 0 for none
}

// ending is a phrase that ends at a node. Its letters are known from the way
// to the node; the cases say how they must be written.
type ending struct {
	cases int32 // where those of its tokens begin
	id    int32
	next  int32 // the phrase that was added next at this node; 0 for none
}

// begin makes a Trie of the zero Trie.
func (t *Trie) begin() {
	t.nodes = make([]node, 1, 64)
	t.endings = make([]ending, 1, 64)
	for b := utf8.RuneSelf; b < len(t.first.heads); b++ {
		t.first.heads[b] = true // an accented letter, which folds to any other
	}
}

// Grow makes room for n more phrases of two or three words. A list that is long
// is read the faster for it.
func (t *Trie) Grow(n int) {
	if t.nodes == nil {
		t.begin()
	}
	t.nodes = slices.Grow(t.nodes, n+n/2)
	t.letters = slices.Grow(t.letters, 10*n)
	t.endings = slices.Grow(t.endings, n+n/8)
	t.cases = slices.Grow(t.cases, 2*n)
	size := max(64, len(t.slots))
	for 3*size < 4*(len(t.nodes)+n+n/2) {
		size *= 2
	}
	if size > len(t.slots) {
		t.resize(size)
	}
}

// Add adds a phrase and gives its number. Numbers count from 0 in the order of
// adding. A phrase that matches the very words of an earlier one is not added:
// it has that one's number. One without any word is numbered and never found.
func (t *Trie) Add(phrase string) (id int, added bool) {
	if t.nodes == nil {
		t.begin()
	}
	t.spans = appendTokens(t.spans[:0], phrase)
	t.words = t.words[:0]
	for _, s := range t.spans {
		t.words = append(t.words, s.In(phrase))
	}
	if id, added := t.add(t.words, t.ids); !added {
		return id, false
	}
	for _, v := range variants(t.words, t.spans) {
		t.add(v, t.ids) // unless it is a phrase by itself
	}
	t.ids++
	return t.ids - 1, true
}

// add adds the tokens of a phrase. Where a phrase reads like them already, it
// gives that one's number instead.
func (t *Trie) add(tokens []string, id int) (int, bool) {
	var at, head int32 // the nodes of the last and the first token
	var first uint64   // the hash of the first
	for i, token := range tokens {
		h := hash(token)
		next := t.step(at, h, token)
		if next == 0 {
			next = t.grow(at, h, token)
		}
		if at = next; i == 0 {
			head, first = at, h
		}
	}
	start := len(t.cases)
	for _, token := range tokens {
		t.cases = append(t.cases, caseOf(token))
	}
	cases := t.cases[start:]
	last := &t.nodes[at].ending
	for *last != 0 {
		e := &t.endings[*last]
		if slices.Equal(t.casesOf(e, len(tokens)), cases) {
			t.cases = t.cases[:start]
			return int(e.id), false
		}
		last = &e.next
	}
	*last = int32(len(t.endings))
	t.endings = append(t.endings, ending{cases: int32(start), id: int32(id)})
	if len(tokens) > 0 {
		t.first.add(t.token(head), first, cases[0])
	}
	return id, true
}

// casesOf gives the cases of an ending that has n tokens.
func (t *Trie) casesOf(e *ending, n int) []letterCase { return t.cases[e.cases:][:n] }

// token gives the folded token that leads to a node.
func (t *Trie) token(at int32) []byte {
	n := &t.nodes[at]
	return t.letters[n.start:n.end]
}
