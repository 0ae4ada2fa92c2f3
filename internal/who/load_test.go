package who

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"demarche"
	"demarche/internal/text"
)

// tables makes the folder of a gazetteer whose rows are given without their
// heads, with spaces for tabs and _ for spaces.
func tables(states, organisations, friends string) fs.FS {
	body := func(head, rows string) *fstest.MapFile {
		rows = strings.NewReplacer(" ", "\t", "_", " ").Replace(rows)
		return &fstest.MapFile{Data: []byte(head + "\n" + rows + "\n")}
	}
	const names = "code\tkind\tname\tfrom\tto\tcaution"
	return fstest.MapFS{
		statesFile:        body(names, states),
		organisationsFile: body(names, organisations),
		friendsFile:       body("code\tphrase\tis\texample", friends),
		othersFile:        body(names, "XXX name Polar_Front - - -"),
		citiesFile:        body("name\tcode\tkind\tcaution", "Strasbourg EUR city -"),
		personsFile:       body("code\tname\tsurname\talso\toffice\tfrom\tto\tcaution", "EUR Ann_Lee Lee - head 1999 - person"),
	}
}

const (
	goodStates        = "MEX name Mexico - - -"
	goodOrganisations = "EUR name European_Union - - -"
	goodFriends       = "MEX New_Mexico a_US_state He_left_New_Mexico."
)

func TestLoad(t *testing.T) {
	g, err := Load(tables(goodStates, goodOrganisations, goodFriends))
	if err != nil {
		t.Fatal(err)
	}
	if got := found(g, "New Mexico, Mexico and the European Union"); len(got) != 2 {
		t.Errorf("found %q", got)
	}
}

// TestLoadRefuses: a slip in a table is told with its line and its cure.
func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct{ states, friends, want string }{
		{"MEX nam Mexico - - -", "", `states.tsv:2: unknown kind "nam": write one of abbreviation, capital, demonym, former, name, organ, seat`},
		{"Mex name Mexico - - -", "", `states.tsv:2: code "Mex" is not three capital letters`},
		{"MEX name - - - -", "", `states.tsv:2: the name of MEX is missing: write it, or delete the line`},
		{"MEX name Mexico - - tasty", "", `states.tsv:2: unknown caution "tasty": write - or, with commas between, some of part, person, place, shared, word`},
		{"MEX name Mexico 19 - -", "", `states.tsv:2: year "19" is not four digits`},
		{"MEX name Mexico +199 - -", "", `year "+199" is not four digits`},
		{"MEX name Mexico 1999 1990 -", "", `states.tsv:2: from 1999 is later than to 1990: swap them`},
		{"MEX demonym Mexican - - -", "", `states.tsv:2: code MEX is not known here: begin its rows with one of kind name, or mend the code`},
		{"MEX name Mexico - - -\nPER name Peru - - -\nMEX demonym Mexican - - -", "", `states.tsv:4: code MEX has its rows at gazetteer/states.tsv:2`},
		{"MEX name Mexico - - -\nMEX name Mexico - - -", "", `states.tsv:3: the same line stands at line 2`},
		{"MEX name Mexico - - -\nMEX former México - - -", "", `states.tsv:3: MEX has a name that reads like "México" already`},
		{"KOR name Korea - - -\nPRK name Korea - - -", "", `states.tsv:3: "Korea" is a name of KOR too: if it stands for both, write shared`},
		{"KOR name Korea - - shared\nPRK name North_Korea - - -", "", `states.tsv:2: "Korea" is marked shared, but no other row has it`},
		{"EUR name Europe - - -", "", `organisations.tsv:2: code EUR has its rows at gazetteer/states.tsv:2`},
		{goodStates, "PER New_Mexico a x", `false_friends.tsv:2: code "PER" has no rows`},
		{goodStates, "MEX Texas a x", `false_friends.tsv:2: "Texas" holds no name of MEX by itself`},
		{goodStates, "MEX Mexico a x", `false_friends.tsv:2: "Mexico" is itself a name`},
		{goodStates, "MEX New_Mexico a x\nMEX New_México a y", `false_friends.tsv:3: another line reads like "New México"`},
	} {
		friends := c.friends
		if friends == "" {
			friends = goodFriends
		}
		_, err := Load(tables(c.states, goodOrganisations, friends))
		if err == nil || !strings.Contains(err.Error(), "reading gazetteer/") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q, %q: got %v, want ...%s", c.states, c.friends, err, c.want)
		}
	}
	if _, err := Load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), statesFile) {
		t.Errorf("no files: got %v", err)
	}
}

// FuzzLoad: whatever a table holds, it is refused in words or makes a gazetteer
// whose mentions lie in order within the sentence.
func FuzzLoad(f *testing.F) {
	f.Add([]byte("# States\n\ncode\tkind\tname\tfrom\tto\tcaution\nUSA\tname\tUnited States\t-\t-\t-\nUSA\tabbreviation\tU.S.\t-\t1999\tword,place\n"), "U.S.-backed envoys left the UNITED STATES.")
	f.Add([]byte("code\tkind\tname\tfrom\tto\tcaution\nAAA\tname\tA-B-C-D-E.\t-\t-\t-\nAAA\tdemonym\t-\t-\t-\t-\n"), "A-B-C-D-E.")
	f.Add([]byte("code\tkind\tname\tfrom\tto\tcaution\nAAA\tname\t'’s -\t-\t-\t-\n"), "’s-")
	f.Fuzz(func(t *testing.T, states []byte, report string) {
		files := tables("", goodOrganisations, "").(fstest.MapFS)
		files[statesFile] = &fstest.MapFile{Data: states}
		files[friendsFile] = &fstest.MapFile{Data: []byte("code\tphrase\tis\texample\nEUR\tEuropean Union Street\ta street\t-\n")}
		g, err := Load(files)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "reading ") {
				t.Fatalf("the error does not say what was done: %v", err)
			}
			return
		}
		for _, s := range text.Split(report, demarche.Span{End: len(report)}) {
			last := 0
			for _, m := range g.Find(report, s.Tokens, nil) {
				if m.First < last || m.End <= m.First || m.End > len(s.Tokens) || len(m.Senses) == 0 {
					t.Fatalf("%+v in %q", m, s.In(report))
				}
				last = m.End
			}
		}
	})
}
