package coder

import "testing"

// TestContentOfTalks: what is asked, refused or thought of, and what is celebrated, keep their
// status and their sides where the tree hangs the words that tell it elsewhere.
func TestContentOfTalks(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"The Omani sultan conveyed an invitation to the Kuwaiti emir to visit Muscat next year.", "consult KWT OMN demanded"},
		{"The Omani sultan invited the Kuwaiti emir to visit Muscat next year.", "consult KWT OMN demanded"},
		{"Kenya repeated its appeal to Somalia to hold talks with Ethiopia.", "consult SOM ETH demanded"},
		{"Serbia refused to sit for talks with Croatia on Monday.", "consult SRB HRV denied"},
		{"Serbia boycotted the talks with Croatia.", "consult SRB HRV denied"},
		{"Serbia sat down for talks with Croatia on Monday.", "consult SRB HRV actual"},
		{"Analysts say a meeting between the leaders of Oman and Kuwait could take place in May.", "consult OMN KWT possible"},
		{"The minister will attend a ceremony to celebrate 40 years since Oman and Poland established diplomatic relations.", "restore_relations OMN POL actual"},
		{"Oman and Poland will celebrate in May that they established diplomatic relations.", "restore_relations OMN POL actual"},
	})
}

// TestCancelledVisits: what was to be done on a visit that was called off is no meeting of its
// own, and who is met in a city of his own is met by himself.
func TestCancelledVisits(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Uruguay's president abruptly cancelled a visit to Chile, where he was scheduled to meet President Sebastian Pinera.", "consult CHL URY ended"},
		{"Brazil's president called off a visit to Paris, where he was to have met the French president.", "consult FRA BRA ended"},
		{"Uruguay's president cancelled a visit to Chile. He will meet the Chilean president in May.", "consult URY CHL ended; consult CHL URY planned"},
		{"Uruguay's president arrived in Chile, where he is scheduled to meet President Sebastian Pinera.", "consult URY CHL actual; consult CHL URY planned"},
		{"The Norwegian minister held talks with Jordan's king in Amman and Egypt's president in Cairo.", "consult NOR JOR actual; consult NOR EGY actual"},
		{"The Norwegian minister spoke after meetings with Jordan's king in Amman and his Egyptian counterpart in Cairo.", "consult NOR JOR actual; consult NOR EGY actual"},
		{"The Norwegian minister held talks with the kings of Jordan and Morocco in Rabat.", "consult NOR JOR+MAR actual"},
	})
}

// TestLeavesFor: who leaves for another State's capital is on his way to meet, and a king is told
// by the year.
func TestLeavesFor(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"The Iranian foreign minister left Tehran for Muscat on Tuesday.", "consult IRN OMN actual"},
		{"The Iranian foreign minister left Muscat for home on Tuesday.", ""},
		{"King Abdullah met Iraqi President Barham Salih on Sunday.", "consult JOR IRQ actual"},
	})
	checkAccounts(t, on(t, "2008-03-14"), []account{
		{"Saudi King Abdullah met the Iraqi president on Sunday.", "consult SAU IRQ actual"},
	})
}

// TestBrokeredPairs: "the two sides" are those whom a third brought together, and not he.
func TestBrokeredPairs(t *testing.T) {
	checkAccounts(t, on(t, "2023-10-14"), []account{
		{"French President Emmanuel Macron hosted the leaders of Armenia and Azerbaijan for talks in Paris. The two sides have agreed to exchange prisoners.", "consult FRA ARM+AZE actual; agree ARM AZE actual"},
		{"Kenya's president met the Rwandan president in Kigali, after a visit to Zambia and Malawi. The two leaders have agreed to cut tariffs.", "consult KEN RWA actual; consult KEN ZMB actual; consult KEN MWI actual; agree RWA KEN actual"},
		{"Prime Minister Hun Manet held talks with the Lao president in Vientiane on Tuesday. Five accords were signed after the talks.", "consult KHM LAO actual; agree KHM LAO actual"},
	}, "consult", "agree")
}
