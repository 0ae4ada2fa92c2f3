// Package table reads the tab-separated files of data/, which an analyst edits
// by hand. It is strict, so that a slip of the hand is named with its line and
// its cure instead of being read as something else.
package table

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// Row is one line of a table.
type Row struct {
	File  string // the name of its file
	Line  int    // counted from 1
	Cells []string
}

// Errorf makes an error that begins with the row's file and line. The format
// should name the fault and its cure.
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("reading %s:%d: %w", r.File, r.Line, fmt.Errorf(format, args...))
}

// Forms parts a cell of several forms, which a comma and one space hold apart.
func (r Row) Forms(cell int) ([]string, error) {
	forms := strings.Split(r.Cells[cell], ", ")
	for _, f := range forms {
		if strings.TrimSpace(f) != f || f == "" || strings.Contains(f, ",") {
			return nil, r.Errorf("forms %q are not parted by a comma and one space each", r.Cells[cell])
		}
	}
	return forms, nil
}

// Read reads a whole table. Lines that are empty or begin with # are skipped;
// the first other line must hold the names of the columns, and every line after
// it one cell for each, none of them empty. Read fails on anything else, on the
// same line twice, on text that is not UTF-8 and on a table without rows.
func Read(files fs.FS, name string, columns ...string) ([]Row, error) {
	all, err := content(files, name)
	if err != nil {
		return nil, fmt.Errorf("reading the table %s: %w", name, err)
	}
	all = strings.TrimPrefix(all, "\ufeff") // a byte order mark, as Windows editors write it
	lines := strings.Count(all, "\n") + 1
	rows := make([]Row, 0, lines)
	cells := make([]string, 0, strings.Count(all, "\t")+lines) // of all rows
	seen := make(map[string]struct{}, lines)
	valid := utf8.ValidString(all)
	headed := false
	number := 0
	for line := range strings.SplitSeq(all, "\n") {
		number++
		line = strings.TrimSuffix(line, "\r")
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		first := len(cells)
		for cell := range strings.SplitSeq(line, "\t") {
			cells = append(cells, cell)
		}
		row := Row{name, number, cells[first:len(cells):len(cells)]}
		if !headed {
			headed = true
			if err := row.head(columns); err != nil {
				return nil, err
			}
			continue
		}
		if err := row.check(columns, valid); err != nil {
			return nil, err
		}
		if seen[line] = struct{}{}; len(seen) == len(rows) {
			first := slices.IndexFunc(rows, func(r Row) bool { return slices.Equal(r.Cells, row.Cells) })
			return nil, row.Errorf("the same line stands at line %d: delete one", rows[first].Line)
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("reading the table %s: it has no rows: restore the file", name)
	}
	return rows, nil
}

// content gives all that a file holds, without a copy of it in between.
func content(files fs.FS, name string) (string, error) {
	f, err := files.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	_, err = io.Copy(&b, f)
	return b.String(), err
}

// head checks the line that names the columns.
func (r Row) head(columns []string) error {
	want := strings.Join(columns, " ")
	for i, c := range r.Cells {
		if i >= len(columns) || c != columns[i] {
			return r.Errorf("column %d is called %q: the first line must name the columns %s, with tabs between", i+1, c, want)
		}
	}
	if len(r.Cells) < len(columns) {
		return r.Errorf("column %q is missing: the first line must name the columns %s, with tabs between", columns[len(r.Cells)], want)
	}
	return nil
}

// check checks the cells of a row, of a file that is valid UTF-8 or not.
func (r Row) check(columns []string, valid bool) error {
	if len(r.Cells) != len(columns) {
		return r.Errorf("%d cells for %d columns: write %s with one tab between", len(r.Cells), len(columns), strings.Join(columns, ", "))
	}
	for i, c := range r.Cells {
		switch {
		case c == "":
			return r.Errorf("%s is empty: write - for nothing", columns[i])
		case strings.TrimSpace(c) != c:
			return r.Errorf("%s %q has white space at its edge: delete it", columns[i], c)
		case !valid && !utf8.ValidString(c):
			return r.Errorf("%s %q is not UTF-8: save the file as UTF-8", columns[i], c)
		}
	}
	return nil
}
