package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// isJourneyTo says whether an event is but the journey to talks that the same clause tells, with
// the host and with others: "flew to Lima for talks with Peruvian and Chilean officials",
// "visited Lima and met Peruvian and Chilean ministers". They are one meeting.
func (sc *scene) isJourneyTo(f, to *candidate) bool {
	if f.Type != "consult" || to.Type != "consult" || f.noun || f.convened || to.convened || f.head >= to.head || len(f.Actor) != 1 || len(f.Recipient) != 1 || to.tabled || len(to.Inferred) > 0 {
		return false
	}
	if !sc.c.vocabulary.has(onwards, sc.s.Words[f.head].Lemma) && !sc.c.vocabulary.has(arriving, sc.s.Words[f.head].Lemma) {
		return false
	}
	goer := sc.travellerOf(f)
	met := union(to.Actor, to.Recipient)
	return goer != "" && slices.Contains(met, goer) && len(met) > 2 && len(without(union(f.Actor, f.Recipient), met)) == 0 && sc.leadsTo(f.head, to.head)
}

// leadsTo says whether a word stands in the clause of a verb as what is done on the way that it
// tells, at no other time and by nobody else: "for talks", "to meet", "and met".
func (sc *scene) leadsTo(verb, word int) bool {
	s := &sc.s
	for at, up := word, 0; up < 5; up++ {
		if at == verb {
			return up > 0
		}
		w := &s.Words[at]
		rel, _, _ := strings.Cut(w.Rel, ":")
		switch c := s.Case(at); {
		case w.Head < 0:
			return false
		case rel == "obl" || rel == "nmod":
			if c != "for" {
				return false
			}
		case rel == "advcl" || rel == "acl":
			if s.Mark(at) != "to" {
				return false
			}
		case rel == "conj":
			if w.Head != verb || sc.subjectOf(at) != proposition.None {
				return false
			}
		case rel != "obj" && rel != "xcomp":
			return false
		}
		at = w.Head
	}
	return false
}

// planAs gives talks the status of the journey to them where they are told as no more than its
// purpose: "will fly to Lima for talks with Chilean officials".
func (f *candidate) planAs(journey *candidate) {
	if f.Status == demarche.Actual {
		f.Status = journey.Status
	}
}
