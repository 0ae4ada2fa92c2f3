package store

import (
	"bytes"
	"strconv"

	"demarche"
	"github.com/go-json-experiment/json/jsontext"
)

// scanner reads codebook's objects in the form and the order in which
// [demarche.Coded.AppendJSON] writes them, five times as fast as a reader of any JSON.
// What it meets again and again, such as types and codes, it keeps once.
type scanner struct {
	rest  []byte
	bad   bool // it is of another form
	words map[string]string
	codes map[string][]demarche.Code
}

func newScanner() *scanner {
	return &scanner{words: map[string]string{}, codes: map[string][]demarche.Code{}}
}

// mostWords is how many words are kept.
const mostWords = 4096

// word gives bytes as a string that is kept for the next time.
func (s *scanner) word(b []byte) string {
	if w, ok := s.words[string(b)]; ok {
		return w
	}
	w := string(b)
	if len(s.words) < mostWords {
		s.words[w] = w
	}
	return w
}

// takes says whether the text goes on with what is wanted, and takes it.
func (s *scanner) takes(wanted string) bool {
	if len(s.rest) < len(wanted) || string(s.rest[:len(wanted)]) != wanted {
		return false
	}
	s.rest = s.rest[len(wanted):]
	return true
}

// wants takes what must come next.
func (s *scanner) wants(wanted string) {
	if !s.takes(wanted) {
		s.bad = true
	}
}

// quoted takes a string, with the quotation marks. Plain says whether the bytes
// between these are the string.
func (s *scanner) quoted() (text []byte, plain bool) {
	if len(s.rest) == 0 || s.rest[0] != '"' {
		s.bad = true
		return nil, true
	}
	plain = true
	for i := 1; i < len(s.rest); i++ {
		switch s.rest[i] {
		case '\\':
			plain = false
			i++
		case '"':
			text, s.rest = s.rest[:i+1], s.rest[i+1:]
			return text, plain
		}
	}
	s.bad = true
	return nil, true
}

// text takes a string that seldom comes again.
func (s *scanner) text() string {
	b, plain := s.quoted()
	if s.bad || plain {
		return string(b[min(1, len(b)):max(0, len(b)-1)])
	}
	b, err := jsontext.AppendUnquote(nil, b)
	s.bad = s.bad || err != nil
	return string(b)
}

// term takes a string of which there are few.
func (s *scanner) term() string {
	if end := bytes.IndexAny(s.rest[min(1, len(s.rest)):], `"\`); len(s.rest) > 0 && s.rest[0] == '"' && end >= 0 && s.rest[end+1] == '"' {
		w := s.word(s.rest[1 : end+1])
		s.rest = s.rest[end+2:]
		return w
	}
	return s.text()
}

// list takes a list of codes.
func (s *scanner) list() []demarche.Code {
	if s.takes("[]") {
		return nil
	}
	end := bytes.IndexByte(s.rest, ']')
	if end < 0 {
		s.bad = true
		return nil
	}
	key := s.rest[:end]
	if codes, ok := s.codes[string(key)]; ok {
		s.rest = s.rest[end+1:]
		return codes
	}
	var codes []demarche.Code
	for s.wants("["); !s.bad; {
		codes = append(codes, demarche.Code(s.term()))
		if !s.takes(",") {
			break
		}
	}
	s.wants("]")
	codes = codes[:len(codes):len(codes)] // whoever appends to it has a copy
	if !s.bad && len(s.codes) < mostWords {
		s.codes[string(key)] = codes
	}
	return codes
}

// number takes a whole number.
func (s *scanner) number() (n int) {
	i := 0
	for ; i < len(s.rest) && '0' <= s.rest[i] && s.rest[i] <= '9'; i++ {
		n = 10*n + int(s.rest[i]-'0')
	}
	if i == 0 || i > 18 {
		s.bad = true
	}
	s.rest = s.rest[i:]
	return n
}

// fraction takes any number.
func (s *scanner) fraction() float64 {
	i := 0
	for i < len(s.rest) && s.rest[i] != ',' && s.rest[i] != '}' {
		i++
	}
	f, err := strconv.ParseFloat(string(s.rest[:i]), 64)
	s.bad = s.bad || err != nil
	s.rest = s.rest[i:]
	return f
}

// span takes a span.
func (s *scanner) span() (p demarche.Span) {
	s.wants(`{"start":`)
	p.Start = s.number()
	s.wants(`,"end":`)
	p.End = s.number()
	s.wants("}")
	return p
}

// period takes a period.
func (s *scanner) period() (p demarche.Period) {
	b, plain := s.quoted()
	if s.bad || !plain {
		s.bad = true
		return p
	}
	p, err := period(string(b[1 : len(b)-1]))
	s.bad = s.bad || err != nil
	return p
}

// event reads an object. It fails on one that another program may have written.
func (s *scanner) event(text []byte) (e demarche.Event, evidence string, ok bool) {
	s.rest, s.bad = text, false
	s.wants(`{"id":`)
	e.ID = demarche.EventID(s.text())
	s.wants(`,"report":`)
	e.Report = demarche.ReportID(s.text())
	s.wants(`,"type":`)
	e.Type = demarche.EventType(s.term())
	s.wants(`,"actor":`)
	e.Actor = s.list()
	s.wants(`,"recipient":`)
	e.Recipient = s.list()
	s.wants(`,"status":`)
	e.Status = demarche.Status(s.term())
	s.wants(`,"object":`)
	e.Object = s.term()
	if s.takes(`,"count":{"n":`) {
		e.Count.N = s.number()
		s.wants(`,"cmp":`)
		e.Count.Cmp = s.term()
		s.wants("}")
	}
	s.wants(`,"place":`)
	e.Place = s.term()
	s.wants(`,"date":`)
	e.Date = s.period()
	s.wants(`,"deadline":`)
	e.Deadline = s.period()
	s.wants(`,"speaker":`)
	e.Speaker = s.term()
	s.wants(`,"speaker_state":`)
	e.SpeakerState = demarche.Code(s.term())
	s.wants(`,"condition":`)
	e.Condition = s.text()
	if s.takes(`,"start":`) {
		e.Span.Start = s.number()
		s.wants(`,"end":`)
		e.Span.End = s.number()
	}
	if s.takes(`,"rule":`) {
		e.Rule = demarche.RuleID(s.term())
	}
	s.wants(`,"confidence":`)
	e.Confidence = s.fraction()
	s.wants(`,"inferred":[`)
	for !s.bad && !s.takes("]") {
		e.Inferred = append(e.Inferred, s.term())
		s.takes(",")
	}
	if s.takes(`,"evidence":`) {
		evidence = s.text()
	}
	if s.takes(`,"trigger":`) {
		e.Trigger = s.span()
	}
	if s.takes(`,"sentence":`) {
		e.Sentence = s.span()
	}
	if s.takes(`,"elsewhere":[`) {
		for !s.bad && !s.takes("]") {
			var x demarche.Elsewhere
			s.wants(`{"field":`)
			x.Field = s.term()
			s.wants(`,"start":`)
			x.Span.Start = s.number()
			s.wants(`,"end":`)
			x.Span.End = s.number()
			s.wants("}")
			e.Elsewhere = append(e.Elsewhere, x)
			s.takes(",")
		}
	}
	s.wants("}")
	return e, evidence, !s.bad && len(s.rest) == 0
}
