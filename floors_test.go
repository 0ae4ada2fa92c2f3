package demarche_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// plan is the house, from the top down, with the rooms that are still to come. A
// package may import any floor below, and on its own floor what stands left of
// "<". Rooms with a comma between them stand side by side; "|" and "·" are walls.
//
// Two rooms were added to the plan that the house was begun with, since nothing
// smaller would do: text, who and coder read tables of one form (table), and who
// and coder look for lists of phrases among tokens (phrase); neither reader
// should stand in two places. Table is left of text, which reads tables; phrase
// is right of it, since it must cut a list as text cuts a report, and its test
// compares the two.
//
// Sense holds small trained networks that the coder asks; it stands right of syntax,
// whose arithmetic it shares, and apart from who, when and what follows, of which it
// knows nothing.
//
// Another is score, the judge of events. It stands on floor 2, since it judges
// and is a pure function, with a wall to coder: a judge knows nothing of how the
// events came about.
//
// So is remark, beside coder: it reads statements about the dealings as a
// whole, which are no events of the codebook, and knows no rules.
//
// And so is export, on floor 2 too: it writes events in the forms of others, as a
// pure function, for the command line and the API alike.
//
// Signin is a door too, on floor 4: that by which people prove who they are. Neither
// pages nor API know how they do.
const plan = `
top      golden, ledgertest
floor 5  cmd/demarche, cmd/train
floor 4  api · web · signin · stream
floor 3  desk
floor 2  coder · reconcile · brief · remark · score · export
floor 1  table < text < phrase < syntax < sense, who, when < proposition < rule | ledger < store | intake
ground   demarche | data
`

// narrower are arrows that the floors would allow and the house does not.
var narrower = []struct {
	from   string
	never  string
	reason string
}{
	{"api web signin stream", "coder reconcile brief remark score export", "a door speaks only to the desk"},
	{"api web signin stream", "table phrase text syntax sense who when proposition rule ledger store intake", "a door speaks only to the desk"},
	{"coder", "ledger store", "reading meets the record only at the desk"},
	{"reconcile brief remark score export", "store", "judgement is a pure function; the desk hands it what the store holds"},
}

// room is where a package stands in the plan.
type room struct {
	floor, wing, place int
}

// The floors that have rules of their own.
const (
	ground   = 0
	cmdFloor = 5
	top      = 6
)

// rooms reads the plan.
func rooms() map[string]room {
	found := map[string]room{}
	lines := strings.Split(strings.TrimSpace(plan), "\n")
	for i, line := range lines {
		floor := len(lines) - 1 - i
		_, names, _ := strings.Cut(strings.TrimPrefix(line, "floor "), "  ")
		for w, wing := range strings.FieldsFunc(names, func(r rune) bool { return r == '|' || r == '·' }) {
			for p, beside := range strings.Split(wing, "<") {
				for name := range strings.SplitSeq(beside, ",") {
					found[strings.TrimSpace(name)] = room{floor, w, p}
				}
			}
		}
	}
	return found
}

// source is one Go file of the house.
type source struct {
	path string
	room string // as the plan would call its folder
	test bool
	set  *token.FileSet
	file *ast.File
}

// sources reads all Go files of a tree. It opens them itself: a list of packages
// from the go command would be answered from its cache.
func sources(tree fs.FS) (found []source, err error) {
	err = fs.WalkDir(tree, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(p) != ".go" {
			return nil
		}
		text, err := fs.ReadFile(tree, p)
		if err != nil {
			return err
		}
		s := source{path: p, room: roomOf(path.Dir(p)), test: strings.HasSuffix(p, "_test.go"), set: token.NewFileSet()}
		s.file, err = parser.ParseFile(s.set, p, text, parser.ParseComments|parser.SkipObjectResolution)
		found = append(found, s)
		return err
	})
	return found, err
}

// roomOf is what the plan calls a folder of the tree.
func roomOf(dir string) string {
	if dir == "." {
		return "demarche"
	}
	return strings.TrimPrefix(dir, "internal/")
}

// imports gives the paths that a file imports.
func (s source) imports() (paths []string) {
	for _, i := range s.file.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			panic(err) // the parser has read it
		}
		paths = append(paths, p)
	}
	return paths
}

// importFaults tells which arrows of a tree go against the plan, and which of its
// packages the plan does not know.
func importFaults(tree []source) (faults []string) {
	rooms := rooms()
	for _, s := range tree {
		from, known := rooms[s.room]
		if !known {
			faults = append(faults, fmt.Sprintf("%s: the plan has no room %q: name it there, on a floor, with its reason", s.path, s.room))
			continue
		}
		for _, p := range s.imports() {
			name, inside := strings.CutPrefix(p, "demarche/")
			switch {
			case p == "demarche":
				name = p
			case !inside:
				if from.floor == ground && !s.test && strings.Contains(strings.Split(p, "/")[0], ".") {
					faults = append(faults, fmt.Sprintf("%s imports %s: the ground stands on the standard library alone", s.path, p))
				}
				continue
			}
			name = roomOf(name)
			to, known := rooms[name]
			if !known {
				faults = append(faults, fmt.Sprintf("%s imports %s, which the plan does not know", s.path, p))
				continue
			}
			if reason := forbidden(s, from, name, to); reason != "" {
				faults = append(faults, fmt.Sprintf("%s: %s may not import %s: %s", s.path, s.room, name, reason))
			}
		}
	}
	return faults
}

// forbidden says why a file may not import a room, or nothing.
func forbidden(s source, from room, name string, to room) string {
	switch {
	case name == s.room: // a test outside its package
		return ""
	case to.floor == top && !s.test:
		return "only tests import what stands at the top"
	case to.floor == top:
		return ""
	case to.floor > from.floor:
		return fmt.Sprintf("floor %d lies above floor %d, and a package knows only what is below it", to.floor, from.floor)
	case to.floor == from.floor && to.wing != from.wing:
		return "they stand in different wings of one floor, and know nothing of each other"
	case to.floor == from.floor && to.place == from.place:
		return "they stand side by side, and know nothing of each other"
	case to.floor == from.floor && to.place > from.place:
		return "it stands to the right, and a package knows only what is left of it"
	}
	for _, n := range narrower {
		if slices.Contains(strings.Fields(n.from), s.room) && slices.Contains(strings.Fields(n.never), name) {
			return n.reason
		}
	}
	return ""
}

// house reads the real tree.
func house(t *testing.T) []source {
	t.Helper()
	tree, err := sources(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if len(tree) < 50 {
		t.Fatalf("only %d Go files were found", len(tree))
	}
	return tree
}

func TestFloors(t *testing.T) {
	for _, fault := range importFaults(house(t)) {
		t.Error(fault)
	}
}

func TestPlan(t *testing.T) {
	got := rooms()
	for name, want := range map[string]room{
		"demarche": {0, 0, 0}, "data": {0, 1, 0}, "table": {1, 0, 0}, "text": {1, 0, 1}, "when": {1, 0, 4}, "rule": {1, 0, 6}, "store": {1, 1, 1}, "intake": {1, 2, 0},
		"brief": {2, 2, 0}, "score": {2, 4, 0}, "desk": {3, 0, 0}, "web": {4, 1, 0}, "cmd/train": {cmdFloor, 0, 0}, "ledgertest": {top, 0, 0},
	} {
		if got[name] != want {
			t.Errorf("%s stands at %v, want %v", name, got[name], want)
		}
	}
	for _, n := range narrower {
		for name := range strings.FieldsSeq(n.from + " " + n.never) {
			if _, ok := got[name]; !ok {
				t.Errorf("the plan has no room %q, which %q is about", name, n.reason)
			}
		}
	}
}

// TestFloorsSeeFaults plants one arrow in a sound tree and wants it seen, or not.
func TestFloorsSeeFaults(t *testing.T) {
	for _, c := range []struct{ from, imports, want string }{
		{"internal/who/a.go", "demarche/internal/text", ""},
		{"internal/rule/a.go", "demarche/internal/table", ""},
		{"internal/desk/a.go", "demarche/internal/store", ""},
		{"internal/store/a.go", "database/sql", ""},
		{"internal/coder/a_test.go", "demarche/internal/golden", ""},
		{"internal/golden/a.go", "demarche/internal/desk", ""},
		{"internal/web/a.go", "demarche/internal/desk", ""},
		{"internal/web/a.go", "demarche/data", ""},
		{"internal/text/a_test.go", "demarche/internal/text", ""},
		{"a_test.go", "github.com/google/go-cmp/cmp", ""},
		{"internal/text/a.go", "demarche/internal/who", "text may not import who: it stands to the right"},
		{"internal/text/a_test.go", "demarche/internal/who", "text may not import who: it stands to the right"},
		{"internal/who/a.go", "demarche/internal/when", "who may not import when: they stand side by side"},
		{"internal/text/a.go", "demarche/internal/intake", "text may not import intake: they stand in different wings"},
		{"internal/store/a.go", "demarche/internal/text", "store may not import text: they stand in different wings"},
		{"internal/api/a.go", "demarche/internal/web", "api may not import web: they stand in different wings"},
		{"internal/brief/a.go", "demarche/internal/coder", "brief may not import coder: they stand in different wings"},
		{"internal/score/a.go", "demarche/internal/coder", "score may not import coder: they stand in different wings"},
		{"internal/text/a.go", "demarche/internal/coder", "text may not import coder: floor 2 lies above floor 1"},
		{"internal/desk/a.go", "demarche/cmd/demarche", "desk may not import cmd/demarche: floor 5 lies above floor 3"},
		{"a.go", "demarche/internal/text", "demarche may not import text: floor 1 lies above floor 0"},
		{"a.go", "demarche/data", "demarche may not import data: they stand in different wings"},
		{"a.go", "golang.org/x/text/width", "a.go imports golang.org/x/text/width: the ground stands on the standard library alone"},
		{"internal/coder/a.go", "demarche/internal/golden", "coder may not import golden: only tests"},
		{"internal/coder/a.go", "demarche/internal/store", "coder may not import store: reading meets the record only at the desk"},
		{"internal/brief/a.go", "demarche/internal/store", "brief may not import store: judgement is a pure function"},
		{"internal/stream/a.go", "demarche/internal/coder", "stream may not import coder: a door speaks only to the desk"},
		{"internal/web/a.go", "demarche/internal/store", "web may not import store: a door speaks only to the desk"},
		{"internal/desk/a.go", "demarche/internal/cellar", "internal/desk/a.go imports demarche/internal/cellar, which the plan does not know"},
		{"internal/cellar/a.go", "fmt", `internal/cellar/a.go: the plan has no room "cellar"`},
		{"internal/who/names/a.go", "fmt", `internal/who/names/a.go: the plan has no room "who/names"`},
		{"pkg/a.go", "fmt", `pkg/a.go: the plan has no room "pkg"`},
	} {
		tree, err := sources(fstest.MapFS{c.from: {Data: []byte("package p\n\nimport \"" + c.imports + "\"\n")}})
		if err != nil {
			t.Fatal(err)
		}
		check(t, c.from+" imports "+c.imports, importFaults(tree), c.want)
	}
}

// check compares the faults that were found in a tree with the one planted there.
func check(t *testing.T, planted string, faults []string, want string) {
	t.Helper()
	switch {
	case want == "" && len(faults) > 0:
		t.Errorf("%s: seen as a fault: %q", planted, faults)
	case want != "" && (len(faults) != 1 || !strings.Contains(faults[0], want)):
		t.Errorf("%s: found %q, want %q", planted, faults, want)
	}
}
