package ledgertest

import (
	"bytes"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/intake"
	"demarche/internal/store"
)

// wire is a feed of 2,708 agency reports. It is no part of the repository.
const wire = "../../../shared/bench/wire.jsonl.gz"

// BenchmarkAdd takes a feed into an empty record, and codes it without one.
func BenchmarkAdd(b *testing.B) {
	packed, err := os.ReadFile(wire)
	if err != nil {
		b.Skip("the feed is not at hand: ", err)
	}
	d := Desk(b)
	b.Run("code", func(b *testing.B) {
		for b.Loop() {
			reports := intake.Read([]string{"-"}, intake.Options{Stdin: bytes.NewReader(packed)})
			for _, err := range d.Code(b.Context(), reports, 1, func(dst []byte, c *desk.Coding) []byte { c.Tell(); return dst }) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	for _, open := range []struct {
		name string
		open Opener
	}{{"sqlite", SQLite}, {"postgres", PostgreSQL}} {
		b.Run(open.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				r := Record(b, open.open)
				b.StartTimer()
				reports := intake.Read([]string{"-"}, intake.Options{Stdin: bytes.NewReader(packed)})
				for _, err := range r.Add(b.Context(), d, reports, desk.Adding{Jobs: 1}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

var (
	big     = flag.Int("big", 0, "how many events BenchmarkBig makes up; 0 leaves it out")
	bigFile = flag.String("bigfile", "", "keep the made-up record in `FILE`, and use it if it is there")
	bigURL  = flag.String("bigurl", "", "keep the copy of the record in the PostgreSQL database at `URL`, and use it if it is there")
)

// BenchmarkBig asks a large record what an analyst asks.
//
//	go test ./internal/ledgertest -run - -bench Big -big 1000000 -bigfile /tmp/big.db
func BenchmarkBig(b *testing.B) {
	if *big == 0 {
		b.Skip("-big says how many events to make up, such as 1000000")
	}
	path := *bigFile
	if path == "" {
		path = filepath.Join(b.TempDir(), "big.db")
	}
	_, err := os.Stat(path)
	made := err == nil
	db, err := sql.Open("sqlite", "file:"+path+"?"+SQLiteOptions)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	r := reopen(b, db, store.SQLite, Today)
	if !made {
		if err := r.Load(b.Context(), Generate(1, *big)); err != nil {
			b.Fatal(err)
		}
	}
	ask(b, r)
}

// BenchmarkBigPostgreSQL asks the same of the other database.
func BenchmarkBigPostgreSQL(b *testing.B) {
	if *big == 0 {
		b.Skip("-big says how many events to make up, such as 1000000")
	}
	r := Record(b, PostgreSQL)
	if err := r.Load(b.Context(), Generate(1, *big)); err != nil {
		b.Fatal(err)
	}
	ask(b, r)
}

// BenchmarkBigCopied asks the same of PostgreSQL, of a copy of the record in -bigfile:
// that is there in minutes.
//
//	go test ./internal/ledgertest -run - -bench BigCopied -bigfile /tmp/big.db -timeout 1h
func BenchmarkBigCopied(b *testing.B) {
	if *bigFile == "" {
		b.Skip("-bigfile names a record that BenchmarkBig has made up")
	}
	from, err := sql.Open("sqlite", "file:"+*bigFile+"?"+SQLiteOptions)
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close()
	reopen(b, from, store.SQLite, Today) // in its latest form
	url := *bigURL
	if url == "" {
		url = PostgresURL(b)
	}
	db, err := sql.Open("pgx", url)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	r := reopen(b, db, store.PostgreSQL, Today)
	if _, events, _, err := r.Sizes(b.Context()); err != nil {
		b.Fatal(err)
	} else if events == 0 {
		if err := copyRecord(b.Context(), from, url); err != nil {
			b.Fatal(err)
		}
	}
	if _, _, err := r.Search(b.Context(), "expel", desk.Page{Limit: 1}); err != nil { // all words are indexed by it
		b.Fatal(err)
	}
	// What a server does by itself in time.
	if _, err := db.ExecContext(b.Context(), "VACUUM ANALYZE"); err != nil {
		b.Fatal(err)
	}
	ask(b, r)
}

func ask(b *testing.B, r *desk.Record) {
	ctx := b.Context()
	reports, events, acts, err := r.Sizes(ctx)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d reports, %d events, %d acts", reports, events, acts)
	day := day("2024-12-31")
	b.Run("brief", func(b *testing.B) {
		for b.Loop() {
			made, err := r.Brief(ctx, "RUS", "USA", desk.View{AsOf: day})
			if err != nil || made.Acts == 0 {
				b.Fatal(made.Acts, err)
			}
		}
	})
	b.Run("brief-known-by", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.Brief(ctx, "RUS", "USA", desk.View{KnownBy: demarche.Day{Year: 2015, Month: 6, Date: 1}}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("timeline", func(b *testing.B) {
		for b.Loop() {
			line, err := r.Timeline(ctx, Busy, desk.Page{Limit: 50})
			if err != nil || len(line) != 50 {
				b.Fatal(len(line), err)
			}
		}
	})
	for _, words := range []string{"expel", "consulate USA", "embassy sanction diplomats -recall"} {
		b.Run("search/"+strings.ReplaceAll(words, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := r.Search(ctx, words, desk.Page{Limit: 50}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("dyads", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.Dyads(ctx, desk.View{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	n := 0
	d := Desk(b)
	b.Run("add", func(b *testing.B) {
		for b.Loop() {
			n++
			line := fmt.Sprintf(`{"id":"new-%d-%d","date":"2024-12-%02d","text":"The United States on Monday expelled %d Russian diplomats. Russia will respond."}`+"\n", os.Getpid(), n, n%28+1, n%50+1)
			for _, err := range r.Add(ctx, d, Lines(line), desk.Adding{Jobs: 1}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
