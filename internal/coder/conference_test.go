package coder

import "testing"

// TestConferences: meetings of many, with whoever is named or the State where they are held;
// those of parties, firms and scientists are none.
func TestConferences(t *testing.T) {
	report := on(t, "2006-11-16")
	report.Dateline.Place = "RABAT"
	checkAccounts(t, report, []account{
		// where it is held: by its own words, its clause, the place before it, "here"
		{"OPEC oil ministers were meeting in the Nigerian capital Abuja on Thursday.", "consult NGA XXX actual"},
		{"Finance ministers from a dozen countries ended a three-day meeting in Jakarta on Thursday.", "consult IDN XXX actual"},
		{"A donors' conference for Iraq is to open in Madrid on Friday.", "consult ESP XXX planned"},
		{"The talks broke down after the Cancun ministerial meeting in 2003.", "consult MEX XXX actual"},
		{"Security will be tight in Busan for the APEC summit on Nov. 18 and 19.", "consult KOR XXX planned"},
		{"Ministers from 57 European and African countries opened a conference on migration here Thursday.", "consult MAR XXX actual"},
		{"The WTO ministerial conference will be held in Hong Kong next month.", "consult HKG XXX planned"},
		// who hosts it, and who goes to it
		{"Thailand will host a regional conference on bird flu next month.", "consult THA XXX planned"},
		{"Chinese Foreign Minister Li Zhaoxing will attend the APEC ministerial meeting in Busan next week.", "consult CHN XXX planned"},
		{"Nepali King Gyanendra left for Dhaka on Thursday to participate in the 13th summit of the South Asian Association for Regional Cooperation.", "consult NPL XXX planned"},
		{"President Abdelaziz Bouteflika of Algeria will not attend the Euro-Mediterranean summit in Barcelona on Sunday.", "consult DZA XXX denied"},
		{"Seychelles President James Michel attended the Beijing Summit of the Forum on China-Africa Cooperation.", "consult CHN SYC+XXX actual"},
		// what is still to come
		{"Scientists called for action ahead of an international climate change conference in Montreal later this month.", "consult CAN XXX planned"},
		{"He was speaking on the eve of an international meeting on hazardous waste in Nairobi, Kenya.", "consult KEN XXX planned"},
		{"Police have found no threat to the East Asia summit to be held in Cebu in the Philippines next month.", "consult PHL XXX planned"},
		{"World leaders failed to agree on a treaty at last year's climate summit in Copenhagen.", "consult DNK XXX actual"},
		// by what it is told to be many: a row, those who come, those who hold it
		{"The 22nd meeting of the Standing Committee for Commerce will be held in Istanbul next week.", "consult TUR XXX planned"},
		{"The Initiative held its summit in Prague on Thursday, attended by the leaders of 17 countries.", "consult CZE XXX actual"},
		{"Southern African nations mulled new steps as they started a three-day meeting in Malawi.", "consult MWI XXX actual"},
		{"Kenya is to host the annual African Energy Meeting in June.", "consult KEN XXX planned"},
		{"The first Asian summit was held in Jakarta in 1994, attended by leaders of 34 countries. The second summit took place in Hanoi four years later.", "consult IDN XXX actual; consult VNM XXX actual"},
		{"Kenya is to host a meeting in June.", ""},
		// a listed body that holds it for its members
		{"The Arab League held an emergency session in Cairo on Thursday to discuss Yemen.", "consult ARL XXX actual"},
		{"The African Union will hold a special summit in Kigali next week.", "consult AFU XXX planned"},
		{"ASEAN foreign ministers met in Vientiane on Thursday to discuss piracy.", "consult ASE XXX actual"},
		{"The African Union summit in Kigali opened on Thursday.", "consult RWA XXX actual"},
		{"EU foreign ministers held a special session in Luxembourg on Thursday.", ""},
		// its being held is no visit
		{"Sweden said Thursday it would host an international donors' conference for Lebanon at the end of the month.", "consult SWE XXX planned"},
		// two who meet at one
		{"Japanese Foreign Minister Taro Aso met his South Korean counterpart Ban Ki-moon on Thursday on the sidelines of the APEC meeting in Hanoi.", "consult JPN KOR actual"},
		// no States
		{"The ruling party opened its annual conference in Manchester on Thursday.", ""},
		{"Scientists from 40 countries are meeting in Vienna this week for a congress on heart disease.", ""},
		{"Ministers met in Paris on Thursday to discuss the budget.", ""},
		{"Business leaders from 20 countries met in Singapore on Thursday at a forum on investment.", ""},
		{"Roman Catholic bishops ended a three-day conference in Manila on Thursday.", ""},
	}, "consult")
}
