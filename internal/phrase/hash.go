package phrase

// mix spreads the bits of a number over the upper half of its product.
const mix = 0x9e3779b97f4a7c15

// hash is the same for tokens that fold alike. Its upper bits are the good ones.
func hash(token string) uint64 {
	h, ascii := sum(token)
	if !ascii {
		var buf [64]byte
		h, _ = sum(fold(buf[:0], token))
	}
	return h
}

// sum hashes a token eight letters at a time, and says whether all are ASCII. It
// takes either case for the same, and a few marks for others: a hash may.
func sum[T string | []byte](s T) (h uint64, ascii bool) {
	const small = 0x2020202020202020
	var all, w uint64
	n := len(s)
	h = uint64(n) * mix
	switch {
	case n >= 8:
		for i := 0; i < n-8; i += 8 {
			w = eight(s, i)
			all |= w
			h = (h ^ (w | small)) * mix
			h ^= h >> 32
		}
		w = eight(s, n-8)
	case n >= 4:
		w = uint64(four(s, 0)) | uint64(four(s, n-4))<<32
	case n > 0:
		w = uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	h = (h ^ (w | small)) * mix
	return h, (all|w)&(small<<2) == 0
}

// eight gives the letters s[i:i+8] as one number. The compiler makes a single
// load of it.
func eight[T string | []byte](s T, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// four gives the letters s[i:i+4] as one number.
func four[T string | []byte](s T, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// filter tells of most words that no phrase begins with them. It is small enough
// to stay in the fastest memory, where the phrases do not. Small letters have
// bits of their own, since few phrases begin with one.
type filter struct {
	heads [256]bool // by the first byte of the word
	words [1 << 17 / 64]uint64
}

// add lets through the words that fold to a token, in small letters too if the
// case allows it.
func (f *filter) add(folded []byte, h uint64, c letterCase) {
	i := h >> 48 * 2
	f.words[i/64] |= 1 << (i % 64)
	if c == anyCase {
		f.words[i/64] |= 2 << (i % 64)
	}
	if len(folded) == 0 {
		return
	}
	b := folded[0]
	if c == anyCase || !isSmall(b) {
		f.heads[b] = true
	}
	if isSmall(b) {
		f.heads[b-'a'+'A'] = true
	}
}

// may says whether a phrase may begin with a word, given the word's first byte
// and hash.
func (f *filter) may(first byte, h uint64) bool {
	i := h >> 48 * 2
	if isSmall(first) {
		i++
	}
	return f.words[i/64]&(1<<(i%64)) != 0
}

func isSmall[T byte | rune](c T) bool { return 'a' <= c && c <= 'z' }
