package desk

import (
	"fmt"
	"io/fs"
	"slices"
	"testing"

	"demarche"
	"demarche/internal/intake"
)

// TestExamples: what a reader would name first of each report that is shipped is found in it,
// with the networks as they are.
func TestExamples(t *testing.T) {
	want := map[demarche.ReportID]string{
		"2016-01-04-saudi-arabia-iran":              "break_relations [SAU] [IRN] actual",
		"2018-03-26-united-states-russia":           "expel [USA] [RUS] actual",
		"2018-03-30-russia-united-states":           "expel [RUS] [USA] actual",
		"2018-08-06-saudi-arabia-canada":            "expel [SAU] [CAN] actual",
		"2020-07-24-china-united-states":            "close [CHN] [USA] actual",
		"2021-04-21-czech-republic-russia":          "limit_staff [CZE] [RUS] planned",
		"2021-04-30-united-states-russia":           "close [USA] [RUS] planned",
		"2021-09-17-france-united-states-australia": "recall [FRA] [USA AUS] actual",
		"2021-10-25-turkey-ten-ambassadors":         "expel [TUR] [XXX] denied",
		"2023-03-10-iran-saudi-arabia":              "restore_relations [IRN] [SAU] planned",
	}
	var paths []string
	for id := range want {
		paths = append(paths, "examples/"+string(id)+".txt")
	}
	reports := intake.Read(paths, intake.Options{Open: func(p string) (fs.File, error) { return demarche.Examples.Open(p) }})
	render := func(dst []byte, c *Coding) []byte {
		if !slices.ContainsFunc(c.Events, func(e demarche.Event) bool {
			return fmt.Sprintf("%s %v %v %s", e.Type, e.Actor, e.Recipient, e.Status) == want[c.Report.ID]
		}) {
			t.Errorf("%s: no %s", c.Report.ID, want[c.Report.ID])
		}
		delete(want, c.Report.ID)
		return dst
	}
	for _, err := range open(t).Code(t.Context(), reports, 1, render) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(want) > 0 {
		t.Errorf("not read: %v", want)
	}
}
