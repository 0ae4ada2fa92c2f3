package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"demarche/internal/sense"
)

// quiz is what a network is asked, and the class that is the answer.
type quiz struct {
	sense.Features
	class int
}

// leastSeen is how often a mark must stand in the lessons to weigh anything.
const leastSeen = 3

// learn trains members of one network each by itself, and joins them: the hidden cells
// side by side, each member's scores divided by their number, so that the network gives
// the mean of what they say (bagging, Breiman 1996, but for the samples).
func (s *senses) learn(name string, classes []string, lessons []quiz) sense.Parameters {
	seen := map[uint64]int{}
	inputs := 0
	for i := range lessons {
		for _, m := range lessons[i].Marks {
			seen[m]++
		}
		inputs = max(inputs, len(lessons[i].Dense))
	}
	maps.DeleteFunc(seen, func(_ uint64, n int) bool { return n < leastSeen })
	marks := slices.Sorted(maps.Keys(seen))
	at := make(map[uint64]int32, len(marks))
	for i, m := range marks {
		at[m] = int32(i)
	}
	asks := make([]ask, len(lessons))
	for i := range lessons {
		a := &asks[i]
		a.class = lessons[i].class
		for k, m := range lessons[i].Marks {
			if k == len(lessons[i].Marks)-lessons[i].Rules {
				a.own = len(a.marks)
			}
			if r, ok := at[m]; ok && !slices.Contains(a.marks, r) {
				a.marks = append(a.marks, r)
			}
		}
		if lessons[i].Rules == 0 {
			a.own = len(a.marks)
		}
		a.dense = lessons[i].Dense
	}
	parts := make([]*member, s.members)
	var wait sync.WaitGroup
	slots := make(chan bool, workers)
	for k := range parts {
		wait.Go(func() {
			slots <- true
			parts[k] = newMember(len(marks), inputs, s.hidden, len(classes), uint64(k+1))
			loss := parts[k].train(asks, s.rounds)
			fmt.Fprintf(s.log, "%s %d: loss %.4f\n", name, k+1, loss)
			<-slots
		})
	}
	wait.Wait()
	h := s.hidden * s.members
	p := sense.Parameters{Name: name, Classes: classes, Hidden: h, Inputs: inputs, Marks: marks,
		Rows: make([]float32, len(marks)*h), Dense: make([]float32, inputs*h), Tail: make([]float32, len(classes))}
	for k, m := range parts {
		for i := range marks {
			copy(p.Rows[i*h+k*s.hidden:][:s.hidden], m.rows.w[i*s.hidden:])
		}
		for i := range inputs {
			copy(p.Dense[i*h+k*s.hidden:][:s.hidden], m.dense.w[i*s.hidden:])
		}
		p.Bias = append(p.Bias, m.bias.w...)
		for _, x := range m.out.w {
			p.Out = append(p.Out, x/float32(s.members))
		}
		for c, x := range m.tail.w {
			p.Tail[c] += x / float32(s.members)
		}
	}
	return p
}

// ask is a quiz with its marks numbered.
type ask struct {
	marks []int32
	own   int // so many of the marks are not of the rules
	dense []int16
	class int
}

// weights are trained by Adam (Kingma and Ba 2015); of a table with rows only those that
// a batch touches.
type weights struct {
	w, g, m, v []float32
	touched    []int32 // rows with a gradient, for a table
	seen       []bool
	cols       int
}

func newWeights(rows, cols int, bound float64, r *rand.Rand) *weights {
	n := rows * cols
	x := &weights{w: make([]float32, n), g: make([]float32, n), m: make([]float32, n), v: make([]float32, n), seen: make([]bool, rows), cols: cols}
	for i := range x.w {
		x.w[i] = float32((2*r.Float64() - 1) * bound)
	}
	return x
}

// member is one small network.
type member struct {
	hidden, classes              int
	rows, dense, bias, out, tail *weights
	rng                          *rand.Rand
	h, dh, score, input          []float32
	on                           []bool
	steps                        float64
}

func newMember(marks, inputs, hidden, classes int, seed uint64) *member {
	r := rand.New(rand.NewPCG(seed, 7))
	return &member{hidden: hidden, classes: classes, rng: r,
		rows: newWeights(marks, hidden, 0.05, r), dense: newWeights(inputs, hidden, 0.05, r), bias: newWeights(1, hidden, 0.05, r),
		out: newWeights(hidden, classes, math.Sqrt(3/float64(hidden)), r), tail: newWeights(1, classes, 0, r),
		h: make([]float32, hidden), dh: make([]float32, hidden), score: make([]float32, classes), on: make([]bool, hidden)}
}

const (
	dropMark   = 0.15 // marks left out of a step at random
	dropRules  = 0.3
	dropDense  = 0.1
	dropHidden = 0.3
	learnRate  = 1.5e-3
	learnBatch = 32
	decay      = 1e-4
)

// spare is how many of the lessons without an act stand for one that is taken in an
// epoch, where they are so many more than the others.
const spare = 4

// train goes through the lessons so often and gives the mean loss of the last time.
func (m *member) train(asks []ask, epochs int) float64 {
	var all, none []int
	for i := range asks {
		if asks[i].class == 0 {
			none = append(none, i)
		} else {
			all = append(all, i)
		}
	}
	part := len(none)
	if len(none) > 2*spare*len(all) {
		part /= spare
	}
	total := float64(epochs * ((len(all) + part + learnBatch - 1) / learnBatch))
	loss := 0.0
	order := make([]int, 0, len(all)+part)
	for range epochs {
		m.rng.Shuffle(len(none), func(i, j int) { none[i], none[j] = none[j], none[i] })
		order = append(append(order[:0], all...), none[:part]...)
		m.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss = 0
		for from := 0; from < len(order); from += learnBatch {
			batch := order[from:min(from+learnBatch, len(order))]
			for _, i := range batch {
				loss += m.step(&asks[i], float32(len(batch)))
			}
			m.steps++
			rate := learnRate * 0.5 * (1 + math.Cos(math.Pi*m.steps/total))
			for _, w := range []*weights{m.rows, m.dense, m.bias, m.out, m.tail} {
				w.update(rate, m.steps)
			}
		}
		loss /= float64(len(order))
	}
	m.tail.w[0] += float32(math.Log(float64(len(none)) / float64(max(part, 1))))
	return loss
}

// step adds the gradient of one quiz.
func (m *member) step(a *ask, size float32) float64 {
	h := m.hidden
	copy(m.h, m.bias.w)
	kept := a.marks[:0:0]
	marks := a.marks
	if m.rng.Float64() < dropRules {
		marks = marks[:a.own]
	}
	for _, r := range marks {
		if m.rng.Float64() < dropMark {
			continue
		}
		kept = append(kept, r)
		for j, w := range m.rows.w[int(r)*h:][:h] {
			m.h[j] += w / (1 - dropMark)
		}
	}
	m.input = append(m.input[:0], make([]float32, len(a.dense))...)
	dense := m.input
	for i, x := range a.dense {
		if x == 0 || m.rng.Float64() < dropDense {
			continue
		}
		v := float32(x) / sense.Scale / (1 - dropDense)
		dense[i] = v
		for j, w := range m.dense.w[i*h:][:h] {
			m.h[j] += v * w
		}
	}
	for j, x := range m.h {
		m.on[j] = x > 0 && m.rng.Float64() >= dropHidden
		if m.on[j] {
			m.h[j] = x / (1 - dropHidden)
		} else {
			m.h[j] = 0
		}
	}
	copy(m.score, m.tail.w)
	for j, x := range m.h {
		if x != 0 {
			for c, w := range m.out.w[j*m.classes:][:m.classes] {
				m.score[c] += x * w
			}
		}
	}
	top := slices.Max(m.score)
	var sum float64
	for _, x := range m.score {
		sum += math.Exp(float64(x - top))
	}
	loss := math.Log(sum) - float64(m.score[a.class]-top)
	clear(m.dh)
	for c, x := range m.score {
		g := float32(math.Exp(float64(x-top)) / sum)
		if c == a.class {
			g--
		}
		g /= size
		m.tail.g[c] += g
		for j, y := range m.h {
			if m.on[j] {
				m.out.g[j*m.classes+c] += g * y
				m.dh[j] += g * m.out.w[j*m.classes+c] / (1 - dropHidden)
			}
		}
	}
	for j := range m.dh {
		m.bias.g[j] += m.dh[j]
	}
	for _, r := range kept {
		m.rows.touch(r)
		for j, d := range m.dh {
			m.rows.g[int(r)*h+j] += d / (1 - dropMark)
		}
	}
	for i, v := range dense {
		if v != 0 {
			m.dense.touch(int32(i))
			for j, d := range m.dh {
				m.dense.g[i*h+j] += d * v
			}
		}
	}
	for _, w := range []*weights{m.bias, m.out, m.tail} {
		for r := range len(w.seen) {
			w.touch(int32(r))
		}
	}
	return loss
}

func (w *weights) touch(row int32) {
	if !w.seen[row] {
		w.seen[row] = true
		w.touched = append(w.touched, row)
	}
}

// update takes one step of Adam on the rows touched.
func (w *weights) update(rate, steps float64) {
	slices.SortFunc(w.touched, func(a, b int32) int { return cmp.Compare(a, b) })
	c1, c2 := float32(1-math.Pow(0.9, steps)), float32(1-math.Pow(0.999, steps))
	for _, r := range w.touched {
		w.seen[r] = false
		for i := int(r) * w.cols; i < int(r+1)*w.cols; i++ {
			g := w.g[i] + decay*w.w[i]
			w.g[i] = 0
			w.m[i] = 0.9*w.m[i] + 0.1*g
			w.v[i] = 0.999*w.v[i] + 0.001*g*g
			w.w[i] -= float32(rate) * (w.m[i] / c1) / (float32(math.Sqrt(float64(w.v[i]/c2))) + 1e-8)
		}
	}
	w.touched = w.touched[:0]
}
