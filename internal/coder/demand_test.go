package coder

import "testing"

// TestDemandsAndThreats: who asks what of whom and who threatens whom, as a reader would say,
// and what is neither.
func TestDemandsAndThreats(t *testing.T) {
	checkAccounts(t, on(t, "2006-12-14"), []account{
		// what somebody says that another must do, wherever the tree hangs it
		{"Secretary of State Condoleezza Rice said in Tokyo that North Korea needs to return to the pact.", "demand USA PRK actual"},
		{"South African President Thabo Mbeki told reporters that Zimbabwe had to put its house in order.", "demand ZAF ZWE actual"},
		{"Iraq must get rid of its missiles, the United Nations has stipulated.", "demand UNO IRQ actual"},
		{"Leaders in Japan should make more efforts, Chinese Foreign Minister Li Zhaoxing said on Wednesday.", "demand CHN JPN actual"},
		{"King Abdullah II of Jordan said that all Lebanese should unify their ranks.", "demand JOR LBN actual"},
		{"Iran's government spokesman said on Monday that American warships should leave the Gulf.", "demand IRN USA actual"},
		{"Cyprus' position is that Turkey must open its ports to all.", "demand CYP TUR actual"},
		{"A Finnish bid failed over Cyprus' insistence that Turkey must open its ports.", "demand CYP TUR actual"},
		// what is sought from another
		{"Chad called for help from France after the rebels crossed the border.", "demand TCD FRA actual"},
		{"The European Union is seeking guarantees that Tehran will not acquire such weapons.", "demand EUR IRN actual"},
		{"Kazakhstan asked for an explanation from Uzbekistan.", "demand KAZ UZB actual"},
		{"Iraq's president called for a halt to the raids by Turkey.", "demand IRQ TUR actual"},
		{"Ukraine called for the withdrawal of its own troops from Iraq.", ""},
		{"Kenya expects 200,000 tourists this year, most of them from Britain.", ""},
		// talks that are asked for
		{"Chad called for a meeting with Kenya on the border.", "consult TCD KEN demanded"},
		{"The army chief took over with a call for talks between Chad and Kenya.", "consult TCD KEN demanded"},
		// what one will do to another by one's own word
		{"Iran vowed on Thursday to attack Israel with all its missiles.", "threaten IRN ISR actual"},
		{"The United States said it would strike Iraq unless it yielded.", "threaten USA IRQ conditional"},
		{"Chad threatened to attack Kenya if the raids went on.", "threaten TCD KEN conditional"},
		{"Chad's army chief said that Chad would never allow Kenya to acquire such missiles.", "threaten TCD KEN actual"},
		{"President Bill Clinton said the United States would attack Iraq again unless it yielded.", "threaten USA IRQ conditional"},
		{"Analysts said that Chad would attack Kenya.", ""},
		{"Chad attacked Kenya.", ""},
		// what one's own people, one's guest and oneself must do is asked of no other State
		{"Indian Prime Minister Manmohan Singh said India should raise its budget.", ""},
		{"The pilots should have turned back, the Indonesian transport minister said.", ""},
		// who goes on to ask another
		{"Kenya called on the African Union to help, while urging the Sudanese parties to obey the truce.", "demand KEN AFU actual; demand KEN SDN actual"},
		{"Chile asked Peru to halt the raids while urging Bolivia to wait.", "demand CHL PER actual; demand CHL BOL actual"},
		// for whom it is time
		{"“It's time for Vietnam to open its market,” the Japanese trade minister said.", "demand JPN VNM actual"},
		{"It is time for Eritrea to accept the border, the Ethiopian foreign minister said.", "demand ETH ERI actual"},
		{"It is time for Ethiopia to act, the Ethiopian foreign minister said.", ""},
		{"There was no time for Poland to vote, the German minister said.", ""},
		{"This was another time for Japan to host the games, the Chinese minister said.", ""},
		// where those are kept who are wanted
		{"Ghana urged the release of a journalist held in Liberia.", "demand GHA LBR actual"},
		{"Bolivia asked for the extradition of a former minister living in Paraguay.", "demand BOL PRY actual"},
		{"Peru demanded the extradition of the general, who was arrested in Rome last week.", "demand PER ITA actual"},
		{"Norway demanded the release of two Norwegians held in Malta.", "demand NOR MLT actual"},
		{"The club demanded the return of a player living in Malta.", ""},
	})
}
