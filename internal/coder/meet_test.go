package coder

import "testing"

// TestWhoMeets: who takes part in talks, as a reader would say.
func TestWhoMeets(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-16"), []account{
		// three whom hyphens join meet, and a row of States that is a topic does not
		{"An Israeli-Jordanian-Palestinian meeting on water was held on Monday, a Jordanian official said.", "consult ISR JOR+PSE actual"},
		{"Trilateral Russian-Turkish-Iranian talks will open in Sochi on Friday.", "consult RUS TUR+IRN planned"},
		{"Indian and Iranian officials held talks on the Iran-Pakistan-India gas pipeline in Tehran on Monday.", "consult IND IRN actual"},
		{"Delegates ended Egyptian-Sudanese-Ethiopian talks on the Nile in Khartoum on Monday.", "consult EGY SDN+ETH actual"},
		// where several are met one by one is none of them
		{"Chinese Foreign Minister Li Zhaoxing held separate talks with Indian and Pakistani officials in Beijing on Tuesday.", "consult CHN IND actual; consult CHN PAK actual"},
		{"Indian Prime Minister Manmohan Singh said he was hopeful. He and Pakistani President Pervez Musharraf will meet separately with British Prime Minister Tony Blair on Friday.", "consult GBR IND planned; consult GBR PAK planned"},
		// who is introduced by an office is no city by his surname
		{"Nicaraguan President Daniel Ortega met on Tuesday with Thomas Lima, US assistant secretary of state for Latin America. Lima will visit Panama on Thursday.", "consult NIC USA actual; consult USA PAN planned"},
		{"US Assistant Secretary of State Thomas Shannon arrived in Bogota on Monday for talks with Colombian leaders. On Tuesday, Shannon met Ecuadorean President Alfredo Palacio.", "consult USA COL actual; consult USA ECU actual"},
		{"Assistant Secretary of State Thomas Lima met Mexican leaders on Monday. US envoy John Smith will fly to Lima on Tuesday.", "consult USA MEX actual; consult USA PER planned"},
		{"In Lima, Chilean Foreign Minister Alejandro Foxley met Peruvian leaders on Tuesday.", "consult CHL PER actual"},
		// "she" is a woman, and "he" is none
		{"Liberian President Ellen Johnson Sirleaf met Nigerian President Olusegun Obasanjo on Monday. Obasanjo praised his guest. She will visit Ghana next week.", "consult LBR NGA actual; consult GHA LBR planned"},
		{"Philippine President Gloria Arroyo met Japanese Prime Minister Shinzo Abe in Manila on Monday. Arroyo thanked Japan. He will visit China in December.", "consult PHL JPN actual; consult CHN JPN planned"},
		// the States by which "the countries" are spelled out are all there are
		{"Leaders of three East African states -- Kenya, Uganda and Tanzania -- met in Arusha on Tuesday.", "consult KEN UGA+TZA actual"},
		{"Trade ministers from Asian countries, including Singapore, Indonesia, Thailand and Japan, attended the forum.", "consult SGP IDN+THA+JPN actual"},
		{"The forum in Almaty was attended by representatives of Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.", "consult KAZ KGZ+TJK+UZB actual"},
		// so are three who are told as those between whom it is, whatever the tree makes of them
		{"Talks between the Egyptian government, Jordan and the Palestinians opened on Thursday.", "consult EGY JOR+PSE actual"},
		{"The meeting between the Colombian government, the UN and the rebels ended on Thursday.", "consult COL UNO+XXX actual"},
		// a State that "plus" adds to a group
		{"Talks of the five permanent members of the UN Security Council plus Germany are planned for Tuesday.", "consult CHN FRA+GBR+RUS+USA+DEU planned"},
		// of the factions of a land it is one, and whoever asks for it is none; of parties it is none
		{"The African Union called for talks between Chad's rival factions.", "consult TCD XXX demanded"},
		{"Talks between the warring Afghan factions broke down in Geneva on Monday.", "consult AFG XXX ended"},
		{"Talks between Italy's rival parties on a new government failed.", ""},
		// whom talks are told to involve, alone or beside who goes there
		{"Talks involving Kenya, Uganda and Tanzania opened on Monday.", "consult KEN UGA+TZA actual"},
		{"Georgia will not attend the talks, which also involve Russia and Germany.", "consult GEO RUS+DEU denied"},
		{"Kenya and Uganda opened talks on Monday on a scheme involving Tanzania and Rwanda.", "consult KEN UGA actual"},
		// an organisation has no government
		{"Some 40,000 Burundian refugees live in Rwanda, the United Nations says. Six rounds of talks between the two governments have led nowhere.", "consult BDI RWA actual"},
		// the pope needs no name
		{"The banner was put up a day before the pope was due to arrive in Vilnius for a brief visit.", "consult VAT LTU planned"},
		{"The pope prayed for peace in Bosnia.", ""},
		// what is somebody's before the subject is named is the subject's
		{"Chinese President Jiang Zemin met Ugandan President Yoweri Museveni. In his meeting with Rwandan President Pasteur Bizimungu, Jiang praised Rwanda.", "consult CHN UGA actual; consult RWA CHN actual"},
		{"Ugandan President Yoweri Museveni met Kenyan President Daniel arap Moi. Following his talks with Moi, Museveni was received by Tanzanian President Benjamin Mkapa.", "consult UGA KEN actual; consult TZA UGA actual"},
		// the officials in two capitals are met in each
		{"US envoy Dennis Ross will meet with officials in Cairo and in Amman.", "consult USA EGY planned; consult USA JOR planned"},
		{"US envoy Dennis Ross met Israeli officials in Cairo and in Amman.", "consult USA ISR actual"},
		// what "will" stands over is to come, and so is what a verb beside it carries
		{"Icelandic Foreign Minister Halldor Asgrimsson will fly to Malta on Friday and hold talks with Maltese Prime Minister Lawrence Gonzi.", "consult ISL MLT planned"},
		{"Icelandic Foreign Minister Halldor Asgrimsson flew to Malta on Friday and held talks with Maltese Prime Minister Lawrence Gonzi.", "consult ISL MLT actual"},
		// who is the first to go there goes there once
		{"Icelandic President Olafur Grimsson will visit Malta in December. He will be the first Icelandic head of state to visit Malta.", "consult ISL MLT planned"},
		{"Icelandic Foreign Minister Halldor Asgrimsson is to travel to Malta on Monday. Asgrimsson is the first Icelandic minister to visit Malta in ten years.", "consult ISL MLT planned"},
		{"Icelandic President Olafur Grimsson will visit Malta in December. In 1990, Icelandic minister Jon Hannibalsson was the first to visit Malta.", "consult ISL MLT planned; consult ISL MLT actual"},
		// nor is it two meetings since when there was none
		{"Zambian President Levy Mwanawasa is to meet Malawian President Bingu wa Mutharika in Lilongwe on Friday, their first meeting since 2004.", "consult ZMB MWI planned"},
		// who is invited is asked for, beside the meeting at which he is, and is not the one who invites
		{"Omani Foreign Minister Yusuf bin Alawi met Norwegian Foreign Minister Knut Vollebaek in Oslo. Vollebaek invited him to pay a visit.", "consult OMN NOR actual; consult NOR OMN demanded"},
		{"Nigeria had invited the president of Benin for a visit, but he sent a delegation to Abuja.", "consult BEN NGA demanded; consult NGA BEN actual"},
		{"Omani Foreign Minister Yusuf bin Alawi arrived in Oslo for a visit. The Norwegian minister invited the press to the talks.", "consult OMN NOR actual"},
		// a body and one of its members meet where the one goes to the other or has talks with it, and not at the body's own meetings
		{"Portuguese Finance Minister Fernando Teixeira dos Santos said after talks with his EU counterparts that the budget was balanced.", ""},
		{"Slovak officials hoped to win over others before an EU summit in Helsinki.", ""},
		{"Thai Foreign Minister Nitya Pibulsonggram said this week's ASEAN meeting had been delayed.", ""},
		{"Talks between Portugal and the EU on fishing opened in Lisbon on Monday.", "consult PRT EUR actual"},
		{"Slovak Prime Minister Robert Fico met European Commission President Barroso in Brussels.", "consult SVK EUR actual"},
		{"Romanian Foreign Minister Mihai Ungureanu held talks with EU foreign ministers in Tampere.", "consult ROU EUR actual"},
	})
}
