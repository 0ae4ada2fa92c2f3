package main

import (
	"fmt"

	"demarche"
	"demarche/internal/desk"
	"github.com/spf13/cobra"
)

// eraseCommand is the verb by which a report is forgotten.
func eraseCommand() *cobra.Command {
	var record recordFlag
	var rules rulesFlag
	var because desk.Because
	cmd := &cobra.Command{
		Use: "erase REPORT", Short: "Erase a report, as the law may demand",
		Long: `Erase takes a report out of the record: all its versions, their text, and what was
made of them. What stays is that it was erased, when, by whom and why: demarche
report says so. Acts that other reports tell too are made anew without it, and it
is not taken in again. To say only that something in a report is wrong, see
demarche correct.

` + recordHelp,
		Example: "  demarche erase seed-000 --by 'Jane Roe' --reason 'order 12/26 of the district court'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one report by its id; %d were given", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return opened(cmd, &rules, &record, func(d *desk.Desk, r *desk.Record) error {
				if err := r.Erase(cmd.Context(), d, demarche.ReportID(args[0]), because); err != nil {
					return failed(err)
				}
				return nil
			})
		},
	}
	record.addTo(cmd.Flags())
	rules.addTo(cmd.Flags())
	cmd.Flags().StringVar(&because.Name, "by", "", "who erases it: a `NAME`")
	cmd.Flags().StringVar(&because.Reason, "reason", "", "why: some `WORDS`")
	return cmd
}
