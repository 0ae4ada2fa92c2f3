package coder

import "testing"

// TestNoMeetings: who speaks to a gathering, sees a chance or trades with another does not meet him.
func TestNoMeetings(t *testing.T) {
	checkAccounts(t, on(t, "2020-03-12"), []account{
		// to a gathering, and to one another
		{"Kenyan President Uhuru Kenyatta and Ugandan President Yoweri Museveni spoke at the opening of the conference in Arusha.", ""},
		{"Chilean President Sebastian Pinera and Peruvian President Martin Vizcarra spoke on the opening day of the assembly in Lima.", ""},
		{"Chilean President Sebastian Pinera and Peruvian President Martin Vizcarra spoke on the sidelines of the assembly in Lima.", "consult CHL PER actual"},
		{"Chilean President Sebastian Pinera spoke with Peruvian President Martin Vizcarra at a ceremony in Lima.", "consult CHL PER actual"},
		{"Kenyan President Uhuru Kenyatta and Ugandan President Yoweri Museveni spoke on Monday about the border.", "consult KEN UGA actual"},
		// what one sees or tours with another is none of the two
		{"The Norwegian government sees an opening with Ghana after the vote.", ""},
		{"Finnish Foreign Minister Pekka Haavisto toured the border with Estonia on Monday.", ""},
		{"Finnish Foreign Minister Pekka Haavisto saw the Estonian prime minister on Monday.", "consult FIN EST actual"},
		// trade and culture
		{"Cultural exchanges between Oman and Kuwait go back a century.", ""},
		{"Trade and financial exchanges between Oman and Kuwait go back a century.", ""},
		{"Kenya and Uganda broke off exchanges on the border on Monday.", "consult KEN UGA ended"},
		// several at one gathering
		{"Ghanaian President Nana Akufo-Addo said he would meet with Togolese President Faure Gnassingbe and Malian President Ibrahim Boubacar Keita at the summit in Abuja.", "consult GHA TGO+MLI planned"},
	}, "consult")
}

// TestMeetingStatus: words for a time to come, for what comes to nothing and for what one is
// prepared to do.
func TestMeetingStatus(t *testing.T) {
	checkAccounts(t, on(t, "2020-03-12"), []account{
		{"Kenyan Foreign Minister Raychelle Omamo meets Ugandan officials in the coming days.", "consult KEN UGA planned"},
		{"Kenyan Foreign Minister Raychelle Omamo is meeting her Ugandan counterpart in the next few weeks.", "consult KEN UGA planned"},
		{"Kenyan Foreign Minister Raychelle Omamo meets her Ugandan counterpart in Jinja later this month.", "consult KEN UGA planned"},
		{"Kenyan Foreign Minister Raychelle Omamo met Ugandan officials in the days that followed.", "consult KEN UGA actual"},
		{"Talks between Oman and Kuwait broke down last week.", "consult OMN KWT ended"},
		{"Talks between Oman and Kuwait collapsed last week.", "consult OMN KWT ended"},
		{"Talks between Oman and Kuwait ended last week.", "consult OMN KWT actual"},
		{"Chile is prepared to hold talks with Peru, the minister said.", "consult CHL PER possible"},
		{"Chile is prepared to expel the Peruvian ambassador, an official said.", "expel CHL PER possible"},
		{"Chile is preparing to expel the Peruvian ambassador, an official said.", "expel CHL PER planned"},
		{"In the absence of a fishing treaty between Norway and Iceland, the boats stay in port.", ""},
		{"Lacking an accord with Iceland, Norway kept its boats in port.", ""},
		{"Norway signed a treaty with Iceland in the absence of the king.", "agree NOR ISL actual"},
	}, "consult", "agree", "expel")
}

// TestNotDone: what somebody is kept from or talked out of, what would only come of an act, and talks
// that are but known about.
func TestNotDone(t *testing.T) {
	checkAccounts(t, on(t, "2020-03-12"), []account{
		{"Kenya tried to dissuade Ghana from imposing sanctions on Togo.", ""},
		{"Norway stopped Ghana from expelling the Togolese ambassador.", ""},
		{"Kenyan President William Ruto tried to talk senators out of fresh sanctions on Uganda.", ""},
		{"Norway stopped issuing visas to Ghanaian officials.", "deny_visa NOR GHA actual"},
		{"Norway prevented the Ghanaian foreign minister from entering the country.", "deny_visa NOR GHA actual"},
		{"Expelling the Ugandan envoy would lead to war, Kenyan President William Ruto said.", ""},
		{"New sanctions on Uganda would hurt Kenya too, Kenyan President William Ruto said.", ""},
		{"A Kenyan embargo on Uganda could hurt both, an official said.", "sanction KEN UGA possible"},
		{"Kenya would expel the Ugandan envoy on Friday, President William Ruto said.", "expel KEN UGA planned"},
		{"Kenya was given information on the Uganda border talks.", ""},
		{"Kenya leaked details of the talks with Uganda.", ""},
		{"Kenya and Uganda gave no details of their talks on Monday.", "consult KEN UGA actual"},
	})
}
