package text

import (
	"bufio"
	"compress/gzip"
	"os"
	"strconv"
	"strings"
)

// goldToken is one word of a treebank.
type goldToken struct {
	form, xpos string
	tight      bool // no white space follows it
}

// goldDocument is one document of a treebank, sentence by sentence.
type goldDocument [][]goldToken

// readTreebank reads the documents of a CoNLL-U file. A document is a run of
// sentences whose sent_id is the same up to the last hyphen; the ids of PUD
// have none, and count by their last three figures instead. Where the file
// does not keep the text, the white space is put back by [detokenise].
func readTreebank(path string) ([]goldDocument, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var (
		docs     []goldDocument
		sentence []goldToken
		document string
		keeps    bool // the file keeps the text
		inside   int  // the last word of the multiword token that is being read
		after    bool // no white space follows that token
	)
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		line := lines.Text()
		if id, ok := strings.CutPrefix(line, "# sent_id = "); ok {
			cut := strings.LastIndexByte(id, '-')
			if cut < 0 {
				cut = len(id) - len("000")
			}
			if id[:cut] != document {
				document = id[:cut]
				docs = append(docs, nil)
			}
			continue
		}
		if strings.HasPrefix(line, "# text = ") {
			keeps = true
		}
		if line == "" {
			if !keeps {
				detokenise(sentence)
			}
			docs[len(docs)-1] = append(docs[len(docs)-1], sentence)
			sentence, keeps = nil, false
		}
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		tight := strings.Contains(col[9], "SpaceAfter=No")
		if _, to, ok := strings.Cut(col[0], "-"); ok {
			inside, _ = strconv.Atoi(to)
			after = tight
			continue
		}
		n, err := strconv.Atoi(col[0])
		if err != nil {
			continue // a word that the text leaves out, such as 8.1
		}
		if n < inside {
			tight = true
		} else if n == inside {
			tight = after
			inside = 0
		}
		sentence = append(sentence, goldToken{col[1], col[4], tight})
	}
	return docs, lines.Err()
}

// detokenise finds where the words of a sentence stood without white space
// between them, from their tags.
func detokenise(words []goldToken) {
	for i := range words {
		if i+1 < len(words) {
			var after goldToken
			if i+2 < len(words) {
				after = words[i+2]
			}
			words[i].tight = leansOnNext(words[i], words[i+1], after) || leansOnLast(words[i], words[i+1])
		}
	}
}

// leansOnNext says whether w is written to the next word; after is the one
// that follows that.
func leansOnNext(w, next, after goldToken) bool {
	switch w.xpos {
	case "``", "-LRB-":
		return true
	case "HYPH": // "two- and three-year", but "up-and-coming"
		return next.xpos != "," && (next.xpos != "CC" || after.xpos == "HYPH")
	case "$", "#":
		return next.xpos == "CD"
	}
	switch w.form {
	case "/", "—":
		return true
	case "-", "–":
		return w.xpos == "SYM"
	case "#":
		return next.xpos == "CD"
	}
	return false
}

// leansOnLast says whether w is written to the word before it.
func leansOnLast(last, w goldToken) bool {
	switch w.xpos {
	case "''", "-RRB-", "HYPH", "POS":
		return true
	case ",", ".", ":":
		return strings.Trim(w.form, ",.;:?!…/—") == ""
	}
	switch w.form {
	case "/", "%", "°":
		return true
	case "-", "–":
		return w.xpos == "SYM"
	case "n't", "n’t", "N'T", "nt":
		return true
	case "not":
		return strings.EqualFold(last.form, "can")
	case "na":
		return strings.EqualFold(last.form, "gon") || strings.EqualFold(last.form, "wan")
	case "ta":
		return strings.EqualFold(last.form, "got")
	case "me":
		return strings.EqualFold(last.form, "gim") || strings.EqualFold(last.form, "lem")
	case "s", "m", "re", "ve", "ll":
		return strings.HasPrefix(w.xpos, "VB") || w.xpos == "MD"
	}
	first, rest := strings.HasPrefix(w.form, "'") || strings.HasPrefix(w.form, "’"), len(w.form) > 1
	return first && rest && (strings.HasPrefix(w.xpos, "VB") || w.xpos == "MD" || w.xpos == "PRP")
}
