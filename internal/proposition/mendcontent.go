package proposition

import (
	"strings"

	"demarche/internal/syntax"
)

// mendOccasion makes an infinitive what a verb settles, plans or refuses, where the tree takes
// it for the purpose of that or of the occasion told between them: "agreed during the call to
// meet in May", with "meet" as what the call was for. It says whether it did.
func mendOccasion(words []syntax.Word, infinitive int, l *Lexicon) bool {
	if !hasTo(words, infinitive) {
		return false
	}
	verb := words[infinitive].Head
	if words[infinitive].Rel == "acl" {
		noun := verb
		if base(words[noun].Rel) != "obl" || !l.has(words[noun].Lemma, occasions) || hasCase(words, noun, "for") {
			return false
		}
		verb = words[noun].Head
	}
	if verb < 0 || verb >= infinitive || !wantsContent(words, verb, l) {
		return false
	}
	words[infinitive].Head, words[infinitive].Rel = verb, "xcomp"
	return true
}

// wantsContent says whether a verb that has something settled, planned or refused lacks the
// words that tell what.
func wantsContent(words []syntax.Word, verb int, l *Lexicon) bool {
	if words[verb].UPOS != "VERB" || !l.has(words[verb].Lemma, wantingTo) {
		return false
	}
	for k := range words {
		if words[k].Head != verb {
			continue
		}
		switch w := &words[k]; {
		case w.Rel == "xcomp", w.Rel == "ccomp", w.Rel == "obj", base(w.Rel) == "obl" && k > verb && (hasCase(words, k, "on") || hasCase(words, k, "upon") || hasCase(words, k, "to")):
			return false
		}
	}
	return true
}

// mendShared gives an object to the second of two joined verbs, where the tree hangs it on the
// first although that has words of its own before "and", so that the two share nothing behind
// it: "agreed to work together and resume talks". It says whether it did.
func mendShared(words []syntax.Word, object int) bool {
	first := words[object].Head
	second := object - 1
	for second > first && !(words[second].Head == first && words[second].Rel == "conj") {
		second--
	}
	if second == first || words[first].UPOS != "VERB" || words[second].UPOS != "VERB" || hasKid(words, second, "obj") {
		return false
	}
	and := second - 1
	for and > first && words[and].Rel != "cc" {
		and--
	}
	for k := first + 1; k < and; k++ {
		if words[k].Head == first && words[k].UPOS != "PUNCT" && words[k].Rel != "compound:prt" {
			words[object].Head = second
			return true
		}
	}
	return false
}

// mendBeside makes a name the subject of the verb behind the words beside it, where the tree
// takes the name for the root and the verb for a sentence of its own: "Brazil, the region's
// largest economy, also signed accords with Peru."
func mendBeside(words []syntax.Word) {
	root := 0
	for root < len(words) && words[root].Head >= 0 {
		root++
	}
	if root == len(words) || words[root].UPOS != "PROPN" || hasKid(words, root, "cop") || !hasKid(words, root, "appos") {
		return
	}
	verb := None
	for k := root + 1; k < len(words) && verb == None; k++ {
		if w := &words[k]; w.Head == root && w.Rel == "parataxis" && w.UPOS == "VERB" && (w.XPOS == "VBD" || w.XPOS == "VBZ" || w.XPOS == "VBN" && hasKid(words, k, "obj")) && !hasSubject(words, k) {
			verb = k
		}
	}
	if verb == None {
		return
	}
	comma := verb - 1
	for comma > root && (words[comma].UPOS == "ADV" || words[comma].UPOS == "AUX") {
		comma--
	}
	if words[comma].Form != "," {
		return
	}
	for k := verb + 1; k < len(words); k++ {
		if words[k].Head == root {
			words[k].Head = verb
		}
	}
	words[verb].Head, words[verb].Rel = -1, "root"
	if words[root].Head, words[root].Rel = verb, "nsubj"; words[verb].XPOS == "VBN" && !hasKid(words, verb, "aux") {
		words[verb].XPOS = "VBD"
	}
}

// mendDue makes "due" the word that is said of somebody who is to come somewhere, where the tree
// takes it for a part of the preposition: "is due in Ankara for talks".
func mendDue(words []syntax.Word, due int) {
	w := &words[due]
	place := w.Head
	if w.Lemma != "due" || w.Rel != "case" || place <= due+1 || words[due+1].Head != place || words[due+1].Rel != "case" || words[due+1].Form == "to" || !hasKid(words, place, "cop") {
		return
	}
	for k := range words {
		if words[k].Head == place && k != due+1 && (k < due || k > place) && words[k].Rel != "flat" {
			words[k].Head = due
			if words[k].Rel == "nmod" {
				words[k].Rel = "obl"
			}
		}
	}
	w.Head, w.Rel, w.UPOS, w.XPOS = words[place].Head, words[place].Rel, "ADJ", "JJ"
	words[place].Head, words[place].Rel = due, "obl"
}

// mendSince gives a verb back what the tree joins it to another for: the clause of time that it
// is ("40 years since Oman and Poland established ties"), or the subject that the tree takes for
// what is said ("officials say a summit could take place"). It says whether it did.
func mendSince(words []syntax.Word, verb int, l *Lexicon) bool {
	over, modal := words[verb].Head, false
	for k := range words[:verb] {
		if words[k].Head != verb {
			continue
		}
		switch w := &words[k]; {
		case w.Rel == "mark" && strings.EqualFold(w.Form, "since"):
			words[verb].Rel = "advcl"
			return true
		case w.Rel == "cc", base(w.Rel) == "nsubj":
			return false
		case w.XPOS == "MD":
			modal = true
		}
	}
	if !modal || words[over].UPOS != "VERB" || l == nil || l.classes[words[over].Lemma]&say == 0 {
		return false
	}
	for k := verb - 1; k > over; k-- {
		if words[k].Head == over && words[k].Rel == "obj" {
			words[k].Head, words[k].Rel = verb, "nsubj"
			words[verb].Rel = "ccomp"
			return true
		}
	}
	return false
}

// mendInvited hangs an infinitive and whom it is asked of on the noun that asks it, where the
// tree hangs both on the verb that carries the noun: "conveyed an invitation to the emir to
// visit Cairo". It says whether it did.
func mendInvited(words []syntax.Word, infinitive int, l *Lexicon) bool {
	verb := words[infinitive].Head
	if !hasTo(words, infinitive) || words[verb].UPOS != "VERB" {
		return false
	}
	noun, asked := None, None
	for k := verb + 1; k < infinitive; k++ {
		switch w := &words[k]; {
		case noun != None && w.Head == noun && w.Rel == "nmod" && hasCase(words, k, "to"):
			asked = k
		case w.Head != verb:
		case w.Rel == "obj" && w.UPOS == "NOUN" && l.has(w.Lemma, asking):
			noun = k
		case base(w.Rel) == "obl" && noun != None && hasCase(words, k, "to"):
			asked = k
		}
	}
	if noun == None || asked == None {
		return false
	}
	words[asked].Head, words[asked].Rel = noun, "nmod"
	words[infinitive].Head, words[infinitive].Rel = noun, "acl"
	return true
}
