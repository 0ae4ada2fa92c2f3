package coder

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"maps"
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
			if sc.isComing(&f, &kept[k]) {
				merged = true
				break
			}
			if sc.isOfCancelled(&f, &kept[k]) {
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

// settle looks again at the sides that were inferred, now that the whole report is
// known: the same figure told of the same sort of act with both sides is the same
// act, and the State that a side deals with elsewhere in the report is likelier its
// other side than one it is never told to deal with.
func settle(found []candidate) []candidate {
	dealings := map[[2]demarche.Code]int{}
	pair := func(a, b demarche.Code) [2]demarche.Code {
		if b < a {
			a, b = b, a
		}
		return [2]demarche.Code{a, b}
	}
	told := func(f *candidate) bool {
		return !slices.Contains(f.Inferred, "actor") && !slices.Contains(f.Inferred, "recipient")
	}
	for i := range found {
		f := &found[i]
		if !told(f) {
			continue
		}
		for _, a := range f.Actor {
			for _, b := range f.Recipient {
				dealings[pair(a, b)]++
			}
		}
	}
	for i := range found {
		f := &found[i]
		if told(f) || f.Type.IsSymmetric() {
			continue
		}
		for j := range found {
			g := &found[j]
			if g.Type == f.Type && told(g) && g.Count == f.Count && f.Count.N > 1 && (slices.Contains(f.Inferred, "recipient") || slices.Equal(f.Recipient, g.Recipient)) {
				f.Actor, f.Recipient = g.Actor, g.Recipient
			}
		}
		if len(f.Actor) != 1 || len(f.Recipient) != 1 || dealings[pair(f.Actor[0], f.Recipient[0])] > 0 {
			continue
		}
		switch {
		case slices.Contains(f.Inferred, "actor") == slices.Contains(f.Inferred, "recipient"):
		case slices.Contains(f.Inferred, "recipient"):
			if c := partner(dealings, f.Actor[0]); c != "" {
				f.Recipient = []demarche.Code{c}
			}
		default:
			if c := partner(dealings, f.Recipient[0]); c != "" {
				f.Actor = []demarche.Code{c}
			}
		}
	}
	for i := range found {
		for j := range found {
			if f, g := &found[i], &found[j]; isClosedBy(f, g) {
				f.Actor, f.Recipient = g.Actor, g.Recipient
			}
		}
	}
	return found
}

// isClosedBy says whether of a mission that is told to close another account says who closes it:
// "the embassy in Doha has closed. Qatar closed it".
func isClosedBy(f, by *candidate) bool {
	return f.Type == "close" && by.Type == "close" && f.Rule == "close/of-itself" && by.Rule != f.Rule && len(by.Inferred) == 0 &&
		f.Object == by.Object && f.Place != "" && f.Place == by.Place && slices.Equal(f.Actor, by.Recipient) && slices.Equal(f.Recipient, by.Actor)
}

// partner gives the State that one is told to deal with most, twice at least.
func partner(dealings map[[2]demarche.Code]int, code demarche.Code) demarche.Code {
	best, most := demarche.Code(""), 1
	for _, p := range slices.SortedFunc(maps.Keys(dealings), func(a, b [2]demarche.Code) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		other := p[0]
		switch code {
		case p[0]:
			other = p[1]
		case p[1]:
		default:
			continue
		}
		if n := dealings[p]; n > most && other != demarche.Other {
			best, most = other, n
		}
	}
	return best
}

// enough is how many acts against another State a report must tell in full before
// the other side of its further acts is inferred.
const enough = 2

// trust drops what rests on an inference in a report that tells of no dispute:
// there the State named last is seldom the other side. Where the networks are asked,
// that of trusts weighs this among the rest.
func (sc *scene) trust(found []candidate) []candidate {
	told := 0
	for i := range found {
		if f := &found[i]; f.Type == "appoint" && len(f.Inferred) > 0 {
			continue // sent to whom the report does not say
		} else if f.Type == "depart" && f.Object == "" || f.Type == "expel" && f.Object == "officials" && len(f.Inferred) > 0 {
			continue // citizens who leave, rulers who are ousted
		} else if !f.Type.IsSymmetric() && !f.Type.IsSpeech() && (len(f.Inferred) == 0 && f.Type != "sanction" || isDiplomatic(f.Object) || measures[f.Type]) {
			told++
		}
	}
	if told >= enough || sc.c.alone || sc.c.senses != nil && !sc.c.plain {
		return found
	}
	var kept []candidate
	for _, f := range found {
		if sc.isSensed(&f) {
			kept = append(kept, f)
			continue
		}
		if (f.Type.IsSpeech() || f.Type == "sanction" || f.Object == "officials") && len(f.Inferred) > 0 && !facing(found, &f.Event) {
			continue // nothing in it sets the two against each other
		}
		if len(f.Inferred) == 0 || f.fetched || (isDiplomatic(f.Object) || measures[f.Type]) && !f.Type.IsSpeech() || !f.deed && (f.Type.IsSpeech() || sc.isBetween(&f.Event)) {
			kept = append(kept, f)
		}
	}
	return kept
}

// facing says whether the report tells in full of something that one of the two
// sides of an event does to the other.
func facing(found []candidate, e *demarche.Event) bool {
	for i := range found {
		f := &found[i]
		if sides := union(f.Actor, f.Recipient); len(f.Inferred) == 0 && !f.Type.IsSymmetric() && len(without(e.Actor, sides)) == 0 && len(without(e.Recipient, sides)) == 0 {
			return true
		}
	}
	return false
}

// isBetween says whether a report is on its whole about the two sides of an event,
// so that one of them stands opposite to the other where it is not named. A brief
// of a sentence or three need name each but once.
func (sc *scene) isBetween(e *demarche.Event) bool {
	if len(e.Actor) != 1 || len(e.Recipient) != 1 || e.Actor[0] == demarche.Other || e.Recipient[0] == demarche.Other {
		return false
	}
	a, b, all := 0, 0, 0
	for k := range sc.entities {
		x := &sc.entities[k]
		if len(x.codes) == 0 || x.kind == place {
			continue
		}
		all++
		switch {
		case slices.Contains(x.codes, e.Actor[0]):
			a++
		case slices.Contains(x.codes, e.Recipient[0]):
			b++
		}
	}
	brief := len(sc.sentences) <= 3 && a > 0 && b > 0
	return (a > 1 && b > 1 || brief) && 5*(a+b) >= 4*all
}

// isDiplomatic says whether an object is one that only diplomacy has.
func isDiplomatic(object string) bool {
	switch object {
	case "diplomats", "ambassador", "attache", "embassy", "consulate", "relations":
		return true
	}
	return false
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

// settleDay gives two accounts of one act the day of that which tells it for itself, where the
// other tells it as what something else came after: the day near it may be that of the other.
func (sc *scene) settleDay(a, b *candidate) {
	if a.Date.IsZero() || b.Date.IsZero() || a.Date.Contains(b.Date) || b.Date.Contains(a.Date) {
		return
	}
	if sc.isWhatWasBefore(a) && !sc.isWhatWasBefore(b) {
		a.Date = b.Date
		a.takes("date", b)
	}
}

// isWhatWasBefore says whether an act stands in a clause on what something else came after:
// "a day after Mali broke off ties".
func (sc *scene) isWhatWasBefore(f *candidate) bool {
	var s proposition.Sentence
	s.Set(sc.trees[f.sentence].Words, sc.c.lexicon)
	switch s.Mark(f.head) {
	case "after", "since", "once":
		return true
	}
	return false
}

// isSameEnvoy says whether two accounts in different sentences tell of one envoy, or of envoys
// whom nobody counts, by other words: "expelled the ambassador", "a diplomat had been declared
// unwelcome". One who is told of as one more is another.
func (sc *scene) isSameEnvoy(a, b *candidate) bool {
	return a.sentence != b.sentence && a.Count.N < 2 && a.Count.N == b.Count.N && isOnEnvoys(a) && isOnEnvoys(b) && !sc.isToldAsMore(b)
}

// isOnEnvoys says whether an act is on persons of a mission.
func isOnEnvoys(f *candidate) bool {
	switch f.Object {
	case "ambassador", "diplomats", "attache", "staff", "officials":
		return true
	}
	return false
}

// isToldAsMore says whether an act is told as done to others than one before: "expelled a
// second diplomat", "will recall more of its staff".
func (sc *scene) isToldAsMore(f *candidate) bool {
	if f.likewise {
		return true
	}
	words := sc.trees[f.sentence].Words
	var s proposition.Sentence
	s.Set(words, sc.c.lexicon)
	for _, at := range []int{f.object, f.head} {
		if at == proposition.None {
			continue
		}
		for k := s.Kid(at); k >= 0; k = s.Next(k) {
			form := strings.ToLower(words[k].Form)
			if sc.c.vocabulary.has(oneMore, form) || words[k].Rel == "advmod" && sc.c.vocabulary.has(moreover, form) {
				return true
			}
		}
	}
	return false
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
