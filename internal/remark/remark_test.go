package remark

import (
	"fmt"
	"strings"
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text   string
		events []demarche.Event // of the whole text
		want   []string
	}{
		{"Moscow has never initiated such steps, a source said.", []demarche.Event{{Type: "respond", Speaker: "source", SpeakerState: "RUS"}}, []string{"never began RUS source"}},
		{"“We only responded,” he said.", []demarche.Event{{Type: "accuse", Actor: []demarche.Code{"RUS"}}}, []string{"never began RUS "}},
		{"The steps were initiated solely and entirely by Washington.", []demarche.Event{{Type: "accuse", Actor: []demarche.Code{"RUS"}}}, []string{"never began RUS "}},
		{"The limit is not applied to any other country, the Kremlin said.", []demarche.Event{{Type: "limit_term", Actor: []demarche.Code{"USA"}, Speaker: "Kremlin", SpeakerState: "RUS"}}, []string{"nobody else RUS Kremlin limit_term USA"}},
		{"No other country said so.", []demarche.Event{{Type: "accuse", Actor: []demarche.Code{"USA"}}}, nil},
		{"He never met the minister. They responded.", []demarche.Event{{Type: "accuse", Actor: []demarche.Code{"USA"}}}, nil},
		{"Moscow has never initiated such steps.", nil, nil},
		{"Deputy Minister Sergey Petrenko spoke. Deputy Minister Sergei Petrenko left. Sergei Petrenko slept.", []demarche.Event{{Type: "accuse"}}, []string{"spelt two ways   Sergey Petrenko/Sergei Petrenko"}},
		{"Anatoly Bortnov spoke to reporters. “It was hard,” Semenov answered. Semenov said no more.", []demarche.Event{{Type: "accuse"}}, []string{"renamed   Anatoly Bortnov/Semenov"}},
		{"Anatoly Bortnov spoke to reporters. “It was hard,” Bortnov answered.", []demarche.Event{{Type: "accuse"}}, nil},
		{"Anatoly Bortnov met Ivan Semenov. “It was hard,” Semenov answered.", []demarche.Event{{Type: "accuse"}}, nil},
	} {
		r := &demarche.Report{ID: "r", Date: demarche.Day{Year: 2022, Month: 2, Date: 2}, Text: c.text, Body: demarche.Span{End: len(c.text)}}
		for i := range c.events {
			c.events[i].Span = r.Body
		}
		var got []string
		for _, f := range Find(r, c.events) {
			if f.Span.In(c.text) != f.Words || f.Report != "r" || f.Known != r.Date {
				t.Errorf("%+v", f)
			}
			line := fmt.Sprintf("%s %s %s", f.Kind, f.State, f.Speaker)
			if f.About != "" {
				line += fmt.Sprintf(" %s %s", f.About, f.Actor)
			}
			if len(f.Names) > 0 {
				line = fmt.Sprintf("%s   %s", f.Kind, strings.Join(f.Names, "/"))
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

// FuzzFind: whatever a report says, what is found lies in it.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"Moscow has never initiated such steps, Ana Rojas said. “No,” Semenov answered.", "\xff\x00“never began to", "Łódź Éva said Ōno.", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := &demarche.Report{ID: "r", Text: s, Body: demarche.Span{End: len(s)}}
		events := []demarche.Event{{Type: "limit_term", Actor: []demarche.Code{"USA"}, SpeakerState: "RUS", Span: r.Body}}
		for _, x := range Find(r, events) {
			if x.Span.Start < 0 || x.Span.End > len(s) || x.Span.In(s) != x.Words {
				t.Errorf("%+v", x)
			}
		}
	})
}
