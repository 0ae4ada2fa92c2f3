package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// joinedPlaces adds the States of the places joined by "and" to one: "its ambassadors
// in Washington and Canberra".
func (sc *scene) joinedPlaces(head int, codes []demarche.Code) []demarche.Code {
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if e := sc.entityAt(k); sc.s.Words[k].Rel == "conj" && e != nil && (e.kind == place || e.kind == state) && e.class == 0 {
			codes = union(codes, e.codes)
		}
	}
	if e := sc.entityAt(head); e != nil && head == e.head {
		codes = union(codes, sc.placesBehind(e))
	}
	return codes
}

// placesBehind gives the States of the places that are listed behind one, by their words
// alone, since a tree often joins the last of them to another word: "its missions in Laos,
// Fiji and East Timor". A list ends with "and" or "or".
func (sc *scene) placesBehind(first *entity) (codes []demarche.Code) {
	for e := first; ; {
		at, last := e.end, false
		for at < len(sc.s.Words) {
			switch strings.ToLower(sc.s.Words[at].Form) {
			case "and", "or":
				last = true
				fallthrough
			case ",", "the", "in":
				at++
				continue
			}
			break
		}
		next := sc.entityAt(min(at, len(sc.s.Words)-1))
		if at == e.end || next == nil || next.first != at || next.kind != place && next.kind != state || next.class != 0 || next.adjective || len(next.codes) == 0 || strings.HasPrefix(sc.s.Words[next.head].Rel, "nsubj") {
			return nil
		}
		if codes = union(codes, next.codes); last {
			return codes
		}
		e = next
	}
}

// placeOn gives the States of the places that a predicate itself is done in,
// since a tree often hangs "the consulate in Houston" so.
func (sc *scene) placeOn(p *proposition.Proposition) []demarche.Code {
	for _, a := range p.Preps {
		if a.Word != "in" && a.Word != "at" {
			continue
		}
		if e := sc.entityAt(a.Head); e != nil && e.class == 0 && (e.kind == place || e.kind == state && !e.adjective) {
			return sc.joinedPlaces(a.Head, e.codes)
		}
	}
	return nil
}
