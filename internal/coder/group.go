package coder

import (
	"slices"
	"strings"

	"demarche"
)

// resolveAll resolves a phrase and those joined to it by "and".
func (sc *scene) resolveAll(head int, exclude []demarche.Code) ref {
	r := sc.resolve(head, exclude)
	if e := sc.entityAt(head); e != nil && e.kind == state && e.class == 0 {
		r.codes = union(r.codes, sc.listFrom(e))
		r.codes = union(without(sc.listUpTo(e), exclude), r.codes)
	}
	sc.addJoined(&r, head, exclude, 3)
	if r.kind == person && !r.spoken {
		r.codes = union(sc.personsFrom(head), union(sc.joinedBefore(head), r.codes))
	}
	if r.ok() && !r.spoken && r.kind != place {
		r.codes = union(r.codes, without(sc.besideOf(head), exclude))
	}
	if roll := without(sc.rollOf(head), exclude); len(roll) > 1 && len(without(r.codes, roll)) == 0 {
		r.codes = roll
		if r.kind == noKind {
			r.kind = person
		}
	}
	return r
}

// addJoined adds to what a phrase stands for those joined to it by "and", and those joined to
// these, since trees hang the last of a list on the one before it: "Somalia, as well as the
// United Nations and the African Union".
func (sc *scene) addJoined(r *ref, head int, exclude []demarche.Code, left int) {
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel != "conj" && !(sc.s.Words[k].Rel == "nmod" && sc.s.Case(k) == "plus") || sc.s.IsVerb(k) {
			continue
		}
		if r.kind == state && r.ok() && !r.spoken && sc.isRest(k) {
			r.codes = union(r.codes, []demarche.Code{demarche.Other})
			continue
		}
		if !r.ok() && sc.pronounOwner(k) {
			continue // "ten employees and their families": theirs, whoever they are
		}
		if sc.c.vocabulary.has(positions, sc.s.Words[k].Lemma) && sc.possessorOf(k) != nil {
			continue // "his rejection of the terms and Chad's view that he must"
		}
		if more := sc.resolve(k, exclude); more.ok() && more.kind != place && !(more.spoken && r.ok() && sc.c.vocabulary.has(opposites, sc.s.Words[k].Lemma)) {
			r.codes = union(r.codes, more.codes)
			if r.kind == noKind {
				r.kind = more.kind
			}
			if left > 1 {
				sc.addJoined(r, k, exclude, left-1)
			}
		}
	}
}

// rollOf gives the States of persons who are named one by one with theirs, whatever the
// tree makes of it: "Bronislaw Geremek of Poland, Janos Martonyi of Hungary and Jan Kavan
// of the Czech Republic". It is nil for fewer than two.
func (sc *scene) rollOf(head int) []demarche.Code {
	s := &sc.s
	t, _ := s.Subtree(head)
	for t < len(s.Words) && s.Words[t].UPOS != "PROPN" && (s.IsNoun(t) || s.Words[t].UPOS == "ADJ" || s.Words[t].UPOS == "DET" || s.Words[t].UPOS == "NUM" || s.Words[t].Form == "of") {
		t++ // "the three foreign ministers of"
	}
	var codes []demarche.Code
	for last := false; ; {
		named := false
		for ; t < len(s.Words) && (s.IsNoun(t) || s.Words[t].UPOS == "ADJ" || s.Words[t].UPOS == "DET" || s.Words[t].Form == "-"); t++ {
			named = s.Words[t].UPOS == "PROPN"
		}
		if !named || t+2 >= len(s.Words) || s.Words[t].Form != "of" {
			return nil
		}
		if t++; s.Words[t].UPOS == "DET" {
			t++
		}
		e := sc.entityAt(t)
		if e == nil || e.first != t || e.kind != state || e.class != 0 || e.adjective {
			return nil
		}
		codes, t = union(codes, e.codes), e.end
		if last {
			return codes
		}
		comma := t < len(s.Words) && s.Words[t].Form == ","
		if comma {
			t++
		}
		if last = t < len(s.Words) && s.Words[t].UPOS == "CCONJ"; last {
			t++
		} else if !comma {
			return nil
		}
	}
}

// listUpTo gives the States of a list that ends with one, where the tree takes those before
// it for a part of its name: "Ecuador and South Africa".
func (sc *scene) listUpTo(e *entity) []demarche.Code {
	if e.first < 2 {
		return nil
	}
	x := sc.entityAt(e.first - 2)
	if x == nil {
		return nil
	}
	if h := sc.s.Words[x.head].Head; h < e.first || h >= e.end {
		return nil
	}
	return sc.listedBefore(e)
}

// listedBefore gives the States of a list that one ends, by its words alone, where the tree
// has lost them: "Riyadh, Manama and Cairo".
func (sc *scene) listedBefore(e *entity) (codes []demarche.Code) {
	for between := "and"; ; between = "," {
		at := e.first
		if at > 0 && sc.form(sc.at, at-1) == "the" {
			at--
		}
		if at < 2 || sc.form(sc.at, at-1) != between {
			return codes
		}
		x := sc.entityAt(at - 2)
		if x == nil || x.kind != state || x.class != 0 || x.adjective || len(x.codes) == 0 {
			return codes
		}
		codes = union(x.codes, codes)
		e = x
	}
}

// joinedBefore gives the States of the person who is joined to one by "and" before him,
// where the tree takes both for one name: "Jordan's King Hussein and Palestinian President
// Yasser Arafat".
func (sc *scene) joinedBefore(head int) []demarche.Code {
	s := &sc.s
	own := sc.entityAt(head)
	first, _ := s.Subtree(head)
	if own == nil {
		return nil
	}
	for t := own.first - 1; t > first; t-- {
		w := &s.Words[t]
		switch {
		case w.UPOS == "CCONJ" && strings.EqualFold(w.Form, "and"):
			if s.Words[t-1].UPOS != "PROPN" {
				return nil
			}
			if e := sc.entityAt(t - 1); e != nil && e.kind == person && e.end == t {
				return e.codes
			}
			return nil
		case w.UPOS != "PROPN" && w.UPOS != "ADJ" && w.UPOS != "NOUN" && w.UPOS != "PART":
			return nil
		}
	}
	return nil
}

// listAround gives the States that stand in one list with one: "Britain, Japan and the
// Netherlands".
func (sc *scene) listAround(own *entity) []demarche.Code {
	list := sc.in(own.sentence)
	var codes []demarche.Code
	at, ended, has := 0, false, false
	for k := range list {
		e := &list[k]
		if e.kind != state || e.class != 0 || e.adjective != own.adjective || len(e.codes) == 0 {
			continue
		}
		between := ""
		for t := at; t < e.first; t++ {
			if f := strings.ToLower(sc.form(own.sentence, t)); f != "the" {
				between += f
			}
		}
		if ended || between != "," && between != "and" && between != ",and" {
			if has {
				break
			}
			codes, ended = nil, false
		}
		codes, at = union(codes, e.codes), e.end
		ended = ended || strings.HasSuffix(between, "and")
		has = has || e.first == own.first
	}
	return codes
}

// listFrom gives the States of a list that begins with one: "the US, Britain, the
// Netherlands and Japan", whatever the tree makes of it. A list of two needs no
// such help.
func (sc *scene) listFrom(first *entity) []demarche.Code {
	codes := slices.Clone(first.codes)
	list := sc.in(first.sentence)
	at, n := first.end, 1
	for k := range list {
		e := &list[k]
		if e.first < at {
			continue
		}
		if e.first == at+1 && sc.form(first.sentence, at) == "(" && len(without(e.codes, codes)) == 0 {
			at = e.end + 1 // "the European Union (EU)"
			continue
		}
		if e.kind != state || e.class != 0 || e.adjective != first.adjective || len(e.codes) == 0 {
			break
		}
		comma := false
		for t := at; t < e.first; t++ {
			switch strings.ToLower(sc.form(first.sentence, t)) {
			case ",", "and", "or":
				comma = true
			case "the":
			default:
				comma = false
				t = e.first
			}
		}
		if !comma {
			break
		}
		codes = union(codes, e.codes)
		at = e.end
		n++
	}
	if n < 3 {
		return nil
	}
	return codes
}

// personsFrom gives the States of a list of three persons or more that begins with the one
// on a word: "Kenyan President Mwai Kibaki, Ugandan President Yoweri Museveni and Rwandan
// President Paul Kagame", whatever the tree makes of it.
func (sc *scene) personsFrom(head int) []demarche.Code {
	s := &sc.s
	var codes, own []demarche.Code
	n, joined := 0, false
	first, _ := s.Phrase(head)
	for t := first; t < len(s.Words); t++ {
		w, e := &s.Words[t], sc.entityAt(t)
		low := strings.ToLower(w.Form)
		comma := w.Form == "," || low == "and"
		switch {
		case comma && own == nil && !(low == "and" && t > first && s.Words[t-1].Form == ","):
			return nil // what stands before it is nobody's
		case comma:
			if own != nil {
				codes, own, n = union(codes, own), nil, n+1
			}
			if joined {
				return listed(codes, n)
			}
			joined = low == "and"
		case e != nil && len(e.codes) > 0 && e.kind == person:
			own = e.codes
			if e.end > t+1 {
				t = e.end - 1
			}
		case e != nil && e.kind == state && e.adjective, low == "of", low == "the", low == "'s", w.UPOS == "PROPN", e != nil && e.kind == person, w.Form == "-":
		default:
			if !joined || own == nil {
				return nil
			}
			return listed(union(codes, own), n+1)
		}
	}
	return nil
}

// listed gives the States of a list if it is one of three or more: of two the tree is right.
func listed(codes []demarche.Code, n int) []demarche.Code {
	if n < 3 {
		return nil
	}
	return codes
}

// groupOf gives the States of a list of so many, the one nearest before the
// sentence under the eye, else the first after it: "the ten", "the three countries".
func (sc *scene) groupOf(n int) []demarche.Code {
	var best []demarche.Code
	for k := range sc.entities {
		e := &sc.entities[k]
		if e.sentence > sc.at && best != nil {
			break
		}
		if e.kind != state || e.class != 0 || e.adjective {
			continue
		}
		if codes := sc.listFrom(e); len(codes) == n {
			best = codes
		}
	}
	if best == nil {
		best = sc.metBefore(func(sides []demarche.Code) bool { return len(sides) == n })
	}
	return best
}

// metBefore gives the sides of the meeting or the agreement told last, of those that are
// such as wanted, not long before the sentence under the eye.
func (sc *scene) metBefore(want func([]demarche.Code) bool) []demarche.Code {
	const reach = 3
	for k := len(sc.recent) - 1; k >= 0; k-- {
		f := &sc.recent[k]
		if !f.Type.IsSymmetric() || sc.at-f.sentence > reach {
			continue
		}
		if sides := union(f.Actor, f.Recipient); want(sides) {
			return sides
		}
	}
	return nil
}

// union joins two lists without doubles, in order, and changes neither.
func union(a, b []demarche.Code) []demarche.Code {
	out := slices.Clone(a)
	for _, c := range b {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// without gives the codes that are not among others.
func without(codes, others []demarche.Code) []demarche.Code {
	var out []demarche.Code
	for _, c := range codes {
		if !slices.Contains(others, c) {
			out = append(out, c)
		}
	}
	return out
}

// overlap says whether two lists share a code.
func overlap(a, b []demarche.Code) bool {
	return slices.ContainsFunc(a, func(c demarche.Code) bool { return slices.Contains(b, c) })
}

// joinedIn gives the States whom another joins in doing something: "joined Kenya and Peru in
// condemning".
func (sc *scene) joinedIn(verb int) []demarche.Code {
	s := &sc.s
	w := &s.Words[verb]
	if w.XPOS != "VBG" || w.Head < 0 || s.Words[w.Head].Lemma != "join" || s.Case(verb) != "in" && s.Mark(verb) != "in" {
		return nil
	}
	for k := s.Kid(w.Head); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "obj" {
			return sc.resolveAll(k, nil).codes
		}
	}
	return nil
}
