package desk

import (
	"context"
	"iter"
	"strconv"

	"demarche"
	"demarche/internal/coder"
	"demarche/internal/intake"
	"demarche/internal/syntax"
)

// How says how reports are to be read.
type How struct {
	Jobs int  // how many are read side by side; 0 and 1 are one
	All  bool // read every sentence, and the head too, not only what could hold an event
}

// Reading is a report as it was read.
type Reading struct {
	coder.Reading
	// Head is the reading of what stands before the body, headline, byline and
	// dateline. It is empty unless everything is read.
	Head coder.Reading
}

// Render appends to dst what is wanted of a reading. Several goroutines call it
// side by side. It may keep nothing of the reading.
type Render func(dst []byte, r *Reading) []byte

// Read reads reports and yields what render makes of each, in the order in which
// they came; it is the same for any number of jobs. The bytes hold until the
// next are asked for. An error among the reports is yielded in its place, and
// reading goes on after it. When ctx ends, the last error is that of ctx.
func (d *Desk) Read(ctx context.Context, reports iter.Seq2[demarche.Report, error], how How, render Render) iter.Seq2[[]byte, error] {
	gate := d.gate
	if how.All {
		gate = nil
	}
	size := func(r demarche.Report) int { return len(r.Text) }
	return inOrder(ctx, reports, how.Jobs, size, func() func([]byte, demarche.Report) []byte {
		reader := coder.NewReader(d.model, gate)
		return func(dst []byte, report demarche.Report) []byte {
			var r Reading
			if how.All {
				head := report
				head.Body = intake.Head(&report)
				r.Head = reader.Read(&head)
			}
			r.Reading = reader.Read(&report)
			return render(dst, &r)
		}
	})
}

// lineSize is about what a line of CoNLL-U takes, in bytes.
const lineSize = 64

// Retag parses the sentences of a CoNLL-U file as it has cut them, and yields
// each with the new annotation as [syntax.Block.AppendWith] writes it. Order,
// errors and ctx are as in [Desk.Read].
func (d *Desk) Retag(ctx context.Context, blocks iter.Seq2[syntax.Block, error], jobs int) iter.Seq2[[]byte, error] {
	size := func(b syntax.Block) int { return len(b.Lines) * lineSize }
	return inOrder(ctx, blocks, jobs, size, func() func([]byte, syntax.Block) []byte {
		parser := d.model.NewParser()
		return func(dst []byte, b syntax.Block) []byte {
			forms := b.Forms()
			words := make([]syntax.Word, len(forms))
			for i, f := range forms {
				words[i].Form = f
			}
			parser.Parse(words)
			return b.AppendWith(dst, words)
		}
	})
}

// AppendCoNLLU appends the sentences that were parsed to dst as CoNLL-U. A
// sentence's id is that of its report with its number in the body, counted from
// 1 and over all sentences, parsed or not; those of the head count for
// themselves, as h1, h2. The first is preceded by the report's id.
func (r *Reading) AppendCoNLLU(dst []byte) []byte {
	empty := len(dst)
	for _, part := range []struct {
		*coder.Reading
		mark string
	}{{&r.Head, "-h"}, {&r.Reading, "-"}} {
		for i, tree := range part.Trees {
			if len(tree.Words) == 0 {
				continue
			}
			if len(dst) == empty {
				dst = append(dst, "# newdoc id = "...)
				dst = append(dst, r.Report.ID...)
				dst = append(dst, '\n')
			}
			id := string(r.Report.ID) + part.mark + strconv.Itoa(i+1)
			dst = syntax.AppendCoNLLU(dst, id, r.Report.Text, tree)
		}
	}
	return dst
}

// Trees reads a report and draws the tree of each sentence of its body, by where the
// sentence stands.
func (d *Desk) Trees(ctx context.Context, report demarche.Report) (map[demarche.Span]string, error) {
	trees := map[demarche.Span]string{}
	for _, err := range d.Read(ctx, One(report), How{All: true}, func(dst []byte, r *Reading) []byte {
		for i, s := range r.Sentences {
			trees[s.Span] = string(syntax.AppendPrinted(nil, "", r.Trees[i]))
		}
		return dst
	}) {
		if err != nil {
			return nil, err
		}
	}
	return trees, nil
}
