// Package store keeps the record in a database: SQLite, or PostgreSQL where several
// share one. It has one set of queries for both; what differs between them stands
// behind [Dialect]. It keeps and finds rows, and knows nothing of what they mean.
//
// The package opens no database itself: its caller hands one in.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"demarche"
	"github.com/pressly/goose/v3"
)

// Open is the end of known time of what the record still says.
const Open = "9999-12-31"

// Store is a record in a database. Any number of goroutines may use one.
type Store struct {
	db      *sql.DB
	dialect Dialect
	mu      sync.Mutex
	stmts   map[string]*sql.Stmt
	index   sync.Mutex // held while words are taken into the index

	unfiled     []unfiled // what was read, to be filed
	unfiledSize int       // in bytes
}

// New gives the record in db, which it brings to the latest form of its tables.
func New(ctx context.Context, db *sql.DB, dialect Dialect) (*Store, error) {
	s := &Store{db: db, dialect: dialect, stmts: map[string]*sql.Stmt{}}
	files, err := dialect.migrations()
	if err != nil {
		return nil, err
	}
	// Two programs may open a new record at once: the second tries again.
	for try := 0; ; try++ {
		p, err := goose.NewProvider(dialect.goose(), db, files, goose.WithVerbose(false))
		if err == nil {
			_, err = p.Up(ctx)
		}
		if err == nil {
			return s, nil
		}
		if try == 5 || ctx.Err() != nil || IsFull(err) {
			return nil, fmt.Errorf("preparing the record: %w", err)
		}
		select {
		case <-time.After(time.Duration(try+1) * 100 * time.Millisecond):
		case <-ctx.Done():
		}
	}
}

// Close closes the prepared statements, but not the database.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, st := range s.stmts {
		errs = append(errs, st.Close())
	}
	s.stmts = map[string]*sql.Stmt{}
	return errors.Join(errs...)
}

// prepared gives the statement of a query, prepared once.
func (s *Store) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if st, ok := s.stmts[query]; ok {
		return st, nil
	}
	st, err := s.db.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("preparing %q: %w", query, err)
	}
	s.stmts[query] = st
	return st, nil
}

// Stamp is other after every change of the record, by whatever program.
func (s *Store) Stamp(ctx context.Context) (stamp string, err error) {
	st, err := s.prepared(ctx, `SELECT COALESCE(SUM(n), 0) FROM total WHERE name = 'change'`)
	if err != nil {
		return "", err
	}
	err = st.QueryRowContext(ctx).Scan(&stamp)
	return stamp, err
}

// Tx is a view of the record that nobody else changes meanwhile, or a change of it.
type Tx struct {
	s      *Store
	ctx    context.Context
	tx     *sql.Tx
	change change
	wrote  bool
	quiet  bool // it changes nothing of what the record says

	unfiled []unfiled // what it has read that is to be filed
}

// tries is how often a change is tried again after it ran into another.
const tries = 12

// Write changes the record, as a whole or not at all. It may call do again where
// another change came between.
func (s *Store) Write(ctx context.Context, do func(*Tx) error) error {
	for try := 1; ; try++ {
		err := s.once(ctx, false, do)
		if err == nil || try == tries || !conflict(err) || ctx.Err() != nil {
			return err
		}
		select {
		case <-time.After(time.Duration(try*try) * 3 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Read reads the record as it stands at one moment.
func (s *Store) Read(ctx context.Context, do func(*Tx) error) error {
	return s.once(ctx, true, do)
}

func (s *Store) once(ctx context.Context, readOnly bool, do func(*Tx) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: readOnly, Isolation: s.dialect.isolation(readOnly)})
	if err != nil {
		return err
	}
	defer tx.Rollback() // of what is committed nothing is left to undo
	t := &Tx{s: s, ctx: ctx, tx: tx}
	if err := do(t); err != nil {
		return err
	}
	if err := t.note(); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	s.keep(t.unfiled)
	return nil
}

// conflict says whether a change ran into another, so that it may be tried again.
func conflict(err error) bool {
	const busy = 5
	state, code := codes(err)
	// Serialisation, deadlock, the same row at once.
	return state == "40001" || state == "40P01" || state == "23505" || code == busy
}

// IsFull says whether an error is that the database has no room left to write.
func IsFull(err error) bool {
	const full = 13
	state, code := codes(err)
	return state == "53100" || code == full
}

// codes gives the numbers by which a database tells its errors: PostgreSQL's state, or
// SQLite's primary result code, none of them for what is no error of a database.
func codes(err error) (state string, code int) {
	var pg interface{ SQLState() string }
	if errors.As(err, &pg) {
		return pg.SQLState(), 0
	}
	var lite interface{ Code() int }
	if errors.As(err, &lite) {
		return "", lite.Code() & 0xff
	}
	return "", 0
}

func (t *Tx) exec(query string, args ...any) (int64, error) {
	st, err := t.s.prepared(t.ctx, query)
	if err != nil {
		return 0, err
	}
	r, err := t.tx.StmtContext(t.ctx, st).ExecContext(t.ctx, args...)
	if err != nil {
		return 0, fmt.Errorf("writing to the record: %w", err)
	}
	n, err := r.RowsAffected()
	t.wrote = t.wrote || n > 0
	return n, err
}

// each calls scan for each row that a query finds.
func (t *Tx) each(scan func(*sql.Rows) error, query string, args ...any) error {
	st, err := t.s.prepared(t.ctx, query)
	if err != nil {
		return err
	}
	rows, err := t.tx.StmtContext(t.ctx, st).QueryContext(t.ctx, args...)
	if err != nil {
		return fmt.Errorf("reading the record: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Lock keeps other writers away from the blocks until the change is done. Blocks
// must be sorted.
func (t *Tx) Lock(blocks []string) error {
	query := t.s.dialect.lock()
	if query == "" {
		return nil
	}
	for _, b := range blocks {
		if err := t.each(func(*sql.Rows) error { return nil }, query, b); err != nil {
			return err
		}
	}
	return nil
}

// seq makes a number that orders rows by day, and within it always the same way.
// Nth is the number of earlier tries that met another row.
func seq(day demarche.Day, id string, nth int) int64 {
	const prime = 1099511628211
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * prime
	}
	h ^= h >> 29
	n := int64(demarche.Day{Year: 1, Month: 1, Date: 1}.To(day))
	return n<<40 | int64((h+uint64(nth))&(1<<40-1))
}

// firstSeq is the smallest number that a row of the day can have.
func firstSeq(day demarche.Day) int64 {
	return int64(demarche.Day{Year: 1, Month: 1, Date: 1}.To(day)) << 40
}
