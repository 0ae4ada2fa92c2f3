package coder

import "testing"

// TestRolls: who is named one by one as taking part is all there are; standing organs and
// gatherings of professions are no meetings of States.
func TestRolls(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-16"), []account{
		{"The United States and Japan conferred in Geneva on Tuesday.", "consult USA JPN actual"},
		{"Officials from the United States, Cuba and Mexico attended a forum on migration in Lima on Monday.", "consult USA CUB+MEX actual"},
		{"The United Arab Emirates and Oman met in Muscat on Monday to discuss their border.", "consult ARE OMN actual"},
		{"Seychelles President James Michel attended the Beijing Summit of the Forum on China-Africa Cooperation.", "consult CHN SYC+XXX actual"},
		{"Finance ministers from a dozen countries ended a three-day meeting in Jakarta on Thursday.", "consult IDN XXX actual"},
		{"The decision was taken at a meeting of the OAS permanent council in Panama in June.", ""},
		{"The report was drawn up at a session of the UN disarmament committee in Geneva.", ""},
		{"Surgeons of 30 Asian countries will meet in Colombo next week.", ""},
		{"He is head of International Conferences at the ministry in Damascus.", ""},
	}, "consult")
}
