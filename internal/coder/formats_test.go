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
