package coder

import "testing"

// TestAmount: duties are against the State whose goods they are on, however their worth is told.
func TestAmount(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"India raised tariffs on $40 million worth of Turkish steel.", "sanction IND TUR actual"},
		{"Canada raised tariffs on many millions worth of Brazilian goods.", "sanction CAN BRA actual"},
		{"Mexico imposed 25% tariffs on $3 billion in American goods on Friday.", "sanction MEX USA actual"},
		{"Turkey hiked tariffs on Greek products.", "sanction TUR GRC actual"},
		{"India raised tariffs on $40 million worth of steel.", ""},
	})
}

// TestRaisedDuties: who raises duties meets nobody, and who raises a matter with another does.
func TestRaisedDuties(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"The governments of India and Pakistan have raised tariffs on each other's goods.", ""},
		{"India and Pakistan discussed tariffs.", "consult IND PAK actual"},
	}, "consult")
}

// TestReduceTo: who agrees to reduce something threatens nobody.
func TestReduceTo(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"Canada and Mexico agreed to reduce tariffs on each other's steel.", ""},
		{"Iran vowed to reduce Israel to rubble.", "threaten IRN ISR actual"},
	}, "threaten")
}

// TestWhereAndWhom: where something is condemned is not whom it is about, and a word of praise
// accuses nobody.
func TestWhereAndWhom(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-25"), []account{
		{"At the United Nations, Turkey's envoy condemned the raid by Israel.", "accuse TUR ISR actual"},
		{"Turkey's envoy lashed out at the United Nations.", "accuse TUR UNO actual"},
		{"Egypt's government issued a statement calling a Saudi raid on Aden \"appropriate\".", ""},
		{"Egypt's government issued a statement calling a Saudi raid on Aden \"reckless\".", "accuse EGY SAU actual"},
		{"Russia's ambassador referred to Foreign Secretary Boris Johnson as a liar.", "accuse RUS GBR actual"},
		{"Russia's ambassador referred to Foreign Secretary Boris Johnson as a friend.", ""},
	}, "accuse")
}
