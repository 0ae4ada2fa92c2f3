package intake

import (
	"slices"
	"strings"
)

// roles are the words that say what a writer is.
var roles = setOf("writer", "writers", "sportswriter", "sportswriters", "correspondent", "correspondents", "reporter", "reporters", "staff", "editor", "editors",
	"columnist", "contributor", "contributors", "bureau", "desk")

// bylineLinks are the small words of bylines beside those within names.
var bylineLinks = setOf("with", "in", "for", "to", "at", "special", "from", "&", "|", "-", "–", "/")

// maxByline is the most bytes of a byline.
const maxByline = 120

// byline reads a line such as "By Jane Roe", "by Xinhua writer Tian Sulei",
// "By JANE ROE, Associated Press", "By Reuters Staff".
func byline(line string) (name, agency string, ok bool) {
	words, ok := bylineWords(line)
	if !ok || len(line) > maxByline {
		return "", "", false
	}
	for _, w := range words {
		bare := strings.Trim(w, ",;.()")
		c, end := wordAt(bare, 0)
		switch {
		case strings.HasPrefix(strings.TrimLeft(w, "("), "@"):
		case roles[strings.ToLower(bare)], nameLinks[bare], bylineLinks[strings.ToLower(w)]:
		case c == small || end != len(bare):
			return "", "", false
		}
	}
	last := words[len(words)-1]
	if strings.HasSuffix(last, ".") && len(last) > len("J.") && last != "Jr." && last != "Sr." {
		return "", "", false // a sentence
	}
	// "Xinhua writer Tian Sulei" writes for Xinhua.
	if n := slices.IndexFunc(words, func(w string) bool { return roles[strings.ToLower(w)] }); n >= 0 && n <= 2 {
		if before := strings.Join(words[:n], " "); isAgency(before) {
			agency = before
		}
		words = words[n+1:]
	}
	name = strings.Join(words, " ")
	if n := strings.IndexAny(name, ",|"); n >= 0 {
		after := strings.TrimSpace(name[n+1:])
		if a, end := agencyAt(after, 0); a != "" && (end == len(after) || isRole(after[end:])) {
			name, agency = strings.TrimSpace(name[:n]), a
		} else if strings.HasPrefix(strings.ToLower(after), "special") || isRole(after) {
			name = strings.TrimSpace(name[:n])
		}
	}
	if before, _, found := strings.Cut(name, " in "); found {
		name = before
	}
	if isAgency(name) {
		name, agency = "", name
	}
	return name, agency, agency != "" || strings.Contains(name, " ")
}

// inlineByline reads a byline that a dateline follows on the same line, as in
// "By Jane Roe MOSCOW, Feb 3 (Reuters) - ".
func inlineByline(text string, i int) (name string, d dateline, ok bool) {
	end := lineEndAt(text, i, maxByline)
	words, ok := bylineWords(text[i:end])
	if !ok {
		return "", d, false
	}
	at := i + len("by ")
	start := at + strings.Index(text[at:end], words[0])
	for _, w := range words {
		at += strings.Index(text[at:end], w)
		c, _ := wordAt(w, 0)
		if c == capital && at > start {
			if d, ok = datelineAt(text, at); ok && d.sure() {
				return strings.TrimRight(text[start:at], " \t,"), d, true
			}
		}
		if c != title && !nameLinks[w] {
			break
		}
		at += len(w)
	}
	return "", dateline{}, false
}

// bylineWords are the words after the "By" of a line that begins with it.
func bylineWords(line string) ([]string, bool) {
	const by = "by "
	if len(line) < len(by) || !strings.EqualFold(line[:len(by)], by) {
		return nil, false
	}
	words := strings.Fields(line[len(by):])
	return words, len(words) > 0
}

// isRole says whether words end in what a writer is: " Diplomatic Writer".
func isRole(words string) bool {
	const most = 4
	all := strings.Fields(words)
	return len(all) > 0 && len(all) <= most && roles[strings.ToLower(all[len(all)-1])]
}
