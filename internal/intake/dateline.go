package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The styles of datelines are those of wire copy of 1989 to 2022 and of the
// agencies' own pages:
//
//	NAIROBI, Kenya (AP) _                  BEIJING, Nov. 28 (Xinhua) --
//	MOSCOW, February 2. /TASS/.            MOSCOW/WASHINGTON, Feb 3 (Reuters) -
//	MOSCOW. Feb 3 (Interfax) -             Islamabad [Pakistan], Feb 3 (ANI):
//	WASHINGTON (UrduPoint News / Sputnik - 26th January, 2022)
//	June 26, 2007 (KHARTOUM) —             YEREVAN, FEBRUARY 3, ARMENPRESS.
//	MOSCOW, SANA-                          Yerevan/Mediamax/.
//	CAIRO - 3 February 2022:               Dhaka, Feb 3:
//	(ANSA) - ROME, FEB 3 -                 Kathmandu, Feb. 3, on a line of its own
//	Feb. 3 (UPI) --                        (Bloomberg) --
//	TASS, March 3.                         LONDON —
//	ISLAMABAD:                             Reuters | Mogadishu | Updated: ...

// dateline is what stands before the first sentence of a report: a place, a
// day, an agency, at least one of them, and a mark that ends it.
type dateline struct {
	start, end int // from the first word to the ending mark
	next       int // where the text goes on

	place  string
	caps   bool // the place is in capitals
	region bool // the place has a region or a country with it

	day    writtenDay
	hasDay bool

	agency string
	known  bool // the agency is one of agencies

	mark mark
}

// mark is what ends a dateline.
type mark int

const (
	noMark  mark = iota
	lineEnd      // the end of a line
	period       // .
	colon        // :
	hyphen       // one hyphen
	dash         // a longer dash, or several hyphens, or _
)

// maxDateline is the most bytes that a dateline may have.
const maxDateline = 240

// datelineAt finds a dateline at text[i:]. Where it is in doubt it finds none.
func datelineAt(text string, i int) (dateline, bool) {
	s := text[:lineEndAt(text, i, maxDateline)]
	d := dateline{start: i}
	switch {
	case d.fromPlace(s) && d.placed(text):
	case d.fromAgency(s) && d.signed(text):
	case d.fromDay(s) && d.dated(text):
	case d.fromBars(text):
	default:
		return dateline{}, false
	}
	if isHeading(d.place) {
		d.place = ""
	}
	return d, true
}

// sure says whether a dateline has enough of its parts to be told from any
// other words, even if it does not open the text.
func (d *dateline) sure() bool { return d.place != "" && d.caps && (d.hasDay || d.agency != "") }

// fromPlace reads a dateline that begins with a place.
func (d *dateline) fromPlace(s string) bool {
	*d = dateline{start: d.start}
	i, class := placeAt(s, d.start)
	if class == small || isAgency(s[d.start:i]) {
		return false
	}
	d.caps = class == capital
	for range 2 {
		j, ok := regionAt(s, i)
		if !ok {
			break
		}
		i, d.region = j, true
	}
	d.place = s[d.start:i]
	d.end = d.rest(s, i)
	return true
}

// fromAgency reads a dateline that begins with an agency's name.
func (d *dateline) fromAgency(s string) bool {
	*d = dateline{start: d.start}
	i, ok := d.signature(s, d.start)
	if ok && !d.known {
		return false
	}
	if !ok {
		name, j := agencyAt(s, d.start)
		if !loudAgencies[strings.ToLower(name)] {
			return false
		}
		d.agency, d.known, i = name, true, j
	}
	d.end = d.rest(s, i)
	if end, ok := d.placeBehind(s, d.end); ok {
		d.end = end
	}
	return true
}

// placeBehind reads a place in capitals and a day behind an agency's name and a dash:
// "(ANSA) - ROME, MAY 3 -".
func (d *dateline) placeBehind(s string, i int) (end int, ok bool) {
	hyphens, j := dashesAt(s, skipBlanks(s, i))
	if hyphens == 0 || d.hasDay {
		return i, false
	}
	j = skipBlanks(s, j)
	end, class := placeAt(s, j)
	if class != capital || isAgency(s[j:end]) {
		return i, false
	}
	after := d.rest(s, end)
	if !d.hasDay {
		return i, false
	}
	d.place, d.caps = s[j:end], true
	return after, true
}

// fromDay reads a dateline that begins with a day.
func (d *dateline) fromDay(s string) bool {
	*d = dateline{start: d.start}
	day, i, ok := dayAt(s, d.start)
	if !ok {
		return false
	}
	d.day, d.hasDay = day, true
	j := skipBlanks(s, i)
	if end, class := placeAt(s, skipOne(s, j, '(')); class == capital && end > j+1 && s[j] == '(' && end < len(s) && s[end] == ')' && !isAgency(s[j+1:end]) {
		d.place, d.caps = s[j+1:end], true
		i = end + 1
	}
	d.end = d.rest(s, i)
	return true
}

// fromBars reads a line such as "Reuters | Mogadishu | Updated: 15-12-2020
// 11:44 IST": an agency, a place, and notes between bars.
func (d *dateline) fromBars(text string) bool {
	*d = dateline{start: d.start}
	end := lineEndAt(text, d.start, maxDateline)
	parts := strings.Split(text[d.start:end], "|")
	if len(parts) < 2 || end == len(text) || !isAgency(strings.TrimSpace(parts[0])) {
		return false
	}
	for n, p := range parts {
		p = strings.TrimSpace(p)
		j, class := placeAt(p, 0)
		switch {
		case n == 0:
			d.agency, d.known = p, true
		case class != small && j == len(p) && d.place == "":
			d.place, d.caps = p, class == capital
		case !strings.HasPrefix(p, "Updated") && !strings.HasPrefix(p, "Created") && !strings.HasPrefix(p, "Published"):
			return false
		}
	}
	d.end, d.next, d.mark = end, skipSpace(text, end), lineEnd
	return true
}

// rest reads a day and an agency, in whatever order, at s[i:]. It gives the
// place after them.
func (d *dateline) rest(s string, i int) int {
	for {
		j := skipBlanks(s, i)
		stopped := j < len(s) && (s[j] == ',' || s[j] == '.')
		if stopped {
			j = skipBlanks(s, j+1)
		}
		if day, end, ok := dayAt(s, j); ok && !d.hasDay {
			d.day, d.hasDay, i = day, true, end
			continue
		}
		if day, end, ok := dayBehind(s, j); ok && !d.hasDay {
			d.day, d.hasDay, i = day, true, end
			continue
		}
		if d.agency != "" {
			return i
		}
		if end, ok := d.signature(s, j); ok {
			i = end
			continue
		}
		if name, end := agencyAt(s, j); name != "" && stopped && endsAgency(s, end) {
			d.agency, d.known, i = name, true, end
			continue
		}
		return i
	}
}

// dayBehind reads a day between a dash and the mark that ends the dateline: "CAIRO - 3 May
// 2022:".
func dayBehind(s string, i int) (day writtenDay, end int, ok bool) {
	hyphens, j := dashesAt(s, i)
	if hyphens == 0 {
		return day, i, false
	}
	if day, end, ok = dayAt(s, skipBlanks(s, j)); !ok {
		return day, i, false
	}
	m, _, _ := markAt(s, end)
	return day, end, m == colon || m == dash || m == hyphen
}

// endsAgency says whether a mark or a day follows an agency's name that is not
// in brackets.
func endsAgency(s string, i int) bool {
	m, j, _ := markAt(s, i)
	if m != noMark {
		return true
	}
	_, _, ok := dayAt(s, skipBlanks(s, skipOne(s, j, ',')))
	return ok
}

// signature reads an agency in brackets or slashes at s[i:], and the day that
// may stand with it there.
func (d *dateline) signature(s string, i int) (end int, ok bool) {
	if i >= len(s) {
		return i, false
	}
	const opening, closing, longest = "(/[", ")/]", 70
	bracket := strings.IndexByte(opening, s[i])
	if bracket < 0 {
		return i, false
	}
	n := strings.IndexByte(s[i+1:min(len(s), i+1+longest)], closing[bracket])
	if n < 2 {
		return i, false
	}
	inner, end := s[i+1:i+1+n], i+n+2
	name, day, hasDay := inner, d.day, d.hasDay
	for at, r := range inner { // a day stands last
		inside, e, isDay := dayAt(inner, at)
		if isDay && skipBlanks(inner, e) == len(inner) && (at == 0 || !unicode.IsLetter(r) || inner[at-1] == ' ') {
			if hasDay {
				return i, false
			}
			name, day, hasDay = inner[:at], inside, true
			break
		}
	}
	name = strings.TrimRight(strings.TrimSpace(name), " ,;-–—")
	first, _ := utf8.DecodeRuneInString(name)
	known := namesAgency(name)
	if name == "" || !known && !unicode.IsUpper(first) || strings.ContainsAny(name, "\"“”?!") {
		return i, false
	}
	d.agency, d.known, d.day, d.hasDay = name, known, day, hasDay
	return end, true
}

// ends reads the mark after a dateline's parts. It says whether blanks set the
// mark apart, and whether the text goes on after it as a text begins; one that
// is nothing but a dateline may end there.
func (d *dateline) ends(text string) (apart, begins bool) {
	var end int
	d.mark, end, apart = markAt(text, d.end)
	d.next = skipSpace(text, end)
	if d.mark != lineEnd {
		d.end = end
	}
	nothing := d.next == len(text) && (d.agency != "" || d.hasDay)
	return apart, nothing || beginsText(text, d.next)
}

// placed judges a dateline that begins with a place.
func (d *dateline) placed(text string) bool {
	apart, begins := d.ends(text)
	dashed := d.mark == dash || d.mark == hyphen || d.mark == colon
	switch {
	case d.agency != "" && d.known && (dashed || d.mark == lineEnd):
		return d.mark == dash || begins
	case d.agency != "" && d.caps && (d.known || d.hasDay):
		return begins
	case d.agency != "" && d.known && (d.hasDay || d.mark == period):
		return begins
	case d.agency != "":
		return begins && dashed && (d.hasDay || d.caps && !isHeading(d.place))
	case d.hasDay && d.caps:
		return begins && d.mark != noMark
	case d.hasDay:
		return begins && (dashed || d.mark == lineEnd)
	case !d.caps || isHeading(d.place) || !begins:
		return false
	}
	// A place in capitals alone.
	words := len(strings.Fields(d.place))
	letters := utf8.RuneCountInString(d.place)
	switch d.mark {
	case dash, hyphen:
		return apart && (d.region || words <= 4 && letters >= 4) && !capitalsGoOn(text, d.next)
	case colon:
		return words <= 3 && letters >= 4 && !d.region && !capitalsGoOn(text, d.next) && !isTranscript(text, d.next)
	}
	return d.mark == lineEnd && d.region
}

// signed judges a dateline that begins with an agency's name.
func (d *dateline) signed(text string) bool {
	apart, begins := d.ends(text)
	bracketed := text[d.start] == '(' || text[d.start] == '/' || text[d.start] == '['
	switch {
	case !begins:
		return false
	case bracketed, d.hasDay:
		return d.mark != noMark || bracketed && text[d.start] == '('
	}
	return apart && (d.mark == dash || d.mark == hyphen)
}

// dated judges a dateline that begins with a day.
func (d *dateline) dated(text string) bool {
	_, begins := d.ends(text)
	return begins && (d.place != "" || d.agency != "" && d.known) && (d.mark == dash || d.mark == hyphen || d.mark == colon)
}

// markAt reads the mark that ends a dateline at s[i:]. Apart says whether
// blanks stand on both sides of it.
func markAt(s string, i int) (m mark, end int, apart bool) {
	j := skipBlanks(s, i)
	before := j > i
	if isLineEnd(s, j) {
		return lineEnd, j, false
	}
	if s[j] == '.' || s[j] == ',' {
		m, end = period, j+1
		if s[j] == ',' {
			m = noMark
		}
		j = skipBlanks(s, j+1)
		before = before || j > end
		if isLineEnd(s, j) {
			return lineEnd, j, false
		}
	}
	if s[j] == ':' {
		return colon, j + 1, false
	}
	hyphens, k := dashesAt(s, j)
	after := isLineEnd(s, k) || skipBlanks(s, k) > k
	switch {
	case hyphens > 1:
		return dash, k, before && after
	case hyphens == 1:
		return hyphen, k, before && after
	case m == period:
		return period, end, false
	}
	return noMark, i, false
}

// dashesAt counts the hyphens at s[i:], a longer dash as two.
func dashesAt(s string, i int) (hyphens, end int) {
	for {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '-':
			hyphens++
		case '–', '—', '―', '−', '_':
			hyphens += 2
		default:
			return hyphens, i
		}
		i += n
	}
}

// isLineEnd says whether a line ends at s[i:].
func isLineEnd(s string, i int) bool { return i == len(s) || s[i] == '\n' || s[i] == '\r' }

// beginsText says whether a sentence can begin at text[i:].
func beginsText(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r) || i < len(text) && strings.ContainsRune("\"'`“‘«„([$€£¥…", r)
}

// capitalsGoOn says whether the next two words are in capitals, as in a
// headline.
func capitalsGoOn(text string, i int) bool {
	for range 2 {
		class, end := wordAt(text, i)
		if class != capital {
			return false
		}
		i = skipBlanks(text, end)
	}
	return true
}

// isTranscript says whether lines of text[i:] begin with words in capitals and
// a colon, which are the names of speakers.
func isTranscript(text string, i int) bool {
	const longestSpeaker = 60
	for {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return false
		}
		i = skipSpace(text, i+n)
		speaker, _, found := strings.Cut(text[i:min(len(text), i+longestSpeaker)], ":")
		if found && isCapital(speaker) && !strings.Contains(speaker, "\n") {
			return true
		}
	}
}

// lineEndAt is the place in text from i on where the line ends, or where it is
// too long.
func lineEndAt(text string, i, longest int) int {
	end := min(len(text), i+longest)
	if n := strings.IndexAny(text[i:end], "\r\n"); n >= 0 {
		return i + n
	}
	return end
}
