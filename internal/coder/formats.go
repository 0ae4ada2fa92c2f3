package coder

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/table"
)

// formatsFile holds the talks of many that go by a name of their own.
const formatsFile = "lexicon/formats.tsv"

// format is a meeting of many that reports name without its members.
type format struct {
	names    []string // in small letters
	context  []demarche.Code
	from, to int
	members  []demarche.Code
	group    []demarche.Code // those of the members whom the name means as a group
	ends     map[string]bool // the last words of the names, and their parts
}

// loadFormats reads the table.
func loadFormats(files fs.FS) ([]format, error) {
	rows, err := table.Read(files, formatsFile, "names", "context", "from", "to", "members")
	if err != nil {
		return nil, err
	}
	var out []format
	for _, r := range rows {
		f := format{names: strings.Split(r.Cells[0], ", "), ends: map[string]bool{}}
		facing, group, parted := strings.Cut(r.Cells[4], " / ")
		if f.members = codesOf(facing); parted {
			f.group = codesOf(group)
			f.members = append(f.members, f.group...)
		} else {
			f.group = f.members
		}
		for _, n := range f.names {
			last := n[strings.LastIndex(n, " ")+1:]
			f.ends[last] = true
			for part := range strings.FieldsFuncSeq(last, func(r rune) bool { return r == '-' || r == '+' }) {
				f.ends[part] = true // as tokens part it
			}
		}
		if r.Cells[1] != "-" {
			f.context = codesOf(r.Cells[1])
		}
		for i, into := range []*int{&f.from, &f.to} {
			if c := r.Cells[2+i]; c != "-" {
				if *into, err = strconv.Atoi(c); err != nil {
					return nil, r.Errorf("year %q is no number: write 2003, or - for none", c)
				}
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// codesOf parts a cell of codes.
func codesOf(cell string) []demarche.Code {
	var out []demarche.Code
	for c := range strings.SplitSeq(cell, ", ") {
		out = append(out, demarche.Code(c))
	}
	return out
}

// formatAt gives the members of the named talks that a noun tells of, the State of
// the report's dateline first if it is one: "the six-party talks".
func (sc *scene) formatAt(noun int) []demarche.Code {
	s := &sc.s
	first, end := max(0, noun-5), noun+1
	var b strings.Builder
	for i := first; i < end; i++ {
		if i > first && s.Words[i-1].End < s.Words[i].Start {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToLower(s.Words[i].Form))
	}
	words := " " + b.String() + " "
	for i := range sc.c.formats {
		f := &sc.c.formats[i]
		if !sc.holds(f) {
			continue
		}
		for _, n := range f.names {
			if strings.Contains(words, " "+n+" ") {
				return slices.Clone(f.members)
			}
		}
	}
	return nil
}

// namedGroup gives the members of a group that a noun names, by all of its phrase up to
// the noun: "the five permanent members", "the P5+1".
func (sc *scene) namedGroup(head int) []demarche.Code {
	form := strings.ToLower(sc.s.Words[head].Form)
	if !slices.ContainsFunc(sc.c.formats, func(f format) bool { return f.ends[form] }) {
		return nil
	}
	first, _ := sc.s.Phrase(head)
	end := head + 1
	for end < len(sc.s.Words) && end < head+3 && (sc.s.Words[end].Form == "-" || sc.s.Words[end].UPOS == "NUM") && sc.s.Words[end].Start == sc.s.Words[end-1].End {
		end++ // "the EU-3"
	}
	words := " " + strings.ToLower(sc.words(min(first, head), end))
	for i := range sc.c.formats {
		f := &sc.c.formats[i]
		if slices.ContainsFunc(f.names, func(n string) bool { return strings.HasSuffix(words, " "+n) }) && sc.holds(f) {
			return union(slices.Clone(f.group), sc.added(end))
		}
	}
	return nil
}

// added gives the State that "plus" adds to a group behind its name: "the five permanent
// members of the Security Council plus Germany".
func (sc *scene) added(from int) []demarche.Code {
	const reach = 7 // the name of the body
	words := sc.s.Words
	for t := from; t+1 < min(from+reach, len(words)); t++ {
		if words[t].UPOS == "VERB" || words[t].UPOS == "PUNCT" {
			break
		}
		if e := sc.entityAt(t + 1); words[t].Lemma == "plus" && e != nil && e.kind == state && e.class == 0 {
			return e.codes
		}
	}
	return nil
}

// tabled gives the members of the named talks of which a proposition tells: by its own
// word, by what is done to them, or by where one goes to, walks out of or speaks ("left
// the six-party talks"); of a round, those of the talks named last.
func (sc *scene) tabled(p *proposition.Proposition) []demarche.Code {
	if f := sc.formatAt(p.Head); f != nil {
		return f
	}
	if n := p.Patient.Head; n != proposition.None {
		if f := sc.formatAt(n); f != nil {
			return f
		}
	}
	for _, a := range p.Preps {
		if f := sc.formatAt(a.Head); f != nil && !a.Far {
			return f
		}
	}
	if p.Noun && sc.c.vocabulary.has(rounds, sc.s.Words[p.Head].Lemma) {
		return sc.formatBefore()
	}
	return nil
}

// formatBefore gives the members of the talks that the sentences up to this one named
// last.
func (sc *scene) formatBefore() []demarche.Code {
	for at := sc.at; at >= 0; at-- {
		words := " " + strings.ToLower(strings.Join(strings.Fields(sc.sentences[at].In(sc.report.Text)), " ")) + " "
		for i := range sc.c.formats {
			f := &sc.c.formats[i]
			if sc.holds(f) && slices.ContainsFunc(f.names, func(n string) bool { return strings.Contains(words, " "+n+" ") }) {
				return slices.Clone(f.members)
			}
		}
	}
	return nil
}

// holds says whether a name means the talks that it stands for in a report of this one's
// year that names these States.
func (sc *scene) holds(f *format) bool {
	return (f.from == 0 || sc.year() >= f.from) && (f.to == 0 || sc.year() <= f.to) && sc.names(f.context)
}

// names says whether a report names one of some States; of none it is true.
func (sc *scene) names(codes []demarche.Code) bool {
	if len(codes) == 0 {
		return true
	}
	for k := range sc.entities {
		if overlap(sc.entities[k].codes, codes) {
			return true
		}
	}
	return false
}
