package desk

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/reconcile"
	"demarche/internal/remark"
)

// Tell makes tellings of what a report was coded into.
func (c *Coding) Tell() []demarche.Telling {
	told := make([]demarche.Telling, len(c.Events))
	for i, e := range c.Events {
		told[i] = demarche.Telling{Event: e, Known: c.Report.Date, Order: i, Evidence: e.Span.In(c.Report.Text), Answer: c.callsAnswer(i)}
	}
	return told
}

// callsAnswer says whether the report calls an event an answer: its own words do, or
// its sentence, where that tells of nobody else's deeds.
func (c *Coding) callsAnswer(i int) bool {
	e := &c.Events[i]
	if !reconcile.CallsAnswer(e.Sentence.In(c.Report.Text)) {
		return false
	}
	for j := range c.Events {
		f := &c.Events[j]
		if f.Sentence == e.Sentence && !slices.Equal(f.Actor, e.Actor) {
			return reconcile.CallsAnswer(e.Span.In(c.Report.Text)) && (f.Span.Start < e.Span.Start || f.Span.End > e.Span.End)
		}
	}
	return true
}

// Remarks gives what a report says of the dealings as a whole.
func (c *Coding) Remarks() []demarche.Remark { return remark.Find(c.Report, c.Events) }

// Dated says when reports came out, for events that came without them.
type Dated func(demarche.ReportID) (demarche.Day, bool)

// Gather makes tellings of events that a file holds, in the order of the file. An
// event without id gets one that stands for its place in its report. A report that
// dated does not know is dated by what its events tell.
func Gather(events []demarche.Coded, dated Dated) []demarche.Telling {
	of := map[demarche.ReportID][]demarche.Event{}
	for _, e := range events {
		of[e.Report] = append(of[e.Report], e.Event)
	}
	days := map[demarche.ReportID]demarche.Day{}
	for id, list := range of {
		day, ok := dated(id)
		if !ok {
			day = reconcile.Since(list)
		}
		days[id] = day
	}
	count := map[demarche.ReportID]int{}
	told := make([]demarche.Telling, len(events))
	for i, e := range events {
		n := count[e.Report]
		count[e.Report]++
		if e.ID == "" {
			sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", e.Report, n))
			e.ID = demarche.EventID(strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:])[:16]))
		}
		told[i] = demarche.Telling{Event: e.Event, Known: days[e.Report], Order: n, Evidence: e.Evidence, Answer: reconcile.CallsAnswer(e.Evidence)}
	}
	return told
}

// Acts merges tellings into acts and finds which answer which.
func Acts(told []demarche.Telling) []demarche.Act {
	acts := reconcile.Acts(told, reconcile.Bonds{})
	reconcile.Respond(acts)
	return acts
}
