package intake

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// faulty is a file system in which some things go wrong.
type faulty struct {
	files
	openFails, readFails, listFails string // the paths at which they do
}

func (f faulty) open(p string) (fs.File, error) {
	if p == f.openFails {
		return nil, &fs.PathError{Op: "open", Path: p, Err: fs.ErrPermission}
	}
	file, err := f.files.open(p)
	if err == nil && (p == f.readFails || p == f.listFails) {
		return brokenFile{file}, nil
	}
	return file, err
}

type brokenFile struct{ fs.File }

func (b brokenFile) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: "x", Err: errors.New("input/output error")}
}

func TestTroubleWithFilesIsRefusedAndTheRestGoesOn(t *testing.T) {
	three := files{"in/1.txt": "date 2021-11-30 1", "in/2.txt": "date 2021-11-30 2", "in/3/3.txt": "date 2021-11-30 3"}
	tests := []struct {
		name string
		fs   faulty
		want outcome
	}{
		{"a file may not be opened", faulty{files: three, openFails: "in/2.txt"}, outcome{
			Reports:  []string{"1 2021-11-30 date 2021-11-30 1", "3 2021-11-30 date 2021-11-30 3"},
			Refusals: []string{"reading in/2.txt: permission denied; allow it to be read"},
		}},
		{"a directory may not be opened", faulty{files: three, openFails: "in/3"}, outcome{
			Reports:  []string{"1 2021-11-30 date 2021-11-30 1", "2 2021-11-30 date 2021-11-30 2"},
			Refusals: []string{"reading in/3: permission denied; allow it to be read"},
		}},
		{"a directory cannot be listed", faulty{files: three, listFails: "in/3"}, outcome{
			Reports:  []string{"1 2021-11-30 date 2021-11-30 1", "2 2021-11-30 date 2021-11-30 2"},
			Refusals: []string{"reading in/3: the directory cannot be read: it cannot be listed; allow it to be read"},
		}},
		{"a file cannot be read", faulty{files: three, readFails: "in/1.txt"}, outcome{
			Reports:  []string{"2 2021-11-30 date 2021-11-30 2", "3 2021-11-30 date 2021-11-30 3"},
			Refusals: []string{"reading in/1.txt: it cannot be read: input/output error; try again, or leave it out"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := read(Options{Open: tt.fs.open}, "in")
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLinksAreFollowedToFilesOnly(t *testing.T) {
	dir := t.TempDir()
	must(0, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("date 2021-11-30 Text."), 0o600))
	for name, to := range map[string]string{"b.txt": "a.txt", "loop.txt": ".", "gone.txt": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("this machine makes no symbolic links: ", err)
		}
	}
	got, _ := read(Options{Open: func(p string) (fs.File, error) { return os.Open(p) }}, dir)
	want := outcome{
		Reports:  []string{"a 2021-11-30 date 2021-11-30 Text.", "b 2021-11-30 date 2021-11-30 Text."},
		Refusals: []string{"reading " + dir + "/gone.txt: no such file or directory; it was removed meanwhile, or is a link to nothing"},
		Notices:  []string{dir + ": passed over loop.txt: no files named .txt, .jsonl, .ndjson, .json or one of these with .gz"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// endless is an input without end and without line ends.
type endless struct{ read int }

func (e *endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	e.read += len(b)
	return len(b), nil
}

func TestEndlessInputIsRefusedAtTheLimit(t *testing.T) {
	for _, start := range []string{"", "{"} {
		in := new(endless)
		for _, err := range Read([]string{"-"}, Options{Stdin: io.MultiReader(strings.NewReader(start), in)}) {
			if err == nil {
				t.Fatal("an endless report")
			}
			break
		}
		if in.read > DefaultLimit+2*bufSize {
			t.Errorf("after %q, %d bytes were read for a limit of %d", start, in.read, DefaultLimit)
		}
	}
}

func TestReadingStopsWhenTheCallerDoes(t *testing.T) {
	f := files{"in/1.txt": "date 2021-11-30 1", "in/2/2.txt": "date 2021-11-30 2", "in/3.jsonl": `{"id":"3","date":"2021-11-30","text":"3"}`, "in/4.txt": "no date"}
	for stop := 1; stop <= 4; stop++ {
		n := 0
		for range Read([]string{"in", "in"}, Options{Open: f.open}) {
			if n++; n == stop {
				break
			}
		}
	}
}
