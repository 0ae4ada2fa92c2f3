package coder

import (
	"slices"
	"strings"

	"demarche/internal/proposition"
)

// isDeed says whether what a predicate is done to is violence, which is condemned
// whoever did it.
func (sc *scene) isDeed(p *proposition.Proposition) bool {
	list := []int{p.Patient.Head}
	for _, a := range p.Preps {
		list = append(list, a.Head)
	}
	for _, h := range list {
		if h == proposition.None {
			continue
		}
		for t := h; t != proposition.None; {
			if slices.Contains(deeds, sc.s.Words[t].Lemma) {
				return true
			}
			next := proposition.None
			for k := sc.s.Kid(t); k >= 0; k = sc.s.Next(k) {
				if sc.s.Words[k].Rel == "conj" {
					next = k
				}
			}
			t = next
		}
	}
	return false
}

// deeds are nouns for violence and crimes.
var deeds = []string{"bombing", "bomb", "attack", "blast", "killing", "murder", "explosion", "assassination", "massacre", "violence",
	"terrorism", "hijacking", "kidnapping", "abduction", "shooting", "slaying", "atrocity", "bloodshed", "slaughter", "coup", "beheading",
	"carnage", "terror", "stabbing", "arson"}

// isPrivate says whether a word stands for private persons or firms, who do not act
// for the State whose name stands before them: "a Filipino woman", "some Kenyans".
func (sc *scene) isPrivate(head int) bool {
	if !sc.typed.IsSpeech() {
		return false
	}
	w := &sc.s.Words[head]
	if w.UPOS == "NOUN" {
		return slices.Contains(privates, w.Lemma)
	}
	if e := sc.entityAt(head); e != nil && e.kind == people && e.class == 0 && !e.adjective {
		for k := sc.s.Kid(head); k >= 0 && k < head; k = sc.s.Next(k) {
			switch f := strings.ToLower(sc.s.Words[k].Form); f {
			case "some", "many", "ethnic", "ordinary", "young", "several", "few", "most", "angry":
				return true
			}
		}
	}
	return false
}

// privates are nouns for those who do not act for a State.
var privates = []string{"woman", "man", "girl", "boy", "student", "protester", "demonstrator", "citizen", "lawyer", "company", "firm",
	"activist", "expert", "analyst", "critic", "marine", "refugee", "resident", "villager", "family", "team", "club", "player", "coach",
	"fan", "athlete", "researcher", "scientist", "doctor", "farmer", "worker", "investor", "airline", "economist", "author", "writer",
	"historian", "victim", "survivor", "relative", "widow", "wife", "passenger", "tourist", "detainee", "prisoner", "hostage", "exporter", "importer",
	"manufacturer", "businessman", "trader", "migrant", "immigrant", "priest", "scholar", "academic", "commentator", "columnist",
	"peacekeeper", "voter", "teenager", "singer", "actor", "actress", "journalist", "reporter", "film", "fisherman", "crew", "captain", "pilot",
	"supporter", "opponent", "dissident", "exile", "convict", "suspect", "defendant", "intellectual"}

// isForeign says whether a phrase names somebody who is of no State: a firm, a
// club, a person whom nothing ties to one.
func (sc *scene) isForeign(head int) bool {
	w := &sc.s.Words[head]
	if w.UPOS == "PRON" || w.UPOS == "NUM" || w.UPOS == "DET" {
		return false
	}
	if e := sc.entityAt(head); e != nil && e.class != 0 {
		return false // "the Foreign Ministry" is some State's
	}
	if w.UPOS == "PROPN" {
		return true
	}
	c := sc.c.objects.of(&sc.s, head)
	if len(c) > 0 {
		switch c[0] {
		case "people", "officials", "group":
			return true
		}
		return false
	}
	return slices.Contains(strangers, w.Lemma)
}

// private are those of the strangers whose words are never their State's.
var private = []string{"club", "company", "firm", "court", "judge", "team", "prosecutor", "protester", "demonstrator", "student", "resident",
	"player", "coach", "university", "bank", "newspaper", "daily", "expert", "analyst", "critic", "opposition", "lawyer", "activist", "worker", "investor"}

// strangers act, but not for a State.
var strangers = []string{"club", "company", "firm", "court", "judge", "referee", "team", "prosecutor", "protester", "demonstrator",
	"crowd", "rebel", "militant", "student", "resident", "player", "coach", "university", "school", "bank", "party", "union",
	"newspaper", "daily", "expert", "analyst", "critic", "opposition", "lawyer", "family", "church", "group", "organisation", "organization", "activist", "worker", "mob", "gunman", "investor"}
