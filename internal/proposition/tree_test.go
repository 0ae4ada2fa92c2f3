package proposition

import (
	"strconv"
	"strings"
	"testing"

	"demarche/data"
	"demarche/internal/syntax"
)

// tree builds a sentence from words written as form/TAG>head:relation, with the
// dictionary form where it is not the form itself: "expelled=expel/VBD>0:root". Heads
// are counted from 1; 0 is the root.
func tree(t testing.TB, written string) *Sentence {
	t.Helper()
	var words []syntax.Word
	for field := range strings.FieldsSeq(written) {
		form, rest, ok := strings.Cut(field, "/")
		tag, rest, ok2 := strings.Cut(rest, ">")
		head, rel, ok3 := strings.Cut(rest, ":")
		n, err := strconv.Atoi(head)
		if !ok || !ok2 || !ok3 || err != nil {
			t.Fatalf("%q is no word/TAG>head:relation", field)
		}
		form, lemma, two := strings.Cut(form, "=")
		if !two {
			lemma = form
			if !strings.HasPrefix(tag, "NNP") {
				lemma = strings.ToLower(form)
			}
		}
		words = append(words, syntax.Word{Form: form, Lemma: lemma, XPOS: tag, UPOS: upos(tag, rel), Head: n - 1, Rel: rel})
	}
	for i, w := range words {
		if w.Head >= len(words) || w.Head == i {
			t.Fatalf("%q hangs on word %d of %d", w.Form, w.Head+1, len(words))
		}
	}
	s := &Sentence{}
	s.Set(words, lexicon(t))
	return s
}

// upos is the universal tag that goes with a tag and a relation.
func upos(tag, rel string) string {
	switch {
	case strings.HasPrefix(tag, "NNP"):
		return "PROPN"
	case strings.HasPrefix(tag, "NN"):
		return "NOUN"
	case tag == "MD", strings.HasPrefix(tag, "VB") && (strings.HasPrefix(rel, "aux") || rel == "cop"):
		return "AUX"
	case strings.HasPrefix(tag, "VB"):
		return "VERB"
	case rel == "mark" && tag == "IN":
		return "SCONJ"
	}
	tags := map[string]string{"JJ": "ADJ", "CD": "NUM", "IN": "ADP", "DT": "DET", "PDT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
		"WDT": "PRON", "TO": "PART", "POS": "PART", "RB": "ADV", "RBR": "ADV", "JJR": "ADJ", "JJS": "ADJ", "RP": "ADP", "CC": "CCONJ", "HYPH": "PUNCT"}
	if u, ok := tags[tag]; ok {
		return u
	}
	return "PUNCT"
}

// lexicon loads the operators that the program was built with.
func lexicon(t testing.TB) *Lexicon {
	t.Helper()
	l, err := LoadLexicon(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// at finds the word of a form, or None for "-".
func at(t testing.TB, s *Sentence, form string) int {
	t.Helper()
	if form == "-" {
		return None
	}
	for i, w := range s.Words {
		if w.Form == form {
			return i
		}
	}
	t.Fatalf("no word %q", form)
	return None
}

// form is the form of a word, "-" for None.
func form(s *Sentence, word int) string {
	if word == None {
		return "-"
	}
	return s.Words[word].Form
}
