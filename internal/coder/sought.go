package coder

import "demarche/internal/proposition"

// under adds what hangs on a noun with a preposition, down to a depth.
func (sc *scene) under(noun int, word string, depth int, dst []int) []int {
	if noun == proposition.None || depth == 0 {
		return dst
	}
	for k := sc.s.Kid(noun); k >= 0; k = sc.s.Next(k) {
		switch c := sc.s.Case(k); {
		case c == word:
			dst = append(dst, k)
		case c != "":
			dst = sc.under(k, word, depth-1, dst)
		}
	}
	return dst
}

// isParting says whether what is asked for has "from" behind it for where one leaves.
func (sc *scene) isParting(p *proposition.Proposition) bool {
	for _, n := range [...]int{p.Patient.Head, p.With("for")} {
		if n != proposition.None && sc.c.vocabulary.has(parting, sc.s.Words[n].Lemma) {
			return true
		}
	}
	return false
}

// askedIn gives the clause that tells what is asked for in a noun: "seeks guarantees that
// Tehran will not attack", or None.
func (sc *scene) askedIn(p *proposition.Proposition) int {
	for k := sc.s.Kid(max(p.Patient.Head, 0)); p.Patient.Head != proposition.None && k >= 0; k = sc.s.Next(k) {
		switch w := &sc.s.Words[k]; w.Rel {
		case "acl", "acl:relcl", "ccomp":
			if k > p.Patient.Head && sc.s.IsVerb(k) && sc.s.HasSubject(k) && sc.s.Words[p.Patient.Head].UPOS == "NOUN" {
				return k
			}
		}
	}
	return proposition.None
}
