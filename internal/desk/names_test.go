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
