package main

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"demarche/internal/syntax"
)

// The gradients that a tape walks back are those that small changes of each
// weight show.
func TestGradientsMatchDifferences(t *testing.T) {
	train := []sentence{
		{words: []syntax.Word{{Form: "Russia", UPOS: "PROPN", XPOS: "NNP", Head: 1, Rel: "nsubj"}, {Form: "expelled", UPOS: "VERB", XPOS: "VBD", Head: -1, Rel: "root"}, {Form: "two", UPOS: "NUM", XPOS: "CD", Head: 3, Rel: "nummod"}, {Form: "diplomats", UPOS: "NOUN", XPOS: "NNS", Head: 1, Rel: "obj"}}},
		{words: []syntax.Word{{Form: "Talks", UPOS: "NOUN", XPOS: "NNS", Head: 1, Rel: "nsubj"}, {Form: "failed", UPOS: "VERB", XPOS: "VBD", Head: -1, Rel: "root"}}},
		{words: []syntax.Word{{Form: "Talks", UPOS: "NOUN", XPOS: "NNS", Head: -1, Rel: "root"}}},
	}
	train = append(train, train...)
	train = append(train, train...)
	inv := newInventory(train, 1)
	r := rand.New(rand.NewPCG(1, 1))
	vec := &vectors{width: 5, words: []string{"two", "talks"}, at: map[string]int{"two": 0, "talks": 1}}
	for range 10 {
		vec.x = append(vec.x, r.Float32()-0.5)
	}
	for _, layers := range []string{"c3", "r16", "c3,r16,c5"} {
		n, err := newNet(design{embed: 6, width: 8, layers: strings.Split(layers, ","), arc: 7, label: 5}, inv, vec, 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range n.params {
			for i := range p.w {
				p.w[i] += (r.Float32() - 0.5) * 0.3
			}
		}
		var batch []*example
		for _, s := range train[:3] {
			batch = append(batch, newExample(s, inv, vec))
		}
		run := func() float64 {
			tp := &tape{training: true, rng: r}
			return n.loss(tp, batch, 1)
		}
		tp := &tape{training: true, rng: r}
		n.loss(tp, batch, 1)
		tp.backward()
		for k, p := range n.params {
			for range 6 {
				i := r.IntN(len(p.w))
				if p == n.affix {
					a := batch[0].affix[1+r.IntN(2)]
					i = a[r.IntN(len(a))]*p.cols + r.IntN(p.cols)
				}
				const h = 1e-3
				old := p.w[i]
				p.w[i] = old + h
				up := run()
				p.w[i] = old - h
				down := run()
				p.w[i] = old
				want, got := (up-down)/(2*h), float64(p.grads[0][i])
				if math.Abs(want-got) > 0.02+0.05*math.Abs(want) {
					t.Errorf("%s: gradient of parameter %d of %d by %d, cell %d, is %.4f, differences show %.4f", layers, k, p.rows, p.cols, i, got, want)
				}
			}
		}
	}
}
