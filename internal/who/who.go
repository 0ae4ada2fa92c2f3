// Package who finds the names that reports have for States and organisations:
// "Russia", "the Kremlin", "U.S.", "Briton", "the Quai d'Orsay".
//
// It says what a name can stand for, not what it does stand for in its place:
// a capital may be where a meeting is held, Jordan may be a person, and Korea
// is two States. Every such doubt goes along with the mention.
package who

import "demarche"

// Code names a State by ISO 3166-1 alpha-3, or an organisation by the
// codebook's own code.
type Code string

// Kind says what sort of name a name is.
type Kind uint8

// The kinds, as the column kind of the tables has them.
const (
	Name         Kind = iota + 1 // what it is called: Russia, Russian Federation
	Demonym                      // its adjective or its people: Russian, Russians
	Capital                      // Moscow
	Seat                         // a palace, street or square of its government: Kremlin
	Organ                        // an office known by its own name: State Duma
	Abbreviation                 // US, U.K.
	Former                       // a name of old, or of a State that it continues: Soviet Union
)

// Caution is a set of things that a name may be besides.
type Caution uint8

// The cautions, as the column caution of the tables has them.
const (
	Word   Caution = 1 << iota // an ordinary word: Turkey
	Person                     // a person's name: Jordan
	Place                      // another place: Georgia
	Part                       // only a part of the State: Scotland
	Shared                     // another State or organisation: Korea
)

// Sense is one thing that a name can stand for.
type Sense struct {
	Code    Code
	Kind    Kind
	Caution Caution
	// From and To are the first and the last year in which the name, or the
	// capital, was in use; 0 where there is no such bound.
	From, To int
}

// Mention is one place in a sentence where a name stands.
type Mention struct {
	First, End int // the name is tokens[First:End] of the sentence
	// Senses is what the name can stand for, one or more. It belongs to the
	// gazetteer and must not be changed.
	Senses []Sense
}

// Span gives the bytes that the mention covers, given the sentence's tokens.
func (m Mention) Span(tokens []demarche.Span) demarche.Span {
	return demarche.Span{Start: tokens[m.First].Start, End: tokens[m.End-1].End}
}
