package proposition

import "demarche/internal/syntax"

// mendLists makes the middle of a list of three a part of it, where the tree takes it for an
// apposition: "talks between the government, the African Union and the rebels". An
// apposition has a comma behind it.
func mendLists(words []syntax.Word) {
	for i := 2; i+2 < len(words); i++ {
		w := &words[i]
		if w.Rel != "appos" || w.Head < 0 || w.Head >= i || !isNominal(w) {
			continue
		}
		and := i + 1
		for and < len(words) && words[and].Head == i && words[and].Rel == "flat" {
			and++
		}
		if and >= len(words) || words[and].UPOS != "CCONJ" || words[and].Lemma != "and" {
			continue
		}
		first, last := beforeComma(words, i), words[and].Head
		if first < 0 || last <= and || words[last].Rel != "conj" || !isNominal(&words[last]) {
			continue
		}
		switch words[last].Head {
		case first:
		case w.Head, i:
			if words[first].XPOS == "NNS" || words[last].Head == i && first == w.Head && (last+1 < len(words) && words[last+1].Form == "," || w.UPOS != "PROPN") {
				continue // "two neighbours, Kenya and Uganda", "the king, a poet and a pilot, said"
			}
			words[last].Head = first
		default:
			continue
		}
		w.Rel, w.Head = "conj", first
	}
}

// mendNeighbour makes "neighbouring" describe a name that "and" joins to another or that a verb
// stands right before, where the tree takes it for a verb with the name for its object: "Norway
// and neighbouring Sweden protested", "accused neighbouring Zimbabwe".
func mendNeighbour(words []syntax.Word, i int) {
	name, first, w := i+1, i-2, &words[i]
	if words[name].UPOS != "PROPN" || words[name].Head != i || words[name].Rel != "obj" || i == 0 {
		return
	}
	if words[i-1].UPOS == "VERB" && w.Head == i-1 {
		describe(words, i, i-1)
		words[name].Head, words[name].Rel = i-1, "obj"
		return
	}
	if first < 0 || words[i-1].UPOS != "CCONJ" || words[first].UPOS != "PROPN" {
		return
	}
	for r := words[first].Rel; (r == "flat" || r == "conj") && words[first].Head >= 0; r = words[first].Rel {
		first = words[first].Head
	}
	over := words[first].Head
	for h := over; h >= 0; h = words[h].Head {
		if h == i {
			return
		}
	}
	if over < 0 {
		return
	}
	describe(words, i, over)
	words[i-1].Head = name
	words[name].Head, words[name].Rel = first, "conj"
}

// describe makes a word an adjective of the name behind it, and hangs what hung on it on another.
func describe(words []syntax.Word, i, over int) {
	for k := range words {
		if words[k].Head == i {
			words[k].Head = over
		}
	}
	w := &words[i]
	w.Head, w.Rel, w.UPOS, w.XPOS = i+1, "amod", "ADJ", "JJ"
}

// isNominal says whether a word is a noun or a name.
func isNominal(w *syntax.Word) bool { return w.UPOS == "PROPN" || w.UPOS == "NOUN" }

// beforeComma gives what stands before the comma in front of a word: what the word hangs on,
// or who is told between whom something is; or -1.
func beforeComma(words []syntax.Word, word int) int {
	t := word - 1
	for t >= 0 && words[t].Head == word && words[t].UPOS != "PUNCT" {
		t--
	}
	over := words[word].Head
	if t <= over || words[t].Form != "," {
		return -1
	}
	for t--; t > over; t = words[t].Head {
		if words[t].Head == over && base(words[t].Rel) == "nmod" && (hasCase(words, t, "between") || hasCase(words, t, "among")) {
			return t
		}
		if words[t].Head == over && words[t].Rel == "flat" {
			return over
		}
	}
	if t == over {
		return over
	}
	return -1
}

// mendNamed puts a name that a clause tells somebody by beside the post before it, where the tree
// joins it to the place of that: "its ambassador to Bolivia, Pedro Diaz, who was recalled".
func mendNamed(words []syntax.Word) {
	for i := 3; i < len(words); i++ {
		w := &words[i]
		if w.Rel != "conj" || w.UPOS != "PROPN" || w.Head < 1 || w.Head > i || words[w.Head].UPOS != "PROPN" || words[i-1].Form != "," || hasKid(words, i, "cc") {
			continue
		}
		place, clause := w.Head, whoClause(words, i)
		if clause < 0 {
			continue
		}
		for k := range words[:place] {
			if x := &words[k]; x.Head == place && x.Rel == "case" && k > 0 && words[k-1].UPOS == "NOUN" {
				w.Head, w.Rel, words[clause].Head = k-1, "appos", k-1
				break
			}
		}
	}
}

// whoClause gives the verb of the clause with "who" behind a name, on it or on what it is joined
// to; or -1.
func whoClause(words []syntax.Word, name int) int {
	for v := name + 1; v < len(words); v++ {
		if words[v].Rel != "acl:relcl" || words[v].Head != name && words[v].Head != words[name].Head {
			continue
		}
		for k := name + 1; k < v; k++ {
			if words[k].Head == v && words[k].Form == "who" {
				return v
			}
		}
	}
	return -1
}

// mendAlike joins a noun to the one before it that is told in the same way, where the tree joins it
// to the name behind that: "sanctions on Turkey, curbs on its officials".
func mendAlike(words []syntax.Word) {
	for i := 4; i < len(words); i++ {
		w := &words[i]
		if w.Rel != "conj" || w.UPOS != "NOUN" || w.Head < 1 || w.Head > i || words[w.Head].UPOS != "PROPN" || base(words[w.Head].Rel) != "nmod" {
			continue
		}
		name := w.Head
		first := words[name].Head
		if first < 0 || first > name || words[first].UPOS != "NOUN" || words[first].XPOS != w.XPOS {
			continue
		}
		for _, c := range []string{"on", "against", "with", "between"} {
			if hasCase(words, name, c) && hasCasedKid(words, i, c) {
				w.Head = first
			}
		}
	}
}

// hasCasedKid says whether a noun has another behind it with a preposition.
func hasCasedKid(words []syntax.Word, noun int, preposition string) bool {
	for k := noun + 1; k < len(words); k++ {
		if words[k].Head == noun && base(words[k].Rel) == "nmod" && hasCase(words, k, preposition) {
			return true
		}
	}
	return false
}
