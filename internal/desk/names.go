package desk

import (
	"io/fs"

	"demarche"
	"demarche/internal/table"
)

// loadNames reads what States and organisations are called: the first name of each
// in its table.
func loadNames(files fs.FS) (map[demarche.Code]string, error) {
	names := map[demarche.Code]string{demarche.Other: "others"}
	for _, file := range []string{"gazetteer/states.tsv", "gazetteer/organisations.tsv"} {
		rows, err := table.Read(files, file, "code", "kind", "name", "from", "to", "caution")
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			code := demarche.Code(r.Cells[0])
			if _, ok := names[code]; !ok && r.Cells[1] == "name" {
				names[code] = r.Cells[2]
			}
		}
	}
	return names, nil
}

// Names are the usual names of States and organisations.
func (d *Desk) Names() map[demarche.Code]string { return d.names }
