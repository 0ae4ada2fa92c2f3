package coder

import "testing"

// TestUndergone: whom sanctions are told to befall by what he faces, is hit with or is warned of,
// who would impose them, and on what they hang.
func TestUndergone(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Zambia could face sanctions from Malawi over its dam, diplomats said.", "sanction MWI ZMB possible"},
		{"Zambia faces sanctions from Malawi and Angola over its dam.", "sanction MWI+AGO ZMB actual"},
		{"Zambia will face new sanctions, Malawi's foreign minister warned.", "sanction MWI ZMB threatened"},
		{"Malawian President Peter Mutharika said Zambia faces tougher sanctions if it does not open its market.", "sanction MWI ZMB conditional"},
		{"Zambia risks sanctions if it builds the dam, Malawi said.", "sanction MWI ZMB conditional"},
		{"Malawi warned Zambia it would face new tariffs if it did not open its market.", "sanction MWI ZMB conditional"},
		{"Malawi told Zambia to withdraw or face sanctions.", "demand MWI ZMB actual; sanction MWI ZMB conditional"},
		{"Zambia would be hit with sanctions, Malawi warned.", "sanction MWI ZMB threatened"},
		{"Malawi said Angola would hit Zambia with sanctions.", "sanction AGO ZMB planned"},
		{"Malawi warned Zambia of new sanctions.", "sanction MWI ZMB threatened"},
		{"Malawi has threatened sanctions against Zambia if it does not pull back.", "sanction MWI ZMB conditional"},
		{"Malawi warned of the expulsion of Zambian diplomats.", "expel MWI ZMB threatened"},
		{"Analysts said Zambia could face sanctions.", ""},
		{"Malawi said its own firms could face sanctions.", ""},
		{"The Zambian foreign minister said Zambia could face sanctions.", ""},
	})
}

// TestTariffs: tariffs are a sanction, raised or lowered, whatever goods of another's they are on.
func TestTariffs(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Malawi threatened to hit Zambia with new duties, raising the stakes in a row over fish.", "sanction MWI ZMB threatened"},
		{"Malawi slapped tariffs on copper from Zambia.", "sanction MWI ZMB actual"},
		{"Malawi decided to slap duties on milk and butter imports from Zambia, Angola and Lesotho.", "sanction MWI ZMB+AGO+LSO actual"},
		{"Malawian sanctions have crippled Zambia's economy.", "sanction MWI ZMB actual"},
		{"Malawi raised tariffs on $20 billion of Zambian goods.", "sanction MWI ZMB actual"},
		{"Malawi lowered its tariffs on bananas from Zambia.", "sanction MWI ZMB ended"},
		{"Malawi halted imports of Zambian copper in response to new tariffs.", "sanction MWI ZMB actual"},
		{"Malawi plans to reduce its troops in Zambia.", ""},
	})
}
