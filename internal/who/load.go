package who

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"demarche"
	"demarche/internal/phrase"
	"demarche/internal/table"
)

// The files of the gazetteer. Their heads say how to edit them.
const (
	statesFile        = "gazetteer/states.tsv"
	organisationsFile = "gazetteer/organisations.tsv"
	othersFile        = "gazetteer/others.tsv"
	citiesFile        = "gazetteer/cities.tsv"
	personsFile       = "gazetteer/persons.tsv"
	friendsFile       = "gazetteer/false_friends.tsv"
)

// none is how a cell says that it has nothing to say.
const none = "-"

// The columns of the files.
var (
	nameColumns   = []string{"code", "kind", "name", "from", "to", "caution"}
	cityColumns   = []string{"name", "code", "kind", "caution"}
	personColumns = []string{"code", "name", "surname", "also", "office", "from", "to", "caution"}
	friendColumns = []string{"code", "phrase", "is", "example"}
)

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
	// The order matters: each step refuses what clashes with those before.
	steps := []step{
		{file: statesFile, columns: nameColumns, take: l.names},
		{file: organisationsFile, columns: nameColumns, take: l.names},
		{file: othersFile, columns: nameColumns, take: l.names},
		{file: citiesFile, columns: cityColumns, take: l.cities},
		{file: personsFile, columns: personColumns, take: l.persons},
		{file: friendsFile, columns: friendColumns, take: l.friends},
	}
	l.g.grow(readAll(files, steps))
	for _, s := range steps {
		if s.err != nil {
			return nil, s.err
		}
		if err := s.take(s.rows); err != nil {
			return nil, err
		}
	}
	return &l.g, nil
}

// step is a table and what is done with its rows.
type step struct {
	file    string
	columns []string
	take    func([]table.Row) error

	rows []table.Row
	err  error
}

// readAll reads the tables, all at once, and gives the number of their rows.
func readAll(files fs.FS, steps []step) (n int) {
	var wg sync.WaitGroup
	for i := range steps {
		s := &steps[i]
		wg.Go(func() { s.rows, s.err = table.Read(files, s.file, s.columns...) })
	}
	wg.Wait()
	for _, s := range steps {
		n += len(s.rows)
	}
	return n
}

// loader builds a gazetteer and remembers where each thing was read.
type loader struct {
	g      Gazetteer
	blocks map[Code]table.Row // where a code's rows begin
	last   Code               // the code of the row before
	shared []sharedName       // the names marked shared
}

// sharedName is a name that more than one State should have.
type sharedName struct {
	row  table.Row
	name string
}

func (l *loader) names(rows []table.Row) error {
	l.last = "" // a code's rows do not go on from one file to the next
	for _, r := range rows {
		s, err := sense(r)
		if err != nil {
			return err
		}
		// The rows of the bodies have one code nearly all, and need no block.
		if r.File == othersFile {
			err = l.known(r, s.Code)
		} else {
			err = l.block(r, s)
		}
		if err != nil {
			return err
		}
		if err := l.name(r, r.Cells[2], s); err != nil {
			return err
		}
	}
	return nil
}

// known refuses a code that no table before has: a slip of the hand.
func (l *loader) known(r table.Row, code Code) error {
	if _, ok := l.blocks[code]; !ok && code != demarche.Other {
		return r.Errorf("code %q has no rows in %s or %s: mend it", code, statesFile, organisationsFile)
	}
	return nil
}

// name adds a name that must not clash with those before.
func (l *loader) name(r table.Row, name string, s Sense) error {
	if s.Kind == Capital {
		if l.g.capitals == nil {
			l.g.capitals = make(map[Code][]capital)
		}
		l.g.capitals[s.Code] = append(l.g.capitals[s.Code], capital{name, s})
	}
	if s.Caution&Shared != 0 {
		l.shared = append(l.shared, sharedName{r, name})
	}
	all := l.g.add(name, s)
	for _, o := range all[:len(all)-1] {
		if o.Code == s.Code && o.Kind == Capital && o.To != 0 && s.Kind == City {
			continue // it was the capital, and is a city still
		}
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
	if !isCode(s.Code) {
		return s, r.Errorf("code %q is not three capital letters, as in RUS", s.Code)
	}
	if r.Cells[2] == none {
		return s, r.Errorf("the name of %s is missing: write it, or delete the line", s.Code)
	}
	if s.Kind = kinds[r.Cells[1]]; s.Kind == 0 {
		return s, r.Errorf("unknown kind %q: write one of %s", r.Cells[1], keys(kinds))
	}
	if s.From, s.To, err = years(r, 3); err != nil {
		return s, err
	}
	s.Caution, err = caution(r, 5)
	return s, err
}

// isCode says whether a code is written as one.
func isCode(c Code) bool {
	return len(c) == 3 && strings.Trim(string(c), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// caution reads a cell of cautions.
func caution(r table.Row, column int) (all Caution, err error) {
	if r.Cells[column] == none {
		return 0, nil
	}
	for w := range strings.SplitSeq(r.Cells[column], ",") {
		c := cautions[w]
		if c == 0 {
			return 0, r.Errorf("unknown caution %q: write - or, with commas between, some of %s", w, keys(cautions))
		}
		all |= c
	}
	return all, nil
}

// years reads two cells, from and to.
func years(r table.Row, column int) (from, to int, err error) {
	if from, err = year(r, column); err != nil {
		return 0, 0, err
	}
	if to, err = year(r, column+1); err != nil {
		return 0, 0, err
	}
	if to != 0 && from > to {
		return 0, 0, r.Errorf("from %d is later than to %d: swap them", from, to)
	}
	return from, to, nil
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
	for _, s := range l.shared {
		if l.g.meaning(s.name).count < 2 {
			return s.row.Errorf("%q is marked shared, but no other row has it: take the mark away, or add the other row", s.name)
		}
	}
	return nil
}

func (l *loader) friends(rows []table.Row) error {
	for _, r := range rows {
		code, friend := Code(r.Cells[0]), r.Cells[1]
		if err := l.known(r, code); err != nil {
			return err
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
		case m.count > 0:
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
