package coder

import (
	"fmt"
	"strings"
	"testing"

	"demarche"
)

// TestMeasures: whose people a measure on missions is taken against, and where, when the
// clause that tells it leaves that to a list, to a pronoun or to the sentence before.
func TestMeasures(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2006-11-16")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		want string // the events, parted by semicolons
	}{
		// where missions stand that are listed
		{"Ireland is shutting its embassies in Iran and East Timor to save money.", "close IRL IRN+TLS actual"},
		{"Togo has shut its embassies in Nepal, Spain and Angola, all in a month.", "close TGO NPL+ESP+AGO actual"},
		{"Japan will open embassies in Fiji and in Samoa.", "open JPN FJI+WSM planned"},
		{"France closed its embassy in Iraq, and Iran denounced the move.", "close FRA IRQ actual"},
		// whose people go, by the measure told before
		{"Congo has expelled Rwanda's ambassador over its support for rebels. He had already been summoned by the foreign minister in May.", "expel COD RWA actual; summon COD RWA actual"},
		{"Moldova has ordered the Russian embassy to reduce its staff to 25. In all, 45 employees will have to leave by August 15.", "limit_staff MDA RUS actual; expel MDA RUS actual"},
		{"Uzbekistan told Turkey to shrink its embassy. Twelve diplomats must go by Friday, the foreign ministry said.", "limit_staff UZB TUR actual; expel UZB TUR actual"},
		{"Ecuador expelled the American ambassador. Foreign Minister Ricardo Patino said that he had called her in on Monday.", "expel ECU USA actual; summon ECU USA actual"},
		{"Britain summoned the Iranian ambassador. Germany's ambassador in Tehran had been called in earlier.", "summon GBR IRN actual; summon IRN DEU actual"},
		{"Mali expelled the Danish ambassador. Three Malian diplomats must leave Copenhagen, the Danish foreign ministry said.", "expel MLI DNK actual; expel DNK MLI actual"},
	} {
		var got []string
		r := &demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}
		for _, e := range NewCoder(model, nil, k).Code(r) {
			got = append(got, fmt.Sprintf("%s %s %s %s", e.Type, joinCodes(e.Actor), joinCodes(e.Recipient), e.Status))
		}
		if got := strings.Join(got, "; "); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
}
