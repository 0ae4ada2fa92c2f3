package desk

import (
	"fmt"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/coder"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/syntax"
	"demarche/internal/when"
)

// Walked is how one event of a report was come by.
type Walked struct {
	Sentence int // its number, counted from 0
	Steps    []Step
	Not      []Left // the other rules that were tried at its trigger
}

// Step is one thing that is told of how an event was come by, for a person.
type Step struct {
	Name, Text string
	Part       bool // of the clause, which is the step before
}

// Left is a rule that was tried and made no event, with the reason.
type Left struct {
	Rule    demarche.RuleID
	Trigger demarche.Span
	Why     string
}

// WalkTo tells how an event of the report was come by.
func (x *Explained) WalkTo(e *demarche.Event) Walked {
	w := walker{x: x, event: e}
	w.Sentence = slices.IndexFunc(x.Trees, func(t syntax.Tree) bool { return t.Span == e.Sentence })
	w.tree = x.Trees[w.Sentence]
	w.s.Set(w.tree.Words, nil) // the coder has set it right
	t := x.Walk.Of(e)
	if t == nil {
		w.line("rule", string(e.Rule)+", of an event told before: this one is told by what the clause leaves out")
		w.fields(nil)
		return w.Walked
	}
	w.line("rule", fmt.Sprintf("%s, %s:%d", t.Rule.ID, t.Rule.File, t.Rule.Line))
	w.line("trigger", "“"+e.Trigger.In(x.Report.Text)+"”")
	if t.Chance > 0 {
		w.line("weighed", fmt.Sprintf("%.2f that the word tells this type of act, %.2f that the sides stand so (docs/sense.md)", t.Chance, t.Standing))
	}
	w.clause(t)
	w.roles(t)
	w.fields(t)
	w.others(t)
	return w.Walked
}

// Left gives the rules that were tried in a sentence and made no event.
func (x *Explained) Left(sentence int) (all []Left) {
	for i := range x.Walk.Tries {
		if t := &x.Walk.Tries[i]; t.Sentence == sentence && t.Why != "" {
			all = append(all, Left{t.Rule.ID, t.Trigger, t.Why})
		}
	}
	return all
}

// Parties is who acts and to whom: USA → RUS, or IRN ↔ SAU where they are parties
// alike. A side that is not named is a question mark.
func Parties(e *demarche.Event) string {
	if e.Type.IsSymmetric() {
		var names []string
		for _, c := range slices.Concat(e.Actor, e.Recipient) {
			names = append(names, string(c))
		}
		for len(names) < 2 {
			names = append(names, "?")
		}
		return strings.Join(names, " ↔ ")
	}
	side := func(codes []demarche.Code) string {
		if len(codes) == 0 {
			return "?"
		}
		return joined(codes)
	}
	return side(e.Actor) + " → " + side(e.Recipient)
}

func joined(codes []demarche.Code) string {
	var names []string
	for _, c := range codes {
		names = append(names, string(c))
	}
	return strings.Join(names, "+")
}

// walker lays out how one event was come by.
type walker struct {
	Walked
	x     *Explained
	event *demarche.Event
	tree  syntax.Tree
	s     proposition.Sentence
}

// line adds a step.
func (w *walker) line(name, text string) {
	w.Steps = append(w.Steps, Step{Name: name, Text: text})
}

// phrase is the words of the phrase on a word.
func (w *walker) phrase(head int) string {
	first, end := w.s.Phrase(head)
	return w.words(first, end)
}

func (w *walker) words(first, end int) string {
	words := demarche.Span{Start: w.tree.Words[first].Start, End: w.tree.Words[end-1].End}
	return "“" + words.In(w.x.Report.Text) + "”"
}

// links say how a proposition came by an argument that does not hang on it.
var links = map[proposition.Link]string{
	proposition.Relative: "through a relative clause", proposition.Shared: "shared with the verb that it is joined to",
	proposition.Control: "from the verb that it is the content of", proposition.Light: "from the verb that carries the noun",
}

// clause shows the proposition: what the clause says, its arguments made uniform.
func (w *walker) clause(t *coder.Try) {
	p := &t.Proposition
	kind := "verb"
	switch {
	case p.Noun:
		kind = "event noun"
	case p.Passive:
		kind = "verb in the passive"
	}
	w.line("clause", fmt.Sprintf("%s “%s”", kind, w.tree.Words[p.Head].Form))
	part := func(name string, head int, link proposition.Link) {
		if head == proposition.None {
			return
		}
		text := w.phrase(head)
		if how := links[link]; how != "" {
			text += ", " + how
		}
		w.Steps = append(w.Steps, Step{name, text, true})
	}
	part("who", p.Agent.Head, p.Agent.Link)
	part("whom", p.Patient.Head, p.Patient.Link)
	part("to whom", p.Indirect.Head, p.Indirect.Link)
	part("whose", p.Possessor, proposition.Direct)
	part("carried", p.Carrier, proposition.Direct)
	part("content", p.Content, proposition.Direct)
	for _, m := range p.Mods {
		part("which", m, proposition.Direct)
	}
	for _, a := range p.Preps {
		if a.Head != p.Agent.Head && a.Head != p.Patient.Head {
			part(a.Word, a.Head, proposition.Direct)
		}
	}
}

// roles show whom the clause stands for, and how that was found.
func (w *walker) roles(t *coder.Try) {
	if w.event.Type.IsSymmetric() {
		text := Parties(w.event) + ", named in the clause"
		if t.Rule.Sense {
			text = Parties(w.event) + ", by the network of sides"
		}
		if len(w.event.Inferred) > 0 {
			text = Parties(w.event) + ", of which the clause names one: the other is inferred from the report"
		}
		w.line("parties", text)
		return
	}
	w.line("actor", w.side(w.event.Actor, t.Actor))
	w.line("recipient", w.side(w.event.Recipient, t.Recipient))
}

// side says for whom a side stands, by which words, and where those were looked for.
func (w *walker) side(codes []demarche.Code, side coder.Side) string {
	who := joined(codes)
	if who == "" {
		return "nobody is named"
	}
	if side.Source == "" || !sameSet(codes, side.Codes) {
		return who + ", by the network of sides"
	}
	if side.Source == "other" {
		return who + ", inferred: the clause does not name it; it stands opposite in the report"
	}
	how := "by name"
	if side.Spoken {
		how = "by a pronoun or a description that takes up a name"
	}
	words := ""
	if side.Word != proposition.None {
		words = " from " + w.phrase(side.Word)
	}
	return fmt.Sprintf("%s%s, %s; place: %s", who, words, how, placeOf(side.Source))
}

// placeOf explains a source of a rule.
func placeOf(s rule.Source) string {
	if means, ok := rule.Sources[s]; ok {
		return fmt.Sprintf("%s (%s)", s, means)
	}
	return fmt.Sprintf("after “%s”", s)
}

// fields show the slots of the event with their words, and why it has its status.
func (w *walker) fields(t *coder.Try) {
	e := w.event
	if t != nil && t.Object != proposition.None {
		object := e.Object
		if object == "" {
			object = "none of the codebook's"
		}
		w.line("object", object+", from "+w.phrase(t.Object))
	} else if e.Object != "" {
		w.line("object", e.Object+", as the rule has it")
	}
	if !e.Count.IsZero() {
		text := e.Count.String()
		if t != nil && t.Object != proposition.None {
			text += ", from " + w.phrase(t.Object)
		}
		w.line("count", text)
	}
	if e.Place != "" {
		w.line("place", e.Place)
	}
	w.day("date", e.Date)
	w.day("deadline", e.Deadline)
	w.status(t)
	if e.Condition != "" {
		w.line("condition", "“"+e.Condition+"”")
	}
	switch {
	case e.Speaker == "":
		w.line("speaker", "none: the report says it in its own voice")
	case t != nil && t.Stance.Saying != proposition.None:
		w.line("speaker", fmt.Sprintf("%s, by “%s”", speaker(e), w.tree.Words[t.Stance.Saying].Form))
	default:
		w.line("speaker", speaker(e)+", by the quotation or the words over it")
	}
	w.line("confidence", fmt.Sprintf("%.2f", e.Confidence))
}

func speaker(e *demarche.Event) string {
	if e.SpeakerState == "" {
		return e.Speaker
	}
	return fmt.Sprintf("%s (%s)", e.Speaker, e.SpeakerState)
}

// day shows a day with the words that tell it.
func (w *walker) day(name string, p demarche.Period) {
	if p.IsZero() {
		return
	}
	text := p.String()
	if w.Sentence < len(w.x.Walk.Times) {
		for _, t := range w.x.Walk.Times[w.Sentence] {
			if tells(t, p, w.x.Report.Date) {
				text += ", from “" + t.Span(w.x.Sentences[w.Sentence].Tokens).In(w.x.Report.Text) + "”"
				break
			}
		}
	}
	w.line(name, text)
}

// tells says whether a time can be read as a period.
func tells(t when.Time, p demarche.Period, report demarche.Day) bool {
	return t.Past == p || t.Ahead == p || t.Through == p || t.Resolve(report) == p
}

// status shows the words that gave the event its status, in the order in which
// they bear on it.
func (w *walker) status(t *coder.Try) {
	e := w.event
	if t == nil || len(t.Stance.Steps) == 0 {
		text := string(e.Status)
		if e.Status == demarche.Actual {
			text += ": no word in the sentence makes it less"
		}
		w.line("status", text)
		return
	}
	var steps []string
	for _, s := range t.Stance.Steps {
		steps = append(steps, fmt.Sprintf("“%s” (%s) makes it %s", w.tree.Words[s.Word].Form, s.Class, s.Status))
	}
	last := t.Stance.Steps[len(t.Stance.Steps)-1].Status
	text := fmt.Sprintf("%s: %s", e.Status, strings.Join(steps, ", "))
	if last != e.Status {
		text += fmt.Sprintf(", and the rule or the type %s", e.Status)
	}
	w.line("status", text)
}

// others tell which other rules were tried at the trigger, and why not.
func (w *walker) others(chosen *coder.Try) {
	for i := range w.x.Walk.Tries {
		t := &w.x.Walk.Tries[i]
		seen := func(l Left) bool { return l.Rule == t.Rule.ID }
		if t.Sentence != chosen.Sentence || t.Word != chosen.Word || t.Rule == chosen.Rule || slices.ContainsFunc(w.Not, seen) {
			continue
		}
		why := t.Why
		if why == "" {
			why = fmt.Sprintf("it would do too, and is no surer (%.2f)", t.Confidence)
		}
		w.Not = append(w.Not, Left{t.Rule.ID, t.Trigger, why})
	}
}

// sameSet says whether two lists hold the same codes.
func sameSet(a, b []demarche.Code) bool {
	in := func(list []demarche.Code) func(demarche.Code) bool {
		return func(c demarche.Code) bool { return !slices.Contains(list, c) }
	}
	return !slices.ContainsFunc(a, in(b)) && !slices.ContainsFunc(b, in(a))
}
