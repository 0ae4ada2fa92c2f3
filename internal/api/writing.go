package api

import (
	"context"
	"net/http"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

// sentReport is a report as it is sent: what JSON lines have.
type sentReport struct {
	ID       string `json:"id" minLength:"1"`
	Date     string `json:"date" format:"date"`
	Text     string `json:"text" minLength:"1"`
	Title    string `json:"title,omitempty"`
	Outlet   string `json:"outlet,omitempty"`
	URL      string `json:"url,omitempty"`
	Lang     string `json:"lang,omitempty"`
	Replaces string `json:"replaces,omitempty" doc:"the id of the report that it corrects"`
}

type outcomeObject struct {
	Report    demarche.ReportID `json:"report"`
	Unchanged bool              `json:"unchanged" doc:"it was in the record"`
	Replaced  bool              `json:"replaced" doc:"it took another's place"`
	Events    int               `json:"events"`
	NewActs   int               `json:"new_acts"`
}

type addedObject struct {
	Outcomes []outcomeObject `json:"outcomes"`
	Refused  []string        `json:"refused"`
}

// wanted is a correction that is asked for.
type wanted struct {
	Do     string   `json:"do" enum:"reject,accept,change,undo,join,part,untie,split,merge" doc:"join and part say whether two events tell one act, and untie takes that back; merge makes one act of the acts of two events; split makes an act of its own of an event, with others"`
	Event  string   `json:"event"`
	Other  string   `json:"other,omitempty" doc:"the other event, of join, part, untie and merge"`
	Others []string `json:"others,omitempty" doc:"the events that go with it, of split"`
	Field  string   `json:"field,omitempty" doc:"of change and undo"`
	Value  string   `json:"value,omitempty" doc:"as the codebook writes it: RUS+USA, >=27, 2021-11-30"`
	Name   string   `json:"name" doc:"who corrects"`
	Reason string   `json:"reason"`
}

// writing hangs up what changes the record.
func (s *service) writing(a huma.API) {
	type addInput struct {
		Replace bool `query:"replace" doc:"reports take the place of those with their id and another text"`
		Body    sentReports
	}
	huma.Register(a, huma.Operation{
		OperationID: "add-reports", Method: http.MethodPost, Path: Root + "/reports", MaxBodyBytes: mostBytes, Summary: "Take reports into the record; one that is there already changes nothing",
	}, func(ctx context.Context, in *addInput) (*body[addedObject], error) {
		o := addedObject{[]outcomeObject{}, []string{}}
		for out, err := range s.record().Add(ctx, s.Desk, in.Body.read(), desk.Adding{Jobs: 1, Replace: in.Replace}) {
			switch {
			case desk.IsRefusal(err):
				o.Refused = append(o.Refused, err.Error())
			case err != nil:
				return nil, s.failed(ctx, err)
			default:
				o.Outcomes = append(o.Outcomes, outcomeObject{out.Report, out.Unchanged, out.Replaced, out.Events, out.NewActs})
			}
		}
		return &body[addedObject]{o}, nil
	})
	type eraseInput struct {
		Body struct {
			Report string `json:"report"`
			Name   string `json:"name" doc:"who erases it"`
			Reason string `json:"reason"`
		}
	}
	huma.Register(a, huma.Operation{
		OperationID: "erase", Method: http.MethodPost, Path: Root + "/erasures", DefaultStatus: http.StatusNoContent, Summary: "Erase a report, as the law may demand; only that, when, by whom and why stays",
	}, func(ctx context.Context, in *eraseInput) (*struct{}, error) {
		err := s.record().Erase(ctx, s.Desk, demarche.ReportID(in.Body.Report), desk.Because{Name: in.Body.Name, Reason: in.Body.Reason})
		switch {
		case err == nil:
			return nil, nil
		case desk.IsMissing(err) || desk.IsErased(err) || ctx.Err() != nil:
			return nil, s.failed(ctx, err)
		}
		return nil, huma.Error422UnprocessableEntity(err.Error())
	})
	huma.Register(a, huma.Operation{
		OperationID: "correct", Method: http.MethodPost, Path: Root + "/corrections", DefaultStatus: http.StatusNoContent, Summary: "Correct an event, with a name and a reason; nothing is overwritten",
	}, func(ctx context.Context, in *struct{ Body wanted }) (*struct{}, error) {
		w, r := in.Body, s.record()
		id, because := demarche.EventID(w.Event), desk.Because{Name: w.Name, Reason: w.Reason}
		var err error
		switch w.Do {
		case "reject":
			err = r.Reject(ctx, id, because)
		case "accept":
			err = r.Accept(ctx, id, because)
		case "change":
			var value string
			if value, err = desk.Spelled(s.Desk.Names(), w.Field, w.Value); err == nil {
				err = r.Change(ctx, id, w.Field, value, because)
			}
		case "undo":
			err = r.Undo(ctx, id, w.Field, because)
		case "join":
			err = r.Join(ctx, id, demarche.EventID(w.Other), because)
		case "part":
			err = r.Part(ctx, id, demarche.EventID(w.Other), because)
		case "untie":
			err = r.Untie(ctx, [][2]demarche.EventID{{id, demarche.EventID(w.Other)}}, because)
		case "split":
			chosen := []demarche.EventID{id}
			for _, other := range w.Others {
				chosen = append(chosen, demarche.EventID(other))
			}
			err = r.Split(ctx, chosen, because)
		case "merge":
			err = r.Merge(ctx, id, demarche.EventID(w.Other), because)
		}
		switch {
		case err == nil:
			return nil, nil
		case desk.IsMissing(err) || ctx.Err() != nil:
			return nil, s.failed(ctx, err)
		}
		return nil, huma.Error422UnprocessableEntity(err.Error())
	})
}
