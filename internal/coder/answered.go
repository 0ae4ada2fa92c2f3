package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// turnAnswered turns round the measures of a sentence that are told as what another of them answers,
// where both came out as by the same side, since nobody answers himself: "China closed the
// consulate in Chengdu in retaliation for the closure of its own in Houston".
func (sc *scene) turnAnswered(found []candidate) {
	for i := range found {
		f := &found[i]
		if f.Type != "sanction" && !measures[f.Type] {
			continue
		}
		reply := sc.replyOver(f.head)
		if reply == proposition.None || f.object != proposition.None && overlap(sc.ownerOf(f.object, nil, 2), f.Recipient) {
			continue
		}
		for j := range found {
			g := &found[j]
			if i != j && (g.Type == "sanction" || g.Type == "recall" || measures[g.Type]) && g.head != f.head && sc.s.Within(reply, g.head) && slices.Equal(f.Actor, g.Actor) && len(without(f.Recipient, g.Recipient)) == 0 {
				f.Actor, f.Recipient = g.Recipient, g.Actor
				f.Inferred = sc.untold(&f.Event)
				break
			}
		}
	}
}

// replyOver gives the word for a reply, of which a word tells what it is to, or None.
func (sc *scene) replyOver(word int) int {
	s := &sc.s
	if first, _ := s.Subtree(word); first > 0 && (s.Case(word) == "for" || s.Case(word) == "to") && sc.c.vocabulary.has(replies, s.Words[first-1].Lemma) {
		return first - 1 // which the tree hangs beside it
	}
	for at := word; s.Words[at].Head >= 0; at = s.Words[at].Head {
		over := s.Words[at].Head
		c := s.Case(at)
		if sc.c.vocabulary.has(replies, s.Words[over].Lemma) && (c == "for" || c == "to" || c == "against" || s.Words[at].Rel == "obj") {
			return over
		}
		if at != word && s.IsVerb(at) {
			break
		}
	}
	return proposition.None
}

// provoker gives the State whose doing a measure is told to answer, by its name right behind the
// word for the reply: "the sanctions are a response to Chad seizing a ship", "a duty in
// retaliation for Chad's ban"; or nil.
func (sc *scene) provoker(head int, actor []demarche.Code) *entity {
	const near = 3 // words between
	for t := head + 1; t+2 < len(sc.s.Words); t++ {
		if !sc.s.IsNoun(t) || !sc.c.vocabulary.has(replies, sc.s.Words[t].Lemma) || sc.s.Case(t) != "in" && !sc.s.HasCopula(t) {
			continue
		}
		if f := strings.ToLower(sc.s.Words[t+1].Form); f != "to" && f != "for" {
			continue
		}
		list := sc.in(sc.at)
		for k := range list {
			if e := &list[k]; e.first > t+1 && e.first <= t+2+near && isSide(e) && !overlap(e.codes, actor) {
				return e
			}
		}
	}
	return nil
}

// isBareReply says whether a response is told by a participle on a measure that it is: "closed the
// consulate, retaliating for the closure of its own"; or is told to be what is said with it:
// "responded to the ban by accusing Lima of bad faith".
func (sc *scene) isBareReply(f, measure *candidate) bool {
	if w := &sc.s.Words[measure.head]; f.Type == "respond" && !f.noun && measure.Type.IsSpeech() && w.Head == f.head && w.XPOS == "VBG" && sc.s.Mark(measure.head) == "by" {
		return overlap(f.Actor, measure.Actor)
	}
	return f.Type == "respond" && !f.noun && sc.s.Words[f.head].XPOS == "VBG" && !sc.s.HasSubject(f.head) &&
		measure.head < f.head && measures[measure.Type] && sc.s.Within(f.head, measure.head)
}
