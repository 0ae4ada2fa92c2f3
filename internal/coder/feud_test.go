package coder

import "testing"

// TestFeuds: whom somebody asks to settle what they are at odds in, and what is said in passing
// of threats, answers and demands.
func TestFeuds(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-12"), []account{
		{"The African Union sought an end to the Ghana-Togo border dispute.", "demand AFU GHA+TGO actual"},
		{"The African Union urged restraint in the Ghana-Togo standoff.", "demand AFU GHA+TGO actual"},
		{"Ghana asked for restraint in the Chad-Sudan conflict.", "demand GHA TCD+SDN actual"},
		// what is done for all the threats
		{"Ghana held the test despite Togolese threats.", "threaten TGO GHA actual"},
		{"The team of Ghana held its training despite threats from fans.", ""},
		{"The Ghanaian army denied it had crossed the line, issuing a fresh threat against Togo.", "reject GHA TGO actual; threaten GHA TGO actual"},
		// how one will answer is a question
		{"Officials in Accra are watching how Togo responds to Ghana's ban.", ""},
		// a text that is still to come
		{"Ghana said it would back a resolution urging Togo to hand over the men.", "demand GHA TGO planned"},
		{"Ghana backed a resolution condemning Togo.", "accuse GHA TGO actual"},
		// what is met is no party
		{"Togo met the criteria that it had agreed with Ghana.", "agree GHA TGO actual"},
	})
}
