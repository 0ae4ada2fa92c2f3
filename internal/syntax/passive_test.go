package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

// A headline's participle is the verb of its clause, though it looks like a past
// tense or like what describes a noun; what has an article or a stop is no headline,
// and what no one can do to another stays a past tense.
func TestHeadlines(t *testing.T) {
	p := model(t).NewParser()
	for sentence, want := range map[string]string{
		"Two diplomats recalled from Kyiv":         "diplomats nsubj:pass recalled VBN",
		"Consulate attacked in Benghazi":           "Consulate nsubj:pass attacked VBN",
		"Sanctions imposed on Minsk over election": "Sanctions nsubj:pass imposed VBN",
		"Ambassador returned to Moscow":            "Ambassador nsubj returned VBD",
		"Foreign minister met with envoy":          "minister nsubj met VBD",
		"The consulate closed in Benghazi":         "consulate nsubj closed VBD",
		"Consulate closed in Benghazi .":           "Consulate nsubj closed VBD",
	} {
		var words []Word
		for _, f := range strings.Fields(sentence) {
			words = append(words, Word{Form: f})
		}
		p.Parse(words)
		got := ""
		for _, w := range words {
			if cores[w.Rel] == subject && words[w.Head].Head == Root {
				got = strings.Join([]string{w.Form, w.Rel, words[w.Head].Form, words[w.Head].XPOS}, " ")
			}
		}
		if got != want {
			t.Errorf("%s\n\tis read as %q\n\tnot        %q", sentence, got, want)
		}
	}
}

// Turned into a clause, a noun with its participle leaves to the verb what follows.
func TestTurn(t *testing.T) {
	words := []Word{
		{Form: "Envoys", Head: Root, Rel: "root"}, {Form: "expelled", Head: 0, Rel: "acl"},
		{Form: "over", Head: 3, Rel: "case"}, {Form: "spying", Head: 0, Rel: "nmod"},
	}
	turn(words, 0, 1)
	want := []Word{
		{Form: "Envoys", Head: 1, Rel: "nsubj:pass"}, {Form: "expelled", Head: Root, Rel: "root"},
		{Form: "over", Head: 3, Rel: "case"}, {Form: "spying", Head: 1, Rel: "obl"},
	}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Error(diff)
	}
}
