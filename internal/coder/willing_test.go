package coder

import "testing"

// TestWilling: what somebody would do is possible, be it told by a noun or a verb, and what
// is to come before another act that is planned is planned too.
func TestWilling(t *testing.T) {
	checkAccounts(t, on(t, "2015-06-17"), []account{
		{"Chad is ready for talks with Libya.", "consult TCD LBY possible"},
		{"Armenia is open to direct talks with Turkey.", "consult ARM TUR possible"},
		{"Nepal is prepared for talks with India.", "consult NPL IND possible"},
		{"Laos is not ready for talks with Thailand.", "consult LAO THA denied"},
		{"Laos is preparing to hold talks with Thailand.", "consult LAO THA planned"},
		{"Danish Foreign Minister Martin Lidegaard will visit Paris on Friday before travelling to Rome for talks with Italian officials.", "consult DNK FRA planned; consult DNK ITA planned"},
		{"Kenyan President Uhuru Kenyatta met the Ethiopian prime minister in Addis Ababa before flying to Kampala for talks with Ugandan officials.", "consult KEN ETH actual; consult KEN UGA actual"},
		{"The UN envoy to Libya visited Tripoli on Tuesday.", "consult UNO LBY actual"},
		{"Iran talks in Geneva will resume on Friday, the minister said.", ""},
	})
}
