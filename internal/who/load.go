package who

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"demarche/internal/phrase"
	"demarche/internal/table"
)

// The files of the gazetteer. Their heads say how to edit them.
const (
	statesFile        = "gazetteer/states.tsv"
	organisationsFile = "gazetteer/organisations.tsv"
	friendsFile       = "gazetteer/false_friends.tsv"
)

// none is how a cell says that it has nothing to say.
const none = "-"

var kinds = map[string]Kind{
	"name": Name, "demonym": Demonym, "capital": Capital, "seat": Seat,
	"organ": Organ, "abbreviation": Abbreviation, "former": Former,
}

var cautions = map[string]Caution{
	"word": Word, "person": Person, "place": Place, "part": Part, "shared": Shared,
}

// Load reads the tables of the folder gazetteer. It refuses what an editor of
// the tables may get wrong, with the file, the line and what to do: unknown
// columns, kinds, cautions and codes, names and lines that stand twice, names
// shared by two States without a word, and false friends that block nothing.
func Load(files fs.FS) (*Gazetteer, error) {
	l := loader{blocks: make(map[Code]table.Row)}
	for _, file := range []string{statesFile, organisationsFile} {
		if err := l.names(files, file); err != nil {
			return nil, err
		}
	}
	if err := l.sharing(); err != nil {
		return nil, err
	}
	if err := l.friends(files); err != nil {
		return nil, err
	}
	return &l.g, nil
}

// loader builds a gazetteer and remembers where each thing was read.
type loader struct {
	g      Gazetteer
	blocks map[Code]table.Row // where a code's rows begin
	last   Code               // the code of the row before
	shared []table.Row        // the rows marked shared
}

func (l *loader) names(files fs.FS, file string) error {
	rows, err := table.Read(files, file, "code", "kind", "name", "from", "to", "caution")
	if err != nil {
		return err
	}
	l.last = "" // a code's rows do not go on from one file to the next
	for _, r := range rows {
		if err := l.name(r); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) name(r table.Row) error {
	name := r.Cells[2]
	s, err := sense(r)
	if err != nil {
		return err
	}
	if err := l.block(r, s); err != nil {
		return err
	}
	if s.Caution&Shared != 0 {
		l.shared = append(l.shared, r)
	}
	all := l.g.add(name, s)
	for _, o := range all[:len(all)-1] {
		if o.Code == s.Code {
			return r.Errorf("%s has a name that reads like %q already: delete one of the two", s.Code, name)
		}
		if (s.Caution&o.Caution)&Shared == 0 {
			return r.Errorf("%q is a name of %s too: if it stands for both, write shared as the caution of both rows", name, o.Code)
		}
	}
	return nil
}

// block checks that the rows of a code stand together and begin with its name,
// which makes a mistyped code show.
func (l *loader) block(r table.Row, s Sense) error {
	first, known := l.blocks[s.Code]
	switch {
	case !known && s.Kind != Name:
		return r.Errorf("code %s is not known here: begin its rows with one of kind name, or mend the code", s.Code)
	case known && s.Code != l.last:
		return r.Errorf("code %s has its rows at %s:%d: move this one there, or mend the code", s.Code, first.File, first.Line)
	case !known:
		l.blocks[s.Code] = r
	}
	l.last = s.Code
	return nil
}

// sense reads what a row says of its name.
func sense(r table.Row) (s Sense, err error) {
	s.Code = Code(r.Cells[0])
	if len(s.Code) != 3 || strings.Trim(string(s.Code), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return s, r.Errorf("code %q is not three capital letters, as in RUS", s.Code)
	}
	if r.Cells[2] == none {
		return s, r.Errorf("the name of %s is missing: write it, or delete the line", s.Code)
	}
	if s.Kind = kinds[r.Cells[1]]; s.Kind == 0 {
		return s, r.Errorf("unknown kind %q: write one of %s", r.Cells[1], keys(kinds))
	}
	if s.From, err = year(r, 3); err != nil {
		return s, err
	}
	if s.To, err = year(r, 4); err != nil {
		return s, err
	}
	if s.To != 0 && s.From > s.To {
		return s, r.Errorf("from %d is later than to %d: swap them", s.From, s.To)
	}
	if r.Cells[5] != none {
		for _, w := range strings.Split(r.Cells[5], ",") {
			c := cautions[w]
			if c == 0 {
				return s, r.Errorf("unknown caution %q: write - or, with commas between, some of %s", w, keys(cautions))
			}
			s.Caution |= c
		}
	}
	return s, nil
}

func year(r table.Row, column int) (int, error) {
	cell := r.Cells[column]
	if cell == none {
		return 0, nil
	}
	y, err := strconv.Atoi(cell)
	if err != nil || len(cell) != 4 || y < 1000 {
		return 0, r.Errorf("year %q is not four digits: write one such as 1991, or -", cell)
	}
	return y, nil
}

// sharing checks that names marked shared are.
func (l *loader) sharing() error {
	for _, r := range l.shared {
		if len(l.g.meaning(r.Cells[2]).senses) < 2 {
			return r.Errorf("%q is marked shared, but no other row has it: take the mark away, or add the other row", r.Cells[2])
		}
	}
	return nil
}

func (l *loader) friends(files fs.FS) error {
	rows, err := table.Read(files, friendsFile, "code", "phrase", "is", "example")
	if err != nil {
		return err
	}
	for _, r := range rows {
		code, friend := Code(r.Cells[0]), r.Cells[1]
		if _, known := l.blocks[code]; !known {
			return r.Errorf("code %q has no rows in %s or %s: mend it", code, statesFile, organisationsFile)
		}
		if !l.holds(friend, code) {
			return r.Errorf("%q holds no name of %s by itself: mend the code, or delete the line, which would block nothing", friend, code)
		}
	}
	// Only now, so that no line hides behind another.
	for _, r := range rows {
		friend := r.Cells[1]
		known := len(l.g.names)
		switch m := l.g.meaning(friend); {
		case m.senses != nil:
			return r.Errorf("%q is itself a name: delete it here or there", friend)
		case len(l.g.names) == known:
			return r.Errorf("another line reads like %q: delete one of the two", friend)
		}
	}
	return nil
}

// holds says whether a phrase has a name of the code among its words.
func (l *loader) holds(friend string, code Code) bool {
	for _, m := range l.g.Find(friend, phrase.Tokens(friend), nil) {
		if slices.ContainsFunc(m.Senses, func(s Sense) bool { return s.Code == code }) {
			return true
		}
	}
	return false
}

// keys lists what may be written, for an error.
func keys[V any](m map[string]V) string {
	var words []string
	for w := range m {
		words = append(words, w)
	}
	slices.Sort(words)
	return strings.Join(words, ", ")
}
