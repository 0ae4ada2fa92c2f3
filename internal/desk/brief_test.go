package desk

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"demarche"
	"demarche/internal/brief"
	"demarche/internal/intake"
)

// TestBriefOfSeeds: the state of play that two real reports tell, on the day of the
// second. The golden file quotes nothing of them.
func TestBriefOfSeeds(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(shared, "eval/seeds/*.txt"))
	if err != nil || len(paths) != 2 {
		t.Skip("the seeds are not there: ", err)
	}
	d := open(t)
	var g Gathering
	reports := intake.Read(paths, intake.Options{Open: func(p string) (fs.File, error) { return os.Open(p) }})
	for _, err := range d.Gather(t.Context(), reports, 1, &g) {
		if err != nil {
			t.Fatal(err)
		}
	}
	asOf, err := demarche.ParseDay("2022-02-02")
	if err != nil {
		t.Fatal(err)
	}
	b := g.Brief("RUS", "USA", View{AsOf: asOf}, demarche.Day{})
	got := b.AppendText(nil, brief.Layout{})
	const file = "testdata/brief.seeds.golden"
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
		t.Errorf("the brief has changed. If for the better, write it down with -update.\nnow\n%s\nin %s\n%s", got, file, want)
	}
	if again := g.Brief("USA", "RUS", View{AsOf: asOf}, demarche.Day{}); again.Acts != b.Acts {
		t.Errorf("%d acts the other way round, %d before", again.Acts, b.Acts)
	}
	early := g.Brief("RUS", "USA", View{KnownBy: asOf.Plus(-30)}, demarche.Day{})
	if early.Reports != 1 || early.AsOf != asOf.Plus(-30) {
		t.Errorf("%+v", early)
	}
}
