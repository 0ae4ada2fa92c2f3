package web

import (
	"cmp"
	"net/http"
	"slices"

	"demarche"
	"demarche/internal/desk"
)

// actPage is one act with all its accounts.
type actPage struct {
	Act       demarche.Act
	Parties   [2]demarche.Code // of the page on the two, where there are two
	Answers   []linked
	Answering []linked
	Events    []codedEvent // its accounts, with what analysts have done to them
	Ties      []tie
	Likely    []demarche.Act // others that it may be the same as
}

// tie is what an analyst has decided on the act and others.
type tie struct {
	desk.Tie
	Others []demarche.Act
}

// linked is an act that another answers, or is answered by.
type linked struct {
	demarche.Act
	How demarche.Answer
}

// Differs says whether reports differ on a field.
func (p actPage) Differs(field string) bool {
	return slices.ContainsFunc(p.Act.Accounts, func(a demarche.Account) bool { return a.Field == field })
}

// Telling gives the telling of an event, or none.
func (p actPage) Telling(id demarche.EventID) []demarche.Telling {
	for i := range p.Act.Tellings {
		if p.Act.Tellings[i].ID == id {
			return p.Act.Tellings[i : i+1]
		}
	}
	return nil
}

func (s *site) act(w http.ResponseWriter, r *http.Request) error {
	a, among, err := s.Record.ActAmong(r.Context(), demarche.ActID(r.PathValue("id")))
	if err != nil {
		return err
	}
	p := actPage{Act: a}
	if all := slices.Concat(a.Actor, a.Recipient); len(all) >= 2 && all[0] != all[len(all)-1] {
		p.Parties = [2]demarche.Code{all[0], all[len(all)-1]}
	}
	for i := range among {
		other := among[i]
		for _, x := range a.Answers {
			if x.Act == other.ID {
				p.Answers = append(p.Answers, linked{other, x})
			}
		}
		for _, x := range other.Answers {
			if x.Act == a.ID {
				p.Answering = append(p.Answering, linked{other, x})
			}
		}
	}
	changes, ties, err := s.Record.Corrections(r.Context(), &a)
	if err != nil {
		return err
	}
	p.Events = codedEvents(a.Tellings, changes)
	for i := range p.Events {
		p.Events[i].OnAct = true
	}
	for _, t := range ties {
		p.Ties = append(p.Ties, tie{t, tiedTo(&a, among, t)})
	}
	p.Likely = likely(&a, among)
	return s.show(w, r, http.StatusOK, "act", s.prose(desk.Phrase(&a, a.Status)), p)
}

// tiedTo gives the other acts that a decision on an act is about.
func tiedTo(a *demarche.Act, among []demarche.Act, t desk.Tie) (others []demarche.Act) {
	for i := range among {
		if among[i].ID != a.ID && slices.ContainsFunc(among[i].Tellings, func(told demarche.Telling) bool {
			return slices.ContainsFunc(t.Pairs, func(p [2]demarche.EventID) bool { return p[0] == told.ID || p[1] == told.ID })
		}) {
			others = append(others, among[i])
		}
	}
	return others
}

// mostLikely is how many acts are offered to be merged with one.
const mostLikely = 12

// likely gives the acts between the same parties that one may be the same as: of its
// kind, those of its type and its actor first, then the nearest in time.
func likely(a *demarche.Act, among []demarche.Act) (all []demarche.Act) {
	far := func(b *demarche.Act) int {
		n := a.Day().To(b.Day())
		if n < 0 {
			n = -n
		}
		const year = 365
		if b.Type != a.Type {
			n += 2 * year
		}
		if !slices.Equal(b.Actor, a.Actor) {
			n += year
		}
		return n
	}
	for i := range among {
		if among[i].ID != a.ID && kindOf(among[i].Type).Name == kindOf(a.Type).Name {
			all = append(all, among[i])
		}
	}
	slices.SortStableFunc(all, func(x, y demarche.Act) int { return cmp.Compare(far(&x), far(&y)) })
	return all[:min(mostLikely, len(all))]
}
