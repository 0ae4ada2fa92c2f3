package who

import (
	"testing"

	"demarche/data"
)

func TestLevelOf(t *testing.T) {
	offices, err := LoadOffices(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for office, want := range map[string]Level{
		"President": Heads, "Prime Minister": Heads, "Vice President": Deputies, "Foreign Minister": Foreign, "Secretary of State": Foreign,
		"Deputy Foreign Minister": Deputies, "Under Secretary of State": Deputies, "Defence Minister": Ministers, "national security adviser": Advisers,
		"Ambassador": Ambassadors, "special envoy": Envoys, "officials": Officials, "delegation": Delegations, "spokeswoman": "", "former Foreign Minister": "",
		"opposition leader": "", "embassy": "", "baker": "",
	} {
		if got, _ := offices.LevelOf(office); got != want {
			t.Errorf("%s: %q, want %q", office, got, want)
		}
	}
}
