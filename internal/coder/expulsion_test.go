package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestOrderToRecall: who tells another to take his envoy home expels that envoy, unless the
// envoy serves with a third.
func TestOrderToRecall(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Peru on Tuesday asked Chile to recall its ambassador from Lima after the insult.", "expel PER CHL actual"},
		{"Ghana has told Togo to take back its military attaché.", "expel GHA TGO actual"},
		{"Kuwait ordered Lebanon to withdraw its chargé d'affaires within a week.", "expel KWT LBN actual"},
		{"Peru asked Chile to recall its ambassador from Syria.", "recall CHL SYR demanded"},
		{"Peru sent back the Chilean diplomats in retaliation on Monday.", "expel PER CHL actual"},
		{"Peru sent back its ambassador to Chile on Monday.", "appoint PER CHL actual"},
		{"Norway expects the Eritrean ambassador to leave within 48 hours.", "expel NOR ERI actual"},
		{"Norway's new ambassador to Eritrea was expected to leave for Asmara this month.", "depart NOR ERI planned"},
	})
}

// TestSameEnvoy: an envoy told by his name, or in a headline by no more than that he is a
// diplomat, is the ambassador whom the report tells.
func TestSameEnvoy(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Gabon expels Belgian diplomat\n\nGabon has expelled the Belgian ambassador over remarks on its election.", "expel GAB BEL actual"},
		{"Gabon has declared Belgian ambassador Jan Claes persona non grata.\n\nClaes was declared persona non grata by Gabon over his remarks.", "expel GAB BEL actual"},
		{"Gabon has expelled the Belgian ambassador.\n\nGabon also expelled a Belgian diplomat who had filmed a rally.", "expel GAB BEL actual; expel GAB BEL actual"},
	})
}

// TestEffectsOfMeasures: what a measure does is no part of whether it was taken, and what it
// does not amount to was not done.
func TestEffectsOfMeasures(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"The expulsion of the Polish consul from Minsk by Belarus will harm trade.", "expel BLR POL actual"},
		{"Azerbaijan said the cut of staff at the French embassy to 10 would restore parity with the embassy of Azerbaijan in Paris.", "limit_staff AZE FRA planned"},
		{"Azerbaijan said the cut of staff at the French embassy to 10 will restore parity.", "limit_staff AZE FRA actual"},
		{"Ghana's recall of its envoy from Togo does not amount to a break of relations with Togo.", "recall GHA TGO actual; break_relations GHA TGO denied"},
		{"The expulsion of the Greek envoys by Albania will take place on Friday.", "expel ALB GRC planned"},
	}, "expel", "limit_staff", "recall", "break_relations", "open")
}

// TestPeopleOfMeasures: staff of whom nobody tells whose they are go out with those of the
// measure told before, and whom a State tells to leave it is not its own.
func TestPeopleOfMeasures(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Cuba ordered 12 Canadian diplomats to leave Havana. Thirty support staff and their families were also asked to leave.", "expel CUB CAN actual; expel CUB CAN actual"},
		{"Twenty-one Hungarian diplomats flew out of Kyiv today. Ten technical staff were also told to leave.", "depart HUN UKR actual; expel UKR HUN actual"},
		{"Oman has declared the Iranian attaché persona non grata and told him to leave Oman within a week.", "expel OMN IRN actual"},
		{"Qatar ordered its ambassador to leave Egypt.", "recall QAT EGY actual"},
	})
}

// TestByRegion: a State may be told by the region where it lies, or by the body of which it is
// a member.
func TestByRegion(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Nepal expelled the Ghanaian envoy after Ghana expelled the South Asian nation's top diplomat.", "expel NPL GHA actual; expel GHA NPL actual"},
		{"Austria expelled Chad's envoy after the Central African country kicked out the EU member's consul.", "expel AUT TCD actual; expel TCD AUT actual"},
		{"Albania expelled the Chilean ambassador after the South American nation recalled its envoy from the Balkan country.", "expel ALB CHL actual; recall CHL ALB actual"},
		{"Norway expelled the consul of the Gulf state of Oman and praised Qatar.", "expel NOR OMN actual"},
	}, "expel", "recall")
}

// TestOwnMeetings: a council or a cabinet meets itself, and what is to be talked about at a
// meeting is no side of it.
func TestOwnMeetings(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Togo's defence council held an emergency meeting on the dispute with Ghana on Friday.", ""},
		{"Kenya expelled the Somali envoy after President Kenyatta chaired a meeting of his defence committee on the row with Somalia.", "expel KEN SOM actual"},
		{"The issue of Burundi is expected to come up at a meeting of African foreign ministers in Kigali on Thursday.", ""},
		{"Togo's foreign minister held an emergency meeting with Ghana on Friday.", "consult TGO GHA actual"},
	})
}

// TestTermsOfOrders: what envoys are told hangs on the order, however the tree hangs it on where
// they serve, and who has until a day to do something is asked to do it.
func TestTermsOfOrders(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Norway told four of Mali's six diplomats serving at its embassy in Oslo to leave by next week.", "expel NOR MLI actual"},
		{"Peru has asked two Chilean envoys posted in Lima to go.", "expel PER CHL actual"},
		{"Serbia has until Friday to let the envoys return, Croatia's foreign minister said.", "demand HRV SRB actual"},
	}, "expel", "demand")
}

// TestFateOfThreats: a threat that is taken back ends what was threatened, and one that is made
// good is the deed.
func TestFateOfThreats(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Peru withdrew its threat to expel the Chilean ambassador.", "expel PER CHL ended"},
		{"Peru has backed away from its threat to close the Chilean consulate.", "close PER CHL ended"},
		{"Chile made good on its threat to expel the Peruvian consul.", "expel CHL PER actual"},
		{"Chile's threat to expel the Peruvian consul was carried out.", "expel CHL PER actual"},
		{"Chile will carry out its threat to expel the Peruvian consul.", "expel CHL PER planned"},
		{"Chile repeated its threat to expel the Peruvian consul.", "expel CHL PER threatened"},
	})
}

// TestOrdersAtMissions: what people at a mission are asked hangs on who asks it, and an order
// given over something orders nobody in.
func TestOrdersAtMissions(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Ireland has asked four senior officials at the Russian embassy to leave the State.", "expel IRL RUS actual"},
		{"Panama ordered the expulsion of a Cuban diplomat over a leaked recording.", "expel PAN CUB actual"},
		{"Reuters quoted the Cuban foreign ministry as saying that Cuba would expel two Peruvian diplomats.", "expel CUB PER planned"},
	})
}

// TestSeats: a foreign ministry told by a name that several have is that of the capital where it
// is told to sit.
func TestSeats(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"The Foreign Office in Kampala summoned the Kenyan envoy.", "summon UGA KEN actual"},
		{"The Foreign Office summoned the Kenyan envoy.", "summon GBR KEN actual"},
	})
}

// TestWhoseDecision: what is decided is done by whose decision it is, and not by who speaks of it.
func TestWhoseDecision(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-06"), []account{
		{"Latvia condemned the move by Belarus to expel its consul.", "expel BLR LVA actual"},
		{"Latvia denounced a decision of the Belarusian authorities to close its consulate in Vitebsk.", "close BLR LVA actual"},
		{"Latvia condemned its own decision to expel the Belarusian consul.", "expel LVA BLR actual"},
	}, "expel", "close")
}

// TestAskedIsBelieved: what is asked for tells an expulsion though the network of senses sees no
// more than that something is asked.
func TestAskedIsBelieved(t *testing.T) {
	report := on(t, "2019-03-06")
	c := weighed(t)
	for _, text := range []string{
		"Paraguay demanded that the Venezuelan ambassador leave the country within 72 hours.",
		"Peru on Tuesday asked Chile to recall its ambassador from Lima after the insult.",
	} {
		report.Text, report.Body = text, demarche.Span{End: len(text)}
		if events := c.Code(&report); !slices.ContainsFunc(events, func(e demarche.Event) bool { return e.Type == "expel" && e.Status == demarche.Actual }) {
			t.Errorf("%s: no expulsion among %v", text, events)
		}
	}
}
