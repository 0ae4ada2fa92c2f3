package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/when"
)

// itinerary gives the further visits of a journey that is told by its days, each State with its own:
// "will visit Lima on Tuesday, Quito on Thursday and Santiago on Friday".
func (sc *scene) itinerary(f *candidate, found []candidate) (more []candidate) {
	const reach = 8 // words on, the first of the list
	all := union(f.Actor, f.Recipient)
	if f.Type != "consult" || f.tabled || f.convened || len(all) != 2 || !sc.isJourney(f) {
		return nil
	}
	list := sc.in(sc.at)
	var goer []demarche.Code
	end, last := 0, f.Date // of the stop before
	for k := range list {
		e := &list[k]
		if e.first <= f.head || !isStop(e) {
			continue
		}
		day := sc.dayRightAfter(e)
		if goer == nil {
			if e.first > f.head+reach {
				return nil
			}
			if day == nil || !overlap(e.codes, all) && !overlap(e.host, all) {
				continue
			}
			if goer, end = without(without(all, e.codes), e.host), day.End; len(goer) != 1 {
				return nil
			}
			continue
		}
		host := e.codes
		if e.kind == place {
			host = e.host
		}
		if day == nil || !sc.isJoining(end, e.first) || len(host) != 1 || strings.HasPrefix(sc.s.Words[e.head].Rel, "nsubj") {
			break
		}
		end = day.End
		if host[0] == goer[0] || slices.ContainsFunc(found, func(g candidate) bool {
			return g.Type == f.Type && slices.Contains(union(g.Actor, g.Recipient), host[0])
		}) {
			continue
		}
		one := *f
		one.Actor, one.Recipient, one.Date, one.Place = goer, host, demarche.Period{}, ""
		if e.capital || e.kind == place {
			one.Place = sc.cityName(e)
		}
		sc.date(*day, demarche.Period{}, &one)
		if d := one.Date; one.Status == demarche.Planned && d.Days() == 1 && d.From.Before(last.From) && !d.From.Plus(7).Before(last.From) {
			one.Date = demarche.On(d.From.Plus(7)) // "on Tuesday and Thursday", told on a Thursday
		}
		last = one.Date
		one.Trigger = spanOf(sc.sentences[sc.at].Tokens, e.first, e.end)
		one.Span.End = max(one.Span.End, one.Trigger.End)
		more = append(more, one)
	}
	return more
}

// isJourney says whether a meeting is told by a word for travelling.
func (sc *scene) isJourney(f *candidate) bool {
	lemma := strings.ToLower(sc.s.Words[f.head].Lemma)
	return strings.HasPrefix(string(f.Rule), "consult/visit") || sc.c.vocabulary.has(journeys, lemma) || sc.c.vocabulary.has(travels, lemma)
}

// isStop says whether an entity is a State or a city that one can go to.
func isStop(e *entity) bool {
	return e.class == 0 && !e.adjective && (e.kind == state || e.kind == place)
}

// dayRightAfter gives the day that is told right behind a name, or nil.
func (sc *scene) dayRightAfter(e *entity) *when.Time {
	for k := range sc.times[sc.at] {
		if t := &sc.times[sc.at][k]; t.First == e.end && t.Kind == when.Point && t.Direction == when.At && !isTerm(*t) {
			return t
		}
	}
	return nil
}

// isJoining says whether nothing but words that join stands between two tokens of the sentence
// under the eye: ", and to".
func (sc *scene) isJoining(from, to int) bool {
	for t := from; t < to; t++ {
		switch strings.ToLower(sc.form(sc.at, t)) {
		case ",", "and", "to", "then", "in", "the", ";":
		default:
			return false
		}
	}
	return from < to
}
