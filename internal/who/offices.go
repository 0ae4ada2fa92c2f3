package who

import (
	"io/fs"
	"strings"

	"demarche"
	"demarche/internal/phrase"
	"demarche/internal/table"
)

// officesFile holds the offices. Its head says how to edit it.
const officesFile = "gazetteer/offices.tsv"

// Class says what sort of office or organ a word is.
type Class uint8

// The classes, as the column class of the table has them.
const (
	Head       Class = iota + 1 // of State or government: president, crown prince
	Minister                    // foreign minister, secretary of state
	Speaker                     // spokeswoman, official, source
	Ambassador                  // any head of mission: ambassador, chargé d'affaires
	Envoy                       // special envoy, negotiator
	Diplomat                    // diplomat, consul, attaché
	Body                        // an organ: foreign ministry, government, parliament
	Mission                     // embassy, consulate, interests section

	rank  // what stands before an office and belongs to it: deputy
	topic // what stands after one: for Political Affairs
)

var classes = map[string]Class{
	"head": Head, "minister": Minister, "speaker": Speaker, "ambassador": Ambassador, "envoy": Envoy,
	"diplomat": Diplomat, "organ": Body, "mission": Mission, "rank": rank, "topic": topic,
}

// String gives the class as the table has it.
func (c Class) String() string {
	for word, class := range classes {
		if class == c {
			return word
		}
	}
	return "no class"
}

// Office is one place in a sentence where an office or organ stands that any
// State may have: tokens[First:End] of the sentence.
type Office struct {
	First, End int
	Class      Class
	// Code is whose office the words mean where the text tells no other State:
	// USA for Secretary of State. Empty for most.
	Code Code
	// Also are further States that have an office so called.
	Also []Code
}

// Span gives the bytes that the office covers, given the sentence's tokens.
func (o Office) Span(tokens []demarche.Span) demarche.Span {
	return demarche.Span{Start: tokens[o.First].Start, End: tokens[o.End-1].End}
}

// Offices is the list of offices. Any number of goroutines may use one.
type Offices struct {
	trie  phrase.Trie
	means []Office // of each phrase of the trie, its class and code
}

// LoadOffices reads the table of offices. It refuses unknown classes, codes that
// are none, and forms that stand twice.
func LoadOffices(files fs.FS) (*Offices, error) {
	rows, err := table.Read(files, officesFile, "class", "code", "forms")
	if err != nil {
		return nil, err
	}
	o := new(Offices)
	var lines []int // where each phrase was read
	for _, r := range rows {
		means := Office{Class: classes[r.Cells[0]]}
		if means.Class == 0 {
			return nil, r.Errorf("unknown class %q: write one of %s", r.Cells[0], keys(classes))
		}
		if r.Cells[1] != none {
			for code := range strings.SplitSeq(r.Cells[1], ", ") {
				if !isCode(Code(code)) {
					return nil, r.Errorf("code %q is not three capital letters, as in RUS", code)
				}
				means.Also = append(means.Also, Code(code))
			}
			means.Code, means.Also = means.Also[0], means.Also[1:]
		}
		forms, err := r.Forms(2)
		if err != nil {
			return nil, err
		}
		for _, form := range forms {
			id, added := o.trie.Add(form)
			if !added {
				return nil, r.Errorf("%q stands at line %d already: delete one of the two", form, lines[id])
			}
			o.means = append(o.means, means)
			lines = append(lines, r.Line)
		}
	}
	return o, nil
}

// Find appends to dst the offices in a sentence, given by its tokens, from left
// to right, each with the rank before it and the topic after it. It allocates
// nothing but what dst needs.
func (o *Offices) Find(text string, tokens []demarche.Span, dst []Office) []Office {
	for i := 0; i < len(tokens); {
		found, ok := o.at(text, tokens, i)
		if !ok {
			i++
			continue
		}
		if found.Class < rank {
			dst = append(dst, found)
		}
		i = found.End
	}
	return dst
}

// at gives the office that begins at tokens[first], with all that belongs to it.
// Where that is only ranks or a topic, it gives the first of them.
func (o *Offices) at(text string, tokens []demarche.Span, first int) (found Office, ok bool) {
	if found, ok = o.match(text, tokens, first); !ok {
		return found, false
	}
	switch found.Class {
	case rank:
		if found.End < len(tokens) {
			if core, ok := o.at(text, tokens, found.End); ok && core.Class < rank {
				core.First = first
				return core, true
			}
		}
	case topic, Speaker: // a spokesman for Yemen speaks for it
	default:
		if found.End < len(tokens) {
			if after, ok := o.match(text, tokens, found.End); ok && after.Class == topic {
				found.End = after.End
			}
		}
	}
	return found, true
}

// match gives the longest phrase that begins at tokens[first].
func (o *Offices) match(text string, tokens []demarche.Span, first int) (found Office, ok bool) {
	m, ok := o.trie.Longest(text, tokens, first)
	if !ok {
		return Office{}, false
	}
	found = o.means[m.ID]
	found.First, found.End = m.First, m.End
	return found, true
}
