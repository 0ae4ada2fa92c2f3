package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"demarche"
)

// meaning is a type of the codebook in the words of others. The CAMEO codes and the
// PLOVER types are the codebook's; the scale is that of Goldstein (1992), as GDELT
// gives it for CAMEO codes.
type meaning struct {
	cameo, text string
	goldstein   float64
	plover      string
}

var meanings = map[demarche.EventType]meaning{
	"expel":             {"174", "Expel or deport individuals", -5, "SANCTION"},
	"recall":            {"161", "Reduce or break diplomatic relations", -4, "SANCTION"},
	"depart":            {"161", "Reduce or break diplomatic relations", -4, ""},
	"summon":            {"111", "Criticize or denounce", -2, "REQUEST"},
	"appoint":           {"050", "Engage in diplomatic cooperation, not specified", 3.5, "SUPPORT"},
	"limit_staff":       {"172", "Impose administrative sanctions", -5, "SANCTION"},
	"limit_term":        {"172", "Impose administrative sanctions", -5, "SANCTION"},
	"limit_movement":    {"172", "Impose administrative sanctions", -5, "SANCTION"},
	"close":             {"161", "Reduce or break diplomatic relations", -4, "SANCTION"},
	"open":              {"050", "Engage in diplomatic cooperation, not specified", 3.5, "SUPPORT"},
	"seize":             {"171", "Seize or damage property", -9.2, "COERCE"},
	"hand_back":         {"085", "Ease economic sanctions, boycott, embargo", 7, "RETREAT"},
	"deny_visa":         {"172", "Impose administrative sanctions", -5, "SANCTION"},
	"grant_visa":        {"050", "Engage in diplomatic cooperation, not specified", 3.5, "SUPPORT"},
	"break_relations":   {"161", "Reduce or break diplomatic relations", -4, "SANCTION"},
	"restore_relations": {"050", "Engage in diplomatic cooperation, not specified", 3.5, "SUPPORT"},
	"consult":           {"040", "Consult, not specified", 1, "CONSULT"},
	"agree":             {"057", "Sign formal agreement", 8, "AGREE"},
	"respond":           {"160", "Reduce relations, not specified", -4, "SANCTION"},
	"demand":            {"100", "Demand, not specified", -5, "REQUEST"},
	"accuse":            {"112", "Accuse, not specified", -2, "ACCUSE"},
	"protest":           {"111", "Criticize or denounce", -2, "ACCUSE"},
	"reject":            {"120", "Reject, not specified", -4, "REJECT"},
	"threaten":          {"130", "Threaten, not specified", -4.4, "THREATEN"},
	"sanction":          {"163", "Impose embargo, boycott, or sanctions", -8, "SANCTION"},
}

// cameo is an event in CAMEO's words, and whether there is one: what is threatened or
// demanded is a threat or a demand.
func cameo(e *demarche.Event) (meaning, bool) {
	switch e.Status {
	case demarche.Actual:
		return meanings[e.Type], true
	case demarche.Threatened:
		return meanings["threaten"], true
	case demarche.Demanded:
		return meanings["demand"], true
	}
	return meaning{}, false
}

// quad is the class of a code: words or deeds, for or against.
func quad(code string) int {
	switch root, _ := strconv.Atoi(code[:2]); {
	case root <= 5:
		return 1
	case root <= 9:
		return 2
	case root <= 13:
		return 3
	}
	return 4
}

// parties are the pairs of an event, each of which is a row in the tables of others.
// A side that is not named is empty.
func parties(e *demarche.Event) (pairs [][2]demarche.Code) {
	actors, recipients := e.Actor, e.Recipient
	if e.Type.IsSymmetric() && len(recipients) == 0 && len(actors) > 1 {
		actors, recipients = actors[:1], actors[1:]
	}
	if len(actors) == 0 {
		actors = []demarche.Code{""}
	}
	if len(recipients) == 0 {
		recipients = []demarche.Code{""}
	}
	for _, a := range actors {
		for _, b := range recipients {
			pairs = append(pairs, [2]demarche.Code{a, b})
		}
	}
	return pairs
}

// number is an id where only numbers are taken: of the event and its pair.
func number(id demarche.EventID, pair [2]demarche.Code) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s %s %s", id, pair[0], pair[1])
	return strconv.FormatUint(h.Sum64()>>1, 10) // one that fits a signed integer
}

var organisations = map[demarche.Code]bool{
	"UNO": true, "EUR": true, "NAT": true, "OSC": true, "IAE": true, "OPC": true, "COE": true, "AFU": true, "ARL": true, "GCC": true, "ASE": true, "OAS": true,
}

// cell keeps a text within its column.
func cell(s string) string { return strings.Join(strings.Fields(s), " ") }

func appendTabs(dst []byte, cells []string) []byte {
	for i, c := range cells {
		if i > 0 {
			dst = append(dst, '\t')
		}
		dst = append(dst, cell(c)...)
	}
	return append(dst, '\n')
}

// digits is a day as 20211129.
func digits(d demarche.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

// The places of GDELT's columns that are filled.
const (
	gdeltID = iota
	gdeltDay
	gdeltMonth
	gdeltYear
	gdeltFraction
	gdeltActor1         // code, name, country, group, 3 of ethnicity and religion, 3 of type
	gdeltActor2    = 15 // the same
	gdeltRoot      = 25
	gdeltCode      = 26
	gdeltBase      = 27
	gdeltRootCode  = 28
	gdeltQuad      = 29
	gdeltGoldstein = 30
	gdeltMentions  = 31
	gdeltSources   = 32
	gdeltArticles  = 33
	gdeltGeo1      = 35
	gdeltGeo2      = 43
	gdeltGeo       = 51 // type, name
	gdeltAdded     = 59
	gdeltURL       = 60
	gdeltColumns   = 61
)

// appendGDELT appends an event as rows of GDELT 2.0's table of events.
func appendGDELT(dst []byte, r *Row, names map[demarche.Code]string) []byte {
	m, ok := cameo(&r.Event)
	if !ok {
		return dst
	}
	for _, pair := range parties(&r.Event) {
		c := make([]string, gdeltColumns)
		c[gdeltID] = number(r.ID, pair)
		if d := r.Date; !d.IsZero() && d.Days() == 1 {
			c[gdeltDay] = digits(d.From)
			c[gdeltMonth] = digits(d.From)[:6]
			c[gdeltYear] = digits(d.From)[:4]
			c[gdeltFraction] = strconv.FormatFloat(float64(d.From.Year)+float64(int(d.From.Month)*30+d.From.Date)/365, 'f', 4, 64)
		}
		for i, at := range []int{gdeltActor1, gdeltActor2} {
			code := pair[i]
			if code == "" || code == demarche.Other {
				continue
			}
			c[at], c[at+1] = string(code), strings.ToUpper(names[code])
			if organisations[code] {
				c[at+3] = string(code)
			} else {
				c[at+2] = string(code)
			}
		}
		c[gdeltRoot] = "0"
		if r.Order == 0 {
			c[gdeltRoot] = "1"
		}
		c[gdeltCode], c[gdeltBase], c[gdeltRootCode] = m.cameo, m.cameo, m.cameo[:2]
		c[gdeltQuad] = strconv.Itoa(quad(m.cameo))
		c[gdeltGoldstein] = strconv.FormatFloat(m.goldstein, 'f', -1, 64)
		c[gdeltMentions], c[gdeltSources], c[gdeltArticles] = "1", "1", "1"
		c[gdeltGeo1], c[gdeltGeo2], c[gdeltGeo] = "0", "0", "0"
		if r.Place != "" {
			c[gdeltGeo], c[gdeltGeo+1] = "4", r.Place // a city
		}
		c[gdeltAdded] = digits(r.Known) + "000000"
		c[gdeltURL] = r.URL
		dst = appendTabs(dst, c)
	}
	return dst
}

// icewsColumns are the head of an ICEWS table.
var icewsColumns = []string{
	"Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors",
	"Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
}

// appendICEWS appends an event as rows of an ICEWS table.
func appendICEWS(dst []byte, r *Row, names map[demarche.Code]string) []byte {
	m, ok := cameo(&r.Event)
	if !ok {
		return dst
	}
	for _, pair := range parties(&r.Event) {
		date := ""
		if r.Date.Days() == 1 && !r.Date.IsZero() {
			date = r.Date.From.String()
		}
		country := func(c demarche.Code) string {
			if organisations[c] || c == demarche.Other {
				return ""
			}
			return names[c]
		}
		dst = appendTabs(dst, []string{
			number(r.ID, pair), date, names[pair[0]], "", country(pair[0]), m.text, m.cameo, strconv.FormatFloat(m.goldstein, 'f', 1, 64), names[pair[1]], "",
			country(pair[1]), string(r.Report), "", r.Outlet, r.Place, "", "", "", "", "",
		})
	}
	return dst
}

// field is a key of an object with its value.
type field struct {
	key   string
	value any
}

// appendPLOVER appends an event as JSON objects with POLECAT's columns, and what ours
// has beside them: status, count, deadline, speaker, evidence.
func appendPLOVER(dst []byte, r *Row, names map[demarche.Code]string) []byte {
	m := meanings[r.Type]
	for _, pair := range parties(&r.Event) {
		country := func(c demarche.Code) string {
			if organisations[c] || c == demarche.Other {
				return ""
			}
			return string(c)
		}
		fields := []field{
			{"Event ID", string(r.ID) + "_" + string(pair[0]) + "_" + string(pair[1])}, {"Event Date", r.Date.String()}, {"Event Type", m.plover}, {"Event Mode", string(r.Type)},
			{"Intensity", m.goldstein}, {"Quad Code", quad(m.cameo)}, {"Contexts", "diplomatic"},
			{"Actor Name", names[pair[0]]}, {"Actor Country", country(pair[0])}, {"Actor COW", ""}, {"Primary Actor Sector", ""}, {"Actor Sectors", ""},
			{"Actor Title", ""}, {"Actor Name Raw", ""}, {"Wikipedia Actor ID", ""},
			{"Recipient Name", names[pair[1]]}, {"Recipient Country", country(pair[1])}, {"Recipient COW", ""}, {"Primary Recipient Sector", ""}, {"Recipient Sectors", ""},
			{"Recipient Title", ""}, {"Recipient Name Raw", ""}, {"Wikipedia Recipient ID", ""},
			{"Placename", r.Place}, {"City", r.Place}, {"District", ""}, {"Province", ""}, {"Country", ""}, {"Latitude", nil}, {"Longitude", nil},
			{"GeoNames ID", ""}, {"Raw Placename", r.Place}, {"Feature Type", ""},
			{"Source", r.Outlet}, {"Publication Date", r.Known.String()}, {"Story People", ""}, {"Story Organizations", ""}, {"Story Locations", ""},
			{"Language", r.Lang}, {"Version", ""},
			{"Status", string(r.Status)}, {"Object", r.Object}, {"Count", r.Count.String()}, {"Deadline", r.Deadline.String()}, {"Speaker", r.Speaker},
			{"Speaker State", string(r.SpeakerState)}, {"Report", string(r.Report)}, {"URL", r.URL}, {"Evidence", r.Evidence},
		}
		b := bytes.NewBuffer(dst)
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		put := func(v any) {
			if err := enc.Encode(v); err != nil {
				panic(err) // there is nothing in it that JSON has no word for
			}
			b.Truncate(b.Len() - 1) // the end of the line
		}
		for i, f := range fields {
			b.WriteByte("{,"[min(i, 1)])
			put(f.key)
			b.WriteByte(':')
			put(f.value)
		}
		b.WriteString("}\n")
		dst = b.Bytes()
	}
	return dst
}
