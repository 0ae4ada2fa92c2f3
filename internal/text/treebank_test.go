package text

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"demarche"
)

var (
	update   = flag.Bool("update", false, "write testdata/scores.golden anew")
	mistakes = flag.Int("mistakes", 0, "print that many mistakes for each treebank, the test sets left out")
)

const (
	treebanks = "../../../shared/treebanks"
	golden    = "testdata/scores.golden"
)

// goldText is a document with its gold sentences and tokens.
type goldText struct {
	text              string
	sentences, tokens []demarche.Span
}

// scheme says how the text of a treebank is put together.
type scheme struct {
	name    string
	between string // the white space between two sentences
	spaced  bool   // a space stands between any two tokens, as in text that has been through a tokeniser
}

var schemes = []scheme{
	{"space", " ", false},
	{"line", "\n", false},
	{"spaced", " ", true},
	{"spaced-line", "\n", true},
}

// join writes a document as text.
func (s scheme) join(doc goldDocument) goldText {
	var g goldText
	var b strings.Builder
	for i, sentence := range doc {
		if i > 0 {
			b.WriteString(s.between)
		}
		begin := b.Len()
		for k, w := range sentence {
			at := b.Len()
			b.WriteString(w.form)
			g.tokens = append(g.tokens, demarche.Span{Start: at, End: b.Len()})
			if k+1 < len(sentence) && (s.spaced || !w.tight) {
				b.WriteByte(' ')
			}
		}
		g.sentences = append(g.sentences, demarche.Span{Start: begin, End: b.Len()})
	}
	g.text = b.String()
	return g
}

// tally counts spans: those of the gold, those found, and those in both.
type tally struct{ gold, found, right int }

func (t *tally) add(gold, found []demarche.Span) (missed, wrong []demarche.Span) {
	t.gold += len(gold)
	t.found += len(found)
	in := make(map[demarche.Span]bool)
	for _, s := range gold {
		in[s] = true
	}
	for _, s := range found {
		if in[s] {
			t.right++
			delete(in, s)
		} else {
			wrong = append(wrong, s)
		}
	}
	for _, s := range gold {
		if in[s] {
			missed = append(missed, s)
		}
	}
	return missed, wrong
}

// f1 is 2·right / (gold + found), as in score_trees.py.
func (t *tally) f1() float64 { return 2 * float64(t.right) / float64(t.gold+t.found) }

// squeeze turns spans of bytes into spans of the bytes that are no white
// space, by which score_trees.py compares.
func squeeze(text string, spans []demarche.Span) []demarche.Span {
	at := make([]int, len(text)+1)
	n := 0
	for i, r := range text {
		at[i] = n
		if !unicode.IsSpace(r) {
			n++
		}
	}
	at[len(text)] = n
	out := make([]demarche.Span, len(spans))
	for i, s := range spans {
		out[i] = demarche.Span{Start: at[s.Start], End: at[s.End]}
	}
	return out
}

// TestTreebanks measures sentences and tokens against treebanks whose text is
// put together again in each of the schemes. It fails where a figure falls below the committed one.
func TestTreebanks(t *testing.T) {
	floors := make(map[string][2]float64)
	if file, err := os.Open(golden); err == nil {
		for {
			var name, scheme string
			var f [2]float64
			if _, err := fmt.Fscan(file, &name, &scheme, &f[0], &f[1]); err != nil {
				break
			}
			floors[name+" "+scheme] = f
		}
		file.Close()
	}
	var out strings.Builder
	for _, name := range []string{"ewt-train", "ewt-dev", "ewt-test", "gum-train", "news-test", "pud"} {
		docs, err := readTreebank(filepath.Join(treebanks, name+".conllu.gz"))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("no treebanks beside the repository: put the shared folder next to it to measure")
		} else if err != nil {
			t.Fatal(err)
		}
		show := *mistakes
		if strings.HasSuffix(name, "test") {
			show = 0
		}
		for _, how := range schemes {
			key := name + " " + how.name
			sentences, tokens := measure(t, docs, how, show)
			f := [2]float64{sentences.f1(), tokens.f1()}
			line := fmt.Sprintf("%-9s %-11s %.4f %.4f\n", name, how.name, f[0], f[1])
			t.Log(strings.TrimSpace(line))
			out.WriteString(line)
			for i, what := range []string{"sentences", "tokens"} {
				if floor := floors[key][i]; f[i] < floor-0.00005 && !*update {
					t.Errorf("%s: F1 of %s is %.4f, was %.4f: mend it, or accept it with -update", key, what, f[i], floor)
				}
			}
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// measure splits documents and counts. It shows the first mistakes where asked.
func measure(t *testing.T, docs []goldDocument, how scheme, show int) (sentences, tokens tally) {
	for _, doc := range docs {
		g := how.join(doc)
		var found, parts []demarche.Span
		for _, s := range Split(g.text, demarche.Span{End: len(g.text)}) {
			found = append(found, s.Span)
			parts = append(parts, s.Tokens...)
		}
		missed, _ := tokens.add(squeeze(g.text, g.tokens), squeeze(g.text, parts))
		if show > 0 {
			show -= explain(t, "token missed", g.text, missed)
		}
		missed, wrong := sentences.add(squeeze(g.text, g.sentences), squeeze(g.text, found))
		if show > 0 {
			show -= explain(t, "sentence missed", g.text, missed)
			show -= explain(t, "sentence wrong", g.text, wrong)
		}
	}
	return sentences, tokens
}

// explain logs spans of the bytes that are no white space, with what stands
// around their ends, and gives their number.
func explain(t *testing.T, what, text string, spans []demarche.Span) int {
	var at []int // the place of each byte that is no white space
	for i, r := range text {
		if !unicode.IsSpace(r) {
			at = append(at, i)
		}
	}
	for _, s := range spans {
		end := at[s.End-1] + 1
		begin := max(at[s.Start], end-60)
		t.Logf("%s: %q in %q", what, text[begin:end], text[max(0, begin-20):min(len(text), end+40)])
	}
	return len(spans)
}
