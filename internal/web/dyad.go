package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

var dyadPath = regexp.MustCompile(`^([A-Za-z]{3})-([A-Za-z]{3})$`)

// controls are what the reader of a dyad's page has chosen; all of it stands in the
// address.
type controls struct {
	AsOf, KnownBy, From, To string
	Kinds                   []choice
	Statuses                []choice
}

// choice is a box to tick.
type choice struct {
	Name, Title string
	On          bool
}

// dyadPage is the state of play between two parties.
type dyadPage struct {
	A, B     demarche.Code
	Path     string
	Controls controls
	Known    bool // the record has anything of the two
	Brief    desk.Brief
	Chart    chart
	Acts     []standing
	All      int
	Years    []year
}

// year is a link to what was in a year.
type year struct {
	Name, Href string
	On         bool
}

// standing is an act with its status on the day of the page.
type standing struct {
	*demarche.Act
	Now demarche.Status
}

// mostActs is how many acts a page lists, and how many marks it draws.
const mostActs = 150

// dayParam reads a day of the address; none is the zero day.
func dayParam(q url.Values, name string) (demarche.Day, error) {
	text := q.Get(name)
	if text == "" {
		return demarche.Day{}, nil
	}
	d, err := demarche.ParseDay(text)
	if err != nil {
		return d, &fault{http.StatusBadRequest, sentence(err.Error())}
	}
	return d, nil
}

func (s *site) dyad(w http.ResponseWriter, r *http.Request) error {
	m := dyadPath.FindStringSubmatch(r.PathValue("dyad"))
	if m == nil {
		return &fault{http.StatusNotFound, "There is no such page. A pair of States is written like RUS-USA."}
	}
	p := dyadPage{A: demarche.Code(strings.ToUpper(m[1])), B: demarche.Code(strings.ToUpper(m[2]))}
	p.Path = "/" + string(p.A) + "-" + string(p.B)
	if r.URL.Path != p.Path {
		http.Redirect(w, r, p.Path+"?"+r.URL.RawQuery, http.StatusMovedPermanently)
		return nil
	}
	if p.A == p.B {
		return &fault{http.StatusNotFound, "A State has no dealings with itself: name two."}
	}
	for _, c := range []demarche.Code{p.A, p.B} {
		if _, err := s.Record.Party(r.Context(), s.names, string(c)); err != nil {
			return err
		}
	}
	q := r.URL.Query()
	var days [4]demarche.Day
	for i, name := range []string{"as_of", "known_by", "from", "to"} {
		var err error
		if days[i], err = dayParam(q, name); err != nil {
			return err
		}
	}
	v := desk.View{AsOf: days[0], KnownBy: days[1]}
	p.Controls = controls{AsOf: v.AsOf.String(), KnownBy: v.KnownBy.String(), From: days[2].String(), To: days[3].String()}
	picked := func(param, name string) bool { return len(q[param]) == 0 || slices.Contains(q[param], name) }
	for _, k := range kinds {
		p.Controls.Kinds = append(p.Controls.Kinds, choice{k.Name, k.Title, picked("kind", k.Name)})
	}
	for _, st := range demarche.Statuses {
		p.Controls.Statuses = append(p.Controls.Statuses, choice{string(st), string(st), picked("status", string(st))})
	}
	play, err := s.Record.On(s.Today()).Play(r.Context(), p.A, p.B, v)
	if err != nil {
		return err
	}
	made, acts := play.Brief, play.Between
	p.Brief, p.Known = made, len(acts) > 0
	var shown []standing
	years := map[int]bool{}
	for i := range acts {
		a := &acts[i]
		now, ok := desk.On(a, made.AsOf)
		if !ok {
			continue
		}
		years[a.Day().Year] = true
		d := a.Day()
		if !picked("kind", kindOf(a.Type).Name) || !picked("status", string(now)) ||
			!days[2].IsZero() && d.Before(days[2]) || !days[3].IsZero() && days[3].Before(d) {
			continue
		}
		shown = append(shown, standing{a, now})
	}
	slices.SortStableFunc(shown, func(a, b standing) int {
		return cmp.Or(b.Day().Compare(a.Day()), strings.Compare(string(b.ID), string(a.ID)))
	})
	p.All = len(shown)
	p.Chart = s.draw(p.A, p.B, shown, days[2], days[3])
	p.Acts = shown[:min(mostActs, len(shown))]
	p.Years = yearLinks(p.Path, q, years, days[2], days[3])
	return s.show(w, r, http.StatusOK, "dyad", s.name(p.A)+" and "+s.name(p.B), p)
}

// yearLinks are links to the years in which something was, and to all.
func yearLinks(path string, q url.Values, years map[int]bool, from, to demarche.Day) []year {
	link := func(from, to string) string {
		next := url.Values{}
		for k, v := range q {
			next[k] = v
		}
		next.Del("from")
		next.Del("to")
		if from != "" {
			next.Set("from", from)
			next.Set("to", to)
		}
		return path + "?" + next.Encode() + "#chart"
	}
	all := []year{{"all years", link("", ""), from.IsZero() && to.IsZero()}}
	var in []int
	for y := range years {
		in = append(in, y)
	}
	slices.Sort(in)
	const most = 24
	for _, y := range in[max(0, len(in)-most):] {
		p := demarche.YearOf(y)
		all = append(all, year{fmt.Sprint(y), link(p.From.String(), p.Last().String()), p.From == from && p.Last() == to})
	}
	return all
}
