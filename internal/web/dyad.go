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
	Kinds                   []kindChoice
	Statuses                []choice
	Chosen                  string // what is ticked, in words
}

// choice is a box to tick.
type choice struct {
	Name, Title string
	On          bool
	N           int // of acts
}

// kindChoice is a box for a kind of acts, with one for each of its types.
type kindChoice struct {
	choice
	Types []choice
}

// picks are the kinds, types and statuses that are asked for; where none is, all are.
type picks struct{ kinds, types, statuses []string }

// readPicks reads them from the address, and refuses what there is not.
func readPicks(q url.Values) (picks, error) {
	p := picks{q["kind"], q["type"], q["status"]}
	for _, k := range p.kinds {
		if !slices.ContainsFunc(kinds, func(x kind) bool { return x.Name == k }) {
			return p, &fault{http.StatusBadRequest, fmt.Sprintf("%q is no kind of acts.", k)}
		}
	}
	for _, t := range p.types {
		if !slices.Contains(demarche.EventTypes, demarche.EventType(t)) {
			return p, &fault{http.StatusBadRequest, fmt.Sprintf("%q is no type of acts.", t)}
		}
	}
	for _, st := range p.statuses {
		if !slices.Contains(demarche.Statuses, demarche.Status(st)) {
			return p, &fault{http.StatusBadRequest, fmt.Sprintf("%q is no status of an act.", st)}
		}
	}
	return p, nil
}

// has says whether an act of a type and status is asked for: a kind stands for all its
// types.
func (p picks) has(t demarche.EventType, st demarche.Status) bool {
	typed := len(p.kinds)+len(p.types) == 0 || slices.Contains(p.types, string(t)) || slices.Contains(p.kinds, kindOf(t).Name)
	return typed && (len(p.statuses) == 0 || slices.Contains(p.statuses, string(st)))
}

// choices are the boxes for what acts there are, and for what is asked for.
func (c *controls) choices(p picks, types map[demarche.EventType]int, statuses map[demarche.Status]int) {
	var chosen []string
	box := func(name, title string, on bool, n int) choice {
		if on {
			chosen = append(chosen, title)
		}
		return choice{name, title, on, n}
	}
	for _, k := range kinds {
		kc := kindChoice{choice: box(k.Name, k.Title, slices.Contains(p.kinds, k.Name), 0)}
		for _, t := range k.types {
			on := slices.Contains(p.types, string(t))
			if n := types[t]; n > 0 || on {
				kc.Types = append(kc.Types, box(string(t), strings.ReplaceAll(string(t), "_", " "), on, n))
			}
		}
		if kc.On || len(kc.Types) > 0 {
			c.Kinds = append(c.Kinds, kc)
		}
	}
	for _, st := range demarche.Statuses {
		on := slices.Contains(p.statuses, string(st))
		if n := statuses[st]; n > 0 || on {
			c.Statuses = append(c.Statuses, box(string(st), string(st), on, n))
		}
	}
	c.Chosen = strings.Join(chosen, ", ")
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
	All      int // acts that are asked for
	Total    int
	Years    []year
	Last     demarche.Day // of the last report, where that is long before the day of the page
	Words    demarche.Day // since when words are shown, where the record has older acts
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
	picked, err := readPicks(q)
	if err != nil {
		return err
	}
	play, err := s.Record.On(s.Today()).Play(r.Context(), p.A, p.B, v)
	if err != nil {
		return err
	}
	made, acts := play.Brief, play.Between
	p.Brief, p.Known = made, len(acts) > 0
	var shown []standing
	years := map[int]bool{}
	types, statuses := map[demarche.EventType]int{}, map[demarche.Status]int{}
	for i := range acts {
		a := &acts[i]
		now, ok := desk.On(a, made.AsOf)
		if !ok {
			continue
		}
		years[a.Day().Year] = true
		types[a.Type]++
		statuses[now]++
		p.Total++
		d := a.Day()
		if !picked.has(a.Type, now) || !days[2].IsZero() && d.Before(days[2]) || !days[3].IsZero() && days[3].Before(d) {
			continue
		}
		shown = append(shown, standing{a, now})
	}
	p.Controls.choices(picked, types, statuses)
	p.hint(play, v)
	slices.SortStableFunc(shown, func(a, b standing) int {
		return cmp.Or(b.Day().Compare(a.Day()), strings.Compare(string(b.ID), string(a.ID)))
	})
	p.All = len(shown)
	p.Chart = s.draw(p.A, p.B, shown, days[2], days[3])
	p.Acts = shown[:min(mostActs, len(shown))]
	p.Years = yearLinks(p.Path, q, years, days[2], days[3])
	return s.show(w, r, http.StatusOK, "dyad", s.name(p.A)+" and "+s.name(p.B), p)
}

// pair leads to the page of two parties that are named by codes or by names.
func (s *site) pair(w http.ResponseWriter, r *http.Request) error {
	var two [2]demarche.Code
	for i, name := range []string{"a", "b"} {
		text := strings.TrimSpace(r.URL.Query().Get(name))
		for c, called := range s.names {
			if strings.EqualFold(called, text) {
				text = string(c)
				break
			}
		}
		var err error
		if two[i], err = s.Record.Party(r.Context(), s.names, text); err != nil {
			return err
		}
	}
	http.Redirect(w, r, "/"+string(two[0])+"-"+string(two[1]), http.StatusSeeOther)
	return nil
}

// hint tells a reader who set no day what the page does not show for that.
func (p *dyadPage) hint(play desk.Play, v desk.View) {
	const long = 60 // days
	var last demarche.Day
	for i := range play.Between {
		a := &play.Between[i]
		for _, t := range a.Tellings {
			if last.Before(t.Known) {
				last = t.Known
			}
		}
		if a.Known.Before(play.WordsSince()) {
			p.Words = play.WordsSince()
		}
	}
	if v.AsOf.IsZero() && last.Plus(long).Before(play.AsOf) {
		p.Last = last
	}
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
