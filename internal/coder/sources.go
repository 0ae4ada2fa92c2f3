package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
)

// find looks through the sources of a side. Named leaves out what only pronouns
// and descriptions tell.
func (sc *scene) find(sources []rule.Source, p *proposition.Proposition, st *proposition.Stance, object int, exclude []demarche.Code, named bool) party {
	var room [8]int
	foreign := false
	for _, src := range sources {
		if src == "accuser" || src == "joined" || src == "other" {
			if !named {
				if x := sc.untoldSide(src, p, exclude); x.ok() {
					return x
				}
			}
			continue
		}
		if src == "voice" {
			if x := sc.voice(p, st, exclude); x.ok() && !(named && x.spoken) && !overlap(x.codes, exclude) {
				return party{ref: x, head: proposition.None, source: src}
			}
			continue
		}
		for _, head := range sc.heads(src, p, st, object, room[:0]) {
			if src == "agent" && p.Noun && st.Status == demarche.Demanded && head == st.Teller && p.Agent.Link == proposition.Light {
				continue // who demands the closure does not close
			}
			if w := &sc.s.Words[head]; sc.judging && w.UPOS == "PRON" && (w.Lemma == "it" || w.Lemma == "this" || w.Lemma == "that") && len(sc.topic) == 2 && src != "agent" && sc.answered(exclude) == nil {
				// What is condemned is what was done last.
				if codes := sc.topic[0]; !overlap(codes, exclude) {
					return party{ref: ref{codes: codes, spoken: true}, head: head, source: src}
				}
			}
			if head == object && (src == "patient" || src == "from" || src == "indirect" || src == "possessor") {
				continue // what it is done to is no side by itself
			}
			if src == "agent" && sc.typed.IsSpeech() && sc.c.vocabulary.has(private, sc.s.Words[head].Lemma) {
				foreign = true // a party or a company does not speak for its State
				continue
			}
			if src == "at" && sc.typed.IsSpeech() && (head < p.Head || !p.Noun && p.Patient.Head != proposition.None && p.Patient.Head < head) {
				continue // "At the United Nations, Peru condemned": where, and not whom
			}
			if sc.judging && src == "patient" && strings.EqualFold(sc.s.Words[head].Form, "it") {
				continue // "condemned it": a deed, and no State
			}
			var x ref
			switch src {
			case "host":
				x = ref{kind: state, codes: sc.hostOf(head)}
				if !x.ok() && sc.kindOf(head) == mission {
					x.codes = sc.placeOn(p)
				}
				if !x.ok() && !named {
					if y := sc.resolve(head, exclude); len(y.host) > 0 {
						x.codes = y.host
					}
				}
			case "owner":
				if its := sc.pronounOwner(head); its && (named || len(exclude) > 0 && isOwn(sc.typed)) {
					continue // "closed its embassy in Tehran": who closes owns it
				}
				if sc.s.Words[head].UPOS == "NUM" {
					x = sc.resolve(head, exclude) // what is joined to a bare figure is another's
					break
				}
				x = sc.resolveAll(head, exclude)
			case "mods":
				en := sc.entityAt(head)
				if codes := sc.ofMany(p.Head); en == nil && codes != nil {
					x = ref{kind: others, codes: codes}
					break
				}
				if en == nil || en.codes == nil || en.kind == place || en.kind == person {
					continue
				}
				x = ref{kind: en.kind, codes: sc.joined(head, en.codes)}
			default:
				x = sc.resolveAll(head, exclude)
				if n := sc.ofAmount(head); !x.ok() && n != proposition.None {
					x = sc.resolveAll(n, exclude)
				}
			}
			if src == "agent" && x.ok() {
				x.codes = union(x.codes, without(sc.joinedIn(p.Head), exclude))
			}
			if src == "agent" && len(x.codes) > 1 {
				if last := sc.lastBefore(p.Head); last != nil && len(without(last, x.codes)) == 0 {
					x.codes = last
				}
			}
			if src == "agent" && !p.Noun && x.ok() && head == sc.justBefore(p.Head) {
				x.codes = union(without(sc.listedBefore(sc.entityAt(head)), exclude), x.codes)
			}
			if x.kind == place && src == "keeper" {
				x = ref{kind: state, codes: x.host} // "held in Lima"
			}
			if x.kind == place && sc.typed == "sanction" && (src == "to" || src == "from" || src == "with") {
				x = ref{kind: state, codes: x.host} // "halted flights to Sochi"
			}
			if x.kind == place || sc.posted && len(exclude) > 0 && len(without(x.codes, exclude)) == 0 {
				if !sc.posted || src == "agent" || src == "of" || len(exclude) == 0 || len(without(x.host, exclude)) == 0 {
					continue
				}
				x = ref{kind: state, codes: without(sc.joinedPlaces(head, x.host), exclude)} // "left Houston", "left the embassy in Chengdu"
			}
			if (src == "agent" || src == "by" || src == "patient") && sc.isPrivate(head) {
				foreign = foreign || src == "agent"
				continue
			}
			if (src == "speaker" || src == "teller") && sc.typed != "" && !sc.typed.IsSpeech() && sc.isEnvoy(head) {
				continue // an envoy complains of what is done to his own
			}
			if !x.ok() && !named && sc.judging && len(exclude) > 0 && src != "agent" && src != "possessor" {
				if codes := sc.authorOf(head, p, exclude); codes != nil {
					return party{ref: ref{kind: state, codes: codes, spoken: true}, head: head, source: src}
				}
			}
			if x.ok() {
				if (named || sc.typed == "summon" && src != "agent" && src != "by" && src != "owner") && x.spoken {
					continue
				}
				if left := without(x.codes, exclude); len(left) > 0 {
					if !x.all {
						x.codes = left
					}
					if src != "host" && len(exclude) > 0 && overlap(x.codes, exclude) {
						continue
					}
					return party{ref: x, head: head, source: src}
				}
				continue
			}
			if src == "agent" && !named && sc.typed.IsSpeech() && len(exclude) > 0 && sc.entityAt(head) == nil && sc.s.Words[head].UPOS == "PROPN" && sc.isPersonName(head) {
				// A person whom no title ties to a State, and who speaks to one.
				if codes := sc.other(exclude, p.Head); len(codes) > 0 {
					return party{ref: ref{codes: codes, spoken: true, name: sc.describe(head)}, source: "other"}
				}
			}
			if src == "agent" && p.Agent.Link != proposition.Unlinked && sc.isForeign(head) {
				foreign = true
			}
		}
	}
	return party{head: proposition.None, foreign: foreign}
}

// nearAgent gives the State that stood as the subject of the verb before, where a
// verb has none that is an actor.
func (sc *scene) nearAgent(verb int, exclude []demarche.Code) party {
	s := &sc.s
	if n := sc.justBefore(verb); n != proposition.None {
		if r := sc.resolveAll(n, exclude); r.ok() && !overlap(r.codes, exclude) && r.kind != place {
			r.codes = union(without(sc.listedBefore(sc.entityAt(n)), exclude), r.codes)
			return party{ref: r, head: n, source: "agent"}
		}
	}
	for t := verb - 1; t >= 0; t-- {
		if w := &s.Words[t]; w.Rel != "nsubj" || w.UPOS == "PRON" {
			continue
		}
		r := sc.resolve(t, exclude)
		if r.ok() && !overlap(r.codes, exclude) && r.kind != place {
			return party{ref: r, head: t, source: "agent"}
		}
		if sc.isForeign(t) {
			break
		}
	}
	return party{head: proposition.None}
}

// justBefore gives the name of a State that stands right before a verb and its
// auxiliaries, whatever the tree makes of it, or None.
func (sc *scene) justBefore(verb int) int {
	s := &sc.s
	t := verb - 1
	for t >= 0 && (s.Words[t].UPOS == "AUX" || s.Words[t].UPOS == "ADV" && sc.entityAt(t) == nil || s.Words[t].Form == "not") {
		t--
	}
	if t < 0 {
		return proposition.None
	}
	e := sc.entityAt(t)
	if e == nil || e.end != t+1 || e.class != 0 || e.kind != state || e.adjective || len(e.codes) == 0 {
		return proposition.None
	}
	at := e.first
	if at > 0 && strings.EqualFold(s.Words[at-1].Form, "the") {
		at--
	}
	if at > 0 && (s.Words[at-1].UPOS == "ADP" || s.Words[at-1].XPOS == "POS" || s.IsVerb(at-1)) {
		return proposition.None
	}
	return e.head
}
