package coder

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche"
	"demarche/data"
	"demarche/internal/sense"
	"demarche/internal/text"
	"demarche/internal/who"
)

var update = flag.Bool("update", false, "write testdata/gate.golden anew")

// shared is the project's folder of corpora and gold files, beside the
// repository.
const shared = "../../../shared"

func gate(t testing.TB) *Gate {
	t.Helper()
	names, err := who.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	g, err := LoadGate(data.Files, names)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// gateWithNet is the gate as the program has it.
func gateWithNet(t testing.TB) *Gate {
	t.Helper()
	g := gate(t)
	nets, err := sense.Read(data.Gate)
	if err != nil {
		t.Fatal(err)
	}
	g.Weigh(nets["gate"])
	return g
}

// tally counts what the gate lets through.
type tally struct {
	events, found int
	words, open   int
}

func (c tally) String() string {
	s := fmt.Sprintf("words open %.3f", share(c.open, c.words))
	if c.events > 0 {
		s = fmt.Sprintf("events found %d of %d, %.3f; %s", c.found, c.events, share(c.found, c.events), s)
	}
	return s
}

func share(n, of int) float64 { return float64(n) / float64(of) }

// add reads one report, given where its gold events stand.
func (c *tally) add(g *Gate, report string, events []demarche.Span) (missed []demarche.Span) {
	sentences := text.Split(report, demarche.Span{End: len(report)})
	open := g.Select(report, sentences, nil)
	hit := make([]bool, len(events))
	for i, s := range sentences {
		n := len(strings.Fields(s.In(report)))
		c.words += n
		if !open[i] {
			continue
		}
		c.open += n
		for k, e := range events {
			hit[k] = hit[k] || e.Start < s.End && s.Start < e.End
		}
	}
	c.events += len(events)
	for k, h := range hit {
		if h {
			c.found++
		} else {
			missed = append(missed, events[k])
		}
	}
	return missed
}

// gold reads a set of the evaluation: each report and the spans of its events.
func gold(t *testing.T, set, reports string) (texts map[string]string, events map[string][]demarche.Span) {
	t.Helper()
	texts, events = make(map[string]string), make(map[string][]demarche.Span)
	files, err := filepath.Glob(filepath.Join(shared, "eval", set, reports))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[strings.TrimSuffix(filepath.Base(f), ".txt")] = string(b)
	}
	b, err := os.ReadFile(filepath.Join(shared, "eval", set, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		var e struct {
			Report     string
			Start, End int
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		// Some events have no span; the first line of a file lists its reports.
		if e.End > 0 {
			events[e.Report] = append(events[e.Report], demarche.Span{Start: e.Start, End: e.End})
		}
	}
	return texts, events
}

// wire reads the wire feed, each line a report of its own.
func wire(t testing.TB) (reports []string) {
	t.Helper()
	f, err := os.Open(filepath.Join(shared, "bench/wire.jsonl.gz"))
	if err != nil {
		t.Skip("the wire feed is not there: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := bufio.NewReader(z); ; {
		line, err := r.ReadBytes('\n')
		if err == io.EOF {
			return reports
		}
		if err != nil {
			t.Fatal(err)
		}
		var report struct{ Text string }
		if err := json.Unmarshal(line, &report); err != nil {
			t.Fatal(err)
		}
		reports = append(reports, report.Text)
	}
}

// TestGateOnGold measures the gate: how many of the events that people found
// stand in sentences that it opens, and how much of a feed it lets through.
func TestGateOnGold(t *testing.T) {
	if _, err := os.Stat(shared); err != nil {
		t.Skip("the gold files are not there: ", err)
	}
	g := gateWithNet(t)
	var seeds, dev, odd, even, feed tally
	texts, _ := gold(t, "seeds", "*.txt") // their events have no spans
	for _, report := range texts {
		seeds.add(g, report, nil)
	}
	texts, events := gold(t, "dev", "reports/*.txt")
	for id, report := range texts {
		for _, m := range dev.add(g, report, events[id]) {
			t.Logf("closed: %s: %s", id, m.In(report))
		}
	}
	texts, events = gold(t, "wire", "reports/*.txt")
	for id, report := range texts {
		if strings.ContainsAny(id[len(id)-1:], "02468") {
			even.add(g, report, events[id]) // for counting only: what is missed is not looked at
			continue
		}
		for _, m := range odd.add(g, report, events[id]) {
			t.Logf("closed: %s: %s", id, m.In(report))
		}
	}
	for _, report := range wire(t) {
		feed.add(g, report, nil)
	}
	if r := share(dev.found, dev.events); r < 0.98 {
		t.Errorf("of the events in dev %.3f stand in open sentences, want 0.98", r)
	}
	if r := share(odd.found, odd.events); r < 0.97 {
		t.Errorf("of the events in wire's odd numbers %.3f stand in open sentences, want 0.97", r)
	}
	if s := share(feed.open, feed.words); s > 0.25 {
		t.Errorf("of the feed's words %.3f stand in open sentences, want at most 0.25", s)
	}
	checkGolden(t, fmt.Sprintf("seeds      %v\ndev        %v\nwire odd   %v\nwire even  %v\nfeed       %v\n", seeds, dev, odd, even, feed))
}

func checkGolden(t *testing.T, got string) {
	t.Helper()
	const file = "testdata/gate.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the gate's figures have changed. If for the better, write them down with -update.\nnow\n%s\nin %s\n%s", got, file, want)
	}
}
