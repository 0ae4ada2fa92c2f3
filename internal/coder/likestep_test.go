package coder

import "testing"

// TestLikeStep: a step like another's is one of its own, with its own day; of whom it is like that
// of nobody is told, it is none.
func TestLikeStep(t *testing.T) {
	report := on(t, "2021-11-30")
	checkAccounts(t, report, []account{
		{"Chile has expelled two Peruvian diplomats in response to a similar move by Lima.", "expel CHL PER actual; expel PER CHL actual"},
		{"Chile recalled its ambassador from Lima after the same step by Bolivia.", "recall CHL PER actual; recall BOL PER actual"},
		{"Chile has expelled two Peruvian diplomats and plans a similar move against Bolivia.", "expel CHL PER actual"},
	}, "expel", "recall")
	model, k := knowledge(t)
	report.Text = "Chile on Monday expelled two Peruvian diplomats in response to a similar move by Peru a week ago."
	report.Body.End = len(report.Text)
	for _, e := range NewCoder(model, nil, k).Code(&report) {
		if want := map[string]string{"CHL": "2021-11-29", "PER": "2021-11-23"}[string(e.Actor[0])]; e.Date.String() != want {
			t.Errorf("%s by %s on %s, want %s", e.Type, e.Actor[0], e.Date, want)
		}
	}
}
