package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

// Parts say what of a report is to be explained.
type Parts struct {
	All      bool   `query:"all" doc:"the trees of closed sentences too, and the head's"`
	Sentence int    `query:"sentence" minimum:"0" doc:"only this sentence, counted from 1"`
	Event    string `query:"event" doc:"only events whose ids begin so, with their sentences"`
}

// Stretch is where words stand in a report's text: the describer of the API sees only what
// is exported.
type Stretch struct {
	Start int `json:"start" doc:"first byte"`
	End   int `json:"end" doc:"byte after the last"`
}

type wordObject struct {
	Stretch
	Form     string `json:"form"`
	Lemma    string `json:"lemma"`
	UPOS     string `json:"upos"`
	XPOS     string `json:"xpos"`
	Feats    string `json:"feats,omitempty"`
	Head     int    `json:"head" doc:"the word that it hangs on, counted from 1; 0 of the root"`
	Relation string `json:"relation"`
}

// leftObject is a rule that was tried and made no event.
type leftObject struct {
	Rule    demarche.RuleID `json:"rule"`
	Trigger Stretch         `json:"trigger"`
	Why     string          `json:"why"`
}

type sentenceObject struct {
	N int `json:"n" doc:"counted from 1"`
	Stretch
	Text   string             `json:"text"`
	Open   bool               `json:"open" doc:"it could hold an event, and is read on"`
	Why    string             `json:"why,omitempty" doc:"it is open or closed"`
	Tree   []wordObject       `json:"tree,omitempty"`
	Events []demarche.EventID `json:"events,omitempty"`
	Left   []leftObject       `json:"left,omitempty" doc:"rules that were tried in it and made no event"`
}

type stepObject struct {
	Name string `json:"name"`
	Text string `json:"text"`
	Part bool   `json:"part,omitempty" doc:"it is a part of the clause"`
}

// walkObject is how an event was come by.
type walkObject struct {
	Event    event        `json:"event"`
	Sentence int          `json:"sentence"`
	Steps    []stepObject `json:"steps" doc:"for a person: the rule, what the clause says, who stands for whom, which words gave the rest"`
	Not      []leftObject `json:"not,omitempty" doc:"other rules that were tried at its trigger"`
}

// explainedObject is how a report is read and coded.
type explainedObject struct {
	Report    demarche.ReportID `json:"report"`
	Version   int               `json:"version,omitempty" doc:"of a report of the record"`
	Date      string            `json:"date"`
	Title     string            `json:"title,omitempty"`
	Dateline  string            `json:"dateline,omitempty"`
	Place     string            `json:"place,omitempty" doc:"of the dateline"`
	Agency    string            `json:"agency,omitempty"`
	Byline    string            `json:"byline,omitempty"`
	Head      []sentenceObject  `json:"head,omitempty"`
	Sentences []sentenceObject  `json:"sentences"`
	Events    []walkObject      `json:"events"`
}

// explaining hangs up what shows how reports are read.
func (p passer) explaining() {
	type sentInput struct {
		Parts
		Body struct {
			Report sentReport `json:"report"`
		}
	}
	pass(p, http.MethodPost, "/explain", "explain", "How a report is read and coded, sentence by sentence and event by event; nothing is kept", func(ctx context.Context, in *sentInput) (*body[explainedObject], error) {
		one := sentReports{[]sentReport{in.Body.Report}}
		if err := one.short(); err != nil {
			return nil, err
		}
		var o explainedObject
		var wrong error
		refused, err := drain(p.Desk.Explain(ctx, one.read(), func(dst []byte, x *desk.Explained) []byte {
			o, wrong = p.explained(x, in.Parts)
			return dst
		}))
		switch {
		case err != nil:
			return nil, err
		case len(refused) > 0:
			return nil, huma.Error422UnprocessableEntity(refused[0])
		}
		return &body[explainedObject]{o}, wrong
	})
	type keptInput struct {
		Parts
		ID      string `path:"id"`
		Version int    `query:"version" minimum:"0" doc:"the last, if none is told"`
	}
	pass(p, http.MethodGet, "/reports/{id}/explain", "explain-report", "How a report of the record is read and coded by the rules that the server has now", func(ctx context.Context, in *keptInput) (*body[explainedObject], error) {
		v, err := p.record().Kept(ctx, demarche.ReportID(in.ID), in.Version)
		if err != nil {
			return nil, err
		}
		if len(v.Text) > mostOfText {
			return nil, tooLong(in.ID)
		}
		var o explainedObject
		var wrong error
		if err := p.Desk.ExplainKept(ctx, &v, func(x *desk.Explained) { o, wrong = p.explained(x, in.Parts) }); err != nil {
			return nil, err
		}
		o.Version = v.Version
		return &body[explainedObject]{o}, wrong
	})
}

// explained lays out those parts of an explanation that are wanted.
func (p passer) explained(x *desk.Explained, want Parts) (explainedObject, error) {
	r := x.Report
	o := explainedObject{Report: r.ID, Date: r.Date.String(), Title: r.Title, Dateline: r.Dateline.Span.In(r.Text), Place: r.Dateline.Place, Agency: r.Dateline.Agency, Byline: r.Dateline.Byline,
		Sentences: []sentenceObject{}, Events: []walkObject{}}
	if want.Sentence > len(x.Sentences) {
		return o, huma.Error404NotFound(fmt.Sprintf("sentence %d is none of the report's %d", want.Sentence, len(x.Sentences)))
	}
	only := map[int]bool{} // the sentences of the events that are wanted
	for i := range x.Events {
		e := &x.Events[i]
		w := x.WalkTo(e)
		if !strings.HasPrefix(string(e.ID), want.Event) || want.Sentence > 0 && w.Sentence != want.Sentence-1 {
			continue
		}
		only[w.Sentence] = true
		walk := walkObject{Event: demarche.Quote(*e, r.Text).AppendJSON(nil), Sentence: w.Sentence + 1, Steps: []stepObject{}, Not: leftOf(w.Not)}
		for _, s := range w.Steps {
			walk.Steps = append(walk.Steps, stepObject(s))
		}
		o.Events = append(o.Events, walk)
	}
	if want.Event != "" && len(o.Events) == 0 {
		return o, huma.Error404NotFound(fmt.Sprintf("no event's id begins with %q", want.Event))
	}
	verdicts := p.Desk.Judge(r.Text, x.Sentences)
	for i, s := range x.Sentences {
		if want.Sentence > 0 && i != want.Sentence-1 || want.Event != "" && !only[i] {
			continue
		}
		v := verdicts[i]
		part := sentenceObject{N: i + 1, Stretch: Stretch{s.Start, s.End}, Text: s.In(r.Text), Open: v.Open, Why: v.Reason(r.Text), Left: leftOf(x.Left(i))}
		if v.Open || want.All || want.Sentence > 0 {
			part.Tree = treeOf(&x.Reading, i)
		}
		for k := range x.Events {
			if x.Events[k].Sentence == s.Span {
				part.Events = append(part.Events, x.Events[k].ID)
			}
		}
		o.Sentences = append(o.Sentences, part)
	}
	if want.All && want.Sentence == 0 && want.Event == "" {
		head := desk.Reading{Reading: x.Head}
		for i, s := range x.Head.Sentences {
			o.Head = append(o.Head, sentenceObject{N: i + 1, Stretch: Stretch{s.Start, s.End}, Text: s.In(r.Text), Tree: treeOf(&head, i)})
		}
	}
	return o, nil
}

// treeOf writes the words of a sentence with their grammar.
func treeOf(r *desk.Reading, sentence int) (words []wordObject) {
	for _, w := range r.Trees[sentence].Words {
		words = append(words, wordObject{Stretch{w.Start, w.End}, w.Form, w.Lemma, w.UPOS, w.XPOS, w.Feats, w.Head + 1, w.Rel})
	}
	return words
}

func leftOf(rules []desk.Left) (all []leftObject) {
	for _, l := range rules {
		all = append(all, leftObject{l.Rule, Stretch{l.Trigger.Start, l.Trigger.End}, l.Why})
	}
	return all
}
