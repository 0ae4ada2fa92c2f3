package coder

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"math"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// finish merges what tells one act, drops what is told better by another, and
// gives the events their ids.
func (sc *scene) finish(found []candidate) []demarche.Event {
	told := found
	found = settle(sc.restore(sc.believe(sc.trust(found))))
	cede(found)
	sc.handOn(told, found)
	var kept []candidate
	for _, f := range found {
		merged := false
		for k := range kept {
			if sc.isPartOf(&f, &kept[k]) {
				kept[k].fillFrom(&f)
				kept[k].Status = demarche.Actual
				merged = true
				break
			}
			if sc.isComing(&f, &kept[k]) || sc.isOfSummons(&f, &kept[k]) {
				merged = true
				break
			}
			if sc.isOfCancelled(&f, &kept[k]) || sc.isCallingOffOf(&f, &kept[k]) {
				kept[k].absorb(&f)
				kept[k].Status = demarche.Ended
				merged = true
				break
			}
			if whole := sc.wholeOf(&kept[k], &f); whole != nil {
				status := whole.Status
				if noun := &f; ahead(status) {
					if whole == noun {
						noun = &kept[k]
					}
					if !ahead(noun.Status) {
						noun.Date = demarche.Period{} // read as a day gone by
					}
				}
				kept[k].absorb(&f)
				kept[k].Status = status
				merged = true
				break
			}
			if sc.sameAct(&kept[k], &f) {
				status, envoy := toldAs(&kept[k], &f), sc.isSameEnvoy(&kept[k], &f) && (kept[k].Object == "ambassador" || f.Object == "ambassador")
				sc.settleDay(&kept[k], &f)
				kept[k].absorb(&f)
				if envoy {
					kept[k].Object = "ambassador"
				}
				if status != "" {
					kept[k].Status = status
				}
				merged = true
				break
			}
		}
		if !merged {
			kept = append(kept, f)
		}
	}
	kept = severally(total(kept))
	meetAt(kept)
	sc.shareTerms(kept)
	var out []demarche.Event
	for k := range kept {
		e := kept[k].Event
		e.Confidence = math.Round(100*min(1, max(0, e.Confidence))) / 100
		e.Inferred = slices.Compact(slices.Sorted(slices.Values(slices.Concat(e.Inferred, kept[k].filled))))
		e.Elsewhere = elsewhere(&e)
		e.ID = idOf(&e, sc.report.Text)
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b demarche.Event) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// restore gives back the demands and threats put aside for a content that was not
// believed: "urged Israel to freeze all settlement activity" is no freeze of assets.
func (sc *scene) restore(found []candidate) []candidate {
	var back []candidate
	for i := range sc.aside {
		a := &sc.aside[i]
		if !slices.ContainsFunc(found, func(f candidate) bool { return f.sentence == a.sentence && slices.Contains(a.content, f.head) }) {
			back = append(back, a.candidate)
		}
	}
	found = append(found, sc.believe(sc.trust(back))...)
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Or(a.sentence-b.sentence, a.head-b.head) })
	return found
}

// meetAt gives what is agreed and the meeting at which it is, told together, one place.
func meetAt(kept []candidate) {
	for i := range kept {
		for k := range kept {
			a, b := &kept[i], &kept[k]
			if a.Type == "agree" && b.Type == "consult" && a.sentence == b.sentence && b.Status == demarche.Actual && a.Status == demarche.Actual && sides(&a.Event, &b.Event) {
				if a.Place == "" {
					a.Place = b.Place
				} else if b.Place == "" {
					b.Place = a.Place
				}
			}
		}
	}
}

// shareTerms gives the parts of what one clause tells the term that was told of all of
// them: "expelled the ambassador and two other diplomats and gave them a week".
func (sc *scene) shareTerms(kept []candidate) {
	for i := range kept {
		for k := range kept {
			a, b := &kept[i], &kept[k]
			if !a.Deadline.IsZero() || b.Deadline.IsZero() || a.Type != b.Type || a.sentence != b.sentence || a.Date != b.Date || a.Status != b.Status ||
				!slices.Equal(a.Actor, b.Actor) || !slices.Equal(a.Recipient, b.Recipient) {
				continue
			}
			if a.head == b.head || b.object != proposition.None && sc.trees[b.sentence].Words[b.object].UPOS == "PRON" {
				a.Deadline, a.term = b.Deadline, b.term
			}
		}
	}
}

// isClosedBy says whether of a mission that is told to close another account says who closes it:
// "the embassy in Doha has closed. Qatar closed it".
func isClosedBy(f, by *candidate) bool {
	return f.Type == "close" && by.Type == "close" && f.Rule == "close/of-itself" && by.Rule != f.Rule && len(by.Inferred) == 0 &&
		f.Object == by.Object && f.Place != "" && f.Place == by.Place && slices.Equal(f.Actor, by.Recipient) && slices.Equal(f.Recipient, by.Actor)
}

// total takes two parts of an act into the whole that the report tells too: 58 of the
// embassy and two of the consulate are the sixty. Parts with a term each stand for the whole.
func total(kept []candidate) []candidate {
	for i := range kept {
		whole := &kept[i]
		if whole.Count.N < 3 || whole.Type.IsSpeech() {
			continue
		}
		for j := range kept {
			for k := j + 1; k < len(kept); k++ {
				a, b := &kept[j], &kept[k]
				if i == j || i == k || a.Type != whole.Type || b.Type != whole.Type || a.Count.N == 0 || b.Count.N == 0 || a.Count.N+b.Count.N != whole.Count.N ||
					!sides(&a.Event, &whole.Event) || !sides(&b.Event, &whole.Event) || a.Status != whole.Status || b.Status != whole.Status {
					continue
				}
				if !a.Deadline.IsZero() && !b.Deadline.IsZero() && a.Deadline != b.Deadline {
					a.takesFrom(whole)
					b.takesFrom(whole)
					return total(slices.Delete(kept, i, i+1)) // two terms make two acts
				}
				count, place := whole.Count, whole.Place
				whole.fillFrom(a)
				whole.fillFrom(b)
				whole.Count, whole.Place = count, place
				kept = slices.Delete(kept, k, k+1)
				return total(slices.Delete(kept, j, j+1))
			}
		}
	}
	return kept
}

// idOf makes an id that stays the same as long as the report says the same.
func idOf(e *demarche.Event, text string) demarche.EventID {
	h := sha256.New()
	fmt.Fprintln(h, e.Report, e.Type, e.Actor, e.Recipient, e.Status, e.Object, e.Count, e.Place, e.Date, e.Deadline, e.Trigger, e.Trigger.In(text))
	sum := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil))
	return demarche.EventID(strings.ToLower(sum[:16]))
}

// sides compares the parties of two events.
func sides(a, b *demarche.Event) bool {
	same := func(x, y []demarche.Code) bool {
		return len(x) == len(y) && len(without(x, y)) == 0
	}
	if a.Type.IsSymmetric() {
		return same(union(a.Actor, a.Recipient), union(b.Actor, b.Recipient))
	}
	return same(a.Actor, b.Actor) && same(a.Recipient, b.Recipient)
}

// sameAct says whether two events of a report tell one act.
func (sc *scene) sameAct(a, b *candidate) bool {
	if a.Type != b.Type || !sides(&a.Event, &b.Event) {
		return false
	}
	if a.Type.IsSpeech() {
		return a.Status == b.Status
	}
	if !a.Count.IsZero() && !b.Count.IsZero() && a.Count.N != b.Count.N {
		return false
	}
	if a.Object != b.Object && a.Object != "" && b.Object != "" && !near(a.Object, b.Object) && !sc.isSameEnvoy(a, b) && !isSameVisa(a, b) {
		return false
	}
	length := a.term.Kind == when.Span && b.term.Kind == when.Span && a.term.Days == b.term.Days && a.term.Months == b.term.Months
	if !length && !isNearer(a, b) && !isNearer(b, a) && !a.Deadline.IsZero() && !b.Deadline.IsZero() && a.Deadline != b.Deadline && !a.Deadline.Contains(b.Deadline) && !b.Deadline.Contains(a.Deadline) {
		return false
	}
	return sc.apart(a, b) < another
}

// isNearer says whether an account tells the day of a term that another account of the act
// tells but loosely: "within 48 hours" and "The deadline expires on Sunday".
func isNearer(a, b *candidate) bool {
	const off = 3 // days that a length may miss the day by
	if a.Deadline.IsZero() || a.isFilledIn("deadline") || !b.isLoose() {
		return false
	}
	return b.isFilledIn("deadline") || a.term.Kind == when.Point && !a.Deadline.From.Plus(off).Before(b.Deadline.From) && !b.Deadline.From.Plus(off).Before(a.Deadline.From)
}

// wholeOf gives that of two events whose verb tells the act of which the other's noun is
// part, or nil: "sat down on Monday for talks", "agreed to a ceasefire".
func (sc *scene) wholeOf(a, b *candidate) *candidate {
	if a.sentence != b.sentence || a.Type != b.Type || !a.Type.IsSymmetric() || a.noun == b.noun || !sides(&a.Event, &b.Event) {
		return nil
	}
	verb, noun := a, b
	if a.noun {
		verb, noun = b, a
	}
	words := sc.trees[a.sentence].Words
	var s proposition.Sentence
	s.Set(words, sc.c.lexicon)
	for at := noun.head; at >= 0; at = words[at].Head {
		switch s.Case(at) {
		case "after", "before", "following", "since", "until", "despite", "ahead of":
			return nil // another meeting than that
		}
		if words[at].Head == verb.head {
			rel, _, _ := strings.Cut(words[at].Rel, ":")
			if rel == "obl" || rel == "obj" || rel == "nmod" {
				return verb
			}
			return nil
		}
		if s.IsVerb(at) {
			return nil
		}
	}
	return nil
}

// isPartOf says whether a plan is but what is to be talked about, or who is to be seen, at a
// meeting that is told as begun shortly before: "arrived for a visit. The two leaders are
// expected to discuss trade." A day of its own, or a word for one more, makes it another.
func (sc *scene) isPartOf(f, of *candidate) bool {
	const reach = 3 // sentences on
	if f.Type != "consult" || of.Type != "consult" || f.Status != demarche.Planned || of.Status != demarche.Actual || f.noun || !f.Date.IsZero() ||
		f.sentence < of.sentence || f.sentence > of.sentence+reach || !sides(&f.Event, &of.Event) || of.Date.Until.Plus(bygone).Before(sc.report.Date) && !of.Date.IsZero() {
		return false
	}
	for _, w := range sc.trees[f.sentence].Words {
		switch strings.ToLower(w.Form) {
		case "again", "another", "next", "future", "upcoming", "second", "later", "agreed", "pledged":
			return false
		}
	}
	return sc.c.vocabulary.has(discussing, sc.trees[f.sentence].Words[f.head].Lemma)
}

// isSameVisa says whether two refusals of visas may be one that is told once of the visas and once
// of those who asked for them.
func isSameVisa(a, b *candidate) bool {
	return a.Type == "deny_visa" && (a.Object == "visas" && near(b.Object, "officials") || b.Object == "visas" && near(a.Object, "officials"))
}

// near says whether two objects may be words for one.
func near(a, b string) bool {
	group := func(o string) int {
		switch o {
		case "diplomats", "staff", "officials", "attache":
			return 1
		case "embassy", "consulate", "mission", "property":
			return 2
		}
		return 0
	}
	return group(a) != 0 && group(a) == group(b)
}

// absorb takes from another account of the act what this one does not tell.
func (a *candidate) absorb(b *candidate) {
	if a.noun && !b.noun || b.Confidence > a.Confidence+0.1 {
		// A clause says it better than a noun.
		c := *b
		c.fillFrom(a)
		*a = c
		return
	}
	a.fillFrom(b)
}

func (a *candidate) fillFrom(b *candidate) {
	if a.Count.IsZero() {
		a.Count = b.Count
		a.takes("count", b)
		if !b.Count.IsZero() && b.Object != "" {
			a.Object = b.Object
			a.takes("object", b)
		}
	}
	if a.Object == "" {
		a.Object = b.Object
		a.takes("object", b)
	}
	if a.Place == "" && !(b.sentence == a.sentence && b.isFilledIn("place")) {
		a.Place = b.Place
		a.takes("place", b)
	}
	if a.Date.IsZero() || !b.Date.IsZero() && a.Date != b.Date && a.Date.Contains(b.Date) {
		a.Date = b.Date
		a.takes("date", b)
	}
	if a.Deadline.IsZero() || isNearer(b, a) {
		a.Deadline, a.term = b.Deadline, b.term
		a.takes("deadline", b)
		a.filled = withoutTerm(a.filled)
	}
	a.countTerm()
	threat := a.Status == demarche.Threatened && b.Status == demarche.Planned && b.Speaker != "" // "threatened to expel him: “I shall throw him out”"
	if a.Status != b.Status && !threat && (b.Status == demarche.Actual) == (a.Count == b.Count && a.Count.N > 1) {
		a.Status = b.Status
	}
	if a.Speaker == "" || b.Speaker == "" && !(b.sentence > a.sentence && (b.noun || b.must)) {
		a.Speaker, a.SpeakerState = "", ""
	} else if b.Speaker != "" && a.SpeakerState == "" {
		a.Speaker, a.SpeakerState = b.Speaker, b.SpeakerState // "...: envoy", with the envoy named later
	}
	a.Confidence = max(a.Confidence, b.Confidence)
}

// takesFrom takes the day and the place of the act of which one is a part.
func (a *candidate) takesFrom(whole *candidate) {
	if a.Date.IsZero() && !whole.Date.IsZero() {
		a.Date = whole.Date
		a.takes("date", whole)
		a.countTerm()
	}
	if a.Place == "" && whole.Place != "" {
		a.Place = whole.Place
		a.takes("place", whole)
	}
}

// measures are the types of acts that only diplomacy has.
var measures = map[demarche.EventType]bool{"limit_staff": true, "limit_term": true, "limit_movement": true, "deny_visa": true,
	"seize": true, "hand_back": true, "break_relations": true, "close": true, "expel": true}
