// Package remark finds what reports say of the dealings between States as a whole,
// such as that one side never began: statements that a record can be held against.
// It also finds where a report gives one speaker two names.
package remark

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"demarche"
	"demarche/internal/text"
)

// The phrases that make a claim, in lower case.
var (
	neverBegan = regexp.MustCompile(`never (?:been the (?:first|one) to |the first to )?(?:initiat|start|beg[au]n|escalat|provok)|(?:not|n't|nor) (?:been )?(?:the )?(?:one|ones|side|first) (?:who|that|which|to) (?:initiat|start|beg[au]n|escalat)|(?:has|have|did|had) not (?:initiat|start|beg[au]n)|(?:only|merely|just|always) (?:ever )?(?:respond|retaliat|repl(?:y|ied)|answer|react)|initiated (?:solely|entirely|exclusively|only)`)
	nobodyElse = regexp.MustCompile(`(?:not|never|n't) (?:been )?(?:applied|applicable|imposed|extended|in force)[^.]{0,30}\b(?:any|no|one) other|(?:no|any) other (?:country|countries|state|states|mission|missions|nation|nations|embassy|embassies)|only (?:to|against|for) (?:us|russia|russians|our|its)|to no other`)
)

// Find gives the remarks of a report, in the order of its text. Events are those
// that it was coded into.
func Find(report *demarche.Report, events []demarche.Event) (found []demarche.Remark) {
	if len(events) == 0 {
		return nil
	}
	sentences := text.Split(report.Text, report.Body)
	for _, s := range sentences {
		words := s.Span.In(report.Text)
		low := strings.ToLower(strings.Join(strings.Fields(words), " "))
		for _, k := range []struct {
			kind demarche.RemarkKind
			re   *regexp.Regexp
		}{{demarche.NeverBegan, neverBegan}, {demarche.NobodyElse, nobodyElse}} {
			if !may(k.kind, low) || !k.re.MatchString(low) {
				continue
			}
			r := demarche.Remark{Report: report.ID, Known: report.Date, Kind: k.kind, Words: words, Span: s.Span}
			if !attribute(&r, events) {
				continue
			}
			// Two sentences on end are one speech.
			if n := len(found); n > 0 && found[n-1].Kind == r.Kind && r.Span.Start-found[n-1].Span.End < 4 {
				r.Speaker, r.State = found[n-1].Speaker, found[n-1].State
			}
			found = append(found, r)
		}
	}
	found = append(found, names(report, sentences)...)
	slices.SortStableFunc(found, func(a, b demarche.Remark) int { return a.Span.Start - b.Span.Start })
	return found
}

// may says by single words whether a sentence could make a claim: almost none can,
// and looking for whole phrases is dear.
func may(kind demarche.RemarkKind, low string) bool {
	any := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(low, w) })
	}
	if kind == demarche.NobodyElse {
		return any("other", "only")
	}
	return any("never", "not", "n't", "nor", "only", "merely", "just", "always", "solely", "entirely", "exclusively") &&
		any("initiat", "respond", "retaliat", "repl", "answer", "react", "escalat", "start", "beg", "provok")
}

// attribute finds by whose word a remark stands, and what it is about, from the
// events that are told in its sentence or near it. Of several speakers it is the one
// who says most of what stands there. A remark of nobody is none.
func attribute(r *demarche.Remark, events []demarche.Event) bool {
	const far = 600 // bytes, some sentences
	type speaker struct {
		state demarche.Code
		name  string
	}
	says := map[speaker]int{}
	of := map[demarche.Code]int{}
	for i := range events {
		e := &events[i]
		d := max(0, e.Span.Start-r.Span.End, r.Span.Start-e.Span.End)
		who := speaker{e.SpeakerState, e.Speaker}
		if who.state == "" && (e.Type == "accuse" || e.Type == "demand" || e.Type == "reject") && len(e.Actor) == 1 {
			who.state = e.Actor[0] // its own words
		}
		// It is about what is done to the one, not about what is not done to others.
		if r.Kind == demarche.NobodyElse && d == 0 && len(e.Actor) == 1 && !e.Type.IsSpeech() && e.Status != demarche.Denied {
			r.About, r.Actor = e.Type, e.Actor[0]
		}
		if who.state != "" && d < far {
			says[who]++
			of[who.state]++
		}
	}
	best := 0
	for who, n := range says {
		weight := 100*of[who.state] + n
		if who.name != "" {
			weight += 50 // a name says more than none
		}
		if weight > best || weight == best && who.name < r.Speaker {
			best, r.Speaker, r.State = weight, who.name, who.state
		}
	}
	return best > 0 && (r.Kind != demarche.NobodyElse || r.About != "" && r.Actor != r.State)
}

var (
	speaking = `(?:said|says|told|answered|added|noted|stated|replied|stressed|emphasi[sz]ed|warned|explained|informed|iterated|reiterated)`
	bareName = regexp.MustCompile(`(?:^|[”"’,] ?|\. )(\p{Lu}\p{Ll}{3,}) ` + speaking + `\b|\b` + speaking + ` (\p{Lu}\p{Ll}{3,})[.,]`)
)

// titles may stand before a name, and are none.
var titles = map[string]bool{
	"President": true, "Prime": true, "Minister": true, "Foreign": true, "Deputy": true, "Defence": true, "Defense": true, "Interior": true, "Secretary": true,
	"Under": true, "Assistant": true, "State": true, "Ambassador": true, "Chancellor": true, "Spokesman": true, "Spokeswoman": true, "Spokesperson": true,
	"Senator": true, "General": true, "King": true, "Queen": true, "Prince": true, "Russian": true, "American": true, "British": true, "Chinese": true,
	"The": true, "But": true, "And": true, "When": true, "Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Sir": true, "Lord": true, "Former": true, "Counsellor": true,
}

// names finds where a report writes one person's name in two ways, and where words
// of a speaker who was named are given to a surname that was not.
func names(report *demarche.Report, sentences []text.Sentence) (found []demarche.Remark) {
	type person struct{ first, last string }
	var seen []person
	last := person{}
	lastAt := -1
	for i, s := range sentences {
		words := s.Span.In(report.Text)
		note := func(kind demarche.RemarkKind, names ...string) {
			found = append(found, demarche.Remark{Report: report.ID, Known: report.Date, Kind: kind, Names: names, Speaker: names[0], Words: words, Span: s.Span})
		}
		var bare [][]string
		if strings.ContainsAny(words, "”\"") { // words are given to somebody
			bare = bareName.FindAllStringSubmatch(words, -1)
		}
		for _, m := range bare {
			name := m[1] + m[2]
			known := slices.ContainsFunc(seen, func(p person) bool { return p.last == name || p.first == name })
			if known || lastAt < 0 || i-lastAt > 2 || !rhymes(name, last.last) || strings.Contains(report.Text[:s.Span.Start], name) {
				continue
			}
			note(demarche.Renamed, last.first+" "+last.last, name)
		}
		for _, parts := range capitalised(report.Text, s.Tokens) {
			for len(parts) > 0 && titles[parts[0]] {
				parts = parts[1:]
			}
			if len(parts) < 2 || slices.ContainsFunc(parts, func(w string) bool { return titles[w] }) {
				continue
			}
			p := person{parts[0], parts[len(parts)-1]}
			for _, q := range seen {
				if q != p && (q.last == p.last && near(q.first, p.first) || q.first == p.first && near(q.last, p.last)) &&
					!slices.ContainsFunc(found, func(r demarche.Remark) bool { return slices.Contains(r.Names, p.first+" "+p.last) }) {
					note(demarche.SpeltTwoWay, q.first+" "+q.last, p.first+" "+p.last)
				}
			}
			if !slices.Contains(seen, p) {
				seen = append(seen, p)
			}
			last, lastAt = p, i
		}
	}
	return found
}

// capitalised gives the runs of two and more capitalised words that one space parts.
func capitalised(of string, tokens []demarche.Span) (runs [][]string) {
	var run []string
	end := -1
	for _, t := range tokens {
		w := t.In(of)
		switch {
		case !isCapitalised(w):
			run, end = nil, -1
			continue
		case len(run) > 0 && t.Start == end+1 && of[end] == ' ':
			run = append(run, w)
			if len(run) == 2 {
				runs = append(runs, run)
			} else {
				runs[len(runs)-1] = run
			}
		default:
			run = []string{w}
		}
		end = t.End
	}
	return runs
}

// isCapitalised says whether a word has one capital, at its head, and small letters.
func isCapitalised(w string) bool {
	if len(w) < 3 {
		return false
	}
	for i, r := range w {
		if i == 0 && !unicode.IsUpper(r) || i > 0 && !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// rhymes says whether two surnames are of one make, so that a slip of the pen could
// have put one for the other.
func rhymes(a, b string) bool {
	const tail = 3
	return a != b && len(a) > tail && len(b) > tail && a[len(a)-tail:] == b[len(b)-tail:]
}

// near says whether two names differ by a letter or two only.
func near(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if max(len(x), len(y)) < 4 {
		return false
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)] <= 1 || row[len(y)] == 2 && min(len(x), len(y)) >= 7
}
