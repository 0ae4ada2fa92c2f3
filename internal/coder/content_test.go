package coder

import "testing"

// TestContentOfTalks: what is asked, refused or thought of, and what is celebrated, keep their
// status and their sides where the tree hangs the words that tell it elsewhere.
func TestContentOfTalks(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"The Omani sultan conveyed an invitation to the Kuwaiti emir to visit Muscat next year.", "consult KWT OMN demanded"},
		{"The Omani sultan invited the Kuwaiti emir to visit Muscat next year.", "consult KWT OMN demanded"},
		{"Kenya repeated its appeal to Somalia to hold talks with Ethiopia.", "consult SOM ETH demanded"},
		{"Serbia refused to sit for talks with Croatia on Monday.", "consult SRB HRV denied"},
		{"Serbia boycotted the talks with Croatia.", "consult SRB HRV denied"},
		{"Serbia sat down for talks with Croatia on Monday.", "consult SRB HRV actual"},
		{"Analysts say a meeting between the leaders of Oman and Kuwait could take place in May.", "consult OMN KWT possible"},
		{"The minister will attend a ceremony to celebrate 40 years since Oman and Poland established diplomatic relations.", "restore_relations OMN POL actual"},
		{"Oman and Poland will celebrate in May that they established diplomatic relations.", "restore_relations OMN POL actual"},
	})
}
