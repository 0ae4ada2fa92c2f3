package rule

import (
	"os"
	"strings"
	"testing"
)

// TestDocs: the page on rules tells of every key and every source.
func TestDocs(t *testing.T) {
	raw, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(raw)
	for _, key := range keysOf(file{}) {
		if !strings.Contains(page, "`"+key+"`") && !strings.Contains(page, key+":") {
			t.Errorf("docs/rules.md says nothing of the key %s", key)
		}
	}
	for s := range Sources {
		if !strings.Contains(page, "`"+string(s)+"`") {
			t.Errorf("docs/rules.md says nothing of the source %s", s)
		}
	}
}
