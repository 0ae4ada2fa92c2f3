package coder

import "testing"

// TestFormer: who holds an office no more speaks for no State, but only where it is the office
// that is described.
func TestFormer(t *testing.T) {
	checkAccounts(t, on(t, "1999-05-12"), []account{
		{"The former rebel told President Robert Mugabe of Zimbabwe that the road was open. Mugabe accused Zambia of arming the rebels.", "accuse ZWE ZMB actual"},
		{"The former teacher wrote to President Alan Garcia of Peru. Garcia accused Chile of spying.", "accuse PER CHL actual"},
		{"Chinese Foreign Minister Sun Li said Japan must not visit the island.", "demand CHN JPN actual"},
		{"Former Peruvian president Alan Garcia was ill. Garcia accused Chile of spying.", ""},
	})
}
