package syntax

import "math"

// The encoder's arithmetic. Products are of 16-bit activations with 8-bit
// weights, summed exactly; all else is single float32 operations, each rounded
// (the conversions keep the compiler from fusing them), so that every machine
// gives the same tree. Where the machine has AVX2, kernel_amd64.s does the same
// steps eight or sixteen at a time.

const (
	// normScale is what 1 is in the activations that norm gives. A row of n cells
	// holds at most sqrt(n), 16 for 256.
	normScale = 2048
	// cellScale is what 1 is in the activations that recur gives; they lie in ±1.
	cellScale = 16384
	// rowLimit is the greatest activation of a row scaled by its own maximum.
	rowLimit = 2047
	// panel is the number of outputs that a kernel works out side by side.
	panel = 16
	// normEpsilon keeps a row of equal cells from division by zero.
	normEpsilon = 1e-5
)

// matrix is a linear map with its weights in eight bits.
type matrix struct {
	in, out int       // out is a multiple of panel, padded with zeros
	packed  []int16   // by panel, by pair of inputs, by output, the two inputs' weights
	lanes   []int64   // for machines without vectors: by panel, by input, two outputs' weights in one
	scale   []float32 // by output: what a weight of 1 means, times what an activation of 1 means
	bias    []float32
}

// newMatrix lays out weights w, of in rows and out columns, with the scale of
// each column. The activations' scale is what 1 is among them.
func newMatrix(in, out int, w []int8, scale, bias []float32, activations float32) *matrix {
	padded := (out + panel - 1) / panel * panel
	m := &matrix{in: in, out: padded, scale: make([]float32, padded), bias: make([]float32, padded)}
	copy(m.bias, bias)
	for j, s := range scale {
		m.scale[j] = s / activations
	}
	at := func(i, j int) int16 {
		if j >= out {
			return 0
		}
		return int16(w[i*out+j])
	}
	if vector {
		m.packed = make([]int16, in*padded)
		for p := 0; p < padded; p += panel {
			to := m.packed[p*in:]
			for i := 0; i < in; i += 2 {
				for j := range panel {
					to[i*panel+2*j] = at(i, p+j)
					to[i*panel+2*j+1] = at(i+1, p+j)
				}
			}
		}
		return m
	}
	m.lanes = make([]int64, in*padded/2)
	for p := 0; p < padded; p += panel {
		to := m.lanes[p*in/2:]
		for i := range in {
			for j := range panel / 2 {
				to[i*panel/2+j] = int64(at(i, p+2*j)) + int64(at(i, p+2*j+1))<<32
			}
		}
	}
	return m
}

// apply maps rows of a, lda cells apart, to rows of dst, ldd cells apart. Where
// add is set the outcome is added to what stands in dst. scales gives for each
// row what an activation of 1 means beside the matrix's own scale; it is nil
// where that is the same for all.
func (m *matrix) apply(dst []float32, ldd int, a []int16, lda, rows int, scales []float32, add bool) {
	if !vector {
		m.applyPlain(dst, ldd, a, lda, rows, scales, add)
		return
	}
	flag := 0
	if add {
		flag = 1
	}
	for p := 0; p < m.out; p += panel {
		w := &m.packed[p*m.in]
		r := 0
		for r+4 <= rows {
			s := &ones[0]
			if scales != nil {
				s = &scales[r : r+4][0]
			}
			_ = a[(r+3)*lda+m.in-1]
			_ = dst[(r+3)*ldd+p+panel-1]
			if fused {
				dot4x16(m.in/2, &a[r*lda], lda*2, w, &dst[r*ldd+p], ldd*4, s, &m.scale[p], &m.bias[p], flag)
			} else {
				mul4x16(m.in/2, &a[r*lda], lda*2, w, &dst[r*ldd+p], ldd*4, s, &m.scale[p], &m.bias[p], flag)
			}
			r += 4
			// The last rows are cheaper four at a time, some of them once more.
			if left := rows - r; 0 < left && left < 4 && !add {
				r -= 4 - left
			}
		}
		for ; r < rows; r++ {
			s := &ones[0]
			if scales != nil {
				s = &scales[r]
			}
			_ = a[r*lda+m.in-1]
			_ = dst[r*ldd+p+panel-1]
			mul1x16(m.in/2, &a[r*lda], w, &dst[r*ldd+p], s, &m.scale[p], &m.bias[p], flag)
		}
	}
}

var ones = [4]float32{1, 1, 1, 1}

// applyPlain does as apply does. A sum of two outputs is kept in one integer of
// 64 bits: the low half borrows from the high one when negative, and gives back
// at the end.
func (m *matrix) applyPlain(dst []float32, ldd int, a []int16, lda, rows int, scales []float32, add bool) {
	const half = panel / 2
	for p := 0; p < m.out; p += panel {
		w := m.lanes[p*m.in/2:][:m.in*half]
		for r := range rows {
			var s0, s1, s2, s3, s4, s5, s6, s7 int64
			rest := w
			for _, v := range a[r*lda:][:m.in] {
				x := int64(v)
				l := (*[half]int64)(rest)
				s0 += x * l[0]
				s1 += x * l[1]
				s2 += x * l[2]
				s3 += x * l[3]
				s4 += x * l[4]
				s5 += x * l[5]
				s6 += x * l[6]
				s7 += x * l[7]
				rest = rest[half:]
			}
			scale := float32(1)
			if scales != nil {
				scale = scales[r]
			}
			to := dst[r*ldd+p:][:panel]
			for j, s := range [half]int64{s0, s1, s2, s3, s4, s5, s6, s7} {
				low := int32(s)
				high := int32((s - int64(low)) >> 32)
				m.put(to, p, 2*j, low, scale, add)
				m.put(to, p, 2*j+1, high, scale, add)
			}
		}
	}
}

func (m *matrix) put(to []float32, p, j int, sum int32, scale float32, add bool) {
	v := float32(float32(sum) * m.scale[p+j])
	v = float32(v * scale)
	v = float32(v + m.bias[p+j])
	if add {
		v = float32(v + to[j])
	}
	to[j] = v
}

// dot is the exact product of two rows, whose length is a multiple of 16.
func dot(a, b []int16) int32 {
	if vector {
		_ = b[len(a)-1]
		return dot16(len(a), &a[0], &b[0])
	}
	var s int32
	b = b[:len(a)]
	for i, v := range a {
		s += int32(v) * int32(b[i])
	}
	return s
}

// norm brings a row to mean 0 and variance 1, in units of normScale. Its length
// is a multiple of 8.
func norm(x []float32, out []int16) {
	if vector {
		_ = out[len(x)-1]
		normRow(len(x), &x[0], &out[0], float32(len(x)), normEpsilon, normScale)
		return
	}
	var lanes [8]float32
	for i := 0; i < len(x); i += 8 {
		for l := range lanes {
			lanes[l] += x[i+l]
		}
	}
	size := float32(len(x))
	mean := across(lanes) / size
	lanes = [8]float32{}
	for i := 0; i < len(x); i += 8 {
		for l := range lanes {
			d := x[i+l] - mean
			lanes[l] += float32(d * d)
		}
	}
	inv := normScale / float32(math.Sqrt(float64(float32(across(lanes)/size)+normEpsilon)))
	for i, v := range x {
		out[i] = int16(nearest(float32(float32(v-mean) * inv)))
	}
}

// across sums eight lanes in the order of the vector kernel.
func across(l [8]float32) float32 {
	a, b, c, d := l[0]+l[4], l[1]+l[5], l[2]+l[6], l[3]+l[7]
	return float32(a+c) + float32(b+d)
}

// nearest rounds to the nearest whole number, to the even one between two, and
// keeps within 16 bits.
func nearest(x float32) float32 {
	const shift = 3 << 22
	return min(max(float32(x+shift)-shift, math.MinInt16), math.MaxInt16)
}

// bend is the Padé approximant x(27+x²)/(27+9x²) of tanh, cut at ±3.
func bend(x float32) float32 {
	x = max(min(x, 3), -3)
	q := float32(x * x)
	return float32(x*float32(q+27)) / float32(float32(q*9)+27)
}

// gate is bend brought to the range of the logistic function.
func gate(x float32) float32 {
	return float32(bend(float32(x*0.5))*0.5) + 0.5
}

// recur runs n cells over the rows of x, each row 3n numbers: candidates, forget
// gates and output gates (Bradbury et al. 2017). The first half of the cells
// goes forwards, the second half backwards. n is a multiple of 16. y gets n
// activations a row, in units of cellScale.
func recur(x []float32, rows, n int, y []int16) {
	if rows == 0 {
		return
	}
	for g := 0; g < n; g += 8 {
		first, step := 0, 1
		if g >= n/2 {
			first, step = rows-1, -1
		}
		if vector {
			_, _ = x[rows*3*n-1], y[rows*n-1]
			recur8(rows, &x[first*3*n+g], step*3*n*4, n*4, 2*n*4, &y[first*n+g], step*n*2)
			continue
		}
		for j := g; j < g+8; j++ {
			var cell float32
			for k, r := 0, first; k < rows; k, r = k+1, r+step {
				in := x[r*3*n:]
				z, f, o := bend(in[j]), gate(in[n+j]), gate(in[2*n+j])
				cell = float32(float32(cell-z)*f) + z
				y[r*n+j] = int16(nearest(float32(float32(cell*o) * cellScale)))
			}
		}
	}
}

// addGated adds y[i]*gate(y[n+i]) to x[i], for the n cells of x.
func addGated(x, y []float32) {
	n := len(x)
	if vector {
		_ = y[2*n-1]
		gateAdd(n, &x[0], &y[0])
		return
	}
	for i := range x {
		x[i] += float32(gate(y[n+i]) * y[i])
	}
}

// scaled brings a row to whole numbers of at most rowLimit and says what 1 of
// them means. Its length is a multiple of 8.
func scaled(x []float32, out []int16) float32 {
	top := greatestSize(x)
	if top == 0 {
		clear(out[:len(x)])
		return 0
	}
	f := rowLimit / top
	if vector {
		_ = out[len(x)-1]
		roundRow(len(x), &x[0], &out[0], f)
		return top / rowLimit
	}
	for i, v := range x {
		out[i] = int16(nearest(float32(v * f)))
	}
	return top / rowLimit
}

// greatestSize is the greatest of the row's cells without their signs.
func greatestSize(x []float32) float32 {
	if vector {
		return maxAbs(len(x), &x[0])
	}
	var top float32
	for _, v := range x {
		top = max(top, v, -v)
	}
	return top
}

// addTo adds a row to another. Their length is a multiple of 8.
func addTo(to, from []float32) {
	if vector {
		_ = from[len(to)-1]
		addRow(len(to), &to[0], &from[0])
		return
	}
	for i, v := range from[:len(to)] {
		to[i] += v
	}
}

// AddCells adds a row of weights of eight bits, with their sign, as they stand in a file, to
// sums. Their length is the same.
func AddCells(to []int32, from []byte) {
	n := 0
	if vector {
		if n = len(to) &^ 7; n > 0 {
			_ = from[n-1]
			addCells(n, &to[0], &from[0])
		}
	}
	for i := n; i < len(to); i++ {
		to[i] += int32(int8(from[i]))
	}
}
