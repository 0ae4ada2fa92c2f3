package web

import (
	"net/http"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

// searchPage is what was found.
type searchPage struct {
	Asked   string
	Reports []hit
	Events  []demarche.Telling
	Persons []desk.Held
	Most    int
}

// hit is a report that was found, its words parted where they are marked.
type hit struct {
	desk.Hit
	Parts []part
}

type part struct {
	Words string
	Found bool
}

// mostFound is how many reports, and how many events, a search shows.
const mostFound = 50

func (s *site) search(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	p := searchPage{Asked: strings.TrimSpace(q.Get("q")), Most: mostFound}
	if p.Asked != "" {
		knownBy, err := dayParam(q, "known_by")
		if err != nil {
			return err
		}
		reports, told, err := s.Record.Search(r.Context(), p.Asked, desk.Page{View: desk.View{KnownBy: knownBy}, Limit: mostFound})
		if err != nil {
			return err
		}
		p.Events = told
		for _, h := range reports {
			p.Reports = append(p.Reports, hit{h, parts(h.Snippet)})
		}
		if !strings.ContainsAny(p.Asked, " \"") {
			surname := strings.ToUpper(p.Asked[:1]) + p.Asked[1:]
			if p.Persons, err = s.Record.Register(r.Context(), surname, desk.View{KnownBy: knownBy}); err != nil {
				return err
			}
		}
	}
	return s.show(w, r, http.StatusOK, "search", "Search", p)
}

// parts parts a snippet at the signs that stand round what was found.
func parts(snippet string) (all []part) {
	for i, piece := range strings.Split(snippet, "«") {
		found, rest, ok := strings.Cut(piece, "»")
		if i == 0 || !ok {
			all = append(all, part{Words: piece})
			continue
		}
		all = append(all, part{found, true}, part{Words: rest})
	}
	return all
}

// registerPage is the persons whom reports name with an office.
type registerPage struct {
	Surname, AsOf, KnownBy string
	Held                   []desk.Held
}

func (s *site) register(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	asOf, err := dayParam(q, "as_of")
	if err != nil {
		return err
	}
	knownBy, err := dayParam(q, "known_by")
	if err != nil {
		return err
	}
	p := registerPage{Surname: strings.TrimSpace(q.Get("surname")), AsOf: asOf.String(), KnownBy: knownBy.String()}
	if p.Held, err = s.Record.Register(r.Context(), p.Surname, desk.View{AsOf: asOf, KnownBy: knownBy}); err != nil {
		return err
	}
	return s.show(w, r, http.StatusOK, "register", "Register", p)
}
