package who

import "demarche/internal/table"

// places are the kinds of places. A territory is a city with an ISO code of its own: it is
// no State, and so no table before has its code.
var places = map[string]Kind{"city": City, "site": City, "territory": City, "region": Region}

// cities takes the places that are no capitals. No table after it has names that
// are marked shared.
func (l *loader) cities(rows []table.Row) error {
	for _, r := range rows {
		s := Sense{Code: Code(r.Cells[1]), Kind: places[r.Cells[2]]}
		if s.Kind == 0 {
			return r.Errorf("unknown kind %q: write one of %s", r.Cells[2], keys(places))
		}
		if r.Cells[2] != "territory" {
			if err := l.known(r, s.Code); err != nil {
				return err
			}
		}
		var err error
		if s.Caution, err = caution(r, 3); err != nil {
			return err
		}
		if err := l.name(r, r.Cells[0], s); err != nil {
			return err
		}
	}
	return l.sharing()
}
