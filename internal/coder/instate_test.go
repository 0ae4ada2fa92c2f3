package coder

import "testing"

// TestNoMoreThanMood: what somebody is confident of, what is waited for, what some think alike
// and what somebody is after tell of nothing done.
func TestNoMoreThanMood(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"Iranian and Saudi ministers were in complete agreement on oil output.", ""},
		{"Iranian and Saudi ministers reached agreement on oil output.", "agree IRN SAU actual"},
		{"Flights will not resume until Turkey and Greece have settled their dispute.", ""},
		{"Fighting went on until Turkey and Greece settled their dispute.", "agree TUR GRC actual"},
		{"The goal is to hold Iran accountable, the Israeli minister said.", ""},
		{"Iran will be held accountable, the Israeli minister said.", "accuse ISR IRN actual"},
		{"Chile's minister said he was confident that Peru's president would visit Chile.", ""},
		{"Chile's minister said that Peru's president would visit Chile.", "consult PER CHL planned"},
		{"China warned that the arms sale dealt a heavy blow to relations with Japan.", ""},
		{"China warned Japan of grave consequences.", "threaten CHN JPN actual"},
	}, "agree", "accuse", "consult", "threaten")
}

// TestCounterparts: counterparts who are not told are not those whom the talk is about.
func TestCounterparts(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"German Chancellor Angela Merkel discussed Libya with her counterparts at the summit.", "consult DEU XXX actual"},
		{"Kenyan Foreign Minister Raychelle Omamo spoke with her counterparts about Somalia.", "consult KEN XXX actual"},
		{"Kenyan Foreign Minister Raychelle Omamo spoke with her Ugandan counterpart about Somalia.", "consult KEN UGA actual"},
	}, "consult")
}

// TestTreatyLeft: who withdraws from a treaty, or terminates it, ends the agreement; whom it is
// with may hang on another word.
func TestTreatyLeft(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"Russia withdrew from the fisheries treaty with Norway on Friday.", "agree RUS NOR ended"},
		{"Chile would pull out of the water treaty with Bolivia, its president announced.", "agree CHL BOL ended"},
		{"The Philippines terminated the military accord with the United States.", "agree PHL USA ended"},
		{"Pakistan has not withdrawn from the water treaty with India.", ""},
		{"The border reopened under an accord reached last month between Peru and Chile.", "agree PER CHL actual"},
		{"Trade resumed under a pact struck between Mali and Niger in May.", "agree MLI NER actual"},
	}, "agree")
}

// TestAnnounced: a visit that is announced is yet to come, and who is willing to talk may do so.
func TestAnnounced(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"Japan announced a visit by Indian Prime Minister Narendra Modi.", "consult JPN IND planned"},
		{"Iran and Iraq announced the talks held in Basra on Monday.", "consult IRN IRQ actual"},
		{"Peru showed willingness to sign the treaty with Chile.", "agree PER CHL possible"},
	}, "consult", "agree")
}
