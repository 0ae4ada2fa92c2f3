package syntax

import (
	"math"
	"slices"
)

// cores are the relations of which a word has one of a kind at most: one subject, one
// object, and so on. The treebanks hold to that all but always. Since the parser
// chooses each word's head and relation by itself, the parts of a long name, say, may
// each become a subject of the verb. A clause beside an object is rare too, but "They
// ordered the consulate closed" is often read so, and to part them makes it worse.
var cores = map[string]core{
	"nsubj": subject, "nsubj:pass": subject, "csubj": subject, "csubj:pass": subject,
	"obj": object, "ccomp": clausal,
	"iobj": indirect, "xcomp": open,
}

type core int8

const (
	noCore core = iota
	subject
	object
	clausal
	indirect
	open
	coreKinds
)

// settleCores lets a word that shares its head and core relation with others keep them
// if the change would cost it most, and gives the others what is next likeliest.
func (p *Parser) settleCores(words []Word) {
	p.hold(words)
	for first := range words {
		head, kind := words[first].Head, cores[words[first].Rel]
		if p.holders(head, words[first].Rel) < 2 {
			continue
		}
		keeper, most := -1, float32(-1)
		for d, w := range words {
			if w.Head != head || cores[w.Rel] != kind {
				continue
			}
			if _, _, loss := p.next(words, d); loss > most {
				keeper, most = d, loss
			}
		}
		for d, w := range words {
			if d == keeper || w.Head != head || cores[w.Rel] != kind {
				continue
			}
			if h, rel, loss := p.next(words, d); loss < unlikely {
				p.held[head*int(coreKinds)+int(kind)]--
				words[d].Head, words[d].Rel = h, p.Rels[rel]
				if k := cores[p.Rels[rel]]; k != noCore {
					p.held[h*int(coreKinds)+int(k)]++
				}
			}
		}
	}
}

// unlikely is the loss of likelihood of what cannot be.
const unlikely = math.MaxFloat32

// next finds the head and relation of a word that lose least of likelihood among those
// that take no core relation from another word, nor its own.
func (p *Parser) next(words []Word, d int) (head, rel int, loss float32) {
	loss = unlikely
	arcs := p.arcs[d*(len(words)+1):][1:]
	try := func(h int) {
		less := arcs[words[d].Head] - arcs[h]
		if less >= loss || isBelow(words, h, d) {
			return
		}
		row := p.relations(d, h)
		less += logSum(row)
		for r, s := range row {
			if less-s < loss && p.holders(h, p.Rels[r]) == 0 {
				head, rel, loss = h, r, less-s
			}
		}
	}
	// The own head first, since most others lose more than it will.
	try(words[d].Head)
	for h := range words {
		try(h)
	}
	return head, rel, loss
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
