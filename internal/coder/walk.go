package coder

import (
	"fmt"
	"slices"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/when"
)

// Walk is how the events of a report were come by: every rule that was tried, in
// the order of the text.
type Walk struct {
	Tries []Try
	Times [][]when.Time // for each sentence the times that it tells
}

// Try is one rule tried at one word of a sentence.
type Try struct {
	Sentence    int
	Word        int // that names the act
	Rule        *rule.Rule
	Trigger     demarche.Span
	Proposition proposition.Proposition
	Stance      proposition.Stance
	Actor       Side
	Recipient   Side
	Object      int     // its word, or proposition.None
	Why         string  // why no event came of it; empty where one did
	Confidence  float64 // of the event that came of it
	Chance      float64 // that the word tells the act, by the network of senses; 0 where it was not asked
	Standing    float64 // that the sides stand as they do, by that of sides
}

// Side is how one side of an act was found.
type Side struct {
	Codes  []demarche.Code // none where it was not found
	Source rule.Source
	Word   int  // that stands for it, or proposition.None
	Spoken bool // by a pronoun or a description, not by a name
}

// Record makes the coder write into a walk, anew for each report, every rule that it
// tries. A walk of nil ends that.
func (c *Coder) Record(w *Walk) { c.walk = w }

// Of gives the try that an event came of, or nil where it was made from another
// event of its report ("Canada followed suit").
func (w *Walk) Of(e *demarche.Event) *Try {
	for i := range w.Tries {
		if t := &w.Tries[i]; t.Why == "" && t.Rule.ID == e.Rule && t.Trigger == e.Trigger {
			return t
		}
	}
	return nil
}

// refusal says why no event came of a rule, the last time that it was tried.
func (w *Walk) refusal(id demarche.RuleID) string {
	why := ""
	for i := range w.Tries {
		t := &w.Tries[i]
		if t.Rule.ID != id {
			continue
		}
		why = t.Why
		if why == "" {
			why = "it found the act, but a surer rule or a nearer word took it"
		}
	}
	return why
}

// begin begins the record of a report.
func (sc *scene) begin() {
	if w := sc.c.walk; w != nil {
		w.Tries, w.Times = w.Tries[:0], sc.times
	}
}

// tried records that a rule is being tried.
func (sc *scene) tried(h rule.Hit, p *proposition.Proposition, st *proposition.Stance) {
	w := sc.c.walk
	if w == nil {
		return
	}
	t := Try{Sentence: sc.at, Word: h.Head, Rule: h.Rule, Trigger: spanOf(sc.sentences[sc.at].Tokens, h.First, h.End),
		Proposition: *p, Stance: *st, Object: proposition.None}
	t.Proposition.Mods, t.Proposition.Preps = slices.Clone(p.Mods), slices.Clone(p.Preps)
	t.Stance.Steps = slices.Clone(st.Steps)
	t.Actor.Word, t.Recipient.Word = proposition.None, proposition.None
	w.Tries = append(w.Tries, t)
}

// last is the try that is under way, or nil.
func (w *Walk) last() *Try {
	if w == nil || len(w.Tries) == 0 {
		return nil
	}
	return &w.Tries[len(w.Tries)-1]
}

// sided records the sides as they are known by now.
func (sc *scene) sided(actor, recipient *party) {
	if t := sc.c.walk.last(); t != nil {
		t.Actor, t.Recipient = actor.side(), recipient.side()
	}
}

func (p *party) side() Side {
	s := Side{slices.Clone(p.codes), p.source, p.head, p.spoken}
	if s.Source == "other" || s.Source == "" {
		s.Word = proposition.None
	}
	return s
}

// failed records why no event comes of the try under way.
func (sc *scene) failed(why string) {
	t := sc.c.walk.last()
	if t == nil {
		return
	}
	t.Why = why
	if len(t.Actor.Codes)+len(t.Recipient.Codes) > 0 {
		t.Why = fmt.Sprintf("%s (actor %s, recipient %s)", why, codesOrNone(t.Actor.Codes), codesOrNone(t.Recipient.Codes))
	}
}

func codesOrNone(codes []demarche.Code) string {
	if len(codes) == 0 {
		return "nobody"
	}
	return joinCodes(codes)
}

// made records that an event came of the try under way.
func (sc *scene) made(cand *candidate) {
	if t := sc.c.walk.last(); t != nil {
		t.Object, t.Confidence = cand.object, cand.Confidence
	}
}

// weighed records what the networks made of an event.
func (sc *scene) weighed(cand *candidate) {
	w := sc.c.walk
	if w == nil {
		return
	}
	for i := len(w.Tries) - 1; i >= 0 && w.Tries[i].Sentence == sc.at; i-- {
		if t := &w.Tries[i]; t.Rule.ID == cand.Rule && t.Word == cand.head && t.Why == "" {
			t.Chance, t.Standing = cand.chance, cand.standing
			return
		}
	}
}
