package coder

import "testing"

// TestVisiting: who is told as visiting has come to whom his clause has him with, or to the
// State where the report is written.
func TestVisiting(t *testing.T) {
	report := on(t, "1999-03-03")
	report.Dateline.Place = "NAIROBI"
	checkAccounts(t, report, []account{
		{"Visiting German Chancellor Gerhard Schroeder said on Tuesday that the port would be enlarged.", "consult DEU KEN actual"},
		{"The port would be enlarged, President Daniel arap Moi told visiting Ugandan Foreign Minister Eriya Kategaya.", "consult UGA KEN actual"},
		{"President Daniel arap Moi won backing for the plan from visiting British Foreign Secretary Robin Cook.", "consult GBR KEN actual"},
		{"President Daniel arap Moi won backing from visiting Prime Minister John Howard, who called for calm.", "consult AUS KEN actual"},
		{"Vietnamese Prime Minister Phan Van Khai and his visiting Bulgarian counterpart Ivan Kostov opened the bridge.", "consult BGR VNM actual"},
		{"Philippine President Joseph Estrada and visiting South African President Nelson Mandela opened the bridge.", "consult ZAF PHL actual"},
		{"Visiting Ugandan farmers said on Tuesday that the harvest was poor.", ""},
		{"British Foreign Secretary Robin Cook spoke to reporters after visiting Jordan.", "consult GBR JOR actual"},
	}, "consult")
}
