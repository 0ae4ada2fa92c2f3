package syntax

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// AppendPrinted appends a tree to dst as a person reads it in a terminal, and
// gives the longer slice. Read down, the words are the sentence; each hangs on
// the word that its line leads to, and the root stands at the left. Tag and
// relation follow in columns:
//
//	┌─ Russia     PROPN  nsubj
//	expelled      VERB   root
//	│  ┌─ two     NUM    nummod
//	└─ diplomats  NOUN   obj
//
// Where a word stands between others that do not hang on its head, lines would
// cross; there the words below one head are brought together, out of the order
// of the sentence. Every line begins with indent. Control characters, which a
// terminal would obey, are printed as "�".
func AppendPrinted(dst []byte, indent string, t Tree) []byte {
	p := printer{words: t.Words, below: make([][]int, len(t.Words))}
	for i, w := range t.Words {
		if w.Head != Root {
			p.below[w.Head] = append(p.below[w.Head], i)
		}
	}
	for i, w := range t.Words {
		if w.Head == Root {
			p.subtree(i, "", "", "")
		}
	}
	width, tag := 0, 0
	for _, r := range p.rows {
		width = max(width, r.width)
		tag = max(tag, len(r.word.UPOS))
	}
	const gap = 2 // blanks between two columns
	for _, r := range p.rows {
		dst = append(dst, indent...)
		dst = append(dst, r.text...)
		dst = append(dst, strings.Repeat(" ", width-r.width+gap)...)
		dst = append(dst, r.word.UPOS...)
		dst = append(dst, strings.Repeat(" ", tag-len(r.word.UPOS)+gap)...)
		dst = append(dst, r.word.Rel...)
		dst = append(dst, '\n')
	}
	return dst
}

// printer lays the words of a tree out in rows.
type printer struct {
	words []Word
	below [][]int // the words that hang on each word
	rows  []row
}

// row is one line of a printed tree.
type row struct {
	text  string // what leads to the word, and its form
	width int    // of the text, in columns of a terminal
	word  *Word
}

// The pieces of what leads to a word, all of one width.
const (
	blank  = "   "
	line   = "│  "
	first  = "┌─ "
	middle = "├─ "
	last   = "└─ "
)

// subtree lays out a word and all below it: what stands to its left, the word
// itself, what stands to its right. Its rows begin with before, with at, and with
// after.
func (p *printer) subtree(i int, before, at, after string) {
	lefts := 0
	for lefts < len(p.below[i]) && p.below[i][lefts] < i {
		lefts++
	}
	for n, d := range p.below[i][:lefts] {
		if n == 0 {
			p.subtree(d, before+blank, before+first, before+line)
		} else {
			p.subtree(d, before+line, before+middle, before+line)
		}
	}
	text := at + strings.Map(printable, p.words[i].Form)
	p.rows = append(p.rows, row{text, uniseg.StringWidth(text), &p.words[i]})
	rights := p.below[i][lefts:]
	for n, d := range rights {
		if n == len(rights)-1 {
			p.subtree(d, after+line, after+last, after+blank)
		} else {
			p.subtree(d, after+line, after+middle, after+line)
		}
	}
}

// printable gives what stands for a rune in a terminal.
func printable(r rune) rune {
	if unicode.IsControl(r) {
		return unicode.ReplacementChar
	}
	return r
}
