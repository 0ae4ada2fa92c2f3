package brief

import (
	"fmt"
	"strings"

	"demarche"
)

// verbs are the types of acts as a sentence has them: done, and to do. %s stands
// for the object, and @ for the other side.
var verbs = map[demarche.EventType][2]string{
	"expel":             {"expelled %s of @", "expel %s of @"},
	"recall":            {"recalled %s from @", "recall %s from @"},
	"depart":            {"saw %s leave @", "have %s leave @"},
	"summon":            {"summoned %s of @", "summon %s of @"},
	"appoint":           {"named %s to @", "name %s to @"},
	"limit_staff":       {"limited %s of @", "limit %s of @"},
	"limit_term":        {"limited the term of staff of @", "limit the term of staff of @"},
	"limit_movement":    {"limited the movement of %s of @", "limit the movement of %s of @"},
	"close":             {"closed %s (@)", "close %s (@)"},
	"open":              {"opened %s in @", "open %s in @"},
	"seize":             {"seized %s of @", "seize %s of @"},
	"hand_back":         {"gave back %s to @", "give back %s to @"},
	"deny_visa":         {"refused visas to %s of @", "refuse visas to %s of @"},
	"grant_visa":        {"granted visas to %s of @", "grant visas to %s of @"},
	"break_relations":   {"broke or lowered relations with @", "break or lower relations with @"},
	"restore_relations": {"restored or raised relations", "restore or raise relations"},
	"consult":           {"held talks", "hold talks"},
	"agree":             {"agreed", "agree"},
	"respond":           {"answered @ by an act not named", "answer @"},
	"demand":            {"made a demand of @", "make a demand of @"},
	"accuse":            {"accused @", "accuse @"},
	"protest":           {"protested to @", "protest to @"},
	"reject":            {"rejected what @ said or wanted", "reject what @ says or wants"},
	"threaten":          {"threatened @", "threaten @"},
	"sanction":          {"put sanctions on %s of @", "put sanctions on %s of @"},
}

// nouns are objects where no number is told, and one, and several.
var nouns = map[string][3]string{
	"diplomats": {"diplomats", "1 diplomat", "diplomats"}, "staff": {"staff", "1 of the staff", "of the staff"},
	"ambassador": {"the ambassador", "the ambassador", "ambassadors"}, "attache": {"attachés", "1 attaché", "attachés"},
	"families": {"families", "1 family member", "family members"}, "officials": {"officials", "1 official", "officials"},
	"security": {"guards", "1 guard", "guards"}, "embassy": {"the embassy", "the embassy", "embassies"},
	"consulate": {"a consulate", "the consulate", "consulates"}, "mission": {"a mission", "1 mission", "missions"},
	"property": {"property", "1 property", "properties"}, "visas": {"visa services", "1 visa", "visas"},
	"headcount": {"the headcount", "the headcount to 1", "staff may stay"}, "term": {"the term", "the term", "terms"},
	"relations": {"relations", "relations", "relations"}, "topics": {"", "", "topics"}, "": {"persons not named", "1", "persons"},
}

var signs = map[string]string{"=": "", ">=": "at least ", "<=": "up to ", ">": "more than ", "~": "about "}

// object is what an act is done to, with its number and place.
func object(a *demarche.Act) string {
	if a.Place == "" {
		return thing(a)
	}
	return thing(a) + " in " + a.Place
}

// thing is what an act is done to, with its number.
func thing(a *demarche.Act) string {
	n := nouns[a.Object]
	if a.Object == "visas" && (a.Type == "grant_visa" || a.Type == "deny_visa") {
		n = nouns[""]
	}
	switch {
	case a.Object == "headcount" && !a.Count.IsZero():
		return "the headcount to " + signs[a.Count.Cmp] + fmt.Sprint(a.Count.N)
	case a.Count.IsZero():
		if a.Object == "" && a.Type == "sanction" {
			return "persons or goods"
		}
		return n[0]
	case a.Count.N == 1 && a.Count.Cmp == "=":
		return n[1]
	}
	return signs[a.Count.Cmp] + fmt.Sprint(a.Count.N) + " " + n[2]
}

// modes are how a sentence tells a status.
var modes = map[demarche.Status]string{
	demarche.Planned: "is to", demarche.Threatened: "warned that it would", demarche.Demanded: "was asked to",
	demarche.Conditional: "would, on a condition,", demarche.Possible: "may", demarche.Denied: "did not or will not",
}

// Phrase is an act in a sentence without a stop: "USA expelled 27 diplomats of RUS".
func Phrase(a *demarche.Act, status demarche.Status) string {
	v := verbs[a.Type]
	subject, mode := who(a), modes[status]
	if a.Type.IsSymmetric() && status == demarche.Planned {
		mode = "are to"
	}
	verb := v[0]
	switch {
	case status == demarche.Ended:
		verb = v[0]
	case mode != "":
		verb = mode + " " + v[1]
	}
	verb = strings.ReplaceAll(verb, "%s", thing(a))
	other := named(a.Recipient)
	text := subject + " " + strings.ReplaceAll(verb, "@", other)
	if a.Place != "" {
		text += " in " + a.Place
	}
	if status == demarche.Ended {
		text += ", and took it back"
	}
	if status == demarche.Conditional {
		for i := range a.Tellings {
			if c := a.Tellings[i].Condition; c != "" {
				text += ": " + strings.Join(strings.Fields(c), " ")
				break
			}
		}
	}
	return text
}
