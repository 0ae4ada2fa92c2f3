package when

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/text"
)

var update = flag.Bool("update", false, "write what is found into testdata/times.txt, to be read over by a person")

// describe writes an expression as testdata/times.txt does.
func describe(t Time, words string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s = %v %v", words, t.Kind, t.Direction)
	if t.Kind == Point || !t.Past.IsZero() {
		switch {
		case t.Past.IsZero() && t.Ahead.IsZero():
			b.WriteString(" unknown")
		case t.Past == t.Ahead:
			fmt.Fprintf(&b, " %v", t.Past)
		default:
			fmt.Fprintf(&b, " %v or %v", t.Past, t.Ahead)
		}
	}
	if t.Days != 0 {
		fmt.Fprintf(&b, ", %d days", t.Days)
	}
	if t.Months != 0 {
		fmt.Fprintf(&b, ", %d months", t.Months)
	}
	if t.Kind == Anaphoric {
		fmt.Fprintf(&b, " %+d %v", t.Offset, t.Unit)
	}
	if !t.Through.IsZero() {
		fmt.Fprintf(&b, ", through %v", t.Through)
	}
	if t.Deadline {
		b.WriteString(", deadline")
	}
	if t.Modifier {
		b.WriteString(", modifier")
	}
	return b.String()
}

// find gives the expressions of a text and what they are.
func find(s string, at demarche.Day) (found []string) {
	for _, sentence := range text.Split(s, demarche.Span{End: len(s)}) {
		for _, t := range Find(s, sentence.Tokens, at, nil) {
			found = append(found, describe(t, t.Span(sentence.Tokens).In(s)))
		}
	}
	return found
}

// TestTimes reads testdata/times.txt: a line with a day is the date of the
// reports whose sentences follow; under each sentence stand, indented, the
// expressions that are to be found in it.
func TestTimes(t *testing.T) {
	const path = "testdata/times.txt"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var (
		at       demarche.Day
		sentence string
		line     int
		want     []string
		out      strings.Builder
		count    int
	)
	check := func() {
		if sentence == "" {
			return
		}
		got := find(sentence, at)
		count += len(got)
		for _, g := range got {
			fmt.Fprintf(&out, "\t%s\n", g)
		}
		if g, w := strings.Join(got, "\n\t"), strings.Join(want, "\n\t"); g != w && !*update {
			t.Errorf("%s:%d: report of %v: %s\ngot:\n\t%s\nwant:\n\t%s", path, line, at, sentence, g, w)
		}
		sentence, want = "", nil
	}
	lines := bufio.NewScanner(strings.NewReader(string(file)))
	for n := 1; lines.Scan(); n++ {
		l := lines.Text()
		if words, ok := strings.CutPrefix(l, "\t"); ok {
			want = append(want, words)
			continue
		}
		check()
		fmt.Fprintln(&out, l)
		if d, err := demarche.ParseDay(l); err == nil {
			at = d
		} else if l != "" && l[0] != '#' {
			sentence, line = l, n
		}
	}
	check()
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if count < 150 {
		t.Errorf("%s has only %d expressions", path, count)
	}
}
