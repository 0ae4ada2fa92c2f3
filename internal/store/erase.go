package store

import (
	"context"
	"database/sql"
	"fmt"

	"demarche"
)

// Stone says that a report was erased: nothing else is left of it.
type Stone struct {
	Report demarche.ReportID
	At     demarche.Day
	Name   string
	Reason string
}

// Stone gives the stone of a report that was erased.
func (t *Tx) Stone(id demarche.ReportID) (s Stone, ok bool, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var at string
		ok = true
		err := rows.Scan(&s.Report, &at, &s.Name, &s.Reason)
		if err == nil {
			s.At, err = knownDay(at)
		}
		return err
	}, `SELECT report, at, name, reason FROM stone WHERE report = $1`, string(id))
	return s, ok, err
}

// Erase takes all versions of a report out with everything that was made of them but
// acts, and leaves a stone.
func (t *Tx) Erase(s Stone) error {
	if q := t.s.dialect.noTrace(); q != "" {
		if _, err := t.tx.ExecContext(t.ctx, q); err != nil {
			return err
		}
	}
	// Nobody may take words into the index meanwhile that are no more.
	if err := t.Lock([]string{"index"}); err != nil {
		return err
	}
	for _, query := range t.s.dialect.unindex() {
		if _, err := t.exec(query, string(s.Report)); err != nil {
			return err
		}
	}
	const events = `(SELECT id FROM event WHERE report = $1)`
	told, err := t.number(`SELECT COUNT(*) FROM event WHERE report = $1 AND known_to <> ''`, string(s.Report))
	if err != nil {
		return err
	}
	t.change.count("event", -told)
	if err := t.leave(`DELETE FROM dyad_event WHERE seq IN (SELECT seq FROM event WHERE report = $1) RETURNING dyad, seq`, string(s.Report)); err != nil {
		return err
	}
	// Events of other reports lose the ties that analysts made to these.
	if err := t.changed(`SELECT seq FROM event WHERE report <> $1 AND id IN (SELECT other FROM entry WHERE subject IN `+events+` UNION ALL SELECT subject FROM entry WHERE other <> '' AND other IN `+events+`)`, string(s.Report)); err != nil {
		return err
	}
	for _, query := range []string{
		`DELETE FROM unindexed WHERE kind = 'report' AND seq IN (SELECT seq FROM report WHERE id = $1)`,
		`DELETE FROM unindexed WHERE kind = 'event' AND seq IN (SELECT seq FROM event WHERE report = $1)`,
		`DELETE FROM entry WHERE subject IN ` + events + ` OR other IN ` + events,
		`DELETE FROM event_past WHERE id IN ` + events,
		`DELETE FROM event WHERE report = $1`,
		`DELETE FROM remark WHERE report = $1`,
		`DELETE FROM tenure WHERE report = $1`,
		`DELETE FROM bare WHERE report = $1`,
	} {
		if _, err := t.exec(query, string(s.Report)); err != nil {
			return err
		}
	}
	versions, err := t.exec(`DELETE FROM report WHERE id = $1`, string(s.Report))
	if err != nil {
		return err
	}
	t.change.count("report", -versions)
	_, err = t.exec(`INSERT INTO stone (report, at, name, reason) VALUES ($1, $2, $3, $4)`, string(s.Report), s.At.String(), s.Name, s.Reason)
	return err
}

// Scrub frees the space of what was erased, in all the files of the database.
func (s *Store) Scrub(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, s.dialect.scrub()); err != nil {
		return fmt.Errorf("freeing the space of what was erased: %w", err)
	}
	return nil
}
