package api

import (
	"bytes"
	"encoding/json"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

func appendJSON(dst []byte, o any) []byte {
	b := bytes.NewBuffer(dst)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		panic(err) // there is nothing in it that JSON has no word for
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// The record's own objects are written as the command line writes them; here is what
// they look like.
type (
	event json.RawMessage // an event of the codebook
	act   json.RawMessage // an act with all events that tell it
	brief json.RawMessage // the state of play
)

func (e event) MarshalJSON() ([]byte, error) { return e, nil }
func (a act) MarshalJSON() ([]byte, error)   { return a, nil }
func (b brief) MarshalJSON() ([]byte, error) { return b, nil }

func eventOf(t *demarche.Telling) event {
	return demarche.Coded{Event: t.Event, Evidence: t.Evidence}.AppendJSON(nil)
}

func actOf(a *demarche.Act) act { return a.AppendJSON(nil) }

func briefOf(b *desk.Brief) brief { return b.AppendJSON(nil) }

func text(about string) *huma.Schema { return &huma.Schema{Type: "string", Description: about} }

func whole(about string) *huma.Schema { return &huma.Schema{Type: "integer", Description: about} }

func list(of *huma.Schema) *huma.Schema { return &huma.Schema{Type: "array", Items: of} }

func object(required []string, of map[string]*huma.Schema) *huma.Schema {
	s := &huma.Schema{Type: "object", Properties: of, Required: required}
	s.PrecomputeMessages()
	return s
}

// shared keeps a schema under one name.
func shared(r huma.Registry, name string, make func() *huma.Schema) *huma.Schema {
	if _, ok := r.Map()[name]; !ok {
		r.Map()[name] = make()
	}
	return &huma.Schema{Ref: "#/components/schemas/" + name}
}

func words[T ~string](list []T) (all []any) {
	for _, x := range list {
		all = append(all, string(x))
	}
	return all
}

// Schema tells of an event's fields.
func (event) Schema(r huma.Registry) *huma.Schema {
	return shared(r, "Event", func() *huma.Schema {
		span := object([]string{"start", "end"}, map[string]*huma.Schema{"start": whole("first byte"), "end": whole("byte after the last")})
		kind, status := text(""), text("what the text commits to")
		kind.Enum, status.Enum = words(demarche.EventTypes), words(demarche.Statuses)
		return object([]string{"id", "report", "type", "actor", "recipient", "status"}, map[string]*huma.Schema{
			"id": text(""), "report": text(""), "type": kind, "actor": list(text("")), "recipient": list(text("")), "status": status, "object": text(""),
			"count": object([]string{"n", "cmp"}, map[string]*huma.Schema{"n": whole(""), "cmp": text("one of = >= <= > ~")}),
			"place": text(""), "date": text("a day, month, year or interval"), "deadline": text("the same"), "speaker": text("by whose word the report has it"),
			"speaker_state": text(""), "condition": text(""), "start": whole("first byte of the words in the report's text"), "end": whole(""), "rule": text(""),
			"confidence": {Type: "number"}, "inferred": list(text("a field that the clause does not tell")), "evidence": text("the words"), "trigger": span, "sentence": span,
			"elsewhere": list(object([]string{"field", "start", "end"}, map[string]*huma.Schema{"field": text("that another sentence tells"), "start": whole("first byte of the words there"), "end": whole("byte after the last")})),
		})
	})
}

// Schema tells of an act's fields.
func (act) Schema(r huma.Registry) *huma.Schema {
	of := event{}.Schema(r)
	return shared(r, "Act", func() *huma.Schema {
		return object([]string{"id", "type", "actor", "recipient", "status", "known", "history", "events", "answers"}, map[string]*huma.Schema{
			"id": text(""), "type": text(""), "actor": list(text("")), "recipient": list(text("")), "status": text(""), "object": text(""),
			"count": object([]string{"n", "cmp"}, map[string]*huma.Schema{"n": whole(""), "cmp": text("")}), "place": text(""), "date": text(""), "deadline": text(""),
			"known":   text("since when it is known"),
			"history": list(object([]string{"status", "known", "event"}, map[string]*huma.Schema{"status": text(""), "known": text(""), "event": text("")})),
			"events":  list(of),
			"accounts": list(object([]string{"field", "value", "events"}, map[string]*huma.Schema{
				"field": text("in which reports differ"), "value": text(""), "events": list(text(""))})),
			"answers": list(object([]string{"act", "how", "score"}, map[string]*huma.Schema{
				"act": text("that it answers"), "how": text("explicit or inferred"), "score": {Type: "number"}, "lag": whole("days")})),
		})
	})
}

// Schema tells of a brief's fields.
func (brief) Schema(r huma.Registry) *huma.Schema {
	return shared(r, "Brief", func() *huma.Schema {
		evidence := list(object([]string{"report", "known"}, map[string]*huma.Schema{
			"report": text(""), "event": text("none of a remark"), "known": text(""), "speaker": text(""), "speaker_state": text(""), "words": text("")}))
		line := func(sub *huma.Schema) *huma.Schema {
			return object([]string{"date", "text", "evidence"}, map[string]*huma.Schema{"date": text(""), "text": text(""), "evidence": evidence, "sub": sub})
		}
		lines := list(line(list(line(list(&huma.Schema{Type: "object"})))))
		return object([]string{"a", "b", "as_of", "known_by", "acts", "reports", "sections"}, map[string]*huma.Schema{
			"a": text(""), "b": text(""), "as_of": text(""), "known_by": text(""), "acts": whole(""), "reports": whole(""), "words_since": text("older words, unlike deeds, are left out"),
			"sections": list(object([]string{"name", "title", "lines"}, map[string]*huma.Schema{"name": text(""), "title": text(""), "more": whole("lines left out"), "lines": lines})),
		})
	})
}
