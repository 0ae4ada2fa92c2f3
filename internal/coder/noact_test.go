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
