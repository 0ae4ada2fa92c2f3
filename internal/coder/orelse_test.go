package coder

import "testing"

// TestOrElse: what somebody asks for, and what he says will come otherwise.
func TestOrElse(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-12"), []account{
		{"Ghana asked Togo to hand over the men, otherwise it would recall its ambassador.", "demand GHA TGO actual; recall GHA TGO conditional"},
		{"Ghana urged Togo to free the men, failing which it would recall its envoy.", "demand GHA TGO actual; recall GHA TGO conditional"},
		{"Ghana told Togo to apologise or it would expel its diplomats.", "demand GHA TGO actual; expel GHA TGO conditional"},
		{"Ghana said Togo must apologise, or it will shut its embassy in Lome.", "demand GHA TGO actual; close GHA TGO conditional"},
		{"Togo may stay in the treaty or it may expel the Ghanaian envoy.", "expel TGO GHA possible"},
		// what a demand is
		{"The demands include severing ties with Mali, Ghana said.", "break_relations GHA MLI demanded"},
		{"Ghana's condition was that Togo expel the Malian ambassador.", "expel TGO MLI demanded"},
		{"Among the Ghanaian demands is that Togo sever ties with Mali.", "break_relations TGO MLI demanded"},
		{"Ghana has its terms. Among them was that Togo sever ties with Mali.", "break_relations TGO MLI demanded"},
		{"The measures include severing ties with Mali, Ghana said.", "break_relations GHA MLI actual"},
	})
}
