package store

import (
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestDecode: what the record writes it reads as it was.
func TestDecode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[A-Za-zé<>& "\\]{0,12}`)
		day := demarche.Day{Year: 2018, Month: 3, Date: 30}.Plus(rapid.IntRange(-99999, 99999).Draw(t, "day"))
		span := func(name string) demarche.Span {
			n := rapid.IntRange(0, 99).Draw(t, name)
			return demarche.Span{Start: n, End: n + 9}
		}
		e := demarche.Event{
			ID: "e", Report: demarche.ReportID(text.Draw(t, "report")), Type: "expel", Actor: []demarche.Code{"USA"}, Status: demarche.Actual, Place: text.Draw(t, "place"),
			Object: "staff", Speaker: text.Draw(t, "speaker"), SpeakerState: "RUS", Condition: text.Draw(t, "condition"), Rule: "expel/x", Confidence: 0.85,
			Span: span("span"), Trigger: span("trigger"), Sentence: span("sentence"),
		}
		switch rapid.IntRange(0, 3).Draw(t, "more") {
		case 1:
			e.Date, e.Deadline = demarche.On(day), demarche.MonthOf(day.Year, day.Month)
		case 2:
			e.Count, e.Recipient, e.Inferred = demarche.Quantity{N: 27, Cmp: ">="}, []demarche.Code{"RUS", "GBR"}, []string{"actor"}
			e.Elsewhere = []demarche.Elsewhere{{Field: "place", Span: span("place")}, {Field: "date", Span: span("day")}}
		case 3:
			e.Date = demarche.Period{From: day, Until: day.Plus(900)}
		}
		words := text.Draw(t, "words")
		line := demarche.Coded{Event: e, Evidence: words}.AppendJSON(nil)
		s := newScanner()
		if _, _, ok := s.event(line); !ok {
			t.Fatalf("the scanner does not know its own form: %s", line)
		}
		got, evidence, err := decode(line, s)
		if err != nil {
			t.Fatal(err)
		}
		// What another program wrote is read as well.
		spaced := append([]byte("{ "), line[1:]...)
		if other, _, err := decode(spaced, s); err != nil || !cmp.Equal(e, other) {
			t.Fatalf("%v %+v", err, other)
		}
		if diff := cmp.Diff(e, got); diff != "" || evidence != words {
			t.Fatal(evidence, diff)
		}
	})
}

func TestPlainDay(t *testing.T) {
	for s, want := range map[string]bool{"2021-11-30": true, "": false, "2021-11": false, "2021/11/30": false, "2021-1x-30": false} {
		if d, ok := plainDay(s); ok != want || ok && d.String() != s {
			t.Errorf("%q: %v %v", s, d, ok)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	line := demarche.Coded{Event: demarche.Event{
		ID: "3pinq2wbong2oefl", Report: "seed-000", Type: "expel", Actor: []demarche.Code{"USA"}, Recipient: []demarche.Code{"RUS"}, Status: demarche.Actual,
		Object: "diplomats", Count: demarche.Quantity{N: 27, Cmp: ">="}, Date: demarche.On(demarche.Day{Year: 2021, Month: 11, Date: 30}), Span: demarche.Span{Start: 9, End: 99},
	}, Evidence: "At least 27 more Russian diplomats and their families were expelled by the US"}.AppendJSON(nil)
	b.Run("store", func(b *testing.B) {
		s := newScanner()
		for b.Loop() {
			if _, _, err := decode(line, s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("root", func(b *testing.B) {
		for b.Loop() {
			var c demarche.Coded
			if err := c.UnmarshalJSON(line); err != nil {
				b.Fatal(err)
			}
		}
	})
}
