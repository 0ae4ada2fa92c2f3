package api

import (
	"context"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"demarche"
	"demarche/internal/desk"
	ics "github.com/arran4/golang-ical"
	"github.com/danielgtaylor/huma/v2"
)

// due gives what has a deadline, or is planned for a day: of two parties all of it, of
// all what lies ahead.
func (s *service) due(ctx context.Context, dyad string) ([]demarche.Act, error) {
	if dyad == "" {
		return s.record().Ahead(ctx)
	}
	all, err := s.record().Between(ctx, dyad, desk.View{})
	var acts []demarche.Act
	for _, a := range all {
		if !a.Deadline.IsZero() || a.Status == demarche.Planned && !a.Date.IsZero() {
			acts = append(acts, a)
		}
	}
	return acts, err
}

// mostNews is how many acts a feed has.
const mostNews = 100

func midnight(d demarche.Day) time.Time {
	return time.Date(d.Year, d.Month, d.Date, 0, 0, 0, 0, time.UTC)
}

// base is where the pages stand, as the reader of a feed must call them.
func base(r *http.Request) string { return "http://" + r.Host }

// calendar writes deadlines and plans as iCalendar.
func (s *service) calendar(w http.ResponseWriter, r *http.Request) error {
	dyad, err := s.dyad(r.Context(), r.URL.Query().Get("dyad"))
	if err != nil {
		return err
	}
	acts, err := s.due(r.Context(), dyad)
	if err != nil {
		return err
	}
	c := ics.NewCalendar()
	c.SetProductId("-//Demarche//Docket//EN")
	c.SetName(strings.TrimSpace("Docket " + dyad))
	for i := range acts {
		a := &acts[i]
		p := a.Deadline
		if p.IsZero() {
			p = a.Date
		}
		e := c.AddEvent(string(a.ID) + "@demarche")
		e.SetDtStampTime(midnight(a.Known))
		e.SetAllDayStartAt(midnight(p.From))
		e.SetAllDayEndAt(midnight(p.Until))
		e.SetSummary(s.prose(desk.Phrase(a, a.Status)))
		var said []string
		for _, t := range a.Tellings {
			said = append(said, fmt.Sprintf("%s, %v: %s", t.Report, t.Known, strings.Join(strings.Fields(t.Evidence), " ")))
		}
		e.SetDescription(strings.Join(said, "\n"))
		e.SetURL(base(r) + "/act/" + url.PathEscape(string(a.ID)))
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	return c.SerializeTo(w, ics.WithNewLineWindows)
}

// prose gives a sentence with names in the place of codes.
func (s *service) prose(text string) string {
	fields := strings.Fields(text)
	for i, f := range fields {
		if name, ok := s.Desk.Names()[demarche.Code(strings.TrimRight(f, ":,"))]; ok {
			fields[i] = name + f[len(strings.TrimRight(f, ":,")):]
		}
	}
	return strings.Join(fields, " ")
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Link    atomLink    `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// atom writes the acts that became known last.
func (s *service) atom(w http.ResponseWriter, r *http.Request) error {
	dyad, err := s.dyad(r.Context(), r.URL.Query().Get("dyad"))
	if err != nil {
		return err
	}
	var acts []demarche.Act
	if dyad == "" {
		o, err := s.record().Overview(r.Context(), mostNews)
		if err != nil {
			return err
		}
		acts = o.Newest
	} else {
		all, err := s.record().Between(r.Context(), dyad, desk.View{})
		if err != nil {
			return err
		}
		acts = slices.Clone(all)
		slices.SortStableFunc(acts, func(a, b demarche.Act) int { return last(&b).Compare(last(&a)) })
		acts = acts[:min(mostNews, len(acts))]
	}
	const stamp = "2006-01-02T15:04:05Z"
	f := atomFeed{ID: "urn:demarche:acts:" + dyad, Title: strings.TrimSpace("Acts " + dyad), Author: "Demarche", Link: atomLink{"self", base(r) + r.URL.RequestURI()}, Updated: midnight(s.Today()).Format(stamp)}
	if len(acts) > 0 {
		f.Updated = midnight(last(&acts[0])).Format(stamp)
	}
	for i := range acts {
		a := &acts[i]
		said := ""
		if n := len(a.Tellings); n > 0 {
			said = strings.Join(strings.Fields(a.Tellings[n-1].Evidence), " ")
		}
		f.Entries = append(f.Entries, atomEntry{
			"urn:demarche:act:" + string(a.ID), s.prose(desk.Phrase(a, a.Status)) + " (" + string(a.Status) + ")", midnight(last(a)).Format(stamp),
			atomLink{"", base(r) + "/act/" + url.PathEscape(string(a.ID))}, said,
		})
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	w.Write([]byte(xml.Header))
	return xml.NewEncoder(w).Encode(f)
}

// last is the day of the last report that tells an act.
func last(a *demarche.Act) demarche.Day {
	d := a.Known
	for _, t := range a.Tellings {
		if d.Before(t.Known) {
			d = t.Known
		}
	}
	return d
}

// exports are the files that the record is written as.
var exports = map[string]struct{ format, kind string }{
	"events.csv":       {"csv", "text/csv; charset=utf-8"},
	"events.jsonl":     {"jsonl", "application/jsonl"},
	"acts.jsonl":       {"acts", "application/jsonl"},
	"events.parquet":   {"parquet", "application/vnd.apache.parquet"},
	"events.gdelt.tsv": {"gdelt", "text/tab-separated-values; charset=utf-8"},
	"events.icews.tsv": {"icews", "text/tab-separated-values; charset=utf-8"},
	"plover.jsonl":     {"plover", "application/jsonl"},
}

// export sends the record as a file.
func (s *service) export(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("file")
	x, ok := exports[name]
	if !ok {
		return huma.Error404NotFound("there is no such file: see the page on data")
	}
	dyad, err := s.dyad(r.Context(), r.URL.Query().Get("dyad"))
	if err != nil {
		return err
	}
	knownBy, err := day(r.URL.Query().Get("known_by"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", x.kind)
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	err = s.record().Export(r.Context(), w, x.format, dyad, desk.View{KnownBy: knownBy}, s.Desk.Names())
	if err != nil && r.Context().Err() == nil {
		s.Log.Error("export failed", "file", name, "err", err)
		panic(http.ErrAbortHandler) // so that the reader sees that it is cut off
	}
	return nil
}
