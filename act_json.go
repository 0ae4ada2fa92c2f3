package demarche

import (
	"bytes"
	"encoding/json"
)

type actJSON struct {
	ID        ActID         `json:"id"`
	Type      EventType     `json:"type"`
	Actor     []Code        `json:"actor"`
	Recipient []Code        `json:"recipient"`
	Status    Status        `json:"status"`
	Object    string        `json:"object"`
	Count     *countJSON    `json:"count,omitzero"`
	Place     string        `json:"place"`
	Date      string        `json:"date"`
	Deadline  string        `json:"deadline"`
	Known     string        `json:"known"`
	History   []stepJSON    `json:"history"`
	Events    []any         `json:"events"`
	Accounts  []accountJSON `json:"accounts,omitempty"`
	Answers   []answerJSON  `json:"answers"`
}

type stepJSON struct {
	Status Status  `json:"status"`
	Known  string  `json:"known"`
	Event  EventID `json:"event"`
}

type accountJSON struct {
	Field  string    `json:"field"`
	Value  string    `json:"value"`
	Events []EventID `json:"events"`
}

type answerJSON struct {
	Act   ActID   `json:"act"`
	How   string  `json:"how"`
	Score float64 `json:"score"`
	Lag   *int    `json:"lag,omitzero"`
}

func (a *Act) object() *actJSON {
	o := &actJSON{
		ID: a.ID, Type: a.Type, Actor: append([]Code{}, a.Actor...), Recipient: append([]Code{}, a.Recipient...), Status: a.Status,
		Object: a.Object, Place: a.Place, Date: a.Date.String(), Deadline: a.Deadline.String(), Known: a.Known.String(),
		History: []stepJSON{}, Events: []any{}, Answers: []answerJSON{},
	}
	if !a.Count.IsZero() {
		o.Count = &countJSON{&a.Count.N, a.Count.Cmp}
	}
	for _, s := range a.History {
		o.History = append(o.History, stepJSON{s.Status, s.Known.String(), s.Event})
	}
	for i := range a.Tellings {
		o.Events = append(o.Events, Coded{a.Tellings[i].Event, a.Tellings[i].Evidence}.object())
	}
	for _, c := range a.Accounts {
		o.Accounts = append(o.Accounts, accountJSON(c))
	}
	for _, x := range a.Answers {
		j := answerJSON{Act: x.Act, How: x.How(), Score: float64(x.Score) / 100}
		if x.Dated {
			j.Lag = &x.Lag
		}
		o.Answers = append(o.Answers, j)
	}
	return o
}

// AppendJSON appends the act to dst as one line of JSON, without the end of the
// line. The same act always gives the same bytes.
func (a *Act) AppendJSON(dst []byte) []byte { return appendJSON(dst, a.object()) }

// AppendBrief appends what [Act.AppendJSON] does, with the events' ids instead of
// the events, and without answers: what of an act stays when others are added.
func (a *Act) AppendBrief(dst []byte) []byte {
	o := a.object()
	o.Answers = nil
	for i := range a.Tellings {
		o.Events[i] = a.Tellings[i].ID
	}
	return appendJSON(dst, o)
}

// ParseBrief reads what [Act.AppendBrief] writes. Of the tellings only the ids are
// there.
func ParseBrief(text []byte) (a Act, err error) {
	var o struct {
		actJSON
		Events []EventID `json:"events"`
	}
	if err := json.Unmarshal(text, &o); err != nil {
		return a, err
	}
	a = Act{ID: o.ID, Type: o.Type, Actor: unlessEmpty(o.Actor), Recipient: unlessEmpty(o.Recipient), Status: o.Status, Object: o.Object, Place: o.Place}
	if o.Count != nil && o.Count.N != nil {
		a.Count = Quantity{*o.Count.N, o.Count.Cmp}
	}
	if a.Date, err = ParsePeriod(o.Date); err != nil {
		return a, err
	}
	if a.Deadline, err = ParsePeriod(o.Deadline); err != nil {
		return a, err
	}
	day := func(s string) (d Day) {
		if s != "" && err == nil {
			d, err = ParseDay(s)
		}
		return d
	}
	a.Known = day(o.Known)
	for _, s := range o.History {
		a.History = append(a.History, Step{s.Status, day(s.Known), s.Event})
	}
	for _, id := range o.Events {
		a.Tellings = append(a.Tellings, Telling{Event: Event{ID: id}})
	}
	for _, c := range o.Accounts {
		a.Accounts = append(a.Accounts, Account(c))
	}
	return a, err
}

func appendJSON(dst []byte, o any) []byte {
	b := bytes.NewBuffer(dst)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		panic(err) // there is nothing in it that JSON has no word for
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
