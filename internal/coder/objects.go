package coder

import (
	"io/fs"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/table"
)

const objectsFile = "lexicon/objects.tsv"

// beside are the classes of objects that are not the codebook's.
var beside = []string{"people", "country", "group", "act"}

// objects says what nouns are, as objects of acts.
type objects struct {
	classes map[string][]string // of each form
	last    map[string][]string // forms of several words by their last word
}

// loadObjects reads the table. It refuses unknown classes.
func loadObjects(files fs.FS) (*objects, error) {
	rows, err := table.Read(files, objectsFile, "object", "forms")
	if err != nil {
		return nil, err
	}
	o := &objects{map[string][]string{}, map[string][]string{}}
	for _, r := range rows {
		class := r.Cells[0]
		if !slices.Contains(demarche.Objects, class) && !slices.Contains(beside, class) {
			return nil, r.Errorf("object %q is none of the codebook's, nor one of %s", class, strings.Join(beside, ", "))
		}
		forms, err := r.Forms(1)
		if err != nil {
			return nil, err
		}
		for _, form := range forms {
			if !slices.Contains(o.classes[form], class) {
				o.classes[form] = append(o.classes[form], class)
			}
			words := strings.Fields(form)
			if end := words[len(words)-1]; len(words) > 1 && !slices.Contains(o.last[end], form) {
				o.last[end] = append(o.last[end], form)
			}
		}
	}
	return o, nil
}

// of gives the classes of a noun in its sentence, the likeliest first, or nil.
func (o *objects) of(s *proposition.Sentence, noun int) []string {
	w := &s.Words[noun]
	lemma := strings.ToLower(w.Lemma)
	for _, form := range o.last[lemma] {
		words := strings.Fields(form)
		if at := noun - len(words) + 1; at >= 0 && wordsAt(s, at, words) {
			return o.classes[form]
		}
	}
	// "the head of the Russian mission", "the deputy head of the embassy"
	if lemma == "head" || lemma == "chief" || lemma == "member" {
		for k := s.Kid(noun); k >= 0; k = s.Next(k) {
			if s.Case(k) == "of" && k > noun {
				switch c := o.of(s, k); {
				case len(c) == 0 || c[0] != "embassy" && c[0] != "consulate" && c[0] != "mission":
				case lemma == "member", strings.HasSuffix(strings.ToLower(s.Words[k].Lemma), "section"), strings.EqualFold(s.Words[k].Lemma, "department"), noun > 0 && strings.EqualFold(s.Words[noun-1].Form, "deputy"), c[0] == "consulate":
					return []string{"diplomats"}
				default:
					return []string{"ambassador"}
				}
			}
		}
	}
	if lemma == "member" && noun+2 < len(s.Words) && s.Words[noun+1].Form == "of" {
		for t := noun + 2; t < min(noun+4, len(s.Words)); t++ {
			if s.Words[t].Lemma == "family" {
				return []string{"families"}
			}
		}
	}
	// "chargé d'affaires", "number two", "member of staff" go on after their head.
	for end := noun + 2; end <= min(noun+4, len(s.Words)); end++ {
		var b strings.Builder
		for i := noun; i < end; i++ {
			if i > noun && s.Words[i-1].End < s.Words[i].Start {
				b.WriteByte(' ')
			}
			b.WriteString(strings.ToLower(s.Words[i].Form))
		}
		if c, ok := o.classes[strings.ReplaceAll(b.String(), "’", "'")]; ok {
			return c
		}
	}
	if lemma == "envoy" && w.XPOS == "NN" && !s.IsDescribed(noun, "special", "peace", "trade", "climate") {
		return []string{"ambassador", "diplomats"} // "its own envoy", "Egypt's envoy"
	}
	if c, ok := o.classes[lemma]; ok {
		// An embassy's staff and a ministry's officials are told apart by what
		// stands before them.
		if c[0] == "officials" || lemma == "officer" || lemma == "official" {
			for k := s.Kid(noun); k >= 0; k = s.Next(k) {
				if f := strings.ToLower(s.Words[k].Form); k < noun && (f == "embassy" || f == "consular" || f == "diplomatic" || f == "consulate") {
					return []string{"diplomats"}
				}
			}
		}
		if lemma == "staff" || lemma == "personnel" {
			for k := s.Kid(noun); k >= 0; k = s.Next(k) {
				if k < noun && strings.EqualFold(s.Words[k].Form, "diplomatic") {
					return []string{"diplomats", "staff"}
				}
				if k < noun && strings.EqualFold(s.Words[k].Form, "security") {
					return []string{"security"}
				}
			}
		}
		return c
	}
	return nil
}

// has says whether a class is one of those of a noun.
func (o *objects) has(s *proposition.Sentence, noun int, class string) bool {
	return slices.Contains(o.of(s, noun), class)
}

// wordsAt says whether words stand at a place, by their forms or lemmas.
func wordsAt(s *proposition.Sentence, at int, words []string) bool {
	if at+len(words) > len(s.Words) {
		return false
	}
	for i, x := range words {
		if w := &s.Words[at+i]; !strings.EqualFold(w.Form, x) && !strings.EqualFold(w.Lemma, x) {
			return false
		}
	}
	return true
}
