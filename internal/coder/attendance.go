package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/syntax"
)

// callRoll settles who sits at a meeting of many. Those who are told one by one are its
// parties, and nobody stands beside them for those who are not: it is only beside a host
// that the others are told by none of their names.
func (sc *scene) callRoll(f *candidate) {
	if f.Type != "consult" || f.tabled || f.all {
		return
	}
	if roll := sc.attendees(f.head, f.noun); roll != nil {
		f.Actor, f.Recipient = roll[:1:1], roll[1:]
		f.Inferred = nil
		return
	}
	all := union(f.Actor, f.Recipient)
	if row := sc.rowUnder(f.head); row != nil && len(without(all, row)) == 0 {
		f.Actor, f.Recipient = row[:1:1], row[1:] // "ended Egyptian-Sudanese-Ethiopian talks"
		return
	}
	if len(all) > 2 && !sc.isSensed(f) && slices.Contains(all, demarche.Other) && !sc.tellsOthers() {
		all = without(all, []demarche.Code{demarche.Other})
		f.Actor, f.Recipient = all[:1:1], all[1:]
	}
}

// isWhole says whether those who are told to sit at a meeting of many are two States or more,
// and no others are told of: "officials from Kenya, Peru and the EU".
func (sc *scene) isWhole(own []demarche.Code) bool {
	states := slices.DeleteFunc(slices.Clone(own), isOrganisation)
	return len(states) > 1 && !sc.tellsOthers()
}

// tellsOthers says whether the sentence under the eye names some of no State, or tells that
// there are others: "with Moroccan and Polisario leaders", "Greek and other officials".
func (sc *scene) tellsOthers() bool {
	if slices.ContainsFunc(sc.in(sc.at), func(e entity) bool { return slices.Contains(e.codes, demarche.Other) }) {
		return true
	}
	s := &sc.s
	for t := range s.Words {
		if sc.c.vocabulary.has(othersToo, s.Words[t].Lemma) {
			return true
		}
		if t > 0 && s.Words[t-1].Form == "-" && sc.isContinent(t) {
			return true
		}
	}
	return false
}

// rollBehind gives the States of three persons or more who are told one by one behind a
// meeting as those who come to it, or nil: "will bring together leaders, including French
// President Jacques Chirac, ...", "attended by".
func (sc *scene) rollBehind(head int, noun bool) []demarche.Code {
	s := &sc.s
	if !noun || !sc.c.vocabulary.has(assemblies, strings.ToLower(s.Words[head].Lemma)) {
		return nil
	}
	for t := head + 1; t+1 < len(s.Words); t++ {
		switch low := strings.ToLower(s.Words[t].Form); {
		case low == "including", low == "by" && s.Words[t-1].Lemma == "attend", low == "together" && s.Words[t-1].Lemma == "bring":
		case low == "as" && sc.saysSuch(head, t):
		default:
			continue
		}
		if roll := sc.rollAt(t + 1); len(roll) > 2 {
			return roll
		}
	}
	return nil
}

// saysSuch says whether "such" stands between two words: "such prominent figures as".
func (sc *scene) saysSuch(from, to int) bool {
	return slices.ContainsFunc(sc.s.Words[from:to], func(w syntax.Word) bool { return strings.EqualFold(w.Form, "such") })
}

// rollAt gives the States of a list of persons or States that begins at a word, by its words
// alone.
func (sc *scene) rollAt(t int) (codes []demarche.Code) {
	s := &sc.s
	for own := []demarche.Code(nil); t < len(s.Words); t++ {
		w, e := &s.Words[t], sc.entityAt(t)
		low := strings.ToLower(w.Form)
		switch {
		case e != nil && len(e.codes) > 0 && e.kind != place:
			if e.kind == person || own == nil {
				own = e.codes
			}
			if !slices.Contains(own, demarche.Other) {
				codes = union(codes, own)
			}
			t = max(t, e.end-1)
		case w.Form == ",", low == "and":
			own = nil
		case codes == nil && (low == "from" || sc.c.vocabulary.has(groups, w.Lemma)):
		case w.UPOS == "NUM" && t+1 < len(s.Words) && sc.entityAt(t+1) != nil: // "the two Koreas"
		case w.UPOS == "PROPN", w.UPOS == "ADJ", w.UPOS == "DET", low == "of", low == "'s", w.Form == "-", s.IsNoun(t) && sc.namesPerson(t):
		default:
			return codes
		}
	}
	return codes
}

// involved gives the States that talks are told to involve, right behind their noun, and
// whether these are told to be there beside others: "talks grouping Kenya, Uganda and
// Tanzania", "talks which also involve Russia".
func (sc *scene) involved(p *proposition.Proposition) (codes []demarche.Code, also bool) {
	s := &sc.s
	if !p.Noun || !sc.c.vocabulary.has(dealings, s.Words[p.Head].Lemma) {
		return nil, false
	}
	for k := s.Kid(p.Head); k >= 0; k = s.Next(k) {
		from := k + 1
		if s.Words[k].Lemma == "bring" && from < len(s.Words) && s.Words[from].Form == "together" {
			from++
		}
		if k < p.Head || !strings.HasPrefix(s.Words[k].Rel, "acl") || from == k+1 && !sc.c.vocabulary.has(involving, s.Words[k].Lemma) {
			continue
		}
		for n := s.Kid(k); n >= 0; n = s.Next(n) {
			also = also || s.Words[n].Lemma == "also"
		}
		if codes = sc.rollAt(from); len(codes) > 1 || also && len(codes) > 0 {
			return codes, also
		}
	}
	return nil, false
}

// goersTo gives the States of who goes to talks, or speaks of them, apart from some.
func (sc *scene) goersTo(noun int, apart []demarche.Code) []demarche.Code {
	n := sc.goer(noun)
	if n == proposition.None {
		return nil
	}
	x := sc.resolveAll(n, apart)
	if x.kind == place {
		return nil
	}
	return without(x.codes, apart)
}
