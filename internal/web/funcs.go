package web

import (
	"fmt"
	"html/template"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/desk"
	"golang.org/x/text/language"
)

func (s *site) funcs() template.FuncMap {
	return template.FuncMap{
		"name":     s.name,
		"flag":     flag,
		"prose":    s.prose,
		"phrase":   func(a demarche.Act, st demarche.Status) string { return s.prose(desk.Phrase(&a, st)) },
		"evidence": evidenceHref,
		"figure":   figureHref,
		"telling":  func(t demarche.Telling) string { return reportHref(t.Report, string(t.ID)) },
		"where":    whereHref,
		"report":   func(id demarche.ReportID) string { return reportHref(id, "") },
		"naming":   namingHref,
		"act":      func(id demarche.ActID) string { return "/act/" + url.PathEscape(string(id)) },
		"actOf":    func(id demarche.EventID) string { return "/act/" + url.PathEscape(string(id)) },
		"dyad":     func(a, b demarche.Code) string { return "/" + desk.Dyad(a, b) },
		"words":    func(s string) string { return strings.Join(strings.Fields(s), " ") },
		"label":    func(word string) string { return strings.ReplaceAll(word, "_", " ") },
		"few":      few,
		"count":    count,
		"fields":   desk.Fields,
		"value":    func(e demarche.Event, field string) string { return desk.Value(&e, field) },
		"due":      func(a demarche.Act) demarche.Day { return desk.Due(&a) },
		"latest":   latest,
		"answered": func(lines []desk.Line) bool {
			return slices.ContainsFunc(lines, func(l desk.Line) bool { return l.Reply != nil })
		},
	}
}

func (s *site) name(c demarche.Code) string {
	if n, ok := s.names[c]; ok {
		return n
	}
	return string(c)
}

// count tells how many there are: "1 report", "2 reports".
func count(n any, one, several string) string {
	number := fmt.Sprint(n)
	if number == "1" {
		several = one
	}
	return number + " " + several
}

// flag is a State's flag, of two letters that stand for its code, or nothing.
func flag(c demarche.Code) string {
	two := ""
	switch c {
	case "EUR":
		two = "EU"
	case "UNO":
		two = "UN"
	case "XKX":
		two = "XK"
	default:
		region, err := language.ParseRegion(string(c))
		if err != nil || !region.IsCountry() {
			return ""
		}
		two = region.String()
	}
	if len(two) != 2 {
		return ""
	}
	const letterA = '🇦'
	return string([]rune{letterA + rune(two[0]-'A'), letterA + rune(two[1]-'A')})
}

var codeInText = regexp.MustCompile(`\b[A-Z]{3}\b`)

// prose gives a line of the brief with names in the place of codes.
func (s *site) prose(text string) string {
	text = codeInText.ReplaceAllStringFunc(text, func(c string) string { return s.name(demarche.Code(c)) })
	return strings.Join(strings.Fields(text), " ")
}

// reportHref is where a report is shown, open at an event.
func reportHref(id demarche.ReportID, event string) string {
	href := "/report/" + url.PathEscape(string(id))
	if event != "" {
		href += "#" + url.PathEscape(event)
	}
	return href
}

// figureHref is where the figure of a line is shown: the words that tell its day, or what it
// rests on.
func figureHref(e desk.Evidence) string {
	if e.At.Len() > 0 {
		return atHref(e.Report, e.At)
	}
	return evidenceHref(e)
}

// evidenceHref is where what a line rests on is shown: the event, or the words of a
// remark.
func evidenceHref(e desk.Evidence) string {
	if e.Event != "" {
		return reportHref(e.Report, string(e.Event))
	}
	return "/report/" + url.PathEscape(string(e.Report)) + "?words=" + url.QueryEscape(e.Words) + "#words"
}

// whereHref is where the words are shown that tell a field of an event, if another sentence
// than its own tells it, or "".
func whereHref(t demarche.Telling, field string) string {
	at, elsewhere := t.At(field)
	if !elsewhere {
		return ""
	}
	return atHref(t.Report, at)
}

// atHref is where a report is shown, open at some of its bytes.
func atHref(id demarche.ReportID, at demarche.Span) string {
	return fmt.Sprintf("/report/%s?at=%d-%d#words", url.PathEscape(string(id)), at.Start, at.End)
}

// namingHref is where a report is shown, open where it first names a person.
func namingHref(id demarche.ReportID, name string) string {
	return evidenceHref(desk.Evidence{Report: id, Words: name[strings.LastIndexByte(name, ' ')+1:]})
}

// few cuts a list, for what would drown a page.
func few(n int, list []desk.Line) []desk.Line { return list[:min(n, len(list))] }

// latest is the telling of an act that became known last.
func latest(a demarche.Act) []demarche.Telling { return a.Tellings[max(0, len(a.Tellings)-1):] }

// kind is a group of types that are drawn and picked alike.
type kind struct {
	Name, Title, Shape string
	types              []demarche.EventType
}

var kinds = []kind{
	{"people", "people at missions", "circle", []demarche.EventType{"expel", "recall", "depart", "appoint", "limit_staff", "limit_term", "limit_movement"}},
	{"premises", "missions and property", "square", []demarche.EventType{"close", "open", "seize", "hand_back"}},
	{"visas", "visas and sanctions", "diamond", []demarche.EventType{"deny_visa", "grant_visa", "sanction"}},
	{"relations", "relations, answers not named", "star", []demarche.EventType{"break_relations", "restore_relations", "respond"}},
	{"talks", "talks and agreements", "lens", []demarche.EventType{"consult", "agree"}},
	{"words", "words: demands, protests, threats", "triangle", []demarche.EventType{"summon", "demand", "accuse", "protest", "reject", "threaten"}},
}

func kindOf(t demarche.EventType) kind {
	i := slices.IndexFunc(kinds, func(k kind) bool { return slices.Contains(k.types, t) })
	return kinds[i]
}
