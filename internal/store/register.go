package store

import (
	"database/sql"

	"demarche"
)

// PutTenure writes that a report names a person with an office, under a surname.
func (t *Tx) PutTenure(x *demarche.Tenure, surname string, version int) error {
	_, err := t.exec(`INSERT INTO tenure (surname, state, name, office, known, report, version, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
		surname, string(x.State), x.Name, x.Office, x.Known.String(), string(x.Report), version, x.Words)
	return err
}

// DropTenures takes the tenures of a report out, before it is coded anew.
func (t *Tx) DropTenures(id demarche.ReportID, version int) error {
	_, err := t.exec(`DELETE FROM tenure WHERE report = $1 AND version = $2`, string(id), version)
	return err
}

// Tenures gives the tenures of persons of a surname, or of all where it is empty, that
// were known by a day.
func (t *Tx) Tenures(surname string, knownBy demarche.Day) (all []demarche.Tenure, err error) {
	where := `x.surname >= $1`
	if surname != "" {
		where = `x.surname = $1`
	}
	err = t.each(func(rows *sql.Rows) error {
		x, err := scanTenure(rows)
		all = append(all, x)
		return err
	}, `SELECT x.name, x.state, x.office, x.known, x.report, x.words FROM tenure x JOIN report r ON r.id = x.report AND r.version = x.version
WHERE `+where+` AND r.date <= $2 AND r.known_to > $2 ORDER BY x.surname, x.state, x.name, x.known, x.office, x.report`, surname, Last(knownBy))
	return all, err
}

func scanTenure(rows *sql.Rows, more ...any) (x demarche.Tenure, err error) {
	var known string
	if err := rows.Scan(append([]any{&x.Name, &x.State, &x.Office, &known, &x.Report, &x.Words}, more...)...); err != nil {
		return x, err
	}
	x.Known, err = knownDay(known)
	return x, err
}

// Naming is a tenure as a report tells it until another version takes the report's place.
type Naming struct {
	demarche.Tenure
	KnownTo string
}

// Namings gives all that was ever told of persons of a surname within some days.
func (t *Tx) Namings(surname string, from, to demarche.Day) (all []Naming, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var known string
		x, err := scanTenure(rows, &known)
		all = append(all, Naming{x, known})
		return err
	}, `SELECT x.name, x.state, x.office, x.known, x.report, x.words, r.known_to FROM tenure x JOIN report r ON r.id = x.report AND r.version = x.version
WHERE x.surname = $1 AND x.known >= $2 AND x.known <= $3`, surname, from.String(), to.String())
	return all, err
}

// SurnamesOf gives the surnames of the persons whom a version of a report names with an
// office.
func (t *Tx) SurnamesOf(id demarche.ReportID, version int) (all []string, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		all = append(all, s)
		return err
	}, `SELECT DISTINCT surname FROM tenure WHERE report = $1 AND version = $2 ORDER BY surname`, string(id), version)
	return all, err
}

// Bare is a person's name in a report that does not tell his State.
type Bare struct {
	Surname string
	Known   demarche.Day
	Report  demarche.ReportID
	Version int
	Name    string        // as the report has it
	State   demarche.Code // by the reports before it; empty where these do not tell either
}

// PutBare writes a bare name, or by which State it is known now.
func (t *Tx) PutBare(b *Bare) error {
	_, err := t.exec(`INSERT INTO bare (surname, known, report, version, name, state) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (surname, known, report, version, name) DO UPDATE SET state = excluded.state`,
		b.Surname, b.Known.String(), string(b.Report), b.Version, b.Name, string(b.State))
	return err
}

// DropBare takes the bare names of a report out, before it is coded anew.
func (t *Tx) DropBare(id demarche.ReportID, version int) error {
	_, err := t.exec(`DELETE FROM bare WHERE report = $1 AND version = $2`, string(id), version)
	return err
}

func (t *Tx) bare(query string, args ...any) (all []Bare, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var b Bare
		var known string
		err := rows.Scan(&b.Surname, &known, &b.Report, &b.Version, &b.Name, &b.State)
		if err == nil {
			b.Known, err = knownDay(known)
		}
		all = append(all, b)
		return err
	}, `SELECT surname, known, report, version, name, state FROM bare WHERE `+query+` ORDER BY known, report, version, name`, args...)
	return all, err
}

// BareSince gives the bare names of a surname since a day.
func (t *Tx) BareSince(surname string, since demarche.Day) ([]Bare, error) {
	return t.bare(`surname = $1 AND known >= $2`, surname, since.String())
}

// BareIn gives the bare names of a version of a report.
func (t *Tx) BareIn(id demarche.ReportID, version int) ([]Bare, error) {
	return t.bare(`report = $1 AND version = $2`, string(id), version)
}
