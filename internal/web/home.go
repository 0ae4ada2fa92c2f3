package web

import (
	"cmp"
	"net/http"
	"slices"

	"demarche"
	"demarche/internal/desk"
)

// homePage is what is new, what is ahead, and who acts against whom.
type homePage struct {
	desk.Overview
	Pairs   []pair
	More    int // pairs that are not listed
	Parties []demarche.Code
	Matrix  []matrixRow
}

type pair struct {
	A, B demarche.Code
	desk.Pair
}

type matrixRow struct {
	Code  demarche.Code
	Cells []cell
}

// cell is how often one party acts against another, with the step of its shade.
type cell struct {
	With  demarche.Code
	N     int
	Shade int
	Self  bool
}

const (
	mostNew     = 8
	mostPairs   = 24
	mostParties = 10
)

func (s *site) home(w http.ResponseWriter, r *http.Request) error {
	seen, err := s.Record.On(s.Today()).Overview(r.Context(), mostNew)
	if err != nil {
		return err
	}
	p := homePage{Overview: seen, More: max(0, len(seen.Dyads)-mostPairs)}
	for _, d := range seen.Dyads[:min(mostPairs, len(seen.Dyads))] {
		m := dyadPath.FindStringSubmatch(d.Name)
		p.Pairs = append(p.Pairs, pair{demarche.Code(m[1]), demarche.Code(m[2]), d})
	}
	p.Parties, p.Matrix = matrix(seen.Pairs)
	return s.show(w, r, http.StatusOK, "home", "Demarche", p)
}

// matrix is the table of the busiest parties: a row acts, a column is acted on.
func matrix(pairs map[[2]demarche.Code]int) (parties []demarche.Code, rows []matrixRow) {
	sum := map[demarche.Code]int{}
	most := 1
	for p, n := range pairs {
		sum[p[0]] += n
		sum[p[1]] += n
		most = max(most, n)
	}
	for c := range sum {
		parties = append(parties, c)
	}
	slices.SortFunc(parties, func(a, b demarche.Code) int { return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(a, b)) })
	parties = parties[:min(mostParties, len(parties))]
	for _, a := range parties {
		row := matrixRow{Code: a}
		for _, b := range parties {
			c := cell{With: b, N: pairs[[2]demarche.Code{a, b}], Self: a == b}
			if c.N > 0 {
				const steps = 4
				c.Shade = 1 + c.N*(steps-1)/most
			}
			row.Cells = append(row.Cells, c)
		}
		rows = append(rows, row)
	}
	return parties, rows
}
