package coder

import "demarche/internal/proposition"

// keeperOf gives where those are kept, or by whom, whom one wants to be handed over or let go, and
// so who is asked to do it: "demanded the extradition of a banker arrested in Chad", "the release
// of two pilots held by Chad"; or None.
func (sc *scene) keeperOf(p *proposition.Proposition) int {
	for _, n := range [...]int{p.Patient.Head, p.With("for")} {
		if n == proposition.None || !sc.c.vocabulary.has(handingOver, sc.s.Words[n].Lemma) {
			continue
		}
		if at := sc.keptAt(n); at != proposition.None {
			return at // hung on the release of those who are held
		}
		for k := sc.s.Kid(n); k >= 0; k = sc.s.Next(k) {
			if sc.s.Case(k) != "of" {
				continue
			}
			if at := sc.keptAt(k); at != proposition.None {
				return at
			}
		}
	}
	return proposition.None
}

// keptAt gives where somebody is kept or lives, or who keeps him, by a clause that describes him;
// or None.
func (sc *scene) keptAt(who int) int {
	s := &sc.s
	for k := s.Kid(who); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if w.Rel != "acl" && w.Rel != "acl:relcl" || !sc.c.vocabulary.has(keeping, w.Lemma) {
			continue
		}
		for j := s.Kid(k); j >= 0; j = s.Next(j) {
			if c := s.Case(j); (c == "by" || c == "in") && sc.entityAt(j) != nil {
				return j
			}
		}
	}
	return proposition.None
}
