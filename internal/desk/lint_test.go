package desk

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// page is the example of docs/rules.md, as a folder of rules.
func page(t *testing.T) Own {
	t.Helper()
	raw, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(raw), "```yaml\n")
	text, _, ok := strings.Cut(after, "```")
	if !ok {
		t.Fatal("docs/rules.md has no example")
	}
	return Own{fstest.MapFS{"mine.yaml": {Data: []byte(text)}}, "my-rules"}
}

// TestDocsExample: the rule that the page shows works as it stands there.
func TestDocsExample(t *testing.T) {
	own := page(t)
	l, err := Lint(own)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range l.Faults {
		if strings.HasPrefix(f.Error(), "my-rules/") {
			t.Error(f)
		}
	}
	if _, err := Open(own); err != nil {
		t.Error(err)
	}
}

// TestOwnFolders: rules and tables of folders are laid over the program's, and what
// cannot be loaded is told with the folder.
func TestOwnFolders(t *testing.T) {
	text, err := page(t).Files.(fstest.MapFS).ReadFile("mine.yaml")
	if err != nil {
		t.Fatal(err)
	}
	good := fstest.MapFS{"rules/mine.yaml": {Data: text}}
	if _, name, err := (Own{good, "own"}).rules(); err != nil || name != "own/rules" {
		t.Errorf("rules in %q, %v", name, err)
	}
	for _, c := range []struct {
		files fstest.MapFS
		want  string
	}{
		{fstest.MapFS{"lexicon/operators.tsv": {Data: []byte("class\tforms\nsays\tsay\n")}}, `own/lexicon/operators.tsv:2: class "says" is none of `},
		{fstest.MapFS{"rules/mine.yaml": {Data: []byte("typ: x\n")}}, `own/rules/mine.yaml:1: key "typ" is not known: did you mean "type"?`},
		{fstest.MapFS{"rules/mine.yaml": {Data: text}, "mine.yaml": {Data: text}}, "own holds the rules mine.yaml and a folder of rules: put all into the folder"},
	} {
		l, err := Lint(Own{c.files, "own"})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range l.Faults {
			found = found || strings.HasPrefix(f.Error(), c.want)
		}
		if !found {
			t.Errorf("%v, want %q", l.Faults, c.want)
		}
		if _, err := Open(Own{c.files, "own"}); err == nil {
			t.Errorf("%q is no hindrance to open", c.want)
		}
	}
	if _, err := Lint(Own{fstest.MapFS{"a.txt": {}}, "own"}); err == nil || !strings.HasPrefix(err.Error(), "own holds neither rules") {
		t.Errorf("a folder of nothing: %v", err)
	}
}
