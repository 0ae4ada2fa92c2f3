package coder

import (
	"slices"
	"strings"

	"demarche"
)

// mayTellResults says by single words whether a report could speak of talks.
func (sc *scene) mayTellResults() bool {
	for _, w := range []string{"talks", "onsultation", "egotiation", "meeting", "ummit", "ialogue"} {
		if strings.Contains(sc.report.Text, w) {
			return true
		}
	}
	return false
}

// addResult finds what a sentence says came of talks, by whose word: those told last
// before that were held, or talks that the report names only so.
func (sc *scene) addResult(found []demarche.Remark, about []parley, i int) []demarche.Remark {
	var words []string
	tokens := sc.sentences[i].Tokens
	for t := range tokens {
		low := strings.ToLower(sc.form(i, t))
		switch {
		case sc.c.vocabulary.has(wishes, low):
			return found
		case sc.c.vocabulary.has(outcomes, low):
			words = append(words, sc.qualified(i, t))
		}
	}
	if len(words) == 0 {
		return found
	}
	var held []parley
	for _, p := range about {
		if p.Status == demarche.Actual || p.Status == demarche.Ended {
			held = append(held, p)
		}
	}
	p := nearest(held, i)
	next := p != nil && i-p.sentence <= 1 && sc.inQuote(i)
	if !next && !sc.speaksOfTalks(i) {
		return found
	}
	var q quote
	for k := range sc.quotes {
		if o := &sc.quotes[k]; o.known && o.Start < sc.sentences[i].End && o.End > sc.sentences[i].Start {
			q = *o
		}
	}
	if !q.known {
		q.Span = demarche.Span{Start: -1, End: -1}
		if !sc.sayer(&q, i) && p != nil && p.sentence == i {
			q.speaker, q.codes = p.Speaker, []demarche.Code{p.SpeakerState}
		}
	}
	var e *demarche.Event
	if p != nil {
		e = p.Event
	}
	r := sc.remarkOn(e, demarche.Result, i, words)
	switch {
	case len(q.codes) == 1 && q.codes[0] != "" && !sc.isMedia(q.speaker):
		r.Speaker, r.State = q.speaker, q.codes[0]
	case e == nil || q.speaker != "" || sc.inQuote(i):
		return found // the word of somebody of no side, or on talks of nobody knows whom
	}
	return append(found, r)
}

// inQuote says whether direct speech stands in a sentence.
func (sc *scene) inQuote(i int) bool {
	s := sc.sentences[i].Span
	return slices.ContainsFunc(sc.quotes, func(q quote) bool { return q.Start < s.End && q.End > s.Start })
}

// qualified is a word of a sentence with what says how much of it there was: "no
// progress".
func (sc *scene) qualified(i, t int) string {
	word := sc.form(i, t)
	for k := t - 1; k >= 0 && k >= t-3; k-- {
		switch f := strings.ToLower(sc.form(i, k)); f {
		case "no", "not", "without", "little", "some", "any", "hardly", "never", "n't", "rather", "very", "more":
			return f + " " + word
		case "[", "]", "“", "”", "\"", "a", "an", "significant", "real", "major", "tangible", "substantial", "been":
		default:
			return word
		}
	}
	return word
}
