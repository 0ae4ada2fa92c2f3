package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"demarche"
	"demarche/internal/desk"
	"github.com/rivo/uniseg"
	"golang.org/x/term"
)

// page is how events are laid out for a person.
type page struct {
	width int  // of a line, in columns
	bold  bool // the trigger stands out in bold
}

// plainWidth is the width of a page that is no terminal's.
const plainWidth = 100

// pageOnTerminal is the page for standard output, whatever that is.
func pageOnTerminal() page {
	p := page{width: plainWidth}
	out := int(os.Stdout.Fd())
	if term.IsTerminal(out) {
		p.bold = os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(out); err == nil && width > 0 {
			p.width = width
		}
	}
	return p
}

// appendReport appends the events of a report to dst, below its id and date. Of
// a report without events nothing is shown.
//
//	seed-000  2021-11-30
//	  expel    USA → RUS  actual      at least 27 diplomats · by 2022-01-30
//	           “At least 27 more Russian diplomats were expelled by the US”
//	  respond  RUS → USA  threatened  says Sergei Ryabkov (RUS)
//	           “Moscow will definitely respond”
func (p page) appendReport(dst []byte, c *desk.Coding) []byte {
	if len(c.Events) == 0 {
		return dst
	}
	dst = fmt.Appendf(dst, "%s  %v\n", onOneLine(string(c.Report.ID)), c.Report.Date)
	const gap = "  " // before and between columns
	var widths [3]int
	lines := make([][len(widths)]string, len(c.Events))
	for i, e := range c.Events {
		lines[i] = [...]string{string(e.Type), desk.Parties(&e), string(e.Status)}
		for col, s := range lines[i] {
			widths[col] = max(widths[col], uniseg.StringWidth(s))
		}
	}
	for i, e := range c.Events {
		var line strings.Builder
		for col, s := range lines[i] {
			line.WriteString(gap + s + strings.Repeat(" ", widths[col]-uniseg.StringWidth(s)))
		}
		line.WriteString(gap + onOneLine(strings.Join(details(&e), " · ")))
		dst = append(dst, strings.TrimRight(line.String(), " ")...)
		dst = append(dst, '\n')
		if e.Span.Len() > 0 {
			indent := len(gap) + widths[0] + len(gap)
			dst = append(dst, strings.Repeat(" ", indent)...)
			dst = p.appendQuote(dst, c.Report.Text, &e, p.width-indent)
			dst = append(dst, '\n')
			for _, x := range e.Elsewhere {
				dst = append(dst, strings.Repeat(" ", indent)...)
				words := strings.TrimSpace(squeezed(x.Span.In(c.Report.Text)))
				dst = append(dst, x.Field+": “"+firstWords(words, p.width-indent-len(x.Field)-len(": “”"))+"”\n"...)
			}
		}
	}
	return append(dst, '\n')
}

// details are what else is told of an event, each as a person says it.
func details(e *demarche.Event) (told []string) {
	add := func(format, what string) {
		if what != "" {
			told = append(told, fmt.Sprintf(format, what))
		}
	}
	add("%s", counted(e.Object, e.Count))
	add("in %s", e.Place)
	if e.Date.Days() == 1 {
		add("on %s", e.Date.String())
	} else {
		add("in %s", e.Date.String())
	}
	add("by %s", e.Deadline.String())
	add("%s", e.Condition)
	switch {
	case e.Speaker != "" && e.SpeakerState != "":
		add("says %s", fmt.Sprintf("%s (%s)", e.Speaker, e.SpeakerState))
	default:
		add("says %s", e.Speaker+string(e.SpeakerState))
	}
	add("inferred: %s", strings.Join(e.Inferred, ", "))
	return told
}

// counts are the codebook's objects as one and several are called. What does not
// stand here is called the same.
var counts = map[string][2]string{
	"diplomats": {"diplomat", "diplomats"}, "ambassador": {"ambassador", "ambassadors"}, "attache": {"attaché", "attachés"},
	"families": {"family", "families"}, "officials": {"official", "officials"}, "security": {"guard", "guards"},
	"embassy": {"embassy", "embassies"}, "consulate": {"consulate", "consulates"}, "mission": {"mission", "missions"},
	"property": {"property", "properties"}, "visas": {"visa", "visas"}, "term": {"term", "terms"}, "topics": {"topic", "topics"},
}

// comparisons are the signs of a count in words.
var comparisons = map[string]string{">=": "at least ", "<=": "up to ", ">": "more than ", "~": "about "}

// counted is an object with its number: "at least 27 diplomats".
func counted(object string, q demarche.Quantity) string {
	if q.IsZero() {
		return object
	}
	if n, ok := counts[object]; ok && q.N == 1 {
		object = n[0]
	} else if ok {
		object = n[1]
	}
	number := comparisons[q.Cmp] + strconv.Itoa(q.N)
	if object == "headcount" {
		return object + " of " + number
	}
	return strings.TrimSpace(number + " " + object)
}

// The marks of bold on a terminal.
const (
	boldOn  = "\x1b[1m"
	boldOff = "\x1b[22m"
)

// appendQuote appends the words of an event to dst, as one line in quotation
// marks that takes no more than so many columns, if its trigger leaves room: of
// longer words those around the trigger are kept.
func (p page) appendQuote(dst []byte, text string, e *demarche.Event, width int) []byte {
	trigger := e.Trigger
	if trigger.Len() == 0 {
		trigger = demarche.Span{Start: e.Span.Start, End: e.Span.Start}
	}
	before := strings.TrimLeft(squeezed(text[e.Span.Start:trigger.Start]), " ")
	word := squeezed(trigger.In(text))
	after := strings.TrimRight(squeezed(text[trigger.End:e.Span.End]), " ")
	const marks = 2 // columns of the quotation marks
	room := width - marks - uniseg.StringWidth(word)
	left, right := uniseg.StringWidth(before), uniseg.StringWidth(after)
	if left+right > room {
		// Each side may have half, and what the other leaves.
		before, after = lastWords(before, max(room/2, room-right)), firstWords(after, max(room-room/2, room-left))
	}
	if p.bold && word != "" {
		word = boldOn + word + boldOff
	}
	return append(dst, "“"+before+word+after+"”"...)
}

// cut stands for words that are left out.
const cut = "…"

// firstWords are the words at the start of s that have room in so many columns,
// with a mark where some are left out.
func firstWords(s string, room int) string {
	for short := s; ; {
		if uniseg.StringWidth(s) <= room {
			return s
		}
		end := strings.LastIndexByte(short, ' ')
		if end < 0 {
			return " " + cut
		}
		short = short[:end]
		s = short + " " + cut
	}
}

// lastWords are the words at the end of s that have room in so many columns, with
// a mark where some are left out.
func lastWords(s string, room int) string {
	for short := s; ; {
		if uniseg.StringWidth(s) <= room {
			return s
		}
		start := strings.IndexByte(short, ' ')
		if start < 0 {
			return cut + " "
		}
		short = short[start+1:]
		s = cut + " " + short
	}
}
