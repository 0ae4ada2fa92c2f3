package coder

import (
	"fmt"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/syntax"
)

// exampleDay is the date of the report that an example is read as.
var exampleDay = demarche.Day{Year: 2021, Month: 11, Date: 30}

// Execute codes the examples and the silent sentences of rules, each as a report of
// one sentence, and gives those that fail. An example passes if an event of the
// rule's type comes out that has its trigger where it is marked, and its parties and
// its object as they are marked; a silent sentence if no event of the type does. What
// only a report of a dispute would bear out is taken as borne out in an example.
func Execute(model *syntax.Model, k *Knowledge, rules []*rule.Rule) (faults []Fault) {
	c := NewCoder(model, nil, k)
	c.plain = true // what the networks find beside a rule says nothing of it
	var walk Walk
	c.Record(&walk)
	for _, r := range rules {
		for _, x := range r.Examples {
			problem, cure := c.example(r, &x, &walk)
			if problem != "" {
				faults = append(faults, Fault{r.File, x.Line, r.ID, x.Sentence, problem, cure})
			}
		}
		for _, x := range r.Silent {
			for _, e := range c.Code(asReport(x.Sentence)) {
				if e.Type == r.Type {
					faults = append(faults, Fault{r.File, x.Line, r.ID, x.Sentence,
						fmt.Sprintf("it must keep silent, and %s came out by %s", told(&e), e.Rule),
						"narrow the rule (without, object, needs), or give it another silent sentence"})
					break
				}
			}
		}
	}
	return faults
}

// asReport makes a report of one sentence.
func asReport(sentence string) *demarche.Report {
	return &demarche.Report{ID: "example", Date: exampleDay, Text: sentence, Body: demarche.Span{End: len(sentence)}}
}

// told is an event in a word, for a message.
func told(e *demarche.Event) string {
	side := func(codes []demarche.Code) string {
		if len(codes) == 0 {
			return "?"
		}
		return joinCodes(codes)
	}
	return strings.Join(strings.Fields(fmt.Sprintf("%s %s→%s %s %s", e.Type, side(e.Actor), side(e.Recipient), e.Object, e.Status)), " ")
}

func joinCodes(codes []demarche.Code) string {
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = string(c)
	}
	return strings.Join(words, "+")
}

// example codes an example and says what is wrong with what comes out, and what to
// do; nothing if it passes.
func (c *Coder) example(r *rule.Rule, x *rule.Example, walk *Walk) (problem, cure string) {
	c.alone = true
	events := c.Code(asReport(x.Sentence))
	c.alone = false
	want := c.marked(x)
	if r.Label != "" {
		want.objects = nil // the rule says what it is, whatever the words are
	}
	var near *demarche.Event
	for i := range events {
		e := &events[i]
		if e.Type != r.Type || !want.isAt(e.Trigger) && !walk.madeAt(r.ID, &want) {
			continue
		}
		if near == nil {
			near = e
		}
		if want.differs(e) == "" {
			return "", ""
		}
	}
	if near != nil {
		return fmt.Sprintf("%s came out, with %s", told(near), want.differs(near)), "mend the rule's sources or object, or the marks of the example"
	}
	var others []string
	for i := range events {
		others = append(others, told(&events[i]))
	}
	problem = "no event came out"
	if len(others) > 0 {
		problem = fmt.Sprintf("no %s came out at the trigger, but %s", r.Type, strings.Join(others, "; "))
	}
	if why := walk.refusal(r.ID); why != "" {
		return problem + "; the rule was tried: " + why, "mend the rule, or say the example more plainly"
	}
	return problem + "; the rule's words were not found", "see that the trigger's dictionary form stands under verbs, nouns or predicates"
}

// marks are what an example says must come out.
type marks struct {
	triggers         []demarche.Span
	actor, recipient []demarche.Code
	objects          []string // the classes of what is marked as the object
}

// isAt says whether a trigger stands where it is marked.
func (m *marks) isAt(trigger demarche.Span) bool {
	return slices.ContainsFunc(m.triggers, func(t demarche.Span) bool { return t.Start < trigger.End && trigger.Start < t.End })
}

// madeAt says whether a rule made an event of its own at the trigger that is marked.
// Another rule's, at another word of the sentence, may have taken it in.
func (w *Walk) madeAt(id demarche.RuleID, m *marks) bool {
	return slices.ContainsFunc(w.Tries, func(t Try) bool { return t.Rule.ID == id && t.Why == "" && m.isAt(t.Trigger) })
}

// marked resolves the marked parts of an example.
func (c *Coder) marked(x *rule.Example) (m marks) {
	reading := c.reader.Read(asReport(x.Sentence))
	for i, sentence := range reading.Sentences {
		names := c.names.Find(x.Sentence, sentence.Tokens, nil)
		var s proposition.Sentence
		s.Set(reading.Trees[i].Words, c.lexicon)
		for _, part := range x.Parts {
			within := func(w demarche.Span) bool { return part.Words.Start <= w.Start && w.End <= part.Words.End }
			var codes []demarche.Code
			for _, n := range names {
				if sense, ok := c.scene.sense(n); ok && within(n.Span(sentence.Tokens)) {
					codes = union(codes, []demarche.Code{sense.Code})
				}
			}
			switch part.Role {
			case "actor":
				m.actor = union(m.actor, codes)
			case "recipient":
				m.recipient = union(m.recipient, codes)
			case "trigger":
				if len(sentence.Tokens) > 0 && sentence.Start <= part.Words.Start && part.Words.Start < sentence.End {
					m.triggers = append(m.triggers, part.Words)
				}
			case "object":
				for w := range s.Words {
					if within(s.Words[w].Span) {
						m.objects = append(m.objects, c.objects.of(&s, w)...)
						m.objects = append(m.objects, c.objects.classes[strings.ToLower(s.Words[w].Lemma)]...)
					}
				}
			}
		}
	}
	return m
}

// differs says in what an event is not as it is marked, or nothing. What is not
// marked, or marked without the name of a State, is not compared.
func (m *marks) differs(e *demarche.Event) string {
	actor, recipient := e.Actor, e.Recipient
	if e.Type.IsSymmetric() {
		all := union(m.actor, m.recipient)
		if len(all) > 0 && !sameCodes(all, union(actor, recipient)) {
			return "other parties than " + joinCodes(all)
		}
	} else {
		if len(m.actor) > 0 && !sameCodes(m.actor, actor) {
			return "another actor than " + joinCodes(m.actor)
		}
		if len(m.recipient) > 0 && !sameCodes(m.recipient, recipient) {
			return "another recipient than " + joinCodes(m.recipient)
		}
	}
	known := slices.ContainsFunc(m.objects, func(c string) bool { return slices.Contains(demarche.Objects, c) })
	if e.Object != "" && known && !slices.Contains(m.objects, e.Object) {
		return "another object than " + strings.Join(slices.Compact(slices.Sorted(slices.Values(m.objects))), " or ")
	}
	return ""
}

// sameCodes compares two lists as sets.
func sameCodes(a, b []demarche.Code) bool {
	return len(without(a, b)) == 0 && len(without(b, a)) == 0
}
