package intake

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what was found to testdata as what is expected")

// shared is where the reports of the evaluation and the benchmark lie. They
// are no part of the repository.
const shared = "../../../shared"

// readShared reads reports below shared, all of which must be accepted. It
// skips the test where they are not at hand.
func readShared(t testing.TB, paths ...string) []demarche.Report {
	t.Helper()
	for i, p := range paths {
		paths[i] = filepath.Join(shared, p)
		if _, err := os.Stat(paths[i]); err != nil {
			t.Skipf("the shared reports are not at hand: %v", err)
		}
	}
	var reports []demarche.Report
	for r, err := range Read(paths, Options{Open: func(p string) (fs.File, error) { return os.Open(p) }}) {
		if err != nil {
			t.Error(err)
			continue
		}
		reports = append(reports, r)
	}
	return reports
}

// expect compares what was found with a file of testdata.
func expect(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (if this is better, run the test with -update):\n%s", name, diff)
	}
}

func TestDatelinesOfTheDevelopmentReports(t *testing.T) {
	var b strings.Builder
	for _, r := range readShared(t, "eval/dev/reports") {
		d := r.Dateline
		fmt.Fprintf(&b, "%s\t%v\t%s\t%s\t%s\t%v\n", r.ID, d.Span, d.Place, d.Agency, d.Byline, d.Date)
	}
	expect(t, "dev-datelines.tsv", b.String())
}

// Every sentence that someone found an event in is part of its report's body.
func TestNoGoldIsCutFromBodies(t *testing.T) {
	for _, set := range []struct{ gold, reports string }{
		{"eval/dev", "eval/dev/reports"},
		{"eval/wire", "eval/wire/reports"},
	} {
		bodies := map[demarche.ReportID]demarche.Span{}
		for _, r := range readShared(t, strings.Fields(set.reports)...) {
			bodies[r.ID] = r.Body
		}
		f, err := os.Open(filepath.Join(shared, set.gold, "gold.jsonl"))
		if err != nil {
			t.Skipf("the shared reports are not at hand: %v", err)
		}
		defer f.Close()
		events := 0
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var gold struct {
				Report     demarche.ReportID
				Start, End int
			}
			if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
				t.Fatal(err)
			}
			if gold.Report == "" {
				continue // the list of the set's reports
			}
			events++
			if body, ok := bodies[gold.Report]; !ok || gold.Start < body.Start || gold.End > body.End {
				t.Errorf("%s %d|%d is not in its body %v", gold.Report, gold.Start, gold.End, body)
			}
		}
		if events == 0 {
			t.Errorf("%s has no gold", set.gold)
		}
	}
}

func TestTheSeedsAreAccepted(t *testing.T) {
	var bodies []string
	for _, r := range readShared(t, "eval/seeds/seed-000.txt", "eval/seeds/seed-004.txt") {
		bodies = append(bodies, fmt.Sprintf("%s %v %s %s", r.ID, r.Date, r.Dateline.Agency, r.Body.In(r.Text)[:15]))
	}
	if diff := cmp.Diff([]string{"seed-000 2021-11-30  Russia on Monda", "seed-004 2022-02-02 TASS Russia and the "}, bodies); diff != "" {
		t.Error(diff)
	}
}

// The figures are how many of 2,708 wire reports of 1989 to 2006 tell what.
// Most of them came to us with their datelines cut off.
func TestFiguresOfTheWire(t *testing.T) {
	var reports, datelines, places, agencies, days, bylines, titles int
	count := func(n *int, told bool) {
		if told {
			*n++
		}
	}
	for _, r := range readShared(t, "bench/wire.jsonl.gz") {
		d := r.Dateline
		reports++
		count(&datelines, d.Span.Len() > 0)
		count(&places, d.Place != "")
		count(&agencies, d.Agency != "")
		count(&days, !d.Date.IsZero())
		count(&bylines, d.Byline != "")
		count(&titles, r.Title != "")
	}
	expect(t, "wire-figures.txt", fmt.Sprintf("reports %d\ndatelines %d\nplaces %d\nagencies %d\ndays %d\nbylines %d\ntitles %d\n", reports, datelines, places, agencies, days, bylines, titles))
}

func BenchmarkRead(b *testing.B) {
	var lines strings.Builder
	for _, r := range readShared(b, "bench/wire.jsonl.gz") {
		line, err := json.Marshal(map[string]string{"id": string(r.ID), "date": r.Date.String(), "text": r.Text})
		if err != nil {
			b.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	for _, form := range []struct{ name, data string }{{"jsonl", lines.String()}, {"jsonl.gz", gzipped(lines.String())}} {
		b.Run(form.name, func(b *testing.B) {
			b.SetBytes(int64(lines.Len()))
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(form.data)}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
