package who

import (
	"strings"

	"demarche/internal/table"
)

// persons takes those who act for States. It comes after all other names.
func (l *loader) persons(rows []table.Row) error {
	for _, r := range rows {
		if err := l.person(r); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) person(r table.Row) error {
	s := Sense{Code: Code(r.Cells[0]), Kind: PersonName}
	if err := l.known(r, s.Code); err != nil {
		return err
	}
	var err error
	if s.From, s.To, err = years(r, 5); err != nil {
		return err
	}
	wary, err := caution(r, 7)
	if err != nil {
		return err
	}
	var surnames []string
	if r.Cells[2] != none {
		surnames = strings.Split(r.Cells[2], ", ")
	}
	for name := range forms(r.Cells[1], r.Cells[3]) {
		s.Surname = surnameOf(name, surnames)
		if err := l.called(r, name, s); err != nil {
			return err
		}
	}
	s.Kind, s.Surname = Surname, ""
	if wary != 0 {
		for _, name := range surnames {
			l.title(name, r.Cells[4], s)
		}
		return nil
	}
	for _, name := range surnames {
		if err := l.called(r, name, s); err != nil {
			return err
		}
	}
	return nil
}

// titles are the offices that tell apart a surname which is not found alone: of
// several Bushes only one was President in a year.
var titles = map[string]Class{
	"head of State": Head, "head of government": Head,
	"foreign minister": Minister, "defence minister": Minister,
}

// title keeps a surname that is found only behind the title of an office.
func (l *loader) title(name, office string, s Sense) {
	class, ok := titles[office]
	if !ok {
		return
	}
	if l.g.titled == nil {
		l.g.titled = make(map[titled][]Sense)
	}
	key := titled{class, name}
	l.g.titled[key] = append(l.g.titled[key], s)
}

// forms yields a name and the others that a cell has besides it.
func forms(name, also string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if !yield(name) || also == none {
			return
		}
		for a := range strings.SplitSeq(also, ", ") {
			if !yield(a) {
				return
			}
		}
	}
}

// surnameOf gives the first of the surnames that stands in a name, or the first
// of all where none does.
func surnameOf(name string, surnames []string) string {
	for _, s := range surnames {
		if strings.Contains(name, s) {
			return s
		}
	}
	if len(surnames) > 0 {
		return surnames[0]
	}
	return name
}

// called adds a person's name. Namesakes of one State are one to the reader, for
// all their years; those of two are shared.
func (l *loader) called(r table.Row, name string, s Sense) error {
	m := l.g.meaning(name)
	senses := l.g.sensesOf(m)
	for i := range senses {
		o := &senses[i]
		switch {
		case !o.Kind.IsPerson():
			return r.Errorf("%q is a name of %s too: write a caution, so that the surname is not found alone, or give the name in full", name, o.Code)
		case o.Code == s.Code:
			o.From = min(o.From, s.From)
			if o.To != 0 && (s.To == 0 || s.To > o.To) {
				o.To = s.To
			}
			return nil
		}
		o.Caution |= Shared
		s.Caution |= Shared
	}
	l.g.mean(m, s)
	return nil
}
