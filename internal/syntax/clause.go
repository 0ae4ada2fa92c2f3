package syntax

// settleClauses gives passive clauses behind a preposition their subject, as in
// "resulted in two envoys being expelled" and "called for the embassy to be
// closed". The parser mostly hangs noun and participle side by side, since up to
// the auxiliary the preposition's phrase looks whole.
func settleClauses(words []Word) {
	for _, w := range words {
		v := w.Head
		if w.Rel != "aux:pass" || words[v].Head == Root {
			continue
		}
		first, infinitive := beginning(words, v)
		if first <= 0 {
			continue
		}
		for n := first - 1; n != Root && n < first; n = words[n].Head {
			if takeSubject(words, v, n, infinitive) {
				break
			}
		}
	}
}

// beginning finds the first word of a verb's "being" or "to be", or gives -1 where
// the verb has a subject, another mark or an auxiliary that is finite.
func beginning(words []Word, verb int) (first int, infinitive bool) {
	first = -1
	for i, w := range words {
		if w.Head != verb {
			continue
		}
		switch w.Rel {
		case "aux:pass":
			if w.XPOS == "VBG" {
				first = i
			}
		case "mark":
			if w.XPOS != "TO" {
				return -1, false
			}
			first, infinitive = i, true
		case "aux", "nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl":
			return -1, false
		}
	}
	return first, infinitive
}

// takeSubject makes a noun, whose phrase ends where the clause begins, the clause's
// subject, if it has a preposition and the parser put it near the verb.
func takeSubject(words []Word, v, n int, infinitive bool) bool {
	verb, noun := &words[v], &words[n]
	if noun.Rel != "obl" && noun.Rel != "nmod" {
		return false
	}
	p := -1
	for i := range n {
		if words[i].Head == n && words[i].Rel == "case" {
			p = i
			break
		}
	}
	if p < 0 {
		return false
	}
	preposition := Fold(words[p].Form)
	if infinitive && preposition != "for" {
		return false
	}
	// In "the cost of rooms being let" the rooms may be meant, not their being let.
	sure := infinitive || preposition == "with"
	switch {
	case noun.Head == v:
	case !sure || verb.Head != n && verb.Head != noun.Head:
		return false
	case verb.Head == n:
		verb.Head, verb.Rel = noun.Head, "advcl"
		if noun.Rel == "nmod" {
			verb.Rel = "acl"
		}
	}
	noun.Head, noun.Rel = v, "nsubj:pass"
	words[p].Head, words[p].Rel, words[p].UPOS = v, "mark", "SCONJ"
	return true
}
