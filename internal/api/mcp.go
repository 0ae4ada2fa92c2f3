package api

import (
	"context"
	"encoding/json"

	"demarche"
	"demarche/internal/desk"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// pairInput names two parties and the two questions in time.
type pairInput struct {
	A       string `json:"a" jsonschema:"code of a State or organisation, such as RUS"`
	B       string `json:"b" jsonschema:"code of the other"`
	AsOf    string `json:"as_of,omitempty" jsonschema:"the world on that day, YYYY-MM-DD"`
	KnownBy string `json:"known_by,omitempty" jsonschema:"only what was known by that day, YYYY-MM-DD"`
	Limit   int    `json:"limit,omitempty" jsonschema:"no more than so many; 50 unless told"`
}

type searchInput struct {
	Words   string `json:"words" jsonschema:"words that must all be there; those in quotation marks stand together"`
	KnownBy string `json:"known_by,omitempty"`
	Limit   int    `json:"limit,omitempty"`
}

type reportInput struct {
	ID string `json:"id" jsonschema:"of the report"`
}

// MCP gives a server of the Model Context Protocol: the record as tools, each of whose
// answers has its evidence.
func MCP(s Site) *mcp.Server {
	v := &service{s}
	server := mcp.NewServer(&mcp.Implementation{Name: "demarche", Version: s.Version}, &mcp.ServerOptions{
		Instructions: "The record of dealings between States, from news reports. Every line has its evidence: the report, the event, by whose word, the words. Quote it.",
	})
	tool(server, v, "brief", "Where things stand between two parties, in seven sections", func(ctx context.Context, in pairInput) (any, error) {
		return v.briefFor(ctx, in, "")
	})
	tool(server, v, "docket", "What must happen by when between two parties, and what became of it", func(ctx context.Context, in pairInput) (any, error) {
		return v.briefFor(ctx, in, "docket")
	})
	tool(server, v, "timeline", "Acts between two parties by their days, the last first, with all events that tell them", func(ctx context.Context, in pairInput) (any, error) {
		dyad, view, err := v.pair(ctx, in)
		if err != nil {
			return nil, err
		}
		all, err := v.record().Between(ctx, dyad, view)
		acts := []act{}
		for i := range all[:min(most(in.Limit), len(all))] {
			acts = append(acts, actOf(&all[i]))
		}
		return acts, err
	})
	tool(server, v, "events", "What single reports say of the dealings between two parties, the last known first", func(ctx context.Context, in pairInput) (any, error) {
		dyad, view, err := v.pair(ctx, in)
		if err != nil {
			return nil, err
		}
		told, err := v.record().Events(ctx, dyad, desk.Page{View: view, Limit: most(in.Limit)})
		return eventsOf(told), err
	})
	tool(server, v, "search", "The newest reports and events with certain words", func(ctx context.Context, in searchInput) (any, error) {
		knownBy, err := day(in.KnownBy)
		if err != nil {
			return nil, err
		}
		reports, told, err := v.record().Search(ctx, in.Words, desk.Page{View: desk.View{KnownBy: knownBy}, Limit: most(in.Limit)})
		o := foundObject{[]hitObject{}, eventsOf(told)}
		for _, h := range reports {
			o.Reports = append(o.Reports, hitObject{h.ID, h.Version, h.Date, h.Outlet, h.Title, h.Snippet})
		}
		return o, err
	})
	tool(server, v, "report", "A report: its text, its events, and what analysts have corrected", func(ctx context.Context, in reportInput) (any, error) {
		versions, err := v.record().Report(ctx, demarche.ReportID(in.ID), desk.View{})
		all := []reportObject{}
		for i := range versions {
			all = append(all, reportOf(&versions[i]))
		}
		return all, err
	})
	return server
}

// tool adds a tool whose answer is JSON.
func tool[In any](server *mcp.Server, s *service, name, about string, do func(context.Context, In) (any, error)) {
	t := &mcp.Tool{Name: name, Description: about, Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true}}
	mcp.AddTool(server, t, func(ctx context.Context, _ *mcp.CallToolRequest, in In) (*mcp.CallToolResult, any, error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, nil, s.failed(ctx, err)
		}
		text, err := json.Marshal(out)
		if err != nil {
			return nil, nil, err
		}
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: string(text)}}}, nil, nil
	})
}

func most(limit int) int {
	const usual, bound = 50, 500
	if limit < 1 {
		return usual
	}
	return min(limit, bound)
}

func eventsOf(told []demarche.Telling) []event {
	all := []event{}
	for i := range told {
		all = append(all, eventOf(&told[i]))
	}
	return all
}

func (s *service) pair(ctx context.Context, in pairInput) (dyad string, v desk.View, err error) {
	if dyad, err = s.dyad(ctx, in.A+"-"+in.B); err != nil {
		return "", v, err
	}
	v, err = (&Times{in.AsOf, in.KnownBy}).read()
	return dyad, v, err
}

func (s *service) briefFor(ctx context.Context, in pairInput, section string) (any, error) {
	_, v, err := s.pair(ctx, in)
	if err != nil {
		return nil, err
	}
	play, err := s.record().Play(ctx, demarche.Code(in.A), demarche.Code(in.B), v)
	if err != nil {
		return nil, err
	}
	made := play.Brief
	if section != "" {
		made.Sections = nil
		for _, part := range play.Sections {
			if part.Name == section {
				made.Sections = append(made.Sections, part)
			}
		}
	}
	return briefOf(&made), nil
}
