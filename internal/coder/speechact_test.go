package coder

import "testing"

// TestSpeechActs: what agency copy tells of demands, charges, refusals and threats by other
// words than those of them, and what is none.
func TestSpeechActs(t *testing.T) {
	checkAccounts(t, on(t, "2006-12-14"), []account{
		// what one must do or else
		{"Kenya told Uganda to withdraw its soldiers from the island or face war.", "demand KEN UGA actual; threaten KEN UGA conditional"},
		{"Venezuela told Colombia on Friday to call off its patrols or risk war.", "demand VEN COL actual; threaten VEN COL conditional"},
		{"The company told its workers to return on Monday or face dismissal.", ""},
		{"Hong Kong residents abroad have to return before July or risk losing their right of abode.", ""},
		// who is against it
		{"Turkey reiterated its opposition to Kenya's entry into the alliance.", "reject TUR KEN actual"},
		{"Domestic opposition to the prime minister's tax plan is growing in Norway.", ""},
		{"Malaysian Prime Minister Mahathir Mohamad has been a harsh critic of Australia.", "accuse MYS AUS actual"},
		{"The police are looking for the killer of a critic of President Vladimir Putin.", ""},
		// whose help is sought
		{"Ethiopia is seeking Kenya's permission to use the port.", "demand ETH KEN actual"},
		{"Two of the boy's cousins sought support in Kenya.", ""},
		// pressure, a term that is set, a call with its day
		{"Turkey shrugged off American pressure on Ankara to end the trial.", "reject TUR USA actual; demand USA TUR actual"},
		{"Domestic pressure on Israeli Prime Minister Ehud Olmert to resign is growing.", ""},
		{"German Foreign Minister Frank-Walter Steinmeier called Monday for Damascus to end the dispute.", "demand DEU SYR actual"},
		// what was done in answer, if it is no act of its own
		{"Iran's parliament voted to revise its cooperation in retaliation for the British ban.", "respond IRN GBR actual"},
		{"Chad expelled two Kenyan diplomats in retaliation for the Kenyan ban.", "expel TCD KEN actual"},
		// violence that nobody named has done
		{"The European Union condemned the attack on a camp for the displaced in Kenya.", ""},
		{"Turkey strongly condemned killing of Kenyan Industry Minister Pierre Omondi.", ""},
		{"Turkey strongly condemned Somalia's killing of a Kenyan minister.", "accuse TUR SOM actual"},
		// a particle is none where it leads a phrase
		{"The Cuban minister gave no details in the interview with the American magazine.", ""},
	})
}

// TestSpokenBesides: what somebody says besides what he said is his own, whatever the tree joins
// it to.
func TestSpokenBesides(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-12"), []account{
		// a participle behind a comma
		{"Chad denied it had sent troops to Libya, accusing Egypt of spreading lies.", "accuse TCD EGY actual"},
		{"Qatar said the vote was unlawful, accusing Bahrain of fraud.", "accuse QAT BHR actual"},
		{"Peru said Chile had pulled out of the games, accusing Brazil of bias.", "accuse CHL BRA actual"},
		// a verb behind "and" in the tense of the first
		{"Kenya denies it is arming the militia and has dismissed the Ugandan accusation.", "reject KEN UGA actual"},
		{"Kenya denies it backs the rebels and accuses Uganda of arming them.", "reject KEN UGA actual; accuse KEN UGA actual"},
		{"Togo has said it will leave the treaty and has accused Ghana of breaking it.", "accuse TGO GHA actual"},
		{"Kenya says that Uganda has closed its airport and has expelled two of its diplomats.", "expel UGA KEN actual"},
		// "calls" that is no noun
		{"Finland backs the vote and calls on the leader of Peru to respect it.", "demand FIN PER actual"},
		{"Brazil says it did not spy on Paraguay and calls on Asuncion to give up its campaign.", "demand BRA PRY actual"},
		{"Cyprus opposes the plan and calls for talks with Turkey.", "consult CYP TUR demanded"},
		{"The envoy had many visitors and calls on Monday to close the office.", ""},
		// what two say of each other
		{"Ghana and Togo traded barbs over the raid.", "accuse GHA TGO actual; accuse TGO GHA actual"},
		{"On Tuesday, Ghana accused Togo of a raid, with the two States accusing each other of lying.", "accuse GHA TGO actual; accuse TGO GHA actual"},
		{"The row between Ghana and Togo has deepened, with Accra calling on Lome to apologise.", "demand GHA TGO actual"},
		{"Peru and Chile traded goods worth two million dollars.", ""},
	})
}
