package export

import (
	"io"

	"demarche"
	"github.com/parquet-go/parquet-go"
)

// parquetRow is an event as a row of a Parquet file. Days are days since 1970-01-01;
// a period has its first day and its last.
type parquetRow struct {
	ID            string   `parquet:"id"`
	Report        string   `parquet:"report"`
	Type          string   `parquet:"type,dict"`
	Actor         []string `parquet:"actor,list"`
	Recipient     []string `parquet:"recipient,list"`
	Status        string   `parquet:"status,dict"`
	Object        string   `parquet:"object,dict"`
	N             *int64   `parquet:"n,optional"`
	Cmp           string   `parquet:"cmp,dict"`
	Place         string   `parquet:"place,dict"`
	DateFrom      *int32   `parquet:"date_from,optional,date"`
	DateLast      *int32   `parquet:"date_last,optional,date"`
	DeadlineFrom  *int32   `parquet:"deadline_from,optional,date"`
	DeadlineLast  *int32   `parquet:"deadline_last,optional,date"`
	Speaker       string   `parquet:"speaker"`
	SpeakerState  string   `parquet:"speaker_state,dict"`
	Condition     string   `parquet:"condition"`
	Start         int64    `parquet:"start"`
	End           int64    `parquet:"end"`
	TriggerStart  int64    `parquet:"trigger_start"`
	TriggerEnd    int64    `parquet:"trigger_end"`
	SentenceStart int64    `parquet:"sentence_start"`
	SentenceEnd   int64    `parquet:"sentence_end"`
	Rule          string   `parquet:"rule,dict"`
	Confidence    float64  `parquet:"confidence"`
	Inferred      []string `parquet:"inferred,list"`
	Evidence      string   `parquet:"evidence"`
	Known         int32    `parquet:"known,date"`
	Outlet        string   `parquet:"outlet,dict"`
	URL           string   `parquet:"url"`
}

var epoch = demarche.Day{Year: 1970, Month: 1, Date: 1}

// days are the bounds of a period as Parquet counts days, or nothing.
func days(p demarche.Period) (from, last *int32) {
	if p.IsZero() {
		return nil, nil
	}
	a, b := int32(epoch.To(p.From)), int32(epoch.To(p.Last()))
	return &a, &b
}

type parquetWriter struct {
	w *parquet.GenericWriter[parquetRow]
}

func newParquet(w io.Writer) Writer {
	return &parquetWriter{parquet.NewGenericWriter[parquetRow](w, parquet.Compression(&parquet.Zstd))}
}

func words[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, x := range list {
		all[i] = string(x)
	}
	return all
}

func (p *parquetWriter) Write(r Row) error {
	row := parquetRow{
		ID: string(r.ID), Report: string(r.Report), Type: string(r.Type), Actor: words(r.Actor), Recipient: words(r.Recipient), Status: string(r.Status),
		Object: r.Object, Cmp: r.Count.Cmp, Place: r.Place, Speaker: r.Speaker, SpeakerState: string(r.SpeakerState), Condition: r.Condition,
		Start: int64(r.Span.Start), End: int64(r.Span.End), TriggerStart: int64(r.Trigger.Start), TriggerEnd: int64(r.Trigger.End),
		SentenceStart: int64(r.Sentence.Start), SentenceEnd: int64(r.Sentence.End), Rule: string(r.Rule), Confidence: r.Confidence,
		Inferred: words(r.Inferred), Evidence: r.Evidence, Known: int32(epoch.To(r.Known)), Outlet: r.Outlet, URL: r.URL,
	}
	if !r.Count.IsZero() {
		n := int64(r.Count.N)
		row.N = &n
	}
	row.DateFrom, row.DateLast = days(r.Date)
	row.DeadlineFrom, row.DeadlineLast = days(r.Deadline)
	_, err := p.w.Write([]parquetRow{row})
	return err
}

func (p *parquetWriter) Close() error { return p.w.Close() }
