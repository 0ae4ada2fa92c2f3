package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendOrders sets right what trees make of an order and of what stands about it: "told the
// envoys to be out of the country", with the country on the envoys; "told the envoy to leave;
// the deadline is Friday", with the second clause as what he was told; "pulled its ambassador
// and two clerks out of Chad", with Chad on the clerks; "told the envoys serving in Chad to
// leave", with what they are told on where they serve; "no longer issues visas", with "issues"
// as a noun; "gave the clerks ten days to leave", with the days on the clerks.
func mendOrders(words []syntax.Word, l *Lexicon) {
	for i := 1; i < len(words); i++ {
		w := &words[i]
		switch {
		case strings.HasSuffix(w.Rel, ":unmarked") && w.UPOS == "NOUN" && w.Head >= 0 && w.Head < i:
			mendGiven(words, i)
		case w.Rel == "ccomp" && w.Head >= 0 && w.Head < i && hasStop(words, i):
			w.Rel = "parataxis"
		case w.Rel == "nmod" && w.UPOS == "NOUN" && hasTo(words, i) && hasKid(words, i, "cop"):
			if verb := verbOfObject(words, w.Head); verb >= 0 {
				w.Head, w.Rel = verb, "xcomp"
			}
		case w.Rel == "nmod" && w.UPOS == "PROPN" && isOutOf(words, i):
			if verb := verbOfObject(words, w.Head); verb >= 0 {
				w.Head, w.Rel = verb, "obl"
			}
		case w.XPOS == "VB" && (base(w.Rel) == "advcl" || w.Rel == "xcomp") && w.Head >= 0 && w.Head < i && words[w.Head].Rel == "acl" && hasTo(words, i) && (w.Lemma == "leave" || w.Lemma == "go" || l.has(w.Lemma, moving)):
			if verb := orderTo(words, w.Head, l); verb >= 0 {
				w.Head, w.Rel = verb, "xcomp"
			}
		case w.XPOS == "VB" && w.Rel == "acl" && w.Head >= 0 && w.Head < i && base(words[w.Head].Rel) == "obl" && hasTo(words, i) && (w.Lemma == "leave" || w.Lemma == "go" || l.has(w.Lemma, moving)):
			if verb := words[w.Head].Head; l.Is(words[verb].Lemma, "order") && hasKid(words, verb, "obj") {
				w.Head, w.Rel = verb, "xcomp" // "asked two clerks at the consulate to leave"
			}
		case w.UPOS == "NOUN" && w.XPOS == "NNS" && i > 1 && strings.EqualFold(words[i-1].Form, "longer") && strings.EqualFold(words[i-2].Form, "no") && words[i-1].Head == i && (hasKid(words, i, "obj") || hasKid(words, i, "nsubj")):
			w.UPOS, w.XPOS = "VERB", "VBZ"
			words[i-1].UPOS, words[i-1].XPOS, words[i-1].Rel = "ADV", "RBR", "advmod"
		}
	}
}

// orderTo gives the verb that orders those about whom a participle tells something, unless the
// participle itself takes an infinitive, as in "envoys asked to leave"; or -1.
func orderTo(words []syntax.Word, participle int, l *Lexicon) int {
	for _, class := range []string{"order", "plan", "possible", "refuse", "promise", "threat"} {
		if l.Is(words[participle].Lemma, class) {
			return -1
		}
	}
	noun := words[participle].Head
	if h := words[noun].Head; h >= 0 && words[noun].Rel == "nmod" && words[h].UPOS == "NUM" {
		noun = h // "four of the envoys serving there"
	}
	if verb := verbOfObject(words, noun); verb >= 0 && l.Is(words[verb].Lemma, "order") {
		return verb
	}
	return -1
}

// mendGiven makes how long somebody is given the object of the verb that gives it, and what for
// its content, where the tree hangs both on him: "gave the rulers two weeks to step down".
func mendGiven(words []syntax.Word, i int) {
	to := words[i].Head
	verb := words[to].Head
	if r := base(words[to].Rel); verb < 0 || verb > to || words[verb].Lemma != "give" && words[verb].Lemma != "allow" && words[verb].Lemma != "grant" || r != "iobj" && r != "obj" || !hasKid(words, i, "nummod") && !hasKid(words, i, "det") {
		return
	}
	words[to].Rel = "iobj"
	words[i].Head, words[i].Rel = verb, "obj"
	for k := i + 1; k < len(words); k++ {
		if w := &words[k]; w.Head == i && (base(w.Rel) == "acl" || w.Rel == "nmod") && hasTo(words, k) {
			w.Head, w.Rel, w.UPOS, w.XPOS = verb, "advcl", "VERB", "VB"
		}
	}
}

// hasStop says whether a clause stands behind a semicolon.
func hasStop(words []syntax.Word, head int) bool {
	for k := range words[:head] {
		if words[k].Head == head && words[k].Form == ";" {
			return true
		}
	}
	return false
}

// isOutOf says whether a name stands behind "out of".
func isOutOf(words []syntax.Word, name int) bool {
	for k := 1; k < name; k++ {
		if words[k].Head == name && words[k].Form == "of" && strings.EqualFold(words[k-1].Form, "out") {
			return true
		}
	}
	return false
}

// verbOfObject gives the verb that has a noun, or what the noun is joined to, as its object
// or, in the passive, as its subject before it; or -1.
func verbOfObject(words []syntax.Word, noun int) int {
	for range 4 {
		w := &words[noun]
		switch {
		case w.Head < 0:
			return -1
		case w.Rel == "conj" && w.Head < noun:
			noun = w.Head
			continue
		case (w.Rel == "obj" || w.Rel == "iobj" || w.Rel == "nsubj:pass") && words[w.Head].UPOS == "VERB":
			return w.Head
		}
		return -1
	}
	return -1
}
