package syntax

import "testing"

func TestLemmas(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		form, tag string
		first     bool
		want      string
	}{
		{"expelled", "VBD", false, "expel"},
		{"expelling", "VBG", false, "expel"},
		{"vowed", "VBD", false, "vow"},
		{"planned", "VBD", false, "plan"},
		{"cancelled", "VBD", false, "cancel"},
		{"controlled", "VBN", false, "control"},
		{"retaliated", "VBD", false, "retaliate"},
		{"severing", "VBG", false, "sever"},
		{"barred", "VBN", false, "bar"},
		{"withheld", "VBD", false, "withhold"},
		{"chargés", "NNS", false, "chargé"},
		{"diplomats", "NNS", false, "diplomat"},
		{"embassies", "NNS", false, "embassy"},
		{"envoys", "NNS", false, "envoy"},
		{"Russian", "JJ", false, "Russian"},
		{"Diplomats", "NNS", true, "diplomat"},
		{"Expelled", "VBN", false, "expel"},
		{"said", "VBD", false, "say"},
		{"was", "VBD", false, "be"},
		{"'s", "POS", false, "'s"},
		{"’s", "POS", false, "'s"},
		{"n't", "RB", false, "not"},
		{"Moscow", "NNP", false, "Moscow"},
		{"1,913", "CD", false, "1,913"},
		{"worse", "JJR", false, "bad"},
		{"harshest", "JJS", false, "harsh"},
	} {
		if got := m.lemmas.Lemma(c.form, c.tag, c.first, m.IsWord); got != c.want {
			t.Errorf("lemma of %s (%s) is %q, should be %q", c.form, c.tag, got, c.want)
		}
	}
}

// Endings are learnt from the words of a tag; what they get wrong is known by itself.
func TestLearnLemmas(t *testing.T) {
	var words []Word
	for _, p := range [][2]string{{"visas", "visa"}, {"talks", "talk"}, {"flags", "flag"}, {"men", "man"}, {"parties", "party"}, {"duties", "duty"}} {
		words = append(words, Word{Form: p[0], XPOS: "NNS", Lemma: p[1]})
	}
	isWord := func(s string) bool { return s == "consul" || s == "treaty" || s == "man" || s == "minister" }
	r := LearnLemmas([][]Word{words}, isWord)
	for form, want := range map[string]string{"consuls": "consul", "treaties": "treaty", "men": "man", "ministers": "minister"} {
		if got := r.Lemma(form, "NNS", false, isWord); got != want {
			t.Errorf("lemma of %s is %q, should be %q", form, got, want)
		}
	}
}

// TestUninflected: verbs in a form that is not the dictionary's are told from those
// that only look like one.
func TestUninflected(t *testing.T) {
	m := model(t)
	for verb, want := range map[string]string{
		"expelled": "expel", "expelling": "expel", "expels": "expel", "left": "leave", "ordered": "order",
		"expel": "", "need": "", "bring": "", "shed": "", "discuss": "", "process": "", "send": "", "summon": "", "leave": "", "xyzzyed": "", "": "",
	} {
		if got, ok := m.Uninflected(verb); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v; want %q", verb, got, ok, want)
		}
	}
}
