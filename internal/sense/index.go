package sense

// index gives the numbers of marks. Marks are spread as hashes are, so their own last
// bits say where they lie, and the next free place is near: a net looks up some hundred
// of them for each State, most of which it does not know, and a map of the language took
// a third of its time.
type index struct {
	marks []uint64
	rows  []int32 // one more than the number; 0 where no mark lies
}

func newIndex(n int) index {
	size := 4
	for size < 2*n {
		size *= 2
	}
	return index{make([]uint64, size), make([]int32, size)}
}

// place gives where a mark lies, or would.
func (x *index) place(mark uint64) uint64 {
	last := uint64(len(x.marks) - 1)
	at := mark & last
	for x.rows[at] != 0 && x.marks[at] != mark {
		at = (at + 1) & last
	}
	return at
}

// add puts a mark in, and says whether it was not there.
func (x *index) add(mark uint64, row int32) bool {
	at := x.place(mark)
	if x.rows[at] != 0 {
		return false
	}
	x.marks[at], x.rows[at] = mark, row+1
	return true
}

// of gives the number of a mark, negative for one that is not there.
func (x *index) of(mark uint64) int32 { return x.rows[x.place(mark)] - 1 }
