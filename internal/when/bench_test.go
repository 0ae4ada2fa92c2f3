package when

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"testing"

	"demarche"
	"demarche/internal/text"
)

// BenchmarkFind reads all sentences of the wire feed, where it is there.
func BenchmarkFind(b *testing.B) {
	f, err := os.Open("../../../shared/bench/wire.jsonl.gz")
	if errors.Is(err, fs.ErrNotExist) {
		b.Skip("no wire reports beside the repository: put the shared folder next to it to measure")
	} else if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	var sentences [][]text.Sentence
	size, count := 0, 0
	for records := json.NewDecoder(bufio.NewReader(z)); records.More(); {
		var record struct{ Text string }
		if err := records.Decode(&record); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, record.Text)
		sentences = append(sentences, text.Split(record.Text, demarche.Span{End: len(record.Text)}))
		size += len(record.Text)
		count += len(sentences[len(sentences)-1])
	}
	at := demarche.Day{Year: 1998, Month: 8, Date: 17}
	tokens, found := 0, 0
	var dst []Time
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range texts {
			for _, s := range sentences[i] {
				dst = Find(texts[i], s.Tokens, at, dst[:0])
				tokens += len(s.Tokens)
				found += len(dst)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tokens), "ns/token")
	b.ReportMetric(float64(found)/float64(b.N*count), "times/sentence")
}

// TestFindAllocatesNothing: a sentence costs no memory once dst has room.
func TestFindAllocatesNothing(t *testing.T) {
	const s = "On Tuesday, Nov. 30, 2021, at 10:30 a.m. (0730 GMT), two days after the first quarter of 2020, they had twenty-four hours to leave by the end of mid-January."
	tokens := text.Split(s, demarche.Span{End: len(s)})[0].Tokens
	dst := make([]Time, 0, 16)
	at := demarche.Day{Year: 2021, Month: 12, Date: 2}
	if n := testing.AllocsPerRun(100, func() { dst = Find(s, tokens, at, dst[:0]) }); n != 0 || len(dst) < 4 {
		t.Errorf("%v allocations for a sentence with %d expressions, want none", n, len(dst))
	}
}

// TestFindAppends: dst keeps what it holds.
func TestFindAppends(t *testing.T) {
	const s = "He left on Monday."
	tokens := text.Split(s, demarche.Span{End: len(s)})[0].Tokens
	kept := Time{First: 7}
	if got := Find(s, tokens, demarche.Day{Year: 2021, Month: 12, Date: 2}, []Time{kept}); len(got) != 2 || got[0] != kept || got[1].First != 2 {
		t.Errorf("got %+v", got)
	}
}
