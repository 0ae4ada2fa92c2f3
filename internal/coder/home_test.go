package coder

import "testing"

// TestBackHome: an envoy who comes to his own capital takes up no post.
func TestBackHome(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru's ambassador to Chile returned to Lima on Friday.", "depart PER CHL actual"},
		{"Peru's ambassador to Chile arrived in Lima on Friday.", "depart PER CHL actual"},
		{"Peru's new ambassador to Chile arrived in Santiago on Friday to take up his post.", "appoint PER CHL actual"},
	})
}

// TestNamedEnvoys: a name behind an envoy's post is his, and what is told of it is told of him.
func TestNamedEnvoys(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru defended its ambassador to Chile, Pedro Diaz, who was recalled for consultations in January.", "recall PER CHL actual"},
		{"Peru praised its ambassador to Chile, Pedro Diaz, who was expelled on Friday.", "expel CHL PER actual"},
	})
}

// TestStaysThere: an envoy who will stay where he serves is not recalled, and one who stays at home
// tells no more than his recall.
func TestStaysThere(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"The Peruvian ambassador will stay in Santiago, President Castillo said.", "recall PER CHL denied"},
		{"Peru's ambassador to Chile will remain in Lima, the minister said.", ""},
		{"Peru withdrew the nomination of a general as its ambassador to Chile.", "appoint PER CHL ended"},
	})
}

// TestClosedBy: a mission that closes and is closed by the other State is one act of who closes it.
func TestClosedBy(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Chile's embassy in Lima has closed. Peru closed the Chilean embassy in Lima after a raid.", "close PER CHL actual"},
		{"Chile's embassy in Lima has closed. Peru closed its embassy in Santiago.", "close CHL PER actual; close PER CHL actual"},
	})
}

// TestCallsFor: what a call is for is asked for and not done.
func TestCallsFor(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru's foreign minister repeated his call for restoring full relations with Chile.", "restore_relations PER CHL demanded"},
	})
}
