package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"

	"demarche"
	"demarche/internal/desk"
	"github.com/spf13/cobra"
)

// exporting is the verb that writes the record in the forms of others.
type exporting struct {
	record  recordFlag
	rules   rulesFlag
	knownBy dayFlag
	format  choiceFlag
}

func exportCommand() *cobra.Command {
	x := exporting{format: choiceFlag{"jsonl", desk.ExportFormats}}
	cmd := &cobra.Command{
		Use:   "export [A B]",
		Short: "Write the events or acts of the record, also as GDELT, ICEWS or PLOVER",
		Long: `Export writes all events of the record, or those of two parties, the oldest known
first: jsonl and csv are what demarche code prints, parquet has the same with real
days and lists. In gdelt (2.0, 61 columns, no head) and icews (20 columns, with a
head) stands what is actual, threatened or demanded, one row for each pair of parties,
by CAMEO code with its value on Goldstein's scale. In plover stand JSON lines with
POLECAT's columns, and status, count, deadline, speaker and words beside them. acts
writes acts with all that tell them.

What is not told stays empty: an event without a day has no date.

` + recordHelp,
		Example: `  demarche export --format parquet > events.parquet
  demarche export RUS USA --format gdelt > events.tsv`,
		Args: partiesMaybe,
		RunE: func(cmd *cobra.Command, args []string) error { return x.run(cmd.Context(), args) },
	}
	x.format.addTo(cmd, "format", "write as `FORMAT`: csv, jsonl, parquet, gdelt, icews, plover or acts")
	cmd.Flags().Var(&x.knownBy, "known-by", "only what was known by that `DAY`")
	x.record.addTo(cmd.Flags())
	x.rules.addTo(cmd.Flags())
	return cmd
}

func (x *exporting) run(ctx context.Context, args []string) error {
	d, err := x.rules.open()
	if err != nil {
		return err
	}
	r, err := x.record.open(ctx, false)
	if err != nil {
		return err
	}
	defer x.record.close(r)
	dyad, err := dyadOf(ctx, r, d.Names(), args)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	err = r.Export(ctx, out, x.format.value, dyad, desk.View{KnownBy: demarche.Day(x.knownBy)}, d.Names())
	if err == nil {
		err = out.Flush()
	}
	switch {
	case errors.Is(err, context.Canceled):
		return &exit{exitInterrupted, errors.New("interrupted; the output is cut off")}
	case err != nil && errors.Is(err, os.ErrClosed):
		return unwritten(err)
	case err != nil:
		return failed(fmt.Errorf("exporting: %w", err))
	}
	return closeOutput()
}
