package desk

import (
	"slices"
	"sync"

	"demarche"
	"demarche/data"
	"demarche/internal/remark"
	"demarche/internal/who"
)

// offices are those that the program was built with.
var offices = sync.OnceValues(func() (*who.Offices, error) { return who.LoadOffices(data.Files) })

// levels adds to remarks the level of persons who meet without their offices being told,
// by the offices that earlier reports have named them with.
func levels(remarks []demarche.Remark, find func(surname string) ([]demarche.Tenure, error)) ([]demarche.Remark, error) {
	known := map[string][]demarche.Tenure{}
	for i := range remarks {
		m := remarks[i]
		if m.Kind != demarche.Present {
			continue
		}
		for _, name := range m.Names {
			s := remark.Surname(name, "")
			tenures, ok := known[s]
			if !ok {
				var err error
				if tenures, err = find(s); err != nil {
					return nil, err
				}
				slices.SortStableFunc(tenures, func(a, b demarche.Tenure) int { return a.Known.Compare(b.Known) })
				known[s] = tenures
			}
			var last *demarche.Tenure
			for j := range tenures {
				t := &tenures[j]
				if !m.Known.Before(t.Known) && m.Known.Before(t.Known.Plus(remembered)) && remark.MayBe(name, t.Name) && !remark.IsFormer(t.Office) {
					last = t
				}
			}
			if last == nil {
				continue
			}
			all, err := offices()
			if err != nil {
				return nil, err
			}
			if l, ok := all.LevelOf(last.Office); ok {
				remarks = append(remarks, demarche.Remark{
					Report: last.Report, Known: last.Known, Kind: demarche.Level, Names: []string{string(l)}, Of: m.Of, In: m.Report, Words: last.Words,
				})
			}
		}
	}
	return remarks, nil
}
