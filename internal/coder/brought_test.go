package coder

import "testing"

// TestBroughtTogether: who holds the talks of others takes no part in them, and says when they
// are; the factions of a land are two sides of it wherever they do something together.
func TestBroughtTogether(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-05"), []account{
		{"Angolan President Joao Lourenco will mediate talks between the presidents of Rwanda and Congo on Friday.", "consult RWA COD planned"},
		{"Swiss President Ueli Maurer hosted talks between the US and Iranian foreign ministers in Geneva on Monday.", "consult USA IRN actual"},
		{"EU foreign policy chief Federica Mogherini will chair talks between Serbia and Kosovo on Friday.", "consult SRB XKX planned"},
		{"Egyptian President Abdel Fattah al-Sisi will hold talks with Jordanian and Iraqi leaders on Friday.", "consult EGY JOR+IRQ planned"},
		{"Leaders of Libya's rival administrations met in Geneva on Monday.", "consult LBY XXX actual"},
		{"South Sudan's warring leaders signed a peace deal in Addis Ababa on Monday.", "agree SSD XXX actual"},
		{"Italy's rival leaders met in Milan on Monday.", ""},
	})
}
