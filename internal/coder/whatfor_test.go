package coder

import "testing"

// TestWhatFor what is asked of somebody for what he wants is asked all the same.
func TestWhatFor(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Chad must free the nurses if it wants better ties, Norwegian Foreign Minister Ine Eriksen Soreide said.", "demand NOR TCD actual"},
		{"Chad must free the nurses if Oman pays its debts, Norwegian Foreign Minister Ine Eriksen Soreide said.", "demand NOR TCD conditional"},
	}, "demand")
}
