package who

import (
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/data"
	"demarche/internal/table"
	"demarche/internal/text"
)

// gazetteer is the one that the program ships.
func gazetteer(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// found lists what the gazetteer finds in a text as "words=CODE/CODE".
func found(g *Gazetteer, s string) []string {
	var all []string
	for _, sentence := range text.Split(s, demarche.Span{End: len(s)}) {
		for _, m := range g.Find(s, sentence.Tokens, nil) {
			var codes []string
			for _, sense := range m.Senses {
				codes = append(codes, string(sense.Code))
			}
			all = append(all, m.Span(sentence.Tokens).In(s)+"="+strings.Join(codes, "/"))
		}
	}
	return all
}

func rows(t *testing.T, file string, columns ...string) []table.Row {
	t.Helper()
	all, err := table.Read(data.Files, file, columns...)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestEveryName: each name of the tables is found where a report has it: within
// a sentence, in the genitive, at its end, and in a headline all in capitals.
func TestEveryName(t *testing.T) {
	g := gazetteer(t)
	for _, file := range []string{statesFile, organisationsFile} {
		for _, r := range rows(t, file, "code", "kind", "name", "from", "to", "caution") {
			code, name := r.Cells[0], r.Cells[2]
			frames := []string{"He spoke of % on Monday.", "It was %'s turn.", "It was %’s turn.", "He was told to avoid %.", "“%,” he said.", "a %-backed plan"}
			if strings.HasSuffix(name, "-") {
				frames = []string{"The %Ruritanian talks went on.", "The %Ruritanian Agreement."}
			}
			for _, frame := range frames {
				s := strings.Replace(frame, "%", name, 1)
				check(t, g, r, s, name, code)
				check(t, g, r, strings.ToUpper(s), strings.ToUpper(name), code)
			}
		}
	}
}

func check(t *testing.T, g *Gazetteer, r table.Row, s, name, code string) {
	t.Helper()
	all := found(g, s)
	name = strings.TrimSuffix(name, "-")
	if !slices.ContainsFunc(all, func(f string) bool {
		words, codes, _ := strings.Cut(f, "=")
		return strings.TrimSuffix(words, ".") == strings.TrimSuffix(name, ".") && slices.Contains(strings.Split(codes, "/"), code)
	}) {
		t.Errorf("%s:%d: %q: found %q, want %s=%s", r.File, r.Line, s, all, name, code)
	}
}

// TestEveryFalseFriend reads the examples: in none is the code found whose name
// the phrase holds. That it would be found without the line, Load sees to.
func TestEveryFalseFriend(t *testing.T) {
	g := gazetteer(t)
	for _, r := range rows(t, friendsFile, "code", "phrase", "is", "example") {
		code, friend, example := r.Cells[0], r.Cells[1], r.Cells[3]
		if !strings.Contains(example, friend) {
			t.Errorf("%s:%d: the example does not have the phrase %q", r.File, r.Line, friend)
			continue
		}
		for _, s := range []string{example, strings.ToUpper(example)} {
			for _, f := range found(g, s) {
				if strings.HasSuffix(f, "="+code) || strings.Contains(f, "="+code+"/") {
					t.Errorf("%s:%d: %q: found %s", r.File, r.Line, s, f)
				}
			}
		}
	}
}
