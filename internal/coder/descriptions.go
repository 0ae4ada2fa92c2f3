package coder

import (
	"io/fs"

	"demarche"
	"demarche/internal/table"
)

const descriptionsFile = "gazetteer/descriptions.tsv"

// descriptions says whom common nouns may stand for.
type descriptions struct {
	words   map[string][]demarche.Code // "the kingdom", "the alliance"
	regions map[string][]demarche.Code // "the West African nation"
	halves  map[string]demarche.Code   // "Sino-Indian"
	foes    map[string]demarche.Code   // of movements and their leaders, whose government they fight
}

// loadDescriptions reads the table. It refuses unknown sorts and a half of two nations.
func loadDescriptions(files fs.FS) (*descriptions, error) {
	rows, err := table.Read(files, descriptionsFile, "sort", "form", "codes")
	if err != nil {
		return nil, err
	}
	d := &descriptions{map[string][]demarche.Code{}, map[string][]demarche.Code{}, map[string]demarche.Code{}, map[string]demarche.Code{}}
	for _, r := range rows {
		codes := codesOf(r.Cells[2])
		switch r.Cells[0] {
		case "word":
			d.words[r.Cells[1]] = codes
		case "region":
			d.regions[r.Cells[1]] = codes
		case "half":
			if len(codes) != 1 {
				return nil, r.Errorf("the half %q has %d codes: give it one", r.Cells[1], len(codes))
			}
			d.halves[r.Cells[1]] = codes[0]
		case "foe":
			forms, err := r.Forms(1)
			if err != nil {
				return nil, err
			}
			if len(codes) != 1 {
				return nil, r.Errorf("the movement %q fights %d States: give it one", r.Cells[1], len(codes))
			}
			for _, form := range forms {
				d.foes[form] = codes[0]
			}
		default:
			return nil, r.Errorf("sort %q is none of word, region, half, foe", r.Cells[0])
		}
	}
	return d, nil
}
