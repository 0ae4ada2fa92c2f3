package coder

import "testing"

// TestOnlyNamed: what names a measure or an agreement and tells none, and what is told beside it.
func TestOnlyNamed(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Chad denounced the Ugandan settlements along the lake.", "accuse TCD UGA actual"},
		{"Peru urged Chile to stop all settlement activity in the valley.", "demand PER CHL actual"},
		{"Kenya welcomed the settlement between Peru and Chile.", "agree PER CHL actual"},
		{"A ship was held for breaking African Union sanctions.", ""},
		{"Two firms were charged in breach of British sanctions.", ""},
		{"Two firms were charged with evading British sanctions on Belarus.", "sanction GBR BLR actual"},
		{"Chile answered the Peruvian ban by accusing Lima of bad faith.", "accuse CHL PER actual"},
		{"Chile responded to Peru's decision by accusing Lima of bad faith.", "accuse CHL PER actual"},
		{"Chad threatened to attack Sudan if necessary.", "threaten TCD SDN actual"},
		{"Chad threatened to attack Sudan if it crossed the river.", "threaten TCD SDN conditional"},
		{"If Sweden closes the bridge, it will be irresponsible, the Norwegian foreign minister said.", ""},
		{"The raid could trigger Kenyan sanctions on Uganda.", "sanction KEN UGA possible"},
		{"The raid triggered Kenyan sanctions on Uganda.", "sanction KEN UGA actual"},
		{"A ruling could involve Norwegian sanctions on Serbia, curbs on Serbian officials or closing the border.", "sanction NOR SRB possible"},
		{"The report deals with Peru and Chile. The Chilean president accused Socialists of plotting against him.", ""},
		{"The report deals with Peru and Chile. The Chilean president blamed the media for the leak.", ""},
		{"The report deals with Peru and Chile. The Chilean president accused Peruvians of plotting against him.", "accuse CHL PER actual"},
		{"Peru must understand that the river is Chilean, the Chilean foreign minister said.", ""},
		{"Peru must change its maps, the Chilean foreign minister said.", "demand CHL PER actual"},
		{"French President Emmanuel Macron called Kenyan President William Ruto to voice concern about the illegal camps.", "consult FRA KEN actual"},
		{"The French foreign minister called the Kenyan decision illegal.", "accuse FRA KEN actual"},
		{"Relations soured after heated verbal exchanges between the Turkish and Greek ministers.", ""},
		{"The speech was aimed at two audiences, Kenyan President William Ruto and Ugandan farmers.", ""},
		{"JUST WATCHED Kenya and Uganda sugar deal reached Replay More Videos", ""},
		{"A deal was struck late Sunday between Kenya and Uganda.", "agree KEN UGA actual"},
		{"Chad said it would fire on Sudanese planes.", "threaten TCD SDN actual"},
		{"The Kenyan and Ugandan presidents met. The Kenyan minister dismissed the idea of sending troops.", "consult KEN UGA actual"},
		{"The Kenyan minister dismissed the Ugandan idea of sending troops.", "reject KEN UGA actual"},
		{"Kenyan President William Ruto has called the African Union obsolete.", "accuse KEN AFU actual"},
		{"Kenyan President William Ruto described the African Union as useless.", "accuse KEN AFU actual"},
		{"The coach called the rule obsolete.", ""},
	})
}
