package main

import (
	"fmt"
	"sync"

	"demarche/internal/syntax"
)

// partSize is how many numbers of a word vector go into one code.
const partSize = 4

// The centroids of a part are found by rounds of k-means over the most frequent
// words.
const (
	rounds         = 12
	representative = 30_000
)

// quantise brings the vectors to codes, and the vectors themselves to what the
// codes say, so that the network learns from what it will see.
func (v *vectors) quantise() error {
	if v.width%partSize != 0 {
		return fmt.Errorf("word vectors of %d numbers are not of parts of %d", v.width, partSize)
	}
	parts := v.width / partSize
	v.codes = make([]byte, len(v.words)*parts)
	v.centroids = make([]float32, parts*syntax.Centroids*partSize)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for p := w; p < parts; p += workers {
				v.quantisePart(p, parts)
			}
		})
	}
	wg.Wait()
	return nil
}

func (v *vectors) quantisePart(p, parts int) {
	at := func(i int) []float32 { return v.row(i)[p*partSize:][:partSize] }
	all := v.centroids[p*syntax.Centroids*partSize:][:syntax.Centroids*partSize]
	n := min(representative, len(v.words))
	for c := range syntax.Centroids {
		copy(all[c*partSize:][:partSize], at(c*n/syntax.Centroids))
	}
	sums, counts := make([]float32, len(all)), make([]float32, syntax.Centroids)
	for range rounds {
		clear(sums)
		clear(counts)
		for i := range n {
			c := nearest(all, at(i))
			counts[c]++
			for k, x := range at(i) {
				sums[c*partSize+k] += x
			}
		}
		for i, s := range sums {
			if k := counts[i/partSize]; k > 0 {
				all[i] = s / k
			}
		}
	}
	for i := range v.words {
		c := nearest(all, at(i))
		v.codes[i*parts+p] = byte(c)
		copy(at(i), all[c*partSize:])
	}
}

// nearest gives the centroid with the least square distance from a part.
func nearest(all []float32, x []float32) int {
	best, least := 0, float32(0)
	for c := 0; c < len(all); c += partSize {
		var sum float32
		for k, v := range x {
			d := v - all[c+k]
			sum += d * d
		}
		if c == 0 || sum < least {
			best, least = c/partSize, sum
		}
	}
	return best
}
