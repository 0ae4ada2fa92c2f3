package syntax

import (
	"math"
	"slices"
)

// cores are the relations of which a word has one at most: one subject, one object,
// be it a noun or a clause, and so on. The treebanks hold to that all but always.
// Since the parser chooses each word's head and relation by itself, the parts of a
// long name, say, may each become a subject of the verb.
var cores = map[string]core{
	"nsubj": subject, "nsubj:pass": subject, "csubj": subject, "csubj:pass": subject,
	"obj": object, "ccomp": object,
	"iobj": indirect, "xcomp": open,
}

type core int8

const (
	noCore core = iota
	subject
	object
	indirect
	open
	coreKinds
)

// settleCores gives words that share a head and a core relation with another what is
// next likeliest for them, the cheapest change first, until none do.
func (p *Parser) settleCores(words []Word) {
	for range words {
		p.hold(words)
		shared := slices.IndexFunc(words, func(w Word) bool { return p.holders(w.Head, w.Rel) > 1 })
		if shared < 0 {
			return
		}
		d, h, rel, ok := p.cheapest(words, words[shared].Head, cores[words[shared].Rel])
		if !ok {
			return
		}
		words[d].Head, words[d].Rel = h, p.Rels[rel]
	}
}

// cheapest finds, among the words that hang on a head by a kind of core relation,
// the head and relation that lose least of likelihood and that no other word has.
func (p *Parser) cheapest(words []Word, shared int, kind core) (dep, head, rel int, ok bool) {
	least := float32(math.Inf(1))
	for d, w := range words {
		if w.Head != shared || cores[w.Rel] != kind {
			continue
		}
		arcs := p.arcs[d*(len(words)+1):][1:]
		try := func(h int) {
			loss := arcs[shared] - arcs[h]
			if loss >= least || isBelow(words, h, d) {
				return
			}
			row := p.relations(d, h)
			all := logSum(row)
			for r, s := range row {
				if l := loss + (all - s); l < least && p.holders(h, p.Rels[r]) == 0 {
					least = l
					dep, head, rel, ok = d, h, r, true
				}
			}
		}
		// The own head first, since most other heads lose more than it will.
		try(shared)
		for h := range words {
			try(h)
		}
	}
	return dep, head, rel, ok
}

// logSum is the logarithm of the sum of the scores' exponentials. Taken in 64 bits and
// then rounded, it does not show in what last bit machines' exponentials differ.
func logSum(scores []float32) float32 {
	top := slices.Max(scores)
	var sum float64
	for _, s := range scores {
		sum += math.Exp(float64(s - top))
	}
	return top + float32(math.Log(sum))
}

// hold counts for each word the words that hang on it by each kind of core relation.
func (p *Parser) hold(words []Word) {
	p.held = grown(p.held, len(words)*int(coreKinds))
	clear(p.held)
	for _, w := range words {
		if k := cores[w.Rel]; k != noCore {
			p.held[w.Head*int(coreKinds)+int(k)]++
		}
	}
}

// holders says how many words hang on a head by the kind of core relation that a
// relation is of.
func (p *Parser) holders(head int, rel string) int {
	k := cores[rel]
	if k == noCore {
		return 0
	}
	return int(p.held[head*int(coreKinds)+int(k)])
}

// isBelow says whether a word is another or hangs, over its heads, on it.
func isBelow(words []Word, word, top int) bool {
	for w := word; w != Root; w = words[w].Head {
		if w == top {
			return true
		}
	}
	return false
}
