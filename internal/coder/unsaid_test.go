package coder

import "testing"

// TestRuledAbroad: whom one blames for what only the rulers of a country do there, and what
// others do there, which blames nobody.
func TestRuledAbroad(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Germany criticised a new law in Hungary that bans foreign universities.", "accuse DEU HUN actual"},
		{"Discussing Chad, Mali's president criticised a press law in the country.", "accuse MLI TCD actual"},
		{"France condemned the crackdown in Belarus.", "accuse FRA BLR actual"},
		{"Denmark criticised the death sentences in Egypt.", "accuse DNK EGY actual"},
		{"Sweden denounced the repression of dissidents in Cuba.", "accuse SWE CUB actual"},
		{"Norway condemned the attack in Mali.", ""},
		{"The European Union condemned the killing of civilians in Sudan.", ""},
		{"Japan denounced a monument in Germany.", ""},
	})
}

// TestNoChoice: the one thing that somebody has left to do is not denied.
func TestNoChoice(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Chad has no choice but to expel the Libyan ambassador.", "expel TCD LBY planned"},
		{"Kenya had no alternative but to close its embassy in Somalia.", "close KEN SOM actual"},
		{"Moscow will have no option other than to close the Polish consulate in Smolensk.", "close RUS POL planned"},
		{"Chad has no plans to expel the Libyan ambassador.", "expel TCD LBY denied"},
		{"Chad had no reason to recall its ambassador from Sudan.", "recall TCD SDN denied"},
	})
}

// TestProvoked: a measure is against whom it is told to answer, whoever else was named before.
func TestProvoked(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Kenyan President Uhuru Kenyatta will visit Egypt. The sanctions imposed by Kenya are in response to Chad forcing down a plane.", "consult KEN EGY planned; sanction KEN TCD actual"},
	})
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Peru and Chile have agreed to settle the dispute quietly.", "agree PER CHL actual"},
		{"Peru and Chile settled their dispute.", "agree PER CHL actual"},
		// what a run-up is to is no end of a journey
		{"The visit of the Sudanese minister to Egypt will take place in the run-up to a vote of the Kenyan and Ugandan parliaments.", "consult SDN EGY planned"},
	}, "consult", "agree")
}

// TestHeralded: talks that somebody speaks or travels ahead of are still to come.
func TestHeralded(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"The Kenyan president visited Egypt before a summit with Uganda.", "consult KEN EGY actual; consult KEN UGA planned"},
		{"The Kenyan president visited Egypt in the run-up to a summit with Uganda.", "consult KEN EGY actual; consult KEN UGA planned"},
		{"The Kenyan envoy's report is a follow-up to the Ugandan president's visit to Egypt in August.", "consult UGA EGY actual"},
		{"The Kenyan president visited Egypt after a summit with Uganda.", "consult KEN EGY actual; consult KEN UGA actual"},
	}, "consult")
}
