package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/internal/syntax"
)

// school is a treebank of a few sentences of our own, in columns: form, lemma,
// UPOS, XPOS, head, relation.
const school = `
Russia Russia PROPN NNP 2 nsubj
expelled expel VERB VBD 0 root
two two NUM CD 4 nummod
diplomats diplomat NOUN NNS 2 obj

Moscow Moscow PROPN NNP 2 nsubj
closed close VERB VBD 0 root
the the DET DT 4 det
consulate consulate NOUN NN 2 obj

Two two NUM CD 2 nummod
envoys envoy NOUN NNS 3 nsubj
left leave VERB VBD 0 root

Talks talk NOUN NNS 2 nsubj
failed fail VERB VBD 0 root
`

// writeBank writes the school as a gzipped treebank, each sentence three times:
// what is rarer gets no tag of its own.
func writeBank(t *testing.T, path string) {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for _, s := range strings.Split(strings.TrimSpace(school+school+school), "\n\n") {
		for i, line := range strings.Split(s, "\n") {
			c := strings.Fields(line)
			row := []string{string(rune('1' + i)), c[0], c[1], c[2], c[3], "_", c[4], c[5], "_", "_"}
			if _, err := z.Write([]byte(strings.Join(row, "\t") + "\n")); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := z.Write([]byte("\n")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// lesson are settings small enough for a test.
func lesson(t *testing.T) *settings {
	t.Helper()
	dir := t.TempDir()
	writeBank(t, filepath.Join(dir, "school.conllu.gz"))
	vec := filepath.Join(dir, "vectors.json")
	text := `{"precision":8,"dimensions":4,"words":["talks","two","russia"],"vectors":{"talks":[0.1,0.2,0.3,0.1,9],"two":[-0.3,0.1,0.2,0.4,9],"russia":[0.5,-0.5,0.1,0.1,9]}}`
	if err := os.WriteFile(vec, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return &settings{
		treebanks: dir, train: []string{"school"}, test: []string{"school"}, vectors: vec, words: 3, least: 1,
		design: design{embed: 16, width: 16, arc: 16, label: 16, layers: []string{"c3", "r16"}, dropIn: 0.1, dropMid: 0.1, dropOut: 0.1, wordDrop: 0.1},
		rate:   0.02, batch: 8, epochs: 60, seed: 7, log: io.Discard, out: filepath.Join(dir, "english.model"),
	}
}

// What is trained reads its own school sentences right, and training again gives
// the same bytes.
func TestTrainingLearnsAndRepeats(t *testing.T) {
	var files [2][]byte
	for i := range files {
		s := lesson(t)
		if err := s.run(); err != nil {
			t.Fatal(err)
		}
		var err error
		if files[i], err = os.ReadFile(s.out); err != nil {
			t.Fatal(err)
		}
		m, err := syntax.Read(files[i])
		if err != nil {
			t.Fatal(err)
		}
		banks, err := s.banks(s.test)
		if err != nil {
			t.Fatal(err)
		}
		if f := measure(m, banks[0]); f.las != f.words || f.upos != f.words || f.lemma != f.words {
			t.Errorf("after training %+v of the school sentences are right", f)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same training gave two models")
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	for name, spoil := range map[string]func(s *settings){
		"-treebanks":           func(s *settings) { s.treebanks = "nowhere" },
		"vectors.json":         func(s *settings) { s.vectors = filepath.Join(s.treebanks, "none", "vectors.json") },
		"2 of 5 words":         func(s *settings) { rewrite(t, s.vectors, `"russia"]`, `"russia","a","b"]`); s.words = 9 },
		"parts of 4":           func(s *settings) { rewrite(t, s.vectors, `"dimensions":4`, `"dimensions":3`) },
		"1 numbers":            func(s *settings) { rewrite(t, s.vectors, `[0.1,0.2,0.3,0.1,9]`, `[0.1]`) },
		"reading word vectors": func(s *settings) { rewrite(t, s.vectors, `{"precision"`, `{"vectors":{},"precision"`) },
		"unknown layer":        func(s *settings) { s.design.layers = []string{"z9"} },
	} {
		s := lesson(t)
		spoil(s)
		if err := s.run(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("error %v does not say %q", err, name)
		}
	}
}

func rewrite(t *testing.T, path, old, new string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Replace(b, []byte(old), []byte(new), 1), 0o644); err != nil {
		t.Fatal(err)
	}
}
