package coder

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"demarche"
)

// TestTermsOfOthers: a term told with what is to be done by it is that of this act and of
// no other; "the same date" is the one told before.
func TestTermsOfOthers(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-11-30")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		want map[demarche.EventType]string
	}{
		{"Chile told Peru to close its consulate in Arica, and Lima has until April to reduce staff at its embassy.", map[demarche.EventType]string{"close": "", "limit_staff": "2022-04"}},
		{"Chile urged Peru to answer its proposals by Friday.", map[demarche.EventType]string{"demand": "2021-12-03"}},
		{"Peru must vacate its consulate in Arica by Friday, the Chilean foreign ministry said.", map[demarche.EventType]string{"close": "2021-12-03"}},
		{"Chile gave Peru until noon on Friday to explain the raid.", map[demarche.EventType]string{"demand": "2021-12-03"}},
		{"Peru's chargé d'affaires in Santiago was ordered to return to Lima within 48 hours.", map[demarche.EventType]string{"recall": "2021-12-02"}},
		{"Peru withdrew its ambassador from Chile within a day.", map[demarche.EventType]string{"recall": ""}},
		{"Chile set a deadline of December 20 for the departure of the Peruvian diplomats.", map[demarche.EventType]string{"expel": "2021-12-20"}},
		{"Chile has handed Peru a list of ten demands. Lima has a week to respond, a diplomat said.", map[demarche.EventType]string{"demand": "2021-12-07"}},
		{"Chile gave Peru one month to cut the number of its diplomats in Santiago.", map[demarche.EventType]string{"limit_staff": "2021-12-30"}},
		{"Chile has given Peru a deadline of December 8 to cut its embassy. Peru told Chile's envoy to leave by the same day.", map[demarche.EventType]string{"limit_staff": "2021-12-08", "expel": "2021-12-08"}},
		{"Chile told Peru to close its consulate in Arica by December 8. Bolivia ordered the Peruvian consulate in Oruro closed and set the same deadline.", map[demarche.EventType]string{"close": "2021-12-08"}},
		{"Chile expelled five Peruvian diplomats, who must leave by December 8. Bolivia told the Peruvian consulate in Oruro to close by the same date.", map[demarche.EventType]string{"expel": "2021-12-08", "close": "2021-12-08"}},
		{"Chile and Peru agreed to open the border within two weeks.", map[demarche.EventType]string{"agree": "2021-12-14"}},
		{"Chile gave Peru until Friday to reverse its decision on the consulate.", map[demarche.EventType]string{"demand": "2021-12-03"}},
		{"Chile gave Peru until Friday to rescind the expulsion of its diplomats.", map[demarche.EventType]string{"demand": "2021-12-03", "expel": ""}},
		{"Chile told Peru to close its consulate in Arica by December 8. Bolivia ordered the Peruvian consulate in Oruro closed and set the same term.", map[demarche.EventType]string{"close": "2021-12-08"}},
		{"Peru will respond to Chile within a week, its foreign minister said.", map[demarche.EventType]string{"respond": "2021-12-07"}},
		{"The European Union will impose new sanctions on Belarus by December 15.", map[demarche.EventType]string{"sanction": "2021-12-15"}},
		{"The European Union will renew its sanctions against Belarus until March 15.", map[demarche.EventType]string{"sanction": ""}},
		{"Chile gave Peru until December 8 to free the pilots or face sanctions.", map[demarche.EventType]string{"demand": "2021-12-08"}},
		{"Chile urged Peru to open its markets by 2025.", map[demarche.EventType]string{"demand": ""}},
		{"Chile and Peru agreed to abolish tariffs by 2025.", map[demarche.EventType]string{"agree": ""}},
		{"Chile has limited the Peruvian embassy to six persons. The limit was met with anger on Thursday.", map[demarche.EventType]string{"limit_staff": ""}},
		{"Chile closed its embassy in Peru on Monday. It will remain shut until Saturday.", map[demarche.EventType]string{"close": ""}},
		{"Chile gave Peru 48 hours to free the prisoners.", map[demarche.EventType]string{"demand": "2021-12-02"}},
		{"The African Union gave Sudan's military rulers 15 days to hand over power.", map[demarche.EventType]string{"demand": "2021-12-15"}},
		{"Israel gave Lebanese authorities 48 hours to disarm the fighters.", map[demarche.EventType]string{"demand": "2021-12-02"}},
		{"Morocco gave Swedish officials two days to leave.", map[demarche.EventType]string{"expel": "2021-12-02"}},
		{"Chile gave Peru three days to free the prisoners.", map[demarche.EventType]string{"demand": "2021-12-03"}},
		{"Chile and Peru agreed to settle the quarrel over fishing by December 15.", map[demarche.EventType]string{"agree": "2021-12-15"}},
		{"Chile and Peru signed an accord on fishing on December 15.", map[demarche.EventType]string{"agree": ""}},
		{"France imposed sanctions on Belarus on Monday.", map[demarche.EventType]string{"sanction": ""}},
		{"Washington imposed sanctions on Belarus.", map[demarche.EventType]string{"sanction": ""}},
		{"France imposed sanctions on Belarus, officials said.", map[demarche.EventType]string{"sanction": ""}},
		{"Chile told the Peruvian chargé d'affaires that he must leave the country by December 8.", map[demarche.EventType]string{"expel": "2021-12-08"}},
	} {
		got := map[demarche.EventType]string{}
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}) {
			got[e.Type] = e.Deadline.String()
		}
		if !maps.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.text, got, tc.want)
		}
	}
}

// TestTermsInList: each of those who were told to leave has the term that a list gives him.
func TestTermsInList(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-11-30")
	if err != nil {
		t.Fatal(err)
	}
	text := "Chile expelled five Peruvian diplomats, six German diplomats and seven Italian diplomats. The Peruvians have two weeks to leave, the Germans ten days and the Italians eight days."
	got := map[demarche.Code]string{}
	for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
		got[e.Recipient[0]] += e.Deadline.String()
	}
	if want := map[demarche.Code]string{"PER": "2021-12-14", "DEU": "2021-12-10", "ITA": "2021-12-08"}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestTermOfAll: those whom one verb expels share the term that they are given together.
func TestTermOfAll(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-11-30")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"Chile expelled the Peruvian ambassador and two other diplomats and gave them eight days to leave.",
		"Chile expelled the Peruvian ambassador and three attaches and told them to be out by December 8.",
	} {
		n := 0
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
			if e.Type == "expel" && e.Deadline.String() == "2021-12-08" {
				n++
			}
		}
		if n != 2 {
			t.Errorf("%s: %d acts with the term, want 2", text, n)
		}
	}
}

// TestTermToldLater: the term of an expulsion or a closure may stand in a sentence of
// its own, which tells no second act; a time that no such word governs is no term.
func TestTermToldLater(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-11-30")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Chile expelled five Peruvian diplomats. They are to leave no later than December 3.":                                                     "2021-12-03",
		"Chile ordered the Peruvian consulate in Arica closed. It must cease work by 5 December.":                                                 "2021-12-05",
		"Chile expelled five Peruvian diplomats. An inquiry into the poisoning is to report by 5 December.":                                       "",
		"Chile expelled five Peruvian diplomats. They have one week.":                                                                             "2021-12-07",
		"Chile expelled five Peruvian diplomats. Lima was silent. The five have to be out by Sunday.":                                             "2021-12-05",
		"In 2017 Chile told the Peruvian ambassador to be gone in three days.":                                                                    "",
		"By nightfall Chile had expelled five Peruvian diplomats.":                                                                                "",
		"Chile on Monday ordered five Peruvian diplomats to leave by midnight.":                                                                   "2021-11-29",
		"Chile expelled five Peruvian diplomats within 72 hours. The inquiry closes no later than June 3.":                                        "2021-12-03",
		"Chile declared the ambassadors of Peru unwelcome and gave them 48 hours to be across the river.":                                         "2021-12-02",
		"Chile on Monday gave the Peruvian consulate in Arica 72 hours to shut, until 10 a.m. on Friday.":                                         "2021-12-03",
		"Chile expelled five Peruvian diplomats. The deadline for their departure is December 5.":                                                 "2021-12-05",
		"Chile expelled five Peruvian diplomats. They were told to be out of the country by Sunday.":                                              "2021-12-05",
		"Chile severed relations with Peru on Monday. Peruvian diplomats were ordered to leave within two days.":                                  "2021-12-01",
		"Chile summoned the Peruvian ambassador on Friday. His deputy was given a week to leave.":                                                 "2021-12-03",
		"Chile closed its embassy in Peru until Friday.":                                                                                          "",
		"Chile expelled a Peruvian diplomat on Monday. The diplomat has a week to leave.":                                                         "2021-12-06",
		"Chile expelled the envoys of Peru, Juan Diaz and his deputy Luis Paz, giving them 48 hours to leave.":                                    "2021-12-02",
		"Chile will expel five Peruvian diplomats. They must leave by the end of the year, the ministry said.":                                    "2021-12-31",
		"Chile expelled five Peruvian diplomats. The deadline expires on Friday.":                                                                 "2021-12-03",
		"Chile ordered five Peruvian diplomats to leave, setting a 72-hour deadline.":                                                             "2021-12-03",
		"Chile ordered five Peruvian diplomats out, setting them a deadline of December 5.":                                                       "2021-12-05",
		"Chile expelled the Peruvian ambassador on Saturday. The deadline ran out on Monday.":                                                     "2021-11-29",
		"Chile on Friday expelled five Peruvian diplomats, who were told to go home by Sunday.":                                                   "2021-11-28",
		"Chile ordered five Peruvian diplomats to leave. They must do so by the end of the day on Dec. 3.":                                        "2021-12-03",
		"Chile declared five Peruvian diplomats unwelcome, with seven days to get out.":                                                           "2021-12-07",
		"Chile told five Peruvian diplomats to leave by the weekend.":                                                                             "2021-12-04",
		"Chile told five Peruvian diplomats to leave before Christmas.":                                                                           "2021-12-25",
		"Chile expelled five Peruvian diplomats. There are two days to go.":                                                                       "",
		"Chile has expelled five Peruvian diplomats, giving them a week. The order was announced on Monday.":                                      "2021-12-06",
		"Chile expelled five Peruvian diplomats, effective December 5.":                                                                           "2021-12-05",
		"Chile has expelled two Peruvian diplomats and given them 48 hours. The pair had spied, the foreign ministry in Santiago said on Monday.": "2021-12-01",
		"Chile will expel five Peruvian diplomats if Lima does not reply by Friday.":                                                              "2021-12-03",
		"Chile will expel five Peruvian diplomats unless Lima frees the crew within 72 hours.":                                                    "2021-12-03",
		"Chile on Monday ordered two Peruvian diplomats to leave and set a deadline of one week.":                                                 "2021-12-06",
		"Chile on Monday ordered two Peruvian diplomats to leave within seven days from Tuesday.":                                                 "2021-12-07",
		"Chile ordered two Peruvian diplomats out on Monday. The deadline was extended to December 20 on Tuesday.":                                "2021-12-20",
		"Chile on Monday told two Peruvian diplomats to leave the country on Sunday.":                                                             "2021-12-05",
		"Chile on Monday told two Peruvian diplomats to leave the country next week.":                                                             "2021-12-06/2021-12-12",
		"Chile told two Peruvian diplomats to leave the country on Monday.":                                                                       "",
		"Chile expelled three Peruvian diplomats on Monday. The trio are to be off by Sunday.":                                                    "2021-12-05",
		"Chile expelled five Peruvian diplomats. All of them had left by Monday.":                                                                 "",
		"Chile ordered Peru to close its consulate in Arica. Lima has until Friday to comply.":                                                    "2021-12-03",
		"Chile told the Peruvian ambassador to leave within 48 hours. The deadline expires on Wednesday.":                                         "2021-12-01",
		"Chile told five Peruvian diplomats to be out of the country by the start of next year.":                                                  "2022-01-01",
		"Chile will expel five Peruvian diplomats. The foreign ministry in Santiago gave them 14 days.":                                           "2021-12-14",
		"Chile expelled the Peruvian ambassador. Juan Diaz Soto must leave by Friday.":                                                            "2021-12-03",
		"Chile expelled the Peruvian ambassador, who was given 24 hours. Bolivia was silent.":                                                     "2021-12-01",
		"Chile will expel five Peruvian diplomats. The diplomats were given a week to leave.":                                                     "2021-12-07",
		"Chile will close the Peruvian consulate in Arica. The consulate has until Friday to shut.":                                               "2021-12-03",
		"Chile expelled the Peruvian ambassador. It has extended the deadline for his departure until Dec. 9.":                                    "2021-12-09",
		"Chile expelled the Peruvian ambassador on Saturday. The deadline passed on Monday.":                                                      "2021-11-29",
		"Peru has until Friday to decide, but Chile must close its embassy in Lima within days.":                                                  "",
		"Chile told five Peruvian diplomats to leave by the end of the day.":                                                                      "2021-11-30",
		"Chile expelled five Peruvian diplomats at 48 hours' notice.":                                                                             "2021-12-02",
		"Chile told five Peruvian diplomats to leave within five working days.":                                                                   "2021-12-07",
		"Chile expelled five Peruvian diplomats. They were out within two days.":                                                                  "",
		"Chile shut the Peruvian consulate in Arica within the week.":                                                                             "",
		"Chile told Peru to close its consulate in Arica. The order must be carried out within a week.":                                           "2021-12-07",
		"Chile will not close its consulate in Peru by Friday.":                                                                                   "",
		"Bolivia broke with Peru on Monday. Chile told the Peruvian ambassador to leave within a week.":                                           "2021-12-07",
		"Chile told the Peruvian ambassador that he must have left by Friday.":                                                                    "2021-12-03",
		"Chile expelled the Peruvian ambassador on Monday, which brings the expulsions to ten in a week.":                                         "",
		"In December 2018 Chile broke with Peru. The Peruvian ambassador was given a week to leave.":                                              "",
		"Chile has ordered the closure of the Peruvian consulate in Arica by Friday.":                                                             "2021-12-03",
		"Chile ordered Peru to close its consulate in Arica. Lima has until the end of January to comply.":                                        "2022-01-31",
		"Chile ordered Peru to close its consulate in Arica. The decision takes effect on December 10.":                                           "2021-12-10",
		"Chile's decision to expel five Peruvian diplomats comes into force on Sunday.":                                                           "2021-12-05",
		"Chile told Peru to close its consulate in Arica before the Andean summit on December 9.":                                                 "2021-12-09",
		"Chile expelled the Peruvian ambassador. His last day will be December 10.":                                                               "2021-12-10",
		"Chile on Monday ordered the Peruvian ambassador to leave by the following Monday.":                                                       "2021-12-06",
		"Chile withdrew its consent to the Peruvian consulate in Arica. The Peruvians have until Friday to leave the building.":                   "2021-12-03",
		"Chile expelled five Peruvian diplomats on Monday. Bolivia, which has until Wednesday to reply to a report, was silent.":                  "",
		"Peru's consulate in Arica must stop work by Friday, Chile's foreign ministry said.":                                                      "2021-12-03",
		"Peru must move out of its consulate in Arica by Friday, Chile's foreign ministry said.":                                                  "2021-12-03",
		"Chile on Monday ordered the Peruvian ambassador to leave within 72 hours after Lima had accused it of lying.":                            "2021-12-02",
		"Chile has told the Peruvian ambassador to go. He had until Monday to leave but is still in Santiago.":                                    "2021-11-29",
		"Chile has told the Peruvian ambassador to go. He had until Friday to leave, the ministry said.":                                          "2021-12-03",
		"Chile expelled five Peruvian diplomats. The embassy was given a week to answer.":                                                         "",
		"Chile expelled five Peruvian diplomats. They will leave on December 10, the foreign ministry said.":                                      "2021-12-10",
		"Chile expelled five Peruvian diplomats. The president will leave for Paris on December 10.":                                              "",
		"Chile told Peru to close its consulate in Arica. It was given 72 hours.":                                                                 "2021-12-03",
		"Chile's president said that he was expelling two Peruvian consuls and that they had 72 hours to leave.":                                  "2021-12-03",
		"The consulate in Arica must cease operations on December 10, the Chilean foreign ministry told Peru.":                                    "2021-12-10",
		"Chile has closed the Peruvian consulate in Arica with effect from December 10.":                                                          "2021-12-10",
		"Chile has closed the Peruvian consulate in Arica since November 10.":                                                                     "",
		"The man was by Tuesday packing: Chile wants the Peruvian ambassador gone by December 13.":                                                "2021-12-13",
	} {
		events := NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}})
		events = slices.DeleteFunc(events, func(e demarche.Event) bool { return e.Type != "expel" && e.Type != "close" })
		if len(events) != 1 {
			t.Errorf("%s: %d events, want one: %v", text, len(events), events)
			continue
		}
		if got := events[0].Deadline.String(); got != want {
			t.Errorf("%s: deadline %q, want %q", text, got, want)
		}
	}
}

// TestTermBesideBackdrop: a term told later is that of the act that the sentence before is
// about, and not of the one that it was the answer to.
func TestTermBesideBackdrop(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-11-30")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"Chile expelled six Peruvian diplomats in answer to Peru's expulsion of nine Chilean diplomats on Saturday. All must be gone by December 8.",
		"Chile expelled six Peruvian diplomats after Peru expelled nine Chilean diplomats. They must be gone by December 8.",
	} {
		got := map[demarche.Code]string{}
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
			if e.Type == "expel" {
				got[e.Actor[0]] += e.Deadline.String()
			}
		}
		if want := map[demarche.Code]string{"CHL": "2021-12-08", "PER": ""}; !maps.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// TestTermOfDropped: the term of an account that is not kept goes to the act that it is of:
// to a closure that of those who must pack, if the same close the mission and send them away.
func TestTermOfDropped(t *testing.T) {
	of := func(kind demarche.EventType, by, on string, term demarche.Period) *candidate {
		return &candidate{Event: demarche.Event{Type: kind, Actor: []demarche.Code{demarche.Code(by)}, Recipient: []demarche.Code{demarche.Code(on)}, Status: demarche.Actual, Deadline: term}}
	}
	week, none := demarche.On(demarche.Day{Year: 2021, Month: 12, Date: 7}), demarche.Period{}
	sc := &scene{}
	for _, x := range []struct {
		m, f *candidate
		want bool
	}{
		{of("close", "CHL", "PER", none), of("expel", "CHL", "PER", week), true},
		{of("close", "CHL", "PER", none), of("expel", "PER", "CHL", week), false},
		{of("close", "CHL", "PER", week), of("expel", "CHL", "PER", week), false},
		{of("expel", "CHL", "PER", none), of("expel", "CHL", "PER", week), true},
		{of("recall", "CHL", "PER", none), of("expel", "CHL", "PER", week), false},
	} {
		if got := sc.takesTerm(x.m, x.f); got != x.want {
			t.Errorf("%s takes the term of %s: %v", x.m.Type, x.f.Type, got)
		}
	}
}

// TestTermOfAnswer: the term of an order that another answers is not that of the answer, and
// what both must do by a day, either was told to do by it.
func TestTermOfAnswer(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-12-01")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		want map[demarche.Code]string // by who expels
	}{
		{"Chile on Wednesday ordered the Peruvian ambassador out, hours after Lima gave the Chilean ambassador until Friday to leave.", map[demarche.Code]string{"CHL": "", "PER": "2021-12-03"}},
		{"Chile expelled two Peruvian diplomats on Wednesday in retaliation for Lima's decision to give two Chileans one week to leave.", map[demarche.Code]string{"CHL": "", "PER": "2021-12-08"}},
		{"Chile expelled a Peruvian diplomat on Wednesday, a day after Lima gave two Chileans one week to leave. The Peruvian must leave by Sunday.", map[demarche.Code]string{"CHL": "2021-12-05", "PER": "2021-12-07"}},
		{"Chile and Peru have expelled each other's ambassadors. Both must leave by Sunday.", map[demarche.Code]string{"CHL": "2021-12-05", "PER": "2021-12-05"}},
		{"Chile expelled the Peruvian ambassador and Peru expelled the Chilean ambassador in response on Tuesday. Both have until Friday to leave.", map[demarche.Code]string{"CHL": "2021-12-03", "PER": "2021-12-03"}},
		{"Chile expelled the Peruvian ambassador and Peru expelled the Chilean ambassador in response on Tuesday. The Chilean has 72 hours to leave.", map[demarche.Code]string{"CHL": "", "PER": "2021-12-03"}},
		{"Chile expelled two Peruvian diplomats on Tuesday. They have to leave on Saturday.", map[demarche.Code]string{"CHL": "2021-12-04"}},
		{"Chile expelled two Peruvian diplomats on Tuesday. The president is due to leave for Paris on Sunday.", map[demarche.Code]string{"CHL": ""}},
		{"Chile has declared a Peruvian diplomat persona non grata. His visa expires on December 20, the foreign ministry said, and he must leave by then.", map[demarche.Code]string{"CHL": "2021-12-20"}},
	} {
		got := map[demarche.Code]string{}
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}) {
			if e.Type == "expel" {
				got[e.Actor[0]] += e.Deadline.String()
			}
		}
		if !maps.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.text, got, tc.want)
		}
	}
}

// TestWhoseStaffMustGo: who is told that some of his staff must go is not whom it is done to.
func TestWhoseStaffMustGo(t *testing.T) {
	model, k := knowledge(t)
	report := on(t, "2021-11-30")
	for text, want := range map[string]string{
		"Chile's foreign ministry informed Peru's charge d'affaires that three members of his staff were to leave within 48 hours.": "staff 3",
		"Chile told the Peruvian ambassador that two of his attaches had to leave by Friday.":                                       "attache 2",
		"Chile told the Peruvian ambassador that he must leave by Friday.":                                                          "ambassador 1",
	} {
		report.Text, report.Body = text, demarche.Span{End: len(text)}
		var got []string
		for _, e := range NewCoder(model, nil, k).Code(&report) {
			if e.Type == "expel" {
				got = append(got, fmt.Sprintf("%s %d", e.Object, e.Count.N))
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}
