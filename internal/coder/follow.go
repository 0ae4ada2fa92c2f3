package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// followed finds "Canada followed suit with four", "as did the European Union",
// "so did Poland", "a step followed by Oman".
func (sc *scene) followed(now []candidate) []candidate {
	s := &sc.s
	var out []candidate
	for v := range s.Words {
		w := &s.Words[v]
		if w.UPOS != "VERB" && w.UPOS != "AUX" {
			continue
		}
		var subject int = proposition.None
		kind := ""
		status := demarche.Actual
		for _, words := range sc.c.vocabulary.forms[follows] {
			if wordsAt(s, v, words) {
				kind = words[len(words)-1]
				var p proposition.Proposition
				s.Read(v, sc.c.lexicon, &p)
				subject = p.Agent.Head
				stance := s.Stance(&p, sc.c.lexicon)
				status = stance.Status
				if stance.Void || status == demarche.Denied || (kind == "kind" || kind == "reciprocate") && status != demarche.Actual {
					subject = proposition.None // "will not follow suit"
				}
			}
		}
		end := v + 1
		if kind == "" && w.Lemma == "follow" {
			if subject = sc.follower(v); subject != proposition.None {
				kind = "follow"
			}
		}
		if kind == "" {
			if subject = sc.copier(v); subject != proposition.None {
				kind = "copy"
			}
		}
		if kind == "" && sc.isSoOrAs(v) {
			kind = "as"
			for k := s.Kid(v); k >= 0; k = s.Next(k) {
				if strings.HasPrefix(s.Words[k].Rel, "nsubj") {
					subject = k
				}
			}
			if subject == proposition.None {
				for t := v + 1; t < min(v+5, len(s.Words)); t++ {
					if e := sc.entityAt(t); e != nil && e.kind == state {
						subject = t
						break
					}
				}
			}
		}
		if kind == "" || subject == proposition.None {
			continue
		}
		r := sc.resolveAll(subject, nil)
		if !r.ok() || r.kind == place {
			continue
		}
		var models []candidate
		for i := range now {
			if now[i].head < v {
				models = append(models, now[i])
			}
		}
		if len(models) == 0 {
			models = sc.last
		}
		var like []candidate
		for i := range models {
			f := &models[i]
			if overlap(f.Actor, r.codes) && kind != "kind" && kind != "reciprocate" || f.head > v && f.sentence == sc.at {
				continue
			}
			if kind == "follow" && f.Type.IsSymmetric() {
				continue // who comes next to the table
			}
			if (kind == "kind" || kind == "reciprocate") && (f.Type.IsSymmetric() || f.Type.IsSpeech() || f.Status != demarche.Actual || !overlap(f.Recipient, r.codes)) {
				continue
			}
			like = append(like, *f)
		}
		if len(like) == 0 {
			continue
		}
		e := &entity{codes: r.codes, first: v, end: end, head: v}
		for i := range like {
			f := &like[i]
			q := demarche.Quantity{}
			var p proposition.Proposition
			s.Read(v, sc.c.lexicon, &p)
			if with := p.With("with"); with != proposition.None {
				q = s.Quantity(with)
			} else if by := p.With("by"); by != proposition.None {
				q = s.Quantity(by)
			}
			if q.IsZero() && f.Count.N == 1 {
				q = f.Count
			}
			g := sc.like(f, e, q)
			if kind == "kind" || kind == "reciprocate" {
				g.Recipient = f.Actor
			} else {
				g.Recipient = without(f.Recipient, r.codes)
				if len(g.Recipient) == 0 && f.Type == "expel" && f.Status == demarche.Actual && w.XPOS != "VB" {
					g.Recipient = without(f.Actor, r.codes) // "Moscow did likewise with 23 Britons"
				}
			}
			if len(g.Recipient) == 0 {
				continue
			}
			g.Status, g.likewise = status, true
			g.Date, g.Deadline = demarche.Period{}, demarche.Period{}
			dated := sc.dates(append(slices.Clone(now), g)) // beside the others, which have days of their own
			out = append(out, dated[len(now):]...)
		}
	}
	return out
}

// follower gives the State that "followed" says did as another, or None where it followed
// somebody or something, or is no State: "Latvia followed on Tuesday".
func (sc *scene) follower(verb int) int {
	s := &sc.s
	var p proposition.Proposition
	s.Read(verb, sc.c.lexicon, &p)
	if p.Passive || p.Patient.Head != proposition.None || p.Content != proposition.None || s.Words[verb].XPOS == "VBG" || p.Agent.Head == proposition.None {
		return proposition.None
	}
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "ccomp" || s.Words[k].Rel == "xcomp" || s.Words[k].Rel == "obj" {
			return proposition.None
		}
	}
	if e := sc.entityAt(p.Agent.Head); e == nil || e.kind != state || e.class != 0 || p.Agent.Head > verb {
		return proposition.None
	}
	if st := s.Stance(&p, sc.c.lexicon); st.Void || st.Status != demarche.Actual {
		return proposition.None
	}
	return p.Agent.Head
}

// copier gives who is told to have taken a step too: "a move that was followed by Oman and Qatar";
// or None.
func (sc *scene) copier(verb int) int {
	s := &sc.s
	if !sc.c.vocabulary.has(copying, s.Words[verb].Lemma) || s.Words[verb].XPOS != "VBN" {
		return proposition.None
	}
	var p proposition.Proposition
	s.Read(verb, sc.c.lexicon, &p)
	by := p.With("by")
	if by == proposition.None {
		by = p.Agent.Head
	}
	step := s.Words[verb].Head
	if !strings.HasPrefix(s.Words[verb].Rel, "acl") {
		step = p.Patient.Head // "the step was followed by Oman"
	}
	if by <= verb || step < 0 || step > verb || !sc.c.vocabulary.has(steps, s.Words[step].Lemma) {
		return proposition.None
	}
	if e := sc.entityAt(by); e == nil || e.kind != state || e.class != 0 {
		return proposition.None
	}
	return by
}

// isSoOrAs says whether a verb without a meaning of its own says of another that he did so
// too: "as did Oman", "so has Hungary".
func (sc *scene) isSoOrAs(verb int) bool {
	s := &sc.s
	if verb == 0 || verb+1 >= len(s.Words) || !strings.EqualFold(s.Words[verb-1].Form, "as") && !strings.EqualFold(s.Words[verb-1].Form, "so") {
		return false
	}
	switch s.Words[verb].Lemma {
	case "do":
		return true
	case "have":
		for t := verb + 1; t < len(s.Words) && s.Words[t].UPOS != "PUNCT" && s.Words[t].UPOS != "CCONJ"; t++ {
			if s.IsVerb(t) || s.Words[t].UPOS == "AUX" {
				return false // "so has Hungary agreed": it has a verb of its own
			}
		}
		return true
	}
	return false
}
