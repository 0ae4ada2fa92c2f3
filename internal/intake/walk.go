package intake

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// format is how the reports of a file are written down.
type format int

const (
	sniffed format = iota // to be seen from the content
	plain                 // one report of plain text
	records               // JSON lines
)

// endings are the file names that a directory's reports have.
const endings = ".txt, .jsonl, .ndjson, .json or one of these with .gz"

// formatOf tells a file's format from its name. The name without the ending
// that told it is the stem.
func formatOf(name string) (f format, stem string) {
	stem = name
	if s, ok := cutEnding(stem, ".gz"); ok {
		stem = s
	}
	if s, ok := cutEnding(stem, ".txt"); ok {
		return plain, s
	}
	for _, e := range []string{".jsonl", ".ndjson", ".json"} {
		if s, ok := cutEnding(stem, e); ok {
			return records, s
		}
	}
	return sniffed, stem
}

// cutEnding cuts an ending, in whatever case, off a name that has more than
// that.
func cutEnding(name, ending string) (string, bool) {
	i := len(name) - len(ending)
	if i <= 0 || !strings.EqualFold(name[i:], ending) {
		return name, false
	}
	return name[:i], true
}

// path reads what a path given by the caller names.
func (t *taker) path(p string) bool {
	if p == "-" {
		return t.stream(place{path: p}, "stdin", sniffed, t.Stdin)
	}
	f, err := t.Open(p)
	if err != nil {
		return t.refuseOpen(p, err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
		f.Close()
		return t.refuseOpen(p, err)
	case !info.IsDir():
		form, stem := formatOf(filepath.Base(p))
		defer f.Close()
		return t.stream(place{path: p}, stem, form, f)
	}
	found, more := t.dir(p, f)
	if more && !found {
		return t.refuse(place{path: p}, "the directory holds no reports", "name their files "+endings)
	}
	return more
}

// refuseOpen refuses a path that cannot be opened.
func (t *taker) refuseOpen(p string, err error) bool {
	cure := "check the path"
	if errors.Is(err, fs.ErrPermission) {
		cure = "allow it to be read"
	}
	return t.refuse(place{path: p}, reason(err), cure)
}

// refuseListed refuses what a directory lists but what cannot be opened.
func (t *taker) refuseListed(p string, err error) bool {
	if errors.Is(err, fs.ErrNotExist) {
		return t.refuse(place{path: p}, reason(err), "it was removed meanwhile, or is a link to nothing")
	}
	return t.refuseOpen(p, err)
}

// dir reads the reports of an open directory and of those below it. It says
// whether it found any files of reports. It closes the directory.
func (t *taker) dir(p string, f fs.File) (found, more bool) {
	entries, err := readDir(f)
	f.Close()
	if err != nil && !t.refuse(place{path: p}, "the directory cannot be read: "+reason(err), "allow it to be read") {
		return true, false
	}
	// As a path, a directory's name goes on with a slash: "a.txt" comes
	// before "a/b.txt".
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(pathName(a), pathName(b)) })
	var over []string // the names passed over
	found = err != nil
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		form, stem := formatOf(name)
		below := strings.TrimRight(p, "/") + "/" + name
		switch {
		case e.IsDir():
			sub, err := t.Open(below)
			if err != nil {
				found, more = true, t.refuseListed(below, err)
			} else {
				var foundBelow bool
				foundBelow, more = t.dir(below, sub)
				found = found || foundBelow
			}
		case form == sniffed || e.Type()&^fs.ModeSymlink != 0:
			over, more = append(over, name), true
		default:
			var taken bool
			taken, more = t.file(below, stem, form)
			if taken {
				found = true
			} else {
				over = append(over, name)
			}
		}
		if !more {
			return found, false
		}
	}
	if len(over) > 0 {
		t.notice(PassedOver, place{path: p}, fmt.Sprintf("passed over %s: no files named %s", someOf(over), endings))
	}
	return found, true
}

// file reads a file that a directory lists. It is not taken if it is a link to
// something else than a file.
func (t *taker) file(p, stem string, form format) (taken, more bool) {
	f, err := t.Open(p)
	if err != nil {
		return true, t.refuseListed(p, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return true, t.refuseListed(p, err)
	}
	if !info.Mode().IsRegular() {
		return false, true
	}
	return true, t.stream(place{path: p}, stem, form, f)
}

// stream reads the reports of one file or of standard input.
func (t *taker) stream(at place, stem string, form format, r io.Reader) bool {
	in, err := t.unpack.open(r)
	if err != nil {
		return t.refuseRead(at, err)
	}
	if form == sniffed {
		if form, err = in.sniff(); err != nil {
			return t.refuseRead(at, err)
		}
	}
	if form == records {
		return t.records(at.path, in)
	}
	if !utf8.ValidString(stem) || strings.ContainsFunc(stem, isControl) {
		return t.refuse(at, "the file's name cannot be a report's id", "rename it with printable UTF-8 characters")
	}
	return t.text(at, stem, in)
}

// readDir lists a directory.
func readDir(f fs.File) ([]fs.DirEntry, error) {
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		return nil, errors.New("it cannot be listed")
	}
	return d.ReadDir(-1)
}

// pathName is an entry's name as it stands in the paths below its directory.
func pathName(e fs.DirEntry) string {
	if e.IsDir() {
		return e.Name() + "/"
	}
	return e.Name()
}

// someOf names the first few of many.
func someOf(names []string) string {
	const few = 3
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}
