// Package sense holds small trained networks that weigh what the rules and the tree
// leave open: which act a word tells in its sentence, and which State stands on which
// side of it. It knows neither words nor States; it maps features to scores. How the
// networks are trained, and from what, tells docs/sense.md.
package sense

import (
	"slices"

	"demarche/internal/syntax"
)

// Features are what a network is asked about: marks that are there or not, and
// numbers.
type Features struct {
	Marks []uint64 // in any order; a mark that the network does not know weighs nothing
	Rules int      // so many of the last marks are of what the rules made
	Dense []int16  // in units of 1/Scale
}

// Scale is what 1 is among the numbers of [Features.Dense].
const Scale = syntax.StateScale

// Reset empties the features, and keeps their room.
func (f *Features) Reset() { f.Marks, f.Dense, f.Rules = f.Marks[:0], f.Dense[:0], 0 }

// Add adds the mark that some words make together.
func (f *Features) Add(words ...string) { f.Marks = append(f.Marks, Mark(words...)) }

// Clone copies the features out of the room that the next ones will take.
func (f *Features) Clone() Features {
	return Features{slices.Clone(f.Marks), f.Rules, slices.Clone(f.Dense)}
}

// Mark gives the number of the mark that some words make together (FNV-1a, Fowler,
// Noll and Vo 1991, with a stop after each word).
func Mark(words ...string) uint64 { return MarkAfter(14695981039346656037, words...) }

// MarkAfter gives the number of the mark that some words make together with those before
// them, of whose mark it is told the number.
func MarkAfter(h uint64, words ...string) uint64 {
	for _, w := range words {
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	return h
}

// MarkFolded is [MarkAfter] of one word, with its ASCII letters made small and each digit
// made 0: words as they stand in a text, of which there are many.
func MarkFolded(h uint64, word string) uint64 {
	for i := range len(word) {
		b := word[i]
		switch {
		case 'A' <= b && b <= 'Z':
			b += 'a' - 'A'
		case '0' <= b && b <= '9':
			b = '0'
		}
		h = (h ^ uint64(b)) * 1099511628211
	}
	return (h ^ 0xff) * 1099511628211
}

// Net is a network with one hidden layer: marks and numbers, weighed and summed, cut
// off below zero, and weighed again for each class. Its sums are of whole numbers, and
// what is not is rounded at each step, so that every machine gives the same scores. Any
// number of goroutines may use one.
type Net struct {
	Classes []string
	Hidden  int
	Inputs  int // numbers that it takes

	rows  index
	cells []byte  // of each mark its row of weights, in the file itself: there are millions
	unit  float32 // what a weight of 1 means in cells
	dense *syntax.Matrix
	bias  []float32
	out   []float32 // of each hidden cell its row of weights
	tail  []float32
}

// Room is scratch space for one goroutine.
type Room struct {
	marks []int32
	dense []float32
	input []int16
}

// Score writes the probability of each class into dst, which it gives back.
func (n *Net) Score(f *Features, room *Room, dst []float32) []float32 {
	h := n.Hidden
	room.marks = zeros(room.marks, h)
	for _, m := range f.Marks {
		if r := n.rows.of(m); r >= 0 {
			syntax.AddCells(room.marks, n.cells[int(r)*h:][:h])
		}
	}
	out := n.dense.Out()
	room.dense = slices.Grow(room.dense[:0], out)[:out]
	clear(room.dense)
	room.input = append(room.input[:0], f.Dense[:min(len(f.Dense), n.Inputs)]...)
	for len(room.input) < n.Inputs+n.Inputs%2 {
		room.input = append(room.input, 0)
	}
	if n.Inputs > 0 {
		n.dense.Apply(room.dense, room.input)
	}
	k := len(n.Classes)
	dst = append(dst[:0], n.tail...)
	for j := range h {
		x := n.bias[j] + float32(float32(room.marks[j])*n.unit)
		x += room.dense[j]
		if x <= 0 {
			continue
		}
		for c, w := range n.out[j*k:][:k] {
			dst[c] += float32(x * w)
		}
	}
	normalise(dst)
	return dst
}

func zeros(s []int32, n int) []int32 {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// normalise makes scores probabilities that sum to one (softmax).
func normalise(x []float32) {
	top := slices.Max(x)
	var sum float64
	for i, v := range x {
		e := exp(float64(v - top))
		sum += e
		x[i] = float32(e)
	}
	for i, v := range x {
		x[i] = float32(float64(v) / sum)
	}
}

// exp is e to the power of x, of at most 0, worked out alike on every machine, which
// math.Exp does not promise: the sum of a series after halving x.
func exp(x float64) float64 {
	if x < -40 {
		return 0
	}
	halved := 0
	for x < -0.125 {
		x /= 2
		halved++
	}
	term, sum := 1.0, 1.0
	for i := 1.0; i < 12; i++ {
		term = float64(term*x) / i
		sum += term
	}
	for range halved {
		sum = float64(sum * sum)
	}
	return sum
}
