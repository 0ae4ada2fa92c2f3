package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"demarche"
	"demarche/data"
	"demarche/internal/coder"
	"demarche/internal/intake"
	"demarche/internal/rule"
	"demarche/internal/score"
	"demarche/internal/syntax"
	"demarche/internal/text"
	"demarche/internal/who"
)

// gilded is a report with its gold.
type gilded struct {
	demarche.Report
	gold []demarche.Event
	bare bool // the gold has types and sides only
}

// readGilded reads the reports that a file of gold speaks of from the files of a
// pattern, of those that take wants. Bare gold has types and sides only.
func readGilded(reports, gold string, bare bool, take func(demarche.ReportID) bool) ([]gilded, error) {
	f, err := os.Open(gold)
	if err != nil {
		return nil, fmt.Errorf("%w: give the folders with -corpus and -shared", err)
	}
	defer f.Close()
	file, err := score.Read(gold, f)
	if err != nil {
		return nil, err
	}
	of := map[demarche.ReportID][]demarche.Event{}
	for _, e := range file.Events {
		of[e.Report] = append(of[e.Report], e)
	}
	paths, err := filepath.Glob(reports)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("there is no %s: give the folders with -corpus and -shared", reports)
	}
	open := func(path string) (fs.File, error) { return os.Open(path) }
	var out []gilded
	for report, err := range intake.Read(paths, intake.Options{Open: open}) {
		if err != nil {
			return nil, err
		}
		if file.Reports[report.ID] && take(report.ID) {
			out = append(out, gilded{report, of[report.ID], bare})
		}
	}
	return out, nil
}

// teacher makes lessons of reports with gold.
type teacher struct {
	coder     *coder.Coder
	gate      *coder.Gate
	knowledge *coder.Knowledge
}

func newTeacher() (*teacher, error) {
	model, err := syntax.Read(data.Model)
	if err != nil {
		return nil, err
	}
	names, err := who.Load(data.Files)
	if err != nil {
		return nil, err
	}
	gate, err := coder.LoadGate(data.Files, names)
	if err != nil {
		return nil, err
	}
	book, err := rule.Load(data.Files, "rules")
	if err != nil {
		return nil, err
	}
	knowledge, err := coder.LoadKnowledge(data.Files, names, book)
	if err != nil {
		return nil, err
	}
	return &teacher{coder.NewCoder(model, gate, knowledge), gate, knowledge}, nil
}

// sentences makes the lessons of a report's sentences: whether an event stands in them.
// Gold that does not say where its events stand teaches nothing of it.
func (t *teacher) sentences(r *gilded) (out []quiz) {
	for _, e := range r.gold {
		if e.Span == (demarche.Span{}) && e.Trigger == (demarche.Span{}) {
			return nil
		}
	}
	all := text.Split(r.Text, r.Body)
	for i, x := range t.gate.Describe(r.Text, all) {
		holds := slices.ContainsFunc(r.gold, func(e demarche.Event) bool { return overlap(all[i].Span, e.Span) || overlap(all[i].Span, e.Trigger) })
		out = append(out, quiz{x, slices.Index(gateClasses, map[bool]string{false: "closed", true: "open"}[holds])})
	}
	return out
}

// lessons are what one report teaches about its words and about the sides of its acts.
type lessons struct{ glances, words, sides []quiz }

// events makes the lessons of what the networks, as they are, find in a report: whether
// the gold has an event of the type and the sides, and which of the cities and times about
// it are its place, its day and its term.
func (t *teacher) events(r *gilded) (out, slots []quiz) {
	l := &coder.Lesson{Found: true}
	t.coder.Teach(l)
	t.coder.Code(&r.Report)
	t.coder.Teach(nil)
	for i := range l.Events {
		e := &l.Events[i]
		right := slices.ContainsFunc(r.gold, func(g demarche.Event) bool { return same(&g, &e.Event) })
		out = append(out, quiz{e.Features, slices.Index(trustClasses, map[bool]string{true: "right", false: "wrong"}[right])})
	}
	for i := range l.Slots {
		x := &l.Slots[i]
		if g := told(x, r.gold); g != nil && !r.bare {
			value := map[string]string{"place": g.Place, "date": g.Date.String(), "deadline": g.Deadline.String()}[x.Slot]
			slots = append(slots, quiz{x.Features, slotClass(strings.EqualFold(value, x.Value))})
		}
	}
	return out, slots
}

// slotClass gives the class of a mention that fills a slot, or does not.
func slotClass(fills bool) int {
	return slices.Index(slotClasses, map[bool]string{true: "yes", false: "no"}[fills])
}

// told gives the gold event that a word tells as the networks told it, or nil.
func told(x *coder.SlotLesson, gold []demarche.Event) *demarche.Event {
	for i := range gold {
		if g := &gold[i]; same(g, &x.Event) && (overlap(x.Word, g.Trigger) || overlap(x.Word, g.Span)) {
			return g
		}
	}
	return nil
}

// words makes the lessons of a report's words and of the States about them.
func (t *teacher) words(r *gilded) (out lessons) {
	gold := slices.Clone(r.gold)
	l := &coder.Lesson{Truth: func(word demarche.Span) (types []demarche.EventType) {
		for _, e := range gold {
			if overlap(word, e.Trigger) && !slices.Contains(types, e.Type) {
				types = append(types, e.Type)
			}
		}
		return types
	}}
	t.coder.Teach(l)
	t.coder.Code(&r.Report)
	if point(gold, l) {
		l.Words, l.Sides = nil, nil
		t.coder.Code(&r.Report)
	}
	t.coder.Teach(nil)
	for i := range l.Words {
		w := &l.Words[i]
		if class, known := senseOf(w, gold); known {
			out.words = append(out.words, quiz{w.Features, slices.Index(senseClasses(), class)})
			if w.Made == nil {
				out.glances = append(out.glances, quiz{w.Glance, min(1, slices.Index(senseClasses(), class))})
			}
		}
	}
	for i := range l.Sides {
		x := &l.Sides[i]
		if e := actAt(x, gold); e != nil {
			out.sides = append(out.sides, quiz{x.Features, slices.Index(sideClasses, sideOf(x, e))})
		}
	}
	return out
}

// point gives gold that does not say which word tells an act the one that the rules
// read it from, else the one that the others of its clause hang on, and says whether
// there was such gold.
func point(gold []demarche.Event, l *coder.Lesson) (pointed bool) {
	for k := range gold {
		e := &gold[k]
		if e.Trigger != (demarche.Span{}) || e.Span == (demarche.Span{}) {
			continue
		}
		within := func(w demarche.Span) bool { return e.Span.Start <= w.Start && w.End <= e.Span.End }
		var at demarche.Span
		for i := range l.Words {
			w := &l.Words[i]
			if !within(w.Word) {
				continue
			}
			if w.Made != nil && same(w.Made, e) {
				at = w.Word
				break
			}
			if at == (demarche.Span{}) && !within(w.Head) {
				at = w.Word
			}
		}
		e.Trigger = at
		pointed = true
	}
	return pointed
}

// senseOf gives the type of the act that a word tells, or none, and whether the gold
// says which.
func senseOf(w *coder.WordLesson, gold []demarche.Event) (class string, known bool) {
	for _, e := range gold {
		// Of the words of a trigger, the one that the others hang on tells it.
		if overlap(w.Word, e.Trigger) && !overlap(w.Head, e.Trigger) {
			class = string(e.Type)
		}
	}
	if class != "" {
		return class, true
	}
	for _, e := range gold {
		if w.Made != nil && same(&e, w.Made) && (e.Span == (demarche.Span{}) || overlap(w.Word, e.Span)) {
			return string(e.Type), true
		}
	}
	for _, e := range gold {
		switch {
		case overlap(w.Word, e.Trigger):
			return "", false // within the trigger, but not its head
		case e.Trigger == (demarche.Span{}) && overlap(w.Word, e.Span):
			return "", false // the gold does not say which word
		case w.Made != nil && w.Made.Type == e.Type && overlap(w.Word, e.Span):
			return "", false // it tells the act too
		}
	}
	return "none", true
}

// actAt gives the act of the gold that a word tells, or nil.
func actAt(x *coder.SideLesson, gold []demarche.Event) (of *demarche.Event) {
	for k := range gold {
		e := &gold[k]
		switch {
		case e.Type != x.Type:
		case overlap(x.Word, e.Trigger):
			return e
		case of == nil && e.Span != (demarche.Span{}) && overlap(x.Word, e.Span):
			of = e
		}
	}
	return of
}

// sideOf gives the side of an act on which a State stands.
func sideOf(x *coder.SideLesson, e *demarche.Event) string {
	switch {
	case slices.Contains(e.Actor, x.Code) || x.Type.IsSymmetric() && slices.Contains(e.Recipient, x.Code):
		return "actor"
	case slices.Contains(e.Recipient, x.Code):
		return "recipient"
	}
	return "none"
}

func overlap(a, b demarche.Span) bool { return a.Start < b.End && b.Start < a.End }

// same says whether two events have the same type and sides.
func same(a, b *demarche.Event) bool {
	set := func(c ...[]demarche.Code) []demarche.Code {
		return slices.Compact(slices.Sorted(slices.Values(slices.Concat(c...))))
	}
	switch {
	case a.Type != b.Type:
		return false
	case a.Type.IsSymmetric():
		return slices.Equal(set(a.Actor, a.Recipient), set(b.Actor, b.Recipient))
	}
	return slices.Equal(set(a.Actor), set(b.Actor)) && slices.Equal(set(a.Recipient), set(b.Recipient))
}
