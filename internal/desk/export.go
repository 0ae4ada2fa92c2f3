package desk

import (
	"context"
	"io"
	"slices"

	"demarche"
	"demarche/internal/export"
	"demarche/internal/store"
)

// ExportFormats are the names of the forms in which the record is written: those of
// events, and acts with all that tell them as JSON lines.
var ExportFormats = append(slices.Clone(export.Formats), "acts")

// batch is how many rows are read at once.
const batch = 1000

// Export writes what the record has in a form: of two parties where a dyad is named,
// as known by the day of the view.
func (r *Record) Export(ctx context.Context, w io.Writer, format, dyad string, v View, names map[demarche.Code]string) error {
	if format == "acts" {
		return r.exportActs(ctx, w, dyad, v)
	}
	out, err := export.New(format, w, names)
	if err != nil {
		return err
	}
	var last int64
	about := map[demarche.ReportID]store.Report{}
	for {
		var rows []export.Row
		err := r.store.Read(ctx, func(t *store.Tx) error {
			events, err := t.EventsAfter(dyad, last, v.KnownBy, batch)
			if err != nil {
				return err
			}
			told, _, err := corrected(t, events, v.KnownBy)
			if err != nil {
				return err
			}
			if len(about) > batch {
				clear(about)
			}
			for i, e := range events {
				last = e.Seq
				report, ok := about[e.Report]
				if !ok || report.Version != e.Version {
					versions, err := t.Versions(e.Report)
					if err != nil {
						return err
					}
					report = versions[e.Version-1]
					report.Text = "" // of no use here
					about[e.Report] = report
				}
				rows = append(rows, export.Row{Telling: told[i], Outlet: report.Outlet, Title: report.Title, URL: report.URL, Lang: report.Lang})
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := out.Write(row); err != nil {
				return err
			}
		}
		if len(rows) < batch {
			return out.Close()
		}
	}
}

// exportActs writes acts with their answers, each once: those of each pair of parties,
// then those that are between nobody.
func (r *Record) exportActs(ctx context.Context, w io.Writer, dyad string, v View) error {
	written := map[demarche.ActID]bool{}
	var buf []byte
	put := func(acts []demarche.Act) error {
		for i := range acts {
			if a := &acts[i]; !written[a.ID] {
				written[a.ID] = true
				buf = append(a.AppendJSON(buf[:0]), '\n')
				if _, err := w.Write(buf); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if dyad != "" {
		acts, err := r.actsIn(ctx, &dossier{dyad: dyad}, v, demarche.Day{})
		if err != nil {
			return err
		}
		return put(acts)
	}
	pairs, err := r.Dyads(ctx, View{KnownBy: v.KnownBy})
	if err != nil {
		return err
	}
	for _, p := range pairs {
		acts, err := r.actsIn(ctx, &dossier{dyad: p.Name}, v, demarche.Day{})
		if err == nil {
			err = put(acts)
		}
		if err != nil {
			return err
		}
	}
	for last := demarche.ActID(""); ; {
		var acts []demarche.Act
		err := r.store.Read(ctx, func(t *store.Tx) (err error) {
			acts, err = t.ActsAfter(last, batch)
			return err
		})
		if err != nil || len(acts) == 0 {
			return err
		}
		last = acts[len(acts)-1].ID
		acts = slices.DeleteFunc(acts, func(a demarche.Act) bool {
			return written[a.ID] || !v.KnownBy.IsZero() && v.KnownBy.Before(a.Known)
		})
		if err := r.fill(ctx, acts); err != nil {
			return err
		}
		if err := put(acts); err != nil {
			return err
		}
	}
}
