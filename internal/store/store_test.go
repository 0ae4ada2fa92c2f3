package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche"
	_ "modernc.org/sqlite" // the driver
	"pgregory.net/rapid"
)

// TestSeq: rows are numbered by day first, and always the same way.
func TestSeq(t *testing.T) {
	start := demarche.Day{Year: 1990, Month: 1, Date: 1}
	rapid.Check(t, func(t *rapid.T) {
		a, b := start.Plus(rapid.IntRange(0, 20000).Draw(t, "a")), start.Plus(rapid.IntRange(0, 20000).Draw(t, "b"))
		x, y := rapid.String().Draw(t, "x"), rapid.String().Draw(t, "y")
		if seq(a, x, 0) == seq(a, x, 1) {
			t.Fatal("a second try meets the first")
		}
		if a.Before(b) && seq(a, x, 3) >= seq(b, y, 0) {
			t.Fatalf("%v is not before %v", a, b)
		}
		if n := seq(a, x, 0); n < firstSeq(a) || n >= firstSeq(a.Plus(1)) {
			t.Fatalf("%d lies outside its day", n)
		}
	})
}

// TestWords: what a person types is never read as the index's own language.
func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"consulate Seattle": `"consulate" AND "Seattle"`, `"visa stop" now`: `"visa stop" AND "now"`, "visa -tourist": `("visa") NOT "tourist"`,
		"": `""`, "-only": `""`, `a AND (b* OR "c`: `"a" AND "AND" AND "(b*" AND "OR" AND "c"`, "x\x00y": `"x y"`,
	} {
		if got := SQLite.words(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// TestFull: a database without room says so, when it is made and when it is written to.
func TestFull(t *testing.T) {
	for _, pages := range []int{5, 400} {
		db, err := sql.Open("sqlite", fmt.Sprintf("file:%s/r.db?_pragma=journal_mode(wal)&_pragma=max_page_count(%d)", t.TempDir(), pages))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		s, err := New(t.Context(), db, SQLite)
		for n := 0; err == nil && n < 1000; n++ {
			err = s.Write(t.Context(), func(tx *Tx) error {
				_, err := tx.exec(`INSERT INTO stone (report, at, name, reason) VALUES ($1, '', '', $2)`, fmt.Sprint(n), strings.Repeat("x", 4000))
				return err
			})
		}
		if !IsFull(err) {
			t.Errorf("%d pages: %v", pages, err)
		}
	}
}

func TestLast(t *testing.T) {
	if got := Last(demarche.Day{}); got >= Open || !slices.IsSorted([]string{"2026-11-29", got}) {
		t.Error(got)
	}
}

// FuzzWords: whatever a person types, the quotation marks of the query are even, so
// that none of it stands outside of them.
func FuzzWords(f *testing.F) {
	for _, s := range []string{`"`, `a"b"`, "-", `""`, "a -\"b\"", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := SQLite.words(s)
		marks := 0
		for _, r := range q {
			if r == '"' {
				marks++
			}
		}
		if marks%2 != 0 || slices.Contains([]byte(q), 0) {
			t.Errorf("%q: %s", s, q)
		}
	})
}
