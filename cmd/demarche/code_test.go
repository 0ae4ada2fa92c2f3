package main

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/export"
	"github.com/google/go-cmp/cmp"
)

// TestJSONLines: each event is one line, its words are those of the report, and
// it reads back as it was.
func TestJSONLines(t *testing.T) {
	c := dispute(t)
	lines := strings.SplitAfter(string(appendJSONLines([]byte("x"), c)), "\n")
	if len(lines) != len(c.Events)+1 || lines[len(lines)-1] != "" {
		t.Fatalf("%d lines", len(lines))
	}
	lines[0] = strings.TrimPrefix(lines[0], "x")
	for i, e := range c.Events {
		var got demarche.Coded
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(demarche.Coded{Event: e, Evidence: c.Report.Text[e.Span.Start:e.Span.End]}, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCSV(t *testing.T) {
	c := dispute(t)
	text := string(appendCSV(appendRecords(nil, export.Columns), c))
	if n := strings.Count(text, "\r\n"); n != len(c.Events)+1 || strings.Count(text, "\n") != n {
		t.Errorf("%q has %d lines", text, n)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, cell := range r {
			if cell != "" && cell != "0" {
				m[rows[0][i]] = cell
			}
		}
		got = append(got, m)
	}
	want := []map[string]string{
		{
			"id": "a1", "report": "r-1", "type": "expel", "actor": "USA", "recipient": "RUS", "status": "actual", "object": "diplomats",
			"n": "27", "cmp": ">=", "deadline": "2022-01-30", "end": "77", "rule": "expel/by-verb", "confidence": "0.9",
			"evidence": `At least 27 more Russian diplomats, "and families", were expelled <by the US>`, "trigger_start": "57", "trigger_end": "65", "sentence_end": "78",
		},
		{
			"id": "b2", "report": "r-1", "type": "respond", "actor": "RUS", "status": "threatened", "speaker": "Sergei Ryabkov", "speaker_state": "RUS",
			"start": "79", "end": "98", "rule": "respond/will", "confidence": "0.5", "inferred": "recipient+actor", "evidence": "Moscow will respond",
			"trigger_start": "91", "trigger_end": "98",
		},
		{
			"id": "c3", "report": "r-1", "type": "consult", "actor": "RUS+USA", "recipient": "GBR", "status": "actual", "place": "Vienna",
			"date": "2021-11", "rule": "consult/meet", "confidence": "1",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := appendCSV(nil, coding(t, "Snow fell.")); len(got) > 0 {
		t.Errorf("a report without events is written %q", got)
	}
}
