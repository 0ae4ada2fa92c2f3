package coder

import (
	"testing"

	"demarche"
	"demarche/internal/syntax"
)

// TestPlaces: a capital may be told by its country, a city by the clause that it opens
// or by the verb that a meeting is subject of, and that of a mission sentences before; it
// may be pointed to, be that of a mission that acts, or of the gathering at which two meet.
func TestPlaces(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2023-03-10")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		kind demarche.EventType
		want string
	}{
		{"Kenya withdrew its ambassador from the Syrian capital.", "recall", "Damascus"},
		{"Kenya opened an embassy in the Lithuanian capital of Vilnius.", "open", "Vilnius"},
		{"Ismail, the Sudanese foreign minister, was on his way back from Tripoli, where he had talks with Libyan officials.", "consult", "Tripoli"},
		{"Talks between Kenya and Somalia collapsed in Astana on Wednesday.", "consult", "Astana"},
		{"Oslo hosted talks between Kenya and Somalia on Wednesday.", "consult", "Oslo"},
		{"Kenya and Somalia held talks in The Hague on Wednesday.", "consult", "The Hague"},
		{"American officials secured the residence of Russia's consul general in Seattle.", "seize", "Seattle"},
		{"The Chinese consulate in Houston was quiet on Monday. The United States has closed the consulate.", "close", "Houston"},
		{"The U.S. consulates in Chengdu, Wuhan and Shenyang were quiet. China has closed the U.S. consulate.", "close", ""},
		{"The Chinese consulate in Houston was quiet on Monday. China has closed the U.S. consulate.", "close", ""},
		{"Kenya ordered Russia to shrink its embassy in Nairobi to the size of the Kenyan one in Moscow.", "limit_staff", "Nairobi"},
		{"Elbaradei, the head of the IAEA, was in Moscow for talks with Russian officials.", "consult", "Moscow"},
		{"The presidents of Kenya and Somalia may meet on the margins of a summit in Jakarta.", "consult", "Jakarta"},
		{"The presidents of Kenya and Somalia held talks here on Wednesday.", "consult", "Port Louis"},
		{"The presidents of Kenya and Somalia met in a Geneva hotel on Thursday.", "consult", "Geneva"},
		{"A Somali delegation is in Nairobi for talks with Kenyan officials.", "consult", "Nairobi"},
		{"Kenya has expelled the Somali ambassador, officials in Mogadishu said on Friday.", "expel", ""},
		{"The foreign ministry in Madrid called in the Moroccan ambassador.", "summon", "Madrid"},
		{"The Kenyan consulate in Bosaso, from which Kenya withdrew its diplomats in January, is empty.", "recall", "Bosaso"},
		{"A Somali consul in Mombasa, Ali Nur, was expelled by Kenya on Thursday.", "expel", "Mombasa"},
		{"Kenya's ambassador flew home from Damascus, after Syrian police had stormed the Kenyan embassy.", "seize", "Damascus"},
		{"Kenya's president flew to Jeddah on Tuesday to meet Somalia's president.", "consult", "Jeddah"},
		{"Kenya broke off relations with Somalia after its embassy in Mogadishu was attacked.", "break_relations", ""},
		{"Kenya handed a note of protest to the Somali embassy in Nairobi.", "protest", "Nairobi"},
		{"Kenya will expel Somalia's ambassador to Nairobi.", "expel", "Nairobi"},
		{"Kenya recalled its ambassador to Nairobi for consultations after Somalia seized the port.", "recall", ""},
		{"Kenya withdrew its envoy from Phnom Penh on Monday over Cambodia's vote.", "recall", "Phnom Penh"},
		{"The Somali consulate in Mombasa was closed by Kenya, and 15 of its employees were told to leave.", "expel", "Mombasa"},
		{"Kenya also ordered out 27 people from the Somali embassy in Nairobi and the Consulate General in Mombasa.", "expel", ""},
		{"Kenya reopened its embassy here on Tuesday after an absence of eight months.", "open", "Port Louis"},
		{"The foreign ministers of Kenya and Somalia met in Singapore on Monday.", "consult", "Singapore"},
		{"The foreign ministers of Kenya and Singapore met on Monday.", "consult", ""},
		{"Kenya told 63 Somalis at the Nairobi embassy to go by the end of May.", "expel", "Nairobi"},
		{"The Kenyan president, who arrived here late on Monday, held talks with Somali Prime Minister Ali Nur.", "consult", "Port Louis"},
		{"Kenya and Somalia will hold talks next month, Kenya's foreign minister told reporters here.", "consult", ""},
		{"Defence officials of Kenya and Somalia are to meet in the Somali town of Aranyawein next month.", "consult", "Aranyawein"},
		{"The presidents of Kenya and Somalia met on the resort island of Lombok.", "consult", "Lombok"},
		{"Bangladeshi Prime Minister Sheikh Hasina left Dhaka for Bangkok Wednesday on a three-day official visit.", "consult", "Bangkok"},
		{"Chinese President Jiang Zemin left here Friday for Lisbon on a state visit to Portugal.", "consult", "Lisbon"},
		{"Somalia told Kenya to close its consulate in Bosaso. The Somali consulate in Mombasa was quiet. The Kenyan consulate has to cease work by Sunday.", "close", "Bosaso"},
		{"Kenya has expelled Ali Nur, who represents Somalia in Mombasa.", "expel", "Mombasa"},
		{"Kenya expelled a Somali diplomat who works at the consulate in Mombasa.", "expel", "Mombasa"},
		{"Kenya expelled a Somali diplomat who had lunched with dealers in Mombasa.", "expel", ""},
		{"Kenya expelled three Somali diplomats, among them the consul in Mombasa, on Thursday.", "expel", "Mombasa"},
		{"Kenya closed the Somali consulate in Mombasa. Its consul and two clerks have been told to leave.", "expel", "Mombasa"},
	} {
		found := false
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: tc.text, Dateline: demarche.Dateline{Place: "PORT LOUIS"}, Body: demarche.Span{End: len(tc.text)}}) {
			if e.Type != tc.kind {
				continue
			}
			found = true
			if e.Place != tc.want {
				t.Errorf("%s: %s in %q, want %q", tc.text, tc.kind, e.Place, tc.want)
			}
		}
		if !found {
			t.Errorf("%s: no %s", tc.text, tc.kind)
		}
	}
}

// metAt gives the place of the last meeting that a report of 10 March 2023 tells, and whether
// it tells any.
func metAt(model *syntax.Model, k *Knowledge, text string) (place string, found bool) {
	day := demarche.Day{Year: 2023, Month: 3, Date: 10}
	for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
		if e.Type == "consult" {
			place, found = e.Place, true
		}
	}
	return place, found
}

// TestHere: in a report without a dateline, a meeting "here" is in the capital of whoever
// is visited, if the words tell who that is.
func TestHere(t *testing.T) {
	model, k := knowledge(t)
	for text, want := range map[string]string{
		"Kenya's vice president met with a delegation from Somalia here Wednesday.":                 "Nairobi",
		"Kenya's president held talks here Tuesday with visiting Somali President Ali Nur.":         "Nairobi",
		"Kenya's president, who arrived here on Tuesday, held talks with Somali President Ali Nur.": "Mogadishu",
		"Kenya's president held talks here Tuesday with Somali President Ali Nur.":                  "",
		"Kenya's president held talks here Tuesday with African leaders.":                           "",
	} {
		if place, found := metAt(model, k, text); !found || place != want {
			t.Errorf("%s: in %q, want %q", text, place, want)
		}
	}
}

// TestVenues: who has come to a city is met there, until he is told to be elsewhere or on
// another day, and not by those who telephone.
func TestVenues(t *testing.T) {
	model, k := knowledge(t)
	for text, want := range map[string]string{
		"Kenyan President William Ruto was in Jeddah on Tuesday for talks with the Saudi king. Africa wants peace, Ruto said when meeting Somali Prime Minister Ali Nur.":     "Jeddah",
		"Kenya's president held talks with the Saudi king in Jeddah on Tuesday. He met the prime minister of Yemen on Thursday.":                                              "Jeddah",
		"Kenya's president held talks with the Saudi king in Jeddah on Wednesday. He will meet the prime minister of Yemen on Saturday.":                                      "Jeddah",
		"Kenya's president held talks with the Saudi king in Jeddah on Tuesday. He telephoned the prime minister of Yemen.":                                                   "",
		"Kenya's president held talks with the Saudi king in Jeddah on Tuesday. He met the prime minister of Yemen in May 2019.":                                              "",
		"Kenya's president held talks with the Saudi king in Jeddah on Tuesday. He will meet the prime minister of Yemen next month.":                                         "",
		"Kenyan President William Ruto arrived in Rabat on Tuesday, a day after the Somali prime minister visited Nairobi. Ruto met King Mohammed VI of Morocco on Thursday.": "Rabat",
		"The foreign ministers of Kenya, Somalia and Sudan met in Jeddah on Tuesday. Somalia's foreign minister also met the prime minister of Yemen, officials said.":        "",
	} {
		if place, found := metAt(model, k, text); !found || place != want {
			t.Errorf("%s: in %q, want %q", text, place, want)
		}
	}
}
