package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample is a command line and what it prints, as README.md shows it.
var sample = regexp.MustCompile("(?s)```console\n\\$ (.*?)\n(.*?)```\n")

// TestReadme: what README.md shows is what its commands print.
func TestReadme(t *testing.T) {
	const root = "../.."
	readme, err := os.ReadFile(root + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	samples := 0
	now := sample.ReplaceAllFunc(readme, func(block []byte) []byte {
		samples++
		line := string(sample.FindSubmatch(block)[1])
		sh := exec.Command("sh", "-c", line)
		sh.Dir = root
		sh.Stderr = os.Stderr
		printed, err := sh.Output()
		if err != nil {
			t.Errorf("%s: %v", line, err)
		}
		return []byte("```console\n$ " + line + "\n" + string(printed) + "```\n")
	})
	if samples < 2 {
		t.Errorf("README.md shows %d samples", samples)
	}
	if *update {
		if err := os.WriteFile(root+"/README.md", now, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(strings.Split(string(readme), "\n"), strings.Split(string(now), "\n")); diff != "" {
		t.Errorf("README.md shows what is no longer printed; if that is right, run this test with -update:\n%s", diff)
	}
}
