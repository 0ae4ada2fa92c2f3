package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"sync"
)

// trainer goes through the training sentences in batches.
type trainer struct {
	n     *net
	data  []*example
	size  int // words of a batch
	rate  float64
	step  int
	steps int // steps of the whole training
	rng   *rand.Rand
	tapes [workers]*tape
}

func newTrainer(n *net, data []*example, size, epochs int, rate float64, seed uint64) *trainer {
	tr := &trainer{n: n, data: data, size: size, rate: rate, rng: rand.New(rand.NewPCG(seed, 2))}
	for i := range tr.tapes {
		tr.tapes[i] = &tape{worker: i, training: true, rng: rand.New(rand.NewPCG(seed, uint64(10+i)))}
	}
	tr.steps = epochs * len(tr.split())
	return tr
}

// split shuffles the sentences and cuts them into batches of like length.
func (tr *trainer) split() [][]*example {
	order := make([]*example, len(tr.data))
	copy(order, tr.data)
	tr.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	// Sorting within stretches keeps a batch's sentences alike in length.
	const stretch = 4096
	for i := 0; i < len(order); i += stretch {
		part := order[i:min(i+stretch, len(order))]
		sort.SliceStable(part, func(a, b int) bool { return len(part[a].form) < len(part[b].form) })
	}
	var out [][]*example
	for i := 0; i < len(order); {
		j, words := i, 0
		for j < len(order) && (j == i || words+len(order[j].form)-1 <= tr.size) {
			words += len(order[j].form) - 1
			j++
		}
		out = append(out, order[i:j])
		i = j
	}
	tr.rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (tr *trainer) epoch() float64 {
	var total float64
	count := 0
	for _, batch := range tr.split() {
		words := 0
		for _, e := range batch {
			words += len(e.form) - 1
		}
		var losses [workers]float64
		var wg sync.WaitGroup
		for w := range workers {
			var part []*example
			for i := w; i < len(batch); i += workers {
				part = append(part, batch[i])
			}
			if len(part) == 0 {
				continue
			}
			wg.Go(func() {
				t := tr.tapes[w]
				t.reset()
				losses[w] = tr.n.loss(t, part, 1/float32(words))
				t.backward()
			})
		}
		wg.Wait()
		for _, l := range losses {
			total += l
		}
		count += words
		tr.update()
	}
	return total / float64(count)
}

// update takes one step of Adam (Kingma and Ba 2015) with the gradient cut to a
// norm, the rate rising over the first steps and then falling to nothing.
func (tr *trainer) update() {
	tr.step++
	const b1, b2, eps, clip, warm = 0.9, 0.98, 1e-8, 2.0, 400.0
	rate := tr.rate * min(1, float64(tr.step)/warm)
	done := float64(tr.step) / float64(tr.steps+1)
	rate *= max(0.002, 0.5*(1+math.Cos(math.Pi*done)))
	// Of a sparse table only the rows that the batch used are looked at.
	spans := make([][]span, len(tr.n.params))
	for i, p := range tr.n.params {
		spans[i] = p.used()
	}
	var sums [workers]float64
	parts := func(do func(p *param, w, lo, hi int)) {
		var wg sync.WaitGroup
		for w := range workers {
			wg.Go(func() {
				for i, p := range tr.n.params {
					for k := w; k < len(spans[i]); k += workers {
						do(p, w, spans[i][k].lo, spans[i][k].hi)
					}
				}
			})
		}
		wg.Wait()
	}
	parts(func(p *param, w, lo, hi int) {
		g := p.grads[0][lo:hi]
		for _, o := range p.grads[1:] {
			for i, v := range o[lo:hi] {
				g[i] += v
			}
		}
		var s float32
		for _, v := range g {
			s += v * v
		}
		sums[w] += float64(s)
	})
	var norm float64
	for _, s := range sums {
		norm += s
	}
	norm = math.Sqrt(norm)
	scale := float32(1)
	if norm > clip {
		scale = float32(clip / norm)
	}
	c1 := 1 - math.Pow(b1, float64(tr.step))
	c2 := 1 - math.Pow(b2, float64(tr.step))
	lr := float32(rate * math.Sqrt(c2) / c1)
	parts(func(p *param, _, lo, hi int) {
		g, m, v, x := p.grads[0][lo:hi], p.m[lo:hi], p.v[lo:hi], p.w[lo:hi]
		for i, d := range g {
			d *= scale
			m[i] = b1*m[i] + (1-b1)*d
			v[i] = b2*v[i] + (1-b2)*d*d
			x[i] -= lr * m[i] / (float32(math.Sqrt(float64(v[i]))) + eps)
		}
		for _, o := range p.grads {
			clear(o[lo:hi])
		}
	})
}

// span is a range of a parameter's cells.
type span struct{ lo, hi int }

// used gives the cells that have a gradient, in stretches, and forgets them.
func (p *param) used() []span {
	var out []span
	if !p.sparse {
		const stretch = 4096
		for lo := 0; lo < len(p.w); lo += stretch {
			out = append(out, span{lo, min(lo+stretch, len(p.w))})
		}
		return out
	}
	var rows []int
	for w := range p.touched {
		rows = append(rows, p.touched[w]...)
		p.touched[w] = p.touched[w][:0]
	}
	slices.Sort(rows)
	for _, r := range slices.Compact(rows) {
		out = append(out, span{r * p.cols, (r + 1) * p.cols})
	}
	return out
}
