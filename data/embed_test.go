package data

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"testing"
)

// TestHeads: every table tells an analyst what it is, one of facts also where
// they come from, and is written as Unix text.
func TestHeads(t *testing.T) {
	n := 0
	err := fs.WalkDir(Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		n++
		b, err := fs.ReadFile(Files, name)
		if err != nil {
			return err
		}
		if ok, err := path.Match("rules/*.yaml", name); err == nil && ok && bytes.HasPrefix(b, []byte("type: ")) {
			// A file of rules says it in keys that its reader demands.
			if !bytes.Contains(b, []byte("\nmeans: ")) || !bytes.Contains(b, []byte("\nnot: ")) {
				t.Errorf("%s does not say what the type means and what it does not", name)
			}
		} else if !bytes.HasPrefix(b, []byte("# ")) {
			t.Errorf("%s does not begin with a comment that says what it is", name)
		}
		if path.Dir(name) == "gazetteer" && !bytes.Contains(b, []byte("\n# Sources: ")) {
			t.Errorf("%s has no line \"# Sources: \" in its head", name)
		}
		if bytes.Contains(b, []byte("\r")) || !bytes.HasSuffix(b, []byte("\n")) {
			t.Errorf("%s: lines must end in \\n alone, the last one too", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 4 {
		t.Errorf("%d tables are embedded, want 4 or more", n)
	}
}

// TestComment: the package's comment tells of every file.
func TestComment(t *testing.T) {
	code, err := os.ReadFile("embed.go")
	if err != nil {
		t.Fatal(err)
	}
	comment, _, _ := bytes.Cut(code, []byte("package data"))
	err = fs.WalkDir(Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if !bytes.Contains(comment, []byte("\t"+name+" ")) && !bytes.Contains(comment, []byte("\t"+path.Dir(name)+"/*"+path.Ext(name)+" ")) {
			t.Errorf("the comment of embed.go does not tell of %s", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestModelIsTold: the page beside the model tells of these very bytes.
func TestModelIsTold(t *testing.T) {
	page, err := os.ReadFile("models/english.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(Model)); !bytes.Contains(page, []byte(sum)) {
		t.Errorf("models/english.md does not hold the SHA-256 of the model: write %s", sum)
	}
}
