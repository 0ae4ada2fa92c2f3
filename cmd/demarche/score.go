package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/score"
	"github.com/spf13/cobra"
)

// scoring is the verb that judges events against gold.
type scoring struct {
	input
	rules  rulesFlag
	jobs   countFlag
	by     choiceFlag
	errors bool
	json   bool
}

func scoreCommand() *cobra.Command {
	s := scoring{jobs: countFlag(runtime.GOMAXPROCS(0)), by: choiceFlag{"", []string{"type", "report", "status"}}}
	cmd := &cobra.Command{
		Use:   "score GOLD.jsonl PATH...",
		Short: "Judge events against those that people have found",
		Long: `Score compares events with gold, which people have made: how many were found, how
many of the found are right (p), how many of the right were found (r), both as
one figure (f1), and how often the fields of the found ones are right. "strict"
counts an event as found only with the right status, count and deadline.

GOLD has an event a line, as the codebook writes them. Reports without events
stand in a line {"reports": [...]}; what is found in reports that GOLD does not
have is left out. Each PATH is reports, which are coded first, or a file .jsonl
of events, as code --format jsonl prints them.

` + formats,
		Example: `  demarche score gold.jsonl reports
  demarche score --by type --errors gold.jsonl reports
  demarche score --json gold.jsonl events.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return errors.New("no gold was given: name a file of events, and then reports or events")
			case 1:
				return errors.New("nothing to judge was given: after the gold, name reports or a file of events")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return s.run(cmd.Context(), args[0], args[1:]) },
	}
	s.by.addTo(cmd, "by", "judge each type, report or status for itself too: `WHAT` is one of them")
	cmd.Flags().BoolVar(&s.errors, "errors", false, "print each event that is missed or spurious, and each field that is wrong")
	cmd.Flags().BoolVar(&s.json, "json", false, "print the figures as JSON")
	cmd.Flags().Var(&s.jobs, "jobs", "code `N` reports side by side; the output is the same for any number")
	cmd.MarkFlagsMutuallyExclusive("json", "by")
	cmd.MarkFlagsMutuallyExclusive("json", "errors")
	s.rules.addTo(cmd.Flags())
	s.addFlags(cmd)
	return cmd
}

func (s *scoring) run(ctx context.Context, goldPath string, paths []string) error {
	gold, err := s.events(ctx, goldPath)
	if err != nil {
		return failed(err)
	}
	var found []demarche.Event
	var reports []string
	for _, p := range paths {
		if !s.hasEvents(ctx, p) {
			reports = append(reports, p)
			continue
		}
		f, err := s.events(ctx, p)
		if err != nil {
			return failed(err)
		}
		found = append(found, f.Events...)
	}
	c := newConsole(reports)
	if reports == nil {
		return s.print(gold, found, nil, c)
	}
	d, err := s.rules.open()
	if err != nil {
		return err
	}
	// What is judged is what the verb code prints.
	var coded bytes.Buffer
	texts := texts{of: map[demarche.ReportID]string{}}
	results := d.Code(ctx, s.reports(ctx, reports, c), int(s.jobs), func(dst []byte, coding *desk.Coding) []byte {
		texts.add(coding.Report)
		return appendJSONLines(dst, coding)
	})
	take := func(out []byte) error {
		coded.Write(out)
		return nil
	}
	finish := func() error {
		f, err := score.Read("the coded events", &coded)
		if err != nil {
			return failed(err)
		}
		if n := texts.missing(gold); n > 0 {
			c.say("note: %d of the %d reports that GOLD has were not among the coded ones; their events count as missed", n, len(gold.Reports))
		}
		return s.print(gold, append(found, f.Events...), texts.of, c)
	}
	return takeAll(results, c, "reports", take, finish, func() { c.progress(s.read.Load()) })
}

// print judges the events and prints the figures. Of the reports whose texts are
// given the errors quote the words.
func (s *scoring) print(gold *score.File, found []demarche.Event, texts map[demarche.ReportID]string, c *console) error {
	found, outside := gold.Of(found)
	j := score.Judge(gold.Events, found)
	var out []byte
	leftOut := fmt.Sprintf("left out: %d found events of reports that the gold file does not have", outside)
	if s.json {
		out = j.AppendJSON(out)
		if outside > 0 {
			c.say("note: %s", leftOut)
		}
	} else {
		out = j.AppendText(out)
		if outside > 0 {
			out = fmt.Appendln(out, leftOut)
		}
	}
	groups := map[string]func() []score.Group{
		"": func() []score.Group { return nil }, "type": j.ByType, "report": j.ByReport, "status": j.ByStatus,
	}
	for _, g := range groups[s.by.value]() {
		out = g.AppendText(out)
	}
	if s.errors {
		out = appendErrors(out, j, texts)
	}
	if _, err := os.Stdout.Write(out); err != nil {
		return unwritten(err)
	}
	return closeOutput()
}

// appendErrors appends what is wrong to dst, a line each.
func appendErrors(dst []byte, j *score.Judgement, texts map[demarche.ReportID]string) []byte {
	for _, kind := range []struct {
		name   string
		events []*demarche.Event
	}{{"missed", j.Missed}, {"spurious", j.Spurious}} {
		for _, e := range kind.events {
			coded := demarche.Coded{Event: *e}
			if text := texts[e.Report]; e.Span.End <= len(text) {
				coded = demarche.Quote(*e, text)
			}
			dst = append(coded.AppendJSON(append(dst, kind.name+" "...)), '\n')
		}
	}
	for _, slip := range j.Slips() {
		dst = fmt.Appendln(dst, slip)
	}
	return dst
}

// events reads the file of events at path.
func (s *scoring) events(ctx context.Context, path string) (*score.File, error) {
	f, err := s.open(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w; check the path", path, cause(err))
	}
	defer f.Close()
	unpacked, err := unpack(f)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w; give a file of events, as code --format jsonl prints them", path, cause(err))
	}
	return score.Read(path, unpacked)
}

// hasEvents says whether the file at path holds events, to go by its name and its
// first line. What cannot be read holds none: who reads it as reports tells why.
func (s *scoring) hasEvents(ctx context.Context, path string) bool {
	if !strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".jsonl") {
		return false
	}
	f, err := s.open(ctx, path)
	if err != nil {
		return false
	}
	defer f.Close()
	unpacked, err := unpack(f)
	if err != nil {
		return false
	}
	lines := bufio.NewReader(unpacked)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return false
		}
		if err == io.EOF || len(bytes.TrimSpace(line)) > 0 {
			return score.IsEvents(line)
		}
	}
}

// texts are the texts of the reports that were coded. Any number of goroutines
// may add to them.
type texts struct {
	mu sync.Mutex
	of map[demarche.ReportID]string
}

func (t *texts) add(r *demarche.Report) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.of[r.ID] = r.Text
}

// missing is the number of reports of the file that there are no texts of.
func (t *texts) missing(f *score.File) (n int) {
	for id := range f.Reports {
		if _, ok := t.of[id]; !ok {
			n++
		}
	}
	return n
}
