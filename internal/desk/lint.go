package desk

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"demarche/data"
	"demarche/internal/coder"
	"demarche/internal/rule"
	"demarche/internal/syntax"
	"demarche/internal/who"
)

// Linted is what a look at rules and tables has found.
type Linted struct {
	Faults           []error // each begins with the file and the line
	Rules            int
	Examples, Silent int // sentences that were executed
}

// Lint checks the rules, lexicons and gazetteers of the program with a folder laid
// over them, and executes the examples of all rules. It fails only where the folder
// itself cannot be used; what cannot be loaded is a fault like others.
func Lint(own Own) (Linted, error) {
	var l Linted
	if err := own.check(); err != nil {
		return l, err
	}
	model, err := syntax.Read(data.Model)
	if err != nil {
		return l, err
	}
	files := own.over(data.Files)
	fault := func(err error) {
		if err != nil {
			l.Faults = append(l.Faults, own.placed(err))
		}
	}
	names, err := who.Load(files)
	fault(err)
	if names != nil {
		_, err = coder.LoadGate(files, names)
		fault(err)
	}
	book, err := loadRules(own)
	fault(err)
	if book == nil || names == nil {
		return l, nil
	}
	for _, r := range book.Rules() {
		l.Rules++
		l.Examples += len(r.Examples)
		l.Silent += len(r.Silent)
	}
	knowledge, err := coder.LoadKnowledge(files, names, book)
	if err != nil {
		fault(err)
		return l, nil
	}
	faults, err := coder.Lint(files, model, knowledge)
	fault(err)
	for _, f := range faults {
		f.File = own.at(f.File)
		l.Faults = append(l.Faults, f)
	}
	return l, nil
}

// Lint checks what the desk was opened with.
func (d *Desk) Lint() (Linted, error) { return Lint(d.own) }

// LintSent checks the program's files with sent ones laid over them, which are named as
// those of a folder are: expel.yaml, lexicon/gate.tsv.
func LintSent(files []Sent) (Linted, error) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, f := range files {
		if !fs.ValidPath(f.Name) || strings.Contains(f.Name, `\`) {
			return Linted{}, fmt.Errorf("%q is no name of a file: write one such as rules/expel.yaml", f.Name)
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Name})
		if err == nil {
			_, err = part.Write(f.Text)
		}
		if err != nil {
			return Linted{}, err
		}
	}
	if err := w.Close(); err != nil {
		return Linted{}, err
	}
	folder, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		return Linted{}, err
	}
	return Lint(Own{Files: folder, Name: "sent"})
}

// loadRules reads the program's rules with a folder's laid over them.
func loadRules(own Own) (*rule.Book, error) {
	over, name, err := own.rules()
	if err != nil {
		return nil, err
	}
	return rule.Overlay(data.Files, "rules", over, name)
}

// placed is an error of loading that begins with the file, and with the folder
// that it stands in.
func (o Own) placed(err error) error {
	text := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "reading "), "the table ")
	if file, rest, ok := strings.Cut(text, ":"); ok && o.at(file) != file {
		return errors.New(o.at(file) + ":" + rest)
	}
	return errors.New(text)
}

// refuse gives the first fault in the rules of a folder, for who would use them.
func (o Own) refuse(model *syntax.Model, k *coder.Knowledge, book *rule.Book) error {
	_, name, err := o.rules()
	if err != nil || name == "" {
		return err
	}
	var rules []*rule.Rule
	for _, r := range book.Rules() {
		if strings.HasPrefix(r.File, name+"/") || name == "." && !strings.Contains(r.File, "/") {
			rules = append(rules, r)
		}
	}
	faults := coder.Execute(model, k, rules)
	switch len(faults) {
	case 0:
		return nil
	case 1:
		return faults[0]
	}
	return fmt.Errorf("%w; and %d more faults: see demarche lint %s", faults[0], len(faults)-1, o.Name)
}
