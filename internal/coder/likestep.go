package coder

import (
	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/when"
)

// likeSteps finds what others did as one did, where a noun tells it: "expelled two envoys in
// response to a similar move by Togo". Who did it to the very side that the act is by has
// done it first.
func (sc *scene) likeSteps(now []candidate) []candidate {
	var out []candidate
	for n := range sc.s.Words {
		by := sc.likeStepBy(n)
		if by == proposition.None {
			continue
		}
		e := sc.entityAt(by)
		for i := range now {
			f := &now[i]
			if f.noun || f.Status != demarche.Actual || f.Type.IsSpeech() || f.Type.IsSymmetric() || f.Type == "respond" || !sc.s.Within(n, f.head) || overlap(e.codes, f.Actor) {
				continue
			}
			g := sc.like(f, &entity{codes: e.codes, first: n, end: n + 1, head: n}, demarche.Quantity{})
			if overlap(f.Recipient, e.codes) {
				g.Recipient = f.Actor
			}
			g.noun, g.Date, g.Deadline, g.Place, g.likewise = true, demarche.Period{}, demarche.Period{}, "", true
			dated := sc.dates(append([]candidate{*f}, g))
			out = append(out, dated[1:]...)
			break
		}
	}
	return out
}

// likeStepBy gives the word for the State by which a noun tells that it took a step like that of
// another, or None: "a similar move by Togo", "the same measure by Lome".
func (sc *scene) likeStepBy(noun int) int {
	s := &sc.s
	if !s.IsNoun(noun) || !sc.c.vocabulary.has(steps, s.Words[noun].Lemma) || !s.IsDescribed(noun, "similar", "same", "identical", "comparable", "like", "parallel") {
		return proposition.None
	}
	for k := s.Kid(noun); k >= 0; k = s.Next(k) {
		if e := sc.entityAt(k); s.Words[k].Rel == "nmod:poss" && e != nil && e.kind == state && len(e.codes) > 0 {
			return k
		}
	}
	if noun+2 >= len(s.Words) || s.Words[noun+1].Form != "by" {
		return proposition.None
	}
	if e := sc.entityAt(noun + 2); e != nil && e.kind == state && len(e.codes) > 0 {
		return e.head // wherever the tree hangs it
	}
	return proposition.None
}

// likeStepBefore gives the noun of a step like another's that a time stands right behind, or None:
// "a similar move by Togo a week ago".
func (sc *scene) likeStepBefore(t when.Time) int {
	for n := max(0, t.First-6); n < t.First; n++ {
		if by := sc.likeStepBy(n); by != proposition.None && by < t.First {
			if e := sc.entityAt(by); e.end == t.First {
				return n
			}
		}
	}
	return proposition.None
}
