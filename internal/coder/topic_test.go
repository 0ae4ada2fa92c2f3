package coder

import (
	"testing"

	"demarche"
)

// TestTopics: a meeting has its topics as its object where it is told what it is about,
// and not where it is told when and how it is held.
func TestTopics(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-11-30")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Russia and France held talks on visas in Vienna on Monday.":                                    "topics",
		"Russian Foreign Minister Sergei Lavrov met his French counterpart on Monday to discuss Syria.": "topics",
		"Russian Foreign Minister Sergei Lavrov raised the dispute with his French counterpart.":        "topics",
		"Russia and France held talks on Monday on the sidelines of a summit.":                          "",
		"Russian Foreign Minister Sergei Lavrov talked to his French counterpart on the phone.":         "",
	} {
		found := false
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
			if e.Type != "consult" {
				continue
			}
			found = true
			if e.Object != want {
				t.Errorf("%s: object %q, want %q", text, e.Object, want)
			}
		}
		if !found {
			t.Errorf("%s: no consult", text)
		}
	}
}
