// Package text finds sentences and tokens in a report's text. Every span is in
// bytes of that text, half-open, and text[Start:End] is always the very form of
// the token; between the tokens of a sentence stands nothing but white space.
//
// Tokens are those of Universal Dependencies for English (EWT, GUM), so that a
// model trained on its treebanks reads what it has learned from.
package text

import "demarche"

// Sentence is one sentence and its tokens in order. Its span begins with its
// first token and ends with its last.
type Sentence struct {
	demarche.Span
	Tokens []demarche.Span
}

// Split cuts the part of text that body covers into sentences. Every byte of
// body that is no white space belongs to one token of one sentence. Body must
// lie inside text, as [demarche.Report.Validate] makes sure; the text may hold
// any bytes.
func Split(text string, body demarche.Span) []Sentence {
	// English has a token to every five or six bytes.
	s := scanner{text: text[:body.End], start: body.Start, pos: body.Start, tokens: make([]demarche.Span, 0, body.Len()/5+8)}
	s.width = s.wrapped()
	s.scan()
	return s.sentences()
}
