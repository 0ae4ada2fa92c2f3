package coder

import "testing"

// TestAccusedOf: who does what somebody is accused of, and what an accusation beside a threat is.
func TestAccusedOf(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-12"), []account{
		{"Ghana accused Togo of sponsoring terrorism, and of expelling two of its diplomats.", "accuse GHA TGO actual; expel TGO GHA actual"},
		{"Ghana accused Togo of withholding visas from its envoys.", "accuse GHA TGO actual; deny_visa TGO GHA actual"},
		{"Ghana threatened to recall its ambassador, accusing Togo of spying.", "recall GHA TGO threatened; accuse GHA TGO actual"},
		{"Ghana threatened to expel the Togolese ambassador. “I shall throw him out,” the Ghanaian president said.", "expel GHA TGO threatened"},
		{"Togo wanted to oust the Ghanaian president from power.", ""},
		{"Ghana blamed Togo for not responding to its letter.", "accuse GHA TGO actual"},
		// two who were named together are both
		{"Mali and Niger joined the bloc of which Ghana is a member. Togo accuses both countries of theft.", "accuse TGO MLI+NER actual"},
		{"Mali spoke of Niger. Togo accuses both countries of theft.", "accuse TGO MLI+NER actual"},
	})
}
