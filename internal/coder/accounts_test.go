package coder

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche"
)

// account is a text, and what a reader finds in it: the events, parted by semicolons, each as
// "recall RUS USA actual", States joined by +.
type account struct{ text, want string }

// on is a report of a day that has nothing else yet.
func on(t *testing.T, day string) demarche.Report {
	t.Helper()
	d, err := demarche.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	return demarche.Report{ID: "r", Date: d}
}

// checkAccounts checks that the rules find in texts what a reader does, in reports that are
// otherwise alike; of some types only, where any are named.
func checkAccounts(t *testing.T, report demarche.Report, accounts []account, only ...demarche.EventType) {
	t.Helper()
	model, k := knowledge(t)
	for _, x := range accounts {
		report.Text, report.Body = x.text, demarche.Span{End: len(x.text)}
		var found []string
		for _, e := range NewCoder(model, nil, k).Code(&report) {
			if len(only) == 0 || slices.Contains(only, e.Type) {
				found = append(found, fmt.Sprintf("%s %s %s %s", e.Type, joinCodes(e.Actor), joinCodes(e.Recipient), e.Status))
			}
		}
		if got := strings.Join(found, "; "); got != x.want {
			t.Errorf("%s\n got %s\nwant %s", x.text, got, x.want)
		}
	}
}
