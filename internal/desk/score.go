package desk

import (
	"bytes"
	"fmt"

	"demarche"
	"demarche/internal/score"
)

// EventFile is a file of events, gold or found: JSON lines, each of them an event.
type EventFile = score.File

// ReadEvents reads a file of events. The first line that is none is an error, which
// names the file and the line.
func ReadEvents(name string, lines []byte) (*EventFile, error) {
	return score.Read(name, bytes.NewReader(lines))
}

// Scores are how events compare with gold.
type Scores struct {
	*score.Judgement
	LeftOut int // found events of reports that gold does not have
}

// Slots are the fields that are compared where an event was found, besides its status.
func Slots() []string { return score.Slots[:] }

// mostOfOne is how many events one report may have, on either side, that a desk judges:
// each of gold may be a pair with each that was found.
const mostOfOne = 500

// Score compares events with gold. It refuses reports with far more events than a report
// tells.
func Score(gold *EventFile, found []demarche.Event) (Scores, error) {
	found, leftOut := gold.Of(found)
	for _, events := range [][]demarche.Event{gold.Events, found} {
		n := map[demarche.ReportID]int{}
		for i := range events {
			id := events[i].Report
			if n[id]++; n[id] > mostOfOne {
				return Scores{}, fmt.Errorf("report %q has more than %d events: judge it with demarche score", id, mostOfOne)
			}
		}
	}
	return Scores{score.Judge(gold.Events, found), leftOut}, nil
}

// Group is the part of scores that is about one type, report or status.
type Group = score.Group

// By judges each type, report or status for itself.
func (s Scores) By(what string) []Group {
	switch what {
	case "type":
		return s.ByType()
	case "report":
		return s.ByReport()
	case "status":
		return s.ByStatus()
	}
	return nil
}
