package coder

import (
	"testing"

	"demarche"
)

// TestSpeakers: who tells an act at the end of its sentence speaks for the State that it
// is told of, unless another is named beside.
func TestSpeakers(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2024-10-14")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		kind demarche.EventType
		want demarche.Code
	}{
		{"Denmark has not shut the embassy in Mali and will not do so, a deputy minister affirmed.", "close", "DNK"},
		{"Bangladesh may slow the issue of visas to Burmese officials, the home secretary in Dhaka hinted on Wednesday.", "deny_visa", "BGD"},
		{"Chad has expelled the German ambassador, German officials said.", "expel", "DEU"},
		{"Kenyan President William Ruto spoke for an hour. Before the U.N. General Assembly in a speech, he remarked that Kenya would \"at once close its embassy\" in Chad.", "close", "KEN"},
		{"Chad has expelled the German ambassador.", "expel", ""},
		{"Germany summoned the Chadian envoy. Chad has expelled the German ambassador, Foreign Minister Mahamat Saleh said on Friday, calling him discourteous.", "expel", "TCD"},
		{"Chad has expelled the German ambassador, the foreign ministry said on Friday. He must leave by Sunday.", "expel", "TCD"},
		{"Chad expels German ambassador: Berlin\n\nChad has expelled the German ambassador, the ministry in Berlin said.", "expel", "DEU"},
		{"Chad has expelled the German ambassador, officials in Berlin said.", "expel", "DEU"},
		{"Two German diplomats were ordered to leave Chad, a ministry spokeswoman in Berlin said on Monday.", "expel", "DEU"},
		{"Germany's foreign minister was refused a visa by Chad, her office said.", "deny_visa", "DEU"},
		{"The German ambassador told reporters that Chad had recalled its envoy, adding that Germany would close its embassy in Chad.", "close", "DEU"},
		{"Germany's minister said on Friday, a day after Chad expelled the German ambassador, that he was calm.", "expel", ""},
		{"Chad said Germany had armed the rebels, a claim denied by Berlin.", "reject", ""},
		{"Germany vowed \"firm steps\" and said Chad would bear the cost.", "respond", ""},
	} {
		found := false
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}) {
			if e.Type != tc.kind {
				continue
			}
			found = true
			if e.SpeakerState != tc.want {
				t.Errorf("%s: %s told by %q, want %q", tc.text, tc.kind, e.SpeakerState, tc.want)
			}
		}
		if !found {
			t.Errorf("%s: no %s", tc.text, tc.kind)
		}
	}
}
