package syntax

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAppendCoNLLU: the whole of a sentence, to the byte.
func TestAppendCoNLLU(t *testing.T) {
	const text = " date 2021-11-30 It won't\n leave.\"Go!\""
	word := func(start, end int, lemma, upos, xpos, feats string, head int, rel string) Word {
		w := Word{Form: text[start:end], Lemma: lemma, UPOS: upos, XPOS: xpos, Feats: feats, Head: head, Rel: rel}
		w.Start, w.End = start, end
		return w
	}
	tree := Tree{Words: []Word{
		word(17, 19, "it", "PRON", "PRP", "Person=3|PronType=Prs", 3, "nsubj"),
		word(20, 22, "will", "AUX", "MD", "VerbForm=Fin", 3, "aux"),
		word(22, 25, "not", "PART", "RB", "", 3, "advmod"),
		word(27, 32, "leave", "VERB", "VB", "VerbForm=Inf", Root, "root"),
		word(32, 33, ".", "PUNCT", ".", "", 3, "punct"),
	}}
	tree.Start, tree.End = 17, 33
	const want = `# sent_id = r-1
# text = It won't leave.
1	It	it	PRON	PRP	Person=3|PronType=Prs	4	nsubj	_	start=17|end=19
2	wo	will	AUX	MD	VerbForm=Fin	4	aux	_	SpaceAfter=No|start=20|end=22
3	n't	not	PART	RB	_	4	advmod	_	start=22|end=25
4	leave	leave	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No|start=27|end=32
5	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No|start=32|end=33

`
	got := AppendCoNLLU([]byte("before\n"), "r-1", text, tree)
	if diff := cmp.Diff("before\n"+want, string(got)); diff != "" {
		t.Error(diff)
	}
	blocks := readAll(t, string(got[len("before\n"):]))
	if len(blocks) != 1 {
		t.Fatalf("%d sentences were read back", len(blocks))
	}
	words, err := blocks[0].Words()
	if err != nil {
		t.Fatal(err)
	}
	for i := range tree.Words {
		tree.Words[i].Span = words[i].Span // a file's words have none
	}
	if diff := cmp.Diff(tree.Words, words); diff != "" {
		t.Errorf("what was read back is not what was written:\n%s", diff)
	}
	n := testing.AllocsPerRun(10, func() { got = AppendCoNLLU(got[:0], "r-1", text, tree) })
	if n > 0 {
		t.Errorf("writing a sentence takes %v allocations, want none", n)
	}
}

// TestAppendWith: what a file says of its sentence stays, but for the columns
// that are read anew and for what depends on them.
func TestAppendWith(t *testing.T) {
	const in = `# newdoc id = d
# sent_id = d-1
# text = It won't.
1	It	x	x	x	A=B	0	root	0:root	_
2-3	won't	_	_	_	_	_	_	_	SpaceAfter=No
2	wo	x	x	x	_	1	x	1:x	Entity=(1)
2.1	leave	leave	VERB	VB	_	_	_	1:conj	CopyOf=1
3	n't	x	x	x	_	1	x	1:x	_
4	_	x	x	x	_	1	x	1:x	_

`
	const want = `# newdoc id = d
# sent_id = d-1
# text = It won't.
1	It	it	PRON	PRP	Person=3	2	nsubj	_	_
2-3	won't	_	_	_	_	_	_	_	SpaceAfter=No
2	wo	will	AUX	MD	_	0	root	_	Entity=(1)
3	n't	not	PART	RB	_	2	advmod	_	_
4	_	_	PUNCT	NFP	_	2	punct	_	_

`
	block := readAll(t, in)[0]
	got := string(block.AppendWith(nil, []Word{
		{Form: "It", Lemma: "it", UPOS: "PRON", XPOS: "PRP", Feats: "Person=3", Head: 1, Rel: "nsubj"},
		{Form: "wo", Lemma: "will", UPOS: "AUX", XPOS: "MD", Head: Root, Rel: "root"},
		{Form: "n't", Lemma: "not", UPOS: "PART", XPOS: "RB", Head: 1, Rel: "advmod"},
		{Form: "_", Lemma: "_", UPOS: "PUNCT", XPOS: "NFP", Head: 1, Rel: "punct"},
	}))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func readAll(t *testing.T, s string) (blocks []Block) {
	t.Helper()
	for b, err := range ReadCoNLLU(strings.NewReader(s)) {
		if err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, b)
	}
	return blocks
}

func BenchmarkAppendCoNLLU(b *testing.B) {
	text, tree := sentence(strings.Fields(strings.Repeat("Russia/PROPN/0/root expelled/VERB/1/acl ", 10))...)
	var out []byte
	for b.Loop() {
		out = AppendCoNLLU(out[:0], "report-1", text, tree)
	}
	b.SetBytes(int64(len(out)))
	b.ReportMetric(float64(len(tree.Words)*b.N)/b.Elapsed().Seconds(), "tokens/s")
	if !bytes.Contains(out, []byte("start=")) {
		b.Fatal("nothing was written")
	}
}
