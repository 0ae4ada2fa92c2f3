package text

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"testing"

	"demarche"
)

// wireTexts reads the texts of 2,708 agency reports.
func wireTexts(tb testing.TB) []string {
	const path = "../../../shared/bench/wire.jsonl.gz"
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		tb.Skip("no wire reports beside the repository: put the shared folder next to it to measure")
	} else if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var texts []string
	for records := json.NewDecoder(bufio.NewReader(z)); records.More(); {
		var record struct{ Text string }
		if err := records.Decode(&record); err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, record.Text)
	}
	return texts
}

func BenchmarkSplit(b *testing.B) {
	texts := wireTexts(b)
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		for _, text := range texts {
			for _, s := range Split(text, demarche.Span{End: len(text)}) {
				tokens += len(s.Tokens)
			}
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
