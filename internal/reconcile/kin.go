package reconcile

import (
	"slices"
	"strings"

	"demarche"
)

// family joins the types in which one act is told at different points of its way:
// who is ordered out departs, an ambassador who is recalled departs, premises that
// are closed are taken over. An act never leaves its family.
func family(t demarche.EventType) string {
	switch t {
	case "expel", "recall", "depart":
		return "leave"
	case "close", "seize":
		return "premises"
	}
	return string(t)
}

// kin are pairs of types that can tell one act, beside a type and itself. An
// order to leave and a recall are never the same: one is the host's, one the
// sender's.
func kin(a, b demarche.EventType) bool {
	if a == b {
		return true
	}
	for _, p := range [][2]demarche.EventType{{"expel", "depart"}, {"recall", "depart"}, {"close", "seize"}} {
		if a == p[0] && b == p[1] || a == p[1] && b == p[0] {
			return true
		}
	}
	return false
}

// sides gives the parties of an event so that all events of one act have them
// alike: those who depart or are recalled stand where those who are expelled do,
// and parties to a symmetric act stand on one side.
func sides(e *demarche.Event) (host, guest []demarche.Code) {
	a, b := sorted(e.Actor), sorted(e.Recipient)
	switch {
	case e.Type.IsSymmetric():
		return sorted(slices.Concat(a, b)), nil
	case e.Type == "recall" || e.Type == "depart":
		return b, a
	}
	return a, b
}

func sorted(codes []demarche.Code) []demarche.Code {
	s := slices.Clone(codes)
	slices.Sort(s)
	return slices.Compact(s)
}

// Block names the events that one act can be among: those of a family of types
// between the same parties. No act crosses it.
func Block(e *demarche.Event) string {
	host, guest := sides(e)
	return family(e.Type) + " " + join(host) + ">" + join(guest)
}

// BlocksOf gives the range of blocks, half-open, of measures of a type that one host
// takes against anybody.
func BlocksOf(host demarche.Code, t demarche.EventType) (from, to string) {
	start := family(t) + " " + string(host)
	return start + ">", start + string(rune('>'+1))
}

func join(codes []demarche.Code) string {
	var b strings.Builder
	for i, c := range codes {
		if i > 0 {
			b.WriteByte('+')
		}
		b.WriteString(string(c))
	}
	return b.String()
}

// rarity is how much it says by itself that two events are of one type between
// the same parties: States seldom break relations, and accuse each other daily.
func rarity(t demarche.EventType) int {
	switch t {
	case "limit_term", "limit_movement", "break_relations", "restore_relations":
		return 1
	case "summon", "sanction", "deny_visa", "grant_visa", "consult", "agree", "threaten", "appoint":
		return -1
	case "accuse", "demand", "reject", "respond", "protest":
		return -2
	}
	return 0
}

// standing says whether the type is a measure that holds until it is lifted, so
// that its decree and its coming into force are days of one act.
func standing(t demarche.EventType) bool {
	return t == "limit_staff" || t == "limit_term" || t == "limit_movement"
}

// class is the kind of thing that an object is. Objects of one class may be two
// words for one thing; those of different classes are not.
func class(object string) string {
	switch object {
	case "diplomats", "staff", "officials", "attache", "security", "headcount":
		return "persons"
	case "embassy", "consulate", "mission", "property":
		return "premises"
	}
	return object
}

// general says whether the object is a word for anything of its class.
func general(object string) bool {
	switch object {
	case "staff", "mission", "property", "officials":
		return true
	}
	return false
}

// telling says how much an object says when both events have it: everybody
// expels diplomats, few visas are asked for guards.
func telling(object string) int {
	switch object {
	case "security", "families", "attache":
		return 2
	case "topics":
		return 0 // all talks have some
	}
	return 1
}
