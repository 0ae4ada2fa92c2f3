package coder

import (
	"fmt"
	"strings"
	"testing"

	"demarche"
)

// TestOneVisit: an arrival told after the meeting that it was for is no meeting of its own,
// nor is going away from where one was.
func TestOneVisit(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2006-11-16")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		want string // the meetings, parted by semicolons
	}{
		{"Portuguese Prime Minister Jose Socrates met here Thursday with Zambian Foreign Minister Mundia Sikatana. The two sides discussed trade. Sikatana arrived in Lisbon on Tuesday for a three-day official visit at the invitation of his Portuguese counterpart.", "PRT ZMB"},
		{"Chilean President Michelle Bachelet held talks with Norwegian King Harald in Santiago on Tuesday. They spoke of trade and fishing. The king arrived in the Chilean capital on Sunday for a state visit.", "CHL NOR"},
		{"Sudanese President Omar al-Bashir met Egyptian Intelligence Chief Omar Suleiman on Wednesday. Suleiman flew to Khartoum on Tuesday for talks on Darfur.", "SDN EGY"},
		// another State, another city, another time
		{"Bulgarian President Georgi Parvanov met Romanian President Traian Basescu on Monday in Bucharest. Parvanov arrived in Budapest on Tuesday for a visit to Hungary.", "BGR ROU; BGR HUN"},
		{"Estonian President Toomas Hendrik Ilves held talks with Finnish President Tarja Halonen on 2 October. Halonen arrived in Tallinn on Tuesday for a state visit.", "EST FIN; FIN EST"},
		{"King Mohammed VI of Morocco arrived in Dakar on Monday for a visit to Senegal. On Wednesday he met President Abdoulaye Wade.", "MAR SEN; SEN MAR"},
		// a tour is his who makes it, or theirs who make it together
		{"Chinese Premier Wen Jiabao will pay official visits to France, Peru and Chile in December.", "CHN FRA; CHN PER; CHN CHL"},
		{"The Kenyan and Ugandan presidents will pay visits to Norway and Chile in December.", "KEN+UGA NOR; KEN+UGA CHL"},
		{"Ghana's Speaker Ebenezer Sekyi Hughes will pay a week-long goodwill visit to China from Dec. 3 to 9.", "GHA CHN"},
		// going away
		{"Peruvian President Alan Garcia met Bolivian President Evo Morales in La Paz on Tuesday. He will leave La Paz on Thursday.", "PER BOL"},
		{"Norwegian and Swedish envoys left Lima on Monday after waiting six days for an answer from Paraguay.", ""},
		{"King Mohammed VI of Morocco left on Monday for a visit to Senegal.", "MAR SEN"},
	} {
		var got []string
		r := &demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}
		for _, e := range NewCoder(model, nil, k).Code(r) {
			if e.Type == "consult" {
				got = append(got, strings.ReplaceAll(strings.Trim(fmt.Sprint(e.Actor), "[]"), " ", "+")+" "+strings.Trim(fmt.Sprint(e.Recipient), "[]"))
			}
		}
		if g := strings.Join(got, "; "); g != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.text, g, tc.want)
		}
	}
}
