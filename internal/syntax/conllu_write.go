package syntax

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// AppendCoNLLU appends a tree to dst as a sentence of a CoNLL-U file and gives
// the longer slice. The words' spans must lie in text, the report's.
//
// The comment "# text" is the sentence with one space wherever white space
// stands in the report, line breaks too. MISC gives the bytes of each word in
// the report, half-open, as start=12|end=19, after SpaceAfter=No where no white
// space follows.
func AppendCoNLLU(dst []byte, id, text string, t Tree) []byte {
	dst = append(dst, "# sent_id = "...)
	dst = append(dst, id...)
	dst = append(dst, "\n# text = "...)
	for i, w := range t.Words {
		dst = append(dst, w.Form...)
		if i+1 < len(t.Words) && t.Words[i+1].Start > w.End {
			dst = append(dst, ' ')
		}
	}
	dst = append(dst, '\n')
	for i := range t.Words {
		w := &t.Words[i]
		dst = strconv.AppendInt(dst, int64(i+1), 10)
		dst = append(dst, '\t')
		dst = append(dst, w.Form...)
		dst = append(dst, '\t')
		dst = w.appendAnnotation(dst)
		dst = append(dst, "\t_\t"...)
		if i+1 < len(t.Words) && t.Words[i+1].Start == w.End || i+1 == len(t.Words) && touches(text, w.End) {
			dst = append(dst, "SpaceAfter=No|"...)
		}
		dst = append(dst, "start="...)
		dst = strconv.AppendInt(dst, int64(w.Start), 10)
		dst = append(dst, "|end="...)
		dst = strconv.AppendInt(dst, int64(w.End), 10)
		dst = append(dst, '\n')
	}
	return append(dst, '\n')
}

// AppendWith appends the block to dst with new annotation and gives the longer
// slice. The words must be those of the block's forms, in their order.
//
// Comments, ids, forms, multiword tokens and MISC stay as they are. The columns
// from LEMMA to DEPREL are replaced. DEPS is emptied, since an enhanced graph
// would contradict the new tree, and with it go the empty nodes, which only it
// refers to.
func (b Block) AppendWith(dst []byte, words []Word) []byte {
	for _, c := range b.Comments {
		dst = append(dst, c...)
		dst = append(dst, '\n')
	}
	n := 0
	for _, l := range b.Lines {
		switch {
		case IsWord(l):
			dst = append(dst, l[0]...)
			dst = append(dst, '\t')
			dst = append(dst, l[1]...)
			dst = append(dst, '\t')
			dst = words[n].appendAnnotation(dst)
			n++
		case isEmptyNode(l):
			continue
		default:
			for _, c := range l[:columns-2] {
				dst = append(dst, c...)
				dst = append(dst, '\t')
			}
			dst = dst[:len(dst)-1]
		}
		dst = append(dst, "\t_\t"...)
		dst = append(dst, l[columns-1]...)
		dst = append(dst, '\n')
	}
	return append(dst, '\n')
}

// appendAnnotation appends the columns from LEMMA to DEPREL.
func (w *Word) appendAnnotation(dst []byte) []byte {
	for _, c := range [...]string{w.Lemma, w.UPOS, w.XPOS, w.Feats} {
		if c == "" {
			c = "_"
		}
		dst = append(dst, c...)
		dst = append(dst, '\t')
	}
	dst = strconv.AppendInt(dst, int64(w.Head+1), 10)
	dst = append(dst, '\t')
	return append(dst, w.Rel...)
}

// isEmptyNode says whether a line is that of a word that is not in the text
// (8.1).
func isEmptyNode(line []string) bool { return strings.Contains(line[0], ".") }

// touches says whether something other than white space stands in text at i.
func touches(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return !unicode.IsSpace(r)
}
