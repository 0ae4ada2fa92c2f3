package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendGroups sets right what the tagger makes of two words for many who are asked something:
// "urged developed countries to open", "told member states to act" and "urged aid agencies to
// wait", where it takes the first or the second for a verb, "called on donors to act", where
// it takes "on" for the verb's, and "called on all parties concerned to act", where it hangs
// what is asked on "concerned".
func mendGroups(words []syntax.Word, l *Lexicon) {
	for i := 1; i < len(words); i++ {
		w := &words[i]
		switch {
		case w.UPOS == "PROPN" && w.Form == "States" && (words[i-1].UPOS != "PROPN" || words[i-1].Form == "Member"):
			w.UPOS, w.XPOS, w.Lemma = "NOUN", "NNS", "state" // as the United Nations write them
		case w.UPOS == "VERB" && w.Form == "states" && words[i-1].Lemma == "member" && words[i-1].Head == i:
			w.UPOS, w.XPOS, w.Lemma = "NOUN", "NNS", "state"
			if base(w.Rel) == "ccomp" && w.Head >= 0 && words[w.Head].UPOS == "VERB" {
				w.Rel = "obj"
				raise(words, i, w.Head)
			}
		case w.XPOS == "VBG" && i+1 < len(words) && l.has(w.Lemma, describing) && isState(words[i+1].Lemma) && words[i+1].Head == i && words[i+1].Rel == "obj" && w.Head >= 0 && w.Head < i:
			mendDescribing(words, i)
		case w.XPOS == "VBG" && i+1 < len(words) && w.Rel == "csubj" && l.has(w.Lemma, describing) && words[i+1].XPOS == "NNS" && words[i+1].Head == i && words[i+1].Rel == "obj":
			words[i+1].Head, words[i+1].Rel = w.Head, "nsubj"
			w.Head, w.Rel, w.UPOS, w.XPOS = i+1, "amod", "ADJ", "JJ"
		case w.XPOS == "VBG" && i+1 < len(words) && l.has(w.Lemma, describing) && words[i+1].UPOS == "PROPN":
			mendNeighbour(words, i)
		case w.Rel == "acl" && w.XPOS == "VB" && w.Head >= 0 && w.Head < i && hasTo(words, i):
			mendAsked(words, i, l)
		case w.Rel == "mark" && w.Form == "for" && w.Head > i && hasTo(words, w.Head):
			mendFor(words, i)
		case words[i-1].Lemma == "or" && (w.Rel == "conj" || w.Rel == "compound"):
			mendOrElse(words, i, l)
		case w.UPOS == "VERB" && w.Form == "direct" && i+1 < len(words) && words[i+1].XPOS == "NNS" && words[i+1].Head == i && words[i+1].Rel == "obj" && w.Head >= 0 && w.Head < i:
			mendDirect(words, i)
		case w.UPOS == "VERB" && w.Form == "talks" && (base(w.Rel) == "nsubj" || base(w.Rel) == "obj"):
			mendTalksOf(words, i)
		case w.UPOS == "VERB" && w.Form == "talks":
			mendTalks(words, i)
		case i+1 < len(words) && base(w.Rel) != "amod" && w.Head == i-1 && words[i-1].UPOS == "VERB" && words[i+1].XPOS == "NNS" && words[i+1].Head == i && base(words[i+1].Rel) == "obj":
			mendDescribed(words, i)
		case w.Rel == "compound:prt" && w.UPOS == "ADP" && w.Head == i-1 && i+1 < len(words):
			mendParticle(words, i)
		case w.XPOS == "VB" && w.Head >= 0 && w.Head < i && (strings.EqualFold(words[w.Head].Form, "concerned") || strings.EqualFold(words[w.Head].Form, "involved")):
			mendConcerned(words, i)
		}
	}
}

// mendDescribed makes a word between a verb and a noun in the plural describe the noun, where
// the tree takes the noun for the object of that word.
func mendDescribed(words []syntax.Word, i int) {
	w, noun, verb := &words[i], i+1, i-1
	switch {
	case w.XPOS == "VBN" || w.XPOS == "VBD":
		w.UPOS, w.XPOS = "VERB", "VBN"
		words[noun].Rel, w.Rel = "obj", "amod"
	case w.XPOS == "NN":
		words[noun].Rel, w.Rel = "obj", "compound" // a noun has no object
	default:
		return
	}
	raise(words, i, verb)
	words[noun].Head, w.Head = verb, noun
}

// mendDescribing makes a participle before a word for States describe them, where the tree
// takes it for a verb with them for its object: "criticism from developing countries".
func mendDescribing(words []syntax.Word, i int) {
	w, noun := &words[i], &words[i+1]
	noun.Head, noun.Rel = w.Head, "obj"
	for k := range words[:i] {
		if words[k].Head == i && words[k].Rel == "mark" {
			words[k].Head, words[k].Rel, words[k].UPOS, noun.Rel = i+1, "case", "ADP", "obl"
		}
	}
	if noun.Rel == "obl" && words[w.Head].UPOS == "NOUN" {
		noun.Rel = "nmod"
	}
	raise(words, i, w.Head)
	w.Head, w.Rel, w.UPOS, w.XPOS = i+1, "amod", "ADJ", "JJ"
}

// mendAsked hangs an infinitive on the verb that asks it of somebody behind a preposition,
// where the tree hangs it on him: "called on both parties to act", "called on all, above all
// the donors, to act".
func mendAsked(words []syntax.Word, asked int, l *Lexicon) {
	n := words[asked].Head
	for words[n].Rel == "appos" || words[n].Rel == "conj" {
		if n = words[n].Head; n < 0 || n >= asked {
			return
		}
	}
	verb := words[n].Head
	if verb < 0 || verb > n || words[verb].UPOS != "VERB" || words[n].Rel != "obl" || l == nil || l.classes[words[verb].Lemma]&demand == 0 {
		return
	}
	for k := verb + 1; k < n; k++ {
		if words[k].Head == n && words[k].Rel == "case" {
			switch words[k].Lemma {
			case "on", "upon", "to":
				words[asked].Head, words[asked].Rel = verb, "xcomp"
			}
			return
		}
	}
}

// mendFor makes "for" the preposition of him of whom something is asked, and not what
// marks the infinitive: "a call for the world to act", be the infinitive on the verb that
// carries the call.
func mendFor(words []syntax.Word, i int) {
	verb := words[i].Head
	for n := i + 1; n < verb; n++ {
		if w := &words[n]; (w.Rel == "nmod" || w.Rel == "obl") && w.Head >= 0 && w.Head < i && (w.Head == words[verb].Head || w.Head == i-1) && !hasKid(words, n, "case") {
			words[i].Head, words[i].Rel, words[i].UPOS = n, "case", "ADP"
			return
		}
	}
}

// mendTalks makes "talks" the noun that it is where the tree gives it a subject with a
// preposition, which no verb has: "the parties to the Kosovo talks".
func mendTalks(words []syntax.Word, i int) {
	w := &words[i]
	for k := range words[:i] {
		if words[k].Head != i || words[k].Rel != "nsubj" || !hasKid(words, k, "case") || w.Head < 0 || w.Head > k {
			continue
		}
		over, verb := w.Head, w.Head
		if words[over].UPOS != "VERB" {
			verb = words[over].Head
		}
		w.UPOS, w.XPOS, w.Lemma, w.Rel = "NOUN", "NNS", "talk", "obl"
		if over != verb {
			w.Rel = "nmod"
		}
		for j := range words[:i] {
			if words[j].Head == k && (words[j].Rel == "case" || words[j].Rel == "det") {
				words[j].Head = i
			}
		}
		words[k].Rel = "compound"
		if verb >= 0 {
			raise(words, i, verb)
		}
		return
	}
}

// mendDirect makes "direct" describe the noun right behind it, where the tree takes "to" before
// it for that of an infinitive: "is open to direct talks".
func mendDirect(words []syntax.Word, i int) {
	w, noun := &words[i], &words[i+1]
	noun.Head, noun.Rel = w.Head, "obl"
	for k := range words {
		switch {
		case words[k].Head != i || k == i+1:
		case words[k].Form == "to" && k < i:
			words[k].Head, words[k].Rel, words[k].UPOS, words[k].XPOS = i+1, "case", "ADP", "IN"
		case k > i:
			words[k].Head = i + 1
		}
	}
	w.Head, w.Rel, w.UPOS, w.XPOS = i+1, "amod", "ADJ", "JJ"
}

// mendTalksOf makes "talks" the noun that it is where the tree has a verb for a subject or an
// object, which no verb in the present is, with the name before it as its own subject: "Iran
// talks in Vienna will resume", "will chair talks".
func mendTalksOf(words []syntax.Word, i int) {
	w := &words[i]
	w.UPOS, w.XPOS, w.Lemma = "NOUN", "NNS", "talk"
	for k := range words {
		switch v := &words[k]; {
		case v.Head != i:
		case base(v.Rel) == "nsubj":
			v.Rel = "compound"
		case base(v.Rel) == "obl":
			v.Rel = "nmod"
		}
	}
}

// raise hangs what stands behind a word and on it on the verb over it: what is asked of a
// noun is no part of its phrase.
func raise(words []syntax.Word, from, verb int) {
	for k := from + 1; k < len(words); k++ {
		if words[k].Head != from {
			continue
		}
		words[k].Head = verb
		if base(words[k].Rel) == "advcl" && hasTo(words, k) {
			words[k].Rel = "xcomp"
		}
	}
}

// mendParticle makes what the tree takes for a verb's particle the preposition of the phrase
// behind it that has none: "called on donors".
func mendParticle(words []syntax.Word, i int) {
	verb := words[i].Head
	n := i + 1
	for words[n].Head > n {
		n = words[n].Head
	}
	if w := &words[n]; w.Head == verb && w.Rel == "obl" && (w.UPOS == "NOUN" || w.UPOS == "PROPN") && !hasKid(words, n, "case") {
		words[i].Head, words[i].Rel = n, "case"
	}
}

// mendConcerned hangs what is asked of "the parties concerned" on the verb that asks it.
func mendConcerned(words []syntax.Word, asked int) {
	adj := words[asked].Head
	if noun := adj - 1; noun > 0 && words[noun].XPOS == "NNS" && words[adj].Head == words[noun].Head && words[adj].Head < noun {
		words[adj].Head, words[adj].Rel = noun, "amod"
	}
	noun := words[adj].Head
	if noun < 0 || noun > adj || words[noun].XPOS != "NNS" || words[noun].Head < 0 || words[noun].Head > noun || words[words[noun].Head].UPOS != "VERB" {
		return
	}
	if to := &words[asked-1]; to.Lemma == "to" && to.UPOS == "PART" {
		to.Head, to.Rel = asked, "mark"
		words[asked].Head, words[asked].Rel = words[noun].Head, "xcomp"
	}
}

// isBeforeCase says whether the preposition of the noun that a word hangs on stands between the
// two, so that the word cannot describe the noun.
func isBeforeCase(words []syntax.Word, i int) bool {
	for k := i + 1; k < words[i].Head; k++ {
		if words[k].Head == words[i].Head && words[k].Rel == "case" {
			return true
		}
	}
	return false
}

// mendStance makes a participle the complement of the verb before it, where the tree hangs it on
// the noun behind its preposition: "remains opposed to the plan".
func mendStance(words []syntax.Word, i int) {
	noun := words[i].Head
	verb := words[noun].Head
	if verb < 0 || verb >= i || words[verb].UPOS != "VERB" || base(words[noun].Rel) != "obl" {
		return
	}
	words[i].Head, words[i].Rel = verb, "xcomp"
	words[noun].Head = i
}
