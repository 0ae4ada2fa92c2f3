package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"time"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/store"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver of PostgreSQL
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	_ "modernc.org/sqlite" // the driver of SQLite
)

// recordHelp is what the help of a verb says of the record.
const recordHelp = `The record is kept in the file demarche.db, or where --db or DEMARCHE_DB says: the
path of another file, or the address of a PostgreSQL database that several share,
as postgres://user@host/name.`

// recordFlag is where the record is.
type recordFlag struct {
	at string
	db *sql.DB
}

func (f *recordFlag) addTo(flags *pflag.FlagSet) {
	f.at = os.Getenv("DEMARCHE_DB")
	if f.at == "" {
		f.at = "demarche.db"
	}
	flags.StringVar(&f.at, "db", f.at, "the record: a `FILE`, or the address postgres://... of a database")
}

// sqliteOptions make a file safe against a crash at any moment, let others read it
// meanwhile, and leave nothing in it of the words that were deleted.
const sqliteOptions = "_pragma=journal_mode(wal)&_pragma=busy_timeout(10000)&_pragma=synchronous(normal)&_pragma=secure_delete(on)&_pragma=cache_size(-65536)&_pragma=wal_autocheckpoint(8000)&_txlock=immediate"

// today is the day noted beside what is written.
func today() demarche.Day {
	now := time.Now()
	return demarche.Day{Year: now.Year(), Month: now.Month(), Date: now.Day()}
}

// opened hands a desk and the record to what works on both.
func opened(cmd *cobra.Command, rules *rulesFlag, record *recordFlag, do func(*desk.Desk, *desk.Record) error) error {
	d, err := rules.open()
	if err != nil {
		return err
	}
	r, err := record.open(cmd.Context(), false)
	if err != nil {
		return err
	}
	defer record.close(r)
	return do(d, r)
}

// trouble tells of an error of the record at what was done to it. What was written before
// is kept, whatever it is.
func (f *recordFlag) trouble(doing string, err error) error {
	if store.IsFull(err) {
		return fmt.Errorf("%s the record %s: the disk is full; make room and run it again: what was added before is kept", doing, hidden(f.at))
	}
	return fmt.Errorf("%s the record %s: %w", doing, hidden(f.at), err)
}

// open opens the record; a new one is made only where it is to be written.
func (f *recordFlag) open(ctx context.Context, make bool) (*desk.Record, error) {
	driver, source, dialect := "sqlite", "", store.SQLite
	if strings.HasPrefix(f.at, "postgres://") || strings.HasPrefix(f.at, "postgresql://") {
		driver, source, dialect = "pgx", f.at, store.PostgreSQL
	} else {
		if _, err := os.Stat(f.at); errors.Is(err, fs.ErrNotExist) && !make {
			return nil, failed(fmt.Errorf("there is no record at %s: make one with demarche add, or name another with --db", f.at))
		}
		escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(f.at)
		source = "file:" + escaped + "?" + sqliteOptions
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		return nil, failed(fmt.Errorf("opening the record %s: %w", hidden(f.at), err))
	}
	f.db = db
	r, err := desk.OpenRecord(ctx, db, dialect, today())
	if err != nil {
		db.Close()
		if store.IsFull(err) {
			return nil, failed(f.trouble("opening", err))
		}
		return nil, failed(fmt.Errorf("opening the record %s: %w; check that it is one, and that it can be written", hidden(f.at), err))
	}
	return r, nil
}

// close ends the work with the record.
func (f *recordFlag) close(r *desk.Record) {
	r.Close()
	f.db.Close()
}

// password is the part of an address that nobody should read in a message.
var password = regexp.MustCompile(`:[^:/@]*@`)

func hidden(address string) string {
	if strings.Contains(address, "://") {
		return password.ReplaceAllString(address, ":***@")
	}
	return address
}

// viewFlags are the two questions in time.
type viewFlags struct{ asOf, knownBy dayFlag }

func (v *viewFlags) addTo(flags *pflag.FlagSet) {
	flags.Var(&v.asOf, "as-of", "the world on that `DAY`")
	flags.Var(&v.knownBy, "known-by", "only what was known by that `DAY`")
}

func (v *viewFlags) view() desk.View {
	return desk.View{AsOf: demarche.Day(v.asOf), KnownBy: demarche.Day(v.knownBy)}
}

// actorCode is what an actor is called on a command line.
var actorCode = regexp.MustCompile(`^[A-Za-z]{3}$`)

// twoParties refuses a command line that does not name two parties.
func twoParties(_ *cobra.Command, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("name two parties by their codes, such as RUS USA; %d were given", len(args))
	}
	if strings.EqualFold(args[0], args[1]) {
		return fmt.Errorf("%s has no dealings with itself: name two", strings.ToUpper(args[0]))
	}
	return nil
}

// knownParties reads the codes of two parties that a desk, or the record where there is
// one, knows.
func knownParties(ctx context.Context, r *desk.Record, names map[demarche.Code]string, args []string) (two [2]demarche.Code, err error) {
	for i, a := range args[:2] {
		if r == nil {
			two[i], err = desk.Party(names, a)
		} else {
			two[i], err = r.Party(ctx, names, a)
		}
		switch {
		case desk.IsMissing(err):
			return two, &exit{exitUsage, err}
		case err != nil:
			return two, failed(err)
		}
	}
	return two, nil
}

// dyadOf is the pair of parties that a verb is asked for, or "" for all.
func dyadOf(ctx context.Context, r *desk.Record, names map[demarche.Code]string, args []string) (string, error) {
	if len(args) == 0 {
		return "", nil
	}
	two, err := knownParties(ctx, r, names, args)
	return desk.Dyad(two[0], two[1]), err
}

// printed writes all output and closes it.
func printed(out []byte) error {
	if _, err := os.Stdout.Write(out); err != nil {
		return unwritten(err)
	}
	return closeOutput()
}
