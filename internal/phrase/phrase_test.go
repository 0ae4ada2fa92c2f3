package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/text"

	"pgregory.net/rapid"
)

func list(phrases ...string) *Trie {
	t := new(Trie)
	for _, p := range phrases {
		t.Add(p)
	}
	return t
}

// words gives the tokens of a sentence that has a space between all of them.
func words(s string) (tokens []demarche.Span) {
	at := 0
	for w := range strings.FieldsSeq(s) {
		i := at + strings.Index(s[at:], w)
		at = i + len(w)
		tokens = append(tokens, demarche.Span{Start: i, End: at})
	}
	return tokens
}

func found(t *Trie, s string, tokens []demarche.Span) (all []string) {
	for _, m := range t.Find(s, tokens, nil) {
		all = append(all, s[tokens[m.First].Start:tokens[m.End-1].End])
	}
	return all
}

// TestFind: case, accents and the shape of marks, as a list of names needs it.
func TestFind(t *testing.T) {
	trie := list("US", "Turkey", "the Hague", "Élysée", "New Mexico", "New", "persona non grata",
		"Guinea-Bissau", "Workers' Party", "Côte d'Ivoire", "St. Lucia", "U.S.", "Chișinău", "Çankaya")
	for s, want := range map[string][]string{
		"US let us go , Us":                    {"US"},
		"TURKEY and Turkey ate turkey":         {"TURKEY", "Turkey"},
		"The Hague , the Hague , the hague":    {"The Hague", "the Hague"},
		"Elysee Élysée ÉLYSÉE E\u0301lysée":    {"Elysee", "Élysée", "ÉLYSÉE", "E\u0301lysée"},
		"New New Mexico New":                   {"New", "New Mexico", "New"},
		"Persona non grata":                    {"Persona non grata"},
		"persona non":                          nil,
		"Guinea - Bissau Guinea-Bissau Guinea": {"Guinea - Bissau", "Guinea-Bissau"},
		"Guinea ‑ Bissau":                      {"Guinea ‑ Bissau"},
		"Workers ’ Party":                      {"Workers ’ Party"},
		"COTE D’IVOIRE":                        {"COTE D’IVOIRE"},
		"St. Lucia St Lucia":                   {"St. Lucia"},
		"U.S. U.S u.s.":                        {"U.S.", "U.S"},
		"Chisinau Chişinău Cankaya çankaya":    {"Chisinau", "Chişinău", "Cankaya"},
		"":                                     nil,
	} {
		if got := found(trie, s, words(s)); !slices.Equal(got, want) {
			t.Errorf("%q: found %q, want %q", s, got, want)
		}
	}
}

// TestAdd: phrases that read alike are one, whoever wrote them.
func TestAdd(t *testing.T) {
	trie := new(Trie)
	for _, c := range []struct {
		phrase string
		id     int
		added  bool
	}{
		{"Élysée", 0, true}, {"Elysee", 0, false}, {"ÉLYSÉE", 1, true}, {"Quai d'Orsay", 2, true},
		{"Quai d’Orsay", 2, false}, {"Co-operation", 3, true}, {"Co‑operation", 3, false}, {"élysée", 4, true},
	} {
		if id, added := trie.Add(c.phrase); id != c.id || added != c.added {
			t.Errorf("%s: got %d, %v; want %d, %v", c.phrase, id, added, c.id, c.added)
		}
	}
}

func TestTokens(t *testing.T) {
	for phrase, want := range map[string]string{
		"Russia":                     "Russia",
		"Washington, D.C.":           "Washington|,|D.C.",
		"Sri Lanka":                  "Sri|Lanka",
		"Port-au-Prince":             "Port|-|au|-|Prince",
		"Lao People's":               "Lao|People|'s",
		"Workers’ Party (of Utopia)": "Workers|’|Party|(|of|Utopia|)",
		"N'Djamena":                  "N'Djamena",
		"Sino-":                      "Sino|-",
		" ":                          "",
	} {
		var got []string
		for _, s := range Tokens(phrase) {
			got = append(got, s.In(phrase))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %s", phrase, got, want)
		}
	}
}

// TestEveryPhraseIsFound: of any list, each phrase is found where it stands
// alone, by itself or as part of a longer one that begins alike.
func TestEveryPhraseIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		phrase := rapid.StringMatching(`[A-Ca-c.É'-]{1,3}( [A-Ca-c.É'-]{1,3}){0,3}`)
		phrases := rapid.SliceOfN(phrase, 1, 30).Draw(t, "phrases")
		trie := new(Trie)
		ids := make([]int, len(phrases))
		for i, p := range phrases {
			ids[i], _ = trie.Add(p)
		}
		for i, p := range phrases {
			m, ok := trie.Longest(p, Tokens(p), 0)
			if !ok || m.End != len(Tokens(p)) || m.ID > ids[i] {
				t.Fatalf("%q: got %+v, %v; want number %d or an earlier one that reads alike", p, m, ok, ids[i])
			}
		}
	})
}

// TestHash: a word and what it folds to have one hash, and are alike.
func TestHash(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[A-Za-z0-9.'É‑’ßя\x{301}]{0,40}`).Draw(t, "word")
		folded := fold(nil, word)
		if h, _ := sum(folded); h != hash(word) || !alike(folded, word) {
			t.Fatalf("%q folds to %q: hashes %x and %x", word, folded, hash(word), h)
		}
	})
}

// TestGrow: a list finds the same whether room was made for it or not.
func TestGrow(t *testing.T) {
	for _, n := range []int{0, 1, 1000} {
		trie := list("Mali")
		trie.Grow(n)
		for i := range 300 {
			trie.Add(fmt.Sprintf("No %d", i))
		}
		const s = "Mali No 7 No 299 No 300"
		if got, want := found(trie, s, words(s)), []string{"Mali", "No 7", "No 299"}; !slices.Equal(got, want) {
			t.Errorf("room for %d: found %q, want %q", n, got, want)
		}
	}
}

// FuzzFind: whatever the bytes, matches lie in order within the tokens.
func FuzzFind(f *testing.F) {
	f.Add("Guinea-Bissau's Élysée.", "In Guinea‑Bissau, the ÉLYSÉE\xff.")
	f.Fuzz(func(t *testing.T, phrase, report string) {
		trie := list(phrase, "New Mexico", report)
		for _, s := range text.Split(report, demarche.Span{End: len(report)}) {
			last := 0
			for _, m := range trie.Find(report, s.Tokens, nil) {
				if m.First < last || m.End <= m.First || m.End > len(s.Tokens) {
					t.Fatalf("%+v after %d of %d tokens", m, last, len(s.Tokens))
				}
				last = m.End
			}
		}
	})
}
