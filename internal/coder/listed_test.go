package coder

import "testing"

// TestLikeAnother: an act that is told only as like one of another sentence keeps no word of it.
func TestLikeAnother(t *testing.T) {
	checkAccounts(t, on(t, "1999-05-12"), []account{
		{"Chad expelled a French diplomat on Monday. In a sudden move on Tuesday after weeks of quarrels about the border the government of Mali expelled the French envoy. Chad followed suit.",
			"expel TCD FRA actual; expel MLI FRA actual; expel TCD FRA actual"},
	})
}
