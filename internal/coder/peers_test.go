package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestLikeliest: a third State joins two who meet if it stands in one list with one of them,
// if the meeting is told to be of several, or if the network is sure of it; but two of the
// three who dealt with each other before are those who meet.
func TestLikeliest(t *testing.T) {
	model, k := knowledge(t)
	meeting := []standing{{"KEN", .99, 0}, {"UGA", .98, 0}, {"SDN", .8, 0}}
	for _, x := range []struct {
		text      string
		all       []standing
		recipient []demarche.Code
	}{
		{"Kenyan officials met Ugandan leaders on the war in Sudan.", meeting, []demarche.Code{"UGA"}},
		{"Kenya met Uganda and Sudan on the war.", meeting, []demarche.Code{"UGA", "SDN"}},
		{"Kenya's talks with Kampala, Khartoum and Asmara went on.", meeting, []demarche.Code{"UGA", "SDN"}},
		{"The six-nation talks on Sudan opened between Kenya and Uganda.", meeting, []demarche.Code{"UGA", "SDN"}},
		{"Kenya and Sudan signed an accord on fishing. Ugandan ministers hailed what the talks had led to.", meeting, []demarche.Code{"SDN"}},
		{"Kenyan officials met Ugandan leaders on the war in Sudan.", []standing{{"KEN", .99, 0}, {"UGA", .98, 0}, {"SDN", .98, 0}}, []demarche.Code{"UGA", "SDN"}},
	} {
		report := on(t, "1999-03-03")
		report.Text, report.Body = x.text, demarche.Span{End: len(x.text)}
		c := NewCoder(model, nil, k)
		c.Code(&report)
		sc := &c.scene
		sc.at = len(sc.trees) - 1
		sc.s.Set(sc.trees[sc.at].Words, c.lexicon)
		actor, recipient, _ := sc.likeliest(x.all, true)
		if !slices.Equal(actor, []demarche.Code{"KEN"}) || !slices.Equal(recipient, x.recipient) {
			t.Errorf("%s: %v met %v, want KEN and %v", x.text, actor, recipient, x.recipient)
		}
	}
}
