package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"demarche/internal/desk"
	"demarche/internal/intake"
	"github.com/spf13/cobra"
)

// add is the verb that takes reports into the record.
type add struct {
	input
	record  recordFlag
	rules   rulesFlag
	jobs    countFlag
	replace bool
}

func addCommand() *cobra.Command {
	a := add{jobs: countFlag(runtime.GOMAXPROCS(0))}
	cmd := &cobra.Command{
		Use:   "add PATH...",
		Short: "Take reports into the record",
		Long: `Add codes reports and keeps them with their events and the acts that these tell.
Adding a report again changes nothing. Each report is taken in as a whole or not
at all: killed at any moment, add can be run again and goes on where it was.

A report with an id that the record has, but another text, is refused; with
--replace it takes the other's place as its corrected version. A record of JSON
lines may also say "replaces": the id of the report that it corrects. Both
versions stay readable.

` + recordHelp + `

` + formats,
		Example: `  demarche add examples
  demarche add --db desk.db feed.jsonl.gz
  demarche add --replace corrected.jsonl`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, paths []string) error { return a.run(cmd.Context(), paths) },
	}
	cmd.Flags().BoolVar(&a.replace, "replace", false, "a report takes the place of one with its id and another text")
	cmd.Flags().Var(&a.jobs, "jobs", "code `N` reports side by side; the record is the same for any number")
	a.record.addTo(cmd.Flags())
	a.rules.addTo(cmd.Flags())
	a.addFlags(cmd)
	return cmd
}

func (a *add) run(ctx context.Context, paths []string) error {
	d, err := a.rules.open()
	if err != nil {
		return err
	}
	r, err := a.record.open(ctx, true)
	if err != nil {
		return err
	}
	defer a.record.close(r)
	c := newConsole(paths)
	defer c.close()
	var added, unchanged, replaced, refused, events, acts int
	var last error
	for o, err := range r.Add(ctx, d, a.reports(ctx, paths, c), desk.Adding{Jobs: int(a.jobs), Replace: a.replace}) {
		refusal := (*intake.Refusal)(nil)
		switch {
		case errors.As(err, &refusal):
			c.say("%v", err)
			refused++
		case err != nil:
			last = err
		case o.Unchanged:
			unchanged++
		default:
			added++
			events += o.Events
			acts += o.NewActs
			if o.Replaced {
				replaced++
			}
		}
		c.progress(a.read.Load())
	}
	c.close()
	out := fmt.Appendf(nil, "%d added", added)
	if replaced > 0 {
		out = fmt.Appendf(out, " (%d in place of others)", replaced)
	}
	out = fmt.Appendf(out, ", %d in the record before, %d refused; %d events, %d new acts\n", unchanged, refused, events, acts)
	switch {
	case errors.Is(last, context.Canceled):
		c.say("interrupted after %d reports; run it again to go on", added+unchanged)
		printed(out)
		return &exit{exitInterrupted, nil}
	case last != nil:
		printed(out)
		return failed(a.record.trouble("adding to", last))
	}
	if err := printed(out); err != nil {
		return err
	}
	if refused > 0 {
		return &exit{exitRefused, nil}
	}
	return nil
}
