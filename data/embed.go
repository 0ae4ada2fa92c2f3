// Package data holds what the program knows besides its code: facts and rules
// as files that an analyst can read and change. The head of each file says
// what it is and how to edit it, and a test reads every line of it.
//
//	gazetteer/states.tsv         the names of States
//	gazetteer/organisations.tsv  the names of the codebook's organisations
//	gazetteer/false_friends.tsv  phrases that hold a State's name by chance
//	lexicon/gate.tsv             the words by which the gate tells what could hold an event
//	lexicon/abbreviations.tsv    words that end in a stop of their own
//	lexicon/openers.tsv          words that often open a sentence
//	models/english.model         the tagger and parser of package syntax
package data

import "embed"

// Files is the gazetteer and the lexicon, as they stood at the build.
//
//go:embed gazetteer/*.tsv lexicon/*.tsv
var Files embed.FS

// Model is the trained tagger and parser; models/english.md says where it comes
// from.
//
//go:embed models/english.model
var Model []byte
