package coder

import "testing"

// TestAsked: who is asked where the sentence tells it by more than the object of the verb, and
// where nobody is.
func TestAsked(t *testing.T) {
	checkAccounts(t, on(t, "2004-03-09"), []account{
		// what is asked, behind a clause or a list on who is asked
		{"Australia called on Fiji's military ruler, Commodore Frank Bainimarama, who took power in a coup, to hold elections.", "demand AUS FJI actual"},
		{"Nigeria called on African leaders who have troops in Liberia to keep them there.", "demand NGA XXX actual"},
		{"Gabonese President Omar Bongo made an appeal for the world to help the victims of the flood.", "demand GAB XXX actual"},
		{"NATO urged Serbia, along with Bosnia and Croatia, to hand over the suspects.", "demand NAT SRB+BIH+HRV actual"},
		{"Britain wants to see Zimbabwe hold free elections.", "demand GBR ZWE actual"},
		{"Britain wants to see the lakes of Zimbabwe.", ""},
		// private persons, and those whose place or State is told
		{"Kenyan President Daniel arap Moi urged officials to work hard.", ""},
		{"Kenyan President Daniel arap Moi urged officials of Uganda and Chad to sign.", "demand KEN UGA+TCD actual"},
		// whoever does something on what was asked
		{"Canada will send 200 troops to Haiti in response to a request from the United Nations.", "demand UNO CAN actual"},
		{"Australia sent two frigates following a request from Chad.", "demand TCD AUS actual"},
		{"At Poland's insistence, Germany dropped the clause from the draft.", "demand POL DEU actual"},
		{"Sudan has defied an African Union resolution to disarm the militia.", "reject SDN AFU actual; demand AFU SDN actual"},
		{"Sudan came under renewed American pressure on Tuesday to disarm the militia.", "demand USA SDN actual"},
		{"The club came under pressure from its fans in Sudan.", ""},
		{"The club sold the player following a request from his agent.", ""},
		// what a text requires stands, whatever is done about it
		{"Iraq refused to comply with a UN resolution requiring it to destroy its missiles.", "reject IRQ UNO actual; demand UNO IRQ actual"},
		// what one is told that he must do
		{"Iraqi Prime Minister Nuri al-Maliki told Turkey that it must withdraw its troops from the north.", "demand IRQ TUR actual"},
		{"Ethiopia told Eritrea that it would not leave the town.", ""},
		// who says so, behind a comma
		{"China demands that the Philippines immediately free the fishermen, a spokeswoman said Tuesday.", "demand CHN PHL actual"},
		{"India has asked Bangladesh to hand over 20 leaders, a home ministry official said on Tuesday.", "demand IND BGD actual"},
		// whose office it is
		{"The secretary general of the Arab League called on Iraq to admit the inspectors.", "demand ARL IRQ actual"},
		// a demand that another demand things is one
		{"The Tamil Tigers asked Norway to press India to disarm the militia.", "demand XXX NOR actual"},
		// asked at home, of oneself, or of nobody
		{"Gabon's president on Tuesday urged people to stay at home during the vote.", ""},
		{"A think-tank urged Turkey to recognise Cyprus.", ""},
		{"Chad wanted to join the European Union.", ""},
		{"A further delegation is flying to Lima, a Japanese official told AFP.", ""},
		// what nobody does to who faces it
		{"Kenya warned that Chad faces a famine.", ""},
		{"Kenya warned that Chad faces war.", "threaten KEN TCD actual"},
		// on what a threat hangs
		{"Kenya warned Chad that it would face war if the raids went on.", "threaten KEN TCD conditional"},
		{"Kenya warned Chad that it would face war should the raids go on.", "threaten KEN TCD conditional"},
		{"Kenya warned Chad that it would face war even if the raids stopped.", "threaten KEN TCD actual"},
		{"Kenya's patience with Somalia is running out.", "threaten KEN SOM actual"},
	}, "demand", "threaten", "reject")
}
