package store

import (
	"fmt"
	"time"

	"demarche"
	"github.com/go-json-experiment/json"
)

// body is the codebook's object as it is read from the record, where it was written
// by the program itself: a brief reads tens of thousands, and checks none again.
type body struct {
	ID           demarche.EventID   `json:"id"`
	Report       demarche.ReportID  `json:"report"`
	Type         demarche.EventType `json:"type"`
	Actor        []demarche.Code    `json:"actor"`
	Recipient    []demarche.Code    `json:"recipient"`
	Status       demarche.Status    `json:"status"`
	Object       string             `json:"object"`
	Count        quantity           `json:"count"`
	Place        string             `json:"place"`
	Date         string             `json:"date"`
	Deadline     string             `json:"deadline"`
	Speaker      string             `json:"speaker"`
	SpeakerState demarche.Code      `json:"speaker_state"`
	Condition    string             `json:"condition"`
	Start        int                `json:"start"`
	End          int                `json:"end"`
	Rule         demarche.RuleID    `json:"rule"`
	Confidence   float64            `json:"confidence"`
	Inferred     []string           `json:"inferred"`
	Evidence     string             `json:"evidence"`
	Trigger      span               `json:"trigger"`
	Sentence     span               `json:"sentence"`
	Elsewhere    []elsewhere        `json:"elsewhere"`
}

type elsewhere struct {
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type quantity struct {
	N   int    `json:"n"`
	Cmp string `json:"cmp"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// decode reads an event and the words that say it.
func decode(text []byte, s *scanner) (e demarche.Event, evidence string, err error) {
	if e, evidence, ok := s.event(text); ok {
		return e, evidence, nil
	}
	var b body
	if err := json.Unmarshal(text, &b); err != nil {
		return e, "", err
	}
	e = demarche.Event{
		ID: b.ID, Report: b.Report, Type: b.Type, Actor: some(b.Actor), Recipient: some(b.Recipient), Status: b.Status, Object: b.Object, Count: demarche.Quantity(b.Count),
		Place: b.Place, Speaker: b.Speaker, SpeakerState: b.SpeakerState, Condition: b.Condition, Span: demarche.Span{Start: b.Start, End: b.End},
		Trigger: demarche.Span(b.Trigger), Sentence: demarche.Span(b.Sentence), Rule: b.Rule, Confidence: b.Confidence, Inferred: some(b.Inferred),
	}
	for _, x := range b.Elsewhere {
		e.Elsewhere = append(e.Elsewhere, demarche.Elsewhere{Field: x.Field, Span: demarche.Span{Start: x.Start, End: x.End}})
	}
	if e.Date, err = period(b.Date); err != nil {
		return e, "", err
	}
	e.Deadline, err = period(b.Deadline)
	return e, b.Evidence, err
}

// some is a list, or nil where nothing is in it.
func some[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// period reads a period; most are days, which need no parser that tries other forms.
func period(s string) (demarche.Period, error) {
	if d, ok := plainDay(s); ok {
		return demarche.On(d), nil
	}
	return demarche.ParsePeriod(s)
}

// plainDay reads YYYY-MM-DD as the record writes it.
func plainDay(s string) (d demarche.Day, ok bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return d, false
	}
	n := func(s string) (n int) {
		for i := range len(s) {
			if s[i] < '0' || s[i] > '9' {
				ok = false
			}
			n = 10*n + int(s[i]-'0')
		}
		return n
	}
	ok = true
	d.Year, d.Date = n(s[:4]), n(s[8:])
	month := n(s[5:7])
	return demarche.Day{Year: d.Year, Month: time.Month(month), Date: d.Date}, ok
}

func knownDay(s string) (demarche.Day, error) {
	if d, ok := plainDay(s); ok {
		return d, nil
	}
	return demarche.Day{}, fmt.Errorf("%q is no day of the record", s)
}
