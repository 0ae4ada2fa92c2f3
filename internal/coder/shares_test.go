package coder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche"
)

// TestTermsOfParts: parts of an act with a number and a term each are acts of their own, and
// what they leave keeps the whole's number.
func TestTermsOfParts(t *testing.T) {
	model, k := knowledge(t)
	report := on(t, "2021-11-30")
	for text, want := range map[string]string{
		"Chile on Monday expelled ten Peruvian diplomats, four within ten days and the other six by January 1.":                             "4 by 2021-12-09; 6 by 2022-01-01",
		"Chile expelled ten Peruvian diplomats; four must leave within ten days, the other six by January 1.":                               "4 by 2021-12-10; 6 by 2022-01-01",
		"Chile on Monday expelled ten Peruvian diplomats. Four must leave within ten days and the other six by January 1.":                  "4 by 2021-12-09; 6 by 2022-01-01",
		"Chile on Monday expelled ten Peruvian diplomats. Four must leave within ten days. The other six have until January 1.":             "4 by 2021-12-09; 6 by 2022-01-01",
		"Chile expelled ten Peruvian diplomats. Two must leave within 48 hours. The rest have until the year's end.":                        "2 by 2021-12-02; 10 by 2021-12-31",
		"Chile ordered ten Peruvian diplomats to leave, two of them within 48 hours and the rest by the year's end.":                        "2 by 2021-12-02; 10 by 2021-12-31",
		"Chile expelled ten Peruvian diplomats on Monday, giving two of them 24 hours and the others a week to leave.":                      "2 by 2021-11-30; 10 by 2021-12-06",
		"Chile on Monday ordered 50 Peruvian diplomats out, four of them within ten days.":                                                  "4 by 2021-12-09; 50 by ",
		"Chile on Monday expelled ten Peruvian diplomats, two of them spies, within a week.":                                                "10 by 2021-12-06",
		"Peru is to withdraw four diplomats from Chile within ten days and the rest by the spring.":                                         "0 by 2022-03-01/2022-05-31; 4 by 2021-12-10",
		"Chile expelled ten Peruvian diplomats, four of them for spying, and gave them until Friday to leave and Peru a week to apologise.": "10 by 2021-12-03",
	} {
		report.Text, report.Body = text, demarche.Span{End: len(text)}
		var found []demarche.Event
		for _, e := range NewCoder(model, nil, k).Code(&report) {
			if e.Type == "expel" || e.Type == "recall" {
				found = append(found, e)
			}
		}
		slices.SortFunc(found, func(a, b demarche.Event) int { return cmp.Compare(a.Count.N, b.Count.N) })
		var got []string
		for _, e := range found {
			got = append(got, fmt.Sprintf("%d by %s", e.Count.N, e.Deadline))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestRecords: a noun that ranks an act among its like tells no second one.
func TestRecords(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Chile on Monday expelled ten Peruvian diplomats, in the largest expulsion of Peruvians since 1995.", "expel CHL PER actual"},
		{"Chile on Monday expelled ten Peruvian diplomats. It was the most sweeping expulsion of Peruvian diplomats by Chile since 1995.", "expel CHL PER actual"},
		{"Chile closed the Peruvian consulate in Arica, the first closure of a Peruvian mission since 1979.", "close CHL PER actual"},
		{"Chile expelled ten Peruvian diplomats after the expulsion of two Chilean diplomats by Peru.", "expel CHL PER actual; expel PER CHL actual"},
	})
}

// TestDaysOfNews: a day that hangs on another is that of the act told last, not that of what led
// to it, and a number before it is of those to whom it is done.
func TestDaysOfNews(t *testing.T) {
	model, k := knowledge(t)
	report := on(t, "2021-11-30")
	for text, want := range map[string]string{
		"Chile on Monday expelled ten Peruvian diplomats over a murder in Lima on November 4. Bolivia expelled four on the same day.": "10 on 2021-11-29; 4 on 2021-11-29",
		"Chile on Monday expelled ten Peruvian diplomats over a murder in Lima on November 4. Bolivia had expelled 13 a week before.": "10 on 2021-11-29; 13 on 2021-11-22",
		"Chile expelled ten Peruvian diplomats on November 4. Bolivia expelled 13 two weeks later.":                                   "10 on 2021-11-04; 13 on 2021-11-18",
		"Chile expelled ten Peruvian diplomats. Bolivia expelled 13 last week.":                                                       "10 on ; 13 on 2021-11-22/2021-11-28",
	} {
		report.Text, report.Body = text, demarche.Span{End: len(text)}
		var got []string
		for _, e := range NewCoder(model, nil, k).Code(&report) {
			if e.Type == "expel" {
				got = append(got, fmt.Sprintf("%d on %s", e.Count.N, e.Date))
			}
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestTermOfAccord: a length that runs from something else than the order has no day where the
// sentence does not tell that of the other.
func TestTermOfAccord(t *testing.T) {
	model, k := knowledge(t)
	report := on(t, "2021-11-30")
	for text, want := range map[string]string{
		"Chile will reopen its embassy in Peru within two months of the accord, signed in Quito on November 10.": "2022-01-10",
		"Chile will reopen its embassy in Peru within two months of the election.":                               "",
		"Chile must close its consulate in Peru within 30 days of the notice, Peru said.":                        "2021-12-30",
		"Chile will reopen its embassy in Peru within two months.":                                               "2022-01-30",
	} {
		report.Text, report.Body = text, demarche.Span{End: len(text)}
		for _, e := range NewCoder(model, nil, k).Code(&report) {
			if got := e.Deadline.String(); (e.Type == "open" || e.Type == "close") && got != want {
				t.Errorf("%s\n got %s\nwant %s", text, got, want)
			}
		}
	}
}
