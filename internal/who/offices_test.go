package who

import (
	"strings"
	"testing"
	"testing/fstest"

	"demarche"
	"demarche/data"
	"demarche/internal/text"
)

func offices(t testing.TB) *Offices {
	t.Helper()
	o, err := LoadOffices(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestEveryOffice: each form is found with its class and code in a sentence.
func TestEveryOffice(t *testing.T) {
	o := offices(t)
	for _, r := range rows(t, officesFile, "class", "code", "forms") {
		class := classes[r.Cells[0]]
		if class >= rank {
			continue
		}
		first, _, _ := strings.Cut(r.Cells[1], ", ")
		code := Code(strings.TrimPrefix(first, none))
		for form := range strings.SplitSeq(r.Cells[2], ", ") {
			s := "Then the " + form + " spoke."
			tokens := text.Split(s, demarche.Span{End: len(s)})[0].Tokens
			got := o.Find(s, tokens, nil)
			if len(got) != 1 || got[0].Span(tokens).In(s) != form || got[0].Class != class || got[0].Code != code {
				t.Errorf("%s:%d: %q: got %+v", r.File, r.Line, s, got)
			}
		}
	}
}

func TestLoadOfficesRefuses(t *testing.T) {
	for rows, want := range map[string]string{
		"chief\t-\tchief\n":                 `offices.tsv:2: unknown class "chief": write one of`,
		"head\tirl\tking\n":                 `offices.tsv:2: code "irl" is not three capital letters`,
		"head\t-\tking,queen\n":             "are not parted by a comma and one space",
		"head\t-\tking\nhead\t-\tking, x\n": `offices.tsv:3: "king" stands at line 2 already`,
	} {
		_, err := LoadOffices(fstest.MapFS{officesFile: {Data: []byte("class\tcode\tforms\n" + rows)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", rows, err, want)
		}
	}
}

func BenchmarkLoadOffices(b *testing.B) {
	for b.Loop() {
		if _, err := LoadOffices(data.Files); err != nil {
			b.Fatal(err)
		}
	}
}
