package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"demarche"
	"demarche/internal/coder"
	"demarche/internal/desk"
	"demarche/internal/syntax"
	"github.com/spf13/cobra"
)

// explain is the verb that shows how a report was read.
type explain struct {
	input
	rules    rulesFlag
	all      bool
	sentence countFlag
	event    string // the beginning of an event's id
	desk     *desk.Desk
	found    bool // a report has the sentence, or the event
	most     int  // the sentences of the longest report
}

func explainCommand() *cobra.Command {
	var e explain
	cmd := &cobra.Command{
		Use:   "explain REPORT",
		Short: "Show how a report is read and coded, sentence by sentence",
		Long: `Explain shows how a report is read: what its head says, which of its sentences
could hold an event and why, and how the words of those hang together.

A sentence is open, that is read on, when a network gives it chance enough to hold
an event, or when the words and names in it make enough points and it has some
chance; data/lexicon/gate.tsv tells how they count. "company" are points for
standing after such a sentence, or in a report that is full of them.

Read down, the words of a tree are the sentence; each hangs on the word that its
line leads to. Tag and relation are those of Universal Dependencies. Below a tree
stand the events of the sentence, each with its id.

With --sentence the rules that were tried in it and made no event stand last, with
the reason. With --event the walk to one event is shown: its sentence and tree, the rule that
found it, what the clause says once its grammar is made uniform, who stands for
whom and how that was found, which words gave it its status, count and days, and
which other rules were tried at its trigger and why they made no event.

` + formats,
		Example: `  demarche explain examples/2018-03-26-united-states-russia.txt
  demarche explain --sentence 2 report.txt
  demarche explain --event zaq3vu report.txt
  demarche explain --date 2021-11-30 - < report.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("it explains one report, not %d: name one path", len(args))
			}
			return somePaths(cmd, args)
		},
		RunE: e.run,
	}
	cmd.Flags().BoolVar(&e.all, "all", false, "show the trees of closed sentences too, and the head's")
	cmd.Flags().Var(&e.sentence, "sentence", "show only sentence `N`, counted from 1, open or not")
	cmd.Flags().StringVar(&e.event, "event", "", "show how the event `ID` was come by; the beginning of the id will do")
	cmd.MarkFlagsMutuallyExclusive("event", "sentence")
	e.rules.addTo(cmd.Flags())
	e.addFlags(cmd)
	return cmd
}

func (e *explain) run(cmd *cobra.Command, args []string) (err error) {
	if e.desk, err = e.rules.open(); err != nil {
		return err
	}
	c := newConsole(args)
	// Everything is read, so that closed sentences can be shown too.
	results := e.desk.Explain(cmd.Context(), e.reports(cmd.Context(), args, c), e.render)
	if err := printAll(results, c, "reports", func() {}); err != nil {
		return err
	}
	if e.sentence > 0 && !e.found {
		return failed(fmt.Errorf("sentence %d is none of the report's %d", e.sentence, e.most))
	}
	if e.event != "" && !e.found {
		return failed(fmt.Errorf("no event's id begins with %q: demarche explain REPORT shows them all", e.event))
	}
	return nil
}

// render appends the explanation of a report.
func (e *explain) render(dst []byte, r *desk.Explained) []byte {
	if e.event != "" {
		for i := range r.Events {
			if strings.HasPrefix(string(r.Events[i].ID), e.event) {
				if e.found {
					dst = append(dst, '\n')
				}
				e.found = true
				dst = appendWalk(dst, r, &r.Events[i])
			}
		}
		return dst
	}
	verdicts := e.desk.Judge(r.Report.Text, r.Sentences)
	e.most = max(e.most, len(r.Sentences))
	if n := int(e.sentence); n > 0 {
		if n <= len(r.Sentences) {
			e.found = true
			dst = e.appendSentence(dst, &r.Reading.Reading, r.Events, n-1, &verdicts[n-1])
			dst = appendRefusals(dst, r, n-1)
		}
		return dst
	}
	dst = appendHead(dst, r.Report)
	open := 0
	for _, v := range verdicts {
		if v.Open {
			open++
		}
	}
	dst = appendField(dst, "sentences", fmt.Sprintf("%d, of which %d could hold an event", len(r.Sentences), open))
	if e.all {
		for i := range r.Head.Sentences {
			dst = e.appendSentence(append(dst, '\n'), &r.Head, nil, i, nil)
		}
	}
	for i := range r.Sentences {
		dst = e.appendSentence(append(dst, '\n'), &r.Reading.Reading, r.Events, i, &verdicts[i])
	}
	return append(dst, '\n')
}

// appendHead appends what is known of a report as a whole.
func appendHead(dst []byte, r *demarche.Report) []byte {
	dst = appendField(dst, "report", fmt.Sprintf("%s, %v", r.ID, r.Date))
	d := r.Dateline
	day := ""
	if !d.Date.IsZero() {
		day = d.Date.String()
	}
	for _, f := range []struct{ name, value string }{
		{"title", r.Title}, {"outlet", r.Outlet}, {"url", r.URL}, {"language", r.Lang}, {"dateline", d.Span.In(r.Text)},
		{"  place", d.Place}, {"  day", day}, {"  agency", d.Agency}, {"  by", d.Byline},
	} {
		if f.value != "" {
			dst = appendField(dst, f.name, f.value)
		}
	}
	return dst
}

// appendField appends a line of a name and its value.
func appendField(dst []byte, name, value string) []byte {
	return fmt.Appendf(dst, "%-11s%s\n", name, onOneLine(value))
}

// appendSentence appends a sentence, the verdict on it, its tree where it is wanted,
// and those of the events that it tells. Without a verdict it is one of the head.
func (e *explain) appendSentence(dst []byte, r *coder.Reading, events []demarche.Event, i int, v *coder.Verdict) []byte {
	s := r.Sentences[i]
	name, verdict := "h"+strconv.Itoa(i+1), "head"
	if v != nil {
		name, verdict = strconv.Itoa(i+1), "closed"
		if v.Open {
			verdict = "open"
		}
		verdict += ", " + v.Reason(r.Report.Text)
	}
	dst = fmt.Appendf(dst, "%s  %s; bytes %v\n", name, verdict, s.Span)
	dst = fmt.Appendf(dst, "   %s\n", onOneLine(s.In(r.Report.Text)))
	if e.all || e.sentence > 0 || v.Open {
		dst = append(dst, '\n')
		dst = syntax.AppendPrinted(dst, "   ", r.Trees[i])
	}
	told := false
	for k := range events {
		if events[k].Sentence == s.Span {
			if !told {
				dst = append(dst, '\n')
			}
			told = true
			dst = fmt.Appendf(dst, "   %s\n", onOneLine(eventLine(&events[k])))
		}
	}
	return dst
}

// onOneLine is a text as one line that a terminal can show, without white space
// at its ends.
func onOneLine(s string) string { return strings.Trim(squeezed(s), " ") }

// squeezed is a text with each run of white space as one blank, and with U+FFFD
// for control characters, which a terminal would obey.
func squeezed(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !blank {
				b.WriteByte(' ')
			}
		case unicode.IsControl(r):
			b.WriteRune(unicode.ReplacementChar)
		default:
			b.WriteRune(r)
		}
		blank = unicode.IsSpace(r)
	}
	return b.String()
}
