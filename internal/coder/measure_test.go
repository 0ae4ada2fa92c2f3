package coder

import "testing"

// TestMeasures: whose people a measure on missions is taken against, and where, when the
// clause that tells it leaves that to a list, to a pronoun or to the sentence before.
func TestMeasures(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-16"), []account{
		// where missions stand that are listed
		{"Ireland is shutting its embassies in Iran and East Timor to save money.", "close IRL IRN+TLS actual"},
		{"Togo has shut its embassies in Nepal, Spain and Angola, all in a month.", "close TGO NPL+ESP+AGO actual"},
		{"Japan will open embassies in Fiji and in Samoa.", "open JPN FJI+WSM planned"},
		{"France closed its embassy in Iraq, and Iran denounced the move.", "close FRA IRQ actual"},
		// whose people go, by the measure told before
		{"Congo has expelled Rwanda's ambassador over its support for rebels. He had already been summoned by the foreign minister in May.", "expel COD RWA actual; summon COD RWA actual"},
		{"Moldova has ordered the Russian embassy to reduce its staff to 25. In all, 45 employees will have to leave by August 15.", "limit_staff MDA RUS actual; expel MDA RUS actual"},
		{"Uzbekistan told Turkey to shrink its embassy. Twelve diplomats must go by Friday, the foreign ministry said.", "limit_staff UZB TUR actual; expel UZB TUR actual"},
		{"Ecuador expelled the American ambassador. Foreign Minister Ricardo Patino said that he had called her in on Monday.", "expel ECU USA actual; summon ECU USA actual"},
		{"Britain summoned the Iranian ambassador. Germany's ambassador in Tehran had been called in earlier.", "summon GBR IRN actual; summon IRN DEU actual"},
		{"Mali expelled the Danish ambassador. Three Malian diplomats must leave Copenhagen, the Danish foreign ministry said.", "expel MLI DNK actual; expel DNK MLI actual"},
		// what is ordered, and of whom
		{"Niger told all French diplomats to be out of the country within two days.", "expel NER FRA actual"},
		{"Fiji told the New Zealand high commissioner to leave; the deadline is Friday.", "expel FJI NZL actual"},
		{"Turkey is pulling its ambassador and senior diplomats out of Chad after a raid.", "recall TUR TCD actual"},
		{"India told Pakistani diplomats to obtain permission for any travel outside Delhi.", "limit_movement IND PAK actual"},
		{"The firm told all its clerks to be out of the building by noon.", ""},
		// who is let in, sent and called home
		{"Prague no longer grants visas to Russian diplomats.", "deny_visa CZE RUS actual"},
		{"Beijing would not let in two Australian lawmakers.", "deny_visa CHN AUS actual"},
		{"Seven Brazilian officials lost their American visas.", "deny_visa USA BRA actual"},
		{"The Qatari envoy to Egypt was called to Doha for consultations.", "recall QAT EGY actual"},
		{"Montenegro will exchange ambassadors with Kosovo.", "appoint MNE XKX planned; appoint XKX MNE planned"},
		{"The Turkish ambassador arrived in Cairo on Monday to assume his duties.", "appoint TUR EGY actual"},
		{"Brazil no longer issues bonds in dollars.", ""},
		{"Berlin called its ambassador in Moscow back for a week of consultations.", "recall DEU RUS actual"},
		{"Berlin called its ambassador in Moscow back and will hold consultations with Warsaw.", "recall DEU RUS actual; consult DEU POL planned"},
		// whose ties are to be mended, and what is over
		{"Russia has urged Syria and Turkey to normalise their ties.", "restore_relations SYR TUR demanded"},
		{"India has ended its embargo on Nepal.", "sanction IND NPL ended"},
		{"The United States ended last year with new sanctions on Iran.", "sanction USA IRN actual"},
	})
}
