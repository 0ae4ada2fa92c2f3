package main

import (
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var kills = flag.Int("kills", 6, "how often TestKilled kills the program")

// TestKilled: killed at any moment, and run again, add loses no report and doubles
// none, and the record is that of a run that nobody disturbed. With -kills 200 it is
// tried on the whole feed of agency reports, where that is at hand.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	feed := filepath.Join(dir, "feed.jsonl")
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, `{"id":"r%d","date":"2021-%02d-%02d","text":"Russia on Monday expelled %d Austrian diplomats. Austria will respond."}`+"\n", i, i%12+1, i%28+1, i%9+2)
	}
	if err := os.WriteFile(feed, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	if *kills >= 100 {
		feed = "../../../shared/bench/wire.jsonl.gz"
		if _, err := os.Stat(feed); err != nil {
			t.Skip("the feed is not at hand: ", err)
		}
	}
	add := func(db string) *exec.Cmd {
		cmd := exec.Command("demarche", "add", "--db", db, feed)
		cmd.Dir, _ = os.Getwd()
		return cmd
	}
	clean := filepath.Join(dir, "clean.db")
	began := time.Now()
	if out, err := add(clean).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	whole := time.Since(began)
	rnd := rand.New(rand.NewPCG(9, 9))
	torn := filepath.Join(dir, "torn.db")
	killed := 0
	for n := range *kills {
		// Each run goes on where the last was killed, so that the moments fall all over
		// the feed.
		cmd := add(torn)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		patience := 200*time.Millisecond + time.Duration(rnd.Int64N(int64(whole)/int64(max(1, *kills/4))+1))
		time.Sleep(patience)
		if cmd.Process.Kill() == nil {
			killed++
		}
		cmd.Wait()
		if n%50 == 49 {
			check(t, torn)
		}
	}
	if out, err := add(torn).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	check(t, torn)
	t.Logf("killed %d times", killed)
	if diff := cmp.Diff(content(t, clean), content(t, torn)); diff != "" {
		t.Error(diff)
	}
}

func openDB(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?"+sqliteOptions)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// check asks the database whether it is whole.
func check(t *testing.T, path string) {
	t.Helper()
	db := openDB(t, path)
	defer db.Close()
	var said string
	if err := db.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&said); err != nil || said != "ok" {
		t.Errorf("integrity: %s %v", said, err)
	}
}

// content is all that the record says, in a fixed order.
func content(t *testing.T, path string) string {
	t.Helper()
	db := openDB(t, path)
	defer db.Close()
	var b strings.Builder
	for _, q := range []string{
		`SELECT id || ' ' || version || ' ' || digest || ' ' || known_to FROM report ORDER BY id, version`,
		`SELECT id || ' ' || report || ' ' || act || ' ' || component || ' ' || body FROM event ORDER BY id`,
		`SELECT id || ' ' || component || ' ' || body FROM act ORDER BY id`,
		`SELECT dyad || ' ' || day || ' ' || act FROM dyad_act ORDER BY dyad, day, act`,
		`SELECT dyad || ' ' || seq FROM dyad_event ORDER BY dyad, seq`,
		`SELECT name || ' ' || acts || ' ' || events FROM dyad ORDER BY name`,
		`SELECT name || ' ' || n FROM total WHERE name <> 'change' ORDER BY name`,
		`SELECT day || ' ' || act FROM due ORDER BY day, act`,
		`SELECT dyad || ' ' || report || ' ' || version || ' ' || nth || ' ' || body FROM remark ORDER BY dyad, known, report, version, nth`,
		`SELECT surname || ' ' || state || ' ' || name || ' ' || office || ' ' || report || ' ' || version FROM tenure ORDER BY surname, state, name, office, report, version`,
		`SELECT surname || ' ' || report || ' ' || version || ' ' || name || ' ' || state FROM bare ORDER BY surname, report, version, name`,
		`SELECT 'waiting ' || COUNT(*) FROM unindexed`,
		`SELECT 'indexed ' || COUNT(*) FROM report_text_docsize`,
		`SELECT 'indexed ' || COUNT(*) FROM event_text_docsize`,
	} {
		rows, err := db.QueryContext(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var line string
			if err := rows.Scan(&line); err != nil {
				t.Fatal(err)
			}
			b.WriteString(line + "\n")
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	return b.String()
}
