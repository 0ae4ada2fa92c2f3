package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// voice gives who says the clause of a predicate: the subject of the verb of
// saying over or beside it, else whoever speaks the direct speech that it stands in.
func (sc *scene) voice(p *proposition.Proposition, st *proposition.Stance, exclude []demarche.Code) ref {
	if holder := sc.holderOf(p.Head); holder.ok() && !overlap(holder.codes, exclude) {
		return holder
	}
	q := sc.quoteAt(p.Head)
	speaker := st.Speaker
	if v := st.Saying; v != proposition.None && speaker == proposition.None && sc.s.IsVerb(v) {
		// "He was told that ...": the other side tells him.
		var told proposition.Proposition
		sc.s.Read(v, sc.c.lexicon, &told)
		if told.Passive && told.Patient.Head != proposition.None {
			if r := sc.resolve(told.Patient.Head, nil); r.ok() && r.kind != place {
				codes := sc.other(r.codes, p.Head)
				if r.host != nil && !overlap(r.host, r.codes) {
					codes = r.host
				}
				return ref{kind: state, codes: codes, spoken: true}
			}
		}
	}
	if speaker == proposition.None && (q == nil || !q.known) {
		if speaker = sc.saidAfter(p.Head); speaker == proposition.None {
			speaker = sc.saidOver(p.Head)
		}
	}
	if speaker != proposition.None && (q == nil || !q.known || sc.quoteAt(speaker) == nil) {
		r := sc.resolveAll(speaker, nil)
		if r.spoken && overlap(r.codes, exclude) {
			r = sc.resolveAll(speaker, exclude)
		}
		if !r.ok() && r.kind != place && !sc.c.vocabulary.has(private, sc.s.Words[speaker].Lemma) {
			if x := sc.ofHome(speaker, exclude); x.ok() {
				return x
			}
		}
		if sc.c.vocabulary.has(private, sc.s.Words[speaker].Lemma) || sc.isFormer(speaker) || sc.isMedia(r.name) || r.kind == place || !r.ok() && sc.isForeign(speaker) {
			return ref{}
		}
		if r.ok() {
			return r
		}
	}
	if q != nil && q.known {
		return ref{kind: person, codes: q.codes, name: q.speaker, spoken: true}
	}
	return ref{}
}

// ofHome gives for whom an official speaks of whom no State is told: that of the officials or
// the State of whom the sentence tells, "Israeli officials played it down, a day after a
// senior officer said that Damascus was preparing for war".
func (sc *scene) ofHome(speaker int, exclude []demarche.Code) ref {
	s := &sc.s
	if !sc.isOfficial(speaker) && (sc.kindOf(speaker) != people || s.Words[speaker].UPOS != "NOUN") {
		return ref{}
	}
	for t := range s.Words {
		w := &s.Words[t]
		if w.Rel != "nsubj" || s.Words[w.Head].Head >= 0 || t == speaker {
			continue
		}
		if r := sc.resolve(t, exclude); r.kind != place && !r.spoken && len(r.codes) == 1 && !overlap(r.codes, exclude) {
			return ref{kind: person, codes: r.codes, name: sc.describe(speaker), spoken: true}
		}
	}
	return ref{}
}

// holderOf gives whose a position is that a clause tells: "Cyprus' position that Turkey must
// do so", "the Cypriot position is that".
func (sc *scene) holderOf(verb int) ref {
	s := &sc.s
	position := proposition.None
	if w := &s.Words[verb]; s.Mark(verb) == "that" && (w.Rel == "acl" || w.Rel == "ccomp") && w.Head >= 0 && s.IsNoun(w.Head) {
		position = w.Head
	}
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "nsubj:outer" {
			position = k
		}
	}
	if position == proposition.None || !sc.c.vocabulary.has(positions, s.Words[position].Lemma) {
		return ref{}
	}
	if x := sc.ownerOf(position, nil, 2); len(x) > 0 {
		return ref{kind: state, codes: x}
	}
	return ref{}
}

// saysItself says whether a State itself announces what it will do: it vows or threatens it,
// or it stands by its own word, and not by another's: "Chad warned that Libya could attack it" is
// no word of Libya's.
func (sc *scene) saysItself(p *proposition.Proposition, st *proposition.Stance, codes []demarche.Code) bool {
	for _, x := range st.Steps {
		if x.Class == "promise" || x.Class == "threat" {
			e := sc.namedSubject(x.Word)
			return e == nil || overlap(e.codes, codes)
		}
	}
	return overlap(sc.voice(p, st, nil).codes, codes)
}

// namedSubject gives the State that a verb has for its subject by its name, or nil.
func (sc *scene) namedSubject(verb int) *entity {
	var p proposition.Proposition
	sc.s.Read(verb, sc.c.lexicon, &p)
	if p.Passive || p.Agent.Head == proposition.None {
		return nil
	}
	if e := sc.entityAt(p.Agent.Head); e != nil && len(e.codes) > 0 && e.kind != place {
		return e
	}
	return nil
}

// saidOver gives the subject of the nearest verb of saying that a word hangs on at
// any depth, or that its clause is joined to.
func (sc *scene) saidOver(head int) int {
	s := &sc.s
	for n, left := s.Words[head].Head, 8; n >= 0 && left > 0; n, left = s.Words[n].Head, left-1 {
		if !s.IsVerb(n) || !sc.c.lexicon.IsSaying(s.Words[n].Lemma) {
			continue
		}
		var p proposition.Proposition
		s.Read(n, sc.c.lexicon, &p)
		if p.Passive || p.Agent.Head == proposition.None || s.Within(p.Agent.Head, head) {
			return proposition.None
		}
		return p.Agent.Head
	}
	return proposition.None
}

// saidAfter gives the subject of a verb of saying that stands after a clause and a
// comma, where the tree has joined the two in another way: "..., he said".
func (sc *scene) saidAfter(head int) int {
	s := &sc.s
	for t := head + 1; t < len(s.Words); t++ {
		w := &s.Words[t]
		if w.UPOS != "VERB" || !sc.c.lexicon.Is(w.Lemma, "say") || s.IsInfinitive(t) {
			continue
		}
		for k := s.Kid(t); k >= 0; k = s.Next(k) {
			if s.Words[k].Rel != "nsubj" {
				continue
			}
			first, end := s.Subtree(k)
			if k > t {
				first = t
			}
			if first < k && s.Words[first].Form == "," {
				first++ // hung on the subject
			}
			if first > head && end <= len(s.Words) && first > 0 && strings.ContainsAny(s.Words[first-1].Form, ",\"”'’") {
				return k
			}
		}
	}
	return proposition.None
}

// speaksOfOther says whether what a voice says is of the other side: its subject
// is that State's, or a word that may stand for that State's act, and not the
// voice's own.
func (sc *scene) speaksOfOther(r *rule.Rule, p *proposition.Proposition, actor, recipient *party) bool {
	if v := &sc.s.Words[p.Head]; !p.Noun && v.XPOS == "VBG" && !sc.s.HasAuxiliary(p.Head) {
		return false // "steps aimed at escalating" tell of no one
	}
	subject := p.Subject.Head
	if p.Subject.Link == proposition.Unlinked && !p.Noun {
		subject = p.Agent.Head
		if p.Passive {
			subject = p.Patient.Head
		}
	}
	if recipient.all && (overlap(recipient.codes, actor.codes) || recipient.ok() && len(recipient.codes) < 2) {
		return false
	}
	if recipient.ok() && recipient.source == "agent" && sc.saysOfItself(p.Head, recipient.head, actor.codes) {
		return false
	}
	if recipient.source == "agent" && r.Mood == "must" && sc.s.IsNoun(recipient.head) && overlap(sc.resolveAll(recipient.head, nil).codes, actor.codes) {
		return false // "China and Burundi should work together, China said": it asks nothing of another
	}
	if recipient.ok() && recipient.source != "other" {
		// What is asked of a State's diplomats is its departure; a thing is asked nothing.
		if recipient.source == "subject" && r.About == nil && !sc.canBeAsked(recipient.head) {
			return sc.kindOf(recipient.head) != noKind
		}
		return !slices.Contains(r.Verbs, "*") || sc.canBeAsked(recipient.head)
	}
	if subject == proposition.None {
		return slices.Contains(r.About, "")
	}
	s := &sc.s
	w := &s.Words[subject]
	if w.UPOS == "PRON" || w.UPOS == "DET" {
		switch strings.ToLower(w.Form) {
		case "we", "i", "you", "he", "she", "they", "who":
			return false
		}
	} else if r.Type != "respond" {
		// Its own: "our reply", "the Russian response".
		for k := s.Kid(subject); k >= 0; k = s.Next(k) {
			switch rel := s.Words[k].Rel; rel {
			case "nmod:poss", "amod", "compound":
				e := sc.entityAt(k)
				x := ref{}
				if rel == "nmod:poss" {
					x = sc.resolve(k, nil)
				} else if e != nil && e.kind != place && e.kind != person {
					x = ref{kind: e.kind, codes: e.codes}
				}
				if x.ok() && x.kind != people && overlap(x.codes, actor.codes) {
					return false
				}
			}
		}
	}
	return slices.Contains(r.About, strings.ToLower(w.Lemma)) || slices.Contains(r.About, strings.ToLower(w.Form))
}

// saysOfItself says whether a pronoun, or one on a noun, stands for whoever says the clause
// that it is the subject of: "Iraq said it had invaded", "Iraq said its troops had".
func (sc *scene) saysOfItself(verb, pronoun int, codes []demarche.Code) bool {
	s := &sc.s
	switch strings.ToLower(s.Words[pronoun].Form) {
	case "it", "he", "she", "they":
		if sc.addressee(pronoun, nil, 2).ok() {
			return false
		}
	default:
		if !sc.pronounOwner(pronoun) { // "said that its troops had crossed the border"
			return false
		}
	}
	t := sc.tellerOver(verb)
	if t == proposition.None || s.Words[t].UPOS == "PRON" {
		return false
	}
	x := sc.resolve(t, nil)
	return x.ok() && slices.Equal(x.codes, codes)
}

// isAny says whether the subject of a verb is any of its kind, so that what is told
// of it hangs on its coming: "any further intrusion would be met with force".
func (sc *scene) isAny(p *proposition.Proposition) bool {
	s := &sc.s
	subject := p.Agent.Head
	if p.Passive {
		subject = p.Patient.Head
	}
	if p.Noun || subject == proposition.None {
		return false
	}
	for k := s.Kid(subject); k >= 0 && k < subject; k = s.Next(k) {
		if strings.EqualFold(s.Words[k].Form, "any") {
			return true
		}
	}
	return false
}

// canBeAsked says whether a demand can be made of what a word names: of a State,
// its leaders and organs, but not of its envoys or of talks.
func (sc *scene) canBeAsked(head int) bool {
	if head == proposition.None {
		return false
	}
	w := &sc.s.Words[head]
	if w.UPOS == "PROPN" || w.UPOS == "PRON" {
		return true
	}
	for _, c := range sc.c.objects.of(&sc.s, head) {
		return c == "country" || c == "group" || c == "officials"
	}
	if e := sc.entityAt(head); e != nil && (e.class != 0 || e.kind == people || e.adjective) {
		return e.kind != mission // "all Lebanese should unite"
	}
	return sc.c.vocabulary.has(askable, w.Lemma)
}

// isForbidden says whether a verb tells what must not be done: "should not meddle", but not
// "need not" or "does not have to", which bind nobody.
func (sc *scene) isForbidden(verb int) bool {
	for k := sc.s.Kid(verb); k >= 0 && k < verb; k = sc.s.Next(k) {
		switch strings.ToLower(sc.s.Words[k].Form) {
		case "must", "should", "ought":
			return true
		}
	}
	return false
}
