package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/who"
)

// venue is where a meeting was told to be held.
type venue struct {
	sides []demarche.Code
	date  demarche.Period
	city  string
	at    int // the sentence
}

// stay is how many days a visitor may stay in one city.
const stay = 3

// meet gives the meetings of a sentence without a place the city in which one of those
// who meet was told before to be on the same visit: "arrived in Hanoi on Friday. He will
// back the plan, he said when meeting the Lao premier."
func (sc *scene) meet(found []candidate) {
	for i := range found {
		f := &found[i]
		if f.Type != "consult" || f.Status != demarche.Actual && f.Status != demarche.Planned || f.tabled || sc.isByWire(f) {
			continue
		}
		all := union(f.Actor, f.Recipient)
		if f.Place == "" && !sc.s.HasPerfect(f.head) && !sc.isOneMore(f.head) {
			f.Place = sc.venueOf(f, all)
		}
		if f.Place != "" && f.Status == demarche.Actual {
			sc.venues = append(sc.venues, venue{all, f.Date, f.Place, sc.at})
		}
	}
}

// venueOf gives the city in which one of those who meet was told last to be, if he can be
// there still. Of the many who sit at one table not all travel on together.
func (sc *scene) venueOf(f *candidate, all []demarche.Code) string {
	const far = 4 // sentences on, another visit may be told
	known := without(all, []demarche.Code{demarche.Other})
	for k := len(sc.venues) - 1; k >= 0; k-- {
		if v := &sc.venues[k]; v.at != sc.at && len(without(all, v.sides)) == 0 && len(v.sides) == len(all) && sc.isOneStay(v.date, f.Date, f.Status) {
			return v.city // whomever one of them saw elsewhere in between
		}
	}
	for k := len(sc.venues) - 1; k >= 0; k-- {
		v := &sc.venues[k]
		if v.at == sc.at || !overlap(v.sides, known) || !sc.isOneStay(v.date, f.Date, f.Status) {
			continue
		}
		if len(without(all, v.sides)) > 0 && (sc.at-v.at > far || len(all) > 2 || len(v.sides) > 2) {
			return ""
		}
		return v.city
	}
	return ""
}

// isOneStay says whether the days of two meetings can fall into one stay of a visitor. Those
// that are not told are of the week before the report.
func (sc *scene) isOneStay(first, then demarche.Period, status demarche.Status) bool {
	news := demarche.Period{From: sc.report.Date.Plus(-recent), Until: sc.report.Date}
	if first.IsZero() {
		first = news
	}
	if ahead(status) && then.IsZero() || then.Days() > stay && !then.IsZero() {
		return false // "will meet again", a tour of several cities
	}
	if then.IsZero() {
		then = news
	}
	return !then.Until.Before(first.From) && !first.Until.Plus(stay).Before(then.From)
}

// placesServing adds the city where somebody is told to serve, in a clause on him or in the
// words that pick one out of several: "a diplomat who works at the consulate in Murmansk",
// "three diplomats, among them the chargé in Caracas".
func (sc *scene) placesServing(person int, found *[]string) {
	s := &sc.s
	for k := s.Kid(person); k >= 0 && s.Words[person].UPOS == "NUM"; k = s.Next(k) {
		if s.Words[k].Rel == "nmod" && s.Case(k) == "of" {
			person = k // "four of its envoys serving in Lima"
			break
		}
	}
	if sc.kindOf(person) != people && sc.entityAt(person) == nil && !sc.isPersonName(person) {
		return
	}
	for k := s.Kid(person); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel != "acl:relcl" && s.Words[k].Rel != "acl" || !sc.c.vocabulary.has(serving, s.Words[k].Lemma) {
			continue
		}
		for n := s.Kid(k); n >= 0; n = s.Next(n) {
			if c := s.Case(n); n > k && (c == "in" || c == "at" || c == "as" || c == "from" || c == "to") {
				if c != "as" {
					sc.addPlace(n, found)
				}
				if e := sc.entityAt(n); sc.isOfMission(n) || e != nil && e.class == who.Mission {
					sc.placesBefore(n, found)
					sc.placesUnder(n, 2, found)
				}
			}
		}
	}
	for t := person + 1; t+2 < min(person+6, len(s.Words)); t++ {
		if !strings.EqualFold(s.Words[t].Form, "among") || !slices.Contains([]string{"them", "whom"}, strings.ToLower(s.Words[t+1].Form)) {
			continue
		}
		for n := t + 2; n < min(t+9, len(s.Words)) && s.Words[n].UPOS != "PUNCT"; n++ {
			if s.IsNoun(n) && sc.isOfMission(n) {
				sc.placesUnder(n, 2, found)
				return
			}
		}
	}
}
