package syntax

import (
	"strings"
	"testing"
)

// A verb has one subject and one object: of a name, only its head is the subject.
func TestCoresStandOnce(t *testing.T) {
	p := model(t).NewParser()
	for _, sentence := range []string{
		"Secretary - General Kofi Annan has indicated that talks will resume .",
		"The terrorist group Hamas has indicated it will take part .",
		"Deputy spokesman Jen Doe Roe said talks failed , the agency said .",
		"What envoy did the ministry summon it ?",
	} {
		var words []Word
		for _, f := range strings.Fields(sentence) {
			words = append(words, Word{Form: f})
		}
		p.encode(words)
		p.tagAll(words)
		p.attach(words)
		p.relate(words)
		// The worst that the parser could say of a head's words is set right too.
		for i := range words {
			if words[i].Head != Root {
				words[i].Rel = "nsubj"
			}
		}
		p.settleCores(words)
		seen := map[int]string{}
		heads := make([]int, len(words))
		for i, w := range words {
			heads[i] = w.Head
			if cores[w.Rel] != subject {
				continue
			}
			if other := seen[w.Head]; other != "" {
				t.Errorf("%s: %s has the subjects %s and %s", sentence, words[w.Head].Form, other, w.Form)
			}
			seen[w.Head] = w.Form
		}
		if !isTree(heads) {
			t.Errorf("%s: the heads %v are no tree", sentence, heads)
		}
	}
}
