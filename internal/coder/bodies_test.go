package coder

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestMembersAreChecked(t *testing.T) {
	for rows, want := range map[string]string{
		"RUS\t1958\tFRA\n": `gazetteer/members.tsv:2: body "RUS" is no organisation of the codebook`,
		"EUR\tsoon\tFRA\n": `gazetteer/members.tsv:2: year "soon" is no number: write 2004`,
	} {
		_, err := loadMembers(fstest.MapFS{membersFile: {Data: []byte("body\tfrom\tmembers\n" + rows)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", rows, err, want)
		}
	}
}
