package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"runtime"
	"sync/atomic"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/export"
	"github.com/spf13/cobra"
)

// code is the verb that prints the events of reports.
type code struct {
	input
	rules  rulesFlag
	jobs   countFlag
	format choiceFlag
}

func codeCommand() *cobra.Command {
	c := code{jobs: countFlag(runtime.GOMAXPROCS(0)), format: choiceFlag{"text", []string{"text", "jsonl", "csv"}}}
	cmd := &cobra.Command{
		Use:   "code PATH...",
		Short: "Print the events of reports: who did what to whom",
		Long: `Code prints the diplomatic events that reports tell: who did what to whom, how
many, when, by when, by whose word, and whether it happened, was planned,
threatened, demanded, made conditional, ruled out or ended.

` + formats + `

With --format text a person reads, report by report, type, actor and recipient,
status, what else is told, and the words that say it. For a program, jsonl has a
JSON object a line, and csv (RFC 4180) a line under a header, with actors joined
by +. Both have where the words stand, as the first byte of the report's text
and the one after the last; the rule that found the event; and the fields that
were inferred, since the clause itself does not tell them.`,
		Example: `  demarche code examples
  demarche code --format csv examples > events.csv
  zcat feed.jsonl.gz | demarche code --format jsonl - > events.jsonl`,
		Args: somePaths,
		RunE: c.run,
	}
	c.format.addTo(cmd, "format", "print the events as `FORMAT`: text, jsonl or csv")
	cmd.Flags().Var(&c.jobs, "jobs", "code `N` reports side by side; the output is the same for any number")
	c.rules.addTo(cmd.Flags())
	c.addFlags(cmd)
	return cmd
}

func (c *code) run(cmd *cobra.Command, paths []string) error {
	d, err := c.rules.open()
	if err != nil {
		return err
	}
	var render func(dst []byte, coding *desk.Coding) []byte
	switch c.format.value {
	case "text":
		render = pageOnTerminal().appendReport
	case "jsonl":
		render = appendJSONLines
	case "csv":
		render = appendCSV
		if _, err := os.Stdout.Write(appendRecords(nil, export.Columns)); err != nil {
			return unwritten(err)
		}
	}
	con := newConsole(paths)
	var reports, events atomic.Int64
	results := d.Code(cmd.Context(), c.reports(cmd.Context(), paths, con), int(c.jobs), func(dst []byte, coding *desk.Coding) []byte {
		reports.Add(1)
		events.Add(int64(len(coding.Events)))
		return render(dst, coding)
	})
	err = printAll(results, con, "reports", func() { con.progress(c.read.Load()) })
	if err == nil && events.Load() == 0 {
		con.say("note: no event was found (reports: %d)", reports.Load())
	}
	return err
}

// appendJSONLines appends the events of a report to dst, one a line.
func appendJSONLines(dst []byte, c *desk.Coding) []byte {
	for _, e := range c.Events {
		dst = append(demarche.Quote(e, c.Report.Text).AppendJSON(dst), '\n')
	}
	return dst
}

// appendCSV appends the events of a report to dst, one a line: a text that has
// several is brought onto one.
func appendCSV(dst []byte, c *desk.Coding) []byte {
	var records [][]string
	for _, e := range c.Events {
		records = append(records, export.Cells(&e, e.Span.In(c.Report.Text)))
	}
	return appendRecords(dst, records...)
}

// appendRecords appends lines of comma-separated values to dst.
func appendRecords(dst []byte, records ...[]string) []byte {
	b := bytes.NewBuffer(dst)
	w := csv.NewWriter(b)
	w.UseCRLF = true
	if err := w.WriteAll(records); err != nil {
		panic(err) // a buffer takes anything
	}
	return b.Bytes()
}
