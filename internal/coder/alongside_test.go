package coder

import "testing"

// TestAlongside: whose an act is where a list goes on past its names, where what follows a
// list tells of its last alone, and where a text, a title or a clause could be another's.
func TestAlongside(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-16"), []account{
		// who else stands in a list, without a name
		{"Sweden, Denmark and others rejected a US proposal for a joint command.", "reject SWE+DNK+XXX USA actual"},
		{"Chile condemned Peru and others for the raid.", "accuse CHL PER+XXX actual"},
		{"Kenya urged Uganda and other members of the bloc to open the border.", "demand KEN UGA+XXX actual"},
		{"Turkey, Jordan and other US allies condemned Iran for the test.", "accuse TUR+JOR+XXX IRN actual"},
		{"Kenya urged Uganda to release the editor and others held since March.", "demand KEN UGA actual"},
		{"Poland condemned Belarus for the beating of the editor and other prisoners.", "accuse POL BLR actual"},
		// of whom a clause in the singular tells
		{"The report quotes Niger and Chad, which accuses Libya of arming the nomads.", "accuse TCD LBY actual"},
		{"The bank is open to Angola and Zambia, which has rejected a Congolese proposal.", "reject ZMB COD actual"},
		{"The report quotes Niger and Chad, which accuse Libya of arming the nomads.", "accuse NER+TCD LBY actual"},
		// who stands beside a State, and who belongs to an organisation
		{"Kenya signed an accord with Uganda plus a protocol with the European Union.", "agree KEN UGA actual; agree KEN EUR actual"},
		{"France condemned Serbia, membership Croatia opposes.", "accuse FRA SRB actual"},
		// whose a text is that was voted
		{"The Security Council met on Friday. A resolution drafted by Ghana urged Liberia to free the hostages.", "demand UNO LBR actual"},
		{"The European Parliament voted on Friday. The motion condemned Belarus for the arrests.", "accuse EUR BLR actual"},
		{"Spain's parliament met on Monday. The resolution condemned Morocco for the raid.", "accuse ESP MAR actual"},
		{"The Security Council met on Friday. Ghana urged Liberia to free the hostages.", "demand GHA LBR actual"},
		// whose minister is named beside his president
		{"Spanish President Juan Gil and Foreign Minister Ana Ruiz saw the Moroccan camp on Monday. Morocco said nothing. Ruiz condemned Morocco for the raid.", "accuse ESP MAR actual"},
		{"Chadian President Ali Sow and Prime Minister Omar Deby arrived on Sunday. Niger's army held the bridge. Deby urged Niger to withdraw.", "demand TCD NER actual"},
		// whom one refuses something
		{"Thailand has refused to sell electricity to Cambodia until the border is marked.", "reject THA KHM actual"},
		{"Spain declined to hand Morocco the two patrol boats.", "reject ESP MAR actual"},
		{"Russia refused to lower the gas price for Ukraine.", "reject RUS UKR actual"},
		{"The bank refused to lend Kenya more money.", ""},
		{"Spain declined to comment on Morocco.", ""},
		{"Kenya refused to give up.", ""},
		// who the two are of whom each blames the other
		{"Kenya and Chad lie far apart. Kenya and Chad share no river. Niger's army chief told a Malian envoy of a dispute in which each country has accused the other of arming rebels.", "accuse NER MLI actual; accuse MLI NER actual"},
		// what one must do together with another is asked of nobody
		{"Peru and Chile should work together, Peruvian President Alan Garcia said.", ""},
		{"Chile must work with others, Peruvian President Alan Garcia said.", "demand PER CHL actual"},
	})
}
