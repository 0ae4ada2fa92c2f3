package ledgertest

import (
	"flag"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/intake"
	"github.com/google/go-cmp/cmp"
)

var orders = flag.Int("orders", 3, "how many random orders TestOrders tries")

// TestOrders: all gold reports, in random orders, make one record. Where they are not
// at hand the program's examples stand in.
func TestOrders(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"eval/seeds/*.txt", "eval/dev/reports/*.txt", "eval/wire/reports/*.txt"} {
		found, err := filepath.Glob(filepath.Join("../../../shared", pattern))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, found...)
	}
	if len(paths) == 0 {
		var err error
		if paths, err = filepath.Glob("../../examples/*.txt"); err != nil {
			t.Fatal(err)
		}
	}
	var reports []demarche.Report
	for r, err := range intake.Read(paths, intake.Options{Open: func(p string) (fs.File, error) { return os.Open(p) }}) {
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, r)
	}
	var want, told string
	rnd := rand.New(rand.NewPCG(5, 5))
	for range *orders {
		r := Record(t, SQLite)
		Add(t, r, func(yield func(demarche.Report, error) bool) {
			for _, report := range reports {
				if !yield(report, nil) {
					return
				}
			}
		}, desk.Adding{Jobs: 2})
		got := dump(t, r, desk.View{})
		if want == "" {
			want = got
			told = briefs(t, r)
			if diff := cmp.Diff(want, dump(t, r, desk.View{KnownBy: Today})); diff != "" {
				t.Fatal("put together anew: ", diff)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(told, briefs(t, r)); diff != "" {
			t.Fatal(diff)
		}
		rnd.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
	}
	t.Logf("%d reports in %d orders", len(reports), *orders)
}
