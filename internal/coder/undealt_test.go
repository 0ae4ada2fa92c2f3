package coder

import (
	"testing"

	"demarche"
)

// TestNoDealings: teams, firms, talks with the press and agreements that somebody is still
// after are no dealings of States; what stands near to them is.
func TestNoDealings(t *testing.T) {
	checkAccounts(t, on(t, "2006-11-16"), []account{
		// what somebody is after
		{"Talks aimed at reaching a border treaty between Peru and Ecuador have made little headway.", "consult PER ECU actual"},
		{"Norwegian envoys have been trying to broker a truce between Colombia and the rebels.", ""},
		{"The foreign ministers of Egypt and Sudan are close to an accord on water, a diplomat said.", ""},
		{"Diplomats are working towards a ceasefire agreement between Chad and the rebels.", ""},
		{"Kenya and Tanzania opened negotiations on a fisheries treaty in Arusha on Monday.", "consult KEN TZA actual"},
		{"Peru and Ecuador reached a border treaty in Brasilia on Thursday.", "agree PER ECU actual"},
		{"After months of trying, Kenya and Tanzania signed a fisheries treaty.", "agree KEN TZA actual"},
		{"Chile and Bolivia are expected to sign an accord on gas next month.", "agree CHL BOL planned"},
		{"The UN mission has brokered a ceasefire between Israel and Lebanon.", "agree ISR LBN actual"},
		{"The two ministers have negotiated an extradition treaty between Brazil and Peru.", "consult BRA PER actual; agree BRA PER actual"},
		{"The mediators called on both sides to negotiate a peace agreement between Sudan and Chad.", "consult SDN TCD demanded"},
		// firms
		{"The Finnish paper maker Stora signed a contract with Brazilian company Aracruz on Monday.", ""},
		{"Two South Korean carmakers agreed to build a plant in India.", ""},
		{"The contract was signed by firms from Norway, Canada and Mexico.", ""},
		{"The Turkish airline Pegasus agreed to buy 20 jets from a French manufacturer.", ""},
		{"The Italian government signed an agreement with Libya to build a motorway.", "agree ITA LBY actual"},
		{"Kazakhstan and China agreed to let their oil companies build a pipeline.", "agree KAZ CHN actual"},
		// the press
		{"The Danish foreign minister met with journalists in Warsaw on Tuesday.", ""},
		{"The Chadian rebels denied it in a statement received by Kyodo in Khartoum on Friday.", ""},
		{"French President Jacques Chirac spoke by telephone with his Russian counterpart on Monday, his office told AFP.", "consult FRA RUS actual"},
		// private persons
		{"The Japanese prime minister will meet Canadian investors in Toronto on Friday.", ""},
		{"The Ghanaian president held talks with strike leaders in Accra on Friday.", ""},
		{"The Irish foreign minister met with Lebanese students in Beirut.", ""},
		{"The Irish foreign minister met with Lebanese officials and students in Beirut.", "consult IRL LBN actual"},
		// sport
		{"Norway met Greece in the quarterfinals of the handball tournament in Seville on Friday. The Norwegian coach praised his goalkeeper. The semifinals are on Sunday, and Croatia will face Spain.", ""},
		{"Pakistani President Pervez Musharraf will visit India next month to watch a cricket match. The cricket tournament is the first since the two teams met in the cup finals in Lahore, where the stadium was full.", "consult PAK IND planned"},
		// whom somebody meets of his own people
		{"Moroccan King Mohammed VI held talks with his ministers on the quarrel with Spain.", ""},
		{"Colombian President Alvaro Uribe met with his top generals on Saturday to discuss the border with Ecuador.", ""},
		{"Colombian President Alvaro Uribe met with his Ecuadorean counterpart on Saturday to discuss the border.", "consult COL ECU actual"},
		{"Moroccan Foreign Minister Mohamed Benaissa flew to Spain and met its leaders.", "consult MAR ESP actual"},
	}, "consult", "agree", "restore_relations")
}

// TestSpeaksOfMeeting: a meeting that only the networks find has a word for it.
func TestSpeaksOfMeeting(t *testing.T) {
	model, k := knowledge(t)
	for _, tc := range []struct {
		text string
		word string
		want bool
	}{
		{"The president thanked his French counterpart for the aid.", "thanked", true},
		{"Spain praised Chile for its vote.", "praised", false},
		{"Sudan named a new envoy to Chad.", "named", false},
		{"He alluded to remarks by the Syrian president on television.", "remarks", false},
		{"The cosmonaut and the astronaut began a walk in space.", "walk", false},
		{"Egypt joined Kenya and Ghana in the Games in Lagos.", "joined", false},
		{"The minister will stay in Lima for two days.", "stay", true},
		{"Ottawa walked away from the negotiating table in August.", "walked", true},
		{"She is on a five-day tour that will take her to Ireland.", "take", true},
		{"Both sides opened a new round in Geneva.", "opened", true},
	} {
		c := NewCoder(model, nil, k)
		reading := c.Read(&demarche.Report{ID: "r", Text: tc.text, Body: demarche.Span{End: len(tc.text)}})
		sc := &c.scene
		sc.open = reading.Open
		sc.look(&reading)
		sc.s.Set(sc.trees[0].Words, k.lexicon)
		for w := range sc.s.Words {
			if sc.s.Words[w].Form == tc.word {
				sc.c.hits = sc.c.book.Find(&sc.s, w, sc.c.hits[:0])
				if got := sc.speaksOfMeeting(w); got != tc.want {
					t.Errorf("%s: %s: got %v", tc.text, tc.word, got)
				}
			}
		}
	}
}
