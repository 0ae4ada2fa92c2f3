package coder

import "testing"

// TestOneVisit: an arrival told after the meeting that it was for is no meeting of its own,
// nor is going away from where one was.
func TestOneVisit(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-16"), []account{
		{"Portuguese Prime Minister Jose Socrates met here Thursday with Zambian Foreign Minister Mundia Sikatana. The two sides discussed trade. Sikatana arrived in Lisbon on Tuesday for a three-day official visit at the invitation of his Portuguese counterpart.", "consult PRT ZMB actual"},
		{"Chilean President Michelle Bachelet held talks with Norwegian King Harald in Santiago on Tuesday. They spoke of trade and fishing. The king arrived in the Chilean capital on Sunday for a state visit.", "consult CHL NOR actual"},
		{"Sudanese President Omar al-Bashir met Egyptian Intelligence Chief Omar Suleiman on Wednesday. Suleiman flew to Khartoum on Tuesday for talks on Darfur.", "consult SDN EGY actual"},
		// another State, another city, another time
		{"Bulgarian President Georgi Parvanov met Romanian President Traian Basescu on Monday in Bucharest. Parvanov arrived in Budapest on Tuesday for a visit to Hungary.", "consult BGR ROU actual; consult BGR HUN actual"},
		{"Estonian President Toomas Hendrik Ilves held talks with Finnish President Tarja Halonen on 2 October. Halonen arrived in Tallinn on Tuesday for a state visit.", "consult EST FIN actual; consult FIN EST actual"},
		{"King Mohammed VI of Morocco arrived in Dakar on Monday for a visit to Senegal. On Wednesday he met President Abdoulaye Wade.", "consult MAR SEN actual; consult SEN MAR actual"},
		// a tour is his who makes it, or theirs who make it together
		{"Chinese Premier Wen Jiabao will pay official visits to France, Peru and Chile in December.", "consult CHN FRA planned; consult CHN PER planned; consult CHN CHL planned"},
		{"The Kenyan and Ugandan presidents will pay visits to Norway and Chile in December.", "consult KEN+UGA NOR planned; consult KEN+UGA CHL planned"},
		{"Ghana's Speaker Ebenezer Sekyi Hughes will pay a week-long goodwill visit to China from Dec. 3 to 9.", "consult GHA CHN planned"},
		// those for which an envoy was called home
		{"Chad has recalled its ambassador to Libya for consultations. He would return after Chad had completed consultations on Libya.", ""},
		{"Chad has recalled its ambassador to Libya. Chad held consultations with Libya on Monday.", "consult LBY TCD actual"},
		// going away
		{"Peruvian President Alan Garcia met Bolivian President Evo Morales in La Paz on Tuesday. He will leave La Paz on Thursday.", "consult PER BOL actual"},
		{"Norwegian and Swedish envoys left Lima on Monday after waiting six days for an answer from Paraguay.", ""},
		{"King Mohammed VI of Morocco left on Monday for a visit to Senegal.", "consult MAR SEN actual"},
	}, "consult")
}

// TestTalksAhead: talks that are due or set to be held, or set for a day, are yet to come; those
// that were set back, or a stage set by them, say nothing of that.
func TestTalksAhead(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"The talks between Kenya and Uganda are set to resume in Arusha on Monday.", "consult KEN UGA planned"},
		{"The talks between Kenya and Uganda are due to resume in Arusha.", "consult KEN UGA planned"},
		{"The talks between Kenya and Uganda are set for Monday.", "consult KEN UGA planned"},
		{"Talks between Kenya and Uganda set the stage on Monday for a treaty.", "consult KEN UGA actual"},
		{"The talks, which bring together Kenya, Uganda and Tanzania, opened in Arusha on Tuesday.", "consult KEN UGA+TZA actual"},
	}, "consult")
}
