package main

import (
	"math"
	"math/rand/v2"
)

// param is a matrix of weights that training changes, with one gradient for
// each worker and Adam's two moments.
type param struct {
	rows, cols int
	w          []float32
	grads      [workers][]float32
	m, v       []float32
	touched    [workers][]int // rows with a gradient, for a table of which a batch uses few
	sparse     bool
}

func newParam(rows, cols int) *param {
	p := &param{rows: rows, cols: cols, w: make([]float32, rows*cols)}
	for i := range p.grads {
		p.grads[i] = make([]float32, rows*cols)
	}
	p.m, p.v = make([]float32, rows*cols), make([]float32, rows*cols)
	return p
}

// uniform fills the weights from -bound to bound.
func (p *param) uniform(r *rand.Rand, bound float64) *param {
	for i := range p.w {
		p.w[i] = float32((2*r.Float64() - 1) * bound)
	}
	return p
}

// glorot fills the weights as Glorot and Bengio (2010) advise.
func (p *param) glorot(r *rand.Rand) *param {
	return p.uniform(r, math.Sqrt(6/float64(p.rows+p.cols)))
}

// value is a matrix that one step computes, row-major, with its gradient.
type value struct {
	rows, cols int
	x, g       []float32
}

func (v *value) row(i int) []float32  { return v.x[i*v.cols:][:v.cols] }
func (v *value) grow(i int) []float32 { return v.g[i*v.cols:][:v.cols] }

// tape records the operations of one step, so that they can be walked back.
type tape struct {
	packs
	worker   int
	training bool
	rng      *rand.Rand
	arena    []float32
	used     int
	back     []func()
}

func (t *tape) reset() {
	t.used = 0
	t.back = t.back[:0]
}

// floats hands out n zeros that live until reset.
func (t *tape) floats(n int) []float32 {
	if t.used+n > len(t.arena) {
		t.arena = make([]float32, max(2*len(t.arena), n, 1<<22))
		t.used = 0
	}
	s := t.arena[t.used:][:n:n]
	t.used += n
	clear(s)
	return s
}

func (t *tape) matrix(rows, cols int) *value {
	v := &value{rows: rows, cols: cols, x: t.floats(rows * cols)}
	if t.training {
		v.g = t.floats(rows * cols)
	}
	return v
}

func (t *tape) then(f func()) {
	if t.training {
		t.back = append(t.back, f)
	}
}

func (t *tape) backward() {
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

// linear is x*w + bias, with w of x.cols rows; bias may be nil.
func (t *tape) linear(x *value, w, bias *param) *value {
	y := t.matrix(x.rows, w.cols)
	if bias != nil {
		for i := range y.rows {
			copy(y.row(i), bias.w)
		}
	}
	t.addProduct(x.rows, w.cols, x.cols, plain(x.x, x.cols), plain(w.w, w.cols), y.x, y.cols)
	t.then(func() {
		if x.g != nil {
			t.addProduct(x.rows, x.cols, w.cols, plain(y.g, y.cols), turned(w.w, w.cols), x.g, x.cols)
		}
		t.addProduct(x.cols, w.cols, x.rows, turned(x.x, x.cols), plain(y.g, y.cols), w.grads[t.worker], w.cols)
		if bias != nil {
			g := bias.grads[t.worker]
			for i := range y.rows {
				for j, d := range y.grow(i) {
					g[j] += d
				}
			}
		}
	})
	return y
}

// segment is the rows of one sentence in a batch.
type segment struct{ from, n int }

// window puts beside each row its neighbours at the offsets, zeros beyond the
// ends of the sentence.
func (t *tape) window(x *value, segs []segment, offsets []int) *value {
	y := t.matrix(x.rows, x.cols*len(offsets))
	walk := func(do func(dst, src int, k int)) {
		for _, s := range segs {
			for i := range s.n {
				for k, o := range offsets {
					if j := i + o; j >= 0 && j < s.n {
						do(s.from+i, s.from+j, k*x.cols)
					}
				}
			}
		}
	}
	walk(func(dst, src, at int) { copy(y.row(dst)[at:][:x.cols], x.row(src)) })
	t.then(func() {
		walk(func(dst, src, at int) {
			from := y.grow(dst)[at:][:x.cols]
			for c, d := range from {
				x.grow(src)[c] += d
			}
		})
	})
	return y
}

// bend is the Padé approximant x(27+x²)/(27+9x²) of tanh, cut at ±3 where it
// reaches ±1: a sigmoid of few operations that every machine rounds alike.
func bend(x float32) float32 {
	x = min(max(x, -3), 3)
	return x * (27 + x*x) / (27 + 9*x*x)
}

// slope is the derivative of bend.
func slope(x float32) float32 {
	x = min(max(x, -3), 3)
	s := (9 - x*x) / (9 + 3*x*x)
	return s * s
}

// gate is bend brought to the range of the logistic function, which it follows.
func gate(x float32) float32 { return 0.5 + 0.5*bend(0.5*x) }

func gateSlope(x float32) float32 { return 0.25 * slope(0.5*x) }

// gated is a*gate(b) for a row that holds a and then b (Dauphin et al. 2017).
func (t *tape) gated(x *value) *value {
	n := x.cols / 2
	y := t.matrix(x.rows, n)
	s := t.floats(x.rows * n)
	for i := range x.rows {
		in, out, open := x.row(i), y.row(i), s[i*n:][:n]
		for j := range n {
			open[j] = gate(in[n+j])
			out[j] = in[j] * open[j]
		}
	}
	t.then(func() {
		for i := range x.rows {
			in, gin, g, open := x.row(i), x.grow(i), y.grow(i), s[i*n:][:n]
			for j := range n {
				gin[j] += g[j] * open[j]
				gin[n+j] += g[j] * in[j] * gateSlope(in[n+j])
			}
		}
	})
	return y
}

func (t *tape) relu(x *value) *value {
	y := t.matrix(x.rows, x.cols)
	for i, v := range x.x {
		if v > 0 {
			y.x[i] = v
		}
	}
	t.then(func() {
		for i, v := range x.x {
			if v > 0 {
				x.g[i] += y.g[i]
			}
		}
	})
	return y
}

func (t *tape) add(a, b *value) *value {
	y := t.matrix(a.rows, a.cols)
	for i := range y.x {
		y.x[i] = a.x[i] + b.x[i]
	}
	t.then(func() {
		for i, g := range y.g {
			a.g[i] += g
			b.g[i] += g
		}
	})
	return y
}

// norm brings each row to mean 0 and variance 1 (Ba et al. 2016; scale and
// shift are left to the linear map that follows).
func (t *tape) norm(x *value) *value {
	y := t.matrix(x.rows, x.cols)
	inv := t.floats(x.rows)
	n := float32(x.cols)
	for i := range x.rows {
		in, out := x.row(i), y.row(i)
		var sum, sq float32
		for _, v := range in {
			sum += v
		}
		mean := sum / n
		for _, v := range in {
			sq += (v - mean) * (v - mean)
		}
		inv[i] = float32(1 / math.Sqrt(float64(sq/n)+1e-5))
		for j, v := range in {
			out[j] = (v - mean) * inv[i]
		}
	}
	t.then(func() {
		for i := range x.rows {
			h, g, gin := y.row(i), y.grow(i), x.grow(i)
			var s1, s2 float32
			for j := range h {
				s1 += g[j]
				s2 += g[j] * h[j]
			}
			for j := range h {
				gin[j] += inv[i] * (g[j] - s1/n - h[j]*s2/n)
			}
		}
	})
	return y
}

// dropout sets cells to zero with probability p; whole columns of a sentence
// where segs is given (Gal and Ghahramani 2016).
func (t *tape) dropout(x *value, p float64, segs []segment) *value {
	if !t.training || p == 0 {
		return x
	}
	y := t.matrix(x.rows, x.cols)
	mask := t.floats(x.rows * x.cols)
	keep := float32(1 / (1 - p))
	fill := func(m []float32) {
		for j := range m {
			if t.rng.Float64() >= p {
				m[j] = keep
			}
		}
	}
	if segs == nil {
		fill(mask)
	}
	for _, s := range segs {
		first := mask[s.from*x.cols:][:x.cols]
		fill(first)
		for i := 1; i < s.n; i++ {
			copy(mask[(s.from+i)*x.cols:][:x.cols], first)
		}
	}
	for i, v := range x.x {
		y.x[i] = v * mask[i]
	}
	t.then(func() {
		for i, g := range y.g {
			x.g[i] += g * mask[i]
		}
	})
	return y
}

// recur runs a light recurrence over each sentence, forwards on the first half
// of the columns and backwards on the second: x holds candidates z, forget
// gates f and output gates o; c = f*c' + (1-f)*z, y = o*c (Bradbury et al. 2017).
func (t *tape) recur(x *value, segs []segment) *value {
	n := x.cols / 3
	y := t.matrix(x.rows, n)
	c, z, f, o := t.matrix(x.rows, n), t.floats(x.rows*n), t.floats(x.rows*n), t.floats(x.rows*n)
	half := n / 2
	for _, s := range segs {
		for dir := range 2 {
			for k := range s.n {
				i, prev := s.at(k, dir)
				in := x.row(i)
				for j := dir * half; j < (dir+1)*half; j++ {
					at := i*n + j
					z[at], f[at], o[at] = bend(in[j]), gate(in[n+j]), gate(in[2*n+j])
					var last float32
					if k > 0 {
						last = c.x[prev*n+j]
					}
					c.x[at] = f[at]*last + (1-f[at])*z[at]
					y.x[at] = o[at] * c.x[at]
				}
			}
		}
	}
	t.then(func() {
		for _, s := range segs {
			for dir := range 2 {
				for k := s.n - 1; k >= 0; k-- {
					i, prev := s.at(k, dir)
					in, gin := x.row(i), x.grow(i)
					for j := dir * half; j < (dir+1)*half; j++ {
						at := i*n + j
						g := y.g[at]
						gc := c.g[at] + g*o[at]
						gin[2*n+j] += g * c.x[at] * gateSlope(in[2*n+j])
						var last float32
						if k > 0 {
							last = c.x[prev*n+j]
							c.g[prev*n+j] += gc * f[at]
						}
						gin[n+j] += gc * (last - z[at]) * gateSlope(in[n+j])
						gin[j] += gc * (1 - f[at]) * slope(in[j])
					}
				}
			}
		}
	})
	return y
}

// at gives the row of step k in a direction, forwards for 0, and the row of the
// step before it.
func (s segment) at(k, dir int) (row, prev int) {
	if dir == 0 {
		return s.from + k, s.from + k - 1
	}
	return s.from + s.n - 1 - k, s.from + s.n - k
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// exp32 is e^x with a relative error near 1e-7, by a split into 2^n and a
// polynomial on the rest (Moshier, Cephes).
func exp32(x float32) float32 {
	if x > 88 {
		x = 88
	}
	if x < -87 {
		return 0
	}
	n := float32(math.Floor(float64(x*1.44269504 + 0.5)))
	r := x - n*0.693359375 + n*2.12194440e-4
	p := float32(1.9875691500e-4)
	p = p*r + 1.3981999507e-3
	p = p*r + 8.3334519073e-3
	p = p*r + 4.1665795894e-2
	p = p*r + 1.6666665459e-1
	p = p*r + 5.0000001201e-1
	p = p*r*r + r + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}
