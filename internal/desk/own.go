package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Own is a folder of files that are laid over those that the program was built
// with. It holds rules, or folders of them and of tables as data/ has them: rules,
// lexicon, gazetteer. The zero Own lays nothing over.
type Own struct {
	Files fs.FS
	Name  string // of the folder, for messages
}

// rules gives the folder's rules, and their folder's name; nil for none.
func (o Own) rules() (fs.FS, string, error) {
	if o.Files == nil {
		return nil, "", nil
	}
	top, err := fs.Glob(o.Files, "*.yaml")
	if err != nil {
		return nil, "", err
	}
	_, err = fs.Stat(o.Files, "rules")
	switch {
	case err != nil && len(top) > 0:
		return o.Files, o.Name, nil
	case err != nil:
		return nil, "", nil
	case len(top) > 0:
		return nil, "", fmt.Errorf("%s holds the rules %s and a folder of rules: put all into the folder", o.Name, strings.Join(top, ", "))
	}
	sub, err := fs.Sub(o.Files, "rules")
	return sub, path.Join(o.Name, "rules"), err
}

// check refuses a folder with nothing in it that could be laid over.
func (o Own) check() error {
	if o.Files == nil {
		return nil
	}
	if _, err := fs.ReadDir(o.Files, "."); err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return fmt.Errorf("reading %s: %w; name a folder of rules", o.Name, err)
	}
	for _, pattern := range []string{"*.yaml", "rules/*.yaml", "lexicon/*.tsv", "gazetteer/*.tsv"} {
		if found, err := fs.Glob(o.Files, pattern); err == nil && len(found) > 0 {
			return nil
		}
	}
	return fmt.Errorf("%s holds neither rules (*.yaml) nor folders rules, lexicon or gazetteer: name a folder that does", o.Name)
}

// over lays the folder over files.
func (o Own) over(files fs.FS) fs.FS {
	if o.Files == nil {
		return files
	}
	return layered{o.Files, files}
}

// at says where a file of tables stands, for messages: in the folder, if it does.
func (o Own) at(file string) string {
	if o.Files != nil && strings.Contains(file, "/") {
		if _, err := fs.Stat(o.Files, file); err == nil {
			return path.Join(o.Name, file)
		}
	}
	return file
}

// layered opens a file above, or below where there is none above.
type layered struct{ above, below fs.FS }

func (l layered) Open(name string) (fs.File, error) {
	f, err := l.above.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return l.below.Open(name)
	}
	return f, err
}
