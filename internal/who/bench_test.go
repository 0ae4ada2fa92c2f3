package who

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"testing"

	"demarche"
	"demarche/data"
	"demarche/internal/text"
)

// wire gives a text of a few megabytes and its sentences: the wire feed where
// it is there.
func wire(b *testing.B) (string, []text.Sentence) {
	b.Helper()
	f, err := os.Open("../../../shared/bench/wire.jsonl.gz")
	if err != nil {
		b.Skip("the wire feed is not there: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		b.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		b.Fatal(err)
	}
	return string(all), text.Split(string(all), demarche.Span{End: len(all)})
}

func BenchmarkFind(b *testing.B) {
	g := gazetteer(b)
	report, sentences := wire(b)
	b.SetBytes(int64(len(report)))
	b.ReportAllocs()
	var dst []Mention
	for b.Loop() {
		for _, s := range sentences {
			dst = g.Find(report, s.Tokens, dst[:0])
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(data.Files); err != nil {
			b.Fatal(err)
		}
	}
}

// TestFindAllocatesNothing: a sentence costs no memory once dst has room.
func TestFindAllocatesNothing(t *testing.T) {
	g := gazetteer(t)
	const s = "Çavuşoğlu told the Élysée that São Tomé’s U.S. envoy left Sino-Japanese talks in New Mexico."
	tokens := text.Split(s, demarche.Span{End: len(s)})[0].Tokens
	dst := make([]Mention, 0, 8)
	if n := testing.AllocsPerRun(100, func() { dst = g.Find(s, tokens, dst[:0]) }); n != 0 {
		t.Errorf("%v allocations for a sentence, want none", n)
	}
}
