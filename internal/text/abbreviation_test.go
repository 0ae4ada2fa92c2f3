package text

import (
	"strings"
	"testing"
)

// TestLists reads what stands in the data files the way the code will look for
// it: a word that cannot be found is a slip of the hand.
func TestLists(t *testing.T) {
	for word, k := range abbreviations {
		if strings.HasSuffix(word, ".") {
			t.Errorf("abbreviations.tsv: %q: write it without its last stop", word)
		}
		if got := abbreviation(word); got != k {
			t.Errorf("abbreviations.tsv: %q is never found: write it with a capital first letter, or in small letters, and in at most 12 bytes", word)
		}
	}
	for word := range openers {
		if !upper(word) {
			t.Errorf("openers.tsv: %q: write it with a capital, as at the head of a sentence", word)
		}
	}
}
