// Package proposition makes predicates uniform. "X expelled Y", "Y were expelled
// by X", "X's expulsion of Y" and "the expulsion of Y that X announced" become
// one shape: a head, its agent, its patient, and what hangs on it by which
// preposition. It tells too what the text commits to ([Sentence.Stance]): whether
// the thing was done, planned, threatened, asked for, made conditional or denied,
// and by whose word; and how many of a thing there are.
//
// It knows grammar and a lexicon of operators, and nothing of States.
package proposition

import (
	"slices"
	"strings"

	"demarche/internal/syntax"
)

// None stands where there is no word.
const None = -1

// Sentence is a tree that can be walked downwards as well. Its scratch space is
// used again by [Sentence.Set].
type Sentence struct {
	Words   []syntax.Word
	kid     []int32 // the first word that hangs on each word, or None
	next    []int32 // the next word that hangs on the same head, or None
	lexicon *Lexicon
}

// Set makes the sentence that of a tree, and sets right in place what the lexicon shows to
// be wrong in it. With nil it does so by the tree alone.
func (s *Sentence) Set(words []syntax.Word, lexicon *Lexicon) {
	mend(words, lexicon)
	cut(words)
	s.Words, s.lexicon = words, lexicon
	n := len(words)
	s.kid = slices.Grow(s.kid[:0], n)[:n]
	s.next = slices.Grow(s.next[:0], n)[:n]
	for i := range s.kid {
		s.kid[i] = None
	}
	for i := n - 1; i >= 0; i-- {
		s.next[i] = None
		if h := words[i].Head; h >= 0 {
			s.next[i] = s.kid[h]
			s.kid[h] = int32(i)
		}
	}
}

// cut hangs a word whose heads go round in a circle on the root, so that no sentence that a
// mend has made a ring of can stop a run.
func cut(words []syntax.Word) {
	for i := range words {
		steps := 0
		for h := words[i].Head; h >= 0 && steps <= len(words); h = words[h].Head {
			steps++
		}
		if steps > len(words) {
			words[i].Head, words[i].Rel = slices.IndexFunc(words, func(w syntax.Word) bool { return w.Head < 0 }), "dep"
		}
	}
}

// Kid is the first word that hangs on a word, or None.
func (s *Sentence) Kid(head int) int { return int(s.kid[head]) }

// Next is the next word that hangs on the same head, or None.
func (s *Sentence) Next(kid int) int { return int(s.next[kid]) }

// find gives the first word on head by one of the relations, or None.
func (s *Sentence) find(head int, rels ...string) int {
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if slices.Contains(rels, s.Words[k].Rel) {
			return k
		}
	}
	return None
}

// Within says whether a word is head or hangs on it at any depth.
func (s *Sentence) Within(word, head int) bool {
	for n := 0; word >= 0 && n < len(s.Words); n++ {
		if word == head {
			return true
		}
		word = s.Words[word].Head
	}
	return false
}

// Case is the preposition of a word in small letters, "" for none: "with",
// "according to".
func (s *Sentence) Case(head int) string {
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if w.Rel != "case" || w.Form == "'s" || w.Form == "’s" || w.Form == "'" || w.Form == "’" {
			continue
		}
		first := strings.ToLower(w.Form)
		if k+1 < len(s.Words) && (first == "at" && (strings.EqualFold(s.Words[k+1].Form, "least") || strings.EqualFold(s.Words[k+1].Form, "most")) || first == "up" || first == "over" && s.Words[k+1].UPOS == "NUM") {
			continue // "at least three" has no preposition
		}
		if f := s.find(k, "fixed"); f >= 0 {
			return first + " " + strings.ToLower(s.Words[f].Form)
		}
		return first
	}
	// "between Crown Prince Mohammed": read as the title's, not the name's.
	if k := s.Kid(head); k >= 0 && k < head && (s.Words[k].Rel == "nmod:desc" || s.Words[k].Rel == "compound") {
		return s.Case(k)
	}
	return ""
}

// Mark is the word that opens a subordinate clause, in small letters, "" for
// none: "if", "that", "to", "by" before a participle.
func (s *Sentence) Mark(head int) string {
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; w.Rel == "mark" || w.Rel == "case" && isVerb(&s.Words[head]) {
			return strings.ToLower(w.Form)
		}
	}
	return ""
}

// HasInfinitiveMark says whether "to" stands as a mark on a verb, be it behind another:
// "whether to go".
func (s *Sentence) HasInfinitiveMark(v int) bool {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if s.Words[k].Rel == "mark" && strings.EqualFold(s.Words[k].Form, "to") {
			return true
		}
	}
	return false
}

// Phrase gives the first and the last word but one of the phrase on head, without
// relative clauses, other clauses, and what is put beside it by apposition or
// parataxis.
func (s *Sentence) Phrase(head int) (first, end int) {
	first, end = head, head+1
	s.grow(head, &first, &end)
	return first, end
}

func (s *Sentence) grow(head int, first, end *int) {
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		switch s.Words[k].Rel {
		case "acl:relcl", "acl", "appos", "parataxis", "punct", "conj", "cc", "advcl", "ccomp", "list", "dep":
			continue
		}
		*first, *end = min(*first, k), max(*end, k+1)
		s.grow(k, first, end)
	}
}

// Subtree gives the first word and the last but one of all that hangs on head.
func (s *Sentence) Subtree(head int) (first, end int) {
	first, end = head, head+1
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		a, b := s.Subtree(k)
		first, end = min(first, a), max(end, b)
	}
	return first, end
}

// Clause gives the first word and the last but one of all that hangs on head,
// without other clauses that are joined to it at its end or its beginning, or that
// tell when and why.
func (s *Sentence) Clause(head int) (first, end int) {
	first, end = head, head+1
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		switch w := &s.Words[k]; w.Rel {
		case "parataxis", "list":
			continue
		case "conj":
			if s.IsVerb(k) && s.IsVerb(head) && s.find(k, "nsubj", "nsubj:pass") >= 0 {
				continue
			}
		case "advcl":
			switch s.Mark(k) {
			case "after", "because", "since", "as", "while", "although", "though", "when", "if", "unless", "before":
				if s.find(k, "nsubj", "nsubj:pass") >= 0 {
					continue
				}
			}
		}
		a, b := s.Subtree(k)
		first, end = min(first, a), max(end, b)
	}
	return first, end
}

// InRelative says whether a word stands in a clause with "who" or "which" on something that
// hangs on another word, and so tells of that alone. A clause with "that" may be the content
// of a noun, which trees take for a relative one.
func (s *Sentence) InRelative(word, head int) bool {
	for at := word; at >= 0 && at != head; at = s.Words[at].Head {
		if s.Words[at].Rel != "acl:relcl" {
			continue
		}
		first, _ := s.Subtree(at)
		for t := first; t < at; t++ {
			switch strings.ToLower(s.Words[t].Form) {
			case "who", "whom", "whose", "which":
				return true
			}
		}
	}
	return false
}

// Core says of each word whether it belongs to the clause of head proper: not to
// other clauses, nor to what tells when or why.
func (s *Sentence) Core(head int) []bool {
	in := make([]bool, len(s.Words))
	s.core(head, in)
	return in
}

func (s *Sentence) core(head int, in []bool) {
	in[head] = true
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		switch w := &s.Words[k]; w.Rel {
		case "parataxis", "list", "acl:relcl":
			continue
		case "conj":
			if s.IsVerb(k) {
				continue
			}
		case "advcl", "obl", "obl:unmarked":
			mark := s.Mark(k)
			if mark == "" {
				mark = s.Case(k)
			}
			if mark == "as" && !s.IsVerb(k) && !s.HasSubject(k) {
				mark = "" // "described it as useful" tells no time
			}
			switch mark {
			case "after", "because", "since", "as", "while", "although", "though", "when", "if", "unless", "before", "over", "amid", "following", "because of", "despite", "during", "due to":
				continue
			}
		}
		s.core(k, in)
	}
}

// isVerb says whether a word is a verb or an auxiliary.
func isVerb(w *syntax.Word) bool { return w.UPOS == "VERB" || w.UPOS == "AUX" }

// IsVerb says whether a word is a verb or an auxiliary.
func (s *Sentence) IsVerb(word int) bool { return isVerb(&s.Words[word]) }

// IsNoun says whether a word is a noun or a name.
func (s *Sentence) IsNoun(word int) bool {
	u := s.Words[word].UPOS
	return u == "NOUN" || u == "PROPN"
}

// base is a relation without its subtype.
func base(rel string) string {
	b, _, _ := strings.Cut(rel, ":")
	return b
}

// IsInfinitive says whether a verb stands in the infinitive: "to leave", "leave"
// after a verb that takes it so.
func (s *Sentence) IsInfinitive(v int) bool {
	if s.Words[v].XPOS != "VB" {
		// "to be gone", "to be out of the country"
		for k := s.Kid(v); k >= 0; k = s.Next(k) {
			if w := &s.Words[k]; w.XPOS == "VB" && (w.Rel == "cop" || w.Rel == "aux:pass" || w.Rel == "aux") {
				return s.Mark(v) == "to"
			}
		}
		return false
	}
	return s.Mark(v) == "to" || s.isBare(v)
}

// HasCopula says whether a word that is no verb is said of a subject: "is
// unwelcome", "would be persona non grata".
func (s *Sentence) HasCopula(word int) bool { return s.find(word, "cop") >= 0 }

// HasPassive says whether a verb has the auxiliary of a passive.
func (s *Sentence) HasPassive(v int) bool { return s.find(v, "aux:pass") >= 0 }

// IsNegated says whether a word is denied where it stands.
func (s *Sentence) IsNegated(word int) bool { return s.isNegated(word) }

// HasSubject says whether a verb has a subject of its own.
func (s *Sentence) HasSubject(v int) bool { return s.find(v, "nsubj", "nsubj:pass") >= 0 }

// IsWished says whether a verb stands in the form of a wish: "that two diplomats
// leave", "that the embassy be closed".
func (s *Sentence) IsWished(v int) bool {
	x := s.Words[v].XPOS
	return s.subjunctive(v) || (x == "VB" || x == "VBP") && s.Mark(v) == "that" && s.find(v, "aux") < 0
}

// TellsSpeech says whether a verb stands beside direct speech: "…", he responded.
func (s *Sentence) TellsSpeech(v int) bool {
	if s.Words[v].Rel == "parataxis" {
		return true
	}
	return s.find(v, "parataxis", "ccomp") >= 0
}

// IsDescribed says whether one of some words stands before a noun and hangs on it.
func (s *Sentence) IsDescribed(noun int, words ...string) bool {
	for k := s.Kid(noun); k >= 0 && k < noun; k = s.Next(k) {
		if slices.Contains(words, strings.ToLower(s.Words[k].Form)) {
			return true
		}
	}
	return false
}

// IsTag says whether a clause with "if" names no condition and only says that an act would be
// one of need: "will fight on if necessary", "if need be".
func (s *Sentence) IsTag(head int) bool {
	first, end := s.Subtree(head)
	for t := first; t+1 < end; t++ {
		if !strings.EqualFold(s.Words[t].Form, "if") {
			continue
		}
		switch strings.ToLower(s.Words[t+1].Form) {
		case "necessary", "needed", "need", "required":
			return t+2 >= len(s.Words) || s.Words[t+2].UPOS == "PUNCT" || s.Words[t+2].Lemma == "be"
		}
		return false
	}
	return false
}
