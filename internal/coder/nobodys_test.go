package coder

import "testing"

// TestNobodys: what is judged or denied has an author, or the State that stands near it is none.
func TestNobodys(t *testing.T) {
	checkAccounts(t, on(t, "1998-03-04"), []account{
		// what is said by nobody in particular
		{"Kenya's army denied reports that it had fired across the Somali border on Monday.", ""},
		{"The Kenyan foreign ministry refuted media reports that Nairobi had sold missiles to Chad.", ""},
		{"China brushed aside speculation that it would devalue its currency after Japan let the yen slide.", ""},
		{"Kenya rejected Somali fears that its reactor would serve to build bombs.", "reject KEN SOM actual"},
		// a state of things, and deeds of which nobody is told to have done them
		{"Norway called the situation in the islands alarming after the talks in Chad.", ""},
		{"Egypt strongly condemned the murder, which came a day after Israeli troops had left the town.", ""},
		{"Norway voiced outrage at the killing of a nurse in Chad and called it a crime.", ""},
		{"Jordan condemned the Israeli killing of a priest and called it a crime.", "accuse JOR ISR actual"},
		// one's own
		{"Iranian President Mohammad Khatami criticised the Majlis for its vote on ties with Germany.", ""},
		{"Iranian President Mohammad Khatami criticised Germany for its vote.", "accuse IRN DEU actual"},
		// who holds his office no more
		{"Former US president Jimmy Carter criticised the sanctions on Cuba. Carter said Cuba was lying.", ""},
		{"A retired Israeli general accused Syria of lying.", ""},
		{"An Israeli general accused Syria of lying.", "accuse ISR SYR actual"},
		{"Former rival Kenya accused Chad of lying.", "accuse KEN TCD actual"},
	}, "accuse", "reject")
}
