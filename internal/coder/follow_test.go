package coder

import "testing"

// TestCopiedSteps: who follows a step, as it is told of that, took it too.
func TestCopiedSteps(t *testing.T) {
	checkAccounts(t, on(t, "2021-11-30"), []account{
		{"Peru cut its ties with Chile, a move followed by Bolivia and Ecuador.", "break_relations PER CHL actual; break_relations BOL+ECU CHL actual"},
		{"Peru closed its embassy in Chile, a step that was matched by Bolivia.", "close PER CHL actual; close BOL CHL actual"},
		{"Peru summoned the Chilean ambassador, a decision followed by a visit.", "summon PER CHL actual"},
	})
}
