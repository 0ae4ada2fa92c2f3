package coder

import "testing"

// TestTies of two joined verbs each keeps its own object, and who left is not who was sent away.
func TestTies(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Chad cut ties with Benin and established relations with Peru.", "break_relations TCD BEN actual; restore_relations TCD PER actual"},
		{"Gabon severed ties with Chad and restored diplomatic relations with Togo.", "break_relations GAB TCD actual; restore_relations GAB TGO actual"},
		{"Laos expelled the Omani envoy and the envoy left.", "expel LAO OMN actual"},
	})
}

// TestSentOut who was sent away and left has left those who sent him.
func TestSentOut(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Benin expelled two Malian diplomats on Monday. The two left on Tuesday.", "expel BEN MLI actual; depart MLI BEN actual"},
		{"Benin ordered the Malian ambassador out in January. The ambassador left in February.", "expel BEN MLI actual; depart MLI BEN actual"},
		{"Benin expelled two Malian diplomats on Monday. The three left on Tuesday.", "expel BEN MLI actual"},
	}, "expel", "depart")
}

// TestAlly a State that is told to be another's ally is not that other.
func TestAlly(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"A Polish envoy was expelled from Peru's close ally Chile.", "expel CHL POL actual"},
		{"Norway closed its embassy in Peru's neighbour Chile.", "close NOR CHL actual"},
	})
}

// TestSinceOpened what has been so since an act denies nothing of that act.
func TestSinceOpened(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"There has been no envoy since the Omani embassy in Peru reopened.", "open OMN PER actual"},
	}, "open")
}

// TestHoldOff what somebody holds off on is not done.
func TestHoldOff(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Peru agreed to hold off on recalling its ambassador from Chile.", "recall PER CHL denied"},
		{"Norway held back from expelling the Omani ambassador.", "expel NOR OMN denied"},
	}, "recall", "expel")
}
