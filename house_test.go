package demarche_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The rules of the house that are not about floors. Each is a function of a
// tree, tried on the house itself and on trees with a fault planted in them.
var houseRules = []struct {
	name   string
	faults func([]source) []string
}{
	{"the clock is read only in cmd", clockFaults},
	{"the machine is met only in cmd", machineFaults},
	{"a package says what it is for", commentFaults},
	{"a package is named after what it does", nameFaults},
	{"a package has its test beside it", testFaults},
}

// inCmd says whether a file belongs to a command.
func (s source) inCmd() bool { return strings.HasPrefix(s.path, "cmd/") }

// clockFaults finds where the time of day is read outside commands and tests:
// rooms take the time from their callers, so that a record can be made again.
func clockFaults(tree []source) (faults []string) {
	for _, s := range tree {
		if s.test || s.inCmd() {
			continue
		}
		names := map[string]bool{} // what the file calls package time
		for i, p := range s.imports() {
			if p != "time" {
				continue
			}
			switch name := s.file.Imports[i].Name; {
			case name == nil:
				names["time"] = true
			case name.Name == ".":
				faults = append(faults, s.path+": it imports time without a name, which hides the clock")
			default:
				names[name.Name] = true
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pkg, ok := sel.X.(*ast.Ident); ok && names[pkg.Name] && slices.Contains([]string{"Now", "Since", "Until"}, sel.Sel.Name) {
				faults = append(faults, fmt.Sprintf("%v: time.%s reads the clock: take the time as an argument", s.set.Position(sel.Pos()), sel.Sel.Name))
			}
			return true
		})
	}
	return faults
}

// machine are the packages, with all below them, by which a program meets the
// machine it runs on, and the drivers of databases.
var machine = []string{"os", "syscall", "io/ioutil", "golang.org/x/term",
	"modernc.org/sqlite", "github.com/mattn/go-sqlite3", "github.com/jackc/pgx", "github.com/lib/pq", "github.com/nats-io/nats-server"}

// machineFaults finds where the machine is met outside commands and tests. What
// stands at the top is for tests. Nothing at all may need a C compiler.
func machineFaults(tree []source) (faults []string) {
	rooms := rooms()
	for _, s := range tree {
		for _, p := range s.imports() {
			if p == "C" {
				faults = append(faults, s.path+" needs cgo: the program is one static binary without it")
			}
			if s.test || s.inCmd() || rooms[s.room].floor == top {
				continue
			}
			for _, m := range machine {
				if p == m || strings.HasPrefix(p, m+"/") {
					faults = append(faults, fmt.Sprintf("%s imports %s: only cmd does, and hands in what is needed of it", s.path, p))
				}
			}
		}
	}
	return faults
}

// commentFaults finds packages without a comment on what they are for.
func commentFaults(tree []source) (faults []string) {
	said := map[string]bool{} // whether the package in a folder is told of
	for _, s := range tree {
		if s.test {
			continue
		}
		dir, start := path.Dir(s.path), "Package "+s.file.Name.Name+" "
		if s.file.Name.Name == "main" {
			start = "Command " + path.Base(dir) + " "
		}
		said[dir] = said[dir] || s.file.Doc != nil && strings.HasPrefix(s.file.Doc.Text(), start)
	}
	for dir, ok := range said {
		if !ok {
			faults = append(faults, dir+": no file of the package has a comment that begins with \"Package NAME\", or \"Command NAME\", and says what it is for")
		}
	}
	return faults
}

// nameFaults finds packages whose names say nothing, so that anything would fit
// into them.
func nameFaults(tree []source) (faults []string) {
	for _, s := range tree {
		for _, name := range []string{s.file.Name.Name, path.Base(path.Dir(s.path))} {
			switch strings.TrimSuffix(name, "_test") {
			case "util", "utils", "common", "helper", "helpers", "model", "models", "type", "types", "manager", "misc", "base", "shared":
				faults = append(faults, fmt.Sprintf("%s: %q says nothing of what the package does", s.path, name))
			}
		}
	}
	return faults
}

// testFaults finds packages without a test.
func testFaults(tree []source) (faults []string) {
	tested := map[string]bool{}
	for _, s := range tree {
		dir := path.Dir(s.path)
		tested[dir] = tested[dir] || s.test
	}
	for dir, ok := range tested {
		if !ok {
			faults = append(faults, dir+": the package has no test beside it")
		}
	}
	return faults
}

func TestHouse(t *testing.T) {
	tree := house(t)
	for _, rule := range houseRules {
		t.Run(rule.name, func(t *testing.T) {
			for _, fault := range rule.faults(tree) {
				t.Error(fault)
			}
		})
	}
}

// TestHouseSeesFaults plants a file in a sound tree and wants its fault seen, or
// none.
func TestHouseSeesFaults(t *testing.T) {
	for _, c := range []struct{ path, text, want string }{
		{"internal/who/b.go", "package who\n\nimport \"time\"\n\nvar day = time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)\n", ""},
		{"internal/who/b_test.go", "package who\n\nimport (\n\t\"os\"\n\t\"time\"\n)\n\nvar now, _ = time.Now(), os.Args\n", ""},
		{"cmd/demarche/b.go", "package main\n\nimport (\n\t\"os\"\n\t\"time\"\n)\n\nvar now, _ = time.Now(), os.Args\n", ""},
		{"internal/golden/b.go", "package golden\n\nimport \"os\"\n\nvar _ = os.Args\n", ""},
		{"internal/who/b.go", "package who\n\nvar time struct{ Now int }\n\nvar _ = time.Now\n", ""},
		{"internal/who/b.go", "package who\n\nimport \"time\"\n\nvar now = time.Now()\n", "internal/who/b.go:5:11: time.Now reads the clock"},
		{"internal/who/b.go", "package who\n\nimport \"time\"\n\nvar now = time.Now\n", "time.Now reads the clock"},
		{"internal/who/b.go", "package who\n\nimport zeit \"time\"\n\nvar d = zeit.Since(zeit.Time{})\n", "time.Since reads the clock"},
		{"internal/who/b.go", "package who\n\nimport . \"time\"\n\nvar d = Now()\n", "hides the clock"},
		{"internal/who/b.go", "package who\n\nimport \"os\"\n", "internal/who/b.go imports os: only cmd does"},
		{"internal/who/b.go", "package who\n\nimport \"os/exec\"\n", "imports os/exec"},
		{"internal/who/b.go", "package who\n\nimport _ \"modernc.org/sqlite\"\n", "imports modernc.org/sqlite"},
		{"internal/who/b.go", "package who\n\nimport _ \"github.com/jackc/pgx/v5/stdlib\"\n", "imports github.com/jackc/pgx/v5/stdlib"},
		{"cmd/demarche/b.go", "package main\n\nimport \"C\"\n", "cmd/demarche/b.go needs cgo"},
		{"internal/who/a.go", "package who\n", "internal/who: no file of the package has a comment"},
		{"internal/who/a.go", "// Who finds names.\npackage who\n", "internal/who: no file of the package has a comment"},
		{"internal/who/a.go", "// Package who finds names.\n\npackage who\n", "internal/who: no file of the package has a comment"},
		{"cmd/demarche/a.go", "// Package main is the program.\npackage main\n", "cmd/demarche: no file of the package has a comment"},
		{"internal/who/b.go", "package helpers\n", `internal/who/b.go: "helpers" says nothing`},
		{"internal/util/a_test.go", "package who\n", `internal/util/a_test.go: "util" says nothing`},
		{"internal/when/a.go", "// Package when finds dates.\npackage when\n", "internal/when: the package has no test"},
	} {
		files := fstest.MapFS{
			"internal/who/a.go":         {Data: []byte("// Package who finds names.\npackage who\n")},
			"internal/who/a_test.go":    {Data: []byte("package who\n")},
			"cmd/demarche/a.go":         {Data: []byte("// Command demarche is the program.\npackage main\n")},
			"cmd/demarche/a_test.go":    {Data: []byte("package main\n")},
			"internal/golden/a.go":      {Data: []byte("// Package golden compares.\npackage golden\n")},
			"internal/golden/a_test.go": {Data: []byte("package golden\n")},
		}
		files[c.path] = &fstest.MapFile{Data: []byte(c.text)}
		tree, err := sources(files)
		if err != nil {
			t.Fatal(err)
		}
		var faults []string
		for _, rule := range houseRules {
			faults = append(faults, rule.faults(tree)...)
		}
		check(t, c.path+": "+c.text, faults, c.want)
	}
}

// onMachine matches paths that exist on the machine of whoever wrote them.
var onMachine = regexp.MustCompile(`(^|[^A-Za-z0-9_.-])/(` + strings.Join([]string{"work", "farm", "root", "home/[a-z]+", "Users/[A-Za-z]+"}, "|") + `)/`)

// pathFaults finds paths of one machine in the texts of a tree.
func pathFaults(tree fs.FS) (faults []string, err error) {
	err = fs.WalkDir(tree, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if p == ".git" {
			return fs.SkipDir
		}
		if !d.Type().IsRegular() || path.Ext(p) == ".svg" {
			return nil
		}
		text, err := fs.ReadFile(tree, p)
		if err != nil || bytes.IndexByte(text, 0) >= 0 {
			return err // a binary
		}
		n := 0
		for line := range bytes.Lines(text) {
			n++
			if m := onMachine.Find(line); m != nil {
				faults = append(faults, fmt.Sprintf("%s:%d: %q is a path of one machine", p, n, m))
			}
		}
		return nil
	})
	return faults, err
}

func TestNoMachinePaths(t *testing.T) {
	faults, err := pathFaults(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults {
		t.Error(fault)
	}
	for _, c := range []struct{ path, text, want string }{
		{"a.md", "a word about net" + "work/" + " and /usr/share/, file:", ""},
		{".git/config", "/" + "work/x", ""},
		{"binary", "\x00 /" + "work/x", ""},
		{"docs/a.md", "first\nsee /" + "home/jane/data", "docs/a.md:2: "},
		{"a.sh", "cd /" + "work/main", "a.sh:1: "},
		{".ci/run", "x=/" + "root/x", ".ci/run:1: "},
	} {
		faults, err := pathFaults(fstest.MapFS{c.path: {Data: []byte(c.text)}})
		if err != nil {
			t.Fatal(err)
		}
		check(t, c.path, faults, c.want)
	}
}

// noticeFaults finds data files whose origin and licence NOTICE does not tell.
func noticeFaults(tree fs.FS) (faults []string, err error) {
	notice, err := fs.ReadFile(tree, "NOTICE")
	if err != nil {
		return nil, err
	}
	told := strings.Fields(string(notice))
	err = fs.WalkDir(tree, "data", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(p) == ".go" || path.Ext(p) == ".md" {
			return err
		}
		if !slices.Contains(told, p) {
			faults = append(faults, "NOTICE does not name "+p+": tell its origin and its licence there")
		}
		return nil
	})
	return faults, err
}

func TestNotice(t *testing.T) {
	faults, err := noticeFaults(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults {
		t.Error(fault)
	}
	tree := fstest.MapFS{
		"NOTICE": {Data: []byte("Data\n  data/a.tsv\n    Written for this project.\n")}, "data/a.tsv": {}, "data/a.md": {}, "data/embed.go": {},
	}
	for _, planted := range []struct{ path, want string }{{"data/a.tsv", ""}, {"data/x/b.tsv", "does not name data/x/b.tsv"}} {
		tree[planted.path] = &fstest.MapFile{}
		faults, err := noticeFaults(tree)
		if err != nil {
			t.Fatal(err)
		}
		check(t, planted.path, faults, planted.want)
	}
}
