package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"demarche"
	"demarche/internal/desk"
	"github.com/spf13/cobra"
)

// consult is a verb that reads the record.
type consult struct {
	record   recordFlag
	view     viewFlags
	from, to dayFlag
	limit    countFlag
	format   choiceFlag
}

// newConsult gives a verb that reads the record the flags that it shares with the
// others. Paged is whether it gives many rows of which a range can be asked for.
func newConsult(cmd *cobra.Command, paged bool, run func(c *consult, ctx context.Context, r *desk.Record, args []string) ([]byte, error)) *cobra.Command {
	c := &consult{limit: 50, format: choiceFlag{"text", []string{"text", "jsonl"}}}
	cmd.Long += "\n\n" + recordHelp
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := c.record.open(cmd.Context(), false)
		if err != nil {
			return err
		}
		defer c.record.close(r)
		out, err := run(c, cmd.Context(), r, args)
		if err != nil {
			if e := (*exit)(nil); errors.As(err, &e) {
				return err
			}
			return failed(err)
		}
		return printed(out)
	}
	c.record.addTo(cmd.Flags())
	c.view.addTo(cmd.Flags())
	c.format.addTo(cmd, "format", "print as `FORMAT`: text or jsonl")
	if paged {
		cmd.Flags().Var(&c.from, "from", "nothing before that `DAY`")
		cmd.Flags().Var(&c.to, "to", "nothing after that `DAY`")
		cmd.Flags().Var(&c.limit, "limit", "no more than `N` rows")
	}
	return cmd
}

func (c *consult) page() desk.Page {
	return desk.Page{View: c.view.view(), From: demarche.Day(c.from), To: demarche.Day(c.to), Limit: int(c.limit)}
}

// dyad is the pair of parties that is asked for, or "" for all.
func (c *consult) dyad(ctx context.Context, r *desk.Record, args []string) (string, error) {
	names, err := (&rulesFlag{}).names()
	if err != nil {
		return "", err
	}
	return dyadOf(ctx, r, names, args)
}

// partiesMaybe refuses a command line that names one party, or more than two.
func partiesMaybe(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return twoParties(cmd, args)
}

func timelineCommand() *cobra.Command {
	return newConsult(&cobra.Command{
		Use: "timeline A B", Short: "Print the acts between two parties by day, the last first",
		Long: `Timeline prints the acts between two parties by the day on which they were or are
to be, the last first, each with the reports that tell it.`,
		Example: "  demarche timeline RUS USA --from 2021-01-01 --limit 20\n  demarche timeline RUS USA --known-by 2021-11-30",
		Args:    twoParties,
	}, true, func(c *consult, ctx context.Context, r *desk.Record, args []string) (out []byte, err error) {
		dyad, err := c.dyad(ctx, r, args)
		if err != nil {
			return nil, err
		}
		acts, err := r.Timeline(ctx, dyad, c.page())
		for i := range acts {
			if c.format.value == "jsonl" {
				out = append(acts[i].AppendJSON(out), '\n')
			} else {
				out = appendAct(out, &acts[i])
			}
		}
		return out, err
	})
}

func eventsCommand() *cobra.Command {
	return newConsult(&cobra.Command{
		Use: "events [A B]", Short: "Print events of the record, the last known first",
		Long:    `Events prints what single reports say, the last known first: of all parties, or of two.`,
		Example: "  demarche events RUS USA --limit 10\n  demarche events --format jsonl --known-by 2021-11-30",
		Args:    partiesMaybe,
	}, true, func(c *consult, ctx context.Context, r *desk.Record, args []string) (out []byte, err error) {
		dyad, err := c.dyad(ctx, r, args)
		if err != nil {
			return nil, err
		}
		told, err := r.Events(ctx, dyad, c.page())
		for i := range told {
			out = c.appendTelling(out, &told[i])
		}
		return out, err
	})
}

// appendTelling appends an event for a person, or as the codebook's object.
func (c *consult) appendTelling(dst []byte, t *demarche.Telling) []byte {
	if c.format.value == "jsonl" {
		return append(demarche.Coded{Event: t.Event, Evidence: t.Evidence}.AppendJSON(dst), '\n')
	}
	dst = fmt.Appendf(dst, "%s  %s  %s  %s", dayOrMark(t.Known), t.Type, desk.Parties(&t.Event), t.Status)
	if d := details(&t.Event); len(d) > 0 {
		dst = fmt.Appendf(dst, "  %s", onOneLine(strings.Join(d, " · ")))
	}
	return fmt.Appendf(dst, "\n    %s  “%s”  (%s)\n", onOneLine(string(t.Report)), onOneLine(t.Evidence), t.ID)
}

func searchCommand() *cobra.Command {
	return newConsult(&cobra.Command{
		Use: "search WORD...", Short: "Find reports and events by their words",
		Long: `Search finds the newest reports with all the words, and the newest events whose
evidence has them. Words in quotation marks stand together; a word after a minus
must not be there.`,
		Example: "  demarche search consulate Seattle\n  demarche search '\"visa applications\" -tourist' --from 2021-01-01",
		Args: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return errors.New("no word was given: name some to search for")
			}
			return nil
		},
	}, true, func(c *consult, ctx context.Context, r *desk.Record, args []string) (out []byte, err error) {
		reports, told, err := r.Search(ctx, strings.Join(args, " "), c.page())
		if err != nil {
			return nil, err
		}
		for _, h := range reports {
			if c.format.value == "jsonl" {
				out = appendObject(out, struct {
					Report  demarche.ReportID `json:"report"`
					Version int               `json:"version"`
					Date    string            `json:"date"`
					Outlet  string            `json:"outlet"`
					Title   string            `json:"title"`
					Snippet string            `json:"snippet"`
				}{h.ID, h.Version, h.Date, h.Outlet, h.Title, h.Snippet})
				continue
			}
			head := strings.TrimSpace(onOneLine(h.Outlet + "  " + h.Title))
			out = fmt.Appendf(out, "%s  %s\n", h.Date, strings.TrimSpace(onOneLine(string(h.ID))+"  "+head))
			out = fmt.Appendf(out, "    %s\n", onOneLine(h.Snippet))
		}
		for i := range told {
			out = c.appendTelling(out, &told[i])
		}
		return out, nil
	})
}

func reportCommand() *cobra.Command {
	return newConsult(&cobra.Command{
		Use: "report ID", Short: "Print a report of the record: its versions, events and corrections",
		Long: `Report prints a report as the record has it: each version with its text, the events
that it was coded into, and what analysts have corrected in them.`,
		Example: "  demarche report seed-000",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one report by its id; %d were given", len(args))
			}
			return nil
		},
	}, false, func(c *consult, ctx context.Context, r *desk.Record, args []string) (out []byte, err error) {
		versions, err := r.Report(ctx, demarche.ReportID(args[0]), c.view.view())
		for i := range versions {
			v := &versions[i]
			if c.format.value == "jsonl" {
				for j := range v.Events {
					out = c.appendTelling(out, &v.Events[j])
				}
				continue
			}
			out = fmt.Appendf(out, "%s  version %d  %s  %s  taken in %s", onOneLine(string(v.ID)), v.Version, v.Date, onOneLine(v.Outlet), v.Taken)
			if v.KnownTo != "9999-12-31" {
				out = fmt.Appendf(out, "  replaced on %s", v.KnownTo)
			}
			out = fmt.Appendf(out, "\n\n%s\n\n", strings.TrimSpace(v.Text))
			for j := range v.Events {
				out = c.appendTelling(out, &v.Events[j])
			}
			for _, e := range v.Log {
				out = fmt.Appendf(out, "    %s %s: %s %s %s %s — %s\n", e.At, onOneLine(e.Name), e.Verb, e.Subject, e.Field, onOneLine(e.Value+string(e.Other)), onOneLine(e.Reason))
			}
		}
		return out, err
	})
}

func registerCommand() *cobra.Command {
	return newConsult(&cobra.Command{
		Use: "register [SURNAME]", Short: "Print persons with their offices, as reports name them",
		Long: `Register prints the persons that reports name with an office and its State, since
when, until when another office is told, and the reports that say so.`,
		Example: "  demarche register Ryabkov --as-of 2021-11-30",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("name one surname, or none for all; %d were given", len(args))
			}
			return nil
		},
	}, false, func(c *consult, ctx context.Context, r *desk.Record, args []string) (out []byte, err error) {
		surname := strings.Join(args, "")
		all, err := r.Register(ctx, surname, c.view.view())
		for _, h := range all {
			if c.format.value == "jsonl" {
				out = appendObject(out, struct {
					Name    string              `json:"name"`
					State   demarche.Code       `json:"state"`
					Office  string              `json:"office"`
					From    string              `json:"from"`
					Until   string              `json:"until"`
					Reports []demarche.ReportID `json:"reports"`
				}{h.Name, h.State, h.Office, h.From.String(), h.Until.String(), h.Reports})
				continue
			}
			until := ""
			if !h.Until.IsZero() {
				until = " until " + h.Until.String()
			}
			out = fmt.Appendf(out, "%s (%s)  %s  since %v%s\n", onOneLine(h.Name), h.State, onOneLine(h.Office), h.From, until)
			for _, id := range h.Reports {
				out = fmt.Appendf(out, "    %s\n", onOneLine(string(id)))
			}
		}
		return out, err
	})
}

func dyadsCommand() *cobra.Command {
	return newConsult(&cobra.Command{
		Use: "dyads", Short: "Print all pairs of parties, the busiest first",
		Long: `Dyads prints all pairs of parties of which the record has acts, with the numbers of
acts and events and the days of the first and the last act.`,
		Args: noArguments,
	}, false, func(c *consult, ctx context.Context, r *desk.Record, _ []string) (out []byte, err error) {
		all, err := r.Dyads(ctx, c.view.view())
		for _, d := range all {
			if c.format.value == "jsonl" {
				out = appendObject(out, struct {
					Dyad   string `json:"dyad"`
					Acts   int64  `json:"acts"`
					Events int64  `json:"events"`
					First  string `json:"first"`
					Last   string `json:"last"`
				}{d.Name, d.Acts, d.Events, d.First, d.Last})
			} else {
				out = fmt.Appendf(out, "%s  %6d acts  %6d events  %s to %s\n", d.Name, d.Acts, d.Events, d.First, d.Last)
			}
		}
		return out, err
	})
}

func statsCommand() *cobra.Command {
	return newConsult(&cobra.Command{
		Use: "stats", Short: "Count events by type, status and month, and reports by outlet",
		Long: `Stats counts what the record has: events by type, status and month of becoming
known, and reports by outlet.`,
		Args: noArguments,
	}, false, func(c *consult, ctx context.Context, r *desk.Record, _ []string) (out []byte, err error) {
		all, err := r.Stats(ctx, c.view.view())
		of := ""
		for _, n := range all {
			if c.format.value == "jsonl" {
				out = appendObject(out, struct {
					Of   string `json:"of"`
					Name string `json:"name"`
					N    int64  `json:"n"`
				}{n.Of, n.Name, n.N})
				continue
			}
			if n.Of != of {
				of = n.Of
				out = fmt.Appendf(out, "%s\n", of)
			}
			name := n.Name
			if name == "" {
				name = "(not told)"
			}
			out = fmt.Appendf(out, "  %-24s %8d\n", onOneLine(name), n.N)
		}
		return out, err
	})
}

// appendObject appends a line of JSON.
func appendObject(dst []byte, o any) []byte {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		panic(err) // there is nothing in it that JSON has no word for
	}
	return append(dst, b.String()...)
}
