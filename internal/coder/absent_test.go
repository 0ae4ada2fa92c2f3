package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestAbsent: who is met along with others is not the other side of these.
func TestAbsent(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, gate(t), k)
	for _, x := range []struct {
		text string
		want []demarche.Code
	}{
		{"COPENHAGEN, Nov. 16 -- Denmark is widening its trade links. The first-round talks with Vietnam and Laos were completed last week, the Danish trade ministry said.", []demarche.Code{"DNK", "LAO", "VNM"}},
		{"TOKYO -- Japan is pressing on. Talks with Thailand and the Philippines on labour mobility ended on Tuesday without a result, the Foreign Ministry said.", []demarche.Code{"JPN", "PHL", "THA"}},
		{"ANKARA -- Turkey needs a new pipeline. Further talks with Bulgaria and Romania will be held next month.", []demarche.Code{"BGR", "ROU", "TUR"}},
		{"NAIROBI -- Kenya hopes to settle the fishing row. After a two-day meeting with Ugandan and Tanzanian officials, Kenyan Fisheries Minister Joe Nyagah said the lake would be protected.", []demarche.Code{"KEN", "TZA", "UGA"}},
		{"The Finnish envoy to Serbia, Martti Hakala, met Serbian and Croatian ministers on Tuesday.", []demarche.Code{"FIN", "HRV", "SRB"}},
		// Where the two are all who meet.
		{"Talks between France and Germany ended on Tuesday.", []demarche.Code{"DEU", "FRA"}},
		{"Greek and Turkish officials held talks in Ankara on Tuesday.", []demarche.Code{"GRC", "TUR"}},
		{"Talks with Pakistan ended on Tuesday, Indian Foreign Secretary Shiv Shankar Menon said.", []demarche.Code{"IND", "PAK"}},
	} {
		r := &demarche.Report{ID: "r", Date: demarche.Day{Year: 2006, Month: 11, Date: 16}, Text: x.text, Body: demarche.Span{End: len(x.text)}}
		events := c.Code(r)
		if len(events) != 1 {
			t.Errorf("%s: %d events", x.text, len(events))
			continue
		}
		got := union(events[0].Actor, events[0].Recipient)
		slices.Sort(got)
		if events[0].Type != "consult" || !slices.Equal(got, x.want) {
			t.Errorf("%s: %s of %v, want %v", x.text, events[0].Type, got, x.want)
		}
	}
}
