package demarche_test

import (
	"encoding/json"
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
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
	if a.Day() != day {
		t.Error(a.Day())
	}
	a.Date = demarche.On(day.Plus(-1))
	if a.Day() != day.Plus(-1) {
		t.Error(a.Day())
	}
}

// TestBrief: an act reads back as it was written, but for the tellings, of which the
// ids stay, and the answers.
func TestBrief(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := demarche.Day{Year: 2018, Month: 3, Date: 30}.Plus(rapid.IntRange(-9999, 9999).Draw(t, "day"))
		text := rapid.StringMatching(`[a-zé<> "\\]{0,9}`)
		a := demarche.Act{
			ID: demarche.ActID(text.Draw(t, "id")), Type: rapid.SampledFrom(demarche.EventTypes).Draw(t, "type"), Status: rapid.SampledFrom(demarche.Statuses).Draw(t, "status"),
			Object: text.Draw(t, "object"), Place: text.Draw(t, "place"), Known: day,
			Actor:    []demarche.Code{"USA", "GBR"}[:rapid.IntRange(1, 2).Draw(t, "actors")],
			History:  []demarche.Step{{Status: demarche.Planned, Known: day, Event: "e"}},
			Tellings: []demarche.Telling{{Event: demarche.Event{ID: "e"}}, {Event: demarche.Event{ID: "f"}}},
			Accounts: []demarche.Account{{Field: "count", Value: text.Draw(t, "value"), Events: []demarche.EventID{"e"}}},
		}
		if rapid.Bool().Draw(t, "dated") {
			a.Date, a.Deadline, a.Count = demarche.On(day), demarche.MonthOf(day.Year, day.Month), demarche.Quantity{N: 7, Cmp: ">="}
		}
		line := a.AppendBrief(nil)
		got, err := demarche.ParseBrief(line)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// FuzzParseBrief: what is read at all is written the same again.
func FuzzParseBrief(f *testing.F) {
	f.Add([]byte(`{"id":"a","type":"expel","count":{"n":1,"cmp":"="},"date":"2018","known":"2018-01-01","history":[{"status":"actual","known":"2018-01-01","event":"e"}],"events":["e"]}`))
	f.Add([]byte(`{"events":null,"count":{}}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := demarche.ParseBrief(line)
		if err != nil {
			return
		}
		b, err := demarche.ParseBrief(a.AppendBrief(nil))
		if err != nil {
			t.Fatalf("%s: %v", a.AppendBrief(nil), err)
		}
		if diff := cmp.Diff(a.AppendBrief(nil), b.AppendBrief(nil)); diff != "" {
			t.Error(diff)
		}
	})
}
