package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"demarche"
	"demarche/internal/desk"
	"github.com/spf13/cobra"
)

// acts is the verb that merges the events of reports into acts.
type acts struct {
	scoring // reads files of events
	events  []string
	format  choiceFlag
	record  recordFlag
	view    viewFlags
}

func actsCommand() *cobra.Command {
	a := acts{format: choiceFlag{"text", []string{"text", "jsonl"}}}
	a.jobs = countFlag(runtime.GOMAXPROCS(0))
	cmd := &cobra.Command{
		Use:   "acts [PATH... | A B]",
		Short: "Print acts: what happened, merged from all reports that tell it",
		Long: `Acts merges events of several reports that tell the same act, by type, parties,
time, figures, object and place, and prints each act once: how far it has come,
by which steps, which reports tell it, where they differ, and which act it
answers. Nothing depends on the order in which the reports come.

Each PATH is reports, which are coded first, or a file .jsonl of events, as code
--format jsonl prints them. With --events FILE the events are those of FILE, and
PATHs of reports only tell when these came out; without them the day of a report
is guessed from its events.

With two codes, as RUS USA, it prints the acts between these parties that the record
has.

` + recordHelp + `

` + formats,
		Example: `  demarche acts examples
  demarche acts --format jsonl reports > acts.jsonl
  demarche acts --events gold.jsonl --format jsonl
  demarche acts RUS USA --known-by 2021-11-30`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && len(a.events) == 0 {
				return errors.New("no path was given: name files or directories of reports, or --events FILE")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.run(cmd.Context(), args) },
	}
	a.format.addTo(cmd, "format", "print the acts as `FORMAT`: text or jsonl")
	cmd.Flags().StringSliceVar(&a.events, "events", nil, "take the events of `FILE`, not those that reports are coded into")
	cmd.Flags().Var(&a.jobs, "jobs", "code `N` reports side by side; the output is the same for any number")
	a.rules.addTo(cmd.Flags())
	a.record.addTo(cmd.Flags())
	a.view.addTo(cmd.Flags())
	a.addFlags(cmd)
	return cmd
}

// ofRecord prints the acts between two parties that the record has.
func (a *acts) ofRecord(ctx context.Context, args []string) error {
	r, err := a.record.open(ctx, false)
	if err != nil {
		return err
	}
	defer a.record.close(r)
	names, err := a.rules.names()
	if err != nil {
		return err
	}
	dyad, err := dyadOf(ctx, r, names, args)
	if err != nil {
		return err
	}
	found, err := r.ActsOf(ctx, dyad, a.view.view(), demarche.Day{})
	if err != nil {
		return failed(err)
	}
	return a.printActs(desk.Until(found, demarche.Day(a.view.asOf)))
}

func (a *acts) run(ctx context.Context, paths []string) error {
	if twoParties(nil, paths) == nil && len(a.events) == 0 && actorCode.MatchString(paths[0]) && actorCode.MatchString(paths[1]) {
		return a.ofRecord(ctx, paths)
	}
	var reports []string
	files := a.events
	for _, p := range paths {
		if a.hasEvents(ctx, p) {
			files = append(files, p)
		} else {
			reports = append(reports, p)
		}
	}
	var coded []demarche.Coded
	for _, f := range files {
		file, err := a.scoring.events(ctx, f)
		if err != nil {
			return failed(err)
		}
		coded = append(coded, file.Coded()...)
	}
	c := newConsole(reports)
	if reports == nil {
		return a.print(coded, map[demarche.ReportID]demarche.Day{})
	}
	if len(a.events) > 0 {
		days := map[demarche.ReportID]demarche.Day{}
		refused := 0
		for r, err := range a.reports(ctx, reports, c) {
			if err != nil {
				c.say("%v", err)
				refused++
				continue
			}
			days[r.ID] = r.Date
		}
		if err := a.print(coded, days); err != nil || refused == 0 {
			return err
		}
		return &exit{exitRefused, nil}
	}
	d, err := a.rules.open()
	if err != nil {
		return err
	}
	var mu sync.Mutex
	told := desk.Gather(coded, func(demarche.ReportID) (demarche.Day, bool) { return demarche.Day{}, false })
	results := d.Code(ctx, a.reports(ctx, reports, c), int(a.jobs), func(dst []byte, coding *desk.Coding) []byte {
		mu.Lock()
		told = append(told, coding.Tell()...) // in any order: acts do not depend on it
		mu.Unlock()
		return dst
	})
	take := func([]byte) error { return nil }
	return takeAll(results, c, "reports", take, func() error { return a.write(told) }, func() { c.progress(a.read.Load()) })
}

func (a *acts) print(events []demarche.Coded, days map[demarche.ReportID]demarche.Day) error {
	return a.write(desk.Gather(events, func(r demarche.ReportID) (demarche.Day, bool) { d, ok := days[r]; return d, ok }))
}

// write prints the acts of tellings.
func (a *acts) write(told []demarche.Telling) error {
	found := desk.Acts(told)
	if by := demarche.Day(a.view.knownBy); !by.IsZero() {
		found = desk.Acts(slices.DeleteFunc(told, func(t demarche.Telling) bool { return by.Before(t.Known) }))
	}
	return a.printActs(desk.Until(found, demarche.Day(a.view.asOf)))
}

func (a *acts) printActs(found []demarche.Act) error {
	var out []byte
	for _, act := range found {
		if a.format.value == "jsonl" {
			out = append(act.AppendJSON(out), '\n')
		} else {
			out = appendAct(out, &act)
		}
	}
	if _, err := os.Stdout.Write(out); err != nil {
		return unwritten(err)
	}
	return closeOutput()
}

// appendAct appends an act for a person: what it is, then each event that tells it,
// then where they differ and what it answers.
func appendAct(dst []byte, a *demarche.Act) []byte {
	e := actEvent(a)
	dst = fmt.Appendf(dst, "%s  %s  %s  %s", dayOrMark(a.Day()), a.Type, desk.Parties(&e), a.Status)
	if d := details(&e); len(d) > 0 {
		dst = fmt.Appendf(dst, "  %s", onOneLine(strings.Join(d, " · ")))
	}
	dst = fmt.Appendf(dst, "  (%s)\n", a.ID)
	for i := range a.Tellings {
		t := &a.Tellings[i]
		dst = fmt.Appendf(dst, "    %s %s  %s %s", dayOrMark(t.Known), onOneLine(string(t.Report)), t.Type, t.Status)
		if d := details(&t.Event); len(d) > 0 {
			dst = fmt.Appendf(dst, " · %s", onOneLine(strings.Join(d, " · ")))
		}
		dst = fmt.Appendf(dst, " (%s)\n", t.ID)
	}
	for _, x := range a.Accounts {
		dst = fmt.Appendf(dst, "    differ: %s %s (%d)\n", x.Field, onOneLine(x.Value), len(x.Events))
	}
	for _, x := range a.Answers {
		lag := ""
		if x.Dated {
			lag = fmt.Sprintf(", after %d days", x.Lag)
		}
		dst = fmt.Appendf(dst, "    answers %s, %s, %.2f%s\n", x.Act, x.How(), float64(x.Score)/100, lag)
	}
	return dst
}

// actEvent is an act as an event, to be told by the same words.
func actEvent(a *demarche.Act) demarche.Event {
	return demarche.Event{Type: a.Type, Actor: a.Actor, Recipient: a.Recipient, Status: a.Status, Object: a.Object, Count: a.Count, Place: a.Place, Date: a.Date, Deadline: a.Deadline}
}

// dayOrMark is a day, or a mark of the same width where none is known.
func dayOrMark(d demarche.Day) string {
	if d.IsZero() {
		return "----------"
	}
	return d.String()
}
