package desk

import (
	"bytes"
	"fmt"
	"os"
	"runtime/metrics"
	"sync/atomic"
	"testing"
	"time"

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
