package coder

import (
	"strings"

	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// heads gives the words at a source.
func (sc *scene) heads(src rule.Source, p *proposition.Proposition, st *proposition.Stance, object int, dst []int) []int {
	switch src {
	case "agent":
		if p.Agent.Head != proposition.None {
			dst = append(dst, p.Agent.Head)
		}
	case "patient":
		if p.Patient.Head != proposition.None {
			dst = append(dst, p.Patient.Head)
		}
	case "undergoer":
		switch {
		case p.Passive && p.Patient.Head != proposition.None:
			dst = append(dst, p.Patient.Head)
		case !p.Passive && p.Agent.Head != proposition.None && (p.Patient.Head == proposition.None || sc.c.vocabulary.has(works, sc.s.Words[p.Patient.Head].Lemma)):
			dst = append(dst, p.Agent.Head)
		}
	case "indirect":
		if p.Indirect.Head != proposition.None {
			dst = append(dst, p.Indirect.Head)
		}
	case "possessor":
		if p.Possessor != proposition.None {
			dst = append(dst, p.Possessor)
		}
	case "mods":
		dst = append(dst, p.Mods...)
		for _, m := range p.Mods {
			// "the U.S. trade embargo", where U.S. hangs on trade
			for k := sc.s.Kid(m); k >= 0 && k < m; k = sc.s.Next(k) {
				e, w := sc.entityAt(k), &sc.s.Words[m]
				if e != nil && e.kind == state && w.Rel == "compound" && sc.entityAt(m) == nil {
					dst = append(dst, k)
				}
				if e != nil && (e.kind == state || e.kind == others) && w.UPOS == "VERB" && e.end < m && sc.s.Words[e.end].Form == "-" && sc.c.vocabulary.has(authoring, w.Lemma) {
					dst = append(dst, k) // "an Islamist-imposed ultimatum"
				}
			}
		}
	case "owner", "host":
		if object != proposition.None {
			dst = append(dst, object)
		}
	case "content.agent", "content.patient":
		content := p.Content
		if content == proposition.None && sc.typed == "demand" {
			content = sc.askedIn(p)
		}
		if content != proposition.None {
			var q proposition.Proposition
			sc.s.Read(content, sc.c.lexicon, &q)
			if c := q.Content; src == "content.patient" && sc.typed == "threaten" && c != proposition.None && sc.s.Words[c].XPOS == "VBG" {
				sc.s.Read(c, sc.c.lexicon, &q) // "vowed to keep fighting Israel"
			}
			if c := q.Content; sc.typed == "demand" && c != proposition.None && sc.s.Words[content].Lemma == "see" {
				sc.s.Read(c, sc.c.lexicon, &q) // "wants to see Zimbabwe hold elections"
			}
			a := q.Agent.Head
			if src == "content.patient" {
				a = q.Patient.Head
			}
			if a != proposition.None {
				dst = append(dst, a)
			}
			if src == "content.patient" && sc.typed == "threaten" {
				for _, to := range q.Preps {
					switch to.Word {
					case "into", "against", "at", "on":
						dst = append(dst, to.Head) // "threatened to send troops into Rwanda"
					}
				}
			}
		}
	case "content.whom":
		dst = sc.doneFor(p.Content, dst)
	case "answerer":
		if n := sc.answererOf(p); n != proposition.None {
			dst = append(dst, n)
		}
	case "keeper":
		if n := sc.keeperOf(p); n != proposition.None {
			dst = append(dst, n)
		}
	case "made":
		if c := p.Content; c != proposition.None && sc.s.IsNoun(c) {
			dst = append(dst, c)
		}
	case "teller":
		if st.Teller != proposition.None {
			dst = append(dst, st.Teller)
		}
	case "subject":
		if p.Subject.Head != proposition.None {
			dst = append(dst, p.Subject.Head)
		}
	case "speaker":
		if st.Speaker != proposition.None {
			dst = append(dst, st.Speaker)
		}
	default:
		if src == "from" && sc.posted && p.Content != proposition.None && sc.s.IsInfinitive(p.Content) {
			// "told the envoy to come back from Tehran"
			for k := sc.s.Kid(p.Content); k >= 0; k = sc.s.Next(k) {
				if strings.HasPrefix(sc.s.Words[k].Rel, "obl") && sc.s.Case(k) == "from" {
					dst = append(dst, k)
				}
			}
		}
		if src == "from" && sc.typed == "demand" {
			if n := sc.withdrawn(p); n != proposition.None {
				return append(dst, n)
			}
			if !p.Noun && sc.isParting(p) {
				break // "called for the withdrawal of troops from Kenya"
			}
		}
		for _, a := range p.Preps {
			if a.Word == string(src) && !a.Far {
				dst = append(dst, a.Head)
			}
		}
		for _, a := range p.Preps {
			if a.Word == string(src) && a.Far {
				dst = append(dst, a.Head)
			}
		}
		if len(dst) == 0 && sc.typed == "agree" && p.Noun && (src == "between" || src == "with") {
			dst = sc.partiesBehind(p.Head, string(src), dst)
		}
		if len(dst) == 0 && sc.typed == "demand" && !p.Noun && (src == "from" || src == "by") {
			for _, n := range [...]int{p.Patient.Head, p.With("for")} {
				dst = sc.under(n, string(src), 2, dst) // "asked for a halt to the raids by Turkey"
			}
		}
		if len(dst) == 0 && sc.typed == "demand" && p.Noun && src == "from" {
			if n := sc.nearPhrase(p.Head, "from"); n != proposition.None {
				dst = append(dst, n) // "an appeal for aid from Iran", with Iran on the verb before it
			}
		}
		if of := p.With("of"); len(dst) == 0 && sc.typed == "threaten" && p.Noun && of != proposition.None && sc.entityAt(of) == nil {
			dst = sc.under(of, string(src), 1, dst) // "the threat of strikes against Kuwait"
		}
		if len(dst) == 0 && sc.typed == "sanction" && src == "from" && !p.Noun && p.With("on") != proposition.None {
			if n := sc.nearPhrase(p.Head, "from"); n != proposition.None {
				dst = append(dst, n) // "slapped duties on milk and butter imports from Kenya"
			}
		}
		if len(dst) == 0 && sc.typed == "sanction" && (src == "to" || src == "for") {
			if n := sc.visasFor(p, string(src)); n != proposition.None {
				dst = append(dst, n) // "stopped issuing visas to Canadians"
			}
		}
		if len(dst) == 0 && (src == "with" && (sc.typed == "break_relations" || sc.typed == "restore_relations") || src == "to" && sc.typed == "hand_back") {
			if n := sc.nearPhrase(p.Head, string(src)); n != proposition.None {
				dst = append(dst, n)
			}
		}
	}
	return dst
}

// nearPhrase gives the noun of the first phrase with a preposition after a word, up
// to the next verb or stop: what the tree hangs deeper.
func (sc *scene) nearPhrase(head int, word string) int {
	s := &sc.s
	for t := head + 1; t < min(head+12, len(s.Words)); t++ {
		if w := &s.Words[t]; w.UPOS == "VERB" || w.UPOS == "PUNCT" && w.Form != "-" {
			break
		}
		if s.IsNoun(t) && s.Case(t) == word {
			return t
		}
	}
	return proposition.None
}
