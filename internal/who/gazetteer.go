package who

import (
	"slices"
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
	// senses are those of all names, the ones of a name side by side.
	senses []Sense
	// capitals are those of each State, as their table has them.
	capitals map[Code][]capital
	// titled are the persons whose surname alone may be anybody's.
	titled map[titled][]Sense
}

// titled is a surname and the class of the office it is called by.
type titled struct {
	class   Class
	surname string
}

// Titled gives those whom a surname means behind a title of a class in a year,
// where it means nobody alone: "President Bush", "Prime Minister Brown".
func (g *Gazetteer) Titled(class Class, surname string, year int) (codes []Code) {
	for _, s := range g.titled[titled{class, surname}] {
		if s.Holds(year) && !slices.Contains(codes, s.Code) {
			codes = append(codes, s.Code)
		}
	}
	return codes
}

// capital is one spelling of a capital and the years of its use.
type capital struct {
	name  string
	sense Sense
}

// Capital gives the capital that a State had in a year, in its first spelling, or
// nothing.
func (g *Gazetteer) Capital(code Code, year int) string {
	for _, c := range g.capitals[code] {
		// One that has its own years goes before those that have none.
		if (c.sense.From != 0 || c.sense.To != 0) && c.sense.Holds(year) {
			return c.name
		}
	}
	for _, c := range g.capitals[code] {
		if c.sense.Holds(year) {
			return c.name
		}
	}
	return ""
}

// meaning is what a phrase stands for: nothing when it is a false friend.
type meaning struct {
	first, count int32 // where its senses stand, and how many it has
	prefix       bool  // the phrase is a prefix and its hyphen: Sino-
}

// Find appends to dst the names in a sentence, given by its tokens, from left
// to right. Where two could begin at a token the longest is taken, and names
// within a false friend ("Indian Ocean") are passed over. It allocates nothing
// but what dst needs.
func (g *Gazetteer) Find(text string, tokens []demarche.Span, dst []Mention) []Mention {
	for m, ok := g.trie.Next(text, tokens, 0); ok; m, ok = g.trie.Next(text, tokens, m.End) {
		switch name := &g.names[m.ID]; {
		case name.prefix:
			dst = append(dst, Mention{m.First, m.End - 1, g.sensesOf(name)})
		case name.count > 0:
			dst = append(dst, Mention{m.First, m.End, g.sensesOf(name)})
		}
	}
	return dst
}

// grow makes room for the names of so many rows: a person has some.
func (g *Gazetteer) grow(rows int) {
	n := rows + rows/2
	g.trie.Grow(n)
	g.names = slices.Grow(g.names, n)
	g.senses = slices.Grow(g.senses, n)
}

// add gives a name one more sense. It gives all that the name has now.
func (g *Gazetteer) add(name string, s Sense) []Sense {
	m := g.meaning(name)
	m.prefix = strings.HasSuffix(name, "-")
	g.mean(m, s)
	return g.sensesOf(m)
}

// mean gives a meaning one more sense.
func (g *Gazetteer) mean(m *meaning, s Sense) {
	if int(m.first+m.count) != len(g.senses) { // no room beside those that it has
		first := len(g.senses)
		g.senses = append(g.senses, g.sensesOf(m)...)
		m.first = int32(first)
	}
	g.senses = append(g.senses, s)
	m.count++
}

// sensesOf gives the senses of a meaning.
func (g *Gazetteer) sensesOf(m *meaning) []Sense {
	end := m.first + m.count
	return g.senses[m.first:end:end]
}

// meaning gives what a phrase means so far, nothing where it is new.
func (g *Gazetteer) meaning(words string) *meaning {
	id, added := g.trie.Add(words)
	if added {
		g.names = append(g.names, meaning{})
	}
	return &g.names[id]
}
