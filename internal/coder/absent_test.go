package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestAbsent: who is met along with others is not the other side of these.
func TestAbsent(t *testing.T) {
	checkSides(t, []sidesTold{
		{"COPENHAGEN, Nov. 16 -- Denmark is widening its trade links. The first-round talks with Vietnam and Laos were completed last week, the Danish trade ministry said.", []demarche.Code{"DNK", "LAO", "VNM"}},
		{"TOKYO -- Japan is pressing on. Talks with Thailand and the Philippines on labour mobility ended on Tuesday without a result, the Foreign Ministry said.", []demarche.Code{"JPN", "PHL", "THA"}},
		{"ANKARA -- Turkey needs a new pipeline. Further talks with Bulgaria and Romania will be held next month.", []demarche.Code{"BGR", "ROU", "TUR"}},
		{"NAIROBI -- Kenya hopes to settle the fishing row. After a two-day meeting with Ugandan and Tanzanian officials, Kenyan Fisheries Minister Joe Nyagah said the lake would be protected.", []demarche.Code{"KEN", "TZA", "UGA"}},
		{"The Finnish envoy to Serbia, Martti Hakala, met Serbian and Croatian ministers on Tuesday.", []demarche.Code{"FIN", "HRV", "SRB"}},
		// Where the two are all who meet.
		{"Talks between France and Germany ended on Tuesday.", []demarche.Code{"DEU", "FRA"}},
		{"Greek and Turkish officials held talks in Ankara on Tuesday.", []demarche.Code{"GRC", "TUR"}},
		{"Talks with Pakistan ended on Tuesday, Indian Foreign Secretary Shiv Shankar Menon said.", []demarche.Code{"IND", "PAK"}},
	})
}

// TestRollCall: who is told one by one sits at a meeting of many, and nobody beside them.
func TestRollCall(t *testing.T) {
	checkSides(t, []sidesTold{
		{"Foreign ministers from Canada, the European Union (EU) and South Korea held a summit meeting on fishing in Vancouver on Monday.", []demarche.Code{"CAN", "EUR", "KOR"}},
		{"Experts from Switzerland, Austria and Liechtenstein met for a forum on floods in Vaduz on Monday.", []demarche.Code{"AUT", "CHE", "LIE"}},
		{"Estonia and Latvia conferred in Tartu on Tuesday on a pact under a NATO umbrella.", []demarche.Code{"EST", "LVA"}},
		{"The Cairo summit will bring together Egyptian President Hosni Mubarak, Sudanese President Omar al-Beshir and Ethiopian Prime Minister Meles Zenawi on Friday.", []demarche.Code{"EGY", "ETH", "SDN"}},
		{"The Mercosur summit on Friday will be attended by Brazilian President Luiz Inacio Lula da Silva, Argentine President Nestor Kirchner and Chilean President Michelle Bachelet.", []demarche.Code{"ARG", "BRA", "CHL"}},
		{"The meeting on Monday will bring together leaders, including French President Jacques Chirac, German Chancellor Angela Merkel and Polish President Lech Kaczynski.", []demarche.Code{"DEU", "FRA", "POL"}},
		// Where others are told of, or only the host is.
		{"Greek ministers and those of other Balkan countries met for a summit in Athens on Tuesday.", []demarche.Code{"GRC", "XXX"}},
		{"A regional conference on floods will open in Budapest on Friday.", []demarche.Code{"HUN", "XXX"}},
		{"Leaders from 20 countries will attend a summit in Hanoi on Friday.", []demarche.Code{"VNM", "XXX"}},
	})
}

// sidesTold is a text that tells of one meeting, with who meets.
type sidesTold struct {
	text string
	want []demarche.Code
}

// checkSides checks who meets by each of some texts.
func checkSides(t *testing.T, cases []sidesTold) {
	t.Helper()
	model, k := knowledge(t)
	c := NewCoder(model, gate(t), k)
	for _, x := range cases {
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
