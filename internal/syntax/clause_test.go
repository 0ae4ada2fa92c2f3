package syntax

import (
	"fmt"
	"strings"
	"testing"
)

// Passive clauses behind a preposition get their subject where no other reading
// is left. A word is form/tag/head/relation, with heads counted from 1.
func TestClausesBehindPrepositions(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{
			"They/PRP/2/nsubj called/VBD/0/root for/IN/5/case the/DT/5/det embassy/NN/2/obl to/TO/8/mark be/VB/8/aux:pass closed/VBN/2/advcl",
			"for<closed mark, embassy<closed nsubj:pass",
		},
		{
			"Calls/NNS/8/nsubj for/IN/4/case the/DT/4/det embassy/NN/1/nmod to/TO/7/mark be/VB/7/aux:pass closed/VBN/4/acl grew/VBD/0/root",
			"for<closed mark, embassy<closed nsubj:pass, closed<Calls acl",
		},
		{
			"It/PRP/2/nsubj ended/VBD/0/root with/IN/4/case envoys/NNS/2/obl being/VBG/6/aux:pass expelled/VBN/4/acl",
			"with<expelled mark, envoys<expelled nsubj:pass, expelled<ended advcl",
		},
		{
			"It/PRP/2/nsubj resulted/VBD/0/root in/IN/4/case envoys/NNS/6/obl being/VBG/6/aux:pass expelled/VBN/2/advcl",
			"in<expelled mark, envoys<expelled nsubj:pass",
		},
		{
			"They/PRP/2/nsubj called/VBD/0/root for/IN/4/case permission/NN/2/obl of/IN/6/case flight/NN/4/nmod to/TO/9/mark be/VB/9/aux:pass given/VBN/2/advcl",
			"for<given mark, permission<given nsubj:pass",
		},
		// The rooms may be meant, not their being let.
		{"The/DT/2/det cost/NN/0/root of/IN/4/case rooms/NNS/2/nmod being/VBG/6/aux:pass let/VBN/4/acl", ""},
		// The friend is no subject.
		{"He/PRP/2/nsubj went/VBD/0/root with/IN/5/case a/DT/5/det friend/NN/2/obl to/TO/8/mark be/VB/8/aux:pass examined/VBN/2/advcl", ""},
		{"Tell/VB/0/root him/PRP/1/obj that/IN/7/mark for/IN/5/case years/NNS/7/obl being/VBG/7/aux:pass watched/VBN/1/ccomp", ""},
	} {
		var words []Word
		for _, f := range strings.Fields(c.sentence) {
			p := strings.Split(f, "/")
			head := 0
			if _, err := fmt.Sscan(p[2], &head); err != nil {
				t.Fatal(err)
			}
			words = append(words, Word{Form: p[0], XPOS: p[1], Head: head - 1, Rel: p[3]})
		}
		old := append([]Word(nil), words...)
		settleClauses(words)
		var changed []string
		for i, w := range words {
			if w.Head != old[i].Head || w.Rel != old[i].Rel {
				changed = append(changed, fmt.Sprintf("%s<%s %s", w.Form, words[w.Head].Form, w.Rel))
			}
		}
		if got := strings.Join(changed, ", "); got != c.want {
			t.Errorf("%s\n\tchanged %q\n\tnot     %q", c.sentence, got, c.want)
		}
	}
}
