package coder

import (
	"slices"
	"strings"

	"demarche"
	"demarche/internal/syntax"
)

// Known are the States of persons whom other reports have introduced, by their names as
// the report has them.
type Known map[string]demarche.Code

// Bare gives the names of persons in the report that was coded last whose State it does
// not tell, each once: "Ryabkov" of "Ryabkov said".
func (c *Coder) Bare() (names []string) {
	sc := &c.scene
	for i, open := range sc.open {
		if !open {
			continue
		}
		for _, r := range sc.runs(i) {
			name := sc.runName(i, r)
			if _, told := sc.cast[sc.form(i, r[1]-1)]; !told && sc.isParty(sc.trees[i].Words, r) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// CodeKnowing codes a report that was read before, with persons known from other
// reports. Plain is what it was coded into without them: what both tell alike has the
// same id, and the fields that rest on the persons are noted as inferred.
func (c *Coder) CodeKnowing(reading *Reading, plain []demarche.Event, known Known) []demarche.Event {
	c.known = known
	defer func() { c.known = nil }()
	events := c.CodeReading(reading)
	was := make([]int, len(events)) // the places among the plain, from 1
	taken := make([]bool, len(plain))
	for _, alike := range []func(a, b *demarche.Event) bool{
		func(a, b *demarche.Event) bool { return a.ID == b.ID },
		func(a, b *demarche.Event) bool { return a.Trigger == b.Trigger && a.Type == b.Type },
		func(a, b *demarche.Event) bool { return a.Trigger == b.Trigger },
	} {
		for i := range events {
			for j := range plain {
				if was[i] == 0 && !taken[j] && alike(&events[i], &plain[j]) {
					was[i], taken[j] = j+1, true
				}
			}
		}
	}
	for i := range events {
		e := &events[i]
		before := demarche.Event{}
		if was[i] > 0 {
			before = plain[was[i]-1]
			e.ID = before.ID
		}
		infer := func(field string, is, was []demarche.Code) {
			if (!slices.Equal(is, was) || slices.Contains(before.Inferred, field)) && c.scene.knows(e.Sentence, is, known) {
				e.Inferred = append(e.Inferred, field)
			}
		}
		infer("actor", e.Actor, before.Actor)
		infer("recipient", e.Recipient, before.Recipient)
		if e.SpeakerState != "" {
			infer("speaker_state", []demarche.Code{e.SpeakerState}, []demarche.Code{before.SpeakerState})
		}
		e.Inferred = slices.Compact(slices.Sorted(slices.Values(e.Inferred)))
	}
	return events
}

// knows says whether one of some States is that of a person known from other reports
// whom the report names until the end of a sentence.
func (sc *scene) knows(sentence demarche.Span, codes []demarche.Code, known Known) bool {
	for name, code := range known {
		if slices.Contains(codes, code) && strings.Contains(sc.report.Text[:sentence.End], name) {
			return true
		}
	}
	return false
}

// runs gives the names of a sentence that was parsed, as its tokens, that are no
// entity's: words with capitals that the tree takes for names, on end.
func (sc *scene) runs(i int) (runs [][2]int) {
	words := sc.trees[i].Words
	first := sc.from[i]
	end := sc.until(i)
	covered := func(t int) bool {
		return slices.ContainsFunc(sc.entities[first:end], func(e entity) bool { return e.sentence == i && e.first <= t && t < e.end })
	}
	for t := 0; t < len(words); t++ {
		from := t
		for t < len(words) && words[t].UPOS == "PROPN" && sc.isName(i, t) && !isHonorific(words[t].Form) && !covered(t) {
			t++
		}
		const longest = 4
		if n := t - from; n > 0 && n <= longest && !slices.Contains(particles, strings.ToLower(words[t-1].Form)) {
			runs = append(runs, [2]int{from, t})
		}
	}
	return runs
}

// runName gives the words of a run as one name.
func (sc *scene) runName(i int, run [2]int) string {
	return strings.Join(strings.Fields(spanOf(sc.sentences[i].Tokens, run[0], run[1]).In(sc.report.Text)), " ")
}

// isHonorific says whether a word stands before a person's name and is none.
func isHonorific(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Mr", "Mrs", "Ms", "Dr", "Sir", "Madam", "Madame", "Lord", "Lady", "Sheikh":
		return true
	}
	return false
}

// isParty says whether a name stands where one who acts or speaks, or who is spoken to,
// does, and not where a place does.
func (sc *scene) isParty(words []syntax.Word, run [2]int) bool {
	for t := run[0]; t < run[1]; t++ {
		if h := words[t].Head; h >= run[0] && h < run[1] {
			continue
		}
		switch rel, _, _ := strings.Cut(words[t].Rel, ":"); rel {
		case "nsubj", "obj", "iobj", "conj", "appos":
			return true
		case "obl", "nmod":
			for k := max(0, run[0]-3); k < run[0]; k++ {
				if words[k].Head == t && words[k].Rel == "case" {
					switch strings.ToLower(words[k].Form) {
					case "by", "to", "with", "between":
						return true
					}
				}
			}
		}
	}
	return false
}

// addKnown finds the persons of a sentence that are known from other reports.
func (sc *scene) addKnown(i, first int) {
	if len(sc.c.known) == 0 || !sc.open[i] {
		return
	}
	for _, r := range sc.runs(i) {
		if code, ok := sc.c.known[sc.runName(i, r)]; ok {
			sc.entities = append(sc.entities, entity{
				sentence: i, first: r[0], end: r[1], head: r[1] - 1, kind: person, codes: []demarche.Code{code}, name: sc.form(i, r[1]-1),
			})
		}
	}
	slices.SortStableFunc(sc.entities[first:], func(a, b entity) int { return a.first - b.first })
}
