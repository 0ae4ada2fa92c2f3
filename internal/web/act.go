package web

import (
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
	return s.show(w, r, http.StatusOK, "act", s.prose(desk.Phrase(&a, a.Status)), p)
}
