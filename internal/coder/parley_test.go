package coder

import (
	"fmt"
	"strings"
	"testing"

	"demarche"

	"github.com/google/go-cmp/cmp"
)

// TestTalks: what a report tells of talks besides that they are.
func TestTalks(t *testing.T) {
	model, k := knowledge(t)
	c := NewCoder(model, gate(t), k)
	for _, x := range []struct {
		text string
		want []string
	}{
		{"Russian Deputy Foreign Minister Sergei Ryabkov and U.S. Under Secretary of State Wendy Sherman held talks on arms control in Geneva on Monday.",
			[]string{"level: deputy ministers", "topic: arms control"}},
		{"The presidents of Russia and Turkey met in Sochi on Monday to discuss gas, tourism and visas.", []string{"level: heads of State or government", "topic: gas; tourism; visas"}},
		{"Russia and the United States will hold consultations in Geneva next week. The consultations will be held at the level of deputy directors, the ministry said.", []string{"level: “deputy directors”"}},
		{"Russia and the United States held expert-level talks in Vienna on Monday.", []string{"level: “expert”"}},
		{"Russia and the United States held talks in Vienna on Monday. There was no progress at the talks, Foreign Minister Sergei Lavrov said.", []string{"result: no progress, says RUS"}},
		{"Russia and the United States held talks in Vienna on Monday. “They were difficult but useful,” Russian Ambassador Anatoly Antonov said.", []string{"result: difficult; useful, says RUS"}},
		{"Talks on Monday between Russia and the United States in Vienna brought little progress.", []string{"result: little progress, says "}},
		{"Russia and the United States held talks in Vienna on Monday. Washington hopes for progress at the talks, Antony Blinken said.", nil},
		{"Sergei Lavrov told reporters on Monday that Russia and the United States had held talks in Vienna.", nil},
		{"Russia expelled ten American diplomats.", nil},
	} {
		r := &demarche.Report{ID: "r", Date: demarche.Day{Year: 2021, Month: 11, Date: 30}, Text: x.text, Body: demarche.Span{End: len(x.text)}}
		var got []string
		for _, m := range c.Talks(c.Code(r)) {
			if m.Span.In(x.text) != m.Words || m.Report != "r" || m.Known != r.Date {
				t.Errorf("%+v", m)
			}
			s := fmt.Sprintf("%s: %s", m.Kind, strings.Join(m.Names, "; "))
			if m.Kind == demarche.Result {
				s += ", says " + string(m.State)
			}
			if m.Kind != demarche.Present {
				got = append(got, s)
			}
		}
		if diff := cmp.Diff(x.want, got); diff != "" {
			t.Errorf("%q: %s", x.text, diff)
		}
	}
}
