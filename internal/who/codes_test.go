package who

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// own are the codes that the codebook adds to ISO 3166-1.
var own = map[string][]string{
	statesFile:        {"XKX"},
	organisationsFile: {"UNO", "EUR", "NAT", "OSC", "IAE", "OPC", "COE", "AFU", "ARL", "GCC", "ASE", "OAS"},
}

// codes gives the codes of a table in its order.
func codes(t *testing.T, file string) []string {
	t.Helper()
	var all []string
	for _, r := range rows(t, file, "code", "kind", "name", "from", "to", "caution") {
		all = append(all, r.Cells[0])
	}
	return slices.Compact(all)
}

// TestCodes: the codes are ISO's and the codebook's, and each stands for the
// country that the world's own list has under it.
func TestCodes(t *testing.T) {
	g := gazetteer(t)
	english := display.English.Regions()
	states := codes(t, statesFile)
	if n := len(states); n != 193+7 {
		t.Errorf("%s has %d States, want the 193 members of the United Nations and 7 more", statesFile, n)
	}
	for _, code := range states {
		if slices.Contains(own[statesFile], code) {
			continue
		}
		region, err := language.ParseRegion(code)
		if err != nil || region.ISO3() != code || !region.IsCountry() {
			t.Errorf("%s: %s is no code of ISO 3166-1: %v", statesFile, code, err)
			continue
		}
		name := english.Name(region)
		if !slices.ContainsFunc(found(g, name), func(f string) bool {
			_, all, _ := strings.Cut(f, "=")
			return slices.Contains(strings.Split(all, "/"), code)
		}) {
			t.Errorf("%s: %s is %s, but its rows do not have that name: found %q", statesFile, code, name, found(g, name))
		}
	}
	slices.Sort(own[organisationsFile])
	if got := codes(t, organisationsFile); !slices.Equal(got, own[organisationsFile]) {
		t.Errorf("%s has the codes %q, want those of the codebook %q, sorted", organisationsFile, got, own[organisationsFile])
	}
}

// TestEveryStateIsWhole: a State without a word for its people would be missed
// in half of what is written of it.
func TestEveryStateIsWhole(t *testing.T) {
	has := make(map[string][]string)
	for _, r := range rows(t, statesFile, "code", "kind", "name", "from", "to", "caution") {
		has[r.Cells[0]] = append(has[r.Cells[0]], r.Cells[1])
	}
	noPeople := []string{"VAT"}
	// The State is its capital, or its capital bears the State's name or another one's.
	noCapital := []string{"ESH", "SGP", "SMR", "STP", "VAT"}
	for code, kinds := range has {
		if slices.Contains(kinds, "demonym") == slices.Contains(noPeople, code) {
			t.Errorf("%s: has a demonym: %v", code, slices.Contains(kinds, "demonym"))
		}
		if slices.Contains(kinds, "capital") == slices.Contains(noCapital, code) {
			t.Errorf("%s: has a capital: %v", code, slices.Contains(kinds, "capital"))
		}
	}
}
