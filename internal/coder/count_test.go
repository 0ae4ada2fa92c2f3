package coder

import (
	"testing"

	"demarche"
)

// TestShares: a share of a staff counts nobody, and who is to be dismissed is not kept
// from it by what is stopped before.
func TestShares(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-04-30")
	if err != nil {
		t.Fatal(err)
	}
	text := "The Kenyan embassy in Mogadishu will stop issuing visas to Somalis on May 12 and withdraw three quarters of its staff from Somalia."
	found := false
	for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
		if e.Type == "recall" {
			found = true
			if !e.Count.IsZero() || e.Status != demarche.Planned {
				t.Errorf("%s, %v: want planned, of nobody knows how many", e.Status, e.Count)
			}
		}
	}
	if !found {
		t.Error("no recall")
	}
}
