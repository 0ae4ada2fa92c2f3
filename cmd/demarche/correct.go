package main

import (
	"context"
	"fmt"

	"demarche"
	"demarche/internal/desk"
	"github.com/spf13/cobra"
)

// ways are those to correct the record.
const ways = "reject, accept, change, undo, split, merge or untie"

// correctCommand is the verb by which analysts correct the record.
func correctCommand() *cobra.Command {
	root := &cobra.Command{
		Use: "correct HOW", Short: "Correct the record: reject an event, change a field, split or merge acts",
		Long: `Correct notes that the record has something wrong: who says so, and why. Nothing is
overwritten: the record of an earlier day, --known-by, is as it was. Events are
named by the ids that events, timeline and report print.

` + recordHelp,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("say how to correct: %s", ways)
			}
			return fmt.Errorf("%q is no way to correct: write %s", args[0], ways)
		},
		RunE: func(*cobra.Command, []string) error { return nil }, // never: Args refuses
	}
	type event = demarche.EventID
	way := func(use, short string, n int, do func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error) {
		var record recordFlag
		var because desk.Because
		cmd := &cobra.Command{
			Use: use, Short: short, Long: short + ".\n\n" + recordHelp,
			Args: func(_ *cobra.Command, args []string) error {
				if len(args) != n {
					return fmt.Errorf("it is called as demarche correct %s; %d words were given", use, len(args))
				}
				return nil
			},
			RunE: func(cmd *cobra.Command, args []string) error {
				r, err := record.open(cmd.Context(), false)
				if err != nil {
					return err
				}
				defer record.close(r)
				if err := do(r, cmd.Context(), args, because); err != nil {
					return failed(err)
				}
				return nil
			},
		}
		record.addTo(cmd.Flags())
		cmd.Flags().StringVar(&because.Name, "by", "", "who corrects: a `NAME`")
		cmd.Flags().StringVar(&because.Reason, "reason", "", "why: some `WORDS`")
		root.AddCommand(cmd)
	}
	way("reject EVENT", "Say that an event should never have been said", 1, func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error {
		return r.Reject(ctx, event(args[0]), b)
	})
	way("accept EVENT", "Take the rejection of an event back", 1, func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error {
		return r.Accept(ctx, event(args[0]), b)
	})
	way("change EVENT FIELD VALUE", "Change a field of an event: codes joined by +, a count as >=27, a period as the codebook has it", 3, func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error {
		names, err := (&rulesFlag{}).names()
		if err != nil {
			return err
		}
		value, err := desk.Spelled(names, args[1], args[2])
		if err != nil {
			return err
		}
		return r.Change(ctx, event(args[0]), args[1], value, b)
	})
	way("undo EVENT FIELD", "Take the last change of a field of an event back", 2, func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error {
		return r.Undo(ctx, event(args[0]), args[1], b)
	})
	way("split EVENT EVENT", "Say that two events do not tell one act", 2, func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error {
		return r.Part(ctx, event(args[0]), event(args[1]), b)
	})
	way("merge EVENT EVENT", "Say that two events tell one act", 2, func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error {
		return r.Join(ctx, event(args[0]), event(args[1]), b)
	})
	way("untie EVENT EVENT", "Take the last splitting or merging of two events back", 2, func(r *desk.Record, ctx context.Context, args []string, b desk.Because) error {
		return r.Untie(ctx, [][2]demarche.EventID{{event(args[0]), event(args[1])}}, b)
	})
	return root
}

// recodeCommand is the verb that codes the reports of the record anew.
func recodeCommand() *cobra.Command {
	var record recordFlag
	var rules rulesFlag
	cmd := &cobra.Command{
		Use: "recode", Short: "Code the reports of the record anew, after the rules have changed",
		Long: `Recode codes all reports of the record anew and prints what changed: + found, -
found no more, ~ told otherwise. An event that is told by the same words keeps its
id, and analysts' corrections stay. What an event was coded as before is kept.

` + recordHelp,
		Example: "  demarche recode --rules my-rules",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opened(cmd, &rules, &record, func(d *desk.Desk, r *desk.Record) error {
				var out []byte
				line := func(mark string, t *demarche.Telling) {
					out = fmt.Appendf(out, "%s %s  %s\n", mark, onOneLine(string(t.Report)), onOneLine(eventLine(&t.Event)))
				}
				changes, err := r.Recode(cmd.Context(), d, func(c desk.Change) {
					switch {
					case c.Was == nil:
						line("+", c.Is)
					case c.Is == nil:
						line("-", c.Was)
						if c.Lost {
							out = fmt.Appendf(out, "  analysts had corrected it: see demarche report %s\n", onOneLine(string(c.Was.Report)))
						}
					default:
						line("~", c.Was)
						line(" ", c.Is)
					}
				})
				if err != nil {
					return failed(err)
				}
				out = fmt.Appendf(out, "%d coded anew: %d events found, %d told otherwise, %d found no more\n", changes.Reports, changes.Added, changes.Changed, changes.Gone)
				return printed(out)
			})
		},
	}
	record.addTo(cmd.Flags())
	rules.addTo(cmd.Flags())
	return cmd
}
