package proposition

import (
	"slices"
	"strings"

	"demarche/internal/syntax"
)

// mend sets right what the tagger often takes for something else and no sentence
// can mean: a noun after "will", a "normalise" that is no verb, a name at the root
// with the verb of the sentence as its participle.
func mend(words []syntax.Word, l *Lexicon) {
	mendObjects(words, l)
	for i := range words {
		mendVisit(words, i)
		mendPerfect(words, i)
		w := &words[i]
		switch {
		case w.XPOS == "MD" && w.Head > i && base(w.Rel) == "aux":
			// "will no longer issue visas"
			h := &words[w.Head]
			if (h.UPOS == "NOUN" || h.UPOS == "ADJ") && !hasKid(words, w.Head, "cop") {
				h.UPOS, h.XPOS = "VERB", "VB"
			}
		case w.UPOS == "ADJ" && w.XPOS == "JJ" && i > 0 && strings.EqualFold(words[i-1].Form, "to") && words[i-1].Head == i && hasKid(words, i, "obj"):
			w.UPOS, w.XPOS = "VERB", "VB" // "gave it a week to free the prisoners"
			words[i-1].UPOS, words[i-1].XPOS, words[i-1].Rel = "PART", "TO", "mark"
			if w.Rel == "obl" {
				w.Rel = "advcl"
			}
		case w.UPOS == "VERB" && w.XPOS == "VBZ" && i > 0 && words[i-1].Head == i && words[i-1].Rel == "nummod":
			// "two attaches": a verb has no number before it
			w.UPOS, w.XPOS, w.Lemma = "NOUN", "NNS", strings.TrimSuffix(strings.ToLower(w.Form), "s")
		case i > 0 && w.Rel == "case" && w.Form == "of" && w.Head > i && words[i-1].UPOS == "NUM" && words[i-1].Rel == "nmod" && words[w.Head].Rel == "nmod" && words[w.Head].Head == words[i-1].Head:
			words[w.Head].Head = i - 1 // "the expulsion of 60 of its diplomats", with both on it
		case i > 1 && w.Rel == "fixed" && w.Form == "to" && w.Head == i-1 && words[i-1].Lemma == "no" && words[i-1].Head > i && words[i-2].UPOS == "VERB":
			// "said no to a Kenyan offer", with "no to" on the offer
			w.Head, w.Rel = words[i-1].Head, "case"
			words[i-1].Head, words[i-1].Rel = i-2, "discourse"
		case w.Rel == "case" && w.Form == "with" && w.Head > i+3:
			// "met in Toronto with Premier Hashimoto on the crisis": of two prepositions on
			// one noun the first belongs to a name between them.
			for j := i + 2; j < w.Head; j++ {
				if words[j].Head != w.Head || words[j].Rel != "case" {
					continue
				}
				for k := i + 1; k < j; k++ {
					if words[k].Head == words[w.Head].Head && words[k].UPOS == "PROPN" && base(words[k].Rel) == "obl" {
						w.Head = k
						break
					}
				}
				break
			}
		case w.Rel == "conj" && w.UPOS == "VERB" && w.Head >= 0 && w.Head < i && mendSince(words, i, l):
		case w.Rel == "advcl" && w.Head >= 0 && w.Head < i && mendInvited(words, i, l):
		case w.Lemma == "due" && w.Rel == "case":
			mendDue(words, i)
		case w.Rel == "obj" && w.Head >= 0 && w.Head < i && mendShared(words, i):
		case w.Rel == "conj" && w.XPOS == "VB" && w.Head >= 0 && w.Head < i && hasTo(words, i) && isFinite(words, w.Head):
			// "agreed to restore ties seven years after Riyadh broke them off, and to reopen
			// embassies": an infinitive is joined to an infinitive.
			h := words[w.Head].Head
			for range words {
				if h < 0 {
					break
				}
				if to := infinitive(words, h, w.Head); to >= 0 {
					w.Head = to
					break
				}
				h = words[h].Head
			}
		case (w.Rel == "conj" || w.Rel == "advcl" && !hasKid(words, i, "mark")) && (w.XPOS == "VBD" || w.XPOS == "VBN") && w.Head >= 0 && w.Head < i && mendClause(words, i):
		case w.Rel == "conj" && w.Head >= 0 && w.Head < i && isPast(words, i) && !canJoin(words, w.Head, i):
			// "denied that its forces had attacked, and blamed Lisbon"
			if top := finiteOver(words, w.Head); top >= 0 {
				w.Head = top
			}
		case w.Rel == "conj" && w.XPOS == "VB" && w.Head >= 0 && w.Head < i && words[w.Head].XPOS == "VBG" && !hasTo(words, i) && words[w.Head].Head >= 0 && words[words[w.Head].Head].XPOS == "VB":
			w.Head = words[w.Head].Head // "will stop issuing visas and dismiss staff"
		case (w.Rel == "nsubj:pass" || w.Rel == "obl:unmarked" && w.UPOS == "PROPN" && !hasKid(words, w.Head, "nsubj")) && w.Head > i && isActive(words, w.Head, l):
			w.Rel, words[w.Head].XPOS = "nsubj", "VBD" // "France imposed sanctions on Togo"
		case i > 0 && w.XPOS == "VBG" && base(w.Rel) == "advcl" && w.Head == i-1 && l.has(words[i-1].Lemma, proposing):
			w.Rel = "xcomp" // "proposed holding talks"
		case i > 0 && w.XPOS == "VBG" && w.Rel == "advcl" && words[i-1].Rel == "obj" && words[i-1].Head == w.Head && l.has(words[i-1].Lemma, texts) && l.has(w.Lemma, blaming):
			w.Head, w.Rel = i-1, "acl" // "blocked a statement condemning Mali", which does so
		case i > 1 && w.XPOS == "VBG" && base(w.Rel) == "advcl" && (words[i-1].Form == "," || words[i-1].Form == "while") && l.has(w.Lemma, blaming):
			// "called on Paris to move the venue, accusing Lisbon of meddling", "while urging
			// Lisbon to wait": it is not Paris that accuses.
			lift(words, i)
		case (w.Rel == "advcl" || w.Rel == "xcomp") && w.XPOS == "VB" && w.Head >= 0 && w.Head < i && hasTo(words, i) && mendDecision(words, i, l):
		case base(w.Rel) == "obl" && w.Head >= 0 && w.Head < i && mendRequest(words, i, l):
		case base(w.Rel) == "obl" && w.Head >= 0 && w.Head < i && hasTo(words, w.Head) && isAside(words, i):
			// "called on Paris to send troops, during talks with Lisbon"
			lift(words, i)
		case w.Rel == "case" && w.Head > i && i > 1 && isExample(words, i):
			// "measures against countries such as Cuba", with Cuba on the measures
			at := i - 1
			if words[at].Form == "," {
				at--
			}
			words[w.Head].Head, words[w.Head].Rel = at, "nmod"
		case w.Rel == "case" && w.Form == "by" && w.Head > i && i > 2:
			mendDoer(words, i, l)
		case (w.Rel == "case" || w.Rel == "det") && w.Head > i && base(words[w.Head].Rel) == "flat" && words[w.Head].Head > i:
			w.Head = words[w.Head].Head // "from Phnom Penh", with "from" on Penh
		case w.Rel == "conj" && (w.UPOS == "NOUN" || w.UPOS == "PROPN" && i+1 < len(words) && words[i+1].Form == "in") && w.Head >= 0 && w.Head < i && words[w.Head].UPOS == "PROPN":
			mendJoined(words, i, l)
		case w.Rel == "acl:relcl" && w.Head >= 0 && w.Head < i:
			switch {
			case isTold(words, i, l):
				w.Head, w.Rel = words[w.Head].Head, "ccomp" // "told the chargé that he must leave"
			case !mendThat(words, i, l):
				mendSaid(words, i, l)
			}
		case (w.Rel == "acl" || w.Rel == "advcl") && w.Head >= 0 && w.Head < i && mendOccasion(words, i, l):
		case w.Rel == "acl" && w.Head >= 0 && w.Head < i && isTold(words, i, l):
			w.Head, w.Rel = words[w.Head].Head, "ccomp"
		case w.Rel == "nsubj:pass" && w.Head > i && w.Head+1 < len(words) && !hasKid(words, w.Head, "aux:pass") && l != nil && l.classes[words[w.Head].Lemma]&demand != 0 && (words[w.Head+1].Form == "for" || words[w.Head+1].Form == "on"):
			w.Rel = "nsubj" // "the president called for a halt", read as one who was called
		case w.Rel == "ccomp" && w.UPOS == "VERB" && w.Head >= 0 && w.Head < i:
			mendFact(words, i, l)
			mendTail(words, i, l)
		case w.Rel == "appos" && w.UPOS == "VERB" && w.Head >= 0 && w.Head < i:
			mendSaid(words, i, l)
		case w.Lemma == "should" && base(w.Rel) == "aux" && w.Head >= 0 && w.Head < i:
			mendShould(words, i)
		case i > 0 && w.XPOS == "VBG" && w.Rel == "xcomp" && w.Head >= 0 && w.Head < i && isDeterminer(&words[i-1]):
			mendRemaining(words, i)
		case w.Rel == "acl" && w.XPOS == "VBD" && w.Head >= 0 && w.Head < i && i+1 < len(words) && isBy(&words[i+1]) && !hasKid(words, i, "nsubj"):
			w.XPOS = "VBN" // "the treaty concluded by Peru and Chile"
		case i > 0 && w.XPOS == "VBG" && w.Rel == "amod" && w.Head == i-1 && words[i-1].UPOS == "NOUN":
			mendBehind(words, i)
		case w.XPOS == "VBG" && strings.EqualFold(w.Form, "visiting"):
			mendVisitor(words, i)
		case i > 0 && w.XPOS == "JJ" && strings.HasSuffix(w.Form, "ise") && w.Head > i && words[w.Head].UPOS == "NOUN":
			n, b := w.Head, &words[i-1]
			switch {
			case b.XPOS == "MD" && b.Head != n && words[n].Head == i-1:
				// "may normalise relations"
				w.Head, w.Rel = b.Head, b.Rel
				for k := range words {
					if words[k].Head == i-1 && k != i {
						words[k].Head = i
					}
				}
				b.Head, b.Rel = i, "aux"
			case b.Lemma == "to" && (b.Head == n || b.Head == i):
				w.Head, w.Rel = words[n].Head, "xcomp"
				if w.Head >= 0 && words[w.Head].UPOS != "VERB" {
					w.Rel = "acl"
				}
				b.Head, b.Rel = i, "mark"
			default:
				continue
			}
			words[n].Head, words[n].Rel = i, "obj"
			w.UPOS, w.XPOS = "VERB", "VB"
		case w.UPOS == "ADV" && i > 0 && (hasKid(words, i, "nmod") || hasKid(words, i, "det") || hasKid(words, i, "compound") || w.Lemma == "embargo"):
			// "declared a trade embargo on", where the embargo is taken for an adverb
			w.UPOS, w.XPOS = "NOUN", "NN"
			if b := &words[i-1]; b.UPOS == "NOUN" && b.Rel == "obj" && b.Head == w.Head && w.Rel == "advmod" {
				for k := range words {
					if words[k].Head == i-1 {
						words[k].Head = i
					}
				}
				w.Rel, b.Head, b.Rel = "obj", i, "compound"
			}
		case w.XPOS == "NN" && w.Rel == "advmod" && w.Head >= 0 && w.Head < i && words[w.Head].UPOS == "VERB" && hasKid(words, i, "compound") && !hasKid(words, w.Head, "obj"):
			w.Rel = "obj"
		case w.Rel == "amod" && w.XPOS == "VBN" && w.Head > i && isBeforeCase(words, i):
			mendStance(words, i)
		case w.Rel == "xcomp" && w.XPOS == "VBN" && i+1 < len(words) && words[i+1].Form == "to" && words[i+1].Rel == "case" && words[i+1].Head >= 0 && words[i+1].Head != i && words[words[i+1].Head].Head == w.Head:
			words[words[i+1].Head].Head = i // "remains opposed to it"
		case w.Rel == "amod" && (w.XPOS == "VBD" || w.XPOS == "VBN") && w.Head > i && words[w.Head].UPOS == "NOUN":
			n, t := w.Head, i-1
			for t >= 0 && words[t].UPOS == "ADV" {
				t--
			}
			if t < 0 {
				continue
			}
			if top := words[t].Head; words[t].Rel == "conj" && top >= 0 && top < t && words[top].UPOS == "PROPN" {
				t = top // "Riyadh and Doha traded blows"
			}
			switch b := &words[t]; {
			case b.Lemma == "have" && words[n].Head == t && words[n].Rel == "obj":
				// "has limited tours": the auxiliary gives way to the verb.
				w.Head, w.Rel, w.XPOS = b.Head, b.Rel, "VBN"
				for k := range words {
					if words[k].Head == t || k > t && k < i && words[k].UPOS == "ADV" {
						words[k].Head = i
					}
				}
				b.Head, b.Rel, b.UPOS = i, "aux", "AUX"
			case b.UPOS == "PROPN" && isBeside(words, t, i, n):
				// "Riyadh severed ties", "and the UAE severed ties"
				w.Head, w.Rel, w.XPOS = words[n].Head, words[n].Rel, "VBD"
				for k := range words {
					if words[k].Head == n && (k < t || words[k].Rel == "punct" || words[k].Rel == "parataxis") {
						words[k].Head = t
						if k > i {
							words[k].Head = i
						}
					}
				}
				b.Head, b.Rel = i, "nsubj"
			default:
				continue
			}
			words[n].Head, words[n].Rel = i, "obj"
		case w.Rel == "acl" && w.XPOS == "VBN" && w.Head >= 0 && w.Head < i && words[w.Head].Head < 0 && (words[w.Head].UPOS == "PROPN" || words[w.Head].XPOS == "NNS" && hasKid(words, i, "obj") && l.has(w.Lemma, oneObject)):
			// "Kyiv downgraded ties", with Kyiv at the root.
			r := w.Head
			bare := true
			for k := r + 1; k < i; k++ {
				bare = bare && (words[k].UPOS == "ADV" || words[k].Rel == "flat")
			}
			for k := i + 1; k < len(words); k++ {
				bare = bare && !(words[k].Head == i && words[k].Rel == "obl:agent")
			}
			if !bare {
				continue
			}
			w.Head, w.Rel, w.XPOS = words[r].Head, words[r].Rel, "VBD"
			for k := range words {
				if words[k].Head == r && words[k].Rel != "flat" && (k > i || words[k].UPOS == "ADV") {
					words[k].Head = i
				}
			}
			words[r].Head, words[r].Rel = i, "nsubj"
		}
	}
	mendCharge(words, l)
	mendCalls(words, l)
	mendWith(words)
	mendFailing(words)
	mendSpeech(words, l)
	mendVerbless(words)
	mendBeside(words)
	mendDashed(words)
	mendAs(words, l)
	mendAmong(words)
	mendGapped(words)
	mendNamed(words)
	mendLists(words)
	mendAlike(words)
	mendCounts(words)
	mendPeoples(words)
	mendGroups(words, l)
	mendOrders(words, l)
	mendWhen(words, l)
	mendRunUp(words)
	mendHeld(words)
	for i := range words {
		mendSayer(words, i, l)
		mendTies(words, i)
		mendParted(words, i)
		mendAlly(words, i, l)
	}
	mendHeadline(words, l)
}

// mendObjects gives an object that stands before a verb of saying to the verb of what is said:
// "France imposed sanctions on Togo, officials said."
func mendObjects(words []syntax.Word, l *Lexicon) {
	for i := range words {
		say := words[i].Head
		if words[i].Rel != "obj" || say < i || !l.Is(words[say].Lemma, "say") {
			continue
		}
		for v := range words[:i] {
			if words[v].Head == say && words[v].Rel == "ccomp" && words[v].UPOS == "VERB" && !hasKid(words, v, "obj") {
				words[i].Head = v
			}
		}
	}
}

// isActive says whether a past form that the tree takes for a passive is none: it has no
// auxiliary, and an object that only verbs of giving or ordering have in the passive.
func isActive(words []syntax.Word, verb int, l *Lexicon) bool {
	v := &words[verb]
	if v.XPOS != "VBN" && v.XPOS != "VBD" || l.WantsObject(v.Lemma) || hasKid(words, verb, "aux:pass") || hasKid(words, verb, "aux") || hasKid(words, verb, "obl:agent") {
		return false
	}
	return slices.ContainsFunc(words[verb+1:], func(w syntax.Word) bool { return w.Head == verb && w.Rel == "obj" })
}

// isTold says whether a clause with "that" and a subject of its own tells what a verb has
// somebody told, rather than who he is to whom the tree gives it.
func isTold(words []syntax.Word, verb int, l *Lexicon) bool {
	who := &words[words[verb].Head]
	if base(who.Rel) != "obj" && who.Rel != "iobj" || who.Head < 0 || who.Head > words[verb].Head {
		return false
	}
	if tell := words[who.Head].Lemma; words[who.Head].UPOS != "VERB" || !l.Is(tell, "say") || !l.WantsObject(tell) {
		return false
	}
	return hasKid(words, verb, "nsubj") && slices.ContainsFunc(words[:verb], func(w syntax.Word) bool {
		return w.Head == verb && w.Rel == "mark" && strings.EqualFold(w.Form, "that")
	})
}

// mendAmong hangs whom a list names of those counted on these, and what is asked of them on
// the verb: "told three diplomats, among them the chargé in Caracas, to leave", where the
// tree takes him for another of the verb's and the infinitive for his.
func mendAmong(words []syntax.Word) {
	for i := 2; i+2 < len(words); i++ {
		if !strings.EqualFold(words[i].Form, "among") || words[i-1].Form != "," {
			continue
		}
		switch strings.ToLower(words[i+1].Form) {
		case "them", "whom", "these", "those":
		default:
			continue
		}
		one := words[i+1].Head
		if one <= i+1 || words[one].UPOS != "NOUN" && words[one].UPOS != "PROPN" || words[one].Head < 0 || words[one].Head >= i {
			continue
		}
		verb, all := words[one].Head, i-2
		if words[verb].UPOS != "VERB" {
			continue
		}
		for words[all].Head > verb && words[all].Head < i {
			all = words[all].Head
		}
		if words[all].Head != verb || words[all].UPOS != "NOUN" {
			continue
		}
		words[one].Head, words[one].Rel = all, "appos"
		for k := one + 1; k < len(words); k++ {
			if w := &words[k]; w.XPOS == "VB" && base(w.Rel) == "acl" && w.Head >= one && w.Head < k && hasTo(words, k) {
				w.Head, w.Rel = verb, "xcomp"
			}
		}
		return
	}
}

// mendAs gives the verb its object back that the tree hangs on what is thought of it:
// "dismissed as baseless Ethiopian charges".
func mendAs(words []syntax.Word, l *Lexicon) {
	for i := 2; i+2 < len(words); i++ {
		w := &words[i-1]
		if words[i].Form != "as" || w.UPOS != "VERB" || !l.has(w.Lemma, judgingAs) || hasKid(words, i-1, "obj") {
			continue
		}
		noun, word := words[i].Head, i+1
		for word < noun && words[word].UPOS == "ADV" {
			word++
		}
		if noun <= word+1 || words[noun].UPOS != "NOUN" || words[noun].Head != i-1 || words[word].Head != noun || words[word].UPOS != "ADJ" && words[word].UPOS != "NOUN" {
			continue
		}
		words[noun].Rel = "obj"
		words[word].Head, words[word].Rel, words[i].Head = i-1, "obl", word
	}
}

// mendClause gives a verb the name right before it as its subject, where the tree takes
// "after" for that name's preposition and the verb for one joined to the main verb, or
// under it, without a word between: "left after Nigeria withheld visas".
func mendClause(words []syntax.Word, verb int) bool {
	x := verb - 1
	for words[x].Rel == "flat" || words[x].Rel == "conj" || words[x].Rel == "compound" {
		if x = words[x].Head; x < 0 {
			return false
		}
	}
	if x >= verb || words[x].UPOS != "PROPN" || base(words[x].Rel) != "obl" || words[x].Head != words[verb].Head || hasKid(words, verb, "cc") || hasKid(words, verb, "nsubj") || hasKid(words, verb, "aux:pass") {
		return false
	}
	for k := range words[:x] {
		if w := &words[k]; w.Head == x && w.Rel == "case" && (w.Lemma == "after" || w.Lemma == "before" || w.Lemma == "since" || w.Lemma == "until") {
			w.Head, w.Rel = verb, "mark"
			words[x].Head, words[x].Rel = verb, "nsubj"
			words[verb].Rel = "advcl"
			return true
		}
	}
	return false
}

// mendVerbless gives a sentence that has no verb the participle that stands before its
// object as if it described it: "Three Baltic states - Estonia, Latvia and Lithuania -
// expelled Russian diplomats", "Kenya, a tea exporter, also sealed accords covering trade."
func mendVerbless(words []syntax.Word) {
	root := slices.IndexFunc(words, func(w syntax.Word) bool { return w.Head < 0 })
	if root < 0 || words[root].UPOS != "NOUN" && words[root].UPOS != "PROPN" {
		return
	}
	verb := -1
	for i := range words {
		w := &words[i]
		switch {
		case w.UPOS == "AUX", w.UPOS == "VERB" && w.Rel != "amod" && !(w.Rel == "acl" && w.XPOS == "VBG"):
			return
		case verb < 0 && i > root+1 && w.Rel == "amod" && w.Head > i && (w.XPOS == "VBN" || w.XPOS == "VBD") && words[w.Head].UPOS == "NOUN" && (words[i-1].UPOS == "PUNCT" || words[i-1].UPOS == "ADV" && words[i-2].UPOS == "PUNCT"):
			verb = i
		}
	}
	if verb < 0 || words[verb].Head == root {
		return
	}
	object := words[verb].Head
	for k := range words {
		if w := &words[k]; k != root && k != verb && k != object && (w.Head == object && k < verb || w.Head == verb && k < verb) {
			if w.Head = root; w.UPOS == "ADV" {
				w.Head = verb
			}
		}
	}
	words[verb].Head, words[verb].Rel, words[verb].UPOS, words[verb].XPOS = -1, "root", "VERB", "VBD"
	words[object].Head, words[object].Rel = verb, "obj"
	words[root].Head, words[root].Rel = verb, "nsubj"
}

// mendJoined joins a noun with a determiner of its own not to the city that stands last
// before it but to what stands in that: "expelled the attaché in Lima and two clerks".
func mendJoined(words []syntax.Word, noun int, l *Lexicon) {
	name := words[noun].Head
	in := slices.IndexFunc(words[:name], func(w syntax.Word) bool { return w.Head == name && w.Rel == "case" })
	if in <= 0 || l.has(words[noun].Lemma, regions) || !slices.ContainsFunc(words[name+1:noun], func(w syntax.Word) bool {
		return w.Head == noun && (w.Rel == "det" || w.Rel == "nummod" || w.Rel == "nmod:poss")
	}) {
		return
	}
	switch words[in].Lemma {
	case "in", "at":
		if what := &words[in-1]; what.UPOS == "NOUN" && (words[name].Head == in-1 || words[name].Head == what.Head) {
			words[noun].Head = in - 1
		}
	}
}

// mendRemaining makes a participle behind a determiner the adjective that it is: "ordered
// all remaining envoys to leave", where the tree takes it for a verb with an object.
func mendRemaining(words []syntax.Word, i int) {
	n := slices.IndexFunc(words, func(w syntax.Word) bool { return w.Head == i && w.Rel == "obj" })
	if n < i || n > i+4 {
		return
	}
	w := &words[i]
	verb := w.Head
	for k := range words {
		switch {
		case words[k].Head != i || k == n:
		case k < n:
			words[k].Head = n
		default:
			words[k].Head = verb
		}
	}
	words[n].Head = verb
	w.Head, w.Rel, w.UPOS, w.XPOS = n, "amod", "ADJ", "JJ"
}

// isDeterminer says whether a word stands before a noun and never before a verb.
func isDeterminer(w *syntax.Word) bool {
	return w.UPOS == "DET" || w.XPOS == "PRP$" || strings.EqualFold(w.Form, "all")
}

// mendDashed makes the verb behind an aside between dashes that of the sentence, where the
// tree takes the noun before the aside for its root: "The presidents of four nations --
// Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan -- called on the United Nations".
func mendDashed(words []syntax.Word) {
	root := slices.IndexFunc(words, func(w syntax.Word) bool { return w.Head < 0 })
	if root < 0 || words[root].UPOS != "NOUN" && words[root].UPOS != "PROPN" {
		return
	}
	isDash := func(w syntax.Word) bool { return w.Form == "--" || w.Form == "-" || w.Form == "–" || w.Form == "—" }
	dashes := 0
	for i := root + 1; i < len(words); i++ {
		w := &words[i]
		if w.UPOS == "AUX" || w.UPOS == "VERB" && w.Rel != "amod" && (w.XPOS == "VBZ" || w.XPOS == "VBP" || w.XPOS == "VBD" && dashes == 0) {
			return // it has a verb of its own
		}
		if isDash(*w) {
			dashes++
		}
		if dashes < 2 || !isDash(words[i-1]) || w.XPOS != "VBN" && w.XPOS != "VBD" {
			continue
		}
		for k := range words {
			if words[k].Head == root && k > i {
				words[k].Head = i
			}
		}
		words[root].Head, words[root].Rel = i, "nsubj"
		w.Head, w.Rel, w.UPOS, w.XPOS = -1, "root", "VERB", "VBD"
		return
	}
}

// lift hangs a word on the main verb over the infinitives that it hangs on.
func lift(words []syntax.Word, word int) {
	for h := words[word].Head; h >= 0 && h < word && hasTo(words, h) && words[h].Head >= 0 && words[words[h].Head].UPOS == "VERB"; h = words[word].Head {
		words[word].Head = words[h].Head
	}
}

// isAside says whether a phrase of time or occasion stands behind a comma.
func isAside(words []syntax.Word, noun int) bool {
	for k := noun - 1; k > 0; k-- {
		if words[k].Head != noun {
			continue
		}
		switch words[k].Lemma {
		case "during", "after", "following", "before", "ahead":
			return words[k].Rel == "case" && words[k-1].Form == ","
		}
	}
	return false
}

// isBeside says whether a name hangs on a noun as if it were part of it, or is the subject
// of the participle before that noun.
func isBeside(words []syntax.Word, name, participle, noun int) bool {
	r := base(words[name].Rel)
	if words[name].Head == participle && r == "nsubj" {
		return true
	}
	return words[name].Head == noun && (r == "compound" || r == "amod" || r == "nmod") && !hasKid(words, name, "case")
}

// hasTo says whether a verb is an infinitive with its "to".
func hasTo(words []syntax.Word, verb int) bool {
	return slices.ContainsFunc(words[:verb], func(w syntax.Word) bool { return w.Head == verb && w.Rel == "mark" && w.Lemma == "to" })
}

// infinitive gives a verb if it is an infinitive with its "to", or the first such that
// hangs on it before a word; or -1.
func infinitive(words []syntax.Word, verb, before int) int {
	for k := range words[:before] {
		if (k == verb || words[k].Head == verb) && words[k].XPOS == "VB" && hasTo(words, k) {
			return k
		}
	}
	return -1
}

// isPast says whether a verb stands in the past without subject or auxiliary, so that it is
// joined to one in the past; the tagger may take it for a participle.
func isPast(words []syntax.Word, verb int) bool {
	if words[verb].XPOS != "VBD" && words[verb].XPOS != "VBN" || words[verb].UPOS != "VERB" {
		return false
	}
	for k := range words {
		if words[k].Head == verb && (strings.HasPrefix(words[k].Rel, "nsubj") || strings.HasPrefix(words[k].Rel, "aux") || words[k].Rel == "mark") {
			return false
		}
	}
	return true
}

// canJoin says whether a verb in the past may be joined by "and" to one before it: not to
// an infinitive, what is wished for or what follows "would", nor behind a comma to what follows "had".
func canJoin(words []syntax.Word, first, verb int) bool {
	switch words[first].XPOS {
	case "VB":
		return false
	case "VBP":
		return !hasKid(words, first, "mark") // "demanded that Kenya release them"
	case "VBN":
		return !hasKid(words, first, "aux") || hasKid(words, first, "aux:pass") || !slices.ContainsFunc(words[first:verb], func(w syntax.Word) bool { return w.Head == verb && w.Form == "," })
	}
	return true
}

// finiteOver gives the nearest verb in the past over a word, or -1.
func finiteOver(words []syntax.Word, word int) int {
	for h, left := words[word].Head, 4; h >= 0 && left > 0; h, left = words[h].Head, left-1 {
		if words[h].XPOS == "VBD" {
			return h
		}
	}
	return -1
}

// isFinite says whether a word is a verb in a tense, or a participle with its auxiliary.
func isFinite(words []syntax.Word, verb int) bool {
	switch words[verb].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return hasKid(words, verb, "aux") || hasKid(words, verb, "aux:pass")
	}
	return false
}

// hasKid says whether a word has another hanging on it by a relation.
func hasKid(words []syntax.Word, head int, rel string) bool {
	return slices.ContainsFunc(words, func(w syntax.Word) bool { return w.Head == head && w.Rel == rel })
}
