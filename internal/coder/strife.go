package coder

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/who"
)

// strife finds the State whose government the movements of the report fight, and gives it
// to the bare words for a government near one of them: of "Norwegian mediators said the
// government and the rebels would meet" it is Sri Lanka's, where the report is about that.
func (sc *scene) strife() {
	sc.rename()
	if sc.fought = sc.besieged(); sc.fought == "" {
		return
	}
	for k := range sc.entities {
		if e := &sc.entities[k]; len(e.codes) == 0 && sc.isBareRuler(e) && sc.isAmidRebels(k) {
			e.codes = []demarche.Code{sc.fought}
		}
	}
}

// rename takes a person whom the report introduces as a leader of rebels for theirs
// throughout, also before it does so and whatever State he came to lead.
func (sc *scene) rename() {
	for k := range sc.entities {
		e := &sc.entities[k]
		if e.kind != person || e.class != 0 || only(e.codes, demarche.Other) {
			continue
		}
		if m, ok := sc.cast[e.name]; ok && m.rebel {
			e.codes = m.codes
		}
	}
}

// nameLeaders learns the persons whom a sentence tells to lead rebels by no office: "rebels
// led by Laurent Kabila", "Kabila's rebels", "Kabila and his guerrillas".
func (sc *scene) nameLeaders(i, first int) {
	learn := func(from, end int) {
		if from == end {
			return
		}
		if m, ok := sc.cast[sc.form(i, end-1)]; !ok || m.class == 0 || only(m.codes, demarche.Other) { // no minister who has a following
			full := spanOf(sc.sentences[i].Tokens, from, end).In(sc.report.Text)
			sc.cast[sc.form(i, end-1)] = member{codes: []demarche.Code{demarche.Other}, full: full, class: who.Head, at: i, rebel: true, rising: true}
		}
	}
	for k := first; k < len(sc.entities); k++ {
		e := &sc.entities[k]
		if e.kind != others || !sc.isRising(e) || !strings.HasSuffix(sc.form(i, e.end-1), "s") {
			continue
		}
		if e.end+2 < len(sc.sentences[i].Tokens) && sc.form(i, e.end) == "led" && sc.form(i, e.end+1) == "by" {
			learn(sc.nameAfter(i, e.end+2))
			continue
		}
		end := e.first
		switch {
		case end > 1 && (sc.form(i, end-1) == "'s" || sc.form(i, end-1) == "’s"):
			end--
		case end > 2 && sc.form(i, end-1) == "his" && sc.form(i, end-2) == "and":
			end -= 2
		default:
			continue
		}
		from := end
		for from > 0 && end-from < 3 && sc.isName(i, from-1) && !sc.isStateAt(i, from-1) {
			from--
		}
		learn(from, end)
	}
}

// isRising says whether an entity is a movement that fights a government, or one of its
// people: "the rebels", "the LTTE", "rebel leader Laurent Kabila".
func (sc *scene) isRising(e *entity) bool {
	if e.kind != others && e.kind != person || len(e.codes) == 0 || !only(e.codes, demarche.Other) || sc.isOpposition(e) {
		return false
	}
	if sc.fights(e) != "" {
		return true
	}
	for t := e.first; t < e.end; t++ {
		f := inSingular(strings.ToLower(sc.form(e.sentence, t)))
		if sc.c.vocabulary.has(armed, f) {
			return true
		}
	}
	m, ok := sc.cast[e.name]
	return ok && m.rising
}

// fights gives the State whose government a movement or its leader is known to fight, by
// its name, or "".
func (sc *scene) fights(e *entity) demarche.Code {
	if c := sc.c.descriptions.foes[sc.textOf(e)]; c != "" {
		return c
	}
	if m, ok := sc.cast[e.name]; ok {
		return sc.c.descriptions.foes[m.full]
	}
	return ""
}

// textOf gives the words of an entity.
func (sc *scene) textOf(e *entity) string {
	return strings.Join(strings.Fields(spanOf(sc.sentences[e.sentence].Tokens, e.first, e.end).In(sc.report.Text)), " ")
}

// How much tells whose government the movements of a report fight.
const (
	byName     = 6 // who they are
	byOwner    = 3 // whose they are: "Ugandan rebels"
	byRuler    = 3 // a government of a State in their sentence
	byNeighbor = 1 // any State in their sentence
	byHome     = 2 // where the report is written
	byLead     = 1 // the State that the report names first
	besiegedAt = 2
)

// besieged gives the State whose government the movements of the report fight, or "" where
// there is none, or no State is told clearly.
func (sc *scene) besieged() demarche.Code {
	var rising []int
	for k := range sc.entities {
		if sc.isRising(&sc.entities[k]) {
			rising = append(rising, k)
		}
	}
	if len(rising) == 0 {
		return ""
	}
	weight := map[demarche.Code]int{}
	add := func(codes []demarche.Code, n int) {
		for _, c := range codes {
			if c != demarche.Other && !isOrganisation(c) {
				weight[c] += n
			}
		}
	}
	last := -1
	for _, k := range rising {
		e := &sc.entities[k]
		if c := sc.fights(e); c != "" {
			weight[c] += byName
		}
		add(e.against, byOwner)
		if e.sentence == last {
			continue
		}
		last = e.sentence
		list := sc.entities[sc.from[last]:sc.until(last)]
		for i := range list {
			switch x := &list[i]; {
			case sc.isMediator(x):
				add(x.codes, -byRuler)
			case sc.isRuler(x), x.adjective && i+1 < len(list) && list[i+1].first == x.end && sc.isRuler(&list[i+1]):
				add(x.codes, byRuler)
			case x.kind == state && i > 0 && list[i-1].end == x.first-1 && sc.form(last, x.first-1) == "in" && sc.isRising(&list[i-1]):
				add(x.codes, byOwner)
			case x.kind == state && sc.isAfterPreposition(x):
			case x.kind == place && x.region, x.kind == person || x.kind == state && !x.adjective:
				add(x.codes, byNeighbor)
			}
		}
	}
	add(sc.home, byHome)
	for k := range sc.entities {
		if e := &sc.entities[k]; e.kind == state && !sc.isAfterPreposition(e) && len(e.codes) == 1 && e.codes[0] != demarche.Other && !isOrganisation(e.codes[0]) {
			add(e.codes, byLead)
			break
		}
	}
	best, second := demarche.Code(""), 0
	for _, c := range slices.Sorted(maps.Keys(weight)) {
		switch n := weight[c]; {
		case best == "" || n > weight[best]:
			best, second = c, max(0, weight[best])
		case n > second:
			second = n
		}
	}
	if best == "" || weight[best] < besiegedAt || 2*weight[best] < 3*second {
		return ""
	}
	return best
}

// isRuler says whether an entity is those who rule a State and fight who rises against it:
// "the government", "the army".
func (sc *scene) isRuler(e *entity) bool {
	return e.class == who.Body && sc.c.vocabulary.has(rulers, inSingular(strings.ToLower(sc.form(e.sentence, e.end-1))))
}

// isBareRuler says whether an entity is those who rule, or who speak for them, with nothing
// before it that tells another: "the government", "a government spokesman", but not "a
// government" or "the Puntland government".
func (sc *scene) isBareRuler(e *entity) bool {
	first := strings.ToLower(sc.form(e.sentence, e.first))
	if !sc.isRuler(e) && !(e.class != 0 && e.end-e.first > 1 && sc.c.vocabulary.has(rulers, first)) {
		return false
	}
	if strings.HasSuffix(sc.form(e.sentence, e.end-1), "s") && e.class == who.Body && !sc.c.vocabulary.has(rulers, inSingular(strings.ToLower(sc.form(e.sentence, e.end-1)))) {
		return false
	}
	for t := e.first - 1; t >= max(0, e.first-3); t-- {
		f := sc.form(e.sentence, t)
		switch low := strings.ToLower(f); {
		case low == "the" || low == "government":
			return true
		case slices.Contains(ofAnother, low):
			return low == "a" && (e.class != who.Body || sc.open[e.sentence] && sc.trees[e.sentence].Words[e.end-1].Rel == "compound") // "a government offer"
		case slices.Contains(between, low) || low == ",":
			return true
		}
		if r, _ := utf8.DecodeRuneInString(f); unicode.IsUpper(r) && t > 0 {
			return false
		}
	}
	return true
}

// ofAnother are words before a government that is none of a State told before.
var ofAnother = []string{"a", "an", "any", "no", "its", "his", "her", "their", "our", "another", "own", "rebel", "local", "new", "separatist", "foreign"}

// isMediator says whether a State is named as who brings others together: "Norwegian
// mediators", "peace broker Norway", "Arab League-mediated".
func (sc *scene) isMediator(e *entity) bool {
	const reach = 3 // words about a name
	tokens := sc.sentences[e.sentence].Tokens
	for t := max(0, e.first-reach); t < min(len(tokens), e.end+reach); t++ {
		if t >= e.first && t < e.end {
			continue
		}
		f := strings.ToLower(sc.form(e.sentence, t))
		if sc.c.vocabulary.has(goBetweens, inSingular(f)) || sc.c.vocabulary.has(brokering, f) {
			return true
		}
	}
	return false
}

// isAmidRebels says whether a movement is told in the sentence of an entity, or in one of
// the two before it if no other State stands before the entity in its own.
func (sc *scene) isAmidRebels(k int) bool {
	const reach = 2
	e := &sc.entities[k]
	for i := sc.from[max(0, e.sentence-reach)]; i < sc.until(e.sentence); i++ {
		if x := &sc.entities[i]; x.sentence == e.sentence && sc.isRising(x) {
			return true
		}
	}
	for i := k - 1; i >= 0 && sc.entities[i].sentence == e.sentence; i-- {
		if x := &sc.entities[i]; x.kind == state && len(x.codes) > 0 && !slices.Contains(x.codes, sc.fought) {
			return false
		}
	}
	for i := k - 1; i >= 0 && e.sentence-sc.entities[i].sentence <= reach; i-- {
		if sc.isRising(&sc.entities[i]) {
			return true
		}
	}
	return false
}

// addTakenUp finds the nouns that take up a movement or another body of no State named a
// short while before: "the group", "the pro-Iranian movement", "the Lebanese faction".
func (sc *scene) addTakenUp(i, first int) {
	tokens := sc.sentences[i].Tokens
	for t := 1; t < len(tokens); t++ {
		if !sc.c.vocabulary.has(bands, strings.ToLower(sc.form(i, t))) || sc.covered(i, t, first) {
			continue
		}
		people := sc.peopleBefore(i, t, first)
		if people < 0 && !sc.isDefiniteAt(i, t) {
			continue
		}
		if t+1 < len(tokens) && (sc.form(i, t+1) == "of" || sc.isName(i, t+1)) || !sc.tookUpBody(i, t) {
			continue
		}
		from := t
		if people >= 0 {
			from = sc.entities[people].first // the movement of a people is not their State
			sc.entities = slices.Delete(sc.entities, people, people+1)
		}
		sc.entities = append(sc.entities, entity{sentence: i, first: from, end: t + 1, head: t, kind: others, codes: []demarche.Code{demarche.Other}})
	}
	slices.SortStableFunc(sc.entities[first:], func(a, b entity) int { return a.first - b.first })
}

// peopleBefore gives the place of the adjective of a people that stands between "the" and a noun
// at a token, or -1.
func (sc *scene) peopleBefore(i, token, first int) int {
	for k := first; k < len(sc.entities); k++ {
		if e := &sc.entities[k]; e.end == token && e.adjective && e.first > 0 && strings.EqualFold(sc.form(i, e.first-1), "the") {
			return k
		}
	}
	return -1
}

// isDefiniteAt says whether a noun at a token stands with "the", with no more than an
// adjective between: "the group", "the pro-Iranian group".
func (sc *scene) isDefiniteAt(i, token int) bool {
	const reach = 4 // "the", "pro", the hyphen and "Iranian"
	for t := token - 1; t >= max(0, token-reach); t-- {
		f := sc.form(i, t)
		if strings.EqualFold(f, "the") {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(f); slices.Contains(between, f) || f == "," || unicode.IsUpper(r) && t > 0 && sc.form(i, t-1) != "-" {
			return false
		}
	}
	return false
}

// tookUpBody says whether the body named last before a token, not long ago, is of no State:
// a movement or the like, and no organisation with a code of its own.
func (sc *scene) tookUpBody(i, token int) bool {
	const reach = 2 // sentences back
	for k := len(sc.entities) - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if e.sentence == i && e.first >= token {
			continue
		}
		if i-e.sentence > reach {
			return false
		}
		body := e.kind == others || e.kind == state && slices.Contains(sc.c.descriptions.words[strings.ToLower(sc.form(i, token))], lead(e.codes))
		if len(e.codes) == 1 && body {
			last := sc.form(e.sentence, e.end-1)
			r, _ := utf8.DecodeRuneInString(last)
			return e.kind == others && (sc.isRising(e) || unicode.IsUpper(r)) // not "Western countries"
		}
	}
	return false
}

// isStrife says whether a noun for two sides stands for a State and the movement that
// fights it: both are told not far from it, and they more than any other State.
func (sc *scene) isStrife(lemma string) bool {
	if sc.fought == "" || lemma == "country" || lemma == "nation" || lemma == "state" || lemma == "neighbour" || lemma == "neighbor" || lemma == "capital" || lemma == "government" {
		return false
	}
	const reach = 3
	own, rebels := false, 0
	named := map[demarche.Code]int{}
	for k := range sc.entities {
		e := &sc.entities[k]
		near := abs(sc.at-e.sentence) <= reach
		switch {
		case sc.isRising(e):
			if near || rebels > 0 {
				rebels++
			}
		case slices.Contains(e.codes, sc.fought):
			own = own || near
		case e.kind == place || e.kind == others || sc.isMediator(e):
		default:
			for _, c := range e.codes {
				if !isOrganisation(c) {
					named[c]++
				}
			}
		}
	}
	if rebels == 0 || !own {
		return false
	}
	for _, n := range named {
		if n > 2*rebels {
			return false
		}
	}
	return true
}

// foeOf gives the State that a movement fights whose side alone is told, if no other State
// is named in the sentence under the eye; or nil.
func (sc *scene) foeOf(codes []demarche.Code) []demarche.Code {
	if sc.fought == "" || len(codes) != 1 || codes[0] != demarche.Other {
		return nil
	}
	rebels := false
	list := sc.in(sc.at)
	for k := range list {
		e := &list[k]
		if e.kind == state && len(e.codes) > 0 && !slices.Contains(e.codes, sc.fought) {
			return nil
		}
		rebels = rebels || sc.isRising(e)
	}
	if !rebels {
		return nil
	}
	return []demarche.Code{sc.fought}
}

// factionsAt gives the State whose factions do together what a predicate tells, and them, where
// it tells of nobody with whom they do it: "Libya's rival governments met", "leaders of
// Yemen's warring parties agreed".
func (sc *scene) factionsAt(p *proposition.Proposition) []demarche.Code {
	n := p.Agent.Head
	if n == proposition.None || p.With("with") != proposition.None {
		return nil
	}
	if codes := sc.landOfFactions(n); codes != nil {
		return codes
	}
	for k := sc.s.Kid(n); k >= 0; k = sc.s.Next(k) {
		if c := sc.s.Case(k); k > n && (c == "of" || c == "from") {
			if codes := sc.landOfFactions(k); codes != nil {
				return codes
			}
		}
	}
	return nil
}

// landOfFactions gives the State whose factions talk with each other, and them: "talks
// between Somalia's rival factions", "among the warring Somali clans".
func (sc *scene) landOfFactions(head int) []demarche.Code {
	s := &sc.s
	fight := false
	for k := s.Kid(head); k >= 0 && k < head; k = s.Next(k) {
		low := strings.ToLower(s.Words[k].Form)
		peaceful := sc.c.vocabulary.has(electable, s.Words[head].Lemma) && low != "warring" // "Italy's rival parties"
		fight = fight || !peaceful && sc.c.vocabulary.has(warring, low)
	}
	if !fight || s.Words[head].XPOS != "NNS" {
		return nil
	}
	land := sc.possessorOf(head)
	if land == nil {
		land = sc.adjectiveOn(head)
	}
	if land == nil || len(land.codes) != 1 || isOrganisation(land.codes[0]) || land.codes[0] == demarche.Other {
		return nil
	}
	return union(land.codes, []demarche.Code{demarche.Other})
}
