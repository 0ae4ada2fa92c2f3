package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/when"
)

// candidate is an event as it was found, with what merging needs to know.
type candidate struct {
	demarche.Event
	noun      bool // told by an event noun
	bare      bool // by one that no verb carries, or only as something to remark on: "their meeting", not "held a meeting"
	head      int  // its word
	object    int  // the word of its object, or None
	sentence  int
	paid      map[int]bool // words that are part of it and tell no event of their own
	term      when.Time    // the length that its deadline was counted from, zero for none
	must      bool         // told as an obligation: "must leave"
	made      bool         // an agreement told with the participle that made it, whatever becomes of it
	told      [2]bool      // whether actor and recipient are told in its own clause
	meant     bool         // one of them by a pronoun, which may stand for another
	content   int          // the clause that says what is asked, or None
	all       bool         // both sides do it to each other
	mutual    bool         // either accuses the other: "accused each other"
	tabled    bool         // its sides are those of talks that go by a name of their own
	fetched   bool         // its company is told, and who has it taken from elsewhere in the report
	convened  bool         // a meeting of many, with whoever is named or the State where it is held
	asked     bool         // told by what is asked for, of which the network of senses sees the asking only
	gone      bool         // it goes on about the people of a measure told before, and its sides are those of that
	undergone bool         // it is told by what its recipient undergoes or is warned of: "faces sanctions from"
	deed      bool         // violence is condemned, and nobody is named who did it
	chance    float64      // that its word tells an act of its type
	standing  float64      // that its sides stand as they do
	agreed    bool         // the network of sides would have set the same
	likewise  bool         // told as done as another did: "followed suit"
	seated    bool         // its place is where the report tells such a mission to stand
	predicate bool         // told by what is said of a subject
	telling   *telling     // how it is told, once that was asked
	filled    []string     // slots that the network of slots filled from another sentence
}

// aside is a demand or a threat that gave way to the acts that it asks for or
// threatens, which the words of its sentence tell.
type aside struct {
	candidate
	content []int
}

// tells says whether an event noun tells its act rather than mentioning it in
// passing: "at the talks", "in response to".
func (sc *scene) tells(r *rule.Rule, p *proposition.Proposition, cand *candidate) bool {
	both := cand.told[0] && cand.told[1]
	rel := sc.s.Words[p.Head].Rel
	if h := sc.s.Words[p.Head].Head; r.Type == "consult" && cand.tabled && rel == "nmod" && sc.c.vocabulary.has(groups, sc.s.Words[h].Lemma) {
		return false // "China's chief negotiator at the six-party talks"
	}
	passing := p.Carrier == proposition.None && (strings.HasPrefix(rel, "obl") || strings.HasPrefix(rel, "nmod") || rel == "compound")
	switch r.Type {
	case "consult", "agree":
		if strings.HasPrefix(rel, "obl") {
			passing = slices.Contains(occasions, sc.s.Case(p.Head))
		}
		return both || !passing && (cand.told[0] || cand.told[1] || sc.c.vocabulary.has(dealings, sc.s.Words[p.Head].Lemma) && sc.isBetween(&cand.Event))
	case "respond":
		if both && p.Agent.Link == proposition.Light && sc.s.Case(p.Head) == "in" {
			return true // "cut off the gas in retaliation for the ban"
		}
		return !passing && p.Carrier != proposition.None && (cand.told[0] || cand.told[1])
	case "demand", "accuse", "reject", "threaten", "protest":
		return both || p.Carrier != proposition.None && (cand.told[0] || cand.told[1])
	case "sanction":
		return both || !passing && (cand.told[0] || cand.told[1])
	}
	return cand.told[0] || cand.told[1]
}

// occasions are the prepositions after which a meeting is where or when something
// else is done: "decided at a summit".
var occasions = []string{"at", "during", "after", "following", "before", "on", "since", "amid", "ahead of", "for"}
