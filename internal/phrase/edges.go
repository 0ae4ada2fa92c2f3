package phrase

import "math/bits"

// slot is one edge, from a node by a token to a child. The hash is of both. The
// zero slot is free, since no child is the root.
type slot struct {
	hash  uint32
	child int32
}

// step gives the child of a node by a token with its hash, or 0 where there is
// none.
func (t *Trie) step(parent int32, h uint64, token string) int32 {
	if t.nodes[parent].kids&kid(h) == 0 {
		return 0
	}
	h32 := edge(parent, h)
	mask := len(t.slots) - 1
	for i := int(h32 >> t.shift); ; i++ {
		s := &t.slots[i&mask]
		if s.child == 0 {
			return 0
		}
		if s.hash == h32 && t.nodes[s.child].parent == parent && alike(t.token(s.child), token) {
			return s.child
		}
	}
}

// kid gives the bit of a child by the hash of its token.
func kid(h uint64) uint64 { return 1 << (h >> 58) }

// edge gives the hash of an edge by that of its token.
func edge(parent int32, h uint64) uint32 { return uint32((h + uint64(parent)*mix) >> 32) }

// grow adds a child to a node.
func (t *Trie) grow(parent int32, h uint64, token string) int32 {
	if 4*len(t.nodes) > 3*len(t.slots) { // each node but the root has an edge
		t.resize(max(64, 2*len(t.slots)))
	}
	child := int32(len(t.nodes))
	start := int32(len(t.letters))
	t.letters = fold(t.letters, token)
	t.nodes = append(t.nodes, node{parent: parent, start: start, end: int32(len(t.letters))})
	t.nodes[parent].kids |= kid(h)
	t.place(slot{edge(parent, h), child})
	return child
}

// resize gives the edges a table of n slots, a power of two.
func (t *Trie) resize(n int) {
	old := t.slots
	t.slots = make([]slot, n)
	t.shift = uint8(33 - bits.Len(uint(n)))
	for _, s := range old {
		if s.child != 0 {
			t.place(s)
		}
	}
}

func (t *Trie) place(s slot) {
	mask := len(t.slots) - 1
	i := int(s.hash>>t.shift) & mask
	for t.slots[i].child != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = s
}
