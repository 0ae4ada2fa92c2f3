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

// TestSpared: what was not done at talks leaves these held, and who walks out of them ends them.
func TestSpared(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-05"), []account{
		{"Armenia and Azerbaijan failed to reach agreement at talks in Almaty on Monday.", "agree ARM AZE denied; consult ARM AZE actual"},
		{"Serbia and Kosovo did not sign a deal at talks in Brussels on Monday.", "agree SRB XKX denied; consult SRB XKX actual"},
		{"Peru and Chile will sign a treaty at talks in Lima on Friday.", "agree PER CHL planned; consult PER CHL planned"},
		{"Sudan refused to attend talks with Egypt on Monday.", "consult SDN EGY denied"},
		{"The Philippines walked out of talks with communist rebels on Monday.", "consult PHL XXX ended"},
		{"Chad walked to talks with Libya on Monday.", "consult TCD LBY actual"},
	})
}
