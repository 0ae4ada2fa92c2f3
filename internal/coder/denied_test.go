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
