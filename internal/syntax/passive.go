package syntax

import (
	"math"
	"slices"
)

// headlineOdds is the logarithm of how much more often a headline's verb is a
// participle, and not a past tense, than the network expects, which has learnt from
// running text: some twenty times. Headlines tell the past in the present tense.
const headlineOdds = 3

// settleHeadline makes the participle of a headline the verb of a passive clause, as
// in "Envoys expelled over spying", where it looks like a past tense or like what
// describes a noun. Headlines have neither a stop nor articles.
func (p *Parser) settleHeadline(words []Word) {
	if words[len(words)-1].UPOS == "PUNCT" {
		return
	}
	root := slices.IndexFunc(words, func(w Word) bool { return w.Head == Root })
	subject := -1
	for i, w := range words {
		if w.Head != root {
			continue
		}
		switch w.Rel {
		case "nsubj":
			subject = i
		case "obj", "iobj", "ccomp", "xcomp", "aux", "aux:pass", "cop", "nsubj:pass", "csubj", "expl":
			return
		}
	}
	switch {
	case subject >= 0:
		if words[root].XPOS == "VBD" && isBareNoun(words, subject) && p.odds(root, "VERB|VBN") > -headlineOdds {
			words[root].XPOS, words[root].Feats = "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"
			words[subject].Rel = "nsubj:pass"
		}
	case root+1 < len(words) && isBareNoun(words, root):
		verb := words[root+1]
		if verb.Head == root && verb.Rel == "acl" && verb.XPOS == "VBN" && !hasSubject(words, root+1) {
			turn(words, root, root+1)
		}
	}
}

// isBareNoun says whether a word is a noun or name without an article or the like.
func isBareNoun(words []Word, noun int) bool {
	if words[noun].UPOS != "NOUN" && words[noun].UPOS != "PROPN" {
		return false
	}
	return !slices.ContainsFunc(words, func(w Word) bool { return w.Head == noun && w.Rel == "det" })
}

func hasSubject(words []Word, verb int) bool {
	return slices.ContainsFunc(words, func(w Word) bool { return w.Head == verb && cores[w.Rel] == subject })
}

// turn hangs a noun at the root on the participle behind it, as its subject, and
// what follows on the participle.
func turn(words []Word, noun, verb int) {
	words[verb].Head, words[verb].Rel = Root, "root"
	words[noun].Head, words[noun].Rel = verb, "nsubj:pass"
	for i := verb + 1; i < len(words); i++ {
		if words[i].Head != noun {
			continue
		}
		words[i].Head = verb
		if words[i].Rel == "nmod" {
			words[i].Rel = "obl"
		}
	}
}

// odds is the logarithm of how much likelier than the tag that a word got another is,
// by the scores that encode left in wide.
func (p *Parser) odds(word int, tag string) float32 {
	at := slices.Index(p.Tags, tag)
	if at < 0 {
		return float32(math.Inf(-1))
	}
	row := p.wide[(word+1)*p.out.out:][:len(p.Tags)]
	return row[at] - row[greatest(row)]
}

// settleVoice brings the relation of each subject into line with its verb's
// auxiliaries, since the parser names each relation by itself. A passive auxiliary
// makes the subject one of the passive; others without it, as in "something that
// 's caused confusion", make it one of the active. Without any, the root of a
// headline is a bare participle; where a full stop ends the sentence it is more
// likely a past tense with the wrong tag.
func settleVoice(words []Word) {
	headline := words[len(words)-1].XPOS != "."
	for i := range words {
		w := &words[i]
		if w.Rel != "nsubj" && w.Rel != "nsubj:pass" {
			continue
		}
		switch verb := &words[w.Head]; auxiliaryOf(words, w.Head) {
		case passiveAuxiliary:
			w.Rel = "nsubj:pass"
		case activeAuxiliary:
			w.Rel = "nsubj"
		case noAuxiliary:
			if headline && verb.Head == Root && verb.XPOS == "VBN" {
				w.Rel = "nsubj:pass"
			}
		}
	}
}

type auxiliary int

const (
	noAuxiliary auxiliary = iota
	activeAuxiliary
	copula
	passiveAuxiliary
)

// auxiliaryOf says what auxiliaries a verb has, of several kinds the last in the
// list above.
func auxiliaryOf(words []Word, verb int) auxiliary {
	most := noAuxiliary
	for _, w := range words {
		if w.Head != verb {
			continue
		}
		switch w.Rel {
		case "cop":
			most = max(most, copula)
		case "aux":
			most = max(most, activeAuxiliary)
		case "aux:pass":
			most = passiveAuxiliary
		}
	}
	return most
}
