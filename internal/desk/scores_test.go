package desk

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"demarche"
	"demarche/internal/intake"
	"demarche/internal/score"
)

var update = flag.Bool("update", false, "write testdata/scores.golden anew")

// shared is the project's folder of corpora and gold files, beside the repository.
const shared = "../../../shared"

// scored is a set of gold reports. Of those that only count no figure is broken down,
// and nobody reads what is missed in them.
type scored struct {
	name, set, reports string
	counted            bool
}

// TestScores judges the events of the gold reports, by type where they were tuned on.
// It stands at the desk since the coder and its judge know nothing of each other.
func TestScores(t *testing.T) {
	if _, err := os.Stat(filepath.Join(shared, "eval")); err != nil {
		t.Skip("the gold files are not there: ", err)
	}
	d := open(t)
	var got []byte
	for _, s := range []scored{
		{"seeds", "seeds", "*.txt", false}, {"dev", "dev", "reports/*.txt", false}, {"wire odd", "wire", "reports/*[13579].txt", false},
		{"wire even", "wire", "reports/*[02468].txt", true}, {"check", "check", "reports/*.txt", true},
	} {
		j := judged(t, d, s)
		got = append(fmt.Appendf(got, "== %s\n", s.name), j.AppendText(nil)...)
		if !s.counted {
			for _, g := range j.ByType() {
				got = g.AppendText(got)
			}
		}
	}
	const file = "testdata/scores.golden"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the figures have changed. If for the better, write them down with -update.\nnow\n%s\nin %s\n%s", got, file, want)
	}
}

// judged codes the reports of a set and judges what comes out. It also holds the
// promises that are made of every event: it is of the codebook, its words lie in the
// report and hold its trigger.
func judged(t *testing.T, d *Desk, s scored) *score.Judgement {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(shared, "eval", s.set, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	gold, err := score.Read(s.set, bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(shared, "eval", s.set, s.reports))
	if err != nil {
		t.Fatal(err)
	}
	reports := intake.Read(paths, intake.Options{Open: func(p string) (fs.File, error) { return os.Open(p) }})
	var found []demarche.Event
	read := map[demarche.ReportID]bool{}
	render := func(dst []byte, c *Coding) []byte {
		read[c.Report.ID] = true
		for _, e := range c.Events {
			if err := e.Validate(); err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
			if e.Trigger.Len() == 0 || e.Span.End > len(c.Report.Text) || e.Sentence.Start > e.Span.Start || e.Span.End > e.Sentence.End {
				t.Errorf("%s: event %s of %s: words %v, trigger %v, sentence %v of %d bytes", s.name, e.ID, e.Report, e.Span, e.Trigger, e.Sentence, len(c.Report.Text))
			}
		}
		found = append(found, c.Events...)
		return dst
	}
	for _, err := range d.Code(t.Context(), reports, 1, render) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(read) == 0 {
		t.Fatalf("%s: no reports", s.name)
	}
	inSet := slices.DeleteFunc(slices.Clone(gold.Events), func(e demarche.Event) bool { return !read[e.Report] })
	return score.Judge(inSet, found)
}
