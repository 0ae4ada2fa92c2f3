package main

import (
	"compress/gzip"
	"fmt"
	"os"

	"demarche/internal/syntax"
)

// sentence is one sentence of a treebank.
type sentence struct {
	words []syntax.Word
}

// readTreebank reads a gzipped CoNLL-U file.
func readTreebank(path string) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("reading treebank %s: %w", path, err)
	}
	var out []sentence
	for block, err := range syntax.ReadCoNLLU(z) {
		if err != nil {
			return nil, fmt.Errorf("treebank %s: %w", path, err)
		}
		words, err := block.Words()
		if err != nil {
			return nil, fmt.Errorf("treebank %s: %w", path, err)
		}
		out = append(out, sentence{words})
	}
	return out, nil
}
