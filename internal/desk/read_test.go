package desk

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/intake"
	"demarche/internal/syntax"
	"github.com/google/go-cmp/cmp"
)

// open opens the desk.
func open(t testing.TB) *Desk {
	t.Helper()
	d, err := Open(Own{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// lines reads JSON lines.
func lines(s string) iter.Seq2[demarche.Report, error] {
	return intake.Read([]string{"-"}, intake.Options{Stdin: strings.NewReader(s)})
}

// feed is reports of which some are refused.
func feed() string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, `{"id":"r%d","date":"2021-11-30","text":"MOSCOW, Nov. 30 (Agency) -- Russia expelled %d envoys. Rain fell. \"Austria\" protested\nat once."}`+"\n", i, i+2)
		if i%9 == 5 {
			b.WriteString("{\n")
		}
	}
	return b.String()
}

func TestReadIsTheSameForAnyNumberOfJobs(t *testing.T) {
	d := open(t)
	for _, all := range []bool{false, true} {
		var first []string
		for _, j := range []int{1, 2, 5} {
			got := collect(d.Read(t.Context(), lines(feed()), How{Jobs: j, All: all}, appendCoNLLU))
			if first == nil {
				first = got
			}
			if diff := cmp.Diff(first, got); diff != "" {
				t.Errorf("%d jobs, all %v: %s", j, all, diff)
			}
		}
		if len(first) != 44 || !strings.HasPrefix(first[6], "reading standard input:7: ") {
			t.Errorf("all %v: %d results, the seventh %q", all, len(first), first[6])
		}
	}
}

func appendCoNLLU(dst []byte, r *Reading) []byte { return r.AppendCoNLLU(dst) }

// TestWhatIsRead: the gate leaves out what holds no event, the numbers of the
// sentences do not depend on it, and everything is everything.
func TestWhatIsRead(t *testing.T) {
	d := open(t)
	report := strings.SplitAfter(feed(), "\n")[0]
	comments := func(all bool) (got []string) {
		for out, err := range d.Read(t.Context(), lines(report), How{All: all}, appendCoNLLU) {
			if err != nil {
				t.Fatal(err)
			}
			for l := range strings.Lines(string(out)) {
				if l[0] == '#' {
					got = append(got, strings.TrimSpace(l))
				}
			}
		}
		return got
	}
	want := []string{
		"# newdoc id = r0", "# sent_id = r0-1", "# text = Russia expelled 2 envoys.",
		"# sent_id = r0-3", `# text = "Austria" protested at once.`,
	}
	if diff := cmp.Diff(want, comments(false)); diff != "" {
		t.Error(diff)
	}
	want = []string{
		"# newdoc id = r0", "# sent_id = r0-h1", "# text = MOSCOW, Nov. 30 (Agency) --",
		"# sent_id = r0-1", "# text = Russia expelled 2 envoys.", "# sent_id = r0-2", "# text = Rain fell.",
		"# sent_id = r0-3", `# text = "Austria" protested at once.`,
	}
	if diff := cmp.Diff(want, comments(true)); diff != "" {
		t.Error(diff)
	}
}

// TestReadsBack: what is written is CoNLL-U, its words stand where it says, and
// with everything read no character is left out.
func TestReadsBack(t *testing.T) {
	d := open(t)
	for report, err := range lines(strings.SplitAfter(feed(), "\n")[0]) {
		if err != nil {
			t.Fatal(err)
		}
		one := func(yield func(demarche.Report, error) bool) { yield(report, nil) }
		for out, err := range d.Read(t.Context(), one, How{All: true}, appendCoNLLU) {
			if err != nil {
				t.Fatal(err)
			}
			var forms strings.Builder
			for b, err := range syntax.ReadCoNLLU(bytes.NewReader(out)) {
				if err != nil {
					t.Fatal(err)
				}
				if _, err := b.Words(); err != nil {
					t.Error(err)
				}
				for _, l := range b.Lines {
					var s demarche.Span
					misc := strings.TrimPrefix(l[9], "SpaceAfter=No|")
					if _, err := fmt.Sscanf(misc, "start=%d|end=%d", &s.Start, &s.End); err != nil || s.In(report.Text) != l[1] {
						t.Errorf("%q stands at %s: %v", l[1], l[9], err)
					}
					forms.WriteString(l[1])
				}
			}
			if want := strings.Join(strings.Fields(report.Text), ""); forms.String() != want {
				t.Errorf("the words make %q, want %q", &forms, want)
			}
		}
	}
}

func TestRetag(t *testing.T) {
	d := open(t)
	var in strings.Builder
	for i := range 30 {
		fmt.Fprintf(&in, "# sent_id = %d\n1-2\tWon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tWo\tx\tx\tx\tx\t0\tx\t0:x\tA=%d\n2\tn't\tx\tx\tx\tx\t1\tx\t_\t_\n\n", i, i)
	}
	broken := in.String() + "1\tcut\n"
	var first []string
	for _, j := range []int{1, 3} {
		got := collect(d.Retag(t.Context(), syntax.ReadCoNLLU(strings.NewReader(broken)), j))
		if first == nil {
			first = got
		}
		if diff := cmp.Diff(first, got); diff != "" {
			t.Errorf("%d jobs: %s", j, diff)
		}
	}
	if n := len(first); n != 31 || !strings.Contains(first[30], "line 151") {
		t.Fatalf("%d results, the last %q", n, first[n-1])
	}
	blocks := 0
	for b, err := range syntax.ReadCoNLLU(strings.NewReader(strings.Join(first[:30], ""))) {
		if err != nil {
			t.Fatal(err)
		}
		if words, err := b.Words(); err != nil || len(words) != 2 || words[0].UPOS == "x" || b.Lines[1][8] != "_" ||
			b.Comments[0] != fmt.Sprintf("# sent_id = %d", blocks) || b.Lines[1][9] != fmt.Sprintf("A=%d", blocks) {
			t.Errorf("sentence %d: %v %v", blocks, b, err)
		}
		blocks++
	}
	if blocks != 30 {
		t.Errorf("%d sentences", blocks)
	}
}

// TestRefusalsKeepTheirType: a caller can tell a refusal from other errors.
func TestRefusalsKeepTheirType(t *testing.T) {
	d := open(t)
	for _, err := range d.Read(t.Context(), lines("{"), How{Jobs: 2}, appendCoNLLU) {
		if refusal := (*intake.Refusal)(nil); !errors.As(err, &refusal) {
			t.Errorf("%v is no refusal", err)
		}
	}
}
