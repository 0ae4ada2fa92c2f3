package store

import (
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/pressly/goose/v3/database"
)

//go:embed migrations
var migrations embed.FS

// Dialect is what differs between the databases.
type Dialect interface {
	goose() database.Dialect
	migrations() (fs.FS, error)
	isolation(readOnly bool) sql.IsolationLevel
	// lock is the query that keeps other writers from what $1 names; empty where
	// there is only one writer at a time.
	lock() string
	// The queries that take the words of rows into the index, up to $1 of them, and
	// that find rows.
	indexReports() string
	indexEvents() string
	findReports() string // $1 words, $2 from day, $3 known by, $4 before seq, $5 limit
	findEvents() string
	words(query string) string // a person's words in the database's form
	// What takes the words of an event $1 out of the index before they become $2; empty
	// where new words take the place of the old.
	outdate() string
	// What takes the words of a report $1 out of the index; what makes this connection
	// leave no trace of what it deletes; and what is done after a change so that none is
	// left elsewhere. Empty where there is no need.
	unindex() []string
	noTrace() string
	scrub() string
}

// SQLite is the dialect of a record in one file.
var SQLite Dialect = sqlite{}

// PostgreSQL is the dialect of a record that several share.
var PostgreSQL Dialect = postgres{}

type sqlite struct{}

func (sqlite) goose() database.Dialect           { return database.DialectSQLite3 }
func (sqlite) migrations() (fs.FS, error)        { return fs.Sub(migrations, "migrations/sqlite") }
func (sqlite) isolation(bool) sql.IsolationLevel { return sql.LevelDefault }
func (sqlite) lock() string                      { return "" }
func (sqlite) indexReports() string {
	return `INSERT INTO report_text (rowid, title, text) SELECT r.seq, r.title, r.text FROM report r WHERE r.seq IN (SELECT seq FROM unindexed WHERE kind = 'report' ORDER BY seq LIMIT $1) ORDER BY r.seq`
}
func (sqlite) indexEvents() string {
	return `INSERT INTO event_text (rowid, evidence) SELECT e.seq, e.evidence FROM event e WHERE e.seq IN (SELECT seq FROM unindexed WHERE kind = 'event' ORDER BY seq LIMIT $1) ORDER BY e.seq`
}
func (sqlite) findReports() string {
	return `SELECT r.seq, r.id, r.version, r.date, r.outlet, r.title, snippet(report_text, 1, '«', '»', '…', 24)
FROM report_text JOIN report r ON r.seq = report_text.rowid
WHERE report_text MATCH $1 AND report_text.rowid >= $2 AND report_text.rowid < $4 AND r.date <= $3 AND r.known_to > $3
ORDER BY report_text.rowid DESC LIMIT $5`
}
func (sqlite) findEvents() string {
	return `SELECT ` + eventColumns + ` FROM event_text JOIN event e ON e.seq = event_text.rowid
WHERE event_text MATCH $1 AND event_text.rowid >= $2 AND event_text.rowid < $4 AND e.known <= $3 AND e.known_to > $3
ORDER BY event_text.rowid DESC LIMIT $5`
}

func (sqlite) outdate() string {
	return `INSERT INTO event_text (event_text, rowid, evidence) SELECT 'delete', e.seq, e.evidence FROM event e
WHERE e.id = $1 AND e.evidence <> $2 AND NOT EXISTS (SELECT 1 FROM unindexed u WHERE u.kind = 'event' AND u.seq = e.seq)`
}
func (sqlite) unindex() []string {
	return []string{
		`INSERT INTO report_text (report_text, rank) SELECT 'secure-delete', 1 WHERE $1 <> ''`,
		`INSERT INTO event_text (event_text, rank) SELECT 'secure-delete', 1 WHERE $1 <> ''`,
		`INSERT INTO report_text (report_text, rowid, title, text) SELECT 'delete', r.seq, r.title, r.text FROM report r WHERE r.id = $1 AND r.seq NOT IN (SELECT seq FROM unindexed WHERE kind = 'report')`,
		`INSERT INTO event_text (event_text, rowid, evidence) SELECT 'delete', e.seq, e.evidence FROM event e WHERE e.report = $1 AND e.seq NOT IN (SELECT seq FROM unindexed WHERE kind = 'event')`,
	}
}
func (sqlite) noTrace() string { return `PRAGMA secure_delete = ON` }
func (sqlite) scrub() string   { return `PRAGMA wal_checkpoint(TRUNCATE)` }

// words quotes each word, so that no sign of the index's own language is read in
// it; what stands in quotation marks stays together, and a minus excludes.
func (sqlite) words(query string) string {
	var wanted, unwanted []string
	for i, part := range strings.Split(query, `"`) {
		if i%2 == 1 {
			if p := strings.TrimSpace(part); p != "" {
				wanted = append(wanted, quoted(p))
			}
			continue
		}
		for _, w := range strings.Fields(part) {
			if rest, ok := strings.CutPrefix(w, "-"); ok && rest != "" {
				unwanted = append(unwanted, quoted(rest))
			} else {
				wanted = append(wanted, quoted(w))
			}
		}
	}
	if len(wanted) == 0 {
		return `""`
	}
	q := strings.Join(wanted, " AND ")
	for _, w := range unwanted {
		q = "(" + q + ") NOT " + w
	}
	return q
}

// quoted is a phrase of the index's language. A NUL would end the query.
func quoted(s string) string {
	return `"` + strings.ReplaceAll(strings.ReplaceAll(s, "\x00", " "), `"`, `""`) + `"`
}

type postgres struct{}

func (postgres) goose() database.Dialect    { return database.DialectPostgres }
func (postgres) migrations() (fs.FS, error) { return fs.Sub(migrations, "migrations/postgres") }
func (postgres) isolation(readOnly bool) sql.IsolationLevel {
	if readOnly {
		return sql.LevelRepeatableRead
	}
	return sql.LevelReadCommitted
}
func (postgres) lock() string {
	return `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`
}
func (postgres) indexReports() string {
	return `INSERT INTO report_text (seq, words) SELECT r.seq, to_tsvector('english', r.title || ' ' || r.text) FROM report r WHERE r.seq IN (SELECT seq FROM unindexed WHERE kind = 'report' ORDER BY seq LIMIT $1) ON CONFLICT DO NOTHING`
}
func (postgres) indexEvents() string {
	return `INSERT INTO event_text (seq, words) SELECT e.seq, to_tsvector('english', e.evidence) FROM event e WHERE e.seq IN (SELECT seq FROM unindexed WHERE kind = 'event' ORDER BY seq LIMIT $1) ON CONFLICT (seq) DO UPDATE SET words = excluded.words`
}
func (postgres) findReports() string {
	return foundFirst("report", 5000) + `SELECT r.seq, r.id, r.version, r.date, r.outlet, r.title,
  ts_headline('english', r.text, websearch_to_tsquery('english', $1), 'StartSel=«, StopSel=», MaxWords=24, MinWords=8')
FROM found f JOIN report r ON r.seq = f.seq ORDER BY r.seq DESC`
}
func (postgres) findEvents() string {
	return foundFirst("event", 20000) + `SELECT ` + eventColumns + ` FROM found f JOIN event e ON e.seq = f.seq ORDER BY e.seq DESC`
}

// foundFirst has the newest rows of a kind with the words. The index of words gives
// all rows that have them, for a common word half of the record, and in no order; so
// it is asked only where so many of the newest rows have too few.
func foundFirst(kind string, newest int) string {
	known := map[string]string{"report": "x.date", "event": "x.known"}[kind]
	return fmt.Sprintf(`WITH newest AS MATERIALIZED (
  SELECT seq, words FROM %[1]s_text WHERE seq >= $2 AND seq < $4 ORDER BY seq DESC LIMIT %[2]d
), near AS MATERIALIZED (
  SELECT n.seq FROM newest n JOIN %[1]s x ON x.seq = n.seq
  WHERE n.words @@ websearch_to_tsquery('english', $1) AND %[3]s <= $3 AND x.known_to > $3 ORDER BY n.seq DESC LIMIT $5
), far AS (
  SELECT t.seq FROM %[1]s_text t JOIN %[1]s x ON x.seq = t.seq
  WHERE (SELECT COUNT(*) FROM near) < $5 AND t.words @@ websearch_to_tsquery('english', $1) AND t.seq >= $2 AND t.seq < $4 AND %[3]s <= $3 AND x.known_to > $3
  ORDER BY t.seq + 0 DESC LIMIT $5
), found AS (
  SELECT seq FROM (SELECT seq FROM near UNION SELECT seq FROM far) u ORDER BY seq DESC LIMIT $5
) `, kind, newest, known)
}
func (postgres) outdate() string { return "" }
func (postgres) unindex() []string {
	return []string{
		`DELETE FROM report_text WHERE seq IN (SELECT seq FROM report WHERE id = $1)`,
		`DELETE FROM event_text WHERE seq IN (SELECT seq FROM event WHERE report = $1)`,
	}
}
func (postgres) noTrace() string { return "" }
func (postgres) scrub() string {
	return `VACUUM report, event, event_past, act, entry, remark, tenure, bare, filed, report_text, event_text`
}
func (postgres) words(query string) string { return strings.ReplaceAll(query, "\x00", " ") }
