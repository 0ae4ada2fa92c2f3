package coder

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"demarche/data"
	"demarche/internal/rule"
)

// planted is a file of rules with a fault in each rule.
const planted = `type: summon
means: calls in an envoy
not: a court's summons
rules:
  - id: summon/inflected
    shape: deed
    verbs: [hauled in]
    object: [ambassador]
    with: [ministry, ministry]
    without: [court, ministry]
    examples: ["[actor Chile] [trigger beckoned] the [recipient Peruvian] [object ambassador]."]
    silent: ["The police hauled in a thief."]
  - id: summon/wrong-side
    shape: deed
    verbs: [beckon]
    object: [ambassador]
    examples: ["[recipient Chile] [trigger beckoned] the [actor Peruvian] [object ambassador]."]
    silent: ["Chile beckoned the Peruvian ambassador on Monday."]
  - id: summon/needy
    shape: deed
    verbs: [wave in]
    object: [ambassador]
    examples: ["[actor Chile] [trigger waved] in the [recipient Peruvian] students."]
    silent: ["Chile waved in the crowd."]
`

// TestLintSeesFaults: each planted fault is told with its line and its cure.
func TestLintSeesFaults(t *testing.T) {
	model, k := knowledge(t)
	shapes, err := fs.ReadFile(data.Files, "rules/shapes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	deed, _, _ := strings.Cut(string(shapes[strings.Index(string(shapes), "- shape: deed"):]), "\n\n")
	spare := "\n\n- shape: spare\n  means: nobody uses it\n  actor: [agent]\n"
	book, err := rule.Load(fstest.MapFS{"rules/shapes.yaml": {Data: []byte(deed + spare)}, "rules/summon.yaml": {Data: []byte(planted)}}, "rules")
	if err != nil {
		t.Fatal(err)
	}
	own := *k
	own.book = book
	files := fstest.MapFS{
		objectsFile:             {Data: []byte("object\tforms\nambassador\tambassador, envoy\ndiplomats\tenvoy, consul, consul\npeople\tenvoy\n")},
		"lexicon/operators.tsv": {Data: []byte("class\tforms\nsay\tsay, tell\nsay\ttell\nask\ttell\n")},
	}
	faults, err := Lint(files, model, &own)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.Error())
	}
	for _, want := range []string{
		`rules/summon.yaml:5: rule summon/inflected: verbs has "hauled in", which is no dictionary form and will never be found: write haul in`,
		`rules/summon.yaml:5: rule summon/inflected: with has "ministry" twice: delete one`,
		`rules/summon.yaml:5: rule summon/inflected: "ministry" stands under with and under without: delete one`,
		`rules/summon.yaml:17: rule summon/wrong-side: “Chile beckoned the Peruvian ambassador.”: summon CHL→PER ambassador actual came out, with another actor than PER: mend`,
		`rules/summon.yaml:18: rule summon/wrong-side: “Chile beckoned the Peruvian ambassador on Monday.”: it must keep silent, and summon CHL→PER ambassador actual came out by summon/wrong-side: narrow`,
		`rules/summon.yaml:23: rule summon/needy: “Chile waved in the Peruvian students.”: no event came out; the rule was tried: no object of its classes: mend`,
		`no rule uses the shape "spare": delete it, or write a rule for it`,
		`lexicon/objects.tsv:3: "envoy" stands in the classes ambassador and diplomats, and no rule takes diplomats alone: delete it from one of them`,
		`lexicon/objects.tsv:3: "consul" stands twice in the class diplomats: delete one`,
		`lexicon/operators.tsv:3: "tell" stands in the class say at line 2 already: delete one`,
	} {
		found := false
		for _, g := range got {
			found = found || strings.Contains(g, want)
		}
		if !found {
			t.Errorf("not found: %s", want)
		}
	}
	if len(got) != 10 {
		t.Errorf("%d faults, want 10:\n%s", len(got), strings.Join(got, "\n"))
	}
}
