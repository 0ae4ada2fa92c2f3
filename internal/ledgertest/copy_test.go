package ledgertest

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// copied are the tables of a record with what there are rows of, in either database.
var copied = map[string]string{
	"report":      "seq id version date known_to taken replaces digest outlet title text rest",
	"event":       "seq id report version place known known_to type status evidence answer corrected block win_from win_to trait component act body",
	"dyad_event":  "dyad seq hard",
	"act":         "id component day known type status body",
	"dyad_act":    "dyad day act",
	"entry":       "subject field other verb value at name reason nth",
	"remark":      "dyad known report version nth body",
	"tenure":      "surname state name office known report version words",
	"bare":        "surname known report version name state",
	"stone":       "report at name reason",
	"dyad":        "name acts events version",
	"dyad_change": "dyad version seqs",
	"due":         "day act",
	"total":       "name n",
}

// copyRecord copies a record of SQLite into an empty one of PostgreSQL, and leaves the
// words of all rows to be indexed.
func copyRecord(ctx context.Context, from *sql.DB, url string) error {
	to, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer to.Close(ctx)
	for table, list := range copied {
		columns := strings.Fields(list)
		rows, err := from.QueryContext(ctx, "SELECT "+strings.Join(columns, ", ")+" FROM "+table)
		if err != nil {
			return fmt.Errorf("reading %s: %w", table, err)
		}
		if _, err := to.Exec(ctx, "DELETE FROM "+table); err != nil {
			return err
		}
		_, err = to.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromFunc(func() ([]any, error) {
			if !rows.Next() {
				return nil, rows.Err()
			}
			row, at := make([]any, len(columns)), make([]any, len(columns))
			for i := range row {
				at[i] = &row[i]
			}
			return row, rows.Scan(at...)
		}))
		rows.Close()
		if err != nil {
			return fmt.Errorf("writing %s: %w", table, err)
		}
	}
	for _, query := range []string{
		"INSERT INTO unindexed SELECT 'report', seq FROM report", "INSERT INTO unindexed SELECT 'event', seq FROM event",
	} {
		if _, err := to.Exec(ctx, query); err != nil {
			return err
		}
	}
	return nil
}
