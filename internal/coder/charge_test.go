package coder

import "testing"

// TestCharges: who charges whom, and who turns it down.
func TestCharges(t *testing.T) {
	checkAccounts(t, on(t, "1998-03-04"), []account{
		// a charge beside the clause that tells it
		{"Kenya says Uganda arms the rebels of the north, a charge Kampala denies.", "accuse KEN UGA actual; reject UGA KEN actual"},
		{"The company says the ministry lost the papers, a charge officials deny.", ""},
		// those who were charged together
		{"Ethiopia accuses Sudan and Eritrea of arming the rebels, charges denied by both countries.", "accuse ETH SDN+ERI actual; reject SDN+ERI ETH actual"},
		{"Congo has accused Uganda, Rwanda and Burundi of invading it, charges that all three countries have denied.", "accuse COD UGA+RWA+BDI actual; reject UGA+RWA+BDI COD actual"},
		{"Kenya accused Uganda and Rwanda of arming the rebels. Both have denied the charge.", "accuse KEN UGA+RWA actual; reject UGA+RWA KEN actual"},
		// what a clause tells of the noun that it describes
		{"Kenya seeks to join the bloc, a demand Uganda rejects.", "reject UGA KEN actual"},
		{"NATO's offer, turned down by Moscow, was for joint patrols.", "reject RUS NAT actual"},
		{"The bill, rejected by the French senate, would raise taxes.", ""},
		// whose the ground of a measure is
		{"The Security Council has imposed sanctions on Libya over its refusal to heed the demands of Britain.", "sanction UNO LBY actual; reject LBY GBR actual"},
		// wrongs that are told by their name
		{"“Syrian interference in Lebanon must stop,” Israeli Foreign Minister David Levy said.", "accuse ISR SYR actual"},
		{"Norway said Swedish support for the plan was vital.", ""},
		// who is against what
		{"Syria objected to the American proposal on the wording of the statement.", "reject SYR USA actual"},
		{"France is firmly against a German plan for the bank.", "reject FRA DEU actual"},
		{"Moscow remains opposed to NATO's plans for the Baltic.", "reject RUS NAT actual"},
		{"The vote was held against the background of American plans for Kenya.", ""},
		// States that stand for others of their sort
		{"Arab states such as Syria and Libya have denounced Israel's plan.", "accuse SYR+LBY ISR actual"},
		{"The French proposal is opposed by small EU members like Ireland and Luxembourg.", "reject IRL+LUX FRA actual"},
		{"Arab states have denounced Israel's plan.", "accuse XXX ISR actual"},
		// whose a text is
		{"Italy rejected the budget for the European Union drawn up by Britain.", "reject ITA GBR actual"},
	}, "accuse", "reject", "sanction")
}
