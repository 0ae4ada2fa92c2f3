package intake

import (
	"fmt"
	"strings"
	"unicode"

	"demarche"
)

// header is the date header that a text may begin with: "date 2021-11-30 ",
// also "Date: 2021-11-30", on the line on which the text follows or above it.
type header struct {
	day   demarche.Day // zero where there is none, or one without a day
	vague string       // what is wrong with a header that tells no day
	end   int          // where the text goes on, past blanks
}

// findHeader reads the header of a text, if it has one. It fails on one whose
// date does not exist or is written otherwise than YYYY-MM-DD.
func findHeader(text string) (header, error) {
	start := skipSpace(text, len(text)-len(strings.TrimPrefix(text, utf8Mark)))
	none := header{end: start}
	s := text[start:]
	const word = "date"
	if len(s) < len(word) || !strings.EqualFold(s[:len(word)], word) {
		return none, nil
	}
	i := len(word)
	if i < len(s) && s[i] == ':' {
		i++
	}
	n := i
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	if n == i {
		return none, nil
	}
	told := s[n:]
	if e := strings.IndexAny(told, " \t\r\n"); e >= 0 {
		told = told[:e]
	}
	found := header{end: skipSpace(text, start+n+len(told))}
	switch shape(told) {
	case "0000-00-00":
		day, err := demarche.ParseDay(told)
		if err != nil {
			return none, fmt.Errorf("its header tells a day that is none: %w", err)
		}
		found.day = day
		return found, nil
	case "0000", "0000-00":
		found.vague = fmt.Sprintf("its header says %q, which is no day", told)
		return found, nil
	}
	if looksLikeDay(told) {
		return none, fmt.Errorf("its header says %q, which is not of the form YYYY-MM-DD", told)
	}
	return none, nil
}

// Head gives what stands in a report's text before its body and is no date
// header: headline, byline and dateline. It is empty where the body comes first.
func Head(r *demarche.Report) demarche.Span {
	h, err := findHeader(r.Text)
	if err != nil || h.end > r.Body.Start {
		return demarche.Span{Start: r.Body.Start, End: r.Body.Start}
	}
	return demarche.Span{Start: h.end, End: r.Body.Start}
}

// looksLikeDay says whether a word is a day of some written form.
func looksLikeDay(word string) bool {
	parts := strings.FieldsFunc(shape(word), func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	switch {
	case len(parts) == 1:
		return parts[0] == "00000000"
	case len(parts) != 3:
		return false
	}
	year := 0
	if len(parts[0]) < 3 {
		year = 2
	}
	for i, p := range parts {
		if strings.Trim(p, "0") != "" || i == year && len(p) != 4 || i != year && len(p) > 2 {
			return false
		}
	}
	return true
}

// shape is s with a 0 for every digit.
func shape(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}

// skipSpace is the first place in text from i on that is not blank.
func skipSpace(text string, i int) int {
	return len(text) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
}

// dayOfName finds the one day that a file's name tells, as 2021-11-30,
// 2021_11_30, 2021.11.30 or 20211130 with no digit before or after. It is zero
// where the name tells none. It fails on one that does not exist, and where
// there are two different ones.
func dayOfName(name string) (demarche.Day, error) {
	var found demarche.Day
	for i := 0; i < len(name); i++ {
		if !isDigit(name[i]) || i > 0 && isDigit(name[i-1]) {
			continue
		}
		told := ""
		for _, form := range []string{"0000-00-00", "0000_00_00", "0000.00.00", "00000000"} {
			if n := len(form); i+n <= len(name) && shape(name[i:i+n]) == form && (i+n == len(name) || !isDigit(name[i+n])) {
				told = name[i : i+n]
			}
		}
		if told == "" || told[:2] < "18" || told[:2] > "21" {
			continue
		}
		digits := strings.NewReplacer("-", "", "_", "", ".", "").Replace(told)
		day, err := demarche.ParseDay(digits[:4] + "-" + digits[4:6] + "-" + digits[6:])
		if err != nil {
			return demarche.Day{}, fmt.Errorf("its name tells a day that is none: %w", err)
		}
		if !found.IsZero() && day != found {
			return demarche.Day{}, fmt.Errorf("its name tells two days, %v and %v", found, day)
		}
		found = day
	}
	return found, nil
}

// isDigit says whether b is an ASCII digit.
func isDigit(b byte) bool { return b >= '0' && b <= '9' }
