package syntax

import (
	"testing"

	"pgregory.net/rapid"
)

// isTree says whether the heads form one tree with one root.
func isTree(heads []int) bool {
	roots := 0
	for _, h := range heads {
		if h == Root {
			roots++
		}
	}
	return roots == 1 && !cyclic(heads)
}

// total is the score of a tree.
func total(score []float32, heads []int) float32 {
	var sum float32
	for d, h := range heads {
		sum += score[d*(len(heads)+1)+h+1]
	}
	return sum
}

// best tries every choice of heads.
func best(score []float32, n int) float32 {
	heads := make([]int, n)
	top, found := float32(0), false
	var try func(d int)
	try = func(d int) {
		if d == n {
			if s := total(score, heads); isTree(heads) && (!found || s > top) {
				top, found = s, true
			}
			return
		}
		for h := Root; h < n; h++ {
			if h != d {
				heads[d] = h
				try(d + 1)
			}
		}
	}
	try(0)
	return top
}

// The tree found is a tree with one root, and none scores more.
func TestBestTreeIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "words")
		// Few values, so that ties and cycles are common.
		score := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) float32 {
			return float32(rapid.IntRange(-20, 20).Draw(t, "score"))
		}), n*(n+1), n*(n+1)).Draw(t, "scores")
		heads := make([]int, n)
		new(arborist).bestTree(score, n, heads)
		if !isTree(heads) {
			t.Fatalf("%v is no tree with one root", heads)
		}
		if got, want := total(score, heads), best(score, n); got != want {
			t.Fatalf("%v scores %v, the best tree %v", heads, got, want)
		}
	})
}

// A long sentence whose words all point at each other still gets a tree.
func TestBestTreeOfLongCycles(t *testing.T) {
	const n = 300
	score := make([]float32, n*(n+1))
	for d := range n {
		score[d*(n+1)+(d+1)%n+1] = 5
		score[d*(n+1)+(d^1)+1] = 9
	}
	heads := make([]int, n)
	new(arborist).bestTree(score, n, heads)
	if !isTree(heads) {
		t.Fatal("no tree with one root")
	}
}
