package coder

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestVocabularyIsChecked(t *testing.T) {
	for rows, want := range map[string]string{
		"sorcerer\twizard\n":       `lexicon/vocabulary.tsv:2: sort "sorcerer" is none of adopted text`,
		"paper\tnote,letter\n":     `lexicon/vocabulary.tsv:2: forms "note,letter" are not parted by a comma and one space each`,
		"paper\tnote, note\n":      `lexicon/vocabulary.tsv:2: "note" stands twice among the forms of paper: delete one of the two`,
		"paper\tnote\n":            `lexicon/vocabulary.tsv: sort "adopted text" is missing: write a line for it`,
		"paper\tnote\npaper\tnote": `lexicon/vocabulary.tsv:`,
	} {
		_, err := loadVocabulary(fstest.MapFS{vocabularyFile: {Data: []byte("sort\tforms\n" + rows)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", rows, err, want)
		}
	}
}
