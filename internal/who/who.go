// Package who finds the names that reports have for States and organisations,
// for those who speak for them and for the places where they meet: "Russia",
// "the Kremlin", "U.S.", "Briton", "Sergei Lavrov", "San Francisco". Offices
// that any State may have, such as "the foreign ministry", it finds apart from
// them; see [Offices].
//
// It says what a name can stand for, not what it does stand for in its place:
// a capital may be where a meeting is held, Jordan may be a person, and Korea
// is two States. Every such doubt goes along with the mention.
package who

import "demarche"

// Code names a State or an organisation.
type Code = demarche.Code

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
	PersonName                   // one who acts or acted for it, in full: Sergei Lavrov
	Surname                      // the same by surname alone, where that is told apart: Lavrov
	City                         // a city or a house that lies in it: San Francisco, Camp David
	Region                       // a part of it: Maryland, Crimea
)

// IsPlace says whether the name only tells where: such a name is no actor. A
// capital is both, and is not counted here.
func (k Kind) IsPlace() bool { return k == City || k == Region }

// IsPerson says whether the name is that of one who acts for the State.
func (k Kind) IsPerson() bool { return k == PersonName || k == Surname }

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
	// capital, was in use, or the person in office; 0 where there is no such
	// bound.
	From, To int
	// Surname is what a person named in full is called from then on in a report:
	// Rice, though Rice alone is not found. Empty for all that are no persons.
	Surname string
}

// Holds says whether the name, the capital or the office was in use in a year.
func (s Sense) Holds(year int) bool {
	return s.From <= year && (s.To == 0 || year <= s.To)
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
