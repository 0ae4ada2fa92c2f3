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

// TestMovementsOfStates: who leads or speaks for a movement told by the State where it is stands
// for the movement.
func TestMovementsOfStates(t *testing.T) {
	checkAccounts(t, on(t, "2024-03-14"), []account{
		{"Kuwait's foreign minister met the leader of Yemen's Houthis in Muscat on Monday.", "consult KWT XXX actual"},
		{"Kuwait's foreign minister held talks with the spokesman for Yemen's Houthi movement in Muscat.", "consult KWT XXX actual"},
		{"Kuwait's foreign minister held talks with the head of Sudan's Rapid Support Forces.", "consult KWT XXX actual"},
		{"Kuwait's foreign minister met the spokesman for Yemen's government in Muscat.", "consult KWT YEM actual"},
		{"Kuwait's foreign minister held talks with Pakistan's Foreign Office in Islamabad.", "consult KWT PAK actual"},
	})
}
