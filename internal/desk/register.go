package desk

import (
	"context"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/ledger"
	"demarche/internal/store"
)

// Held is an office that a person held, as far as reports tell: from the first that
// names the person with it until one names another.
type Held struct {
	Name, Office string
	State        demarche.Code
	From         demarche.Day // the first report that says so
	Until        demarche.Day // zero while no report names another office
	Reports      []demarche.ReportID
}

// Register gives the persons of a surname, or all, with their offices, as known by a
// day.
func (r *Record) Register(ctx context.Context, surname string, v View) (all []Held, err error) {
	var tenures []demarche.Tenure
	err = r.store.Read(ctx, func(t *store.Tx) (err error) {
		tenures, err = t.Tenures(surname, v.KnownBy)
		return err
	})
	if err != nil {
		return nil, err
	}
	for len(tenures) > 0 {
		n := 1
		for n < len(tenures) && tenures[n].Name == tenures[0].Name && tenures[n].State == tenures[0].State {
			n++
		}
		all = append(all, held(tenures[:n])...)
		tenures = tenures[n:]
	}
	if !v.AsOf.IsZero() {
		all = slices.DeleteFunc(all, func(h Held) bool {
			return v.AsOf.Before(h.From) || !h.Until.IsZero() && !v.AsOf.Before(h.Until)
		})
	}
	return all, nil
}

// held makes periods of the tenures of one person, which are ordered by day: each
// report asserts the office from its day on.
func held(tenures []demarche.Tenure) (all []Held) {
	var log []ledger.Entry[string]
	for _, t := range tenures {
		from := day(t.Known)
		log = append(log, ledger.Entry[string]{Verb: ledger.Assert, Valid: ledger.Span{From: from, To: ledger.Never}, Value: t.Office, At: from, By: string(t.Report)})
	}
	first := demarche.Day{Year: 2000, Month: 1, Date: 1}
	for _, row := range ledger.Rows(log) {
		if row.Known.To != ledger.Never {
			continue // what later reports have put otherwise
		}
		h := Held{Name: tenures[0].Name, State: tenures[0].State, Office: row.Value, From: first.Plus(int(row.Valid.From))}
		if row.Valid.To != ledger.Never {
			h.Until = first.Plus(int(row.Valid.To))
		}
		if n := len(all); n > 0 && strings.EqualFold(all[n-1].Office, h.Office) {
			all[n-1].Until = h.Until
			continue
		}
		all = append(all, h)
	}
	for i := range all {
		h := &all[i]
		for _, t := range tenures {
			if strings.EqualFold(t.Office, h.Office) && !t.Known.Before(h.From) && (h.Until.IsZero() || t.Known.Before(h.Until)) && !slices.Contains(h.Reports, t.Report) {
				h.Reports = append(h.Reports, t.Report)
			}
		}
	}
	return all
}

// resolve gives tellings whose speaker is a bare surname the name in full, where the
// register knows one person of that name and State only. It is noted as inferred.
func resolve(acts []demarche.Act, find func(surname string) ([]demarche.Tenure, error)) error {
	full := map[string]string{}
	for i := range acts {
		own := false // others may have the tellings too
		for j := range acts[i].Tellings {
			told := &acts[i].Tellings[j]
			if told.Speaker == "" || told.SpeakerState == "" || strings.ContainsRune(told.Speaker, ' ') || told.Speaker == strings.ToLower(told.Speaker) {
				continue
			}
			key := told.Speaker + " " + string(told.SpeakerState)
			name, known := full[key]
			if !known {
				tenures, err := find(told.Speaker)
				if err != nil {
					return err
				}
				for _, x := range tenures {
					switch {
					case x.State != told.SpeakerState || x.Name == name:
					case name == "":
						name = x.Name
					default:
						name = "-" // several
					}
				}
				full[key] = name
			}
			if name != "" && name != "-" {
				if !own {
					acts[i].Tellings, own = slices.Clone(acts[i].Tellings), true
				}
				told = &acts[i].Tellings[j]
				told.Speaker = name
				told.Inferred = append(slices.Clone(told.Inferred), "speaker")
			}
		}
	}
	return nil
}
