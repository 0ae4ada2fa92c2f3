package desk

import (
	"context"
	"iter"

	"demarche"
	"demarche/internal/coder"
)

// Coding is a report with its events, in the order of the text.
type Coding struct {
	Report *demarche.Report
	Events []demarche.Event
}

// Code codes reports and yields what render makes of the events of each. Order,
// errors and ctx are as in [Desk.Read]; so is render, which several goroutines
// call side by side and which may keep nothing of what it is given.
func (d *Desk) Code(ctx context.Context, reports iter.Seq2[demarche.Report, error], jobs int, render func(dst []byte, c *Coding) []byte) iter.Seq2[[]byte, error] {
	size := func(r demarche.Report) int { return len(r.Text) }
	return inOrder(ctx, reports, jobs, size, func() func([]byte, demarche.Report) []byte {
		c := coder.NewCoder(d.model, d.gate, d.known())
		return func(dst []byte, report demarche.Report) []byte {
			return render(dst, &Coding{&report, c.Code(&report)})
		}
	})
}
