package rule

import (
	"slices"
	"strings"
	"time"

	"demarche"
	"demarche/internal/proposition"
)

// index makes the ways into the rules.
func (b *Book) index() {
	b.verbs, b.nouns, b.preds = map[string][]entry{}, map[string][]entry{}, map[string][]entry{}
	b.senses = map[demarche.EventType]*Rule{}
	for i := range b.Types {
		if r := b.Types[i].Sense; r != nil {
			b.senses[r.Type] = r
		}
		for j := range b.Types[i].Rules {
			r := &b.Types[i].Rules[j]
			r.With, r.Without = part(r.With), part(r.Without)
			for _, v := range r.Verbs {
				first, rest, _ := strings.Cut(v, " ")
				e := entry{rule: r}
				if rest != "" {
					e.rest = strings.Fields(rest)
				}
				b.verbs[first] = append(b.verbs[first], e)
			}
			for _, n := range part(r.Nouns) {
				words := strings.Fields(n)
				b.nouns[words[0]] = append(b.nouns[words[0]], entry{rule: r, whole: words})
			}
			for _, n := range part(r.Predicates) {
				first, rest, _ := strings.Cut(n, " ")
				e := entry{rule: r}
				if rest != "" {
					e.rest = strings.Fields(rest)
				}
				b.preds[first] = append(b.preds[first], e)
			}
		}
	}
	// A way with more words is surer and is tried first.
	for _, m := range []map[string][]entry{b.verbs, b.nouns} {
		for _, list := range m {
			slices.SortStableFunc(list, func(a, b entry) int {
				return len(b.rest) + len(b.whole) - len(a.rest) - len(a.whole)
			})
		}
	}
}

// Sense gives the rule by which an act of a type is read where the network of senses
// finds it, or nil.
func (b *Book) Sense(t demarche.EventType) *Rule { return b.senses[t] }

// part adds to words with a hyphen the way that the tokens have them: "short - sighted".
func part(words []string) []string {
	for _, w := range words {
		if strings.Contains(w, "-") && !strings.Contains(w, " - ") {
			words = append(words[:len(words):len(words)], strings.ReplaceAll(w, "-", " - "))
		}
	}
	return words
}

// Hit is a rule whose words a predicate meets.
type Hit struct {
	Rule *Rule
	Head int // the word that names the act: the verb, or the head of the noun's words
	// First and End bound the words of the trigger that stand together.
	First, End int
	// Predicate says that the word says something of a subject, by a copula or alone.
	Predicate bool
	Any       bool // the rule takes any verb
}

// Find appends to dst the rules whose trigger stands at a word of a sentence.
// Whether the rest of a rule holds is asked of [Rule.Holds].
func (b *Book) Find(s *proposition.Sentence, word int, dst []Hit) []Hit {
	w := &s.Words[word]
	if w.UPOS == "VERB" || w.UPOS == "AUX" || w.XPOS != "" && w.XPOS[0] == 'V' {
		ways := b.verbs[w.Lemma]
		if ways == nil {
			ways = b.unlemmatised(w.Form)
		}
		for _, e := range ways {
			if e.rest == nil || hasPhrase(s, word, e.rest) {
				dst = append(dst, Hit{Rule: e.rule, Head: word, First: word, End: word + 1})
			}
		}
		if len(b.verbs["*"]) > 0 && s.IsObliged(word) {
			for _, e := range b.verbs["*"] {
				dst = append(dst, Hit{Rule: e.rule, Head: word, First: word, End: word + 1, Any: true})
			}
		}
	}
	dst = b.predicate(s, word, dst)
	if w.UPOS == "NOUN" || w.UPOS == "PROPN" || w.UPOS == "ADJ" || w.UPOS == "X" || w.Rel == "advmod" {
		for _, e := range b.nouns[w.Lemma] {
			dst = b.noun(s, word, e, dst)
		}
		low := strings.ToLower(w.Form)
		if low != w.Lemma {
			for _, e := range b.nouns[low] {
				dst = b.noun(s, word, e, dst)
			}
		}
		// A compound whose plural has no dictionary form of its own.
		if one := strings.TrimSuffix(low, "s"); one != low && one != w.Lemma && w.UPOS == "NOUN" {
			for _, e := range b.nouns[one] {
				if len(e.whole) == 1 {
					dst = append(dst, Hit{Rule: e.rule, Head: word, First: word, End: word + 1})
				}
			}
		}
	}
	return dst
}

// unlemmatised gives the ways in at a verb whose dictionary form was not found,
// by undoing the endings of English verbs.
func (b *Book) unlemmatised(form string) []entry {
	for _, base := range proposition.Bases(form) {
		if ways := b.verbs[base]; ways != nil {
			return ways
		}
	}
	return nil
}

// noun appends a rule if all words of its noun stand at a word.
func (b *Book) noun(s *proposition.Sentence, word int, e entry, dst []Hit) []Hit {
	if word+len(e.whole) > len(s.Words) {
		return dst
	}
	for i, x := range e.whole {
		if w := &s.Words[word+i]; w.Lemma != x && !strings.EqualFold(w.Form, x) {
			return dst
		}
	}
	head := word
	for i := word; i < word+len(e.whole); i++ {
		if h := s.Words[i].Head; (h < word || h >= word+len(e.whole)) && (s.IsNoun(i) || s.HasCopula(i)) {
			head = i
		}
	}
	if !s.IsNoun(head) && !s.HasCopula(head) && s.Words[word].UPOS != "PROPN" {
		return dst // an adjective tells an act only as what is said of somebody: "is unwelcome"
	}
	return append(dst, Hit{Rule: e.rule, Head: head, First: word, End: word + len(e.whole)})
}

// predicate appends the rules that a word meets by what it says of a subject.
func (b *Book) predicate(s *proposition.Sentence, word int, dst []Hit) []Hit {
	w := &s.Words[word]
	low := strings.ToLower(w.Form)
	list := b.preds[w.Lemma]
	if low != w.Lemma {
		list = slices.Concat(list, b.preds[low])
	}
	if c := s.Case(word); c != "" && len(b.preds[c]) > 0 {
		list = slices.Concat(list, b.preds[c]) // "was behind the attack"
	}
	if len(list) == 0 || !s.IsPredicate(word) {
		return dst
	}
	for _, e := range list {
		if e.rest == nil || matches(s, word+1, e.rest) {
			dst = append(dst, Hit{Rule: e.rule, Head: word, First: word, End: word + 1 + len(e.rest), Predicate: true})
		}
	}
	return dst
}

// hasPhrase says whether further words of a verb stand in its clause.
func hasPhrase(s *proposition.Sentence, verb int, words []string) bool {
	if len(words) == 1 {
		// A particle hangs on the verb, or stands a few words after it.
		for k := s.Kid(verb); k >= 0; k = s.Next(k) {
			if strings.EqualFold(s.Words[k].Form, words[0]) && (k > verb || words[0] != "to") { // "to reduce" is no "reduce to"
				return true
			}
		}
	}
	end := min(len(s.Words), verb+25)
	for i := verb + 1; i < end; i++ {
		if s.Words[i].UPOS == "VERB" && s.Words[i].Rel != "amod" && len(words) == 1 && s.Words[i].Head != verb {
			return strings.HasSuffix(words[0], "ing") && matches(s, i, words) // "sent the envoy, Mr Arya, packing"
		}
		if matches(s, i, words) && (len(words) > 1 || i < verb+9 && s.Within(i, verb) && isNear(s, i, verb)) {
			return true
		}
	}
	return false
}

// isNear says whether a particle hangs on a verb, or on what hangs on it: not "calls
// it an encroachment on".
func isNear(s *proposition.Sentence, particle, verb int) bool {
	switch strings.ToLower(s.Words[particle].Form) {
	case "on", "upon", "for":
	case "in":
		// "gave in", "called the envoy in", but not "gave no details in the interview"
		w := &s.Words[particle]
		return w.Rel != "case" || particle == verb+1 || w.Head < particle || s.Words[w.Head].Head != verb
	default:
		return true // "threw them all out"
	}
	for k := s.Kid(verb); k >= 0 && k < particle; k = s.Next(k) {
		switch s.Words[k].Rel {
		case "obj", "iobj", "xcomp", "ccomp":
			if k > verb && !isDay(s.Words[k].Form) { // "called Monday for Lima to pay"
				return false
			}
		}
	}
	h := s.Words[particle].Head
	if h >= 0 && (s.Words[h].UPOS == "NUM" || isDay(s.Words[h].Form)) {
		return false // "had called on 18 October for his release"
	}
	asked := s.Words[particle].Rel == "mark" && h >= 0 && s.IsInfinitive(h)
	return h == verb || h >= 0 && s.Words[h].Head == verb && (s.Words[h].Rel != "xcomp" || asked) || particle == verb+1
}

// isDay says whether a word is a month or a day of the week.
func isDay(form string) bool {
	for _, layout := range []string{"January", "Monday"} {
		if _, err := time.Parse(layout, form); err == nil {
			return true
		}
	}
	return false
}

// matches says whether words stand at a place, as dictionary forms or as they are.
func matches(s *proposition.Sentence, at int, words []string) bool {
	if at+len(words) > len(s.Words) {
		return false
	}
	for i, x := range words {
		if w := &s.Words[at+i]; !strings.EqualFold(w.Form, x) && w.Lemma != x {
			return false
		}
	}
	return true
}

// Refusal says why the words around a predicate are not as a rule wants them; nothing
// if they are.
func (r *Rule) Refusal(s *proposition.Sentence, p *proposition.Proposition, must bool) string {
	if r.Mood == "must" && !must || r.Mood == "plain" && must {
		return "it takes only what must be done, or only what is no duty"
	}
	if r.Content != nil {
		if r.Content[0] == "that" {
			if p.Content == proposition.None || !s.IsWished(p.Content) {
				return "its content is no wish"
			}
		} else if p.Content == proposition.None || !s.IsInfinitive(p.Content) && (s.Words[p.Content].XPOS != "VBG" || s.HasAuxiliary(p.Content)) && !s.IsWished(p.Content) || !slices.Contains(r.Content, "*") && !anyOf(s, p.Content, r.Content) {
			return "what it asks for is none of its acts"
		}
	}
	if r.Mute && (p.Content != proposition.None && !s.IsInfinitive(p.Content) || s.TellsSpeech(p.Head) && !s.HasModal(p.Head) && s.Words[p.Head].XPOS != "VB" || s.HasPerfect(p.Head)) {
		return "it tells a speech"
	}
	if r.Finite && !p.Noun && s.Words[p.Head].Rel == "acl" && s.Words[p.Head].XPOS != "VBD" && !s.HasSubject(p.Head) && (s.Words[s.Words[p.Head].Head].Head >= 0 || s.Words[p.Head].XPOS != "VBN") {
		return "it describes a noun"
	}
	if !r.Attributive && !p.Noun && s.Words[p.Head].Rel == "amod" {
		return "it describes a noun"
	}
	if p.Noun && r.After != nil && slices.Contains(r.After, s.Case(p.Head)) {
		return "it stands after a preposition that the rule leaves out"
	}
	head := p.Head
	if p.Carrier != proposition.None {
		head = p.Carrier
	}
	if r.With != nil && !hasAny(s, head, r.With) && (head == p.Head || !hasAny(s, p.Head, r.With)) && !r.describes(s, p) {
		return "none of the words that the rule wants stands with it"
	}
	if r.LeavesOut(s, p) {
		return "a word that the rule leaves out stands with it"
	}
	return ""
}

// describes says whether a verb tells of the noun that its clause describes what a rule wants
// to stand with it: "a demand that Kenya rejects".
func (r *Rule) describes(s *proposition.Sentence, p *proposition.Proposition) bool {
	if p.Noun || !r.Type.IsSpeech() {
		return false // "the accord signed in May" is known, and what is said of a demand is not
	}
	noun := p.Patient.Head
	return noun != proposition.None && strings.HasPrefix(s.Words[p.Head].Rel, "acl") && s.Words[p.Head].Head == noun && standsAt(s, noun, r.With)
}

// LeavesOut says whether a word that the rule leaves out stands with a predicate.
func (r *Rule) LeavesOut(s *proposition.Sentence, p *proposition.Proposition) bool {
	head := p.Head
	if p.Carrier != proposition.None {
		head = p.Carrier
	}
	return r.Without != nil && within(s, s.Core(head), r.Without)
}

// Wants says whether one of the words that the rule wants stands in what hangs on a word.
func (r *Rule) Wants(s *proposition.Sentence, head int) bool { return hasAny(s, head, r.With) }

// WantsQuote says whether of what the rule wants only a quotation mark stands in what hangs on a
// word: called it "the usual thing", which nothing tells to be a reproach.
func (r *Rule) WantsQuote(s *proposition.Sentence, head int) bool {
	words := slices.DeleteFunc(slices.Clone(r.With), func(w string) bool { return w == `"` || w == "“" })
	return len(words) > 0 && len(words) < len(r.With) && !hasAny(s, head, words)
}

// anyOf says whether a verb is one of a list, with its further words.
func anyOf(s *proposition.Sentence, verb int, list []string) bool {
	for _, v := range list {
		first, rest, two := strings.Cut(v, " ")
		if s.Words[verb].Lemma == first && (!two || hasPhrase(s, verb, strings.Fields(rest))) {
			return true
		}
		if two && first == "be" {
			for k := s.Kid(verb); k >= 0 && k < verb; k = s.Next(k) {
				if s.Words[k].Rel == "cop" && matches(s, k+1, strings.Fields(rest)) {
					return true // "to be out of the country", which hangs on the country
				}
			}
		}
	}
	return false
}

// hasAny says whether one of the phrases stands in what hangs on a word.
func hasAny(s *proposition.Sentence, head int, phrases []string) bool {
	first, end := s.Clause(head)
	for i := first; i < end; i++ {
		if standsAt(s, i, phrases) && !s.InRelative(i, head) {
			return true
		}
	}
	return false
}

// within says whether one of the phrases begins at one of some words.
func within(s *proposition.Sentence, in []bool, phrases []string) bool {
	for i := range in {
		if in[i] && standsAt(s, i, phrases) {
			return true
		}
	}
	return false
}

// standsAt says whether one of the phrases begins at a word.
func standsAt(s *proposition.Sentence, i int, phrases []string) bool {
	w := &s.Words[i]
	if w.Form == "" || w.Lemma == "" {
		return false
	}
	form, lemma := small(w.Form[0]), small(w.Lemma[0])
	for _, ph := range phrases {
		if ph == "" {
			continue
		}
		if c := small(ph[0]); c != form && c != lemma {
			continue // most begin with another letter
		}
		lead, rest, two := strings.Cut(ph, " ")
		if !strings.EqualFold(w.Form, lead) && w.Lemma != lead {
			continue
		}
		if !two || matches(s, i+1, strings.Fields(rest)) {
			return true
		}
	}
	return false
}

// small makes a letter of ASCII a small one.
func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// Rules gives all rules in order.
func (b *Book) Rules() []*Rule {
	var all []*Rule
	for i := range b.Types {
		for j := range b.Types[i].Rules {
			all = append(all, &b.Types[i].Rules[j])
		}
	}
	return all
}

// Rule gives a rule by its id, or nil.
func (b *Book) Rule(id demarche.RuleID) *Rule {
	for i := range b.Types {
		for j := range b.Types[i].Rules {
			if r := &b.Types[i].Rules[j]; r.ID == id {
				return r
			}
		}
	}
	for _, r := range b.senses {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Of gives what a book says of a type, or nil.
func (b *Book) Of(t demarche.EventType) *Type {
	for i := range b.Types {
		if b.Types[i].Type == t {
			return &b.Types[i]
		}
	}
	return nil
}
