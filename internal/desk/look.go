package desk

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"time"

	"demarche"
	"demarche/internal/brief"
	"demarche/internal/intake"
	"demarche/internal/store"
)

// The parts of a brief, for those who show it.
type (
	Brief    = brief.Brief
	Section  = brief.Section
	Line     = brief.Line
	Evidence = brief.Evidence
)

// Correction is a line of the ledger of corrections.
type Correction = store.Entry

// Pair is a pair of parties with what the record has of them.
type Pair = store.Dyad

// Phrase is an act in a sentence without a stop: "USA expelled 27 diplomats of RUS".
func Phrase(a *demarche.Act, status demarche.Status) string { return brief.Phrase(a, status) }

// On gives the status of an act on a day, and whether there was anything of it.
func On(a *demarche.Act, day demarche.Day) (demarche.Status, bool) { return brief.On(a, day) }

// On is the record with another day noted beside what is written, for a program that
// runs longer than a day.
func (r *Record) On(today demarche.Day) *Record { return &Record{r.store, today, r.memory} }

// Today is the day that is noted beside what is written.
func (r *Record) Today() demarche.Day { return r.today }

// Play is the brief of two parties with the acts that it is made of. It must not be
// changed.
type Play struct {
	Brief
	Between []demarche.Act
}

// WordsSince is the day before which words, unlike deeds, are left out.
func (p *Play) WordsSince() demarche.Day { return p.AsOf.Plus(-recent) }

// Play gives the brief of two parties, as [Record.Brief] does, with the acts.
func (r *Record) Play(ctx context.Context, a, b demarche.Code, v View) (Play, error) {
	return remember(ctx, r, fmt.Sprint("play ", a, b, v, r.today), func() (p Play, err error) {
		p.Brief, p.Between, err = r.play(ctx, a, b, v)
		return p, err
	})
}

// Stamp is other after every change of the record, by whatever program.
func (r *Record) Stamp(ctx context.Context) (string, error) { return r.store.Stamp(ctx) }

// missing is an error about what the record does not have.
type missing struct{ error }

func notFound(format string, args ...any) error { return missing{fmt.Errorf(format, args...)} }

// IsMissing says whether an error tells that the record does not have what was asked
// for.
func IsMissing(err error) bool {
	var m missing
	return errors.As(err, &m)
}

// Undo takes back the last correction of a field of an event: it has again the value
// that it had before.
func (r *Record) Undo(ctx context.Context, id demarche.EventID, field string, b Because) error {
	var before string
	err := r.store.Read(ctx, func(t *store.Tx) error {
		e, err := r.event(t, id)
		if err != nil {
			return err
		}
		entries, err := t.Entries(id)
		if err != nil {
			return err
		}
		said := []string{Value(&e.Event, field)}
		for _, x := range entries {
			if x.Subject == id && x.Field == field {
				said = append(said, x.Value)
			}
		}
		if len(said) < 2 {
			return fmt.Errorf("the %s of event %s was never corrected: there is nothing to undo", field, id)
		}
		before = said[len(said)-2]
		return nil
	})
	if err != nil {
		return err
	}
	return r.Change(ctx, id, field, before, b)
}

// Fields are those of an event that an analyst may correct.
func Fields() []string { return slices.Clone(fields) }

// Value is a field of an event as [Record.Change] takes it.
func Value(e *demarche.Event, field string) string {
	codes := func(list []demarche.Code) string {
		var s []string
		for _, c := range list {
			s = append(s, string(c))
		}
		return strings.Join(s, "+")
	}
	switch field {
	case "type":
		return string(e.Type)
	case "actor":
		return codes(e.Actor)
	case "recipient":
		return codes(e.Recipient)
	case "status":
		return string(e.Status)
	case "object":
		return e.Object
	case "count":
		return strings.ReplaceAll(e.Count.String(), " ", "")
	case "place":
		return e.Place
	case "date":
		return e.Date.String()
	case "deadline":
		return e.Deadline.String()
	case "speaker":
		return e.Speaker
	case "speaker_state":
		return string(e.SpeakerState)
	case "condition":
		return e.Condition
	}
	return ""
}

// Sent is a file of reports that came over a wire, not from the disk.
type Sent struct {
	Name string // of the file; it names the report where the file does not
	Text []byte
}

// Reports reads the reports of sent files. Date is the day of those that tell none.
func Reports(files []Sent, date demarche.Day) iter.Seq2[demarche.Report, error] {
	byName := map[string][]byte{}
	var names []string
	for _, f := range files {
		name := strings.TrimLeft(strings.NewReplacer("/", "_", "\\", "_").Replace(f.Name), ".-")
		if name == "" {
			name = "report.txt"
		}
		if _, ok := byName[name]; !ok {
			names = append(names, name)
		}
		byName[name] = f.Text
	}
	return intake.Read(names, intake.Options{Date: date, Open: func(name string) (fs.File, error) {
		text, ok := byName[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return &sentFile{*bytes.NewReader(text), name}, nil
	}})
}

// sentFile is a sent file as one of a file system.
type sentFile struct {
	bytes.Reader
	name string
}

func (f *sentFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *sentFile) Close() error               { return nil }
func (f *sentFile) Name() string               { return f.name }
func (f *sentFile) Mode() fs.FileMode          { return 0o444 }
func (f *sentFile) ModTime() time.Time         { return time.Time{} }
func (f *sentFile) IsDir() bool                { return false }
func (f *sentFile) Sys() any                   { return nil }

// IsRefusal says whether an error is of one report only, so that others may go on.
func IsRefusal(err error) bool { return isRefusal(err) }

// EventsAfter gives events after a place in the record, the oldest known first, of two
// parties where a dyad is named, with the place to go on from; zero at the end. Those that
// were told after the day of the view are left out, so that there may be fewer.
func (r *Record) EventsAfter(ctx context.Context, dyad string, after int64, v View, limit int) (told []demarche.Telling, next int64, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) error {
		events, err := t.EventsAfter(dyad, after, v.KnownBy, limit)
		if err != nil {
			return err
		}
		if len(events) == limit {
			next = events[limit-1].Seq
		}
		if !v.AsOf.IsZero() {
			events = slices.DeleteFunc(events, func(e store.Event) bool { return v.AsOf.Before(e.Known) })
		}
		told, _, err = corrected(t, events, v.KnownBy)
		return err
	})
	return told, next, err
}

// ReportsAfter gives versions of reports after a place in the record, the oldest
// first, with the place to go on from; zero at the end.
func (r *Record) ReportsAfter(ctx context.Context, after int64, limit int) (all []store.Report, next int64, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) (err error) {
		all, err = t.Reports(after, limit)
		if err == nil && len(all) == limit {
			next = all[limit-1].Seq
		}
		return err
	})
	return all, next, err
}

// Between gives all acts between two parties, the last first. They must not be
// changed.
func (r *Record) Between(ctx context.Context, dyad string, v View) ([]demarche.Act, error) {
	return remember(ctx, r, fmt.Sprint("between ", dyad, v), func() ([]demarche.Act, error) {
		acts, err := r.ActsOf(ctx, dyad, v, demarche.Day{})
		acts = Until(acts, v.AsOf)
		slices.SortStableFunc(acts, func(a, b demarche.Act) int {
			return cmp.Or(b.Day().Compare(a.Day()), strings.Compare(string(b.ID), string(a.ID)))
		})
		return acts, err
	})
}
