package coder

import "testing"

// TestNear: what was only come close to, or is but talked about, is none.
func TestNear(t *testing.T) {
	checkAccounts(t, on(t, "2006-03-07"), []account{
		{"Tunisia and Libya are on the verge of signing a fishing treaty.", ""},
		{"Tunisia and Libya came close to signing a fishing treaty.", ""},
		{"Tunisia and Libya nearly signed a fishing treaty in 1998.", ""},
		{"Tunisia and Libya have all but signed a fishing treaty.", ""},
		{"Tunisia and Libya signed a fishing treaty, an official close to the talks said.", "agree TUN LBY actual"},
		{"Tunisia and Libya could not come to any agreement about fishing.", "agree TUN LBY denied"},
		{"Tunisia and Libya came to an agreement about fishing on Monday.", "agree TUN LBY actual"},
		{"Tunisia almost recalled its ambassador to Libya in 1998.", ""},
		{"Libya expelled nearly 40 Tunisian diplomats on Monday.", "expel LBY TUN actual"},
		{"Talks on restoring diplomatic relations between Serbia and Albania began in Rome.", ""},
		{"Serbia and Albania restored diplomatic relations after talks in Rome.", "restore_relations SRB ALB actual"},
	}, "agree", "recall", "expel", "restore_relations")
}

// TestOwnAffair: what an organ of an organisation agrees on makes no party of the State that it
// is about, and a firm that speaks of itself is no State.
func TestOwnAffair(t *testing.T) {
	checkAccounts(t, on(t, "2006-03-07"), []account{
		{"EU foreign ministers agreed on Monday to send 40 observers to Macedonia.", ""},
		{"EU foreign ministers agreed with Macedonia on Monday to send 40 observers.", "agree EUR MKD actual"},
		{"The European Union and Morocco agreed on Monday to extend their fishing accord.", "agree EUR MAR actual"},
		{"The carmaker said on Monday it had signed a deal with India to build a plant.", ""},
		{"Japan said on Monday it had signed a deal with India to build a plant.", "agree IND JPN actual"},
	}, "agree")
}

// TestLifted: to ask that sanctions be lifted asks for none, and who stops a trade must be no
// firm that stops its own, nor the embargo itself.
func TestLifted(t *testing.T) {
	checkAccounts(t, on(t, "2006-03-07"), []account{
		{"Kenya asked the European Union to lift its arms embargo against Burundi.", ""},
		{"The European Union lifted its arms embargo against Burundi.", "sanction EUR BDI ended"},
		{"Ghana ended its ban on Togolese onions.", "sanction GHA TGO ended"},
		{"Zambia scrapped tariffs on Malawian sugar, ending a year-long trade embargo.", "sanction ZMB MWI ended"},
		{"Ghana ended duty-free imports of Togolese onions.", "sanction GHA TGO actual"},
		{"Ghana reopened its border with Togo on Sunday.", "sanction GHA TGO ended"},
		{"Togo urged Ghana to reopen its border.", ""},
		{"Japan seeks to impose sanctions on Burundi through the Security Council.", "sanction UNO BDI demanded"},
		{"Japan seeks to impose sanctions on Burundi.", "sanction JPN BDI planned"},
		{"The Greek airline said it will cancel two flights to Malta.", ""},
		{"Greece will cancel all flights to Malta.", "sanction GRC MLT planned"},
	}, "sanction")
}
