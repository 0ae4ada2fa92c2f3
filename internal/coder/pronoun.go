package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// pronoun finds whom a pronoun takes up.
func (sc *scene) pronoun(head int, exclude []demarche.Code, left int) ref {
	w := &sc.s.Words[head]
	if r := sc.addressee(head, exclude, left); r.ok() {
		return r
	}
	if r := sc.threatener(head, exclude, left); r.ok() {
		return r
	}
	exclude = union(exclude, sc.subjectsOver(head))
	switch lemma := strings.ToLower(w.Lemma); lemma {
	case "who", "which", "that", "whom", "whose":
		if n := sc.antecedent(head); n != proposition.None && n != head {
			if r := sc.resolveAt(n, exclude, left); r.ok() {
				return r
			}
		}
		// What stands right before the pronoun, where the tree hangs its clause elsewhere.
		list := sc.in(sc.at)
		for k := range list {
			if e := &list[k]; len(e.codes) > 0 && e.kind != place && (e.end == head || e.end == head-1 && sc.form(sc.at, head-1) == ",") {
				return ref{kind: e.kind, codes: e.codes, host: e.host, name: sc.full(e)}
			}
		}
		return ref{}
	case "it", "its", "itself":
		if r := sc.owning(head, exclude, left); r.ok() {
			return r
		}
		if r := sc.onGround(head, exclude); r.ok() {
			return r
		}
		return sc.back(head, exclude, state)
	case "he", "she", "his", "her", "him":
		if r := sc.owning(head, exclude, left); r.ok() {
			return r
		}
		sc.single, sc.she = true, lemma == "she" || lemma == "her"
		r := sc.back(head, exclude, person)
		sc.single, sc.she = false, false
		return r
	case "they", "their", "them", "themselves":
		if r := sc.owning(head, exclude, left); r.ok() {
			return r
		}
		return sc.back(head, exclude, people)
	case "we", "our", "us", "i", "my", "me", "ours":
		if q := sc.quoteAt(head); q != nil && len(q.codes) > 0 {
			return ref{kind: person, codes: q.codes, name: q.speaker, spoken: true}
		}
		return ref{}
	case "both", "each", "neither", "other":
		if lemma == "both" {
			if r := sc.chargedTogether(head, exclude); r.ok() {
				return r
			}
		}
		if pair := sc.sideBySide(head, exclude); lemma == "both" && pair != nil {
			return ref{kind: state, codes: pair, spoken: true}
		}
		if lemma == "both" && len(exclude) > 0 {
			if r := sc.bothBefore(head, exclude); r.ok() {
				return r
			}
		}
		return sc.pair(exclude)
	}
	return ref{}
}

// subjectsOver gives who does what is done to a pronoun: "invited him" takes up another than
// the one who invites.
func (sc *scene) subjectsOver(pronoun int) []demarche.Code {
	switch s := &sc.s; strings.ToLower(s.Words[pronoun].Form) {
	case "him", "her", "them":
		v := s.Words[pronoun].Head
		if rel := s.Words[pronoun].Rel; rel != "obj" && rel != "iobj" || v < 0 || !s.IsVerb(v) {
			return nil
		}
		var p proposition.Proposition
		s.Read(v, sc.c.lexicon, &p)
		if p.Agent.Head == proposition.None || p.Passive {
			return nil
		}
		if e := sc.entityAt(p.Agent.Head); e != nil && e.kind == person {
			return e.codes
		}
	}
	return nil
}

// owning finds whose "its own" is: the subject's of the clause. So is what belongs to somebody
// before the clause names its subject: "In his talks with Chirac, Moi said".
func (sc *scene) owning(head int, exclude []demarche.Code, left int) ref {
	s := &sc.s
	h := s.Words[head].Head
	if s.Words[head].Rel != "nmod:poss" || h < 0 {
		return ref{}
	}
	own := s.Words[h].Lemma == "own"
	for k := s.Kid(h); k >= 0; k = s.Next(k) {
		own = own || s.Words[k].Lemma == "own"
	}
	v := sc.verbOver(h)
	if v == proposition.None || !own && !(s.Words[h].Rel == "obl" && s.Words[h].Head == v && h < v) {
		return ref{}
	}
	var p proposition.Proposition
	s.Read(v, sc.c.lexicon, &p)
	if !own && p.Passive {
		p.Agent = p.Patient // "After his talks with Chirac, Moi was received"
	}
	if a := p.Agent.Head; !own && (a < h || s.Words[a].UPOS == "PRON" || p.Agent.Link != proposition.Direct) {
		return ref{}
	}
	if p.Agent.Head == proposition.None || p.Agent.Head == head || s.Within(head, p.Agent.Head) {
		return ref{}
	}
	r := sc.resolveAt(p.Agent.Head, exclude, left)
	r.spoken = true
	return r
}

// antecedent gives the noun that a relative pronoun stands for.
func (sc *scene) antecedent(head int) int {
	n := head
	for range 6 {
		w := &sc.s.Words[n]
		if w.Head < 0 {
			return proposition.None
		}
		if w.Rel == "acl:relcl" {
			return w.Head
		}
		n = w.Head
	}
	return proposition.None
}

// isSeveral says whether an office stands in the plural: "officials", "chargés d'affaires".
func (sc *scene) isSeveral(e *entity) bool {
	last := e.end - 1
	if strings.HasSuffix(sc.form(e.sentence, last), "affaires") && last > e.first {
		last--
	}
	return strings.HasSuffix(sc.form(e.sentence, last), "s")
}

// farSentences is how far back a "he" reaches where nobody was named since.
const farSentences = 6

// bothBefore gives the two whom the subject of the sentence's main verb names together, for
// a "both" further on: "Japan and Australia held back, although both have criticised Burma".
func (sc *scene) bothBefore(head int, exclude []demarche.Code) ref {
	s := &sc.s
	for t := range head {
		w := &s.Words[t]
		if w.Rel != "nsubj" || s.Words[w.Head].Head >= 0 || s.Within(head, t) {
			continue
		}
		if r := sc.resolveAll(t, nil); len(r.codes) == 2 && !r.spoken && r.kind != place && !overlap(r.codes, exclude) {
			return ref{kind: r.kind, codes: r.codes, spoken: true}
		}
	}
	return ref{}
}

// back looks backwards for what a pronoun at a word takes up.
func (sc *scene) back(head int, exclude []demarche.Code, want kind) ref {
	best, bestScore := (*entity)(nil), 0
	teller := sc.tellerOver(head)
	if teller != proposition.None && sc.s.Words[head].Rel == "nsubj" && sc.s.Words[head].UPOS == "PRON" && want != person && sc.s.IsNoun(teller) && sc.entityAt(teller) == nil {
		// "the Bush administration said it rejects", whose name is but a part of who says it
		if r := sc.resolve(teller, exclude); r.ok() && !r.spoken && r.kind != place && !overlap(r.codes, exclude) {
			r.spoken = true
			return r
		}
	}
	ruled := sc.s.IsNoun(head) && !sc.c.vocabulary.has(fighters, strings.ToLower(sc.s.Words[head].Lemma)) // "the government" is no movement
	upto := sc.from[sc.at+1]
	for k := upto - 1; k >= 0; k-- {
		e := &sc.entities[k]
		distance := sc.at - e.sentence
		if distance > recentSentences && (best != nil || !sc.single || distance > farSentences) {
			break
		}
		if distance == 0 && e.first >= head || len(e.codes) == 0 || overlap(e.codes, exclude) {
			continue
		}
		if want == person && sc.quotedApart(e, head) {
			continue // “since the Obama administration,” he said: he is not the one he names
		}
		score := 0
		switch want {
		case state:
			switch {
			case e.kind == others && ruled:
			case e.kind == state && e.class == 0 && !e.adjective, e.kind == others:
				score = 10
			case e.class == who.Body || e.class == who.Mission:
				score = 9
			case e.kind == state && e.adjective:
				score = 2
			case e.kind == person && e.subject:
				score = 3
			case e.kind == people:
				score = 1
			}
			if e.capital && sc.isPlaceAt(e) {
				score = 1
			}
		case person:
			envoy := e.class == who.Diplomat || e.class == who.Ambassador || e.class == who.Envoy
			if e.kind == person || envoy && !sc.isSeveral(e) {
				score = 10
				if envoy && !sc.typed.IsSpeech() && sc.typed != "" {
					score += 4 // what is done to him is done to an envoy
				}
				if sc.single && e.class != 0 && e.name == "" && sc.isSeveral(e) {
					score = 0 // officials are no "he"
				} else if sc.single && sc.isWoman(e) {
					score = sc.ofWoman(score)
				}
			}
		case people:
			switch {
			case e.kind == people:
				score = 8
			case e.kind == state && !e.adjective, e.kind == others:
				score = 6
			case e.adjective:
				score = 5
			case e.kind == mission:
				score = 4
			case e.kind == person:
				score = 2
			}
		}
		if score == 0 {
			continue
		}
		if e.subject {
			score += 6
		}
		if distance == 0 && teller >= e.first && teller < e.end {
			score += 4 // "the embassy said that Moscow …, and that it would"
		}
		if e.topical && distance > 0 {
			score += 3
		}
		score -= 3 * distance
		if distance == 0 && sc.sameClause(e, head) && want != people {
			score++
		}
		if score > bestScore {
			best, bestScore = e, score
		}
	}
	if best == nil {
		return ref{}
	}
	r := ref{kind: best.kind, codes: best.codes, host: best.host, name: best.name, spoken: true}
	if want == people && best.kind == state {
		r.codes = without(sc.listAround(best), exclude) // "Romania and Portugal said they"
	}
	if m, ok := sc.cast[best.name]; ok {
		r.name = m.full
	} else if r.name == "" && best.sentence == sc.at {
		r.name = sc.words(best.first, best.end)
	} else if r.name == "" {
		r.name = spanOf(sc.sentences[best.sentence].Tokens, best.first, best.end).In(sc.report.Text)
	}
	if want == person && best.class == 0 && best.kind != person {
		r.kind = person
	}
	return r
}

// quotedApart says whether an entity is named in direct speech that a word of the
// sentence under the eye does not stand in.
func (sc *scene) quotedApart(e *entity, word int) bool {
	named, at := sc.sentences[e.sentence].Tokens[e.first].Start, sc.s.Words[word].Start
	return slices.ContainsFunc(sc.quotes, func(q quote) bool {
		return q.Start <= named && named < q.End && !(q.Start <= at && at < q.End)
	})
}

// hasNumber says whether a figure follows a name, as in the list "France expelled
// 35, Germany 40".
func (sc *scene) hasNumber(e *entity) bool {
	words := sc.s.Words
	return e.sentence == sc.at && !e.adjective && e.end < len(words) && (words[e.end].UPOS == "NUM" || words[e.end].Form == "," && e.end+1 < len(words) && words[e.end+1].UPOS == "NUM")
}

// isAfterPreposition says whether a capital stands where it may be but a place:
// "by way of Cairo", "flew to London".
func (sc *scene) isAfterPreposition(e *entity) bool {
	if e.first == 0 {
		return false
	}
	switch strings.ToLower(sc.form(e.sentence, e.first-1)) {
	case "in", "at", "near", "outside", "via", "through", "of", "to", "from", "for", "into":
		return true
	}
	return false
}

// tellerOver gives the subject of the verb of saying over a word, or None.
func (sc *scene) tellerOver(n int) int {
	for n = sc.verbOver(n); n >= 0; n = sc.verbOver(n) {
		if !sc.c.lexicon.IsSaying(sc.s.Words[n].Lemma) {
			continue
		}
		for k := sc.s.Kid(n); k >= 0; k = sc.s.Next(k) {
			if sc.s.Words[k].Rel == "nsubj" {
				return k
			}
		}
	}
	return proposition.None
}

// isPlaceAt says whether a capital stands after a preposition of place.
func (sc *scene) isPlaceAt(e *entity) bool {
	if e.first == 0 {
		return false
	}
	switch strings.ToLower(sc.form(e.sentence, e.first-1)) {
	case "in", "at", "near", "outside":
		return true
	}
	return false
}

// sameClause says whether an entity and a word hang on the same verb.
func (sc *scene) sameClause(e *entity, head int) bool {
	return sc.verbOver(e.head) == sc.verbOver(head)
}

// verbOver gives the nearest verb over a word.
func (sc *scene) verbOver(n int) int {
	for n >= 0 {
		n = sc.s.Words[n].Head
		if n >= 0 && sc.s.IsVerb(n) {
			return n
		}
	}
	return proposition.None
}

// pair gives the two sides that the report is speaking of.
func (sc *scene) pair(exclude []demarche.Code) ref {
	if two := sc.namedTogether(exclude); len(exclude) > 0 && two != nil {
		return ref{kind: state, codes: two, spoken: true}
	}
	a, b := sc.dyad(exclude)
	if a == "" || b == "" {
		return ref{}
	}
	if len(exclude) > 0 {
		return ref{kind: state, codes: []demarche.Code{a, b}, spoken: true}
	}
	// Two States that the report is about outweigh two named in passing.
	if p, q := sc.leading(); q != "" && min(sc.named(a), sc.named(b))*2 < sc.named(q) {
		a, b = p, q
	}
	return ref{kind: state, codes: without([]demarche.Code{a, b}, exclude), spoken: true, all: true}
}

// dyad gives the two States named last before the sentence under the eye, or in
// it; else those that the report names most.
func (sc *scene) dyad(exclude []demarche.Code) (a, b demarche.Code) {
	for k := sc.from[sc.at+1] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if e.kind == place || e.kind == others || len(e.codes) == 0 || e.capital && sc.isPlaceAt(e) {
			continue
		}
		for _, c := range e.codes {
			switch {
			case slices.Contains(exclude, c):
			case a == "":
				a = c
			case c != a:
				return c, a
			}
		}
	}
	if len(exclude) > 0 {
		return "", "" // no two others are told
	}
	p, q := sc.leading()
	if a != "" && p != a {
		return a, p
	}
	if a != "" {
		return a, q
	}
	return p, q
}

// named is how often the report names a State.
func (sc *scene) named(code demarche.Code) int {
	n := 0
	for k := range sc.entities {
		if e := &sc.entities[k]; e.kind != place && slices.Contains(e.codes, code) {
			n++
		}
	}
	return n
}

// leading gives the two States that the report names most.
func (sc *scene) leading() (a, b demarche.Code) {
	counts := map[demarche.Code]int{}
	var order []demarche.Code
	for k := range sc.entities {
		if e := &sc.entities[k]; e.kind != place && e.kind != others {
			for _, c := range e.codes {
				if counts[c] == 0 {
					order = append(order, c)
				}
				counts[c]++
			}
		}
	}
	slices.SortStableFunc(order, func(x, y demarche.Code) int { return counts[y] - counts[x] })
	if len(order) > 0 {
		a = order[0]
	}
	if len(order) > 1 {
		b = order[1]
	}
	return a, b
}

// other gives the State that stands opposite to some: the last other one named
// before the end of the sentence, if the two stand beside each other; an
// inference.
func (sc *scene) other(codes []demarche.Code, head int) []demarche.Code {
	if len(codes) == 0 {
		return nil
	}
	if foe := sc.foeOf(codes); foe != nil {
		return foe
	}
	// In the sentence itself: the one that is there, else the nearest.
	var best *entity
	near := 1 << 30
	var there []demarche.Code
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if len(e.codes) == 0 || overlap(e.codes, codes) || e.kind == place || e.kind == others || e.capital && sc.isAfterPreposition(e) || isOrganisation(e.codes[0]) || sc.hasNumber(e) {
			continue
		}
		there = union(there, e.codes)
		d := head - e.head
		if d < 0 {
			d = -d
		}
		if d < near {
			best, near = e, d
		}
	}
	known := sc.partners[codes[0]]
	if len(known) > 0 && !overlap(known, codes) && (best == nil || len(there) > 1 && overlap(known, there)) {
		return known
	}
	if best != nil {
		if of := sc.listAround(best); sc.typed.IsSpeech() && !overlap(of, codes) {
			return union(of, best.codes) // whoever stands in a list with it
		}
		return best.codes
	}
	for k := sc.from[sc.at] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if sc.at-e.sentence > 3 {
			break
		}
		if len(e.codes) == 1 && !overlap(e.codes, codes) && !isOrganisation(e.codes[0]) && e.kind != place && e.kind != others && !(e.capital && sc.isPlaceAt(e)) {
			return e.codes
		}
	}
	a, b := sc.leading()
	switch {
	case a != "" && !slices.Contains(codes, a):
		return []demarche.Code{a}
	case b != "" && !slices.Contains(codes, b):
		return []demarche.Code{b}
	}
	return nil
}

// focusAt gives the State that the report is speaking of at a word: that of the last
// actor, unless it is the other side; then whoever stands opposite to that.
func (sc *scene) focusAt(own *entity, exclude []demarche.Code, head int) []demarche.Code {
	before := sc.from[sc.at]
	for k := before; k < sc.from[sc.at+1]; k++ {
		if e := &sc.entities[k]; e == own || e.first >= head {
			break
		}
		before = k + 1
	}
	if before >= len(sc.entities) {
		before = len(sc.entities) - 1
	}
	if before < 0 {
		return nil
	}
	f := sc.focus(before)
	if len(f) > 0 && !overlap(f, exclude) {
		return f
	}
	if len(exclude) > 0 {
		return without(sc.other(exclude, head), exclude)
	}
	return nil
}
