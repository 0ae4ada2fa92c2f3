package coder

import (
	"cmp"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// telling is how a sentence tells a meeting or an agreement: what in it speaks for one that
// was told before, or for another.
type telling struct {
	known   bool                       // as known: "the talks", "their meeting"
	further bool                       // as one more: "also met", "later sat down with"
	journey bool                       // as a journey: "arrived", "a visit"
	topical bool                       // by what is talked about: "discussed trade"
	fresh   bool                       // with content of its own: "signed a treaty", "agreed to withdraw"
	lemma   string                     // of its word, or of the verb that carries it
	names   map[demarche.Code][]string // the persons of each State who take part
}

// another is the evidence from which on two accounts tell two acts.
const another = 4

// bygone is how many days after a meeting a report is no more about it.
const bygone = 60

// apart adds up what speaks for two accounts of an act between the same sides, b being the
// later, to tell two acts rather than one. Another place, day or status suffices, and so does
// a word for one more meeting, or other persons at it; that a noun takes up what is known
// speaks against what its clause says of the status.
func (sc *scene) apart(a, b *candidate) int {
	sum := 0
	if a.Place != "" && b.Place != "" && !strings.EqualFold(a.Place, b.Place) && !(a.sentence == b.sentence && (a.isFilledIn("place") || b.isFilledIn("place"))) {
		sum += another
	}
	switch {
	case a.Date.IsZero() && b.Date.IsZero():
	case !a.Date.IsZero() && !b.Date.IsZero():
		if !a.Date.Contains(b.Date) && !b.Date.Contains(a.Date) && !isDoneOnce(a, b) {
			sum += another
		}
	case a.Type == "consult" && a.sentence != b.sentence:
		// A meeting long past is not the one that the report is about.
		if cmp.Or(a.Date, b.Date).Until.Plus(bygone).Before(sc.report.Date) {
			sum += another
		}
	}
	if isOtherStatus(a, b) && !sc.isCarriedOut(a, b) {
		sum += another
	}
	if !a.Type.IsSymmetric() || a.sentence == b.sentence && sum == 0 {
		return sum
	}
	t, u := sc.tellingOf(a), sc.tellingOf(b)
	if u.known && !u.further && isOtherStatus(a, b) && b.Status != demarche.Ended {
		sum -= another - 1 // "The talks are aimed at": they have begun all the same
	}
	if a.sentence == b.sentence || isOtherStatus(a, b) || u.known || u.topical {
		return sum
	}
	switch a.Type {
	case "consult":
		if u.further && !t.journey && !sc.isSensed(b) { // whom a visitor "also met" he saw on his visit
			sum += another
		}
		if !t.journey && !u.journey && t.others(u) {
			sum += another
		}
	case "agree":
		if u.fresh && (u.further || t.lemma != u.lemma) {
			sum += another // "agreed to", and then "signed an accord on"
		}
	}
	return sum
}

// isDoneOnce says whether two accounts with days of their own tell an act that is not done twice
// so soon: ties are broken, one envoy is expelled, one embassy is closed. The one day is that of
// the order and the other that of the news, the note or the departure.
func isDoneOnce(a, b *candidate) bool {
	days := 10
	switch a.Type {
	case "break_relations", "restore_relations":
		days = 100
	case "expel", "recall", "appoint", "close", "open", "limit_staff":
		head := a.Object == "ambassador" && isOnEnvoys(b) || b.Object == "ambassador" && isOnEnvoys(a) || a.Object == "embassy" && b.Object == "embassy"
		if a.Count != b.Count || a.Count.IsZero() || a.Count.N == 1 && !head {
			return false
		}
	default:
		return false
	}
	return !a.Date.Until.Plus(days).Before(b.Date.From) && !b.Date.Until.Plus(days).Before(a.Date.From)
}

// isCarriedOut says whether two accounts tell one measure, the one as decided on or coming and
// the other as done: "is shutting its embassy. The mission will close at once." One told as done
// to others, or of other figures, is another.
func (sc *scene) isCarriedOut(a, b *candidate) bool {
	if a.Type.IsSymmetric() || a.Type.IsSpeech() || a.sentence == b.sentence || a.Count != b.Count && !a.Count.IsZero() && !b.Count.IsZero() ||
		a.Object != b.Object && a.Object != "" && b.Object != "" {
		return false
	}
	return (a.Status == demarche.Planned && b.Status == demarche.Actual || a.Status == demarche.Actual && b.Status == demarche.Planned) && !sc.isToldAsMore(b)
}

// isOtherStatus says whether two accounts differ in what they commit to so that they tell
// two acts. The act, and the same act as it was planned, are one where both are told as
// coming or as done; a denial or a reversal is another.
func isOtherStatus(a, b *candidate) bool {
	if a.Status == b.Status {
		return false
	}
	done := func(s demarche.Status) bool { return s == demarche.Actual }
	plan := func(s demarche.Status) bool { return s == demarche.Planned || s == demarche.Threatened }
	both := done(a.Status) && plan(b.Status) || plan(a.Status) && done(b.Status)
	if both && a.Count == b.Count && a.Count.N > 1 || plan(a.Status) && plan(b.Status) {
		return false
	}
	return !both || a.noun == b.noun || !(a.bare && done(a.Status) || b.bare && done(b.Status))
}

// toldAs gives the status of an act that two accounts tell as one although they differ in
// it, or "" where they do not: of a measure, that it is done; of a meeting, that of the account
// which tells it by a day or a verb rather than in passing, and where neither does so more than
// the other, that it happened.
func toldAs(a, b *candidate) demarche.Status {
	if !isOtherStatus(a, b) {
		return ""
	}
	if !a.Type.IsSymmetric() {
		return demarche.Actual
	}
	weight := func(f *candidate) int {
		n := 0
		if !f.Date.IsZero() {
			n += 2
		}
		if !f.noun {
			n++
		}
		if !f.bare {
			n++
		}
		return n
	}
	if x, y := weight(a), weight(b); y > x || x == y && b.Status == demarche.Actual && a.Status != demarche.Planned {
		return b.Status
	}
	return a.Status
}

// tellingOf reads how a candidate is told.
func (sc *scene) tellingOf(f *candidate) *telling {
	if f.telling != nil {
		return f.telling
	}
	words := sc.trees[f.sentence].Words
	var s proposition.Sentence
	s.Set(words, sc.c.lexicon)
	verb := f.head
	for n := 0; !s.IsVerb(verb) && words[verb].Head >= 0 && n < len(words); n++ {
		verb = words[verb].Head
	}
	w := &words[f.head]
	t := &telling{lemma: w.Lemma, topical: sc.c.vocabulary.has(discussing, w.Lemma), names: map[demarche.Code][]string{}}
	t.journey = w.Lemma == "visit" || w.Lemma == "arrive" || sc.c.vocabulary.has(journeys, w.Lemma) || sc.c.vocabulary.has(travels, w.Lemma) || sc.c.vocabulary.has(leaving, w.Lemma)
	if f.noun {
		t.known = w.Form == strings.ToLower(w.Form) && isDefinite(&s, f.head)
		if w.Rel == "obj" {
			t.lemma = words[verb].Lemma // "are to sign an agreement" says what "will sign an agreement" does
		}
	} else if over := w.Head; over >= 0 && w.Rel == "acl" && s.IsInfinitive(f.head) && s.IsFirst(over) && isPresent(&s, over) {
		t.known = true // "will be the first minister to visit Oslo" says what is remarkable in the visit
	}
	both := false
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		rel, _, _ := strings.Cut(words[k].Rel, ":")
		switch form := strings.ToLower(words[k].Form); {
		case rel == "advmod" && sc.c.vocabulary.has(moreover, form):
			t.further = true
		case rel == "nsubj" && (form == "they" || form == "both" || form == "sides" || s.IsDescribed(k, "two", "both")):
			both = true
		case rel == "obj" && !isDefinite(&s, k) && words[k].UPOS != "PRON", rel == "xcomp", rel == "ccomp":
			t.fresh = true
		}
	}
	t.further, t.fresh = t.further && !both, t.fresh && (!f.noun || w.Rel == "obj" && sc.makes(&s, verb))
	for _, at := range []int{verb, f.head} {
		for k := s.Kid(at); k >= 0; k = s.Next(k) {
			rel, _, _ := strings.Cut(words[k].Rel, ":")
			switch c := s.Case(k); {
			case rel == "nsubj", rel == "obj", (rel == "obl" || rel == "nmod") && (c == "with" || c == "between" || c == "by"), rel == "nmod" && c == "":
				sc.addNames(f.sentence, &s, k, t.names)
			}
		}
	}
	f.telling = t
	return t
}

// makes says whether a verb tells that an agreement is made: "also sealed agreements with".
func (sc *scene) makes(s *proposition.Sentence, verb int) bool {
	var room [8]rule.Hit
	return slices.ContainsFunc(sc.c.book.Find(s, verb, room[:0]), func(h rule.Hit) bool { return h.Rule.Type == "agree" })
}

// addNames adds the persons who are named in what hangs on a word.
func (sc *scene) addNames(sentence int, s *proposition.Sentence, head int, names map[demarche.Code][]string) {
	first, end := s.Phrase(head)
	for _, e := range sc.in(sentence) {
		if e.kind != person || e.name == "" || e.first < first || e.end > end {
			continue
		}
		for _, c := range e.codes {
			names[c] = append(names[c], e.name)
		}
	}
}

// isPresent says whether something is said of a subject, and not of one of the past.
func isPresent(s *proposition.Sentence, predicate int) bool {
	for k := s.Kid(predicate); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; w.Rel == "cop" {
			return w.XPOS != "VBD"
		}
	}
	return false
}

// isDefinite says whether a noun is told as known.
func isDefinite(s *proposition.Sentence, noun int) bool {
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		switch w := &s.Words[k]; {
		case w.Rel == "nmod:poss" && w.UPOS == "PRON":
			return true
		case w.Rel == "det":
			switch strings.ToLower(w.Form) {
			case "the", "this", "these", "that", "those":
				return true
			}
		}
	}
	return false
}

// others says whether two tellings name persons of one State, and not one the same.
func (t *telling) others(u *telling) bool {
	found := false
	for c, names := range t.names {
		if len(u.names[c]) == 0 {
			continue
		}
		if slices.ContainsFunc(names, func(n string) bool { return slices.Contains(u.names[c], n) }) {
			continue
		}
		found = true
	}
	return found
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
