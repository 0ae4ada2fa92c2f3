package syntax

import (
	"compress/gzip"
	"os"
	"testing"

	"demarche/data"
)

// bank reads a treebank of the shared folder, or skips.
func bank(tb testing.TB, name string) [][]Word {
	tb.Helper()
	f, err := os.Open("../../../shared/treebanks/" + name + ".conllu.gz")
	if os.IsNotExist(err) {
		tb.Skipf("no treebank %s in the shared folder: skipping what it would test", name)
	}
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var out [][]Word
	for b, err := range ReadCoNLLU(z) {
		if err != nil {
			tb.Fatal(err)
		}
		words, err := b.Words()
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, words)
	}
	return out
}

// bare gives the words with nothing but their forms.
func bare(words []Word) []Word {
	out := make([]Word, len(words))
	for i, w := range words {
		out[i].Form = w.Form
	}
	return out
}

func model(tb testing.TB) *Model {
	tb.Helper()
	m, err := Read(data.Model)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// plainly runs f without the vector kernels.
func plainly(f func()) {
	defer func(v bool) { vector = v }(vector)
	vector = false
	f()
}
