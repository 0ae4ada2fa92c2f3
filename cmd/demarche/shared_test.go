package main

import (
	"os/exec"
	"strings"
	"testing"

	"demarche/internal/ledgertest"
	"github.com/google/go-cmp/cmp"
)

// TestShared: a record in PostgreSQL is told as one in a file is.
func TestShared(t *testing.T) {
	url := ledgertest.PostgresURL(t)
	t.Cleanup(ledgertest.Stop)
	file := t.TempDir() + "/record.db"
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("demarche", args...)
		var said strings.Builder
		cmd.Stderr = &said
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v %s", args, err, &said)
		}
		return string(out)
	}
	for _, args := range [][]string{
		{"add", "../../examples"}, {"add", "../../examples"}, {"brief", "USA", "RUS", "--as-of", "2021-05-01"}, {"brief", "CZE", "RUS", "--known-by", "2021-04-21"},
		{"timeline", "USA", "RUS", "--format", "jsonl"}, {"events", "--limit", "500", "--format", "jsonl"}, {"dyads"}, {"stats"}, {"register"}, {"acts", "IRN", "SAU"},
		{"report", "2021-04-21-czech-republic-russia"}, {"recode"}, {"docket", "USA", "RUS", "--as-of", "2018-04-01"},
	} {
		if diff := cmp.Diff(run(append(args, "--db", file)...), run(append(args, "--db", url)...)); diff != "" {
			t.Errorf("%s: %s", args, diff)
		}
	}
	if out := run("search", "ambassador", "--db", url); !strings.Contains(out, "«") {
		t.Error(out)
	}
}
