package who

import (
	"slices"
	"testing"

	"demarche"
	"demarche/internal/text"
)

// TestFind: what a reader would say of the names in a sentence.
func TestFind(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		sentence string
		want     []string
		reason   string
	}{
		{"Russia summoned the U.S. ambassador.", []string{"Russia=RUS", "U.S.=USA"}, "two States"},
		{"The Kremlin’s answer to Foggy Bottom came late.", []string{"Kremlin=RUS", "Foggy Bottom=USA"}, "seats stand for their States"},
		{"The Quai d'Orsay and the Élysée differ.", []string{"Quai d'Orsay=FRA", "Élysée=FRA"}, "apostrophes and accents"},
		{"The Elysee kept silent.", []string{"Elysee=FRA"}, "no accents"},
		{"He left the U.S.", []string{"U.S.=USA"}, "the stop ends the sentence too"},
		{"Russian-American talks on Sino-Indian trade", []string{"Russian=RUS", "American=USA", "Sino=CHN", "Indian=IND"}, "hyphens part names"},
		{"US-backed and NATO–Russia talks", []string{"US=USA", "NATO=NAT", "Russia=RUS"}, "hyphen and dash"},
		{"Sino was his name.", nil, "a prefix only before a hyphen"},
		{"They told us to leave turkey and china at home.", nil, "small letters are no names"},
		{"MOSCOW AND U.S. EXPEL TURKEY'S ENVOYS", []string{"MOSCOW=RUS", "U.S.=USA", "TURKEY=TUR"}, "headlines"},
		{"Us and them", nil, "a pronoun at the head of a sentence"},
		{"Papua New Guinea, Guinea-Bissau, Guinea and Equatorial Guinea met.",
			[]string{"Papua New Guinea=PNG", "Guinea-Bissau=GNB", "Guinea=GIN", "Equatorial Guinea=GNQ"}, "the longest name"},
		{"North Korea told South Korea and the other Korea.", []string{"North Korea=PRK", "South Korea=KOR", "Korea=KOR/PRK"}, "Korea is two States"},
		{"Nigerien troops met Nigerians near the Niger River.", []string{"Nigerien=NER", "Nigerians=NGA"}, "near namesakes, and a river"},
		{"Chinese ships crossed the South China Sea.", []string{"Chinese=CHN"}, "a sea is no State"},
		{"An American Airlines jet left New Mexico for Mexico.", []string{"Mexico=MEX"}, "a firm and a US state"},
		{"Brussels backed the U.N. Security Council.", []string{"Brussels=BEL/EUR/NAT", "U.N. Security Council=UNO"}, "Brussels is whose?"},
		{"The Democratic People's Republic of Korea, or DPRK, and the People's Republic of China",
			[]string{"Democratic People's Republic of Korea=PRK", "DPRK=PRK", "People's Republic of China=CHN"}, "names in full"},
		{"Burma, Swaziland and the Soviet Union", []string{"Burma=MMR", "Swaziland=SWZ", "Soviet Union=RUS"}, "names of old"},
		{"Britons, Filipinos and a Dane met at The Hague.", []string{"Britons=GBR", "Filipinos=PHL", "Dane=DNK", "The Hague=NLD"}, "peoples, and an article that is part of the name"},
		{"Congo's envoy", []string{"Congo=COD/COG"}, "two States on one river"},
		{"", nil, "nothing"},
	} {
		if got := found(g, c.sentence); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q: found %q, want %q", c.reason, c.sentence, got, c.want)
		}
	}
}

// TestSenses: a mention tells what kind of name it is, when it held and what
// else it may be.
func TestSenses(t *testing.T) {
	g := gazetteer(t)
	for words, want := range map[string][]Sense{
		"Moscow":       {{Code: "RUS", Kind: Capital}},
		"Bonn":         {{Code: "DEU", Kind: Capital, From: 1949, To: 1999}, {Code: "DEU", Kind: City}},
		"Kremlin":      {{Code: "RUS", Kind: Seat}},
		"Jordan":       {{Code: "JOR", Kind: Name, Caution: Person | Place}},
		"Scottish":     {{Code: "GBR", Kind: Demonym, Caution: Part}},
		"Soviet Union": {{Code: "RUS", Kind: Former, From: 1922, To: 1991}},
		"Korea":        {{Code: "KOR", Kind: Name, Caution: Shared}, {Code: "PRK", Kind: Name, Caution: Shared}},
		"Pentagon":     {{Code: "USA", Kind: Seat}},
		"Knesset":      {{Code: "ISR", Kind: Organ}},
		"OSCE":         {{Code: "OSC", Kind: Abbreviation}},
	} {
		s := text.Split(words, demarche.Span{End: len(words)})[0]
		got := g.Find(words, s.Tokens, nil)
		if len(got) != 1 || !slices.Equal(got[0].Senses, want) || got[0].End != len(s.Tokens) {
			t.Errorf("%s: got %+v, want %+v", words, got, want)
		}
	}
}

// TestFindAppends: dst keeps what it holds.
func TestFindAppends(t *testing.T) {
	g := gazetteer(t)
	const s = "Cuba and Mali"
	tokens := text.Split(s, demarche.Span{End: len(s)})[0].Tokens
	all := g.Find(s, tokens, g.Find(s, tokens, nil))
	if len(all) != 4 || all[2].First != 0 {
		t.Errorf("got %+v", all)
	}
}

// TestCapital: a capital that has its years goes before one that has none.
func TestCapital(t *testing.T) {
	g := gazetteer(t)
	for _, tc := range []struct {
		code Code
		year int
		want string
	}{
		{"SYR", 2012, "Damascus"}, {"DEU", 1985, "Bonn"}, {"DEU", 2005, "Berlin"}, {"KAZ", 2020, "Nur-Sultan"}, {"UNO", 2020, ""},
	} {
		if got := g.Capital(tc.code, tc.year); got != tc.want {
			t.Errorf("%s in %d: %q, want %q", tc.code, tc.year, got, tc.want)
		}
	}
}
