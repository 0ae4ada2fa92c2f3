package coder

import "testing"

// TestCharges: who charges whom, and who turns it down.
func TestCharges(t *testing.T) {
	checkAccounts(t, on(t, "1998-03-04"), []account{
		// a charge beside the clause that tells it
		{"Kenya says Uganda arms the rebels of the north, a charge Kampala denies.", "accuse KEN UGA actual; reject UGA KEN actual"},
		{"The company says the ministry lost the papers, a charge officials deny.", ""},
		// persons are charged as courts do, and States otherwise
		{"Peru charged two Chileans with murder.", ""},
		{"Peru charged Chile with spying.", "accuse PER CHL actual"},
		// those who were charged together
		{"Ethiopia accuses Sudan and Eritrea of arming the rebels, charges denied by both countries.", "accuse ETH SDN+ERI actual; reject SDN+ERI ETH actual"},
		{"Chad has accused Sudan, Libya and Niger of shelling it, charges that all three countries have denied.", "accuse TCD SDN+LBY+NER actual; reject SDN+LBY+NER TCD actual"},
		{"Kenya accused Uganda and Rwanda of arming the rebels. Both have denied the charge.", "accuse KEN UGA+RWA actual; reject UGA+RWA KEN actual"},
		// what a clause tells of the noun that it describes
		{"Kenya seeks to join the bloc, a demand Uganda rejects.", "reject UGA KEN actual"},
		{"NATO's offer, turned down by Moscow, was for joint patrols.", "reject RUS NAT actual"},
		{"The bill, rejected by the French senate, would raise taxes.", ""},
		// whose the ground of a measure is
		{"The Security Council has imposed sanctions on Haiti over its refusal to heed the demands of Canada.", "sanction UNO HTI actual; reject HTI CAN actual"},
		// wrongs that are told by their name
		{"“Sudanese meddling in the north has gone on for years,” Ugandan Foreign Minister Eriya Kategaya said.", "accuse UGA SDN actual"},
		{"Norway said Swedish support for the plan was vital.", ""},
		// who is against what
		{"Syria objected to the American proposal on the wording of the statement.", "reject SYR USA actual"},
		{"France is firmly against a German plan for the bank.", "reject FRA DEU actual"},
		{"Moscow remains opposed to NATO's plans for the Baltic.", "reject RUS NAT actual"},
		{"The vote was held against the background of American plans for Kenya.", ""},
		// States that stand for others of their sort
		{"Arab states such as Syria and Libya have denounced Israel's plan.", "accuse SYR+LBY ISR actual"},
		{"The Polish proposal was turned down by EU members like Malta and Finland.", "reject MLT+FIN POL actual"},
		{"Arab states have denounced Israel's plan.", "accuse XXX ISR actual"},
		// whose a text is
		{"Chad rejected the plan for the African Union drawn up by Kenya.", "reject TCD KEN actual"},
		// who says it: leaders are no "she"
		{"Norwegian Foreign Minister Anniken Huitfeldt spoke in Oslo. Huitfeldt noted that Swedish leaders had gone to the border. “Their words have hurt relations with Norway,” she said.", ""},
		// who does what somebody lashes out for
		{"Kenya lashed out at Chad on Tuesday for imposing sanctions on Kenyan ships.", "accuse KEN TCD actual; sanction TCD KEN actual"},
		// whose the deed is that somebody judges
		{"Ghana condemned the shelling of Togolese villages by Nigeria.", "accuse GHA NGA actual"},
		{"Chile criticised the arrest of its fishermen by Peruvian patrol boats.", "accuse CHL PER actual"},
		{"Oman denounced the occupation of Chad by Libya.", "accuse OMN LBY actual"},
		{"Oman condemned the killing of twelve Chadian villagers by the Taliban.", "accuse OMN XXX actual"},
		{"Chile rejected the inspection of its plants by the IAEA.", "reject CHL IAE actual"},
		{"Chile criticised the incursion into Peru by Bolivia and Brazil.", "accuse CHL BOL+BRA actual"},
		{"Ghana condemned the attack on its ships by Togo.", "accuse GHA TGO actual"},
		// what a text says, and whether the text came to stand
		{"Kenya vetoed a Security Council resolution condemning Chad.", "accuse UNO TCD denied"},
		{"NATO failed to adopt any motion criticising Malta.", "accuse NAT MLT denied"},
		{"China and Russia blocked a Security Council statement condemning Myanmar.", "accuse UNO MMR denied"},
		{"Chile blocked a UN statement that would have condemned Peru.", "accuse UNO PER denied"},
		{"The European Union may issue a statement condemning Malta.", "accuse EUR MLT possible"},
		{"Hungary signed a declaration condemning Malta.", "accuse HUN MLT actual"},
		// what is left open
		{"Iceland could neither confirm nor deny the Maltese claim.", ""},
		{"Kenyan ministers will neither confirm nor deny the Ugandan report.", ""},
		{"Iceland confirmed the talks and denied the Maltese claim.", "reject ISL MLT actual"},
		// men of violence act for no State
		{"Canada blamed leftist gunmen on Tuesday for the death of two Peruvian guards.", "accuse CAN XXX actual"},
		{"Chad condemned the hijackers of a Kenyan plane.", "accuse TCD XXX actual"},
		{"Chad accused foreign mercenaries of fighting on the Kenyan border.", "accuse TCD XXX actual"},
		// what is said has no ground, or what is done
		{"Kenya said the Ugandan president's remarks were baseless.", "reject KEN UGA actual"},
		{"Russia said the British decision was groundless.", "accuse RUS GBR actual"},
	}, "accuse", "reject", "sanction")
}
