package coder

import "strings"

// isWoman says whether a person has a given name or a title that only women have, where it
// stands or where the report gives the name in full: "German Chancellor Angela Merkel", "the queen".
func (sc *scene) isWoman(e *entity) bool {
	const reach = 2 // from the office to the name
	tokens := sc.sentences[e.sentence].Tokens
	for t := e.first; t < len(tokens) && (t < e.end || e.class != 0 && t < e.end+reach && sc.isName(e.sentence, t)); t++ {
		if sc.c.vocabulary.has(women, sc.form(e.sentence, t)) {
			return true
		}
	}
	if e.first > 0 && sc.c.vocabulary.has(women, sc.form(e.sentence, e.first-1)) {
		return true
	}
	given, _, _ := strings.Cut(sc.cast[e.name].full, " ")
	return sc.c.vocabulary.has(women, given)
}

// ofWoman gives what a woman is worth as whom a pronoun takes up, given what anybody in her
// place is: "he" is none, and "she" is her before those whose names do not tell.
func (sc *scene) ofWoman(score int) int {
	const sure = 12
	if !sc.she {
		return 0
	}
	return score + sure
}
