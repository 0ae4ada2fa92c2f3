package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestNamedTalks: talks that go by a name of their own are of all who sit in them, also
// where the sentence names one of them or none, and where it tells only of a round.
func TestNamedTalks(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, nil, k)
	six := []demarche.Code{"CHN", "JPN", "KOR", "PRK", "RUS", "USA"}
	for _, x := range []struct {
		text string
		want []demarche.Code
	}{
		{"North Korea walked out of the six-party talks in Beijing on Tuesday.", six},
		{"North Korea said it would not return to the six-nation talks.", six},
		{"China hosts the six-party talks on North Korea. The first round was held in August 2003.", six},
		{"The IAEA met in Vienna. IAEA chief Mohamed ElBaradei said he expected that the six-party talks on North Korea would resume.", six},
		{"North Korea and South Korea opened talks in Seoul. The first round was held in May.", []demarche.Code{"KOR", "PRK"}},
	} {
		day, err := demarche.ParseDay("2006-11-20")
		if err != nil {
			t.Fatal(err)
		}
		r := demarche.Report{ID: "a", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}}
		found := false
		var got [][]demarche.Code
		for _, e := range c.Code(&r) {
			if e.Type == "consult" {
				all := slices.Sorted(slices.Values(slices.Concat(e.Actor, e.Recipient)))
				got = append(got, all)
				found = found || slices.Equal(all, x.want)
			}
		}
		if !found {
			t.Errorf("%s: talks of %v, want %v", x.text, got, x.want)
		}
	}
}

// sidesOf codes a text by the rules alone and gives the sides of its events as they print.
func sidesOf(t *testing.T, day, text string) (out []string) {
	t.Helper()
	model, k := knowledge(t)
	c := NewCoder(model, nil, k)
	c.plain = true
	d, err := demarche.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range c.Code(&demarche.Report{ID: "a", Date: d, Text: text, Body: demarche.Span{End: len(text)}}) {
		out = append(out, told(&e))
	}
	return out
}

// TestNamedGroups: a group that goes by a name acts for those who sit in it, and not for
// whom they face; the West and rebels are somebody of no State, whom a pronoun takes up,
// and who leads rebels speaks for them, whatever he came to be.
func TestNamedGroups(t *testing.T) {
	for _, x := range []struct{ day, text, want string }{
		{"2006-12-11", "The six powers urged Iran to suspend enrichment.", "demand USA+GBR+FRA+RUS+CHN+DEU→IRN actual"},
		{"2003-11-11", "The six powers urged Iran to suspend enrichment.", "demand XXX→IRN actual"},
		{"2006-12-11", "The permanent members condemned North Korea.", "accuse CHN+FRA+GBR+RUS+USA→PRK actual"},
		{"2006-12-11", "The West accused Iran of lying.", "accuse XXX→IRN actual"},
		{"2006-12-11", "West Bank settlers watched. Israel accused Iran of lying.", "accuse ISR→IRN actual"},
		{"1999-05-11", "The rebels left Sierra Leone. They accused the United Nations of lying.", "accuse XXX→UNO actual"},
		{"1997-04-29", "The rebel Serbs accused Croatia of lying.", "accuse XXX→HRV actual"},
		{"2005-11-22", "Israel accused Lebanon's Hezbollah militias of lying.", "accuse ISR→XXX actual"},
		{"1997-04-29", "Rebel leader Laurent Kabila arrived. Kabila accused France of lying.", "accuse XXX→FRA actual"},
		{"1999-04-29", "President Laurent Kabila of Congo arrived. Kabila accused France of lying.", "accuse COD→FRA actual"},
	} {
		if got := sidesOf(t, x.day, x.text); !slices.Contains(got, x.want) {
			t.Errorf("%s: %s: %v, want %s", x.day, x.text, got, x.want)
		}
	}
}
