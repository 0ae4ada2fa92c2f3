package coder

import "testing"

// TestBands: "the group" and its like take up a movement named before, also with the adjective
// of its people, which is not their State then; and a measure that a verb carries is one.
func TestBands(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-05"), []account{
		{"Hezbollah held its annual parade on Monday. The Lebanese movement accused Israel of violating the country's airspace.", "accuse XXX ISR actual"},
		{"Hamas officials flew home on Monday. The Palestinian faction accused Egypt of bias.", "accuse XXX EGY actual"},
		{"The Indian group urged Bangladesh to sign.", "demand IND BGD actual"},
		{"EU foreign ministers agreed on imposing sanctions on Syria and on Iranian officials.", "sanction EUR SYR+IRN planned"},
		{"The Arakan Army signed a truce with Myanmar on Monday.", "agree XXX MMR actual"},
	})
}
