package coder

import "testing"

// TestSharedOffices: a foreign secretary is that of the State where the report is written, or of
// which it speaks, if that has one, and whoever is known by name keeps his State.
func TestSharedOffices(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Nepali Prime Minister KP Oli left for Beijing on Monday. Foreign Secretary Bimal Adhikari met his Chinese counterpart.", "consult NPL CHN actual"},
		{"Foreign Secretary Peter Ashdown met his Chinese counterpart on Monday.", "consult GBR CHN actual"},
		{"Indian Prime Minister Narendra Modi was in Kyiv. Foreign Secretary Jeremy Hunt met his Omani counterpart in Geneva.", "consult GBR OMN actual"},
		{"Greece's president was in Kyiv. Foreign Secretary Peter Ashdown met his Omani counterpart in Geneva.", "consult GBR OMN actual"},
	})
	lanka := on(t, "2019-03-14")
	lanka.Dateline.Place = "COLOMBO"
	checkAccounts(t, lanka, []account{
		{"Foreign Secretary Nimal Herath met his Thai counterpart on Monday.", "consult LKA THA actual"},
		{"Foreign Secretary Jeremy Hunt met his Thai counterpart on Monday.", "consult GBR THA actual"},
	})
}
