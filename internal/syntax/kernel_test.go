package syntax

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// all gives what f gives in plain Go, with the kernels for AVX2 and, where the
// machine has them, with those for AVX-512.
func all[T any](t *rapid.T, f func() T) []T {
	if !vector {
		t.Skip("this machine has no vector kernels")
	}
	var out []T
	plainly(func() { out = append(out, f()) })
	out = append(out, f())
	if fused {
		defer func() { fused = true }()
		fused = false
		out = append(out, f())
	}
	return out
}

// same says whether all are the first.
func same[T any](t *rapid.T, all [][]T, equal func(a, b []T) bool) {
	for _, x := range all[1:] {
		if !equal(all[0], x) {
			t.Fatalf("kernels differ:\n%v\n%v", all[0], x)
		}
	}
}

func floats(t *rapid.T, n int, name string) []float32 {
	return rapid.SliceOfN(rapid.Float32Range(-9, 9), n, n).Draw(t, name)
}

func cells(t *rapid.T, n int, limit int16, name string) []int16 {
	return rapid.SliceOfN(rapid.Int16Range(-limit, limit), n, n).Draw(t, name)
}

func equalBits(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

// Every kernel gives, bit for bit, what plain Go gives: a report reads alike on
// any machine.
func TestKernelsAgreeWithPlainGo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := 2 * rapid.IntRange(1, 20).Draw(t, "half the inputs")
		out := rapid.IntRange(1, 40).Draw(t, "outputs")
		rows := rapid.IntRange(1, 9).Draw(t, "rows")
		w := rapid.SliceOfN(rapid.Int8(), in*out, in*out).Draw(t, "weights")
		scale, bias := floats(t, out, "scale"), floats(t, out, "bias")
		a := cells(t, in*rows, 23000, "activations")
		var scales []float32
		if rapid.Bool().Draw(t, "scaled rows") {
			scales = floats(t, rows, "row scales")
		}
		add := rapid.Bool().Draw(t, "add")
		before := floats(t, rows*(out+panel), "before")
		same(t, all(t, func() []float32 {
			m := newMatrix(in, out, w, scale, bias, normScale)
			dst := make([]float32, rows*m.out)
			copy(dst, before)
			m.apply(dst, m.out, a, in, rows, scales, add)
			return dst
		}), equalBits)
	})
	rapid.Check(t, func(t *rapid.T) {
		n := 16 * rapid.IntRange(1, 4).Draw(t, "sixteenths")
		x, y := floats(t, n, "x"), floats(t, 2*n, "y")
		a, b := cells(t, n, rowLimit, "a"), cells(t, n, rowLimit, "b")
		same(t, all(t, func() []float32 {
			sum, gated, out := slices.Clone(x), slices.Clone(x), make([]int16, n)
			addTo(sum, y)
			addGated(gated, y)
			got := append(sum, gated...)
			got = append(got, float32(dot(a, b)))
			norm(x, out)
			for _, v := range out {
				got = append(got, float32(v))
			}
			got = append(got, scaled(x, out))
			for _, v := range out {
				got = append(got, float32(v))
			}
			return got
		}), equalBits)
	})
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "sums")
		to, from := rapid.SliceOfN(rapid.Int32(), n, n).Draw(t, "to"), rapid.SliceOfN(rapid.Byte(), n, n).Draw(t, "from")
		same(t, all(t, func() []int32 {
			sum := slices.Clone(to)
			AddCells(sum, from)
			return sum
		}), slices.Equal)
	})
	rapid.Check(t, func(t *rapid.T) {
		n := 16 * rapid.IntRange(1, 2).Draw(t, "sixteenths")
		rows := rapid.IntRange(1, 7).Draw(t, "rows")
		x := floats(t, rows*3*n, "x")
		same(t, all(t, func() []int16 {
			y := make([]int16, rows*n)
			recur(x, rows, n, y)
			return y
		}), slices.Equal)
	})
}

// The squashing functions follow the ones they stand for.
func TestBendFollowsTanh(t *testing.T) {
	for x := -6.0; x <= 6; x += 0.01 {
		if d := math.Abs(float64(bend(float32(x))) - math.Tanh(x)); d > 0.025 {
			t.Fatalf("bend(%.2f) is %v off tanh", x, d)
		}
		if d := math.Abs(float64(gate(float32(x))) - 1/(1+math.Exp(-x))); d > 0.013 {
			t.Fatalf("gate(%.2f) is %v off the logistic function", x, d)
		}
	}
}
