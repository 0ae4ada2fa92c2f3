package syntax

import "slices"

// arborist finds best trees: arborescences, in the words of Edmonds. It keeps
// scratch space. Nodes are the root (0), the words from 1, and then the cycles that
// were made one node of, in the dense form of the algorithm (Tarjan 1977).
type arborist struct {
	score  []float32 // rows of dependents: what each head adds to the dependent's tree
	at     []int32   // for a row and a head: which word of the row's cycle the arc enters
	row    []int     // of a node: its row
	above  []int     // of a node: the cycle it went into, or 0
	arc    [][2]int  // of a node: the arc chosen, as dependent and head
	below  [][]int   // of a cycle: its nodes
	state  []int8    // of a node
	top    []int     // of a word: the outermost cycle that holds it
	path   []int
	cycles int // nodes that are cycles
}

const (
	unseen int8 = iota
	onPath
	settled // it hangs, over its heads, on the root
)

// bestTree gives the head of each of n words so that the heads form one tree
// with one root and the sum of their scores is greatest (Chu and Liu 1965,
// Edmonds 1967). score holds n rows of n+1 numbers: the score of the root and
// then of each word as head of the row's word. The heads count from 0, with
// Root for the root.
func (a *arborist) bestTree(score []float32, n int, heads []int) {
	width := n + 1
	roots := 0
	for d := range n {
		row := score[d*width:][:width]
		best := 0
		for h := 1; h < width; h++ {
			if row[h] > row[best] && h != d+1 {
				best = h
			}
		}
		heads[d] = best - 1
		if best == 0 {
			roots++
		}
	}
	if roots == 1 && !cyclic(heads) {
		return
	}
	a.grow(score, n)
	for v := 1; v <= n; v++ {
		if a.state[a.top[v]] != settled {
			a.settle(a.top[v], n)
		}
	}
	a.unfold(n, heads)
}

// grow copies the scores. A price on each arc from the root, above all that
// other arcs can gain, leaves just one such arc in the best tree.
func (a *arborist) grow(score []float32, n int) {
	width := n + 1
	lo, hi := score[0], score[0]
	for _, s := range score[:n*width] {
		lo, hi = min(lo, s), max(hi, s)
	}
	price := float32((hi-lo)*float32(width)) + 1
	a.score = grown(a.score, width*width)
	a.at = grown(a.at, width*width)
	nodes := 2 * width
	a.row, a.above, a.arc = grown(a.row, nodes), grown(a.above, nodes), grown(a.arc, nodes)
	a.below, a.state, a.top = grown(a.below, nodes), grown(a.state, nodes), grown(a.top, width)
	clear(a.state)
	clear(a.above)
	a.state[0] = settled
	for v := range width {
		a.row[v], a.top[v] = v, v
		if v == 0 {
			continue
		}
		copy(a.score[v*width:], score[(v-1)*width:][:width])
		a.score[v*width] -= price
		for h := range width {
			a.at[v*width+h] = int32(v)
		}
	}
	a.path = a.path[:0]
	a.cycles = 0
}

// settle follows best heads from node v until they reach what is settled, and
// makes one node of each cycle on the way.
func (a *arborist) settle(v, n int) {
	width := n + 1
	for {
		a.state[v] = onPath
		a.path = append(a.path, v)
		row := a.score[a.row[v]*width:][:width]
		best := -1
		for h, s := range row {
			if a.top[h] != v && (best < 0 || s > row[best]) {
				best = h
			}
		}
		a.arc[v] = [2]int{int(a.at[a.row[v]*width+best]), best}
		next := a.top[best]
		switch a.state[next] {
		case settled:
			for _, u := range a.path {
				a.state[u] = settled
			}
			a.path = a.path[:0]
			return
		case onPath:
			v = a.contract(next, n)
		default:
			v = next
		}
	}
}

// contract makes one node of the path's end from node first on, a cycle. Into
// the row of the first go the best arcs from outside, each less what the arc
// within the cycle gave to the word it enters.
func (a *arborist) contract(first, n int) int {
	width := n + 1
	from := slices.Index(a.path, first)
	cycle := a.path[from:]
	node := width + a.cycles
	a.cycles++
	a.below[node] = append(a.below[node][:0], cycle...)
	a.path = a.path[:from]
	into := a.row[first] * width
	for k, m := range cycle {
		at := a.row[m] * width
		own := a.score[at+a.arc[m][1]]
		for h := range width {
			s := a.score[at+h] - own
			if k == 0 || s > a.score[into+h] {
				a.score[into+h], a.at[into+h] = s, a.at[at+h]
			}
		}
		a.above[m] = node
	}
	a.row[node], a.above[node], a.state[node] = a.row[first], 0, unseen
	for w, t := range a.top {
		if a.above[t] == node {
			a.top[w] = node
		}
	}
	return node
}

// unfold opens the cycles again: where an arc enters one, the word it enters
// takes that arc, and the other nodes keep those of the cycle.
func (a *arborist) unfold(n int, heads []int) {
	open := a.path[:0]
	for v := 1; v < n+1+a.cycles; v++ {
		if a.above[v] == 0 {
			open = append(open, v)
		}
	}
	for len(open) > 0 {
		v := open[len(open)-1]
		open = open[:len(open)-1]
		d, h := a.arc[v][0], a.arc[v][1]
		heads[d-1] = h - 1
		for x := d; x != v; x = a.above[x] {
			for _, m := range a.below[a.above[x]] {
				if m != x {
					open = append(open, m)
				}
			}
		}
	}
	a.path = open
}

// cyclic says whether some word is, over its heads, above itself.
func cyclic(heads []int) bool {
	for i := range heads {
		steps := 0
		for h := i; h != Root; h = heads[h] {
			if steps++; steps > len(heads) {
				return true
			}
		}
	}
	return false
}
