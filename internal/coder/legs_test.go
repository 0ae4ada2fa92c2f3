package coder

import "testing"

// TestLegs: where a journey goes on to is a visit too, where a State's person makes it.
func TestLegs(t *testing.T) {
	report := on(t, "1999-03-03")
	checkAccounts(t, report, []account{
		{"French Cooperation Minister Charles Josselin will travel to Mali on Monday before he heads to Chad.", "consult FRA MLI planned; consult FRA TCD planned"},
		{"British Foreign Secretary Robin Cook held talks with Pakistani Prime Minister Nawaz Sharif before leaving for India.", "consult GBR PAK actual; consult GBR IND actual"},
		{"German Foreign Minister Joschka Fischer will visit Poland on Monday and then move on to Ukraine.", "consult DEU POL planned; consult DEU UKR planned"},
		{"President Hosni Mubarak visited Kazakhstan last week as part of a tour which also included Kenya and China.", "consult EGY KAZ actual; consult EGY KEN actual; consult EGY CHN actual"},
		{"Chinese President Jiang Zemin will visit Egypt next month, with a stop in Saudi Arabia.", "consult CHN EGY planned; consult CHN SAU planned"},
		{"German Foreign Minister Joschka Fischer visited Poland on Monday and met Lithuanian President Valdas Adamkus before he heads to Ukraine.", "consult DEU POL actual; consult DEU LTU actual; consult DEU UKR actual"},
		// home again, within a State, or others who travel
		{"Cuban President Fidel Castro met Venezuelan President Hugo Chavez before returning to Cuba.", "consult CUB VEN actual"},
		{"Kenyan President Daniel arap Moi met Ugandan President Yoweri Museveni before leaving for Mombasa.", "consult KEN UGA actual"},
		{"Norwegian Foreign Minister Knut Vollebaek met Israeli Prime Minister Benjamin Netanyahu before refugees left for Jordan.", "consult NOR ISR actual"},
	})
}
