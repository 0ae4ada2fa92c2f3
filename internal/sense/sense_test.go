package sense

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// toy is a network of two classes that a mark, or a great number, turns to the second.
func toy() Parameters {
	return Parameters{Name: "toy", Classes: []string{"no", "yes"}, Hidden: 2, Inputs: 3,
		Marks: []uint64{Mark("envoy", "leaves")}, Rows: []float32{4, 0}, Dense: []float32{0, 1, 0, 0, 0, 0},
		Bias: []float32{-1, -1}, Out: []float32{-1, 1, -2, 2}, Tail: []float32{1, -1}}
}

func load(t testing.TB, p ...Parameters) map[string]*Net {
	t.Helper()
	file, err := Write(p)
	if err != nil {
		t.Fatal(err)
	}
	nets, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return nets
}

// TestScore: marks and numbers weigh as they were trained to; unknown marks do not.
func TestScore(t *testing.T) {
	n := load(t, toy())["toy"]
	var room Room
	for _, c := range []struct {
		name  string
		marks []uint64
		dense []int16
		yes   bool
	}{
		{"nothing", nil, nil, false},
		{"a mark", []uint64{Mark("envoy", "leaves")}, nil, true},
		{"a mark that it does not know", []uint64{Mark("envoyleaves")}, nil, false},
		{"a number", nil, []int16{5 * Scale, 0, 0}, true},
		{"a number that weighs nothing", nil, []int16{0, 5 * Scale, 5 * Scale}, false},
		{"more numbers than it takes", nil, []int16{0, 0, 0, 5 * Scale}, false},
	} {
		p := n.Score(&Features{Marks: c.marks, Dense: c.dense}, &room, nil)
		if (p[1] > 0.5) != c.yes {
			t.Errorf("%s: %v", c.name, p)
		}
	}
}

// TestProbabilities: whatever the features are, the answers are probabilities, and the
// same ones each time, whatever was asked before.
func TestProbabilities(t *testing.T) {
	n := load(t, toy())["toy"]
	var used Room
	rapid.Check(t, func(t *rapid.T) {
		f := Features{Marks: rapid.SliceOf(rapid.SampledFrom([]uint64{1, 2, Mark("envoy", "leaves")})).Draw(t, "marks"),
			Dense: rapid.SliceOfN(rapid.Int16(), 0, 6).Draw(t, "dense")}
		p := n.Score(&f, &used, nil)
		sum := 0.0
		for _, x := range p {
			if x < 0 || x > 1 || math.IsNaN(float64(x)) {
				t.Fatalf("%v is no probability", x)
			}
			sum += float64(x)
		}
		if math.Abs(sum-1) > 1e-5 {
			t.Fatalf("they sum to %v", sum)
		}
		var fresh Room
		if q := n.Score(&f, &fresh, nil); q[0] != p[0] || q[1] != p[1] {
			t.Fatalf("%v with used room, %v with fresh", p, q)
		}
	})
}

// TestExp: the exponential is the library's to within rounding.
func TestExp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-39, 0).Draw(t, "x")
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-12*want {
			t.Fatalf("exp(%v) is %v, want %v", x, got, want)
		}
	})
}

// TestMark: words are kept apart, so that other words do not make the same mark.
func TestMark(t *testing.T) {
	if Mark("a", "bc") == Mark("ab", "c") || Mark("a") == Mark("a", "") {
		t.Error("other words make the same mark")
	}
}

// TestReadRefuses: what is cut off or is no file of networks is refused, wherever it is
// cut, and never crashes.
func TestReadRefuses(t *testing.T) {
	file, err := Write([]Parameters{toy()})
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(file) {
		if nets, err := Read(file[:n]); err == nil && len(nets) > 0 {
			t.Fatalf("the first %d of %d bytes were taken", n, len(file))
		}
	}
}

// FuzzRead: no file of networks crashes the reader.
func FuzzRead(f *testing.F) {
	file, err := Write([]Parameters{toy()})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		nets, err := Read(b)
		if err != nil {
			return
		}
		var room Room
		for _, n := range nets {
			n.Score(&Features{Marks: []uint64{1}, Dense: []int16{1}}, &room, nil)
		}
	})
}

// TestIndex: every mark is found by its number, also those that lie on the same place,
// none that is not there, and none goes in twice.
func TestIndex(t *testing.T) {
	var marks []uint64
	for i := range uint64(200) {
		marks = append(marks, i, i<<32|7, Mark("m", string(rune('a'+i))))
	}
	x, at := newIndex(len(marks)), map[uint64]int32{}
	for i, m := range marks {
		_, there := at[m]
		if x.add(m, int32(i)) == there {
			t.Fatalf("mark %x went in again, or not at all", m)
		}
		if !there {
			at[m] = int32(i)
		}
	}
	for i := range uint64(100_000) {
		for _, m := range []uint64{i, i<<32 | 7} {
			want, there := at[m]
			if !there {
				want = -1
			}
			if got := x.of(m); got != want {
				t.Fatalf("mark %x has the number %d, want %d", m, got, want)
			}
		}
	}
}
