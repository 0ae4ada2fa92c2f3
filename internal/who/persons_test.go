package who

import (
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/text"
)

// sensesOf gives the first mention of a text and its words.
func sensesOf(g *Gazetteer, s string) (words string, senses []Sense) {
	for _, sentence := range text.Split(s, demarche.Span{End: len(s)}) {
		for _, m := range g.Find(s, sentence.Tokens, nil) {
			return m.Span(sentence.Tokens).In(s), m.Senses
		}
	}
	return "", nil
}

// TestPersons: full names are found, and surnames that are told apart.
func TestPersons(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		sentence, words string
		code            Code
		kind            Kind
		surname         string
	}{
		{"Sergei Lavrov spoke.", "Sergei Lavrov", "RUS", PersonName, "Lavrov"},
		{"Sergey Lavrov spoke.", "Sergey Lavrov", "RUS", PersonName, "Lavrov"},
		{"PRESIDENT VLADIMIR PUTIN SPOKE.", "VLADIMIR PUTIN", "RUS", PersonName, "Putin"},
		{"Mr. Erdoğan spoke.", "Erdoğan", "TUR", Surname, ""},
		{"Merkel's aide left.", "Merkel", "DEU", Surname, ""},
		{"The Obama administration spoke.", "Obama", "USA", Surname, ""},
		{"Condoleezza Rice spoke.", "Condoleezza Rice", "USA", PersonName, "Rice"},
		{"Kim Jong Un spoke.", "Kim Jong Un", "PRK", PersonName, "Kim"},
		{"Sergei Riabkov spoke.", "Sergei Riabkov", "RUS", PersonName, "Riabkov"},
		{"Rice, a hill and a price in May.", "", "", 0, ""},
		{"He went up in Trump Tower.", "", "", 0, ""},
		{"Bush spoke.", "", "", 0, ""},
	} {
		words, senses := sensesOf(g, c.sentence)
		if words != c.words || words != "" && (senses[0].Code != c.code || senses[0].Kind != c.kind || senses[0].Surname != c.surname) {
			t.Errorf("%q: found %q as %+v, want %q as %s", c.sentence, words, senses, c.words, c.code)
		}
	}
}

// TestPersonYears: a person counts in the years of the office.
func TestPersonYears(t *testing.T) {
	g := gazetteer(t)
	_, senses := sensesOf(g, "Jens Stoltenberg spoke.")
	var nato, norway Sense
	for _, s := range senses {
		switch s.Code {
		case "NAT":
			nato = s
		case "NOR":
			norway = s
		}
	}
	if !nato.Holds(2020) || nato.Holds(2005) || !norway.Holds(2005) || nato.Caution&Shared == 0 {
		t.Errorf("got %+v", senses)
	}
}

// TestCities: a city tells where, and says so.
func TestCities(t *testing.T) {
	g := gazetteer(t)
	for sentence, want := range map[string]Sense{
		"They met in San Francisco.":    {Code: "USA", Kind: City},
		"They met in Saint Petersburg.": {Code: "RUS", Kind: City},
		"They met at Camp David.":       {Code: "USA", Kind: City},
		"An estate in Maryland.":        {Code: "USA", Kind: Region},
		"They met in São Paulo.":        {Code: "BRA", Kind: City},
	} {
		if _, senses := sensesOf(g, sentence); len(senses) != 1 || senses[0] != want || !senses[0].Kind.IsPlace() {
			t.Errorf("%q: got %+v, want %+v", sentence, senses, want)
		}
	}
}

// TestBodies: movements are XXX, and what they came to govern later.
func TestBodies(t *testing.T) {
	g := gazetteer(t)
	for words, want := range map[string]string{
		"Hamas": "XXX", "Irish Republican Army": "XXX", "Turkish Cypriots": "XXX", "Taliban": "AFG/XXX",
	} {
		if got := found(g, words+" spoke."); len(got) != 1 || got[0] != words+"="+want {
			t.Errorf("%s: found %q, want %s", words, got, want)
		}
	}
}

// TestEveryPersonAndPlace: each row of the tables is found within a sentence and
// in a headline, and the tables are sorted.
func TestEveryPersonAndPlace(t *testing.T) {
	g := gazetteer(t)
	last := ""
	sorted := func(file string, line int, key string) {
		if key <= last && last[:3] <= key[:3] && line > 0 {
			t.Errorf("%s:%d: %q stands after %q: sort by code and name", file, line, key, last)
		}
		last = key
	}
	for _, r := range rows(t, citiesFile, "name", "code", "kind", "caution") {
		sorted(r.File, r.Line, r.Cells[1]+" "+r.Cells[0])
		check(t, g, r, "He spoke in "+r.Cells[0]+" on Monday.", r.Cells[0], r.Cells[1])
	}
	last = ""
	for _, r := range rows(t, personsFile, "code", "name", "surname", "also", "office", "from", "to", "caution") {
		sorted(r.File, r.Line, r.Cells[0]+" "+r.Cells[1])
		for name := range forms(r.Cells[1], r.Cells[3]) {
			check(t, g, r, "Then "+name+" spoke.", name, r.Cells[0])
			check(t, g, r, strings.ToUpper("Then "+name+" spoke."), strings.ToUpper(name), r.Cells[0])
		}
		if r.Cells[7] == none && r.Cells[2] != none {
			for s := range strings.SplitSeq(r.Cells[2], ", ") {
				check(t, g, r, "Then "+s+" spoke.", s, r.Cells[0])
			}
		}
	}
	last = ""
	for _, r := range rows(t, othersFile, "code", "kind", "name", "from", "to", "caution") {
		sorted(r.File, r.Line, r.Cells[0]+" "+r.Cells[2])
		check(t, g, r, "Then "+r.Cells[2]+" spoke.", r.Cells[2], r.Cells[0])
	}
}

// TestOffices: what a reader would mark as an office.
func TestOffices(t *testing.T) {
	o := offices(t)
	for s, want := range map[string][]string{
		"Deputy Foreign Minister Sergei Ryabkov spoke.":                              {"Deputy Foreign Minister=minister"},
		"U.S. Under Secretary of State for Political Affairs Victoria Nuland spoke.": {"Under Secretary of State for Political Affairs=minister"},
		"The ministry's spokeswoman and the chargé d’affaires met.":                  {"ministry=organ", "spokeswoman=speaker", "chargé d’affaires=ambassador"},
		"The embassy and two consulates general closed.":                             {"embassy=mission", "consulates general=mission"},
		"The Foreign Ministry expelled a military attaché.":                          {"Foreign Ministry=organ", "military attaché=diplomat"},
		"He was deputy for a day.":                                                   nil,
	} {
		var got []string
		sentence := text.Split(s, demarche.Span{End: len(s)})[0]
		for _, f := range o.Find(s, sentence.Tokens, nil) {
			got = append(got, f.Span(sentence.Tokens).In(s)+"="+f.Class.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q, want %q", s, got, want)
		}
	}
}
