package main

import (
	"fmt"
	"strings"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/syntax"
)

// appendWalk appends how an event of a report was come by.
func appendWalk(dst []byte, x *desk.Explained, e *demarche.Event) []byte {
	w := x.WalkTo(e)
	dst = appendField(dst, "event", eventLine(e))
	dst = appendField(dst, "words", "“"+e.Span.In(x.Report.Text)+"”, bytes "+e.Span.String())
	dst = fmt.Appendf(dst, "\nsentence %d of %d\n   %s\n\n", w.Sentence+1, len(x.Sentences), onOneLine(e.Sentence.In(x.Report.Text)))
	dst = append(syntax.AppendPrinted(dst, "   ", x.Trees[w.Sentence]), '\n')
	for _, s := range w.Steps {
		name := s.Name
		if s.Part {
			name = "  " + name
		}
		dst = appendField(dst, name, s.Text)
	}
	if len(w.Not) > 0 {
		dst = append(dst, "\nnot by\n"...)
	}
	for _, l := range w.Not {
		dst = fmt.Appendf(dst, "  %-28s %s\n", l.Rule, l.Why)
	}
	return dst
}

// eventLine is an event on one line, its id last.
func eventLine(e *demarche.Event) string {
	parts := []string{string(e.Type), desk.Parties(e), string(e.Status)}
	if d := details(e); len(d) > 0 {
		parts = append(parts, strings.Join(d, " · "))
	}
	return strings.Join(append(parts, "("+string(e.ID)+")"), "  ")
}

// appendRefusals appends the rules that were tried in a sentence and made no event,
// each with the word it was tried at.
func appendRefusals(dst []byte, x *desk.Explained, sentence int) []byte {
	left := x.Left(sentence)
	if len(left) > 0 {
		dst = append(dst, "\n   tried and left\n"...)
	}
	for _, l := range left {
		dst = fmt.Appendf(dst, "   %-28s “%s”: %s\n", l.Rule, onOneLine(l.Trigger.In(x.Report.Text)), l.Why)
	}
	return dst
}
