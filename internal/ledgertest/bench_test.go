package ledgertest

import (
	"bytes"
	"os"
	"testing"

	"demarche/internal/desk"
	"demarche/internal/intake"
)

// wire is a feed of 2,708 agency reports. It is no part of the repository.
const wire = "../../../shared/bench/wire.jsonl.gz"

// BenchmarkAdd takes a feed into an empty record, and codes it without one.
func BenchmarkAdd(b *testing.B) {
	packed, err := os.ReadFile(wire)
	if err != nil {
		b.Skip("the feed is not at hand: ", err)
	}
	d := Desk(b)
	b.Run("code", func(b *testing.B) {
		for b.Loop() {
			reports := intake.Read([]string{"-"}, intake.Options{Stdin: bytes.NewReader(packed)})
			for _, err := range d.Code(b.Context(), reports, 1, func(dst []byte, c *desk.Coding) []byte { c.Tell(); return dst }) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	for _, open := range []struct {
		name string
		open Opener
	}{{"sqlite", SQLite}, {"postgres", PostgreSQL}} {
		b.Run(open.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				r := Record(b, open.open)
				b.StartTimer()
				reports := intake.Read([]string{"-"}, intake.Options{Stdin: bytes.NewReader(packed)})
				for _, err := range r.Add(b.Context(), d, reports, desk.Adding{Jobs: 1}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
