package web

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"unicode"

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
		if p.Persons, err = s.persons(r.Context(), p.Asked, desk.View{KnownBy: knownBy}); err != nil {
			return err
		}
	}
	return s.show(w, r, http.StatusOK, "search", "Search", p)
}

// persons finds those whose surname is the last of some words, and whose name has the
// others.
func (s *site) persons(ctx context.Context, asked string, v desk.View) ([]desk.Held, error) {
	words := strings.Fields(strings.ReplaceAll(asked, `"`, " "))
	if len(words) == 0 {
		return nil, nil
	}
	surname := []rune(words[len(words)-1])
	surname[0] = unicode.ToUpper(surname[0])
	all, err := s.Record.Register(ctx, string(surname), v)
	return slices.DeleteFunc(all, func(h desk.Held) bool {
		name := strings.ToLower(h.Name)
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, strings.ToLower(w)) })
	}), err
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
