package coder

import "testing"

// TestAnsweredMeasure: what a measure is told to answer was done by the other side, and its answer
// is no response beside it.
func TestAnsweredMeasure(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Chile told Peru on Friday to close its consulate in Arica, retaliating for the closure of the Chilean consulate in Tacna.", "close CHL PER actual; close PER CHL actual"},
		{"Chile ordered Peru to close its consulate in Arica, in response to the closure of its own mission in Tacna.", "close CHL PER actual; close PER CHL actual"},
		{"Chile will expel two Peruvian diplomats in a tit-for-tat response to the expulsion of its envoy.", "expel CHL PER planned; expel PER CHL actual"},
		{"Chile expelled two Peruvian diplomats in retaliation for the expulsion of two Chileans by Peru.", "expel CHL PER actual; expel PER CHL actual"},
	})
}

// TestConsulateOfAnswer: a mission that has time to close is that of the order, rather than that
// whose closure the order answers.
func TestConsulateOfAnswer(t *testing.T) {
	report := on(t, "2021-11-30")
	report.Text = "Chile told Peru on Friday to close its consulate in Arica, retaliating for the closure of the Chilean consulate in Tacna. The consulate has 72 hours to shut."
	report.Body.End = len(report.Text)
	got := map[string]string{}
	for _, e := range weighed(t).Code(&report) {
		got[e.Place] += e.Deadline.String()
	}
	if got["Arica"] != "2021-11-29" || got["Tacna"] != "" || len(got) != 2 {
		t.Errorf("terms by city: %v", got)
	}
}
