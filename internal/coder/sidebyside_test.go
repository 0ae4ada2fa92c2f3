package coder

import "testing"

// TestSideBySide: "both countries" are the two that acted or spoke together just before, unless
// these are themselves at odds or the sentence names two others.
func TestSideBySide(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-14"), []account{
		{"Poland and Latvia accused Belarus of luring migrants. The two countries have slapped trade sanctions on Minsk.", "accuse POL+LVA BLR actual; sanction POL+LVA BLR actual"},
		{"Kenya and Uganda summoned the envoys of Burundi. Both countries recalled their ambassadors from Bujumbura.", "summon KEN+UGA BDI actual; recall KEN+UGA BDI actual"},
		{"Ghana and Togo condemned Mali's leaders. Mali accused the two countries of meddling.", "accuse GHA+TGO MLI actual; accuse MLI GHA+TGO actual"},
		{"Iraq and Kuwait are at odds over an oil field. Both countries recalled their ambassadors on Monday.", "recall IRQ KWT actual; recall KWT IRQ actual"},
		{"Ghana and Togo share a river. Niger's army chief told a Malian envoy that each country had accused the other of arming rebels.", "accuse NER MLI actual; accuse MLI NER actual"},
	})
}

// TestNameAtTheEnd: a State that ends its line without a stop has no "and" behind it.
func TestNameAtTheEnd(t *testing.T) {
	checkAccounts(t, on(t, "2018-05-14"), []account{
		{"Chad accused Niger of lying. Chad recalled its envoy from Niger.\n\nThe envoys would stay where they are, said Uganda\n\nThe two countries accused Burundi of lying.",
			"accuse TCD NER actual; recall TCD NER actual; accuse NER TCD actual"},
	})
}
