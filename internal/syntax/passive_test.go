package syntax

import (
	"strings"
	"testing"
)

// A subject's relation follows its verb's auxiliaries. In a headline a bare
// participle has a subject of the passive; with a full stop it is left as parsed.
func TestSubjectsFollowAuxiliaries(t *testing.T) {
	for _, c := range []struct{ sentence, parsed, want string }{
		{"Envoys expelled/VBN", "nsubj", "nsubj:pass"},
		{"Envoys expelled/VBN ./punct", "nsubj", "nsubj"},
		{"Envoys expelled/VBD", "nsubj", "nsubj"},
		{"Envoys have/aux expelled/VBN", "nsubj:pass", "nsubj"},
		{"Envoys were/aux:pass expelled/VBN ./punct", "nsubj", "nsubj:pass"},
		{"Envoys have/aux been/aux:pass expelled/VBN ./punct", "nsubj", "nsubj:pass"},
		{"Envoys were/cop disappointed/JJ ./punct", "nsubj", "nsubj"},
		{"Envoys have/aux been/cop disappointed/JJ ./punct", "nsubj:pass", "nsubj:pass"},
		{"Envoys expelled/VBN ./punct", "nsubj:pass", "nsubj:pass"},
		{"Envoys were/aux:pass expelled/VBN ./punct", "expl", "expl"},
	} {
		var words []Word
		verb := -1
		for i, f := range strings.Fields(c.sentence) {
			form, is, _ := strings.Cut(f, "/")
			w := Word{Form: form, Rel: is}
			switch {
			case i == 0:
				w.Rel = c.parsed
			case is == "punct":
				w.XPOS = form
			case strings.ToUpper(is) == is:
				verb = i
				w.XPOS, w.Rel = is, "root"
			}
			words = append(words, w)
		}
		for i := range words {
			words[i].Head = verb
		}
		words[verb].Head = Root
		settleVoice(words)
		if got := words[0].Rel; got != c.want {
			t.Errorf("%s, parsed as %s: the subject became %s, not %s", c.sentence, c.parsed, got, c.want)
		}
	}
}
