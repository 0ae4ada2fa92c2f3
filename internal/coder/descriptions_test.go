package coder

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestDescriptionsAreChecked(t *testing.T) {
	for rows, want := range map[string]string{
		"realm\tkingdom\tSAU\n":    `gazetteer/descriptions.tsv:2: sort "realm" is none of word, region, half, foe`,
		"half\tsino\tCHN, TWN\n":   `gazetteer/descriptions.tsv:2: the half "sino" has 2 codes: give it one`,
		"foe\tContras\tNIC, HND\n": `gazetteer/descriptions.tsv:2: the movement "Contras" fights 2 States: give it one`,
	} {
		_, err := loadDescriptions(fstest.MapFS{descriptionsFile: {Data: []byte("sort\tform\tcodes\n" + rows)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", rows, err, want)
		}
	}
}
