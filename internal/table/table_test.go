package table

import (
	"strings"
	"testing"
	"testing/fstest"
)

func read(s string) ([]Row, error) {
	return Read(fstest.MapFS{"x.tsv": {Data: []byte(s)}}, "x.tsv", "code", "name")
}

// TestRead: comments and empty lines say nothing, and lines keep their numbers.
func TestRead(t *testing.T) {
	rows, err := read("\ufeff# towns\n\ncode\tname\r\nA\tAachen\r\n# more\nB\tBasel\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].Cells[1] != "Aachen" || rows[1].Line != 6 {
		t.Errorf("got %+v", rows)
	}
}

// TestReadRefuses: every slip is told with its line and what to do.
func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"", "x.tsv: it has no rows: restore the file"},
		{"code\tname\n", "it has no rows"},
		{"code\tnome\nA\tAachen\n", `x.tsv:1: column 2 is called "nome"`},
		{"code\n", `x.tsv:1: column "name" is missing`},
		{"code\tname\tyear\n", `x.tsv:1: column 3 is called "year"`},
		{"code\tname\nA\n", "x.tsv:2: 1 cells for 2 columns"},
		{"code\tname\nA\t\tAachen\n", "x.tsv:2: 3 cells for 2 columns"},
		{"code\tname\nA\t\n", "x.tsv:2: name is empty: write - for nothing"},
		{"code\tname\nA\tAachen \n", `x.tsv:2: name "Aachen " has white space at its edge`},
		{"code\tname\nA\tK\xf6ln\n", "not UTF-8"},
		{"code\tname\nA\tAachen\n\nA\tAachen\n", "x.tsv:4: the same line stands at line 2: delete one"},
	} {
		if _, err := read(c.table); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want ...%s", c.table, err, c.want)
		}
	}
	if _, err := Read(fstest.MapFS{}, "none.tsv", "code"); err == nil || !strings.Contains(err.Error(), "none.tsv") {
		t.Errorf("a missing file: got %v", err)
	}
}
