package main

import (
	"context"
	"fmt"
	"runtime"

	"demarche/internal/brief"
	"demarche/internal/desk"
	"github.com/spf13/cobra"
)

// briefing is the verb that tells where things stand.
type briefing struct {
	input
	record recordFlag
	rules  rulesFlag
	view   viewFlags
	jobs   countFlag
	format choiceFlag
	quotes bool
	only   string // a section; empty for all
}

func briefCommand() *cobra.Command {
	b := &briefing{jobs: countFlag(runtime.GOMAXPROCS(0)), format: choiceFlag{"text", []string{"text", "markdown", "json"}}, quotes: true}
	cmd := &cobra.Command{
		Use:   "brief A B [PATH...]",
		Short: "Tell where things stand between two parties",
		Long: `Brief tells where things stand between two parties: headline figures, measures in
force, what is due, which moves were answered, talks, claims held against the
record, and where reports disagree. Under each line stands what it rests on:
[report event], which demarche report and demarche explain open, the day it was
known, by whose word, and the words.

With --as-of it tells the world of a day, with --known-by only what was known by
one; without both it tells of today. With PATHs it is made straight from reports,
without a record.

` + recordHelp + `

` + formats,
		Example: `  demarche brief RUS USA --as-of 2022-02-02
  demarche brief RUS USA examples
  demarche brief RUS USA --format markdown > brief.md`,
		Args: func(cmd *cobra.Command, args []string) error { return twoParties(cmd, args[:min(2, len(args))]) },
		RunE: func(cmd *cobra.Command, args []string) error { return b.run(cmd.Context(), args) },
	}
	b.addTo(cmd)
	return cmd
}

func docketCommand() *cobra.Command {
	b := &briefing{jobs: countFlag(runtime.GOMAXPROCS(0)), format: choiceFlag{"text", []string{"text", "markdown", "json"}}, quotes: true, only: "docket"}
	cmd := &cobra.Command{
		Use:   "docket A B [PATH...]",
		Short: "Tell what must happen by when between two parties",
		Long: `Docket is that section of the brief: deadlines, conditions and what was announced,
with what became of it.

` + recordHelp + `

` + formats,
		Example: `  demarche docket RUS USA --as-of 2022-02-02`,
		Args:    func(cmd *cobra.Command, args []string) error { return twoParties(cmd, args[:min(2, len(args))]) },
		RunE:    func(cmd *cobra.Command, args []string) error { return b.run(cmd.Context(), args) },
	}
	b.addTo(cmd)
	return cmd
}

func (b *briefing) addTo(cmd *cobra.Command) {
	b.format.addTo(cmd, "format", "print as `FORMAT`: text, markdown or json")
	cmd.Flags().BoolVar(&b.quotes, "quotes", true, "show the words that each line rests on")
	cmd.Flags().Var(&b.jobs, "jobs", "code `N` reports side by side; the output is the same for any number")
	b.view.addTo(cmd.Flags())
	b.record.addTo(cmd.Flags())
	b.rules.addTo(cmd.Flags())
	b.addFlags(cmd)
}

func (b *briefing) run(ctx context.Context, args []string) error {
	if paths := args[2:]; len(paths) > 0 {
		d, err := b.rules.open()
		if err != nil {
			return err
		}
		two, err := knownParties(ctx, nil, d.Names(), args)
		if err != nil {
			return err
		}
		c := newConsole(paths)
		var g desk.Gathering
		results := d.Gather(ctx, b.reports(ctx, paths, c), int(b.jobs), &g)
		finish := func() error { return b.print(g.Brief(two[0], two[1], b.view.view(), today())) }
		return takeAll(results, c, "reports", func([]byte) error { return nil }, finish, func() { c.progress(b.read.Load()) })
	}
	r, err := b.record.open(ctx, false)
	if err != nil {
		return err
	}
	defer b.record.close(r)
	names, err := b.rules.names()
	if err != nil {
		return err
	}
	two, err := knownParties(ctx, r, names, args)
	if err != nil {
		return err
	}
	made, err := r.Brief(ctx, two[0], two[1], b.view.view())
	if err != nil {
		return failed(fmt.Errorf("making the brief: %w", err))
	}
	return b.print(made)
}

func (b *briefing) print(made brief.Brief) error {
	if b.only != "" {
		var kept []brief.Section
		for _, s := range made.Sections {
			if s.Name == b.only {
				kept = append(kept, s)
			}
		}
		made.Sections = kept
	}
	if b.format.value == "json" {
		return printed(made.AppendJSON(nil))
	}
	return printed(made.AppendText(nil, brief.Layout{Quotes: b.quotes, Markdown: b.format.value == "markdown", Width: 160}))
}
