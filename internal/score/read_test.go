package score

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"
)

const line = `{"report":"r","type":"expel","actor":["USA"],"recipient":[],"status":"actual"}`

func TestRead(t *testing.T) {
	for _, c := range []struct {
		in              string
		reports, events int
		err             string
	}{
		{"", 0, 0, ""},
		{"\n  \n", 0, 0, ""},
		{line, 1, 1, ""},
		{`{"reports": ["q", "r"]}` + "\n\r\n" + line + "\r\n" + line + "\n", 2, 2, ""},
		{line + "\n{\n", 0, 0, "reading gold.jsonl:2: byte 1 of the line: unexpected end of JSON input; write one event a line, as JSON"},
		{"\n" + line + line, 0, 0, "reading gold.jsonl:2: byte 79 of the line: "},
		{"[]", 0, 0, "reading gold.jsonl:1: "},
		{`{"reports": "r"}`, 0, 0, `reading gold.jsonl:1: "reports" is no field of an event`},
		{strings.Replace(line, "expel", "eat", 1), 0, 0, `reading gold.jsonl:1: event of report r: "eat" is no type of the codebook`},
	} {
		f, err := Read("gold.jsonl", strings.NewReader(c.in))
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: %v, want %q", c.in, err, c.err)
			}
		case err != nil || len(f.Reports) != c.reports || len(f.Events) != c.events:
			t.Errorf("%q: %+v, %v; want %d reports and %d events", c.in, f, err, c.reports, c.events)
		}
	}
	if _, err := Read("x", iotest.ErrReader(errors.New("torn"))); err == nil || err.Error() != "reading x: torn" {
		t.Error(err)
	}
}

func TestIsEvents(t *testing.T) {
	for in, want := range map[string]bool{
		line: true, `{"reports": []}`: true, "": true, " \n": true,
		`{"id":"r","date":"2021-11-30","text":"Russia expelled two."}`:             false,
		`{"id":"r","date":"2021-11-30","type":"news","text":"Russia expelled two.`: false,
		"Russia expelled two.": false, `{"id":"r","type":"news","text":"x"}`: false, "{": false,
	} {
		if got := IsEvents([]byte(in)); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}
