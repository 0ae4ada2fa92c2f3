package coder

import (
	"slices"
	"strings"
	"testing"

	"demarche"

	"github.com/google/go-cmp/cmp"
)

// TestRetold: whether what a report tells twice is one meeting or agreement, or two.
func TestRetold(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, gate(t), k)
	for _, x := range []struct {
		text string
		want []string // type, sides and status of the events of one pair
	}{
		// One more meeting.
		{"Kenyan President William Ruto met Ugandan Foreign Minister Jeje Odongo in Kampala on Monday. He also met Ugandan President Yoweri Museveni.",
			[]string{"consult KEN UGA actual", "consult KEN UGA actual"}},
		{"Norwegian Foreign Minister Espen Barth Eide met Greek Prime Minister Kyriakos Mitsotakis in Athens. Eide later held talks with Greek Foreign Minister Giorgos Gerapetritis.",
			[]string{"consult NOR GRC actual", "consult NOR GRC actual"}},
		{"Chilean Foreign Minister Alberto van Klaveren held talks with Peruvian Foreign Minister Javier Gonzalez-Olaechea in Lima. Peruvian President Dina Boluarte also received the Chilean minister.",
			[]string{"consult CHL PER actual", "consult CHL PER actual"}},
		// Other persons.
		{"Irish Prime Minister Leo Varadkar met Spanish Prime Minister Pedro Sanchez in Madrid. Irish Foreign Minister Micheal Martin met Spanish Foreign Minister Jose Manuel Albares.",
			[]string{"consult IRL ESP actual", "consult IRL ESP actual"}},
		// What is known is taken up.
		{"Delegations of India and Nepal started talks on their border in Delhi on Monday. The talks are aimed at settling a long dispute.",
			[]string{"consult IND NPL actual"}},
		{"Georgia and Armenia will hold talks on transit next week. The talks failed to win much notice in the press.",
			[]string{"consult GEO ARM planned"}},
		{"Finnish Foreign Minister Elina Valtonen met Estonian Foreign Minister Margus Tsahkna in Tallinn. The two also discussed energy.",
			[]string{"consult FIN EST actual"}},
		{"Finnish Foreign Minister Elina Valtonen met Estonian Foreign Minister Margus Tsahkna in Tallinn. Valtonen also discussed energy with Tsahkna.",
			[]string{"consult FIN EST actual"}},
		// Two agreements.
		{"Brazil and Paraguay agreed on Thursday to build a bridge over the river. The two countries also signed a treaty on extradition.",
			[]string{"agree BRA PRY actual", "agree BRA PRY actual"}},
		{"Jordan and Iraq agreed to lift visas for lorry drivers. Ministers of Jordan and Iraq signed a protocol on pipelines.",
			[]string{"agree JOR IRQ actual", "agree JOR IRQ actual"}},
		// One.
		{"Brazil and Paraguay signed a treaty on extradition on Thursday. The treaty was signed in Asuncion by Brazil and Paraguay.",
			[]string{"agree BRA PRY actual"}},
		{"Malta and Tunisia are to sign an agreement on fishing this week. Malta and Tunisia will sign an agreement in Valletta, officials said.",
			[]string{"agree MLT TUN planned"}},
		{"Jordan and Iraq concluded an agreement on pipelines. Jordan and Iraq signed the agreement in Amman.",
			[]string{"agree JOR IRQ actual"}},
	} {
		r := &demarche.Report{ID: "r", Date: demarche.Day{Year: 2024, Month: 5, Date: 14}, Text: x.text, Body: demarche.Span{End: len(x.text)}}
		var got []string
		for _, e := range c.Code(r) {
			if e.Type == "consult" || e.Type == "agree" {
				w := strings.Fields(x.want[0])
				codes := union(e.Actor, e.Recipient)
				slices.SortFunc(codes, func(a, b demarche.Code) int { return slices.Index(w, string(a)) - slices.Index(w, string(b)) })
				s := string(e.Type)
				for _, code := range codes {
					s += " " + string(code)
				}
				got = append(got, s+" "+string(e.Status))
			}
		}
		if diff := cmp.Diff(x.want, got); diff != "" {
			t.Errorf("%q: %s", x.text, diff)
		}
	}
}

// TestRetoldMeasure: whether what a report tells twice is one measure, or two.
func TestRetoldMeasure(t *testing.T) {
	checkAccounts(t, on(t, "2024-05-14"), []account{
		// the same envoy by another word
		{"Chile expelled the Bolivian ambassador on Monday. The minister said the Bolivian diplomat had been declared persona non grata over remarks on the border.",
			"expel CHL BOL actual"},
		{"Chile expelled the Bolivian ambassador on Monday. Last week Chile expelled another Bolivian diplomat.", "expel CHL BOL actual; expel CHL BOL actual"},
		{"Chile expelled the Bolivian ambassador on Monday. In April Chile also expelled a Bolivian diplomat for spying.", "expel CHL BOL actual; expel CHL BOL actual"},
		// what is done once, by two days near each other
		{"Kenya broke off diplomatic relations with Somalia on Friday. Kenya said on Saturday that it was cutting diplomatic ties with Somalia over the seizure of a ship.",
			"break_relations KEN SOM actual"},
		{"Peru expelled three Ecuadorean diplomats on Friday. Peru expelled three Ecuadorean diplomats in 2011.", "expel PER ECU actual; expel PER ECU actual"},
		// as coming, and as done
		{"Norway is closing its embassy in Minsk, the foreign ministry said on Monday. The Norwegian embassy in Minsk will close for good, it said.", "close NOR BLR actual"},
		{"Ghana will withdraw its ambassador from Togo, the minister said. Ghana withdrew its ambassador from Togo late on Monday.", "recall GHA TGO actual"},
		{"Ghana recalled its ambassador to Togo on Friday. Ghana will recall a second envoy from Togo.", "recall GHA TGO actual; recall GHA TGO planned"},
		{"Austria will close its consulate in Kazan. Austria closed its consulate in Sochi in April.", "close AUT RUS planned; close AUT RUS actual"},
	})
}
