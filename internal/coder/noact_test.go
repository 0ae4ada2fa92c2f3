package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestNoAct: what looks like an act and is none between States, and what stands beside it and
// is one.
func TestNoAct(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, gate(t), k)
	for _, x := range []struct {
		why, typed string
		none, some []string
	}{
		{"who speaks is among those who must do it", "demand",
			[]string{
				"Kenya and Uganda should deepen their cooperation, Kenyan President Mwai Kibaki said in Kampala on Monday.",
				"Tanzania and Malawi should expand trade, Malawian President Bingu wa Mutharika said in Dar es Salaam on Tuesday.",
				"Peru and Chile must work together, Peruvian Foreign Minister Rafael Roncagliolo said in Santiago on Monday.",
				"The two countries should settle the dispute in court, Slovenian President Danilo Turk said in Zagreb on Monday.",
			},
			[]string{
				"Uganda should withdraw its troops from the border, Kenyan President Mwai Kibaki said on Monday.",
				"Russia and China must stop selling arms to Sudan, British Foreign Secretary David Miliband said on Monday.",
			}},
		{"one's own people are told to leave", "expel",
			[]string{"The Kenyan embassy in Lima advised Kenyans whose Peruvian visas have expired to leave the country by June 15."},
			[]string{"Kenya told two Peruvian diplomats to leave the country by June 15."}},
		{"own people are asked", "demand",
			[]string{
				"Zambian President Levy Mwanawasa urged voters to stay calm, as Zimbabwe held elections.",
				"Iraqi Prime Minister Nuri al-Maliki called on army officers to return to their posts and praised the United States.",
			},
			[]string{"Zambian President Levy Mwanawasa urged Zimbabwe to stay calm."}},
		{"what is warned of is done by those who are told", "threaten",
			[]string{
				"Estonia warned that Russia could invade Latvia.",
				"Chad warned on Friday that Libya was planning to attack Niger.",
				"The Kenyan president warned that Ugandan troops might use force against the fishermen.",
			},
			[]string{
				"Estonia warned that Russia would face grave consequences.",
				"Chad warned that Libya was playing with fire.",
				"Chad warned Libya that it would strike its bases.",
				"China warned that a Taiwanese declaration of independence would mean war.",
			}},
		{"a state of things is in danger", "threaten",
			[]string{"Somalia's pirates threaten the security of Kenya.", "A strong Chad would threaten the stability of Niger."},
			[]string{"Chad threatened Niger with war."}},
		{"those who bring others together are no parties", "agree",
			[]string{
				"Norway and Cuba helped broker the cease-fire.",
				"Kenya and Uganda brokered a truce in Somalia.",
				"Jordan and Oman mediated an agreement.",
			},
			[]string{"Norway and Cuba signed an agreement brokered by Chile.", "Norway and Cuba reached a truce."}},
		{"those who help others to negotiate meet nobody thereby", "consult",
			[]string{"Norway and Chile helped negotiate the peace agreement in Sudan."},
			[]string{"Norway and Chile negotiated in Oslo on Friday."}},
		{"somebody enters a mission on business of his own", "seize",
			[]string{"She entered the Ghanaian consulate in Lagos to renew her passport."},
			[]string{"Nigerian police entered the Ghanaian consulate in Lagos."}},
		{"violence is condemned where it was done", "accuse",
			[]string{
				"Argentina condemned the assassination of a Lebanese minister.",
				"Chile condemned the bombing in the Turkish city of Izmir.",
				"Norway condemned the murder of an Iraqi lawmaker in Baghdad.",
				"The attack on the Turkish consulate in Mosul was condemned by Chile.",
			},
			[]string{"Chile condemned the Turkish attack on the convoy."}},
		{"a court accuses, or nobody", "accuse",
			[]string{
				"Two Croatian officers went on trial in Belgrade accused of laying mines along the border with Serbia.",
				"The dispute with the Philippines grew after American soldiers raped a Filipino woman.",
			},
			[]string{"Croatia accused Serbian officers of laying mines along the border."}},
		{"a body is listed as a terrorist one", "accuse",
			[]string{"Turkish President Ahmet Sezer met leaders of Hamas, which Israel considers a terrorist organisation."},
			[]string{"Israel said it considers Turkey responsible and accused Turkey of arming Hamas."}},
		{"a mission is stormed to free those held in it", "seize",
			[]string{
				"Peruvian troops stormed the Japanese embassy and freed the hostages.",
				"The siege at the Japanese embassy in Peru lasted four months.",
			},
			[]string{"Peruvian troops stormed the Japanese embassy."}},
		{"a people is deported", "expel",
			[]string{"Russia deported Georgians who had no papers."},
			[]string{"Russia deported two Georgian diplomats."}},
		{"ties are to be made better", "restore_relations",
			[]string{
				"The Georgian and Russian foreign ministers met in Moscow to mend ties.",
				"Kenya wants to open a new chapter in relations with Somalia.",
				"Algeria is committed to establishing strong ties with Zimbabwe.",
			},
			[]string{
				"Kenya restored diplomatic relations with Somalia on Monday.",
				"Turkey and Armenia established diplomatic ties on Monday.",
			}},
		{"somebody leaves power", "expel",
			[]string{"Mobutu must quit power, South African President Nelson Mandela said."},
			[]string{"Two Zairean diplomats must leave South Africa by Friday."}},
		{"a player is banned", "sanction",
			[]string{"The Nigerian defender was banned by Australian football officials."},
			[]string{"Australia banned imports from Nigeria."}},
		{"nothing was heard so far", "respond",
			[]string{"There has been no response from Togo to Ghana's expulsions."},
			[]string{"Togo ruled out a response to Ghana's expulsions.", "There will be no response from Togo to Ghana's expulsions."}},
		{"reporters ask", "demand",
			[]string{"Asked about the talks with Iran, Turkish President Ahmet Sezer said they went well."},
			[]string{"Turkey asked Iran to stop the raids."}},
		{"what is so is insisted on", "demand",
			[]string{"In Paris, Chirac insisted that NATO was the best partner for Ukraine."},
			[]string{"Ukraine must close the plant, France insisted."}},
		{"a parliament asks its own government", "demand",
			[]string{"The Danish parliament urged the government to cut military bases of the United States in Greenland."},
			[]string{"The Danish government urged the United States to close its bases in Greenland."}},
		{"talks are refused, which is no talks", "reject",
			[]string{
				"Sudan rejected a Kenyan proposal for talks with Chad.",
				"Armenia refused to sign the accord with Turkey.",
			},
			[]string{"Sudan rejected the accusations of Chad."}},
		{"one answers in words", "respond",
			[]string{"The Turkish ambassador will have a chance to respond to Greece on Monday."},
			[]string{"Turkey will respond to the Greek ban, Foreign Minister Abdullah Gul said."}},
		{"an envoy travels to talks", "appoint",
			[]string{"Norway dispatched an envoy to Sri Lanka to join talks on the truce."},
			[]string{"Norway appointed an ambassador to Sri Lanka."}},
	} {
		tells := func(text string) bool {
			r := &demarche.Report{ID: "r", Date: demarche.Day{Year: 2006, Month: 11, Date: 16}, Text: text, Body: demarche.Span{End: len(text)}}
			return slices.ContainsFunc(c.Code(r), func(e demarche.Event) bool { return string(e.Type) == x.typed })
		}
		for _, text := range x.none {
			if tells(text) {
				t.Errorf("%s: %q tells a %s", x.why, text, x.typed)
			}
		}
		for _, text := range x.some {
			if !tells(text) {
				t.Errorf("%s: %q tells no %s", x.why, text, x.typed)
			}
		}
	}
}

// TestOneSided: a text that one State signs alone, a crowd's protest, a danger that is but described,
// soldiers' missions and envoys who come as they were summoned.
func TestOneSided(t *testing.T) {
	checkAccounts(t, on(t, "2020-03-12"), []account{
		{"Kenyan President William Ruto signed a waiver delaying the move of the Kenyan embassy from Gulu to Kampala for a year, an official said. Uganda said nothing.", ""},
		{"Peruvian President Martin Vizcarra signed a memorandum with Chile.", "agree PER CHL actual"},
		{"The march in Kampala turned into a protest against Kenya. The Kenyan ambassador was there.", ""},
		{"Kenya lodged a protest with Uganda.", "protest KEN UGA actual"},
		{"Nigerian planes hit Boko Haram, which holds the lake and threatens Niger and Cameroon.", ""},
		{"Iran threatened Kuwait on Monday.", "threaten IRN KWT actual"},
		{"The steps that Uganda has committed to will help, Kenyan President William Ruto said.", ""},
		{"Ghana has pressured Togo to cut diplomatic ties with Eritrea.", "break_relations TGO ERI demanded"},
		{"\"I have summoned the Omani ambassador and he is to come here at noon,\" Finnish Foreign Minister Pekka Haavisto said.", "summon FIN OMN actual"},
		{"Finland summoned the Omani ambassador. On Tuesday its president will receive the Omani king.", "summon FIN OMN actual; consult FIN OMN planned"},
		{"A meeting between the Kenyan and Ugandan presidents would be too risky, Kenyan officials say.", "consult KEN UGA denied"},
		{"The meeting between the Kenyan and Ugandan presidents was too short, officials say.", "consult KEN UGA actual"},
	})
}
