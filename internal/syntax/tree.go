// Package syntax gives the words of a sentence their tags, lemmas and features
// and its tree, after Universal Dependencies v2, with a model trained from
// treebanks by cmd/train. Tags, heads and relations come from one encoder.
package syntax

import "demarche"

// Root is the head of the word on which a whole sentence hangs.
const Root = -1

// Word is one word of a tree.
type Word struct {
	demarche.Span        // bytes of the report's text; empty for words read from a treebank
	Form          string // the word as it stands in the text
	Lemma         string // dictionary form
	UPOS          string // universal part of speech
	XPOS          string // tag of the Penn Treebank
	Feats         string // universal features, "Number=Sing|Person=3"; empty for none
	Head          int    // index of the head among the tree's words, or Root
	Rel           string // relation to the head, "nsubj:pass"
}

// Tree is a parsed sentence. Its heads form one tree with one root.
type Tree struct {
	demarche.Span
	Words []Word
}
