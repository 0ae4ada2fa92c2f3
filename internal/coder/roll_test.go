package coder

import (
	"fmt"
	"strings"
	"testing"

	"demarche"
)

// TestRolls: who is named one by one as taking part is all there are; standing organs and
// gatherings of professions are no meetings of States.
func TestRolls(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2006-11-16")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		want string // the meetings, parted by semicolons
	}{
		{"The United States and Japan conferred in Geneva on Tuesday.", "USA JPN"},
		{"Officials from the United States, Cuba and Mexico attended a forum on migration in Lima on Monday.", "USA CUB+MEX"},
		{"The United Arab Emirates and Oman met in Muscat on Monday to discuss their border.", "ARE OMN"},
		{"Seychelles President James Michel attended the Beijing Summit of the Forum on China-Africa Cooperation.", "CHN SYC+XXX"},
		{"Finance ministers from a dozen countries ended a three-day meeting in Jakarta on Thursday.", "IDN XXX"},
		{"The decision was taken at a meeting of the OAS permanent council in Panama in June.", ""},
		{"The report was drawn up at a session of the UN disarmament committee in Geneva.", ""},
		{"Surgeons of 30 Asian countries will meet in Colombo next week.", ""},
		{"He is head of International Conferences at the ministry in Damascus.", ""},
	} {
		var got []string
		r := &demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}
		for _, e := range NewCoder(model, nil, k).Code(r) {
			if e.Type == "consult" {
				got = append(got, strings.Trim(fmt.Sprint(e.Actor), "[]")+" "+strings.ReplaceAll(strings.Trim(fmt.Sprint(e.Recipient), "[]"), " ", "+"))
			}
		}
		if got := strings.Join(got, "; "); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
}
