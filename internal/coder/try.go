package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// party is one side of an event as it was found.
type party struct {
	ref
	head    int
	source  rule.Source
	foreign bool // somebody is named there who is of no State
}

// try fills an event by a rule whose trigger stands in the sentence.
func (sc *scene) try(h rule.Hit) (candidate, bool) {
	s, r, p := &sc.s, h.Rule, &sc.c.prop
	s.Read(h.Head, sc.c.lexicon, p)
	if h.Predicate {
		p.Subject = s.Predicated(h.Head)
		if p.Subject.Head != proposition.None {
			s.AddPreps(p.Subject.Head, p)
		}
	}
	st := s.Stance(p, sc.c.lexicon)
	sc.rebutter = proposition.None
	if sc.isRebutted(r, p, &st) {
		st.Status, p.Agent = demarche.Actual, proposition.Argument{Head: proposition.None}
		sc.rebutter = st.Teller
	}
	sc.tried(h, p, &st)
	if st.Void {
		sc.failed("it is a condition, a question or a wish")
		return candidate{}, false
	}
	if why := r.Refusal(s, p, st.Must); why != "" {
		sc.failed(why)
		return candidate{}, false
	}
	if r.Type == "reject" && sc.s.Words[p.Head].Lemma == "deny" && p.Indirect.Head != proposition.None {
		sc.failed("who is denied something made no claim")
		return candidate{}, false
	}
	cand := candidate{noun: p.Noun, bare: p.Noun && (p.Carrier == proposition.None || sc.isRemark(p)), head: h.Head, content: p.Content, object: proposition.None, sentence: sc.at, paid: map[int]bool{}, predicate: h.Predicate}
	sc.undergo(r, p, &st, &cand)
	e := &cand.Event
	e.Report, e.Type, e.Rule, e.Confidence = sc.report.ID, r.Type, r.ID, 0.9
	if len(r.With) > 0 || len(r.Content) > 0 || h.End-h.First > 1 {
		e.Confidence += 0.05
	}
	if h.Any {
		e.Confidence -= 0.2 // a rule that names the verb is surer
	}
	if r.Mood == "must" {
		e.Confidence += 0.1 // what another must do is not what it does of its own accord
	}
	// The object.
	if len(r.ObjectAt) > 0 || len(r.Object) > 0 {
		if sc.isHeadline(r, p) {
			p.Passive, p.Patient, p.Agent = true, p.Agent, proposition.Argument{Head: p.With("by")}
		}
		head, class := sc.objectOf(r, p)
		if head == proposition.None && r.Sense {
			head, class = sc.objectAbout(r, p.Head)
		}
		if p.Passive && (head == proposition.None || sc.isRootless(p.Head)) && sc.isDoer(r, p) {
			// "Seoul called in the envoy", read as a passive without its auxiliary.
			p.Passive, p.Agent, p.Patient = false, p.Patient, p.Indirect
			if p.Patient.Head == proposition.None {
				p.Patient = proposition.Argument{Head: proposition.None}
			}
			head, class = sc.objectOf(r, p)
		}
		if head == proposition.None && len(r.Object) > 0 && !r.Bare {
			sc.failed("no object of its classes")
			return candidate{}, false
		}
		cand.object = head
		e.Object = class
	}
	if r.Label != "" && (!r.Bare || e.Object == "") {
		e.Object = r.Label
	}
	if e.Object == "people" || e.Object == "none" || slices.Contains(beside, e.Object) {
		e.Object = ""
	}
	if r.Sense && r.Type == "expel" && cand.object == proposition.None && sc.isMission(p) {
		sc.failed("a mission is closed, not sent away")
		return candidate{}, false
	}
	if r.Type == "deny_visa" && sc.isForCitizens(p) {
		sc.failed("visas that citizens do not get are a sanction")
		return candidate{}, false
	}
	ok := sc.parties(r, p, &st, &cand)
	if r.Sense {
		ok = sc.setSides(h.Head, &cand, sc.chance)
		if f := sc.tabled(p); r.Type == "consult" && overlap(union(e.Actor, e.Recipient), f) {
			e.Actor, e.Recipient, cand.tabled = f[:1:1], f[1:], true
		}
		switch {
		case ok && r.Type == "consult":
			sc.hosted(e, p)
		case ok && r.Type == "agree" && !p.Noun:
			sc.adopted(p, &cand)
		}
		sc.sided(&party{ref: ref{codes: e.Actor}, head: proposition.None}, &party{ref: ref{codes: e.Recipient}, head: proposition.None})
	}
	if r.Sense && r.Type == "sanction" && p.Noun && overlap(e.Actor, sc.targetOf(p.Head)) {
		ok = false // "North Korea sanctions" are put on it
	}
	if !ok {
		sc.failed("not both sides are told")
		return candidate{}, false
	}
	if r.Type == "consult" && sc.isAmongOwn(p) {
		sc.failed("one meets his own people")
		return candidate{}, false
	}
	if p.Noun && !h.Predicate && !r.Sense && !sc.tells(r, p, &cand) {
		sc.failed("the noun only mentions it")
		return candidate{}, false
	}
	// Status.
	e.Status = st.Status
	if st.Given && (measures[r.Type] || r.Type == "recall") && !st.Would {
		e.Status = demarche.Actual
	}
	if r.Type == "depart" && !p.Noun && e.Status == demarche.Actual && sc.s.IsInfinitive(p.Head) {
		sc.failed("to leave is not to have left")
		return candidate{}, false
	}
	cand.must = r.Mood == "must"
	if r.Sense && r.Type == "consult" && e.Status == demarche.Actual && (sc.s.HasPassive(p.Head) || sc.s.HasCopula(p.Head)) && sc.c.lexicon.IsAt(&sc.s, p.Head, "plan") {
		e.Status = demarche.Planned // "is expected in Lima on Friday": the word that tells it is one of plans
	}
	if r.Sense && r.Type == "consult" && e.Status == demarche.Actual && sc.isCallingOff(p.Head) {
		if p.Head > 1 && (strings.EqualFold(sc.s.Words[p.Head-1].Form, "to") || strings.EqualFold(sc.s.Words[p.Head-2].Form, "to")) {
			sc.failed("that a meeting be called off is only asked for")
			return candidate{}, false
		}
		e.Status = demarche.Ended // "cancelled a visit by", "the meeting was postponed"
	}
	if cand.convened && r.Type == "consult" {
		e.Status = sc.whenConvened(p, e.Status)
	} else if r.Type == "consult" && e.Status == demarche.Actual && sc.isToBeHeld(p) {
		e.Status = demarche.Planned
	}
	if r.Sense && (r.Type == "expel" || r.Type == "demand") && st.Must && e.Status == demarche.Demanded {
		cand.must = true
	}
	if cand.must && st.Must && e.Status == demarche.Demanded {
		e.Status = demarche.Actual
	}
	if r.Type == "demand" && cand.must && e.Status == demarche.Denied && sc.isForbidden(p.Head) {
		e.Status = demarche.Actual // that it not be done is demanded too
	}
	if r.Type == "demand" && sc.isOfText(p) && e.Status != demarche.Planned && e.Status != demarche.Possible {
		e.Status = demarche.Actual
	}
	if to, ok := r.Status[e.Status]; ok {
		if to == "none" {
			sc.failed("the rule has no " + string(e.Status) + " event")
			return candidate{}, false
		}
		e.Status = to
	}
	if r.Sense && !r.Type.IsSpeech() {
		e.Status = sc.knownStatus(p, e)
	}
	if e.Status == demarche.Planned && sc.isWantedDone(p.Head) {
		e.Status = demarche.Demanded
	}
	e.Status = sc.settle(e, &st)
	if r.Type == "sanction" && e.Status == demarche.Actual {
		e.Status = sc.whenEased(p)
	}
	cand.made = r.Type == "agree" && e.Status != demarche.Ended && sc.isMade(p)
	if cand.made || r.Type == "agree" && e.Status == demarche.Planned && p.Noun && sc.isInForce(p.Head) {
		e.Status = demarche.Actual
	}
	if (r.Type == "respond" || r.Type == "threaten") && (e.Status == demarche.Threatened || e.Status == demarche.Actual && st.Would) && sc.isAny(p) {
		e.Status = demarche.Conditional // "any hostile act would meet a response"
	}
	if r.Type == "threaten" && e.Status == demarche.Conditional && st.Condition != proposition.None && sc.s.IsTag(st.Condition) {
		e.Status, st.Condition = demarche.Actual, proposition.None // "threatened to strike if necessary"
	}
	if r.Type == "threaten" && e.Status == demarche.Actual {
		if c := sc.provided(p.Head); c != proposition.None {
			e.Status, st.Condition = demarche.Conditional, c
		}
	}
	if e.Status == demarche.Conditional && st.Condition != proposition.None {
		e.Condition = sc.conditionText(st.Condition)
	}
	if cand.object != proposition.None && r.Count {
		e.Count = sc.count(cand.object, e.Object)
	} else if r.Sense && sc.s.Words[p.Head].UPOS == "NUM" {
		e.Count = sc.s.Quantity(p.Head) // "France 35"
	}
	if r.Type == "limit_staff" {
		sc.cap(e, p)
	}
	if r.Type == "consult" && e.Object == "" && sc.tellsTopic(r, p) {
		e.Object = "topics"
	}
	sc.attributeEvent(&cand, &st, p)
	e.Place, cand.seated = sc.placeOf(r, p, e, cand.object)
	if r.Type == "break_relations" || r.Type == "restore_relations" {
		// "suspended all contact": the contact is no meeting of its own.
		for _, n := range []int{p.Patient.Head, p.Subject.Head} {
			if n != proposition.None && n != p.Head {
				cand.paid[n] = true
			}
		}
	}
	if p.Content != proposition.None && (len(r.Content) > 0 && r.Type != "demand" || r.Type == "expel" && strings.HasPrefix(strings.ToLower(sc.s.Words[p.Content].Form), "grat")) {
		cand.paid[p.Content] = true
	}
	if n := p.Patient.Head; n != proposition.None && n != cand.object && !p.Noun && len(r.With) > 0 {
		for _, w := range r.With {
			if first, _, two := strings.Cut(w, " "); two && first == sc.s.Words[n].Lemma || r.ID == "sanction/hit-with" && strings.EqualFold(first, sc.s.Words[n].Form) {
				cand.paid[n] = true // "ordered the departure of", "slapped sanctions on"
			}
		}
	}
	if r.Type == "recall" && !p.Noun {
		sc.payConsultations(p.Head, cand.paid)
	}
	if r.Type == "close" && !p.Noun {
		// "gave the consulate a week to close": the closing is told with the order.
		_, end := sc.s.Subtree(p.Head)
		for t := p.Head + 1; t+1 < end; t++ {
			if strings.EqualFold(sc.s.Words[t].Form, "to") && slices.Contains(r.With, "to "+sc.s.Words[t+1].Lemma) {
				cand.paid[t+1] = true
			}
		}
	}
	if r.Type == "expel" && !p.Noun && !r.Sense {
		// "gave them a week to leave": the leaving is told with the order.
		_, end := sc.s.Subtree(p.Head)
		for t := p.Head + 2; t < end; t++ {
			if strings.EqualFold(sc.s.Words[t-1].Form, "to") && sc.s.IsVerb(t) && sc.c.vocabulary.has(leaving, sc.s.Words[t].Lemma) && !sc.isJoined(t, p.Head) {
				cand.paid[t] = true
			}
		}
	}
	e.Trigger = spanOf(sc.sentences[sc.at].Tokens, h.First, h.End)
	e.Sentence = sc.sentences[sc.at].Span
	e.Span = sc.clause(h, p)
	sc.made(&cand)
	return cand, true
}

// knownStatus gives the status that a rule of the type of an event has for the word at which
// only the network of senses found its sides: "the consulate would remain open".
func (sc *scene) knownStatus(p *proposition.Proposition, e *demarche.Event) demarche.Status {
	for _, h := range sc.c.hits {
		if h.Rule.Type != e.Type || h.Head != p.Head || h.Rule.Refusal(&sc.s, p, false) != "" {
			continue
		}
		if to, ok := h.Rule.Status[e.Status]; ok && to != "none" {
			return to
		}
	}
	return e.Status
}

// isRemark says whether an event noun is but the subject of what is remarked on it, in the
// present: "his visit comes amid a row" does not say that it has begun.
func (sc *scene) isRemark(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	return w.Rel == "nsubj" && w.Head == p.Carrier && sc.s.Words[p.Carrier].XPOS == "VBZ"
}

// isJoined says whether a word stands in a clause that is joined to a verb over it:
// "expelled two and told others to leave".
func (sc *scene) isJoined(word, verb int) bool {
	for at := word; at >= 0 && at != verb; at = sc.s.Words[at].Head {
		if sc.s.Words[at].Rel == "conj" && sc.s.Words[at].Head == verb {
			return true
		}
	}
	return false
}

// isMission says whether what an act is done to, or who does it if nothing is, is a
// mission rather than somebody.
func (sc *scene) isMission(p *proposition.Proposition) bool {
	n := p.Patient.Head
	if n == proposition.None {
		n = p.Agent.Head
	}
	return n != proposition.None && sc.kindOf(n) == mission
}

// isForCitizens says whether visas are those of a people, and not of envoys: "stopped
// issuing visas to Canadians".
func (sc *scene) isForCitizens(p *proposition.Proposition) bool {
	for _, word := range []string{"to", "for"} {
		n := sc.visasFor(p, word)
		if n == proposition.None {
			continue
		}
		if e := sc.entityAt(n); e != nil && e.kind == people && e.class == 0 && !e.adjective {
			return true
		}
		switch sc.s.Words[n].Lemma {
		case "citizen", "national", "tourist", "visitor":
			return true
		}
	}
	return false
}

// visasFor gives for whom visas are that stand behind a predicate, or None.
func (sc *scene) visasFor(p *proposition.Proposition, word string) int {
	from := max(p.Head, p.Content)
	n := sc.nearPhrase(from, word)
	for t := from; t < n; t++ {
		if sc.s.Words[t].Lemma == "visa" {
			return n
		}
	}
	return proposition.None
}

// isHeadline says whether a verb stands in the passive without its auxiliary, as in
// headlines: "Iranian ambassador told to leave", "four Russian diplomats expelled".
func (sc *scene) isHeadline(r *rule.Rule, p *proposition.Proposition) bool {
	a := p.Agent.Head
	if p.Noun || p.Passive || a == proposition.None || p.Agent.Link != proposition.Direct || a > p.Head || p.Patient.Head != proposition.None || p.Indirect.Head != proposition.None || !slices.Contains(r.ObjectAt, "patient") {
		return false
	}
	w := &sc.s.Words[p.Head]
	if w.XPOS != "VBD" && w.XPOS != "VBN" || !sc.c.lexicon.WantsObject(w.Lemma) || !sc.s.IsNoun(a) || sc.s.Words[a].UPOS == "PROPN" && sc.entityAt(a) == nil {
		return false
	}
	for k := sc.s.Kid(p.Head); k >= 0; k = sc.s.Next(k) {
		switch rel := sc.s.Words[k].Rel; {
		case strings.HasPrefix(rel, "aux"), rel == "ccomp", rel == "parataxis":
			return false
		}
	}
	class := sc.classAt(r, a)
	return class != "" && class != "people" && sc.objectAfter(r, p.Head) == proposition.None
}

// objectAfter gives a word after a verb that a rule could take as its object, since
// the tree may have hung it elsewhere, or None.
func (sc *scene) objectAfter(r *rule.Rule, verb int) int {
	for t := verb + 1; t < min(verb+8, len(sc.s.Words)); t++ {
		if sc.s.IsNoun(t) && sc.classAt(r, t) != "" {
			return t
		}
	}
	return proposition.None
}

// isRootless says whether a participle describes the noun that stands as the root:
// the tree has no verb for the sentence, so the participle may be it.
func (sc *scene) isRootless(verb int) bool {
	w := &sc.s.Words[verb]
	return w.Rel == "acl" && sc.s.Words[w.Head].Head < 0
}

// isDoer says whether what a verb read as a passive is said to be done to is
// rather who does it: a State or its organ, with no auxiliary of a passive.
func (sc *scene) isDoer(r *rule.Rule, p *proposition.Proposition) bool {
	subject := p.Patient.Head
	if p.Indirect.Head != proposition.None && p.Patient.Head > p.Head {
		subject = p.Indirect.Head
	}
	if subject == proposition.None || subject > p.Head || sc.s.HasPassive(p.Head) || p.With("by") != proposition.None {
		return false
	}
	e := sc.entityAt(subject)
	if e != nil && len(e.codes) == 0 && e.class != 0 && sc.possessorOf(subject) != nil {
		return sc.classAt(r, subject) == "" // "Kenya's foreign secretary sent for"
	}
	if e == nil && sc.c.objects.has(&sc.s, subject, "officials") && len(sc.ownerOf(subject, nil, 2)) > 0 {
		return sc.classAt(r, subject) == "" // "Indian officials called in the envoy"
	}
	return e != nil && len(e.codes) > 0 && !e.adjective && e.kind != place && sc.classAt(r, subject) == ""
}

// isWantedDone says whether a participle hangs on what somebody wants to have done:
// "wants its compounds returned".
func (sc *scene) isWantedDone(verb int) bool {
	w := &sc.s.Words[verb]
	if w.Rel != "acl" || w.XPOS != "VBN" {
		return false
	}
	h := sc.s.Words[w.Head].Head
	return h >= 0 && sc.s.Words[w.Head].Rel == "obj" && sc.s.Words[h].Lemma == "want"
}

// isRebutted says whether a noun tells what another said and somebody turns down: "rejected
// the criticism", which was made, and not by him.
func (sc *scene) isRebutted(r *rule.Rule, p *proposition.Proposition, st *proposition.Stance) bool {
	if r.Type != "accuse" && r.Type != "demand" && r.Type != "protest" || !p.Noun || st.Status != demarche.Denied || len(st.Steps) == 0 {
		return false
	}
	last := st.Steps[len(st.Steps)-1]
	if last.Word == p.Head || !sc.s.IsVerb(last.Word) {
		return false
	}
	return last.Class == "deny" && sc.c.lexicon.IsAt(&sc.s, last.Word, "deny") || last.Class == "refuse" && r.Type == "demand" && sc.s.Words[p.Head].Head == last.Word
}

// settle bends a status to the ways of a type.
func (sc *scene) settle(e *demarche.Event, st *proposition.Stance) demarche.Status {
	switch e.Type {
	case "respond":
		if e.Status == demarche.Planned {
			return demarche.Threatened
		}
	case "demand":
		if e.Status == demarche.Conditional && st.Must && sc.isWhatFor(st.Condition) {
			return demarche.Actual
		}
	case "accuse", "reject", "protest", "threaten":
		// What is said beside a threat is said all the same: "warned that it would
		// answer, also deriding".
		if e.Status == demarche.Threatened {
			return demarche.Actual
		}
	}
	return e.Status
}
