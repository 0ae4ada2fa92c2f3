package desk

import (
	"strings"
	"testing"
)

// TestParty: what is no code of a party is refused with what was likely meant.
func TestParty(t *testing.T) {
	names, err := UsualNames(Own{})
	if err != nil {
		t.Fatal(err)
	}
	for given, want := range map[string]string{
		"RUS": "RUS", "rus": "RUS", "XXX": "XXX", // others
		"USB": "did you mean USA (United States)?", "RU": "did you mean RUS (Russia)?", "Russia": "did you mean RUS (Russia)?", "untied states": "did you mean USA (United States)?",
		"XXQ": "did you mean XXX (others)?", "QQQ": "write three letters", "": "write three letters", "the Grand Duchy": "write three letters",
	} {
		code, err := Party(names, given)
		if err != nil && (!IsMissing(err) || !strings.Contains(err.Error(), want)) || err == nil && string(code) != want {
			t.Errorf("%q: %s %v, want %s", given, code, err, want)
		}
	}
}

// TestSpelled: codes of a correction are written as the record has them, or refused.
func TestSpelled(t *testing.T) {
	names, err := UsualNames(Own{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ field, value, want, refused string }{
		{"actor", "rus + USA", "RUS+USA", ""}, {"recipient", "", "", ""}, {"speaker_state", "usa", "USA", ""}, {"object", "rus", "rus", ""},
		{"actor", "RUS+Untied States", "", "did you mean USA (United States)?"},
	} {
		got, err := Spelled(names, c.field, c.value)
		if got != c.want || (err == nil) != (c.refused == "") || err != nil && (IsMissing(err) || !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%s %s: %q %v", c.field, c.value, got, err)
		}
	}
}
