package coder

import (
	"testing"

	"demarche"
)

// TestCalledOff: a meeting that was planned and then called off is told as one that will not be.
func TestCalledOff(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"Kenya and Uganda were due to meet at next month's conference in Lima but that event was cancelled.", "consult KEN UGA ended"},
		{"Japan and India had planned a summit in December, but it was scrapped.", "consult JPN IND ended"},
		{"Talks between Mali and Niger were to begin on Monday but were called off.", "consult MLI NER ended"},
		{"Kenya and Uganda were due to meet in Arusha on Monday.\n\nThe meeting was cancelled after the Kenyan minister fell ill.", "consult KEN UGA ended"},
		{"Kenyan Foreign Minister Raychelle Omamo was scheduled to visit Chad on Monday. The trip was postponed indefinitely.", "consult KEN TCD ended"},
		// something else is called off, or may be
		{"Turkey and Greece will meet in May if the strike is called off.", "consult TUR GRC conditional"},
		{"Kenya and Uganda will meet in Lima on Monday. The strike was called off.", "consult KEN UGA planned"},
		{"Kenya and Uganda are to meet in Lima on Monday. The meeting had been cancelled twice over a row on fish.", "consult KEN UGA planned"},
		{"Kenya and Uganda will meet in Lima on Monday. The meeting was not cancelled.", "consult KEN UGA planned"},
	}, "consult")
}

// TestDayOfCalledOff: the day of a meeting that was called off is that on which it was to be, and
// not that of the word.
func TestDayOfCalledOff(t *testing.T) {
	model, k := knowledge(t)
	for _, tc := range []struct{ text, want string }{
		{"Iran cancelled talks with Iraq on Wednesday.", ""},
		{"Iran cancelled talks with Iraq planned for Monday.", "2018-05-28"},
		{"The meeting with Sudan, planned for June 2, was called off on Wednesday, Egypt said.", "2018-06-02"},
		{"Macron scrapped a trip to Poland next month.", "2018-06"},
	} {
		report := on(t, "2018-05-25")
		report.Text, report.Body = tc.text, demarche.Span{End: len(tc.text)}
		found := NewCoder(model, nil, k).Code(&report)
		if len(found) != 1 || found[0].Status != demarche.Ended || found[0].Date.String() != tc.want {
			t.Errorf("%s\n got %v\nwant one that is ended, on %q", tc.text, found, tc.want)
		}
	}
}
