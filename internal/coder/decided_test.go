package coder

import "testing"

// TestDecidedByOthers: what somebody decides, threatens or refuses is done by him, whoever says
// what he thinks of it, and what is brought about by those who are brought to it.
func TestDecidedByOthers(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru condemned the decision of the Chilean government to expel two of its diplomats.", "accuse PER CHL actual; expel CHL PER actual"},
		{"Peru slammed the decision by Chile to close its consulate in Tacna.", "accuse PER CHL actual; close CHL PER actual"},
		{"Peru condemned a threat by Chile to expel its diplomats.", "accuse PER CHL actual; expel CHL PER threatened"},
		{"Peru announced the decision of its president to recall the ambassador from Chile.", "recall PER CHL actual"},
		{"Chile expelled the Peruvian ambassador, prompting Peru to expel a Chilean diplomat.", "expel CHL PER actual; expel PER CHL actual"},
		{"The raid led Peru to expel two Chilean diplomats.", "expel PER CHL actual"},
		{"The raid prompted Peru to threaten to expel the Chilean ambassador.", "expel PER CHL threatened"},
	})
}
