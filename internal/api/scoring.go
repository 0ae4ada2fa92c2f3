package api

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

// givenEvent is an event that is sent. It needs no more than people write.
type givenEvent json.RawMessage

// UnmarshalJSON keeps the event as it was sent.
func (e *givenEvent) UnmarshalJSON(text []byte) error {
	*e = slices.Clone(text)
	return nil
}

// Schema tells what is needed of an event; the rest is that of [event].
func (givenEvent) Schema(r huma.Registry) *huma.Schema {
	return shared(r, "GivenEvent", func() *huma.Schema {
		return object([]string{"report", "type", "actor", "recipient", "status"}, map[string]*huma.Schema{
			"report": text(""), "type": text("of the codebook"), "actor": list(text("")), "recipient": list(text("")), "status": text("of the codebook"),
		})
	})
}

// readEvents reads events that are sent; name is what an error calls them.
func readEvents(name string, sent []givenEvent) (*desk.EventFile, error) {
	var lines []byte
	for _, e := range sent {
		lines = append(appendJSON(lines, json.RawMessage(e)), '\n') // on one line each
	}
	file, err := desk.ReadEvents(name, lines)
	if err != nil {
		return nil, huma.Error422UnprocessableEntity(err.Error())
	}
	return file, nil
}

// figures are those of the verb score with --json.
type figures json.RawMessage

// MarshalJSON gives the figures as they are.
func (f figures) MarshalJSON() ([]byte, error) { return f, nil }

// Schema tells of the figures.
func (figures) Schema(r huma.Registry) *huma.Schema {
	return shared(r, "Figures", func() *huma.Schema {
		number := func() *huma.Schema { return &huma.Schema{Type: "number"} }
		prf := object([]string{"p", "r", "f1", "hit", "found", "gold"}, map[string]*huma.Schema{
			"p": number(), "r": number(), "f1": number(), "hit": whole(""), "found": whole(""), "gold": whole("")})
		of := map[string]*huma.Schema{"event": prf, "strict": prf, "status": object([]string{"accuracy", "of"}, map[string]*huma.Schema{"accuracy": number(), "of": whole("")})}
		for _, slot := range desk.Slots() {
			of[slot] = prf
		}
		return object([]string{"event", "strict", "status"}, of)
	})
}

// groupObject is the figures of one type, report or status.
type groupObject struct {
	Name    string  `json:"name"`
	Figures figures `json:"figures"`
}

// slipObject is a field that is wrong in an event that was found.
type slipObject struct {
	Report demarche.ReportID  `json:"report"`
	Type   demarche.EventType `json:"type"`
	Slot   string             `json:"slot"`
	Gold   string             `json:"gold"`
	Found  string             `json:"found"`
}

// scoreObject is how events compare with gold.
type scoreObject struct {
	Figures  figures             `json:"figures"`
	LeftOut  int                 `json:"left_out" doc:"found events of reports that gold does not have"`
	NotRead  []demarche.ReportID `json:"not_read" doc:"reports that gold has, and that were neither sent nor told of by an event; theirs count as missed"`
	Refused  []string            `json:"refused"`
	Groups   []groupObject       `json:"groups,omitempty"`
	Missed   []event             `json:"missed,omitempty"`
	Spurious []event             `json:"spurious,omitempty"`
	Slips    []slipObject        `json:"slips,omitempty"`
}

// scoring hangs up what judges events against gold.
func (p passer) scoring() {
	type scoreInput struct {
		By     string `query:"by" enum:"type,report,status" doc:"judge each of these for itself too"`
		Errors bool   `query:"errors" doc:"each event that is missed or spurious, and each field that is wrong"`
		Body   struct {
			Gold    []givenEvent        `json:"gold" maxItems:"5000" doc:"events as people have found them"`
			Without []demarche.ReportID `json:"without,omitempty" maxItems:"5000" doc:"reports that gold has no event of"`
			Events  []givenEvent        `json:"events,omitempty" maxItems:"5000" doc:"that are judged"`
			Reports []sentReport        `json:"reports,omitempty" maxItems:"1000" doc:"that are coded, and what comes out judged"`
		}
	}
	pass(p, http.MethodPost, "/score", "score", "Judge events, or what reports are coded into, against those that people have found; nothing is kept", func(ctx context.Context, in *scoreInput) (*body[scoreObject], error) {
		reports := sentReports{in.Body.Reports}
		if err := reports.short(); err != nil {
			return nil, err
		}
		gold, err := readEvents("gold", in.Body.Gold)
		if err != nil {
			return nil, err
		}
		for _, id := range in.Body.Without {
			gold.Reports[id] = true
		}
		given, err := readEvents("events", in.Body.Events)
		if err != nil {
			return nil, err
		}
		o := scoreObject{NotRead: []demarche.ReportID{}, Refused: []string{}}
		texts := map[demarche.ReportID]string{}
		found := given.Events
		if o.Refused, err = drain(p.Desk.Code(ctx, reports.read(), 1, func(dst []byte, c *desk.Coding) []byte {
			texts[c.Report.ID] = c.Report.Text
			found = append(found, c.Events...)
			return dst
		})); err != nil {
			return nil, err
		}
		for id := range gold.Reports {
			if _, ok := texts[id]; !ok && !given.Reports[id] {
				o.NotRead = append(o.NotRead, id)
			}
		}
		slices.Sort(o.NotRead)
		j, err := desk.Score(gold, found)
		if err != nil {
			return nil, huma.Error422UnprocessableEntity(err.Error())
		}
		o.Figures, o.LeftOut = figures(j.AppendJSON(nil)), j.LeftOut
		for _, g := range j.By(in.By) {
			o.Groups = append(o.Groups, groupObject{g.Name, figures(g.Score.AppendJSON(nil))})
		}
		if in.Errors {
			o.Missed, o.Spurious = quoted(j.Missed, texts), quoted(j.Spurious, texts)
			for _, x := range j.Slips() {
				o.Slips = append(o.Slips, slipObject{x.Gold.Report, x.Gold.Type, x.Slot, x.Want, x.Value})
			}
		}
		return &body[scoreObject]{o}, nil
	})
}

// quoted writes events with their words, where the texts of their reports are there.
func quoted(events []*demarche.Event, texts map[demarche.ReportID]string) (all []event) {
	for _, e := range events {
		coded := demarche.Coded{Event: *e}
		if text := texts[e.Report]; e.Span.Start >= 0 && e.Span.Start <= e.Span.End && e.Span.End <= len(text) {
			coded = demarche.Quote(*e, text)
		}
		all = append(all, coded.AppendJSON(nil))
	}
	return all
}
