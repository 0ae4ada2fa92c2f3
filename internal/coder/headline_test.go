package coder

import (
	"strings"
	"testing"

	"demarche"
	"demarche/data"
)

// TestHeadlines: the infinitive of a headline tells what is to come.
func TestHeadlines(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru to expel two Chilean diplomats", "expel PER CHL planned"},
		{"Peru to expel two Chilean diplomats, minister says", "expel PER CHL planned"},
		{"Chilean ambassador to be recalled from Lima", "recall CHL PER planned"},
		{"Peru, Chile to exchange ambassadors", "appoint PER CHL planned; appoint CHL PER planned"},
		{"Peru recalls ambassador from Chile", "recall PER CHL actual"},
		{"Plan to expel diplomats from Chile", ""},
	})
}

// TestSubheadings: a heading within a report that names no State tells no act of its own.
func TestSubheadings(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru has recalled its ambassador from Chile.\n\nTalks collapse\n\nThe two ministers met in Lima on Sunday.", "recall PER CHL actual; consult PER CHL actual"},
		{"Peru has recalled its ambassador from Chile.\n\nBolivia expels envoy\n\nHe was Chilean.", "recall PER CHL actual; expel BOL CHL actual"},
	})
}

// TestTitleCase: a headline with capitals throughout is read as if it had them on names only.
func TestTitleCase(t *testing.T) {
	model, k := knowledge(t)
	gate, err := LoadGate(data.Files, k.names)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []account{
		{"Chilean Ambassador Expelled From Peru", "expel PER CHL"},
		{"Peru Summons Chilean Envoy Over Border Clash", "summon PER CHL"},
		{"Peru's Foreign Minister Meets Chilean Counterpart in Lima", "consult PER CHL"},
		{"Peru Reopens Embassy in Santiago After Ten Years", "open PER CHL"},
	} {
		report := demarche.Report{ID: "r", Date: on(t, "2021-11-30").Date, Text: x.text, Body: demarche.Span{End: len(x.text)}}
		var found []string
		for _, e := range NewCoder(model, gate, k).Code(&report) {
			found = append(found, string(e.Type)+" "+joinCodes(e.Actor)+" "+joinCodes(e.Recipient))
		}
		if got := strings.Join(found, "; "); got != x.want {
			t.Errorf("%s\n got %s\nwant %s", x.text, got, x.want)
		}
	}
}
