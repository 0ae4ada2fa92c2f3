package main

import "unsafe"

const (
	tileRows = 6
	tileCols = 16
)

// packs is the scratch space of one worker for matrix products.
type packs struct {
	a, b []float32
	tile [tileRows * tileCols]float32
}

// view reads a row-major matrix as it stands or transposed.
type view struct {
	x     []float32
	ld    int // floats from one stored row to the next
	trans bool
}

func plain(x []float32, ld int) view  { return view{x, ld, false} }
func turned(x []float32, ld int) view { return view{x, ld, true} }

func grown(buf []float32, n int) []float32 {
	if cap(buf) < n {
		return make([]float32, n)
	}
	return buf[:n]
}

// addProduct does c += a*b, where a is m by k, b is k by n and c is m by n with
// rows ldc floats apart.
func (p *packs) addProduct(m, n, k int, a, b view, c []float32, ldc int) {
	if m == 0 || n == 0 || k == 0 {
		return
	}
	panels := (n + tileCols - 1) / tileCols
	p.b = grown(p.b, panels*k*tileCols)
	for j := range panels {
		packColumns(p.b[j*k*tileCols:], b, k, j*tileCols, min(tileCols, n-j*tileCols))
	}
	p.a = grown(p.a, k*tileRows)
	for i := 0; i < m; i += tileRows {
		rows := min(tileRows, m-i)
		packRows(p.a, a, k, i, rows)
		for j := range panels {
			cols := min(tileCols, n-j*tileCols)
			panel := p.b[j*k*tileCols:]
			if rows == tileRows && cols == tileCols {
				p.multiply(k, panel, &c[i*ldc+j*tileCols], ldc)
				continue
			}
			clear(p.tile[:])
			p.multiply(k, panel, &p.tile[0], tileCols)
			for r := range rows {
				to := c[(i+r)*ldc+j*tileCols:][:cols]
				for s := range to {
					to[s] += p.tile[r*tileCols+s]
				}
			}
		}
	}
}

func (p *packs) multiply(k int, panel []float32, c *float32, ldc int) {
	if haveFMA {
		kernel6x16(k, &p.a[0], &panel[0], c, ldc)
		return
	}
	out := unsafe.Slice(c, (tileRows-1)*ldc+tileCols)
	for r := range tileRows {
		var sum [tileCols]float32
		for x := range k {
			v := p.a[x*tileRows+r]
			row := panel[x*tileCols:][:tileCols]
			for s := range sum {
				sum[s] += v * row[s]
			}
		}
		for s := range sum {
			out[r*ldc+s] += sum[s]
		}
	}
}

func packRows(to []float32, a view, k, from, rows int) {
	if a.trans {
		for x := range k {
			src := a.x[x*a.ld+from:][:rows]
			dst := to[x*tileRows:][:tileRows]
			copy(dst, src)
			clear(dst[rows:])
		}
		return
	}
	for r := range tileRows {
		if r >= rows {
			for x := range k {
				to[x*tileRows+r] = 0
			}
			continue
		}
		src := a.x[(from+r)*a.ld:][:k]
		at := r
		for _, v := range src {
			to[at] = v
			at += tileRows
		}
	}
}

func packColumns(to []float32, b view, k, from, cols int) {
	if !b.trans {
		for x := range k {
			dst := to[x*tileCols:][:tileCols]
			copy(dst, b.x[x*b.ld+from:][:cols])
			clear(dst[cols:])
		}
		return
	}
	for s := range tileCols {
		if s >= cols {
			for x := range k {
				to[x*tileCols+s] = 0
			}
			continue
		}
		at := s
		for _, v := range b.x[(from+s)*b.ld:][:k] {
			to[at] = v
			at += tileCols
		}
	}
}
