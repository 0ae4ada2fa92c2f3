package syntax

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden scores")

const golden = "testdata/scores.golden"

// watched are the relations that carry who did what to whom.
var watched = []string{"nsubj", "obj", "nsubj:pass", "obl", "conj", "ccomp", "xcomp", "advcl", "acl:relcl", "nmod:poss"}

// tally counts what of a treebank is right, over words.
type tally struct {
	words, upos, xpos, lemma, feats, uas, las, noPunct, unpointed int
	gold, found, right                                            map[string]int
}

func score(p *Parser, sentences [][]Word) tally {
	y := tally{gold: map[string]int{}, found: map[string]int{}, right: map[string]int{}}
	count := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	for _, want := range sentences {
		got := bare(want)
		p.Parse(got)
		for i, w := range want {
			g := got[i]
			y.words++
			count(&y.upos, g.UPOS == w.UPOS)
			count(&y.xpos, g.XPOS == w.XPOS)
			count(&y.lemma, g.Lemma == w.Lemma)
			count(&y.feats, g.Feats == w.Feats)
			count(&y.uas, g.Head == w.Head)
			arc := g.Head == w.Head && g.Rel == w.Rel
			count(&y.las, arc)
			if w.Rel != "punct" {
				y.unpointed++
				count(&y.noPunct, arc)
			}
			y.gold[w.Rel]++
			y.found[g.Rel]++
			if arc {
				y.right[w.Rel]++
			}
		}
	}
	return y
}

func (y tally) String() string {
	share := func(k, n int) float64 { return 100 * float64(k) / float64(max(n, 1)) }
	var b strings.Builder
	for _, row := range []struct {
		name string
		k, n int
	}{
		{"UPOS", y.upos, y.words}, {"XPOS", y.xpos, y.words}, {"lemma", y.lemma, y.words}, {"features", y.feats, y.words},
		{"UAS", y.uas, y.words}, {"LAS", y.las, y.words}, {"LAS without punct", y.noPunct, y.unpointed},
	} {
		fmt.Fprintf(&b, "  %-18s %.2f\n", row.name, share(row.k, row.n))
	}
	for _, r := range watched {
		fmt.Fprintf(&b, "  F1 %-15s %.2f\n", r, share(2*y.right[r], y.gold[r]+y.found[r]))
	}
	return b.String()
}

// The model's scores stand in the golden file, so that a change's price shows in
// its diff. The treebanks' own words are given, as in ../shared/eval/score_trees.py.
func TestScores(t *testing.T) {
	p := model(t).NewParser()
	var b strings.Builder
	for _, name := range []string{"news-test", "ewt-test", "pud"} {
		fmt.Fprintf(&b, "%s\n%v", name, score(p, bank(t, name)))
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("scores are not those of %s; if the change is meant, run go test ./internal/syntax -run Scores -update\n%s", golden, b.String())
	}
}

// A machine without vector kernels reads the news treebank to the same trees.
func TestTreesAreTheSameWithoutVectors(t *testing.T) {
	if !vector {
		t.Skip("this machine has no vector kernels")
	}
	sentences := bank(t, "news-test")[:80]
	parse := func() string {
		p := model(t).NewParser()
		var all []Word
		for _, s := range sentences {
			words := bare(s)
			p.Parse(words)
			all = append(all, words...)
		}
		return fmt.Sprint(all)
	}
	fast := parse()
	var slow string
	plainly(func() { slow = parse() })
	if fast != slow {
		t.Error("trees differ with and without the vector kernels")
	}
}
