package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// isComing says whether an arrival is but how a visitor came to a meeting that was told
// before, and no meeting of its own: "The king received the Laotian president on Friday.
// Choummaly arrived in Rabat on Wednesday at his invitation." Who arrived long before, or in
// another city than that of the meeting, was there for another.
func (sc *scene) isComing(f, of *candidate) bool {
	const stay = 10 // days that a visit lasts
	if f.Type != "consult" || of.Type != "consult" || f.noun || f.sentence <= of.sentence || f.Status != demarche.Actual || of.Status != demarche.Actual || !sides(&f.Event, &of.Event) {
		return false
	}
	if w := &sc.trees[f.sentence].Words[f.head]; !sc.c.vocabulary.has(arriving, w.Lemma) || sc.tellingOf(of).journey {
		return false
	}
	if f.Place != "" && of.Place != "" && !strings.EqualFold(f.Place, of.Place) || f.Date.IsZero() {
		return false
	}
	met := of.Date
	if met.IsZero() {
		met = demarche.On(sc.report.Date)
	}
	return f.Date.From.Before(met.Until) && met.From.Before(f.Date.Until.Plus(stay))
}

// isOfSummons says whether it is but told how an envoy who was summoned comes to be heard: "Lima
// summoned the Omani ambassador, who is to come at noon".
func (sc *scene) isOfSummons(f, of *candidate) bool {
	if f.Type != "consult" || of.Type != "summon" || f.noun || f.sentence < of.sentence || f.sentence > of.sentence+1 || len(without(union(f.Actor, f.Recipient), union(of.Actor, of.Recipient))) > 0 {
		return false
	}
	words := sc.trees[f.sentence].Words
	if words[f.head].Lemma != "receive" || words[f.head].XPOS != "VBN" {
		return false
	}
	for k := range words[:f.head] {
		if w := &words[k]; w.Head == f.head && strings.HasPrefix(w.Rel, "nsubj") {
			return w.UPOS == "PRON" || w.Lemma == "ambassador" || w.Lemma == "envoy"
		}
	}
	return false
}

// isOfCancelled says whether a meeting is told as one that had been planned, of a visit or of
// talks that were called off: "cancelled a trip to Rome, where he was to meet the pope".
func (sc *scene) isOfCancelled(f, of *candidate) bool {
	const reach = 3 // sentences on
	if f.Type != "consult" || of.Type != "consult" || f.Status != demarche.Planned || of.Status != demarche.Ended ||
		f.sentence < of.sentence || f.sentence > of.sentence+reach || !sides(&f.Event, &of.Event) {
		return false
	}
	if !f.Date.IsZero() && !of.Date.IsZero() && !f.Date.Contains(of.Date) && !of.Date.Contains(f.Date) {
		return false
	}
	words := sc.trees[f.sentence].Words
	for at := f.head; at >= 0; at = words[at].Head {
		for k := range words {
			if w := &words[k]; w.Head == at && k < at && w.XPOS == "VBD" && (strings.HasPrefix(w.Rel, "aux") || w.Rel == "cop") {
				return sc.c.lexicon.Is(words[at].Lemma, "plan") || w.Lemma == "be" && at == f.head
			}
		}
		if strings.HasPrefix(words[at].Rel, "acl:relcl") {
			break
		}
	}
	return false
}

// isLeave says whether it is only told that somebody goes away from where he was, with no word
// of whom he goes to see: "will leave here on Thursday", "left Lima after a week of waiting".
// Whom he saw there another word tells.
func (sc *scene) isLeave(f *candidate) bool {
	w := &sc.s.Words[f.head]
	if f.Type != "consult" || f.noun || w.Lemma != "leave" && w.Lemma != "depart" {
		return false
	}
	var p proposition.Proposition
	sc.s.Read(f.head, sc.c.lexicon, &p)
	if p.With("for") != proposition.None || p.With("to") != proposition.None || p.With("on") != proposition.None {
		return false
	}
	for k := sc.s.Kid(f.head); k >= 0; k = sc.s.Next(k) {
		if sc.s.IsVerb(k) && sc.s.IsInfinitive(k) {
			return false // "left to meet"
		}
	}
	return true
}

// isWithOwn says whether consultations are those for which an envoy was called home, as the report
// has told before: he has them with his own, "until the consultations are completed".
func (sc *scene) isWithOwn(f *candidate) bool {
	if !f.noun || sc.s.Words[f.head].Lemma != "consultation" || len(f.Inferred) == 0 {
		return false
	}
	for i := range sc.at {
		envoy, home := false, false
		for t := range sc.sentences[i].Tokens {
			switch strings.ToLower(sc.form(i, t)) {
			case "ambassador", "envoy", "representative", "commissioner", "chargé", "consul":
				envoy = true
			case "consultations", "consultation":
				home = home || t > 0 && strings.EqualFold(sc.form(i, t-1), "for")
			}
		}
		if envoy && home {
			return true
		}
	}
	return false
}

// goTogether says whether the one who makes a journey, by the verb over its noun, is told with
// others: "the Kenyan and Ugandan ministers will pay visits to".
func (sc *scene) goTogether(journey int) bool {
	v := sc.verbOver(journey)
	if v == proposition.None {
		return false
	}
	var p proposition.Proposition
	sc.s.Read(v, sc.c.lexicon, &p)
	return p.Agent.Head != proposition.None && len(sc.resolveAll(p.Agent.Head, nil).codes) > 1 || p.With("with") != proposition.None
}
