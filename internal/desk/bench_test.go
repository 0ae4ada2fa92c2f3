package desk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"demarche"
	"demarche/internal/coder"
	"demarche/internal/intake"
)

// wire is a feed of 2,708 agency reports. It is no part of the repository.
const wire = "../../../shared/bench/wire.jsonl.gz"

// BenchmarkWire is a whole reading: from the packed bytes to CoNLL-U. A token
// counts whether the gate lets its sentence through or not.
func BenchmarkWire(b *testing.B) {
	packed, err := os.ReadFile(wire)
	if err != nil {
		b.Skip("the feed is not at hand: ", err)
	}
	d := open(b)
	for _, all := range []bool{false, true} {
		for _, jobs := range []int{1, 2} {
			name := "gate"
			if all {
				name = "all"
			}
			b.Run(fmt.Sprintf("%s/jobs=%d", name, jobs), func(b *testing.B) {
				var tokens atomic.Int64
				render := func(dst []byte, r *Reading) []byte {
					for _, part := range []coder.Reading{r.Head, r.Reading} {
						for _, s := range part.Sentences {
							tokens.Add(int64(len(s.Tokens)))
						}
					}
					return r.AppendCoNLLU(dst)
				}
				written := 0
				peak := watchHeap()
				for b.Loop() {
					reports := intake.Read([]string{"-"}, intake.Options{Stdin: bytes.NewReader(packed)})
					for out, err := range d.Read(b.Context(), reports, How{Jobs: jobs, All: all}, render) {
						if err != nil {
							b.Fatal(err)
						}
						written += len(out)
					}
				}
				b.ReportMetric(float64(tokens.Load())/b.Elapsed().Seconds(), "tokens/s")
				b.ReportMetric(float64(peak())/(1<<20), "peak-MiB")
				b.ReportMetric(float64(written)/float64(b.N)/(1<<20), "out-MiB")
			})
		}
	}
}

// BenchmarkCode is a whole coding: from the packed bytes of a feed, or from texts
// that are all dispute, to JSON lines. Tokens are counted by a reading of the same.
func BenchmarkCode(b *testing.B) {
	packed, err := os.ReadFile(wire)
	if err != nil {
		b.Skip("the feed is not at hand: ", err)
	}
	d := open(b)
	dense, err := disputes(40)
	if err != nil {
		b.Skip("the reports are not at hand: ", err)
	}
	for _, c := range []struct {
		name  string
		bytes []byte
	}{{"wire", packed}, {"dev", dense}} {
		tokens := 0
		for _, err := range d.Read(b.Context(), intake.Read([]string{"-"}, intake.Options{Stdin: bytes.NewReader(c.bytes)}), How{Jobs: 1},
			func(dst []byte, r *Reading) []byte {
				for _, part := range []coder.Reading{r.Head, r.Reading} {
					for _, s := range part.Sentences {
						tokens += len(s.Tokens)
					}
				}
				return dst
			}) {
			if err != nil {
				b.Fatal(err)
			}
		}
		for _, jobs := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/jobs=%d", c.name, jobs), func(b *testing.B) {
				peak := watchHeap()
				for b.Loop() {
					reports := intake.Read([]string{"-"}, intake.Options{Stdin: bytes.NewReader(c.bytes)})
					for _, err := range d.Code(b.Context(), reports, jobs, appendEvents) {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
				b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
				b.ReportMetric(float64(peak())/(1<<20), "peak-MiB")
			})
		}
	}
}

// appendEvents prints the events of a report as JSON lines.
func appendEvents(dst []byte, c *Coding) []byte {
	for _, e := range c.Events {
		dst = append(demarche.Quote(e, c.Report.Text).AppendJSON(dst), '\n')
	}
	return dst
}

// disputes gives the reports of the project's own making so many times over, as
// JSON lines.
func disputes(times int) ([]byte, error) {
	files, err := filepath.Glob("../../../shared/eval/dev/reports/*.txt")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no reports: %w", err)
	}
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	for n := range times {
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				return nil, err
			}
			body := strings.TrimPrefix(string(text), " date ")
			err = lines.Encode(map[string]string{"id": fmt.Sprintf("%s-%d", filepath.Base(f), n), "date": body[:10], "text": body[10:]})
			if err != nil {
				return nil, err
			}
		}
	}
	return out.Bytes(), nil
}

// watchHeap looks at the memory that the program has from the system, until the
// function that it gives is called for the most it saw, in bytes.
func watchHeap() (peak func() uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	var most uint64
	look := func() {
		metrics.Read(sample)
		most = max(most, sample[0].Value.Uint64()-sample[1].Value.Uint64())
	}
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			look()
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		return most
	}
}

// BenchmarkStart is what comes before the first sentence is printed.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		d := open(b)
		for out, err := range d.Read(b.Context(), lines(`{"id":"a","date":"2021-11-30","text":"Russia expelled two Austrian envoys."}`), How{Jobs: 2}, appendCoNLLU) {
			if err != nil || len(out) == 0 {
				b.Fatal(out, err)
			}
		}
	}
}
