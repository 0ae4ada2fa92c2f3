package main

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A product of packed tiles is the product of rows and columns, for matrices as
// they stand or turned and of any size.
func TestProducts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	random := func(n int) []float32 {
		x := make([]float32, n)
		for i := range x {
			x[i] = r.Float32() - 0.5
		}
		return x
	}
	var p packs
	for range 60 {
		m, n, k := 1+r.IntN(40), 1+r.IntN(60), 1+r.IntN(50)
		a, b, got := random(m*k), random(n*k), random(m*n)
		want := append([]float32(nil), got...)
		va, vb := plain(a, k), plain(b, n)
		turnA, turnB := r.IntN(2) == 1, r.IntN(2) == 1
		if turnA {
			va = turned(a, m)
		}
		if turnB {
			vb = turned(b, k)
		}
		p.addProduct(m, n, k, va, vb, got, n)
		for i := range m {
			for j := range n {
				for x := range k {
					u, v := a[i*k+x], b[x*n+j]
					if turnA {
						u = a[x*m+i]
					}
					if turnB {
						v = b[j*k+x]
					}
					want[i*n+j] += u * v
				}
				if math.Abs(float64(got[i*n+j]-want[i*n+j])) > 1e-4 {
					t.Fatalf("%d by %d by %d: cell %d,%d is %v, should be %v", m, n, k, i, j, got[i*n+j], want[i*n+j])
				}
			}
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	const m, n, k = 500, 256, 384
	var p packs
	x, w, y := make([]float32, m*k), make([]float32, n*k), make([]float32, m*n)
	for b.Loop() {
		p.addProduct(m, n, k, plain(x, k), turned(w, k), y, n)
	}
	b.ReportMetric(m*n*k*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
