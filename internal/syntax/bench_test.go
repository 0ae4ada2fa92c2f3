package syntax

import "testing"

func benchmarkParse(b *testing.B) {
	p := model(b).NewParser()
	var sentences [][]Word
	words := 0
	for _, s := range bank(b, "news-test") {
		sentences = append(sentences, bare(s))
		words += len(s)
	}
	for b.Loop() {
		for _, s := range sentences {
			p.Parse(s)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// Tagging and parsing every sentence of the news treebank, on one core.
func BenchmarkParse(b *testing.B) {
	b.Run("vector", func(b *testing.B) {
		if !vector {
			b.Skip("this machine has no AVX2")
		}
		benchmarkParse(b)
	})
	b.Run("plain", func(b *testing.B) { plainly(func() { benchmarkParse(b) }) })
}

// Reading the model, as each start of the program does.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		model(b)
	}
}
