package remark

import (
	"fmt"
	"testing"

	"demarche"
	"demarche/data"
	"demarche/internal/who"
	"github.com/google/go-cmp/cmp"
)

func TestRegister(t *testing.T) {
	names, err := who.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	offices, err := who.LoadOffices(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	g := NewRegister(names, offices)
	for text, want := range map[string][]string{
		"Russian Deputy Foreign Minister Sergei Ryabkov spoke. Ryabkov left.": {"Sergei Ryabkov RUS Deputy Foreign Minister"},
		"Chilean Foreign Minister Ana Perez Rojas met Peru's ambassador.":     {"Ana Perez Rojas CHL Foreign Minister"},
		"The foreign minister of Peru, Ana Rojas, left.":                      {"Ana Rojas PER foreign minister"},
		"Foreign Minister Ana Rojas left.":                                    nil,
		"The Peruvian foreign ministry said so.":                              nil,
		"The ambassador of Peru to Chile was summoned.":                       nil,
	} {
		r := &demarche.Report{ID: "r", Date: demarche.Day{Year: 2021, Month: 11, Date: 30}, Text: text, Body: demarche.Span{End: len(text)}}
		var got []string
		for _, f := range g.Find(r) {
			got = append(got, fmt.Sprintf("%s %s %s", f.Name, f.State, f.Office))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
