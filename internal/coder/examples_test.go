package coder

import (
	"os"
	"strings"
	"testing"

	"demarche"
	"demarche/data"
	"demarche/internal/rule"
	"demarche/internal/syntax"
	"demarche/internal/who"
)

// knowledge loads what the program was built with.
func knowledge(t testing.TB) (*syntax.Model, *Knowledge) {
	t.Helper()
	model, err := syntax.Read(data.Model)
	if err != nil {
		t.Fatal(err)
	}
	names, err := who.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	book, err := rule.Load(data.Files, "rules")
	if err != nil {
		t.Fatal(err)
	}
	k, err := LoadKnowledge(data.Files, names, book)
	if err != nil {
		t.Fatal(err)
	}
	return model, k
}

// knownFailures lists the rules of which an example or a silent sentence fails, each
// with a reason.
const knownFailures = "testdata/known_failures.txt"

// TestRules executes the examples of all rules. A rule that fails and is not known
// to, and one that is cured and still listed, fails the test.
func TestRules(t *testing.T) {
	model, k := knowledge(t)
	known := map[demarche.RuleID]string{}
	list, err := os.ReadFile(knownFailures)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		id, reason, ok := strings.Cut(line, "  ")
		if !ok {
			t.Fatalf("%s: %q: write a rule's id, two blanks and the reason", knownFailures, line)
		}
		known[demarche.RuleID(id)] = reason
	}
	faults, err := Lint(data.Files, model, k)
	if err != nil {
		t.Fatal(err)
	}
	failed := map[demarche.RuleID]bool{}
	for _, f := range faults {
		if failed[f.Rule] = true; known[f.Rule] == "" {
			t.Error(f)
		}
	}
	for id := range known {
		if !failed[id] {
			t.Errorf("%s lists %s, which fails no longer: take it out", knownFailures, id)
		}
	}
}
