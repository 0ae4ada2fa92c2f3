package coder

import "testing"

// TestTargets: on whom a sanction is put whose noun a State's name stands before, what is on the
// table or off it, and whose threat another answers.
func TestTargets(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"The United States eased Libya sanctions.", "sanction USA LBY ended"},
		{"The European Union extended Belarus sanctions.", "sanction EUR BLR actual"},
		{"Norway said Libya sanctions had no effect.", ""},
		{"Malawian sanctions on Zambia are not on the table, the foreign minister said.", "sanction MWI ZMB denied"},
		{"Malawian sanctions on Zambia are on the table, the foreign minister said.", "sanction MWI ZMB possible"},
		{"New Malawian sanctions against Zambia are an option, diplomats said.", "sanction MWI ZMB possible"},
		{"Malawi's aim is to deny Zambia a source of money.", ""},
		{"Angola slammed Malawian threats against Zambia.", "accuse AGO MWI actual; threaten MWI ZMB actual"},
		{"Zambia has vowed to take tough action in response to the Malawian president's threat to crush it.", "respond ZMB MWI threatened; threaten MWI ZMB actual"},
		{"Malawi denied Zambia's claim.", "reject MWI ZMB actual"},
	})
}
