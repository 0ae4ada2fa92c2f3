package proposition

import (
	"slices"
	"strings"
)

// Link says how a proposition came by an argument.
type Link uint8

// The links, from the surest down.
const (
	Unlinked Link = iota
	Direct        // it hangs on the predicate itself
	Relative      // through a relative pronoun, or as the noun that a clause describes
	Shared        // from the predicate that this one is joined to by "and"
	Control       // from the predicate that this one is the content of: "plans to expel"
	Light         // from the verb that carries the event noun: "imposed sanctions"
)

// Argument is a word that fills a role, and how.
type Argument struct {
	Head int // None where nothing fills it
	Link Link
}

// Prep is an argument with its preposition.
type Prep struct {
	Word string // in small letters: "with", "between"
	Head int
	Far  bool // it hangs on an argument or on the carrying verb, not on the predicate
}

// Proposition is a predicate with its arguments made uniform.
type Proposition struct {
	Head      int  // the verb, or the event noun
	Noun      bool // an event noun
	Passive   bool
	Agent     Argument // who does it, by whatever construction
	Patient   Argument // what it is done to
	Indirect  Argument // to whom
	Subject   Argument // of a word that says something of a subject: "the move was unlawful"
	Possessor int      // of an event noun: "Russia's expulsion", None for none
	Content   int      // head of the clause that says what: "ordered them to leave"
	Carrier   int      // the verb that carries an event noun: "held talks", None for none
	Mods      []int    // adjectives and nouns before an event noun: "Russian", "visa"
	Preps     []Prep
}

// Reset empties the proposition and keeps its room.
func (p *Proposition) reset(head int) {
	none := Argument{Head: None}
	*p = Proposition{Head: head, Agent: none, Patient: none, Indirect: none, Subject: none,
		Possessor: None, Content: None, Carrier: None, Mods: p.Mods[:0], Preps: p.Preps[:0]}
}

// With gives the argument with a preposition, the nearest kind first, or None.
func (p *Proposition) With(word string) int {
	far := None
	for _, a := range p.Preps {
		if a.Word == word {
			if !a.Far {
				return a.Head
			}
			if far == None {
				far = a.Head
			}
		}
	}
	return far
}

// depth bounds the walk through shared subjects and control.
const depth = 6

// Read gives the proposition whose head is a word of the sentence. Its slices are
// written over those of p.
func (s *Sentence) Read(head int, lexicon *Lexicon, p *Proposition) {
	p.reset(head)
	p.Noun = !s.IsVerb(head)
	if p.Noun {
		s.readNoun(lexicon, p)
		return
	}
	p.Passive = s.isPassive(head)
	subject := s.subject(head, lexicon, depth)
	object := s.object(head)
	if p.Passive && s.isSmallClause(head) {
		h := s.Words[head].Head
		p.Patient = Argument{s.object(h).Head, Control}
		p.Agent = s.by(head)
		if a := s.subject(h, lexicon, depth); p.Agent.Head == None {
			p.Agent = Argument{a.Head, Control}
		}
		s.preps(p.Patient.Head, true, p)
	} else if p.Passive {
		p.Patient = subject
		p.Agent = s.by(head)
		if object.Head != None { // "was given 72 hours", "was handed a note"
			p.Indirect, p.Patient = subject, object
		}
	} else {
		p.Agent, p.Patient = subject, object
	}
	if o := p.Patient.Head; p.Passive && o != None && o < head && s.Words[head].Rel == "xcomp" && s.Words[o].Rel == "obj" && isSelf(s.Words[o].Form) {
		// "found themselves ordered out"
		p.Patient = Argument{s.subject(s.Words[head].Head, lexicon, depth).Head, Control}
	}
	if i := s.find(head, "iobj"); i >= 0 {
		p.Indirect = Argument{i, Direct}
	}
	s.preps(head, false, p)
	if p.Patient.Link == Direct {
		s.preps(p.Patient.Head, true, p)
	}
	p.Content = s.content(head)
}

// calledSo gives the "what" of "what it called a protest", which stands in the place
// of the noun.
func (s *Sentence) calledSo(noun int) int {
	v := s.Words[noun].Head
	if r := base(s.Words[noun].Rel); v < 0 || r != "obj" && r != "xcomp" {
		return None
	}
	switch s.Words[v].Lemma {
	case "call", "term", "describe", "style", "dub", "label", "see", "regard", "consider":
	default:
		return None
	}
	if h := s.Words[v].Head; h >= 0 && s.Words[v].Rel == "acl:relcl" && strings.EqualFold(s.Words[h].Form, "what") {
		return h
	}
	return None
}

// preps adds the arguments with a preposition that hang on a word.
func (s *Sentence) preps(head int, far bool, p *Proposition) {
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		switch base(s.Words[k].Rel) {
		case "obl", "nmod":
			if k == p.Head {
				continue
			}
			if c := s.Case(k); c != "" {
				if c == "out" || c == "off" {
					c = "from" // "out of", "off Mexican soil"
				}
				p.Preps = append(p.Preps, Prep{c, k, far})
				if c == "through" || c == "via" {
					s.preps(k, true, p) // "a protest through diplomatic channels with China"
				}
			}
		}
	}
}

// isPassive says whether a verb is in the passive, or a participle that describes
// a noun as one ("the diplomats expelled by").
func (s *Sentence) isPassive(v int) bool {
	w := &s.Words[v]
	if w.XPOS != "VBN" && w.XPOS != "VBD" || w.Lemma == "go" {
		return false // "must be gone" is no passive
	}
	if w.Rel == "acl" && w.Head >= 0 && w.Head < v && s.Words[w.Head].Head < 0 && (s.lexicon.has(w.Lemma, moving) || w.Lemma == "leave" && s.Words[w.Head+1].Form != w.Form) {
		return false // "Belgian diplomats departed", read as a phrase
	}
	if (w.Lemma == "leave" || s.lexicon.has(w.Lemma, moving)) && w.Rel != "acl" && !s.HasPassive(v) && s.find(v, "nsubj:pass") >= 0 {
		return false // "the ambassador left in May", read as one who was left
	}
	if s.tellsThat(v) || s.lexicon.has(w.Lemma, stances) && (s.HasPassive(v) || w.Rel == "xcomp") && s.takes(v, "to") {
		return false
	}
	own, have, by := false, false, false
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		switch kid := &s.Words[k]; kid.Rel {
		case "obl:agent":
			by = true
		case "aux:pass", "nsubj:pass", "csubj:pass":
			return true
		case "nsubj":
			own = true
		case "aux":
			have = have || kid.Lemma == "have"
		}
	}
	if w.XPOS == "VBD" && w.Rel == "conj" && !own && s.lexicon.WantsObject(w.Lemma) && s.find(v, "obj", "iobj") < 0 {
		return s.isPassive(w.Head) // "was called in and told to leave"
	}
	if w.XPOS == "VBD" && !own && s.isSmallClause(v) {
		return true
	}
	if w.XPOS == "VBD" && w.Rel == "conj" && !own && w.Head >= 0 && (w.Lemma == "hand" || w.Lemma == "give") && s.IsVerb(w.Head) {
		return s.isPassive(w.Head) // "were called in and handed a note"
	}
	if by && w.XPOS == "VBD" && !have && s.find(v, "obj", "ccomp", "xcomp") < 0 && (s.find(v, "compound:prt") >= 0 || s.lexicon != nil && s.lexicon.WantsObject(w.Lemma)) {
		return true // "the offer, turned down by Moscow, called for": a participle, read as the past
	}
	if w.XPOS != "VBN" || own || have {
		return false
	}
	switch w.Rel {
	case "acl", "advcl", "xcomp", "acl:relcl", "amod":
		return true
	case "ccomp":
		return s.isSmallClause(v)
	case "conj":
		return w.Head >= 0 && s.IsVerb(w.Head) && s.isPassive(w.Head)
	}
	return false
}

// tellsThat says whether a past form without an auxiliary of the passive has a subject and
// a clause with "that" right behind it, whatever the tree makes of the subject: "Armenia
// charged that its neighbour was preparing for war".
func (s *Sentence) tellsThat(v int) bool {
	if v+1 >= len(s.Words) || !strings.EqualFold(s.Words[v+1].Form, "that") || s.Words[v+1].Rel != "mark" || s.HasPassive(v) ||
		s.lexicon == nil || !s.lexicon.IsSaying(s.Words[v].Lemma) || s.lexicon.WantsObject(s.Words[v].Lemma) {
		return false
	}
	n := s.find(v, "nsubj:pass")
	return n >= 0 && n < v
}

// takes says whether a verb has an argument with a preposition.
func (s *Sentence) takes(v int, preposition string) bool {
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		if base(s.Words[k].Rel) == "obl" && s.Case(k) == preposition {
			return true
		}
	}
	return false
}

// isSmallClause says whether a participle tells what is to be done to the object
// before it: "ordered the consulate closed", "wants the mission reduced".
func (s *Sentence) isSmallClause(v int) bool {
	w := &s.Words[v]
	if w.Head < 0 || w.Head > v || !s.IsVerb(w.Head) || w.Rel != "xcomp" && w.Rel != "ccomp" {
		return false
	}
	switch s.Words[w.Head].Lemma {
	case "order", "want", "have", "get", "demand", "ask", "need", "like", "see":
	default:
		return false
	}
	if s.find(v, "nsubj", "aux", "mark", "obj") >= 0 {
		return false
	}
	o := s.object(w.Head).Head // "which the White House ordered shut" too
	return o != None && o < v
}

// isState says whether a noun is a word for a State, in the dictionary form.
func isState(lemma string) bool {
	return slices.Contains([]string{"country", "nation", "state", "government", "member", "power", "capital"}, lemma)
}
