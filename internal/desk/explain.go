package desk

import (
	"context"
	"fmt"
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

// One is a report as a sequence of reports.
func One(report demarche.Report) iter.Seq2[demarche.Report, error] {
	return func(yield func(demarche.Report, error) bool) { yield(report, nil) }
}

// Kept gives a version of a report of the record, or the last where version is 0.
func (r *Record) Kept(ctx context.Context, id demarche.ReportID, version int) (Version, error) {
	versions, err := r.Report(ctx, id, View{})
	if err != nil {
		return Version{}, err
	}
	if version == 0 {
		version = len(versions)
	}
	if version < 1 || version > len(versions) {
		return Version{}, notFound("report %q has no version %d, but %d", id, version, len(versions))
	}
	return versions[version-1], nil
}

// ExplainKept shows render how a version of a report of the record is read and coded now.
// Its events have the ids that they have, or would have, in the record.
func (d *Desk) ExplainKept(ctx context.Context, v *Version, render func(x *Explained)) error {
	for _, err := range d.Explain(ctx, One(v.Report.Report), func(dst []byte, x *Explained) []byte {
		for i := range x.Events {
			x.Events[i].ID = newEventID(x.Events[i].ID, v.Version)
		}
		render(x)
		return dst
	}) {
		if err != nil {
			return fmt.Errorf("explaining %s: %w", v.ID, err)
		}
	}
	return nil
}
