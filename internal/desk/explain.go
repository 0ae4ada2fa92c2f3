package desk

import (
	"context"
	"iter"

	"demarche"
	"demarche/internal/coder"
	"demarche/internal/intake"
)

// Explained is a report as it was read and coded, with how its events were come by.
type Explained struct {
	// Reading has every sentence's tree, and the head's, whatever the gate says.
	Reading
	Events []demarche.Event
	Walk   coder.Walk
}

// Explain reads and codes reports one by one and yields what render makes of each.
// Order, errors and ctx are as in [Desk.Read].
func (d *Desk) Explain(ctx context.Context, reports iter.Seq2[demarche.Report, error], render func(dst []byte, x *Explained) []byte) iter.Seq2[[]byte, error] {
	size := func(r demarche.Report) int { return len(r.Text) }
	return inOrder(ctx, reports, 1, size, func() func([]byte, demarche.Report) []byte {
		reader := coder.NewReader(d.model, nil)
		c := coder.NewCoder(d.model, d.gate, d.known())
		return func(dst []byte, report demarche.Report) []byte {
			var x Explained
			head := report
			head.Body = intake.Head(&report)
			x.Head = reader.Read(&head)
			x.Reading.Reading = reader.Read(&report)
			c.Record(&x.Walk)
			x.Events = c.Code(&report)
			return render(dst, &x)
		}
	})
}
