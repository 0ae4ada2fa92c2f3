package syntax

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// columns is the number of fields of a CoNLL-U line.
const columns = 10

// maxLine bounds a line of a CoNLL-U file, in bytes.
const maxLine = 1 << 20

// Block is one sentence of a CoNLL-U file: its comments, and its lines with
// those of multiword tokens and empty nodes in their places.
type Block struct {
	Comments []string
	Lines    [][]string // ten columns each
	Line     int        // where its first line stands in the file, from 1
}

// IsWord says whether a line is that of a word, not of a multiword token (1-2)
// or an empty node (8.1).
func IsWord(line []string) bool {
	return !strings.ContainsAny(line[0], "-.")
}

// Forms gives the forms of the block's words.
func (b Block) Forms() []string {
	var forms []string
	for _, l := range b.Lines {
		if IsWord(l) {
			forms = append(forms, l[1])
		}
	}
	return forms
}

// Words gives the block's words with the annotation of the file. It fails where
// a head is not a word of the sentence.
func (b Block) Words() ([]Word, error) {
	words := make([]Word, 0, len(b.Lines))
	for _, l := range b.Lines {
		if !IsWord(l) {
			continue
		}
		head, err := strconv.Atoi(l[6])
		if err != nil || head < 0 {
			return nil, fmt.Errorf("reading CoNLL-U, sentence at line %d: word %s has head %q: give the number of a word, or 0", b.Line, l[0], l[6])
		}
		w := Word{Form: l[1], Lemma: l[2], UPOS: l[3], XPOS: l[4], Head: head - 1, Rel: l[7]}
		if l[5] != "_" {
			w.Feats = l[5]
		}
		words = append(words, w)
	}
	for i, w := range words {
		if w.Head >= len(words) {
			return nil, fmt.Errorf("reading CoNLL-U, sentence at line %d: word %d has head %d of %d words", b.Line, i+1, w.Head+1, len(words))
		}
	}
	return words, nil
}

// ReadCoNLLU reads the sentences of a CoNLL-U file. A broken sentence ends the
// reading with an error that names its line.
func ReadCoNLLU(r io.Reader) iter.Seq2[Block, error] {
	return func(yield func(Block, error) bool) {
		scan := bufio.NewScanner(r)
		scan.Buffer(make([]byte, 0, 1<<16), maxLine)
		var block Block
		number := 0
		for scan.Scan() {
			number++
			line := strings.TrimSuffix(scan.Text(), "\r")
			switch {
			case line == "":
				if len(block.Lines) > 0 && !yield(block, nil) {
					return
				}
				block = Block{}
			case line[0] == '#':
				block.Comments = append(block.Comments, line)
			default:
				cols := strings.Split(line, "\t")
				if len(cols) != columns {
					yield(Block{}, fmt.Errorf("reading CoNLL-U, line %d: %d columns, a word has %d, separated by tabs", number, len(cols), columns))
					return
				}
				if block.Lines == nil {
					block.Line = number
				}
				block.Lines = append(block.Lines, cols)
			}
		}
		if err := scan.Err(); err != nil {
			yield(Block{}, fmt.Errorf("reading CoNLL-U after line %d: %w", number, err))
			return
		}
		if len(block.Lines) > 0 {
			yield(block, nil)
		}
	}
}
