package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sentence builds a tree from words written as form/UPOS/head/relation, the head
// counted from 1, in a text where one space stands between all of them.
func sentence(words ...string) (text string, t Tree) {
	for i, w := range words {
		c := strings.Split(w, "/")
		if i > 0 {
			text += " "
		}
		start := len(text)
		text += c[0]
		head := 0
		for _, d := range c[2] {
			head = 10*head + int(d-'0')
		}
		word := Word{Form: c[0], UPOS: c[1], Head: head - 1, Rel: c[3]}
		word.Start, word.End = start, len(text)
		t.Words = append(t.Words, word)
	}
	t.End = len(text)
	return text, t
}

func TestAppendPrinted(t *testing.T) {
	for _, c := range []struct {
		reason string
		words  []string
		want   string
	}{
		{"words read down as the sentence does", []string{"Russia/PROPN/2/nsubj", "expelled/VERB/0/root", "two/NUM/5/nummod",
			"Austrian/ADJ/5/amod", "diplomats/NOUN/2/obj", "on/ADP/7/case", "Friday/PROPN/2/obl", "././2/punct"}, `
  ┌─ Russia       PROPN  nsubj
  expelled        VERB   root
  │  ┌─ two       NUM    nummod
  │  ├─ Austrian  ADJ    amod
  ├─ diplomats    NOUN   obj
  │  ┌─ on        ADP    case
  ├─ Friday       PROPN  obl
  └─ .            .      punct
`},
		{"what hangs on a word before it", []string{"The/DET/2/det", "envoy/NOUN/6/nsubj", "of/ADP/4/case", "Oman/PROPN/2/nmod",
			"has/AUX/6/aux", "left/VERB/0/root"}, `
     ┌─ The    DET    det
  ┌─ envoy     NOUN   nsubj
  │  │  ┌─ of  ADP    case
  │  └─ Oman   PROPN  nmod
  ├─ has       AUX    aux
  left         VERB   root
`},
		{"wide characters take two columns, accents none", []string{"東京/PROPN/2/nsubj", "e\u0301te\u0301/NOUN/0/root"}, `
  ┌─ 東京  PROPN  nsubj
  été      NOUN   root
`},
		{"lines do not cross", []string{"What/PRON/4/obj", "did/AUX/3/aux", "he/PRON/0/root", "say/VERB/3/xcomp"}, `
  ┌─ did      AUX   aux
  he          PRON  root
  │  ┌─ What  PRON  obj
  └─ say      VERB  xcomp
`},
		{"a terminal obeys no report", []string{"a\x1b[2Jb/X/0/root"}, "\n  a\ufffd[2Jb  X  root\n"},
		{"no words, no lines", nil, "\n"},
	} {
		_, tree := sentence(c.words...)
		// The accents are written as letters of their own in want's source.
		want := strings.ReplaceAll(c.want[1:], "été", "e\u0301te\u0301")
		if diff := cmp.Diff(want, string(AppendPrinted(nil, "  ", tree))); diff != "" {
			t.Errorf("%s:\n%s", c.reason, diff)
		}
	}
}
