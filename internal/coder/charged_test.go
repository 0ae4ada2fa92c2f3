package coder

import "testing"

// TestDenials: an organ that is told without its State, or who speaks for it, is that of the State
// that the report speaks of, and nobody denies what he has said.
func TestDenials(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-12"), []account{
		{"Togo accused Ghana of spying. A Foreign Ministry spokesman rejected the charge.", "accuse TGO GHA actual; reject GHA TGO actual"},
		{"Togo accused Ghana of spying. A Togolese Foreign Ministry spokesman rejected the Ghanaian denial.", "accuse TGO GHA actual; reject TGO GHA actual"},
		{"Ghana saw a report by Togo's army. Defence Ministry spokesman Kofi Boateng accused Lome of spreading lies.", "accuse GHA TGO actual"},
		{"Ghana spoke of its policy. Asked about Togolese Foreign Minister Ali Bello, Foreign Ministry spokeswoman Ama Owusu was calm. “We condemn Mali,” she said.", "accuse GHA MLI actual"},
	})
}
