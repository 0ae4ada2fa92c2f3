package coder

import "testing"

// TestDeniedActs: who denies an act of his own rejects no claim besides.
func TestDeniedActs(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru denied that it had expelled the Chilean ambassador or closed its consulate in Arica.", "expel PER CHL denied; close PER CHL denied"},
		{"Peru denied Chilean charges that it arms rebels.", "reject PER CHL actual; accuse CHL PER actual"},
	}, "expel", "close", "reject", "accuse")
}

// TestSummonedOver: a court or a party among the grounds makes a summons no court's.
func TestSummonedOver(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru summoned the Chilean ambassador over a court ruling in Arica.", "summon PER CHL actual"},
		{"Peru called in the Chilean ambassador over remarks by a party leader.", "summon PER CHL actual"},
		{"The Chilean ambassador to Peru was summoned by a court in Lima.", ""},
	})
}

// TestNoPlans: plans that somebody does not have are denied as those of which he has none.
func TestNoPlans(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Kenya doesn't have any plans to close its embassy in Uganda.", "close KEN UGA denied"},
		{"Kenya does not have plans to close its embassy in Uganda.", "close KEN UGA denied"},
		{"Kenya has plans to close its embassy in Uganda.", "close KEN UGA planned"},
	}, "close")
}

// TestInvertedCondition: "should" before its subject opens a condition, behind the act too.
func TestInvertedCondition(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Kenya will close its embassy in Uganda should Kampala expel more diplomats.", "close KEN UGA conditional"},
		{"Should Kampala expel more diplomats, Kenya will close its embassy in Uganda.", "close KEN UGA conditional"},
	}, "close", "expel")
}
