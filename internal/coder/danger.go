package coder

import "demarche/internal/proposition"

// isOfDanger says whether a warning is of what neither side does, or has been done already, so
// that nobody is threatened: "warned that foreign fighters had joined the rebels", "warned
// against any hasty withdrawal".
func (sc *scene) isOfDanger(cand *candidate, p *proposition.Proposition) bool {
	if sc.isDanger(p) {
		return true
	}
	if w := &sc.s.Words[p.Head]; p.Noun || w.Lemma != "warn" && w.Lemma != "caution" || p.Passive {
		return false
	}
	if p.Patient.Head != proposition.None && p.Patient.Head != p.Content || p.Indirect.Head != proposition.None {
		return false // somebody is warned
	}
	if p.Content == proposition.None {
		return p.With("against") != proposition.None
	}
	if sc.s.IsInfinitive(p.Content) {
		return false
	}
	for k := sc.s.Kid(p.Content); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Lemma == "should" {
			return true // what should be is asked for
		}
	}
	told := sc.s.HasPerfect(p.Content) || sc.s.Words[p.Content].XPOS == "VBD" && sc.provided(p.Head) == proposition.None // "warned that the raids harmed ties"
	return told && !sc.s.HasModal(p.Content) || sc.isOfCalamity(p.Content) || sc.isDoneByThem(cand, p.Content)
}

// isDanger says whether it is only described how somebody is a danger to others, with no word of
// what he threatens to do: "the movement, which holds the north and threatens Chad".
func (sc *scene) isDanger(p *proposition.Proposition) bool {
	w := &sc.s.Words[p.Head]
	if p.Noun || w.Lemma != "threaten" || w.XPOS != "VBZ" && w.XPOS != "VBP" || p.Content != proposition.None || p.With("with") != proposition.None || p.With("over") != proposition.None {
		return false
	}
	for w.Rel == "conj" && w.Head >= 0 {
		w = &sc.s.Words[w.Head]
	}
	return w.Rel == "acl:relcl"
}

// isDoneByThem says whether what is warned of is done by those whom the warning was taken to
// threaten, and does not befall them: "warned that Chad could invade Sudan", but not "warned that
// Chad would pay a price".
func (sc *scene) isDoneByThem(cand *candidate, verb int) bool {
	var q proposition.Proposition
	sc.s.Read(verb, sc.c.lexicon, &q)
	if q.Passive || q.Agent.Head == proposition.None || sc.c.vocabulary.has(suffering, sc.s.Words[verb].Lemma) || sc.s.HasCopula(verb) {
		return false
	}
	w := &sc.s.Words[q.Agent.Head]
	switch named := sc.entityAt(q.Agent.Head) != nil; {
	case w.UPOS == "PRON", w.XPOS == "NN" && !named && !sc.c.vocabulary.has(askable, w.Lemma):
		return false // "warned that it would strike", "that its tests would have consequences"
	case !named && sc.adjectiveOn(q.Agent.Head) == nil && sc.possessorOf(q.Agent.Head) == nil:
		return false
	}
	by := sc.resolve(q.Agent.Head, nil)
	return by.ok() && overlap(by.codes, cand.Recipient) && !overlap(by.codes, cand.Actor)
}

// isDoneByThird says whether what is foretold would be done by neither side, so that who foretells
// it threatens nobody: "Estonia warned that Russia could invade Latvia".
func (sc *scene) isDoneByThird(cand *candidate, p *proposition.Proposition) bool {
	if p.Noun || p.Passive || p.Agent.Head == proposition.None || sc.isSensed(cand) || sc.c.lexicon.Is(sc.s.Words[p.Head].Lemma, "threat") {
		return false
	}
	e := sc.entityAt(p.Agent.Head)
	return e != nil && len(e.codes) > 0 && e.kind != place && !overlap(e.codes, cand.Actor) && !overlap(e.codes, cand.Recipient)
}

// isPeril says whether a state of things is what is threatened, by what somebody is or does and
// not by his word: "its missiles threaten the security of Japan".
func (sc *scene) isPeril(p *proposition.Proposition) bool {
	return !p.Noun && sc.s.Words[p.Head].Lemma == "threaten" && p.Patient.Head != proposition.None && sc.c.vocabulary.has(perils, sc.s.Words[p.Patient.Head].Lemma)
}

// isOfCalamity says whether somebody is only told to face what nobody does to him: "warned that
// Chad faces a famine".
func (sc *scene) isOfCalamity(verb int) bool {
	var q proposition.Proposition
	sc.s.Read(verb, sc.c.lexicon, &q)
	return q.Patient.Head != proposition.None && sc.c.vocabulary.has(calamities, sc.s.Words[q.Patient.Head].Lemma)
}
