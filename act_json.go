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
func (a *Act) AppendJSON(dst []byte) []byte {
	b := bytes.NewBuffer(dst)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(a.object()); err != nil {
		panic(err) // there is nothing in it that JSON has no word for
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
