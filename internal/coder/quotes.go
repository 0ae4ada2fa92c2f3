package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
)

// quote is a stretch of direct speech, with whom the report has saying it.
type quote struct {
	demarche.Span
	speaker string
	codes   []demarche.Code
	known   bool // somebody is found, of whatever State
}

// findQuotes finds the direct speech of a report. A paragraph that opens a quote
// and does not close it is speech to its end, as newspapers print it.
func findQuotes(sc *scene) []quote {
	text := sc.report.Text
	var out []quote
	start := -1
	for i := sc.report.Body.Start; i < sc.report.Body.End; i++ {
		switch c := text[i]; {
		case c == '\n' && i+1 < len(text) && text[i+1] == '\n' && start >= 0:
			out = append(out, quote{Span: demarche.Span{Start: start, End: i}})
			start = -1
		case c == '"', c == '\'' && i+1 < len(text) && text[i+1] == '\'', c == '`' && i+1 < len(text) && text[i+1] == '`':
			if start < 0 {
				start = i
			} else {
				out = append(out, quote{Span: demarche.Span{Start: start, End: i + 1}})
				start = -1
			}
			if c != '"' {
				i++
			}
		case strings.HasPrefix(text[i:], "“"):
			start = i
			i += 2
		case strings.HasPrefix(text[i:], "”"):
			if start >= 0 {
				out = append(out, quote{Span: demarche.Span{Start: start, End: i + 3}})
			}
			start = -1
			i += 2
		}
	}
	if start >= 0 {
		out = append(out, quote{Span: demarche.Span{Start: start, End: sc.report.Body.End}})
	}
	for i := range out {
		sc.attribute(out, i)
	}
	return out
}

// attribute finds who says a quote: beside a word of saying in the sentences that
// it touches, else in the one before, else whoever spoke last.
func (sc *scene) attribute(all []quote, n int) {
	q := &all[n]
	first, last := -1, -1
	for i, s := range sc.sentences {
		if s.Start < q.End && s.End > q.Start {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return
	}
	for _, i := range []int{last, first} {
		if sc.sayer(q, i) {
			return
		}
	}
	if n > 0 && first > 0 && all[n-1].known {
		p := sc.sentences[first-1]
		if all[n-1].End > p.Start {
			q.speaker, q.codes, q.known = all[n-1].speaker, all[n-1].codes, true
			return
		}
	}
	if q.Len() > 40 {
		for i := first - 1; i >= max(0, first-1); i-- {
			if sc.sayer(q, i) {
				return
			}
		}
		if n > 0 && all[n-1].known {
			q.speaker, q.codes, q.known = all[n-1].speaker, all[n-1].codes, true
		}
	}
}

// sayer finds a speaker in a sentence, outside the quote.
func (sc *scene) sayer(q *quote, i int) bool {
	tokens := sc.sentences[i].Tokens
	outside := func(t int) bool { return tokens[t].End <= q.Start || tokens[t].Start >= q.End }
	for t := range tokens {
		if !outside(t) || !sc.c.vocabulary.has(sayings, strings.ToLower(sc.form(i, t))) {
			continue
		}
		if t > 0 && tokens[t].Start >= q.End && strings.EqualFold(sc.form(i, t-1), "and") {
			continue // "vowed "firm steps" and said Canada would pay": he says what follows
		}
		// The nearest person, State or pronoun on the same side of the quote.
		best, near := -1, 1<<30
		list := sc.entities[sc.from[i]:sc.until(i)]
		for k := range list {
			e := &list[k]
			if !outside(e.first) || e.kind == place || e.kind == people && e.class == 0 || e.adjective {
				continue
			}
			if (tokens[e.first].Start < q.Start) != (tokens[t].Start < q.Start) {
				continue
			}
			d := t - e.end
			if e.first > t {
				d = e.first - t + 3
				if t > 0 && tokens[t-1].Start >= q.End-3 { // ... ," said X
					d = e.first - t - 1
				}
			}
			if e.kind == person {
				d -= 2
			}
			if d < near {
				best, near = k, d
			}
		}
		for p := max(0, t-4); p < min(len(tokens), t+2); p++ {
			if f := strings.ToLower(sc.form(i, p)); (f == "he" || f == "she" || f == "it" || f == "they") && outside(p) && (best < 0 || near > 3 || p == t-1 && list[best].kind != person) { // "at the UN, he said"
				m, ok := sc.lastPerson(i, tokens[p].Start, f, q)
				if f == "he" || f == "she" {
					// Who spoke last need be no name: "the source added".
					if r, at := sc.lastTeller(i); r.ok() && (!ok || m.sentence <= at) {
						q.speaker, q.codes, q.known = r.name, r.codes, true
						return true
					}
				}
				if ok {
					q.speaker, q.codes, q.known = sc.full(m), m.codes, true
					return true
				}
			}
		}
		if best >= 0 && near < 25 {
			e := &list[best]
			q.speaker, q.codes, q.known = sc.full(e), e.codes, true
			return true
		}
	}
	return false
}

// until is the end of a sentence's entities while they are still being gathered.
func (sc *scene) until(i int) int {
	if i+1 < len(sc.from) {
		return sc.from[i+1]
	}
	return len(sc.entities)
}

// lastTeller gives the one person who stands as the subject of what one of the three
// sentences before says in its main clause, and in which sentence; nobody where that is
// told by a pronoun.
func (sc *scene) lastTeller(i int) (r ref, at int) {
	for at = i - 1; at >= max(0, i-3); at-- {
		if !sc.open[at] {
			continue
		}
		was := sc.at
		sc.at = at
		sc.s.Set(sc.trees[at].Words, sc.c.lexicon)
		for k, w := range sc.s.Words {
			if w.Rel == "nsubj" && w.UPOS == "NOUN" && w.XPOS == "NN" && sc.s.Words[w.Head].Head < 0 && sc.c.lexicon.IsSaying(sc.s.Words[w.Head].Lemma) {
				r = sc.resolve(k, nil)
			}
		}
		sc.at = was
		switch {
		case !r.ok(), r.kind == state, r.kind == mission, r.kind == place:
			r = ref{}
		default:
			return r, at
		}
	}
	return ref{}, -1
}

// lastPerson gives the person, or the organ, named last before a byte, but not in the
// quote: who says it is not the one it names.
func (sc *scene) lastPerson(i, at int, pronoun string, said *quote) (*entity, bool) {
	var first *entity
	for k := sc.until(i) - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if i-e.sentence > 4 {
			break
		}
		named := sc.sentences[e.sentence].Tokens[e.first].Start
		if named >= at || said.Start <= named && named < said.End || len(e.codes) == 0 {
			continue
		}
		switch {
		case pronoun == "it":
			if e.kind == state && !e.adjective {
				return e, true
			}
		case e.kind != person, pronoun != "they" && e.class != 0 && e.name == "" && sc.isSeveral(e): // "leaders" are no "he"
		case sc.isWoman(e) == (pronoun == "she"), pronoun == "they":
			return e, true
		case first == nil && pronoun == "she":
			first = e // whose name does not tell
		}
	}
	return first, first != nil
}

// quoteAt gives the quote that a word of the sentence under the eye stands in, or nil.
func (sc *scene) quoteAt(word int) *quote {
	if word == proposition.None {
		return nil
	}
	at := sc.s.Words[word].Start
	for i := range sc.quotes {
		if q := &sc.quotes[i]; at >= q.Start && at < q.End {
			return q
		}
	}
	return nil
}
