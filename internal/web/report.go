package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

// reportPage is a report with its coded spans marked.
type reportPage struct {
	Version  desk.Version
	Versions []desk.Version
	Latest   bool
	Events   []codedEvent
	Text     []piece
	Why      bool // the trees of the sentences are shown
}

// codedEvent is an event of the report as the page lists it.
type codedEvent struct {
	demarche.Telling
	N        int
	Rejected *desk.Correction // by whom and why
	Log      []desk.Correction
	Tree     string   // of its sentence, where that is asked for
	Undo     []string // fields whose last correction can be taken back
	OnAct    bool     // it is shown on the page of its act
}

// Class is how the mark of the event looks.
func (e codedEvent) Class() string {
	if e.Rejected != nil {
		return "mark rejected"
	}
	return "mark"
}

// piece is a part of the text: words, or the beginning or the end of a mark.
type piece struct {
	Words string
	Open  *codedEvent // a mark begins
	Again bool        // it has begun before: it goes on after a mark that crosses it
	Close bool        // a mark ends
	Found bool        // the words of a remark begin
}

func (s *site) report(w http.ResponseWriter, r *http.Request) error {
	versions, err := s.Record.Report(r.Context(), demarche.ReportID(r.PathValue("id")), desk.View{})
	if err != nil {
		return err
	}
	at := len(versions) - 1
	if n := r.URL.Query().Get("version"); n != "" {
		k, err := strconv.Atoi(n)
		if err != nil || k < 1 || k > len(versions) {
			return &fault{http.StatusNotFound, "The report has no such version."}
		}
		at = k - 1
	}
	v := versions[at]
	p := reportPage{Version: v, Versions: versions, Latest: at == len(versions)-1, Events: codedEvents(v.Events, v.Log)}
	p.Text = pieces(v.Text, p.Events, found(v.Text, r.URL.Query()))
	if p.Why = r.URL.Query().Get("why") != ""; p.Why {
		trees, err := s.Desk.Trees(r.Context(), v.Report.Report)
		if err != nil {
			return err
		}
		for i := range p.Events {
			p.Events[i].Tree = trees[p.Events[i].Sentence]
		}
	}
	title := cmp.Or(v.Title, string(v.ID))
	return s.show(w, r, http.StatusOK, "report", title, p)
}

// codedEvents are events with what analysts have done to them.
func codedEvents(told []demarche.Telling, log []desk.Correction) []codedEvent {
	all := make([]codedEvent, len(told))
	for i := range told {
		e := &all[i]
		e.Telling, e.N = told[i], i+1
		for _, x := range log {
			if x.Other == e.ID { // a tie, seen from its other end
				x.Subject, x.Other = x.Other, x.Subject
			}
			if x.Subject != e.ID || slices.Contains(e.Log, x) {
				continue
			}
			e.Log = append(e.Log, x)
			switch {
			case x.Field == "":
				e.Rejected = nil
				if x.Verb == "retract" {
					e.Rejected = &x
				}
			case x.Field != "act" && !slices.Contains(e.Undo, x.Field):
				e.Undo = append(e.Undo, x.Field)
			}
		}
	}
	return all
}

// found is the part of a text that an address asks for: by its bytes, "?at=120-135", or as
// the first place of some words, "?words=a week"; empty where there is none.
func found(text string, asked url.Values) (part demarche.Span) {
	if words := asked.Get("words"); words != "" {
		if at := strings.Index(text, words); at >= 0 {
			return demarche.Span{Start: at, End: at + len(words)}
		}
	}
	if n, err := fmt.Sscanf(asked.Get("at"), "%d-%d", &part.Start, &part.End); n < 2 || err != nil || part.Start < 0 || part.Start > part.End || part.End > len(text) {
		return demarche.Span{}
	}
	return part
}

// pieces cuts a text where marks begin and end, found being one that is asked for. Marks
// that lie within each other are nested; of two that cross, one is closed and opened again.
func pieces(text string, events []codedEvent, found demarche.Span) (all []piece) {
	cuts := []int{0, len(text)}
	for i := range events {
		if sp := events[i].Span; sp.End <= len(text) {
			cuts = append(cuts, sp.Start, sp.End)
		}
	}
	if found.Len() > 0 {
		cuts = append(cuts, found.Start, found.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	const remark = -1
	var open []int
	begun := map[int]bool{}
	for n, at := range cuts {
		end := len(text)
		if n+1 < len(cuts) {
			end = cuts[n+1]
		}
		var want []int
		if found.Start <= at && at < found.End {
			want = append(want, remark)
		}
		for i := range events {
			if sp := events[i].Span; sp.Start <= at && at < sp.End && sp.End <= len(text) {
				want = append(want, i)
			}
		}
		slices.SortStableFunc(want, func(a, b int) int {
			if a == remark || b == remark {
				return cmp.Compare(a, b)
			}
			return cmp.Or(cmp.Compare(events[a].Span.Start, events[b].Span.Start), cmp.Compare(events[b].Span.End, events[a].Span.End))
		})
		same := 0
		for same < len(open) && same < len(want) && open[same] == want[same] {
			same++
		}
		for range open[same:] {
			all = append(all, piece{Close: true})
		}
		for _, i := range want[same:] {
			p := piece{Again: begun[i], Found: i == remark}
			if i != remark {
				p.Open = &events[i]
			}
			begun[i] = true
			all = append(all, p)
		}
		open = want
		if at < end {
			all = append(all, piece{Words: text[at:end]})
		}
	}
	return all
}
