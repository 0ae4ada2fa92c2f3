package coder

import (
	"testing"

	"demarche"
)

// TestDatesOfEvents: what is counted from an act dates the act from its other end, and
// what has happened does not lie after its report.
func TestDatesOfEvents(t *testing.T) {
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
		{"Kenya and Somalia agreed on Friday to restore ties, seven years after Kenya had broken off relations with Somalia.", "break_relations", "2016"},
		{"Kenya and Somalia agreed on Friday to restore ties, seven years after Kenya had broken them off, and to reopen their embassies within two months.", "open", ""},
		{"Kenya on Tuesday blamed Somalia for an explosion at its embassy on March 2, 2019.", "accuse", "2023-03-07"},
		{"Kenya expelled two Somali diplomats on March 2.", "expel", "2023-03-02"},
		{"Kenya urged Somalia to lift export curbs imposed on January 4.", "demand", ""},
		{"Kenya has ordered the Somali ambassador to leave and told Somalia to close its consulates in Kismayo and Bosaso, the foreign ministry said on Thursday.", "expel", "2023-03-09"},
		{"Kenya summoned the Somali ambassador on Wednesday to lodge a protest.", "protest", "2023-03-08"},
		{"Kenya will expel two Somali diplomats, the minister said on Friday, a day after Somalia recalled its ambassador from Kenya.", "recall", "2023-03-09"},
		{"The two Kenyan diplomats were declared unwelcome on March 2, when the Kenyan ambassador was summoned by Somalia.", "summon", "2023-03-02"},
		{"Kenya's minister said on Tuesday, a day after Somalia recalled its ambassador from Kenya, that he regretted it.", "recall", "2023-03-06"},
		{"Two days after Somalia recalled its ambassador from Kenya, the two ministers met in Maputo on Tuesday.", "recall", "2023-03-05"},
		{"A day after Somalia expelled a Kenyan diplomat, Nairobi on Tuesday summoned the Somali ambassador.", "summon", "2023-03-07"},
		{"The minister said on Tuesday, after Somalia had closed its embassy in Nairobi, that Kenya was calm.", "close", ""},
		{"Kenya has expelled the Somali ambassador. The decision was handed to the envoy on Tuesday.", "expel", "2023-03-07"},
		{"The presidents of Kenya and Somalia will meet at a summit in Maputo on June 23.", "consult", "2023-06-23"},
		{"Kenya and Somalia have agreed to share water. The accord was signed on Tuesday.", "agree", "2023-03-07"},
		{"Somalia's prime minister flew to Cairo on Tuesday and accused Kenya of lying.", "accuse", "2023-03-07"},
		{"The president of Kenya meets the president of Somalia in Maputo on Tuesday.", "consult", "2023-03-14"},
		{"The president of Kenya will visit Somalia and Sudan next week.", "consult", "2023-03-13/2023-03-19"},
		{"The presidents of Kenya and Somalia are to meet in a fortnight.", "consult", "2023-03-24"},
		{"This is a first meeting between the leaders of Kenya and Somalia since a dispute over fish in 2019.", "consult", ""},
		{"Kenya and Somalia agreed to resume talks that had been stalled since last year.", "consult", ""},
		{"Kenya and Somalia have held talks since Monday.", "consult", "2023-03-06"},
		{"Kenya and Somalia have been friends since they established diplomatic relations in 1963.", "restore_relations", "1963"},
		{"Kenya's president will meet his Somali counterpart on the margins of an African Union summit expected in June.", "consult", "2023-06"},
		{"The Kenyan and Somali defence ministers are slated to meet in Maputo on Saturday.", "consult", "2023-03-11"},
		{"The Kenyan prime minister is due in Mogadishu on Tuesday for talks with the Somali president.", "consult", "2023-03-14"},
		{"Kenya and Somalia agreed to hold talks, officials said in Maputo on Thursday.", "consult", ""},
		{"Kenya and Somalia have agreed to share water, officials said in Maputo on Thursday.", "agree", ""},
		{"The Kenyan president begins a state visit to Somalia on Tuesday.", "consult", "2023-03-14"},
		{"Talks between Kenya and Somalia open in Maputo on Tuesday.", "consult", "2023-03-14"},
		{"The Kenyan president began a state visit to Somalia on Tuesday.", "consult", "2023-03-07"},
		{"Kenya was made to recall its ambassador from Somalia by a communiqué of Monday.", "recall", "2023-03-06"},
		{"Kenya blamed Somalia for blowing up a depot in 2014.", "accuse", ""},
		{"Kenya has expelled two Somali diplomats, Somalia's foreign ministry said on Tuesday.", "expel", ""},
		{"Somalia said on Tuesday that Kenya had expelled two of its diplomats.", "expel", ""},
		{"Kenya has expelled two Somali diplomats, it was reported on Tuesday.", "expel", ""},
		{"Kenya has expelled two Somali diplomats, officials said on Tuesday.", "expel", "2023-03-07"},
		{"Kenya has expelled two Somali diplomats, the foreign ministry in Nairobi said on Tuesday.", "expel", "2023-03-07"},
		{"Kenya's sanctions on Somalia take effect on Tuesday.", "sanction", "2023-03-14"},
		{"The toll, announced on Tuesday, March 7, comes barely two weeks after Kenya expelled two Somali diplomats.", "expel", "2023-02-21"},
		{"The toll, announced on Tuesday, March 7, took effect on Thursday, after Kenya had expelled two Somali diplomats.", "expel", ""},
		{"It is the third time Kenya has thrown out a Somali ambassador since its election in 2017.", "expel", ""},
		{"Kenya and Somalia held talks in Cairo before the summit on March 2.", "consult", "2023-03-02"},
		{"\"We have today expelled two Somali diplomats,\" Kenya's foreign minister told parliament on Thursday.", "expel", "2023-03-09"},
		{"\"We have today expelled two Somali diplomats,\" Kenya's foreign minister told parliament.", "expel", "2023-03-10"},
		{"The Somali envoys, expelled by Kenya last Thursday, left Nairobi on Tuesday.", "expel", "2023-03-09"},
		{"The Somali envoys expelled by Kenya on March 2 left Nairobi on Tuesday.", "depart", "2023-03-07"},
		{"NAIROBI, 2 March: Kenya expels two Somali diplomats.", "expel", "2023-03-02"},
		{"March 2. Kenya throws out two Somali diplomats.", "expel", "2023-03-02"},
	} {
		found := false
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}) {
			if e.Type != tc.kind {
				continue
			}
			found = true
			if got := e.Date.String(); got != tc.want {
				t.Errorf("%s: %s on %q, want %q", tc.text, tc.kind, got, tc.want)
			}
			if tc.kind == "open" && (e.Status != demarche.Planned || e.Deadline.String() != "2023-05-10") {
				t.Errorf("%s: %s %s by %s, want planned by 2023-05-10", tc.text, tc.kind, e.Status, e.Deadline)
			}
		}
		if !found {
			t.Errorf("%s: no %s", tc.text, tc.kind)
		}
	}
}

// TestDaysOfOthers: what several did, each on a day of his own.
func TestDaysOfOthers(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2022-04-08")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][2]string{
		"Kenya expelled forty Somali diplomats on Monday; Ghana thirty on Tuesday.":               {"2022-04-04", "2022-04-05"},
		"Kenya expelled 13 Somali diplomats on Monday, Ghana four.":                               {"2022-04-04", "2022-04-04"},
		"Kenya expelled four Somali diplomats on Monday, and Ghana followed on Tuesday.":          {"2022-04-04", "2022-04-05"},
		"Kenya recalled its ambassador from Somalia last week. Ghana has done so too, on Monday.": {"2022-03-28/2022-04-03", "2022-04-04"},
	} {
		var got []string
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
			got = append(got, e.Date.String())
		}
		if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
