package coder

import (
	"slices"

	"demarche"
	"demarche/internal/proposition"
)

// unasked takes who asks for a sanction out of those who are to impose it, where the report
// knows another who does: "the United States pushed for sanctions", which the Security Council
// of the sentence before is to vote.
func (sc *scene) unasked(f *candidate) {
	if f.Type != "sanction" || f.Status != demarche.Demanded && f.Status != demarche.Planned {
		return
	}
	var p proposition.Proposition
	sc.s.Read(f.head, sc.c.lexicon, &p)
	if by := sc.throughWhom(&p); by != nil && !overlap(by, f.Recipient) && !overlap(by, f.Actor) {
		f.Actor, f.Status = by, demarche.Demanded
		return
	}
	if f.Status == demarche.Planned {
		return
	}
	st := sc.s.Stance(&p, sc.c.lexicon)
	if st.Teller == proposition.None {
		return
	}
	by := sc.resolveAll(st.Teller, nil).codes
	left := without(f.Actor, by)
	if len(left) == len(f.Actor) {
		return
	}
	if len(left) == 0 {
		if left = sc.imposer(f, by); len(left) == 0 {
			return
		}
		f.Inferred = append(f.Inferred, "actor")
	}
	f.Actor = left
}

// imposer gives who imposes sanctions of a sort that is asked for: the organisation that the
// sentence names, or else that was told last to do so, or the United Nations if the report has
// named them.
func (sc *scene) imposer(f *candidate, asker []demarche.Code) []demarche.Code {
	can := func(codes []demarche.Code) bool {
		return len(codes) == 1 && isOrganisation(codes[0]) && !overlap(codes, asker) && !overlap(codes, f.Recipient)
	}
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.kind != person && can(e.codes) {
			return e.codes
		}
	}
	for k := len(sc.recent) - 1; k >= 0; k-- {
		if g := &sc.recent[k]; g.Type == "sanction" && overlap(g.Recipient, f.Recipient) && can(g.Actor) {
			return g.Actor
		}
	}
	if slices.ContainsFunc(sc.entities[:sc.from[sc.at]], func(e entity) bool { return only(e.codes, "UNO") && len(e.codes) > 0 }) {
		return []demarche.Code{"UNO"}
	}
	return nil
}

// throughWhom gives the organisation through which a State is after sanctions, which would
// impose them: "seeks to impose sanctions through the Security Council".
func (sc *scene) throughWhom(p *proposition.Proposition) []demarche.Code {
	for _, a := range p.Preps {
		if a.Word != "through" && a.Word != "via" {
			continue
		}
		if e := sc.entityAt(a.Head); e != nil && len(e.codes) == 1 && isOrganisation(e.codes[0]) {
			return e.codes
		}
	}
	return nil
}

// isWorkOfEmbargo says whether it is sanctions that are told to stop trade, by whose own noun
// they are told: "the embargo is to cut off exports of oil". One that names who imposes them
// tells as much by the verb: "the UN sanctions ban imports of arms".
func (sc *scene) isWorkOfEmbargo(p *proposition.Proposition) bool {
	n := p.Agent.Head
	if n == proposition.None || !sc.s.IsNoun(n) || !sc.c.vocabulary.has(embargoes, sc.s.Words[n].Lemma) {
		return false
	}
	first, end := sc.s.Phrase(n)
	for t := first; t < end; t++ {
		if e := sc.entityAt(t); e != nil && len(e.codes) > 0 {
			return false
		}
	}
	return true
}

// isCarriers says whether it is a firm that stops what it sells: "the airline cancelled flights
// to Malta".
func (sc *scene) isCarriers(f *candidate) bool {
	r := sc.c.book.Rule(f.Rule)
	return r != nil && slices.Contains(r.With, "flights") && sc.isOfFirms(f.head)
}

// isLifting says whether what a verb reverses are sanctions, of which their own noun tells:
// "urged it to lift the embargo" asks for no sanction, and "ended its ban" tells of one that was.
func (sc *scene) isLifting(p *proposition.Proposition) bool {
	n, verb := p.Patient.Head, sc.s.Words[p.Head].Lemma
	return n != proposition.None && sc.s.IsNoun(n) && sc.c.vocabulary.has(embargoes, sc.s.Words[n].Lemma) && (sc.c.lexicon.Is(verb, "cancel") || sc.c.lexicon.Is(verb, "finish"))
}
