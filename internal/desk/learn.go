package desk

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"demarche"
	"demarche/internal/coder"
	"demarche/internal/remark"
	"demarche/internal/store"
)

// said is all that is taken from a report.
type said struct {
	told    []demarche.Telling
	remarks []demarche.Remark
	tenures []demarche.Tenure
}

// draft is what a report says as far as it tells itself, before the register is asked
// for the persons whose State it does not tell.
type draft struct {
	said
	bare    []string         // their names
	plain   []demarche.Event // what it was coded into
	reading *coder.Reading   // where there are such names; nil where it is to be read again
}

// draft reads and codes a report. Its tenures do not hang on what others say.
func (d *Desk) draft(c *coder.Coder, report *demarche.Report) draft {
	reading := c.Read(report)
	coding := Coding{report, c.CodeReading(&reading)}
	what := draft{said: said{coding.Tell(), d.remarks(c, &coding), d.tenures(&coding)}, bare: c.Bare(), plain: coding.Events}
	if len(what.bare) > 0 {
		what.reading = &reading
	}
	return what
}

// remarks gives what a report that a coder has just coded says of the dealings.
func (d *Desk) remarks(c *coder.Coder, coding *Coding) []demarche.Remark {
	return append(coding.Remarks(), c.Talks(coding.Events)...)
}

// tenures gives the persons that a report names with their offices; of a report
// without events nobody wants to know.
func (d *Desk) tenures(c *Coding) []demarche.Tenure {
	if len(c.Events) == 0 {
		return nil
	}
	return d.register.Find(c.Report)
}

func surname(t *demarche.Tenure) string { return remark.Surname(t.Name, t.State) }

// reviser codes reports anew, one at a time, when others have told who somebody is.
type reviser struct {
	desk  *Desk
	coder *coder.Coder // made when it is first needed
}

func (v *reviser) ready() *coder.Coder {
	if v.coder == nil {
		v.coder = coder.NewCoder(v.desk.model, v.desk.gate, v.desk.known())
	}
	return v.coder
}

// revise gives what a report says with what is known of its persons.
func (v *reviser) revise(what *draft, report *demarche.Report, known coder.Known) said {
	if len(known) == 0 {
		return what.said
	}
	c := v.ready()
	if what.reading == nil {
		reading := c.Read(report)
		what.reading = &reading
	}
	coding := Coding{report, c.CodeKnowing(what.reading, what.plain, known)}
	return said{coding.Tell(), v.desk.remarks(c, &coding), what.tenures}
}

// placeNames writes the bare names of a report and gives the States of those whom the
// reports before it place.
func placeNames(t *store.Tx, report *store.Report, names []string) (coder.Known, error) {
	known := coder.Known{}
	for _, name := range names {
		b := store.Bare{Surname: remark.Surname(name, ""), Known: report.Date, Report: report.ID, Version: report.Version, Name: name}
		told, err := t.Namings(b.Surname, b.Known.Plus(-remembered), b.Known)
		if err != nil {
			return nil, err
		}
		b.State = stateOf(&b, told)
		if err := t.PutBare(&b); err != nil {
			return nil, err
		}
		if b.State != "" {
			known[name] = b.State
		}
	}
	return known, nil
}

// remembered is how many days after a report has named somebody's office he is taken
// to speak for its State.
const remembered = 4 * 365

// stateOf gives the one State that the reports before a report give a person of its
// text, or none: of one day, those whose ids come first are before.
func stateOf(b *store.Bare, told []store.Naming) (found demarche.Code) {
	for i := range told {
		x := &told[i]
		switch {
		case cmp.Or(x.Known.Compare(b.Known), cmp.Compare(x.Report, b.Report)) >= 0, x.Known.Before(b.Known.Plus(-remembered)):
		case x.KnownTo <= b.Known.String(): // another version had taken its place
		case remark.IsFormer(x.Office), !remark.MayBe(b.Name, x.Name):
		case found != "" && found != x.State:
			return ""
		default:
			found = x.State
		}
	}
	return found
}

// news are the surnames of persons of whom something was told or is told no more, with
// the day since when.
type news map[string]demarche.Day

func (n news) of(surname string, since demarche.Day) {
	if day, ok := n[surname]; !ok || since.Before(day) {
		n[surname] = since
	}
}

// ofReport notes that a version of a report tells its tenures no more, or another way.
func (n news) ofReport(t *store.Tx, v *store.Report) error {
	names, err := t.SurnamesOf(v.ID, v.Version)
	for _, s := range names {
		n.of(s, v.Date)
	}
	return err
}

// lock keeps others from what is told of the persons, and of those of bare names.
func (n news) lock(t *store.Tx, bare []string) error {
	var locks []string
	for s := range n {
		locks = append(locks, "name "+s)
	}
	for _, name := range bare {
		locks = append(locks, "name "+remark.Surname(name, ""))
	}
	slices.Sort(locks)
	return t.Lock(slices.Compact(locks))
}

// spread codes anew the reports whose bare names are placed another way by news, and
// no others. What it does hangs only on which reports the record has, not on the order
// in which they came.
func (r *Record) spread(t *store.Tx, v *reviser, of news) (changes []Change, err error) {
	type version struct {
		id demarche.ReportID
		n  int
	}
	var anew []version
	for _, s := range slices.Sorted(maps.Keys(of)) {
		names, err := t.BareSince(s, of[s])
		if err != nil || len(names) == 0 {
			if err != nil {
				return nil, err
			}
			continue
		}
		told, err := t.Namings(s, of[s].Plus(-remembered), names[len(names)-1].Known)
		if err != nil {
			return nil, err
		}
		for i := range names {
			b := &names[i]
			state := stateOf(b, told)
			if state == b.State {
				continue
			}
			b.State = state
			if err := t.PutBare(b); err != nil {
				return nil, err
			}
			if x := (version{b.Report, b.Version}); !slices.Contains(anew, x) {
				anew = append(anew, x)
			}
		}
	}
	for _, x := range anew {
		if v.desk == nil {
			return nil, fmt.Errorf("report %s has to be coded anew, since another tells of its persons: add reports that do so, instead of loading them", x.id)
		}
		if err := t.Lock([]string{"report " + string(x.id)}); err != nil {
			return nil, err
		}
		versions, err := t.Versions(x.id)
		if err != nil {
			return nil, err
		}
		names, err := t.BareIn(x.id, x.n)
		if err != nil {
			return nil, err
		}
		known := coder.Known{}
		for _, b := range names {
			if b.State != "" {
				known[b.Name] = b.State
			}
		}
		for i := range versions {
			report := &versions[i]
			if report.Version != x.n {
				continue
			}
			what := v.desk.draft(v.ready(), &report.Report)
			some, err := r.replaceSaid(t, report, v.revise(&what, &report.Report, known), true)
			if err != nil {
				return nil, err
			}
			changes = append(changes, some...)
		}
	}
	return changes, nil
}
