package coder

import (
	"maps"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/sense"
)

// sideSources are the places where the network of sides sees who stands there.
var sideSources = []rule.Source{"agent", "patient", "undergoer", "indirect", "possessor", "mods", "owner", "host", "content.agent", "content.patient",
	"made", "teller", "speaker", "subject", "from", "against", "with", "to", "in", "of", "by", "at", "on", "over", "between", "for", "among", "into"}

// stand is what is known of a State that may be a side of an act.
type stand struct {
	code  demarche.Code
	at    int // the nearest word of the sentence that names it, or None
	marks []uint64
}

func (st *stand) add(words ...string) { st.marks = append(st.marks, sense.Mark(words...)) }

// stands gives for each State of the report what speaks for and against its being a side
// of an act: where it stands about the word, what rules made of it, and what the report
// has told of it before.
func (sc *scene) stands(word int, typ demarche.EventType, p *proposition.Proposition, st *proposition.Stance, object int, made *candidate) []stand {
	var all []stand
	at := func(c demarche.Code) *stand {
		for i := range all {
			if all[i].code == c {
				return &all[i]
			}
		}
		all = append(all, stand{code: c, at: proposition.None})
		return &all[len(all)-1]
	}
	t := string(typ)
	shape := shapeOf(typ)
	ofShape, ofType := sense.Mark(shape), sense.Mark(t)
	// Both the bare mark and the one of the type, so that what is seldom seen of one type
	// is learnt from its like.
	put := func(c demarche.Code, words ...string) {
		x := at(c)
		x.marks = append(x.marks, sense.Mark(words...), sense.MarkAfter(ofShape, words...), sense.MarkAfter(ofType, words...))
	}
	// Who is named in the report at all.
	held := map[string][]demarche.Code{} // by place, who is found there
	count := map[demarche.Code]int{}
	for k := range sc.entities {
		e := &sc.entities[k]
		for _, c := range e.codes {
			if e.kind != place {
				at(c)
				count[c]++
			}
		}
	}
	at(demarche.Other) // whom the text names without his being of a State
	sc.typed, sc.aiming, sc.judging, sc.rebutting = typ, false, shape == "judging", typ == "reject"
	sc.posted = typ == "depart" || typ == "recall" || typ == "appoint"
	var room [8]int
	for _, src := range sideSources {
		first := true
		for _, head := range sc.heads(src, p, st, object, room[:0]) {
			var x ref
			switch src {
			case "host":
				x = ref{codes: sc.hostOf(head)}
				if !x.ok() {
					x.codes = sc.resolve(head, nil).host
				}
			default:
				x = sc.resolveAll(head, nil)
			}
			if w := &sc.s.Words[head]; !x.ok() && x.kind != place && (sc.s.IsNoun(head) || w.UPOS == "PRON") {
				// Somebody stands there of whom no State is known.
				at(demarche.Other).add("unheld", string(src), w.UPOS)
				at(demarche.Other).add("unheld", t, string(src), w.UPOS)
				at(demarche.Other).add("unheldword", string(src), strings.ToLower(w.Lemma))
				held["unheld "+string(src)+" "+w.UPOS] = []demarche.Code{demarche.Other}
			}
			if x.kind == place {
				for _, c := range x.host {
					put(c, "place", string(src))
				}
				continue
			}
			how := "named"
			if x.spoken {
				how = "spoken"
			}
			if x.all {
				how = "both"
			}
			if len(x.codes) > 1 && !x.all {
				how += "many"
			}
			for _, c := range x.codes {
				put(c, "at", string(src), how)
				if key := string(src) + " " + how; !slices.Contains(held[key], c) {
					held[key] = append(held[key], c)
				}
				if first {
					put(c, "first", string(src))
				}
				at(c).add("lemma", strings.ToLower(sc.s.Words[word].Lemma), t, string(src))
			}
			for _, c := range x.host {
				put(c, "hostof", string(src))
			}
			if x.ok() {
				first = false
			}
		}
	}
	// Where it stands in the sentence.
	list := sc.in(sc.at)
	nearest := map[demarche.Code]int{}
	for k := range list {
		e := &list[k]
		way := sc.wayTo(word, e.head)
		for _, c := range e.codes {
			kind := kindNames[e.kind]
			if e.adjective {
				kind = "adjective"
			} else if e.capital {
				kind = "capital"
			}
			put(c, "way", kind, way)
			sc.around(e, func(words ...string) { put(c, words...) })
			side := "before"
			if e.head > word {
				side = "after"
			}
			put(c, side, kind)
			if d := abs(e.head - word); nearest[c] == 0 || d+1 < nearest[c] {
				nearest[c] = d + 1
				at(c).at = e.head
			}
		}
	}
	for k := range list {
		for _, c := range list[k].codes {
			if d := nearest[c]; d > 0 {
				rank := 0
				for _, o := range nearest {
					if o < d {
						rank++
					}
				}
				put(c, "near", digit(rank))
				nearest[c] = -d
			}
		}
	}
	sc.markRecent(word, p, put)
	// What was said before.
	for back := 1; back <= 2 && sc.at-back >= 0; back++ {
		prev := sc.in(sc.at - back)
		for k := range prev {
			e := &prev[k]
			how := kindNames[e.kind]
			if e.subject {
				how = "subject"
			}
			for _, c := range e.codes {
				put(c, "earlier", digit(back), how)
			}
		}
	}
	for i := range sc.last {
		f := &sc.last[i]
		same := "other"
		if f.Type == typ {
			same = "same"
		}
		for _, c := range f.Actor {
			put(c, "acted", same)
		}
		for _, c := range f.Recipient {
			put(c, "suffered", same)
		}
	}
	for _, c := range sc.targets[typ] {
		put(c, "target")
	}
	for i, side := range sc.topic {
		for _, c := range side {
			put(c, "topic", digit(i))
		}
	}
	for _, c := range sc.home {
		put(c, "dateline")
	}
	if q := sc.quoteAt(word); q != nil {
		for _, c := range q.codes {
			put(c, "quoted")
		}
	}
	if n := st.Speaker; n != proposition.None {
		for _, c := range sc.resolve(n, nil).codes {
			put(c, "speaks")
		}
	}
	if made != nil {
		for side, codes := range [2][]demarche.Code{made.Actor, made.Recipient} {
			name := []string{"actor", "recipient"}[side]
			told := "told"
			if slices.Contains(made.Inferred, name) {
				told = "inferred"
			}
			held["rule "+name] = codes
			for _, c := range codes {
				put(c, "rule", name, told)
				at(c).add("byrule", string(made.Rule), name, told)
			}
		}
	}
	sc.standBefore(all, held, put)
	// How it ranks in the report, and who stands where it does not.
	lemma := strings.ToLower(sc.s.Words[word].Lemma)
	places := slices.Sorted(maps.Keys(held))
	for i := range all {
		x := &all[i]
		rank := 0
		for _, n := range count {
			if n > count[x.code] {
				rank++
			}
		}
		put(x.code, "rank", digit(rank))
		put(x.code, "count", digit(min(count[x.code], 4)))
		if made == nil {
			x.add(t, "norule")
		}
		x.add(t)
		for _, key := range places {
			if !slices.Contains(held[key], x.code) {
				put(x.code, "rival", key)
			}
		}
		x.add("sides", digit(min(len(count), 6)))
		if isOrganisation(x.code) {
			put(x.code, "organisation")
		}
		if x.code == demarche.Other {
			put(x.code, "other")
			x.add(t, "otherby", lemma)
			for k := sc.s.Kid(word); k >= 0; k = sc.s.Next(k) {
				x.add("otherwith", sc.s.Words[k].Rel, strings.ToLower(sc.s.Words[k].Lemma))
				for j := sc.s.Kid(k); j >= 0; j = sc.s.Next(j) {
					x.add("otherunder", sc.s.Words[k].Rel, strings.ToLower(sc.s.Words[j].Lemma))
				}
			}
		}
		if p.Noun {
			x.add("noun", t)
		}
		if p.Passive {
			x.add("passive", t)
		}
		if _, here := nearest[x.code]; !here {
			put(x.code, "absent")
		}
	}
	return all
}

// shapeOf groups types that are alike in where their sides stand.
func shapeOf(t demarche.EventType) string {
	switch t {
	case "expel", "summon", "limit_staff", "limit_term", "limit_movement", "seize", "hand_back", "deny_visa", "grant_visa":
		return "deed"
	case "recall", "depart", "appoint", "open", "close":
		return "own"
	case "consult", "agree", "restore_relations":
		return "meeting"
	case "break_relations":
		return "bond"
	case "reject":
		return "judging"
	}
	return "bidding"
}

func digit(n int) string { return "0123456789"[min(max(n, 0), 9) : min(max(n, 0), 9)+1] }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// wayTo tells the way through the tree from one word to another: up to the word over
// both, then down.
func (sc *scene) wayTo(from, to int) string {
	s := &sc.s
	var up []int
	for n := from; n >= 0 && len(up) < 8; n = s.Words[n].Head {
		up = append(up, n)
	}
	var down []string
	n := to
	for steps := 0; n >= 0 && steps < 5; steps++ {
		if i := slices.Index(up, n); i >= 0 {
			if i > 4 {
				return "far"
			}
			var b strings.Builder
			for _, u := range up[:i] {
				rel, _, _ := strings.Cut(s.Words[u].Rel, ":")
				b.WriteString("<" + rel)
			}
			for k := len(down) - 1; k >= 0; k-- {
				b.WriteString(">" + down[k])
			}
			return b.String()
		}
		rel := s.Words[n].Rel
		if rel != "nsubj:pass" && rel != "nmod:poss" && rel != "acl:relcl" {
			rel, _, _ = strings.Cut(rel, ":")
		}
		if c := s.Case(n); c != "" && (rel == "obl" || rel == "nmod") {
			rel = c
		}
		down = append(down, rel)
		n = s.Words[n].Head
	}
	return "far"
}

// describeStand fills in the features of a State as a side of the act that a word tells.
func (sc *scene) describeStand(word int, x *stand, f *sense.Features) {
	f.Reset()
	f.Marks = append(f.Marks, x.marks...)
	width := sc.c.reader.width()
	states := sc.states[sc.at]
	f.Dense = append(f.Dense, states[word*width:][:width]...)
	if x.at == proposition.None {
		f.Dense = append(f.Dense, make([]int16, width)...)
	} else {
		f.Dense = append(f.Dense, states[x.at*width:][:width]...)
	}
}

// standBefore tells of States what the report told of them before.
func (sc *scene) standBefore(all []stand, held map[string][]demarche.Code, put func(demarche.Code, ...string)) {
	for i := range all {
		c := all[i].code
		since := "never"
		for _, at := range sc.namings[c] {
			if at <= sc.at {
				since = digit(min(sc.at-at, 6))
			}
		}
		put(c, "since", since)
		if k := slices.Index(sc.order, c); k >= 0 {
			put(c, "order", digit(min(k, 5)))
			if sc.namings[c][0] == 0 {
				put(c, "in lead")
			}
		}
		t := sc.told[c]
		put(c, "so far", digit(min(t[0], 3)), digit(min(t[1], 3)))
		if len(sc.accusers[c]) > 0 {
			put(c, "accused")
		}
		for _, by := range sc.accusers {
			if slices.Contains(by, c) {
				put(c, "accuser")
				break
			}
		}
		for _, role := range []string{"agent", "speaker", "teller", "possessor"} {
			for _, how := range []string{"named", "spoken"} {
				for _, o := range held[role+" "+how] {
					if slices.Contains(sc.partners[o], c) {
						put(c, "partner of", role)
					}
				}
			}
		}
	}
}

// around marks what stands about a name: what it hangs on, and the words beside it.
func (sc *scene) around(e *entity, put func(...string)) {
	s := &sc.s
	w := &s.Words[e.head]
	how := w.Rel
	if c := s.Case(e.head); c != "" {
		how = c
	}
	if w.Head >= 0 {
		put("under", how, strings.ToLower(s.Words[w.Head].Lemma))
	}
	if e.first > 0 {
		put("word before", strings.ToLower(s.Words[e.first-1].Lemma))
	}
	if e.end < len(s.Words) {
		put("word after", strings.ToLower(s.Words[e.end].Lemma))
	}
}

// recentSentences is how far back a pronoun reaches for what it takes up.
const recentSentences = 3

// markRecent marks how lately the report named a State by each sort of name, before the
// act's word, and with what word the act's sides are taken up if not by name: which of
// those named a "he" or an "it" means, the network of sides may see better than a rule.
func (sc *scene) markRecent(word int, p *proposition.Proposition, put func(demarche.Code, ...string)) {
	taken := []string{"-"}
	for _, n := range [...]int{p.Agent.Head, p.Possessor, p.Patient.Head} {
		if n == proposition.None {
			continue
		}
		if w := &sc.s.Words[n]; w.UPOS == "PRON" || sc.s.IsNoun(n) && sc.entityAt(n) == nil {
			taken = append(taken, strings.ToLower(w.Lemma))
		}
	}
	var order [len(kindNames)][]demarche.Code
	for k := sc.from[sc.at+1] - 1; k >= 0; k-- {
		e := &sc.entities[k]
		if sc.at-e.sentence > recentSentences {
			break
		}
		if e.sentence == sc.at && e.first >= word || e.kind == place {
			continue
		}
		kind := e.kind
		if kind == state && e.adjective {
			kind = people
		}
		for _, c := range e.codes {
			if slices.Contains(order[kind], c) {
				continue
			}
			how := "late"
			if e.subject {
				how = "subject"
			}
			for _, t := range taken {
				put(c, "recent", kindNames[kind], digit(min(len(order[kind]), 3)), how, t)
			}
			order[kind] = append(order[kind], c)
		}
	}
}
