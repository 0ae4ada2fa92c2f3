package coder

import (
	"regexp"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/who"
)

// Talks gives what the report that was coded last, into some events, tells of talks
// besides that they are: their level, who meets, their topics, and by whose word what
// came of them.
func (c *Coder) Talks(events []demarche.Event) (found []demarche.Remark) {
	sc := &c.scene
	if !slices.Contains(sc.open, true) {
		return nil
	}
	about := sc.parleys(events)
	if len(about) == 0 && !sc.mayTellResults() {
		return nil
	}
	for i := range sc.sentences {
		sc.at = i
		if p := nearest(about, i); p != nil && (p.sentence == i || sc.speaksOfTalks(i)) {
			if words := sc.levelTold(i); words != "" {
				found = append(found, sc.remarkOn(p.Event, demarche.Level, i, []string{"“" + words + "”"}))
			} else if sc.open[i] {
				sc.s.Set(sc.trees[i].Words, sc.c.lexicon)
				found = sc.addLevel(found, p)
			}
			if sc.open[i] {
				sc.s.Set(sc.trees[i].Words, sc.c.lexicon)
				found = sc.addTopics(found, p)
			}
		}
		found = sc.addResult(found, about, i)
	}
	return found
}

// parley is talks that a report tells of.
type parley struct {
	*demarche.Event
	sentence int
	head     int // its word
	alone    bool
}

// parleys gives the talks among events, in the order of the text.
func (sc *scene) parleys(events []demarche.Event) (all []parley) {
	for k := range events {
		e := &events[k]
		if e.Type != "consult" {
			continue
		}
		for i, s := range sc.sentences {
			if e.Trigger.Start < s.Start || e.Trigger.Start >= s.End {
				continue
			}
			head := slices.IndexFunc(s.Tokens, func(t demarche.Span) bool { return t.Start >= e.Trigger.Start })
			all = append(all, parley{e, i, max(0, head), false})
		}
	}
	slices.SortStableFunc(all, func(a, b parley) int { return a.sentence - b.sentence })
	if len(all) == 1 {
		all[0].alone = true
	}
	return all
}

// nearest gives the talks that a sentence may tell more of: its own, else those told
// last, not long before, or the only ones of the report.
func nearest(all []parley, sentence int) (best *parley) {
	const far = 3
	for k := range all {
		if p := &all[k]; p.sentence <= sentence && (p.alone || sentence-p.sentence <= far) && (best == nil || best.sentence < p.sentence) {
			best = p
		}
	}
	return best
}

// speaksOfTalks says whether a sentence names talks.
func (sc *scene) speaksOfTalks(i int) bool {
	for t := range sc.sentences[i].Tokens {
		low := strings.ToLower(sc.form(i, t))
		switch low {
		case "meeting", "meetings", "consultations", "negotiations", "discussions", "summits":
			return true
		}
		if sc.c.vocabulary.has(dealings, low) {
			return true
		}
	}
	return false
}

// remarkOn makes a remark on talks out of the sentence under the eye.
func (sc *scene) remarkOn(e *demarche.Event, kind demarche.RemarkKind, i int, names []string) demarche.Remark {
	s := sc.sentences[i].Span
	r := demarche.Remark{Report: sc.report.ID, Known: sc.report.Date, Kind: kind, Names: names, Words: s.In(sc.report.Text), Span: s}
	if e != nil {
		r.Of = e.Trigger
	}
	return r
}

// levelWords find a level that is told by words of its own.
var levelWords = []*regexp.Regexp{regexp.MustCompile(`\bat the level of ((?:[\p{L}’'-]+ ?){1,7})`), regexp.MustCompile(`\b(\p{L}+)-level\b`), regexp.MustCompile(`\bat (?:the |an? )?(\p{L}+(?: \p{L}+)?) level\b`)}

// levelTold gives the words by which a sentence tells a level itself, or nothing.
func (sc *scene) levelTold(i int) string {
	text := sc.sentences[i].Span.In(sc.report.Text)
	if !strings.Contains(text, "level") {
		return ""
	}
	for _, re := range levelWords {
		for _, m := range re.FindAllStringSubmatch(text, -1) {
			if l := strings.TrimSpace(m[1]); !isVague(l) {
				return l
			}
		}
	}
	return ""
}

// addLevel finds at what level talks are held by the offices of those who meet, in the
// clause of the talks itself, or in another sentence that speaks of them.
func (sc *scene) addLevel(found []demarche.Remark, p *parley) []demarche.Remark {
	i, own := sc.at, p.sentence == sc.at
	tokens := sc.sentences[i].Tokens
	var levels, persons []string
	add := func(list []string, s string) []string {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
		return list
	}
	inClause := func(t int) bool { return tokens[t].Start >= p.Span.Start && tokens[t].End <= p.Span.End }
	for k := range sc.in(i) {
		e := &sc.in(i)[k]
		if own && !inClause(e.first) || !own && !sc.acts(e) || sc.tellsThis(e, p) {
			continue
		}
		switch {
		case e.class != 0 && e.name == "":
			if l, ok := who.LevelOf(spanOf(tokens, e.first, e.end).In(sc.report.Text), e.class); ok && sc.meets(e, p, own) {
				levels = add(levels, string(l))
			}
		case e.kind == person && own && overlap(e.codes, union(p.Actor, p.Recipient)) && !sc.hasOffice(k):
			persons = add(persons, sc.full(e))
		}
	}
	for t := range tokens {
		if own && inClause(t) && strings.EqualFold(sc.form(i, t), "experts") {
			levels = add(levels, string(who.Experts))
		}
	}
	if len(levels) > 0 {
		found = append(found, sc.remarkOn(p.Event, demarche.Level, i, levels))
	}
	if len(persons) > 0 {
		found = append(found, sc.remarkOn(p.Event, demarche.Present, i, persons))
	}
	return found
}

// acts says whether an entity stands for one who does something, not for what it is
// done with.
func (sc *scene) acts(e *entity) bool {
	if e.subject {
		return true
	}
	switch sc.s.Case(e.head) {
	case "by", "between", "among":
		return true
	}
	return false
}

// isVague says whether words before "level" tell none.
func isVague(level string) bool {
	switch level[strings.LastIndexByte(level, ' ')+1:] {
	case "same", "this", "that", "the", "a", "any", "current", "present", "lowest", "lower", "higher", "new", "every", "poverty", "sea", "alert":
		return true
	}
	return false
}

// meets says whether an office stands for one of those who meet, or for all: it is of a
// side, or of nobody told.
func (sc *scene) meets(e *entity, p *parley, own bool) bool {
	if len(e.codes) == 0 {
		return own
	}
	return overlap(e.codes, union(p.Actor, p.Recipient))
}

// hasOffice says whether a name of the sentence stands right behind or before an office.
func (sc *scene) hasOffice(k int) bool {
	list := sc.in(sc.at)
	near := func(a, b *entity) bool { return b.first-a.end >= 0 && b.first-a.end <= 1 }
	return k > 0 && list[k-1].class != 0 && near(&list[k-1], &list[k]) || k+1 < len(list) && list[k+1].class != 0 && near(&list[k], &list[k+1])
}

// tellsThis says whether an entity is who says the clause of talks, rather than one who
// meets: it is its speaker, or the subject of a verb of saying.
func (sc *scene) tellsThis(e *entity, p *parley) bool {
	words := spanOf(sc.sentences[e.sentence].Tokens, e.first, e.end).In(sc.report.Text)
	if p.Speaker != "" && (strings.Contains(p.Speaker, words) || strings.HasSuffix(p.Speaker, sc.form(e.sentence, e.end-1))) {
		return true
	}
	s := &sc.s
	at := e.head
	for n := 0; n < len(s.Words) && s.Words[at].Head >= 0; n++ {
		rel, _, _ := strings.Cut(s.Words[at].Rel, ":")
		h := s.Words[at].Head
		switch rel {
		case "compound", "flat", "appos", "amod", "nmod", "conj":
			at = h
			continue
		case "nsubj", "obl", "obj", "iobj":
			return sc.c.lexicon.IsSaying(s.Words[h].Lemma) && sc.verbOfTalks(p) != h && (p.sentence != sc.at || p.head != h) || s.Case(at) == "according to"
		}
		break
	}
	return false
}

// addTopics finds what talks are about in the sentence under the eye.
func (sc *scene) addTopics(found []demarche.Remark, p *parley) []demarche.Remark {
	s, own := &sc.s, p.sentence == sc.at
	var names []string
	take := func(head int) {
		for _, n := range sc.topicsAt(head, 3) {
			if !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	for t := range s.Words {
		w := &s.Words[t]
		named := own && t == p.head || sc.c.vocabulary.has(dealings, w.Lemma) || w.Lemma == "meeting"
		for k := s.Kid(t); k >= 0; k = s.Next(k) {
			rel, _, _ := strings.Cut(s.Words[k].Rel, ":")
			switch {
			case (rel == "nmod" || rel == "obl") && named && isAbout(s.Case(k)),
				rel == "obj" && sc.isDiscussing(t) && (own || sc.hasDealing(t)),
				(rel == "obj" || rel == "obl") && isHolding(w.Lemma, s.Case(k)) && sc.hasDealing(t):
				if sc.isTopic(k) {
					take(k)
				}
			}
		}
	}
	// "hold consultations in the near future concerning their missions": hung on the verb.
	if h := sc.verbOfTalks(p); h >= 0 {
		for k := s.Kid(h); k >= 0; k = s.Next(k) {
			if k > p.head && isAbout(s.Case(k)) && sc.isTopic(k) {
				take(k)
			}
		}
	}
	for t := range s.Words { // "concerning" is read as a verb and as a preposition
		if f := strings.ToLower(s.Words[t].Form); (f == "concerning" || f == "regarding") && (!own || t > p.head) {
			topic := s.Words[t].Head
			for k := s.Kid(t); k >= 0; k = s.Next(k) {
				if s.Words[k].Rel == "obj" {
					topic = k
				}
			}
			if topic > t && sc.isTopic(topic) {
				take(topic)
			}
		}
	}
	if len(names) == 0 {
		return found
	}
	return append(found, sc.remarkOn(p.Event, demarche.Topic, sc.at, names))
}

// verbOfTalks gives the verb that the word of talks hangs on, in their own sentence, or -1.
func (sc *scene) verbOfTalks(p *parley) int {
	if p.sentence != sc.at {
		return -1
	}
	if h := sc.s.Words[p.head].Head; h >= 0 && sc.s.IsVerb(h) {
		return h
	}
	return -1
}

// isHolding says whether talks as the subject of a verb are told with what is in them:
// "would include", "focused on".
func isHolding(verb, preposition string) bool {
	switch verb {
	case "include", "cover", "concern", "address", "touch", "discuss":
		return preposition == "" || preposition == "on" || preposition == "upon"
	case "focus", "centre", "center", "concentrate", "dwell", "be":
		return preposition == "on" || preposition == "about" || preposition == "around"
	case "deal":
		return preposition == "with"
	}
	return false
}

// hasDealing says whether the subject of a verb is talks, or those who hold them by a
// pronoun.
func (sc *scene) hasDealing(verb int) bool {
	s := &sc.s
	for k := s.Kid(verb); k >= 0; k = s.Next(k) {
		if w := &s.Words[k]; strings.HasPrefix(w.Rel, "nsubj") && (sc.c.vocabulary.has(dealings, w.Lemma) || w.Lemma == "meeting" || w.UPOS == "PRON") {
			return true
		}
	}
	return false
}

// topicsAt gives the topics that a word and those joined to it stand for, in the
// report's words. Of "a range of issues including visas" it is the visas.
func (sc *scene) topicsAt(head, left int) (names []string) {
	s := &sc.s
	if left == 0 {
		return nil
	}
	var more []int
	heap := sc.c.vocabulary.has(heaps, s.Words[head].Lemma)
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		rel, _, _ := strings.Cut(s.Words[k].Rel, ":")
		switch {
		case rel == "conj" && s.IsNoun(k):
			names = append(names, sc.topicsAt(k, left)...)
		case heap && rel == "nmod" && (s.Case(k) == "including" || s.Case(k) == "such as" || s.Case(k) == "like" || s.Case(k) == "of"):
			more = append(more, k)
		case heap && rel == "acl" && !s.IsInfinitive(k):
			for x := s.Kid(k); x >= 0; x = s.Next(x) {
				r, _, _ := strings.Cut(s.Words[x].Rel, ":")
				if c := s.Case(x); (r == "obj" || r == "obl" && (c == "with" || c == "to" || c == "of" || c == "including" || c == "on")) && s.IsNoun(x) {
					more = append(more, x)
				}
			}
		case rel == "nmod" && k > head && !heap:
			// "operation of missions, visas and property": joined to the whole.
			for x := s.Kid(k); x >= 0; x = s.Next(x) {
				if s.Words[x].Rel == "conj" && s.IsNoun(x) && sc.afterComma(k) {
					names = append(names, sc.topicsAt(x, left)...)
				}
			}
		}
	}
	var own []string
	for _, k := range more {
		own = append(own, sc.topicsAt(k, left-1)...)
	}
	if len(more) == 0 {
		if n := sc.topicWords(head); n != "" && (!heap || sc.isNarrowed(head)) {
			own = []string{n}
		}
	}
	return append(own, names...)
}

// isNarrowed says whether a word that stands for any topic is narrowed by another noun:
// "visa issues", but not "longstanding issues".
func (sc *scene) isNarrowed(head int) bool {
	for k := sc.s.Kid(head); k >= 0; k = sc.s.Next(k) {
		if rel, _, _ := strings.Cut(sc.s.Words[k].Rel, ":"); rel == "compound" || rel == "nmod" {
			return true
		}
	}
	return false
}

// afterComma says whether what is joined to a word stands behind a comma, as in a list.
func (sc *scene) afterComma(word int) bool {
	s := &sc.s
	for t := word + 1; t < len(s.Words); t++ {
		if s.Words[t].Form == "," {
			return true
		}
		if h := s.Words[t].Head; h != word && !s.Within(t, word) {
			return false
		}
	}
	return false
}

// topicWords gives the words of a topic, without an article before them, and without
// what is joined to them.
func (sc *scene) topicWords(head int) string {
	s := &sc.s
	first, end := s.Subtree(head)
	for k := s.Kid(head); k >= 0; k = s.Next(k) {
		a, b := s.Subtree(k)
		switch rel, _, _ := strings.Cut(s.Words[k].Rel, ":"); rel {
		case "det", "case", "cc", "punct":
			if k < head {
				first = max(first, b)
			} else {
				end = min(end, a)
			}
		case "conj", "acl", "appos", "parataxis", "advcl", "cop", "nsubj", "mark":
			if k > head {
				end = min(end, a)
			} else {
				first = max(first, b)
			}
		}
	}
	for t := head + 1; t < end; t++ {
		if s.Words[t].Form == "," || s.Words[t].Form == ";" {
			end = t
		}
	}
	for end > head+1 && (s.Words[end-1].UPOS == "PUNCT" || s.Words[end-1].UPOS == "CCONJ") {
		end--
	}
	const longest = 14
	if first > head || end <= head || end-first > longest {
		return ""
	}
	return sc.words(first, end)
}
