package text

import (
	"slices"
	"strings"
	"testing"

	"demarche"
)

// wrap sets paragraphs, which blank lines divide, in lines of at most width
// bytes. The first line of a paragraph begins with indent, and between is what
// stands between two paragraphs.
func wrap(text string, width int, indent, between string) string {
	var out []string
	for _, paragraph := range strings.Split(text, "\n\n") {
		var b strings.Builder
		line := 0
		for i, word := range strings.Fields(paragraph) {
			switch {
			case i == 0:
				b.WriteString(indent)
				line = len(indent)
			case line+1+len(word) > width:
				b.WriteByte('\n')
				line = 0
			default:
				b.WriteByte(' ')
				line++
			}
			b.WriteString(word)
			line += len(word)
		}
		out = append(out, b.String())
	}
	return strings.Join(out, between)
}

// forms gives the words of each sentence with one space between tokens.
func forms(text string) []string {
	var out []string
	for _, s := range Split(text, demarche.Span{End: len(text)}) {
		var words []string
		for _, t := range s.Tokens {
			words = append(words, t.In(text))
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// TestWrappedCopy sets reports in narrow lines, as the wires did, and asks for
// the sentences of the text that is not wrapped.
func TestWrappedCopy(t *testing.T) {
	for _, c := range []struct {
		name            string
		width           int
		indent, between string
	}{
		{"blank lines, 64 wide", 64, "", "\n\n"},
		{"blank lines, 80 wide", 80, "", "\n\n"},
		{"indents, 72 wide", 72, "   ", "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			same, all := 0, 0
			for _, text := range wireTexts(t) {
				if strings.Contains(strings.ReplaceAll(text, "\n\n", ""), "\n") || strings.Count(text, ".") < 4 {
					continue // a table, or too little to tell from
				}
				want, got := forms(text), forms(wrap(text, c.width, c.indent, c.between))
				all += len(want)
				for _, s := range want {
					if slices.Contains(got, s) {
						same++
					}
				}
			}
			if share := float64(same) / float64(all); share < 0.99 {
				t.Errorf("%d of %d sentences are the same when wrapped, %.2f%%: want 99%%", same, all, 100*share)
			} else {
				t.Logf("%d of %d sentences are the same when wrapped, %.2f%%", same, all, 100*share)
			}
		})
	}
}
