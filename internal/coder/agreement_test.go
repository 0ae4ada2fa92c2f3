package coder

import "testing"

// TestAgreements: who agrees with whom, and when it was agreed, told by other words than that
// two sign a treaty.
func TestAgreements(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-22"), []account{
		// what is welcomed has come about
		{"The Moroccan foreign minister welcomed the ceasefire agreement reached between Ethiopia and Eritrea.", "agree ETH ERI actual"},
		{"Spain on Tuesday welcomed last month's border accord signed by Peru and Ecuador.", "agree PER ECU actual"},
		{"Brazil praised the treaty concluded by Chile and Argentina last year.", "agree CHL ARG actual"},
		{"France would welcome an agreement between Ethiopia and Eritrea.", ""},
		{"Britain said it hoped for an agreement between Ethiopia and Eritrea.", ""},
		// what was made is made
		{"An agreement signed by China and India will be presented to parliament next week.", "agree CHN IND actual"},
		{"An agreement to be signed by China and India will be presented to parliament next week.", "agree CHN IND planned"},
		{"Under the accord, Armenia and Azerbaijan will exchange all prisoners of war.", "agree ARM AZE actual"},
		// of whom it is
		{"The Japan-Mexico FTA came before the Chile-Mexico FTA.", "agree JPN MEX actual; agree CHL MEX actual"},
		{"Kenya and Tanzania met in Arusha on a fisheries treaty.", ""},
		{"Slovakia signed an agreement in Washington to join NATO.", "agree SVK NAT actual"},
		{"Albania and Croatia signed the accession protocol of NATO on Tuesday.", "agree ALB HRV+NAT actual"},
		{"Estonia has long worked with the European Union. Estonia signed the accession treaty on Monday.", "agree EST EUR actual"},
		{"The European Union and NATO have long worked with Estonia. Estonia signed the accession treaty on Monday.", ""},
		{"Two members of the European Union, France and Spain, signed a border treaty.", "agree FRA ESP actual"},
		{"Russia agreed to sell Syria missiles.", "agree RUS SYR actual"},
		{"Sudan agreed to let United Nations peacekeepers into Darfur.", "agree SDN UNO actual"},
		{"Brazil has signed trade deals with several countries such as Angola and Mozambique.", "agree BRA AGO+MOZ actual"},
	}, "agree")
}

// TestAdopted: what a meeting of many adopts is agreed on by those who sit there, and what a
// party or a parliament does is not.
func TestAdopted(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-22"), []account{
		{"Leaders at the Ibero-American summit in Lima adopted a declaration on forests.", "agree PER XXX actual"},
		{"Arab foreign ministers opened a conference in Tunis on Monday. The ministers adopted a declaration on water.", "agree TUN XXX actual"},
		{"A plan of action was adopted at a conference of 40 nations in Lima.", "agree PER XXX actual"},
		{"Participants at a regional conference in Lima signed a declaration on water.", "agree PER XXX actual"},
		{"Foreign ministers of 12 countries adopted a charter in Lima.", "agree PER XXX actual"},
		{"Foreign ministers of 12 countries adopted a stray dog in Lima.", ""},
		{"A summit of 20 African leaders opened in Nairobi on Monday. They adopted a declaration on water.", "agree KEN XXX actual"},
		{"The party congress in Tunis adopted a declaration on Tuesday.", ""},
		{"The Tunisian parliament adopted a convention on torture.", ""},
		{"The leaders of Chad and Niger adopted a declaration in Tunis.", "agree TCD NER actual"},
	}, "agree")
}

// TestAskedSanctions: who asks for sanctions does not impose them where the report knows who does.
func TestAskedSanctions(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-22"), []account{
		{"Portugal is pushing for a Security Council vote imposing sanctions on Haiti.", "sanction UNO HTI demanded"},
		{"Portugal and Spain demanded that the European Union impose sanctions on Haiti.", "sanction EUR HTI demanded"},
		{"France called for EU sanctions against Burma.", "sanction EUR MMR demanded"},
		{"Canada imposed sanctions against nations such as Haiti, Sudan or Libya.", "sanction CAN HTI+SDN+LBY actual"},
		{"Museveni helped end a long freeze on official talks between Kenya and Sudan.", ""},
		{"Chile and Vietnam established a strategic partnership in 2003.", "restore_relations CHL VNM actual"},
		{"The minister works for a normalization of relations between Georgia and Russia.", ""},
	}, "sanction", "restore_relations")
}

// TestAwaited: what is still awaited, only looked at or answered, and what becomes of an order.
func TestAwaited(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-22"), []account{
		{"Flights will start when Japan reopens its embassy in Lima.", "open JPN PER planned"},
		{"Flights started when Japan reopened its embassy in Lima.", "open JPN PER actual"},
		{"Not a single Chilean diplomat was expelled by Peru.", "expel PER CHL denied"},
		{"A single Chilean diplomat was expelled by Peru.", "expel PER CHL actual"},
		{"Japan will give an answer to Peru's expulsion of four of its diplomats.", "expel PER JPN actual"},
		{"Peru cancelled the order to expel two Japanese diplomats.", "expel PER JPN ended"},
		{"Peruvian police stopped an astronomer who held an invitation from the Japanese embassy.", ""},
		{"Peruvian police sealed off the Japanese embassy.", "seize PER JPN actual"},
		{"Peru revoked the visas of 21 Chilean officials.", "deny_visa PER CHL actual"},
		{"Japan said its ambassador in Peru would stay at his post.", "recall JPN PER denied"},
	}, "open", "expel", "deny_visa", "recall", "seize")
}

// TestHeldTrue: who agrees that something is so agrees on nothing with whom he says it of.
func TestHeldTrue(t *testing.T) {
	checkAccounts(t, on(t, "2024-05-14"), []account{
		{"Chilean President Gabriel Boric agreed in an interview that the Venezuelan leader was a dictator.", ""},
		{"Sweden agreed on Monday that Russian planes had entered its airspace.", ""},
		{"The British prime minister agreed with his Irish counterpart that the border must stay open.", "agree GBR IRL actual"},
		{"France and Mali agreed that the border was closed.", "agree FRA MLI actual"},
	}, "agree")
}
