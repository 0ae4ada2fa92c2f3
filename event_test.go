package demarche

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// expulsion is a sound event.
func expulsion() Event {
	return Event{
		ID: "5e0f", Report: "seed-000", Type: "expel", Actor: []Code{"USA"}, Recipient: []Code{"RUS"}, Status: Actual,
		Object: "diplomats", Count: Quantity{27, ">="}, Deadline: On(Day{2022, 1, 30}),
		Span: Span{10, 60}, Trigger: Span{30, 38}, Sentence: Span{5, 80}, Rule: "expel/by-verb", Confidence: 0.75,
	}
}

func TestValidateEvent(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Event)
		want   string // empty for none
	}{
		{"sound", func(*Event) {}, ""},
		{"by a person", func(e *Event) { *e = Event{Report: "r", Type: "consult", Status: Planned} }, ""},
		{"by a person, with words", func(e *Event) { e.Trigger, e.Sentence = Span{}, Span{} }, ""},
		{"none of the objects", func(e *Event) { e.Object, e.Count = "", Quantity{0, "="} }, ""},
		{"no report", func(e *Event) { e.Report = "" }, "event has no report"},
		{"no type", func(e *Event) { e.Type = "invade" }, `event of report seed-000: "invade" is no type of the codebook`},
		{"no status", func(e *Event) { e.Status = "" }, `"" is no status of the codebook`},
		{"no object", func(e *Event) { e.Object = "diplomat" }, `"diplomat" is no object of the codebook`},
		{"no comparison", func(e *Event) { e.Count.Cmp = "" }, `"" does not compare a count: write one of = >= <= > ~`},
		{"half a comparison", func(e *Event) { e.Count.Cmp = " >" }, `" >" does not compare a count`},
		{"below zero", func(e *Event) { e.Count.N = -1 }, "its count -1 is below zero"},
		{"over-confident", func(e *Event) { e.Confidence = 1.5 }, "its confidence 1.5 is not from 0 to 1"},
		{"confidence that is none", func(e *Event) { e.Confidence = math.NaN() }, "its confidence NaN is not from 0 to 1"},
		{"words backwards", func(e *Event) { e.Span = Span{60, 10} }, "its words 60|10 end before they begin"},
		{"trigger before the words", func(e *Event) { e.Trigger.Start = 9 }, "its words 10|60 do not hold their trigger 9|38"},
		{"trigger after the words", func(e *Event) { e.Trigger.End = 61 }, "do not hold their trigger 30|61"},
		{"trigger backwards", func(e *Event) { e.Trigger = Span{38, 30} }, "do not hold their trigger 38|30"},
	} {
		e := expulsion()
		c.change(&e)
		err := e.Validate()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestQuantity(t *testing.T) {
	for want, q := range map[string]Quantity{"": {}, "27": {27, "="}, "0": {0, "="}, ">= 27": {27, ">="}, "~ 12": {12, "~"}} {
		if got := q.String(); got != want {
			t.Errorf("%#v is written %q, want %q", q, got, want)
		}
	}
}

// TestKindsOfTypes: the codebook's types stand once each, and what is said of
// some of them is said of types that there are.
func TestKindsOfTypes(t *testing.T) {
	var symmetric, speech []EventType
	for i, e := range EventTypes {
		if slices.Contains(EventTypes[:i], e) {
			t.Errorf("%s stands twice", e)
		}
		if e.IsSymmetric() {
			symmetric = append(symmetric, e)
		}
		if e.IsSpeech() {
			speech = append(speech, e)
		}
	}
	if len(EventTypes) != 25 || len(symmetric) != 3 || len(speech) != 6 {
		t.Errorf("%d types, of which %v are symmetric and %v speech", len(EventTypes), symmetric, speech)
	}
}

// drawEvent draws a sound event: all that the codebook allows, and texts with
// whatever characters.
func drawEvent(t *rapid.T) Event {
	codes := rapid.SampledFrom([]Code{"USA", "RUS", "EUR", "XKX", Other})
	some := func(label string) []Code {
		return unlessEmpty(rapid.SliceOfNDistinct(codes, 0, 3, rapid.ID).Draw(t, label))
	}
	e := Event{
		Report:       ReportID(rapid.StringMatching(`[a-z]{1,4}-[0-9]{3}`).Draw(t, "report")),
		Type:         rapid.SampledFrom(EventTypes).Draw(t, "type"),
		Actor:        some("actor"),
		Recipient:    some("recipient"),
		Status:       rapid.SampledFrom(Statuses).Draw(t, "status"),
		Object:       rapid.SampledFrom(append([]string{""}, Objects...)).Draw(t, "object"),
		Place:        rapid.String().Draw(t, "place"),
		Date:         drawPeriod(t, "date"),
		Deadline:     drawPeriod(t, "deadline"),
		Speaker:      rapid.String().Draw(t, "speaker"),
		SpeakerState: rapid.SampledFrom([]Code{"", "USA"}).Draw(t, "speaker state"),
		Condition:    rapid.String().Draw(t, "condition"),
	}
	if rapid.Bool().Draw(t, "counted") {
		e.Count = Quantity{rapid.IntRange(0, 1e6).Draw(t, "n"), rapid.SampledFrom(Comparisons).Draw(t, "cmp")}
	}
	at := func(label string, within Span) Span {
		start := rapid.IntRange(within.Start, within.End).Draw(t, label+" start")
		return Span{start, rapid.IntRange(start, within.End).Draw(t, label+" end")}
	}
	if rapid.Bool().Draw(t, "with words") {
		e.Sentence = at("sentence", Span{0, 1e6})
		e.Span = at("words", e.Sentence)
	}
	if rapid.Bool().Draw(t, "by the program") {
		e.ID, e.Rule = "0123abcd", "expel/order-to-leave"
		e.Trigger = at("trigger", e.Span)
		e.Confidence = rapid.Float64Range(0, 1).Draw(t, "confidence")
		if rapid.Bool().Draw(t, "elsewhere") {
			e.Elsewhere = []Elsewhere{{rapid.SampledFrom(TellableElsewhere).Draw(t, "field"), Span{3, 9}}}
		}
		e.Inferred = unlessEmpty(rapid.SliceOf(rapid.SampledFrom([]string{"actor", "date"})).Draw(t, "inferred"))
	}
	return e
}
