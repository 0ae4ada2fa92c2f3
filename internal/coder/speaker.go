package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/who"
)

// conditionText gives the words of a condition, without the comma before them.
func (sc *scene) conditionText(head int) string {
	first, end := sc.s.Subtree(head)
	if strings.EqualFold(sc.s.Words[head].Form, "provided") {
		first = head
	}
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if a, _ := sc.s.Subtree(k); sc.s.Words[k].Rel == "parataxis" && k > head {
			end = min(end, a) // what follows from it
		}
	}
	for first < head && sc.s.Words[first].UPOS == "PUNCT" {
		first++
	}
	for end > head+1 && sc.s.Words[end-1].UPOS == "PUNCT" {
		end--
	}
	return sc.words(first, end)
}

// attributeEvent finds by whose word an event is told.
func (sc *scene) attributeEvent(cand *candidate, st *proposition.Stance, p *proposition.Proposition) {
	e := &cand.Event
	var r ref
	said := false
	q := sc.quoteAt(cand.head)
	if st.Saying == proposition.None && st.Speaker == proposition.None && (q == nil || !q.known) && !e.Type.IsSpeech() {
		if k := sc.saidAfter(cand.head); k != proposition.None && sc.closes(k) && sc.isMain(cand.head, k) {
			st.Speaker = k // read as something else than the verb that tells it all
		}
	}
	if st.Speaker != proposition.None && (q == nil || sc.quoteAt(st.Saying) != nil || !q.known) {
		r, said = sc.resolve(st.Speaker, nil), true
		if r.name == "" {
			r.name = sc.describe(st.Speaker)
		}
	} else if q != nil && q.known {
		r, said = ref{name: q.speaker, codes: q.codes}, true
	} else if st.Saying != proposition.None {
		return
	}
	if st.Teller != proposition.None && (e.Status == demarche.Demanded || e.Status == demarche.Denied) && !e.Type.IsSpeech() {
		if t := sc.resolve(st.Teller, nil); t.name != "" || t.ok() {
			if t.name == "" {
				t.name = sc.describe(st.Teller)
			}
			r, said = t, true
		}
	}
	if t := sc.tail(); !said && t != proposition.None && cand.head < t {
		if r, said = sc.resolve(t, nil), true; r.name == "" {
			r = ref{name: sc.describe(t)}
		}
		if sc.isMedia(r.name) {
			return
		}
		if e.Speaker = r.name; len(r.codes) > 0 && !r.spoken {
			e.SpeakerState = r.codes[0]
		}
		return
	}
	if !said || sc.isMedia(r.name) {
		return
	}
	e.Speaker = r.name
	if st.Speaker != proposition.None && sc.kindOf(st.Speaker) != mission && sc.s.Words[st.Speaker].UPOS == "NOUN" {
		for k := sc.s.Kid(st.Speaker); k >= 0; k = sc.s.Next(k) {
			if c := sc.entityAt(k); sc.s.Case(k) == "in" && c != nil && c.capital && sc.adjectiveOn(st.Speaker) == nil && sc.possessorOf(st.Speaker) == nil {
				r.codes = c.codes // "the prime minister's office in Mogadishu"
			}
		}
	}
	if r.spoken && st.Speaker != proposition.None && !e.Type.IsSymmetric() && (!e.Type.IsSpeech() || e.Type == "protest") && sc.isOfficial(st.Speaker) && !sc.isDefinite(st.Speaker) {
		r.codes = nil // "a deputy minister" takes up nobody
	}
	if st.Speaker != proposition.None && len(e.Actor) == 1 && e.Actor[0] != demarche.Other && !e.Type.IsSymmetric() && e.Status != demarche.Demanded && e.Status != demarche.Denied && sc.isMain(cand.head, cand.head) && sc.isHomely(st.Speaker) {
		r.codes = e.Actor // "..., the ministry said": that of whom the sentence tells
	}
	switch {
	case len(r.codes) > 0:
		e.SpeakerState = r.codes[0]
	case st.Speaker != proposition.None && len(e.Actor) == 1 && e.Actor[0] != demarche.Other && sc.isOfficial(st.Speaker):
		e.SpeakerState = e.Actor[0] // "..., a deputy hinted": of whom the sentence tells
	}
}

// tail gives whoever a headline names behind a colon or a dash at its end as the one who says it:
// "Peru closes its consulate in Arica: envoy"; or None.
func (sc *scene) tail() int {
	s := &sc.s
	n := len(s.Words)
	if n < 4 || s.Words[n-1].UPOS == "PUNCT" {
		return proposition.None
	}
	head := proposition.None
	for t := n - 1; t >= max(1, n-longestTail-1); t-- {
		switch w := &s.Words[t]; w.Form {
		case ":", "-", "–", "—", "--":
			return head
		default:
			if w.UPOS != "NOUN" && w.UPOS != "PROPN" && w.UPOS != "ADJ" {
				return proposition.None
			}
			if e := sc.entityAt(t); head == proposition.None && t == n-1 && (e != nil || sc.isOfficial(t)) {
				head = t
			}
		}
	}
	return proposition.None
}

// longestTail is how many words may name who says a headline.
const longestTail = 3

// isHomely says whether a speaker is an office or an organ, or a person brought in with
// one, that is told without its State, as one does at home: "Foreign Minister John Baird",
// "the ministry".
func (sc *scene) isHomely(speaker int) bool {
	e := sc.entityAt(speaker)
	if sc.c.objects.has(&sc.s, speaker, "ambassador") || sc.c.objects.has(&sc.s, speaker, "diplomats") || e == nil && !sc.isOfficial(speaker) || e != nil && (e.class == 0 && e.kind != person || e.class == who.Mission) {
		return false
	}
	if k := sc.s.Kid(speaker); k >= 0 && sc.s.Words[k].XPOS == "PRP$" {
		return false // "..., her office said": that of the person told of
	}
	first, end := sc.s.Subtree(speaker)
	office := e == nil || e.kind != person || e.class != 0
	for k := range sc.in(sc.at) {
		x := &sc.in(sc.at)[k]
		if x.first < first || x.end > end || e != nil && x.first == e.first {
			continue
		}
		if x.class == 0 && len(x.codes) > 0 {
			return false // "the Kyrgyz border service", "the Biden administration"
		}
		office = office || x.class != 0
	}
	if e != nil && e.kind == person {
		for _, m := range sc.c.names.Find(sc.report.Text, sc.sentences[sc.at].Tokens[e.first:e.end], nil) {
			if x, ok := sc.sense(m); ok && x.Kind.IsPerson() {
				return false // Sergei Lavrov needs no State to be told
			}
		}
		for i := range sc.at {
			for k := range sc.in(i) {
				if x := &sc.in(i)[k]; x.kind == person && x.name == e.name && e.name != "" {
					return false // known from before
				}
			}
		}
		for t := e.first; t < e.end; t++ {
			if !strings.HasPrefix(sc.s.Words[t].XPOS, "NNP") && sc.s.Words[t].XPOS == "JJ" {
				return false
			}
		}
	}
	return office
}

// isOfficial says whether a common noun is an office or an organ, as any State has.
func (sc *scene) isOfficial(noun int) bool {
	if sc.s.Words[noun].UPOS != "NOUN" {
		return false
	}
	if e := sc.entityAt(noun); e != nil && e.class != 0 {
		return true
	}
	return sc.c.objects.has(&sc.s, noun, "officials") || sc.s.Words[noun].Lemma == "office"
}

// isMain says whether a word stands in no clause that tells something by the way, and
// in one sentence with another after it.
func (sc *scene) isMain(word, after int) bool {
	for at := word; at >= 0; at = sc.s.Words[at].Head {
		switch sc.s.Words[at].Rel {
		case "acl:relcl", "acl", "advcl", "appos":
			return false
		}
	}
	for t := word + 1; t < after; t++ {
		if f := sc.s.Words[t].Form; f == ";" || f == ":" {
			return false
		}
	}
	return true
}

// closes says whether the verb of a subject ends a sentence, or what it says, and says
// nothing of its own: "..., a deputy hinted on Monday."
func (sc *scene) closes(subject int) bool {
	s := &sc.s
	v := s.Words[subject].Head
	for k := s.Kid(v); k >= 0; k = s.Next(k) {
		switch rel, _, _ := strings.Cut(s.Words[k].Rel, ":"); rel {
		case "ccomp", "xcomp", "obj":
			if k > v {
				return false
			}
		case "advcl":
			if first, _ := s.Subtree(k); k < v || s.Words[first].Form != "," && (first == 0 || s.Words[first-1].Form != ",") {
				return false // but "..., the minister said, calling it a mistake"
			}
		case "conj", "parataxis":
			return false
		}
	}
	for t := v + 1; t < len(s.Words); t++ {
		if s.Words[t].Form == "," {
			return true
		}
		if s.IsVerb(t) {
			return false
		}
	}
	return true
}

func (sc *scene) isMedia(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if w == "agency" && strings.Contains(strings.ToLower(name), "energy") {
			return false
		}
		if sc.c.vocabulary.has(media, strings.Trim(w, ",.'’")) && !strings.Contains(name, "secretary") && !strings.Contains(strings.ToLower(name), "press service") && !strings.Contains(strings.ToLower(name), "press office") {
			return true
		}
	}
	return false
}

// clause gives the bytes of the clause that says an event.
func (sc *scene) clause(h rule.Hit, p *proposition.Proposition) demarche.Span {
	s := &sc.s
	first, end := h.First, h.End
	grow := func(head int) {
		if head == proposition.None {
			return
		}
		a, b := s.Phrase(head)
		first, end = min(first, a), max(end, b)
	}
	grow(p.Head)
	if p.Carrier != proposition.None {
		first, end = min(first, p.Carrier), max(end, p.Carrier+1)
	}
	grow(p.Agent.Head)
	grow(p.Patient.Head)
	grow(p.Indirect.Head)
	grow(p.Content)
	for _, a := range p.Preps {
		grow(a.Head)
	}
	return spanOf(sc.sentences[sc.at].Tokens, first, end)
}
