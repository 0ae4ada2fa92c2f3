package reconcile

import "strings"

// markers are the words by which a report calls an act an answer to another.
var markers = []string{
	"in response", "in retaliation", "in reply", "in answer", "in return", "in turn", "in kind", "in reprisal", "as a response", "responded by",
	"retaliat", "tit-for-tat", "reciproc", "countermeasure", "counter-measure", "in protest at", "in protest over", "mirror", "to match",
	"reprisal", "quid pro quo", "hit back", "struck back", "paid back", "same number", "after the expulsion", "followed the expulsion",
}

// CallsAnswer says whether a sentence calls what it tells an answer.
func CallsAnswer(sentence string) bool {
	sentence = strings.ToLower(strings.Join(strings.Fields(sentence), " "))
	for _, m := range markers {
		if strings.Contains(sentence, m) {
			return true
		}
	}
	return false
}
