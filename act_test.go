package demarche_test

import (
	"encoding/json"
	"testing"

	"demarche"
)

func TestActJSON(t *testing.T) {
	day := demarche.Day{Year: 2018, Month: 3, Date: 30}
	told := func(report string, known demarche.Day) demarche.Telling {
		return demarche.Telling{Known: known, Evidence: "<words>", Event: demarche.Event{
			ID: demarche.EventID("e" + report), Report: demarche.ReportID(report), Type: "expel", Actor: []demarche.Code{"RUS"}, Status: demarche.Actual}}
	}
	a := demarche.Act{
		ID: "ae1", Type: "expel", Actor: []demarche.Code{"RUS"}, Status: demarche.Actual, Known: day, Count: demarche.Quantity{N: 60, Cmp: ">="},
		History:  []demarche.Step{{Status: demarche.Actual, Known: day, Event: "e1"}},
		Tellings: []demarche.Telling{told("1", day), told("2", day.Plus(1)), told("1", day.Plus(2))},
		Answers:  []demarche.Answer{{Act: "ae0", Score: 75, Lag: 0, Dated: true}, {Act: "ae9", Explicit: true, Score: 99}},
	}
	const want = `{"id":"ae1","type":"expel","actor":["RUS"],"recipient":[],"status":"actual","object":"","count":{"n":60,"cmp":">="},"place":"","date":"","deadline":"","known":"2018-03-30",` +
		`"history":[{"status":"actual","known":"2018-03-30","event":"e1"}],"events":[`
	got := string(a.AppendJSON([]byte("x")))
	if len(got) < len(want) || got[1:len(want)+1] != want {
		t.Errorf("%s", got)
	}
	var back struct {
		Events  []demarche.Coded
		Answers []map[string]any
	}
	if err := json.Unmarshal([]byte(got[1:]), &back); err != nil || len(back.Events) != 3 || back.Events[0].Evidence != "<words>" {
		t.Errorf("%v %v", back, err)
	}
	if back.Answers[0]["lag"] != 0.0 || back.Answers[0]["how"] != "inferred" || back.Answers[1]["how"] != "explicit" || back.Answers[1]["lag"] != nil {
		t.Errorf("%v", back.Answers)
	}
	if r := a.Reports(); len(r) != 2 || r[0] != "1" || r[1] != "2" {
		t.Errorf("%v", r)
	}
	if a.Day() != day {
		t.Error(a.Day())
	}
	a.Date = demarche.On(day.Plus(-1))
	if a.Day() != day.Plus(-1) {
		t.Error(a.Day())
	}
}
