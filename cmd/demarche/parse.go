package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync/atomic"

	"demarche/internal/desk"
	"demarche/internal/syntax"
	"github.com/spf13/cobra"
)

// parse is the verb that prints the trees of sentences.
type parse struct {
	input
	all    bool
	jobs   countFlag
	conllu string
}

func parseCommand() *cobra.Command {
	p := parse{jobs: countFlag(runtime.GOMAXPROCS(0))}
	cmd := &cobra.Command{
		Use:   "parse PATH...",
		Short: "Print the grammar of the sentences that could hold an event",
		Long: `Parse prints the sentences of reports that could hold an event, with the grammar
of each word after Universal Dependencies, as CoNLL-U.

` + formats + `

Of each word the output tells where it stands, as the first byte of the report's
text and the one after the last, such as start=12|end=19. The number of a
sentence counts all of the report's, printed or not.

With --conllu the sentences and words of a file of that format are kept as they
are, all are read, and only what is known of the words is replaced: lemma, tags,
features, head and relation. That is for scoring. Its enhanced dependencies,
which would contradict the new tree, are left out.`,
		Example: `  demarche parse examples
  demarche parse --all report.txt
  demarche parse --date 2021-11-30 --charset windows-1251 old.txt
  zcat feed.jsonl.gz | demarche parse - > feed.conllu
  demarche parse --conllu gold.conllu.gz > found.conllu`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case !cmd.Flags().Changed("conllu"):
				return somePaths(cmd, args)
			case len(args) > 0:
				return fmt.Errorf("--conllu reads its own file: leave %q out", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("conllu") {
				return p.retag(cmd)
			}
			return p.reports(cmd, args)
		},
	}
	cmd.Flags().BoolVar(&p.all, "all", false, "print every sentence, and the head of the report too: headline, byline, dateline")
	cmd.Flags().Var(&p.jobs, "jobs", "read `N` reports side by side; the output is the same for any number")
	cmd.Flags().StringVar(&p.conllu, "conllu", "", "read the sentences of `FILE`, CoNLL-U, also gzipped, or - for standard input")
	p.addFlags(cmd)
	return cmd
}

// reports prints the sentences of reports.
func (p *parse) reports(cmd *cobra.Command, paths []string) error {
	d, err := desk.Open(desk.Own{})
	if err != nil {
		return failed(err)
	}
	c := newConsole(paths)
	var sentences, parsed atomic.Int64
	render := func(dst []byte, r *desk.Reading) []byte {
		sentences.Add(int64(len(r.Sentences)))
		for _, open := range r.Open {
			if open {
				parsed.Add(1)
			}
		}
		return r.AppendCoNLLU(dst)
	}
	how := desk.How{Jobs: int(p.jobs), All: p.all}
	results := d.Read(cmd.Context(), p.input.reports(cmd.Context(), paths, c), how, render)
	err = printAll(results, c, "reports", func() { c.progress(p.read.Load()) })
	if err == nil && parsed.Load() == 0 && sentences.Load() > 0 {
		c.say("note: no sentence could hold an event (of %d looked at); --all prints every one", sentences.Load())
	}
	return err
}

// retag prints the sentences of a CoNLL-U file with new annotation.
func (p *parse) retag(cmd *cobra.Command) error {
	d, err := desk.Open(desk.Own{})
	if err != nil {
		return failed(err)
	}
	c := newConsole([]string{p.conllu})
	results := d.Retag(cmd.Context(), p.blocks(cmd), int(p.jobs))
	return printAll(results, c, "sentences", func() { c.progress(p.read.Load()) })
}

// blocks reads the sentences of the CoNLL-U file.
func (p *parse) blocks(cmd *cobra.Command) iter.Seq2[syntax.Block, error] {
	return func(yield func(syntax.Block, error) bool) {
		fail := func(err error) { yield(syntax.Block{}, fmt.Errorf("reading %s: %w", p.conllu, err)) }
		var file io.Reader = p.stdin(cmd.Context())
		if p.conllu != "-" {
			f, err := p.open(cmd.Context(), p.conllu)
			if err != nil {
				fail(fmt.Errorf("%w; check the path", cause(err)))
				return
			}
			defer f.Close()
			file = f
		}
		unpacked, err := unpack(file)
		if err != nil {
			fail(fmt.Errorf("%w; give a file of CoNLL-U", cause(err)))
			return
		}
		sentences := 0
		for b, err := range syntax.ReadCoNLLU(unpacked) {
			if err != nil {
				fail(cause(err))
				return
			}
			sentences++
			if !yield(b, nil) {
				return
			}
		}
		if sentences == 0 {
			fail(errors.New("it holds no sentences; give a file of CoNLL-U"))
		}
	}
}
