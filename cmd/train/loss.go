package main

import (
	"math"

	"demarche/internal/syntax"
)

// cross is the cross-entropy of the cells lo to hi of a row against the target,
// counted from lo. Its gradient times scale is added to the row's. p is scratch
// space.
func (t *tape) cross(v *value, row, lo, hi, target int, scale float32, p []float32) float64 {
	p = p[:hi-lo]
	copy(p, v.row(row)[lo:hi])
	softmax(p)
	g := v.grow(row)[lo:hi]
	for j, q := range p {
		g[j] += q * scale
	}
	g[target] -= scale
	return -logOf(p[target])
}

func logOf(x float32) float64 { return math.Log(max(float64(x), 1e-12)) }

// barred is the score of an arc that cannot be.
const barred = -1e9

// loss runs a batch forwards and leaves the gradients of its mean loss on the
// scores; scale is one over the words of all parts of the batch.
func (n *net) loss(t *tape, batch []*example, scale float32) float64 {
	h, segs := n.run(t, batch)
	s := n.score(t, h, segs)
	rels := n.relation(t, s, goldHeads(batch, segs))
	size := max(len(n.inv.tags), n.inv.bundles, len(n.inv.rels))
	for _, seg := range segs {
		size = max(size, seg.n)
	}
	p := make([]float32, size)
	var total float64
	for i, e := range batch {
		arcs := s.arcs[i]
		for r := 1; r < len(e.form); r++ {
			at := segs[i].from + r
			if e.tag[r] >= 0 {
				total += t.cross(s.tags, at, 0, s.tags.cols, e.tag[r], scale, p)
			}
			if e.feat[r] >= 0 {
				first := n.inv.first[e.tag[r]]
				if last := first + len(n.inv.feats[e.tag[r]]); last-first > 1 {
					total += t.cross(s.feats, at, first, last, e.feat[r], scale, p)
				}
			}
			arcs.row(r)[r] = barred
			total += t.cross(arcs, r, 0, arcs.cols, e.head[r], scale, p)
			if e.rel[r] >= 0 {
				total += t.cross(rels, at, 0, rels.cols, e.rel[r], scale, p)
			}
		}
	}
	return total
}

// goldHeads gives the row of each row's head, -1 for the roots.
func goldHeads(batch []*example, segs []segment) []int {
	var heads []int
	for i, e := range batch {
		for _, h := range e.head {
			if h >= 0 {
				h += segs[i].from
			}
			heads = append(heads, h)
		}
	}
	return heads
}

func softmax(row []float32) {
	top := row[0]
	for _, v := range row {
		top = max(top, v)
	}
	var sum float32
	for j, v := range row {
		row[j] = exp32(v - top)
		sum += row[j]
	}
	for j := range row {
		row[j] /= sum
	}
}

// figures are counted over the words of a treebank.
type figures struct {
	words, upos, xpos, lemma, feats, uas, las int
}

// measure parses a treebank with the model as it will be used.
func measure(m *syntax.Model, bank []sentence) figures {
	var f figures
	p := m.NewParser()
	for _, s := range bank {
		words := make([]syntax.Word, len(s.words))
		for i, w := range s.words {
			words[i].Form = w.Form
		}
		p.Parse(words)
		for i, w := range s.words {
			got := words[i]
			f.words++
			f.upos += b2i(got.UPOS == w.UPOS)
			f.xpos += b2i(got.XPOS == w.XPOS)
			f.lemma += b2i(got.Lemma == w.Lemma)
			f.feats += b2i(got.Feats == w.Feats)
			f.uas += b2i(got.Head == w.Head)
			f.las += b2i(got.Head == w.Head && got.Rel == w.Rel)
		}
	}
	return f
}
