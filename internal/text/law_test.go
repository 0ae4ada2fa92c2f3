package text

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"demarche"
)

// fault names the first law of [Split] that its answer breaks, or "".
func fault(text string, body demarche.Span, sentences []Sentence) string {
	at := body.Start // everything before it has been accounted for
	blank := func(to int) bool {
		for at < to {
			r, w := utf8.DecodeRuneInString(text[at:to])
			if !unicode.IsSpace(r) {
				return false
			}
			at += w
		}
		return true
	}
	for _, s := range sentences {
		if len(s.Tokens) == 0 {
			return "a sentence has no tokens"
		}
		if s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			return "a sentence is not as long as its tokens"
		}
		for _, t := range s.Tokens {
			switch {
			case t.Start < at:
				return "tokens overlap or stand before the body"
			case t.Start >= t.End:
				return "a token is empty"
			case t.End > body.End:
				return "a token stands after the body"
			case !blank(t.Start):
				return "a byte that is no white space belongs to no token"
			case strings.IndexFunc(t.In(text), unicode.IsSpace) >= 0:
				return "white space stands inside a token"
			}
			at = t.End
		}
	}
	if !blank(body.End) {
		return "the end of the body belongs to no token"
	}
	return ""
}

// pieces are what the rules of this package look at, so that random texts of
// them reach every rule.
var pieces = []string{"The", "a", "I", "U.S.", "Mr.", "p.m.", "St.", "No.", "n't", "cannot", "can't", "s", "O'Brien", "’s", "''", "``", "\"", "“", "”",
	"'", "’", ".", "...", "…", "!", "?!", ",", ";", ":", "-", "--", "–", "—", "_", "(", ")", "[", "]", "[...]", "1", "98", "1998", "3.5", "10:30",
	"2021-11-30", "713-555-0142", "%", "$", "US$", "#", "@", "&", "/", "://", "www.", ".com", "jane@example.org", "e-", "re-", "km", "Monday", "May",
	"Photo", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "é", "\u0301", "北", "²", "\xff", "\xe2\x80", "\x00", "😀", ":)", "<<", "*", "`"}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 4, 8))).Draw(t, "text"), "")
		body := demarche.Span{Start: rapid.IntRange(0, len(text)).Draw(t, "start")}
		body.End = rapid.IntRange(body.Start, len(text)).Draw(t, "end")
		sentences := Split(text, body)
		if f := fault(text, body, sentences); f != "" {
			t.Fatalf("Split(%q, %v): %s: %v", text, body, f, sentences)
		}
		// What stands outside the body changes nothing.
		alone := Split(text[body.Start:body.End], demarche.Span{End: body.Len()})
		if len(alone) != len(sentences) {
			t.Fatalf("Split(%q, %v) finds %d sentences, %d in the body alone", text, body, len(sentences), len(alone))
		}
		for i, s := range alone {
			if s.Start+body.Start != sentences[i].Start || s.End+body.Start != sentences[i].End || len(s.Tokens) != len(sentences[i].Tokens) {
				t.Fatalf("Split(%q, %v): sentence %d is %v, %v in the body alone", text, body, i, sentences[i], s)
			}
		}
	})
}

// TestParagraphs holds that a blank line divides: what stands on one side of it
// has the same tokens without the other.
func TestParagraphs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "text"), "")
		for _, s := range Split(text, demarche.Span{End: len(text)}) {
			if strings.Contains(s.In(text), "\n\n") {
				t.Fatalf("the sentence %q of %q goes over a blank line", s.In(text), text)
			}
		}
	})
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"", " ", "Russia's envoys won't leave the U.S. The ministry (Moscow) said: \"No!\"",
		"PARIS (AP) _\n\n``We go,'' he said . . .\n\n1. First\n2. Second", "a.b.c@d.e-f.com http://x/y). 3,500.5-4 713-555-0142",
		"Home Monday, May 4, 2015 The end Photo: J. Roe", "\xff\xfe’s ’’ \u00a0…”", strings.Join(pieces, ""), strings.Join(pieces, " "),
	} {
		f.Add(seed, uint(0), uint(len(seed)))
	}
	f.Fuzz(func(t *testing.T, text string, start, end uint) {
		body := demarche.Span{Start: int(start % uint(len(text)+1))}
		body.End = body.Start + int(end%uint(len(text)-body.Start+1))
		if broken := fault(text, body, Split(text, body)); broken != "" {
			t.Errorf("Split(%q, %v): %s", text, body, broken)
		}
	})
}

// TestHostile holds that no text takes more than linear time: each of these is
// a quarter of a megabyte that makes the rules look far ahead or back.
func TestHostile(t *testing.T) {
	for _, piece := range append([]string{"aa.bb.", ". ( ", "a'b", "Mr. ", "a@", "a-", "1-1", "etc.\" ", "[1] ", ".)", ". \"", "A. ", "On In ", "x/", ":)", "\n", "a\n", "www.a ", "’’’"}, pieces...) {
		if piece == "" {
			continue
		}
		text := strings.Repeat(piece, 1<<18/len(piece))
		begin := time.Now()
		Split(text, demarche.Span{End: len(text)})
		if took := time.Since(begin); took > 2*time.Second {
			t.Errorf("%d times %q takes %v", 1<<18/len(piece), piece, took)
		}
	}
}
