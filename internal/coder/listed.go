package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// listed finds "Germany 40 and Italy, a day later, 30" after an act with a count.
func (sc *scene) listed(f *candidate, found []candidate) []candidate {
	if f.Count.IsZero() || f.Type.IsSpeech() || f.Type.IsSymmetric() {
		return nil
	}
	s := &sc.s
	var out []candidate
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if e.first <= f.head || e.kind != state || e.adjective || len(e.codes) == 0 || overlap(e.codes, f.Actor) || e.class != 0 {
			continue
		}
		if overlap(e.codes, f.Recipient) {
			if g := sc.answeredInKind(f, e); g != nil {
				out = append(out, *g)
			}
			continue
		}
		at := e.end
		if at+1 < len(s.Words) && s.Words[at].Form == "," && s.Words[at+1].UPOS == "NUM" && e.first > 0 && (s.Words[e.first-1].Form == ";" || s.Words[e.first-1].Form == "and") {
			at++ // "; Norway, three"
		} else if at < len(s.Words) && s.Words[at].Form == "," {
			// A day or the like between commas.
			for c := at + 1; c < min(at+6, len(s.Words)); c++ {
				if s.Words[c].Form == "," {
					at = c + 1
					break
				}
			}
		}
		for at < len(s.Words) && slices.Contains([]string{"about", "some", "around", "nearly", "almost", "another", "up", "to", "more", "than", "at", "least", "over", "with"}, strings.ToLower(s.Words[at].Form)) {
			at++
		}
		if at >= len(s.Words) || s.Words[at].UPOS != "NUM" || at-e.end > 6 {
			continue
		}
		q := s.Quantity(at)
		if q.IsZero() {
			continue
		}
		// The number may count its own noun, but it must be one of the same sort.
		if at+1 < len(s.Words) && s.IsNoun(at+1) {
			c := sc.c.objects.of(s, at+1)
			if !slices.Contains(c, f.Object) {
				continue
			}
		}
		taken := false
		for i := range found {
			taken = taken || overlap(found[i].Actor, e.codes) && found[i].Type == f.Type
		}
		if taken {
			continue
		}
		g := sc.like(f, e, q)
		if t := sc.timeBehind(at); t >= 0 && !isTerm(sc.times[sc.at][t]) {
			g.Date = demarche.Period{}
			dated := sc.dates(slices.Concat(found, out, []candidate{g})) // beside the others, which have days of their own
			g = dated[len(dated)-1]
		}
		out = append(out, g)
	}
	return out
}

// answeredInKind gives the act that those to whom one was done did in their turn to as many
// people of who did it, its verb left out: "Moscow expelled 18 Czechs and Prague 18 Russians".
func (sc *scene) answeredInKind(f *candidate, e *entity) *candidate {
	if !sameCodes(e.codes, f.Recipient) || e.end+1 >= len(sc.s.Words) || sc.s.Words[e.end].UPOS != "NUM" {
		return nil
	}
	if whom := sc.entityAt(e.end + 1); whom == nil || whom.kind != people && !whom.adjective || !sameCodes(whom.codes, f.Actor) {
		return nil
	}
	q := sc.s.Quantity(e.end)
	if q.IsZero() {
		return nil
	}
	g := sc.like(f, e, q)
	g.Recipient = f.Actor
	return &g
}

// timeBehind gives which time of the sentence stands right behind a word, be it with a
// preposition before it, or -1: "Italy thirty on Tuesday".
func (sc *scene) timeBehind(word int) int {
	for i, t := range sc.times[sc.at] {
		if t.First == word+1 || t.First == word+2 && sc.s.Words[word+1].UPOS == "ADP" {
			return i
		}
	}
	return -1
}

// like makes an event that another State does as one did.
func (sc *scene) like(f *candidate, e *entity, q demarche.Quantity) candidate {
	g := *f
	g.Actor = e.codes
	g.Count = q
	g.head = e.head
	g.all = false
	g.sentence = sc.at
	g.Speaker, g.SpeakerState = f.Speaker, f.SpeakerState
	if g.sentence != f.sentence {
		g.object = proposition.None // a word of the other sentence
		g.Date, g.Deadline, g.Place, g.term, g.must = demarche.Period{}, demarche.Period{}, "", when.Time{}, false
	}
	tokens := sc.sentences[sc.at].Tokens
	g.Trigger = spanOf(tokens, e.first, e.end)
	g.Span = g.Trigger
	g.Sentence = sc.sentences[sc.at].Span
	g.Confidence = max(0.1, f.Confidence-0.1)
	g.Inferred = append(slices.Clone(f.Inferred), "type")
	return g
}
