package coder

import "testing"

// TestSeverally: an act of several is told once, by its shares if the report tells all of them,
// else as the act of all; a share with a figure of its own, and a further measure, stay.
func TestSeverally(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-14"), []account{
		{"Poland and Latvia expelled Russian diplomats on Monday. Poland expelled two diplomats and Latvia expelled one Russian diplomat.", "expel POL RUS actual; expel LVA RUS actual"},
		{"Oman, Kuwait and Bahrain cut diplomatic ties with Syria on Monday. Kuwait said it had cut ties with Syria over the raid.", "break_relations OMN+KWT+BHR SYR actual"},
		{"Togo and Benin summoned Ghana's ambassadors on Friday. Togo summoned the Ghanaian ambassador.", "summon TGO+BEN GHA actual"},
		{"Poland and Latvia expelled Russian diplomats. Poland expelled two Russian diplomats on Monday.", "expel POL+LVA RUS actual; expel POL RUS actual"},
		{"Spain and Italy banned Libyan flights. Spain banned imports of Libyan fish.", "sanction ESP+ITA LBY actual; sanction ESP LBY actual"},
	})
}
