package api

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

// get hangs up an operation that reads.
func get[I, O any](s *service, a huma.API, path, id, about string, do func(context.Context, *I) (*O, error)) {
	huma.Register(a, huma.Operation{OperationID: id, Method: http.MethodGet, Path: Root + path, Summary: about}, func(ctx context.Context, in *I) (*O, error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, s.failed(ctx, err)
		}
		return out, nil
	})
}

// body is an answer of one object.
type body[T any] struct{ Body T }

// page is an answer of many, with where to go on.
type page[T any] struct {
	Body struct {
		Items []T    `json:"items"`
		Next  string `json:"next,omitempty" doc:"the cursor of the next page; none on the last"`
	}
}

func (p *page[T]) fill(items []T, next int64) *page[T] {
	p.Body.Items = items
	if items == nil {
		p.Body.Items = []T{}
	}
	p.Body.Next = cursor(next)
	return p
}

// cursor writes a place to go on from; none is zero.
func cursor(next int64) string {
	if next == 0 {
		return ""
	}
	return strconv.FormatInt(next, 36)
}

// Times are the two questions in time.
type Times struct {
	AsOf    string `query:"as_of" format:"date" doc:"the world on that day"`
	KnownBy string `query:"known_by" format:"date" doc:"only what was known by that day"`
}

func (v *Times) read() (desk.View, error) {
	asOf, err := day(v.AsOf)
	if err != nil {
		return desk.View{}, err
	}
	knownBy, err := day(v.KnownBy)
	return desk.View{AsOf: asOf, KnownBy: knownBy}, err
}

// Slice is a part of many: the describer of the API sees only what is exported.
type Slice struct {
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"500"`
	Cursor string `query:"cursor" doc:"next of the page before"`
}

func (s *Slice) after() (int64, error) {
	if s.Cursor == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(s.Cursor, 36, 64)
	if err != nil || n < 0 {
		return 0, huma.Error422UnprocessableEntity("this cursor comes from no page")
	}
	return n, nil
}

// reportObject is a version of a report.
type reportObject struct {
	ID       demarche.ReportID `json:"id"`
	Version  int               `json:"version"`
	Date     string            `json:"date"`
	Title    string            `json:"title"`
	Outlet   string            `json:"outlet"`
	URL      string            `json:"url"`
	Lang     string            `json:"lang"`
	Replaced string            `json:"replaced,omitempty" doc:"the day on which another version took its place"`
	Taken    string            `json:"taken" doc:"the day on which it was taken in"`
	Text     string            `json:"text,omitempty"`
	Events   []event           `json:"events,omitempty"`
	Log      []correction      `json:"corrections,omitempty"`
}

// correction is a line of the ledger.
type correction struct {
	Event  demarche.EventID `json:"event"`
	Field  string           `json:"field,omitempty"`
	Other  demarche.EventID `json:"other,omitempty"`
	Verb   string           `json:"verb"`
	Value  string           `json:"value,omitempty"`
	At     string           `json:"at"`
	Name   string           `json:"name"`
	Reason string           `json:"reason"`
}

func reportOf(v *desk.Version) reportObject {
	r := reportObject{ID: v.ID, Version: v.Version, Date: v.Date.String(), Title: v.Title, Outlet: v.Outlet, URL: v.URL, Lang: v.Lang, Taken: v.Taken.String(), Text: v.Text}
	if v.KnownTo != "9999-12-31" {
		r.Replaced = v.KnownTo
	}
	for i := range v.Events {
		r.Events = append(r.Events, eventOf(&v.Events[i]))
	}
	for _, e := range v.Log {
		r.Log = append(r.Log, correction{e.Subject, e.Field, e.Other, e.Verb, e.Value, e.At.String(), e.Name, e.Reason})
	}
	return r
}

type hitObject struct {
	Report  demarche.ReportID `json:"report"`
	Version int               `json:"version"`
	Date    string            `json:"date"`
	Outlet  string            `json:"outlet"`
	Title   string            `json:"title"`
	Snippet string            `json:"snippet"`
}

type foundObject struct {
	Reports []hitObject `json:"reports"`
	Events  []event     `json:"events"`
}

type dyadObject struct {
	Dyad   string `json:"dyad"`
	Acts   int64  `json:"acts"`
	Events int64  `json:"events"`
	First  string `json:"first"`
	Last   string `json:"last"`
}

type heldObject struct {
	Name    string              `json:"name"`
	State   demarche.Code       `json:"state"`
	Office  string              `json:"office"`
	From    string              `json:"from"`
	Until   string              `json:"until"`
	Reports []demarche.ReportID `json:"reports"`
}

type countObject struct {
	Of   string `json:"of"`
	Name string `json:"name"`
	N    int64  `json:"n"`
}

// reading hangs up what reads the record.
func (s *service) reading(a huma.API) {
	get(s, a, "/reports", "list-reports", "List versions of reports, the oldest first, without their texts", func(ctx context.Context, in *Slice) (*page[reportObject], error) {
		after, err := in.after()
		if err != nil {
			return nil, err
		}
		all, next, err := s.record().ReportsAfter(ctx, after, in.Limit)
		var items []reportObject
		for _, r := range all {
			o := reportOf(&desk.Version{Report: r})
			o.Text = ""
			items = append(items, o)
		}
		return (&page[reportObject]{}).fill(items, next), err
	})
	get(s, a, "/reports/{id}", "get-report", "All versions of a report, with their events and corrections", func(ctx context.Context, in *struct {
		Times
		ID string `path:"id"`
	}) (*page[reportObject], error) {
		v, err := in.read()
		if err != nil {
			return nil, err
		}
		versions, err := s.record().Report(ctx, demarche.ReportID(in.ID), v)
		var items []reportObject
		for i := range versions {
			items = append(items, reportOf(&versions[i]))
		}
		return (&page[reportObject]{}).fill(items, 0), err
	})
	type eventsInput struct {
		Choice
		Dyad string `query:"dyad" doc:"of two parties, like RUS-USA"`
	}
	get(s, a, "/events", "list-events", "Events, the oldest known first; of those that are picked by type, status or days a page may have fewer", func(ctx context.Context, in *eventsInput) (*page[event], error) {
		dyad, err := s.dyad(ctx, in.Dyad)
		if err != nil {
			return nil, err
		}
		v, within, after, err := in.Choice.read()
		if err != nil {
			return nil, err
		}
		told, next, err := s.record().EventsAfter(ctx, dyad, after, v, in.Limit)
		var items []event
		for i := range told {
			if in.has(told[i].Type, told[i].Status) && within(told[i].Known) {
				items = append(items, eventOf(&told[i]))
			}
		}
		return (&page[event]{}).fill(items, next), err
	})
	type actsInput struct {
		Choice
		Dyad string `path:"dyad" doc:"two parties, like RUS-USA"`
	}
	get(s, a, "/dyads/{dyad}/acts", "list-acts", "Acts between two parties by their days, the last first, with the acts that they answer; as of a day with the statuses of that day", func(ctx context.Context, in *actsInput) (*page[act], error) {
		dyad, err := s.dyad(ctx, in.Dyad)
		if err != nil {
			return nil, err
		}
		v, within, after, err := in.Choice.read()
		if err != nil {
			return nil, err
		}
		all, err := s.record().Between(ctx, dyad, v)
		var items []act
		next := int64(0)
		for n := min(int(after), len(all)); n < len(all); n++ {
			x, ok := all[n], true
			if !v.AsOf.IsZero() {
				x.Status, ok = desk.On(&x, v.AsOf)
			}
			if !ok || !in.has(x.Type, x.Status) || !within(x.Day()) {
				continue
			}
			if len(items) == in.Limit {
				next = int64(n)
				break
			}
			items = append(items, actOf(&x))
		}
		return (&page[act]{}).fill(items, next), err
	})
	get(s, a, "/acts/{id}", "get-act", "One act, by its id or that of an event that tells it", func(ctx context.Context, in *struct {
		ID string `path:"id"`
	}) (*body[act], error) {
		found, _, err := s.record().ActAmong(ctx, demarche.ActID(in.ID))
		return &body[act]{actOf(&found)}, err
	})
	get(s, a, "/dyads", "list-dyads", "All pairs of parties, the busiest first", func(ctx context.Context, in *Times) (*page[dyadObject], error) {
		v, err := in.read()
		if err != nil {
			return nil, err
		}
		all, err := s.record().Dyads(ctx, v)
		var items []dyadObject
		for _, d := range all {
			items = append(items, dyadObject{d.Name, d.Acts, d.Events, d.First, d.Last})
		}
		return (&page[dyadObject]{}).fill(items, 0), err
	})
	type briefInput struct {
		Times
		Dyad    string   `path:"dyad" doc:"two parties, like RUS-USA"`
		Section []string `query:"section" doc:"only these sections, such as docket"`
	}
	get(s, a, "/dyads/{dyad}/brief", "get-brief", "Where things stand between two parties, each line with what it rests on", func(ctx context.Context, in *briefInput) (*body[brief], error) {
		x, y, err := s.parties(ctx, in.Dyad)
		if err != nil {
			return nil, err
		}
		v, err := in.read()
		if err != nil {
			return nil, err
		}
		play, err := s.record().Play(ctx, x, y, v)
		if err != nil {
			return nil, err
		}
		made := play.Brief
		made.Sections = slices.DeleteFunc(slices.Clone(made.Sections), func(part desk.Section) bool { return !picked(in.Section, part.Name) })
		return &body[brief]{briefOf(&made)}, nil
	})
	type wordsInput struct {
		Times
		Q     string `query:"q" required:"true" minLength:"1" doc:"words; those in quotation marks stand together, a word after a minus must not be there"`
		From  string `query:"from" format:"date"`
		To    string `query:"to" format:"date"`
		Limit int    `query:"limit" default:"50" minimum:"1" maximum:"500"`
	}
	get(s, a, "/search", "search", "The newest reports and events with certain words", func(ctx context.Context, in *wordsInput) (*body[foundObject], error) {
		v, err := in.read()
		if err != nil {
			return nil, err
		}
		from, err := day(in.From)
		if err != nil {
			return nil, err
		}
		to, err := day(in.To)
		if err != nil {
			return nil, err
		}
		reports, told, err := s.record().Search(ctx, in.Q, desk.Page{View: v, From: from, To: to, Limit: in.Limit})
		o := foundObject{[]hitObject{}, []event{}}
		for _, h := range reports {
			o.Reports = append(o.Reports, hitObject{h.ID, h.Version, h.Date, h.Outlet, h.Title, h.Snippet})
		}
		for i := range told {
			o.Events = append(o.Events, eventOf(&told[i]))
		}
		return &body[foundObject]{o}, err
	})
	type registerInput struct {
		Times
		Surname string `query:"surname"`
	}
	get(s, a, "/register", "list-register", "Persons with their offices, as reports name them", func(ctx context.Context, in *registerInput) (*page[heldObject], error) {
		v, err := in.read()
		if err != nil {
			return nil, err
		}
		all, err := s.record().Register(ctx, in.Surname, v)
		var items []heldObject
		for _, h := range all {
			items = append(items, heldObject{h.Name, h.State, h.Office, h.From.String(), h.Until.String(), h.Reports})
		}
		return (&page[heldObject]{}).fill(items, 0), err
	})
	get(s, a, "/stats", "get-stats", "Counts of events by type, status and month, and of reports by outlet", func(ctx context.Context, in *Times) (*page[countObject], error) {
		v, err := in.read()
		if err != nil {
			return nil, err
		}
		all, err := s.record().Stats(ctx, v)
		var items []countObject
		for _, c := range all {
			items = append(items, countObject{c.Of, c.Name, c.N})
		}
		return (&page[countObject]{}).fill(items, 0), err
	})
}

// picked says whether a word is among those wanted; where none are, all are.
func picked(wanted []string, word string) bool {
	return len(wanted) == 0 || slices.Contains(wanted, word)
}
