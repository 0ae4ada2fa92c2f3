package syntax

// settleVoice brings the relation of each subject into line with its verb's
// auxiliaries, since the parser names each relation by itself. A passive auxiliary
// makes the subject one of the passive; others without it, as in "something that
// 's caused confusion", make it one of the active. Without any, the root of a
// headline is a bare participle ("Envoys expelled over spying"); where a full stop
// ends the sentence it is more likely a past tense with the wrong tag.
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
