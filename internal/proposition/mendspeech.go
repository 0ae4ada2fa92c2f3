package proposition

import (
	"slices"
	"strings"

	"demarche/internal/syntax"
)

// mendSpeech gives back to whoever speaks what he says besides, where the tree makes it part
// of what he says: "denied that it had armed them, accusing Lisbon of lies", "denies it is
// building a port and has dismissed the charge", "says its courts are free, and blames Lisbon",
// "said Lima had expelled its envoy, adding that it would expel one too".
func mendSpeech(words []syntax.Word, l *Lexicon) {
	for i := 2; i < len(words); i++ {
		w := &words[i]
		if w.UPOS != "VERB" || w.Head < 0 || w.Head >= i || !l.speaks(w.Lemma) && !carriesSpeech(words, i, l) || hasSubject(words, i) || hasKid(words, i, "mark") {
			continue
		}
		said := w.Head
		resumes := w.XPOS == "VBG" && l.has(w.Lemma, resuming)
		for w.XPOS == "VBG" && (words[said].Rel == "conj" || resumes && words[said].Rel != "ccomp") && words[said].Head >= 0 && words[said].Head < said {
			said = words[said].Head
		}
		teller := words[said].Head
		if words[said].Rel != "ccomp" || teller < 0 || teller >= said || words[teller].UPOS != "VERB" || l.classes[words[teller].Lemma]&(say|deny|threat|promise) == 0 {
			continue
		}
		denied := l.classes[words[teller].Lemma]&deny != 0
		switch {
		case w.Rel == "advcl" && w.XPOS == "VBG":
			if words[i-1].Form == "," && (denied || resumes || !l.speaks(words[said].Lemma) && !hasNamed(words, said)) {
				w.Head = teller
			}
		case w.Rel == "conj" && tense(words, i) != "" && tense(words, i) == tense(words, teller):
			if denied || hasOwn(words, said) && tense(words, i) == "now" || isApart(words, i) && !hasNamed(words, said) {
				w.Head = teller
			}
		}
	}
}

// mendCalls makes "calls" the verb that it is behind "and", beside the one before: "condemns the
// raid and calls on Lima to end it", "backs the vote and calls for talks", where the tree takes
// it for a noun or joins it to one.
func mendCalls(words []syntax.Word, l *Lexicon) {
	for i := 2; i+2 < len(words); i++ {
		w := &words[i]
		if w.Form != "calls" || w.Rel != "conj" || w.Head < 0 || w.Head >= i || words[i-1].UPOS != "CCONJ" {
			continue
		}
		verb := w.Head
		if words[verb].UPOS != "VERB" {
			if l != nil && l.classes[words[verb].Lemma]&demand != 0 {
				continue // "had received demands and calls for reform"
			}
			if verb = verbOfObject(words, verb); verb < 0 {
				continue
			}
		}
		what := words[i+1].Head
		if words[i+1].Rel != "case" || what <= i || words[what].Head > i {
			continue
		}
		asked := askedOf(words, what, w.Head, verb, i)
		switch words[i+1].Form {
		case "on", "upon":
			if asked < 0 {
				continue
			}
			words[asked].Head, words[asked].Rel = i, "advcl"
		case "for":
			if tense(words, verb) != "now" {
				continue
			}
		default:
			continue
		}
		w.UPOS, w.XPOS, w.Head = "VERB", "VBZ", verb
		words[what].Head, words[what].Rel = i, "obl"
	}
}

// askedOf gives the infinitive behind whoever is asked, that hangs on him or on one of the verbs
// before him, or -1.
func askedOf(words []syntax.Word, whom int, verbs ...int) int {
	for k := whom + 1; k < len(words); k++ {
		w := &words[k]
		if w.UPOS != "VERB" || !hasTo(words, k) {
			continue
		}
		if w.Head == whom || w.Head > whom && w.Head < k && words[w.Head].Head == whom || slices.Contains(verbs, w.Head) {
			return k
		}
	}
	return -1
}

// mendWith gives the participle behind "with" its subject, where the tree hangs that on the main
// verb: "left the hall, with the two States accusing each other of lying".
func mendWith(words []syntax.Word) {
	for i := 2; i < len(words); i++ {
		w := &words[i]
		if w.XPOS != "VBG" || w.Rel != "advcl" || hasSubject(words, i) {
			continue
		}
		with := slices.IndexFunc(words[:i], func(m syntax.Word) bool {
			return m.Head == i && (m.Rel == "mark" || m.Rel == "case") && strings.EqualFold(m.Form, "with")
		})
		for n := with + 1; with >= 0 && n < i; n++ {
			if noun := &words[n]; noun.Head == w.Head && (noun.UPOS == "NOUN" || noun.UPOS == "PROPN") && base(noun.Rel) == "obl" && !hasKid(words, n, "case") {
				noun.Head, noun.Rel = i, "nsubj"
				break
			}
		}
	}
}

// mendCharge makes what somebody is accused of a clause of whoever is accused: "accused Lima of
// blocking goods trucks", with "blocking" as if it described the trucks, "and of stopping its
// people", with "stopping" beside "accused".
func mendCharge(words []syntax.Word, l *Lexicon) {
	for i := 2; l != nil && i < len(words); i++ {
		w, of := &words[i], &words[i-1]
		if w.XPOS != "VBG" || !strings.EqualFold(of.Form, "of") {
			continue
		}
		switch {
		case w.Rel == "amod" || w.Rel == "compound":
			top := w.Head
			for top > i && words[top].Rel == "compound" && words[top].Head > top {
				top = words[top].Head
			}
			if top <= i || words[top].XPOS != "NNS" || of.Head != top && of.Head != i {
				continue
			}
			verb := words[top].Head
			if verb < 0 || verb > i || words[verb].UPOS != "VERB" || l.classes[words[verb].Lemma]&charge == 0 {
				continue
			}
			w.UPOS, w.Head, w.Rel = "VERB", verb, "advcl"
			words[top].Head, words[top].Rel = i, "obj"
			of.UPOS, of.Head, of.Rel = "SCONJ", i, "mark"
		case w.Rel == "conj" && of.Head == i && of.Rel == "mark" && w.Head >= 0 && w.Head < i && l.classes[words[w.Head].Lemma]&charge != 0:
			w.Rel = "advcl"
		}
	}
}

// mendFailing makes "failing which" the adverb that it is on the verb behind it, beside the one
// before: "demanded that Lima free them, failing which it would close the border".
func mendFailing(words []syntax.Word) {
	for i := 1; i+2 < len(words); i++ {
		w, which := &words[i], &words[i+1]
		if !strings.EqualFold(w.Form, "failing") || !strings.EqualFold(which.Form, "which") {
			continue
		}
		verb := which.Head
		if verb == i {
			verb = w.Head
		}
		if verb <= i || words[verb].UPOS != "VERB" {
			continue
		}
		switch {
		case words[verb].Head == i && w.Head < 0:
			words[verb].Head, words[verb].Rel = w.Head, w.Rel
		case words[verb].Head == i:
			words[verb].Head, words[verb].Rel = w.Head, "parataxis"
		case isWithin(words, verb, i):
			continue
		}
		w.UPOS, w.XPOS, w.Lemma, w.Head, w.Rel = "ADV", "RB", "otherwise", verb, "advmod"
		which.Head, which.Rel = i, "fixed"
	}
}

// speaks says whether who does what a verb tells speaks by it.
func (l *Lexicon) speaks(lemma string) bool {
	return l != nil && (l.classes[lemma]&(say|deny|demand|charge|threat|promise) != 0 || l.has(lemma, blaming))
}

// carriesSpeech says whether a verb carries a noun of speech: "issuing a warning to Lima".
func carriesSpeech(words []syntax.Word, verb int, l *Lexicon) bool {
	return l != nil && l.classes[words[verb].Lemma]&carry != 0 && slices.ContainsFunc(words[verb+1:], func(w syntax.Word) bool {
		return w.Head == verb && w.Rel == "obj" && l.classes[w.Lemma]&(threat|demand|charge|deny) != 0
	})
}

// tense gives the tense of a verb: now, "has" and a participle, or past; or nothing.
func tense(words []syntax.Word, verb int) string {
	switch words[verb].XPOS {
	case "VBZ", "VBP":
		return "now"
	case "VBD":
		return "past"
	}
	for k := range words {
		if words[k].Head == verb && words[k].Rel == "aux" {
			switch words[k].XPOS {
			case "VBZ", "VBP":
				if words[k].Lemma == "have" {
					return "now"
				}
			}
			return ""
		}
	}
	return ""
}

// hasOwn says whether the subject of a verb takes up who speaks: "said it would", "said its
// forces would".
func hasOwn(words []syntax.Word, verb int) bool {
	for k, w := range words[:verb] {
		if w.Head == verb && strings.HasPrefix(w.Rel, "nsubj") {
			return w.UPOS == "PRON" || hasKid(words, k, "nmod:poss") && words[k-1].XPOS == "PRP$"
		}
	}
	return false
}

// hasNamed says whether a verb has a subject with a name of its own, who may be the one to
// speak: "said Lima had left, accusing".
func hasNamed(words []syntax.Word, verb int) bool {
	return slices.ContainsFunc(words[:verb], func(w syntax.Word) bool {
		return w.Head == verb && strings.HasPrefix(w.Rel, "nsubj") && w.UPOS == "PROPN"
	})
}

// isApart says whether a comma parts a verb that is joined by "and" from what stands before.
func isApart(words []syntax.Word, verb int) bool {
	for k := verb - 1; k > 0; k-- {
		if words[k].Head == verb && words[k].Rel == "cc" {
			return words[k-1].Form == ","
		}
	}
	return false
}
