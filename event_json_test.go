package demarche

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEventReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Coded{drawEvent(t), rapid.String().Draw(t, "evidence")}
		if err := want.Validate(); err != nil {
			t.Fatal(err)
		}
		line := string(want.AppendJSON(nil))
		var got Coded
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read as %+v, want %+v", line, got, want)
		}
		if strings.ContainsAny(line, "\n\r") {
			t.Errorf("%q is more than a line", line)
		}
		if again := string(got.AppendJSON([]byte("x"))); again != "x"+line {
			t.Errorf("%s is written %s then", line, again)
		}
		packed, err := json.Marshal(want)
		if err != nil || json.Unmarshal(packed, &got) != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read as %+v (%v)", packed, got, err)
		}
	})
}

// TestAppendJSON: the fields stand in the codebook's order, and what a person
// has coded is as the gold files have it.
func TestAppendJSON(t *testing.T) {
	e := expulsion()
	const text = "AT LAST At least 27 more diplomats were expelled & that <by the US>. Snow fell."
	for _, c := range []struct {
		coded Coded
		want  string
	}{
		{Quote(e, text), `{"id":"5e0f","report":"seed-000","type":"expel","actor":["USA"],"recipient":["RUS"],"status":"actual",` +
			`"object":"diplomats","count":{"n":27,"cmp":">="},"place":"","date":"","deadline":"2022-01-30",` +
			`"speaker":"","speaker_state":"","condition":"","start":10,"end":60,"rule":"expel/by-verb","confidence":0.75,"inferred":[],` +
			`"evidence":"` + text[10:60] + `","trigger":{"start":30,"end":38},"sentence":{"start":5,"end":80}}`},
		{Coded{Event: Event{Report: "r", Type: "expel", Status: Denied}},
			`{"report":"r","type":"expel","actor":[],"recipient":[],"status":"denied","object":"","place":"","date":"","deadline":"",` +
				`"speaker":"","speaker_state":"","condition":""}`},
	} {
		if got := string(c.coded.AppendJSON(nil)); got != c.want {
			t.Errorf("it is written\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestUnmarshalEvent(t *testing.T) {
	const start = `{"report":"r","type":"expel","actor":["USA"],"recipient":[],"status":"actual"`
	for _, c := range []struct{ in, want string }{
		{start + `}`, ""},
		{start + `,"count":{"n":3}}`, ""},
		{start + `,"count":null,"start":1,"end":2}`, ""},
		{`{"type":"expel","actor":[],"recipient":[],"status":"actual"}`, "event has no report"},
		{`{"report":"r","type":"expel","recipient":[],"status":"actual"}`, `there is no field "actor"; write [] where the text names nobody`},
		{`{"report":"r","type":"expel","actor":[],"status":"actual"}`, `there is no field "recipient"; write []`},
		{`{"report":"r","type":"expel","actor":[],"recipient":[]}`, `"" is no status of the codebook`},
		{start + `,"colour":"red"}`, `"colour" is no field of an event; leave it out, or correct its name`},
		{start + `,"object":"dogs"}`, `"dogs" is no object of the codebook`},
		{start + `,"place":7}`, `field "place" is a number; write it as the codebook does`},
		{start + `,"count":{"n":"3"}}`, `field "count.n" is a string`},
		{start + `,"count":{"n":3.5}}`, `field "count.n" is a number 3.5`},
		{start + `,"count":{"cmp":">"}}`, `field "count" has no "n"; leave the count out where no number is told`},
		{start + `,"count":{"n":3,"cmp":"<"}}`, `"<" does not compare a count`},
		{start + `,"date":"soon"}`, `field "date": "soon" is no day, month or year`},
		{start + `,"deadline":"2021/2020"}`, `field "deadline": period "2021/2020" ends before it begins`},
		{start + `,"start":3}`, `"start" and "end" belong together`},
		{start + `,"start":3,"end":2}`, "its words 3|2 end before they begin"},
	} {
		var got Coded
		err := json.Unmarshal([]byte(c.in), &got)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.in, err, c.want)
		}
		if err != nil && !reflect.DeepEqual(got, Coded{}) {
			t.Errorf("%s: it is read as %+v all the same", c.in, got)
		}
	}
	var got Coded
	if err := json.Unmarshal([]byte(start+`,"count":{"n":3}}`), &got); err != nil || got.Count != (Quantity{3, "="}) {
		t.Errorf("a count without comparison is %v (%v)", got.Count, err)
	}
}
