package api

import (
	_ "embed" // of operations.html
	"html/template"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

//go:embed operations.html
var operationsText string

// field is a part of the JSON that is sent to an operation.
type field struct {
	Name, About string
	Needed      bool
}

// described gives the page for people on what programs can ask. It has the style of the
// pages, and loads nothing else.
func (s *service) described(o *huma.OpenAPI) func(http.ResponseWriter, *http.Request) error {
	page := template.Must(template.New("operations").Funcs(template.FuncMap{
		"operations": func(p *huma.PathItem) map[string]*huma.Operation {
			all := map[string]*huma.Operation{}
			for method, op := range map[string]*huma.Operation{"GET": p.Get, "POST": p.Post} {
				if op != nil {
					all[method] = op
				}
			}
			return all
		},
		"fields": func(op *huma.Operation) []field { return fieldsOf(o.Components.Schemas, op) },
	}).Parse(operationsText))
	return func(w http.ResponseWriter, _ *http.Request) error {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		return page.Execute(w, struct {
			API   *huma.OpenAPI
			Style string
		}{o, s.Style})
	}
}

// fieldsOf gives what is sent to an operation, in alphabetical order.
func fieldsOf(schemas huma.Registry, op *huma.Operation) (all []field) {
	if op.RequestBody == nil {
		return nil
	}
	sent := op.RequestBody.Content["application/json"].Schema
	if sent.Ref != "" {
		sent = schemas.SchemaFromRef(sent.Ref)
	}
	for _, name := range slices.Sorted(maps.Keys(sent.Properties)) {
		if !strings.HasPrefix(name, "$") {
			all = append(all, field{name, sent.Properties[name].Description, slices.Contains(sent.Required, name)})
		}
	}
	return all
}
