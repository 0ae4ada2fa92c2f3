package coder

import (
	"demarche"
	"demarche/internal/sense"
)

// Lesson is what the networks of senses and of sides are trained from: what they are
// asked in a report of which the events are known. A coder that is given one writes into
// it what the rules alone see.
type Lesson struct {
	// Truth gives the types of the acts that a word is known to tell.
	Truth  func(word demarche.Span) []demarche.EventType
	Words  []WordLesson
	Sides  []SideLesson
	Events []EventLesson
	Slots  []SlotLesson
	Found  bool // only the events are wanted
}

// EventLesson is one event of which the network of trusts is asked whether it is right.
type EventLesson struct {
	Event    demarche.Event
	Features sense.Features
}

// SlotLesson is one city or time of which the network of slots is asked whether it is
// where or when an act was done, or by when it must be, of which the rules tell it not.
type SlotLesson struct {
	Event    demarche.Event
	Word     demarche.Span
	Slot     string // place, date or deadline
	Value    string
	Features sense.Features
}

// WordLesson is one word of which the network of senses is asked what act it tells.
type WordLesson struct {
	Word     demarche.Span
	Head     demarche.Span  // the word that it hangs on, empty for none
	Glance   sense.Features // what it is told by at a glance
	Features sense.Features
	Made     *demarche.Event // what the rules made of it, nil for nothing
}

// SideLesson is one State of which the network of sides is asked where it stands in an
// act.
type SideLesson struct {
	Word     demarche.Span
	Type     demarche.EventType
	Code     demarche.Code
	Features sense.Features
}

// Teach makes the coder write into a lesson; nil ends that.
func (c *Coder) Teach(l *Lesson) { c.lesson = l }

// learnFrom writes a word into the lesson.
func (sc *scene) learnFrom(word int, made *candidate) {
	l := sc.c.lesson
	span := sc.s.Words[word].Span
	var event *demarche.Event
	var truth []demarche.EventType
	truth = append(truth, l.Truth(span)...)
	if made != nil {
		e := made.Event
		event = &e
		truth = append(truth, e.Type)
	}
	sc.describeGlance(word, &sc.features)
	x := WordLesson{Word: span, Glance: sc.features.Clone(), Made: event}
	sc.describeWord(word, made, &sc.features)
	x.Features = sc.features.Clone()
	if h := sc.s.Words[word].Head; h >= 0 {
		x.Head = sc.s.Words[h].Span
	}
	l.Words = append(l.Words, x)
	for i, t := range truth {
		if i > 0 && truth[i-1] == t {
			continue
		}
		var by *candidate
		if made != nil && made.Type == t {
			by = made
		}
		for _, x := range sc.standsFor(word, t, by) {
			sc.describeStand(word, &x, &sc.features)
			l.Sides = append(l.Sides, SideLesson{Word: span, Type: t, Code: x.code, Features: sc.features.Clone()})
		}
	}
}
