package main

import "testing"

func TestSizeFlag(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int64 // 0 for an error
		out  string
	}{
		{"1", 1, "1"}, {"500000", 500000, "500000"}, {"64K", 64 << 10, "64KiB"}, {"64k", 64 << 10, "64KiB"}, {"4MiB", 4 << 20, "4MiB"},
		{"4194304", 4 << 20, "4MiB"}, {"1536K", 1536 << 10, "1536KiB"}, {"2G", 2 << 30, "2GiB"}, {"9B", 9, "9"},
		{"", 0, ""}, {"0", 0, ""}, {"-1", 0, ""}, {"4MB", 0, ""}, {"4KK", 0, ""}, {"x", 0, ""}, {"M", 0, ""}, {"4 M", 0, ""}, {"9999999999G", 0, ""},
	} {
		var s sizeFlag
		err := s.Set(c.in)
		switch {
		case c.want == 0 && err == nil:
			t.Errorf("%q is taken as %d", c.in, s)
		case c.want != 0 && (err != nil || int64(s) != c.want || s.String() != c.out):
			t.Errorf("%q is %d (%v), %v; want %d (%s)", c.in, s, &s, err, c.want, c.out)
		}
	}
}
