package api

import (
	"context"
	"net/http"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

// changeObject is an event that a recoding found, changed, or no longer finds.
type changeObject struct {
	Was  event `json:"was,omitempty" doc:"none of an event that was found"`
	Is   event `json:"is,omitempty" doc:"none of an event that is found no more"`
	Lost bool  `json:"lost,omitempty" doc:"analysts had corrected what is gone"`
}

// recodedObject is what coding a part of the record anew has changed.
type recodedObject struct {
	Reports int            `json:"reports" doc:"versions of reports that were coded anew"`
	Found   int            `json:"found"`
	Changed int            `json:"changed"`
	Gone    int            `json:"gone"`
	Lost    int            `json:"lost" doc:"corrections of events that are found no more"`
	Items   []changeObject `json:"items"`
	Next    string         `json:"next,omitempty" doc:"the cursor of the next part; none on the last"`
}

// recoding hangs up what codes the record anew.
func (s *service) recoding(a huma.API) {
	type recodeInput struct {
		Limit  int    `query:"limit" default:"100" minimum:"1" maximum:"500" doc:"no more versions of reports than these"`
		Cursor string `query:"cursor" doc:"next of the part before"`
	}
	huma.Register(a, huma.Operation{
		OperationID: "recode", Method: http.MethodPost, Path: Root + "/recode", Summary: "Code reports of the record anew, after the server's rules have changed, and tell what changed; ids and corrections stay",
	}, func(ctx context.Context, in *recodeInput) (*body[recodedObject], error) {
		after, err := (&Slice{Cursor: in.Cursor}).after()
		if err != nil {
			return nil, err
		}
		o := recodedObject{Items: []changeObject{}}
		changes, next, err := s.record().RecodeAfter(ctx, s.Desk, after, in.Limit, func(c desk.Change) {
			o.Items = append(o.Items, changeObject{tellingOf(c.Was), tellingOf(c.Is), c.Lost})
		})
		if err != nil {
			return nil, s.failed(ctx, err)
		}
		o.Reports, o.Found, o.Changed, o.Gone, o.Lost, o.Next = changes.Reports, changes.Added, changes.Changed, changes.Gone, changes.Lost, cursor(next)
		return &body[recodedObject]{o}, nil
	})
}

// tellingOf writes what a report tells; nothing where it tells nothing.
func tellingOf(t *demarche.Telling) event {
	if t == nil {
		return nil
	}
	return eventOf(t)
}
