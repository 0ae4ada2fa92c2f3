package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/sense"
)

// describeWord fills in the features by which the network of senses tells which act a
// word tells: the word itself and its vector, what the encoder made of it, what hangs on
// it and what it hangs on, who and what of the report's is among that, and what the
// rules made of it.
func (sc *scene) describeWord(word int, made *candidate, f *sense.Features) {
	s := &sc.s
	w := &s.Words[word]
	f.Reset()
	lemma := strings.ToLower(w.Lemma)
	f.Add("lemma", lemma)
	f.Add("tag", w.XPOS, w.Rel)
	if word > 0 {
		f.Add("before", strings.ToLower(s.Words[word-1].Form))
	}
	if word+1 < len(s.Words) {
		next := strings.ToLower(s.Words[word+1].Form)
		f.Add("after", next)
		f.Add("two", lemma, next)
	}
	if h := w.Head; h >= 0 {
		f.Add("head", w.Rel, strings.ToLower(s.Words[h].Lemma))
		for _, c := range sc.sortsOf(h) {
			f.Add("headsort", w.Rel, c)
		}
		if c := s.Case(word); c != "" {
			f.Add("case", c)
		}
	} else {
		f.Add("root")
	}
	for k := s.Kid(word); k >= 0; k = s.Next(k) {
		sc.describeKid(k, "kid", f)
		switch rel := s.Words[k].Rel; rel {
		case "xcomp", "ccomp", "obj", "obl", "nmod", "nsubj", "nsubj:pass", "advcl":
			for j := s.Kid(k); j >= 0; j = s.Next(j) {
				sc.describeKid(j, rel, f)
			}
		}
	}
	var p proposition.Proposition
	s.Read(word, sc.c.lexicon, &p)
	if p.Passive {
		f.Add("passive")
	}
	for _, a := range []struct {
		role string
		head int
	}{{"agent", p.Agent.Head}, {"patient", p.Patient.Head}, {"indirect", p.Indirect.Head}, {"possessor", p.Possessor}, {"carrier", p.Carrier}, {"content", p.Content}} {
		if a.head == proposition.None {
			f.Add("no", a.role)
			continue
		}
		f.Add(a.role, strings.ToLower(s.Words[a.head].Lemma))
		for _, c := range sc.sortsOf(a.head) {
			f.Add(a.role+"sort", c)
		}
	}
	sc.describeSentence(f)
	before := len(f.Marks)
	sc.describeRules(word, made, f)
	f.Rules = len(f.Marks) - before
	f.Dense = append(f.Dense, sc.states[sc.at][word*sc.c.reader.width():][:sc.c.reader.width()]...)
	f.Dense = sc.c.reader.vector(f.Dense, lemma)
	object := p.Patient.Head
	if made != nil && made.object != proposition.None {
		object = made.object
	}
	if object == proposition.None {
		object = p.Agent.Head
	}
	form := ""
	if object != proposition.None {
		form = strings.ToLower(s.Words[object].Lemma)
	}
	f.Dense = sc.c.reader.vector(f.Dense, form)
	form = ""
	if w.Head >= 0 {
		form = strings.ToLower(s.Words[w.Head].Lemma)
	}
	f.Dense = sc.c.reader.vector(f.Dense, form)
	// The mean of the vectors of what hangs on it.
	size := sc.c.reader.parser.VectorSize()
	sum, n := make([]int32, size), int32(0)
	for k := s.Kid(word); k >= 0; k = s.Next(k) {
		switch s.Words[k].UPOS {
		case "NOUN", "VERB", "ADJ", "ADV", "ADP", "PROPN":
			sc.kidVector = sc.c.reader.vector(sc.kidVector[:0], strings.ToLower(s.Words[k].Lemma))
			for i, x := range sc.kidVector {
				sum[i] += int32(x)
			}
			n++
		}
	}
	for _, x := range sum {
		f.Dense = append(f.Dense, int16(x/max(n, 1)))
	}
}

// describeGlance fills in the features by which a word is told at a glance: itself, how it
// stands, and the words about it.
func (sc *scene) describeGlance(word int, f *sense.Features) {
	s := &sc.s
	w := &s.Words[word]
	lemma := strings.ToLower(w.Lemma)
	before, after, head := "", "", ""
	if word > 0 {
		before = strings.ToLower(s.Words[word-1].Form)
	}
	if word+1 < len(s.Words) {
		after = strings.ToLower(s.Words[word+1].Form)
	}
	if w.Head >= 0 {
		head = strings.ToLower(s.Words[w.Head].Lemma)
	}
	f.Reset()
	of := sense.Mark("lemma", lemma)
	f.Marks = append(f.Marks, of, sense.MarkAfter(of, w.XPOS, w.Rel), sense.MarkAfter(of, "before", before), sense.MarkAfter(of, "after", after),
		sense.MarkAfter(of, "under", head))
	f.Add("tag", w.XPOS, w.Rel)
	f.Add("before", before)
	f.Add("after", after)
	f.Add("head", w.Rel, head)
	f.Add("names", digit(min(len(sc.in(sc.at)), 4)))
}

// describeKid adds what hangs on a word.
func (sc *scene) describeKid(k int, place string, f *sense.Features) {
	s := &sc.s
	w := &s.Words[k]
	if w.UPOS == "PUNCT" || w.UPOS == "DET" && w.Form != "no" {
		return
	}
	how := w.Rel
	if c := s.Case(k); c != "" {
		how = c
	}
	f.Add(place, how, strings.ToLower(w.Lemma))
	for _, c := range sc.sortsOf(k) {
		f.Add(place+"sort", how, c)
	}
}

// sortsOf tells the sorts of a word: what it is as an object of acts, and what it names.
func (sc *scene) sortsOf(word int) []string {
	var out []string
	if sc.s.IsNoun(word) || sc.s.Words[word].UPOS == "ADJ" || sc.s.Words[word].UPOS == "NUM" || sc.s.Words[word].UPOS == "PRON" {
		out = append(out, sc.c.objects.of(&sc.s, word)...)
	}
	if len(out) > 2 {
		out = out[:2:2]
	}
	if e := sc.entityAt(word); e != nil {
		sort := kindNames[e.kind]
		switch {
		case e.adjective:
			sort = "adjective"
		case e.capital:
			sort = "capital"
		case e.class != 0:
			sort += classNames[e.class]
		}
		if len(e.codes) > 0 && isOrganisation(e.codes[0]) {
			sort = "organisation"
		}
		out = append(out, sort)
	} else if w := &sc.s.Words[word]; w.UPOS == "PRON" || w.UPOS == "NUM" {
		out = append(out, w.UPOS)
	} else if w.UPOS == "PROPN" {
		out = append(out, "name")
	}
	return out
}

var kindNames = [...]string{noKind: "none", state: "state", person: "person", mission: "post", people: "people", place: "place", others: "others"}

var classNames = [16]string{1: "1", 2: "2", 3: "3", 4: "4", 5: "5", 6: "6", 7: "7", 8: "8", 9: "9", 10: "10"}

// describeSentence adds what sort of sentence, and of report, it is.
func (sc *scene) describeSentence(f *sense.Features) {
	var codes []demarche.Code
	list := sc.in(sc.at)
	for k := range list {
		if e := &list[k]; e.kind != place {
			codes = union(codes, e.codes)
		}
	}
	f.Add("states", []string{"0", "1", "2", "3"}[min(len(codes), 3)])
	if sc.at == 0 {
		f.Add("first")
	}
	for _, m := range sc.matters {
		f.Add("matter", m)
	}
}

// describeRules adds what the rules found at a word.
func (sc *scene) describeRules(word int, made *candidate, f *sense.Features) {
	hit := false
	for _, h := range sc.c.hits {
		hit = true
		f.Add("hit", string(h.Rule.Type))
		f.Add("rule", string(h.Rule.ID))
	}
	if !hit {
		f.Add("nohit")
	}
	if made == nil {
		f.Add("nomade")
		return
	}
	f.Add("made", string(made.Type))
	f.Add("by", string(made.Rule))
	for _, i := range made.Inferred {
		f.Add("inferred", i)
	}
	f.Add("confidence", string(made.Type), string(rune('0'+min(9, max(0, int(made.Confidence*10))))))
	f.Add("madeobject", string(made.Type), made.Object)
	for i, t := range made.told {
		if !t {
			f.Add("untold", []string{"actor", "recipient"}[i])
		}
	}
}

// matter notes what the report is about: how much it tells of missions and their people.
func (sc *scene) matter() {
	count := map[string]int{}
	for i := range sc.sentences {
		for t := range sc.sentences[i].Tokens {
			form := strings.ToLower(sc.form(i, t))
			for _, c := range sc.c.objects.classes[form] {
				count[c]++
			}
			if c := sc.c.objects.classes[strings.TrimSuffix(form, "s")]; c != nil && strings.HasSuffix(form, "s") {
				for _, c := range c {
					count[c]++
				}
			}
		}
	}
	sc.matters = sc.matters[:0]
	for _, c := range []string{"diplomats", "ambassador", "embassy", "consulate", "visas", "relations", "property", "staff", "officials"} {
		sc.matters = append(sc.matters, c+[]string{"0", "1", "1", "3", "3"}[min(count[c], 4)])
	}
}

// isTeller says whether a word can tell an act.
func (sc *scene) isTeller(word int) bool {
	w := &sc.s.Words[word]
	switch w.UPOS {
	case "VERB", "NOUN", "ADJ", "NUM":
		return true
	case "AUX":
		return w.Rel != "aux" && w.Rel != "aux:pass" && w.Rel != "cop"
	case "ADV", "PROPN", "X", "INTJ", "SCONJ", "ADP":
		return w.Head < 0 || len(sc.c.hits) > 0
	}
	return false
}
