package coder

import "testing"

// TestPrivateMeetings: who meets for himself, for a firm or to form a government at home, and
// a meeting that is only still to come when somebody speaks, are no dealings of States.
func TestPrivateMeetings(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-16"), []account{
		{"More than 900 bankers attended a two-day conference in Nairobi on Monday, hosted by Kenya.", ""},
		{"The first Nordic surgeons' meeting was held in Helsinki, Finland last year.", ""},
		{"Farmers from a dozen countries gathered in Lima, Peru on Sunday.", ""},
		{"Customs chiefs from 30 countries attended an international conference in Manila, Philippines, on Monday.", "consult PHL XXX actual"},
		// for his own sake
		{"Peruvian President Alan Garcia went to Washington on Saturday for heart surgery.", ""},
		{"Jordan's King Abdullah flew to London on Friday for a visit.", "consult JOR GBR actual"},
		// to form a government
		{"The Latvian prime minister met the leaders of three parties on Friday for talks on forming a coalition government.", ""},
		// calls that are paid for
		{"Kenya and Norway are close to setting a new price for telephone calls between the two countries.", ""},
		{"Kenya and Norway said the telephone call between the two presidents was friendly.", "consult KEN NOR actual"},
		// still to come
		{"Hungarian Prime Minister Ferenc Gyurcsany made the appeal ahead of a summit of EU leaders in Brussels on Thursday.", ""},
		{"Ukrainian President Viktor Yushchenko appealed before a summit with the EU in Kiev on Friday.", "consult UKR EUR planned"},
	}, "consult")
}
