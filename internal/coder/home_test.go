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
