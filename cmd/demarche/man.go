package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man DIRECTORY",
		Short:   "Write the manual pages into a directory",
		Long:    "Man writes the manual pages of demarche and of each of its verbs into a directory.",
		Example: "  demarche man . && man ./demarche-parse.1",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("it takes one directory, not %d", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return failed(fmt.Errorf("making %s: %w; name a directory that can be written", args[0], cause(err)))
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true // it has the day, and pages should differ only with their text
			if err := doc.GenManTree(root, &doc.GenManHeader{Section: "1"}, args[0]); err != nil {
				return failed(fmt.Errorf("writing manual pages into %s: %w; name a directory that can be written", args[0], cause(err)))
			}
			return nil
		},
	}
}
