package main

import (
	"fmt"
	"os"
	"path/filepath"

	"demarche"
	"demarche/internal/desk"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func lintCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Check rules, lexicons and gazetteers, and execute the examples of rules",
		Long: `Lint checks the rules, lexicons and gazetteers that the program was built with, or
those with the files of DIR laid over them. DIR holds files of rules, as data/rules
has them, or folders rules, lexicon and gazetteer; a file there takes the place of
the program's of the same name, and others are added.

The examples of every rule are coded, each as a report of one sentence: an event of
the rule's type must come out where [trigger] is marked, with the actor, recipient
and object that are marked. From the silent sentences none may.

Each fault stands on a line, with the file and the line where it is, what is wrong
and what to do.`,
		Example: `  demarche lint
  demarche lint my-rules
  demarche code --rules my-rules reports`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("it checks one folder, not %d: name one", len(args))
			}
			return nil
		},
		RunE: lint,
	}
}

func lint(_ *cobra.Command, args []string) error {
	var own desk.Own
	if len(args) > 0 {
		own = ownFiles(args[0])
	}
	l, err := desk.Lint(own)
	if err != nil {
		return failed(err)
	}
	var out []byte
	for _, f := range l.Faults {
		out = fmt.Appendln(out, onOneLine(f.Error()))
	}
	out = fmt.Appendf(out, "%d rules, %d examples, %d silent sentences: %d faults\n", l.Rules, l.Examples, l.Silent, len(l.Faults))
	if _, err := os.Stdout.Write(out); err != nil {
		return unwritten(err)
	}
	if err := closeOutput(); err != nil {
		return err
	}
	if len(l.Faults) > 0 {
		return &exit{exitRefused, nil}
	}
	return nil
}

// ownFiles is a folder of the user's own files.
func ownFiles(dir string) desk.Own {
	return desk.Own{Files: os.DirFS(dir), Name: filepath.ToSlash(filepath.Clean(dir))}
}

// rulesFlag is a folder of the user's own rules on the command line.
type rulesFlag struct{ dir string }

func (r *rulesFlag) addTo(flags *pflag.FlagSet) {
	flags.StringVar(&r.dir, "rules", "", "lay the rules of `DIR` over the program's; see demarche lint")
}

func (r *rulesFlag) own() desk.Own {
	if r.dir == "" {
		return desk.Own{}
	}
	return ownFiles(r.dir)
}

// open opens a desk with the rules laid over.
func (r *rulesFlag) open() (*desk.Desk, error) {
	d, err := desk.Open(r.own())
	if err != nil {
		return nil, failed(err)
	}
	return d, nil
}

// names reads no more of the desk than what States and organisations are called.
func (r *rulesFlag) names() (map[demarche.Code]string, error) {
	names, err := desk.UsualNames(r.own())
	if err != nil {
		return nil, failed(err)
	}
	return names, nil
}
