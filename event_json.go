package demarche

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Coded is an event with the words that say it, as files and pipes hold it: one
// object of the codebook's section "One event, one JSON object", followed by
// what the program knows beyond that.
//
// The codebook's fields are all written, but for a count that is not told. Id,
// rule, confidence and inferred are left out of an event without id, which a
// person has coded; words and bounds are left out where there are none.
type Coded struct {
	Event
	Evidence string // the words of the event's Span
}

// Quote gives an event with its words, taken from the text of its report.
func Quote(e Event, text string) Coded { return Coded{e, e.Span.In(text)} }

// eventJSON is the object of one event, its fields in the order of writing.
type eventJSON struct {
	ID           EventID         `json:"id,omitzero"`
	Report       ReportID        `json:"report"`
	Type         EventType       `json:"type"`
	Actor        []Code          `json:"actor"`
	Recipient    []Code          `json:"recipient"`
	Status       Status          `json:"status"`
	Object       string          `json:"object"`
	Count        *countJSON      `json:"count,omitzero"`
	Place        string          `json:"place"`
	Date         string          `json:"date"`
	Deadline     string          `json:"deadline"`
	Speaker      string          `json:"speaker"`
	SpeakerState Code            `json:"speaker_state"`
	Condition    string          `json:"condition"`
	Start        *int            `json:"start,omitzero"`
	End          *int            `json:"end,omitzero"`
	Rule         RuleID          `json:"rule,omitzero"`
	Confidence   *float64        `json:"confidence,omitzero"`
	Inferred     []string        `json:"inferred,omitzero"`
	Evidence     string          `json:"evidence,omitzero"`
	Trigger      *spanJSON       `json:"trigger,omitzero"`
	Sentence     *spanJSON       `json:"sentence,omitzero"`
	Elsewhere    []elsewhereJSON `json:"elsewhere,omitzero"`
}

type elsewhereJSON struct {
	Field string `json:"field"`
	spanJSON
}

type countJSON struct {
	N   *int   `json:"n"`
	Cmp string `json:"cmp"`
}

type spanJSON struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// AppendJSON appends the event to dst as one line of JSON, without the end of
// the line. The same event always gives the same bytes. It panics on a
// confidence that is no number, which [Event.Validate] finds.
func (c Coded) AppendJSON(dst []byte) []byte {
	b := bytes.NewBuffer(dst)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false) // json.Marshal would write >= as \u003e=
	if err := enc.Encode(c.object()); err != nil {
		panic(err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// MarshalJSON writes what [Coded.AppendJSON] does. Package json escapes <, > and
// & in it unless it is told not to.
func (c Coded) MarshalJSON() ([]byte, error) { return c.AppendJSON(nil), nil }

func (c Coded) object() *eventJSON {
	o := &eventJSON{
		ID: c.ID, Report: c.Report, Type: c.Type, Actor: append([]Code{}, c.Actor...), Recipient: append([]Code{}, c.Recipient...),
		Status: c.Status, Object: c.Object, Place: c.Place, Date: c.Date.String(), Deadline: c.Deadline.String(),
		Speaker: c.Speaker, SpeakerState: c.SpeakerState, Condition: c.Condition, Rule: c.Rule, Evidence: c.Evidence,
	}
	if !c.Count.IsZero() {
		o.Count = &countJSON{&c.Count.N, c.Count.Cmp}
	}
	if c.Span != (Span{}) {
		o.Start, o.End = &c.Span.Start, &c.Span.End
	}
	if c.ID != "" || c.Confidence != 0 {
		o.Confidence = &c.Confidence
	}
	if c.ID != "" || len(c.Inferred) > 0 {
		o.Inferred = append([]string{}, c.Inferred...)
	}
	for _, f := range []struct {
		to   **spanJSON
		from Span
	}{{&o.Trigger, c.Trigger}, {&o.Sentence, c.Sentence}} {
		if f.from != (Span{}) {
			*f.to = &spanJSON{f.from.Start, f.from.End}
		}
	}
	for _, x := range c.Elsewhere {
		o.Elsewhere = append(o.Elsewhere, elsewhereJSON{x.Field, spanJSON{x.Span.Start, x.Span.End}})
	}
	return o
}

// UnmarshalJSON reads an event that this program or a person has coded. Report,
// type, actor, recipient and status must be there. It fails on a field that is
// none of the codebook's or of the program's, on a value that is none of its
// field's, and on what [Event.Validate] refuses.
func (c *Coded) UnmarshalJSON(text []byte) error {
	var o eventJSON
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&o); err != nil {
		return plainly(err)
	}
	read, err := o.coded()
	if err != nil {
		return err
	}
	if err := read.Validate(); err != nil {
		return err
	}
	*c = read
	return nil
}

// plainly is an error of package json in words about the file.
func plainly(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Errorf("field %q is a %s; write it as the codebook does", kind.Field, kind.Value)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Errorf("%s is no field of an event; leave it out, or correct its name", name)
	}
	return err
}

func (o *eventJSON) coded() (Coded, error) {
	none := Coded{}
	for _, f := range []struct {
		name  string
		codes []Code
	}{{"actor", o.Actor}, {"recipient", o.Recipient}} {
		if f.codes == nil {
			return none, fmt.Errorf("there is no field %q; write [] where the text names nobody", f.name)
		}
	}
	date, err := ParsePeriod(o.Date)
	if err != nil {
		return none, fmt.Errorf("field \"date\": %w", err)
	}
	deadline, err := ParsePeriod(o.Deadline)
	if err != nil {
		return none, fmt.Errorf("field \"deadline\": %w", err)
	}
	e := Event{
		ID: o.ID, Report: o.Report, Type: o.Type, Actor: unlessEmpty(o.Actor), Recipient: unlessEmpty(o.Recipient),
		Status: o.Status, Object: o.Object, Place: o.Place, Date: date, Deadline: deadline,
		Speaker: o.Speaker, SpeakerState: o.SpeakerState, Condition: o.Condition, Rule: o.Rule, Inferred: unlessEmpty(o.Inferred),
	}
	if o.Count != nil {
		if o.Count.N == nil {
			return none, errors.New(`field "count" has no "n"; leave the count out where no number is told`)
		}
		e.Count = Quantity{*o.Count.N, o.Count.Cmp}
		if e.Count.Cmp == "" {
			e.Count.Cmp = "="
		}
	}
	if (o.Start == nil) != (o.End == nil) {
		return none, errors.New(`"start" and "end" belong together; write both, or neither`)
	}
	if o.Start != nil {
		e.Span = Span{*o.Start, *o.End}
	}
	if o.Confidence != nil {
		e.Confidence = *o.Confidence
	}
	if o.Trigger != nil {
		e.Trigger = Span(*o.Trigger)
	}
	if o.Sentence != nil {
		e.Sentence = Span(*o.Sentence)
	}
	for _, x := range o.Elsewhere {
		e.Elsewhere = append(e.Elsewhere, Elsewhere{x.Field, Span(x.spanJSON)})
	}
	return Coded{e, o.Evidence}, nil
}

// unlessEmpty is a list, or nil where nothing is in it.
func unlessEmpty[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
