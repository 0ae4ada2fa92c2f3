// Package data holds what the program knows besides its code: facts and rules
// as files that an analyst can read and change. The head of each file says
// what it is and how to edit it, and a test reads every line of it.
//
//	gazetteer/states.tsv         the names of States
//	gazetteer/organisations.tsv  the names of the codebook's organisations
//	gazetteer/others.tsv         the names of movements and bodies that are neither
//	gazetteer/cities.tsv         cities, houses and regions, which only tell where
//	gazetteer/persons.tsv        who acted for a State, and when
//	gazetteer/offices.tsv        offices and organs that any State may have
//	gazetteer/members.tsv        the members of bodies, and since when
//	gazetteer/false_friends.tsv  phrases that hold a State's name by chance
//	gazetteer/descriptions.tsv   nouns that stand for a State of a sort, and Sino- and its like
//	lexicon/gate.tsv             the words by which the gate tells what could hold an event
//	lexicon/abbreviations.tsv    words that end in a stop of their own
//	lexicon/openers.tsv          words that often open a sentence
//	lexicon/objects.tsv          what acts are done to
//	lexicon/operators.tsv        words that plan, threaten, demand, deny or say an act
//	lexicon/vocabulary.tsv       sorts of words that tell the sides of an act
//	lexicon/formats.tsv          talks of many that go by a name of their own
//	rules/shapes.yaml            the shapes that sentences give to acts
//	rules/*.yaml                 for each type of event the words that tell it
//	models/english.model         the tagger and parser of package syntax
//	models/gate.model            the network of the gate
//	models/sense.model           the networks of package sense
package data

import "embed"

// Files is the gazetteer, the lexicon and the rules, as they stood at the build.
//
//go:embed gazetteer/*.tsv lexicon/*.tsv rules/*.yaml
var Files embed.FS

// Model is the trained tagger and parser; models/english.md says where it comes
// from.
//
//go:embed models/english.model
var Model []byte

// Gate is the trained network that tells the sentences that could hold an event beside
// lexicon/gate.tsv; models/gate.md says where it comes from.
//
//go:embed models/gate.model
var Gate []byte

// Senses are the trained networks that weigh beside the rules; models/sense.md says
// where they come from.
//
//go:embed models/sense.model
var Senses []byte
